"""Ghostscript: can a printer's interpreter draw every page without a warning?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.judges.finding import Finding, Judge
from tests.judges.tools import GHOSTSCRIPT, Said, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

NAME = "Ghostscript"
STRICT = ("-dPDFSTOPONERROR", "-dPDFSTOPONWARNING")
PLAIN = ("-dNOPAUSE", "-dBATCH", "-dSAFER")
_ROUTINE = re.compile(
    r"GPL Ghostscript \d.*|Copyright \(C\) .*|This software is supplied .*|see the file COPYING .*"
    r"|Processing pages \d+ through \d+\.|Page \d+"
)
"""What it says of every file. ``-q`` would keep it quiet, and its warnings with it."""
COARSE = 36
"""Dots an inch: what is drawn is thrown away, what is said is kept."""


def judge(files: Sequence[Path]) -> Iterator[Finding]:
    """Whatever it says while it draws, but what it always says: a warning is an error."""
    for file in files:
        drawn = ["-sDEVICE=ppmraw", f"-r{COARSE}", "-sOutputFile=/dev/null"]
        said = run([GHOSTSCRIPT.command, *PLAIN, *STRICT, *drawn, file])
        for each in complaints(said):
            yield Finding(NAME, file, "", each)


def complaints(said: Said) -> list[str]:
    """What it said beyond the routine; that it failed, if it said nothing."""
    found = [each for each in said.lines() if not _ROUTINE.fullmatch(each)]
    return [f"ended with {said.code}"] if said.code and not found else found


PRINTABLE = Judge(NAME, (GHOSTSCRIPT,), judge)

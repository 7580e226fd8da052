"""Ghostscript: can a printer's interpreter draw every page without a warning?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.judges.finding import Finding, Judge
from tests.judges.tools import GHOSTSCRIPT, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

NAME = "Ghostscript"
STRICT = ("-dPDFSTOPONERROR", "-dPDFSTOPONWARNING")
QUIET = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER")
COARSE = 36
"""Dots an inch: what is drawn is thrown away, what is said is kept."""


def judge(files: Sequence[Path]) -> Iterator[Finding]:
    """Whatever it says while it draws, as errors; it is told to be quiet if all is well."""
    for file in files:
        drawn = ["-sDEVICE=ppmraw", f"-r{COARSE}", "-sOutputFile=/dev/null"]
        said = run([GHOSTSCRIPT.command, *QUIET, *STRICT, *drawn, file])
        for each in said.lines():
            yield Finding(NAME, file, "", each)
        if said.code and not said.lines():
            yield Finding(NAME, file, "", f"ended with {said.code}")


PRINTABLE = Judge(NAME, (GHOSTSCRIPT,), judge)

"""Every judge over every file, and a table of what they found.

    python -m tests.judges [FILE...]

Without files it builds both publications in both brands and the second survey, and judges them and
what the tests left in ``build/tested`` that claims a standard. Ends with 1 if anything is found, or
if a judge is absent where judges are required.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from pypdf import PdfReader

from briefing.profiles import SCREEN
from tests.conftest import ROOT
from tests.judges import tools
from tests.judges.finding import Finding
from tests.judges.fonts import FONTS
from tests.judges.ghostscript import PRINTABLE
from tests.judges.qpdf import SOUNDNESS
from tests.judges.renders import JUDGE as RENDERS
from tests.judges.shelf import TESTED, publications
from tests.judges.verapdf import NAME, STANDARDS, claims

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.judges.finding import Judge

PANEL = (STANDARDS, SOUNDNESS, PRINTABLE, FONTS, RENDERS)
SHOWN = 200
"""Findings printed at most, so that a fault of all pages can be read."""


def distinct(folder: Path) -> list[Path]:
    """What builds below a folder made for the screen, of equal files the first.

    By its name: the projects that tests copy have appendices made elsewhere, which claim less than
    they keep.
    """
    files = sorted(folder.rglob(f"*-{SCREEN.name}.pdf"), reverse=True)
    return sorted({file.read_bytes(): file for file in files}.values())


def unclaimed(files: Sequence[Path]) -> Iterator[Finding]:
    """Screen files of publications that do not claim what their profile promises."""
    for file in files:
        if file.stem.endswith(f"-{SCREEN.name}"):
            for each in sorted(set(SCREEN.conformance) - claims(file)):
                yield Finding(NAME, file, each, "is promised and not claimed")


def row(judge: str, files: object, pages: object, found: object, seconds: object) -> str:
    return f"{judge:12} {files:>6} {pages:>6} {found:>9} {seconds:>8}"


def sit(judge: Judge, files: Sequence[Path]) -> list[Finding]:
    """One judge over the files that it takes; prints its row of the table."""
    words = tools.absence(judge.needs)
    if words:
        print(f"{judge.name:12} {words}")
        required = tools.are_required()
        return [Finding(judge.name, Path(), "", f"absent: {words}")] if required else []
    taken = [file for file in files if judge.takes(file)]
    start = time.monotonic()
    found = list(judge.judge(taken))
    pages = sum(len(PdfReader(file).pages) for file in taken)
    seconds = f"{time.monotonic() - start:.0f}"
    print(row(judge.name, len(taken), pages, len(found), seconds), flush=True)
    return found


def main() -> int:
    """Judge the files named, or all that the repository makes."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what the tests broke is no news here
    named = [Path(each) for each in sys.argv[1:]]
    own = [] if named else list(publications(ROOT / "build" / "judged"))
    tested = [] if named else [file for file in distinct(TESTED) if claims(file)]
    print(row("judge", "files", "pages", "findings", "seconds"))
    found = [*unclaimed(own)]
    for judge in PANEL:
        found += sit(judge, [*named, *own, *(tested if judge in (STANDARDS, SOUNDNESS) else ())])
    for each in found[:SHOWN]:
        print(each)
    if len(found) > SHOWN:
        print(f"… and {len(found) - SHOWN} more")
    print(f"{len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())

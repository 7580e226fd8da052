"""The foreign programs: what each is called, where it is installed from, and how it is run.

Only the standard library is imported, so that `install` runs before anything is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).parents[2]
JARS = ROOT / ".judges"
"""Where `make judges` puts what Maven fetches."""
POM = Path(__file__).with_name("pom.xml")
PATIENCE = 600
"""Seconds that a program may take over the files it is given."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program by the name of its command, and the package of Debian's that has it."""

    command: str
    package: str

    def is_there(self) -> bool:
        return shutil.which(self.command) is not None


@dataclass(frozen=True, slots=True)
class Jar:
    """A Java program that Maven fetches: the beginning of its file's name."""

    stem: str

    def path(self) -> Path | None:
        found = sorted(JARS.glob(f"{self.stem}-*.jar"))
        return found[-1] if found else None

    def is_there(self) -> bool:
        return self.path() is not None


JAVA = Tool("java", "default-jre-headless")
MAVEN = Tool("mvn", "maven")
QPDF = Tool("qpdf", "qpdf")
GHOSTSCRIPT = Tool("gs", "ghostscript")
PDFFONTS = Tool("pdffonts", "poppler-utils")
PDFTOPPM = Tool("pdftoppm", "poppler-utils")
MUTOOL = Tool("mutool", "mupdf-tools")
VERAPDF = Jar("cli")
TOOLS = (JAVA, MAVEN, QPDF, GHOSTSCRIPT, PDFFONTS, PDFTOPPM, MUTOOL)


def absence(needs: Iterable[Tool | Jar]) -> str:
    """In plain words what of `needs` is not installed; empty if everything is there."""
    gone = [each for each in needs if not each.is_there()]
    names = ["veraPDF" if isinstance(each, Jar) else each.command for each in gone]
    return f"{' and '.join(names)} not installed: make judges" if names else ""


def are_required() -> bool:
    """Whether an absent judge is a failure: where submissions are judged, or on request."""
    return bool(os.environ.get("CI")) or os.environ.get("JUDGES") == "required"


@dataclass(frozen=True, slots=True)
class Said:
    """What a program wrote, and how it ended."""

    out: str
    err: str
    code: int

    def lines(self) -> list[str]:
        """What it wrote to either stream, without empty lines."""
        return [each.strip() for each in (self.out + "\n" + self.err).splitlines() if each.strip()]


def run(command: Sequence[str | Path]) -> Said:
    """Run a program to its end; what it complains of is for the caller to judge."""
    done = subprocess.run(
        [str(each) for each in command],
        capture_output=True,
        check=False,
        timeout=PATIENCE,
        stdin=subprocess.DEVNULL,
    )
    out, err = (each.decode("utf-8", "replace") for each in (done.stdout, done.stderr))
    return Said(out, err, done.returncode)

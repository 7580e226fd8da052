"""qpdf: is the file sound? Its syntax, cross-references and streams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.judges.finding import Finding, Judge
from tests.judges.tools import QPDF, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

NAME = "qpdf"


def judge(files: Sequence[Path]) -> Iterator[Finding]:
    """Every complaint of ``qpdf --check``; with 3 it ends if it only warns."""
    for file in files:
        said = run([QPDF.command, "--check", file])
        complaints = [each for each in said.err.splitlines() if each.strip()]
        for each in complaints:
            yield Finding(NAME, file, "", each.replace(f"{file}", "").strip(" :"))
        if said.code and not complaints:
            yield Finding(NAME, file, "", f"ended with {said.code}")


SOUNDNESS = Judge(NAME, (QPDF,), judge)

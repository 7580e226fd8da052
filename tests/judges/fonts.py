"""pdffonts: is every font in the file, cut down to what is used, and can its words be copied?"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tests.judges.finding import Finding, Judge
from tests.judges.tools import PDFFONTS, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

NAME = "pdffonts"
_ROW = re.compile(
    r"(?P<name>.*?)\s+(?P<kind>(?:CID )?(?:Type \w+|TrueType)(?: \(OT\))?)\s+(?P<encoding>\S+)"
    r"\s+(?P<embedded>yes|no)\s+(?P<subset>yes|no)\s+(?P<unicode>yes|no)\s+(?P<object>\d+)\s+\d+"
)
OWED = {"embedded": "is not embedded", "subset": "is whole", "unicode": "has no ToUnicode"}


def judge(files: Sequence[Path]) -> Iterator[Finding]:
    """Fonts that owe something, of a kind that printers dislike, or whose name another has too.

    Different subsets of a font in one file shall have different tags (ISO 32000-1, 9.6.4).
    """
    for file in files:
        said = run([PDFFONTS.command, file])
        for each in said.err.splitlines():
            yield Finding(NAME, file, "", each)
        if said.code:
            yield Finding(NAME, file, "", f"ended with {said.code}")
        yield from _rows(file, said.out.splitlines()[2:])


def _rows(file: Path, lines: Sequence[str]) -> Iterator[Finding]:
    names: Counter[str] = Counter()
    for line in lines:
        row = _ROW.fullmatch(line.strip())
        if row is None:
            yield Finding(NAME, file, "", f"cannot be understood: {line}")
            continue
        names[row["name"]] += 1
        where = f"object {row['object']}"
        for owed, words in OWED.items():
            if row[owed] == "no":
                yield Finding(NAME, file, where, f"{row['name']} {words}")
        if row["kind"] == "Type 3":
            yield Finding(NAME, file, where, f"{row['name']} is of Type 3")
    for name, times in names.items():
        if times > 1 and not name.startswith("[none]"):
            yield Finding(NAME, file, "", f"{times} fonts are called {name}")


FONTS = Judge(NAME, (PDFFONTS,), judge)

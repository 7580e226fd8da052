"""What the setters made, in figures: lines are read from their files, all by the same code.

Nothing is taken from the setters' own accounts. What hangs in the margin belongs to its line; the
last line of a paragraph is measured for rivers alone.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTContainer

from tests.compare.cases import MARGIN, SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from briefing.fonts import Face
    from tests.compare.cases import Case

HYPHENS = "-\N{SOFT HYPHEN}\N{HYPHEN}"
MOST_HANG = 0.5 * SIZE
"""Points by which signs may hang over an edge before a line sticks out."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as it stands in a file: from where to where its ink goes, and its word spaces.

    `letters` is by how much its words are wider than the face has them, as a part.
    """

    left: float
    right: float
    text: str
    spaces: tuple[tuple[float, float], ...]
    letters: float


@dataclass(frozen=True, slots=True)
class Figures:
    """A paragraph in figures; spaces are in parts of the face's own, the fill in parts of 1."""

    lines: int
    hyphens: int
    fill: float
    """The standard deviation of the lines' fill, the last one left out."""
    worst: float
    """The fill of the shortest line but the last; justified: the widest space."""
    spaces: float
    """The standard deviation of the word spaces."""
    rivers: int
    faint: int
    letters: float
    """The mean of by how much lines have their letters wider or narrower."""
    faults: int
    """Lines that stick out, and justified lines that do not reach the edge."""


def lines_of(file: Path, face: Face) -> Iterator[list[SetLine]]:
    """The lines of each page of a file, from the top."""
    for page in extract_pages(str(file), laparams=LAParams(boxes_flow=None)):
        rows: dict[float, list[LTChar]] = defaultdict(list)
        for sign in _signs(page):
            if sign.get_text().strip():
                rows[round(sign.matrix[5])].append(sign)
        yield [_line(rows[y], face) for y in sorted(rows, reverse=True)]


def _signs(item: object) -> Iterator[LTChar]:
    if isinstance(item, LTChar):
        yield item
    elif isinstance(item, LTContainer):
        for each in item:
            yield from _signs(each)


def _line(signs: Iterable[LTChar], face: Face) -> SetLine:
    row = sorted(signs, key=lambda each: each.x0)
    words = [[row[0]]]
    for one, other in pairwise(row):
        if other.x0 - one.x1 > 0.1 * SIZE:
            words.append([])
        words[-1].append(other)
    spaces = tuple((one[-1].x1, other[0].x0) for one, other in pairwise(words))
    text = "".join(each.get_text() for each in row)
    drawn = sum(word[-1].x1 - word[0].x0 for word in words)
    natural = sum(face.width("".join(s.get_text() for s in word), SIZE) for word in words)
    return SetLine(row[0].x0, row[-1].x1, text, spaces, drawn / natural - 1)


def figures(lines: Sequence[SetLine], case: Case, space: float) -> Figures:
    """Measure one paragraph; `space` is the face's own word space, in points."""
    full = lines[:-1]
    fills = [(line.right - MARGIN) / case.measure for line in full]
    wide = [(end - start) / space for line in full for start, end in line.spaces]
    return Figures(
        len(lines),
        sum(line.text[-1] in HYPHENS for line in full),
        statistics.pstdev(fills),
        max(wide) if case.justified else min(fills),
        statistics.pstdev(wide),
        rivers(lines, 0.6 * space),
        rivers(lines, 0.3 * space),
        statistics.fmean(abs(line.letters) for line in full),
        sum(_faulty(line, case) for line in full),
    )


def _faulty(line: SetLine, case: Case) -> bool:
    over = line.right - MARGIN - case.measure
    return over > _hang(line.text) + 0.5 or (case.justified and over < -0.5)


def _hang(text: str) -> float:
    return 0.0 if text[-1].isalpha() else MOST_HANG


RIVER = 3
"""Lines through which white must run to be seen as a river."""


def rivers(lines: Sequence[SetLine], overlap: float) -> int:
    """How often word spaces lie below each other in three lines or more, each over the next.

    Two lie below each other if they share more than `overlap` points.
    """
    found = 0
    open_: list[tuple[float, float, int]] = []
    for line in lines:
        below = []
        for start, end in line.spaces:
            above = [run for s, e, run in open_ if min(end, e) - max(start, s) > overlap]
            run = max(above, default=0) + 1
            found += run == RIVER
            below.append((start, end, run))
        open_ = below
    return found

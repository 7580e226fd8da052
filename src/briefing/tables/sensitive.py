"""Answers to a sensitive question that few of a group gave: masked, and what would tell them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing.tables.model import Cell, Part
from briefing.tables.small_bases import CONFIDENTIAL
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.tables.model import Head
    from briefing.tables.small_bases import Group

    Cells = Sequence[tuple[Cell, ...]]
    Place = tuple[int, int]


_NOUGHT = 1e-9
"""What is smaller is nought: the sums are of small whole numbers."""


def few_masked(
    groups: Sequence[Group],
    shown: Cells,
    columns: Sequence[Head],
    *,
    few: int,
    multiple: bool,
) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a break without answers that fewer than `few` of a group gave.

    `shown` are the rows of the first groups as they may be published; further groups are told
    nowhere. What is masked cannot be worked out from figures that add up to known ones: the answers
    of a group, the groups of an answer, whose total is known from the question's own table, the
    parts of a net beside the net or beside what it leaves over. Combined answers and means that
    count a masked answer are masked with it.
    """
    answers = [
        place for place, head in enumerate(columns) if head.part not in (Part.NET, Part.SUMMARY)
    ]
    secrets = {
        (row, column)
        for row, group in enumerate(groups)
        for column in answers
        if 0 < (group.cells[column].count or 0) < few
    }
    puzzle = _Puzzle(
        groups, shown, tuple(_lines(groups, len(shown), answers, multiple=multiple)), set(secrets)
    )
    while more := puzzle.alone() or puzzle.telling(secrets):
        puzzle.masked.add(more)
    masked = puzzle.masked
    return tuple(
        tuple(
            Cell(None, symbol=CONFIDENTIAL)
            if cell.value is not None and _hidden(row, column, columns, masked)
            else cell
            for column, cell in enumerate(own)
        )
        for row, own in enumerate(shown)
    )


def few_note(few: int) -> str:
    """What the masks mean."""
    return wording().suppressed_few(limit=few)


@dataclass(frozen=True, slots=True)
class _Line:
    """Places of figures that add up to a known one; `parted`, the first is the sum of the rest."""

    places: list[Place]
    parted: bool = False


def _lines(
    groups: Sequence[Group], told: int, answers: Sequence[int], *, multiple: bool
) -> Iterator[_Line]:
    """The places of figures that add up to one which is known."""
    once: dict[frozenset[str], int] = {}
    for row, group in enumerate(groups):
        if len(group.of) == 1:
            once.setdefault(group.of, row)
    parts = list(once.values())
    nets = [row for row in range(told) if row not in parts]
    for column in answers:
        yield _Line([(row, column) for row in parts])
        for net in nets:
            within = [row for row in parts if groups[row].of <= groups[net].of]
            yield _Line([(row, column) for row in (net, *within)], parted=True)
            others = [row for row in parts if row not in within]
            yield _Line([(row, column) for row in (net, *others)])
    if not multiple:
        for row in range(told):
            yield _Line([(row, column) for column in answers])


@dataclass(frozen=True, slots=True)
class _Puzzle:
    """What a reader may work out: the figures that are missing, and the sums they belong to."""

    groups: Sequence[Group]
    shown: Cells
    lines: Sequence[_Line]
    masked: set[Place]

    def alone(self) -> Place | None:
        """What has to be masked too where a line has one figure missing alone."""
        for line in self.lines:
            missing = [each for each in line.places if self.missing(each)]
            if (
                len(missing) == 1
                and missing[0] in self.masked
                and (more := self.smallest(line.places))
            ):
                return more
        return None

    def telling(self, secrets: set[Place]) -> Place | None:
        """What has to be masked too where several lines together tell one of `secrets`.

        A figure is told by sums if it is the same in every solution of them: if nothing in the
        null space of their matrix changes it.
        """
        missing = sorted(
            {each for line in self.lines for each in line.places if self.missing(each)}
        )
        if not secrets or not missing:
            return None
        places = {place: at for at, place in enumerate(missing)}
        sums = np.zeros((len(self.lines), len(missing)))
        for number, line in enumerate(self.lines):
            sums[number, [places[each] for each in line.places if each in places]] = 1
            if line.parted and line.places[0] in places:
                sums[number, places[line.places[0]]] = -1
        _, sizes, turned = np.linalg.svd(sums)
        free = turned[int((sizes > _NOUGHT).sum()) :]
        for secret in sorted(secrets):
            if np.abs(free[:, places[secret]]).max(initial=0) > _NOUGHT:
                continue
            for line in self.lines:
                if secret in line.places and (more := self.smallest(line.places)):
                    return more
        return None

    def missing(self, place: Place) -> bool:
        row, column = place
        if place in self.masked or not self.groups[row].base.n:  # of nobody all is known
            return place in self.masked
        return row >= len(self.shown) or self.shown[row][column].value is None

    def smallest(self, line: Sequence[Place]) -> Place | None:
        """The smallest figure of a line that is shown; one of nobody last."""
        left = [each for each in line if not self.missing(each)]
        return min(left, key=self._size, default=None)

    def _size(self, place: Place) -> tuple[bool, int, Place]:
        row, column = place
        count = self.groups[row].cells[column].count or 0
        return not count, count, place


def _hidden(row: int, column: int, columns: Sequence[Head], masked: set[Place]) -> bool:
    head = columns[column]
    if head.part is Part.SUMMARY:
        return any(place == row for place, _ in masked)
    counted = [at for at, each in enumerate(columns) if each.id in (head.of or (head.id,))]
    return any((row, each) in masked for each in counted)

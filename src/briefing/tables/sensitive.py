"""Answers to a sensitive question that few of a group gave: masked, and what would tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tables.model import Cell, Part
from briefing.tables.small_bases import CONFIDENTIAL
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.tables.model import Head

    Cells = Sequence[tuple[Cell, ...]]
    Place = tuple[int, int]

FEW = 5
"""So many of a group may be told of; of fewer it would be told who they are (conventions, 1.7)."""


def few_masked(
    cells: Cells, columns: Sequence[Head], *, multiple: bool
) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a break without answers that fewer than `FEW` of a group gave.

    Nothing that is masked can be worked out: no row of answers that add up to a whole has one mask
    alone, nor has a column, whose total is known from the question's own table. Combined figures
    and means that count a masked answer are masked with it.
    """
    answers = [
        place for place, head in enumerate(columns) if head.part not in (Part.NET, Part.SUMMARY)
    ]
    masked = {
        (row, column)
        for row, own in enumerate(cells)
        for column in answers
        if 0 < (own[column].count or 0) < FEW
    }
    while more := next(_telling(cells, answers, masked, multiple=multiple), None):
        masked.add(more)
    return tuple(
        tuple(
            Cell(None, symbol=CONFIDENTIAL)
            if cell.value is not None and _hidden(row, column, columns, masked)
            else cell
            for column, cell in enumerate(own)
        )
        for row, own in enumerate(cells)
    )


def few_note() -> str:
    """What the masks mean."""
    return wording().suppressed_few(limit=FEW)


def _telling(
    cells: Cells, answers: Sequence[int], masked: set[Place], *, multiple: bool
) -> Iterator[Place]:
    """What has to be masked too: the smallest of each line that has one figure missing alone."""
    rows = [row for row, own in enumerate(cells) if any(cell.value is not None for cell in own)]
    lines = [[(row, column) for row in range(len(cells))] for column in answers]
    if not multiple:
        lines += [[(row, column) for column in answers] for row in rows]
    for line in lines:
        missing = [each for each in line if each in masked or _cell(cells, each).value is None]
        if len(missing) != 1 or not masked.intersection(line):
            continue
        left = [each for each in line if each not in missing]
        if left:
            yield min(left, key=lambda each: (not _count(cells, each), _count(cells, each), each))


def _cell(cells: Cells, place: Place) -> Cell:
    row, column = place
    return cells[row][column]


def _count(cells: Cells, place: Place) -> int:
    return _cell(cells, place).count or 0


def _hidden(row: int, column: int, columns: Sequence[Head], masked: set[Place]) -> bool:
    head = columns[column]
    if head.part is Part.SUMMARY:
        return any(place == row for place, _ in masked)
    counted = [at for at, each in enumerate(columns) if each.id in (head.of or (head.id,))]
    return any((row, each) in masked for each in counted)

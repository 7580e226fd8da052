"""Columns abreast: their charts equally high on one level, the first rows of their tables too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from briefing.layout.pages import Elastic, Strip
from briefing.layout.units import held_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.layout.units import Column, Unit


def with_level_charts(split: list[Column]) -> list[Column]:
    """Elastic pieces side by side begin on one level and are given the same height.

    Two charts that are to be compared stand so, whatever the lines of their questions and notes.
    """
    rows = [[unit for unit in column if isinstance(unit.piece, Elastic)] for column in split]
    if len(split) <= 1 or len({len(row) for row in rows}) != 1 or not rows[0]:
        return split
    segments = [_segments(column) for column in split]
    for own in segments:
        if own[-1]:  # the white space below a column's last block does not count
            own[-1][-1] = replace(own[-1][-1], gap=0.0)
    heights = [max(map(_height, level)) for level in zip(*segments, strict=True)]
    ranges = [_common(level) for level in zip(*rows, strict=True)]
    return [
        list(_padded(own, row, heights, ranges)) for own, row in zip(segments, rows, strict=True)
    ]


def _segments(column: Column) -> list[Column]:
    """The fixed units before, between and after a column's elastic ones."""
    segments: list[Column] = [[]]
    for unit in column:
        if isinstance(unit.piece, Elastic):
            segments.append([])
        else:
            segments[-1].append(unit)
    return segments


def _height(segment: Column) -> float:
    return sum(unit.least + unit.gap for unit in segment)


def _common(level: Sequence[Unit]) -> tuple[float, float]:
    """The heights from least to most that all can take; the largest least, where there is none."""
    low = max(unit.least for unit in level)
    return low, max(low, min(unit.most for unit in level))


def _padded(
    segments: list[Column],
    elastic: Column,
    heights: Sequence[float],
    ranges: Sequence[tuple[float, float]],
) -> Iterator[Unit]:
    for place, (segment, height) in enumerate(zip(segments, heights, strict=True)):
        pad = height - _height(segment)
        if pad > 0 and segment and segment[-1].ends and place < len(elastic):
            *before, last = (
                segment  # white of the block that ends, so that rows of blocks are level
            )
            yield from (*before, replace(last, gap=last.gap + pad))
        else:
            yield from segment
            if pad > 0:
                yield _blank(segment[-1] if segment else elastic[min(place, len(elastic) - 1)], pad)
        if place < len(elastic):
            low, high = ranges[place]
            yield replace(elastic[place], least=low, most=high)


def with_level_rows(split: list[Column], room: float) -> list[Column]:
    """Tables that begin columns side by side have their first rows on one level.

    A question of one line more would put its figures a few points below those beside them, and so
    would a table that goes on beside its own caption. It is left so where columns have their room
    as they are, and would be over.
    """
    heads = [first_row(column) for column in split]
    level = max((first.down for first in heads if first), default=0.0)
    made = [
        _lowered(column, first.head, level - first.down) if first else column
        for column, first in zip(split, heads, strict=True)
    ]
    return split if held_by(room, split) and not held_by(room, made) else made


def called(units: Column) -> float:
    """How high the caption is of a table that all begins with, in points.

    A column in which it goes on has as much white above its heads.
    """
    first = first_row(units)
    return sum(unit.least + unit.gap for unit in units[: first.head]) if first else 0.0


def _lowered(column: Column, head: int, white: float) -> Column:
    """A column with white above the head at a place of it."""
    if not white:
        return column
    if not head:
        return [_blank(column[0], white), *column]
    above = column[head - 1]
    return [*column[: head - 1], replace(above, gap=above.gap + white), *column[head:]]


def _blank(beside: Unit, height: float) -> Unit:
    """White beside a unit, of its block and kept with it."""
    return replace(
        beside,
        piece=Strip(height, ()),
        least=height,
        most=height,
        gap=0.0,
        keep=True,
        ends=False,
        again=(),
    )


class FirstRow(NamedTuple):
    """The place of a column's first head of a table, and the points from the top to its rows."""

    head: int
    down: float


def first_row(column: Column) -> FirstRow | None:
    """Where a table begins that a column begins or goes on with, below what it is called."""
    down, head = 0.0, -1
    for place, unit in enumerate(column):
        if _is_head(unit):
            head = place if head < 0 else head
        elif head >= 0:
            return FirstRow(head, down)
        elif not unit.keep:
            return None
        down += unit.least + unit.gap
    return None


def _is_head(unit: Unit) -> bool:
    return isinstance(unit.piece, Strip) and unit.piece.head

"""Fragments shared out over the columns of an area: level, on the grid, heads printed again."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.layout.abreast import called, first_row, with_level_charts, with_level_rows
from briefing.layout.pages import Strip
from briefing.layout.partition import evened, partition
from briefing.layout.units import SLIP, held_by, least, measures, on_lines, units_of
from briefing.layout.wall import walled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.masters import Area
    from briefing.layout.pages import Fragment
    from briefing.layout.units import Column, Unit


def columns(fragments: Sequence[Fragment], area: Area) -> Sequence[Column]:
    """The pieces of all fragments shared out over the area's columns, as level as can be.

    Columns end between paragraphs as long as that fits; only then within one. The area's height
    counts for columns side by side alone.
    """
    room = area.rect.height if area.flow > 1 else 0.0
    if area.align == "spread" and (wall := _wall(tuple(fragments), area.flow, area.baseline)):
        return wall
    return _shared_out(tuple(fragments), area.flow, room, area.baseline)


@lru_cache(maxsize=64)
def _wall(fragments: tuple[Fragment, ...], count: int, grid: float) -> Sequence[Column]:
    """The columns of a wall of figures, which is spread; none for anything else."""
    return walled(units_of(fragments, grid), count)


@lru_cache(maxsize=64)  # a page that is weighed asks for its columns once for each term
def _shared_out(
    fragments: tuple[Fragment, ...], count: int, room: float, grid: float
) -> Sequence[Column]:
    units = units_of(fragments, grid)
    if count == 1 or not units:
        return [units] if units else ()
    by_parts = _by_parts(units, count)
    if by_parts and held_by(room, by_parts):
        return by_parts
    whole = _to_the_last(_split(units, [unit.between for unit in units], count), count)
    if not _level(whole, count):
        ends = [unit.between or _may_end(unit) for unit in units]
        flowing = _split(units, ends, count, level=True)
        if held_by(room, flowing) and _spread(flowing, count) < _spread(whole, count):
            return _abreast(flowing, room)
    if held_by(room, whole):
        return _abreast(whole, room)
    parted = [not unit.keep for unit in units]
    level = _abreast(_split(units, parted, count, called(units)), room)
    return level if held_by(room, level) else _abreast(_split(units, parted, count), room)


def _abreast(split: list[Column], room: float) -> list[Column]:
    """Columns with what stands side by side on one level: charts, rows of tables, lines of words.

    Where tables were lowered, lines are left off those beside them if they have no room else.
    """
    level = with_level_rows(with_level_charts(split), room)
    lined = [on_lines(column) for column in level]
    return lined if held_by(room, lined) or not held_by(room, level) else level


def _by_parts(units: Column, count: int) -> list[Column]:
    """Columns that each begin with a part of a block, as long as none is far higher than others.

    Sections that go on in the next column without what they are sections of look lost. None where
    nothing opens a part.
    """
    opens = [isinstance(unit.piece, Strip) and unit.piece.opens for unit in units]
    if not any(opens[1:]):
        return []
    split = _split(units, [*opens[1:], False], count)
    heights = [least(column) for column in split]
    even = len(split) == count and max(heights) * count <= _UNEVEN * sum(heights)
    return split if even else []


_UNEVEN = 1.25
"""How much higher than the mean a column of whole parts may be."""


def _may_end(unit: Unit) -> bool:
    """Whether a column may end below a unit for the sake of its foot: within running words."""
    return unit.flows and not unit.keep


def _level(split: Sequence[Column], count: int) -> bool:
    """Whether columns end level, as far as the words in them can be parted to that end.

    A few lines stand whole in a column: parted over all of them they would be torn.
    """
    flowing = [unit for column in split for unit in column if unit.flows]
    line = max((unit.least for unit in flowing), default=0.0)
    return len(flowing) < _TORN * count or _spread(split, count) <= _UNSEEN * line + SLIP


def _spread(split: Sequence[Column], count: int) -> float:
    """How far the feet of columns are apart, in points; a missing one has no height."""
    heights = [least(column) for column in split]
    return max(heights) - (min(heights) if len(heights) == count else 0.0)


_UNSEEN = 2
"""By so many lines may columns of whole paragraphs end apart."""
_TORN = 4
"""Words of fewer lines to a column are not parted to end level."""


def _to_the_last(split: list[Column], count: int) -> list[Column]:
    """Columns of blocks that are whole, none left empty as long as another has two of them."""
    while len(split) < count:
        ends = [
            (least(column), place, end)
            for place, column in enumerate(split)
            for end in range(1, len(column))
            if column[end - 1].ends and column[end - 1].between and not column[end].again
        ]
        if not ends:
            break
        high = max(height for height, _, _ in ends)
        place, end = min(
            ((place, end) for height, place, end in ends if height == high),
            key=lambda each: abs(least(split[each[0]][: each[1]]) - high / 2),
        )
        split[place : place + 1] = [split[place][:end], split[place][end:]]
    return split


def _split(
    units: Column, breaks: Sequence[bool], count: int, above: float = 0.0, *, level: bool = False
) -> list[Column]:
    """Columns of units, the highest as low as can be; so many points stand `above` heads.

    With `level` the others are as high as that one as far as can be.
    """
    items = zip(measures(units, above), breaks, strict=True)
    own = [item._replace(ends=ends) for item, ends in items]
    runs = partition(own, count)
    return [
        on_lines([*(units[start].again if start else ()), *units[start:end]])
        for start, end in (evened(own, runs) if level else runs)
    ]


def stairs(fragments: Sequence[Fragment], area: Area) -> bool:
    """Whether tables that begin an area's columns have their first rows on unlike levels.

    It is so where `columns` had no room to level them: rows a few points apart read as one another.
    """
    rows = [first.down for first in map(first_row, columns(fragments, area)) if first]
    return bool(rows) and max(rows) - min(rows) > SLIP

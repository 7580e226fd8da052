"""Fragments shared out over the columns of an area: level, on the grid, heads printed again."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.layout.abreast import called, first_row, with_level_charts, with_level_rows
from briefing.layout.pages import Strip
from briefing.layout.partition import partition
from briefing.layout.units import SLIP, held_by, least, measures, units_of
from briefing.layout.wall import walled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.masters import Area
    from briefing.layout.pages import Fragment
    from briefing.layout.units import Column


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
    return walled(list(units_of(fragments, grid)), count)


@lru_cache(maxsize=64)  # a page that is weighed asks for its columns once for each term
def _shared_out(
    fragments: tuple[Fragment, ...], count: int, room: float, grid: float
) -> Sequence[Column]:
    units = list(units_of(fragments, grid))
    if count == 1 or not units:
        return [units] if units else ()
    by_parts = _by_parts(units, count)
    if by_parts and held_by(room, by_parts):
        return by_parts
    whole = _to_the_last(_split(units, [unit.between for unit in units], count), count)
    if held_by(room, whole):
        return with_level_rows(with_level_charts(whole), room)
    parted = [not unit.keep for unit in units]
    level = with_level_rows(with_level_charts(_split(units, parted, count, called(units))), room)
    if held_by(room, level):
        return level
    return with_level_rows(with_level_charts(_split(units, parted, count)), room)


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


def _split(units: Column, breaks: Sequence[bool], count: int, above: float = 0.0) -> list[Column]:
    """Columns of units, the highest as low as can be; so many points stand `above` heads."""
    heights, gaps, _, heads = measures(units, above)
    return [
        [*(units[start].again if start else ()), *units[start:end]]
        for start, end in partition(heights, gaps, breaks, count, heads)
    ]


def stairs(fragments: Sequence[Fragment], area: Area) -> bool:
    """Whether tables that begin an area's columns have their first rows on unlike levels.

    It is so where `columns` had no room to level them: rows a few points apart read as one another.
    """
    rows = [first.down for first in map(first_row, columns(fragments, area)) if first]
    return bool(rows) and max(rows) - min(rows) > SLIP

"""A wall of figures: all of one size, in rows that are read one after the other, from the left."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.layout.abreast import with_level_charts
from briefing.layout.pages import Elastic, Strip

if TYPE_CHECKING:
    from briefing.layout.units import Column, Unit


def wall_columns(blocks: int, flow: int) -> int:
    """How many of `flow` columns a wall takes: as few as its rows need, so that these are full.

    Four in three columns are two rows of two: three and one would look as if two were gone.
    """
    rows = max(1, math.ceil(blocks / flow))
    return max(1, math.ceil(blocks / rows))


def walled(units: Column, count: int) -> list[Column]:
    """The blocks of a wall shared out row by row, as the eye goes over figures that stand abreast.

    Each column has as many as the others, or one less and room for it, so that rows are on one
    level throughout. None where they are no wall: where a block does not stretch, or one column has
    all of them.
    """
    blocks = _blocks(units)
    if count < 2 or len(blocks) <= count or not all(map(_stretches, blocks)):  # noqa: PLR2004
        return []
    columns = [blocks[place::count] for place in range(count)]
    first = columns[0]
    full = [
        [*(unit for block in own for unit in block), *_held(own, first[len(own) :])]
        for own in columns
    ]
    return with_level_charts(_of_one_size(full))


def _blocks(units: Column) -> list[Column]:
    blocks: list[Column] = [[]]
    for unit in units:
        blocks[-1].append(unit)
        if unit.ends:
            blocks.append([])
    return blocks[:-1]


def _stretches(block: Column) -> bool:
    return any(isinstance(unit.piece, Elastic) for unit in block)


def _held(own: list[Column], missing: list[Column]) -> Column:
    """The places of blocks that a column has less than the first one, with nothing in them."""
    beside = own[-1][-1]
    return [
        replace(unit, piece=_blank(unit), fragment=beside.fragment, again=())
        for block in missing
        for unit in block
    ]


def _blank(unit: Unit) -> Elastic | Strip:
    if isinstance(unit.piece, Elastic):
        return replace(unit.piece, draw=lambda height: (Strip(height, ()),))
    return Strip(unit.least, ())


def _of_one_size(columns: list[Column]) -> list[Column]:
    """The columns with the heights that all of their figures can take."""
    elastic = [unit for own in columns for unit in own if isinstance(unit.piece, Elastic)]
    low = max(unit.least for unit in elastic)
    high = max(low, min(unit.most for unit in elastic))
    return [
        [
            replace(unit, least=low, most=high) if isinstance(unit.piece, Elastic) else unit
            for unit in own
        ]
        for own in columns
    ]

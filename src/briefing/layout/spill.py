"""What a place holds, and what goes on elsewhere: blocks parted only where that fills it better."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from briefing.layout.abreast import called
from briefing.layout.columns import columns
from briefing.layout.partition import run_end
from briefing.layout.units import SLIP, heads_of, least, measures, units_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.masters import Area
    from briefing.layout.pages import Fragment
    from briefing.layout.units import Column


def spill(
    fragments: Sequence[Fragment],
    area: Area,
    below: Sequence[Fragment] = (),
    most: int | None = None,
) -> tuple[tuple[Fragment, ...], tuple[Fragment, ...]]:
    """Part fragments into those that the area holds and those that go on elsewhere.

    Blocks are parted only where keeping the last one whole would leave much of the place empty.
    What is to stand `below` all that stays has its room kept; no more than the first `most` pieces
    stay. Nothing stays where the first piece is too high already; nothing goes on where all has
    room.
    """
    units = units_of(fragments, area.baseline)
    reserved = units_of(below, area.baseline)
    last = _furthest(units, area, least(reserved) if reserved else 0.0)
    if most is not None and most < last:
        last = _break_before(units, most + 1)
    end = _best_end(units, last)
    while below and end and not _held((*cut(fragments, end)[0], *below), area):
        end = _break_before(units, end)
    return cut(fragments, end)


def _furthest(units: Column, area: Area, reserved: float) -> int:
    """How many units the columns of an area hold when each is filled as far as it goes.

    So many points are `reserved` at the end of the last column, or of the last ones.
    """
    items = measures(units, called(units), abreast=area.flow > 1)
    end = 0
    for place in range(area.flow):
        behind = (area.flow - 1 - place) * area.rect.height
        most = area.rect.height - min(area.rect.height, max(0.0, reserved - behind))
        end, _ = run_end(items, start=end, most=most + SLIP)
    return end


def _best_end(units: Column, last: int) -> int:
    """Where the place ends: with a whole block if that fills it well, else as late as can be.

    Running words fill it as far as it goes: a page whose words go on has no white at its foot.
    """
    if last == len(units):  # even if the last would be kept to what does not come
        return last
    if last and units[last - 1].flows:
        return last
    sums = list(accumulate((unit.least + unit.gap for unit in units[:last]), initial=0.0))
    enough = _WELL * sums[-1]
    whole = (end for end in range(last, 0, -1) if units[end - 1].between and sums[end] >= enough)
    return next(whole, last)


_WELL = 0.85
"""The part of what could stay that is enough, so that the last block is not parted."""


def _held(fragments: Sequence[Fragment], area: Area) -> bool:
    return max(map(least, columns(fragments, area))) <= area.rect.height + SLIP


def _break_before(units: Column, end: int) -> int:
    """The last place before `end` where a column may end; 0 for none."""
    return next((place for place in range(end - 1, 0, -1) if not units[place - 1].keep), 0)


def cut(
    fragments: Sequence[Fragment], end: int
) -> tuple[tuple[Fragment, ...], tuple[Fragment, ...]]:
    """Fragments parted behind `end` pieces; the rest begins with the heads of the one parted."""
    total = sum(len(each.pieces) for each in fragments)
    if end in (0, total):
        return (tuple(fragments), ()) if end else ((), tuple(fragments))
    ends = list(accumulate(len(each.pieces) for each in fragments))
    last = next(place for place, reached in enumerate(ends) if reached >= end)
    whole = fragments[last]
    inside = end - ends[last] + len(whole.pieces)
    kept, rest = (*fragments[:last], whole), tuple(fragments[last + 1 :])
    if inside < len(whole.pieces):
        kept = (*fragments[:last], replace(whole, pieces=whole.pieces[:inside]))
        going = (*heads_of(whole)[inside], *whole.pieces[inside:])
        rest = (replace(whole, pieces=going), *rest)
    return kept, rest

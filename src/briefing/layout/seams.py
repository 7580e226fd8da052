"""Seams: the edges of an arrangement that give way, so that pages are filled on purpose.

A seam is a level of the page between content of a fixed height (quotations, a lead) and content
that stretches (a chart). It moves until the fixed content has just the room it needs, as far as the
elastic content can follow; all edges of areas and grounds that lie in the seam move together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.brand.seams import shifted, within
from briefing.brand.styles import down, up
from briefing.layout.fill import needed, reach

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.brand.masters import Area, Ground
    from briefing.brand.seams import Seam
    from briefing.layout.pages import Fragment

    Stocked = tuple[Area, tuple[Fragment, ...]]


def settle(
    stocked: Sequence[Stocked], grounds: Sequence[Ground], seams: Iterable[Seam]
) -> tuple[tuple[Stocked, ...], tuple[Ground, ...]]:
    """Move every seam, from the top down, to where the content on both sides has its room."""
    areas, under = tuple(stocked), tuple(grounds)
    for seam in seams:
        by = _shift(areas, seam)
        if by:
            areas = tuple((_moved_area(area, seam, by), has) for area, has in areas)
            under = tuple(replace(each, rect=shifted(each.rect, seam, by)) for each in under)
    return areas, under


def _shift(stocked: Sequence[Stocked], seam: Seam) -> float:
    """How far down the seam goes, in points: a whole number of baselines."""
    grid = max((area.baseline for area, _ in stocked), default=0.0)
    above = [each for each in stocked if each[1] and within(each[0].rect.bottom, seam)]
    below = [each for each in stocked if each[1] and within(each[0].rect.y, seam)]
    if not (above and below):
        return 0.0  # a place that holds nothing has nothing to give, and none to give it to
    if not _elastic(above):  # words follow words, too: no hole between, none too many above
        wanted = _wanted(above)
    elif not _elastic(below):
        wanted = -_wanted(below)
    else:
        return 0.0
    return _on_grid(wanted, _room_to_give(above, below), _room_to_give(below, above), grid)


def _on_grid(wanted: float, upwards: float, downwards: float, grid: float) -> float:
    """The whole baselines that give what is wanted, or as many as there is room for."""
    if wanted < 0:
        return -min(up(-wanted, grid), down(upwards, grid))
    return min(up(wanted, grid), down(downwards, grid))


def _elastic(stocked: Sequence[Stocked]) -> bool:
    return any(each.elastic for _, has in stocked for each in has)


def _wanted(fixed: Sequence[Stocked]) -> float:
    """How much more height the fixed side wants; less than nothing if it has some to spare."""
    return max(needed(has, area) - area.rect.height for area, has in fixed)


def _room_to_give(giving: Sequence[Stocked], taking: Sequence[Stocked]) -> float:
    """How far the seam can go into `giving`: until it is down to its need, or `taking` is full.

    What stands at the top of its place follows the words above it whether it is full or not, so
    that a page leaves its white at the foot, not in its middle; what is centred beside it does not
    mind.
    """
    give = min(a.rect.height - _kept(has, a) for a, has in giving)
    charts = [a for a, has in taking if _elastic(((a, has),))]
    if not charts or any(a.align == "top" for a in charts):
        return max(0.0, give)
    take = max(reach(has, a) - a.rect.height for a, has in taking)
    return max(0.0, min(give, take))


def _kept(has: Sequence[Fragment], area: Area) -> float:
    """The height that an area keeps, in points: its need, or that of the highest of its charts.

    Of charts that have no room together one may go on to a further page; words above cannot.
    """
    need = needed(has, area)
    if need <= area.rect.height or not any(each.elastic for each in has):
        return need
    return min(need, max(each.least for each in has))


def _moved_area(area: Area, seam: Seam, by: float) -> Area:
    rect = shifted(area.rect, seam, by)
    return area if rect == area.rect else replace(area, rect=rect)

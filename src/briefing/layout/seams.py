"""Seams: the edges of an arrangement that give way, so that pages are filled on purpose.

A seam is a level of the page between content of a fixed height (quotations, a lead) and content
that stretches (a chart). It moves until the fixed content has just the room it needs, as far as the
elastic content can follow; all edges of areas and grounds that lie in the seam move together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.brand.styles import down, up
from briefing.drawing import Rect
from briefing.layout.fill import needed, reach

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.brand.masters import Area, Ground
    from briefing.layout.pages import Fragment

    Stocked = tuple[Area, tuple[Fragment, ...]]

Seam = tuple[float, float]
"""The highest and the lowest edge that belong to a seam, in points from the page's top."""


def settle(
    stocked: Sequence[Stocked], grounds: Sequence[Ground], seams: Iterable[Seam]
) -> tuple[tuple[Stocked, ...], tuple[Ground, ...]]:
    """Move every seam, from the top down, to where the content on both sides has its room."""
    areas, under = tuple(stocked), tuple(grounds)
    for seam in seams:
        by = _shift(areas, seam)
        if by:
            areas = tuple((_moved_area(area, seam, by), has) for area, has in areas)
            under = tuple(replace(each, rect=_moved(each.rect, seam, by)) for each in under)
    return areas, under


def _shift(stocked: Sequence[Stocked], seam: Seam) -> float:
    """How far down the seam goes, in points: a whole number of baselines."""
    grid = max((area.baseline for area, _ in stocked), default=0.0)
    above = [each for each in stocked if each[1] and _within(each[0].rect.bottom, seam)]
    below = [each for each in stocked if each[1] and _within(each[0].rect.y, seam)]
    if _elastic(below) and not _elastic(above):
        wanted = _wanted(above, _spare_above(stocked, seam))
    elif _elastic(above) and not _elastic(below):
        wanted = -_wanted(below, _spare_below(stocked, seam))
    elif above and below and not _elastic(above):
        wanted = _wanted(above, 0.0)  # words follow words: no hole between, none too many above
    else:
        return 0.0
    return _on_grid(wanted, _room_to_give(above, below), _room_to_give(below, above), grid)


def _on_grid(wanted: float, upwards: float, downwards: float, grid: float) -> float:
    """The whole baselines that give what is wanted, or as many as there is room for."""
    if wanted < 0:
        return -min(up(-wanted, grid), down(upwards, grid))
    return min(up(wanted, grid), down(downwards, grid))


def _within(level: float, seam: Seam) -> bool:
    return seam[0] - 0.01 <= level <= seam[1] + 0.01


def _elastic(stocked: Sequence[Stocked]) -> bool:
    return any(each.elastic for _, has in stocked for each in has)


def _wanted(fixed: Sequence[Stocked], when_empty: float) -> float:
    """How much more height the fixed side wants; less than nothing if it has some to spare."""
    if not fixed:
        return when_empty
    return max(needed(has, area) - area.rect.height for area, has in fixed)


def _spare_above(stocked: Sequence[Stocked], seam: Seam) -> float:
    return -max((a.rect.height for a, _ in stocked if _within(a.rect.bottom, seam)), default=0.0)


def _spare_below(stocked: Sequence[Stocked], seam: Seam) -> float:
    return -max((a.rect.height for a, _ in stocked if _within(a.rect.y, seam)), default=0.0)


def _room_to_give(giving: Sequence[Stocked], taking: Sequence[Stocked]) -> float:
    """How far the seam can go into `giving`: until it is down to its need, or `taking` is full.

    What stands at the top of its place follows the words above it whether it is full or not, so
    that a page leaves its white at the foot, not in its middle; what is centred beside it does not
    mind.
    """
    give = min((a.rect.height - needed(has, a) for a, has in giving), default=0.0)
    charts = [a for a, has in taking if _elastic(((a, has),))]
    if not charts or any(a.align == "top" for a in charts):
        return max(0.0, give)
    take = max((reach(has, a) - a.rect.height for a, has in taking), default=0.0)
    return max(0.0, min(give, take))


def _moved_area(area: Area, seam: Seam, by: float) -> Area:
    rect = _moved(area.rect, seam, by)
    return area if rect == area.rect else replace(area, rect=rect)


def _moved(rect: Rect, seam: Seam, by: float) -> Rect:
    top = rect.y + (by if _within(rect.y, seam) else 0.0)
    bottom = rect.bottom + (by if _within(rect.bottom, seam) else 0.0)
    top = min(top, bottom)  # an area without content may vanish, never turn over
    return Rect(rect.x, top, rect.width, bottom - top)

"""Seams of an arrangement: which edges move with one, and how far it can go at most."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.brand.styles import down
from briefing.drawing import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.brand.masters import Area, Arrangement

Seam = tuple[float, float]
"""The highest and the lowest edge that belong to a seam, in points from the page's top."""


def within(level: float, seam: Seam) -> bool:
    """Whether an edge at a level, in points from the page's top, moves with a seam."""
    return seam[0] - 0.01 <= level <= seam[1] + 0.01


def shifted(rect: Rect, seam: Seam, by: float) -> Rect:
    """A rectangle once a seam went down `by` points: its edges in the seam go with it."""
    top = rect.y + (by if within(rect.y, seam) else 0.0)
    bottom = rect.bottom + (by if within(rect.bottom, seam) else 0.0)
    top = min(top, bottom)  # an area without content may vanish, never turn over
    return Rect(rect.x, top, rect.width, bottom - top)


def moved(arrangement: Arrangement, seam: Seam, by: float) -> Arrangement:
    """An arrangement once a seam went down `by` points: areas and grounds give way together."""
    return replace(
        arrangement,
        areas=tuple(replace(e, rect=shifted(e.rect, seam, by)) for e in arrangement.areas),
        grounds=tuple(replace(e, rect=shifted(e.rect, seam, by)) for e in arrangement.grounds),
    )


def extremes(arrangement: Arrangement, least: float) -> Iterator[tuple[int, Arrangement]]:
    """The arrangement with its seams moved as far as they can go, and the last one that did.

    A seam goes into places that hold something, until one of them has no more than what that needs,
    which is `least` points or more: a line. So it stops where one of the places that end or begin
    in it is down to a line; any of them may be the only one that holds something. Seams move one
    after the other, the way pages are settled, and lower ones find what the upper ones left.
    """
    found = [(-1, arrangement)]
    for place, seam in enumerate(arrangement.seams):
        found += [
            (place, moved(each, seam, by)) for _, each in found for by in _reach(each, seam, least)
        ]
    yield from found[1:]


def movable(arrangement: Arrangement, seam: Seam) -> bool:
    """Whether places end and begin in a seam: beside a single side it stays where it is."""
    return all(_sides(arrangement, seam))


def _sides(arrangement: Arrangement, seam: Seam) -> tuple[list[Area], list[Area]]:
    """The areas that end in a seam, and those that begin in it."""
    above = [each for each in arrangement.areas if within(each.rect.bottom, seam)]
    return above, [each for each in arrangement.areas if within(each.rect.y, seam)]


def _reach(arrangement: Arrangement, seam: Seam, least: float) -> Iterator[float]:
    """How far down a seam may go, and up as less than nothing."""
    above, below = _sides(arrangement, seam)
    if above and below:
        yield from {_gives(each, least) for each in below}
        yield from {-_gives(each, least) for each in above}


def _gives(area: Area, least: float) -> float:
    return max(0.0, down(area.rect.height - least, area.baseline))

"""A leader from a part of a ring to its label: straight outwards, then level."""

from __future__ import annotations

from math import acos, cos, pi, sin
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.charts.canvas import Point

KNEE = 5.5
"""How far from the ring a leader turns, in points."""
_NEAR = 0.01
"""Heights are compared to a hundredth of a point."""
_NEAREST = 0.25
"""How near to the edge of the room a leader may turn, in points."""
_INSET = 1.0
"""How far from the ends of its part a leader starts at least, in points times the turn."""


def leader(
    ring: tuple[Point, float],
    heights: tuple[float, float],
    turns: tuple[float, float],
    at: Point,
    sign: int,
) -> list[Point]:
    """From the ring straight outwards, then level to a label: from that part of it that is nearest.

    It stays between two `heights`. Only where no part of the answer is as high as its label does
    the second stretch slant.
    """
    (centre, radius), (edge, y) = ring, at
    reach = radius + KNEE
    side = _side(turns, radius, sign)
    height = min(max((centre[1] - y) / reach, -1.0), 1.0)
    level = acos(height) / (2 * pi)
    turn = min(max(level if sign > 0 else 1 - level, side[0]), side[1])
    across, up = sin(turn * 2 * pi), cos(turn * 2 * pi)

    def outside(far: float) -> Point:
        return centre[0] + across * far, centre[1] - up * far

    if abs(up) > _NEAR:
        room = centre[1] - heights[0] if up > 0 else heights[1] - centre[1]
        reach = min(reach, (room - _NEAREST) / abs(up))
    knee = outside(reach)
    if abs(up) > _NEAR and (meeting := (centre[1] - y) / up) > reach:
        further = outside(meeting)
        if (edge - further[0]) * sign > 0:
            knee = further
    return [outside(radius + 1), knee, (edge, y)]


def _side(turns: tuple[float, float], radius: float, sign: int) -> tuple[float, float]:
    """The turns of a part's edge on one side of a ring, between which a leader may start."""
    start, end = turns
    inset = min((end - start) / 4, _INSET / radius)
    low, high = (start + inset, end - inset)
    return (max(low, 0.0), min(high, 0.5)) if sign > 0 else (max(low, 0.5), min(high, 1.0))


def rise_over(turns: tuple[float, float], radius: float, sign: int) -> float:
    """How far above a ring a leader turns at the lowest, in points; below its top if negative."""
    low, high = _side(turns, radius, sign)
    return (radius + KNEE) * cos((high if sign > 0 else 1 - low) * 2 * pi) - radius

"""The names at the right of a tall column: where each stands, and which have leaders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.charts.lettering import capital
from briefing.charts.spread import spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.styles import TextStyle
    from briefing.charts.figures import Figure
    from briefing.charts.lettering import Lines
    from briefing.charts.stack import Segment

BETWEEN = 5.0
"""White between two names, and between a name and its figure, in points."""
_BETWEEN_WRAPPED = 0.6
"""White between two names where one has several lines, in leadings, if that is more."""
_SLIP = 0.01
"""Heights are compared to a hundredth of a point."""
_MOVED = 0.6
"""A name that stands further from its level has a leader, in ems."""


@dataclass(frozen=True, slots=True)
class Name:
    """An answer at the right of the column, its figure behind it where the segment has no room."""

    figure: Figure | None
    behind: float
    lines: Lines

    @property
    def width(self) -> float:
        """The width of the longest line, the figure with it."""
        return max(self.lines.width, self.lines.last_width + self.behind)


@dataclass(frozen=True, slots=True)
class Settled:
    """Where a name stands, counted from the top of its column, in points.

    `level` is the middle of its segment, `top` that of its first line; a `led` one has a leader.
    """

    level: float
    top: float
    led: bool


def apart(names: Sequence[Name]) -> float:
    """The least white between two names, in points."""
    wrapped = any(len(name.lines.lines) > 1 for name in names)
    leading = names[0].lines.style.leading if wrapped else 0.0
    return max(BETWEEN, leading * _BETWEEN_WRAPPED)


def settled(
    names: Sequence[Name],
    made: Sequence[Segment],
    places: Sequence[int],
    height: float,
    value: TextStyle,
) -> list[Settled]:
    """Where the names of the answers at `places` stand beside a column, as near as there is room.

    `made` are its segments, `height` is in points, `value` the style of figures behind names.
    """
    by_place = {each.column: each for each in made}
    levels, at = [], 0.0
    for place in places:
        segment = by_place.get(place)
        levels.append(segment.middle if segment else at)
        at = segment.end if segment else at
    heights = [name.lines.height for name in names]
    wanted = [level - each / 2 for level, each in zip(levels, heights, strict=True)]
    tops = spread(wanted, heights, 0, height, apart(names))
    return [
        Settled(level, top, _led(name, by_place.get(place), top, height, value))
        for name, place, level, top in zip(names, places, levels, tops, strict=True)
    ]


def _led(name: Name, segment: Segment | None, top: float, height: float, value: TextStyle) -> bool:
    """Whether a name needs a leader: it was moved, or its last line is at another's segment.

    One that stands as far up or down as the column allows is led less soon: no other is beyond it.
    What nobody answered has nothing to be led to: it is quiet, in its order among the others.
    """
    if segment is None:
        return False
    lines = name.lines
    moved = abs(top + lines.height / 2 - segment.middle) > lines.style.size * _MOVED
    if name.figure is None:
        return moved
    outer = top <= _SLIP or top + lines.height >= height - _SLIP
    half = capital(value) / 2
    slack = (2 * half if outer else half) if len(lines.lines) == 1 else 0.0
    level = top + lines.last - half
    return moved or not segment.start - slack <= level <= segment.end + slack

"""Figures at the ends of a bar: those of its first and its last answer, if these do not hold them.

They stand level with the others of the bar: above it they would be wedged between it and the bar of
the row before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.charts.lettering import capital, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.styles import TextStyle
    from briefing.charts.canvas import Canvas
    from briefing.charts.stack import Segment
    from briefing.drawing import Colour, Rect

NEAR = 3.0
"""White between a bar and a figure at its end, in points."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The segments of a bar whose figures stand before it and behind it, if any do."""

    first: Segment | None = None
    last: Segment | None = None

    def before(self, style: TextStyle) -> float:
        """The room that the figure before the bar takes, in points."""
        return _room(self.first, style)

    def behind(self, style: TextStyle) -> float:
        """The room that the figure behind the bar takes, in points."""
        return _room(self.last, style)

    def within(self, before: float, behind: float, style: TextStyle) -> Ends:
        """Those for which there is room, in points."""
        first = self.first if self.before(style) <= before else None
        return Ends(first, self.last if self.behind(style) <= behind else None)

    def has(self, segment: Segment) -> bool:
        """Whether the figure of a segment stands at an end."""
        return segment.column in {each.column for each in (self.first, self.last) if each}

    def put(self, canvas: Canvas, bar: Rect, style: TextStyle, ink: Colour) -> None:
        """Set the figures at both ends of a bar."""
        y = bar.y + (bar.height + capital(style)) / 2
        for segment, x, align in ((self.first, bar.x - NEAR, 1), (self.last, bar.right + NEAR, 0)):
            if segment is not None:
                figure = segment.figure
                canvas.words(x, y, figure.text, style, ink, align=align, number=figure.number)


def ends(made: Sequence[Segment], owed: Sequence[Segment]) -> Ends:
    """Which of the segments that do not hold their figures are the first and the last of a bar."""
    if len(made) <= 1 or not owed:
        return Ends()
    return Ends(
        made[0] if owed[0].column == made[0].column else None,
        made[-1] if owed[-1].column == made[-1].column else None,
    )


def _room(segment: Segment | None, style: TextStyle) -> float:
    return width_of(segment.figure.text, style) + NEAR if segment else 0.0

"""Figures above a bar: those of segments in its midst that do not hold them, over their ticks."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from briefing.charts.lettering import capital, width_of
from briefing.charts.spread import needed, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.canvas import Canvas
    from briefing.charts.stack import Segment
    from briefing.drawing import Rect

_TICK, _OUTSIDE, _ABOVE = 3.0, 1.6, 2.5
"""The tick from a segment to its figure, the white around it and above the figure, in points."""
_CLOSE_TICK, _CLOSE_OUTSIDE, _CLOSE_ABOVE = 1.5, 0.9, 1.0
"""The same three where rows are close."""
_RULE = 0.5
"""The weight of the tick, in points."""
_BETWEEN = 0.5
"""White between two figures above a bar, in ems: closer they would be read as one."""


def room_over(style: TextStyle, growth: float, *, close: bool) -> float:
    """The white above a bar that figures over it need; they may grow unless rows are `close`."""
    if close:
        return capital(style) + _CLOSE_TICK + 2 * _CLOSE_OUTSIDE + _CLOSE_ABOVE
    return capital(style) * growth + _TICK + 2 * _OUTSIDE + _ABOVE


@dataclass(frozen=True, slots=True)
class Over:
    """Segments whose figures stand above their bar, and where each begins along it."""

    told: tuple[Segment, ...]
    starts: tuple[float, ...]
    style: TextStyle

    @property
    def start(self) -> float:
        """Where the first begins, along the bar."""
        return self.starts[0] if self.starts else inf

    @property
    def end(self) -> float:
        """Where the last ends, along the bar."""
        if not self.told:
            return -inf
        return self.starts[-1] + width_of(self.told[-1].figure.text, self.style)

    def put(self, canvas: Canvas, bar: Rect, look: Look, *, close: bool, line: float = 0.0) -> None:
        """Set the figures over their ticks, on a `line` if there is one to share.

        Where rows are close, figures right above their segments have no ticks: they stand the
        nearer to their own bar.
        """
        white, tick = (_CLOSE_OUTSIDE, _CLOSE_TICK) if close or line else (_OUTSIDE, _TICK)
        foot = bar.y - white
        ink, quiet = look.colour("ink"), look.colour("quiet")
        middles = [each.middle for each in self.told]
        widths = [width_of(each.figure.text, self.style) for each in self.told]
        centres = [start + width / 2 for start, width in zip(self.starts, widths, strict=True)]
        led = not close or line or any(map(_moved, middles, centres))
        y = line or foot - (tick + white if led else 0.0)
        for each, start, middle, centre in zip(
            self.told, self.starts, middles, centres, strict=True
        ):
            if led:
                top = (bar.x + centre, y + white)
                canvas.rule([(bar.x + middle, foot), top], quiet, _RULE)
            figure = each.figure
            canvas.words(bar.x + start, y, figure.text, self.style, ink, number=figure.number)


def over(owed: Sequence[Segment], length: float, style: TextStyle) -> Over:
    """The figures above a bar `length` points long.

    Where segments are close their figures move apart and the ticks lean; of more than stand above
    the bar the smallest shares have none.
    """
    told, gap = list(owed), style.size * _BETWEEN
    while told and needed([width_of(e.figure.text, style) for e in told], gap) > length:
        told.remove(min(told, key=lambda each: each.share))
    widths = [width_of(each.figure.text, style) for each in told]
    wanted = [each.middle - width / 2 for each, width in zip(told, widths, strict=True)]
    return Over(tuple(told), tuple(spread(wanted, widths, 0, length, gap)), style)


def _moved(middle: float, centre: float) -> bool:
    return abs(middle - centre) > _SLIP


_SLIP = 0.01
"""Places are compared to a hundredth of a point."""

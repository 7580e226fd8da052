"""Figures above a bar: those of segments in its midst that do not hold them, over their ticks."""

from __future__ import annotations

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


def put_over(
    canvas: Canvas,
    owed: Sequence[Segment],
    bar: Rect,
    style: TextStyle,
    look: Look,
    *,
    close: bool,
) -> tuple[Segment, ...]:
    """Set figures above a bar over their ticks; return the segments whose figures stand there.

    Where segments are close their figures move apart and the ticks lean; of more than stand above
    the bar the smallest shares have none. Where rows are close, figures right above their segments
    have no ticks: they stand the nearer to their own bar.
    """
    told, gap = list(owed), style.size * _BETWEEN
    while needed([width_of(e.figure.text, style) for e in told], gap) > bar.width:
        told.remove(min(told, key=lambda each: each.share))
    widths = [width_of(each.figure.text, style) for each in told]
    wanted = [each.middle - width / 2 for each, width in zip(told, widths, strict=True)]
    starts = spread(wanted, widths, 0, bar.width, gap)
    ink, quiet = look.colour("ink"), look.colour("quiet")
    white, tick = (_CLOSE_OUTSIDE, _CLOSE_TICK) if close else (_OUTSIDE, _TICK)
    foot = bar.y - white
    led = not close or starts != wanted
    for each, start, width in zip(told, starts, widths, strict=True):
        at, over = bar.x + each.middle, bar.x + start + width / 2
        if led:
            canvas.rule([(at, foot), (over, foot - tick)], quiet, _RULE)
        y = foot - (tick + white if led else 0)
        canvas.words(bar.x + start, y, each.figure.text, style, ink, number=each.figure.number)
    return tuple(told)

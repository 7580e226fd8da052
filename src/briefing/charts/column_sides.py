"""Figures at the right of a column: those too high for their segments, level with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.charts.lettering import figure_rise, width_of
from briefing.charts.spread import needed, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.canvas import Canvas
    from briefing.charts.stack import Segment
    from briefing.drawing import Rect

BRACKET = 1.25
"""The rule that marks the headline's answers, in points; it stands as far from the column."""
_TICK, _TICK_RULE = 4.0, 0.5
"""The leader from beyond that rule to a figure: its length at least and its weight, in points."""
_OUTSIDE = 1.5
"""White around a leader, in points."""
_NEAR = 0.35
"""White before a figure beside its column that has no leader, in ems."""
_APART = (0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3)
"""White between two figures beside a column, in ems: the most with which none leaves its level."""
_RAISED = 0.8
"""How far the first of them may stand above its column, as a share of its height."""
_SLIP = 0.01
"""A figure exactly as wide as the white that was left for it fits, in points."""


def room_beside(owed: Sequence[Segment], style: TextStyle, room: float, height: float) -> bool:
    """Whether figures find room beside a column, in `room` points of white and its height."""
    if any(width_of(each.figure.text, style) > room + _SLIP for each in owed):
        return False
    return needed([figure_rise(style)] * len(owed), style.size * _APART[-1]) <= height


def near(style: TextStyle) -> float:
    """The white between a column and a figure that has no leader, in points."""
    return max(_OUTSIDE, style.size * _NEAR)


def raised(style: TextStyle, head: float, *, clear: bool) -> float:
    """How far the first figure may stand above its column, if what stands there is `clear` of it.

    `head` is the height of that.
    """
    high = figure_rise(style)
    return min(high * _RAISED, head) if clear else min(high / 2, head)


def put_beside(  # noqa: PLR0917 - what stands beside a column
    canvas: Canvas,
    owed: Sequence[Segment],
    rect: Rect,
    style: TextStyle,
    look: Look,
    over: float,
    marked: tuple[float, float] | None,
) -> None:
    """Set the figures of segments at the right of their column, from `over` points above it.

    Where segments are close their figures move apart, and one that left its level has a leader:
    a level one would be read as a minus. It begins at its segment, or beyond the rule beside the
    part that is `marked`: a short steep one would be read as a stroke. Without leaders figures
    stand as near to their column as may be: nearer than to the next.
    """
    ink, quiet = look.colour("ink"), look.colour("quiet")
    high = figure_rise(style)
    wanted = [each.middle - high / 2 for each in owed]
    for apart in _APART:
        tops = spread(wanted, [high] * len(owed), -over, rect.height, style.size * apart)
        led = [abs(top - want) > high / 2 for top, want in zip(tops, wanted, strict=True)]
        if not any(led):
            break
    end = rect.right + 2 * BRACKET + _OUTSIDE + _TICK
    x = end + _OUTSIDE if any(led) else rect.right + 2 * BRACKET + near(style)
    for each, top, leads in zip(owed, tops, led, strict=True):
        if leads:
            beyond = marked is not None and marked[0] <= each.middle <= marked[1]
            start = rect.right + _OUTSIDE + (2 * BRACKET if beyond else 0.0)
            line = [(start, rect.y + each.middle), (end, rect.y + top + high / 2)]
            canvas.rule(line, quiet, _TICK_RULE)
        y = rect.y + top + high
        canvas.words(x, y, each.figure.text, style, ink, number=each.figure.number)

"""The figures that a chart reads out beside its bars: bold, the headline's own larger and toned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.brand.model import contrast, luminance
from briefing.charts.highlight import parts_of
from briefing.charts.lettering import sized
from briefing.charts.shades import strongest
from briefing.tables.model import Part

if TYPE_CHECKING:
    from briefing.brand.model import Look, TextStyle
    from briefing.drawing import Colour
    from briefing.tables.model import Table

LARGE = 3.0
"""The least contrast of large words (WCAG 2.2, 1.4.3)."""
_GROWTH = 1.75
"""How much larger the headline's own figure is than the others."""


def style_for(look: Look, *, own: bool) -> TextStyle:
    """The style of a reading, larger where it is the headline's `own`."""
    style = look.style("chart.strong")
    return sized(style, style.size * _GROWTH) if own else style


def tone_for(table: Table, column: int, look: Look) -> Colour:
    """The colour of the headline's figure: the strongest of its answers', if it can be read."""
    tone = strongest(table, column, look)
    return tone if contrast(tone, look.colour("ground")) >= LARGE else look.colour("ink")


def signal_for(table: Table, column: int, look: Look) -> Colour:
    """The colour of a picture of one figure: the negative end's where it is of that end.

    A ground on which the tone of that end could not be read has the accent, if it is dark.
    """
    ends, ground = look.tones, look.colour("ground")
    negative = table.columns[column].pole < 0
    tone = (ends.negative if negative else ends.positive)[0]
    if contrast(tone, ground) >= LARGE:
        return tone
    return look.colour("ink" if negative and luminance(ground) > _LIGHT else "accent")


_LIGHT = 0.18
"""From this luminance a ground is a light one: black and white have the same contrast with it."""


def exclusive(table: Table, column: int) -> tuple[int, ...]:
    """A column and then the nets that share no answer with it, nor with each other."""
    chosen, taken = [column], set(parts_of(table, column))
    for place, head in enumerate(table.columns):
        members = parts_of(table, place)
        if head.part is Part.NET and not members & taken:
            chosen.append(place)
            taken |= members
    return tuple(chosen)

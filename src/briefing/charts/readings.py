"""The figures that a chart reads out beside its bars: bold, the headline's own larger and toned."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.brand.model import contrast, luminance
from briefing.charts.figures import widest
from briefing.charts.highlight import parts_of
from briefing.charts.lettering import sized, width_of
from briefing.charts.shades import LIGHT, firm, strongest
from briefing.tables.model import Part

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.drawing import Colour
    from briefing.tables.model import Table

READABLE, LARGE = 4.5, 3.0
"""The least contrast of words, and of large ones (WCAG 2.2, 1.4.3)."""
_LARGE_TYPE = 18.0
"""From this size in points words are large."""
_FEW = Fraction(1, 20)
"""Nets of fewer are not read out beside the headline's."""
_GROWTH, _LEAST_GROWTH = 2.5, 1.5
"""How much larger the headline's own figure is than the others, and among many rows at least."""
_ROWS = 15.0
"""From a growth of 2.5 among six rows it goes down, so that it does not drive them apart."""


def style_for(look: Look, *, own: bool, rows: int = 1) -> TextStyle:
    """The style of a reading; the headline's `own` is larger, in the face of large numerals."""
    style = look.style("chart.strong")
    growth = max(_LEAST_GROWTH, min(_GROWTH, _ROWS / rows))
    return sized(look.style("chart.numeral"), style.size * growth) if own else style


def room_for(table: Table, look: Look, *, own: bool, rows: int = 1) -> float:
    """The width that readings of two figures take, in points, whichever they are."""
    return width_of(widest(table), style_for(look, own=own, rows=rows))


def tone_for(table: Table, column: int, look: Look, style: TextStyle | None = None) -> Colour:
    """The colour of the headline's figure: the strongest of its answers', if it can be read.

    Without a `style` it is that of a rule or a bar, which has to be seen as large words have.
    """
    return readable(strongest(table, column, look), look, style)


def readable(tone: Colour, look: Look, style: TextStyle | None = None) -> Colour:
    """A tone if words of a `style`, or what is drawn, can be made out in it; else the ink."""
    least = READABLE if style and style.size < _LARGE_TYPE else LARGE
    return tone if contrast(tone, look.colour("ground")) >= least else look.colour("ink")


def signal_for(table: Table, column: int, look: Look) -> Colour:
    """The colour of a picture of one figure: the negative end's where it is of that end.

    On a light ground it is as much darker as it takes to be read; a dark one has the accent.
    """
    ends, ground = look.tones, look.colour("ground")
    tone = (ends.negative if table.columns[column].pole < 0 else ends.positive)[0]
    if contrast(tone, ground) >= LARGE:
        return tone
    return firm(tone, look) if luminance(ground) > LIGHT else look.colour("accent")


def exclusive(table: Table, column: int) -> tuple[int, ...]:
    """A column and then the nets that share no answer with it, nor with each other.

    A net of so few that its words would be wider than its part is none.
    """
    chosen, taken = [column], set(parts_of(table, column))
    for place, head in enumerate(table.columns):
        members = parts_of(table, place)
        few = (table.cells[0][place].value or 0) < _FEW
        if head.part is Part.NET and not members & taken and not few:
            chosen.append(place)
            taken |= members
    return tuple(chosen)

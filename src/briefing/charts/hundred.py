"""A hundred dots, one for each per cent of a share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from briefing.charts import highlight as highlights
from briefing.charts import telling
from briefing.charts.canvas import Canvas
from briefing.charts.figures import percent
from briefing.charts.lettering import SYMBOL, depth, figure_depth, figure_rise, sized, width_of
from briefing.charts.model import Chart, Drawn, Extent
from briefing.charts.readings import signal_for
from briefing.charts.shades import unfilled
from briefing.drawing import circle
from briefing.tables.rounding import half_up
from briefing.wording import wording

if TYPE_CHECKING:
    from fractions import Fraction

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.figures import Figure
    from briefing.tables.model import Table

ALL = 100
_GRIDS = ((10, 10), (20, 5), (25, 4))
"""Columns and rows of the grids that may be chosen."""
_DOT = 0.41
"""The radius of a dot as a share of the distance from dot to dot."""
_NEAREST, _FURTHEST = 5.0, 26.0
"""The distance from dot to dot, in points."""
_WIDE, _FURTHEST_WIDE = 0.07, 40.0
"""The share of a wide room that it may be, and the most of all: no stamp on a page."""
_HOLE = 0.33
"""The most white above the dots, as a part of the picture's height."""
_SMALL, _LARGE = 24.0, 72.0
"""The size of the figure, in points."""
_SHARE = 0.22
"""The size of the figure as a share of the width, within these."""
_GAP = 0.3
"""White between dots and figure, in ems of the figure."""
_SQUARE = 0.8
"""A strip gives way to a square behind the figure whose dots are not much smaller than its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hundred(Chart):
    """A grid of a hundred for one share, that of the highlight.

    Its figure stands below, to be carried on by the caption ("in a hundred …"), or before the dots
    where a flat room would make a strip of them; ``words=no`` leaves it out.
    """

    kind: ClassVar[str] = "hundred"
    pictorial: ClassVar[bool] = True
    words: bool = True

    def extent(self, table: Table, width: float, look: Look) -> Extent:
        """From four rows of small dots to ten rows of large ones."""
        highlights.one_share(table, self.highlight)  # else it is refused
        below = self._below(table, width, look)
        flat = min(width / _GRIDS[-1][0], _furthest(width)) * _GRIDS[-1][1]
        square = min(width / _GRIDS[0][0], _furthest(width)) * _GRIDS[0][1]
        small = min(_NEAREST * _GRIDS[0][1], flat, square)
        return Extent(small + below, square + below)

    def draw(self, table: Table, width: float, height: float, look: Look) -> Drawn:
        """The dots in the grid that suits the room, the figure below or before them."""
        row, column = highlights.one_share(table, self.highlight)
        value = table.cells[row][column].value
        below = self._below(table, width, look)
        height = min(height, self.extent(table, width, look).most)
        canvas = Canvas(width, height)
        room, left = height - below, 0.0
        pitch, columns = _grid(width, room, height)
        beside = self._beside(table, width, height, look) if below else None
        if beside and columns != _GRIDS[0][0] and beside[0] >= pitch * _SQUARE:
            pitch, left = beside
            room, columns = height, _GRIDS[0][0]
        filled = 0 if value is None else int(half_up(value * ALL))
        radius = pitch * _DOT
        last = (ALL // columns - 1) * pitch
        top = max(room - last - 2 * radius, 0.0)  # they stand on what is said of them
        dots = [
            circle(
                left + radius + place % columns * pitch,
                top + radius + place // columns * pitch,
                radius,
            )
            for place in range(ALL)
        ]
        signal = signal_for(table, column, look)
        for some, colour in ((dots[:filled], signal), (dots[filled:], unfilled(look))):
            if some:
                canvas.path(tuple(chain.from_iterable(some)), colour)
        if below:
            style, figure = self._style(table, width, look), self._figure(table)
            if figure.number is None:
                style = sized(style, style.size * SYMBOL)
            y = height - max(figure_depth(style), 0 if figure.number else depth(style))
            colour = signal if figure.number else look.colour("quiet")
            canvas.words(0, y, figure.text, style, colour, number=figure.number)
        return canvas.drawn()

    def describe(self, table: Table) -> str:
        """The share out of a hundred."""
        row, column = highlights.one_share(table, self.highlight)
        value = table.cells[row][column].value
        how = "" if value is None else _in_hundred(value, table.places)
        return telling.of_cell(wording().hundred_dots, table, row, column, how)

    def _figure(self, table: Table) -> Figure:
        hundredths = replace(table, counted=False)  # each dot is one, whatever they are of
        return percent(hundredths, *highlights.one_share(table, self.highlight), sign=False)

    def _style(self, table: Table, width: float, look: Look) -> TextStyle:
        base = look.style("chart.numeral")
        whole = base.size * width / width_of(self._figure(table).text, base)
        return sized(base, min(_LARGE, max(_SMALL, width * _SHARE), whole))

    def _beside(
        self, table: Table, width: float, height: float, look: Look
    ) -> tuple[float, float] | None:
        """Dots behind their figure in a square as high as the room, if the width leaves them any.

        Told are the distance from dot to dot and where they begin.
        """
        style = self._style(table, width, look)
        left = width_of(self._figure(table).text, style) + _GAP * style.size
        side = min(height, _furthest(width) * _GRIDS[0][0], width - left)
        return (side / (_GRIDS[0][0] - 1 + 2 * _DOT), left) if side > 0 else None

    def _below(self, table: Table, width: float, look: Look) -> float:
        if not self.words:
            return 0.0
        style = self._style(table, width, look)
        return _GAP * style.size + figure_rise(style) + figure_depth(style)


def _furthest(width: float) -> float:
    """The most distance from dot to dot in a room of a width, in points."""
    return max(_FURTHEST, min(width * _WIDE, _FURTHEST_WIDE))


def _grid(width: float, room: float, height: float) -> tuple[float, int]:
    """The distance from dot to dot, and the columns: the grid that leaves the least hole.

    White above a flat grid, or beside a square one, is measured against the room. More than a third
    of the whole `height` above the dots would be a hole whatever they fill of the width.
    """
    grids = [
        (min(width / across, room / down, _furthest(width)), across) for across, down in _GRIDS
    ]
    low = [each for each in grids if room - _high(*each) <= height * _HOLE] or grids[:1]

    def filled(grid: tuple[float, int]) -> float:
        pitch, across = grid
        return min(pitch * across / width, pitch * ALL / across / room)

    return max(low, key=lambda each: (round(filled(each), 3), each))


def _high(pitch: float, across: int) -> float:
    """From the top of the first dots of a grid to the foot of the last."""
    return (ALL / across - 1 + 2 * _DOT) * pitch


def _in_hundred(share: Fraction, places: int | None) -> str:
    """The dots that are coloured, and the share that they stand for."""
    filled, told = int(half_up(share * ALL)), telling.per_cent(share, places)
    return wording().in_hundred(count=filled, share=told)

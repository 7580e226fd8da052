"""A big number: one figure, as large as its room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefing.charts import highlight as highlights
from briefing.charts import telling
from briefing.charts.canvas import Canvas
from briefing.charts.figures import measured, widest
from briefing.charts.lettering import SYMBOL, figure_depth, figure_rise, rise, sized, width_of
from briefing.charts.model import Chart, Drawn, Extent
from briefing.charts.readings import signal_for
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.brand.model import Look
    from briefing.charts.figures import Figure
    from briefing.tables.model import Table

_SMALLEST, _LARGEST = 22.0, 132.0
"""The size of the figure, in points."""
_ALONE, _LARGEST_ALONE = 0.25, 200.0
"""The share of a wide room that its size may be, and how large it is at most there, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Chart):
    """One figure of a table, that of the highlight."""

    kind: ClassVar[str] = "number"
    pictorial: ClassVar[bool] = True

    def extent(self, table: Table, width: float, look: Look) -> Extent:
        """From a figure twice as high as words to one as wide as the room."""
        figure = self._figure(table)
        most_of_all = max(_LARGEST, min(width * _ALONE, _LARGEST_ALONE))
        largest = min(most_of_all, _size_for_width((figure.text, widest(table)), width, look))
        least, most = (
            _height(size, figure.text, look) for size in (min(_SMALLEST, largest), largest)
        )
        return Extent(least, most)

    def draw(self, table: Table, width: float, height: float, look: Look) -> Drawn:
        """The figure in the accent, its left edge at the room's."""
        figure = self._figure(table)
        most = self.extent(table, width, look).most
        height = min(height, most)
        numeral = look.style("chart.numeral")
        size = numeral.size * height / _height(numeral.size, figure.text, look)
        style = sized(numeral, size if figure.number else size * SYMBOL)
        canvas = Canvas(width, height)
        signal = signal_for(table, highlights.one(table, self.highlight)[1], look)
        colour = signal if figure.number else look.colour("quiet")
        y = figure_rise(style, figure.text) if figure.number else rise(style)
        canvas.words(0, y, figure.text, style, colour, number=figure.number)
        return canvas.drawn()

    def describe(self, table: Table) -> str:
        """The figure with the label of its cell, and the base."""
        return telling.of_cell(wording().big_number, table, *highlights.one(table, self.highlight))

    def _figure(self, table: Table) -> Figure:
        row, column = highlights.one(table, self.highlight)
        return measured(table, row, column)


def _height(size: float, text: str, look: Look) -> float:
    style = sized(look.style("chart.numeral"), size)
    return figure_rise(style, text) + figure_depth(style, text)


def _size_for_width(texts: Iterable[str], width: float, look: Look) -> float:
    """The size at which all of the texts fit: no figure is larger than a share, as on a wall."""
    style = look.style("chart.numeral")
    return style.size * width / max(width_of(each, style) for each in texts) * 0.995

"""One column beside a list of its answers: for names too long to stand at their segments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.charts.canvas import Canvas
from briefing.charts.figures import percent, withheld
from briefing.charts.highlight import parts_of
from briefing.charts.lettering import (
    figure_depth,
    figure_rise,
    rise,
    sized,
    width_of,
    wrap,
)
from briefing.charts.model import Extent
from briefing.charts.readings import tone_for
from briefing.charts.roll import roll
from briefing.charts.stack import figure_style, paints, put, rule_of, segments, span
from briefing.drawing import Rect

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.charts.model import Drawn
    from briefing.tables.model import Table

_THINNEST, _THICKEST, _SHARE = 34.0, 90.0, 0.14
"""The width of the column in points, and the share of the room that it takes between these."""
_GAP = 16.0
"""White between the column and the list, in points."""
_BELOW = 9.0
"""White below what is read out, in points."""
_SHORTEST = 130.0
"""The height of the column, in points."""
_FIGURE = 22.0
"""The size of the figure that is read out, in points: that of a tall column's at its smallest."""
_BEFORE = 0.5
"""White between that figure and its words, in ems of these."""
_BRACKET = 1.25
"""The rule beside what it counts, in points."""


class ListedColumn:
    """Such a column laid out for a width: what is read out stands above it."""

    def __init__(self, table: Table, width: float, look: Look, column: int | None) -> None:
        self.table, self.width, self.look = table, width, look
        self.column = None if withheld(table, 0) else column
        own = frozenset[int]() if column is None else parts_of(table, column)
        self.paints = paints(table, look, own, listed=True)
        self.colours = {place: paint.colour for place, paint in self.paints.items()}
        self.thickness = min(max(width * _SHARE, _THINNEST), _THICKEST)
        self.left = self.thickness + _GAP
        letters = {place: each.letter for place, each in self.paints.items() if each.letter}
        self.roll = roll(table, 0, look, width - self.left, own, letters=letters)
        self.numeral = sized(look.style("chart.numeral"), _FIGURE)
        self.words = look.style("chart.strong")
        self.head = 0.0
        if self.column is not None:
            figure = percent(table, 0, self.column)
            self.figure = figure
            self.indent = width_of(figure.text, self.numeral) + self.words.size * _BEFORE
            label = table.columns[self.column].label
            self.lines = wrap(label, self.words, max(width - self.indent, self.words.size))
            self.first = max(figure_rise(self.numeral), self.lines.first)
            foot = max(
                self.first + figure_depth(self.numeral),
                self.first - self.lines.first + self.lines.height,
            )
            self.head = foot + _BELOW

    def extent(self) -> Extent:
        """From a list whose entries are at their closest to one as airy as looks well."""
        least = self.head + max(_SHORTEST, self.roll.least)
        return Extent(least, max(least, self.head + self.roll.most))

    def draw(self, height: float) -> Drawn:
        """What is read out, the column, and the list as high as that."""
        height = min(height, self.extent().most)
        canvas, plot = Canvas(self.width, height), height - self.head
        bar = Rect(0, self.head, self.thickness, plot)
        made = segments(self.table, 0, plot, self.paints, rule=rule_of(self.look))
        symbol = withheld(self.table, 0)
        if symbol:
            style = self.look.style("chart.value")
            quiet = self.look.colour("quiet")
            canvas.words(bar.x, bar.y + rise(style), symbol, style, quiet)
        else:
            put(canvas, made, bar, figure_style(self.look), down=True)
        self.roll.put(canvas, self.head, plot, self.colours, left=self.left)
        if self.column is None:
            return canvas.drawn()
        tone = tone_for(self.table, self.column, self.look, self.numeral)
        canvas.words(0, self.first, self.figure.text, self.numeral, tone, number=self.figure.number)
        top = self.first - self.lines.first
        self.lines.put(canvas, self.indent, top, self.look.colour("ink"))
        if place := span(self.table, self.column, made):
            x = bar.right + _BRACKET * 2
            line = [(x, bar.y + place[0]), (x, bar.y + place[1])]
            canvas.rule(line, tone_for(self.table, self.column, self.look), _BRACKET)
        return canvas.drawn()

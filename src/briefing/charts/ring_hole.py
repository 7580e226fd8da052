"""The words in a ring's hole: the headline's figure as large as it can be, its answer below it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.charts.figures import percent, widest
from briefing.charts.lettering import figure_rise, longest_word, sized, width_of, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.canvas import Canvas, Point
    from briefing.charts.lettering import Lines
    from briefing.drawing import Colour
    from briefing.tables.model import Table

BAND = 0.17
"""The width of a ring's band as a share of its diameter."""
_FILLED = 0.88
"""The share of the hole's diameter that words may reach."""
_ALONE = 0.8
"""The share of it that a figure without words takes from side to side."""
_STEPS = 24
"""Sizes tried for the figure in the hole."""
_LARGE_FIGURE = 0.22
"""The size of the figure, as a share of the diameter, unless its words need more of the hole."""
_LEAST_FIGURE = 1.8
"""The size of the figure at least, as a multiple of its label's."""
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Hole:
    """The hole of a ring, with the figure and the label of a column.

    All rings that are weighed for a chart have the same: `found` has what fits, by the diameter.
    """

    table: Table
    column: int
    look: Look
    found: dict[float, tuple[TextStyle, Lines] | None] = field(default_factory=dict, repr=False)

    def fitted(self, diameter: float) -> tuple[TextStyle, Lines] | None:
        """The largest figure that fits with its label below it, nothing if none does.

        Where the label's larger type has no room it has the smaller: a size of the scale may be
        more than the ring has grown.
        """
        if diameter not in self.found:
            small = self.look.style("chart.strong")
            large = sized(small, small.size * min(max(diameter / 240, 1.0), 1.35))
            found = self._words(diameter, large) or self._words(diameter, small)
            self.found[diameter] = found
        return self.found[diameter]

    def put(
        self,
        canvas: Canvas,
        centre: Point,
        diameter: float,
        tone: Callable[[TextStyle], Colour],
        *,
        worded: bool,
    ) -> None:
        """Set figure and label, the figure alone where it is not `worded` or there is no room."""
        figure = percent(self.table, 0, self.column)
        fitted = self.fitted(diameter) if worded else None
        lines: Lines | None = None
        if fitted is None:
            numeral = self.look.style("chart.numeral")
            wanted = diameter * (1 - 2 * BAND) * _FILLED * _ALONE
            style = sized(numeral, numeral.size * wanted / width_of(figure.text, numeral))
            y = centre[1] + figure_rise(style) / 2
        else:
            style, lines = fitted
            y = centre[1] - self._block(style, lines) / 2 + figure_rise(style)
        colour = tone(style)
        canvas.words(centre[0], y, figure.text, style, colour, align=0.5, number=figure.number)
        if lines is not None:
            top = y + self._gap(style, lines)
            lines.put(canvas, centre[0], top, self.look.colour("ink"), align=0.5)

    def _words(self, diameter: float, label: TextStyle) -> tuple[TextStyle, Lines] | None:
        """The largest figure that fits with its label in a style."""
        figure = percent(self.table, 0, self.column)
        numeral = self.look.style("chart.numeral")
        radius = diameter / 2 * (1 - 2 * BAND) * _FILLED
        labels = self._labels(label)
        least = label.size * _LEAST_FIGURE
        sizes = [diameter * _LARGE_FIGURE * (1 - step / _STEPS) for step in range(_STEPS)]
        sizes = [size for size in sizes if size > least]
        # Rings of equal size have numerals of equal size, whichever their figures.
        longest = max(figure.text, widest(self.table), key=lambda each: width_of(each, numeral))
        for text, steps in ((longest, [*sizes, least]), (figure.text, [least])):
            for size in steps:
                style = sized(numeral, size)
                lines = self._fitting(radius, style, labels)
                if lines is None:
                    continue
                half = width_of(text, style) / 2
                if half**2 + (self._block(style, lines) / 2) ** 2 <= radius**2:
                    return style, lines
        return None

    def _block(self, style: TextStyle, lines: Lines) -> float:
        return figure_rise(style) + self._gap(style, lines) + lines.height

    def _gap(self, style: TextStyle, lines: Lines) -> float:
        return max(lines.style.size * 0.65, style.size * 0.14)

    def _labels(self, style: TextStyle) -> list[Lines]:
        """The label in one line, in two, and so on."""
        words = self.table.columns[self.column].label
        longest, whole = longest_word(words, style), width_of(words, style)
        return [
            wrap(words, style, max(longest, whole / count * 1.12))
            for count in range(1, _MOST_LINES + 1)
        ]

    def _fitting(self, radius: float, style: TextStyle, labels: Sequence[Lines]) -> Lines | None:
        """The label in as few lines as fit the hole below a figure of this style."""
        for lines in labels:
            bottom = self._block(style, lines) / 2
            if bottom < radius and (lines.width / 2) ** 2 + bottom**2 <= radius**2:
                return lines
        return None

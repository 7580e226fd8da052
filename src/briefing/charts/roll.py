"""The answers of one row as a list: swatch, label, and the figure at the right edge.

Where there are many a swatch holds the letter of its part, since its tone alone does not tell it.

It stands in for direct labels where a room is too narrow for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from briefing.charts.figures import percent
from briefing.charts.legend import LETTERED
from briefing.charts.lettering import capital, figure_rise, longest_word, sized, width_of, wrap
from briefing.charts.shades import answers
from briefing.drawing import Rect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.canvas import Canvas
    from briefing.charts.figures import Figure
    from briefing.charts.lettering import Lines
    from briefing.drawing import Colour
    from briefing.tables.model import Table

_GAP = 8.0
"""White between a label and its figure at least, in points."""
_ROOMIEST = 0.7
"""How much more white an entry has at most, as a share of the height of one of a single line."""


@dataclass(frozen=True, slots=True)
class Roll:
    """A list of answers laid out in `columns` columns.

    Above and below the words of every entry there is as much white, however many lines they take.
    """

    places: tuple[int, ...]
    labels: tuple[Lines, ...]
    figures: tuple[Figure, ...]
    value: TextStyle
    columns: int
    width: float
    look: Look
    letters: Mapping[int, str]

    @property
    def rows(self) -> int:
        """The entries of the longest column."""
        return -(-len(self.places) // self.columns)

    @property
    def heights(self) -> tuple[float, ...]:
        """The heights of the rows without their white: those of the tallest entries."""
        figure = figure_rise(self.value)
        return tuple(
            max(figure, *(label.height for label in self.labels[row :: self.rows]))
            for row in range(self.rows)
        )

    @property
    def least(self) -> float:
        """The height with the entries at their closest, in points."""
        return sum(self.heights) + self.rows * self._white

    @property
    def most(self) -> float:
        """The height with the entries as far apart as look well."""
        return self.least + self.rows * (min(self.heights) + self._white) * _ROOMIEST

    @property
    def _white(self) -> float:
        """The white of an entry at its closest, in points."""
        return _LEADING * self.look.style("chart.label").size

    def put(
        self,
        canvas: Canvas,
        top: float,
        height: float,
        colours: Mapping[int, Colour],
        *,
        left: float = 0.0,
    ) -> None:
        """Set the entries under rules from `left`, sharing out `height`."""
        white = (min(height, self.most) - sum(self.heights)) / self.rows
        measure = _measure(self.width, self.columns)
        tops = [0.0, *accumulate(each + white for each in self.heights)]
        entries = zip(self.places, self.labels, self.figures, strict=True)
        for order, (place, label, figure) in enumerate(entries):
            column, row = divmod(order, self.rows)
            high = self.heights[row] + white
            tallest = max(self.labels[row :: self.rows], key=lambda each: each.height)
            first = (high - tallest.height) / 2 + tallest.first  # one baseline for the row
            rect = Rect(left + column * (measure + _BETWEEN), top + tops[row], measure, high)
            letter = self.letters.get(place, "")
            self._put_entry(canvas, rect, colours[place], letter, label, figure, first)

    def _put_entry(  # noqa: PLR0917 - what an entry shows, and where
        self,
        canvas: Canvas,
        rect: Rect,
        colour: Colour,
        letter: str,
        label: Lines,
        figure: Figure,
        first: float,
    ) -> None:
        look = self.look
        ink = look.colour("ink")
        side = _side(look, lettered=bool(self.letters))
        canvas.rule([(rect.x, rect.y), (rect.right, rect.y)], look.colour("rule"), _RULE)
        baseline = rect.y + first
        middle = baseline - capital(label.style) / 2
        canvas.area(Rect(rect.x, middle - side / 2, side, side), colour)
        if letter:
            style = look.style("chart.legend")
            y, on = middle + capital(style) / 2, look.ink_on(colour)
            canvas.words(rect.x + side / 2, y, letter, style, on, align=0.5)
        indent = _indent(look, lettered=bool(self.letters))
        label.put(canvas, rect.x + indent, baseline - label.first, ink)
        canvas.words(
            rect.right, baseline, figure.text, self.value, ink, align=1, number=figure.number
        )


_SWATCH = 1.2
"""The side of a swatch as a multiple of a capital's height."""
_RULE = 0.5
_LEADING = 0.75
"""White above and below an entry together, in ems."""
_LARGER = 1.12
"""How much larger a figure may be than its label: the two are one line of a list."""
_BETWEEN = 24.0
"""White between two columns, in points."""
_WIDE = 380.0
"""From this width in points the list stands in two columns."""


def _side(look: Look, *, lettered: bool) -> float:
    """The side of a swatch, or of one that holds a letter."""
    if lettered:
        return look.style("chart.legend").size * LETTERED
    return capital(look.style("chart.label")) * _SWATCH


def _indent(look: Look, *, lettered: bool) -> float:
    return _side(look, lettered=lettered) + look.style("chart.label").size * 0.6


def _measure(width: float, columns: int) -> float:
    return (width - _BETWEEN * (columns - 1)) / columns


def roll(
    table: Table,
    row: int,
    look: Look,
    width: float,
    strong: frozenset[int],
    *,
    figures: TextStyle | None = None,
    letters: Mapping[int, str] | None = None,
) -> Roll:
    """Lay out the answers of a row; those in `strong` are set bold, `figures` in a style.

    `letters` stand in their swatches.

    They stand in two columns where that takes less height and breaks no word.
    """
    style, value = look.style("chart.label"), figures or look.style("chart.value")
    value = sized(value, min(value.size, style.size * _LARGER))
    shares = tuple(percent(table, row, place) for place in answers(table))
    most = max(width_of(each.text, value) for each in shares)

    held = letters or {}
    indent = _indent(look, lettered=bool(held))

    def room(columns: int) -> float:
        return max(_measure(width, columns) - indent - _GAP - most, style.size)

    def laid_out(columns: int) -> Roll:
        labels = tuple(
            wrap(table.columns[place].label, style, room(columns), strong=place in strong)
            for place in answers(table)
        )
        return Roll(answers(table), labels, shares, value, columns, width, look, held)

    one = laid_out(1)
    word = max(
        longest_word(table.columns[place].label, style, strong=place in strong)
        for place in answers(table)
    )
    if width < _WIDE or word > room(2):
        return one
    return min(one, laid_out(2), key=lambda each: each.least)

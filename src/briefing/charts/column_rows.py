"""The items of a grid as stacked columns: readings above, labels below, the legend beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.charts import labels, unshown
from briefing.charts.canvas import Canvas
from briefing.charts.column_sides import BRACKET, near, put_beside, raised, room_beside
from briefing.charts.column_stands import GAP, TALLEST, WHITE, between
from briefing.charts.figures import percent, told, withheld
from briefing.charts.highlight import spoken
from briefing.charts.lettering import (
    depth,
    figure_depth,
    figure_rise,
    longest_part,
    longest_word,
    sized,
    width_of,
    wrap,
)
from briefing.charts.model import Extent, UnsuitedError
from briefing.charts.pitch import PARTING
from briefing.charts.readings import style_for, tone_for
from briefing.charts.stack import (
    figure_style,
    fits,
    grown,
    paints,
    put,
    rule_of,
    segments,
    signs_fit,
    span,
)
from briefing.drawing import Rect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.column_stands import Stand
    from briefing.charts.figures import Figure
    from briefing.charts.model import Drawn
    from briefing.charts.rows import Items
    from briefing.charts.stack import Segment
    from briefing.drawing import Colour
    from briefing.tables.model import Table

_HEAD_GAP = 9.0
"""White below a legend above the plot, in points."""
_NARROWEST = 34.0
"""Columns that stood closer from edge to edge could not be labelled, in points."""
_MOST_LINES = 7
"""Labels of more lines are for bars, which have room for them."""
_BROKEN = 2.0
"""So are words that would be divided more than once: wider than their room by this factor."""
_SHORTEST = 120.0
"""The height of the plot, in points."""
_LABEL_GAP = 6.0
"""White between a column and its label, or its reading, in points."""
_SHRUNK = 0.995
"""What is shrunk to a room stays so much below it."""
_HEADING_GAP = 0.8
"""White between the heading and the figures that it names, in ems of the heading."""
_PARTED = 4.5
"""White between the total of the columns before it and the rule that sets it apart, in points."""
_GROWTH = 1.2
"""How much larger the figures of wide columns may be."""


class ColumnRows:
    """A grid laid out for a width: everything but the height of its columns."""

    def __init__(  # noqa: PLR0917 - what a layout depends on
        self, table: Table, width: float, look: Look, items: Items, stand: Stand, room: float
    ) -> None:
        self.table, self.width, self.look, self.stand = table, width, look, stand
        self.order = items.shown
        self.column, self.highlight = items.column, items.highlight
        self.paints = paints(table, look, spoken(table, items.highlight))
        self.value, self.rule = figure_style(look), rule_of(look)
        self.labels = self._labels()
        self.own_style, self.other_style = (
            self._reading_style(room, own=own) for own in (True, False)
        )
        self.heading = None
        if self.column is not None:
            style = look.style("chart.legend")
            most = stand.legend_x - GAP - stand.left if stand.legend_x else width
            self.heading = wrap(table.columns[self.column].label, style, most, strong=True)
        self.readings = self._readings_height()
        self.head = self.readings
        if not stand.legend_x:
            self.head += stand.legend.height + _HEAD_GAP
        self.foot = _LABEL_GAP + max(label.height for label in self.labels.values())

    def _labels(self) -> dict[int, labels.Label]:
        """The labels below the columns; raise `UnsuitedError` where they would be towers."""
        table, look, count = self.table, self.look, len(self.order)
        bases = [labels.row_base(table, row, small=False) for row in self.order]
        note = look.style("chart.note")
        widest = max(width_of(each.text, note) if each else 0.0 for each in bases)
        if self.stand.pitch < max(_NARROWEST, widest + between(look)):
            raise UnsuitedError(
                f"{count} columns do not fit side by side in {self.width:.0f} points: use kind=bars"
            )
        room = min(map(self._room, range(count)))
        made = {
            row: labels.label_for(
                table.rows[row].label,
                self._base(row, self._room(place)),
                look,
                self._room(place),
                strong=self.highlight.row(row),
                below=True,
            )
            for place, row in enumerate(self.order)
        }
        lines = max(len(label.lines.lines) for label in made.values())
        style = look.style("chart.label")
        words = [(table.rows[row].label, self.highlight.row(row)) for row in self.order]
        word = max(longest_word(label, style, strong=strong) for label, strong in words)
        part = max(longest_part(label, style, strong=strong) for label, strong in words)
        if lines > _MOST_LINES or word > room * _BROKEN or part > room:
            raise UnsuitedError(
                f"{table.id} has labels too long for {count} columns in {self.width:.0f} points: "
                "use kind=bars"
            )
        return made

    def _room(self, place: int) -> float:
        """The width that a column's label may take."""
        return min(self.stand.pitch - between(self.look), self.width - self._x(place))

    def _base(self, row: int, room: float) -> Figure | None:
        """The base of a column, with the mark of a small one where there is room for that."""
        base = labels.row_base(self.table, row)
        if base and width_of(base.text, self.look.style("chart.note")) > room:
            return labels.row_base(self.table, row, small=False)
        return base

    def _x(self, place: int) -> float:
        return self.stand.left + place * self.stand.pitch

    def _readings_height(self) -> float:
        """The heading and the figures above the columns."""
        if self.column is None or self.heading is None:
            return 0.0
        style = self._largest()
        figures = figure_rise(style) + figure_depth(style) + _LABEL_GAP
        return self.heading.height + self.heading.style.size * _HEADING_GAP + figures

    def _largest(self) -> TextStyle:
        """The style of the largest reading."""
        own = any(self._own(row) for row in self.order)
        return self.own_style if own else self.other_style

    def _reading_style(self, room: float, *, own: bool) -> TextStyle:
        """The style of a reading, no wider than the narrowest pitch allows."""
        style = style_for(self.look, own=own)
        if self.column is None:
            return style
        room = min(room, self.width - self._x(len(self.order) - 1))
        texts = [percent(self.table, row, self.column).text for row in self.order]
        widest = max(width_of(text, style) for text in texts)
        if widest <= room:
            return style
        size = style.size * room / widest * _SHRUNK
        if size < self.look.format.minimum:
            raise UnsuitedError(
                f"{len(self.order)} columns in {self.width:.0f} points are too narrow for figures "
                "above them: use kind=bars"
            )
        return sized(style, size)

    def extent(self) -> Extent:
        """From columns that hold most of their figures to columns as tall as look well."""
        beside = self.stand.legend.height if self.stand.legend_x else 0.0
        fixed = self.head + self.foot
        return Extent(fixed + max(_SHORTEST, beside), fixed + max(TALLEST, beside))

    def draw(self, height: float) -> Drawn:
        """Draw all columns into `height` points."""
        height = min(height, self.extent().most)
        plot = height - self.head - self.foot
        canvas = Canvas(self.width, height)
        self._put_head(canvas, plot)
        bars, style = self._figures(plot)
        aired = self._aired(bars, style, plot)
        for place, row in enumerate(self.order):
            rect = Rect(self._x(place), self.head, self.stand.thickness, plot)
            self._put_column(canvas, row, rect, bars[row], style, outside=row in aired)
            if place and self.table.total(row):
                x = rect.x - min((self.stand.pitch - rect.width) / 2, _PARTED)
                line = [(x, rect.y), (x, rect.bottom)]
                canvas.rule(line, self.look.colour("rule"), PARTING)
        return canvas.drawn()

    def silent(self, height: float) -> int:
        """How many shares worth a figure would have none at a height."""
        plot = min(height, self.extent().most) - self.head - self.foot
        bars, style = self._figures(plot)
        aired = self._aired(bars, style, plot)
        return sum(len(self._left(bar, style)) for row, bar in bars.items() if row not in aired)

    def _figures(self, plot: float) -> tuple[dict[int, tuple[Segment, ...]], TextStyle]:
        """The segments of all rows in a plot of this height, and the style of their figures.

        It grows where there is room for it in all segments that hold their figures in the tallest
        plot, so that in more room no figures are smaller.
        """
        thickness = self.stand.thickness
        bars = {row: self._made(row, plot, sign=True) for row in self.order}
        sign = not self.stand.bare and signs_fit(bars.values(), self.value, thickness, down=True)
        if not sign:
            bars = {row: self._made(row, plot, sign=False) for row in self.order}
        grows = self.stand.grows and not self.stand.outside
        most = min(thickness / 50, _GROWTH) if grows else 1.0
        if most <= 1 or any(self._left(bar, self.value) for bar in bars.values()):
            return bars, self.value
        tall = {row: self._made(row, self._tallest, sign=sign) for row in self.order}
        holders = [
            each
            for row, bar in bars.items()
            for each, tallest in zip(bar, tall[row], strict=True)
            if fits(tallest, self.value, thickness, down=True)
        ]
        return bars, grown(holders, self.value, thickness, most, down=True)

    @property
    def _tallest(self) -> float:
        return self.extent().most - self.head - self.foot

    def _made(self, row: int, plot: float, *, sign: bool) -> tuple[Segment, ...]:
        """The segments of a row in a plot of this height."""
        return segments(self.table, row, plot, self.paints, sign=sign, rule=self.rule)

    def _left(self, bar: tuple[Segment, ...], style: TextStyle) -> list[Segment]:
        """The segments too small for their figures, but worth one."""
        thickness = self.stand.thickness
        return [
            each
            for each in bar
            if told(self.table, each.share) and not fits(each, style, thickness, down=True)
        ]

    def _aired(
        self, bars: Mapping[int, tuple[Segment, ...]], style: TextStyle, plot: float
    ) -> frozenset[int]:
        """The rows whose columns have white at their right for the figures they do not hold."""
        if not self.stand.outside:
            return frozenset()
        gutter = self.stand.pitch - self.stand.thickness
        room = dict.fromkeys(bars, gutter - WHITE) | {self.order[-1]: self.stand.beyond - WHITE}
        return frozenset(
            row
            for row, bar in bars.items()
            if room_beside(self._left(bar, style), style, room[row], plot)
        )

    def _put_head(self, canvas: Canvas, plot: float) -> None:
        ink, quiet, stand = self.look.colour("ink"), self.look.colour("quiet"), self.stand
        if stand.legend_x:
            last = self._made(self.order[-1], plot, sign=True)
            middles = _middles(unshown.keyed(self.table), last)
            placed = stand.legend.beside(middles, plot)
            placed.put(canvas, stand.legend_x, self.head, quiet)
        else:
            stand.legend.put(canvas, 0, 0, quiet)
        if self.heading is not None:
            self.heading.put(canvas, self.stand.left, self.head - self.readings, ink)

    def _put_column(
        self,
        canvas: Canvas,
        row: int,
        rect: Rect,
        made: tuple[Segment, ...],
        style: TextStyle,
        *,
        outside: bool,
    ) -> None:
        ink, quiet = self.look.colour("ink"), self.look.colour("quiet")
        self.labels[row].put(canvas, rect.x, rect.bottom + _LABEL_GAP, ink, quiet)
        symbol = withheld(self.table, row)
        if symbol:
            y = rect.bottom - depth(self.value)  # high up it would be read as a neighbour's figure
            canvas.words(rect.x, y, symbol, self.value, quiet)
            return
        left = put(canvas, made, rect, style, down=True)
        if self.column is not None:
            self._put_reading(canvas, row, self.column, rect)
        marked = self._put_bracket(canvas, row, made, rect)
        if outside:
            owed = [each for each in left if told(self.table, each.share)]
            over = self._over(row, rect, style)
            put_beside(canvas, owed, rect, style, self.look, over, marked)
            left = tuple(each for each in left if not told(self.table, each.share))
        canvas.silent.extend((row, each.column) for each in left)

    def _put_reading(self, canvas: Canvas, row: int, column: int, rect: Rect) -> None:
        own = self._own(row)
        style = self.own_style if own else self.other_style
        figure = percent(self.table, row, column)
        colour: Colour = self.look.colour("ink")
        if own:
            colour = tone_for(self.table, column, self.look, style)
        y = rect.y - _LABEL_GAP - figure_depth(self._largest())
        canvas.words(rect.x, y, figure.text, style, colour, number=figure.number)

    def _reading_width(self, row: int) -> float:
        """The width of the figure above a column."""
        if self.column is None:
            return 0.0
        style = self.own_style if self._own(row) else self.other_style
        return width_of(percent(self.table, row, self.column).text, style)

    def _put_bracket(
        self, canvas: Canvas, row: int, made: tuple[Segment, ...], rect: Rect
    ) -> tuple[float, float] | None:
        """A rule beside the answers that the headline counts together, in its own column.

        Return the part of the column that it marks.
        """
        if self.column is None or not self._own(row):
            return None
        place = span(self.table, self.column, made)
        if place is not None:
            x = rect.right + BRACKET * 1.75
            if x + BRACKET > self.width:
                x = rect.x - BRACKET * 1.75
            start, end = (rect.y + each for each in place)
            colour = tone_for(self.table, self.column, self.look)
            canvas.rule([(x, start), (x, end)], colour, BRACKET)
        return place

    def _over(self, row: int, rect: Rect, style: TextStyle) -> float:
        """How far the first figure beside a column may reach into the white above.

        Beside a reading that does not reach so far it may stand higher.
        """
        beyond = rect.right + near(style)
        clear = rect.x + self._reading_width(row) + style.size / 2 <= beyond
        return raised(style, self.head if clear else min(self.head, _LABEL_GAP), clear=clear)

    def _own(self, row: int) -> bool:
        return self.highlight.reading(row, self.column)


def _middles(places: tuple[int, ...], made: tuple[Segment, ...]) -> list[float]:
    """Where each answer's segment has its middle; that of an absent one is where it would be."""
    by_place = {each.column: each for each in made}
    middles, at = [], 0.0
    for place in places:
        segment = by_place.get(place)
        middles.append(segment.middle if segment else at)
        at = segment.end if segment else at
    return middles

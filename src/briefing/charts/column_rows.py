"""The items of a grid as stacked columns: readings above, labels below, the legend beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.charts import labels, legend
from briefing.charts.canvas import Canvas
from briefing.charts.figures import percent, withheld
from briefing.charts.lettering import capital, figure_depth, figure_rise, sized, width_of, wrap
from briefing.charts.model import Extent, UnsuitedError
from briefing.charts.readings import style_for, tone_for
from briefing.charts.shades import answers
from briefing.charts.stack import (
    SMALL,
    WHITE,
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
    from collections.abc import Sequence

    from briefing.brand.model import Look, TextStyle
    from briefing.charts.figures import Figure
    from briefing.charts.highlight import Highlight
    from briefing.charts.model import Drawn
    from briefing.charts.stack import Segment
    from briefing.drawing import Colour
    from briefing.tables.model import Table

_WIDE = 380.0
"""From this width in points the legend may stand at the right."""
_LEGEND = 0.24
"""The share of the width that it may take there."""
_ROOMY = 58.0
"""The pitch of the columns that it must leave, in points."""
_GAP = 22.68
"""White between the plot and the legend at its right at least: 8 mm, in points."""
_HEAD_GAP = 9.0
"""White below a legend above the plot, in points."""
_FULL = 0.76
"""The share of the pitch that a column takes."""
_WIDEST = 110.0
"""A column is never wider, in points."""
_NARROWEST = 34.0
"""Columns that stood closer from edge to edge could not be labelled, in points."""
_SHORTEST, _TALLEST = 120.0, 430.0
"""The height of the plot, in points."""
_LABEL_GAP = 6.0
"""White between a column and its label, or its reading, in points."""
_BETWEEN = 6.0
"""White between two labels, in points."""
_BRACKET = 1.25
"""The rule that marks the headline's answers, in points."""
_TICK, _TICK_RULE = 4.0, 0.5
"""The tick from a segment to a figure beside its column: its length and weight, in points."""
_OUTSIDE = 1.5
"""White around the tick, in points."""
_GROWTH = 1.2
"""How much larger the figures of wide columns may be."""


class ColumnRows:
    """A grid laid out for a width: everything but the height of its columns."""

    def __init__(
        self,
        table: Table,
        width: float,
        look: Look,
        *,
        order: tuple[int, ...],
        column: int | None,
        highlight: Highlight,
    ) -> None:
        self.table, self.width, self.look = table, width, look
        self.order, self.column, self.highlight = order, column, highlight
        self.paints = paints(table, look)
        self.colours = {place: paint.colour for place, paint in self.paints.items()}
        self.value, self.rule = figure_style(look), rule_of(look)
        self._columns()
        self.own_style, self.other_style = (self._reading_style(own=own) for own in (True, False))
        self.heading = None
        if column is not None:
            style = look.style("chart.legend")
            self.heading = wrap(table.columns[column].label, style, self.plot_width, strong=True)
        self.readings = self._readings_height()
        self.head = self.readings
        if not self.legend_x:
            self.head += self.legend.height + _HEAD_GAP
        self.foot = _LABEL_GAP + max(label.height for label in self.labels.values())

    def _columns(self) -> None:
        """Where the columns stand, with the legend at the right if it leaves them room."""
        table, look, count = self.table, self.look, len(self.order)
        entries = [(table.columns[place].label, self.colours[place]) for place in answers(table)]
        self.legend_x = self.gap = 0.0
        self.plot_width = self.width
        if self.width >= _WIDE:
            beside = legend.down(entries, look, self.width * _LEGEND)
            self.gap = self._gap(self.width - beside.width)
            plot = self.width - beside.width - self.gap
            pitch = plot / (count - 1 + _FULL)
            needed = labels.least_width(table.rows, look) + _BETWEEN
            if pitch >= max(_ROOMY, needed):
                self.legend, self.legend_x = beside, plot + self.gap
                self.plot_width = plot
        if not self.legend_x:
            self.legend = legend.across(entries, look, self.width)
        self.pitch = self.plot_width / (count - 1 + _FULL)
        bases = [labels.row_base(table, row, small=False) for row in self.order]
        note = look.style("chart.note")
        widest = max(width_of(each.text, note) if each else 0.0 for each in bases)
        if self.pitch < max(_NARROWEST, widest + _BETWEEN):
            raise UnsuitedError(
                f"{count} columns do not fit side by side in {self.width:.0f} points: use kind=bars"
            )
        self.thickness = min(self.pitch * _FULL, _WIDEST)
        if count > 1:
            self.pitch = (self.plot_width - self.thickness) / (count - 1)
        self.labels = {
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

    def _gap(self, width: float) -> float:
        """The white before a legend at the right: as wide as figures need that stand outside.

        Only where there is as much between two columns; `width` is what both share.
        """
        outside = width_of("88%", sized(self.value, self.value.size * _GROWTH)) + WHITE
        beyond = outside + WHITE
        pitch = (width - beyond) / (len(self.order) - 1 + _FULL)
        return max(_GAP, beyond if pitch - min(pitch * _FULL, _WIDEST) >= outside else 0.0)

    def _room(self, place: int) -> float:
        """The width that a column's label may take."""
        return min(self.pitch - _BETWEEN, self.width - self._x(place))

    def _base(self, row: int, room: float) -> Figure | None:
        """The base of a column, with the mark of a small one where there is room for that."""
        base = labels.row_base(self.table, row)
        if base and width_of(base.text, self.look.style("chart.note")) > room:
            return labels.row_base(self.table, row, small=False)
        return base

    def _x(self, place: int) -> float:
        return place * self.pitch

    def _readings_height(self) -> float:
        """The heading and the figures above the columns."""
        if self.column is None or self.heading is None:
            return 0.0
        style = self._largest()
        figures = figure_rise(style) + figure_depth(style) + _LABEL_GAP
        return self.heading.height + _LABEL_GAP * 0.75 + figures

    def _largest(self) -> TextStyle:
        """The style of the largest reading."""
        own = any(self._own(row) for row in self.order)
        return self.own_style if own else self.other_style

    def _reading_style(self, *, own: bool) -> TextStyle:
        """The style of a reading, no wider than its column allows."""
        style = style_for(self.look, own=own)
        room = min(self._room(place) for place in range(len(self.order)))
        if self.column is None:
            return style
        texts = [percent(self.table, row, self.column).text for row in self.order]
        widest = max(width_of(text, style) for text in texts)
        return sized(style, style.size * room / widest) if widest > room else style

    def extent(self) -> Extent:
        """From columns that hold most of their figures to columns as tall as look well."""
        beside = self.legend.height if self.legend_x else 0.0
        fixed = self.head + self.foot
        return Extent(fixed + max(_SHORTEST, beside), fixed + max(_TALLEST, beside))

    def draw(self, height: float) -> Drawn:
        """Draw all columns into `height` points."""
        height = min(height, self.extent().most)
        plot = height - self.head - self.foot
        canvas = Canvas(self.width, height)
        self._put_head(canvas, plot)
        bars = [self._made(row, plot, sign=True) for row in self.order]
        sign = signs_fit(bars, self.value, self.thickness, down=True)
        bars = [self._made(row, plot, sign=sign) for row in self.order]
        most = min(self.thickness / 50, _GROWTH)
        style = grown(bars, self.value, self.thickness, most, down=True)
        outside = self._outside(bars, style)
        for place, row in enumerate(self.order):
            rect = Rect(self._x(place), self.head, self.thickness, plot)
            self._put_column(canvas, row, rect, bars[place], style, outside=outside)
        return canvas.drawn()

    def _made(self, row: int, plot: float, *, sign: bool) -> tuple[Segment, ...]:
        """The segments of a row in a plot of this height."""
        return segments(self.table, row, plot, self.paints, sign=sign, rule=self.rule)

    def _outside(self, bars: Sequence[tuple[Segment, ...]], style: TextStyle) -> bool:
        """Whether every column has white enough at its right for its figures too high for it."""
        gutter = self.pitch - self.thickness
        beyond = self.gap if self.legend_x else self.width - self._x(len(bars) - 1) - self.thickness
        return all(
            width_of(each.figure.text, style) + WHITE
            <= (gutter if place < len(bars) - 1 else beyond)
            for place, bar in enumerate(bars)
            for each in bar
            if each.share >= SMALL and not fits(each, style, self.thickness, down=True)
        )

    def _put_head(self, canvas: Canvas, plot: float) -> None:
        ink, quiet = self.look.colour("ink"), self.look.colour("quiet")
        if self.legend_x:
            last = self._made(self.order[-1], plot, sign=True)
            middles = _middles(answers(self.table), last)
            placed = self.legend.beside(middles, plot)
            placed.put(canvas, self.legend_x, self.head, quiet)
        else:
            self.legend.put(canvas, 0, 0, quiet)
        if self.heading is not None:
            self.heading.put(canvas, 0, self.head - self.readings, ink)

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
        held = withheld(self.table, row)
        if held:
            y = rect.y + capital(self.value)
            canvas.words(rect.x, y, held, self.value, quiet)
            return
        left = put(canvas, made, rect, style, down=True)
        if self.column is not None:
            self._put_reading(canvas, row, self.column, rect)
        self._put_bracket(canvas, row, made, rect)
        if outside:
            self._put_outside(canvas, left, rect, style)

    def _put_reading(self, canvas: Canvas, row: int, column: int, rect: Rect) -> None:
        own = self._own(row)
        style = self.own_style if own else self.other_style
        figure = percent(self.table, row, column)
        colour: Colour = self.look.colour("ink")
        if own:
            colour = tone_for(self.table, column, self.look)
        y = rect.y - _LABEL_GAP - figure_depth(self._largest())
        canvas.words(rect.x, y, figure.text, style, colour, number=figure.number)

    def _put_bracket(self, canvas: Canvas, row: int, made: tuple[Segment, ...], rect: Rect) -> None:
        """A rule beside the answers that the headline counts together, in its own column."""
        if self.column is None or not self._own(row):
            return
        place = span(self.table, self.column, made)
        if place is None:
            return
        x = rect.right + _BRACKET * 1.75
        if x + _BRACKET > self.width:
            x = rect.x - _BRACKET * 1.75
        start, end = (rect.y + each for each in place)
        canvas.rule([(x, start), (x, end)], tone_for(self.table, self.column, self.look), _BRACKET)

    def _put_outside(
        self, canvas: Canvas, left: tuple[Segment, ...], rect: Rect, style: TextStyle
    ) -> None:
        """Figures too high for their segments, at the right of the column, each behind a tick."""
        ink, quiet = self.look.colour("ink"), self.look.colour("quiet")
        start = rect.right + 2 * _BRACKET + _OUTSIDE
        low = 0.0
        for each in left:
            at = rect.y + each.middle
            y = at + capital(style) / 2
            if each.share < SMALL or y - figure_rise(style) < low:
                continue
            low = y + _OUTSIDE
            canvas.rule([(start, at), (start + _TICK, at)], quiet, _TICK_RULE)
            x = start + _TICK + _OUTSIDE
            canvas.words(x, y, each.figure.text, style, ink, number=each.figure.number)

    def _own(self, row: int) -> bool:
        """Whether the headline speaks of the reading of this row."""
        return self.highlight.row(row) and self.column in self.highlight.columns


def _middles(places: tuple[int, ...], made: tuple[Segment, ...]) -> list[float]:
    """Where each answer's segment has its middle; that of an absent one is where it would be."""
    by_place = {each.column: each for each in made}
    middles, at = [], 0.0
    for place in places:
        segment = by_place.get(place)
        middles.append(segment.middle if segment else at)
        at = segment.end if segment else at
    return middles

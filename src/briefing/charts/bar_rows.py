"""The rows of a grid as stacked bars: labels, bars and readings in three columns, or in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.charts import labels, legend
from briefing.charts.canvas import Canvas
from briefing.charts.figures import percent, withheld
from briefing.charts.lettering import (
    capital,
    figure_rise,
    longest_word,
    width_of,
    wrap,
)
from briefing.charts.pitch import LABEL_GAP, ROW_GAP, Pitches
from briefing.charts.readings import room_for, style_for, tone_for
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
    from briefing.charts.highlight import Highlight
    from briefing.charts.lettering import Lines
    from briefing.charts.model import Drawn, Extent
    from briefing.charts.stack import Segment
    from briefing.tables.model import Table

_NARROW = 330.0
"""Below this width in points labels stand above their bars instead of beside them."""
_LABELS = 0.28
"""The share of the width that labels beside bars take, so that charts of a page have one line."""
_LABELS_MOST = 0.4
"""The share that a long word may make of it."""
_HEADING = 0.18
"""The share of the width that the heading of the readings may take."""
_GAP = 10.0
"""White between labels, plot and readings, in points."""
_HEAD_GAP = 9.0
"""White below the legend, in points."""
_THICKEST = 56.0
"""A bar is never thicker, in points."""
_INSIDE = 3.5
"""White above and below the figures of the thinnest bars, in points."""
_TICK, _TICK_RULE = 3.0, 0.5
"""The tick from a segment to its figure above the bar: its length and weight, in points."""
_OUTSIDE = 1.6
"""White around the tick, in points."""
_GROWTH = 1.35
"""How much larger the figures of thick bars may be."""
_BRACKET = 1.25
"""The rule that marks the headline's answers, in points."""


class BarRows:
    """A grid laid out for a width: everything but the height of its rows."""

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
        self.beside = width >= _NARROW
        self._readings()
        self._labels()
        self._legend()
        self.pitches = self._pitches()

    def _readings(self) -> None:
        table = self.table
        self.heading = None
        self.readings_width = 0.0
        if self.column is None:
            return
        widest = max(
            width_of(percent(table, row, self.column).text, self._reading_style(row))
            for row in self.order
        )
        self.heading = self._heading(self.column, widest)
        if self.beside:
            own = any(self._own(row) for row in self.order)
            widest = max(widest, self.heading.width, room_for(self.look, own=own))
        self.readings_width = widest

    def _heading(self, column: int, widest: float) -> Lines:
        """The name of the column that is read out: over it in lines of its width, or on one."""
        label, style = self.table.columns[column].label, self.look.style("chart.legend")
        if not self.beside:
            return wrap(label, style, self.width, strong=True)
        word = longest_word(label, style, strong=True)
        half = width_of(label, style, strong=True) * 0.58
        most = self.width * _HEADING
        return wrap(label, style, max(widest, word, min(half, most)), strong=True)

    def _labels(self) -> None:
        table, look = self.table, self.look
        readings = self.readings_width + (_GAP if self.readings_width else 0)
        if self.beside:
            word = labels.least_width(table.rows, look)
            room = max(self.width * _LABELS, min(word, self.width * _LABELS_MOST))
        else:
            room = self.width - readings
        self.labels = {
            row: labels.label_for(
                table.rows[row].label,
                labels.row_base(table, row),
                look,
                room,
                strong=self.highlight.row(row),
            )
            for row in self.order
        }
        if not self.beside:
            self.plot_x, self.plot_width = 0.0, self.width
            return
        self.plot_x = max(room, *(label.width for label in self.labels.values())) + _GAP
        self.plot_width = self.width - self.plot_x - readings

    def _legend(self) -> None:
        table, look = self.table, self.look
        entries = [(table.columns[place].label, self.colours[place]) for place in answers(table)]
        left = self.width - self.readings_width - _GAP if self.beside else self.width
        whole, beside = (legend.across(entries, look, each) for each in (self.width, left))
        heading = self.heading.height if self.heading else 0.0
        stacked = whole.height + ROW_GAP + heading
        self.stacked = not self.beside or stacked < max(beside.height, heading)
        self.legend = whole if self.stacked else beside
        self.heading_top = 0.0
        if self.stacked:
            self.heading_top = whole.height + ROW_GAP
            self.head = whole.height + _HEAD_GAP + (heading + ROW_GAP / 2 if heading else 0)
        else:
            self.head = max(beside.height, heading) + _HEAD_GAP

    def _pitches(self) -> Pitches:
        if self.beside:
            tallest = max(label.height_beside for label in self.labels.values())
            tallest = max(tallest, *(self._reading_height(row) for row in self.order))
        else:
            tallest = max(label.height for label in self.labels.values())
        own = any(self._own(row) for row in self.order)
        return Pitches(
            len(self.order),
            self.head,
            tallest,
            beside=self.beside,
            thinnest=capital(self.value) + 2 * _INSIDE,
            thickest=_THICKEST,
            foot=2 * _BRACKET if own else 0.0,
        )

    def _reading_height(self, row: int) -> float:
        return 0.0 if self.column is None else figure_rise(self._reading_style(row))

    def extent(self) -> Extent:
        """From bars that just hold their figures to bars as thick as look well."""
        return self.pitches.extent

    def draw(self, height: float) -> Drawn:
        """Draw all rows into `height` points."""
        pitches = self.pitches
        pitch = pitches.pitch(height)
        thickness = pitches.thickness(pitch)
        canvas = Canvas(self.width, min(height, pitches.height(pitch)))
        self._put_head(canvas)
        bars = [self._made(row, sign=True) for row in self.order]
        sign = signs_fit(bars, self.value, thickness)
        bars = [self._made(row, sign=sign) for row in self.order]
        style = grown(bars, self.value, thickness, min(thickness / 24, _GROWTH))
        outside = self._outside(bars, style, thickness, pitches.clear(pitch))
        for place, row in enumerate(self.order):
            bar = Rect(self.plot_x, pitches.top(place, pitch), self.plot_width, thickness)
            self._put_row(canvas, row, bar, bars[place], style, outside=outside)
        return canvas.drawn()

    def _made(self, row: int, *, sign: bool) -> tuple[Segment, ...]:
        """The segments of a row."""
        return segments(self.table, row, self.plot_width, self.paints, sign=sign, rule=self.rule)

    def _put_head(self, canvas: Canvas) -> None:
        ink = self.look.colour("ink")
        low = self.head - _HEAD_GAP
        top = 0.0 if self.stacked else low - self.legend.height
        self.legend.put(canvas, 0.0, top, self.look.colour("quiet"))
        if self.heading is not None:
            top = self.heading_top if self.stacked else low - self.heading.height
            self.heading.put(canvas, self.width, top, ink, align=1)

    def _put_row(
        self,
        canvas: Canvas,
        row: int,
        bar: Rect,
        made: tuple[Segment, ...],
        style: TextStyle,
        *,
        outside: bool,
    ) -> None:
        """One row: label, bar, reading, and the figures above it if they stand `outside`."""
        table, look = self.table, self.look
        ink, quiet = look.colour("ink"), look.colour("quiet")
        label = self.labels[row]
        middle = bar.y + bar.height / 2
        if self.beside:
            label.put_beside(canvas, 0, middle, ink, quiet)
            baseline = middle
        else:
            label.put(canvas, 0, bar.y - LABEL_GAP - label.height, ink, quiet)
            baseline = bar.y - LABEL_GAP - label.height + label.lines.last
        held = withheld(table, row)
        if held:
            canvas.words(bar.x, middle + capital(self.value) / 2, held, self.value, quiet)
            return
        self._put_reading(canvas, row, baseline)
        left = put(canvas, made, bar, style)
        if outside:
            self._put_outside(canvas, left, bar, style)
        self._put_bracket(canvas, row, made, bar)

    def _outside(
        self,
        bars: Sequence[tuple[Segment, ...]],
        style: TextStyle,
        thickness: float,
        clear: float,
    ) -> bool:
        """Whether there is white enough for figures above bars; the first has the head above it."""
        first = _HEAD_GAP if self.beside else clear
        if any(each.share >= SMALL and not fits(each, style, thickness) for each in bars[0]):
            clear = min(clear, first + max(0.0, self.pitches.tallest - thickness) / 2)
        return clear >= capital(style) + WHITE

    def _put_outside(
        self, canvas: Canvas, left: tuple[Segment, ...], bar: Rect, style: TextStyle
    ) -> None:
        """Figures too wide for their segments, above the bar, each over a tick."""
        right, quiet = bar.x, self.look.colour("quiet")
        for each in left:
            width = width_of(each.figure.text, style)
            x = max(bar.x, min(bar.x + each.middle - width / 2, bar.right - width))
            if each.share < SMALL or x < right:
                continue
            right = x + width + _OUTSIDE
            y, ink = bar.y - _TICK - 2 * _OUTSIDE, self.look.colour("ink")
            tick = bar.y - _OUTSIDE
            at = bar.x + each.middle
            canvas.rule([(at, tick), (at, tick - _TICK)], quiet, _TICK_RULE)
            canvas.words(x, y, each.figure.text, style, ink, number=each.figure.number)

    def _put_reading(self, canvas: Canvas, row: int, at: float) -> None:
        """The figure read out: centred on the bar beside it, or on the label's last baseline."""
        if self.column is None:
            return
        own = self._own(row)
        style = self._reading_style(row)
        figure = percent(self.table, row, self.column)
        colour = tone_for(self.table, self.column, self.look) if own else self.look.colour("ink")
        y = at + capital(style) / 2 if self.beside else at
        canvas.words(self.width, y, figure.text, style, colour, align=1, number=figure.number)

    def _put_bracket(self, canvas: Canvas, row: int, made: tuple[Segment, ...], bar: Rect) -> None:
        """A rule below the answers that the headline counts together, in its own row."""
        if self.column is None or not self._own(row):
            return
        place = span(self.table, self.column, made)
        if place is not None:
            y = bar.bottom + _BRACKET * 1.5
            colour = tone_for(self.table, self.column, self.look)
            start, end = (bar.x + each for each in place)
            canvas.rule([(start, y), (end, y)], colour, _BRACKET)

    def _own(self, row: int) -> bool:
        """Whether the headline speaks of the reading of this row."""
        return self.highlight.row(row) and self.column in self.highlight.columns

    def _reading_style(self, row: int) -> TextStyle:
        return style_for(self.look, own=self._own(row) and self.beside)

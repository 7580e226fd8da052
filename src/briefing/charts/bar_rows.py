"""The rows of a grid as stacked bars: labels, bars and readings in three columns, or in one."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from briefing.charts import labels, legend, unshown
from briefing.charts.bar_ends import ends
from briefing.charts.bar_over import put_over, room_over
from briefing.charts.canvas import Canvas
from briefing.charts.figures import percent, told, withheld
from briefing.charts.highlight import spoken
from briefing.charts.lettering import (
    capital,
    figure_depth,
    figure_rise,
    heading_over,
    sized,
    width_of,
    wrap,
)
from briefing.charts.pitch import LABEL_GAP, ROW_GAP, Pitches
from briefing.charts.readings import room_for, style_for, tone_for
from briefing.charts.stack import (
    figure_style,
    fits,
    grown,
    held,
    paints,
    put,
    rule_of,
    segments,
    signs_fit,
    span,
)
from briefing.drawing import Rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.bar_ends import Ends
    from briefing.charts.legend import Legend
    from briefing.charts.lettering import Lines
    from briefing.charts.model import Drawn, Extent
    from briefing.charts.rows import Items
    from briefing.charts.stack import Segment
    from briefing.tables.model import Table

NARROW = 330.0
"""Below this width in points labels stand above their bars instead of beside them."""
LABELS = (0.28, 0.34, 0.4, 0.46)
"""The shares of the width that labels beside bars take: the first, so that charts of a page have
one line, unless long labels leave no height for the bars."""
_LABELS_MOST = 0.4
"""The share that a long word may make of it."""
_CALM_LINES, _BARS_ENOUGH = 2, 0.44
"""Labels of more lines than these have more of the width, while bars keep this share of it."""
_BARS_LEAST, _BARS_HALF = 0.4, 0.52
"""Bars that have less of the width beside their labels stand below them, where there is height;
likewise those that have less beside labels of many lines."""
_HEADING, _HEADING_ALONE = 0.18, 0.6
"""The share of the width that the heading of the readings may take, and that of a long one."""
_GAP = 10.0
"""White between labels, plot and readings, in points."""
_HEAD_GAP = 9.0
"""White below the legend, in points."""
_THICKEST = 56.0
"""A bar is never thicker, in points."""
_INSIDE = 3.5
"""White above and below the figures of the thinnest bars, in points."""
_GROWTH = 1.35
"""How much larger the figures of thick bars may be."""
_ROUNDS = 3
"""How often the room at the ends of bars is found anew: less of it is lost each time."""
_SLIP = 0.01
"""Widths are compared to a hundredth of a point."""
_BRACKET = 1.25
"""The rule that marks the headline's answers, in points."""


class BarRows:
    """A grid laid out for a width: everything but the height of its rows.

    `share` is the part of the width that labels take beside the bars, none where they stand above.
    """

    def __init__(self, table: Table, width: float, look: Look, items: Items, share: float) -> None:
        self.table, self.width, self.look = table, width, look
        self.order = self.shown = items.order
        self.column, self.highlight = items.column, items.highlight
        self.share, self.beside = share, share > 0
        self.plot_x, self.plot_width = 0.0, width
        self.outside = self.close = False
        self.crowned: frozenset[int] = frozenset()
        self.paints = paints(table, look, spoken(table, items.highlight))
        self.colours = {place: paint.colour for place, paint in self.paints.items()}
        self.value, self.rule = figure_style(look), rule_of(look)
        self._readings()
        self._labels()
        self._legend()
        self.pitches = self._pitches()

    def with_outside(self, *, close: bool = False) -> BarRows:
        """The same with figures outside the segments that do not hold them.

        They stand at the ends of their bars, others above them, or `close` above. Many rows leave
        no white for the ticks of these, and a figure is worth more than its air.
        """
        other = copy(self)
        other.outside, other.close = True, close
        other._leave_ends()  # noqa: SLF001 - one of its own kind
        other.crowned = frozenset(filter(other._overflows, other.order))  # noqa: SLF001 - the same
        if other.beside:
            other.head += max(0.0, other.above - _HEAD_GAP)
        other.pitches = other._pitches()  # noqa: SLF001 - one of its own kind
        return other

    def part(self, shown: tuple[int, ...]) -> BarRows:
        """The same with some of its rows."""
        other = copy(self)
        other.shown = shown
        other.pitches = other._pitches()  # noqa: SLF001 - one of its own kind
        return other

    @property
    def over(self) -> bool:
        """Whether figures stand above bars."""
        return bool(self.crowned)

    @property
    def lines(self) -> int:
        """The lines of the longest label."""
        return max(label.rows for label in self.labels.values())

    @property
    def small(self) -> bool:
        """Whether a share has a figure that its segment does not hold."""
        return any(self._owed(self._made(row, sign=False)) for row in self.order)

    @property
    def squeezed(self) -> bool:
        """Whether labels and readings leave bars beside them too little of the width.

        More would be a lot where labels have many lines even so.
        """
        crowded = self.lines > _CALM_LINES and self.plot_width < self.width * _BARS_HALF
        return self.beside and (crowded or self.plot_width < self.width * _BARS_LEAST)

    @property
    def cramped(self) -> bool:
        """Whether labels are broken into many lines beside bars that could be shorter."""
        return self.lines > _CALM_LINES and self.plot_width > self.width * _BARS_ENOUGH

    def _owed(self, made: Iterable[Segment]) -> list[Segment]:
        """The segments of a bar, as thin as can be, that do not hold a figure worth its place."""
        thin = self._thinnest
        return [
            each
            for each in made
            if told(self.table, each.share) and not fits(each, self.value, thin)
        ]

    def _ends(self, row: int, made: tuple[Segment, ...], owed: Sequence[Segment]) -> Ends:
        """Those of them whose figures stand at the ends of the bar of a row."""
        behind = self.width - self.plot_x - self.plot_width - self._taken(row)
        before = self.plot_x - self._labelled(row)
        return ends(made, owed).within(before + _SLIP, behind + _SLIP, self._end_style)

    @property
    def _end_style(self) -> TextStyle:
        """The largest style of figures at the ends of bars.

        Those of bars below their labels do not grow: the less are the bars indented.
        """
        return self._largest if self.beside else self.value

    def _labelled(self, row: int) -> float:
        """What a label beside its bar takes before it, with the white behind."""
        return self.labels[row].width + _GAP if self.beside else 0.0

    def _leave_ends(self) -> None:
        """Leave room for figures at the ends of bars, where labels and readings do not.

        It is found again in what that leaves of the bars, where more segments may be too small.
        """
        behind = self.width - self.plot_x - self.plot_width
        style = self._end_style
        for _ in range(_ROUNDS):
            for row in self.order:
                made = self._made(row, sign=True)
                own = ends(made, self._owed(self._made(row, sign=False)))
                self.plot_x = max(self.plot_x, self._labelled(row) + own.before(style))
                behind = max(behind, self._taken(row) + own.behind(style))
            self.plot_width = self.width - self.plot_x - behind

    def _taken(self, row: int) -> float:
        """What the reading of a row takes behind its bar, with the white before it."""
        if self.column is None or not self.beside:
            return 0.0
        figure = percent(self.table, row, self.column)
        return _GAP + width_of(figure.text, self._reading_style(row))

    def _overflows(self, row: int) -> bool:
        """Whether a figure of a row stands neither in its bar nor at an end of it."""
        made = self._made(row, sign=False)
        owed = self._owed(made)
        own = self._ends(row, made, owed)
        return not all(own.has(each) for each in owed)

    @property
    def _largest(self) -> TextStyle:
        """The style of the largest figures on bars."""
        return sized(self.value, self.value.size * _GROWTH)

    @property
    def _thinnest(self) -> float:
        return capital(self.value) + 2 * _INSIDE

    def _readings(self) -> None:
        table = self.table
        self.heading: Lines | None = None
        self.long_heading = False
        self.readings_width = 0.0
        if self.column is None:
            return
        widest = max(
            width_of(percent(table, row, self.column).text, self._reading_style(row))
            for row in self.order
        )
        if self.beside:
            own = any(self._own(row) for row in self.order)
            widest = max(widest, room_for(table, self.look, own=own, rows=len(self.order)))
        self.readings_width = widest
        self._heading(self.column)

    def _heading(self, column: int) -> None:
        """The name of the column that is read out: over it, reaching to the left, or on a line."""
        label, style = self.table.columns[column].label, self.look.style("chart.legend")
        if not self.beside:
            self.heading = wrap(label, style, self.width, strong=True)
            return
        self.heading, self.long_heading = heading_over(
            label,
            style,
            self.readings_width,
            self.width * _HEADING,
            self.width * _HEADING_ALONE,
        )

    def _labels(self) -> None:
        table, look = self.table, self.look
        readings = self.readings_width + (_GAP if self.readings_width else 0)
        if self.beside:
            word = labels.least_width(table.rows, look)
            room = self.width * max(self.share, min(word / self.width, _LABELS_MOST))
        else:
            room = self.width - readings
        rows = [
            (table.rows[row].label, labels.row_base(table, row), self.highlight.row(row))
            for row in self.order
        ]
        self.labels = dict(zip(self.order, labels.labels_for(rows, look, room), strict=True))
        if not self.beside:
            return
        widest = max(label.width for label in self.labels.values())
        self.plot_x = (max(room, widest) if self.share == LABELS[0] else widest) + _GAP
        self.plot_width = self.width - self.plot_x - readings

    def _legend(self) -> None:
        """The legend at the left, above labels and bars, its edge that of the question.

        It leaves the readings their column, their heading beside it, unless that takes more than
        a row more than the heading below it.
        """
        table, look = self.table, self.look
        entries = [
            (table.columns[place].label, self.colours[place]) for place in unshown.keyed(table)
        ]
        taken = max(self.readings_width, self.heading.width if self.heading else 0.0)
        left = self.width - taken - _GAP if self.beside else self.width
        whole, beside = (legend.across(entries, look, each) for each in (self.width, left))
        heading = self.heading.height if self.heading else 0.0
        stacked = whole.height + ROW_GAP + heading
        row = look.style("chart.legend").leading
        low = self.long_heading or stacked + row < max(beside.height, heading)
        self.stacked = low if self.beside else not self._level(whole)
        self.legend = whole if self.stacked or not self.beside else beside
        self.heading_top = 0.0
        if self.stacked:
            self.heading_top = whole.height + ROW_GAP
            self.head = whole.height + _HEAD_GAP + (heading + ROW_GAP if heading else 0)
        else:
            self.head = max(self.legend.height, heading) + _HEAD_GAP

    def _level(self, whole: Legend) -> bool:
        """Whether the heading finds room on the level of a legend above labels and bars."""
        if self.heading is None:
            return True
        taken = whole.width + 2 * _GAP + self.heading.width
        return len(self.heading.lines) == 1 and taken <= self.width

    @property
    def above(self) -> float:
        """The white above a bar that figures outside of it need."""
        if not self.over:
            return 0.0
        return room_over(self.value, _GROWTH, close=self.close)

    def _pitches(self) -> Pitches:
        if self.beside:
            tallest = max(label.height_beside for label in self.labels.values())
            tallest = max(tallest, *(self._reading_height(row) for row in self.order))
        else:
            tallest = max(map(self._headroom, self.order))
        own = any(self._own(row) for row in self.order)
        above = () if self.beside else tuple(map(self._headroom, self.shown))
        return Pitches(
            len(self.shown),
            self.head,
            tallest,
            beside=self.beside,
            thinnest=self._thinnest,
            thickest=_THICKEST,
            foot=2 * _BRACKET if own else 0.0,
            outside=self.above if self.beside else 0.0,
            labels=above,
            apart=labels.apart(self.labels.values()),
        )

    def _headroom(self, row: int) -> float:
        """What a label above its bar takes, with the figures between the two.

        A row that has none there has no white for them: its label stands at its own bar.
        """
        return self.labels[row].height + self._over(row)

    def _over(self, row: int) -> float:
        return self.above if row in self.crowned else 0.0

    def _reading_height(self, row: int) -> float:
        if self.column is None:
            return 0.0
        style = self._reading_style(row)
        half = capital(style) / 2
        return 2 * max(half + figure_depth(style), figure_rise(style) - half)

    def extent(self) -> Extent:
        """From bars that just hold their figures to bars as thick as look well."""
        return self.pitches.extent

    def draw(self, height: float) -> Drawn:
        """Draw the rows into `height` points."""
        pitches = self.pitches
        pitch = pitches.pitch(height)
        thickness = pitches.thickness(pitch)
        canvas = Canvas(self.width, min(height, pitches.height(pitch)))
        self._put_head(canvas)
        bars = {row: self._made(row, sign=True) for row in self.order}
        if not signs_fit(bars.values(), self.value, thickness):
            bars = {row: self._made(row, sign=False) for row in self.order}
        style = self.value
        if not self.close and self.share == (LABELS[0] if self.width >= NARROW else 0.0):
            # In tighter forms figures do not grow, so that in more room none are smaller.
            holders = held(bars.values(), style, thickness)
            most = self._end_style.size / style.size if self.outside else _GROWTH
            style = grown(holders, style, thickness, min(thickness / 24, most))
        for place, row in enumerate(self.shown):
            bar = Rect(self.plot_x, pitches.top(place, pitch), self.plot_width, thickness)
            self._put_row(canvas, row, bar, bars[row], style)
        return canvas.drawn()

    def _made(self, row: int, *, sign: bool) -> tuple[Segment, ...]:
        """The segments of a row."""
        return segments(self.table, row, self.plot_width, self.paints, sign=sign, rule=self.rule)

    def _put_head(self, canvas: Canvas) -> None:
        ink = self.look.colour("ink")
        low = self.head - _HEAD_GAP
        if self.beside:
            low -= max(0.0, self.above - _HEAD_GAP)
        top = 0.0 if self.stacked else low - self.legend.height
        self.legend.put(canvas, 0, top, self.look.colour("quiet"))
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
    ) -> None:
        """One row: label, bar, reading, and the figures above it that stand outside."""
        table, look = self.table, self.look
        ink, quiet = look.colour("ink"), look.colour("quiet")
        label = self.labels[row]
        middle = bar.y + bar.height / 2
        if self.beside:
            label.put_beside(canvas, 0, middle, ink, quiet)
            baseline = middle
        else:
            top = bar.y - self._over(row) - LABEL_GAP - label.height
            label.put(canvas, 0, top, ink, quiet)
            baseline = top + label.lines.last
        symbol = withheld(table, row)
        if symbol:
            canvas.words(bar.x, middle + capital(self.value) / 2, symbol, self.value, quiet)
            return
        self._put_reading(canvas, row, baseline)
        left = put(canvas, made, bar, style)
        if self.outside:
            left = self._put_outside(canvas, row, made, left, bar, style)
        canvas.silent.extend((row, each.column) for each in left)
        self._put_bracket(canvas, row, made, bar)

    def _put_outside(  # noqa: PLR0917 - what stands at a bar, and above it
        self,
        canvas: Canvas,
        row: int,
        made: tuple[Segment, ...],
        left: tuple[Segment, ...],
        bar: Rect,
        style: TextStyle,
    ) -> tuple[Segment, ...]:
        """Figures that their segments do not hold; return the segments that have none."""
        owed = [each for each in left if told(self.table, each.share)]
        own = self._ends(row, made, owed)
        own.put(canvas, bar, style, self.look.colour("ink"))
        over = [each for each in owed if self.over and not own.has(each)]
        over = [*put_over(canvas, over, bar, style, self.look, close=self.close)]
        return tuple(each for each in left if each not in over and not own.has(each))

    def _put_reading(self, canvas: Canvas, row: int, at: float) -> None:
        """The figure read out: centred on the bar beside it, or on the label's last baseline."""
        if self.column is None:
            return
        own = self._own(row)
        style = self._reading_style(row)
        figure = percent(self.table, row, self.column)
        colour = self.look.colour("ink")
        if own:
            colour = tone_for(self.table, self.column, self.look, style)
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
        return self.highlight.reading(row, self.column)

    def _reading_style(self, row: int) -> TextStyle:
        own = self._own(row) and self.beside
        return style_for(self.look, own=own, rows=len(self.order))

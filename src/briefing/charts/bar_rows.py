"""The rows of a grid as stacked bars: labels, bars and readings in three columns, or in one."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from briefing.charts import labels
from briefing.charts.bar_across import Across
from briefing.charts.bar_over import over, room_over
from briefing.charts.canvas import Canvas
from briefing.charts.figures import percent, told, withheld
from briefing.charts.lettering import capital, figure_depth, figure_rise
from briefing.charts.pitch import LABEL_GAP, Pitches, put_parting
from briefing.charts.readings import tone_for
from briefing.charts.stack import grown, held, put, signs_fit, span
from briefing.drawing import Rect

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.model import Drawn, Extent
    from briefing.charts.rows import Items
    from briefing.charts.stack import Segment
    from briefing.tables.model import Table

_ROOMY = 1.5
"""How much thicker than the thinnest bars are that stand below their labels by choice."""
_POSTER = 0.15
"""How thick bars are at least that stand as on a poster, as a share of their length."""
_LIFTED = 4.5
"""White between a figure above a bar and the reading over it, in points."""
_HEAD_GAP = 9.0
"""White below the legend, in points."""
_BRACKET = 1.25
"""The rule that marks the headline's answers, in points."""


class BarRows(Across):
    """Such a grid with all but the height of its rows."""

    def __init__(
        self,
        table: Table,
        width: float,
        look: Look,
        items: Items,
        share: float,
        *,
        roomy: bool = False,
        tall: bool = False,
    ) -> None:
        super().__init__(table, width, look, items, share, roomy=roomy, tall=tall)
        self.shown = self.order
        self.grows = self.outside = self.close = False
        self.pitches = self._pitches()

    def growing(self) -> BarRows:
        """The same with larger figures in thicker bars; tighter forms must not have those."""
        other = copy(self)
        other.grows = True
        return other

    def with_outside(self, *, close: bool = False) -> BarRows:
        """The same with figures outside the segments that do not hold them.

        They stand at the ends of their bars, others above them, or `close` above. Many rows leave
        no white for the ticks of these, and a figure is worth more than its air.
        """
        other = copy(self)
        other.outside, other.close = True, close
        other._leave_ends()  # noqa: SLF001 - one of its own kind
        other._make_way()  # noqa: SLF001 - the same
        other.pitches = other._pitches()  # noqa: SLF001 - one of its own kind
        return other

    def starting(self, start: float) -> BarRows:
        """The same with bars that begin at `start` points, where their labels leave room before it.

        Shorter bars must not lose a figure.
        """
        if not self.beside or start <= self.plot_x:
            return self
        other = copy(self)
        other.plot_width -= start - self.plot_x
        other.plot_x = start
        if other.outside:
            other._leave_ends()  # noqa: SLF001 - one of its own kind
            other._make_way()  # noqa: SLF001 - the same
            other.pitches = other._pitches()  # noqa: SLF001 - the same
        kept = self.outside or self.small or not other.small
        return other if kept and not other.squeezed else self

    def part(self, shown: tuple[int, ...]) -> BarRows:
        """The same with some of its rows."""
        other = copy(self)
        other.shown = shown
        other.pitches = other._pitches()  # noqa: SLF001 - one of its own kind
        return other

    @property
    def quiet(self) -> bool:
        """Whether the headline's figure is no larger than the others that are read out."""
        return not (self.beside or self.roomy) and any(map(self._own, self.order))

    @property
    def over(self) -> bool:
        """Whether there is white above bars for figures alone."""
        return bool(self.crowned)

    # -- heights ----------------------------------------------------------------------------------

    @property
    def above(self) -> float:
        """The white above a bar that figures outside of it need, and the headline's rule there."""
        if not self.over:
            return 0.0
        bracket = 2 * _BRACKET if self.close and any(map(self._own, self.order)) else 0.0
        return room_over(self.value, self.growth, close=self.close) + bracket

    def _pitches(self) -> Pitches:
        of = self._height_beside if self.beside else self._headroom
        own = any(self._own(row) for row in self.order)
        return Pitches(
            len(self.shown),
            self.head.height + max(_HEAD_GAP, self.above if self.beside else 0.0),
            max(map(of, self.order)),
            beside=self.beside,
            thinnest=self._thinnest_drawn,
            thickest=self.thickest,
            foot=2 * _BRACKET if own else 0.0,
            outside=self.above if self.beside else 0.0,
            labels=tuple(map(of, self.shown)),
            apart=labels.apart(self.labels.values()),
            aside=sum(map(self.table.total, self.shown)),
        )

    @property
    def _thinnest_drawn(self) -> float:
        if self.tall:
            return max(self._thinnest * _ROOMY, self.plot_width * _POSTER)
        return self._thinnest * (_ROOMY if self.roomy else 1.0)

    def _height_beside(self, row: int) -> float:
        """What a label beside its bar takes, or the reading at the other end of that."""
        return max(self.labels[row].height_beside, self._reading_height(row))

    def _headroom(self, row: int) -> float:
        """What a label above its bar takes, with its reading, and the figures between it and that.

        A row that has none there has no white for them: its label stands at its own bar.
        """
        label = self.labels[row]
        risen = 0.0
        if self.column is not None:
            risen = figure_rise(self._reading_style(row)) + self._lift(row)
        return label.height + max(0.0, risen - label.lines.last) + self._over(row)

    def _lift(self, row: int) -> float:
        """How far the reading of a row stands above the line of its label."""
        return capital(self.value) + _LIFTED if row in self.lifted else 0.0

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

    # -- drawn ------------------------------------------------------------------------------------

    def draw(self, height: float) -> Drawn:
        """Draw the rows into `height` points."""
        pitches = self.pitches
        pitch = pitches.pitch(height)
        thickness = pitches.thickness(pitch)
        canvas = Canvas(self.width, min(height, pitches.height(pitch)))
        self.head.put(canvas, self.look.colour("ink"), self.look.colour("quiet"))
        bars, style = self._figures(thickness)
        for place, row in enumerate(self.shown):
            bar = Rect(self.plot_x, pitches.top(place, pitch), self.plot_width, thickness)
            self._put_row(canvas, row, bar, bars[row], style)
        if (parting := pitches.parting(pitch)) is not None:
            put_parting(canvas, parting, self.width, self.look)
        return canvas.drawn()

    def size(self, height: float) -> float:
        """The size of the figures on its bars in a height, both in points."""
        return self._figures(self.pitches.thickness(self.pitches.pitch(height)))[1].size

    def _figures(self, thickness: float) -> tuple[dict[int, tuple[Segment, ...]], TextStyle]:
        """The segments of all bars that are so thick, and the style of their figures."""
        bars = {row: self._made(row, sign=True) for row in self.order}
        if not signs_fit(bars.values(), self.value, thickness):
            bars = {row: self._made(row, sign=False) for row in self.order}
        style = self.value
        if self.grows:
            holders = held(bars.values(), style, thickness)
            most = self._end_style.size / style.size if self.outside else self.growth
            style = grown(holders, style, thickness, min(thickness / 24, most))
        return bars, style

    def _put_row(
        self,
        canvas: Canvas,
        row: int,
        bar: Rect,
        made: tuple[Segment, ...],
        style: TextStyle,
    ) -> None:
        """One row: label, bar, reading, and the figures that stand outside."""
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
            baseline = top + label.lines.last - self._lift(row)
        symbol = withheld(table, row)
        if symbol:
            high = bar.height if self.beside else min(bar.height, self._thinnest)
            y = bar.y + (high + capital(self.value)) / 2
            canvas.words(bar.x, y, symbol, self.value, quiet)
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
        figures = over([each for each in owed if not own.has(each)], bar.width, style)
        line = 0.0
        if row not in self.crowned and self._clear_of_label(row, figures):
            line = bar.y - LABEL_GAP - self.labels[row].foot
        elif not self.over:
            figures = over((), bar.width, style)
        figures.put(canvas, bar, self.look, close=self.close, line=line)
        return tuple(each for each in left if each not in figures.told and not own.has(each))

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

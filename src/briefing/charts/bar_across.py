"""A grid of stacked bars across a width: what its labels, bars, readings and outer figures take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.charts import labels, unshown
from briefing.charts.bar_ends import ends
from briefing.charts.bar_head import GAP, head_above, head_beside
from briefing.charts.bar_over import over
from briefing.charts.figures import percent, told
from briefing.charts.highlight import spoken
from briefing.charts.lettering import capital, sized, width_of
from briefing.charts.pitch import few, thickest
from briefing.charts.readings import room_for, style_for
from briefing.charts.stack import figure_style, fits, paints, rule_of, segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.bar_ends import Ends
    from briefing.charts.bar_head import BarHead
    from briefing.charts.bar_over import Over
    from briefing.charts.rows import Items
    from briefing.charts.stack import Segment
    from briefing.tables.model import Table

_LABELS_MOST = 0.4
"""The share of the width that a long word may make of the column of labels."""
_CALM_LINES, _BARS_ENOUGH = 2, 0.44
"""Labels of more lines than these have more of the width, while bars keep this share of it."""
_BARS_LEAST, _BARS_HALF = 0.4, 0.52
"""Bars that have less of the width beside their labels stand below them, where there is height;
likewise those that have less beside labels of many lines."""
_BARS_SCANT, _SCANT_EMS = 0.64, 30.0
"""So do those that have less than both of these, a share of the width and ems of labels, where
they are no thinner for it."""
_INSIDE = 3.5
"""White above and below the figures of the thinnest bars, in points."""
_THICKEST = 56.0
"""A bar is never thicker, in points, unless there are few."""
_GROWTH, _GROWTH_FEW = 1.35, 1.8
"""How much larger the figures of thick bars may be, and those of few bars that are thicker."""
_READ_OUT = 1.5
"""How much larger what few bars read out may be: the headline's own is larger anyway."""
_ROUNDS = 3
"""How often the room at the ends of bars is found anew: less of it is lost each time."""
_SLIP = 0.01
"""Widths are compared to a hundredth of a point."""


class Across:
    """A grid laid out for a width, but not for a height.

    `share` is the part of the width that labels take at most beside the bars, none where they stand
    above. Those that do so by choice are `roomy`: their bars are thick, the headline's figure is
    large. Few of them may be so thick that they fill a `tall` room.
    """

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
        self.table, self.width, self.look = table, width, look
        self.order = items.order
        self.column, self.highlight = items.column, items.highlight
        self.share, self.beside, self.roomy = share, share > 0, roomy
        self.plot_x, self.plot_width = 0.0, width
        self.crowned = self.lifted = frozenset[int]()
        self.alone, self.tall = items.alone, tall
        self.paints = paints(table, look, spoken(table, items.highlight))
        self.value, self.rule = figure_style(look), rule_of(look)
        self._cuts: dict[tuple[int, bool, float], tuple[Segment, ...]] = {}
        self.readings_width = self._readings()
        self._labels()
        self.head = self._head()

    @property
    def thickest(self) -> float:
        """How thick its bars are at most, in points."""
        if not (self.beside or self.tall):
            return _THICKEST
        return thickest(len(self.order), self.plot_width, _THICKEST)

    @property
    def growth(self) -> float:
        """How much larger the figures on its bars may be."""
        return min(_GROWTH * self.thickest / _THICKEST, _GROWTH_FEW)

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
    def scant(self) -> bool:
        """Whether bars would look better below their labels, as wide as the chart."""
        enough = self.look.style("chart.label").size * _SCANT_EMS
        return self.beside and self.plot_width < min(self.width * _BARS_SCANT, enough)

    @property
    def cramped(self) -> bool:
        """Whether labels are broken into many lines beside bars that could be shorter."""
        return self.lines > _CALM_LINES and self.plot_width > self.width * _BARS_ENOUGH

    # -- labels, bars and readings ----------------------------------------------------------------

    def _readings(self) -> float:
        """The width of the column of readings."""
        if self.column is None:
            return 0.0
        widest = max(self._reading_width(row, self.column) for row in self.order)
        if not self.beside:
            return widest
        own = any(self._own(row) for row in self.order)
        return max(widest, room_for(self.table, self.look, own=own, rows=len(self.order)))

    def _labels(self) -> None:
        table, look = self.table, self.look
        readings = self.readings_width + (GAP if self.readings_width else 0)
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
        if self.beside:
            self.plot_x = max(label.width for label in self.labels.values()) + GAP
            self.plot_width = self.width - self.plot_x - readings

    def _head(self) -> BarHead:
        table, look = self.table, self.look
        entries = [
            (table.columns[place].label, self.paints[place].colour)
            for place in unshown.keyed(table)
        ]
        name = "" if self.column is None else table.columns[self.column].label
        letters = [self.paints[place].letter for place in unshown.keyed(table)]
        if self.beside:
            return head_beside(entries, letters, name, look, self.width, self.readings_width)
        return head_above(entries, letters, name, look, self.width)

    def _made(self, row: int, *, sign: bool) -> tuple[Segment, ...]:
        """The segments of a row, cut once for all forms that have bars of one length."""
        length = self.plot_width
        key = row, sign, length
        if key not in self._cuts:
            self._cuts[key] = segments(
                self.table, row, length, self.paints, sign=sign, rule=self.rule
            )
        return self._cuts[key]

    def _own(self, row: int) -> bool:
        return self.highlight.reading(row, self.column)

    def _reading_style(self, row: int) -> TextStyle:
        own = self._own(row) and (self.beside or self.roomy)
        style = style_for(self.look, own=own, rows=len(self.order))
        em = self.look.style("chart.label").size
        if own or not (
            (self.beside or self.tall) and self.alone and few(len(self.order), self.width, em)
        ):
            return style
        return sized(style, style.size * _READ_OUT)

    def _reading_width(self, row: int, column: int) -> float:
        figure = percent(self.table, row, column)
        return width_of(figure.text, self._reading_style(row))

    # -- figures that segments do not hold --------------------------------------------------------

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
        return self._largest if self.beside or self.tall else self.value

    def _labelled(self, row: int) -> float:
        """What a label beside its bar takes before it, with the white behind."""
        return self.labels[row].width + GAP if self.beside else 0.0

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
        return GAP + self._reading_width(row, self.column)

    def _make_way(self) -> None:
        """Find the rows whose labels, or whose readings alone, have to make way for figures.

        Above a bar below its label these stand on the line of the label, if it does not reach so
        far. There they take no height, and the label stands at its bar.
        """
        crowned, lifted = [], []
        for row in self.order:
            made = self._made(row, sign=False)
            owed = self._owed(made)
            own = self._ends(row, made, owed)
            left = {each.column for each in owed if not own.has(each)}
            signed = [each for each in self._made(row, sign=True) if each.column in left]
            figures = over(signed, self.plot_width, self.value)
            if left and not self._clear_of_label(row, figures):
                crowned.append(row)
            elif left and not self._clear_of_reading(row, figures):
                lifted.append(row)
        self.crowned, self.lifted = frozenset(crowned), frozenset(lifted)

    def _clear_of_label(self, row: int, figures: Over) -> bool:
        """Whether figures above a bar stand behind its label, that stands above it too."""
        start = self.labels[row].width + self.value.size
        return not self.beside and figures.start >= start - self.plot_x

    def _clear_of_reading(self, row: int, figures: Over) -> bool:
        """Whether figures above a bar stand before its reading, that stands above it too."""
        if self.column is None:
            return True
        end = self.width - self._reading_width(row, self.column) - self.value.size
        return figures.end <= end - self.plot_x

    @property
    def _largest(self) -> TextStyle:
        """The style of the largest figures on bars."""
        return sized(self.value, self.value.size * self.growth)

    @property
    def _thinnest(self) -> float:
        return capital(self.value) + 2 * _INSIDE

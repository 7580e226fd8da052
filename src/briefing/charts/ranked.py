"""Bars from the largest to the smallest: what was ranked, or the answers of one question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefing.charts import highlight as highlights
from briefing.charts import rows, tabled, telling, unshown
from briefing.charts.figures import measured
from briefing.charts.labels import row_base
from briefing.charts.parted import Parted, cut
from briefing.charts.readings import style_for
from briefing.charts.shades import APART, answers, outweighed, seen
from briefing.charts.value_entries import Bar, Entry, Plot, greatest
from briefing.charts.value_forms import value_bars
from briefing.tables.model import Measure
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.charts.forms import Form
    from briefing.charts.highlight import Highlight
    from briefing.drawing import Colour
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked(Parted):
    """Horizontal bars by value. Of a table with rows, `show` is the column that is drawn.

    Unsaid, that is the highlight's column or the first score. `order` is ``value`` or ``asked``;
    `only` names the bars to draw.
    """

    kind: ClassVar[str] = "ranked"
    show: str = ""
    order: str = "value"

    def describe(self, table: Table) -> str:
        """The headline's bars, the highest and the lowest."""
        highlight = highlights.find(table, self.highlight)
        entries, own = [], []
        places = self._shown(table, highlight)
        for row, column in places:
            value = table.cells[row][column].value
            if value is None:
                continue
            words = telling.figure(table, row, column)
            head = table.columns[column] if table.single else table.rows[row]
            entries.append(telling.Entry(value, head, words))
            if _stands_out(table, row, column, highlight):
                own.append(entries[-1])
        told = table if table.single else cut(table, [row for row, _ in places])
        label = "" if table.single else self._label(table, highlight)
        hidden = unshown.named(table) if table.single else ""
        return telling.ranged(wording().bars, told, entries, own, label=label, hidden=hidden)

    def heard(self, table: Table) -> tabled.Heard:
        """A bar a row."""
        highlight = highlights.find(table, self.highlight)
        shown = self._shown(table, highlight)
        if table.single:
            columns = tuple(column for _, column in shown)
            return tabled.of_answers(table, columns, nets=False)
        columns = (self._column(table, highlight),)
        return tabled.of_rows(table, [row for row, _ in shown], columns)

    def headed(self, table: Table) -> bool:
        """What is drawn of items is named above."""
        return not table.single

    def bars(self, table: Table) -> tuple[str, ...]:
        """The items, or the answers of a question without, in their order."""
        places = self._places(table, highlights.find(table, self.highlight))
        return tuple(self._id(table, *place) for place in places)

    def _id(self, table: Table, row: int, column: int) -> str:
        return table.columns[column].id if table.single else table.rows[row].id

    def _shown(self, table: Table, highlight: Highlight) -> list[tuple[int, int]]:
        """The cells that are drawn, by row and column."""
        shown = self.shown(table)
        places = self._places(table, highlight)
        return [place for place in places if self._id(table, *place) in shown]

    def plan(self, table: Table, width: float, look: Look) -> Form:
        """A bar for each row, the figure behind it; one alone is drawn within its whole."""
        highlight = highlights.find(table, self.highlight)
        places = self._places(table, highlight)
        values = [table.cells[row][column].value for row, column in places]
        measure = table.columns[places[0][1]].measure
        shown = self._shown(table, highlight)
        return value_bars(
            tuple(self._entry(table, place, len(places), look, highlight) for place in places),
            width,
            look,
            Plot(
                greatest(values, measure),
                track=len(places) == 1 and measure is Measure.SHARE,
                heading="" if table.single else self._label(table, highlight),
                grand=self.alone,
            ),
            tuple(place in shown for place in places),
            self.margins.left,
        )

    def _column(self, table: Table, highlight: Highlight) -> int:
        """The column of a table with rows that is drawn."""
        column = rows.reading(table, self.show, highlight)
        if column is not None and (self.show or highlight.column is not None):
            return column
        measures = [head.measure for head in table.columns]
        if Measure.SCORE in measures:
            return measures.index(Measure.SCORE)
        return 0 if column is None else column

    def _label(self, table: Table, highlight: Highlight) -> str:
        return table.columns[self._column(table, highlight)].label

    def _places(self, table: Table, highlight: Highlight) -> tuple[tuple[int, int], ...]:
        """The cells of all bars, by row and column, in their order."""
        if table.single:
            columns = answers(table)
            values = [table.cells[0][column].value for column in columns]
            last = [
                table.columns[column].last or table.columns[column].part in APART
                for column in columns
            ]
            order = rows.sorted_places(values, self.order, last)
            return tuple((0, columns[place]) for place in order)
        column = self._column(table, highlight)
        return tuple((row, column) for row in rows.ordered(table, column, self.order))

    def _entry(
        self, table: Table, place: tuple[int, int], count: int, look: Look, highlight: Highlight
    ) -> Entry:
        """One of `count` bars."""
        row, column = place
        figure = measured(table, row, column)
        own = _stands_out(table, row, column, highlight)
        total = table.total(row)
        style = look.style("chart.value")
        if own or not highlight:
            style = style_for(look, own=_told(table, column, highlight, own=own), rows=count)
        if figure.number is None:
            style = look.style("chart.note")
        ink = look.colour("ink" if figure.number else "quiet")
        bar = Bar(
            table.cells[row][column].value,
            figure,
            _tone(table, place, look, own=own or not (highlight or total)),
            style,
            ink,
        )
        head = table.columns[column] if table.single else table.rows[row]
        base = None if table.single else row_base(table, row)
        return Entry(head.label, base, (bar,), strong=own, total=total)


def _stands_out(table: Table, row: int, column: int, highlight: Highlight) -> bool:
    """Whether the headline speaks of a bar: its row, or its answer alone or within a net."""
    if not table.single:
        return highlight.row(row)
    return any(column in highlights.parts_of(table, each) for each in highlight.columns)


def _told(table: Table, column: int, highlight: Highlight, *, own: bool) -> bool:
    """Whether the headline tells the figure of a bar that stands out: of a net the sum."""
    if not own or not table.single:
        return own
    return any(highlights.parts_of(table, each) == {column} for each in highlight.columns)


def _tone(table: Table, place: tuple[int, int], look: Look, *, own: bool) -> Colour:
    head = table.columns[place[1]]
    if not own or head.part in APART or (table.diverging and table.single and not head.pole):
        return seen(look.tones.muted, look)
    negative = head.pole < 0 or outweighed(table, *place)
    return seen(look.tones.negative[0] if negative else look.tones.highlight, look, own=True)

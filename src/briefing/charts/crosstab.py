"""One question within the groups of another: a bar a group, with its counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from briefing.charts import highlight as highlights
from briefing.charts import rows, tabled, telling
from briefing.charts.bar_forms import bars_of
from briefing.charts.figures import Figure, base_line, base_of, counted, percent
from briefing.charts.labels import marked, row_base
from briefing.charts.lettering import sized
from briefing.charts.parted import Parted, cut
from briefing.charts.readings import tone_for
from briefing.charts.rows import Items
from briefing.charts.shades import answers, outweighed, seen, strongest
from briefing.charts.stack import many, stackable
from briefing.charts.value_entries import Bar, Entry, Plot, greatest
from briefing.charts.value_forms import value_bars
from briefing.tables.model import Measure
from briefing.tables.notes import caution_limit
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.forms import Form
    from briefing.charts.highlight import Highlight
    from briefing.drawing import Colour
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosstab(Parted):
    """Groups below each other. `show` is the column drawn: one bar a group, shares of a hundred.

    Unsaid, that is the highlight's column or the positive end's net; with ``none`` all answers are
    stacked. `order` is ``asked`` or ``value``; `only` names groups to draw.
    """

    kind: ClassVar[str] = "crosstab"
    show: str = ""
    order: str = "asked"

    def base_lines(self, table: Table) -> tuple[str, ...]:
        """Everybody in the groups, the mark of small bases, and the table's notes."""
        words = [base_line(table.overall)] if table.overall else []
        notes = [_explained(note) for note in table.notes]
        column = self._column(table, highlights.find(table, self.highlight))
        if column is None:
            words.append(wording().respondent_base)
        else:
            said = wording()
            of_parts = (said.rounding, said.counted_once, said.combined_rounded)
            notes = [note for note in notes if note not in of_parts]
            if not (_shares(table, column) or table.one_base):
                words.append(wording().respondent_base)
        return (" ".join((*words, *notes)),)

    def describe(self, table: Table) -> str:
        """The headline's group and the extremes, each with its per cent and its counts."""
        highlight = highlights.find(table, self.highlight)
        column = self._column(table, highlight)
        shown = self._items(table).shown
        own = cut(table, shown)
        if column is None:
            called = wording().bars if many(table) else wording().stacked_bars
            return telling.of_rows(called, own, None, highlights.Highlight())
        entries = {}
        for row in shown:
            words, count = telling.figure(table, row, column), counted(table, row, column)
            value = table.cells[row][column].value
            if value is not None:
                of_base = count.number and _shares(table, column)
                counts = f" ({count.text})" if of_base else ""
                entries[row] = telling.Entry(value, table.rows[row], f"{words}{counts}")
        stands_out = [each for row, each in entries.items() if highlight.row(row)]
        label = table.columns[column].label
        return telling.ranged(
            wording().bars_by_group, own, [*entries.values()], stands_out, label=label
        )

    def heard(self, table: Table) -> tabled.Heard:
        """A group a row: its per cent with its counts, or all answers."""
        items = self._items(table)
        if items.column is None:
            return tabled.of_rows(table, items.shown, answers(table))
        if not _shares(table, items.column):
            return tabled.of_rows(table, items.shown, (items.column,))
        return tabled.of_groups(table, items.shown, items.column)

    def headed(self, table: Table) -> bool:
        """The column that is drawn, or all of them, are named above."""
        del table
        return True

    def bars(self, table: Table) -> tuple[str, ...]:
        """The groups in their order."""
        return tuple(table.rows[row].id for row in self._items(table).order)

    def _column(self, table: Table, highlight: Highlight) -> int | None:
        return rows.reading(table, self.show, highlight)

    def _items(self, table: Table) -> Items:
        highlight = highlights.find(table, self.highlight)
        column = self._column(table, highlight)
        order = rows.ordered(table, column, self.order)
        chosen = rows.chosen(table, order, self.only)
        return Items(order, chosen, column, highlight, alone=self.alone)

    def plan(self, table: Table, width: float, look: Look) -> Form:
        """A bar for each group, its per cent and its counts at the end."""
        self.shown(table)
        items = self._items(table)
        if items.column is None:
            stackable(table)
            return bars_of(table, width, look, items, self.margins.left)
        column, highlight = items.column, items.highlight
        plot = Plot(Fraction(1), track=True, heading=table.columns[column].label, grand=self.alone)
        if not _shares(table, column):
            values = [table.cells[row][column].value for row in items.order]
            plot = replace(plot, whole=greatest(values, table.columns[column].measure), track=False)
        return value_bars(
            tuple(self._entry(table, row, column, look, highlight) for row in items.order),
            width,
            look,
            plot,
            tuple(row in items.shown for row in items.order),
            self.margins.left,
        )

    def _entry(
        self, table: Table, row: int, column: int, look: Look, highlight: Highlight
    ) -> Entry:
        own = highlight.row(row)
        share, count = percent(table, row, column), counted(table, row, column)
        of_base = count.number and _shares(table, column)
        figure, note = (count, share) if of_base else (share, None)
        told = None if table.counted else note
        style = _style(look, own=own) if figure.number else look.style("chart.note")
        bar = Bar(
            table.cells[row][column].value,
            figure,
            _tone(table, row, column, look, own=own or not (highlight.rows or table.total(row))),
            style,
            _ink(table, column, look, figure, style if own else None),
        )
        small = Figure(wording().small_base) if table.bases[row].caution else None
        base = _based(table, row) if _shares(table, column) else row_base(table, row)
        base = small if note else base
        label, total = table.rows[row].label, table.total(row)
        return Entry(label, base, (bar,), strong=own, note=told, total=total)


def _tone(table: Table, row: int, column: int, look: Look, *, own: bool) -> Colour:
    """The tone of a group's bar; pale where the headline speaks of others, and of the total."""
    if not own:
        return seen(look.tones.muted, look)
    negative = outweighed(table, row, column)
    tone = look.tones.negative[0] if negative else strongest(table, column, look)
    return seen(tone, look, own=True)


def _shares(table: Table, column: int) -> bool:
    """Whether a column has parts of a hundred; means and net scores have no whole, nor counts."""
    return table.columns[column].measure is Measure.SHARE


def _based(table: Table, row: int) -> Figure | None:
    """The base of a group without counts, marked if it is small; nothing where suppressed."""
    figure = base_of(table, row)
    if figure.number is None:
        return None
    return marked(figure, f" {wording().small_base}") if table.bases[row].caution else figure


def _style(look: Look, *, own: bool) -> TextStyle:
    """The style of counts, which small bases have in the first place; the headline's are larger."""
    style = look.style("chart.strong")
    return sized(style, style.size * (_GROWTH if own else _COUNTS))


_COUNTS, _GROWTH = 1.15, 1.75
"""The size of counts, and of the headline's, as a multiple of other readings'."""


def _ink(table: Table, column: int, look: Look, figure: Figure, own: TextStyle | None) -> Colour:
    """The colour of a figure; the headline's is set in the style `own`."""
    if figure.number is None:
        return look.colour("quiet")
    return tone_for(table, column, look, own) if own else look.colour("ink")


def _explained(note: str) -> str:
    """A note on small bases in the words that mark them."""
    limit = caution_limit(note)
    return wording().small_base_explained(limit=limit) if limit else note

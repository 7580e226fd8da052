"""A sample beside its population: two bars for each group."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from briefing.charts import highlight as highlights
from briefing.charts import legend, rows, tabled, telling, unshown
from briefing.charts.figures import percent
from briefing.charts.model import UnsuitedError
from briefing.charts.parted import Parted, cut
from briefing.charts.shades import seen
from briefing.charts.stack import figure_style
from briefing.charts.value_entries import Bar, Entry, Plot
from briefing.charts.value_forms import value_bars
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.charts.forms import Form
    from briefing.tables.model import Table

_PAIR = 2
_NAME = 36
"""Characters that the name of a row is cut to in the alternative text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired(Parted):
    """Two rows of a table, group by group: the first coloured, the second to compare it with.

    The groups that the headline speaks of have the strongest colour, the others a fainter one.

    `order` is ``value`` (the groups by the first row, which is what is told, largest first) or
    ``asked``; `only` names groups to draw.
    """

    kind: ClassVar[str] = "paired"
    order: str = "value"

    def base_lines(self, table: Table) -> tuple[str, ...]:
        """Both bases, and the table's notes."""
        return (" ".join((_bases(table), *table.notes)),)

    def describe(self, table: Table) -> str:
        """Both figures of the headline's group, of the largest and of the smallest."""
        shown, entries = self.shown(table), {}
        pair = _pair(table)
        sample, population = (telling.shortened(table.rows[row].label, _NAME) for row in pair)
        for column in self._order(table):
            figures = [telling.figure(table, row, column) for row in pair]
            value = table.cells[pair[0]][column].value
            if all(figures) and value is not None and table.columns[column].id in shown:
                words = wording().pair(one=figures[0], other=figures[1])
                entries[column] = telling.Entry(value, table.columns[column], words)
        highlight = highlights.find(table, self.highlight)
        own = [entries[place] for place in sorted(highlight.columns & entries.keys())]
        kind = wording().paired_bars(one=sample, other=population)
        ends = wording().largest_group, wording().smallest_group
        told, hidden = [*entries.values()], unshown.named(cut(table, pair[:1]))
        return telling.ranged(kind, table, told, own, _bases(table), ends=ends, hidden=hidden)

    def heard(self, table: Table) -> tabled.Heard:
        """A group a row, both figures of each."""
        shown = self.shown(table)
        order = [place for place in self._order(table) if table.columns[place].id in shown]
        return tabled.of_columns(table, order)

    def headed(self, table: Table) -> bool:
        """Both rows are named above."""
        del table
        return True

    def bars(self, table: Table) -> tuple[str, ...]:
        """The groups in their order."""
        return tuple(table.columns[column].id for column in self._order(table))

    def _order(self, table: Table) -> tuple[int, ...]:
        first, _ = _pair(table)
        values = [cell.value for cell in table.cells[first]]
        return rows.sorted_places(values, self.order, [head.last for head in table.columns])

    def plan(self, table: Table, width: float, look: Look) -> Form:
        """The legend above, two bars a group, figures behind them."""
        order, pair = self._order(table), _pair(table)
        highlight = highlights.find(table, self.highlight)
        strong, muted = seen(look.tones.highlight, look, own=True), seen(look.tones.muted, look)
        usual = muted if highlight.columns else strong
        compared = seen(look.tones.comparison, look)
        whole = max(cell.value or Fraction(0) for _, _, cell in table)
        own, other = look.style("chart.value"), figure_style(look)
        ink, quiet = look.colour("ink"), look.colour("quiet")

        def bar(row: int, column: int) -> Bar:
            second = row == pair[1]
            first = strong if column in highlight.columns else usual
            share = table.cells[row][column].value
            figure = percent(table, row, column)
            style = other if second else own
            style = style if figure.number else look.style("chart.note")
            colour = compared if second else first
            return Bar(share, figure, colour, style, quiet if second else ink)

        shown = self.shown(table)
        return value_bars(
            tuple(
                Entry(
                    table.columns[column].label,
                    None,
                    tuple(bar(row, column) for row in pair),
                    strong=column in highlight.columns,
                )
                for column in order
            ),
            width,
            look,
            Plot(
                whole or Fraction(1),
                grand=self.alone,
                legend=legend.across(
                    [
                        (head.label, colour)
                        for row, colour in zip(pair, (usual, compared), strict=True)
                        for head in [table.rows[row]]
                    ],
                    look,
                    width,
                ),
            ),
            tuple(table.columns[column].id in shown for column in order),
            self.margins.left,
        )


def _pair(table: Table) -> tuple[int, ...]:
    """The two rows that are compared; the total of them is read in the chart's table alone."""
    pair = tuple(row for row in range(len(table.rows)) if not table.total(row))
    if len(pair) != _PAIR:
        raise UnsuitedError(f"{table.id} has {len(pair)} rows, not a pair: use kind=bars")
    return pair


def _bases(table: Table) -> str:
    bases = [table.bases[row].words for row in _pair(table)]
    return wording().base_line(words=wording().joint.join(bases))

"""Stacked bars: the rows of a grid one below the other, each adding to a hundred per cent.

A question without rows is one tall bar, its answers named below and its nets above it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefing.charts import highlight as highlights
from briefing.charts import rows, telling
from briefing.charts.bar_rows import BarRows
from briefing.charts.model import Chart, Drawn, Extent
from briefing.charts.stack import stackable
from briefing.charts.tall_bar import TallBar

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars(Chart):
    """Stacked horizontal bars. `show` is the column read out at the end of each row, or ``none``.

    Unsaid, that is the highlight's column or the net of the scale's positive end. `order` is
    ``value`` (the rows by that column, largest first) or ``asked``.
    """

    kind: ClassVar[str] = "bars"
    show: str = ""
    order: str = "value"

    def extent(self, table: Table, width: float, look: Look) -> Extent:
        """Enough for every label, at most bars as thick as look well."""
        return self._plan(table, width, look).extent()

    def draw(self, table: Table, width: float, height: float, look: Look) -> Drawn:
        """The legend above, a row for each item, the reading at its end; or one tall bar."""
        return self._plan(table, width, look).draw(height)

    def describe(self, table: Table) -> str:
        """The rows by what is read out, the highest and the lowest, and the base."""
        highlight = highlights.find(table, self.highlight)
        if table.single:
            return telling.of_single("Stacked bar", table, highlight)
        column = rows.reading(table, self.show, highlight)
        return telling.of_rows("Stacked bars", table, column, highlight)

    def _plan(self, table: Table, width: float, look: Look) -> BarRows | TallBar:
        stackable(table)
        highlight = highlights.find(table, self.highlight)
        column = rows.reading(table, self.show, highlight)
        if table.single:
            return TallBar(table, width, look, column)
        by = rows.leading_net(table) if column is None else column
        order = rows.ordered(table, by, self.order)
        return BarRows(table, width, look, order=order, column=column, highlight=highlight)

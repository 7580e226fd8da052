"""Stacked columns: the items of a grid side by side, each adding to a hundred per cent.

A question without rows is one tall column, its answers named at the right and its nets at the left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefing.charts import highlight as highlights
from briefing.charts import rows, telling
from briefing.charts.column_rows import ColumnRows
from briefing.charts.model import Chart, Drawn, Extent
from briefing.charts.stack import stackable
from briefing.charts.tall_column import TallColumn

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Chart):
    """Stacked columns. `show` is the column of the table read out above each, or ``none``.

    Unsaid, that is the highlight's or the net of the scale's positive end. `order` is ``value``
    (the items by that figure, largest first) or ``asked``.
    """

    kind: ClassVar[str] = "columns"
    show: str = ""
    order: str = "value"

    def extent(self, table: Table, width: float, look: Look) -> Extent:
        """Enough for most segments to hold their figures, at most a tall plot."""
        return self._plan(table, width, look).extent()

    def draw(self, table: Table, width: float, height: float, look: Look) -> Drawn:
        """The readings above, the columns, the items' labels below, the legend at the right."""
        return self._plan(table, width, look).draw(height)

    def describe(self, table: Table) -> str:
        """The items by what is read out, the highest and the lowest, and the base."""
        highlight = highlights.find(table, self.highlight)
        if table.single:
            return telling.of_single("Stacked column", table, highlight)
        column = rows.reading(table, self.show, highlight)
        return telling.of_rows("Stacked columns", table, column, highlight)

    def _plan(self, table: Table, width: float, look: Look) -> ColumnRows | TallColumn:
        stackable(table)
        highlight = highlights.find(table, self.highlight)
        column = rows.reading(table, self.show, highlight)
        if table.single:
            return TallColumn(table, width, look, column)
        by = rows.leading_net(table) if column is None else column
        order = rows.ordered(table, by, self.order)
        return ColumnRows(table, width, look, order=order, column=column, highlight=highlight)

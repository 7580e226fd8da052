"""Stacked columns: the items of a grid side by side, each adding to a hundred per cent.

A question without rows is one tall column, answers named at the right, nets at the left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefing.charts.column_rows import ColumnRows
from briefing.charts.stacked import Several, Stacked
from briefing.charts.tall_column import TallColumn

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Stacked):
    """Stacked columns, what is read out above each."""

    kind: ClassVar[str] = "columns"
    noun: ClassVar[str] = "column"

    def single(self, table: Table, width: float, look: Look, column: int | None) -> TallColumn:
        """One tall column."""
        return TallColumn(table, width, look, column)

    def several(self, table: Table, width: float, look: Look, items: Several) -> ColumnRows:
        """A column for each item."""
        order, column, highlight = items.order, items.column, items.highlight
        return ColumnRows(table, width, look, order=order, column=column, highlight=highlight)

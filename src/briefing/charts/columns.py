"""Stacked columns: the items of a grid side by side, each adding to a hundred per cent.

A question without rows is one tall column, answers named at the right, nets at the left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefing.charts import unshown
from briefing.charts.column_forms import column_rows
from briefing.charts.forms import Forms
from briefing.charts.listed_column import ListedColumn
from briefing.charts.model import Margins, UnsuitedError
from briefing.charts.panels import panels
from briefing.charts.stack import many, stackable
from briefing.charts.stacked import Stacked
from briefing.charts.tall_column import TallColumn
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.charts.forms import Form
    from briefing.charts.rows import Items
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Stacked):
    """Stacked columns, what is read out above each."""

    kind: ClassVar[str] = "columns"

    def placed_as(self, table: Table) -> str:
        """One column that is named on both sides is another thing to place than several."""
        return "column" if table.single else self.kind

    def called(self, *, several: bool = False) -> str:
        """A column, or columns."""
        return wording().stacked_columns if several else wording().stacked_column

    def single(self, table: Table, width: float, look: Look, column: int | None) -> Form:
        """One tall column, its answers named at its parts; in a list where there is no height."""
        forms: tuple[Form, ...] = (
            TallColumn(table, width, look, column, self.margins),
            ListedColumn(table, width, look, column),
        )
        return Forms(forms)

    def margins_for(self, table: Table, width: float, look: Look) -> Margins:
        """The room of the readings and names beside one tall column; raise `UnsuitedError`."""
        if not table.single:
            return Margins()
        stackable(table)
        own = unshown.whole(table)
        return TallColumn(own, width, look, self.read_out(table), Margins()).margins

    def several(self, table: Table, width: float, look: Look, items: Items) -> Form:
        """A column for each item; of many answers panels side by side, where there is room."""
        forms: list[Form] = []
        if many(table):
            forms += panels(table, width, look, items, turned=True)
        try:
            forms.append(column_rows(table, width, look, items))
        except UnsuitedError:
            if not forms:
                raise
        return Forms(tuple(forms))

"""Stacked bars: the rows of a grid one below the other, each adding to a hundred per cent.

A question without rows is one tall bar, its answers named below and its nets above it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from briefing.charts import unshown
from briefing.charts.bar_forms import GridForms, bars_of
from briefing.charts.stacked import Stacked
from briefing.charts.tall_bar import TallBar
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.charts.forms import Form
    from briefing.charts.rows import Items
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars(Stacked):
    """Stacked horizontal bars, what is read out at the end of each."""

    kind: ClassVar[str] = "bars"

    def called(self, *, several: bool = False) -> str:
        """A bar, or bars."""
        return wording().stacked_bars if several else wording().stacked_bar

    def single(self, table: Table, width: float, look: Look, column: int | None) -> TallBar:
        """One tall bar."""
        return TallBar(table, width, look, column)

    def several(self, table: Table, width: float, look: Look, items: Items) -> Form:
        """A bar for each item."""
        return bars_of(table, width, look, items, self.margins.left)

    @property
    def whole(self) -> Bars:
        """The bars of all items: a part has the form that suits all of them."""
        return replace(self, only="", seats=0) if self.only else self

    def part_of(self, laid: Form, table: Table, width: float, look: Look) -> Form:
        """Some of the bars that are laid out; raise `UnsuitedError` for one that there is not."""
        if not isinstance(laid, GridForms):
            return self.plan(table, width, look)
        self.shown(table)
        table = unshown.whole(table)
        return laid.part(table, width, look, self._items(table))

"""What stacked bars and columns have in common: options, what is read out, the order of items."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

from briefing.charts import highlight as highlights
from briefing.charts import rows, telling
from briefing.charts.model import Chart, Drawn, Extent
from briefing.charts.stack import stackable

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.charts.highlight import Highlight
    from briefing.tables.model import Table


class Plan(Protocol):
    """A chart laid out for a width, to be drawn at any height within its extent."""

    def extent(self) -> Extent:
        """The heights at which it can be drawn."""

    def draw(self, height: float) -> Drawn:
        """Draw it."""


@dataclass(frozen=True, slots=True)
class Several:
    """The items of a grid in their order, the column read out, and what the headline speaks of."""

    order: tuple[int, ...]
    column: int | None
    highlight: Highlight


@dataclass(frozen=True, slots=True, kw_only=True)
class Stacked(Chart):
    """Answers that add to a hundred per cent. `show` is the column read out, or ``none``.

    Unsaid, that is the highlight's column or the net of the scale's positive end. `order` is
    ``value`` (the items by that column, largest first) or ``asked``.
    """

    noun: ClassVar[str]
    """What one stack is called in the alternative text."""
    show: str = ""
    order: str = "value"

    def extent(self, table: Table, width: float, look: Look) -> Extent:
        """Enough for most segments to hold their figures, at most as thick as looks well."""
        return self._plan(table, width, look).extent()

    def draw(self, table: Table, width: float, height: float, look: Look) -> Drawn:
        """The legend, a stack for each item with what is read out beside it; or one large stack."""
        return self._plan(table, width, look).draw(height)

    def describe(self, table: Table) -> str:
        """The items by what is read out, the highest and the lowest, and the base."""
        highlight = highlights.find(table, self.highlight)
        if table.single:
            return telling.of_single(f"Stacked {self.noun}", table, highlight)
        column = rows.reading(table, self.show, highlight)
        return telling.of_rows(f"Stacked {self.noun}s", table, column, highlight)

    def _plan(self, table: Table, width: float, look: Look) -> Plan:
        stackable(table)
        highlight = highlights.find(table, self.highlight)
        column = rows.reading(table, self.show, highlight)
        if table.single:
            return self.single(table, width, look, column)
        by = rows.leading_net(table) if column is None else column
        order = rows.ordered(table, by, self.order)
        return self.several(table, width, look, Several(order, column, highlight))

    @abstractmethod
    def single(self, table: Table, width: float, look: Look, column: int | None) -> Plan:
        """One large stack, of a question without rows."""

    @abstractmethod
    def several(self, table: Table, width: float, look: Look, items: Several) -> Plan:
        """A stack for each item of a grid."""

"""What stacked bars and columns have in common: options, what is read out, the order of items."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.charts import highlight as highlights
from briefing.charts import rows, tabled, telling, unshown
from briefing.charts.parted import Parted, cut, cut_highlight
from briefing.charts.rows import Items
from briefing.charts.shades import answers
from briefing.charts.stack import adding_up, many, stackable
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.charts.forms import Form
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Stacked(Parted):
    """Answers that add to a hundred per cent, those that are hidden as one part.

    `show` is the column read out, or ``none``. Unsaid, that is the highlight's column or the net of
    the scale's positive end. `order` is ``value`` (the items by that column, largest first) or
    ``asked``; `only` names items to draw.
    """

    show: str = ""
    order: str = "value"

    def headed(self, table: Table) -> bool:
        """Items have a legend or a heading above them; one large stack has none."""
        return not table.single

    def bars(self, table: Table) -> tuple[str, ...]:
        """The items in their order; none of a question without."""
        if table.single:
            return ()
        return tuple(table.rows[row].id for row in self._items(table).order)

    def names(self, table: Table) -> tuple[str, ...]:
        """The items; of a question without, the answers."""
        if table.single:
            table = unshown.whole(table)
            return tuple(table.columns[place].label for place in answers(table))
        return Parted.names(self, table)

    def parts(self, table: Table) -> int:
        """The answers."""
        adding_up(table)
        return len(answers(unshown.whole(table)))

    def describe(self, table: Table) -> str:
        """The items by what is read out, the highest and the lowest, and the base."""
        if table.single:
            highlight = highlights.find(table, self.highlight)
            return telling.of_single(self.called(), table, highlight)
        items = self._items(table)
        own, stands_out = cut(table, items.shown), cut_highlight(items.highlight, items.shown)
        called = wording().bars if many(table) else self.called(several=True)
        return telling.of_rows(called, own, items.column, stands_out)

    def base_lines(self, table: Table) -> tuple[str, ...]:
        """The base and its notes, and what the key of a grid leaves out."""
        lines = Parted.base_lines(self, table)
        left_out = "" if table.single else unshown.absent(table)
        return (" ".join([*lines, left_out]),) if left_out else lines

    def heard(self, table: Table) -> tabled.Heard:
        """The answers, then what is read out; of a question without items an answer a row."""
        if table.single:
            return tabled.of_answers(table, answers(table), self.read_out(table))
        items = self._items(table)
        return tabled.of_rows(table, items.shown, tabled.with_reading(answers(table), items.column))

    def _items(self, table: Table) -> Items:
        highlight = highlights.find(table, self.highlight)
        column = rows.reading(table, self.show, highlight)
        by = rows.leading_net(table) if column is None else column
        order = rows.ordered(table, by, self.order)
        shown = rows.chosen(table, order, self.only)
        return Items(order, shown, column, highlight, self.seats, self.alone)

    def read_out(self, table: Table) -> int | None:
        """The column that is read out of a question without items, nothing if it is hidden."""
        column = rows.reading(table, self.show, highlights.find(table, self.highlight))
        return unshown.read_out(table, column)

    def plan(self, table: Table, width: float, look: Look) -> Form:
        """The legend, a stack for each item with what is read out beside it; or one large stack."""
        stackable(table)
        self.shown(table)
        table = unshown.whole(table)
        if table.single:
            return self.single(table, width, look, self.read_out(table))
        return self.several(table, width, look, self._items(table))

    @abstractmethod
    def called(self, *, several: bool = False) -> str:
        """What one stack, or `several`, are called in the alternative text."""

    @abstractmethod
    def single(self, table: Table, width: float, look: Look, column: int | None) -> Form:
        """One large stack, of a question without rows."""

    @abstractmethod
    def several(self, table: Table, width: float, look: Look, items: Items) -> Form:
        """A stack for each item of a grid."""

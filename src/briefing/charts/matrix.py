"""A grid as rows and panels: which of its items and answers have which, and their names."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.charts import unshown
from briefing.charts.highlight import spoken
from briefing.charts.labels import row_base
from briefing.charts.stack import paints

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.charts.figures import Figure
    from briefing.charts.rows import Items
    from briefing.drawing import Colour
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True)
class Matrix:
    """A grid in which items have a row each and answers a panel each.

    `turned` says that it is the other way round. `rows` and `panels` are the places of what is
    drawn, `every` those of the items in all parts of a chart, which are laid out alike.
    """

    table: Table
    items: Items
    turned: bool
    colours: dict[int, Colour]
    """The colour of each answer."""
    stressed: frozenset[int]
    """The answers that the headline speaks of."""

    @property
    def answers(self) -> tuple[int, ...]:
        """The answers in their order."""
        return tuple(self.colours)

    @property
    def rows(self) -> tuple[int, ...]:
        """What has a row of what is drawn."""
        return self.answers if self.turned else self.items.shown

    @property
    def panels(self) -> tuple[int, ...]:
        """What has a panel of what is drawn."""
        return self.items.shown if self.turned else self.answers

    @property
    def every_row(self) -> tuple[int, ...]:
        """What has a row in one of the parts."""
        return self.answers if self.turned else self.items.order

    @property
    def every_panel(self) -> tuple[int, ...]:
        """What has a panel in one of the parts."""
        return self.items.order if self.turned else self.answers

    @property
    def seats(self) -> int:
        """The panels of the fullest part."""
        return max(len(self.panels), self.items.seats if self.turned else 0)

    @property
    def greatest(self) -> Fraction:
        """The largest share of all parts: that of the longest bar."""
        cells = (self.table.cells[row] for row in self.items.order)
        shares = [each[place].value or Fraction(0) for each in cells for place in self.answers]
        return max(shares) or Fraction(1)

    def cell(self, row: int, panel: int) -> tuple[int, int]:
        """The row and the column in the table of a row and a panel."""
        return (panel, row) if self.turned else (row, panel)

    def named(self, place: int, *, row: bool) -> tuple[str, Figure | None, bool]:
        """The words of a row or a panel, its base, and whether the words are strong."""
        if row == self.turned:
            return self.table.columns[place].label, None, place in self.stressed
        base = row_base(self.table, place, small=row)
        return self.table.rows[place].label, base, self.items.highlight.row(place)


def matrix(table: Table, look: Look, items: Items, *, turned: bool) -> Matrix:
    """A grid with all answers of its key."""
    own = spoken(table, items.highlight)
    painted = paints(table, look, own)
    colours = {place: painted[place].colour for place in unshown.keyed(table)}
    return Matrix(table, items, turned, colours, frozenset(own))

"""The ways to stand a grid as columns, from the handsomest to the one that needs least height."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from briefing.charts.column_rows import ColumnRows
from briefing.charts.column_stands import between, stands
from briefing.charts.forms import Forms
from briefing.charts.model import UnsuitedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from briefing.brand.model import Look
    from briefing.charts.column_stands import Stand
    from briefing.charts.model import Drawn, Extent
    from briefing.charts.rows import Items
    from briefing.tables.model import Table

_SLIP = 0.01
"""Heights are compared to a hundredth of a point."""


@dataclass(frozen=True, slots=True)
class ColumnForms:
    """Columns as wide as looks well, and narrower ones with white for figures beside them."""

    widest: ColumnRows
    narrower: Callable[[], Iterator[ColumnRows]]

    def extent(self) -> Extent:
        """That of the widest columns, whose labels have as much room as any."""
        return self.widest.extent()

    def draw(self, height: float) -> Drawn:
        """Draw the widest columns of those that leave the fewest figures out."""
        best, fewest = self.widest, self.widest.silent(height)
        filled = min(height, self.extent().most) - _SLIP
        for form in self.narrower() if fewest else ():
            extent = form.extent()
            if extent.least > height + _SLIP or extent.most < filled:
                continue
            if (left := form.silent(height)) < fewest:
                best, fewest = form, left
            if not fewest:
                break
        return best.draw(height)


def column_rows(table: Table, width: float, look: Look, items: Items) -> Forms[ColumnForms]:
    """The ways to stand the items of a grid side by side; raise `UnsuitedError` if they cannot.

    A legend beside the columns is worth some height; where there is none for it, it stands above.
    """
    places = stands(table, width, look, items)
    room = min(stand.pitch for place in places for stand in place) - between(look)

    def made(stand: Stand) -> ColumnRows:
        return ColumnRows(table, width, look, items, stand, room)

    forms, refusals = [], []
    for wide, *narrow in places:
        try:
            forms.append(ColumnForms(made(wide), partial(_possible, made, narrow)))
        except UnsuitedError as refusal:
            refusals.append(refusal)
    if not forms:
        raise refusals[0]
    return Forms(tuple(forms))


def _possible(made: Callable[[Stand], ColumnRows], stands: Iterable[Stand]) -> Iterator[ColumnRows]:
    """Those of the stands that can be laid out."""
    for stand in stands:
        with suppress(UnsuitedError):
            yield made(stand)

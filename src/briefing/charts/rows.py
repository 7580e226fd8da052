"""Which column a chart of several rows reads out, and the rows in the order of the finding."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.charts.model import UnsuitedError
from briefing.tables.model import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.charts.highlight import Highlight
    from briefing.tables.model import Table

NONE = "none"
"""The `show` that reads out nothing."""
ORDERS = ("value", "asked")
"""What `order` may be: by the figure read out, largest first, or as in the questionnaire."""


@dataclass(frozen=True, slots=True)
class Items:
    """The rows of a grid in their order, those of them that are drawn, and what stands out.

    `column` is read out, nothing if none is.
    """

    order: tuple[int, ...]
    shown: tuple[int, ...]
    column: int | None
    highlight: Highlight
    seats: int = 0
    """The rows of the fullest part, where only a part is drawn."""
    alone: bool = True
    """Whether no other chart stands near."""


def chosen(table: Table, order: Sequence[int], only: str) -> tuple[int, ...]:
    """The rows of an order whose ids `only` has; all of them if it is empty."""
    wanted = only.split()
    return tuple(row for row in order if not wanted or table.rows[row].id in wanted)


def reading(table: Table, show: str, highlight: Highlight) -> int | None:
    """The column to read out: the one asked for, the highlight's, or the positive end's net."""
    if show == NONE:
        return None
    if show:
        column = table.column(show)
        if column is None:
            offered = ", ".join(head.id for head in table.columns)
            raise UnsuitedError(f"the table {table.id} has no column {show!r} to show: {offered}")
        return column
    if highlight.column is not None:
        return highlight.column
    return leading_net(table)


def leading_net(table: Table) -> int | None:
    """The net of the positive end, else the first net, nothing if there is none."""
    nets = [place for place, head in enumerate(table.columns) if head.part is Part.NET]
    return next((place for place in nets if table.columns[place].pole > 0), next(iter(nets), None))


def ordered(table: Table, column: int | None, order: str) -> tuple[int, ...]:
    """The rows by `column`, largest first, or as asked; rows without a figure come last.

    Equal rows stay in the order of the questionnaire (conventions, 1.4). The total of groups stands
    behind all of them, set apart.
    """
    values = [table.cells[row][column or 0].value for row in range(len(table.rows))]
    places = sorted_places(values, order, [head.last for head in table.rows])
    return tuple(sorted(places, key=table.total))


def sorted_places(
    values: Sequence[Fraction | None], order: str, last: Sequence[bool]
) -> tuple[int, ...]:
    """Places by their values, largest first; what is `last`, or has no value, stays behind."""
    if order not in ORDERS:
        raise UnsuitedError(f"order is {' or '.join(ORDERS)}, not {order!r}")
    places = range(len(values))
    if order == "asked":
        return tuple(places)

    def rank(place: int) -> tuple[bool, bool, Fraction]:
        value = values[place]
        return last[place], value is None, -(value or Fraction(0))

    return tuple(sorted(places, key=rank))

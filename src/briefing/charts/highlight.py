"""What the headline speaks of: a cell, a row or a column of a table, found by its path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.charts.model import UnsuitedError
from briefing.tables.model import Measure, Part

if TYPE_CHECKING:
    from briefing.tables.model import Head, Table


@dataclass(frozen=True, slots=True)
class Highlight:
    """The rows and columns that stand out, by their places; nothing where none does."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything stands out."""
        return bool(self.rows or self.columns)

    def row(self, place: int) -> bool:
        """Whether a row stands out among the others."""
        return place in self.rows

    def reading(self, row: int, column: int | None) -> bool:
        """Whether the headline speaks of the reading of a row: of all, if it names no row."""
        return column in self.columns and (row in self.rows or not self.rows)

    @property
    def column(self) -> int | None:
        """The first column that stands out."""
        return min(self.columns, default=None)


def find(table: Table, path: str) -> Highlight:
    """Read a highlight: ``agree``, ``commenting.engaged``, ``commenting``; several with spaces.

    The table's own id may stand in front. Raises `UnsuitedError` for a path the table has not.
    """
    rows: set[int] = set()
    columns: set[int] = set()
    for each in path.split():
        row, column = _place(table, each.removeprefix(f"{table.id}."), each)
        if row is not None:
            rows.add(row)
        if column is not None:
            columns.add(column)
    return Highlight(frozenset(rows), frozenset(columns))


def _place(table: Table, path: str, written: str) -> tuple[int | None, int | None]:
    head, _, tail = path.partition(".")
    if tail:
        row, column = table.row(head), table.column(tail)
        if row is not None and column is not None:
            return row, column
    elif (column := table.column(head)) is not None:
        return (0 if table.single else None), column
    elif (row := table.row(head)) is not None:
        return row, None
    raise UnsuitedError(f"the table {table.id} has no {written!r}; it has {_offer(table)}")


def _offer(table: Table) -> str:
    columns = f"the columns {_listed(table.columns)}"
    return columns if table.single else f"the rows {_listed(table.rows)} and {columns}"


def _listed(heads: tuple[Head, ...]) -> str:
    return ", ".join(head.id for head in heads)


def parts_of(table: Table, column: int) -> frozenset[int]:
    """The answers that a column counts: those of a net, or the answer itself.

    A mean or a net score is of all answers, and stands for none of them.
    """
    of = table.columns[column].of
    if table.columns[column].part is Part.SUMMARY:
        return frozenset()
    if not of:
        return frozenset({column})
    return frozenset(place for place, head in enumerate(table.columns) if head.id in of)


def spoken(table: Table, highlight: Highlight) -> frozenset[int]:
    """The answers that the columns which stand out count."""
    return frozenset().union(*(parts_of(table, column) for column in highlight.columns))


def one(table: Table, path: str) -> tuple[int, int]:
    """The row and column of the one cell that a picture of a figure shows.

    Raises `UnsuitedError` where the path names a whole row or column of several.
    """
    found = find(table, path)
    row = 0 if len(table.rows) == 1 else min(found.rows, default=None)
    if row is None or found.column is None:
        raise UnsuitedError(
            f"{table.id} needs the path of one cell, not {path!r}: {_offer(table)}",
            _example(table, found),
        )
    return row, found.column


def _example(table: Table, found: Highlight) -> str:
    """How one cell of a table is named: one of the row or the column that the author named."""
    row = min(found.rows, default=0)
    nets = (place for place, head in enumerate(table.columns) if head.part is Part.NET)
    column = min(found.columns, default=next(nets, 0))
    labels = [] if table.single else [table.rows[row].label]
    told = ", ".join(f"“{label}”" for label in (*labels, table.columns[column].label))
    return f"Write for example highlight={table.path(row, column)}: the figure of {told}."


def one_share(table: Table, path: str) -> tuple[int, int]:
    """The row and column of the one cell that a picture shows a part of a whole by.

    Raises `UnsuitedError` also for a mean, a net score or a count: they are part of nothing.
    """
    row, column = one(table, path)
    if table.columns[column].measure is not Measure.SHARE:
        raise UnsuitedError(f"{table.path(row, column)} is no share of a whole: use kind=number")
    return row, column

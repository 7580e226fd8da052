"""Tables in another order: rows or columns by value, ties by the questionnaire."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.tables.model import Part

if TYPE_CHECKING:
    from briefing.tables.model import Cell, Head, Table


def rows_by(table: Table, column_id: str) -> Table:
    """The rows by a column, largest first; rows without a value and those kept last come last.

    Raises KeyError for a column that the table has not.
    """
    column = table.column(column_id)
    if column is None:
        raise KeyError(f"{table.id}.*.{column_id}")
    order = sorted(
        range(len(table.rows)),
        key=lambda row: _key(table.rows[row], table.cells[row][column]),
    )
    return replace(
        table,
        rows=tuple(table.rows[row] for row in order),
        bases=tuple(table.bases[row] for row in order),
        cells=tuple(table.cells[row] for row in order),
    )


def columns_by(table: Table, row_id: str) -> Table:
    """The answers by their value in a row, largest first; nets stay behind them, in their order."""
    row = table.row(row_id)
    if row is None:
        raise KeyError(f"{table.id}.{row_id}")
    cells = table.cells[row]
    order = sorted(
        range(len(table.columns)),
        key=lambda column: (
            (1, 0, 0, Fraction(0))
            if table.columns[column].part in (Part.NET, Part.SUMMARY)
            else (0, *_key(table.columns[column], cells[column]))
        ),
    )
    return replace(
        table,
        columns=tuple(table.columns[column] for column in order),
        cells=tuple(tuple(cells[column] for column in order) for cells in table.cells),
    )


def _key(head: Head, cell: Cell) -> tuple[int, int, Fraction]:
    missing = cell.value is None
    return (int(head.last), int(missing), -(cell.value or Fraction(0)))

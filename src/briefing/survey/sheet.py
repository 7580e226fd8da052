"""A sheet of text cells as read from a file, each row with the line it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.diagnostics import Source

if TYPE_CHECKING:
    import pandas as pd

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cells as text under the heads of the first row; what any format of responses is read into.

    `rows` is numbered from 0; `lines[i]` is the line (or spreadsheet row) of row i in the file.
    """

    path: str
    rows: pd.DataFrame
    lines: tuple[int, ...]
    ids: tuple[str, ...] = ()
    """Whose rows these are, where that is known."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The heads of the columns in the order of the file."""
        return tuple(str(each) for each in self.rows.columns)

    def keeping(self, mask: pd.Series[bool]) -> Sheet:
        """The sheet with the rows alone that a mask marks."""
        rows, kept = self.rows[mask.to_numpy()].reset_index(drop=True), rows_where(mask)
        ids = tuple(self.ids[row] for row in kept) if self.ids else ()
        return Sheet(self.path, rows, tuple(self.lines[row] for row in kept), ids)

    def where(self, row: int | None = None) -> Source:
        """The place of a row, or of the heads."""
        return Source(self.path, 1 if row is None else self.lines[row])

    def first(self, mask: pd.Series[bool]) -> Source:
        """The place of the first row that a mask marks."""
        return self.where(rows_where(mask)[0])

    def named(self, mask: pd.Series[bool]) -> str:
        """The lines of the rows that a mask marks: ``lines 4, 9``."""
        return named_lines([self.lines[row] for row in rows_where(mask)])

    def whose(self, mask: pd.Series[bool]) -> str:
        """The rows that a mask marks by their lines and ids: ``lines 4, 9; ids r17, r23``."""
        rows = rows_where(mask)
        ids = [self.ids[row] for row in rows] if self.ids else []
        if not ids or ids == [str(self.lines[row]) for row in rows]:
            return self.named(mask)
        return f"{self.named(mask)}; {'id' if len(ids) == 1 else 'ids'} {_first(ids)}"


def rows_where(mask: pd.Series[bool]) -> list[int]:
    """The numbers of the rows that a mask marks."""
    return [row for row, marked in enumerate(mask.to_list()) if marked]


def named_lines(lines: list[int]) -> str:
    """The first lines of a list as messages say them: ``lines 4, 9, 12, 15, 20 and 3 more``."""
    return f"{'line' if len(lines) == 1 else 'lines'} {_first([str(line) for line in lines])}"


def _first(words: list[str]) -> str:
    more = len(words) - _SHOWN
    return ", ".join(words[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: ``1 cell``, ``3 cells``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {plural or f'{noun}s'}"

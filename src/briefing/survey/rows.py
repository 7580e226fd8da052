"""Rows of text cells as a file has them, heads among them, and how they become a `Sheet`."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from briefing.diagnostics import Source
from briefing.survey.labels import quoted
from briefing.survey.sheet import Sheet, counted, named_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.diagnostics import Diagnostics

    Record = tuple[int, list[str]]
    """The line a row stands on, and its cells."""


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of a file or of a workbook's sheet; there is at least one."""

    path: str
    records: tuple[Record, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """The first row that is not blank, spaces collapsed, to its last cell with words."""
        heads = list(self.head(0))
        while heads and not heads[-1]:
            heads.pop()
        return tuple(heads)

    def head(self, number: int) -> tuple[str, ...]:
        """The cells of a row of heads, from 0, spaces collapsed; empty where the file ends."""
        at = self._row(number)
        return tuple(collapsed(cell) for cell in self.records[at][1]) if at is not None else ()

    def under(self, heads: int) -> tuple[Record, ...]:
        """The rows below so many rows of heads."""
        at = self._row(heads - 1)
        return () if at is None else self.records[at + 1 :]

    def where(self, number: int = 0) -> Source:
        """The place of a row of heads."""
        return Source(self.path, self.records[self._row(number) or 0][0])

    def _row(self, number: int) -> int | None:
        """Where a row of heads stands among the records; blank rows are none."""
        filled = (at for at, (_, cells) in enumerate(self.records) if any(map(str.strip, cells)))
        return next(itertools.islice(filled, number, None), None)


def collapsed(words: str) -> str:
    """Words with single spaces, those that hold and line ends included, and none around them."""
    return " ".join(words.split())


def sheet_of_rows(
    rows: Rows, diagnostics: Diagnostics, *, name_heads: bool = False
) -> Sheet | None:
    """The sheet under the heads of the first row; a fault for heads without a name of their own.

    With `name_heads` they get one and a warning: ``column 3``, ``Other (2)``.
    """
    heads = rows.heads
    if name_heads:  # a column without a name may be the last one too
        heads = (*heads, *[""] * (_width(rows) - len(heads)))
    given = named_once(heads)
    nameless = [name for head, name in zip(heads, given, strict=True) if not head]
    twice = [
        (head, name) for head, name in zip(heads, given, strict=True) if head not in ("", name)
    ]
    faults = [f"two columns are called {quoted(head)}" for head, _ in twice]
    if name_heads:
        for fault, (_, name) in zip(faults, twice, strict=True):
            message = f"{fault}; this one is taken as {quoted(name)}"
            diagnostics.warning("data-heads", message, rows.where())
        if nameless:
            diagnostics.warning("data-heads", _named_by_place(nameless), rows.where())
        return sheet_under(given, rows.path, rows.under(1), diagnostics)
    faults += [f"{name} has no name" for name in nameless]
    for fault in faults:
        diagnostics.error("data-heads", fault, rows.where(), "Name each column once.")
    return None if faults else sheet_under(given, rows.path, rows.under(1), diagnostics)


def _width(rows: Rows) -> int:
    """The number of columns up to the last that the first row has a cell for and any row fills."""
    most = len(rows.head(0))
    filled = (
        next((at for at in range(min(len(cells), most), 0, -1) if cells[at - 1].strip()), 0)
        for _, cells in rows.records
    )
    return max(filled, default=0)


_NAMED = 3
"""So many columns without a name are told by name; of more, how many there are."""


def _named_by_place(names: list[str]) -> str:
    if len(names) == 1:
        return f"a column has no name; it is taken as {quoted(names[0])}"
    told = ", ".join(map(quoted, names[:_NAMED]))
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{len(names)} columns have no name; they are taken as {told}{more}"


def named_once(names: Iterable[str]) -> list[str]:
    """Names of columns, the second of a name told apart by a number: ``Why?``, ``Why? (2)``."""
    known = list(names)
    found: list[str] = []
    taken = set(known)
    for place, name in enumerate(known, 1):
        wanted = name or f"column {place}"
        number = 1
        once = wanted
        while once in found or (once != name and once in taken):
            number += 1
            once = f"{wanted} ({number})"
        found.append(once)
    return found


def sheet_under(
    heads: Iterable[str], path: str, records: Iterable[Record], diagnostics: Diagnostics
) -> Sheet | None:
    """The sheet of rows under heads that are known; None if a row is longer or shorter."""
    heads = list(heads)
    kept, lines, blank = [], [], []
    odd: dict[int, list[int]] = {}
    for line, cells in records:
        if not any(cell.strip() for cell in cells):
            blank.append(line)
        elif len(cells) < len(heads) or any(cell.strip() for cell in cells[len(heads) :]):
            odd.setdefault(len(cells), []).append(line)
        else:
            kept.append(cells[: len(heads)])
            lines.append(line)
    for length, places in odd.items():
        _refuse_length(length, len(heads), places, path, diagnostics)
    _warn_of_blank_rows(blank, lines, path, diagnostics)
    # Columns are read one at a time: each is to lie in one piece of memory.
    filled = np.array(kept, dtype=object).reshape(len(kept), len(heads))
    rows = pd.DataFrame(np.asfortranarray(filled), columns=heads, dtype=str)
    return Sheet(path, rows, tuple(lines)) if not odd else None


def _refuse_length(
    length: int, heads: int, lines: list[int], path: str, diagnostics: Diagnostics
) -> None:
    """Rows that are longer or shorter than the heads: one fault for all that are alike."""
    message = f"this row has {length} cells, the heads have {heads}"
    if len(lines) > 1:
        message += f" ({named_lines(lines)})"
    hint = "Put a cell that holds the separator into quotation marks."
    if length > heads and len(lines) > 1:
        hint += " If all rows are so, a column has no head: name it."
    diagnostics.error("data-row-length", message, Source(path, lines[0]), hint)


def _warn_of_blank_rows(
    blank: list[int], lines: list[int], path: str, diagnostics: Diagnostics
) -> None:
    """Blank rows between others are remarked; at the end of a file they are a habit of programs."""
    between = [line for line in blank if lines and line < lines[-1]]
    if between:
        message = f"{counted(len(between), 'blank row')} left out ({named_lines(between)})"
        diagnostics.warning("data-blank-row", message, Source(path, between[0]))

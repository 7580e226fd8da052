"""A table as a sheet that others can reckon with: CSV with the codebook's labels.

A line an answer for a question without rows, a line an item or group for any other. Each figure
stands as it is printed (conventions, 1.2), beside it the count behind it, at the end the base;
what is suppressed has its symbol in place of all of them (1.7).
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from briefing.signs import NARROW, NO_BREAK, NO_BREAK_HYPHEN
from briefing.tables.model import Measure, Part
from briefing.tables.rounding import percent_digits, plain_text
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from briefing.tables.model import Base, Cell, Head, Table

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")


def _unit(measure: Measure) -> str:
    words = wording()
    return {
        Measure.SHARE: "%",
        Measure.SCORE: words.unit_score,
        Measure.COUNT: words.unit_number,
        Measure.NUMBER: words.unit_number,
        Measure.POINTS: words.unit_points,
    }[measure]


_TYPED = str.maketrans({NO_BREAK: " ", NARROW: " ", NO_BREAK_HYPHEN: "-", "\N{SOFT HYPHEN}": None})
_NOTHING = "[x]"
"""Where there is no figure and no reason is given (conventions, 1.7)."""


def sheet(table: Table) -> bytes:
    """The sheet in UTF-8 with a mark of it, which spreadsheets ask for; lines end as RFC 4180 says.

    Percentages and scores have the decimals of the table. Cells that a spreadsheet would compute
    are made text.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    lines = _answers(table) if table.single else _rows(table)
    writer.writerows([harmless(plain(cell)) for cell in line] for line in lines)
    return file.getvalue().encode("utf-8-sig")


def plain(words: str) -> str:
    """Words with the spaces and hyphens of a keyboard, for whoever looks a label up."""
    return words.translate(_TYPED)


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_RISKY) else cell


def _answers(table: Table) -> Iterator[Sequence[str]]:
    unit, words = _unit(table.columns[0].measure), wording()
    yield (words.answer, unit, words.count, words.base)
    base = _base(table.bases[0])
    for place, head in enumerate(table.columns):
        yield (head.label, *_figures(table.cells[0][place], head, table.places), base)


def _rows(table: Table) -> Iterator[Sequence[str]]:
    heads = [
        f"{head.label}, {unit}"
        for head in table.columns
        for unit in (_unit(head.measure), wording().unit_count)
    ]
    words = wording()
    corner = words.group if any(row.part is Part.GROUP for row in table.rows) else words.item
    yield (corner, *heads, words.base)
    for row, cells, base in zip(table.rows, table.cells, table.bases, strict=True):
        told = [
            figure
            for head, cell in zip(table.columns, cells, strict=True)
            for figure in _figures(cell, head, table.places)
        ]
        yield (row.label, *told, _base(base))


def _figures(cell: Cell, head: Head, places: int | None) -> tuple[str, str]:
    """What is printed of a cell and the count behind it; its symbol alone where it has one."""
    if cell.symbol or cell.value is None:
        symbol = f"[{cell.symbol}]" if cell.symbol else _NOTHING
        return symbol, symbol
    count = "" if cell.count is None else str(cell.count)
    if head.measure is Measure.SHARE:
        return percent_digits(cell.value, places or 0), count
    score = head.decimals if places is None else places
    decimals = {Measure.SCORE: score, Measure.NUMBER: head.decimals}.get(head.measure, 0)
    return _plain(cell.value, decimals), count


def _base(base: Base) -> str:
    return f"[{base.symbol}]" if base.symbol else str(base.n)


def _plain(value: Fraction, decimals: int) -> str:
    """A decimal that a spreadsheet reads as one."""
    return plain_text(value, decimals).replace("\N{MINUS SIGN}", "-")

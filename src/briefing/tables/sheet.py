"""A table as a sheet that others can reckon with: CSV with the codebook's labels.

A line an answer for a question without rows, a line an item or group for any other. Each figure
stands as it is printed (conventions, 1.2), beside it the count behind it, at the end the base;
what is suppressed has its symbol in place of all of them (1.7).
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from briefing.signs import NARROW, NO_BREAK, NO_BREAK_HYPHEN
from briefing.tables.model import Measure, Part
from briefing.tables.printed import row_head
from briefing.tables.rounding import percent_plain, plain_text
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.tables.model import Base, Cell, Head, Table

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
_NEGATIVE = re.compile(r"-\d+(?:\.\d+)?")
_TYPED = str.maketrans({NO_BREAK: " ", NARROW: " ", NO_BREAK_HYPHEN: "-", "\N{SOFT HYPHEN}": None})
_SHARE = "%"
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
    """A cell that no spreadsheet takes for a formula; a number below nought is none."""
    risky = cell.startswith(_RISKY) and not _NEGATIVE.fullmatch(cell)
    return f"'{cell}" if risky else cell


def _answers(table: Table) -> Iterator[Sequence[str]]:
    """Figures of several kinds say of which they are, but for shares in a column of shares."""
    units, words = [_unit(head) for head in table.columns], wording()
    mixed = len(set(units)) > 1
    common = _SHARE if _SHARE in units else words.figure if mixed else units[0]
    yield (words.answer, common, words.count, words.base)
    base = _base(table.bases[0])
    for place, (head, unit) in enumerate(zip(table.columns, units, strict=True)):
        label = f"{head.label}, {unit}" if mixed and unit != common else head.label
        yield (label, *_figures(table.cells[0][place], head, table.places), base)


def _unit(head: Head) -> str:
    words = wording()
    named = {
        Measure.SHARE: _SHARE,
        Measure.SCORE: words.unit_score,
        Measure.COUNT: words.unit_number,
        Measure.NUMBER: words.unit_number,
        Measure.POINTS: words.unit_points,
    }
    return head.unit or named[head.measure]


def _rows(table: Table) -> Iterator[Sequence[str]]:
    tested, words = tested_columns(table), wording()
    heads = [
        f"{head.label}, {unit}"
        for head in table.columns
        for unit in (
            _unit(head),
            words.unit_count,
            *((words.higher_than,) if head.id in tested else ()),
        )
    ]
    corner = words.group if any(row.part is Part.GROUP for row in table.rows) else words.item
    yield (corner, *heads, words.base)
    for row, (cells, base) in enumerate(zip(table.cells, table.bases, strict=True)):
        told = [
            figure
            for head, cell in zip(table.columns, cells, strict=True)
            for figure in (
                *_figures(cell, head, table.places),
                *((letters_of(cell, words.none_of_them),) if head.id in tested else ()),
            )
        ]
        yield (row_head(table, row), *told, _base(base))


def tested_columns(table: Table) -> frozenset[str]:
    """The columns in which some share is significantly higher than another."""
    places = {column for _, column, cell in table if cell.letters}
    return frozenset(table.columns[place].id for place in places)


def letters_of(cell: Cell, none: str) -> str:
    """The letters of a cell, its symbol where it is suppressed, `none` where it has none."""
    if cell.symbol or cell.value is None:
        return f"[{cell.symbol or 'x'}]"
    return cell.letters or none


def _figures(cell: Cell, head: Head, places: int | None) -> tuple[str, str]:
    """What is printed of a cell and the count behind it; its symbol alone where it has one."""
    if cell.symbol or cell.value is None:
        symbol = f"[{cell.symbol}]" if cell.symbol else _NOTHING
        return symbol, symbol if cell.count is None else str(cell.count)
    count = "" if cell.count is None else str(cell.count)
    if head.measure is Measure.SHARE:
        return percent_plain(cell.value, places or 0), count
    score = head.decimals if places is None else places
    decimals = {Measure.SCORE: score, Measure.NUMBER: head.decimals}.get(head.measure, 0)
    return plain_text(cell.value, decimals), count


def _base(base: Base) -> str:
    return f"[{base.symbol}]" if base.symbol else str(base.n)

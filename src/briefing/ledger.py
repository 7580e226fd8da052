"""Every figure printed and every claim proved, with its cell: a walk over the pages."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, fields
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from briefing.claims.formats import LESS
from briefing.claims.verdicts import AMONG
from briefing.drawing import Text
from briefing.tables.rounding import plain_text
from briefing.tables.sheet import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.drawing import Number
    from briefing.layout.pages import Page, Pages
    from briefing.tables.model import Table

CLAIM = "claim"
PLACES = 6
"""Decimals of an unrounded value in the ledger."""

_NO_TABLES: Final = MappingProxyType[str, "Table"]({})


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure, or some claimed words, on a page of a document; a notice has no pages."""

    document: str
    page: str
    number: Number


@dataclass(frozen=True, slots=True)
class Row:
    """One figure on one page; a claim about several cells has a row for each.

    `words` is the sentence, or of a chart what its figure is of; `kind` is what was taken (``pct``,
    ``count`` …), for a claim with ``claim`` before it; `value` is unrounded, percentages from 0 to
    100; `shown` is what is printed of it; `base` is the unweighted number it is of;
    `means` is what its author says that it means, where that is what was proved.
    """

    document: str
    page: str
    words: str
    kind: str
    value: str
    shown: str
    base: str
    question: str
    table: str
    cell: str
    file: str
    line: str
    means: str


def printed_figures(documents: Iterable[tuple[str, Pages]]) -> Iterator[Entry]:
    """The figures of all documents, (name, pages), in the order of their pages."""
    for name, pages in documents:
        for page in pages.pages:
            for number in _numbers(page):
                yield Entry(name, page.label, number)


def claims_ledger(
    entries: Iterable[Entry], tables: Mapping[str, Table] = _NO_TABLES
) -> tuple[Row, ...]:
    """The rows of printed figures, in their order."""
    return tuple(row for entry in entries for row in _rows(entry, tables))


def ledger_csv(entries: Iterable[Entry], tables: Mapping[str, Table] = _NO_TABLES) -> str:
    """The ledger as CSV with a head; cells that a spreadsheet would compute are made text."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    names = [each.name for each in fields(Row)]
    cells = attrgetter(*names)
    writer.writerow(names)
    for row in claims_ledger(entries, tables):
        writer.writerow(harmless(cell) for cell in cells(row))
    return file.getvalue()


def unrounded(number: Number) -> str:
    """The value of a figure to `PLACES` decimals, percentages and points from 0 to 100."""
    share = number.kind.endswith("pct") or number.kind == "points"
    return plain_text(number.value * 100 if share else number.value, PLACES)


def label_of(number: Number, tables: Mapping[str, Table]) -> str:
    """What a figure is of, as its table calls it: title, row and answer."""
    table = tables.get(number.table)
    if table is None:
        return ""
    row, _, column = number.cell.rpartition(".")
    based = number.kind.endswith("base")
    row = row or (column if based else "")
    names = [head.label for head in table.rows if head.id == row]
    names += [head.label for head in table.columns if head.id == column and not based]
    return spaced(": ".join((table.title, *names)))


def spaced(text: str) -> str:
    """Words with one plain space between them: print's own spaces are none of a spreadsheet's."""
    return " ".join(text.split())


def _numbers(page: Page) -> Iterator[Number]:
    """The figures of a page; words that were broken over marks or lines count once."""
    last: Number | None = None
    for box in page.boxes:
        for mark in box.marks:
            if not isinstance(mark, Text):
                continue
            if mark.number is not None and mark.number != last:
                yield mark.number
            if mark.number is not None or mark.run.text.strip():
                last = mark.number


def _rows(entry: Entry, tables: Mapping[str, Table]) -> Iterator[Row]:
    sentence = entry.number.sentence
    for each in (entry.number, *entry.number.others):
        where, table = each.where, tables.get(each.table)
        shown = spaced(each.text)
        yield Row(
            document=entry.document,
            page=entry.page,
            words=spaced(sentence) or label_of(each, tables) or shown,
            kind=f"{CLAIM} {each.kind}" if each.claimed else each.kind,
            value=unrounded(each),
            shown="" if each.kind == LESS or each.kind.startswith(AMONG) else shown,
            base="" if each.base is None else str(each.base),
            question=spaced(table.question or table.title) if table else "",
            table=each.table,
            cell=each.cell,
            file=where.path if where else "",
            line=str(where.line) if where and where.line else "",
            means=spaced(each.means),
        )

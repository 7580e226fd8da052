"""Every figure printed and every claim proved, with its cell: a walk over the pages."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING

from briefing.drawing import Text
from briefing.tables.rounding import decimal_text
from briefing.tables.sheet import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.drawing import Number
    from briefing.layout.pages import Page, Pages

CLAIM = "claim"
PLACES = 6
"""Decimals of an unrounded value in the ledger."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure on one page; a claim about several cells has a row for each.

    `kind` is what was taken (``pct``, ``count`` …), for a claim with ``claim`` before it; `value`
    is unrounded, percentages from 0 to 100; `base` is the unweighted number it is of.
    """

    document: str
    page: str
    words: str
    kind: str
    value: str
    base: str
    table: str
    cell: str
    file: str
    line: str


def claims_ledger(documents: Iterable[tuple[str, Pages]]) -> tuple[Row, ...]:
    """The rows of all documents, (name, pages), in the order of their pages."""
    return tuple(
        row
        for name, pages in documents
        for page in pages.pages
        for number in _numbers(page)
        for row in _rows(name, page.label, number)
    )


def ledger_csv(documents: Iterable[tuple[str, Pages]]) -> str:
    """The ledger as CSV with a head; cells that a spreadsheet would compute are made text."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(each.name for each in fields(Row))
    for row in claims_ledger(documents):
        writer.writerow(harmless(cell) for cell in astuple(row))
    return file.getvalue()


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


def _rows(document: str, page: str, number: Number) -> Iterator[Row]:
    for each in (number, *number.others):
        share = each.kind == "pct"
        where = each.where
        yield Row(
            document=document,
            page=page,
            words=" ".join(each.text.split()),
            kind=f"{CLAIM} {each.kind}" if each.claimed else each.kind,
            value=decimal_text(each.value * 100 if share else each.value, PLACES).replace(",", ""),
            base="" if each.base is None else str(each.base),
            table=each.table,
            cell=each.cell,
            file=where.path if where else "",
            line=str(where.line) if where and where.line else "",
        )

"""Every table behind the publications as an accessible workbook.

The workbook follows the conventions of official statistics: a cover sheet with contents and links,
a sheet that explains the symbols, one table a sheet from its first cell on, no merged cells and no
blank rows or columns.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook

from briefing.grids import Grid, Value, conventions, grids, labelled
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from briefing.tables.model import Table

SUFFIX = ".xlsx"
_LONGEST_SHEET, _LONGEST_NAME = 31, 255
_WIDTH, _FIRST = 14, 44
"""Widths of columns, in characters."""
_LEADING = 16.0
_A4 = 9
"""The number that the format has for the paper."""

_UNFIT = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
"""Signs that no name of a sheet may have."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """Whose tables these are: what the cover says. `created` is the one date in the file."""

    title: str
    survey: str
    publisher: str
    date: str
    contact: str
    created: datetime


def workbook(tables: Iterable[Table], about: Particulars) -> bytes:
    """The workbook; the same tables give the same bytes."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": about.title, "author": about.publisher, "created": about.created})
    _Writer(book, grids(tables), about).write()
    book.close()
    return file.getvalue()


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Workbook, tables: Sequence[Grid], about: Particulars) -> None:
        self.book, self.tables, self.about = book, tables, about
        self.title = self._format(bold=True, font_size=14)
        self.line = self._format()
        self.wrapped = self._format(text_wrap=True)
        self.head = self._format(bold=True, text_wrap=True, bottom=1)
        self.over = self._format(bold=True, text_wrap=True, bottom=1, align="right")
        self.symbol = self._format(align="right")
        self.link = self._format(underline=1, font_color="#0b3d91")
        self.numbers: dict[str, Format] = {}
        words = wording()
        named = (words.sheet_cover, words.sheet_notes, *(each.name for each in tables))
        self.cover, self.notes, *self.sheets = _sheet_names(named)

    def write(self) -> None:
        """Cover, notes, then the tables in their order."""
        self._cover()
        self._notes()
        for name, grid in zip(self.sheets, self.tables, strict=True):
            sheet = self.book.add_worksheet(name)
            self._lines(sheet, grid.above)
            self._table(sheet, f"table_{grid.name}"[:_LONGEST_NAME], len(grid.above), grid)

    def _format(self, **properties: Any) -> Format:
        """A format; words in it are words, whatever sign they begin with."""
        common = {"font_name": "Arial", "font_size": 12, "valign": "top", "quote_prefix": True}
        return self.book.add_format(common | properties)

    def _cover(self) -> None:
        about, words = self.about, wording()
        sheet = self.book.add_worksheet(self.cover)
        told = (
            about.title,
            labelled(words.sheet_survey, about.survey),
            labelled(words.sheet_publisher, about.publisher),
            *((labelled(words.sheet_date, about.date),) if about.date else ()),
            *((labelled(words.sheet_contact, about.contact),) if about.contact else ()),
            words.sheet_cells(sheet=self.notes),
        )
        self._lines(sheet, told)
        heads = (words.sheet_name, words.sheet_title, words.sheet_question, words.base)
        nothing = Value(words.sheet_nothing)
        rows = [
            (
                name,
                (
                    Value(grid.title),
                    Value(grid.question) if grid.question else nothing,
                    Value(grid.base),
                ),
            )
            for name, grid in zip(self.sheets, self.tables, strict=True)
        ]
        rows.insert(0, (self.notes, (Value(words.sheet_symbols), nothing, nothing)))
        contents = Grid("contents", words.sheet_contents, "", "", (), heads, tuple(rows))
        self._table(sheet, "contents", len(told), contents, words=True)
        for place, (name, _) in enumerate(rows, start=len(told) + 1):
            sheet.write_url(place, 0, f"internal:'{name}'!A1", self.link, name)

    def _notes(self) -> None:
        words = wording()
        sheet = self.book.add_worksheet(self.notes)
        told = (words.sheet_symbols, words.sheet_beside)
        self._lines(sheet, told)
        rows = tuple((sign, (Value(meaning),)) for sign, meaning in conventions())
        heads = (words.sheet_symbol, words.sheet_meaning)
        notes = Grid("symbols", words.sheet_symbols, "", "", (), heads, rows)
        self._table(sheet, "symbols", len(told), notes, words=True)

    def _lines(self, sheet: Worksheet, lines: Sequence[str]) -> None:
        for place, line in enumerate(lines):
            sheet.write_string(place, 0, line, self.line if place else self.title)

    def _table(
        self, sheet: Worksheet, name: str, top: int, grid: Grid, *, words: bool = False
    ) -> None:
        """A table marked as one: heads, then a row for each row; `words` are not set as figures."""
        last = len(grid.heads) - 1
        for place, (label, values) in enumerate(grid.rows, start=top + 1):
            sheet.write_string(place, 0, label, self.wrapped)
            for column, value in enumerate(values, start=1):
                self._write(sheet, place, column, value, words=words)
        columns = [{"header": each, "header_format": self.head} for each in grid.heads]
        options = {
            "name": name,
            "columns": columns,
            "autofilter": False,
            "style": "Table Style Light 1",
            "banded_rows": False,
            "first_column": True,
            "title": grid.title,
            "description": grid.question or grid.title,
        }
        sheet.add_table(top, 0, top + len(grid.rows), last, options)
        for column, head in enumerate(grid.heads):
            left = words or not column
            sheet.write_string(top, column, head, self.head if left else self.over)
        widths = (_FIRST, *[_FIRST if words else _WIDTH] * last)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_row(top, _height(grid.heads, widths))
        for place, (label, values) in enumerate(grid.rows, start=top + 1):
            sheet.set_row(place, _height((label, *(each.text for each in values)), widths))
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)

    def _write(self, sheet: Worksheet, row: int, column: int, value: Value, *, words: bool) -> None:
        if value.value is None:
            sheet.write_string(row, column, value.text, self.wrapped if words else self.symbol)
        else:
            sheet.write_number(row, column, float(value.value), self._number(value))

    def _number(self, value: Value) -> Format:
        """How a figure is shown: rounded as in print, ``<1`` and ``>99`` in their own words."""
        shown = "#,##0" if value.text[:1] not in "<>" else f'"{value.text}"'
        if value.decimals and value.text[:1] not in "<>":
            shown = f"#,##0.{'0' * value.decimals}"
        if shown not in self.numbers:
            self.numbers[shown] = self._format(num_format=shown, quote_prefix=False)
        return self.numbers[shown]


def _height(texts: Iterable[str], widths: Sequence[int]) -> float:
    """The height of a row in points: no program but Excel finds it for wrapped words."""
    lines = (-(-len(text) // (width - 4)) for text, width in zip(texts, widths, strict=True))
    return _LEADING * max(1, *lines)


def _sheet_names(names: Iterable[str]) -> Iterator[str]:
    """A name for each sheet: no two alike however they are written, none too long."""
    taken = {"history"}
    for wanted in names:
        fit = wanted.translate(_UNFIT).strip(" '") or "x"
        name, number = fit[:_LONGEST_SHEET], 2
        while name.casefold() in taken:
            tail = f"_{number}"
            name, number = fit[: _LONGEST_SHEET - len(tail)] + tail, number + 1
        taken.add(name.casefold())
        yield name

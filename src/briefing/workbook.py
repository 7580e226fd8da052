"""Every table behind the publications, as an accessible workbook or as a folder of CSV files.

The workbook follows the conventions of official statistics: a cover sheet with contents and links,
a sheet that explains the symbols, one table a sheet from its first cell on, no merged cells and no
blank rows or columns. What is suppressed is a symbol here as everywhere. Whatever the tables do not
say themselves is said in the words of the publication's language.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook

from briefing.ledger import PLACES, spaced
from briefing.tables.model import SYMBOLS, Measure
from briefing.tables.notes import definitions
from briefing.tables.printed import EFFECTIVE, WEIGHTED, base_told, row_head, weighted_bases
from briefing.tables.rounding import ALL, decimal_text, percent_digits, plain_text
from briefing.tables.sheet import harmless, letters_of, tested_columns
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from briefing.tables.model import Base, Cell, Head, Table

SUFFIX = ".xlsx"
_LONGEST_SHEET, _LONGEST_HEAD = 31, 255
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


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in a cell: its exact value, if it has one, and what publications print of it."""

    text: str
    value: Fraction | None = None
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is exported: lines above it, heads, and rows of a name and of values."""

    name: str
    title: str
    question: str
    base: str
    notes: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Value, ...]], ...]

    @property
    def above(self) -> tuple[str, ...]:
        """The lines above the heads: title, question, base and notes; none of them is blank."""
        words = wording()
        question = (_line(words.sheet_question, self.question),) if self.question else ()
        notes = (_line(words.sheet_note, each) for each in self.notes)
        return (f"{self.title} ({self.name})", *question, _line(words.base, self.base), *notes)


def grids(tables: Iterable[Table]) -> tuple[Grid, ...]:
    """The tables as they are exported, in their order; those without a column are left out."""
    return tuple(_grid(table) for table in tables if table.columns)


def csv_files(tables: Iterable[Table]) -> dict[str, str]:
    """Files by name: one a table, heads in its first line, and ``index.csv`` of what they are."""
    made: dict[str, str] = {"index.csv": "", "symbols.csv": ""}
    words = wording()
    index = [
        (words.sheet_file, words.sheet_title, words.sheet_question, words.base, words.sheet_notes)
    ]
    for grid in grids(tables):
        file = f"{grid.name}.csv"
        index.append((file, grid.title, grid.question, grid.base, " ".join(grid.notes)))
        rows = ((name, *(_plain(each) for each in values)) for name, values in grid.rows)
        made[file] = _csv((grid.heads, *rows))
    made["index.csv"] = _csv(index)
    made["symbols.csv"] = _csv(((words.sheet_symbol, words.sheet_meaning), *conventions()))
    return made


def workbook(tables: Iterable[Table], about: Particulars) -> bytes:
    """The workbook; the same tables give the same bytes."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": about.title, "author": about.publisher, "created": about.created})
    _Writer(book, grids(tables), about).write()
    book.close()
    return file.getvalue()


def conventions() -> tuple[tuple[str, str], ...]:
    """What stands in cells beside plain figures, and what it means."""
    words = wording()
    return (
        *((f"[{sign}]", words.meaning(sign)) for sign in SYMBOLS),
        ("<1", words.symbol_under_one),
        (">99", words.symbol_over_most),
    )


# -- what is exported ------------------------------------------------------------------------------


def _line(label: str, words: str) -> str:
    return wording().labelled(label=label, words=words)


def _grid(table: Table) -> Grid:
    heads, rows = _turned(table) if table.single else _rows(table)
    defined = definitions(table.columns)
    overall = table.overall or (table.base if table.one_base and table.bases else None)
    words = base_told(overall) if overall else wording().sheet_base_varies
    return Grid(
        table.id,
        spaced(table.title),
        spaced(table.question),
        spaced(words),
        tuple(spaced(each) for each in (defined, *table.notes, table.tested) if each),
        _distinct([spaced(each) for each in heads]),
        tuple((spaced(label), values) for label, values in rows),
    )


def _turned(table: Table) -> tuple[list[str], list[tuple[str, tuple[Value, ...]]]]:
    """A question for all: a row for each answer.

    Shares, other figures (means, net scores) and counts have a column each; what a row has none of
    is not applicable.
    """
    measures = {head.measure for head in table.columns}
    shares, others = Measure.SHARE in measures, bool(measures - {Measure.SHARE, Measure.COUNT})
    said = wording()
    first = said.answer if shares else said.sheet_told if others else said.sheet_number_of
    share_head = (said.sheet_per_cent,) if shares else ()
    heads = [first, *share_head, *((said.figure,) if others else ()), said.count]
    rows: list[tuple[str, tuple[Value, ...]]] = []
    for head, cell in zip(table.columns, table.cells[0], strict=True):
        share = head.measure is Measure.SHARE
        other = not share and head.measure is not Measure.COUNT
        own = [_value(cell, head, table.places or 0) if share else _NONE] if shares else []
        own += [_value(cell, head, table.places or 0) if other else _NONE] if others else []
        plain = share or (not other and not others)
        rows.append((head.label if plain else _unit(head), (*own, _count(cell))))
    beside = [_NONE] * (len(heads) - 2)
    if shares or others:
        rows += [(name, (*beside, values[0])) for name, values in _bases(table)]
    return heads, rows


def _rows(table: Table) -> tuple[list[str], list[tuple[str, tuple[Value, ...]]]]:
    """A row for each item or group: its bases, shares or scores, then counts and letters."""
    counted = [place for place, head in enumerate(table.columns) if head.measure is Measure.SHARE]
    tested = [place for place, head in enumerate(table.columns) if head.id in tested_columns(table)]
    bases, said = list(_bases(table)), wording()
    heads = [said.sheet_row, *(name for name, _ in bases), *(_unit(head) for head in table.columns)]
    heads += [f"{table.columns[place].label} ({said.unit_count})" for place in counted]
    heads += [f"{table.columns[place].label} ({said.higher_than})" for place in tested]
    rows = []
    for place, cells in enumerate(table.cells):
        values = [each[place] for _, each in bases]
        values += [
            _value(cell, column, table.places or 0)
            for cell, column in zip(cells, table.columns, strict=True)
        ]
        values += [_count(cells[at]) for at in counted]
        values += [Value(letters_of(cells[at], said.none_of_them)) for at in tested]
        rows.append((row_head(table, place), tuple(values)))
    return heads, rows


def _bases(table: Table) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """The bases of all rows: unweighted, and what weights make of them."""
    words = wording()
    named = {WEIGHTED: words.sheet_base_weighted, EFFECTIVE: words.sheet_base_effective}
    yield words.sheet_base_unweighted, tuple(_of_base(base) for base in table.bases)
    for name, numbers in weighted_bases(table).items():
        told = zip(table.bases, numbers, strict=True)
        yield named[name], tuple(_weighted(*each) for each in told)


def _unit(head: Head) -> str:
    words = wording()
    units = {
        Measure.SHARE: words.per_cent,
        Measure.SCORE: words.sheet_mean_score,
        Measure.COUNT: words.unit_count,
        Measure.NUMBER: words.unit_number,
        Measure.POINTS: words.percentage_points,
    }
    return f"{head.label} ({head.unit or units[head.measure]})"


_NONE = Value("[z]")


def _value(cell: Cell, head: Head, places: int) -> Value:
    if cell.symbol or cell.value is None:
        return Value(f"[{cell.symbol or 'x'}]")
    if head.measure in (Measure.SCORE, Measure.NUMBER):
        return Value(decimal_text(cell.value, head.decimals), cell.value, head.decimals)
    if head.measure in (Measure.COUNT, Measure.POINTS):
        return Value(decimal_text(cell.value), cell.value)
    return Value(percent_digits(cell.value, places), cell.value * ALL, places)


def _count(cell: Cell) -> Value:
    if cell.count is None:
        return Value(f"[{cell.symbol or 'x'}]")
    return _whole(cell.count)


def _of_base(base: Base) -> Value:
    return Value(f"[{base.symbol}]") if base.symbol else _whole(base.n)


def _weighted(base: Base, number: Fraction | None) -> Value:
    if base.symbol or number is None:
        return Value(f"[{base.symbol or 'x'}]")
    return Value(decimal_text(number, 1), number, 1)


def _whole(number: int) -> Value:
    return Value(f"{number:,}", Fraction(number))


def _distinct(heads: Sequence[str]) -> tuple[str, ...]:
    """Heads that a table can have: none twice, none blank, none too long."""
    taken: set[str] = set()
    made = []
    for head in heads:
        name, number = head[:_LONGEST_HEAD].strip() or "[x]", 2
        while name.casefold() in taken:
            tail = f" ({number})"
            name, number = head[: _LONGEST_HEAD - len(tail)] + tail, number + 1
        taken.add(name.casefold())
        made.append(name)
    return tuple(made)


# -- CSV -------------------------------------------------------------------------------------------


def _plain(value: Value) -> str:
    """A cell of a CSV file: the exact value to `PLACES` decimals, or the symbol."""
    if value.value is None:
        return value.text
    text = plain_text(value.value, PLACES)
    return text.rstrip("0").rstrip(".")


def _csv(rows: Iterable[Sequence[str]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    for row in rows:
        writer.writerow(harmless(cell) for cell in row)
    return file.getvalue()


# -- the workbook ----------------------------------------------------------------------------------


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
            self._table(sheet, f"table_{grid.name}"[:_LONGEST_HEAD], len(grid.above), grid)

    def _format(self, **properties: Any) -> Format:
        """A format; words in it are words, whatever sign they begin with."""
        common = {"font_name": "Arial", "font_size": 12, "valign": "top", "quote_prefix": True}
        return self.book.add_format(common | properties)

    def _cover(self) -> None:
        about, words = self.about, wording()
        sheet = self.book.add_worksheet(self.cover)
        told = (
            about.title,
            _line(words.sheet_survey, about.survey),
            _line(words.sheet_publisher, about.publisher),
            *((_line(words.sheet_date, about.date),) if about.date else ()),
            *((_line(words.sheet_contact, about.contact),) if about.contact else ()),
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

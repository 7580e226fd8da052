"""Tables as they are exported: exact values beside what is printed of them, and as CSV files.

What is suppressed is a symbol here as everywhere. Whatever the tables do not say themselves is said
in the words of the publication's language.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.ledger import PLACES, spaced
from briefing.tables.model import SYMBOLS, Measure
from briefing.tables.notes import definitions
from briefing.tables.printed import EFFECTIVE, WEIGHTED, base_told, row_head, weighted_bases
from briefing.tables.rounding import ALL, decimal_text, percent_digits, plain_text
from briefing.tables.sheet import harmless, letters_of, tested_columns
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.tables.model import Base, Cell, Head, Table

_LONGEST_HEAD = 255
"""The signs of a head that a spreadsheet takes."""


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
        question = (labelled(words.sheet_question, self.question),) if self.question else ()
        notes = (labelled(words.sheet_note, each) for each in self.notes)
        return (f"{self.title} ({self.name})", *question, labelled(words.base, self.base), *notes)


def grids(tables: Iterable[Table]) -> tuple[Grid, ...]:
    """The tables as they are exported, in their order; those without a column are left out."""
    return tuple(_grid(table) for table in tables if table.columns)


def conventions() -> tuple[tuple[str, str], ...]:
    """What stands in cells beside plain figures, and what it means."""
    words = wording()
    return (
        *((f"[{sign}]", words.meaning(sign)) for sign in SYMBOLS),
        ("<1", words.symbol_under_one),
        (">99", words.symbol_over_most),
    )


def labelled(label: str, words: str) -> str:
    """A line that says what it tells: ``Base: 80 respondents``."""
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

"""A table of figures as lines of words: a head and its figures, each with its certificate."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.drawing import Number
from briefing.layout.text import Span
from briefing.signs import NO_BREAK
from briefing.tables.grouped import grouped
from briefing.tables.model import Measure, Part
from briefing.tables.printed import figure_text, row_head, taken_of, weighted_bases
from briefing.tables.rounding import decimal_text, percent_text, whole_text
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.diagnostics import Source
    from briefing.tables.model import Base, Cell, Head, Table

_FIGURE = "\N{FIGURE SPACE}"


@dataclass(frozen=True, slots=True)
class Line:
    """What is told of one answer: its head, and a figure for each row of the data.

    `depth` is 1 for an answer below the net that counts it.
    """

    head: Span
    figures: tuple[Span, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Tabulation:
    """The figures of a table as an author wants them told; `where` asks for them.

    With `based` the bases end them.
    """

    table: Table
    where: Source
    nets: bool = True
    counts: bool = False
    decimals: int = 0
    based: bool = True

    def heads(self) -> tuple[Span, ...]:
        """The heads of the rows of the data: items, groups, or all respondents."""
        table = self.table
        return tuple(
            Span(row_head(table, place), language=row.language)
            for place, row in enumerate(table.rows)
        )

    def lines(self) -> list[Line]:
        """The answers, each below the net that counts it, then the bases."""
        digits = self._digits()
        lines = [self._line(head, below, digits) for head, below in self._columns()]
        if self.based:
            rows = range(len(self.table.rows))
            lines.append(Line(_told("base"), tuple(self._base(row) for row in rows)))
            lines += self._weighted()
        return lines

    def _columns(self) -> list[tuple[Head, bool]]:
        return grouped(self.table.columns, nets=self.nets)

    def _line(self, head: Head, below: bool, digits: int) -> Line:  # noqa: FBT001 - as grouped
        column = self.table.columns.index(head)
        strong = head.part is Part.NET
        figures = (self._figure(row, column, digits, strong=strong) for row in self._all())
        told = Span(head.label, strong=strong, language=head.language)
        return Line(told, tuple(figures), int(below))

    def _digits(self) -> int:
        """The digits of the longest count."""
        return max(len(self._count(row, column)) for row, column, _ in self.table)

    def _all(self) -> range:
        return range(len(self.table.rows))

    def _counted(self, row: int) -> bool:
        """Counts stand beside the percentages of a small base in any case."""
        return self.counts or self.table.bases[row].caution

    def _count(self, row: int, column: int) -> str:
        cell = self.table.cells[row][column]
        share = self.table.columns[column].measure is Measure.SHARE
        told = share and self._counted(row) and cell.count is not None
        return whole_text(cell.count or 0) if told else ""

    def _figure(self, row: int, column: int, digits: int, *, strong: bool) -> Span:
        cell, head = self.table.cells[row][column], self.table.columns[column]
        counts = self._counted(row)
        text = shown(cell, head, counts=counts, decimals=self.decimals)
        count = self._count(row, column)
        if count and not cell.letters:  # brackets stand below each other
            text = text.replace("(", f"{_FIGURE * (digits - len(count))}(")
        return Span(text, strong=strong, number=self._number(cell, row, column, text))

    def _number(self, cell: Cell, row: int, column: int, text: str) -> Number | None:
        if cell.value is None:
            return None
        table = self.table
        return Number(
            cell.value,
            text,
            table.id,
            table.path(row, column),
            taken_of(table.columns[column].measure),
            base=table.n_of(row, column),
            where=self.where,
        )

    def _base(self, row: int) -> Span:
        base, table = self.table.bases[row], self.table
        if base.symbol:
            return Span(f"[{base.symbol}]")
        text = whole_text(base.n)
        cell = table.path(row, 0)  # whose base it is: a table has no path for a base alone
        number = Number(Fraction(base.n), text, table.id, cell, "base", base.n, self.where)
        return Span(text, number=number)

    def _weighted(self) -> Iterator[Line]:
        """What weights make of the bases."""
        for name, numbers in weighted_bases(self.table).items():
            told = zip(numbers, self.table.bases, strict=True)
            yield Line(_told(name), tuple(_weight(*each) for each in told))


def _weight(value: Fraction | None, base: Base) -> Span:
    if base.symbol or value is None:
        return Span(f"[{base.symbol}]" if base.symbol else "\N{EN DASH}")
    return Span(decimal_text(value))


def _told(entry: str) -> Span:
    """A head that the engine words itself."""
    words = wording()
    return Span(str(getattr(words, entry)), language=words.spoken(entry))


def shown(cell: Cell, head: Head, *, counts: bool = False, decimals: int = 0) -> str:
    """A cell as tables print it: ``21%``, ``21% (17)``, ``21% B``, ``3.4``, or its symbol."""
    share = head.measure is Measure.SHARE
    if cell.value is None:
        count = "" if cell.count is None or not share else f"{NO_BREAK}({whole_text(cell.count)})"
        return f"[{cell.symbol}]{count}" if cell.symbol else "\N{EN DASH}"
    text = percent_text(cell.value, decimals) if share else figure_text(cell.value, head)
    if counts and cell.count is not None and share:
        text = f"{text}{NO_BREAK}({whole_text(cell.count)})"
    return f"{text}{NO_BREAK}{cell.letters}" if cell.letters else text

"""A table of figures as a real table: row heads, column heads, percentages, counts and bases."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.grid import BODY, Grid, GridCell, set_grid
from briefing.blocks.lines import set_paragraphs, with_gap
from briefing.blocks.model import GIVEN, Block
from briefing.drawing import Number
from briefing.layout.text import Span, widest_word
from briefing.signs import NO_BREAK
from briefing.structure import Role
from briefing.tables.count import ALIKE
from briefing.tables.model import Measure, Part
from briefing.tables.printed import figure_text, taken_of
from briefing.tables.rounding import decimal_text, percent_text, whole_text
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.blocks.model import Setting
    from briefing.layout.pages import Piece
    from briefing.layout.text import Words
    from briefing.tables.model import Base, Cell, Head, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock(Block):
    """The figures of a table: answers down the side, a column for each row of the data.

    `nets` leaves the combined answers in; `counts` adds how many gave each answer; `notes` set to
    no leaves the notes below the table to the words. `decimals` are those of percentages.
    """

    kind: ClassVar[str] = "table"
    running: ClassVar[bool] = True
    table: Table = field(metadata=GIVEN)
    nets: bool = True
    counts: bool = False
    decimals: int = 0
    notes: bool = True

    @property
    def gap_style(self) -> str:
        """A table keeps the distance of its rows' style, one with notes that of small print."""
        return "base" if self._noted() else "table.body"

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Rows in the styles ``table.head`` and ``table.body``, a hairline below each."""
        node = setting.parent.add(Role.TABLE)
        heads = [head for head in self.table.columns if self.nets or head.part is not Part.NET]
        rows = [self._row(head) for head in heads]
        rows += [self._bases(), *self._weighted()]
        strips = set_grid(self._grid(self._header(), rows, setting), node, setting)
        words = self._noted()
        if not words:
            return strips
        above = with_gap(strips, setting.look.style("base").gap)
        return (*above, *set_paragraphs((words,), "base", setting, self.where))

    def _noted(self) -> Words:
        """The notes that the figures need, and what letters among them mean."""
        if not self.notes:
            return ()
        notes = [*self.table.notes, self.table.tested]
        words = " ".join(each for each in notes if each)
        return (Span(words, language=wording().spoken()),) if words else ()

    def _weighted(self) -> Iterator[list[Span]]:
        """What weights make of the bases: a number that stands for a population is no base."""
        bases = self.table.bases
        if all(base.effective is None for base in bases):
            return
        number = sum(base.n for base in bases)
        weight = sum((base.weighted or Fraction(0) for base in bases), Fraction(0))
        if number and ALIKE[0] <= weight / number <= ALIKE[1]:
            yield [_told("weighted_base"), *(_figure(base.weighted, base) for base in bases)]
        yield [_told("effective_base"), *(_figure(base.effective, base) for base in bases)]

    def _header(self) -> list[list[Span]]:
        """The groups; where they are of several breaks, what each is a group of stands above."""
        rows = self.table.rows
        across = [Span(""), *(Span(_lettered(row)) for row in rows)]
        if len({row.within for row in rows if row.within}) <= 1:
            return [across]
        before = ["", *(row.within for row in rows[:-1])]
        above = [
            Span(row.within if row.within != last else "")
            for row, last in zip(rows, before, strict=True)
        ]
        return [[Span(""), *above], across]

    def _row(self, head: Head) -> list[Span]:
        column = self.table.columns.index(head)
        cells = []
        for row in range(len(self.table.rows)):
            cell = self.table.cells[row][column]
            text = shown(cell, head, counts=self.counts, decimals=self.decimals)
            cells.append(Span(text, number=self._number(cell, head, row, column, text)))
        return [Span(head.label), *cells]

    def _number(self, cell: Cell, head: Head, row: int, column: int, text: str) -> Number | None:
        if cell.value is None:
            return None
        kind = taken_of(head.measure)
        base = self.table.bases[row].n
        return Number(
            cell.value, text, self.table.id, self.table.path(row, column), kind, base=base
        )

    def _bases(self) -> list[Span]:
        return [_told("base"), *(self._base(row) for row in range(len(self.table.rows)))]

    def _base(self, row: int) -> Span:
        base, table = self.table.bases[row], self.table
        if base.symbol:
            return Span(f"[{base.symbol}]")
        text = whole_text(base.n)
        cell = "" if table.single else table.rows[row].id
        return Span(text, number=Number(Fraction(base.n), text, table.id, cell, "base", base.n))

    def _grid(self, heads: list[list[Span]], rows: list[list[Span]], setting: Setting) -> Grid:
        gutter = setting.look.style(BODY).size * 0.6
        return Grid(
            tuple(
                tuple(self._cell(span, place, "Column") for place, span in enumerate(row))
                for row in heads
            ),
            tuple(
                tuple(self._cell(span, place, "") for place, span in enumerate(row)) for row in rows
            ),
            self._widths([*heads, *rows], setting),
            gutter,
        )

    def _cell(self, span: Span, place: int, scope: str) -> GridCell:
        words = (span,) if span.text else ()
        if place:
            return GridCell(words, self.where, "right", scope)
        return GridCell(words, self.where, scope=scope or "Row")

    def _widths(self, rows: list[list[Span]], setting: Setting) -> tuple[float, ...]:
        """The first column takes what the figures leave; figures share the rest evenly."""
        style = setting.look.style(BODY)
        count = len(rows[0]) - 1
        least = max(widest_word((span,), style) + style.size for row in rows for span in row[1:])
        figures = min(max(least, setting.width * 0.6 / count), setting.width * 0.7 / count)
        return (setting.width - figures * count, *[figures] * count)


def _figure(value: Fraction | None, base: Base) -> Span:
    if base.symbol or value is None:
        return Span(f"[{base.symbol}]" if base.symbol else "\N{EN DASH}")
    return Span(decimal_text(value))


def _told(entry: str) -> Span:
    """A head that the engine words itself."""
    words = wording()
    return Span(str(getattr(words, entry)), language=words.spoken(entry))


def _lettered(row: Head) -> str:
    """The label of a group, with the letter by which others are compared with it."""
    return f"{row.label} ({row.letter})" if row.letter else row.label


def shown(cell: Cell, head: Head, *, counts: bool = False, decimals: int = 0) -> str:
    """A cell as tables print it: ``21%``, ``21% (17)``, ``21% B``, ``3.4``, or its symbol."""
    if cell.value is None:
        return f"[{cell.symbol}]" if cell.symbol else "\N{EN DASH}"
    share = head.measure is Measure.SHARE
    text = percent_text(cell.value, decimals) if share else figure_text(cell.value, head)
    if counts and cell.count is not None and share:
        text = f"{text} ({whole_text(cell.count)})"
    return f"{text}{NO_BREAK}{cell.letters}" if cell.letters else text

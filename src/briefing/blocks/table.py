"""A table of figures as a real table: row heads, column heads, percentages, counts and bases."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.grid import BODY, Grid, GridCell, set_grid
from briefing.blocks.model import GIVEN, Block
from briefing.drawing import Number
from briefing.layout.text import Span, widest_word
from briefing.signs import NO_BREAK
from briefing.structure import Role
from briefing.tables.model import Measure
from briefing.tables.printed import figure_text, taken_of

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.layout.pages import Piece
    from briefing.tables.model import Cell, Head, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock(Block):
    """The figures of a table: answers down the side, a column for each row of the data.

    `nets` leaves the combined answers in; `counts` adds how many gave each answer.
    """

    kind: ClassVar[str] = "table"
    running: ClassVar[bool] = True
    table: Table = field(metadata=GIVEN)
    nets: bool = True
    counts: bool = False

    @property
    def gap_style(self) -> str:
        """A table keeps the distance of its rows' style."""
        return "table.body"

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Rows in the styles ``table.head`` and ``table.body``, a hairline below each."""
        node = setting.parent.add(Role.TABLE)
        heads = self.table.columns if self.nets else self.table.answers
        grid = [self._header()]
        grid += [self._row(head) for head in heads]
        grid.append(self._bases())
        return set_grid(self._grid(grid, setting), node, setting)

    def _header(self) -> list[Span]:
        across = [Span(_lettered(row)) for row in self.table.rows]
        return [Span(""), *across]

    def _row(self, head: Head) -> list[Span]:
        column = self.table.columns.index(head)
        cells = []
        for row in range(len(self.table.rows)):
            cell = self.table.cells[row][column]
            text = shown(cell, head, counts=self.counts)
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
        return [Span("Base"), *(self._base(row) for row in range(len(self.table.rows)))]

    def _base(self, row: int) -> Span:
        base, table = self.table.bases[row], self.table
        if base.symbol:
            return Span(f"[{base.symbol}]")
        text = f"{base.n:,}"
        cell = "" if table.single else table.rows[row].id
        return Span(text, number=Number(Fraction(base.n), text, table.id, cell, "base", base.n))

    def _grid(self, rows: list[list[Span]], setting: Setting) -> Grid:
        head, *body = rows
        gutter = setting.look.style(BODY).size * 0.6
        return Grid(
            (tuple(self._cell(span, place, "Column") for place, span in enumerate(head)),),
            tuple(
                tuple(self._cell(span, place, "") for place, span in enumerate(row)) for row in body
            ),
            self._widths(rows, setting),
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


def _lettered(row: Head) -> str:
    """The label of a group, with the letter by which others are compared with it."""
    return f"{row.label} ({row.letter})" if row.letter else row.label


def shown(cell: Cell, head: Head, *, counts: bool = False) -> str:
    """A cell as tables print it: ``21%``, ``21% (17)``, ``21% B``, ``3.4``, or its symbol."""
    if cell.value is None:
        return f"[{cell.symbol}]" if cell.symbol else "\N{EN DASH}"
    text = figure_text(cell.value, head)
    if counts and cell.count is not None and head.measure is Measure.SHARE:
        text = f"{text} ({cell.count:,})"
    return f"{text}{NO_BREAK}{cell.letters}" if cell.letters else text

"""A table of figures as a real table: row heads, column heads, percentages, counts and bases."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.grid import BODY, HEAD, Grid, GridCell, set_grid
from briefing.blocks.lines import set_paragraphs, with_gap
from briefing.blocks.model import GIVEN, Block
from briefing.drawing import Number
from briefing.fonts import MissingGlyphError
from briefing.layout.text import Span, widest_word, width_of
from briefing.signs import NO_BREAK
from briefing.structure import Role
from briefing.tables.model import Measure, Part
from briefing.tables.printed import figure_text, row_head, taken_of, weighted_bases
from briefing.tables.rounding import decimal_text, percent_text, whole_text
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.blocks.model import Setting
    from briefing.brand.styles import TextStyle
    from briefing.layout.pages import Piece, Strip
    from briefing.layout.text import Words
    from briefing.tables.model import Base, Cell, Head, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock(Block):
    """The figures of a table: answers down the side, a column for each row of the data.

    `nets` leaves the combined answers in; `counts` adds how many gave each answer, as stands beside
    the percentages of a small base in any case; `notes` set to no leaves the notes below the table
    to the words. `decimals` are those of percentages.
    """

    kind: ClassVar[str] = "table"
    running: ClassVar[bool] = True
    table: Table = field(metadata=GIVEN)
    nets: bool = True
    counts: bool = False
    decimals: int | None = None
    notes: bool = True

    @property
    def gap_style(self) -> str:
        """A table keeps the distance of its rows' style, one with notes that of small print."""
        return "base" if self._noted() else "table.body"

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Rows in the styles ``table.head`` and ``table.body``, a hairline below each."""
        heads = [head for head in self.table.columns if self.nets or head.part is not Part.NET]
        rows = [self._row(head) for head in heads]
        rows += [self._bases(), *self._weighted()]
        strips: tuple[Strip, ...] = ()
        for places in self._parts(rows, setting):
            grid = self._grid(places, rows, setting)
            above = with_gap(strips, setting.look.style("base").gap) if strips else ()
            strips = (*above, *set_grid(grid, setting.parent.add(Role.TABLE), setting))
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
        """What weights make of the bases."""
        for name, numbers in weighted_bases(self.table).items():
            told = zip(numbers, self.table.bases, strict=True)
            yield [_told(name), *(_figure(*each) for each in told)]

    def _header(self, places: Sequence[int]) -> list[list[Span]]:
        """The groups; where they are of several breaks, what each is a group of stands above."""
        rows = [self.table.rows[place] for place in places]
        heads = [row_head(self.table, place) for place in places]
        pairs = zip(heads, rows, strict=True)
        across = [Span(""), *(Span(head, language=row.language) for head, row in pairs)]
        if len({row.within for row in self.table.rows if row.within}) <= 1:
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
            counts = self.counts or self.table.bases[row].caution
            text = shown(cell, head, counts=counts, decimals=self._decimals())
            cells.append(Span(text, number=self._number(cell, head, row, column, text)))
        return [Span(head.label, language=head.language), *cells]

    def _decimals(self) -> int:
        return (self.table.places or 0) if self.decimals is None else self.decimals

    def _number(self, cell: Cell, head: Head, row: int, column: int, text: str) -> Number | None:
        if cell.value is None:
            return None
        kind = taken_of(head.measure)
        base = self.table.n_of(row, column)
        return Number(
            cell.value,
            text,
            self.table.id,
            self.table.path(row, column),
            kind,
            base=base,
            where=self.where,
        )

    def _bases(self) -> list[Span]:
        return [_told("base"), *(self._base(row) for row in range(len(self.table.rows)))]

    def _base(self, row: int) -> Span:
        base, table = self.table.bases[row], self.table
        if base.symbol:
            return Span(f"[{base.symbol}]")
        text = whole_text(base.n)
        cell = "" if table.single else table.rows[row].id
        number = Number(Fraction(base.n), text, table.id, cell, "base", base.n, self.where)
        return Span(text, number=number)

    def _parts(self, rows: list[list[Span]], setting: Setting) -> Iterator[tuple[int, ...]]:
        """The groups of each part of a table: all, or as many as stand beside each other.

        A table too wide for its column is set in parts below each other, where it can between two
        breaks; each has the heads of its rows.
        """
        label, *figures = _needed(self._header(range(len(self.table.rows))), rows, setting)
        room = setting.width - max(label, _LABELS * setting.width)
        part: list[int] = []
        for place in range(len(figures)):
            if part and sum(figures[each] for each in (*part, place)) > room:
                kept = self._to_a_break(part, place)
                yield tuple(part[:kept])
                part = part[kept:]
            part.append(place)
        yield tuple(part)

    def _to_a_break(self, part: list[int], following: int) -> int:
        """How many groups of a part stay, so that what follows begins with a break if it can."""
        within = [self.table.rows[place].within for place in (*part, following)]
        return next(
            (at for at in range(len(part), 0, -1) if within[at] != within[at - 1]), len(part)
        )

    def _grid(self, places: Sequence[int], rows: list[list[Span]], setting: Setting) -> Grid:
        heads = self._header(places)
        rows = [[row[0], *(row[place + 1] for place in places)] for row in rows]
        return Grid(
            tuple(
                tuple(self._cell(span, place, "Column") for place, span in enumerate(row))
                for row in heads
            ),
            tuple(
                tuple(self._cell(span, place, "") for place, span in enumerate(row)) for row in rows
            ),
            self._widths(heads, rows, setting),
            _gutter(setting),
        )

    def _cell(self, span: Span, place: int, scope: str) -> GridCell:
        words = (span,) if span.text else ()
        if place:
            return GridCell(words, self.where, "right", scope)
        return GridCell(words, self.where, scope=scope or "Row")

    def _widths(
        self, heads: list[list[Span]], rows: list[list[Span]], setting: Setting
    ) -> tuple[float, ...]:
        """The first column takes what the figures leave; figures share the rest evenly.

        Where that is too narrow for the words of some, each has what it needs. Figures stand closer
        where that spares the heads of rows their second lines.
        """
        style, width = setting.look.style(BODY), setting.width
        count = len(rows[0]) - 1
        cells = [span for row in (*heads, *rows) for span in row[1:]]
        least = max(_widest(span, style) + style.size for span in cells)
        if least > width * _FIGURES / count:
            _, *needed = _needed(heads, rows, setting)
            return (width - sum(needed), *needed)
        figures = min(max(least, width * 0.6 / count), width * _FIGURES / count)
        labels = max(_whole(row[0], style) for row in rows) + _SLIP
        if labels + least * count <= width:
            figures = min(figures, (width - labels) / count)
        return (width - figures * count, *[figures] * count)


_FIGURES, _LABELS = 0.7, 0.2
"""Parts of the width: what figures share at most, what the heads of rows have at least."""
_SLIP = 0.01


def _needed(heads: list[list[Span]], rows: list[list[Span]], setting: Setting) -> tuple[float, ...]:
    """The widths of the columns' widest words, with the gutter before those of figures."""
    styled = [(row, setting.look.style(HEAD)) for row in heads]
    styled += [(row, setting.look.style(BODY)) for row in rows]
    label, *figures = (
        max(_widest(row[place], style) for row, style in styled) for place in range(len(rows[0]))
    )
    return (label, *(each + _gutter(setting) + _SLIP for each in figures))


def _gutter(setting: Setting) -> float:
    return setting.look.style(BODY).size * 0.6


def _widest(span: Span, style: TextStyle) -> float:
    """The width of the widest word; one without a glyph is told when it is set."""
    try:
        return widest_word((span,), style) if span.text else 0.0
    except MissingGlyphError:
        return 0.0


def _whole(span: Span, style: TextStyle) -> float:
    """The width of words on one line; those without a glyph are told when they are set."""
    try:
        return width_of((span,), style) if span.text else 0.0
    except MissingGlyphError:
        return 0.0


def _figure(value: Fraction | None, base: Base) -> Span:
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
        count = "" if cell.count is None or not share else f" ({whole_text(cell.count)})"
        return f"[{cell.symbol}]{count}" if cell.symbol else "\N{EN DASH}"
    text = percent_text(cell.value, decimals) if share else figure_text(cell.value, head)
    if counts and cell.count is not None and share:
        text = f"{text} ({whole_text(cell.count)})"
    return f"{text}{NO_BREAK}{cell.letters}" if cell.letters else text

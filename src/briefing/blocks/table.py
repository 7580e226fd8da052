"""A table of figures as a real table: row heads, column heads, percentages, counts and bases."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Literal

from briefing.blocks.data import data_of
from briefing.blocks.grid import BODY, HEAD, Grid, GridCell, extents, noted, set_grid
from briefing.blocks.lines import set_paragraphs, with_gap
from briefing.blocks.model import GIVEN, Block
from briefing.blocks.tabulation import Tabulation
from briefing.fonts import MissingGlyphError
from briefing.layout.text import Span, widest_word, width_of
from briefing.structure import Role
from briefing.tables.printed import base_printed
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.blocks.model import Setting
    from briefing.blocks.tabulation import Line
    from briefing.brand.styles import TextStyle
    from briefing.layout.pages import Piece, Strip
    from briefing.layout.text import Words
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock(Block):
    """The figures of a table: answers down the side, a column for each row of the data.

    With `answers` across it is the other way round, as grids of few answers and many items are
    read best. Its words are its caption; with `question` what was asked and the base stand below
    that. `nets` leaves the combined answers in, each before those that it combines; `counts`
    adds how many gave each answer, as stands beside the percentages of a small base in any case;
    `notes` set to no leaves the notes below the table to the words. `decimals` are those of
    percentages.
    """

    kind: ClassVar[str] = "table"
    running: ClassVar[bool] = True
    table: Table = field(metadata=GIVEN)
    paragraphs: tuple[Words, ...] = field(default=(), metadata=GIVEN)
    answers: Literal["down", "across"] = "down"
    question: bool = False
    nets: bool = True
    counts: bool = False
    decimals: int | None = None
    notes: bool = True

    @property
    def kinds(self) -> tuple[str, ...]:
        """An area can ask for tables that want its whole width."""
        return ("table.across", "table", "words") if self._across else ("table", "words")

    @property
    def gap_style(self) -> str:
        """A table keeps the distance of its rows' style, one with notes that of small print."""
        return "base" if self._noted() else "table.body"

    @property
    def _across(self) -> bool:
        return self.answers == "across"

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Rows in the styles ``table.head`` and ``table.body``, a hairline below each."""
        if self.paragraphs or self.question:
            setting = setting.under(setting.parent.add(Role.DIVISION))
        above = self._above(setting)
        lines = self._lines()
        strips: tuple[Strip, ...] = ()
        for places in self._parts(lines, setting):
            grid = self._grid(places, lines, setting)
            node = setting.parent.add(Role.TABLE)
            node.summary, node.files = self.table.title, (data_of(self.table, setting.gallery),)
            gap = setting.look.style("base").gap
            strips = (*(with_gap(strips, gap) if strips else ()), *set_grid(grid, node, setting))
        words = self._noted()
        notes = set_paragraphs((words,), "base", setting, self.where) if words else ()
        return (*above, *noted(strips, notes, setting.look.style("base").gap))

    def _above(self, setting: Setting) -> tuple[Strip, ...]:
        """The caption, then what was asked and of whom."""
        captions = set_paragraphs(
            self.paragraphs, "caption", setting, self.where, keep=True, role=Role.CAPTION
        )
        question = self.table.question if self.question else ""
        if question and self._base_is_told:  # a sentence follows
            question = _ended(question)
        asked = [Span(question)] if question else []
        if self._base_is_told:
            before = " " if asked else ""
            base = wording().base_line(words=base_printed(self.table.base))
            asked.append(Span(before + base, language=wording().spoken()))
        told = (tuple(asked),) if asked else ()
        return (*captions, *set_paragraphs(told, "base", setting, self.where, keep=True))

    @property
    def _base_is_told(self) -> bool:
        """Whether the base stands in words: that of all, where no group has one of its own."""
        return self.question and self.table.one_base and self.table.overall is None

    def _noted(self) -> Words:
        """The notes that the figures need, and what letters among them mean."""
        if not self.notes:
            return ()
        notes = [*self.table.notes, self.table.tested]
        words = " ".join(each for each in notes if each)
        return (Span(words, language=wording().spoken()),) if words else ()

    # -- rows and columns --------------------------------------------------------------------------

    def _lines(self) -> list[Line]:
        decimals = (self.table.places or 0) if self.decimals is None else self.decimals
        based = not self._base_is_told
        told = Tabulation(self.table, self.where, self.nets, self.counts, decimals, based)
        return told.lines()

    def _heads(self, lines: Sequence[Line]) -> list[list[Span]]:
        """The row of heads; where groups are of several breaks, what each is one of above it."""
        if self._across:
            return [[Span(""), *(each.head for each in lines)]]
        across = [Span(""), *Tabulation(self.table, self.where).heads()]
        if not self._broken:
            return [across]
        rows = self.table.rows
        before = ["", *(row.within for row in rows[:-1])]
        above = [
            Span(row.within if row.within != last else "")
            for row, last in zip(rows, before, strict=True)
        ]
        return [[Span(""), *above], across]

    @property
    def _broken(self) -> bool:
        """Whether the rows of the data are groups of several breaks."""
        return len({row.within for row in self.table.rows if row.within}) > 1

    def _rows(self, lines: Sequence[Line]) -> list[list[Span]]:
        if not self._across:
            return [[each.head, *each.figures] for each in lines]
        heads = Tabulation(self.table, self.where).heads()
        within = [f"{row.within}: " if self._broken else "" for row in self.table.rows]
        return [
            [Span(f"{of}{head.text}", language=head.language), *(e.figures[row] for e in lines)]
            for row, (of, head) in enumerate(zip(within, heads, strict=True))
        ]

    def _parts(self, lines: Sequence[Line], setting: Setting) -> Iterator[tuple[int, ...]]:
        """The columns of each part of a table: all, or as many as stand beside each other.

        A table too wide for its column is set in parts below each other, where it can between two
        breaks; each has the heads of its rows.
        """
        label, *figures = _needed(self._heads(lines), self._rows(lines), setting)
        room = setting.width - max(label, _LABELS * setting.width)
        part: list[int] = []
        for place in range(len(figures)):
            if part and sum(figures[each] for each in (*part, place)) > room:
                kept = len(part) if self._across else self._to_a_break(part, place)
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

    # -- the grid ----------------------------------------------------------------------------------

    def _grid(self, places: Sequence[int], lines: Sequence[Line], setting: Setting) -> Grid:
        heads, rows = (
            [[row[0], *(row[place + 1] for place in places)] for row in each]
            for each in (self._heads(lines), self._rows(lines))
        )
        depths = [0] * len(rows) if self._across else [each.depth for each in lines]
        own = Grid(
            tuple(
                tuple(self._cell(span, place, "Column") for place, span in enumerate(row))
                for row in heads
            ),
            tuple(
                tuple(
                    self._cell(span, place, "", 0.0 if place else _INDENT * depth)
                    for place, span in enumerate(row)
                )
                for depth, row in zip(depths, rows, strict=True)
            ),
            (),
            _gutter(setting),
        )
        if not self._across:
            return replace(own, widths=self._widths(heads, rows, setting))
        return replace(self._pitched(own, setting), spans=tuple(self._spans(places, lines)))

    def _pitched(self, grid: Grid, setting: Setting) -> Grid:
        """A grid with columns of answers alike if they can be; heads have two lines for that.

        Heads that need these are as far apart as can be: close to each other they read as one. One
        that is hardly wider than its column keeps its line, and its column is a little wider.
        """
        whole = extents(grid.heads, grid.rows, setting, head_lines=1)
        widths = whole.pitched(setting.width, grid.gutter)
        if widths and max(widths[1:]) - min(widths[1:]) < _SLIP:
            return replace(grid, widths=widths)
        broken, em = extents(grid.heads, grid.rows, setting), setting.look.style(BODY).size
        near = _WIDER * (setting.width - whole.most[0]) / (len(whole.most) - 1)
        heads = zip(whole.most, broken.most, strict=True)
        kept = replace(broken, most=tuple(one if one <= near else two for one, two in heads))
        even = max(grid.gutter, broken.apart(setting.width) - _SLIP)
        for gutter in (*(em * each for each in _APART if em * each < even), even):
            widths = kept.pitched(setting.width, gutter)
            if not widths or max(widths[1:]) > _WIDER * min(widths[1:]):
                widths = broken.pitched(setting.width, gutter)
            if widths:
                return replace(grid, widths=widths, gutter=gutter)
        fits = whole.whole(grid.gutter) <= setting.width
        measured = whole if fits else broken
        return replace(grid, widths=measured.widths(setting.width, grid.gutter))

    def _spans(self, places: Sequence[int], lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
        """The columns of each net with the answers that it counts together."""
        first = None
        depths = [*(lines[place].depth for place in places), 0]
        for place, (depth, following) in enumerate(pairwise(depths), start=1):
            if following and not depth:
                first = place
            elif first and depth and not following:
                yield first, place
                first = None

    def _cell(self, span: Span, place: int, scope: str, indent: float = 0.0) -> GridCell:
        words = (span,) if span.text else ()
        if place:
            return GridCell(words, self.where, "right", scope)
        return GridCell(words, self.where, scope=scope or "Row", indent=indent)

    def _widths(
        self, heads: list[list[Span]], rows: list[list[Span]], setting: Setting
    ) -> tuple[float, ...]:
        """The first column takes what the figures leave; figures share the rest evenly.

        Where that is too narrow for the words of some, each has what it needs. Figures stand closer
        where that spares the heads of rows their second lines.
        """
        body, width = setting.look.style(BODY), setting.width
        count = len(rows[0]) - 1
        cells = [span for row in (*heads, *rows) for span in row[1:]]
        least = max(_widest(span, body) + body.size for span in cells)
        if least > width * _FIGURES / count:
            _, *needed = _needed(heads, rows, setting)
            return (width - sum(needed), *needed)
        figures = min(max(least, width * 0.6 / count), width * _FIGURES / count)
        labels = max(_whole(row[0], body) for row in rows) + _INDENT * body.size
        style = setting.look.style(HEAD)
        whole = max(_whole(span, style) for row in heads for span in row[1:]) + _gutter(setting)
        figures = min(max(figures, whole), width * _FIGURES / count, (width - labels) / count)
        if figures < least:  # labels take second lines at any rate, and heads need none
            figures = min(max(least, whole), width * _FIGURES / count)
            word = max(_widest(row[0], body) for row in rows) + _INDENT * body.size
            figures = max(least, min(figures, (width - word) / count))
        return (width - figures * count, *[figures] * count)


_FIGURES, _LABELS = 0.7, 0.2
"""Parts of the width: what figures share at most, what the heads of rows have at least."""
_APART = (1.2, 0.9)
"""White before heads of answers, in ems of the body: the widest there is room for.

Where there is less each has its even share of what there is.
"""
_WIDER = 1.15
"""How many times as wide as the others a column may be to keep its head on one line."""
_SLIP = 0.01


def _ended(words: str) -> str:
    """Words with a sign at their end: what a form asks may end with a colon, or with none."""
    return words if words.endswith(tuple('.?!\u2026"\u201d')) else f"{words.rstrip(' :;,')}."


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


_INDENT = 0.8
"""How far an answer stands to the right below the net that counts it, in ems."""

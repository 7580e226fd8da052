"""What a screen reader must hear of a publication at random, page by page as it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, singledispatch
from typing import TYPE_CHECKING

from briefing.blocks.chart import ChartBlock
from briefing.blocks.contents import Contents
from briefing.blocks.disclosure import DisclosureBlock
from briefing.blocks.listing import ItemList, Steps
from briefing.blocks.notes import Footnotes
from briefing.blocks.picture import PictureBlock
from briefing.blocks.prose import Paragraph, Subheading
from briefing.blocks.quotation import Quotation
from briefing.blocks.quote import Quote
from briefing.blocks.rule import Rule
from briefing.blocks.sideheads import SideHeads
from briefing.blocks.table import TableBlock
from briefing.blocks.tabulation import shown
from briefing.blocks.verbatim import CodeBlock
from briefing.blocks.written import WrittenTable
from briefing.charts.figures import figureless
from briefing.content.publication import Section
from briefing.layout.text import plain
from briefing.tables.grouped import grouped
from briefing.tables.model import Part
from briefing.wording import wording
from tests.said import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.blocks.model import Block
    from briefing.content.publication import Publication, Sheet


@dataclass(frozen=True)
class Heard:
    """What is heard of the pages of a publication, for how they were arranged.

    `takes` has what the areas of each page's arrangement take, by the page's anchor, `lengths` how
    many pages it went on for, `silent` the lines of blocks that could not be drawn, as was told,
    `found` what the pages say: ways to divide a table of which nothing is there need no pattern.
    """

    publication: Publication
    takes: Mapping[str, frozenset[str]]
    lengths: Mapping[str, int]
    silent: frozenset[int]
    found: Mapping[str, str]

    def pages(self) -> Iterator[tuple[Sheet, re.Pattern[str]]]:
        """Each page as written, with a pattern of its words in the order of reading."""
        section: Section | None = None
        announced = False
        for entry in self.publication.entries:
            if isinstance(entry, Section):
                section, announced = entry, False
                continue
            if section and entry.level <= section.level:
                section = None
            said = [*self._head(entry, section, announced=announced)]
            for block in entry.blocks:
                if not isinstance(block, ChartBlock) or block.where.line not in self.silent:
                    said += self._block(block, self.found[entry.anchor])
            yield entry, re.compile("".join(said))
            announced = True

    def _head(self, sheet: Sheet, section: Section | None, *, announced: bool) -> Iterator[str]:
        takes = self.takes[sheet.anchor]
        if "numeral" in takes and sheet.number:
            yield literal(str(sheet.number))
        kicker = section.title if section else sheet.short
        repeats = kicker == plain(sheet.heading) or (section is not None and announced)
        if "kicker" in takes and kicker and not repeats:
            yield literal(kicker)
        yield literal(plain(sheet.heading))

    def _block(self, block: Block, found: str) -> Iterator[str]:
        if isinstance(block, ChartBlock):
            yield of_chart(block)
        elif isinstance(block, TableBlock):
            yield of_table(block, found)
        elif isinstance(block, Contents):
            yield from map(literal, self._contents(block))
        else:
            yield from map(literal, spoken(block))

    def _contents(self, block: Contents) -> Iterator[str]:
        page = 1
        waiting: list[Section] = []
        for entry in self.publication.entries:
            if isinstance(entry, Section):
                waiting = [*(each for each in waiting if each.level < entry.level), entry]
                continue
            for each in waiting:
                if each.level <= block.depth and each.level < entry.level:
                    yield f"{each.title} {page}"
            waiting = []
            lists = any(isinstance(each, Contents) and not each.under for each in entry.blocks)
            if entry.level <= block.depth and not (entry.unlisted or lists or page == 1):
                yield f"{entry.short or plain(entry.heading)} {page}"
            page += self.lengths.get(entry.anchor, 1)


_NO_WAY = "(?!)"
_STAR, _STAR_HEARD = "*", "Base:"
"""The mark of print by which the eye finds bases, and what is heard in its place."""
"""A pattern that nothing matches."""


def plainly(*texts: str) -> str:
    """Just these words, a blank behind each of the texts that is not empty."""
    return "".join(f"{words(each)} " for each in texts if words(each))


def literal(*texts: str) -> str:
    """A pattern of just these words, as they are put together plainly."""
    return re.escape(plainly(*texts)).replace(r"\ ", " ")


def of_chart(block: ChartBlock) -> str:
    """A pattern of the words around a chart, which may go on in parts that number themselves."""
    asked = [plain(each) for each in block.paragraphs]
    why = figureless(block.table)
    if block.chart.pictorial:
        return literal(*asked, why or block.chart.caption(block.table))
    asked = asked or [block.table.question]
    asked = asked if block.question else [""]
    base = block.chart.base_lines(block.table) if block.base else ()
    base = tuple(each.replace(_STAR, _STAR_HEARD) for each in base)
    if why:
        return literal(*asked, why, *base)
    first, *others = asked
    part = rf"{literal(first)}\((?:continued, )?\d+ of \d+\) {literal(*others, *base)}"
    return f"(?:{literal(*asked, *base)}|(?:{part})+)"


def of_table(block: TableBlock, found: str) -> str:
    """A pattern of a table of figures, which is set in parts where its groups are too many."""
    table, part = block.table, _across if block.answers == "across" else _part
    notes = " ".join(each for each in (*table.notes, table.tested) if each) if block.notes else ""
    count = len(_lines(block)) if block.answers == "across" else len(table.rows)

    @cache
    def parts(first: int) -> str:
        """The groups, or what is across, from one of them on, as tables one below the other."""
        if first == count:
            return ""
        ways = []
        for end in range(first + 1, count + 1):
            texts = tuple(part(block, first, end))
            if plainly(*texts) in found:
                ways.append(literal(*texts) + parts(end))
        return f"(?:{'|'.join(ways)})" if ways else _NO_WAY

    return parts(0) + literal(notes)


def _part(block: TableBlock, first: int, end: int) -> Iterator[str]:
    """The table of some groups, row by row."""
    for place in range(first, end):
        yield from head_of(block, place)
    for label, figures in _lines(block):
        yield label
        yield from figures[first:end]


def _across(block: TableBlock, first: int, end: int) -> Iterator[str]:
    """The table of some answers, group by group."""
    lines = _lines(block)[first:end]
    yield from (label for label, _ in lines)
    for place in range(len(block.table.rows)):
        yield from head_of(block, place)
        yield from (figures[place] for _, figures in lines)


def head_of(block: TableBlock, place: int) -> Iterator[str]:
    """What heads the figures of a group: its name, and that its base is small."""
    row = block.table.rows[place]
    yield row.label
    if block.table.bases[place].caution and row.part is Part.GROUP:
        yield f"({wording().small_base})"


def _lines(block: TableBlock) -> list[tuple[str, list[str]]]:
    """What is told of every group: a figure for each answer and net, and the base."""
    table = block.table
    decimals = (table.places or 0) if block.decimals is None else block.decimals
    lines = []
    for head, _ in grouped(table.columns, nets=block.nets):
        place = table.columns.index(head)
        figures = [
            shown(cells[place], head, counts=block.counts or base.caution, decimals=decimals)
            for cells, base in zip(table.cells, table.bases, strict=True)
        ]
        lines.append((head.label, figures))
    bases = [f"[{base.symbol}]" if base.symbol else f"{base.n:,}" for base in table.bases]
    return [*lines, ("Base", bases)]


@singledispatch
def spoken(block: Block) -> Iterator[str]:
    """What is heard of a block, in the order of reading."""
    yield from (plain(each) for each in block.paragraphs)  # type: ignore[attr-defined]


@spoken.register(Paragraph)
@spoken.register(Subheading)
def _(block: Paragraph | Subheading) -> Iterator[str]:
    yield plain(block.words)


@spoken.register(ItemList)
@spoken.register(SideHeads)
@spoken.register(Steps)
def _(block: ItemList | SideHeads | Steps) -> Iterator[str]:
    for place, item in enumerate(block.items):
        yield plain(item)
        for part in block.below[place] if place < len(block.below) else ():
            yield from spoken(part)


@spoken.register(CodeBlock)
def _(block: CodeBlock) -> Iterator[str]:
    yield block.text


@spoken.register(Rule)
def _(_: Rule) -> Iterator[str]:
    yield from ()


@spoken.register(Quote)
def _(block: Quote) -> Iterator[str]:
    before, behind = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"
    yield f"{before}{block.comment.text}{behind} {block.comment.attribution}"


@spoken.register(Quotation)
def _(block: Quotation) -> Iterator[str]:
    for part in block.parts:
        yield from spoken(part)
    yield plain(block.attribution)


@spoken.register(WrittenTable)
def _(block: WrittenTable) -> Iterator[str]:
    yield plain(block.caption)
    yield from (plain(cell.words) for row in (block.head, *block.rows) for cell in row)


@spoken.register(PictureBlock)
def _(block: PictureBlock) -> Iterator[str]:
    yield plain(block.caption)
    yield plain(block.credit)


@spoken.register(DisclosureBlock)
def _(block: DisclosureBlock) -> Iterator[str]:
    for each in block.disclosures:
        told = each.text or f"Not published. {each.not_published}"
        yield f"{wording().disclosed(each.id)}. {told}"


@spoken.register(Footnotes)
def _(block: Footnotes) -> Iterator[str]:
    for note in block.called:
        yield from (plain(each) for each in note.paragraphs)

"""The blocks of one page: divs, subheadings, running words, and the notes that they call."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from briefing.blocks.chart import ChartBlock
from briefing.blocks.notes import Footnotes
from briefing.blocks.table import TableBlock
from briefing.claims.naming import meant
from briefing.content.elements import (
    Attributes,
    CodeElement,
    Div,
    Heading,
    ListElement,
    Paragraph,
    PictureElement,
    QuotationElement,
    TableElement,
)
from briefing.content.footnotes import PageNotes
from briefing.content.marks import check_options
from briefing.content.running import Body, Running
from briefing.tables.notes import caution_limit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.blocks.model import Block
    from briefing.content.elements import Element
    from briefing.content.making import Maker
    from briefing.diagnostics import Diagnostics, Source

WITHIN: dict[str, type[Element]] = {
    "paragraph": Paragraph,
    "list": ListElement,
    "quotation": QuotationElement,
    "code": CodeElement,
    "picture": PictureElement,
    "table": TableElement,
}
"""Divs that give options to the one element between their fences."""


@dataclass(frozen=True, slots=True)
class PageMaker:
    """Makes the blocks of one page.

    `anchor` and `level` are its heading's, `names` the anchors of headings by their places, `shown`
    the tables that the page shows, `master` the name of a page for remedies, `pages` how many pages
    it takes.
    """

    maker: Maker
    anchor: str
    level: int
    names: Mapping[Source, str]
    shown: frozenset[str]
    master: str
    pages: int = 1

    @property
    def diagnostics(self) -> Diagnostics:
        """Where faults go."""
        return self.maker.diagnostics

    def blocks(self, elements: Sequence[Element]) -> tuple[Block, ...]:
        """The blocks in order, and behind them the notes that their words call."""
        notes = PageNotes(self.anchor)
        noting = replace(self.maker, writer=replace(self.maker.writer, notes=notes))
        blocks: list[Block] = []
        beside: tuple[str, ...] = ()
        for element, follower in zip_longest(elements, elements[1:]):
            block = self._block(element, follower, noting)
            if block is not None:
                blocks.append(block)
                beside = beside or (block.kinds if notes.called else ())
        if notes.called:
            where, called = notes.called[0].where, tuple(notes.called)
            blocks.append(Footnotes(where=where, called=called, beside=beside))
        return notes_once(blocks) if self.pages == 1 else tuple(blocks)

    def _block(self, element: Element, follower: Element | None, maker: Maker) -> Block | None:
        if isinstance(element, Div):
            return self._div(element, maker)
        if isinstance(element, Heading):
            return self._subheading(element)
        return Running(maker, self.shown).block(element, follower)

    def _subheading(self, heading: Heading) -> Block | None:
        check_heading(heading.attributes, (), (), self.diagnostics)
        if heading.level <= self.level:
            self._without_page(heading)
        kind = self.maker.kind("subheading")
        known = (
            ("words", self.maker.writer.words(heading.words, self.shown)),
            ("level", heading.level),
            ("anchor", self.names[heading.where]),
        )
        body = Body(heading.where, Attributes(heading.where), (), self.shown, known)
        return self.maker.block(kind, body) if kind else None

    def _div(self, div: Div, maker: Maker) -> Block | None:
        classes = div.attributes.classes
        kinds = [kind for name in classes if (kind := maker.kind(name)) and kind.written]
        if not kinds:
            self._unknown_block(div)
            return None
        for name in classes:
            if name != kinds[0].kind:
                self.diagnostics.error(
                    "unknown-class",
                    f"a .{kinds[0].kind} cannot be .{name} as well",
                    div.attributes.where,
                    "one div, one block",
                )
        if div.attributes.id:
            self.diagnostics.error(
                "unknown-option",
                f"a block cannot be named #{div.attributes.id}",
                div.attributes.where,
                "names are for headings: a link leads to a page or a subheading",
            )
        wanted = WITHIN.get(kinds[0].kind)
        if wanted and len(div.children) == 1 and isinstance(div.children[0], wanted):
            running = Running(maker, self.shown)
            return running.block(div.children[0], options=div.attributes.options)
        return maker.block(kinds[0], Body(div.where, div.attributes, div.children, self.shown))

    # -- faults ------------------------------------------------------------------------------------

    def _unknown_block(self, div: Div) -> None:
        written = [kind.kind for kind in self.maker.blocks if kind.written]
        name = next(iter(div.attributes.classes), "")
        message = f"there is no block '.{name}'" if name else "this div does not say what it is"
        hint = meant(name, written, "blocks")
        self.diagnostics.error("unknown-block", message, div.attributes.where, hint)

    def _without_page(self, heading: Heading) -> None:
        self.diagnostics.warning(
            "heading-without-page",
            "a heading as high as its page's own opens no page, so it stands on that page",
            heading.where,
            f"give it the class of a page, such as {{.{self.master}}}, or write it one level lower",
        )


def notes_once(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of one page, each note of their tables under the last of them that needs it.

    What small bases are is said under each that marks one: the mark asks for it where it stands.
    """
    said: set[str] = set()
    made: list[Block] = []
    for block in reversed(blocks):
        told = block
        if isinstance(block, ChartBlock | TableBlock) and _prints_notes(block):
            left = tuple(n for n in block.table.notes if n not in said or caution_limit(n))
            said |= set(left)
            told = replace(block, table=replace(block.table, notes=left))
        made.append(told)
    return tuple(reversed(made))


def _prints_notes(block: ChartBlock | TableBlock) -> bool:
    if isinstance(block, TableBlock):
        return block.notes
    return block.base and not block.chart.pictorial


def check_heading(
    attributes: Attributes,
    classes: Iterable[str],
    options: Iterable[str],
    diagnostics: Diagnostics,
) -> None:
    """Report classes and options that a heading cannot have."""
    classes = tuple(classes)
    for name in attributes.classes:
        if name not in classes:
            diagnostics.error(
                "unknown-class",
                f"this heading cannot be .{name} as well",
                attributes.where,
                meant(name, classes, "classes"),
            )
    check_options(attributes, options, "this heading has no option", diagnostics)

"""A press notice as written: words alone, bound and proven as those on pages are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from unicodedata import bidirectional, category

from briefing.blocks.listing import ItemList
from briefing.blocks.notes import Footnotes
from briefing.blocks.prose import Lead, Note, Paragraph, Subheading
from briefing.blocks.quotation import Quotation
from briefing.blocks.quote import Quote
from briefing.blocks.rule import Rule
from briefing.content.abbreviations import explained
from briefing.content.bind import Manner, bind
from briefing.content.elements import (
    CodeElement,
    Div,
    Heading,
    ListElement,
    PictureElement,
    QuotationElement,
    TableElement,
)
from briefing.content.publication import Sheet
from briefing.content.write_up import informed, read_words, tell_unknown
from briefing.diagnostics import Diagnostics, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from briefing.blocks.model import Block
    from briefing.content.elements import Element
    from briefing.content.evidence import Evidence
    from briefing.content.project import Notice, Project

BLOCKS: tuple[type[Block], ...] = (
    Paragraph,
    Lead,
    Note,
    Subheading,
    ItemList,
    Quotation,
    Rule,
    Quote,
    Footnotes,
)
"""What a notice is made of: nothing that only a page can show."""

_MASTER = "notice"
_REFUSED: dict[type[Element], str] = {
    CodeElement: "code",
    PictureElement: "a picture",
    TableElement: "a table",
}
_HINT = "write it in words; the publications have charts and tables, and a link leads to them"
_ADDRESS = "a notice has no pages: link to an address, such as https://…"


@dataclass(frozen=True, slots=True)
class Written:
    """A notice whose words are bound: its name, its one sheet, the abbreviations that it uses."""

    name: str
    sheet: Sheet
    abbreviations: frozenset[str] = frozenset()

    @property
    def stem(self) -> str:
        """What its files are called, and the ledger calls it."""
        return f"{self.name}-notice"


def write_notice(
    project: Project,
    notice: Notice,
    evidence: Evidence,
    diagnostics: Diagnostics,
    *,
    strict: bool = False,
) -> Written | None:
    """Write up a notice; every fault goes to `diagnostics`. None if it has no headline.

    With `strict` a figure typed without proof is an error, otherwise a warning.
    """
    settings = project.settings
    elements = read_words(project, notice.words, diagnostics)
    if elements is None:
        return None
    manner = Manner(
        (_MASTER,),
        BLOCKS,
        (),
        notice.percent,
        strict=strict,
        language=settings.language,
        final=settings.final,
    )
    opened = tuple(_opened(tuple(_told(elements, diagnostics)), notice.words, diagnostics))
    _check_signs(project.folder / notice.words, notice.words, diagnostics)
    faults = Diagnostics()
    entries = bind(opened, informed(evidence, settings), manner, faults)
    for each in faults.entries:
        pageless = each.code in ("unknown-anchor", "unknown-page")
        diagnostics.report(replace(each, hint=_ADDRESS) if pageless else each)
    known = {each.name: each.words for each in project.abbreviations}
    told = explained(entries, known, settings.language)
    if known and strict:
        tell_unknown(told.unknown, diagnostics)
    sheets = [each for each in told.entries if isinstance(each, Sheet)]
    return Written(notice.name, sheets[0], told.used) if sheets else None


def _opened(
    elements: tuple[Element, ...], path: str, diagnostics: Diagnostics
) -> Iterator[Element]:
    """The elements, the first a headline that opens the notice; a second one is a fault."""
    if not (elements and isinstance(elements[0], Heading)):
        where = elements[0].where if elements else Source(path)
        hint = "begin with one: # What the notice says in a line"
        diagnostics.error("no-headline", "this notice has no headline", where, hint)
        return
    first = elements[0]
    attributes = replace(first.attributes, classes=first.attributes.classes or (_MASTER,))
    yield replace(first, attributes=attributes)
    for each in elements[1:]:
        if isinstance(each, Heading) and each.level <= first.level:
            diagnostics.error(
                "second-headline",
                "a notice has one headline",
                each.where,
                f"write this one level lower: {'#' * (first.level + 1)} …",
            )
        else:
            yield each


def _told(elements: Iterable[Element], diagnostics: Diagnostics) -> Iterator[Element]:
    """The elements that a notice can hold; the others are told, wherever they stand."""
    kinds = {kind.kind for kind in BLOCKS if kind.written}
    for each in elements:
        name = _REFUSED.get(type(each), "")
        if isinstance(each, Div):
            unknown = [f"a .{own}" for own in each.attributes.classes if own not in kinds]
            name = next(iter(unknown), "")
        if name:
            message = f"{name} has no place in a notice"
            diagnostics.error("notice-words", message, each.where, _HINT)
        elif isinstance(each, ListElement):
            items = (
                replace(it, children=tuple(_told(it.children, diagnostics))) for it in each.items
            )
            yield replace(each, items=tuple(items))
        elif isinstance(each, QuotationElement | Div):
            yield replace(each, children=tuple(_told(each.children, diagnostics)))
        else:
            yield each


def _check_signs(file: Path, path: str, diagnostics: Diagnostics) -> None:
    """Report signs that print nothing or turn the order of others: a mail would carry them on."""
    lines = file.read_text(encoding="utf-8-sig").split("\n")
    for number, line in enumerate(lines, start=1):
        for column, sign in enumerate(line, start=1):
            printed = sign in "\t\r" or category(sign) not in _UNPRINTED
            if not printed or bidirectional(sign) in _TURNING:
                message = f"U+{ord(sign):04X} cannot be printed"
                where = Source(path, number, column)
                diagnostics.error("unprintable", message, where, "take it out")


_UNPRINTED = frozenset({"Cc", "Cn", "Co", "Cs"})
_TURNING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})

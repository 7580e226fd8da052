"""Elements and evidence to a publication: pages, sections and blocks, in the order of the words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from briefing.claims.naming import meant
from briefing.content.elements import Code, Div, Heading, Plain
from briefing.content.making import Maker
from briefing.content.page import PageMaker, check_heading
from briefing.content.publication import Section, Sheet
from briefing.content.words import Writer
from briefing.layout.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.blocks.model import Block
    from briefing.charts.model import Chart
    from briefing.content.elements import Attributes, Element, Inline
    from briefing.content.evidence import Evidence
    from briefing.content.pictures import Album
    from briefing.diagnostics import Diagnostics, Source

SECTION, UNLISTED = "section", "unlisted"
OWN = ""
"""The name of a document's own words beside the anchors of its appendices."""
PAGE_OPTIONS = ("arrangement", "icon", "short")
SECTION_OPTIONS = ("short",)


@dataclass(frozen=True, slots=True)
class Manner:
    """How one document is to be bound.

    `masters` are the pages that headings can ask for; where they are not known, because the format
    is not the brand's, pages are taken as they come and the format has been reported. `percent` is
    the way with percentages, `anchors` further names that words can refer to: those of appendices,
    each with its letter, which is printed where the document has none of its pages. With `strict`
    figures without proof are errors. `lengths` has the number of pages that a written page takes,
    or a merged appendix with its divider, by its anchor, where it is not one. `icons` are the
    brand's; a brand without any leaves all of them out. `album` has the pictures of the project.
    A `final` document has no words that only hold a place.
    """

    masters: tuple[str, ...]
    blocks: Sequence[type[Block]]
    charts: Sequence[type[Chart]]
    percent: str
    anchors: tuple[tuple[str, str], ...] = ()
    strict: bool = False
    lengths: Mapping[str, int] = field(default_factory=dict)
    language: str = "en"
    icons: tuple[str, ...] = ()
    album: Album | None = None
    final: bool = False


def bind(
    elements: Sequence[Element], evidence: Evidence, manner: Manner, diagnostics: Diagnostics
) -> tuple[Sheet | Section, ...]:
    """Make the pages and sections of a document; every fault goes to `diagnostics`."""
    return bind_parts({OWN: elements}, evidence, manner, diagnostics)[OWN]


def bind_parts(
    parts: Mapping[str, Sequence[Element]],
    evidence: Evidence,
    manner: Manner,
    diagnostics: Diagnostics,
) -> dict[str, tuple[Sheet | Section, ...]]:
    """Make the pages and sections of a document and of the appendices that are set with it.

    `parts` has the elements of the document by `OWN`, those of each appendix by its anchor. Words
    may lead from any of them to any other.
    """
    elements = tuple(chain.from_iterable(parts.values()))
    names = _names(elements, manner, diagnostics)
    pages = _page_labels(parts, names, manner)
    writer = Writer(
        evidence,
        diagnostics,
        manner.percent,
        pages,
        frozenset({*names.values(), *dict(manner.anchors)}),
        manner.strict,
        manner.language,
        final=manner.final,
    )
    maker = Maker(writer, manner.blocks, manner.charts, manner.album)
    return {name: _bound(part, _Binder(manner, maker, names)) for name, part in parts.items()}


def _bound(elements: Iterable[Element], binder: _Binder) -> tuple[Sheet | Section, ...]:
    for element in elements:
        binder.add(element)
    binder.close()
    return tuple(binder.entries)


def _headings(elements: Iterable[Element]) -> Iterator[Heading]:
    return (each for each in elements if isinstance(each, Heading))


def _master(heading: Heading, manner: Manner) -> str:
    """The page that a heading asks for; without a list of masters any class is one."""
    known = manner.masters or tuple(
        name for name in heading.attributes.classes if name not in (SECTION, UNLISTED)
    )
    return next((name for name in heading.attributes.classes if name in known), "")


def _names(
    elements: Sequence[Element], manner: Manner, diagnostics: Diagnostics
) -> dict[Source, str]:
    """The anchor of every heading, by its place: the author's, or one made from its words."""
    names: dict[Source, str] = {}
    taken: dict[str, Source] = {}
    for heading in _headings(elements):
        wanted = heading.attributes.id
        if wanted and wanted in taken:
            diagnostics.error(
                "repeated-anchor",
                f"#{wanted} is the name of another heading, on line {taken[wanted].line}",
                heading.attributes.where,
                "give each its own name",
            )
        if wanted:
            names[heading.where] = wanted
            taken.setdefault(wanted, heading.where)
    reserved = {*taken, *dict(manner.anchors)}
    for heading in _headings(elements):
        if heading.where not in names:
            names[heading.where] = _free(_slug(heading.words), reserved)
            reserved.add(names[heading.where])
    return names


def _page_labels(
    parts: Mapping[str, Sequence[Element]], names: dict[Source, str], manner: Manner
) -> dict[str, str]:
    """The page on which each anchor stands; a section starts the next one, appendices are last.

    Whatever stands in an appendix of which the document has no page has the letter of that.
    """
    labels: dict[str, str] = {}
    following = _label_headings(parts.get(OWN, ()), names, manner, labels, 1)
    for anchor, letter in manner.anchors:
        part, pages = parts.get(anchor, ()), manner.lengths.get(anchor, 1)
        labels.setdefault(anchor, str(following) if pages else letter)
        if pages:
            following = _label_headings(part, names, manner, labels, following + pages)
        else:
            labels |= {names[each.where]: letter for each in _headings(part)}
    return labels


def _label_headings(
    elements: Sequence[Element],
    names: dict[Source, str],
    manner: Manner,
    labels: dict[str, str],
    following: int,
) -> int:
    """Label the headings of a part whose first page is the `following` one; the next behind it."""
    page = following - 1
    for heading in _headings(elements):
        name = names[heading.where]
        if _master(heading, manner):
            page, following = following, following + manner.lengths.get(name, 1)
        ahead = SECTION in heading.attributes.classes
        labels.setdefault(name, str(following if ahead else page))
    return following


def _slug(phrase: Sequence[Inline]) -> str:
    """A name made from the first words of a heading, cut between words."""
    slug = ""
    for word in re.findall(r"[a-z0-9]+", _letters(phrase).lower()):
        if slug and len(slug) + len(word) >= _LONGEST:
            break
        slug = f"{slug}-{word}" if slug else word
    return slug or "page"


_LONGEST = 40


def _letters(phrase: Sequence[Inline]) -> str:
    text = ""
    for each in phrase:
        if isinstance(each, Plain | Code):
            text += each.text
        elif hasattr(each, "children"):
            text += _letters(each.children)
    return text


def _free(name: str, reserved: set[str]) -> str:
    if name not in reserved:
        return name
    number = 2
    while f"{name}-{number}" in reserved:
        number += 1
    return f"{name}-{number}"


@dataclass(slots=True)
class _Binder:
    """Goes through the elements of one document, page by page."""

    manner: Manner
    maker: Maker
    names: dict[Source, str]
    entries: list[Sheet | Section] = field(default_factory=list)
    section: Section | None = None
    sheet: Sheet | None = None
    waiting: list[Element] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    @property
    def diagnostics(self) -> Diagnostics:
        return self.maker.diagnostics

    def add(self, element: Element) -> None:
        """Take the next element: a heading may open a page or section, anything else is a block."""
        if isinstance(element, Heading) and self._opens(element):
            return
        if self.sheet is None:
            self._homeless(element)
        self.waiting.append(element)

    def _opens(self, heading: Heading) -> bool:
        classes = heading.attributes.classes
        if SECTION in classes:
            self.close()
            self._open_section(heading)
            return True
        master = _master(heading, self.manner)
        if master:
            self.close()
            self._open_sheet(heading, master)
            return True
        if classes:
            self._unknown_master(heading, classes[0])
            self.close()
            self._open_sheet(heading, classes[0])
        return bool(classes)

    def _open_section(self, heading: Heading) -> None:
        check_heading(heading.attributes, (SECTION,), SECTION_OPTIONS, self.diagnostics)
        title = plain(self.maker.writer.words(heading.words))
        self.section = Section(
            title=title,
            anchor=self.names[heading.where],
            level=heading.level,
            where=heading.where,
            short=self._short(heading),
        )
        self.entries.append(self.section)

    def _open_sheet(self, heading: Heading, master: str) -> None:
        attributes = heading.attributes
        check_heading(attributes, (master, UNLISTED), PAGE_OPTIONS, self.diagnostics)
        self.numbers[master] = self.numbers.get(master, 0) + 1
        if self.section and heading.level <= self.section.level:
            self.section = None
        self.sheet = Sheet(
            master=master,
            heading=(),
            level=heading.level,
            anchor=self.names[heading.where],
            where=heading.where,
            section=self.section.title if self.section else "",
            arrangement=attributes.value("arrangement"),
            icon=self._icon(attributes),
            number=self.numbers[master],
            unlisted=UNLISTED in attributes.classes,
        )
        self.waiting.append(heading)

    def _icon(self, attributes: Attributes) -> str:
        """The icon that a heading asks for; one that the brand does not have is reported."""
        option, icons = attributes.option("icon"), self.manner.icons
        if option is None or not icons:
            return ""
        if option.value in icons:
            return option.value
        message = f"the brand has no icon '{option.value}'"
        hint = meant(option.value, icons, "icons")
        self.diagnostics.error("unknown-icon", message, option.inside, hint)
        return ""

    def close(self) -> None:
        """Finish the page under way: its words are bound knowing which tables it shows."""
        waiting, self.waiting = self.waiting, []
        if self.sheet is None:
            return
        shown = frozenset(_tables_of(waiting))
        heading, *elements = waiting
        writer = self.maker.writer
        words = writer.words(heading.words, shown) if isinstance(heading, Heading) else ()
        page = PageMaker(
            self.maker,
            self.sheet.anchor,
            self.sheet.level,
            self.names,
            shown,
            next(iter(self.manner.masters), "text"),
            self.manner.lengths.get(self.sheet.anchor, 1),
        )
        self.entries.append(
            replace(
                self.sheet,
                heading=words,
                short=self._short(heading, shown),
                blocks=page.blocks(elements),
            )
        )
        self.sheet = None

    def _short(self, heading: Element, shown: frozenset[str] = frozenset()) -> str:
        option = heading.attributes.option("short") if isinstance(heading, Heading) else None
        if option is None:
            return ""
        return plain(self.maker.writer.option(option.value, option.inside, shown))

    # -- faults ------------------------------------------------------------------------------------

    def _unknown_master(self, heading: Heading, name: str) -> None:
        self.diagnostics.error(
            "unknown-master",
            f"there is no page '.{name}'",
            heading.attributes.where,
            meant(name, (*self.manner.masters, SECTION), "pages"),
        )

    def _homeless(self, element: Element) -> None:
        self.diagnostics.error(
            "no-page",
            "these words stand on no page",
            element.where,
            f"a heading opens a page: # Title {{.{next(iter(self.manner.masters), 'master')}}}",
        )


def _tables_of(elements: Sequence[Element]) -> Iterator[str]:
    for element in elements:
        if isinstance(element, Div) and (of := element.attributes.value("of")):
            yield of.partition(".")[0]

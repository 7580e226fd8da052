"""A publication as written: its particulars, and its pages and sections in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from briefing.blocks.model import Block
    from briefing.diagnostics import Source
    from briefing.layout.text import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page as written: the master its heading asked for, and its blocks in reading order.

    `number` counts the pages of one master from 1; `short` is the heading for contents, bookmarks
    and running heads where the author gave one; `section` the title of the section it stands in.
    An `arrangement` pins one of the master's; an `unlisted` page is not in the contents. `icon`
    names a drawing of the brand that decorates the page, where its master has a place for one.
    """

    master: str
    heading: Words
    level: int
    anchor: str
    where: Source
    short: str = ""
    section: str = ""
    arrangement: str = ""
    icon: str = ""
    number: int | None = None
    unlisted: bool = False
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading that opens a section and no page.

    `short` is the name that its pages carry, where its author gave one.
    """

    title: str
    anchor: str
    level: int
    where: Source | None = None
    short: str = ""

    @property
    def running(self) -> str:
        """What the pages that stand in it carry as its name."""
        return self.short or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One document of a project, its words bound to the survey's figures.

    `appended` has the pages behind the dividers of those appendices that are set with it, by their
    anchors; the headings of all appendices are of the level `appendix`. `pictures` are the files
    that it shows, as paths within the project, `abbreviations` those of the project that its words
    use.
    """

    name: str
    title: str
    language: str
    publisher: str
    format: str
    subtitle: str = ""
    running: str = ""
    running_where: Source | None = None
    date: date | None = None
    date_words: str = ""
    contact: str = ""
    reference: str = ""
    binding: str = ""
    final: bool = False
    entries: tuple[Sheet | Section, ...] = ()
    appended: Mapping[str, tuple[Sheet | Section, ...]] = field(default_factory=dict)
    appendix: int = 1
    pictures: tuple[str, ...] = ()
    abbreviations: frozenset[str] = frozenset()

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The pages alone, in order."""
        return tuple(entry for entry in self.entries if isinstance(entry, Sheet))

    def page(self, anchor: str) -> int | None:
        """The place, from 1, of the page that an anchor names."""
        for place, sheet in enumerate(self.sheets, start=1):
            if sheet.anchor == anchor:
                return place
        return None

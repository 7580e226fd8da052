"""What lies on the desk while a document is composed, and the page that is in hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.brand.model import Look
from briefing.brand.styles import AS_DESIGNED
from briefing.layout.text import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.blocks.model import Block, Gallery, Listing
    from briefing.brand.masters import Area, Arrangement, Format, Ground
    from briefing.brand.model import Brand
    from briefing.brand.styles import Step
    from briefing.content.publication import Publication, Section, Sheet
    from briefing.diagnostics import Diagnostics
    from briefing.layout.pages import Fragment
    from briefing.structure import Node

    Kin = tuple[str, str, bool, bool]
    Place = tuple[str, int, int, float, str, str, Step, str]
    Sizes = Mapping[Kin, float]
    Stocked = tuple[Area, tuple[Fragment, ...]]
    Rounds = dict[tuple[object, ...], "Earlier"]


def kin(master: str, area: Area, blocks: int) -> Kin:
    """What the places have in common whose type is alike.

    Wide ones are no kin of side columns, and a single quotation is a call-out among several. Tables
    are all of one kin: figures are looked up from page to page.
    """
    if has_tables(area):
        return master, _TABLE, False, False
    return master, area.name, area.rect.width > area.rect.height, blocks == 1


_TABLE = "table"


def has_tables(area: Area) -> bool:
    """Whether a place is made for tables."""
    return any(kind.partition(".")[0] == _TABLE for kind in area.takes)


@dataclass(frozen=True, slots=True)
class Made:
    """A block of words that was composed: its fragment, its nodes and its faults."""

    block: Block
    fragment: Fragment
    nodes: tuple[Node, ...]
    faults: Diagnostics


@dataclass(frozen=True, slots=True)
class Attempt:
    """A page composed with one set of steps; `tight` are the areas whose words want less room."""

    arrangement: Arrangement
    steps: dict[str, Step]
    areas: tuple[Stocked, ...]
    grounds: tuple[Ground, ...]
    node: Node
    faults: Diagnostics
    tight: frozenset[str]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a round through the document made `of` a page: the attempt, the nodes below its own."""

    of: tuple[object, ...]
    made: Attempt | None
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What all pages of a document share.

    `sizes` has the largest step of type, by places that are kin, that does not stand out among
    pages of the same kind.
    """

    publication: Publication
    brand: Brand
    format: Format
    listings: tuple[Listing, ...]
    gallery: Gallery
    diagnostics: Diagnostics
    sizes: Sizes = field(default_factory=dict)
    words: dict[Place, Made] = field(default_factory=dict)
    """The words of each place as they were composed last, for whoever asks for them alike."""
    rounds: Rounds = field(default_factory=dict)
    """The pages of this round and of earlier ones, whose trees are thrown away."""

    def look(self, scheme: str, styles: str = "", step: Step = AS_DESIGNED) -> Look:
        """The brand on the ground of a scheme, its styles looked up with a prefix first."""
        return Look(self.brand, self.format, self.brand.schemes[scheme], styles, step)

    def look_of(self, area: Area, step: Step) -> Look:
        """The brand as an area sees it, after a step of copyfit."""
        scheme = self.brand.schemes[area.scheme]
        return Look(self.brand, self.format, scheme, area.styles, step, area.outer)


@dataclass(frozen=True, slots=True)
class InHand:
    """One page to be made: as written, its label, and the section it stands in.

    `depth` counts the headings printed above its own; `announced` says that an earlier page has
    printed the section's heading.
    """

    sheet: Sheet
    label: str
    section: Section | None
    announced: bool
    depth: int

    @property
    def title(self) -> str:
        """The page's name in bookmarks and in the tree."""
        return self.sheet.short or plain(self.sheet.heading)

    @property
    def kicker(self) -> str:
        """What stands above the headline: the section, or the page's short name."""
        title = self.section.title if self.section else self.sheet.short
        return "" if title == plain(self.sheet.heading) else title

    @property
    def announces(self) -> bool:
        """Whether the page is the first of its section, and has the section's heading to print."""
        return self.section is not None and not self.announced and bool(self.kicker)

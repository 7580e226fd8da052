"""A publication and a brand → pages and their tree.

Each page as written goes to its master; the arrangements of the master are tried on measures
alone, the best is taken, and only then is anything drawn. Nodes are made in the order of the
words, so that reading order is meaning order wherever things stand on the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing.blocks.heading import Heading
from briefing.blocks.lines import set_words
from briefing.blocks.model import Gallery, Listing, Setting
from briefing.brand.model import Look
from briefing.content.publication import Section, Sheet
from briefing.diagnostics import Diagnostics
from briefing.drawing import MM, Rect, Shape, moved_path, rectangle
from briefing.layout.fill import column_width, fill, fragment_height, needed, reach
from briefing.layout.pages import Bookmark, Box, Fit, Fragment, Page, Pages
from briefing.layout.seams import settle
from briefing.layout.text import Span, plain
from briefing.structure import HEADINGS, Artifact, Node, Role, Tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.blocks.model import Block
    from briefing.brand.model import Area, Arrangement, Brand, Format, Furniture, Ground
    from briefing.content.publication import Publication
    from briefing.diagnostics import Source
    from briefing.drawing import Mark


@dataclass(frozen=True, slots=True)
class Divider:
    """The page before an appendix that was made elsewhere; `included` says if it follows."""

    letter: str
    title: str
    where: Source
    included: bool = True

    @property
    def anchor(self) -> str:
        """The name by which contents and bookmarks find the page."""
        return f"appendix-{self.letter.lower()}"


@dataclass(frozen=True, slots=True)
class Composed:
    """A document laid out: its pages, its tree, each appendix's divider by its page from 0."""

    pages: Pages
    tree: Tree
    dividers: dict[str, int]


@dataclass(slots=True)
class _Open:
    """A heading that later ones may stand below."""

    level: int
    node: Node
    depth: int


@dataclass(frozen=True, slots=True)
class _Placed:
    """One arrangement tried: the fragments of each area, and what the trial cost."""

    arrangement: Arrangement
    areas: tuple[tuple[Area, tuple[Fragment, ...]], ...]
    node: Node
    faults: Diagnostics
    cost: float


def compose(
    publication: Publication,
    brand: Brand,
    dividers: Sequence[Divider],
    diagnostics: Diagnostics,
    gallery: Gallery | None = None,
) -> Composed | None:
    """Lay out a document. Faults go to `diagnostics`; None if its format is not the brand's.

    `gallery` holds charts drawn for other documents or profiles of the same build.
    """
    format_ = brand.formats.get(publication.format)
    if format_ is None:
        known = ", ".join(brand.formats)
        diagnostics.error(
            "unknown-format",
            f"the brand {brand.name} has no format {publication.format!r}",
            None,
            f"Its formats are: {known}.",
        )
        return None
    composer = _Composer(publication, brand, format_, diagnostics, gallery or Gallery())
    return composer.run(
        tuple(each for each in dividers if each.included), _listings(publication, dividers)
    )


def _listings(publication: Publication, dividers: Sequence[Divider]) -> tuple[Listing, ...]:
    """What the contents list: sections and pages not marked ``.unlisted``, then appendices."""
    listings = []
    page = 0
    starts = _starts(publication)
    for entry in publication.entries:
        if isinstance(entry, Sheet):
            page += 1
            if not entry.unlisted:
                title = entry.short or plain(entry.heading)
                listings.append(Listing(title, str(page), entry.anchor, entry.level))
        elif entry.anchor in starts:
            anchor = starts[entry.anchor].anchor
            listings.append(Listing(entry.title, str(page + 1), anchor, entry.level))
    for divider in dividers:
        title = f"Appendix {divider.letter}: {divider.title}"
        label = divider.letter if divider.included else "screen edition only"
        listings.append(
            Listing(title, label, divider.anchor if divider.included else "", 2, divider.letter)
        )
    return tuple(listings)


def _starts(publication: Publication) -> dict[str, Sheet]:
    """The first page of each section that has one, by the section's anchor."""
    starts: dict[str, Sheet] = {}
    waiting: list[str] = []
    for entry in publication.entries:
        if isinstance(entry, Sheet):
            starts |= dict.fromkeys(waiting, entry)
            waiting = []
        else:
            waiting.append(entry.anchor)
    return starts


@dataclass(slots=True)
class _Composer:
    """Goes through one document page by page; its lists grow with them."""

    publication: Publication
    brand: Brand
    format: Format
    diagnostics: Diagnostics
    gallery: Gallery
    tree: Tree = field(init=False)
    pages: list[Page] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    fits: list[Fit] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    listings: tuple[Listing, ...] = ()
    history: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tree = Tree(self.publication.language)

    def run(self, dividers: tuple[Divider, ...], listings: tuple[Listing, ...]) -> Composed:
        self.listings = listings
        section: Section | None = None
        announced = False
        starts = _starts(self.publication)
        for entry in self.publication.entries:
            if isinstance(entry, Section):
                section, announced = entry, False
                if entry.anchor in starts:
                    self._open_section(entry, starts[entry.anchor])
                continue
            if section and entry.level <= section.level:
                section = None
            self._sheet(entry, str(len(self.pages) + 1), section, announced=announced)
            announced = True
        places = {}
        for divider in dividers:
            places[divider.letter] = len(self.pages)
            self._sheet(self._divider_sheet(divider), divider.letter, None, announced=True)
        pages = Pages(tuple(self.pages), tuple(self.bookmarks), tuple(self.fits))
        return Composed(pages, self.tree, places)

    # -- the tree ----------------------------------------------------------------------------------

    def _parent(self, level: int) -> tuple[Node, int]:
        """The node that a heading of this level stands under, and the headings above it."""
        while self.open and self.open[-1].level >= level:
            self.open.pop()
        return (self.open[-1].node, self.open[-1].depth) if self.open else (self.tree.root, 0)

    def _open_section(self, section: Section, first: Sheet) -> None:
        parent, depth = self._parent(section.level)
        node = parent.add(Role.SECTION, title=section.title)
        self.open.append(_Open(section.level, node, depth))
        self.bookmarks.append(Bookmark(section.title, first.anchor, len(self.open)))

    # -- one page ----------------------------------------------------------------------------------

    def _sheet(self, sheet: Sheet, label: str, section: Section | None, *, announced: bool) -> None:
        parent, depth = self._parent(sheet.level)
        if sheet.master not in self.format.masters:
            self._no_master(sheet)
            return
        shown = self.format.arrangements(sheet.master, len(self.pages) + 1)
        page = _PageMaker(self, sheet, label, section, announced)
        trials = [
            trial
            for arrangement in shown
            if sheet.arrangement in ("", arrangement.name)
            and (trial := page.trial(arrangement, depth))
        ]
        if not trials:
            page.explain(shown)
            return
        best = min(trials, key=lambda trial: trial.cost)
        self.diagnostics.add(best.faults)
        parent.children.append(best.node)
        printed = depth + (1 if section and not announced and page.has_kicker(best) else 0)
        if printed > depth:
            self.open[-1].depth = printed
        self.open.append(_Open(sheet.level, best.node, printed + 1))
        title = sheet.short or plain(sheet.heading)
        if not sheet.unlisted:
            self.bookmarks.append(Bookmark(title, sheet.anchor, len(self.open)))
        self.history.append(f"{sheet.master}/{best.arrangement.name}")
        boxes = page.finish(best)
        self.pages.append(Page(label, self.format.geometry, boxes))

    def _no_master(self, sheet: Sheet) -> None:
        self.diagnostics.error(
            "unknown-master",
            f"the brand has no page {sheet.master!r} in its format {self.format.name}",
            sheet.where,
            f"Its pages are: {', '.join(self.format.masters)}.",
        )

    def _divider_sheet(self, divider: Divider) -> Sheet:
        return Sheet(
            master="divider",
            heading=(Span(divider.title),),
            level=2,
            anchor=divider.anchor,
            short=f"Appendix {divider.letter}: {divider.title}",
            where=divider.where,
        )


@dataclass(slots=True)
class _PageMaker:
    """Makes one page: tries arrangements, then draws the one that was chosen."""

    composer: _Composer
    sheet: Sheet
    label: str
    section: Section | None
    announced: bool

    def trial(self, arrangement: Arrangement, depth: int) -> _Placed | None:
        """Compose all blocks for an arrangement without drawing; None if one has no place there."""
        node = Node(Role.SECTION, title=self.sheet.short or plain(self.sheet.heading))
        blocks = [*self._head(node, arrangement, depth), *self.sheet.blocks]
        areas = [_area_of(block, arrangement) for block in blocks]
        if any(area is None for area in areas):
            return None
        fitted = {
            area.name: _with_columns(
                area, [b for b, a in zip(blocks, areas, strict=True) if a is area]
            )
            for area in arrangement.areas
        }
        faults = Diagnostics()
        fragments: dict[str, list[Fragment]] = {area.name: [] for area in arrangement.areas}
        for block, area in zip(blocks, areas, strict=True):
            if area is not None:
                fragments[area.name].append(self._fragment(block, fitted[area.name], node, faults))
        stocked = tuple((fitted[name], tuple(each)) for name, each in fragments.items())
        placed, grounds = settle(stocked, arrangement.grounds, arrangement.seams)
        cost = self._cost(arrangement, placed) + _FAULT * len(faults.errors)
        return _Placed(replace(arrangement, grounds=grounds), placed, node, faults, cost)

    def _head(self, node: Node, arrangement: Arrangement, depth: int) -> Iterator[Block]:
        """The page's numeral, kicker and headline, as far as the arrangement has room for them."""
        sheet = self.sheet
        takes = {kind for area in arrangement.areas for kind in area.takes}
        level = depth
        if "numeral" in takes and sheet.number:
            yield self._part("numeral", (Span(str(sheet.number)),), node.add(Role.PARAGRAPH))
        if "kicker" in takes and (words := self._kicker()):
            if self.section and not self.announced:
                owner = node.add(_heading_role(level))
                yield self._part("kicker", words, owner, self.section.anchor)
                level += 1
            elif self.section:
                yield self._part("kicker", words, Artifact.HEADER)
            else:
                yield self._part("kicker", words, node.add(Role.PARAGRAPH))
        yield self._part("heading", sheet.heading, node.add(_heading_role(level)), sheet.anchor)

    def _part(
        self, part: str, words: tuple[Span, ...], owner: Node | Artifact, anchor: str = ""
    ) -> Heading:
        return Heading(where=self.sheet.where, part=part, words=words, owner=owner, anchor=anchor)

    def _kicker(self) -> tuple[Span, ...]:
        title = self.section.title if self.section else self.sheet.short
        return (Span(title),) if title and title != plain(self.sheet.heading) else ()

    def has_kicker(self, placed: _Placed) -> bool:
        """Whether the arrangement prints a kicker."""
        return any("kicker" in area.takes for area in placed.arrangement.areas)

    def _fragment(self, block: Block, area: Area, node: Node, faults: Diagnostics) -> Fragment:
        composer = self.composer
        look = self._look(area)
        setting = Setting(
            column_width(area), look, node, faults, composer.listings, composer.gallery
        )
        try:
            pieces = block.compose(setting)
            gap = look.style(block.gap_style).gap
        except KeyError as missing:
            faults.error(
                "brand-style",
                f"the brand has no type style {missing} in its format {composer.format.name}",
                block.where,
            )
            return Fragment(block.kind, block.where, (), 0.0)
        return Fragment(block.kinds[0], block.where, pieces, fragment_height(pieces), gap)

    def _look(self, area: Area) -> Look:
        composer = self.composer
        return Look(
            composer.brand, composer.format, composer.brand.schemes[area.scheme], area.styles
        )

    def _cost(
        self, arrangement: Arrangement, placed: tuple[tuple[Area, tuple[Fragment, ...]], ...]
    ) -> float:
        """How bad a page would look: what is over counts most, then white space, then sameness."""
        over = empty = room = 0.0
        for area, fragments in placed:
            surface = area.rect.width * area.rect.height
            room += surface
            over += max(0.0, needed(fragments, area) - area.rect.height - 0.05)
            empty += max(0.0, area.rect.height - reach(fragments, area)) * area.rect.width
            if not fragments:
                empty += surface
        name = f"{self.sheet.master}/{arrangement.name}"
        recent = self.composer.history[::-1]
        same = sum(
            weight for past, weight in zip(recent, (0.3, 0.15, 0.08), strict=False) if past == name
        )
        return over * 1000 + empty / room + same

    # -- drawing -----------------------------------------------------------------------------------

    def finish(self, placed: _Placed) -> tuple[Box, ...]:
        """Draw the page: grounds, then the areas in the order of the words, then furniture."""
        boxes: list[Box] = [self._ground(ground) for ground in placed.arrangement.grounds]
        for area, fragments in placed.areas:
            filled = fill(fragments, area)
            boxes.extend(filled.boxes)
            self.composer.fits.append(
                Fit(
                    self.label,
                    area.name,
                    area.rect.height,
                    filled.used,
                    filled.over,
                    placed.arrangement.name,
                )
            )
            if filled.over:
                self._overset(area, fragments, filled.over, filled.last)
        for item in placed.arrangement.furniture:
            boxes.extend(self._furniture(item))
        return tuple(boxes)

    def _overset(self, area: Area, fragments: Sequence[Fragment], over: float, last: str) -> None:
        where = next((each.where for each in fragments if each.name == last), self.sheet.where)
        self.composer.diagnostics.error(
            "overset",
            f"page {self.label}: {last} is {over / MM:.1f} mm too high for its place {area.name!r}",
            where,
            "Shorten the words, take something off the page, or choose another arrangement.",
        )

    def _ground(self, ground: Ground) -> Box:
        """A ground, carried into the bleed wherever it meets the trim."""
        geometry = self.composer.format.geometry
        trim, rect = geometry.trim, ground.rect
        left = rect.x - (geometry.bleed if rect.x <= _TOUCH else 0)
        top = rect.y - (geometry.bleed if rect.y <= _TOUCH else 0)
        right = rect.right + (geometry.bleed if rect.right >= trim.width - _TOUCH else 0)
        bottom = rect.bottom + (geometry.bleed if rect.bottom >= trim.height - _TOUCH else 0)
        bled = Rect(left, top, right - left, bottom - top)
        shape = Shape(
            rectangle(Rect(0, 0, bled.width, bled.height), ground.radius),
            self.composer.brand.palette[ground.colour],
        )
        return Box(Artifact.GROUND, bled, (shape,), ground=True)

    def _furniture(self, item: Furniture) -> Iterator[Box]:
        look = Look(
            self.composer.brand, self.composer.format, self.composer.brand.schemes[item.scheme]
        )
        foot = item.rect.y > self.composer.format.geometry.height / 2
        owner = Artifact.FOOTER if foot else Artifact.HEADER
        if item.drawing:
            yield Box(owner, item.rect, _drawing_marks(look, item))
        if words := self._facts(item.text):
            style = replace(look.style(item.style), align=item.align)
            setting = Setting(item.rect.width, look, Node(Role.DIVISION), self.composer.diagnostics)
            for strip in set_words((Span(words),), style, setting, owner, self.sheet.where):
                yield from (box.moved(item.rect.x, item.rect.y) for box in strip.boxes)

    def _facts(self, text: str) -> str:
        publication = self.composer.publication
        facts = {
            "{page}": self.label,
            "{title}": publication.title,
            "{section}": self.section.title if self.section else "",
            "{short}": self.sheet.short,
            "{publisher}": publication.publisher,
            "{date}": publication.date_words,
            "{reference}": publication.reference,
        }
        for name, value in facts.items():
            text = text.replace(name, value)
        return text.strip()

    def explain(self, arrangements: Sequence[Arrangement]) -> None:
        """Say why no arrangement could be used: its name is unknown, or blocks have no place."""
        sheet = self.sheet
        names = [arrangement.name for arrangement in arrangements]
        if sheet.arrangement and sheet.arrangement not in names:
            self.composer.diagnostics.error(
                "unknown-arrangement",
                f"the page {sheet.master!r} has no arrangement {sheet.arrangement!r}",
                sheet.where,
                f"It has: {', '.join(names)}.",
            )
            return
        homeless = [
            block
            for block in sheet.blocks
            if all(_area_of(block, each) is None for each in arrangements)
        ]
        for block in homeless or list(sheet.blocks):
            kinds = sorted(
                {kind for each in arrangements for area in each.areas for kind in area.takes}
            )
            self.composer.diagnostics.error(
                "no-place",
                f"the page {sheet.master!r} has no place for {block.kinds[0]!r}"
                + ("" if homeless else " beside its other blocks"),
                block.where,
                f"It takes: {', '.join(kinds)}.",
            )


_FAULT = 1e6
"""What a fault costs a trial: an arrangement without any is taken, however empty."""
_TOUCH = 0.1
"""Points within which a ground meets the trim."""


def _heading_role(depth: int) -> Role:
    return HEADINGS[min(depth, len(HEADINGS) - 1)]


def _with_columns(area: Area, blocks: Sequence[Block]) -> Area:
    """The area with no more columns than blocks, where blocks stand whole in one."""
    if any(not block.whole for block in blocks):
        return area
    return replace(area, flow=max(1, min(area.flow, len(blocks))))


def _area_of(block: Block, arrangement: Arrangement) -> Area | None:
    """The area that takes a block: the one it names, else the first that asks for its kind."""
    if block.area:
        return next((area for area in arrangement.areas if area.name == block.area), None)
    for kind in block.kinds:
        for area in arrangement.areas:
            if kind in area.takes:
                return area
    return None


def _drawing_marks(look: Look, item: Furniture) -> tuple[Mark, ...]:
    drawing = look.brand.drawings[item.drawing]
    scale = min(item.rect.width / drawing.width, item.rect.height / drawing.height)
    return tuple(
        Shape(moved_path(path, 0, 0, scale), look.colour(fill_name))
        for path, fill_name in drawing.paths
    )

"""A document composed page by page: contents, tree, bookmarks, and the dividers of appendices."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.blocks.contents import Contents
from briefing.blocks.model import Gallery, Listing
from briefing.compose.copyfit import as_designed, attempt
from briefing.compose.desk import Desk, InHand
from briefing.compose.furniture import appended
from briefing.compose.further import filled, paginated
from briefing.compose.page import draw, explain, tell_empty, unknown_arrangement
from briefing.compose.score import AIRY, WEIGHTS, overset, white
from briefing.compose.tried import Tried, uneven
from briefing.content.publication import Section, Sheet
from briefing.diagnostics import Diagnostics
from briefing.layout.pages import Bookmark, Fit, Page, Pages
from briefing.layout.text import Span, plain
from briefing.structure import Node, Role, Tree
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.blocks.model import Block
    from briefing.brand.model import Brand
    from briefing.compose.desk import Rounds
    from briefing.compose.score import Seen
    from briefing.compose.trial import Trial
    from briefing.content.publication import Publication
    from briefing.diagnostics import Source

    Entries = Sequence[Sheet | Section]


@dataclass(frozen=True, slots=True)
class Divider:
    """The page before an appendix; `included` says if the document has it.

    `sizes` are those of the pages of one that was made elsewhere, in points; with `folio` they are
    numbered as ours. Its heading is of a `level`, from 1.
    """

    letter: str
    title: str
    where: Source
    included: bool = True
    sizes: tuple[tuple[float, float], ...] = ()
    folio: bool = True
    level: int = 1

    @property
    def anchor(self) -> str:
        """The name by which contents and bookmarks find the page."""
        return f"appendix-{self.letter.lower()}"

    @property
    def heading(self) -> str:
        """Its title behind its letter, as contents and bookmarks have it."""
        return wording().titled(
            "appendix", "{letter}: {title}", letter=self.letter, title=self.title
        )

    @property
    def length(self) -> int:
        """How many pages it takes with those that were made elsewhere."""
        return 1 + len(self.sizes)

    @property
    def sheet(self) -> Sheet:
        """The page as if it had been written."""
        return Sheet(
            master="divider",
            heading=(Span(self.heading),),
            level=self.level,
            anchor=self.anchor,
            where=self.where,
        )

    @property
    def section(self) -> Section:
        """What the pages behind it stand in."""
        return Section(title=self.heading, anchor=self.anchor, level=self.level, where=self.where)


@dataclass(frozen=True, slots=True)
class Composed:
    """A document laid out: its pages and its tree.

    `appended` has, by an appendix's letter, its pages behind the divider, from 0: those that are
    set, or that hold the places of pages made elsewhere.
    """

    pages: Pages
    tree: Tree
    appended: dict[str, range]
    lengths: dict[str, int]
    """How many pages a written page takes, by its anchor, where that is more than one."""
    tried: tuple[Tried, ...] = ()
    """Every arrangement that was weighed, page by page."""


@dataclass(slots=True)
class _Open:
    """A heading that later ones may stand below."""

    level: int
    node: Node
    depth: int


def compose(
    publication: Publication,
    brand: Brand,
    dividers: Sequence[Divider],
    diagnostics: Diagnostics,
    gallery: Gallery | None = None,
    *,
    lengths: Mapping[str, int] = MappingProxyType({}),
    rounds: Rounds | None = None,
) -> Composed | None:
    """Lay out a document. Faults go to `diagnostics`; None if its format is not the brand's.

    `gallery` holds charts drawn for other documents or profiles of the same build. `lengths` are
    those of an earlier round: contents can count the pages only if they know how many there are.
    `rounds` has the pages of such rounds, of which only the last tree may be printed.
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
    dividers = [replace(each, level=publication.appendix) for each in dividers]
    listings = _listings(publication, dividers, lengths)
    format_ = format_.spoken(publication.language)
    told = Diagnostics()
    rounds = {} if rounds is None else rounds
    desk = Desk(publication, brand, format_, listings, gallery or Gallery(), told, rounds=rounds)
    included = [each for each in dividers if each.included]
    made = _Composer(desk, Tree(publication.language)).run(included)
    if sizes := uneven(made.tried):
        told = Diagnostics()
        desk = replace(desk, diagnostics=told, sizes=sizes)
        made = _Composer(desk, Tree(publication.language)).run(included)
    diagnostics.add(told)
    return made


def _listings(
    publication: Publication, dividers: Sequence[Divider], lengths: Mapping[str, int]
) -> tuple[Listing, ...]:
    """What the contents list: sections and pages, then appendices with those that are set."""
    listings = list(_listed(publication.entries, 1, lengths))
    page = 1 + _taken(publication.entries, lengths)
    for divider in dividers:
        if not divider.included:
            said = wording().screen_only, wording().spoken("screen_only")
            listings.append(Listing(divider.heading, said[0], "", divider.level, said[1]))
            continue
        listings.append(Listing(divider.heading, str(page), divider.anchor, divider.level))
        page += lengths.get(divider.anchor, divider.length)
        behind = publication.appended.get(divider.anchor, ())
        listings += _listed(behind, page, lengths)
        page += _taken(behind, lengths)
    return tuple(listings)


def _listed(entries: Entries, page: int, lengths: Mapping[str, int]) -> Iterator[Listing]:
    """What is listed of sections and pages that begin with a `page`, from 1.

    Pages marked ``.unlisted`` are left out, the page of the contents and the document's first one:
    whoever reads the contents has seen them.
    """
    starts = _starts(entries)
    for entry in entries:
        if isinstance(entry, Sheet):
            known = page == 1 or any(_lists_all(each) for each in entry.blocks)
            if not (entry.unlisted or known):
                title = entry.short or plain(entry.heading)
                yield Listing(title, str(page), entry.anchor, entry.level)
            page += lengths.get(entry.anchor, 1)
        elif entry.anchor in starts:
            yield Listing(entry.title, str(page), starts[entry.anchor].anchor, entry.level)


def _taken(entries: Entries, lengths: Mapping[str, int]) -> int:
    """How many pages are taken."""
    return sum(lengths.get(each.anchor, 1) for each in entries if isinstance(each, Sheet))


def _lists_all(block: Block) -> bool:
    return isinstance(block, Contents) and not block.under


def _starts(entries: Entries) -> dict[str, Sheet]:
    """The first page of each section that has one, by the section's anchor."""
    starts: dict[str, Sheet] = {}
    waiting: list[Section] = []
    for entry in entries:
        if isinstance(entry, Section):
            waiting = [*(each for each in waiting if each.level < entry.level), entry]
            continue
        starts |= {each.anchor: entry for each in waiting if each.level < entry.level}
        waiting = []
    return starts


@dataclass(slots=True)
class _Composer:
    """Goes through one document page by page; its lists grow with them."""

    desk: Desk
    tree: Tree
    pages: list[Page] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    fits: list[Fit] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    past: list[Seen] = field(default_factory=list)
    lengths: dict[str, int] = field(default_factory=dict)
    tried: list[Tried] = field(default_factory=list)

    def run(self, dividers: Sequence[Divider]) -> Composed:
        self._entries(self.desk.publication.entries, None)
        appended = {divider.letter: self._append(divider) for divider in dividers}
        pages = Pages(tuple(self.pages), tuple(self.bookmarks), tuple(self.fits))
        return Composed(pages, self.tree, appended, self.lengths, tuple(self.tried))

    def _entries(self, entries: Entries, around: Section | None) -> None:
        """Pages and sections in their order, within one `around` them that has been announced."""
        section, announced = around, True
        starts = _starts(entries)
        for entry in entries:
            if isinstance(entry, Section):
                section, announced = entry, False
                if entry.anchor in starts:
                    self._open_section(entry, starts[entry.anchor])
                else:
                    self._no_pages(entry)
                continue
            if section is not around and section and entry.level <= section.level:
                section, announced = around, True
            self._sheet(entry, str(len(self.pages) + 1), section, announced=announced)
            announced = True

    def _append(self, divider: Divider) -> range:
        """The divider and what stands behind it: the places of the appendix's pages, from 0.

        They are set, or they hold the places of pages made elsewhere.
        """
        start = len(self.pages)
        self._sheet(divider.sheet, str(start + 1), None, announced=True)
        for width, height in divider.sizes:
            number = len(self.pages) + 1
            page = InHand(divider.sheet, str(number), divider.section, announced=True, depth=0)
            held = appended(page, width, height, number, self.desk)
            self.pages.append(held if divider.folio else replace(held, boxes=()))
        if len(self.pages) > start + 1:
            self.lengths[divider.anchor] = len(self.pages) - start
        first = len(self.pages) - len(divider.sizes)
        self._entries(self.desk.publication.appended.get(divider.anchor, ()), divider.section)
        return range(first, len(self.pages))

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

    def _sheet(self, sheet: Sheet, label: str, section: Section | None, *, announced: bool) -> None:
        """Try the arrangements of the page's master, draw the best, and what goes on behind it."""
        desk = self.desk
        if sheet.master not in desk.format.masters:
            self._no_master(sheet)
            return
        parent, depth = self._parent(sheet.level)
        page = InHand(sheet, label, section, announced, depth)
        best = self._best(page)
        if best is None:
            return
        desk.diagnostics.add(best.faults)
        tell_empty(page, desk)
        parent.children.append(best.node)
        self._enter(page, best.node, announces=page.announces and best.announces)
        self.past.append(best.seen)
        parts = paginated(page, best, len(self.pages) + 1, desk)
        for place, part in enumerate(parts):
            drawn, fits = draw(replace(page, label=str(int(label) + place)), part, desk)
            self.pages.append(drawn)
            self.fits.extend(fits)
        if len(parts) > 1:
            self.lengths[sheet.anchor] = len(parts)

    def _best(self, page: InHand) -> Trial | None:
        """The arrangement that scores best: as designed if that fills a page, else after copyfit.

        Where none fits as designed, or each that does leaves much white, those that are over are
        tried with their words taken in.
        """
        desk, sheet = self.desk, page.sheet
        shown = desk.format.arrangements(sheet.master, len(self.pages) + 1)
        wanted = [each for each in shown if sheet.arrangement in ("", each.name)]
        if not wanted:
            unknown_arrangement(page, shown, desk)
            wanted = list(shown)
        made = [each for plain in wanted if (each := as_designed(page, plain, desk))]
        trials = [attempt(page, each, desk, self.past) for each in made]
        scores = [trial.score for trial in trials if trial.score.sound]
        if not any(score.white + score.unused < AIRY and not score.hollow for score in scores):
            sound = {trial.arrangement.name for trial in trials if trial.score.sound}
            over = [each for each in made if each.arrangement.name not in sound]
            trials += [attempt(page, each, desk, self.past, fitted=True) for each in over]
        if not trials:
            explain(page, wanted, desk)
            return None
        costs = [self._cost(page, trial) for trial in trials]
        best = costs.index(min(costs))
        self.tried.extend(
            Tried(page.label, sheet.master, trial, cost, taken=place == best)
            for place, (trial, cost) in enumerate(zip(trials, costs, strict=True))
        )
        return trials[best]

    def _cost(self, page: InHand, trial: Trial) -> tuple[float, float]:
        """What a trial costs, by the pages that it really takes where its content goes on.

        Of ways that take as many, the one that stands best by all else. Of white beside charts it
        is as much as there is on all of these, since a chart that has no room on a page leaves it;
        words and tables fill columns, and a wide table would be cut in parts to fill them.
        """
        if trial.score.over or not trial.score.further:
            return (trial.score.total, 0.0)
        pages = filled(page, trial, len(self.pages) + 1, self.desk)
        over = sum(overset(each.areas) for each in pages)
        beyond = WEIGHTS["over"] * over + WEIGHTS["further"] * len(pages)
        else_ = trial.score.total - WEIGHTS["further"] * trial.score.further
        if any(each.elastic for _, has in trial.areas for each in has):
            bare = sum(white(each.areas) for each in pages) / len(pages)
            else_ += WEIGHTS["white"] * (bare - trial.score.white)
        return (WEIGHTS["faults"] * trial.score.faults + beyond, else_)

    def _enter(self, page: InHand, node: Node, *, announces: bool) -> None:
        """Open the page's heading for those below it, and give it its bookmark."""
        depth = page.depth
        if announces:
            depth += 1
            self.open[-1].depth = depth
        self.open.append(_Open(page.sheet.level, node, depth + 1))
        if not page.sheet.unlisted:
            self.bookmarks.append(Bookmark(page.title, page.sheet.anchor, len(self.open)))

    def _no_pages(self, section: Section) -> None:
        self.desk.diagnostics.warning(
            "empty-section",
            f"the section {section.title!r} has no page, so it is left out",
            section.where,
            "Write a page below it, or take its heading out.",
        )

    def _no_master(self, sheet: Sheet) -> None:
        format_ = self.desk.format
        self.desk.diagnostics.error(
            "unknown-master",
            f"the brand has no page {sheet.master!r} in its format {format_.name}",
            sheet.where,
            f"Its pages are: {', '.join(format_.masters)}.",
        )

"""One arrangement tried for a page: blocks composed for their areas, nothing drawn, cost told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.blocks.chart import alike
from briefing.blocks.heading import Heading
from briefing.blocks.model import Setting
from briefing.blocks.prose import Subheading
from briefing.diagnostics import Diagnostics
from briefing.layout.fill import SLIP, column_width, fragment_height, needed, reach
from briefing.layout.pages import Fragment
from briefing.layout.seams import settle
from briefing.layout.text import Span
from briefing.structure import HEADINGS, Artifact, Node, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.blocks.model import Block
    from briefing.brand.model import Area, Arrangement
    from briefing.compose.desk import Desk, InHand
    from briefing.layout.text import Words
    from briefing.structure import Owner

    Stocked = tuple[Area, tuple[Fragment, ...]]

FAULT = 1e6
"""What a fault costs a trial: an arrangement without any is taken, however empty."""
OVER = 1e3
"""What a point of content beyond its area costs."""
SAME = (0.3, 0.15, 0.08)
"""What it costs to stand as the page before did, the one before that, and the third."""


@dataclass(frozen=True, slots=True)
class Trial:
    """An arrangement with the fragments of each area, the page's node, its faults and its cost."""

    arrangement: Arrangement
    areas: tuple[Stocked, ...]
    node: Node
    faults: Diagnostics
    cost: float

    @property
    def announces(self) -> bool:
        """Whether the arrangement prints a kicker."""
        return any("kicker" in area.takes for area in self.arrangement.areas)


def attempt(
    page: InHand, arrangement: Arrangement, desk: Desk, past: Sequence[str]
) -> Trial | None:
    """Compose a page for an arrangement; None if one of its blocks has no place there.

    `past` names the arrangements of the pages before, the last one last.
    """
    node = Node(Role.SECTION, title=page.title)
    blocks = [*_head(page, node, arrangement), *_stepped(page, arrangement)]
    homes = [home(block, arrangement) for block in blocks]
    blocks = _alike(blocks, homes)
    faults = Diagnostics()
    fragments: dict[str, list[Fragment]] = {area.name: [] for area in arrangement.areas}
    fitted = {area.name: _with_columns(area, blocks, homes) for area in arrangement.areas}
    for block, area in zip(blocks, homes, strict=True):
        if area is None:
            return None
        fragment = _fragment(block, fitted[area.name], node, desk, faults)
        fragments[area.name].append(fragment)
    stocked = tuple((fitted[name], tuple(each)) for name, each in fragments.items())
    areas, grounds = settle(stocked, arrangement.grounds, arrangement.seams)
    name = f"{page.sheet.master}/{arrangement.name}"
    cost = _cost(areas) + _sameness(name, past) + FAULT * len(faults.errors)
    return Trial(replace(arrangement, grounds=grounds), areas, node, faults, cost)


def home(block: Block, arrangement: Arrangement) -> Area | None:
    """The area that takes a block: the one it names, else the first that asks for its kind."""
    if block.area:
        return next((area for area in arrangement.areas if area.name == block.area), None)
    for kind in block.kinds:
        for area in arrangement.areas:
            if kind in area.takes:
                return area
    return None


def _head(page: InHand, node: Node, arrangement: Arrangement) -> Iterator[Block]:
    """The page's numeral, kicker and headline, as far as the arrangement has room for them."""
    sheet, depth = page.sheet, page.depth
    takes = {kind for area in arrangement.areas for kind in area.takes}
    if "numeral" in takes and sheet.number:
        yield _part(page, "numeral", (Span(str(sheet.number)),), node.add(Role.PARAGRAPH))
    if "kicker" in takes and page.kicker:
        words = (Span(page.kicker),)
        if page.announces and page.section:
            yield _part(page, "kicker", words, node.add(_heading(depth)), page.section.anchor)
            depth += 1
        elif page.section:
            yield _part(page, "kicker", words, Artifact.HEADER)
        else:
            yield _part(page, "kicker", words, node.add(Role.PARAGRAPH))
    yield _part(page, "heading", sheet.heading, node.add(_heading(depth)), sheet.anchor)


def _stepped(page: InHand, arrangement: Arrangement) -> Iterator[Block]:
    """The page's blocks, each subheading at most one level below the last (PDF/UA-1, 7.4.2)."""
    kicker = any("kicker" in area.takes for area in arrangement.areas) and page.announces
    headline = last = page.depth + 1 + kicker
    for block in page.sheet.blocks:
        if isinstance(block, Subheading):
            wanted = headline + max(1, block.level - page.sheet.level)
            last = min(wanted, last + 1)
            yield replace(block, level=last)
        else:
            yield block


def _part(page: InHand, part: str, words: Words, owner: Owner, anchor: str = "") -> Heading:
    return Heading(where=page.sheet.where, part=part, words=words, owner=owner, anchor=anchor)


def _heading(depth: int) -> Role:
    return HEADINGS[min(depth, len(HEADINGS) - 1)]


def _with_columns(area: Area, blocks: Sequence[Block], homes: Sequence[Area | None]) -> Area:
    """The area with no more columns than blocks, where blocks stand whole in one."""
    own = [block for block, each in zip(blocks, homes, strict=True) if each is area]
    if any(not block.whole for block in own):
        return area
    return replace(area, flow=max(1, min(area.flow, len(own))))


def _alike(blocks: Sequence[Block], homes: Sequence[Area | None]) -> list[Block]:
    """Charts side by side in the columns of one area are drawn alike."""
    made = list(blocks)
    for area in {each.name: each for each in homes if each and each.flow > 1}.values():
        own = [place for place, each in enumerate(homes) if each is area]
        for place, block in zip(own, alike([blocks[each] for each in own]), strict=True):
            made[place] = block
    return made


def _fragment(block: Block, area: Area, node: Node, desk: Desk, faults: Diagnostics) -> Fragment:
    look = desk.look(area.scheme, area.styles)
    setting = Setting(column_width(area), look, node, faults, desk.listings, desk.gallery)
    try:
        pieces = block.compose(setting)
        gap = look.style(block.gap_style).gap
    except KeyError as missing:
        message = f"the brand has no type style {missing} in its format {desk.format.name}"
        faults.error("brand-style", message, block.where)
        return Fragment(block.kind, block.where, (), 0.0)
    return Fragment(block.kinds[0], block.where, pieces, fragment_height(pieces), gap)


def _cost(areas: Sequence[Stocked]) -> float:
    """How bad a page would look: what is over counts most, then the share of white space."""
    over = empty = room = 0.0
    for area, fragments in areas:
        surface = area.rect.width * area.rect.height
        room += surface
        over += max(0.0, needed(fragments, area) - area.rect.height - SLIP)
        white = max(0.0, area.rect.height - reach(fragments, area)) * area.rect.width
        empty += white if fragments else 2 * surface
    return over * OVER + empty / room


def _sameness(name: str, past: Sequence[str]) -> float:
    return sum(weight for each, weight in zip(reversed(past), SAME, strict=False) if each == name)

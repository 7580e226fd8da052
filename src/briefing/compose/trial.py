"""One arrangement tried for a page: blocks composed for their areas, nothing drawn, cost told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.blocks.heading import Heading
from briefing.blocks.model import Setting
from briefing.blocks.prose import Subheading
from briefing.compose.score import sameness, score
from briefing.diagnostics import Diagnostics
from briefing.layout.columns import SLIP
from briefing.layout.fill import column_width, needed
from briefing.layout.pages import Fragment
from briefing.layout.seams import settle
from briefing.layout.text import Span
from briefing.structure import HEADINGS, Artifact, Node, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.blocks.model import Block
    from briefing.brand.model import Area, Arrangement, Ground, Look, Step
    from briefing.compose.desk import Desk, InHand
    from briefing.compose.score import Score
    from briefing.layout.text import Words
    from briefing.structure import Owner

    Stocked = tuple[Area, tuple[Fragment, ...]]

_WIDE = "too-wide"
"""The fault of a word that is wider than its column: smaller type may mend it."""


@dataclass(frozen=True, slots=True)
class Trial:
    """An arrangement with the fragments of each area, the page's node, its faults and its score.

    `steps` says how far copyfit took in the words of each area, `moved` how far each area's edges
    have given way, in points.
    """

    arrangement: Arrangement
    areas: tuple[Stocked, ...]
    node: Node
    faults: Diagnostics
    score: Score
    steps: dict[str, Step]
    moved: dict[str, float]

    @property
    def announces(self) -> bool:
        """Whether the arrangement prints a kicker."""
        return any("kicker" in area.takes for area in self.arrangement.areas)


def attempt(
    page: InHand, arrangement: Arrangement, desk: Desk, past: Sequence[str], *, fitted: bool = False
) -> Trial | None:
    """Compose a page for an arrangement; None if one of its blocks has no place there.

    `past` names the arrangements of the pages before, the last one last. With `fitted` the words of
    each area that is over are taken in, step by step, until it fits or the brand allows no more.
    """
    allowed = desk.format.steps
    taken = {area.name: 0 for area in arrangement.areas}
    while True:
        steps = {name: allowed[place] for name, place in taken.items()}
        made = _attempt(page, arrangement, desk, steps)
        if made is None:
            return None
        tight = {name for name in made.tight if taken[name] + 1 < len(allowed)} if fitted else set()
        if not tight:
            return _judged(page, arrangement, desk, steps, made, past)
        for name in tight:
            taken[name] += 1


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A page composed with one set of steps; `tight` are the areas whose words want less room."""

    areas: tuple[Stocked, ...]
    grounds: tuple[Ground, ...]
    node: Node
    faults: Diagnostics
    tight: frozenset[str]


def _attempt(
    page: InHand, arrangement: Arrangement, desk: Desk, steps: dict[str, Step]
) -> _Attempt | None:
    node = Node(Role.SECTION, title=page.title)
    blocks = [*_head(page, node, arrangement), *_stepped(page, arrangement)]
    homes = [home(block, arrangement) for block in blocks]
    faults = {area.name: Diagnostics() for area in arrangement.areas}
    fragments: dict[str, list[Fragment]] = {area.name: [] for area in arrangement.areas}
    fitted = {area.name: _with_columns(area, blocks, homes) for area in arrangement.areas}
    for order, (block, area) in enumerate(zip(blocks, homes, strict=True)):
        if area is None:
            return None
        look = desk.look(area.scheme, area.styles, steps[area.name])
        made = _fragment(block, fitted[area.name], look, node, desk, faults[area.name])
        fragments[area.name].append(replace(made, order=order))
    stocked = tuple((fitted[name], tuple(each)) for name, each in fragments.items())
    areas, grounds = settle(stocked, arrangement.grounds, arrangement.seams)
    over = {area.name for area, has in areas if needed(has, area) > area.rect.height + SLIP}
    wide = {name for name, own in faults.items() if any(each.code == _WIDE for each in own)}
    told = Diagnostics()
    for own in faults.values():
        told.add(own)
    return _Attempt(areas, grounds, node, told, frozenset(over | wide))


def _judged(
    page: InHand,
    arrangement: Arrangement,
    desk: Desk,
    steps: dict[str, Step],
    made: _Attempt,
    past: Sequence[str],
) -> Trial:
    continues = desk.format.masters[page.sheet.master].continues
    alike = sameness(f"{page.sheet.master}/{arrangement.name}", past)
    weighed = score(
        made.areas, steps.values(), len(made.faults.errors), alike, continues=continues
    )
    before = {area.name: area.rect.height for area in arrangement.areas}
    moved = {area.name: area.rect.height - before[area.name] for area, _ in made.areas}
    shown = replace(arrangement, grounds=made.grounds)
    return Trial(shown, made.areas, made.node, made.faults, weighed, steps, moved)


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


def _fragment(
    block: Block, area: Area, look: Look, node: Node, desk: Desk, faults: Diagnostics
) -> Fragment:
    setting = Setting(column_width(area), look, node, faults, desk.listings, desk.gallery)
    try:
        pieces = block.compose(setting)
        gap = look.style(block.gap_style).gap
    except KeyError as missing:
        message = f"the brand has no type style {missing} in its format {desk.format.name}"
        faults.error("brand-style", message, block.where)
        return Fragment(block.kind, block.where, ())
    return Fragment(block.kinds[0], block.where, pieces, gap)


def repeated(page: InHand, arrangement: Arrangement, desk: Desk) -> dict[str, list[Fragment]]:
    """The head of a page on which another goes on: printed once more, read aloud no more."""
    node, faults = Node(Role.DIVISION), Diagnostics()
    takes = {kind for area in arrangement.areas for kind in area.takes}
    blocks = [_part(page, "heading", _continued(page.sheet.heading), Artifact.HEADER)]
    if "kicker" in takes and page.kicker:
        blocks.insert(0, _part(page, "kicker", (Span(page.kicker),), Artifact.HEADER))
    fragments: dict[str, list[Fragment]] = {area.name: [] for area in arrangement.areas}
    for block in blocks:
        if area := home(block, arrangement):
            look = desk.look(area.scheme, area.styles)
            fragments[area.name].append(_fragment(block, area, look, node, desk, faults))
    return fragments


def _continued(words: Words) -> Words:
    """A headline with the word that says that its page is not the first."""
    return (*words, Span(f", {CONTINUED}"))


CONTINUED = "continued"
"""What stands behind a headline that is printed once more."""

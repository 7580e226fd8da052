"""One arrangement tried for a page: blocks composed for their areas, nothing drawn, cost told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.blocks.chart import ChartBlock, alike
from briefing.blocks.heading import Heading, Icon
from briefing.blocks.lines import tell_missing
from briefing.blocks.model import Setting
from briefing.blocks.prose import Subheading
from briefing.brand.model import AS_DESIGNED
from briefing.compose.score import goes_on, sameness, score
from briefing.diagnostics import Diagnostics
from briefing.fonts import MissingGlyphError
from briefing.layout.columns import SLIP
from briefing.layout.fill import column_width, needed
from briefing.layout.pages import Fragment
from briefing.layout.seams import settle
from briefing.layout.text import Span
from briefing.structure import HEADINGS, Artifact, Node, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.blocks.model import Block
    from briefing.brand.model import Area, Arrangement, Ground, Step
    from briefing.compose.desk import Desk, InHand
    from briefing.compose.score import Score
    from briefing.layout.text import Words
    from briefing.structure import Owner

    Stocked = tuple[Area, tuple[Fragment, ...]]
    Silhouette = tuple[tuple[str, float, float], ...]

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
    silhouette: Silhouette

    @property
    def announces(self) -> bool:
        """Whether the arrangement prints a kicker."""
        return any("kicker" in area.takes for area in self.arrangement.areas)


def attempt(
    page: InHand,
    arrangement: Arrangement,
    desk: Desk,
    past: Sequence[Silhouette],
    *,
    fitted: bool = False,
) -> Trial | None:
    """Compose a page for an arrangement; None if one of its blocks has no place there.

    `past` has the silhouettes of the pages before, the last one last. With `fitted` the words of
    each area that is over are taken in, step by step, until it fits or the brand allows no more.
    Where all fits as designed, areas with room to spare are set larger if the page gains by it.
    """
    steps = {area.name: AS_DESIGNED for area in arrangement.areas}
    made = _attempt(page, arrangement, desk, steps)
    if made is None:
        return None
    while fitted and (tight := _next_steps(made, desk)):
        made = _attempt(page, arrangement, desk, made.steps | tight) or made
    while fitted and (fewer := _fewer_columns(made)):
        arrangement = replace(arrangement, areas=tuple(_with_flow(arrangement.areas, fewer)))
        made = _attempt(page, arrangement, desk, made.steps) or made
    if fitted and (rooms := _for_parts(page, made, desk)):
        made = _attempt(page, arrangement, desk, made.steps, rooms) or made
    trial = _judged(page, made, desk, past)
    return _grown(page, trial, arrangement, desk, past) if trial.score.sound else trial


def _fewer_columns(made: _Attempt) -> dict[str, int]:
    """One column less for each area that is over because a block is higher than its columns."""
    return {
        area.name: area.flow - 1
        for area, has in made.areas
        if area.flow > 1 and any(not e.elastic and _whole(e) > area.rect.height for e in has)
    }


def _whole(fragment: Fragment) -> float:
    """The height of a fragment that no column may end within; 0 of one that can be parted."""
    parted = any(not piece.keep for piece in fragment.pieces[:-1])
    return 0.0 if parted else fragment.least


def _with_flow(areas: Sequence[Area], flows: Mapping[str, int]) -> Iterator[Area]:
    return (replace(each, flow=flows.get(each.name, each.flow)) for each in areas)


def _for_parts(page: InHand, made: _Attempt, desk: Desk) -> dict[str, float]:
    """The height of each area whose charts must go on in parts, where the page may go on.

    It is the lower of the first page's and a further one's, whose head may be the higher.
    """
    if not desk.format.masters[page.sheet.master].continues:
        return {}
    rest = {area.name: has for area, has in made.areas if goes_on(area)}
    areas, _ = behind(page, made.arrangement, made.areas, rest, desk)
    further = {area.name: area.rect.height for area, _ in areas}
    return {
        area.name: min(area.rect.height, further[area.name])
        for area, has in made.areas
        if goes_on(area)
        and any(each.elastic and each.least > area.rect.height + SLIP for each in has)
    }


def _next_steps(made: _Attempt, desk: Desk) -> dict[str, Step]:
    """The next step of each area whose words want less room, as far as the brand has one."""
    allowed = desk.format.steps
    places = {name: allowed.index(made.steps[name]) + 1 for name in made.tight}
    return {name: allowed[place] for name, place in places.items() if place < len(allowed)}


def _grown(
    page: InHand, trial: Trial, arrangement: Arrangement, desk: Desk, past: Sequence[Silhouette]
) -> Trial:
    """The page with larger type in each area that may have it, as far as the score says so."""
    for area, has in trial.areas:
        if not has or not area.larger or needed(has, area) > _ROOMY * area.rect.height:
            continue
        for step in area.larger:
            if _letters(area, step, desk) < _LETTERS:
                break
            made = _attempt(page, arrangement, desk, trial.steps | {area.name: step})
            if made is None or made.tight:
                break
            larger = _judged(page, made, desk, past)
            if larger.score.sound and larger.score.total <= trial.score.total:
                trial = larger
    return trial


def _letters(area: Area, step: Step, desk: Desk) -> float:
    """About how many letters of body text a line of the area would hold after a step."""
    size = desk.look(area.scheme, area.styles, step).style("body").size
    return column_width(area) / (size * _EM_PER_LETTER) if step.size > 1 else _LETTERS


_ROOMY = 0.9
"""An area fuller than this keeps its words as they are designed."""
_LETTERS = 26
"""A line of larger type holds at least as many letters, or the eye has no rhythm to follow."""
_EM_PER_LETTER = 0.5


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A page composed with one set of steps; `tight` are the areas whose words want less room."""

    arrangement: Arrangement
    steps: dict[str, Step]
    areas: tuple[Stocked, ...]
    grounds: tuple[Ground, ...]
    node: Node
    faults: Diagnostics
    tight: frozenset[str]


def _attempt(
    page: InHand,
    arrangement: Arrangement,
    desk: Desk,
    steps: dict[str, Step],
    rooms: Mapping[str, float] = MappingProxyType({}),
) -> _Attempt | None:
    """Compose a page with one set of steps; charts of areas in `rooms` in parts that fit these."""
    node = Node(Role.SECTION, title=page.title)
    blocks = [*_head(page, node, arrangement, desk), *_stepped(page, arrangement)]
    homes = [home(block, arrangement) for block in blocks]
    blocks = _alike(blocks, homes)
    faults = {area.name: Diagnostics() for area in arrangement.areas}
    fragments: dict[str, list[Fragment]] = {area.name: [] for area in arrangement.areas}
    fitted = {area.name: _with_columns(area, blocks, homes) for area in arrangement.areas}
    for order, (block, area) in enumerate(zip(blocks, homes, strict=True)):
        if area is None:
            return None
        look = desk.look(area.scheme, area.styles, steps[area.name])
        width = column_width(fitted[area.name])
        setting = Setting(width, look, node, faults[area.name], desk.listings, desk.gallery)
        for part in _parts(block, rooms.get(area.name, 0.0), setting):
            fragments[area.name].append(replace(_fragment(part, setting), order=order))
    stocked = tuple((fitted[name], tuple(each)) for name, each in fragments.items())
    areas, grounds = settle(stocked, arrangement.grounds, arrangement.seams)
    over = {area.name for area, has in areas if needed(has, area) > area.rect.height + SLIP}
    wide = {name for name, own in faults.items() if any(each.code == _WIDE for each in own)}
    told = Diagnostics()
    for own in faults.values():
        told.add(own)
    return _Attempt(arrangement, steps, areas, grounds, node, told, frozenset(over | wide))


def _parts(block: Block, room: float, setting: Setting) -> Sequence[Block]:
    """A chart in parts that fit a room, where there is one; any other block as it is."""
    return block.parts(room, setting) if room and isinstance(block, ChartBlock) else (block,)


def _judged(page: InHand, made: _Attempt, desk: Desk, past: Sequence[Silhouette]) -> Trial:
    master, arrangement = desk.format.masters[page.sheet.master], made.arrangement
    weighed = score(
        made.areas,
        made.steps.values(),
        faults=len(made.faults.errors),
        alike=sameness(arrangement.silhouette, past),
        rank=[each.name for each in master.arrangements].index(arrangement.name),
        continues=master.continues,
    )
    before = {area.name: area.rect.height for area in arrangement.areas}
    moved = {area.name: area.rect.height - before[area.name] for area, _ in made.areas}
    shown = replace(arrangement, grounds=made.grounds)
    return Trial(
        shown,
        made.areas,
        made.node,
        made.faults,
        weighed,
        made.steps,
        moved,
        arrangement.silhouette,
    )


def home(block: Block, arrangement: Arrangement) -> Area | None:
    """The area that takes a block: the one it names, else the first that asks for its kind."""
    if block.area:
        return next((area for area in arrangement.areas if area.name == block.area), None)
    for kind in block.kinds:
        for area in arrangement.areas:
            if kind in area.takes:
                return area
    return None


def _head(page: InHand, node: Node, arrangement: Arrangement, desk: Desk) -> Iterator[Block]:
    """The page's numeral, icon, kicker and headline, as far as the arrangement takes them."""
    sheet, depth = page.sheet, page.depth
    takes = {kind for area in arrangement.areas for kind in area.takes}
    if "numeral" in takes and sheet.number:
        yield _part(page, "numeral", (Span(str(sheet.number)),), node.add(Role.PARAGRAPH))
    if "icon" in takes and sheet.icon:
        yield Icon(where=sheet.where, drawing=desk.brand.icons[sheet.icon])
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


def _fragment(block: Block, setting: Setting) -> Fragment:
    look = setting.look
    try:
        pieces = block.compose(setting)
        gap = look.style(block.gap_style).gap
    except KeyError as missing:
        message = f"the brand has no type style {missing} in its format {look.format.name}"
        setting.diagnostics.error("brand-style", message, block.where)
        return Fragment(block.kind, block.where, ())
    except MissingGlyphError as fault:  # in a label or a sign that the block itself adds
        tell_missing(fault, (), block.where, setting.diagnostics)
        return Fragment(block.kind, block.where, ())
    return Fragment(block.kinds[0], block.where, pieces, gap)


def behind(
    page: InHand,
    arrangement: Arrangement,
    before: Sequence[Stocked],
    rest: Mapping[str, Sequence[Fragment]],
    desk: Desk,
) -> tuple[tuple[Stocked, ...], tuple[Ground, ...]]:
    """The areas and grounds of a page that goes on with the rest of the one before it.

    Its head is printed once more and read aloud no more.
    """
    heads = _repeated(page, arrangement, desk)
    flows = {area.name: area.flow for area, _ in before}
    stocked = [
        (
            replace(area, flow=flows.get(area.name, area.flow)),
            (*heads[area.name], *rest.get(area.name, ())),
        )
        for area in arrangement.areas
    ]
    return settle(stocked, arrangement.grounds, arrangement.seams)


def _repeated(page: InHand, arrangement: Arrangement, desk: Desk) -> dict[str, list[Fragment]]:
    node, faults = Node(Role.DIVISION), Diagnostics()
    takes = {kind for area in arrangement.areas for kind in area.takes}
    blocks = [_part(page, "heading", _continued(page.sheet.heading), Artifact.HEADER)]
    if "kicker" in takes and page.kicker:
        blocks.insert(0, _part(page, "kicker", (Span(page.kicker),), Artifact.HEADER))
    fragments: dict[str, list[Fragment]] = {area.name: [] for area in arrangement.areas}
    for block in blocks:
        if area := home(block, arrangement):
            look = desk.look(area.scheme, area.styles)
            setting = Setting(column_width(area), look, node, faults)
            fragments[area.name].append(_fragment(block, setting))
    return fragments


def _continued(words: Words) -> Words:
    """A headline with the word that says that its page is not the first."""
    return (*words, Span(f", {CONTINUED}"))


CONTINUED = "continued"
"""What stands behind a headline that is printed once more."""

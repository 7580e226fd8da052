"""One arrangement tried for a page: blocks composed for their areas, nothing drawn, all judged."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.blocks.chart import ChartBlock
from briefing.blocks.contents import Contents
from briefing.blocks.model import Setting
from briefing.blocks.prose import Subheading
from briefing.blocks.sisters import alike, in_line, stacked
from briefing.brand.styles import AS_DESIGNED
from briefing.compose.anew import stands_whole
from briefing.compose.desk import Attempt, Earlier
from briefing.compose.head import again, head
from briefing.compose.score import Seen, goes_on, likeness, score
from briefing.compose.setting import as_fragment, once, opened
from briefing.diagnostics import Diagnostics
from briefing.layout.fill import column_width, needed
from briefing.layout.seams import settle
from briefing.layout.units import SLIP
from briefing.layout.wall import wall_columns
from briefing.structure import Node, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from briefing.blocks.model import Block
    from briefing.brand.masters import Area, Arrangement, Ground, Master
    from briefing.brand.styles import Step
    from briefing.compose.anew import Anew
    from briefing.compose.desk import Desk, InHand
    from briefing.compose.score import Score
    from briefing.drawing import Rect
    from briefing.layout.pages import Fragment

    Stocked = tuple[Area, tuple[Fragment, ...]]

_WIDE = "too-wide"
"""The fault of a word that is wider than its column: smaller type may mend it."""


@dataclass(frozen=True, slots=True)
class Trial:
    """An arrangement with the fragments of each area, the page's node, its faults and its score.

    `steps` says how far copyfit took in the words of each area, `dropped` which steps it tried
    there and why it did not keep them, `moved` how far each area's edges gave way, in points.
    """

    arrangement: Arrangement
    areas: tuple[Stocked, ...]
    node: Node
    faults: Diagnostics
    score: Score
    steps: dict[str, Step]
    moved: dict[str, float]
    seen: Seen
    dropped: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    anew: tuple[Anew, ...] = ()
    """What was set anew on the pages that it goes on to, in the order in which it was."""

    @property
    def announces(self) -> bool:
        """Whether the arrangement prints a kicker."""
        return any("kicker" in area.takes for area in self.arrangement.areas)


def composed(
    page: InHand,
    arrangement: Arrangement,
    desk: Desk,
    steps: dict[str, Step],
    rooms: Mapping[str, float] = MappingProxyType({}),
) -> Attempt | None:
    """Compose a page with one set of steps; charts of areas in `rooms` in parts that fit these.

    What an earlier round composed alike is taken as it was, without what was put below it since.
    """
    key = page.sheet.where, arrangement.name, tuple(steps.items()), tuple(rooms.items())
    listed = any(isinstance(each, Contents) for each in page.sheet.blocks)
    of = replace(page, label=""), arrangement, desk.listings if listed else ()
    known = desk.rounds.get(key)
    if known is None or known.of != of:
        made = _composed(page, arrangement, desk, steps, rooms)
        known = Earlier(of, made, tuple(made.node.children) if made else ())
        desk.rounds[key] = known
    if known.made:
        known.made.node.children[:] = known.nodes
    return known.made


def _composed(
    page: InHand,
    arrangement: Arrangement,
    desk: Desk,
    steps: dict[str, Step],
    rooms: Mapping[str, float],
) -> Attempt | None:
    """Compose a page anew.

    A place that stays empty gives its width to the one beside it, unless words go on: the places
    of a further page are those of the first.
    """
    blocks = (*head(page, Node(Role.SECTION), arrangement, desk), *_stepped(page, arrangement))
    wider = _widened(arrangement, homes_of(blocks, arrangement))
    if wider is not arrangement:
        made = _placed(page, wider, desk, steps, rooms)
        if made is None or not made.tight:
            return made
    return _placed(page, arrangement, desk, steps, rooms)


def _placed(
    page: InHand,
    arrangement: Arrangement,
    desk: Desk,
    steps: dict[str, Step],
    rooms: Mapping[str, float],
) -> Attempt | None:
    """The page's blocks in the places of an arrangement."""
    node = Node(Role.SECTION, title=page.title)
    blocks = [*head(page, node, arrangement, desk), *_stepped(page, arrangement)]
    homes = homes_of(blocks, arrangement)
    blocks = _alike(blocks, homes)
    faults = {area.name: Diagnostics() for area in arrangement.areas}
    fragments: dict[str, list[Fragment]] = {area.name: [] for area in arrangement.areas}
    fitted = {area.name: _with_columns(area, blocks, homes) for area in arrangement.areas}
    for order, (block, area) in enumerate(zip(blocks, homes, strict=True)):
        if area is None:
            return None
        look = desk.look_of(area, steps[area.name])
        width = column_width(fitted[area.name])
        setting = Setting(width, look, node, faults[area.name], desk.listings, desk.gallery)
        for number, part in enumerate(_parts(block, rooms.get(area.name, 0.0), setting)):
            at = page.label, order, number
            fragments[area.name].append(once(part, setting, at, desk))
    stocked = tuple((fitted[name], tuple(opened(each))) for name, each in fragments.items())
    areas, grounds = settle(stocked, arrangement.grounds, arrangement.seams)
    over = {area.name for area, has in areas if needed(has, area) > area.rect.height + SLIP}
    wide = {name for name, own in faults.items() if any(each.code == _WIDE for each in own)}
    told = Diagnostics()
    for own in faults.values():
        told.add(own)
    return Attempt(arrangement, steps, areas, grounds, node, told, frozenset(over | wide))


def _widened(arrangement: Arrangement, homes: Sequence[Area | None]) -> Arrangement:
    """The arrangement with each place that stays empty given to the one beside it.

    A figure in a corner of a band that nothing else stands in looks forgotten. Only places of one
    level and one scheme are one band; heads and charts keep their measure.
    """
    full = {area.name for area in homes if area is not None}
    empty = [area for area in arrangement.areas if area.name not in full]
    wider: dict[str, Area] = {}
    for area in arrangement.areas:
        beside = next((each for each in empty if area.name in full and _beside(area, each)), None)
        if beside is not None and goes_on(area) and "chart" not in area.takes:
            empty.remove(beside)
            wider[area.name] = replace(area, rect=_both(area.rect, beside.rect))
            wider[beside.name] = replace(beside, rect=replace(beside.rect, width=0.0))
    if not wider:
        return arrangement
    return replace(arrangement, areas=tuple(wider.get(e.name, e) for e in arrangement.areas))


def _beside(one: Area, other: Area) -> bool:
    """Whether two places are parts of one band."""
    level = (
        abs(one.rect.y - other.rect.y) < SLIP and abs(one.rect.height - other.rect.height) < SLIP
    )
    return level and one.scheme == other.scheme


def _both(one: Rect, other: Rect) -> Rect:
    left, right = min(one.x, other.x), max(one.x + one.width, other.x + other.width)
    return replace(one, x=left, width=right - left)


def _parts(block: Block, room: float, setting: Setting) -> Sequence[Block]:
    """A chart in parts that fit a room, where there is one; any other block as it is."""
    return block.parts(room, setting) if room and isinstance(block, ChartBlock) else (block,)


def judged(page: InHand, made: Attempt, desk: Desk, past: Sequence[Seen]) -> Trial:
    """What was composed, weighed beside the pages before, `past`."""
    master, arrangement = desk.format.masters[page.sheet.master], made.arrangement
    seen = _seen(page, arrangement)
    weighed = score(
        made.areas,
        made.steps.values(),
        faults=len(made.faults.errors),
        alike=likeness(seen, past),
        rank=[each.name for each in master.arrangements].index(arrangement.name),
        continues=master.continues,
        left=_left_empty(page, made, master) if master.continues else 0.0,
        grounds=made.grounds,
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
        seen,
    )


def _seen(page: InHand, arrangement: Arrangement) -> Seen:
    places = tuple((each.name, each.rect.width, each.rect.height) for each in arrangement.areas)
    blocks = (block.kinds[0] for block in page.sheet.blocks)
    kinds = (page.sheet.master, *(each for each in blocks if each != "lead"))  # part of the head
    return Seen(arrangement.silhouette, places, () if "numeral" in arrangement.taken else kinds)


def _left_empty(page: InHand, made: Attempt, master: Master) -> float:
    """The part of a further page's surface in places that what goes on there does not take."""
    going = [
        (area, stands_whole(page, has))
        for area, has in made.areas
        if goes_on(area) and needed(has, area) > area.rect.height + SLIP
    ]
    if not going:
        return 0.0
    parts = []
    for each in master.arrangements:
        places = {area.name: area for area in each.areas if goes_on(area)}
        if all(_holds(places.get(area.name), area, anew=anew) for area, anew in going):
            whole = sum(area.rect.width * area.rect.height for area in places.values())
            taken = (places[area.name].rect for area, _ in going)
            own = sum(rect.width * rect.height for rect in taken)
            parts.append(1 - own / whole)
    return min(parts, default=0.0)


def _holds(other: Area | None, one: Area, *, anew: bool) -> bool:
    """Whether what one area has can go on in another, set `anew` where it may be."""
    return other is not None and (anew or alike_places(one, other))


def alike_places(one: Area, other: Area | None) -> bool:
    """Whether what is composed for one area can stand in another as it is."""
    if other is None or (one.scheme, one.styles) != (other.scheme, other.styles):
        return False
    return abs(column_width(one) - column_width(_going_on(other, one))) < SLIP


def _going_on(area: Area, before: Area | None) -> Area:
    """An area with the columns of the one `before` it, or its own if these are as wide as those.

    A list that began beside something else may go on in two columns of a page of its own.
    """
    if before is None or abs(column_width(before) - column_width(area)) < SLIP:
        return area
    return replace(area, flow=before.flow)


def homes_of(blocks: Sequence[Block], arrangement: Arrangement) -> list[Area | None]:
    """The area of each block in turn; one that has as many as it takes is passed over."""
    homes: list[Area | None] = []
    for block in blocks:
        held = [each.name for each in homes if each]
        full = {each.name for each in arrangement.areas if 0 < each.most <= held.count(each.name)}
        homes.append(home(block, arrangement, full))
    return homes


def home(
    block: Block, arrangement: Arrangement, full: Collection[str] = frozenset()
) -> Area | None:
    """The area that takes a block: the one it names, else the first that asks for its kind.

    Areas that are `full` take no more, unless a block names one.
    """
    if block.area:
        return next((area for area in arrangement.areas if area.name == block.area), None)
    for kind in block.kinds:
        for area in arrangement.areas:
            if kind in area.takes and area.name not in full:
                return area
    return None


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


def _with_columns(area: Area, blocks: Sequence[Block], homes: Sequence[Area | None]) -> Area:
    """The area with no more columns than blocks, where blocks stand whole in one."""
    own = [block for block, each in zip(blocks, homes, strict=True) if each is area]
    if any(not block.whole for block in own):
        return area
    if area.align == "spread" and all(isinstance(block, ChartBlock) for block in own):
        return replace(area, flow=wall_columns(len(own), area.flow))
    return replace(area, flow=max(1, min(area.flow, len(own))))


def _alike(blocks: Sequence[Block], homes: Sequence[Area | None]) -> list[Block]:
    """Charts of one area are drawn alike, side by side in its columns or one below the other.

    The bars of those that have one measure and one left edge start on one line.
    """
    made = list(blocks)
    areas = {each.name: each for each in homes if each}
    for area in areas.values():
        _together(made, homes, [area], alike if area.flow > 1 else stacked)
    edges: dict[tuple[float, float], list[Area]] = {}
    for area in areas.values():
        edges.setdefault((round(area.rect.x), round(column_width(area))), []).append(area)
    for level in edges.values():
        _together(made, homes, level, in_line)
    return made


def _together(
    blocks: list[Block],
    homes: Sequence[Area | None],
    areas: Sequence[Area],
    how: Callable[[Sequence[Block]], Sequence[Block]],
) -> None:
    """Have the blocks of some areas know of each other."""
    own = [place for place, each in enumerate(homes) if each in areas]
    for place, block in zip(own, how([blocks[each] for each in own]), strict=True):
        blocks[place] = block


def behind(
    page: InHand,
    arrangement: Arrangement,
    before: Sequence[Stocked],
    rest: Mapping[str, Sequence[Fragment]],
    desk: Desk,
    *,
    steps: Mapping[str, Step],
) -> tuple[tuple[Stocked, ...], tuple[Ground, ...]]:
    """The areas and grounds of a page that goes on with the rest of the one before it.

    Its head is printed once more, as large as there by its `steps`, and read aloud no more.
    """
    heads: dict[str, list[Fragment]] = {area.name: [] for area in arrangement.areas}
    for block in again(page, arrangement):
        if area := home(block, arrangement):
            heads[area.name].append(_once_more(block, area, desk, steps))
    first = {area.name: area for area, _ in before}
    stocked = [
        (
            _going_on(area, first.get(area.name)),
            (*heads[area.name], *rest.get(area.name, ())),
        )
        for area in arrangement.areas
    ]
    return settle(stocked, arrangement.grounds, arrangement.seams)


def _once_more(block: Block, area: Area, desk: Desk, steps: Mapping[str, Step]) -> Fragment:
    """A head printed once more: as large as before, or as small as its longest word asks.

    What is behind them, "continued" and its comma, may make a word wider than it was on the page
    before.
    """
    allowed = area.steps(desk.format.steps)
    before = steps.get(area.name, AS_DESIGNED)
    for step in allowed[allowed.index(before) if before in allowed else 0 :]:
        faults = Diagnostics()
        look = desk.look_of(area, step)
        setting = Setting(column_width(area), look, Node(Role.DIVISION), faults)
        fragment = as_fragment(block, setting)
        if not faults.entries:
            break
    return fragment

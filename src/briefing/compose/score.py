"""How well a page would stand in an arrangement: the terms that are weighed, and their sum."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from itertools import takewhile
from typing import TYPE_CHECKING

from briefing.compose.counted import (
    HEADLINE,
    backwards,
    broken,
    holes,
    lines,
    panels,
    parted,
    sideways,
)
from briefing.drawing import MM
from briefing.layout.columns import columns
from briefing.layout.fill import hole, needed, reach
from briefing.layout.pages import Elastic, Strip
from briefing.layout.units import SLIP, least, most

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing.brand.masters import Area, Ground
    from briefing.brand.styles import Step
    from briefing.layout.pages import Fragment
    from briefing.layout.units import Column, Unit

    Stocked = tuple[Area, tuple[Fragment, ...]]

HOLLOW = 0.4
"""The part of a page's areas that may stay white before the page counts as under-filled."""
AIRY = 0.3
"""Above this part of white, words that are taken in may stand better in another arrangement."""
_OF_HOLLOW = 0.5
"""What an unused area counts on an under-filled page, whose white decides by itself."""
_MOST_ELSE = 0.5
"""What an under-filled page has at once, so that no other term of another page outweighs it."""
SAME = (0.3, 0.15, 0.08)
"""What it costs to look like the page before, the one before that, and the third."""
OTHERWISE = 0.3
"""What it costs a page to place the same kinds of blocks otherwise than the page before it."""
AS_BEFORE = 0.5
"""How much less it costs that page to have the grounds of those before it."""
_WELL = 0.5
"""How far between its least and its most height a chart is as large as it needs to be."""

WEIGHTS = {
    "faults": 1e6,  # an arrangement without any is taken, however empty
    "over": 1e3,  # points beyond an area; each is a fault of the page, the least is taken
    "further": 20.0,  # pages on which the content goes on
    "left": 10.0,  # places that stay empty on those
    "hollow": 15.0,  # white beyond HOLLOW: no page is under-filled if another way fills it
    "white": 1.0,
    "unused": 3.0,
    "holes": 3.0,  # white at the foot of a page is a margin, between its head and its words a gap
    "panels": 20.0,  # a ground painted for nothing looks like a slip of the press
    "sideways": 17.0,  # a wide table whole, in however much white: its parts fill by their heads
    "lines": 0.3,
    "parted": 3.0,  # of what goes on, words had better: a chart is read at one glance
    "beside": 1.0,
    "charts": 0.4,
    "adrift": 1.5,  # a hole in the middle of a page is worse than white at its foot
    "balance": 0.5,
    "broken": 0.2,
    "type": 2.0,
    "order": 3.0,
    "alike": 1.0,
    "rank": 0.03,
}
"""What one unit of each term costs."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page looks like to whoever turns pages: its grounds, its places, what is in them.

    `kinds` has its master and the kinds of its blocks; it is empty for a page that is to differ
    from its sisters, one of a numbered series.
    """

    silhouette: tuple[tuple[str, float, float], ...]
    places: tuple[tuple[str, float, float], ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """The terms, the smaller the better: counts and points first, then parts of a whole.

    `white` is the part of the areas left empty below their fullest columns, or below all of them
    where charts stand in these, `hollow` how far that below all columns is too much; `left` the
    part of a further page whose places stay empty; `unused` the part of areas without content,
    `holes` how many of them lie above one that has some, `panels` how many grounds have nothing but
    such areas on them; `sideways` how many parts tables have below each other because their columns
    have no room beside each other, beyond one each; `lines` by how many a headline has more than
    can be read at a glance; `parted` how many parts charts have beyond one each; `beside` that
    which stays empty beside charts with a shape of their own; `charts` how far charts fall short of
    the size that they need; `adrift` how much white stands above or below a chart that cannot fill
    its place, or between blocks that are to end on one foot; `balance` the difference between
    columns, squared: what is hardly seen hardly counts; `broken` how many columns end within a
    block, words apart, which are read on in the next; `type` what
    copyfit took from the size of words; `order` how often the eye must go back up to follow the
    order of reading; `alike` how much the page looks like those before it; `rank` how many
    arrangements the brand names before this one.
    """

    faults: float = 0.0
    over: float = 0.0
    further: float = 0.0
    left: float = 0.0
    hollow: float = 0.0
    white: float = 0.0
    unused: float = 0.0
    holes: float = 0.0
    panels: float = 0.0
    sideways: float = 0.0
    lines: float = 0.0
    parted: float = 0.0
    beside: float = 0.0
    charts: float = 0.0
    adrift: float = 0.0
    balance: float = 0.0
    broken: float = 0.0
    type: float = 0.0
    order: float = 0.0
    alike: float = 0.0
    rank: float = 0.0

    @property
    def total(self) -> float:
        """The weighted sum."""
        return sum(WEIGHTS[each.name] * float(getattr(self, each.name)) for each in fields(self))

    @property
    def sound(self) -> bool:
        """Whether everything has its place on the page."""
        return not (self.faults or self.over or self.further)

    def __str__(self) -> str:
        """The terms that are not nothing, as ``--explain-layout`` prints them."""
        shown = [
            f"{each.name} {float(getattr(self, each.name)):.2f}"
            for each in fields(self)
            if each.name not in ("over", "further", "faults", "rank")
            and float(getattr(self, each.name)) >= _SHOWN
        ]
        if self.faults:
            shown.insert(0, f"{self.faults:.0f} faults")
        if self.further:
            shown.insert(0, "goes on")
        elif self.over:
            shown.insert(0, f"over by {self.over / MM:.1f} mm")
        return ", ".join(shown)


_SHOWN = 0.005


def goes_on(area: Area) -> bool:
    """Whether what is over in an area may go on to a further page: all but the page's head."""
    return _HEAD.isdisjoint(area.takes)


_HEAD = frozenset({HEADLINE, "kicker", "numeral"})


def score(
    stocked: Sequence[Stocked],
    steps: Iterable[Step],
    *,
    faults: int,
    alike: float,
    rank: int,
    continues: bool,
    left: float = 0.0,
    grounds: Sequence[Ground] = (),
) -> Score:
    """Weigh a page whose areas are `stocked` and whose words were taken in by `steps`.

    `continues` says that what is over may go on to further pages, `left` how much of these stays
    empty, `grounds` what is painted below the areas.
    """
    going = [each for each in stocked if continues and goes_on(each[0])]
    staying = [each for each in stocked if not (continues and goes_on(each[0]))]
    bare = _white(stocked, _reach_of_all)
    return Score(
        faults=faults,
        over=overset(staying),
        further=_further(overset(going), stocked),
        left=left,
        hollow=_MOST_ELSE + bare - HOLLOW if bare > HOLLOW else 0.0,
        white=white(stocked),
        unused=_unused(stocked) * (_OF_HOLLOW if bare > HOLLOW else 1),
        holes=holes(stocked),
        panels=panels(stocked, grounds),
        sideways=sideways(stocked),
        lines=lines(stocked),
        parted=parted(stocked),
        beside=_beside(stocked),
        charts=_short(stocked),
        adrift=_adrift(stocked),
        balance=_unbalanced(stocked),
        broken=broken(stocked),
        type=sum(_taken(each) for each in steps),
        order=backwards(stocked),
        alike=alike,
        rank=rank,
    )


def _further(over: float, stocked: Sequence[Stocked]) -> float:
    """How many more pages are taken by what is over, about: by the areas' whole height."""
    return float(math.ceil(over / max(area.rect.height for area, _ in stocked)))


def _taken(step: Step) -> float:
    """What a step of copyfit takes from the look of words; type set larger costs nothing."""
    white = max(0.0, 1 - step.gap) * _GAPS
    return max(0.0, 1 - step.size) + white + (1 - step.charts)


_GAPS = 0.02
"""What taking in all white counts beside taking in all type."""


def overset(stocked: Iterable[Stocked]) -> float:
    """By how many points content is higher than its areas, all together."""
    return sum(max(0.0, needed(has, area) - area.rect.height - SLIP) for area, has in stocked)


def white(stocked: Sequence[Stocked]) -> float:
    """The part of the areas that stays white below what stands in them."""
    return _white(stocked, _reach_weighed)


def sameness(look: object, past: Sequence[object]) -> float:
    """How much a page of this look repeats the pages before it, the last one last."""
    return sum(weight for each, weight in zip(reversed(past), SAME, strict=False) if each == look)


def likeness(page: Seen, past: Sequence[Seen]) -> float:
    """What a page costs by what it looks like beside those before it, the last one last.

    Pages are to vary, but not what can be compared: two sister pages, with the same kinds of blocks
    one behind the other, keep their places, and colours alone may change.
    """
    looks = sameness(page.silhouette, [each.silhouette for each in past])
    if not (past and page.kinds and page.kinds == past[-1].kinds):
        return looks
    return OTHERWISE * (page.places != past[-1].places) + AS_BEFORE * looks


def _white(
    stocked: Sequence[Stocked], covered: Callable[[Sequence[Fragment], Area], float]
) -> float:
    """The part of the areas' surface that stays white below what fills them.

    `covered` is the height of an area that counts as filled: that of its fullest column, or of all.
    """
    empty = room = 0.0
    for area, has in stocked:
        room += area.rect.width * area.rect.height
        empty += max(0.0, area.rect.height - covered(has, area)) * area.rect.width
    return empty / room if room else 0.0


def _unused(stocked: Sequence[Stocked]) -> float:
    """The part of the areas' surface in areas that hold nothing."""
    room = sum(area.rect.width * area.rect.height for area, _ in stocked)
    empty = sum(area.rect.width * area.rect.height for area, has in stocked if not has)
    return empty / room if room else 0.0


def _beside(stocked: Sequence[Stocked]) -> float:
    """The part of the areas' surface beside charts that have a shape of their own."""
    empty = room = 0.0
    for area, has in stocked:
        room += area.rect.width * area.rect.height
        pieces = (piece for each in has for piece in each.pieces)
        aspect = min(
            (each.aspect for each in pieces if isinstance(each, Elastic)), default=math.inf
        )
        if area.flow == 1 and aspect < math.inf:
            high = min(reach(has, area), area.rect.height)
            empty += high * max(0.0, area.rect.width - high * aspect)
    return empty / room if room else 0.0


def _reach_of_all(fragments: Sequence[Fragment], area: Area) -> float:
    """The height that an area's columns can fill, on the average."""
    heights = (
        min(most(column) - _blank(column), area.rect.height) for column in columns(fragments, area)
    )
    return sum(heights) / area.flow


def _blank(column: Column) -> float:
    """The white that ends a column, in points: its charts are as high as those beside them."""
    ends = takewhile(_is_blank, reversed(column))
    return sum(unit.least for unit in ends)


def _is_blank(unit: Unit) -> bool:
    return isinstance(unit.piece, Strip) and not unit.piece.boxes


def _reach_weighed(fragments: Sequence[Fragment], area: Area) -> float:
    """The height of the fullest column where `balance` weighs the others, else that of all."""
    elastic = any(each.elastic for each in fragments)
    return (_reach_of_all if elastic else reach)(fragments, area)


def _short(stocked: Sequence[Stocked]) -> float:
    """How far charts fall short of their need, the worst of them, from 0 to 1."""
    worst = 0.0
    for area, has in stocked:
        low, high = needed(has, area), reach(has, area)
        well = low + _WELL * (high - low)
        given = max(low, min(area.rect.height, high))
        if well > low:
            worst = max(worst, (well - given) / well)
    return worst


def _adrift(stocked: Sequence[Stocked]) -> float:
    """The white about charts that are as large as they get, the most, as a part of their place."""
    worst = 0.0
    for area, has in stocked:
        if _CHARTS & {kind.partition(".")[0] for kind in area.takes} and has:
            spare = max(0.0, area.rect.height - reach(has, area))
            worst = max(worst, spare * _ABOVE.get(area.align, 0.0) / area.rect.height)
        elif has and area.rect.height:
            worst = max(worst, hole(has, area) / area.rect.height)
    return worst


_CHARTS = frozenset({"chart"})
_ABOVE = {"top": 0.5, "middle": 0.5, "bottom": 1.0}
"""The part of an area's spare height that its alignment puts where it looks like a hole.

At the foot, below a chart that others fill, it looks half as bad as above it.
"""


def _unbalanced(stocked: Sequence[Stocked]) -> float:
    """The difference between an area's columns, the worst, as a part of its height, squared."""
    worst = 0.0
    for area, has in stocked:
        if area.flow == 1 or not has or any(each.elastic for each in has) or not area.rect.height:
            continue
        heights = [least(column) for column in columns(has, area)]
        heights += [0.0] * (area.flow - len(heights))
        worst = max(worst, (max(heights) - min(heights)) / max(area.rect.height, _LOW))
    return min(1.0, worst) ** 2


_LOW = 72.0
"""In areas that are lower than this, in points, columns of unlike height are hardly seen."""

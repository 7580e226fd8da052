"""Copyfit: how an arrangement is made to hold its page, within what the brand allows.

Words are taken in step by step, columns become fewer, charts go on in parts; and where a page has
room to spare, words are set larger.
"""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from briefing.blocks.chart import ChartBlock
from briefing.blocks.quote import Quote
from briefing.brand.styles import AS_DESIGNED
from briefing.charts.number import Number
from briefing.compose.desk import kin
from briefing.compose.score import HOLLOW, goes_on
from briefing.compose.trial import behind, composed, judged
from briefing.layout.columns import stairs
from briefing.layout.fill import column_width, needed
from briefing.layout.units import SLIP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.brand.masters import Area, Arrangement
    from briefing.brand.styles import Step
    from briefing.compose.desk import Attempt, Desk, InHand
    from briefing.compose.score import Seen
    from briefing.compose.trial import Trial
    from briefing.layout.pages import Fragment

    Stocked = tuple[Area, tuple[Fragment, ...]]


def as_designed(page: InHand, arrangement: Arrangement, desk: Desk) -> Attempt | None:
    """Compose a page for an arrangement; None if one of its blocks has no place there."""
    steps = {area.name: AS_DESIGNED for area in arrangement.areas}
    return composed(page, arrangement, desk, steps)


def attempt(
    page: InHand, made: Attempt, desk: Desk, past: Sequence[Seen], *, fitted: bool = False
) -> Trial:
    """Make the best of a page that is composed as designed.

    `past` has what the pages before look like, the last one last. With `fitted` the words of
    each area that is over are taken in, step by step, until it fits or the brand allows no more.
    Where all fits as designed, areas with room to spare are set larger if the page gains by it.
    """
    arrangement = made.arrangement
    while fitted and (tight := _next_steps(made, desk)):
        made = composed(page, arrangement, desk, made.steps | tight) or made
    while fitted and (fewer := _fewer_columns(made)):
        arrangement = replace(arrangement, areas=tuple(_with_flow(arrangement.areas, fewer)))
        made = composed(page, arrangement, desk, made.steps) or made
    tried = made.steps
    made = _with_level_rows(page, made, desk) or made
    if fitted:
        made = _as_large_as_designed(page, made, arrangement, desk)
    if fitted and (rooms := _for_parts(page, made, desk)):
        made = _in_one_column(page, made, rooms, desk) or (
            composed(page, arrangement, desk, made.steps, rooms) or made
        )
    trial = judged(page, made, desk, past)
    if trial.score.sound:
        trial = _grown(page, trial, arrangement, desk, past)
    return replace(trial, dropped={**_too_little(tried, trial, desk), **trial.dropped})


def _as_large_as_designed(
    page: InHand, made: Attempt, arrangement: Arrangement, desk: Desk
) -> Attempt:
    """The page with its type as designed wherever its words go on to further pages anyway.

    Smaller type is for words that fit by it. A heading of many pages in it, between others as
    designed, would look uneven for the sake of a page; white that was taken in nobody sees. Where
    larger type makes a word too wide for its column, it stays small, with its white as designed.
    """
    if not desk.format.masters[page.sheet.master].continues:
        return made
    over = [
        area.name
        for area, has in made.areas
        if goes_on(area) and needed(has, area) > area.rect.height + SLIP
    ]
    steps = made.steps | {
        name: replace(made.steps[name], size=1.0, leading=1.0, charts=1.0) for name in over
    }
    if steps == made.steps:
        return made
    large = composed(page, arrangement, desk, steps)
    if large and len(large.faults.errors) <= len(made.faults.errors):
        return large
    airy = made.steps | {name: replace(made.steps[name], gap=1.0) for name in over}
    return composed(page, arrangement, desk, airy) or made


def _with_level_rows(page: InHand, made: Attempt, desk: Desk) -> Attempt | None:
    """The page with tables side by side that have their first rows on one level, taken in for it.

    The first steps that have room for that are taken; None where all is level, or none has it.
    """
    uneven = _uneven(made)
    while uneven and not made.tight:
        steps = _next_steps(replace(made, tight=uneven), desk)
        closer = composed(page, made.arrangement, desk, made.steps | steps) if steps else None
        if closer is None:
            return None
        made, uneven = closer, _uneven(closer)
    return None if made.tight else made


def _uneven(made: Attempt | Trial) -> frozenset[str]:
    """The places with tables side by side whose first rows are not on one level."""
    return frozenset(area.name for area, has in made.areas if stairs(has, area))


def _too_little(
    tried: Mapping[str, Step], trial: Trial, desk: Desk
) -> dict[str, tuple[tuple[str, str], ...]]:
    """The steps that words were taken in by beside the one that is kept: they were over still."""
    allowed = _allowed(trial.arrangement, desk)
    return {
        name: tuple(
            (str(each), _STILL_OVER)
            for each in allowed[name][1 : allowed[name].index(step) + 1]
            if each != trial.steps[name]
        )
        for name, step in tried.items()
    }


def _allowed(arrangement: Arrangement, desk: Desk) -> dict[str, tuple[Step, ...]]:
    """What copyfit may do in each area, step by step; the first is as designed."""
    return {area.name: area.steps(desk.format.steps) for area in arrangement.areas}


def _fewer_columns(made: Attempt) -> dict[str, int]:
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


def _for_parts(page: InHand, made: Attempt, desk: Desk) -> dict[str, float]:
    """The height of each area whose charts must go on in parts, where the page may go on.

    It is the lower of the first page's and a further one's, whose head may be the higher.
    """
    if not desk.format.masters[page.sheet.master].continues:
        return {}
    rest = {area.name: has for area, has in made.areas if goes_on(area)}
    areas, _ = behind(page, made.arrangement, made.areas, rest, desk, steps=made.steps)
    further = {area.name: area.rect.height for area, _ in areas}
    return {
        area.name: min(area.rect.height, further[area.name])
        for area, has in made.areas
        if goes_on(area)
        and any(each.elastic and each.least > area.rect.height + SLIP for each in has)
    }


def _in_one_column(
    page: InHand, made: Attempt, rooms: Mapping[str, float], desk: Desk
) -> Attempt | None:
    """The page with its charts in one column each, if they stand whole there; else None.

    Side by side the parts of one would fill the places of others, and the last of these would
    stand alone on half a page.
    """
    beside = {area.name: 1 for area, _ in made.areas if area.name in rooms and area.flow > 1}
    if not beside:
        return None
    areas = tuple(_with_flow(made.arrangement.areas, beside))
    wide = composed(page, replace(made.arrangement, areas=areas), desk, made.steps)
    return None if wide is None or _for_parts(page, wide, desk) else wide


def _next_steps(made: Attempt, desk: Desk) -> dict[str, Step]:
    """The next step of each area whose words want less room, as far as the brand has one."""
    allowed = _allowed(made.arrangement, desk)
    tight = set(made.tight)
    for alike in _of_one_look(made.areas):
        own = {area.name for area, _ in alike}
        if tight & own:
            tight |= own
    places = {name: allowed[name].index(made.steps[name]) + 1 for name in sorted(tight)}
    return {
        name: allowed[name][place] for name, place in places.items() if place < len(allowed[name])
    }


def _grown(
    page: InHand, trial: Trial, arrangement: Arrangement, desk: Desk, past: Sequence[Seen]
) -> Trial:
    """The page with larger type where its places may have it, as far as the score says so.

    Places of one look are set alike: tables whose rows stand closer than those below them look
    like parts of two documents.
    """
    dropped: dict[str, tuple[tuple[str, str], ...]] = {}
    wide = {area.name: area.rect.height for area in arrangement.areas}
    for places in _of_one_look(trial.areas):
        if any(_full(area, has, wide[area.name]) for area, has in places):
            continue
        most = min(desk.sizes.get(kin(page.sheet.master, *_counted(each)), inf) for each in places)
        for step in places[0][0].larger:
            steps = trial.steps | {area.name: step for area, _ in places}
            found: Trial | str = _SHORT_LINES
            if step.size > most:
                found = _SISTERS
            elif all(_long_enough(*each, step, desk) for each in places):
                made = composed(page, arrangement, desk, steps)
                worth = _WORTH if len(places[0][1]) == 1 else 0.0
                found = _larger(page, trial, made, desk, past, worth=worth)
            if not isinstance(found, str):
                trial = found
                continue
            for area, _ in places:
                dropped[area.name] = (*dropped.get(area.name, ()), (str(step), found))
            if found != _NO_GAIN:
                break
    return replace(trial, dropped=dropped)


def _of_one_look(stocked: Sequence[Stocked]) -> list[list[Stocked]]:
    """The places whose words may be set larger, together those that take the same steps."""
    found: dict[tuple[object, ...], list[Stocked]] = {}
    for area, has in stocked:
        if has and area.larger:
            found.setdefault((area.larger, area.styles, area.scheme), []).append((area, has))
    return list(found.values())


def _full(area: Area, has: Sequence[Fragment], designed: float) -> bool:
    """Whether a place is too full for larger type; a seam may have left it just what it needs."""
    return needed(has, area) > _ROOMY * max(area.rect.height, designed)


def _counted(place: Stocked) -> tuple[Area, int]:
    area, has = place
    return area, len(has)


def _long_enough(area: Area, has: Sequence[Fragment], step: Step, desk: Desk) -> bool:
    """Whether lines of larger type hold enough letters.

    What is called out has shorter lines rather than a side that stays hollow around it.
    """
    enough: float = _LETTERS
    if _calls(has):
        hollow = area.flow == 1 and needed(has, area) < (1 - HOLLOW) * area.rect.height
        enough = _CALLED_ALONE if hollow else _CALLED
    return _letters(area, step, desk) >= enough


def _larger(
    page: InHand,
    trial: Trial,
    made: Attempt | None,
    desk: Desk,
    past: Sequence[Seen],
    *,
    worth: float,
) -> Trial | str:
    """The page with larger type if it costs no more than that is `worth`; else why not."""
    if made is None or made.tight or _uneven(made) - _uneven(trial):
        return _NO_ROOM
    larger = judged(page, made, desk, past)
    gains = larger.score.sound and larger.score.total <= trial.score.total + worth
    return larger if gains else _NO_GAIN


def _letters(area: Area, step: Step, desk: Desk) -> float:
    """About how many letters of body text a line of the area would hold after a step."""
    size = desk.look_of(area, step).style("body").size
    return column_width(area) / (size * _EM_PER_LETTER) if step.size > 1 else _LETTERS


def _calls(has: Sequence[Fragment]) -> bool:
    """Whether all that an area has is called out: a few lines each, read at a glance."""
    return all(each.name in _CALLS for each in has)


_CALLS = frozenset({Quote.kind, f"{ChartBlock.kind}.{Number.kind}"})
"""The names of fragments that are called out: voices, and figures with a few words."""
_STILL_OVER = "not enough"
_NO_ROOM, _NO_GAIN = "no room", "the page gains nothing"
_SHORT_LINES = "lines too short"
_SISTERS = "far larger than on other pages of its kind"
"""Why a step that was tried is not kept, in the fit report."""
_ROOMY = 0.92
"""An area fuller than this keeps its words as they are designed."""
_LETTERS = 30
"""A line of larger type holds at least as many letters, or the eye has no rhythm to follow."""
_CALLED, _CALLED_ALONE = 25.5, 19.0
"""So many hold a line of what is called out, and of what would leave its place hollow."""
_EM_PER_LETTER = 0.5
_WORTH = 0.03
"""What larger type of a block on its own, a call-out, may cost a chart in height."""

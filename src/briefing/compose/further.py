"""Content that goes on: what a page cannot hold is set on pages of the same master behind it.

Its head is printed again, as furniture; the words keep their nodes, so that they are read aloud as
if no page had ended.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.brand.styles import AS_DESIGNED
from briefing.compose.anew import adopt, set_anew, stands_whole
from briefing.compose.parted import first, parted
from briefing.compose.score import goes_on, overset, score
from briefing.compose.trial import alike_places, behind
from briefing.layout.fill import needed
from briefing.layout.units import SLIP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.masters import Arrangement
    from briefing.compose.anew import Anew
    from briefing.compose.desk import Desk, InHand
    from briefing.compose.parted import Rest
    from briefing.compose.trial import Trial


def paginated(page: InHand, trial: Trial, number: int, desk: Desk) -> list[Trial]:
    """The page as far as it holds its content, then the pages that it takes for the rest.

    `number` counts the first page from 1 within the document. The pages are filled alike, so that
    the last one is no leftover; running words fill all but that, which may have white below it. A
    piece that is too high for a page of its own is left there, over, to be told.
    """
    pages = filled(page, trial, number, desk)
    if len(pages) == 1:
        return pages
    words = _of_words(trial)
    for share in _SHARES_OF_WORDS if words else _SHARES:
        if words and _share_of(pages[-1]) >= _LEFTOVER:
            break
        level = filled(page, trial, number, desk, share)
        if len(level) > len(pages) or _over(level) > _over(pages):
            break
        pages = level
    last = _widened(page, pages, desk)
    adopt(last.node, last.anew)
    return [*pages[:-1], last]


def filled(page: InHand, trial: Trial, number: int, desk: Desk, share: float = 1.0) -> list[Trial]:
    """The pages that a trial takes when each is filled to a share of its areas' height."""
    if not desk.format.masters[page.sheet.master].continues or not trial.score.further:
        return [trial]
    pages: list[Trial] = []
    while True:
        held, rest = parted(page, trial, share)
        pages.append(held)
        if not rest:
            return pages
        trial = _further(page, held, rest, number + len(pages), desk)


def _widened(page: InHand, pages: Sequence[Trial], desk: Desk) -> Trial:
    """The last page, with a chart that is left alone in one of its columns as wide as all of them.

    A part of a chart stays as wide as the parts before it.
    """
    last = pages[-1]
    before = {each.order for trial in pages[:-1] for _, has in trial.areas for each in has}
    areas, anew = [], list(last.anew)
    for area, has in last.areas:
        alone = area.flow > 1 and len(has) == 1 and has[0].elastic and has[0].order not in before
        wide = replace(area, flow=1)
        made = alone and set_anew(page, wide, has, desk, last.steps[area.name])
        if made and needed(made[0], wide) <= wide.rect.height + SLIP:
            areas.append((wide, made[0]))
            anew += made[1]
        else:
            areas.append((area, has))
    return replace(last, areas=tuple(areas), anew=tuple(anew))


def _over(pages: list[Trial]) -> float:
    return sum(overset(each.areas) for each in pages)


def _of_words(trial: Trial) -> bool:
    """Whether it is running words that go on, more than anything else."""
    going = [each for area, has in trial.areas if goes_on(area) for each in has]
    words = sum(each.least for each in going if each.line)
    return 2 * words > sum(each.least for each in going)


def _share_of(page: Trial) -> float:
    """How much of its highest place the last of some pages fills."""
    going = [(area, has) for area, has in page.areas if goes_on(area) and has]
    return max((needed(has, area) / area.rect.height for area, has in going), default=0.0)


_LEFTOVER = 0.25
"""A page of words that fills less of its place is a leftover: those before it give it some."""
_SHARES = tuple(share / 100 for share in range(95, 45, -5))
"""The parts of an area's height that pages are filled to, when they are levelled."""
_SHARES_OF_WORDS = tuple(share / 100 for share in range(98, 87, -2))
"""The same of words: white at the foot of a page that goes on is hardly to be seen."""


def _further(page: InHand, trial: Trial, rest: Rest, number: int, desk: Desk) -> Trial:
    """The next page, in the arrangement of its master that the rest fills best.

    That of the page before will do, on whichever side of a spread it stands. Another must have the
    same places for what is composed already, or what goes on must be whole, to be set anew there.
    """
    arrangements = desk.format.arrangements(page.sheet.master, number)
    found = (_next(page, trial, rest, plain, desk) for plain in arrangements)
    return min((each for each in found if each), key=lambda each: each.score.total)


def _next(page: InHand, trial: Trial, rest: Rest, plain: Arrangement, desk: Desk) -> Trial | None:
    """The next page in one arrangement; None if that has no place for all that goes on."""
    before = {area.name: area for area, _ in trial.areas}
    places = {area.name: area for area in plain.areas}
    strange = [name for name in rest if not alike_places(before[name], places.get(name))]
    kept = {each.order for _, has in trial.areas for each in has}
    anew: list[Anew] = []
    for name in strange:
        going = rest[name]
        whole = stands_whole(page, going) and kept.isdisjoint(each.order for each in going)
        made = set_anew(page, places[name], going, desk) if name in places and whole else None
        if made is None:
            return None
        rest = {**rest, name: made[0]}
        anew += made[1]
    near = {
        name: first(has, max(before[name].flow, places[name].flow) * desk.format.geometry.height)
        for name, has in rest.items()
    }
    as_before = [(area, has) for area, has in trial.areas if area.name not in strange]
    areas, grounds = behind(page, plain, as_before, near, desk, steps=trial.steps)
    whole_areas = tuple(
        (area, (*has, *rest[area.name][len(near[area.name]) :]) if area.name in near else has)
        for area, has in areas
    )
    return replace(
        trial,
        arrangement=replace(plain, grounds=grounds),
        areas=whole_areas,
        score=score(areas, (), faults=0, alike=0.0, rank=0, continues=True),
        steps=trial.steps | dict.fromkeys(strange, AS_DESIGNED),
        moved={},
        anew=(*trial.anew, *anew),
    )

"""Content that goes on: what a page cannot hold is set on pages of the same master behind it.

Its head is printed again, as furniture; the words keep their nodes, so that they are read aloud as
if no page had ended.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.compose.parted import first, parted
from briefing.compose.score import overset, score
from briefing.compose.trial import alike_places, behind

if TYPE_CHECKING:
    from briefing.compose.desk import Desk, InHand
    from briefing.compose.parted import Rest
    from briefing.compose.trial import Trial


def paginated(page: InHand, trial: Trial, number: int, desk: Desk) -> list[Trial]:
    """The page as far as it holds its content, then the pages that it takes for the rest.

    `number` counts the first page from 1 within the document. The pages are filled alike, so that
    the last one is no leftover. A piece that is too high for a page of its own is left there, over,
    to be told.
    """
    pages = filled(page, trial, number, desk)
    if len(pages) == 1:
        return pages
    for share in _SHARES:
        level = filled(page, trial, number, desk, share)
        if len(level) > len(pages) or _over(level) > _over(pages):
            break
        pages = level
    return pages


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
        trial = _further(page, trial, rest, number + len(pages), desk)


def _over(pages: list[Trial]) -> float:
    return sum(overset(each.areas) for each in pages)


_SHARES = tuple(share / 100 for share in range(95, 45, -5))
"""The parts of an area's height that pages are filled to, when they are levelled."""


def _further(page: InHand, trial: Trial, rest: Rest, number: int, desk: Desk) -> Trial:
    """The next page, in the arrangement of its master that the rest fills best.

    That of the page before will do, on whichever side of a spread it stands; another must have the
    same places for what is composed already.
    """
    before = {area.name: area for area, _ in trial.areas}
    best: Trial | None = None
    for plain in desk.format.arrangements(page.sheet.master, number):
        places = {area.name: area for area in plain.areas}
        if not all(alike_places(before[name], places.get(name)) for name in rest):
            continue
        near = {
            name: first(has, before[name].flow * desk.format.geometry.height)
            for name, has in rest.items()
        }
        areas, grounds = behind(page, plain, trial.areas, near, desk)
        weighed = score(areas, (), faults=0, alike=0.0, rank=0, continues=True)
        shown = replace(plain, grounds=grounds)
        whole = tuple(
            (area, (*has, *rest[area.name][len(near[area.name]) :]) if area.name in near else has)
            for area, has in areas
        )
        made = replace(trial, arrangement=shown, areas=whole, score=weighed, moved={})
        if best is None or weighed.total < best.score.total:
            best = made
    if best is None:
        raise AssertionError  # the arrangement of the page before is one of them
    return best

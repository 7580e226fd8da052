"""Content that goes on: what a page cannot hold is set on pages of the same master behind it.

Its head is printed again, as furniture; the words keep their nodes, so that they are read aloud as
if no page had ended.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.blocks.model import Setting
from briefing.compose.parted import first, parted
from briefing.compose.score import overset, score
from briefing.compose.trial import alike_places, as_fragment, behind
from briefing.diagnostics import Diagnostics
from briefing.layout.fill import column_width, needed
from briefing.layout.pages import Strip
from briefing.layout.units import SLIP
from briefing.structure import Node, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.brand.masters import Area
    from briefing.compose.desk import Desk, InHand
    from briefing.compose.parted import Rest
    from briefing.compose.trial import Trial
    from briefing.layout.pages import Fragment
    from briefing.structure import Owner

    Stocked = tuple[Area, tuple[Fragment, ...]]


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
    return [*pages[:-1], _widened(page, pages, desk)]


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


def _widened(page: InHand, pages: Sequence[Trial], desk: Desk) -> Trial:
    """The last page, with a chart that is left alone in one of its columns as wide as all of them.

    A part of a chart stays as wide as the parts before it.
    """
    last = pages[-1]
    before = {each.order for trial in pages[:-1] for _, has in trial.areas for each in has}
    areas = []
    for area, has in last.areas:
        alone = area.flow > 1 and len(has) == 1 and has[0].elastic and has[0].order not in before
        areas.append((alone and _as_wide(page, last, area, has[0], desk)) or (area, has))
    return replace(last, areas=tuple(areas))


def _as_wide(
    page: InHand, trial: Trial, area: Area, fragment: Fragment, desk: Desk
) -> Stocked | None:
    """A chart composed anew for the whole width of its area, its nodes in the place of the old."""
    wide, faults, scratch = replace(area, flow=1), Diagnostics(), Node(Role.SECTION)
    made_of = (fragment.name, fragment.where)
    same = [each for each in page.sheet.blocks if (each.kinds[0], each.where) == made_of]
    if len(same) != 1:
        return None
    look = desk.look_of(area, trial.steps[area.name])
    setting = Setting(column_width(wide), look, scratch, faults, desk.listings, desk.gallery)
    made = as_fragment(same[0], setting, fragment.order)
    if faults.entries or needed((made,), wide) > wide.rect.height + SLIP:
        return None
    owners = set(_owners(fragment))
    old = next(n for n, each in enumerate(trial.node.children) if owners.intersection(each.walk()))
    trial.node.children[old : old + 1] = scratch.children
    return wide, (made,)


def _owners(fragment: Fragment) -> Iterator[Owner]:
    for piece in fragment.pieces:
        strips = (piece,) if isinstance(piece, Strip) else piece.draw(piece.least)
        yield from (box.owner for strip in strips for box in strip.boxes)


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
        areas, grounds = behind(page, plain, trial.areas, near, desk, steps=trial.steps)
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

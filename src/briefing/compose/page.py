"""The arrangement that was chosen, drawn: grounds, areas, furniture; and why none could be."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from briefing.compose.furniture import draft, furniture
from briefing.compose.instead import holding
from briefing.compose.trial import home, homes_of
from briefing.drawing import MM, Rect, Shape, Text, frame, rectangle
from briefing.layout.fill import fill
from briefing.layout.level import levelled
from briefing.layout.pages import Box, Fit, Page
from briefing.structure import Artifact, Node, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.blocks.model import Block
    from briefing.brand.masters import Area, Arrangement, Ground, Master
    from briefing.compose.desk import Desk, InHand
    from briefing.compose.trial import Trial
    from briefing.content.publication import Sheet
    from briefing.layout.pages import Overset

_TOUCH = 0.1
"""Points within which a ground meets the trim."""


def draw(page: InHand, trial: Trial, desk: Desk) -> tuple[Page, tuple[Fit, ...]]:
    """The page with its boxes in painting order, and how full each area is.

    What is over is told with the block's place, its page, its millimetres and words, and left
    whole; a picture of the page can show it.
    """
    boxes = [_ground(ground, desk) for ground in trial.arrangement.grounds]
    fits = []
    settled = [(area, fill(fragments, area)) for area, fragments in trial.areas]
    for (area, _), filled in zip(settled, levelled(settled), strict=True):
        boxes.extend(filled.boxes)
        fits.append(
            Fit(
                page.label,
                area.name,
                area.rect.height,
                filled.used,
                trial.arrangement.name,
                filled.blocks,
                trial.moved.get(area.name, 0.0),
                str(trial.steps.get(area.name, "")),
                trial.dropped.get(area.name, ()),
                area.flow,
                page.sheet.master,
                filled.overset,
                _size(filled.boxes),
            )
        )
        if filled.overset:
            _overset(page, area, filled.overset, desk)
    boxes.extend(furniture(trial.arrangement.furniture, page, desk))
    if not desk.publication.final:
        boxes.extend(draft(page, desk))
    name = f"{page.sheet.master}/{trial.arrangement.name}"
    places = tuple((area.name, area.rect) for area, _ in trial.areas)
    return Page(page.label, desk.format.geometry, tuple(boxes), name, places), tuple(fits)


def _size(boxes: Sequence[Box]) -> float:
    """The size in points that most letters are set in, those of charts apart; 0 if there are none.

    It is read from what is printed: a step of copyfit asks for a part of the designed size, and
    what is set for it is a size of the brand's scale.
    """
    letters: Counter[float] = Counter()
    for box in boxes:
        if isinstance(box.owner, Node) and box.owner.role is not Role.FIGURE:
            for mark in box.marks:
                if isinstance(mark, Text):
                    letters[mark.run.size] += len(mark.run.text)
    return max(letters, key=lambda size: (letters[size], size), default=0.0)


def _overset(page: InHand, area: Area, overset: Overset, desk: Desk) -> None:
    words = {0: "", 1: ", one word over"}.get(overset.words, f", {overset.words} words over")
    over = f"{overset.over / MM:.1f} mm too high for its place {area.name!r}{words}"
    desk.diagnostics.error(
        "overset",
        f"page {page.label}: {overset.name} is {over}",
        overset.where,
        _remedy(overset, page, area, desk),
    )


def _remedy(overset: Overset, page: InHand, area: Area, desk: Desk) -> str:
    masters = desk.format.masters.values()
    going = ", ".join(f".{each.name}" for each in masters if each.continues)
    goes = desk.format.masters[page.sheet.master].continues or not going
    on = "" if goes else f" Pages that go on to further ones: {going}."
    if overset.name.startswith("chart"):
        kinds = " or ".join(map(str, holding(page, area, overset, desk)))
        instead = f"This place would hold it as {kinds}; or show" if kinds else "Show"
        return f"{instead} fewer rows or answers, or put less beside them.{on}"
    return f"Shorten the words, take something off the page or choose another arrangement.{on}"


def _ground(ground: Ground, desk: Desk) -> Box:
    """A colour carried into the bleed wherever it meets the trim, or a drawing cut at the bleed."""
    geometry, rect = desk.format.geometry, ground.rect
    bled = geometry.trim.grown(geometry.bleed)
    if ground.drawing:
        look = desk.look(ground.scheme)
        seen = bled.shared(rect)
        drawing = desk.brand.drawings[ground.drawing]
        marks = look.drawn(drawing, rect.moved(-seen.x, -seen.y))
        clip = Rect(0, 0, seen.width, seen.height)
        cut = tuple(replace(mark, clip=clip) for mark in marks)
        return Box(Artifact.GROUND, seen, cut, ground=True)
    left = bled.x if rect.x <= _TOUCH else rect.x
    top = bled.y if rect.y <= _TOUCH else rect.y
    right = bled.right if rect.right >= geometry.width - _TOUCH else rect.right
    bottom = bled.bottom if rect.bottom >= geometry.height - _TOUCH else rect.bottom
    whole = Rect(0, 0, right - left, bottom - top)
    outline = frame(whole, ground.line) if ground.line else rectangle(whole, ground.radius)
    shape = Shape(outline, desk.brand.palette[ground.colour])
    return Box(Artifact.GROUND, Rect(left, top, right - left, bottom - top), (shape,), ground=True)


def unknown_arrangement(page: InHand, arrangements: Sequence[Arrangement], desk: Desk) -> None:
    """Say that the author's pin names nothing here: the page is arranged as if it had none.

    A brand has arrangements of its own, and a changed brand must not stop a build.
    """
    names = [arrangement.name for arrangement in arrangements]
    near = get_close_matches(page.sheet.arrangement, names, 1)
    desk.diagnostics.warning(
        "unknown-arrangement",
        f"the page {page.sheet.master!r} has no arrangement {page.sheet.arrangement!r} "
        f"in the brand {desk.brand.name}; the best of its own is taken",
        page.sheet.where,
        f"Did you mean {near[0]!r}?" if near else f"It has: {', '.join(names)}.",
    )


def tell_empty(page: InHand, desk: Desk) -> None:
    """Say that a page has nothing below its headline, unless that speaks for itself.

    It does on pages that do not say in which section they stand: a cover, a divider, a back page.
    """
    masters = desk.format.masters
    if page.sheet.blocks or not _with_kicker(masters[page.sheet.master]):
        return
    alone = [each for each in masters.values() if not (each.continues or _with_kicker(each))]
    named = ", ".join(f".{each.name}" for each in alone)
    instead = f", or give it a page that needs nothing else: {named}" if named else ""
    desk.diagnostics.warning(
        "empty-page",
        f"the page {page.title!r} has nothing below its heading",
        page.sheet.where,
        f"Write something there, make the heading a {{.section}}{instead}.",
    )


def _with_kicker(master: Master) -> bool:
    return any("kicker" in each.taken for each in master.arrangements)


def explain(page: InHand, arrangements: Sequence[Arrangement], desk: Desk) -> None:
    """Say why none of some arrangements could be used: blocks have no place.

    Where each has one somewhere, but not beside the others, those are told that the arrangement
    leaves out which takes the most. Where the author pinned one, it is that which has no place.
    """
    sheet = page.sheet
    pinned = [each.name for each in arrangements] == [sheet.arrangement]
    which = f"the arrangement {sheet.arrangement!r} of the page" if pinned else "the page"
    near = min(arrangements, key=lambda each: _weight(_left_out(sheet, each)))
    nowhere = [
        block for block in sheet.blocks if all(home(block, each) is None for each in arrangements)
    ]
    beside, takers = ("", arrangements) if nowhere else (" beside its other blocks", (near,))
    takes = {kind for each in takers for area in each.areas for kind in area.takes}
    for block in nowhere or _left_out(sheet, near):
        desk.diagnostics.error(
            "no-place",
            f"{which} {sheet.master!r} has no place for {block.kinds[0]!r}{beside}",
            block.where,
            f"It takes: {', '.join(sorted(takes))}.{_elsewhere(sheet, desk)}",
        )


def _left_out(sheet: Sheet, arrangement: Arrangement) -> list[Block]:
    """The blocks of a page that an arrangement has no place for, beside those before them."""
    homes = homes_of(sheet.blocks, arrangement)
    return [block for block, area in zip(sheet.blocks, homes, strict=True) if area is None]


def _weight(blocks: Sequence[Block]) -> tuple[int, int]:
    """How much blocks are: charts and voices are what a page is made for, words go about them."""
    return sum(not block.running for block in blocks), len(blocks)


def _elsewhere(sheet: Sheet, desk: Desk) -> str:
    """The pages of the format that have a place for all that a page has."""
    found = [
        f".{master.name}"
        for master in desk.format.masters.values()
        if any(not _left_out(sheet, each) for each in master.arrangements)
    ]
    return f" Pages with a place for all of it: {', '.join(found)}." if found else ""

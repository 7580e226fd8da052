"""The arrangement that was chosen, drawn: grounds, areas, furniture; and why none could be."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from briefing.blocks.lines import set_words, tell_missing
from briefing.blocks.model import Setting
from briefing.compose.trial import home
from briefing.drawing import MM, Rect, Shape, rectangle
from briefing.fonts import MissingGlyphError
from briefing.layout.fill import fill
from briefing.layout.pages import Box, Fit, Page
from briefing.layout.text import Span
from briefing.structure import Artifact, Node, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.brand.model import Area, Arrangement, Furniture, Ground, Master, TextStyle
    from briefing.compose.desk import Desk, InHand
    from briefing.compose.trial import Trial
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
    for area, fragments in trial.areas:
        filled = fill(fragments, area)
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
            )
        )
        if filled.overset:
            _overset(page, area, filled.overset, desk)
    for item in trial.arrangement.furniture:
        boxes.extend(_furniture(item, page, desk))
    if not desk.publication.final:
        boxes.extend(_draft(page, desk))
    name = f"{page.sheet.master}/{trial.arrangement.name}"
    places = tuple((area.name, area.rect) for area, _ in trial.areas)
    return Page(page.label, desk.format.geometry, tuple(boxes), name, places), tuple(fits)


def _overset(page: InHand, area: Area, overset: Overset, desk: Desk) -> None:
    words = {0: "", 1: ", one word over"}.get(overset.words, f", {overset.words} words over")
    over = f"{overset.over / MM:.1f} mm too high for its place {area.name!r}{words}"
    desk.diagnostics.error(
        "overset",
        f"page {page.label}: {overset.name} is {over}",
        overset.where,
        _remedy(overset, page, desk),
    )


def _remedy(overset: Overset, page: InHand, desk: Desk) -> str:
    masters = desk.format.masters.values()
    going = ", ".join(f".{each.name}" for each in masters if each.continues)
    goes = desk.format.masters[page.sheet.master].continues or not going
    on = "" if goes else f" Pages that go on to further ones: {going}."
    if overset.name.startswith("chart"):
        return f"Show fewer rows or answers, or put less beside them.{on}"
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
    outline = rectangle(Rect(0, 0, right - left, bottom - top), ground.radius)
    shape = Shape(outline, desk.brand.palette[ground.colour])
    return Box(Artifact.GROUND, Rect(left, top, right - left, bottom - top), (shape,), ground=True)


def _furniture(item: Furniture, page: InHand, desk: Desk) -> Iterator[Box]:
    look = desk.look(item.scheme)
    foot = item.rect.y > desk.format.geometry.height / 2
    owner = Artifact.FOOTER if foot else Artifact.HEADER
    if item.drawing:
        room = Rect(0, 0, item.rect.width, item.rect.height)
        yield Box(owner, item.rect, look.drawn(desk.brand.drawings[item.drawing], room))
    style = replace(look.style(item.style), align=item.align)
    try:
        text = _facts(item.text, page, desk)
        alone = _ELSEWHERE.isdisjoint(_BRACED.findall(item.text))
        if alone:
            style = _taken_in(text, style, item.rect.width, desk)
        words = _on_one_line(text, style, item.rect.width)
    except MissingGlyphError as fault:
        tell_missing(fault, (), page.sheet.where, desk.diagnostics)
        return
    if words != text and alone:
        desk.diagnostics.warning(
            "words-cut",
            f"{text!r} is too long for its place on page {page.label}: {words!r} is printed",
            page.sheet.where,
            "Shorten it, or give it more room in the brand's furniture.",
        )
    if words:
        setting = Setting(item.rect.width, look, Node(Role.DIVISION), desk.diagnostics)
        for strip in set_words((Span(words),), style, setting, owner, page.sheet.where):
            yield from (box.moved(item.rect.x, item.rect.y) for box in strip.boxes)


def _draft(page: InHand, desk: Desk) -> Iterator[Box]:
    """The mark of a publication that is not declared final, at the head of every page.

    It stands in the brand's small print but on a ground of its own, so that no page hides it.
    """
    language = desk.publication.language.partition("-")[0]
    look = desk.look(next(iter(desk.brand.schemes)))
    small = look.style("chart.note")
    style = replace(
        small, roman=small.bold, size=_DRAFT, leading=_DRAFT, colour="paper", align="left"
    )
    words = _DRAFTS.get(language, _DRAFTS["en"])
    width = style.run(words).width
    wide, high = width + 2 * _DRAFT, _DRAFT * 1.6
    tab = Rect((desk.format.geometry.width - wide) / 2, _DRAFT / 2, wide, high)
    shape = Shape(rectangle(Rect(0, 0, wide, high)), desk.brand.palette["ink"])
    yield Box(Artifact.GROUND, tab, (shape,), ground=True)
    setting = Setting(width + 1, look, Node(Role.DIVISION), desk.diagnostics)
    for strip in set_words((Span(words),), style, setting, Artifact.HEADER, page.sheet.where):
        yield from (
            box.moved(tab.x + _DRAFT, tab.y + (high - strip.height) / 2) for box in strip.boxes
        )


_DRAFT = 9.0
"""The size of the mark of a draft, in points; half of it is white to the edge of the page."""
_DRAFTS = {"en": "DRAFT", "cy": "DRAFFT", "de": "ENTWURF", "fr": "PROJET"}


_BRACED = re.compile(r"\{(\w+)\}")
_ELSEWHERE = frozenset({"running", "section", "short"})
"""Facts that stand in full elsewhere: at the head of a page, in the contents, on the cover."""


def _taken_in(text: str, style: TextStyle, width: float, desk: Desk) -> TextStyle:
    """The style as much smaller as the text needs to stand on one line, as far as allowed."""
    wide = style.run(text).width
    if wide <= width:
        return style
    size = max(style.size * width / wide * _SHRUNK, min(desk.format.minimum, style.size))
    return replace(style, size=size)


_SHRUNK = 0.995
"""What is shrunk to a room stays so much below it."""


def _on_one_line(text: str, style: TextStyle, width: float) -> str:
    """The text as far as one line of the smallest type holds it."""
    words = text.split(" ")
    while len(words) > 1 and style.run(text).width > width:
        words.pop()
        text = " ".join(words) + "\N{HORIZONTAL ELLIPSIS}"
    return text


def _facts(text: str, page: InHand, desk: Desk) -> str:
    """The words of an item of furniture, its names in braces replaced by facts."""
    publication = desk.publication
    facts = {
        "{page}": page.label,
        "{running}": publication.running or publication.title,
        "{section}": page.section.title if page.section else "",
        "{short}": page.sheet.short,
        "{publisher}": publication.publisher,
        "{date}": publication.date_words,
        "{reference}": publication.reference,
    }
    for name, value in facts.items():
        text = text.replace(name, value)
    return text.strip()


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
    """Say why no arrangement could be used: blocks have no place."""
    sheet = page.sheet
    homeless = [
        block for block in sheet.blocks if all(home(block, each) is None for each in arrangements)
    ]
    takes = {kind for each in arrangements for area in each.areas for kind in area.takes}
    for block in homeless or sheet.blocks:
        beside = "" if homeless else " beside its other blocks"
        desk.diagnostics.error(
            "no-place",
            f"the page {sheet.master!r} has no place for {block.kinds[0]!r}{beside}",
            block.where,
            f"It takes: {', '.join(sorted(takes))}.",
        )

"""What returns from page to page, our own or made elsewhere: mark, running words, page number.

Pages made elsewhere may be of another size: each item keeps its distance from the edges of the page
that it stands near, and only what lies between its margins grows or shrinks.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.blocks.lines import set_words, tell_missing
from briefing.blocks.model import Setting
from briefing.diagnostics import Diagnostics
from briefing.drawing import Geometry, Rect, Shape, rectangle
from briefing.fonts import MissingGlyphError
from briefing.layout.pages import Box, Page
from briefing.layout.text import Span
from briefing.structure import Artifact, Node, Role
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.brand.masters import Furniture
    from briefing.brand.styles import TextStyle
    from briefing.compose.desk import Desk, InHand
    from briefing.diagnostics import Source

APPENDED = "appended"
"""The arrangement of a page that holds the place of one made elsewhere."""
_MARGIN = 1 / 6
"""The part of the narrower page, at either side, whose distances are kept."""


def furniture(
    items: Iterable[Furniture], page: InHand, desk: Desk, *, told: bool = True
) -> Iterator[Box]:
    """The boxes of a page's furniture; an item whose facts are all empty has none.

    What stands in full elsewhere and is cut here is `told`, unless the page's width is nobody's.
    """
    for item in items:
        yield from _item(item, page, desk, told=told)


def appended(page: InHand, width: float, height: float, number: int, desk: Desk) -> Page:
    """The page that holds the place of one made elsewhere: its furniture alone.

    Its size is that of the other's trim, in points; `number` counts it from 1 within the document.
    One that is too narrow for its furniture has none.
    """
    here, there = desk.format.geometry, replace(desk.format.geometry, width=width, height=height)
    items = (
        replace(each, rect=_moved(each.rect, here, there)) for each in desk.format.appended(number)
    )
    trial = replace(desk, diagnostics=Diagnostics())
    boxes = tuple(furniture(items, page, trial, told=False))
    if any(each.code == "too-wide" for each in trial.diagnostics):
        desk.diagnostics.warning(
            "appendix-folio",
            f"page {page.label}, which is made elsewhere, is too narrow for page number and running"
            " words, so they are left out",
            page.sheet.where,
            'Write size = "fit" below the appendix in publication.toml, or folio = false.',
        )
        boxes = ()
    else:
        desk.diagnostics.add(trial.diagnostics)
    return Page(page.label, there, boxes, APPENDED)


def _moved(rect: Rect, here: Geometry, there: Geometry) -> Rect:
    """Where a rectangle of a page stands on one of another size."""
    foot = rect.y > here.height / 2
    left, right = _across(rect.x, here, there), _across(rect.right, here, there)
    y = there.height - (here.height - rect.y) if foot else rect.y
    return Rect(left, y, right - left, rect.height)


def _across(x: float, here: Geometry, there: Geometry) -> float:
    margin = _MARGIN * min(here.width, there.width)
    if x <= margin:
        return x
    if x >= here.width - margin:
        return there.width - (here.width - x)
    return margin + (x - margin) * (there.width - 2 * margin) / (here.width - 2 * margin)


def _item(item: Furniture, page: InHand, desk: Desk, *, told: bool) -> Iterator[Box]:
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
    if words != text and told:
        _tell_cut(item.text, page, desk)
    if words:
        setting = Setting(item.rect.width, look, Node(Role.DIVISION), desk.diagnostics)
        for strip in set_words((Span(words),), style, setting, owner, page.sheet.where):
            yield from (box.moved(item.rect.x, item.rect.y) for box in strip.boxes)


def _tell_cut(written: str, page: InHand, desk: Desk) -> None:
    """Words that stand in full elsewhere are cut: told once, where their author gave them."""
    publication, section, sheet = desk.publication, page.section, page.sheet
    if "{running}" in written and publication.running_where:
        running = publication.running or publication.title
        _tell(running, publication.running_where, _RUNNING, desk)
    if "{section}" in written and section:
        _tell(section.running, section.where, _SHORT, desk)
    if "{short}" in written:
        _tell(sheet.short, sheet.where, _SHORT, desk)


def _tell(words: str, where: Source | None, hint: str, desk: Desk) -> None:
    desk.diagnostics.warning(
        "words-cut",
        f"{words!r} is too long for the head or foot of pages, where it ends with dots",
        where,
        hint,
    )


_RUNNING = 'Say it shorter: running = "…" in the document\'s table in publication.toml.'
_SHORT = 'Say it shorter: short="…" beside the heading, or in the heading itself.'
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
        "{section}": page.section.running if page.section else "",
        "{short}": page.sheet.short,
        "{publisher}": publication.publisher,
        "{date}": publication.date_words,
        "{reference}": publication.reference,
    }
    for name, value in facts.items():
        text = text.replace(name, value)
    return text.strip()


def draft(page: InHand, desk: Desk) -> Iterator[Box]:
    """The mark of a publication that is not declared final, at the head of every page.

    It stands in the brand's small print but on a ground of its own, so that no page hides it.
    """
    look = desk.look(next(iter(desk.brand.schemes)))
    small = look.style("chart.note")
    style = replace(
        small, roman=small.bold, size=_DRAFT, leading=_DRAFT, colour="paper", align="left"
    )
    words = wording().draft
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

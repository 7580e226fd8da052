"""Finished pages as text, one line a piece of words: where it stands, whose it is, what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.drawing import Link, Picture, Shape, Text
from briefing.structure import Node

if TYPE_CHECKING:
    from briefing.drawing import Mark
    from briefing.layout.pages import Box, Page, Pages
    from briefing.structure import Owner


def pages_text(pages: Pages) -> str:
    """The pages as they are painted: x and y in points from the trim's top left, owner, words.

    Marks that are no words are counted, a box a line.
    """
    return "".join(_page(page) for page in pages.pages)


def _page(page: Page) -> str:
    size = f"{page.geometry.width:.0f} x {page.geometry.height:.0f}"
    lines = [f"page {page.label} ({size})"]
    for box in page.boxes:
        lines += _box(box)
    return "\n".join(lines) + "\n"


def _box(box: Box) -> list[str]:
    owner, within = _name(box.owner), dict(box.within)
    anchor = f" #{box.anchor}" if box.anchor else ""
    lines = []
    drawn = _count(box.marks)
    if drawn or not box.marks:
        lines.append(_line(box.rect.x, box.rect.y, owner, f"[{drawn or 'nothing'}]{anchor}"))
        anchor = ""
    for order, mark in enumerate(box.marks):
        if isinstance(mark, Text) and not mark.unseen:
            place = (box.rect.x + mark.x, box.rect.y + mark.y)
            own = _name(within.get(order, box.owner))
            lines.append(_line(*place, own, f"{mark.run.text}{anchor}"))
            anchor = ""
        elif isinstance(mark, Link):
            place = (box.rect.x + mark.rect.x, box.rect.y + mark.rect.y)
            lines.append(_line(*place, owner, f"-> {mark.target} ({mark.contents})"))
    return lines


def _name(owner: Owner) -> str:
    return owner.role.value if isinstance(owner, Node) else f"({owner.value})"


def _count(marks: tuple[Mark, ...]) -> str:
    shapes = sum(isinstance(mark, Shape) for mark in marks)
    parts = [f"{shapes} shape{'s' if shapes > 1 else ''}"] if shapes else []
    parts += [f"picture {mark.path}" for mark in marks if isinstance(mark, Picture)]
    return ", ".join(parts)


def _line(x: float, y: float, owner: str, words: str) -> str:
    return f"{x:7.1f} {y:7.1f}  {owner:<12} {words.rstrip()}"

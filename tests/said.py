"""What boxes say, in the order in which a screen reader walks the tree that owns them."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from briefing.drawing import Text
from briefing.layout.pages import Elastic
from briefing.layout.text import plain
from briefing.structure import Node, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.layout.pages import Box, Piece, Strip

MADE = frozenset({Role.FIGURE, Role.LABEL})
"""Roles whose words nobody wrote: a chart's figures, bullets and numbers."""

INLINE = frozenset({Role.SPAN, Role.LINK, Role.REFERENCE, Role.CODE})
"""Roles whose words run on in those around them."""

_LAST = 10**9


def said(root: Node, boxes: Iterable[Box], without: frozenset[Role] = MADE) -> str:
    """All words of a tree, a blank between its paragraphs; what roles in `without` say is left out.

    A node's own words stand among its children in the order of painting; where printed letters
    are told otherwise (a numeral and the blank after it), it is what they tell. The soft hyphens of
    divided words are left out.
    """
    owned: dict[Node, list[tuple[int, str]]] = {}
    for place, box in enumerate(boxes):
        if isinstance(box.owner, Node):
            owned.setdefault(box.owner, []).append((place, _letters(box)))
    return words("".join(_walk(root, owned, without)))


def words(text: str) -> str:
    """Words with one blank between them and whole, wherever lines ended."""
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").split())


def written(block: Any) -> Iterator[str]:
    """The words of a block in the order of reading: fields in the order of their names here."""
    if hasattr(block, "items"):
        for item, parts in zip_longest(block.items, block.below):
            yield plain(item)
            for part in parts or ():
                yield from written(part)
    for part in getattr(block, "parts", ()):
        yield from written(part)
    for name in ("words", "caption", "credit", "attribution"):
        yield plain(getattr(block, name, ()))
    for paragraph in getattr(block, "paragraphs", ()):
        yield plain(paragraph)
    for each in (getattr(block, "head", ()), *getattr(block, "rows", ())):
        yield from (plain(cell.words) for cell in each)
    for note in getattr(block, "called", ()):
        yield from (plain(each) for each in note.paragraphs)
    if hasattr(block, "comment"):
        yield f"{block.comment.text} {block.comment.attribution}"
    yield getattr(block, "text", "")


def strips_of(pieces: Sequence[Piece], part: float = 0.0) -> list[Strip]:
    """The strips of pieces, elastic ones drawn at `part` of the way from least to most."""
    strips: list[Strip] = []
    for piece in pieces:
        if isinstance(piece, Elastic):
            strips.extend(piece.draw(piece.least + part * (piece.most - piece.least)))
        else:
            strips.append(piece)
    return strips


def stacked(strips: Sequence[Strip]) -> list[Box]:
    """The boxes of strips that stand one below the other, gaps between them."""
    boxes: list[Box] = []
    y = 0.0
    for strip in strips:
        boxes.extend(box.moved(0, y) for box in strip.boxes)
        y += strip.height + strip.gap
    return boxes


def overlapping(boxes: Sequence[Box]) -> list[str]:
    """Pairs of boxes that lie on one another, grounds left out, as they are best described."""
    solid = [box for box in boxes if not box.ground]
    return [
        f"{described(one)} and {described(other)}"
        for place, one in enumerate(solid)
        for other in solid[place + 1 :]
        if one.rect.overlaps(other.rect)
    ]


def described(box: Box) -> str:
    """A box in a few words: whose it is, where it stands, what it says."""
    owner = box.owner.role.value if isinstance(box.owner, Node) else f"({box.owner.value})"
    rect = box.rect
    return (
        f"{owner} {_letters(box)!r} at {rect.x:.1f} {rect.y:.1f} {rect.right:.1f} {rect.bottom:.1f}"
    )


def _letters(box: Box) -> str:
    return "".join(mark.run.text for mark in box.marks if isinstance(mark, Text))


def _first(node: Node, owned: dict[Node, list[tuple[int, str]]]) -> int:
    return min((owned[each][0][0] for each in node.walk() if each in owned), default=_LAST)


def _walk(
    node: Node, owned: dict[Node, list[tuple[int, str]]], without: frozenset[Role]
) -> Iterator[str]:
    if node.role in without:
        return
    inline = node.role in INLINE
    if not inline:
        yield " "
    waiting = list(node.children)
    for place, letters in owned.get(node, []):
        while waiting and _first(waiting[0], owned) < place:
            yield from _walk(waiting.pop(0), owned, without)
        yield node.says if node.says and letters.strip() else letters
    for child in waiting:
        yield from _walk(child, owned, without)
    if not inline:
        yield " "

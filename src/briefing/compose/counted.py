"""What is counted on a page to weigh it: parts of tables and charts, lines, ends, steps back."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.layout.columns import columns
from briefing.layout.pages import Strip
from briefing.layout.units import SLIP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.brand.masters import Area, Ground
    from briefing.drawing import Rect
    from briefing.layout.pages import Fragment, Piece

    Stocked = tuple[Area, tuple[Fragment, ...]]

HEADLINE = "heading"
"""The name of a page's headline among what stands on it."""
GLANCE = 4
"""So many lines of a headline are read at a glance; each further one speaks against a page."""


def holes(stocked: Sequence[Stocked]) -> int:
    """How many places hold nothing above one of their measure that holds something."""
    return sum(
        not has and any(_below(area.rect, other.rect) for other, own in stocked if own)
        for area, has in stocked
    )


def _below(rect: Rect, other: Rect) -> bool:
    alike = abs(other.x - rect.x) < SLIP and abs(other.width - rect.width) < SLIP
    return rect.height > 0 and alike and other.y >= rect.bottom - SLIP


def panels(stocked: Sequence[Stocked], grounds: Iterable[Ground]) -> int:
    """How many grounds have areas on them, and all of these hold nothing."""
    on_each = [
        [has for area, has in stocked if _lies_on(area.rect, ground.rect)]
        for ground in grounds
        if not ground.drawing
    ]
    return sum(bool(each) and not any(each) for each in on_each)


def _lies_on(rect: Rect, ground: Rect) -> bool:
    """Whether a place that has any width lies on a ground."""
    across = ground.x - SLIP <= rect.x and rect.right <= ground.right + SLIP
    down = ground.y - SLIP <= rect.y and rect.bottom <= ground.bottom + SLIP
    return rect.width > 0 and across and down


def sideways(stocked: Sequence[Stocked]) -> int:
    """How many parts of tables stand below others because these are as wide as their column."""
    return sum(
        max(0, sum(_begins(before, piece) for before, piece in pairwise((None, *each.pieces))) - 1)
        for _, has in stocked
        for each in has
    )


def _begins(before: Piece | None, piece: Piece | None) -> bool:
    """Whether a piece is the first head of a table, or of a part of one."""
    return _is_head(piece) and not _is_head(before)


def _is_head(piece: Piece | None) -> bool:
    return isinstance(piece, Strip) and piece.head and not piece.opens


def lines(stocked: Sequence[Stocked]) -> int:
    """How many lines a headline has beyond `GLANCE`."""
    heads = (each for _, has in stocked for each in has if each.name == HEADLINE)
    return sum(max(0, len(each.pieces) - GLANCE) for each in heads)


def parted(stocked: Sequence[Stocked]) -> int:
    """How many parts of charts there are beside the first one of each."""
    orders = [each.order for _, has in stocked for each in has if each.elastic]
    return len(orders) - len(set(orders))


def broken(stocked: Sequence[Stocked]) -> int:
    """How many columns end within a block; words are made to be read on in the next."""
    return sum(
        not (column[-1].between or column[-1].flows)
        for area, has in stocked
        if area.flow > 1 and not any(each.elastic for each in has)
        for column in columns(has, area)
    )


def backwards(stocked: Sequence[Stocked]) -> float:
    """The part of the steps from block to block, in the order of reading, that go back up."""
    order = [area for _, area in sorted(_placed(stocked), key=lambda each: each[0])]
    steps = [(one, other) for one, other in pairwise(order) if one is not other]
    back = sum(other.rect.bottom <= one.rect.y + SLIP for one, other in steps)
    return back / len(steps) if steps else 0.0


def _placed(stocked: Sequence[Stocked]) -> Iterator[tuple[int, Area]]:
    for area, has in stocked:
        for fragment in has:
            yield fragment.order, area

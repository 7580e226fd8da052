"""How full areas are, measured by what was drawn in them, whatever the engine thought of it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from briefing.drawing import Picture, Rect, Shape, Text
from briefing.layout.fill import column_width, fill
from briefing.structure import Node, Role
from tests.unit.charts.ink import outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.brand.masters import Area
    from briefing.compose.trial import Stocked
    from briefing.drawing import Glyph, Mark
    from briefing.layout.pages import Box

WHITE = 36.0
"""Between two things in one column, more points than these are a hole: about three lines."""
_RISE, _FALL = 0.75, 0.2
"""About how far letters reach above and below their baseline, in ems."""


def fullness(stocked: Iterable[Stocked]) -> float:
    """The part of the surface of some areas that their content covers, drawn for this."""
    filled = room = 0.0
    for area, has in stocked:
        room += area.rect.width * area.rect.height
        filled += covered(fill(has, area).boxes, area)
    return filled / room if room else 1.0


def covered(boxes: Sequence[Box], area: Area) -> float:
    """The surface of an area's columns between the first ink and the last, holes left out."""
    width = column_width(area)
    surface = 0.0
    for column in range(area.flow):
        left = area.rect.x + column * (width + area.gutter)
        room = Rect(left, area.rect.y, width, area.rect.height)
        inks = [ink for box in boxes for ink in _whole(box) if ink.shared(room).width > 0]
        share = area.rect.width / area.flow  # gutters belong to their columns
        surface += share * _joined(ink.shared(room) for ink in inks)
    return surface


def _whole(box: Box) -> Iterator[Rect]:
    """The inks of a box; those of a chart or a picture as one: the white within it is its own.

    Of what is printed as it was typed whole lines count; those left empty in it are white here,
    though they are their author's.
    """
    if isinstance(box.owner, Node) and box.owner.role is Role.CODE:
        yield box.rect
        return
    inks = list(inks_of(box))
    if not inks or not isinstance(box.owner, Node) or box.owner.role is not Role.FIGURE:
        yield from inks
        return
    x, y = min(ink.x for ink in inks), min(ink.y for ink in inks)
    right, bottom = max(ink.right for ink in inks), max(ink.bottom for ink in inks)
    yield Rect(x, y, right - x, bottom - y)


def _joined(inks: Iterable[Rect]) -> float:
    """The height that inks cover together, and the small white between them."""
    height = 0.0
    end = None
    for ink in sorted((each for each in inks if each.height > 0), key=lambda each: each.y):
        if end is None or ink.y - end > WHITE:
            height += ink.height
            end = ink.bottom
        elif ink.bottom > end:
            height += ink.bottom - end
            end = ink.bottom
    return height


def inks_of(box: Box) -> Iterator[Rect]:
    """The boxes of a box's marks, where they stand on the page."""
    for mark in box.marks:
        ink = ink_of(mark)
        if ink is not None:
            yield ink.moved(box.rect.x, box.rect.y)


def ink_of(mark: Mark) -> Rect | None:
    """About where a mark leaves ink; None for a link."""
    if isinstance(mark, Text):
        size = mark.run.size
        width = mark.run.width - sum(each.advance for each in _trailing(mark)) * size / 1000
        return Rect(mark.x, mark.y - _RISE * size, width, (_RISE + _FALL) * size)
    if isinstance(mark, Picture):
        return mark.rect
    if not isinstance(mark, Shape):
        return None
    xs, ys = zip(*outline(mark), strict=True)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(max(ys) - min(ys), mark.stroke_width))


def _trailing(mark: Text) -> Iterator[Glyph]:
    """The blanks at the end of a run, which leave no ink."""
    return takewhile(lambda each: not each.text.strip(), reversed(mark.run.glyphs))

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
        inks = [ink for ink in _inks(boxes) if ink.shared(room).width > 0]
        share = area.rect.width / area.flow  # gutters belong to their columns
        surface += share * _joined(ink.shared(room) for ink in inks)
    return surface


def _inks(boxes: Iterable[Box]) -> Iterator[Rect]:
    """The inks of boxes; of a chart, a picture and what was typed as one: its white is its own."""
    typed: dict[int, list[Box]] = {}
    for box in boxes:
        role = box.owner.role if isinstance(box.owner, Node) else None
        if role is Role.CODE:  # its lines are boxes of their own, those left empty in it are none
            typed.setdefault(id(box.owner), []).append(box)
        elif role is Role.FIGURE:
            yield from _around(list(inks_of(box)))
        else:
            yield from inks_of(box)
    for lines in typed.values():
        for column in _side_by_side(lines):
            yield from _around([line.rect for line in column])


def _side_by_side(boxes: Iterable[Box]) -> Iterable[list[Box]]:
    """Boxes by the column that they stand in."""
    found: dict[float, list[Box]] = {}
    for box in boxes:
        found.setdefault(round(box.rect.x), []).append(box)
    return found.values()


def _around(inks: Sequence[Rect]) -> Iterator[Rect]:
    """The one box around all of these, if there are any."""
    if inks:
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

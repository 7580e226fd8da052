"""How full areas are, measured by what was drawn in them, whatever the engine thought of it."""

from __future__ import annotations

from dataclasses import replace
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

WHITE, EMS = 40.0, 2.0
"""Between two things in one column, more white is a hole: what a brand's steps may make of the
white above and below a rule (38.5 points) is none, nor are so many ems of the words beside it where
these are large. Type that is set larger stands further apart.
"""
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
        inks = [(ink.shared(room), size) for ink, size in _inks(boxes)]
        share = area.rect.width / area.flow  # gutters belong to their columns
        surface += share * _joined([each for each in inks if each[0].width > 0])
    return surface


Inked = tuple[Rect, float]
"""Where ink is, and the size of the type if it is that of running words, else nothing."""


def _inks(boxes: Iterable[Box]) -> Iterator[Inked]:
    """The inks of boxes; of a chart, a picture and what was typed as one: its white is its own."""
    typed: dict[int, list[Box]] = {}
    for box in boxes:
        role = box.owner.role if isinstance(box.owner, Node) else None
        if role is Role.CODE:  # its lines are boxes of their own, those left empty in it are none
            typed.setdefault(id(box.owner), []).append(box)
        elif role is Role.FIGURE:
            yield from ((each, 0.0) for each in _around(list(inks_of(box))))
        else:
            yield from _sized(box)
    for lines in typed.values():
        for column in _side_by_side(lines):
            yield from ((each, 0.0) for each in _around([line.rect for line in column]))


def _sized(box: Box) -> Iterator[Inked]:
    """The inks of a box's marks, each with the size of its type."""
    for mark in box.marks:
        size = mark.run.size if isinstance(mark, Text) else 0.0
        for ink in inks_of(replace(box, marks=(mark,))):
            yield ink, size


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


def _joined(inks: Iterable[Inked]) -> float:
    """The height that inks cover together, and the small white between them."""
    height = 0.0
    end, above = None, 0.0
    for ink, size in sorted((each for each in inks if each[0].height > 0), key=_from_above):
        if end is None or ink.y - end > _white(above, size):
            height += ink.height
            end, above = ink.bottom, size
        elif ink.bottom > end:
            height += ink.bottom - end
            end, above = ink.bottom, size
    return height


def _from_above(inked: Inked) -> float:
    return inked[0].y


def _white(*sizes: float) -> float:
    """The most white that parts two inks which belong together, by the smaller type of both."""
    return max(WHITE, EMS * min((each for each in sizes if each), default=0.0))


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

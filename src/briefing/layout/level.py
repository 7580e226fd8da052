"""Places side by side: what stands in them begins on one level, not a few points apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.brand.styles import nearest
from briefing.drawing import Link, Picture, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.brand.masters import Area
    from briefing.layout.fill import Filled
    from briefing.layout.pages import Box

_CAPITALS = 0.7
"""The height of capitals in ems, about: it is rounded to the grid."""
_SAME = 0.01
"""Points by which the edges of two places may differ."""


def levelled(places: Sequence[tuple[Area, Filled]]) -> list[Filled]:
    """The places with their content moved up until what stands side by side begins on one level.

    That goes for places of the same top and height whose content has its own height: a figure and
    quotations. A chart is as high as its place, and what is centred beside it stands well.
    """
    made = [filled for _, filled in places]
    tops = {place: min(map(_ink, made[place].boxes)) for place in _movable(places)}
    for place, top in tops.items():
        area = places[place][0]
        beside = [other for other in tops if _side_by_side(area, places[other][0])]
        by = top - min(tops[other] for other in beside)
        room = min(box.rect.y for box in made[place].boxes) - area.rect.y
        by = min(_whole(by, area.baseline), room)
        if by > 0:
            boxes = tuple(box.moved(0.0, -by) for box in made[place].boxes)
            made[place] = replace(made[place], boxes=boxes)
    return made


def _movable(places: Sequence[tuple[Area, Filled]]) -> Iterator[int]:
    for place, (area, filled) in enumerate(places):
        charts = any(kind.partition(".")[0] == "chart" for kind in area.takes)
        if filled.boxes and not filled.overset and area.align == "middle" and not charts:
            yield place


def _side_by_side(one: Area, other: Area) -> bool:
    return (
        abs(one.rect.y - other.rect.y) < _SAME and abs(one.rect.bottom - other.rect.bottom) < _SAME
    )


def _whole(length: float, grid: float) -> float:
    """The nearest whole number of baselines, none if it is less than half of one."""
    return nearest(length, grid) if length > grid / 2 else 0.0


def _ink(box: Box) -> float:
    """About where the first ink of a box is: the top of its capitals, or of what is drawn."""
    tops = []
    for mark in box.marks:
        if isinstance(mark, Text):
            tops.append(mark.y - mark.run.size * _CAPITALS)
        elif isinstance(mark, Picture):
            tops.append(mark.rect.y)
        elif not isinstance(mark, Link):
            tops += [y for _, numbers in mark.path for y in numbers[1::2]]
    return box.rect.y + max(0.0, min(tops, default=0.0))

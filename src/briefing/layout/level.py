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
_REACH = 3
"""How many baselines words go down to stand on a line of the head beside them."""


def levelled(places: Sequence[tuple[Area, Filled]]) -> list[Filled]:
    """The places with what stands side by side on one level: a page's words by its head too."""
    made = _on_one_level(places)
    return _in_line([(area, filled) for (area, _), filled in zip(places, made, strict=True)])


def _in_line(places: Sequence[tuple[Area, Filled]]) -> list[Filled]:
    """The places with words beside a head moved down until they begin on one of its lines.

    Two first lines a few points apart look like a slip of the hand. Whatever the size of the words,
    they come down by a few baselines, if their place has room below them.
    """
    made = [filled for _, filled in places]
    heads = [(area, filled) for area, filled in places if "heading" in area.takes]
    for place, (area, filled) in enumerate(places):
        if not _hangs(area, filled):
            continue
        lines = [y for head, of in heads if _apart(head, area) for y in _baselines(of)]
        first = min(_baselines(filled), default=0.0)
        room = area.rect.bottom - max(box.rect.bottom for box in filled.boxes)
        most = min(room, _REACH * area.baseline) + _SAME
        by = min((y - first for y in lines if -_SAME <= y - first <= most), default=0.0)
        if by > _SAME:
            boxes = tuple(box.moved(0.0, by) for box in filled.boxes)
            made[place] = replace(filled, boxes=boxes)
    return made


def _hangs(area: Area, filled: Filled) -> bool:
    """Whether a place has words that hang from its top, and no head or chart."""
    kinds = {kind.partition(".")[0] for kind in area.takes}
    hangs = area.align not in ("middle", "bottom") and kinds.isdisjoint(("heading", "chart"))
    return bool(hangs and filled.boxes and not filled.overset)


def _apart(one: Area, other: Area) -> bool:
    return one.rect.right <= other.rect.x + _SAME or other.rect.right <= one.rect.x + _SAME


def _baselines(filled: Filled) -> Iterator[float]:
    for box in filled.boxes:
        yield from (box.rect.y + mark.y for mark in box.marks if isinstance(mark, Text))


def _on_one_level(places: Sequence[tuple[Area, Filled]]) -> list[Filled]:
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

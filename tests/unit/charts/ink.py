"""Where ink falls: the boxes of words by their glyphs, and what a reader finds fault with."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from briefing.brand.model import contrast
from briefing.drawing import Rect, Shape, Text
from tests.unit.charts.look import FACES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.brand.model import Look
    from briefing.charts.model import Drawn
    from briefing.fonts import Face

_READABLE, _READABLE_LARGE, _LARGE = 4.5, 3.0, 18.0
"""The least contrast of words, of large ones, and the size of those in points (WCAG 2.2, 1.4.3)."""
_CLOSE = 0.3
"""Points within which ink may touch: nothing visible."""

Point = tuple[float, float]


@cache
def _reach(face: Face, index: int) -> tuple[float, float]:
    extents = face.font.get_glyph_extents(index)
    em = face.face.upem
    if extents is None:
        return 0.0, 0.0
    return extents.y_bearing / em, (extents.y_bearing + extents.height) / em


def box(mark: Text, faces: Mapping[str, Face] = FACES) -> Rect:
    """The box of the words of a mark: their advance, and the ink above and below the baseline."""
    face = faces[mark.run.face]
    reaches = [_reach(face, glyph.index) for glyph in mark.run.glyphs]
    top = max(high for high, _ in reaches) * mark.run.size
    foot = min(low for _, low in reaches) * mark.run.size
    return Rect(mark.x, mark.y - top, mark.run.width, top - foot)


def words(drawn: Drawn) -> list[Text]:
    """The marks that are words."""
    return [mark for mark in drawn.marks if isinstance(mark, Text)]


def printed(drawn: Drawn) -> list[str]:
    """What is printed, line by line."""
    return [mark.run.text for mark in words(drawn)]


def faults(drawn: Drawn, room: Rect, faces: Mapping[str, Face] = FACES) -> list[str]:
    """Words that leave the room or overlap each other, shapes that leave the room."""
    found = []
    boxes = [(mark.run.text, box(mark, faces)) for mark in words(drawn)]
    found += [f"{text!r} leaves the room" for text, rect in boxes if not room.holds(rect, 0.6)]
    found += [
        f"{one!r} overlaps {other!r}"
        for (one, rect), (other, second) in combinations(boxes, 2)
        if rect.overlaps(second, _CLOSE)
    ]
    for mark in drawn.marks:
        if isinstance(mark, Shape):
            points = outline(mark)
            beyond = [point for point in points if not _inside(point, room)]
            found += [f"a shape leaves the room at {point}" for point in beyond[:1]]
    return found


def misread(drawn: Drawn, look: Look) -> list[str]:
    """Words that cross an edge of a filled shape, too pale on their ground, or too small."""
    faces, ground = look.brand.faces, look.colour("ground")
    areas = [
        (outline(mark), mark.fill)
        for mark in drawn.marks
        if isinstance(mark, Shape) and mark.fill is not None
    ]
    reaches = [bounds(points) for points, _ in areas]
    found = []
    for mark in words(drawn):
        rect, under = box(mark, faces), ground
        for bound, (points, fill) in zip(reaches, areas, strict=True):
            if not rect.overlaps(bound, _CLOSE):
                continue
            if encloses(points, rect):
                under = fill
            elif _meets(points, rect):
                found.append(f"{mark.run.text!r} crosses an edge")
        large = mark.run.size >= _LARGE
        if contrast(mark.colour, under) < (_READABLE_LARGE if large else _READABLE):
            found.append(f"{mark.run.text!r} is too pale on {under.name}")
        if mark.run.size < look.format.minimum:
            found.append(f"{mark.run.text!r} has {mark.run.size} points")
    return found


def crossed(drawn: Drawn, look: Look) -> list[str]:
    """Words that a line runs through."""
    boxes = [(mark, box(mark, look.brand.faces)) for mark in words(drawn)]
    lines = [outline(mark) for mark in drawn.marks if isinstance(mark, Shape) and mark.stroke]
    return [
        f"a line crosses {mark.run.text!r}"
        for mark, rect in boxes
        for line in lines
        if any(rect.grown(-_CLOSE).holds(Rect(*point, 0, 0), 0) for point in _stations(line))
    ]


def _stations(line: list[Point]) -> list[Point]:
    """Points along a line, a twentieth of each stretch apart."""
    found = []
    for (x, y), (u, v) in pairwise(line):
        found += [(x + (u - x) * part / 20, y + (v - y) * part / 20) for part in range(21)]
    return found


def bounds(points: list[Point]) -> Rect:
    """The rectangle around an outline."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _corners(rect: Rect) -> list[Point]:
    rect = rect.grown(-_CLOSE)
    return [(x, y) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom)]


def encloses(points: list[Point], rect: Rect) -> bool:
    """Whether the whole of a box lies in an outline: its corners do, and no edge enters it."""
    if not all(_within(corner, points) for corner in _corners(rect)):
        return False
    inner = rect.grown(-_CLOSE)
    return not any(inner.holds(Rect(*point, 0, 0), -0.01) for point in points)


def _meets(points: list[Point], rect: Rect) -> bool:
    """Whether an outline covers a corner of a box, or has a point of its own in it."""
    inner = rect.grown(-_CLOSE)
    if any(_within(corner, points) for corner in _corners(rect)):
        return True
    return any(inner.holds(Rect(*point, 0, 0), -0.01) for point in _stations([*points, points[0]]))


def _within(point: Point, points: list[Point]) -> bool:
    """Whether a point lies in a polygon (the rule of even and odd crossings)."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(points, [*points[1:], points[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def outline(shape: Shape) -> list[Point]:
    """Points along the outline of a shape, its curves in eighths."""
    points: list[Point] = []
    for _, numbers in shape.path:
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        if len(pairs) == 3:
            start, (one, two, end) = points[-1], pairs
            for step in range(1, 9):
                t = step / 8
                weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                corners = (start, one, two, end)
                points.append(
                    (
                        sum(w * x for w, (x, _) in zip(weights, corners, strict=True)),
                        sum(w * y for w, (_, y) in zip(weights, corners, strict=True)),
                    )
                )
        else:
            points += pairs
    return points


def _inside(point: Point, room: Rect) -> bool:
    return room.holds(Rect(*point, 0, 0), 0.6)

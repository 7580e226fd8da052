"""Where ink falls: the boxes of words by their glyphs, and what leaves a room or overlaps."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from briefing.drawing import Rect, Shape, Text
from tests.unit.charts.look import FACES

if TYPE_CHECKING:
    from briefing.charts.model import Drawn


@cache
def _reach(face: str, index: int) -> tuple[float, float]:
    extents = FACES[face].font.get_glyph_extents(index)
    em = FACES[face].face.upem
    if extents is None:
        return 0.0, 0.0
    return extents.y_bearing / em, (extents.y_bearing + extents.height) / em


def box(mark: Text) -> Rect:
    """The box of the words of a mark: their advance, and the ink above and below the baseline."""
    reaches = [_reach(mark.run.face, glyph.index) for glyph in mark.run.glyphs]
    top = max(high for high, _ in reaches) * mark.run.size
    foot = min(low for _, low in reaches) * mark.run.size
    return Rect(mark.x, mark.y - top, mark.run.width, top - foot)


def words(drawn: Drawn) -> list[Text]:
    """The marks that are words."""
    return [mark for mark in drawn.marks if isinstance(mark, Text)]


def printed(drawn: Drawn) -> list[str]:
    """What is printed, line by line."""
    return [mark.run.text for mark in words(drawn)]


def faults(drawn: Drawn, room: Rect) -> list[str]:
    """Words that leave the room or overlap each other, shapes that leave the room."""
    found = []
    boxes = [(mark.run.text, box(mark)) for mark in words(drawn)]
    found += [f"{text!r} leaves the room" for text, rect in boxes if not room.holds(rect, 0.6)]
    found += [
        f"{one!r} overlaps {other!r}"
        for (one, rect), (other, second) in combinations(boxes, 2)
        if rect.overlaps(second, 0.3)
    ]
    for mark in drawn.marks:
        if isinstance(mark, Shape):
            points = outline(mark)
            beyond = [point for point in points if not _inside(point, room)]
            found += [f"a shape leaves the room at {point}" for point in beyond[:1]]
    return found


def outline(shape: Shape) -> list[tuple[float, float]]:
    """Points along the outline of a shape, its curves in eighths."""
    points: list[tuple[float, float]] = []
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


def _inside(point: tuple[float, float], room: Rect) -> bool:
    return room.holds(Rect(*point, 0, 0), 0.6)

"""Outlines with holes: turned so that filling them by winding shows what filling by parity would.

A page's writer knows one rule for what is inside of an outline, the non-zero one; SVG has a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.drawing import Path, Segment

Point = tuple[float, float]
_STEPS = 8
"""Straight pieces by which a curve is judged."""


def even_odd(path: Path) -> Path:
    """The path with its parts turned by turns: what lies within an odd number of others is a hole.

    The parts must not cut each other, as in an icon they do not.
    """
    parts = list(_parts(path))
    polygons = [_flattened(part) for part in parts]
    turned: list[Segment] = []
    for part, polygon in zip(parts, polygons, strict=True):
        others = (each for each in polygons if each is not polygon)
        hole = sum(_holds(each, polygon[0]) for each in others) % 2 == 1
        turned.extend(_reversed(part) if (_area(polygon) < 0) != hole else part)
    return tuple(turned)


def _parts(path: Path) -> Iterator[list[Segment]]:
    """The closed parts of a path, one move each."""
    part: list[Segment] = []
    for step in path:
        if step[0] == "m" and part:
            yield part
            part = []
        part.append(step)
    if part:
        yield part


def _flattened(part: Sequence[Segment]) -> list[Point]:
    points: list[Point] = []
    for step, numbers in part:
        if step in ("m", "l"):
            points.append((numbers[0], numbers[1]))
        elif step == "c":
            points.extend(_curve(points[-1], numbers))
    return points


def _curve(start: Point, numbers: tuple[float, ...]) -> Iterator[Point]:
    xs, ys = (start[0], *numbers[::2]), (start[1], *numbers[1::2])
    for place in range(1, _STEPS + 1):
        t = place / _STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x, y = (sum(w * v for w, v in zip(weights, each, strict=True)) for each in (xs, ys))
        yield (x, y)


def _area(polygon: Sequence[Point]) -> float:
    """Twice the area, negative where the points run against the clock."""
    ahead = (*polygon[1:], polygon[0])
    return sum(x * v - u * y for (x, y), (u, v) in zip(polygon, ahead, strict=True))


def _holds(polygon: Sequence[Point], point: Point) -> bool:
    """Whether a point lies within a polygon: a ray to the right meets its edge an odd number."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def _reversed(part: Sequence[Segment]) -> list[Segment]:
    """The same outline from its end to its beginning."""
    corners: list[Point] = []
    curves: list[tuple[float, ...]] = []
    for step, numbers in part:
        if step == "h":
            continue
        corners.append((numbers[-2], numbers[-1]))
        curves.append(numbers[:-2])
    turned: list[Segment] = [("m", corners[-1])]
    for place in range(len(corners) - 1, 0, -1):
        end, handles = corners[place - 1], curves[place]
        if handles:
            turned.append(("c", (*handles[2:4], *handles[0:2], *end)))
        else:
            turned.append(("l", end))
    return [*turned, ("h", ())]

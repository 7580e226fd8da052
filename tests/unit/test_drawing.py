"""Shapes that pens draw."""

from __future__ import annotations

from itertools import pairwise

from briefing.drawing import Path, Rect, frame, rectangle


def surface(path: Path) -> float:
    """What a path fills by the rule that winding numbers add up: a hole runs the other way."""
    whole, points = 0.0, list[tuple[float, ...]]()
    for step, numbers in path:
        points = [numbers] if step == "m" else [*points, numbers or points[0]]
        if step == "h":
            whole += sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(points)) / 2
    return whole


def test_a_frame_is_one_shape_that_leaves_its_inside_free() -> None:
    """As four lines its corners showed a stray pixel, each line moved to whole ones by itself."""
    rect = Rect(10, 20, 200, 300)
    assert surface(rectangle(rect)) == 200 * 300
    assert surface(frame(rect, 3)) == 200 * 300 - 194 * 294

"""The sheet round a page: its boxes, and the printer's marks that stand beyond the bleed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.drawing import MM
from briefing.pdf.objects import number, numbers

if TYPE_CHECKING:
    from briefing.drawing import Geometry

MARK = 5 * MM
"""The length of a crop mark at most, in points."""

MARK_WIDTH = 0.25
"""The width of a crop mark, in points."""

MARK_SPACE = "Marks"
"""The name under which the colour of crop marks stands in a page's resources."""


def boxes(geometry: Geometry, *, bleed: bool) -> dict[str, Any]:
    """The page boxes (14.11.2); the trim's lower left corner is always the origin."""
    if not bleed:
        return {"MediaBox": numbers((0, 0, geometry.width, geometry.height))}
    return {
        "MediaBox": _around(geometry, geometry.bleed + geometry.slug),
        "BleedBox": _around(geometry, geometry.bleed),
        "TrimBox": _around(geometry, 0),
    }


def _around(geometry: Geometry, by: float) -> Any:
    return numbers((-by, -by, geometry.width + by, geometry.height + by))


def crop_marks(geometry: Geometry) -> str:
    """The operators that draw eight crop marks on every plate, clear of the bleed."""
    near = geometry.bleed
    far = near + min(MARK, geometry.slug)
    strokes = []
    for x, out in ((0.0, -1), (geometry.width, 1)):
        for y, up in ((0.0, -1), (geometry.height, 1)):
            strokes.append((x + out * near, y, x + out * far, y))
            strokes.append((x, y + up * near, x, y + up * far))
    lines = "\n".join(
        f"{number(x1)} {number(y1)} m {number(x2)} {number(y2)} l" for x1, y1, x2, y2 in strokes
    )
    return f"q /{MARK_SPACE} CS 1 SCN {number(MARK_WIDTH)} w 0 J [] 0 d\n{lines}\nS Q"

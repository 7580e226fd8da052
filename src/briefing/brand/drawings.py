"""A small SVG file of filled shapes as a `Drawing` of the brand: a mark, an icon, a pictogram."""

from __future__ import annotations

import re
from math import isfinite, radians, tan
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from fontTools.misc.transform import Identity, Transform
from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path

from briefing.brand.model import Drawing
from briefing.brand.outlines import even_odd
from briefing.drawing import Path, Rect, Segment, circle, rectangle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path as File

_SVG = "{http://www.w3.org/2000/svg}"
LARGEST = 200_000
"""Bytes of the largest drawing that is read."""
DEEPEST = 50
"""Groups within each other."""


class _PathPen(BasePen):  # type: ignore[misc]
    """Records an outline as segments of ours."""

    def __init__(self) -> None:
        super().__init__(None)
        self.segments: list[Segment] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - the pen's protocol
        self.segments.append(("m", (pt[0], pt[1])))

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.segments.append(("l", (pt[0], pt[1])))

    def _curveToOne(  # noqa: N802
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self.segments.append(("c", (*pt1, *pt2, *pt3)))

    def _closePath(self) -> None:  # noqa: N802
        self.segments.append(("h", ()))

    def _endPath(self) -> None:  # noqa: N802
        """An open outline is left open."""


def read_drawing(file: File) -> Drawing:
    """Read an SVG drawing; a `fill` names a role or palette colour. Raises ValueError on others.

    Paths, rectangles, circles, ellipses and polygons are read, in groups with transforms; outlines,
    gradients, pictures and words are not. Entities are refused, so a drawing cannot expand or
    fetch anything.
    """
    data = file.read_bytes()
    if len(data) > LARGEST:
        raise ValueError(f"the file has {len(data):,} bytes, more than {LARGEST:,}")
    text = data.decode("utf-8-sig")
    if "<!" in text.replace("<!--", ""):
        raise ValueError("a drawing may not declare a document type")
    try:
        root = ET.fromstring(text)  # noqa: S314 - declarations were refused above
    except ET.ParseError as fault:
        raise ValueError(f"not an SVG file ({fault})") from fault
    x, y, width, height = _box(root)
    paths = tuple(_paths(root, Identity.translate(-x, -y), ("ink", "nonzero"), 0))
    if not all(isfinite(value) for path, _ in paths for _, step in path for value in step):
        raise ValueError("one of its numbers is none")
    return Drawing(width, height, paths)


def _box(root: ET.Element) -> tuple[float, float, float, float]:
    parts = root.get("viewBox", "").replace(",", " ").split()
    if root.tag != f"{_SVG}svg" or len(parts) != 4:  # noqa: PLR2004 - x, y, width, height
        raise ValueError("an SVG drawing needs a viewBox")
    x, y, width, height = (float(part) for part in parts)
    if not (0 < width < _HUGE and 0 < height < _HUGE):
        raise ValueError("the viewBox has no room")
    return x, y, width, height


_HUGE = 1e6


def _paths(
    element: ET.Element, place: Transform, inherited: tuple[str, str], depth: int
) -> Iterator[tuple[Path, str]]:
    """The outlines of an element and all below it, each with its fill, in painting order."""
    if not element.tag.startswith(_SVG) or element.tag.removeprefix(_SVG) in _SILENT:
        return
    tag = element.tag.removeprefix(_SVG)
    if depth > DEEPEST:
        raise ValueError("its groups stand too deep in each other")
    for attribute, why in _REFUSED.items():
        if element.get(attribute, "none") not in _HARMLESS.get(attribute, ("none",)):
            raise ValueError(f"<{tag} {attribute}=…> is not read: {why}")
    fill = element.get("fill", inherited[0]).replace("currentColor", "ink")
    rule = element.get("fill-rule", inherited[1])
    place = place.transform(_transform(element.get("transform", "")))
    if tag in ("svg", "g"):
        for child in element:
            yield from _paths(child, place, (fill, rule), depth + 1)
        return
    if tag not in _OUTLINES:
        raise ValueError(f"<{tag}> is not read; use {', '.join(_OUTLINES)}")
    outline = _OUTLINES[tag](element)
    if fill != "none" and outline:
        placed = _placed(outline, place)
        yield (even_odd(placed) if rule == "evenodd" else placed), fill


_SILENT = ("title", "desc", "metadata")
_REFUSED = {
    "stroke": "turn outlines into filled paths",
    "style": "write fill as an attribute",
    "class": "write fill as an attribute",
    "opacity": "give it a lighter colour of its own",
    "fill-opacity": "give it a lighter colour of its own",
    "clip-path": "cut the shapes themselves",
    "mask": "cut the shapes themselves",
    "filter": "leave effects out",
    "display": "take hidden shapes out",
}
_HARMLESS = {"opacity": ("none", "1"), "fill-opacity": ("none", "1"), "display": ("inline", "none")}


def _placed(path: Path, place: Transform) -> Path:
    """The path as a transform moves it."""
    if place == Identity:
        return path

    def moved(numbers: tuple[float, ...]) -> tuple[float, ...]:
        points = zip(numbers[::2], numbers[1::2], strict=True)
        return tuple(value for point in points for value in place.transformPoint(point))

    return tuple((step, moved(numbers)) for step, numbers in path)


# -- transforms ------------------------------------------------------------------------------------

_STEP = re.compile(r"\s*,?\s*([A-Za-z]+)\s*\(([^()]*)\)")


def _transform(text: str) -> Transform:
    """The value of a `transform` attribute. Raises ValueError for what SVG does not know."""
    place, at = Identity, 0
    while text[at:].strip():
        found = _STEP.match(text, at)
        if not found:
            raise ValueError(f"the transform {text[:40]!r} is not read")
        numbers = [float(each) for each in found[2].replace(",", " ").split()]
        try:
            place = place.transform(_STEPS[found[1]](*numbers))
        except (KeyError, TypeError) as fault:
            raise ValueError(f"the transform {found[0][:40]!r} is not read") from fault
        at = found.end()
    return place


def _matrix(*numbers: float) -> Transform:
    if len(numbers) != 6:  # noqa: PLR2004 - two rows of three
        raise TypeError
    return Transform(*numbers)


def _rotated(angle: float, x: float = 0.0, y: float = 0.0) -> Transform:
    return Identity.translate(x, y).rotate(radians(angle)).translate(-x, -y)


_STEPS: dict[str, Callable[..., Transform]] = {
    "matrix": _matrix,
    "translate": lambda x, y=0.0: Identity.translate(x, y),
    "scale": lambda x, y=None: Identity.scale(x, x if y is None else y),
    "rotate": _rotated,
    "skewX": lambda angle: Transform(1, 0, tan(radians(angle)), 1, 0, 0),
    "skewY": lambda angle: Transform(1, tan(radians(angle)), 0, 1, 0, 0),
}


# -- shapes ----------------------------------------------------------------------------------------


def _path(element: ET.Element) -> Path:
    pen = _PathPen()
    try:
        parse_path(element.get("d", ""), pen)
    except (ValueError, TypeError, IndexError, AttributeError, AssertionError) as fault:
        raise ValueError(f"the path {element.get('d', '')[:40]!r} is not read") from fault
    return tuple(pen.segments)


def _rectangle(element: ET.Element) -> Path:
    x, y, width, height, rx = (_number(element, key) for key in ("x", "y", "width", "height", "rx"))
    return rectangle(Rect(x, y, width, height), rx)


def _circle(element: ET.Element) -> Path:
    return circle(*(_number(element, key) for key in ("cx", "cy", "r")))


def _ellipse(element: ET.Element) -> Path:
    x, y, rx, ry = (_number(element, key) for key in ("cx", "cy", "rx", "ry"))
    return _placed(circle(0, 0, 1), Transform(rx, 0, 0, ry, x, y))


def _polygon(element: ET.Element) -> Path:
    numbers = [float(each) for each in element.get("points", "").replace(",", " ").split()]
    if len(numbers) % 2:
        raise ValueError("a polygon has half a point")
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    steps: list[Segment] = [("l" if place else "m", point) for place, point in enumerate(points)]
    return (*steps, ("h", ())) if steps else ()


def _number(element: ET.Element, key: str) -> float:
    return float(element.get(key, "0").removesuffix("px"))


_OUTLINES: dict[str, Callable[[ET.Element], Path]] = {
    "path": _path,
    "rect": _rectangle,
    "circle": _circle,
    "ellipse": _ellipse,
    "polygon": _polygon,
    "polyline": _polygon,
}

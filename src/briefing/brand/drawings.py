"""A small SVG file (paths, rectangles, circles; flat fills) as a `Drawing` of the brand."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path

from briefing.brand.model import Drawing
from briefing.drawing import Path, Rect, Segment, circle, rectangle

if TYPE_CHECKING:
    from pathlib import Path as File

_SVG = "{http://www.w3.org/2000/svg}"


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

    Entities are refused, so a drawing cannot expand or fetch anything.
    """
    text = file.read_text(encoding="utf-8")
    if "<!" in text.replace("<!--", ""):
        raise ValueError("a drawing may not declare a document type")
    try:
        root = ET.fromstring(text)  # noqa: S314 - declarations were refused above
    except ET.ParseError as fault:
        raise ValueError(f"not an SVG file ({fault})") from fault
    box = [float(part) for part in root.get("viewBox", "").split()]
    if len(box) != 4:  # noqa: PLR2004 - x, y, width, height
        raise ValueError("an SVG drawing needs a viewBox")
    paths = tuple(
        (outline, element.get("fill", "ink"))
        for element in root.iter()
        if (outline := _outline(element))
    )
    return Drawing(box[2], box[3], paths)


def _outline(element: ET.Element) -> Path:
    tag = element.tag.removeprefix(_SVG)
    if tag == "path":
        pen = _PathPen()
        parse_path(element.get("d", ""), pen)
        return tuple(pen.segments)
    if tag == "rect":
        x, y, width, height, rx = (
            _number(element, key) for key in ("x", "y", "width", "height", "rx")
        )
        return rectangle(Rect(x, y, width, height), rx)
    if tag == "circle":
        x, y, radius = (_number(element, key) for key in ("cx", "cy", "r"))
        return circle(x, y, radius)
    if tag in ("svg", "g", "title", "desc"):
        return ()
    raise ValueError(f"<{tag}> is not read; use path, rect or circle")


def _number(element: ET.Element, key: str) -> float:
    return float(element.get(key, "0"))

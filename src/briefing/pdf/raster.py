"""Pages as pictures: for people to look at, and to see whether a place on one is clear."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.drawing import Rect

SCALE = 1.5
"""Pixels a point: words of eight points can be read."""


def picture_of(content: bytes, page: int = 0) -> bytes:
    """The PNG of a page, counted from 0."""
    document = pypdfium2.PdfDocument(content)
    try:
        picture = document[page].render(scale=SCALE).to_pil()
    finally:
        document.close()
    kept = BytesIO()
    picture.save(kept, "PNG", optimize=True)
    return kept.getvalue()


_TALL = 1600
"""Pixels of a page that is looked at, at most."""
_LIGHT, _EVEN = 225, 8
"""The least of 256 shades of a ground that words can be printed on, and how even it must be."""
_CLEAR = 2
"""Pixels that must be clear round a place."""


def clear(content: bytes, places: Sequence[Sequence[Rect]], units: Sequence[float]) -> list[bool]:
    """Whether places on the pages of a file are light and empty: all of those of a page, or not.

    Rectangles are in points from the top left corner of the trim, as it is seen; `units` are
    the points that a unit of each page is. Where a file cannot be drawn, nothing is known to be
    clear.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return [False for _ in places]
    try:
        pages = enumerate(zip(places, units, strict=True))
        return [_is_clear(document, place, rects, unit) for place, (rects, unit) in pages]
    finally:
        document.close()


def _is_clear(
    document: pypdfium2.PdfDocument, place: int, rects: Sequence[Rect], unit: float
) -> bool:
    try:
        return _clear(document[place], rects, unit)
    except (pypdfium2.PdfiumError, ValueError, ZeroDivisionError):  # not to be drawn, or no size
        return False


def _clear(page: pypdfium2.PdfPage, rects: Sequence[Rect], unit: float) -> bool:
    scale = min(1.0, _TALL / (unit * max(page.get_size())))
    # PDFium leaves the unit of a page out of account.
    picture = page.render(scale=scale * unit, crop=_beyond_trim(page)).to_pil().convert("L")
    for rect in rects:
        corners = (rect.x, rect.y, rect.right, rect.bottom)
        left, top, right, low = (round(scale * each) for each in corners)
        seen = picture.crop((left - _CLEAR, top - _CLEAR, right + _CLEAR, low + _CLEAR))
        darkest, lightest = seen.getextrema()
        if darkest < _LIGHT or lightest - darkest > _EVEN:
            return False
    return True


def _beyond_trim(page: pypdfium2.PdfPage) -> tuple[float, float, float, float]:
    """What of a page is seen beyond its trim: left, below, right and above, as it is turned."""
    shown, trim = page.get_cropbox(), page.get_trimbox()
    left, low = trim[0] - shown[0], trim[1] - shown[1]
    right, top = shown[2] - trim[2], shown[3] - trim[3]
    sides = {
        0: (left, low, right, top),
        90: (low, right, top, left),
        180: (right, top, left, low),
        270: (top, left, low, right),
    }[page.get_rotation() % 360]
    known = [max(0.0, each) for each in sides]
    return (known[0], known[1], known[2], known[3])

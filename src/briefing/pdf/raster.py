"""A page of a finished file as a picture, for people to look at."""

from __future__ import annotations

from io import BytesIO

import pypdfium2

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

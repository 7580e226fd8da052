"""The boxes of an appendix's pages in a press file, and whether crop marks are drawn round them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject

from briefing.pdf.foreign import SLIP, trim
from briefing.reading import entry, items, resolved

if TYPE_CHECKING:
    from collections.abc import Sequence


def edge(page: DictionaryObject, holder: DictionaryObject) -> bool:
    """Give a page the room for marks that the body's pages have; returns whether it needs them.

    A page that bleeds as the body does, and has no room beyond for marks of its own, gets the
    body's room. All others keep their boxes.
    """
    finished = trim(page)
    for key in ("/TrimBox", "/BleedBox"):
        if entry(page, key, ArrayObject) is None:
            page[NameObject(key)] = _box(finished)
    page.pop("/ArtBox", None)
    bleed, media = _corners(page, "/BleedBox"), _corners(page, "/MediaBox")
    own, around = trim(holder), _corners(holder, "/MediaBox")
    wanted = min(_margins(own, _corners(holder, "/BleedBox")))
    if min(_margins(finished, bleed)) < wanted - SLIP or min(_margins(finished, bleed)) <= SLIP:
        return False
    if max(_margins(bleed, media)) > SLIP:
        return False
    by = min(_margins(own, around))
    left, low, right, top = finished
    page[NameObject("/MediaBox")] = _box((left - by, low - by, right + by, top + by))
    page.pop("/CropBox", None)
    return True


def _corners(page: DictionaryObject, key: str) -> tuple[float, ...]:
    return tuple(float(str(resolved(each))) for each in items(page, key))


def _margins(inner: Sequence[float], outer: Sequence[float]) -> tuple[float, ...]:
    return (
        inner[0] - outer[0],
        inner[1] - outer[1],
        outer[2] - inner[2],
        outer[3] - inner[3],
    )


def _box(corners: Sequence[float]) -> ArrayObject:
    return ArrayObject([FloatObject(f"{each:.4f}") for each in corners])

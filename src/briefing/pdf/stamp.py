"""What the body draws on a page that was made elsewhere: page number, running words, crop marks.

The body holds the place of such a page by one of its own, on which nothing but furniture is drawn,
and in a press file crop marks. That becomes a form (ISO 32000-1, 8.10) on the page itself: fonts
are the body's, and what is drawn is the artifact that the body's writer made of it, outside the
order of reading.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from briefing.pdf.file import LEVEL
from briefing.pdf.foreign import trim, turned
from briefing.reading import entry, items, resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pypdf.generic import PdfObject

NAME = "/Folio"
"""What the form is called among a page's resources, if nothing else is."""


class Share(Enum):
    """Which part of what the body draws goes on a page: within its trim, beyond it, or both."""

    WITHIN = "within"
    BEYOND = "beyond"
    ALL = "all"


def stamp(
    page: DictionaryObject,
    holder: DictionaryObject,
    number: Callable[[PdfObject], IndirectObject],
    share: Share = Share.WITHIN,
) -> None:
    """Draw what stands on `holder` over `page`, from the lower left corner of its trim as seen.

    Where crop marks are drawn, what the page has beyond its bleed is cut off.
    """
    form = _form(page, holder, share)
    resources = DictionaryObject(entry(page, "/Resources", DictionaryObject) or {})
    known = DictionaryObject(entry(resources, "/XObject", DictionaryObject) or {})
    name = NAME
    while name in known:
        name += "-"
    known[NameObject(name)] = number(form.flate_encode(LEVEL))
    resources[NameObject("/XObject")] = known
    page[NameObject("/Resources")] = resources
    # What was drawn before may leave the pen anywhere.
    opening = "q" if share is Share.WITHIN else f"q {_bleed(page)} re W n q"
    closing = "Q" if share is Share.WITHIN else "Q Q"
    before, after = (
        number(_stream(each.encode())) for each in (opening, f"{closing} q {name} Do Q")
    )
    page[NameObject("/Contents")] = ArrayObject([before, *items(page, "/Contents"), after])


def seen_to_page(box: Sequence[float], turn: int) -> tuple[float, ...]:
    """The matrix from a page as it is seen, its lower left corner the origin, into its own space.

    `box` are the left, lower, right and upper edge in that space, `turn` the degrees clockwise.
    """
    left, low, right, top = box
    return {
        0: (1, 0, 0, 1, left, low),
        90: (0, 1, -1, 0, right, low),
        180: (-1, 0, 0, -1, right, top),
        270: (0, -1, 1, 0, left, top),
    }[turn]


def _stream(content: bytes) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(content)
    return stream


def _bleed(page: DictionaryObject) -> str:
    left, low, right, top = (float(str(resolved(each))) for each in items(page, "/BleedBox"))
    return f"{left} {low} {right - left} {top - low}"


def _form(page: DictionaryObject, holder: DictionaryObject, share: Share) -> DecodedStreamObject:
    left, low, right, top = trim(page)
    turn = turned(page)
    across, up = (top - low, right - left) if turn % 180 else (right - left, top - low)
    matrix = seen_to_page((left, low, right, top), turn)
    content = b"\n".join(
        part.get_data()
        for each in items(holder, "/Contents")
        if isinstance(part := resolved(each), StreamObject)
    )
    media = [float(str(resolved(each))) for each in items(holder, "/MediaBox")]
    around = f"{media[0]} {media[1]} {media[2] - media[0]} {media[3] - media[1]} re"
    if share is Share.BEYOND:
        content = f"{around} 0 0 {across} {up} re W* n\n".encode() + content
    box = (0, 0, across, up) if share is Share.WITHIN else media
    form = _stream(content)
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject([FloatObject(each) for each in box])
    form[NameObject("/Matrix")] = ArrayObject([FloatObject(each) for each in matrix])
    form[NameObject("/Resources")] = holder.raw_get("/Resources")
    return form

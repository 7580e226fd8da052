"""Pictures, forms and shadings as they are placed on a page (ISO 32000-1, 8.7.4, 8.8 to 8.10)."""

from __future__ import annotations

import re
from math import hypot
from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject, NameObject, StreamObject

from briefing.preflight.colouring import note, shading_tint
from briefing.preflight.numeric import bounds_of, matrix_of, number_or
from briefing.preflight.painted import Bounds, Kind, Role, Tint, times
from briefing.preflight.spaces import space
from briefing.reading import entry, resolved

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.preflight.reader import Reader

_INLINE = {
    key: re.compile(rb"/(?:%b)\s*(?:/?([\w.]+))" % key)
    for key in (b"W|Width", b"H|Height", b"BPC|BitsPerComponent", b"CS|ColorSpace", b"IM|ImageMask")
}


def draw(reader: Reader, operands: bytes) -> None:
    """Draw a picture or a form (Do)."""
    name, raw = reader.named("/XObject", operands)
    held = resolved(raw)
    if not isinstance(held, StreamObject):
        return
    if held.get("/Subtype") == "/Image":
        _picture(reader, held, name)
    elif held.get("/Subtype") == "/Form":
        _form(reader, held, name, raw)
    else:
        reader.meet(Role.FORM, held, name)


def _picture(reader: Reader, held: StreamObject, name: str) -> None:
    bounds = Bounds(0, 0, 1, 1).under(reader.state.ctm)
    reader.meet(Role.PICTURE, held, name, bounds)
    mask = resolved(held.get("/ImageMask")) == True  # noqa: E712 - pypdf's own boolean
    bits = 1 if mask else int(number_or(held.get("/BitsPerComponent"), 8))
    known = space(held.get("/ColorSpace", NameObject("/DeviceGray")), reader.resources)
    note(reader, known)
    size = (number_or(held.get("/Width"), 0), number_or(held.get("/Height"), 0))
    _image(reader, size, bits, reader.state.fill if mask else known.tint(), name)


def _image(reader: Reader, size: tuple[float, float], bits: int, tint: Tint, name: str) -> None:
    a, b, c, d = reader.state.ctm[:4]
    sides = ((size[0], hypot(a, b)), (size[1], hypot(c, d)))
    fine = min((count * 72 / side for count, side in sides if side > 0), default=0.0)
    reader.keep(
        Kind.MASK if bits == 1 else Kind.PICTURE,
        Bounds(0, 0, 1, 1).under(reader.state.ctm),
        tint,
        resolution=fine,
        path=(*reader.path, name),
    )


def inline(reader: Reader, _: bytes) -> None:
    """A picture written into the content itself (8.9.7)."""
    head = reader.raw.partition(b"ID")[0]
    found = [pattern.search(head) for pattern in _INLINE.values()]
    width, height, bits, named, mask = (each[1] if each else b"" for each in found)
    size = (number_or(width, 0), number_or(height, 0))
    if mask == b"true":
        _image(reader, size, 1, reader.state.fill, "inline picture")
        return
    known = space(NameObject(f"/{named.decode('latin-1') or 'DeviceGray'}"), reader.resources)
    _image(reader, size, int(number_or(bits, 8)), known.tint(), "inline picture")


def _form(reader: Reader, held: StreamObject, name: str, raw: object) -> None:
    matrix = matrix_of(held, "/Matrix")
    box = bounds_of(held, "/BBox")
    reader.meet(Role.FORM, held, name)
    below = reader.below(held, name, raw, times(matrix, reader.state.ctm))
    if below is None:
        return
    reader.meet(Role.GROUP, entry(held, "/Group", DictionaryObject), name)
    if box is not None:
        below.state.clip = below.state.clip.shared(box.under(below.state.ctm))
    if reader.echo is not None:
        reader.echo.enter(matrix, box)
    below.read(held.get_data())
    if reader.echo is not None:
        reader.echo.leave()


def shade(reader: Reader, operands: bytes) -> None:
    """Fill what the clip leaves with a shading (sh)."""
    _, raw = reader.named("/Shading", operands)
    reader.keep(Kind.SHADING, reader.state.clip, shading_tint(reader, raw))


OTHER: dict[bytes, Callable[[Reader, bytes], None]] = {
    b"Do": draw,
    b"BI": inline,
    b"sh": shade,
}

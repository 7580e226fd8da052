"""A booklet proof for the office printer: two pages on a side of a sheet, as they are sewn.

Pages are cropped to their trim and stand against each other at the fold. Printed on both sides and
turned on the short edge, the sheets are folded once and read from front to back.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
)

from briefing.diagnostics import Diagnostics, Faults
from briefing.pdf.trees import page_at, page_references
from briefing.reading import (
    BROKEN,
    DamagedError,
    Refusal,
    RefusedError,
    content_of,
    entry,
    pdf_of,
    resolved,
    told,
)
from briefing.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf.generic import IndirectObject

    from briefing.diagnostics import Source

SHEETS = {"A4": (841.89, 595.28), "A3": (1190.55, 841.89)}
"""The sheets of an office printer, laid across: width and height in points."""

MOST = 2000
"""The most pages that a booklet is made of."""

_SIDES = 4


@dataclass(frozen=True, slots=True)
class Booklet:
    """The file, how many pages went into it, the sheets it takes, the blank pages added."""

    content: bytes
    pages: int
    sheets: int
    blanks: int


def saddle_order(pages: int) -> list[tuple[int | None, int | None]]:
    """The pages left and right on each side of each sheet, from 0; None where a page is blank.

    The sides come in the order that they are printed in: the front of the outermost sheet, its
    back, the front of the next. Blank pages stand at the end of the booklet.
    """
    whole = -(-pages // _SIDES) * _SIDES
    order: list[tuple[int, int]] = []
    for sheet in range(whole // _SIDES):
        first, last = 2 * sheet, whole - 1 - 2 * sheet
        order += [(last, first), (first + 1, last - 1)]
    return [
        (left if left < pages else None, right if right < pages else None) for left, right in order
    ]


def booklet(content: bytes, sheet: str = "A4", where: Source | None = None) -> Booklet:
    """Impose a file on sheets; raises `Faults` if it is locked, damaged or empty.

    `where` is the file's place, for diagnostics.
    """
    diagnostics = Diagnostics()
    try:
        with remarks():  # a proof of a faulty file is still a proof
            return _imposed(content, sheet)
    except RefusedError as refused:
        words = f"the PDF cannot be imposed: {refused}"
        if refused.why in (Refusal.PASSWORD, Refusal.PROTECTED):
            hint = "Ask for a copy without protection."
            diagnostics.error("booklet-locked", words, where, hint)
        else:
            diagnostics.error("booklet-unreadable", words, where, _ANOTHER)
    except BROKEN as fault:
        words = f"the PDF cannot be imposed: {told(fault)}"
        diagnostics.error("booklet-unreadable", words, where, _ANOTHER)
    raise Faults(diagnostics)


_ANOTHER = "Open it in a PDF viewer and save it anew, or name another file."


def _imposed(content: bytes, sheet: str) -> Booklet:
    reader = pdf_of(content, protected=True)
    pages = page_references(reader.root_object)[:MOST]
    if not pages:
        raise DamagedError("it has no pages")
    order = saddle_order(len(pages))
    written = _written(reader.root_object, pages, order, SHEETS[sheet])
    blanks = sum(page is None for page in chain.from_iterable(order))
    return Booklet(written, len(pages), len(order) // 2, blanks)


def _keep_layers(catalog: DictionaryObject, writer: PdfWriter) -> None:
    """Hand on which layers are hidden, so that a proof shows no more than its file (8.11.4)."""
    given = entry(catalog, "/OCProperties", DictionaryObject)
    default = entry(given, "/D", DictionaryObject)
    if given is None or default is None or "/OCGs" not in given:
        return
    kept = DictionaryObject({NameObject("/OCGs"): given.raw_get("/OCGs")})
    states = ("/BaseState", "/ON", "/OFF")
    state = {NameObject(key): default.raw_get(key) for key in states if key in default}
    kept[NameObject("/D")] = DictionaryObject(state)
    writer.root_object[NameObject("/OCProperties")] = kept.clone(writer)


def _written(
    catalog: DictionaryObject,
    pages: Sequence[IndirectObject],
    order: Sequence[tuple[int | None, int | None]],
    size: tuple[float, float],
) -> bytes:
    writer = PdfWriter()
    _keep_layers(catalog, writer)
    leaves = [_Leaf.of(reference, writer) for reference in pages]
    half, height = size[0] / 2, size[1]
    scale = min(1.0, *(min(half / each.width, height / each.height) for each in leaves))
    for sides in order:
        page = writer.add_blank_page(*size)
        forms, content = DictionaryObject(), []
        for name, number, left in zip(("/L", "/R"), sides, (True, False), strict=True):
            if number is None:
                continue
            leaf = leaves[number]
            forms[NameObject(name)] = leaf.form
            x = half - scale * leaf.width if left else half
            y = (height - scale * leaf.height) / 2
            content.append(f"q {scale:.5f} 0 0 {scale:.5f} {x:.3f} {y:.3f} cm {name} Do Q")
        stream = DecodedStreamObject()
        stream.set_data("\n".join(content).encode())
        page[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 - its only way
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): forms})
    kept = BytesIO()
    writer.write(kept)
    return kept.getvalue()


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page as a form, cropped and turned as it is read, its lower left corner at the origin."""

    form: IndirectObject
    width: float
    height: float

    @classmethod
    def of(cls, reference: IndirectObject, writer: PdfWriter) -> _Leaf:
        page = page_at(reference)
        left, bottom, right, top = _box(page)
        width, height = right - left, top - bottom
        turned = int(entry(page, "/Rotate", NumberObject) or 0) // 90 * 90 % 360
        matrix, size = _turned(turned, (left, bottom, right, top), width, height)
        form = DecodedStreamObject()
        form.set_data(content_of(page))
        form.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/FormType"): NumberObject(1),
                NameObject("/BBox"): _floats(left, bottom, right, top),
                NameObject("/Matrix"): _floats(*matrix),
            }
        )
        for key, value in (
            ("/Resources", page.get("/Resources")),
            ("/Group", page.get("/Group")),
        ):
            known = resolved(value)
            if isinstance(known, DictionaryObject):
                form[NameObject(key)] = known.clone(writer)
        return cls(writer._add_object(form.flate_encode()), *size)  # noqa: SLF001 - its only way


def _box(page: DictionaryObject) -> tuple[float, float, float, float]:
    """The trim; where a page has none, what a viewer shows of it."""
    box = (
        entry(page, "/TrimBox", ArrayObject)
        or entry(page, "/CropBox", ArrayObject)
        or entry(page, "/MediaBox", ArrayObject)
    )
    values = [float(str(resolved(each))) for each in box or ()]
    if len(values) != 4:  # noqa: PLR2004 - two corners
        raise DamagedError("a page has no size")
    left, right = sorted(values[::2])
    bottom, top = sorted(values[1::2])
    if right - left < 1 or top - bottom < 1:
        raise DamagedError("a page has no size")
    return left, bottom, right, top


def _turned(
    turned: int, box: tuple[float, float, float, float], width: float, height: float
) -> tuple[tuple[float, ...], tuple[float, float]]:
    """The matrix that brings a page upright to the origin, and its size then (7.7.3.3)."""
    left, bottom, right, top = box
    if turned == 90:  # noqa: PLR2004 - degrees, clockwise
        return (0, -1, 1, 0, -bottom, right), (height, width)
    if turned == 180:  # noqa: PLR2004
        return (-1, 0, 0, -1, right, top), (width, height)
    if turned == 270:  # noqa: PLR2004
        return (0, 1, -1, 0, top, -left), (height, width)
    return (1, 0, 0, 1, -left, -bottom), (width, height)


def _floats(*given: float) -> ArrayObject:
    return ArrayObject([FloatObject(each) for each in given])

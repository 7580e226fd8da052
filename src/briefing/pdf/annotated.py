"""What hangs on an appendix's pages: links told, comments and fields shown or drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from briefing.pdf.navigation import PRINTED
from briefing.pdf.trees import spelled
from briefing.reading import entry, items, resolved
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf.generic import PdfObject

_HIDING = 0b100011
"""The flags of annotations that are invisible, hidden or not viewed (12.5.3)."""
_HIDDEN = 0b10


def settle(page: DictionaryObject) -> None:
    """Make annotations what PDF/A and PDF/UA ask for: printed, seen, links with words.

    Makers that tag a file often leave a link's words out (ISO 14289-1, 7.18.5); an address says
    itself. What is hidden, or has no appearance of its own, is not seen and goes (ISO 19005-3,
    6.3.2 and 6.3.3).
    """
    kept = ArrayObject()
    for reference in items(page, "/Annots"):
        annotation = resolved(reference)
        if not isinstance(annotation, DictionaryObject):
            continue
        flags = int(entry(annotation, "/F", NumberObject) or 0)
        if annotation.get("/Subtype") == "/Popup":  # the window of a note, which is no page's
            continue
        annotation.pop("/Popup", None)
        is_link = annotation.get("/Subtype") == "/Link"
        looks = entry(annotation, "/AP", DictionaryObject)
        if not is_link and (flags & _HIDING or looks is None or "/N" not in looks):
            continue
        annotation[NameObject("/F")] = NumberObject(flags & ~_HIDING | PRINTED)
        if looks is not None:
            looks.pop("/R", None)
            looks.pop("/D", None)
        if is_link and not entry(annotation, "/Contents", TextStringObject):
            words = _words(annotation)
            annotation[NameObject("/Contents")] = TextStringObject(words)
            language = wording().spoken("link_within_appendix")
            if language and words == wording().link_within_appendix:
                annotation[NameObject("/Lang")] = TextStringObject(language)
        kept.append(reference)
    page[NameObject("/Annots")] = kept


def _words(link: DictionaryObject) -> str:
    action = entry(link, "/A", DictionaryObject)
    if action is not None and action.get("/S") == "/URI":
        return spelled(action.get("/URI")).decode("latin-1")
    return wording().link_within_appendix


def draw_annotations(
    page: DictionaryObject, number: Callable[[PdfObject], IndirectObject], *, print_alone: bool
) -> None:
    """Draw what annotations look like on the page, and leave links alone as annotations.

    With `print_alone` those that are not printed are left out, as they would be.
    """
    drawn: list[bytes] = []
    names = DictionaryObject(
        entry(entry(page, "/Resources", DictionaryObject), "/XObject", DictionaryObject) or {}
    )
    left = ArrayObject()
    for reference in items(page, "/Annots"):
        annotation = resolved(reference)
        if not isinstance(annotation, DictionaryObject):
            continue
        if annotation.get("/Subtype") == "/Link":
            left.append(reference)
            continue
        flags = int(entry(annotation, "/F", NumberObject) or 0)
        appearance = _appearance(annotation)
        if flags & _HIDDEN or (print_alone and not flags & PRINTED) or appearance is None:
            continue
        matrix = _matrix(annotation, resolved(appearance))
        if matrix is not None:
            name = f"/Seen{len(drawn)}"
            while name in names:
                name += "-"
            names[NameObject(name)] = appearance
            drawn.append(f"q {matrix} cm {name} Do Q".encode())
    if "/Annots" in page:
        page[NameObject("/Annots")] = left
    if drawn:
        resources = DictionaryObject(entry(page, "/Resources", DictionaryObject) or {})
        resources[NameObject("/XObject")] = names
        page[NameObject("/Resources")] = resources
        before, after = DecodedStreamObject(), DecodedStreamObject()
        before.set_data(b"q")
        after.set_data(b"Q " + b" ".join(drawn))
        page[NameObject("/Contents")] = ArrayObject(
            [number(before), *items(page, "/Contents"), number(after)]
        )


def _appearance(annotation: DictionaryObject) -> PdfObject | None:
    """The reference to the form that shows an annotation in its present state (12.5.5)."""
    looks = entry(annotation, "/AP", DictionaryObject)
    if looks is None or "/N" not in looks or annotation.get("/Subtype") == "/Popup":
        return None
    normal = looks.raw_get("/N")
    known = resolved(normal)
    if isinstance(known, DictionaryObject) and not isinstance(known, StreamObject):
        state = str(resolved(annotation.get("/AS", "/Off")))
        normal = known.raw_get(state) if state in known else None
    return normal if isinstance(resolved(normal), StreamObject) else None


def _matrix(annotation: DictionaryObject, form: object) -> str | None:
    """The matrix from the form's bounds, as its own matrix turns them, to the place (12.5.5)."""
    rect, bounds = _numbers(annotation, "/Rect"), _numbers(form, "/BBox")
    a, b, c, d, e, f = _numbers(form, "/Matrix") or [1, 0, 0, 1, 0, 0]
    if len(rect) != 4 or len(bounds) != 4:  # noqa: PLR2004 - two corners
        return None
    corners = [(x, y) for x in bounds[::2] for y in bounds[1::2]]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    if wide <= 0 or high <= 0:
        return None
    (left, right), (low, top) = sorted(rect[::2]), sorted(rect[1::2])
    across, up = (right - left) / wide, (top - low) / high
    return f"{across:.5f} 0 0 {up:.5f} {left - across * min(xs):.4f} {low - up * min(ys):.4f}"


def _numbers(holder: object, key: str) -> list[float]:
    return [float(str(resolved(each))) for each in items(holder, key)]

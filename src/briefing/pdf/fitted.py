"""Pages of an appendix scaled into the format's page, with all that is measured in their space.

Content is drawn through a matrix, and clipped to what was seen of it; links, places, bounds in the
structure and patterns, whose space is the page's own (ISO 32000-1, 8.7.2), are moved with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from briefing.pdf.foreign import trim, turned, unit_of
from briefing.pdf.stamp import seen_to_page
from briefing.reading import entry, items, resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pypdf.generic import PdfObject

    from briefing.drawing import Rect

    Number = Callable[[PdfObject], IndirectObject]

_BOXES = ("/MediaBox", "/BleedBox", "/TrimBox")
_CORNERS = ("/Rect", "/QuadPoints", "/L", "/Vertices", "/CL")
"""Entries of annotations that are points, x and y by turns (12.5.6)."""
_LENGTHS = (
    *("/Width", "/Height", "/SpaceBefore", "/SpaceAfter", "/StartIndent", "/EndIndent"),
    *("/TextIndent", "/LineHeight", "/BaselineShift", "/TextDecorationThickness", "/Padding"),
    *("/BorderThickness", "/TPadding", "/ColumnGap", "/ColumnWidths"),
)
"""Attributes of layout that are lengths (14.8.5.4)."""
_PLACES = {"/XYZ": "xy", "/FitH": "y", "/FitBH": "y", "/FitV": "x", "/FitBV": "x", "/FitR": "xyxy"}
"""What the numbers of a destination are, by its kind (12.3.2.2)."""


@dataclass(frozen=True, slots=True)
class Move:
    """How a page's space is moved: by a factor, then across and up, in points."""

    scale: float
    across: float
    up: float

    def along(self, values: Sequence[PdfObject], axes: str = "xy") -> ArrayObject:
        """Coordinates moved, `axes` by turns; what is no number stays as it is."""
        moved = ArrayObject()
        for place, value in enumerate(values):
            known = resolved(value)
            offset = self.across if axes[place % len(axes)] == "x" else self.up
            if isinstance(known, (NumberObject, FloatObject)):
                moved.append(_real(float(known) * self.scale + offset))
            else:
                moved.append(value)
        return moved


def room(width: float, height: float, furniture: Sequence[Rect]) -> tuple[float, ...]:
    """What a page leaves free between the furniture at its head and foot: left, low, right, top.

    In points from the lower left corner of the page as it is seen.
    """
    heads = [each.bottom for each in furniture if each.bottom <= height / 2]
    feet = [each.y for each in furniture if each.y >= height / 2]
    low = height - min(feet) + _AIR if feet else 0.0
    top = height - max(heads) - _AIR if heads else height
    return (0.0, low, width, top)


_AIR = 2.0
"""Points between a fitted page and what the body prints round it."""


def fit(
    page: DictionaryObject, holder: DictionaryObject, furniture: Sequence[Rect], number: Number
) -> Move:
    """Scale a page into the one that holds its place; returns how its space was moved."""
    before, turn = trim(page), turned(page)
    low_x, low_y, high_x, high_y = trim(holder)
    width, height = high_x - low_x, high_y - low_y
    own = (0.0, 0.0, height, width) if turn % 180 else (0.0, 0.0, width, height)
    matrix = seen_to_page(own, turn)
    free = _under(room(width, height, furniture), matrix)
    across, up = before[2] - before[0], before[3] - before[1]
    scale = min((free[2] - free[0]) / across, (free[3] - free[1]) / up)
    move = Move(
        scale,
        (free[0] + free[2] - scale * across) / 2 - scale * before[0],
        (free[1] + free[3] - scale * up) / 2 - scale * before[1],
    )
    _draw_through(page, move, before, number)
    for key in ("/CropBox", "/ArtBox", "/VP", "/UserUnit", *_BOXES):
        page.pop(key, None)
    for key in _BOXES:
        box = entry(holder, key, ArrayObject)
        if box is not None:
            moved = _under(tuple(float(str(resolved(each))) for each in box), matrix)
            page[NameObject(key)] = ArrayObject([_real(each) for each in moved])
    _move_annotations(page, move)
    return move


def in_points(page: DictionaryObject, number: Number) -> Move | None:
    """Draw a page whose units are no points in points (UserUnit): every printer scales it alike.

    Returns how its space was moved; None where its units are points.
    """
    unit = unit_of(page)
    page.pop("/UserUnit", None)
    if unit == 1:
        return None
    move = Move(unit, 0.0, 0.0)
    seen = entry(page, "/MediaBox", ArrayObject) or ArrayObject(map(_real, trim(page)))
    left, low, right, top = (float(str(resolved(each))) for each in seen)
    _draw_through(
        page, move, (min(left, right), min(low, top), max(left, right), max(low, top)), number
    )
    page.pop("/VP", None)
    for key in (*_BOXES, "/CropBox", "/ArtBox"):
        box = entry(page, key, ArrayObject)
        if box is not None:
            page[NameObject(key)] = move.along(list(box))
    _move_annotations(page, move)
    return move


def move_places(values: Iterable[ArrayObject], moves: Mapping[int, Move]) -> None:
    """Move destinations to the pages in `moves`, by the numbers of their objects."""
    for array in values:
        target = list(array)
        if len(target) < 3 or not isinstance(target[0], IndirectObject):  # noqa: PLR2004
            continue
        move, axes = moves.get(target[0].idnum), _PLACES.get(str(resolved(target[1])))
        if move is None or axes is None:
            continue
        moved = move.along(target[2 : 2 + len(axes)], axes)
        array[2 : 2 + len(axes)] = moved


def move_bounds(elements: Iterable[DictionaryObject], moves: Mapping[int, Move]) -> None:
    """Move the bounds and lengths that structure elements on these pages have."""
    done: set[int] = set()
    for element in elements:
        move = _move_of(element, moves)
        for attributes in items(element, "/A"):
            known = resolved(attributes)
            if move is None or not isinstance(known, DictionaryObject):
                continue
            if isinstance(attributes, IndirectObject):
                if attributes.idnum in done:
                    continue
                done.add(attributes.idnum)
            bounds = entry(known, "/BBox", ArrayObject)
            if bounds is not None:
                known[NameObject("/BBox")] = move.along(list(bounds))
            for key in _LENGTHS:
                if key in known:
                    known[NameObject(key)] = _scaled(known.get(key), move.scale)


def _move_of(element: DictionaryObject, moves: Mapping[int, Move]) -> Move | None:
    """The move of the page that an element, or the first of its kids, stands on."""
    for holder in (element, *(resolved(kid) for kid in items(element, "/K"))):
        if isinstance(holder, DictionaryObject) and "/Pg" in holder:
            page = holder.raw_get("/Pg")
            if isinstance(page, IndirectObject) and page.idnum in moves:
                return moves[page.idnum]
    return None


def _draw_through(
    page: DictionaryObject, move: Move, seen: tuple[float, ...], number: Number
) -> None:
    left, low, right, top = seen
    matrix = f"{move.scale:.6f} 0 0 {move.scale:.6f} {move.across:.4f} {move.up:.4f} cm"
    clip = f"{left:.4f} {low:.4f} {right - left:.4f} {top - low:.4f} re W n"
    before, after = DecodedStreamObject(), DecodedStreamObject()
    before.set_data(f"q {matrix} {clip} q\n".encode())
    after.set_data(b"\nQ Q")
    page[NameObject("/Contents")] = ArrayObject(
        [number(before), *items(page, "/Contents"), number(after)]
    )
    resources = entry(page, "/Resources", DictionaryObject)
    patterns = entry(resources, "/Pattern", DictionaryObject)
    if resources is None or not patterns:
        return
    moved = DictionaryObject(
        {NameObject(key): number(_pattern(patterns.get(key), move)) for key in patterns}
    )
    own = DictionaryObject(resources)
    own[NameObject("/Pattern")] = moved
    page[NameObject("/Resources")] = own


def _pattern(value: object, move: Move) -> PdfObject:
    """A copy of a pattern whose matrix leads to where the page's space has been moved."""
    known = resolved(value)
    if not isinstance(known, DictionaryObject):
        return DictionaryObject()
    copied = type(known)()
    copied.update({NameObject(key): known.raw_get(key) for key in known})
    if isinstance(known, StreamObject) and isinstance(copied, StreamObject):
        copied._data = known._data  # noqa: SLF001 - the data as they are compressed
    matrix = [float(str(resolved(each))) for each in items(known, "/Matrix")] or [1, 0, 0, 1, 0, 0]
    linear = [_real(each * move.scale) for each in matrix[:4]]
    copied[NameObject("/Matrix")] = ArrayObject(
        [*linear, *move.along(list(map(_real, matrix[4:])))]
    )
    return copied


def _move_annotations(page: DictionaryObject, move: Move) -> None:
    for reference in items(page, "/Annots"):
        annotation = resolved(reference)
        if isinstance(annotation, DictionaryObject):
            _move_annotation(annotation, move)


def _move_annotation(annotation: DictionaryObject, move: Move) -> None:
    for key in _CORNERS:
        points = entry(annotation, key, ArrayObject)
        if points is not None:
            annotation[NameObject(key)] = move.along(list(points))
    paths = entry(annotation, "/InkList", ArrayObject)
    if paths is not None:
        annotation[NameObject("/InkList")] = ArrayObject(
            move.along(list(known)) if isinstance(known := resolved(each), ArrayObject) else each
            for each in paths
        )
    if "/RD" in annotation:
        annotation[NameObject("/RD")] = _scaled(annotation.get("/RD"), move.scale)


def _scaled(value: object, by: float) -> PdfObject:
    known = resolved(value)
    if isinstance(known, ArrayObject):
        return ArrayObject(_scaled(each, by) for each in known)
    if isinstance(known, (NumberObject, FloatObject)):
        return _real(float(known) * by)
    return known  # type: ignore[return-value] # a name such as Auto


def _under(rect: Sequence[float], matrix: Sequence[float]) -> tuple[float, ...]:
    """A rectangle, its corners moved by a matrix of quarter turns."""
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in ((rect[0], rect[1]), (rect[2], rect[3]))]
    ys = [b * x + d * y + f for x, y in ((rect[0], rect[1]), (rect[2], rect[3]))]
    return (min(xs), min(ys), max(xs), max(ys))


def _real(value: float) -> FloatObject:
    return FloatObject(f"{value:.4f}")

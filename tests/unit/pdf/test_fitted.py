"""Pages scaled into the format's: what is measured in their space is moved with it."""

from __future__ import annotations

from io import BytesIO
from typing import Any, cast

import pypdfium2
import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    RectangleObject,
)

from briefing.drawing import Rect
from briefing.pdf.fitted import room
from briefing.preflight import preflight
from briefing.profiles import PRESS, SCREEN
from tests.unit.pdf.bound import A5, WORDS, Bound, bound, made_by
from tests.unit.pdf.hostile import written

FOLIO = 22.0
"""What the body's folio takes of the foot of a page, with air, in points."""


def changed(change: Any, maker: str = "weasyprint") -> bytes:
    writer = PdfWriter(clone_from=BytesIO(made_by(maker)))
    change(writer)
    return written(writer)


def page_of(made: Bound) -> Any:
    return made.reader.pages[made.first]


def expected(box: tuple[float, float, float, float]) -> tuple[float, float, float]:
    """Scale and offsets by which a page of this box comes to the middle of what A5 leaves."""
    width, height = box[2] - box[0], box[3] - box[1]
    scale = min(A5.width / width, (A5.height - FOLIO) / height)
    across = (A5.width - scale * width) / 2 - scale * box[0]
    up = FOLIO + (A5.height - FOLIO - scale * height) / 2 - scale * box[1]
    return scale, across, up


def test_links_and_places_move_with_what_they_stand_on() -> None:
    source = made_by("weasyprint")
    kept, fitted = bound(source), bound(source, fit=True)
    scale, across, up = expected((0, 0, 595.275591, 841.889764))
    for before, after in zip(page_of(kept)["/Annots"], page_of(fitted)["/Annots"], strict=True):
        moved = [
            float(value) * scale + (up if place % 2 else across)
            for place, value in enumerate(before.get_object()["/Rect"])
        ]
        assert [float(each) for each in after.get_object()["/Rect"]] == pytest.approx(
            moved, abs=0.01
        )
    target = kept.reader.named_destinations["D/weights"]
    moved = fitted.reader.named_destinations["D/weights"]
    assert float(moved["/Top"]) == pytest.approx(float(target["/Top"]) * scale + up, abs=0.01)
    assert float(moved["/Left"]) == pytest.approx(float(target["/Left"]) * scale + across, abs=0.01)


def bounds(made: Bound) -> list[list[float]]:
    found, waiting = [], [made.reader.root_object["/StructTreeRoot"]["/K"]]
    while waiting:
        each: Any = waiting.pop().get_object()
        if isinstance(each, list):
            waiting += list(each)[::-1]
        elif isinstance(each, dict) and "/S" in each:
            attributes = each.get("/A", DictionaryObject()).get_object()
            if isinstance(attributes, dict) and "/BBox" in attributes:
                found.append([float(value) for value in attributes["/BBox"]])
            waiting.append(each.get("/K", ArrayObject()))
    return found


def _with_a_bounded_element(writer: PdfWriter) -> None:
    root: Any = writer.root_object["/StructTreeRoot"]["/K"]  # type: ignore[index]
    each: Any = root
    while "/Pg" not in each.get_object():
        kids = each.get_object()["/K"] if isinstance(each.get_object(), dict) else each
        each = kids[0] if isinstance(kids, list) else kids
    each.get_object()[NameObject("/A")] = DictionaryObject(
        {
            NameObject("/O"): NameObject("/Layout"),
            NameObject("/BBox"): RectangleObject((100, 200, 300, 400)),
            NameObject("/Width"): NumberObject(200),
        }
    )


def test_bounds_in_the_structure_move_too() -> None:
    source = changed(_with_a_bounded_element, "chromium")
    scale, across, up = expected((0, 0, 612, 792))
    assert [100, 200, 300, 400] in bounds(bound(source))
    moved = [
        scale * 100 + across,
        scale * 200 + up,
        scale * 300 + across,
        scale * 400 + up,
    ]
    assert any(each == pytest.approx(moved, abs=0.01) for each in bounds(bound(source, fit=True)))


def drawn(made: Bound) -> Any:
    return pypdfium2.PdfDocument(made.data)[made.first].render(scale=2).to_pil().convert("L")


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_a_page_that_is_turned_and_cut_is_seen_whole_above_the_folio(angle: int) -> None:
    """A frame within its trim is seen in full; what the maker cut off stays unseen."""

    def change(writer: PdfWriter) -> None:
        page = writer.pages[0]
        stream = DecodedStreamObject()
        stream.set_data(
            b"/Artifact BMC 0 g 60 70 240 300 re f 1 g 70 80 220 280 re f"
            b" 0 g 0 0 40 800 re f 400 0 100 800 re f EMC"
        )
        page[NameObject("/Contents")] = writer._add_object(stream)
        page.cropbox = page.trimbox = RectangleObject((50, 60, 310, 380))
        page.rotate(angle)

    made = bound(changed(change), fit=True)
    picture = drawn(made)
    assert picture.size == pytest.approx((2 * A5.width, 2 * A5.height), abs=2)
    across, up = (320, 260) if angle % 180 else (260, 320)
    scale = min(A5.width / across, (A5.height - FOLIO) / up)
    dark = picture.crop((0, 0, picture.width, round(2 * (A5.height - FOLIO))))
    left, top, right, low = dark.point(lambda shade: 255 * (shade < 128)).getbbox()
    assert (right - left) / 2 == pytest.approx(scale * (across - 20), abs=1.5)
    assert (low - top) / 2 == pytest.approx(scale * (up - 20), abs=1.5)
    assert f"folio {made.first + 1}" in page_of(made).extract_text()


def _with_a_pattern(writer: PdfWriter) -> None:
    """A tile of a hundred points, dark on its left half, over the whole page."""
    cell = DecodedStreamObject()
    cell.set_data(b"0 g 0 0 50 100 re f")
    entries = {"PatternType": 1, "PaintType": 1, "TilingType": 1, "XStep": 100, "YStep": 100}
    cell.update({NameObject(f"/{key}"): NumberObject(value) for key, value in entries.items()})
    cell[NameObject("/BBox")] = RectangleObject((0, 0, 100, 100))
    cell[NameObject("/Resources")] = DictionaryObject()
    page: Any = writer.pages[0]
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Pattern"): DictionaryObject({NameObject("/P"): writer._add_object(cell)})}
    )
    stream = DecodedStreamObject()
    stream.set_data(b"/Artifact BMC /Pattern cs /P scn 0 0 1000 1000 re f EMC")
    page[NameObject("/Contents")] = writer._add_object(stream)


def test_patterns_keep_to_what_they_fill() -> None:
    made = bound(changed(_with_a_pattern), fit=True)
    scale, across, up = expected((0, 0, 595.275591, 841.889764))
    picture = drawn(made)

    def shade(x: float, y: float) -> int:
        return int(
            picture.getpixel(
                (round(2 * (scale * x + across)), round(2 * (A5.height - scale * y - up)))
            )
        )

    assert [shade(x, 440) < 128 for x in (25, 75, 325, 375)] == [True, False, True, False]


def test_a_fitted_page_of_a_press_file_has_the_bodys_boxes_and_marks() -> None:
    made = bound(changed(_in_black), fit=True, on_press=True)
    body, page = made.reader.pages[0], page_of(made)
    for key in ("/MediaBox", "/BleedBox", "/TrimBox"):
        margins = [float(b) - float(a) for a, b in zip(body[key], page[key], strict=True)]
        assert margins[:2] == pytest.approx([0, 0], abs=0.01)
        assert margins[2:] == pytest.approx([A5.width - 297.64, A5.height - 419.53], abs=0.01)
    assert b"/Marks CS" in page["/Resources"]["/XObject"]["/Folio"].get_data()
    assert preflight(made.data, PRESS) == []
    assert made.codes == []


def _in_black(writer: PdfWriter) -> None:
    for page in writer.pages:
        stream = DecodedStreamObject()
        stream.set_data(b"0 0 0 1 k 60 70 240 300 re f")
        page[NameObject("/Contents")] = writer._add_object(stream)


def test_what_the_body_prints_leaves_this_room() -> None:
    head, foot = Rect(20, 10, 200, 12), Rect(20, 380, 200, 10)
    assert room(300, 400, ()) == (0, 0, 300, 400)
    assert room(300, 400, (foot,)) == (0, 22, 300, 400)
    assert room(300, 400, (head, foot)) == (0, 22, 300, 376)


def test_an_untagged_page_that_is_fitted_is_one_figure() -> None:
    made = bound(made_by("pdflatex"), fit=True, description=WORDS)
    assert made.codes == []
    assert preflight(made.data, SCREEN) == []
    assert isinstance(page_of(made).mediabox[2], FloatObject)


def _in_units_of(unit: float) -> Any:
    """Pages that count in other units, as large as they were: all in them is smaller, or larger."""

    def change(writer: PdfWriter) -> None:
        for page in writer.pages:
            stream = DecodedStreamObject()
            stream.set_data(
                f"/Artifact BMC 0 0 0 1 k {60 / unit} {70 / unit} {240 / unit} {300 / unit} re f"
                " EMC".encode()
            )
            page[NameObject("/Contents")] = writer._add_object(stream)
            page[NameObject("/UserUnit")] = FloatObject(unit)
            for key in ("/MediaBox", "/TrimBox", "/CropBox", "/BleedBox", "/ArtBox"):
                if key in page:
                    scaled = [
                        FloatObject(float(each) / unit) for each in cast("list[Any]", page[key])
                    ]
                    page[NameObject(key)] = ArrayObject(scaled)
            for annotation in cast("list[Any]", page.get("/Annots", [])):
                known = annotation.get_object()
                corners = [FloatObject(float(each) / unit) for each in known["/Rect"]]
                known[NameObject("/Rect")] = ArrayObject(corners)

    return change


@pytest.mark.parametrize("unit", [2.0, 0.5])
def test_pages_in_other_units_are_drawn_in_points(unit: float) -> None:
    """What is printed is where and as large as in the same file in points, links too."""
    plain, scaled = (bound(changed(_in_units_of(each))) for each in (1.0, unit))
    assert scaled.codes == plain.codes
    own, other = page_of(plain), page_of(scaled)
    assert "/UserUnit" not in other
    for key in ("/MediaBox", "/TrimBox"):
        if key in own:
            assert list(map(float, other[key])) == pytest.approx(
                list(map(float, own[key])), abs=0.01
            )
    for before, after in zip(own["/Annots"], other["/Annots"], strict=True):
        assert list(map(float, after.get_object()["/Rect"])) == pytest.approx(
            list(map(float, before.get_object()["/Rect"])), abs=0.01
        )
    boxes = [
        drawn(each).point(lambda shade: 255 * (shade < 128)).getbbox() for each in (plain, scaled)
    ]
    assert boxes[0] == pytest.approx(boxes[1], abs=1)


def test_a_press_file_takes_pages_in_other_units() -> None:
    made = bound(changed(_in_units_of(2.0)), on_press=True)
    assert "/UserUnit" not in page_of(made)
    assert [each for each in preflight(made.data, PRESS) if "scaled" in str(each)] == []

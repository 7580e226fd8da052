"""Pages of an appendix in a press file: crop marks where they bleed, else one remark."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject, RectangleObject

from briefing.drawing import MM
from tests.unit.pdf.bound import Bound, bound, made_by
from tests.unit.pdf.hostile import written

WIDTH, HEIGHT = 300.0, 400.0


def press_page(bleed: float = 3 * MM, slug: float = 0, *, grounds: bool = True) -> bytes:
    """Two pages of one colour from edge to edge of the medium, `slug` beyond the bleed."""
    writer = PdfWriter(clone_from=BytesIO(made_by("cairo")))
    beyond = bleed + slug
    for page in writer.pages:
        stream = DecodedStreamObject()
        stream.set_data(b"0 0.5 1 0 k -99 -99 999 999 re f" if grounds else b"")
        page[NameObject("/Contents")] = writer._add_object(stream)
        page.mediabox = RectangleObject((-beyond, -beyond, WIDTH + beyond, HEIGHT + beyond))
        page.bleedbox = RectangleObject((-bleed, -bleed, WIDTH + bleed, HEIGHT + bleed))
        page.trimbox = RectangleObject((0, 0, WIDTH, HEIGHT))
        page.cropbox = page.mediabox
    return written(writer)


def box(made: Bound, key: str, page: int = 2) -> list[float]:
    return [float(each) for each in made.reader.pages[page][key]]


def picture(made: Bound) -> Any:
    return pypdfium2.PdfDocument(made.data)[made.first].render(scale=2).to_pil().convert("L")


@pytest.mark.parametrize("folio", [True, False], ids=["folio", "no folio"])
def test_a_page_that_bleeds_has_marks_beyond_the_bleed(*, folio: bool) -> None:
    made = bound(press_page(), on_press=True, folio=folio)
    beyond = 10 * MM
    wanted = [-beyond, -beyond, WIDTH + beyond, HEIGHT + beyond]
    assert box(made, "/MediaBox") == pytest.approx(wanted, abs=0.01)
    assert box(made, "/BleedBox")[0] == pytest.approx(-3 * MM, abs=0.01)
    seen = picture(made)
    at = {
        place: seen.getpixel((round(2 * place), round(2 * (beyond + 50))))
        for place in (2, 12, 25, 40)
    }
    assert at[2] == at[12] == 255  # the maker's ink beyond the bleed is cut off
    assert at[25] == at[40] < 255
    marks = seen.crop((0, 0, round(2 * 7 * MM), seen.height)).getextrema()
    assert marks[0] < 128
    assert made.codes == (["appendix-folio"] if folio else [])


def test_a_page_with_room_for_its_own_marks_is_left_as_it_is() -> None:
    made = bound(press_page(slug=20), on_press=True, folio=False)
    assert box(made, "/MediaBox")[0] == pytest.approx(-20 - 3 * MM, abs=0.01)
    assert "/XObject" not in made.reader.pages[2]["/Resources"] or not [
        name for name in made.reader.pages[2]["/Resources"]["/XObject"] if "Folio" in name
    ]


def test_pages_without_bleed_are_told_once() -> None:
    made = bound(press_page(bleed=0), on_press=True, folio=False)
    (warning,) = made.said
    assert warning.code == "appendix-without-bleed"
    assert "its pages have no bleed" in warning.message
    assert box(made, "/MediaBox") == box(made, "/TrimBox") == [0, 0, WIDTH, HEIGHT]

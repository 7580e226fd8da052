"""An appendix's rendition for the press: faults are told with page and object, before merging."""

from __future__ import annotations

from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    RectangleObject,
    StreamObject,
)

from briefing.diagnostics import Diagnostic, Diagnostics, Severity, Source
from briefing.preflight.rendition import judge_rendition
from briefing.profiles import PRESS
from tests.conftest import ROOT
from tests.unit.pdf.bound import made_by
from tests.unit.pdf.hostile import written

WHERE = Source("appendices/notes-press.pdf")


def judged(content: bytes, *, fit: bool = False) -> list[Diagnostic]:
    diagnostics = Diagnostics()
    judge_rendition(content, PRESS, diagnostics, WHERE, fit=fit)
    return list(diagnostics)


def pages(*contents: bytes, boxed: bool = True, **resources: Any) -> bytes:
    writer = PdfWriter()
    for content in contents:
        page = writer.add_blank_page(300, 400)
        stream = DecodedStreamObject()
        stream.set_data(content)
        page[NameObject("/Contents")] = stream
        held = {NameObject(f"/{key}"): _own(writer, value) for key, value in resources.items()}
        page[NameObject("/Resources")] = DictionaryObject(held)
        if boxed:
            page.trimbox = page.bleedbox = RectangleObject((0, 0, 300, 400))
    return written(writer)


def _own(writer: PdfWriter, value: Any) -> Any:
    """A value in which every stream is an object of its own, as the format has it."""
    if not isinstance(value, DictionaryObject):
        return value
    for key in list(value):
        value[NameObject(key)] = _own(writer, value.raw_get(key))
    return writer._add_object(value) if isinstance(value, StreamObject) else value


SOUND = b"0 0 0 1 k 20 20 50 50 re f"


def test_what_is_ready_is_not_remarked_on() -> None:
    assert judged(pages(SOUND, SOUND)) == []


def test_colours_in_light_are_named_by_page() -> None:
    (fault,) = judged(pages(SOUND, b"1 0 0 rg 20 20 50 50 re f 60 60 50 50 re f"))
    assert (fault.code, fault.severity, fault.where) == ("device-rgb", Severity.ERROR, WHERE)
    assert fault.message == (
        "page 2, area: DeviceRGB 1 0 0 under a printing condition of inks, and 1 more like it"
    )
    assert 'press = "' in fault.hint


def drawn(**held: Any) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in held.items()})


def test_a_picture_deep_in_forms_is_found_on_its_way() -> None:
    picture, form = DecodedStreamObject(), DecodedStreamObject()
    picture.set_data(bytes(3))
    entries = {"Width": 1, "Height": 1, "BitsPerComponent": 8}
    picture.update({NameObject(f"/{key}"): NumberObject(value) for key, value in entries.items()})
    picture[NameObject("/Subtype")] = NameObject("/Image")
    picture[NameObject("/ColorSpace")] = NameObject("/DeviceRGB")
    form.set_data(b"q 9 0 0 9 20 20 cm /Im1 Do Q")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = RectangleObject((0, 0, 300, 400))
    form[NameObject("/Resources")] = drawn(XObject=drawn(Im1=picture))
    (fault,) = judged(pages(SOUND, SOUND, b"/Fm0 Do", XObject=drawn(Fm0=form)))
    assert fault.message.startswith(
        "page 3, Fm0 \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} pict"
    )
    assert "Im1: DeviceRGB" in fault.message


def test_missing_boxes_are_an_error_unless_the_page_is_fitted() -> None:
    content = pages(SOUND, SOUND, boxed=False)
    assert [each.message for each in judged(content)] == [
        "page 1: the page has no TrimBox: where it is cut is open",
        "page 2: the page has no TrimBox: where it is cut is open",
    ]
    assert judged(content, fit=True) == []


def test_fonts_that_are_not_embedded_are_named() -> None:
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    content = pages(b"BT 0 0 0 1 k /F1 12 Tf 20 20 Td (Words) Tj ET", Font=fonts)
    (fault,) = judged(content)
    assert (fault.code, fault.message) == (
        "font-embedded",
        "page 1, font Helvetica: the font is not embedded",
    )


@pytest.mark.parametrize("maker", ["chromium", "typst", "cairo", "pdflatex"])
def test_files_for_the_screen_are_not_ready(maker: str) -> None:
    errors = [each for each in judged(made_by(maker)) if each.severity is Severity.ERROR]
    assert "page-boxes" in {each.code for each in errors}


def test_a_long_list_is_cut() -> None:
    many = [b"%.3f 0 1 rg 20 20 50 50 re f" % (number / 100) for number in range(40)]
    told = judged(pages(*many))
    assert [each.code for each in told].count("device-rgb") == 20
    (last,) = [each for each in told if each.code == "appendix-further-faults"]
    assert last.message.startswith("20 further faults")


def test_what_cannot_be_read_is_left_to_whoever_appends_it() -> None:
    assert judged(b"no PDF") == []


def test_the_rendition_of_the_model_case_is_ready() -> None:
    name = "questionnaire-press.pdf"
    assert judged((ROOT / "data/stp-survey/appendices" / name).read_bytes()) == []

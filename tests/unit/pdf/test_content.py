"""What appendices' content does that PDF/A forbids: the claim is taken back, and it is told."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    TextStringObject,
)

from briefing.preflight.opened import elements
from briefing.reading import items
from tests.unit.pdf.bound import TAGGED, UNTAGGED, WORDS, bound, made_by
from tests.unit.pdf.hostile import hang, name, table, written

if TYPE_CHECKING:
    from collections.abc import Callable

_SHOWN = re.compile(rb"(?:\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f]+>)(?=\s*\]?\s*T[jJ])")


def spoilt(change: Callable[[bytes], bytes]) -> bytes:
    """Typst's file, the content of its first page changed."""
    writer = PdfWriter(clone_from=BytesIO(made_by("typst")))
    page: Any = writer.pages[0]
    before = page.get_contents().get_data()
    stream = DecodedStreamObject()
    stream.set_data(change(before))
    assert stream.get_data() != before
    page[name("Contents")] = writer._add_object(stream)
    return written(writer)


def showing(codes: bytes) -> Callable[[bytes], bytes]:
    return lambda content: _SHOWN.sub(codes, content, count=1)


def claimed(data: bytes) -> set[bytes]:
    """The standards that a file says it keeps."""
    metadata: Any = PdfReader(BytesIO(data)).root_object["/Metadata"]
    found = re.findall(rb"pdfuaid:part>1|pdfaid:conformance>.|pdfaid:part>.", metadata.get_data())
    return set(found)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (showing(b"<FFF0>"), "letters that their fonts do not have"),
        (showing(b"<0000>"), "letters that their fonts do not have"),
        (showing(b"<00>"), "letters that their fonts do not have"),
        (lambda content: content + b" foo", "operators that nobody knows"),
        (lambda content: b"/Foo ri " + content, "a rendering intent"),
        (lambda content: b"q " * 40 + content + b" Q" * 40, "graphics states"),
        (lambda content: b"q 1 0 0 1 99999999999 0 cm Q " + content, "numbers too large"),
        (
            lambda content: content + b" /Artifact BMC BI /W 1 /H 1 /F /LZW ID x EI EMC",
            "packed in a way",
        ),
    ],
)
def test_content_that_is_no_pdf_a_takes_the_claim_back(
    change: Callable[[bytes], bytes], says: str
) -> None:
    done = bound(spoilt(change))
    assert "appendix-unsound" in done.codes
    assert any(says in each.message for each in done.said)
    assert claimed(done.data) == set()


def test_tags_and_decoration_within_each_other_are_not_heard() -> None:
    inside = re.compile(rb"(/MCID \d+\s*>>\s*BDC)")
    done = bound(spoilt(lambda content: inside.sub(rb"\1 /Artifact BMC EMC", content, count=1)))
    assert done.codes == ["appendix-unheard"]
    assert b"pdfuaid:part>1" not in claimed(done.data)


def test_letters_that_say_nothing_are_not_heard() -> None:
    writer = PdfWriter(clone_from=BytesIO(made_by("typst")))
    for number in range(1, len(writer._objects) + 1):
        font = writer.get_object(number)
        if isinstance(font, DictionaryObject) and "/ToUnicode" in font:
            stream = DecodedStreamObject()
            stream.set_data(b"1 beginbfchar <0001> <0041> endbfchar")
            font[name("ToUnicode")] = writer._add_object(stream)
    done = bound(written(writer))
    assert done.codes == ["appendix-unheard"]
    assert b"pdfuaid:part>1" not in claimed(done.data)


@pytest.mark.parametrize("maker", [*TAGGED, *UNTAGGED])
def test_nothing_is_said_of_what_makers_write(maker: str) -> None:
    codes = bound(made_by(maker), description=WORDS if maker in UNTAGGED else "").codes
    assert not {"appendix-unsound", "appendix-unheard", "appendix-language"} & set(codes)


def test_a_font_that_is_none_has_no_letters() -> None:
    writer = PdfWriter(clone_from=BytesIO(made_by("typst")))
    for number in range(1, len(writer._objects) + 1):
        each = writer.get_object(number)
        if isinstance(each, DictionaryObject) and "/FontFile3" in each:
            stream = DecodedStreamObject()
            stream.set_data(b"rubbish")
            stream[name("Subtype")] = name("CIDFontType0C")
            each[name("FontFile3")] = writer._add_object(stream)
    assert "appendix-unsound" in bound(written(writer)).codes


def test_a_structure_that_leads_back_into_itself_is_cut() -> None:
    writer = PdfWriter(clone_from=BytesIO(made_by("typst")))
    root: Any = writer.root_object["/StructTreeRoot"]
    top: Any = root["/K"]
    top = (top[0] if isinstance(top, list) else top).get_object()
    held = top["/K"] if isinstance(top["/K"], list) else [top.raw_get("/K")]
    top[name("K")] = ArrayObject([*held, top.indirect_reference])
    joined = bound(written(writer)).reader.root_object["/StructTreeRoot"]
    seen = [
        each.idnum
        for element in elements(joined)
        for each in items(element, "/K")
        if isinstance(each, IndirectObject) and "/S" in each.get_object()  # type: ignore[operator]
    ]
    assert seen
    assert len(seen) == len(set(seen))


def test_a_language_that_is_none_is_told_and_taken_out() -> None:
    writer = PdfWriter(clone_from=BytesIO(made_by("typst")))
    writer.root_object[NameObject("/Lang")] = TextStringObject("not a language!")
    done = bound(written(writer))
    assert done.codes == ["appendix-language"]
    tree = elements(done.reader.root_object["/StructTreeRoot"])
    assert "not a language!" not in {str(each.get("/Lang")) for each in tree}


def test_the_window_of_a_note_goes_with_it() -> None:
    writer = PdfWriter(clone_from=BytesIO(made_by("typst")))
    hang(writer, "Popup", AP=table(N=writer._add_object(DecodedStreamObject())))
    kinds = [
        each.get_object()["/Subtype"]
        for page in bound(written(writer)).reader.pages
        for each in page.get("/Annots", ())
    ]
    assert "/Popup" not in kinds


def test_words_in_a_layer_are_not_tagged_by_it() -> None:
    layer = b" /OC /Layer BDC BT (words) Tj ET EMC"
    done = bound(spoilt(lambda content: content + layer))
    assert "appendix-partly-tagged" in done.codes


def fonts_of(writer: PdfWriter) -> list[Any]:
    """The fonts of a file that have widths, simple ones and those below composite ones."""
    found = (writer.get_object(at) for at in range(1, len(writer._objects) + 1))
    return [each for each in found if isinstance(each, DictionaryObject) and _has_widths(each)]


def _has_widths(each: DictionaryObject) -> bool:
    return each.get("/Type") == "/Font" and bool({"/Widths", "/W"} & each.keys())


def widened(maker: str, by: float) -> bytes:
    """A maker's file whose fonts' dictionaries say other widths than their files."""
    writer = PdfWriter(clone_from=BytesIO(made_by(maker)))

    def wider(value: Any) -> Any:
        value = value.get_object()
        if isinstance(value, ArrayObject):
            return ArrayObject(map(wider, value))
        return FloatObject(float(value) + by)

    for each in fonts_of(writer):
        if "/Widths" in each:
            each[name("Widths")] = wider(each["/Widths"])
            continue
        parts = ArrayObject(part.get_object() for part in each["/W"].get_object())
        at = 0
        while at < len(parts):
            at += 1 if isinstance(parts[at + 1], ArrayObject) else 2
            parts[at] = wider(parts[at])
            at += 1
        each[name("W")] = parts
    return written(writer)


@pytest.mark.parametrize("maker", ["chromium", "lualatex", "typst", "weasyprint", "writer"])
def test_letters_of_other_widths_than_their_fonts_take_the_claim_back(maker: str) -> None:
    done = bound(widened(maker, 90))
    assert any("not as wide as their fonts" in each.message for each in done.said)
    assert claimed(done.data) == set()


@pytest.mark.parametrize("maker", ["chromium", "lualatex", "typst", "weasyprint", "writer"])
def test_widths_that_are_rounded_are_allowed(maker: str) -> None:
    assert "appendix-unsound" not in bound(widened(maker, 0.4)).codes


def saying_private() -> PdfWriter:
    """Typst's file, the letters of its fonts mapped to those of private use."""
    writer = PdfWriter(clone_from=BytesIO(made_by("typst")))
    for number in range(1, len(writer._objects) + 1):
        font = writer.get_object(number)
        if isinstance(font, DictionaryObject) and "/ToUnicode" in font:
            stream = DecodedStreamObject()
            stream.set_data(b"1 beginbfrange <0001> <00FF> <E001> endbfrange")
            font[name("ToUnicode")] = writer._add_object(stream)
    return writer


def test_letters_of_private_use_take_level_a_back_alone() -> None:
    done = bound(written(saying_private()))
    assert done.codes == ["appendix-unsaid"]
    assert claimed(done.data) == {b"pdfuaid:part>1", b"pdfaid:part>3", b"pdfaid:conformance>B"}


def test_letters_of_private_use_may_have_words_of_their_own() -> None:
    writer = saying_private()
    root: Any = writer.root_object["/StructTreeRoot"]
    for element in elements(root):
        element[name("ActualText")] = TextStringObject("words")
    assert bound(written(writer)).codes == []


def test_what_a_library_remarks_on_fonts_is_not_printed(caplog: pytest.LogCaptureFixture) -> None:
    assert bound(made_by("writer")).codes == []
    assert not caplog.records

"""What viewers forgive in an appendix is set right, or told of the appendix, not of the whole."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
)

from briefing.diagnostics import Source
from briefing.pdf.balanced import balanced
from briefing.pdf.foreign import trim
from briefing.pdf.join import elements_of
from briefing.pdf.stray import tidied
from briefing.preflight import Guest, preflight
from briefing.profiles import SCREEN
from tests.unit.pdf.bound import WHERE, bound, made_by
from tests.unit.pdf.documents import opened
from tests.unit.pdf.hostile import CATALOG, PAGE, PAGES, source, stream, written

if TYPE_CHECKING:
    from collections.abc import Callable

TYPES = {"/Document", "/Part", "/Sect", "/Div", "/P", "/H1", "/H2", "/L", "/LI", "/Lbl", "/LBody"}
TYPES |= {"/Table", "/TR", "/TH", "/TD", "/Link", "/Span", "/Figure", "/NonStruct", "/Note"}
TYPES |= {"/THead", "/TBody", "/Caption", "/BlockQuote"}


def changed(change: Callable[[PdfWriter], None], maker: str = "writer") -> bytes:
    writer = PdfWriter(clone_from=BytesIO(made_by(maker)))
    change(writer)
    return written(writer)


# -- roles -----------------------------------------------------------------------------------------


def roles(data: bytes) -> dict[str, str]:
    """The role of every element, and what it means by the role map in one step."""
    root: Any = opened(data).root_object["/StructTreeRoot"]
    known = root.get("/RoleMap", {})
    used = {str(each["/S"]) for each in elements_of(root)}
    return {role: str(known.get(role, role)) for role in used}


def test_standard_roles_that_lead_to_themselves_are_what_they_are() -> None:
    source_map: Any = opened(made_by("writer")).root_object["/StructTreeRoot"]["/RoleMap"]
    assert source_map["/Link"] == "/Link"
    found = roles(bound(made_by("writer")).data)
    assert {"/Link", "/Table", "/TD"} <= found.keys()
    assert {meaning for meaning in found.values() if meaning not in TYPES} == set()


@pytest.mark.parametrize(
    "given",
    [{}, {"/Text body": "/Odd", "/Odd": "/Text body"}, {"/Text body": "/Nowhere"}],
    ids=["none", "a circle", "nowhere"],
)
def test_a_role_that_leads_nowhere_is_no_more_than_what_it_holds(given: dict[str, str]) -> None:
    def change(writer: PdfWriter) -> None:
        root: Any = writer.root_object["/StructTreeRoot"]
        root[NameObject("/RoleMap")] = DictionaryObject(
            {NameObject(key): NameObject(value) for key, value in given.items()}
        )

    assert roles(bound(changed(change)).data)["/Text body"] == "/NonStruct"


def test_a_chain_of_roles_is_followed_to_its_end() -> None:
    def change(writer: PdfWriter) -> None:
        known: Any = writer.root_object["/StructTreeRoot"]
        known["/RoleMap"][NameObject("/Text body")] = NameObject("/Odd")
        known["/RoleMap"][NameObject("/Odd")] = NameObject("/P")

    assert roles(bound(changed(change)).data)["/Text body"] == "/P"


# -- what is outside tags --------------------------------------------------------------------------


def forms(content: bytes) -> DictionaryObject:
    form = DecodedStreamObject()
    form.set_data(content)
    form[NameObject("/Subtype")] = NameObject("/Form")
    return DictionaryObject({NameObject("/XObject"): DictionaryObject({NameObject("/F"): form})})


@pytest.mark.parametrize(
    ("drawn", "declared", "strays"),
    [
        (b"/Artifact BMC BT (1) Tj ET EMC", 0, 0),
        (b"/P <</MCID 0>> BDC BT (1) Tj ET EMC 0 0 1 1 re f", 0, 1),
        (b"0 0 1 1 re f", 1, 0),
        (b"BT (1) Tj ET", 0, 1),
        (b"", 0, 0),
    ],
)
def test_a_form_is_what_is_drawn_in_it(drawn: bytes, declared: int, strays: int) -> None:
    tidy = tidied(b"q /F Do Q", forms(drawn))
    assert (tidy.declared, tidy.strays) == (declared, strays)
    assert (b"/Artifact BMC /F Do EMC" in tidy.content) is bool(declared)


def test_a_file_of_ours_with_page_numbers_on_merged_pages_is_tagged_in_full() -> None:
    once = bound(made_by("typst"))
    assert b"/Folio" in b"".join(page.get_contents().get_data() for page in once.reader.pages)
    assert bound(once.data, folio=False).codes == []


def test_a_spreadsheet_with_words_outside_its_tags_is_told_and_taken() -> None:
    made = bound(made_by("calc"))
    assert made.codes == ["appendix-partly-tagged"]
    assert b"pdfuaid:part>" not in made.reader.root_object["/Metadata"].get_data()
    guest = Guest(range(2, 3), "appendix D", WHERE)
    assert preflight(made.data, SCREEN, [guest]) == []
    assert [each.code for each in preflight(made.data, SCREEN)] == ["content-outside-tags"]


def test_pages_that_lead_to_no_tags_are_outside_them() -> None:
    def change(writer: PdfWriter) -> None:
        root: Any = writer.root_object["/StructTreeRoot"]
        del root["/ParentTree"]

    assert bound(changed(change)).codes == ["appendix-partly-tagged"]


def test_faults_of_an_appendix_are_told_of_it_and_of_its_own_page() -> None:
    content = b"/Artifact BMC /Nope gs EMC"
    made = bound(source(CATALOG, PAGES, PAGE % b"", stream(content)), description="Nothing.")
    guest = Guest(range(2, 3), "appendix D", Source("notes.pdf"))
    (fault,) = preflight(made.data, SCREEN, [guest])
    assert fault.message == "appendix D: page 1: ExtGState Nope is missing"
    assert (str(fault.where), fault.code) == ("notes.pdf", "undefined-resource")
    assert fault.hint


# -- boxes and states ------------------------------------------------------------------------------


def boxed(**boxes: tuple[float, ...]) -> DictionaryObject:
    page = DictionaryObject()
    for key, corners in boxes.items():
        page[NameObject(f"/{key}")] = ArrayObject(map(FloatObject, corners))
    return page


@pytest.mark.parametrize(
    ("boxes", "seen"),
    [
        ({"CropBox": (900, 900, 990, 990)}, (0, 0, 300, 400)),
        ({"TrimBox": (-10, 20, 500, 300)}, (0, 20, 300, 300)),
        ({"TrimBox": (900, 0, 990, 9), "CropBox": (10, 10, 200, 200)}, (10, 10, 200, 200)),
        ({"CropBox": (200, 300, 100, 100)}, (100, 100, 200, 300)),
    ],
)
def test_what_a_box_has_beyond_the_medium_is_not_there(
    boxes: dict[str, tuple[float, ...]], seen: tuple[float, ...]
) -> None:
    assert trim(boxed(MediaBox=(0, 0, 300, 400), **boxes)) == seen


@pytest.mark.parametrize("fit", [False, True], ids=["kept", "fitted"])
def test_boxes_beyond_the_medium_keep_no_file_from_being_merged(*, fit: bool) -> None:
    def change(writer: PdfWriter) -> None:
        page: Any = writer.pages[0]
        page[NameObject("/TrimBox")] = ArrayObject(map(FloatObject, (-20, -20, 900, 1200)))
        page[NameObject("/CropBox")] = ArrayObject(map(FloatObject, (2000, 0, 2100, 90)))

    made = bound(changed(change, "typst"), fit=fit)
    assert preflight(made.data, SCREEN) == []
    page = made.reader.pages[made.first]
    assert "/CropBox" not in page
    assert [float(each) for each in page.trimbox] == [float(each) for each in page.mediabox]


@pytest.mark.parametrize(
    ("content", "settled"),
    [
        (b"q 1 w Q", b"q 1 w Q"),
        (b"q q 1 w Q", b"q q 1 w Q\nQ"),
        (b"/P <</MCID 0>> BDC q", b"/P <</MCID 0>> BDC q\nEMC\nQ"),
        (b"1 w EMC 2 w Q 3 w", b"1 w\n 2 w\n 3 w"),
    ],
)
def test_what_a_page_opens_is_closed_and_nothing_else(content: bytes, settled: bytes) -> None:
    assert balanced(content) == settled


@pytest.mark.parametrize("content", [b"q .5 0 0 .5 90 90 cm q", b"Q Q Q"])
@pytest.mark.parametrize("fit", [False, True], ids=["kept", "fitted"])
def test_a_page_left_open_moves_neither_itself_nor_the_folio(content: bytes, *, fit: bool) -> None:
    ground = b" .5 g 20 150 20 20 re f"
    page = PAGE % b"/Resources <<>>"
    sound, broken = (
        bound(source(CATALOG, PAGES, page, stream(each)), description="A grey square.", fit=fit)
        for each in (b"q" + content.strip(b"Q") + ground + b" Q Q", content + ground)
    )
    assert "appendix-repaired" in broken.codes
    assert pictured(broken.data, broken.first) == pictured(sound.data, sound.first)


def pictured(data: bytes, page: int) -> bytes:
    return bytes(pypdfium2.PdfDocument(data)[page].render(scale=1).to_pil().tobytes())


def test_a_page_that_says_that_it_has_no_content_is_blank() -> None:
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents null>>"
    assert bound(source(CATALOG, PAGES, page), description="Nothing.").codes == []

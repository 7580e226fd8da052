from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from PIL import ImageChops
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    RectangleObject,
    TextStringObject,
)

from briefing.diagnostics import Diagnostics, Faults, Source
from briefing.drawing import Geometry, Rect
from briefing.pdf.append import Appendix, append
from briefing.pdf.foreign import facts
from briefing.preflight import preflight, structure_text
from briefing.profiles import SCREEN
from tests.unit.pdf.documents import holding, one_of_everything, opened, press, screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL import Image

FORM = (Path(__file__).parent / "fixtures" / "form.pdf").read_bytes()
WHERE = Source("appendices/form.pdf")


@cache
def body(*dividers: int) -> bytes:
    """Three pages, and two behind each divider that hold the places of the form's."""
    pages, tree = one_of_everything(3)
    return screen(holding(pages, dict.fromkeys(dividers, 2)), tree)


def appendix(
    content: bytes = FORM,
    after: int = 1,
    letter: str = "D",
    furniture: tuple[tuple[Rect, ...], ...] = (),
) -> Appendix:
    """The form behind one of the three pages, the only appendix so far."""
    places = range(after + 1, after + 3)
    return Appendix(letter, f"Appendix {letter}: the form", content, places, furniture, WHERE)


def appended(*appendices: Appendix, diagnostics: Diagnostics | None = None) -> bytes:
    """The body with appendices, in their order."""
    moved = [
        replace(each, places=range(each.places.start + 2 * place, each.places.stop + 2 * place))
        for place, each in enumerate(appendices)
    ]
    dividers = [each.places.start - 1 for each in appendices]
    return append(body(*dividers), moved, Diagnostics() if diagnostics is None else diagnostics)


def joined(*appendices: Appendix) -> tuple[Any, list[str]]:
    diagnostics = Diagnostics()
    data = appended(*appendices, diagnostics=diagnostics)
    return opened(data), [each.code for each in diagnostics]


def changed(change: Callable[[PdfWriter], None], source: bytes = FORM) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(source))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pages_stand_behind_their_divider_and_are_counted() -> None:
    reader, said = joined(appendix(after=1), appendix(after=2, letter="E"))
    assert reader.page_labels == [str(page) for page in range(1, 8)]
    assert said == []
    found = [place for place, page in enumerate(reader.pages) if "The form" in page.extract_text()]
    assert found == [2, 5]


SIZE = facts(FORM, Diagnostics(), WHERE).sizes[0]  # type: ignore[union-attr]
FOOT, HEADING = Rect(SIZE[0] - 60, SIZE[1] - 20, 40, 10), Rect(50, 50, 200, 60)


def stamped(content: bytes, *furniture: tuple[Rect, ...]) -> tuple[Any, list[Any]]:
    """The form behind page 2, on which the body prints its numbers at the foot."""
    pages, tree = one_of_everything(3)
    held = screen(holding(pages, {1: 2}, Geometry(*SIZE)), tree)
    diagnostics = Diagnostics()
    data = append(held, [appendix(content, furniture=furniture)], diagnostics)
    assert preflight(data, SCREEN) == []
    return opened(data), list(diagnostics)


def test_what_the_body_prints_on_appended_pages_is_furniture_and_no_part_of_the_reading() -> None:
    reader, said = stamped(FORM, (FOOT,), (FOOT,))
    assert said == []
    assert [f"folio {place}" in reader.pages[place - 1].extract_text() for place in (3, 4)] == [
        True,
        True,
    ]
    form = reader.pages[2]["/Resources"]["/XObject"]["/Folio"]
    assert b"/Artifact <</Type /Pagination /Subtype /Footer" in form.get_data()
    body_fonts = reader.pages[0]["/Resources"]["/Font"]
    assert form["/Resources"]["/Font"] == body_fonts
    stream = BytesIO()
    PdfWriter(clone_from=reader).write(stream)
    assert "folio" not in structure_text(stream.getvalue())


def test_furniture_is_left_out_where_something_stands_and_that_is_said() -> None:
    reader, (told,) = stamped(FORM, (HEADING,), (FOOT,))
    assert (told.code, told.where) == ("appendix-folio", WHERE)
    assert told.message.endswith("on its page 1")
    assert "folio" not in reader.pages[2].extract_text()
    assert "folio 4" in reader.pages[3].extract_text()


def test_without_furniture_pages_are_left_as_they_are() -> None:
    reader, said = stamped(FORM)
    assert said == []
    assert "folio" not in reader.pages[2].extract_text() + reader.pages[3].extract_text()


def drawn(content: bytes, page: int) -> Image.Image:
    """A page as it is seen, a pixel a point."""
    document = pypdfium2.PdfDocument(content)
    picture: Image.Image = document[page].render(scale=1).to_pil()
    return picture.convert("L")


@pytest.mark.parametrize(
    ("angle", "right", "below"), [(0, 10, 40), (90, 20, 10), (180, 30, 20), (270, 40, 30)]
)
def test_furniture_stands_at_the_foot_of_a_page_that_is_turned_and_cut(
    angle: int, right: int, below: int
) -> None:
    """`right` and `below` are what the page shows beyond its trim."""

    def turn(writer: PdfWriter) -> None:
        for page in writer.pages:
            page.trimbox = RectangleObject((30, 40, SIZE[0] - 10, SIZE[1] - 20))
            page.rotate(angle)

    content = changed(turn)
    found = facts(content, Diagnostics(), WHERE)
    assert found is not None
    width, height = found.sizes[0]
    pages, tree = one_of_everything(3)
    held = screen(holding(pages, {1: 2}, Geometry(width, height)), tree)
    places = ((Rect(width - 40, height - 20, 20, 10),),) * 2
    plain = drawn(append(held, [appendix(content)], Diagnostics()), 2)
    printed = drawn(append(held, [appendix(content, furniture=places)], Diagnostics()), 2)
    box = ImageChops.difference(plain, printed).getbbox()
    assert box is not None
    assert box[0] == pytest.approx(plain.width - right - 40, abs=2)
    assert box[3] == pytest.approx(plain.height - below - 12, abs=2)
    assert box[3] - box[1] < 8


def _titles(item: Any) -> Any:
    return [_titles(each) for each in item] if isinstance(item, list) else item["/Title"]


def test_bookmarks_hang_below_their_dividers() -> None:
    reader, _ = joined(appendix(after=1))
    assert [_titles(each) for each in reader.outline] == [
        "Part 1",
        "Part 2",
        ["The form", ["End"]],
        "Part 3",
    ]
    inner = reader.outline[2][0]
    assert reader.get_destination_page_number(inner) == 2


def test_an_appendix_without_a_divider_gets_a_bookmark_of_its_own() -> None:
    pages, tree = one_of_everything(2)
    held = holding(replace(pages, bookmarks=pages.bookmarks[:1]), {1: 2})
    data = append(screen(held, tree), [appendix()], Diagnostics())
    assert opened(data).outline[1]["/Title"] == "Appendix D: the form"


def test_names_of_places_are_kept_apart() -> None:
    reader, _ = joined(appendix(after=0), appendix(after=1, letter="E"))
    names = reader.named_destinations
    assert {"part-1", "part-3", "D/end", "E/end"} <= names.keys()
    assert reader.get_destination_page_number(names["D/end"]) == 2
    assert reader.get_destination_page_number(names["part-3"]) == 6


def test_the_structure_is_read_in_the_order_of_the_pages() -> None:
    diagnostics = Diagnostics()
    spoken = structure_text(appended(appendix(after=1), diagnostics=diagnostics))
    places = [
        spoken.index(words)
        for words in (
            "H1: Heading 2",
            'Part "Appendix D: the form"',
            "H1: The form",
            "H2: End",
            "H1: Heading 3",
        )
    ]
    assert places == sorted(places)
    assert structure_text(body()).splitlines()[:30] == spoken.splitlines()[:30]


def test_every_sequence_still_leads_to_its_owner() -> None:
    reader, _ = joined(appendix(after=0), appendix(after=1, letter="E"))
    nums = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    keys = [int(key) for key in nums[::2]]
    assert keys == sorted(set(keys))
    parents = dict(zip(keys, nums[1::2], strict=True))
    for page in reader.pages:
        for owner in parents[int(page["/StructParents"])].get_object():
            element = owner.get_object()
            assert element["/Pg"].indirect_reference == page.indirect_reference
        for annotation in page.get("/Annots", ()):
            number = annotation.get_object().get("/StructParent")
            assert parents[int(number)].get_object()["/S"] == "/Link"


def test_the_joined_file_passes_preflight_and_keeps_the_bodys_record() -> None:
    data = appended(appendix())
    assert preflight(data, SCREEN) == []
    before, after = opened(body(1)), opened(data)
    assert after.metadata == before.metadata
    assert after.pdf_header == before.pdf_header
    for key in ("/Metadata",):
        assert after.root_object[key].get_data() == before.root_object[key].get_data()
    assert after.root_object["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"


def test_the_same_appendices_give_the_same_bytes() -> None:
    assert appended(appendix(furniture=((FOOT,),) * 2)) == appended(
        appendix(furniture=((FOOT,),) * 2)
    )


def test_nothing_to_append_changes_nothing() -> None:
    assert append(body(), [], Diagnostics()) == body()


def _remap(writer: PdfWriter) -> None:
    root: Any = writer.root_object["/StructTreeRoot"]
    root[NameObject("/RoleMap")] = DictionaryObject(
        {
            NameObject("/Table Contents"): NameObject("/P"),
            NameObject("/Table Heading"): NameObject("/P"),
            NameObject("/Text body"): NameObject("/Div"),
        }
    )


def test_a_role_that_means_something_else_is_renamed() -> None:
    reader, _ = joined(appendix(), appendix(changed(_remap), after=2, letter="E"))
    roles = reader.root_object["/StructTreeRoot"]["/RoleMap"]
    assert roles["/Text body"] == "/P"
    assert roles["/Text body-E"] == "/Div"
    assert "/Table Contents-E" not in roles


def _with_identifiers(writer: PdfWriter) -> None:
    root: Any = writer.root_object["/StructTreeRoot"]
    top = root["/K"] if "/S" in root["/K"] else root["/K"][0]
    top.get_object()[NameObject("/ID")] = TextStringObject("note-0001")


def test_identifiers_that_clash_are_renamed() -> None:
    reader, _ = joined(appendix(changed(_with_identifiers)))
    names = [bytes(str(name), "ascii") for name in _names(reader)]
    assert b"note-0001" in names
    assert b"D/note-0001" in names


def _names(reader: Any) -> list[Any]:
    tree = reader.root_object["/StructTreeRoot"]["/IDTree"]
    return list(tree["/Names"][::2])


def _untagged(writer: PdfWriter) -> None:
    del writer.root_object["/StructTreeRoot"]


def test_an_untagged_appendix_is_refused_with_a_remedy() -> None:
    with pytest.raises(Faults) as faults:
        joined(appendix(changed(_untagged)))
    (fault,) = faults.value.diagnostics
    assert (fault.code, fault.where) == ("appendix-untagged", WHERE)
    assert 'untagged = "describe"' in fault.hint


def _fonts(reader: Any, *pages: int) -> dict[int, Any]:
    """The fonts of some pages, by the numbers of their objects."""
    holders = [reader.pages[page]["/Resources"]["/Font"] for page in pages]
    return {fonts.raw_get(key).idnum: fonts[key] for fonts in holders for key in fonts}


def test_fonts_that_are_the_same_are_written_once() -> None:
    reader, _ = joined(appendix(FORM, 0, "D"), appendix(FORM, 1, "E"))
    assert _fonts(reader, 1, 2).keys() == _fonts(reader, 4, 5).keys()
    alone, _ = joined(appendix(FORM, 0, "D"))
    assert len(_fonts(reader, 1, 2)) == len(_fonts(alone, 1, 2))


def _other_letters(writer: PdfWriter) -> None:
    """The fonts of another document by the same maker: tags as before, files not."""
    for font in writer.pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        held = font.get_object()["/FontDescriptor"]
        stream = DecodedStreamObject()
        stream.set_data(held["/FontFile2"].get_data() + bytes(4))
        held[NameObject("/FontFile2")] = writer._add_object(stream)


def test_subsets_of_two_appendices_have_names_of_their_own() -> None:
    """Makers begin to count at one tag in each file, so two files have two fonts of one name."""
    reader, _ = joined(appendix(FORM, 0, "D"), appendix(changed(_other_letters), 1, "E"))
    names = {}
    for number, font in _fonts(reader, *range(len(reader.pages))).items():
        names[number] = font["/BaseFont"]
        if "/FontDescriptor" in font:
            assert font["/FontDescriptor"]["/FontName"] == font["/BaseFont"]
    faces = {name.split("+")[1] for name in names.values()}
    assert len(set(names.values())) == len(names) > len(faces)


def _without_fonts(writer: PdfWriter) -> None:
    fonts: Any = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    for font in fonts.values():
        del font.get_object()["/FontDescriptor"].get_object()["/FontFile2"]


def test_a_file_with_missing_fonts_claims_nothing() -> None:
    reader, said = joined(appendix(changed(_without_fonts)))
    assert said == ["appendix-font-not-embedded"]
    claims = reader.root_object["/Metadata"].get_data()
    assert b"<pdfuaid:part>" not in claims
    assert b"<pdfaid:part>" not in claims
    assert b"<dc:title>" in claims


def _armed(writer: PdfWriter) -> None:
    script = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x")}
    )
    launch = DictionaryObject(
        {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("x.exe")}
    )
    page: Any = writer.pages[0]
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): script})
    page["/Annots"][0].get_object()[NameObject("/A")] = launch
    attached = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/FileAttachment"),
            NameObject("/Rect"): ArrayObject([NumberObject(0)] * 4),
        }
    )
    page["/Annots"].append(attached)
    writer.root_object[NameObject("/OpenAction")] = script
    writer.add_attachment("x.exe", b"x")


def test_an_appendix_can_start_nothing() -> None:
    diagnostics = Diagnostics()
    data = appended(appendix(changed(_armed)), diagnostics=diagnostics)
    (warning,) = diagnostics
    assert warning.code == "appendix-disarmed"
    for word in ("JavaScript", "Launch", "FileAttachment", "attached files"):
        assert word in warning.message
    reader = opened(data)
    everything = " ".join(str(reader.get_object(n)) for n in range(1, reader.trailer["/Size"] - 2))
    for word in ("JavaScript", "Launch", "FileAttachment", "x.exe"):
        assert word not in everything


def _locked(writer: PdfWriter) -> None:
    writer.encrypt("", "owner", algorithm="AES-256")


def _empty(writer: PdfWriter) -> None:
    writer.root_object["/Pages"][NameObject("/Kids")] = ArrayObject()  # type: ignore[index]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "appendix-damaged"),
        (b"not a PDF at all", "appendix-no-pdf"),
        (FORM[:2000], "appendix-damaged"),
        (FORM.replace(b"/MediaBox", b"/MediaFox"), "appendix-damaged"),
        (changed(_locked), "appendix-locked"),
        (changed(_empty), "appendix-empty"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_stops_the_build(content: bytes, code: str) -> None:
    with pytest.raises(Faults) as faults:
        joined(appendix(content))
    (fault,) = faults.value.diagnostics
    assert (fault.code, fault.where) == (code, WHERE)


def test_flipped_bytes_never_crash() -> None:
    for place in range(50, len(FORM), 997):
        flipped = FORM[:place] + bytes((FORM[place] ^ 0x55,)) + FORM[place + 1 :]
        try:
            data = appended(appendix(flipped, furniture=((FOOT,),) * 2))
        except Faults:
            continue
        assert len(opened(data).pages) == 5


def test_a_damaged_font_is_noticed(caplog: pytest.LogCaptureFixture) -> None:
    place = FORM.index(b"/Length1")
    start = FORM.index(b"stream", place) + 400
    damaged = FORM[:start] + b"\xff" * 400 + FORM[start + 400 :]
    with pytest.raises(Faults) as faults:
        joined(appendix(damaged))
    assert [each.code for each in faults.value.diagnostics] == ["appendix-damaged"]
    assert caplog.records == []


def test_in_a_press_file_an_appendix_has_a_trim_and_no_links() -> None:
    pages, tree = one_of_everything(2)
    data = append(press(holding(pages, {1: 2}), tree), [appendix()], Diagnostics())
    page = opened(data).pages[2]
    assert "/TrimBox" in page
    assert "/Annots" not in page
    assert "/StructTreeRoot" not in opened(data).root_object


def test_facts_for_planning() -> None:
    found = facts(FORM, Diagnostics(), WHERE)
    assert found is not None
    assert (found.pages, found.tagged, found.title) == (2, True, "The form")
    assert all(round(side) in {595, 612, 792, 842} for size in found.sizes for side in size)


def _in_inks(writer: PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.set_data(b"/Artifact BMC 0 0 0 1 k 10 10 50 50 re f EMC")
    writer.pages[1][NameObject("/Contents")] = writer._add_object(stream)


def test_colours_in_inks_are_no_pdf_a_on_the_screen_and_still_accessible() -> None:
    reader, said = joined(appendix(changed(_in_inks)))
    assert said == ["appendix-in-inks"]
    claims = reader.root_object["/Metadata"].get_data()
    assert b"<pdfaid:part>" not in claims
    assert b"<pdfuaid:part>1<" in claims


def _silent_fonts(writer: PdfWriter) -> None:
    fonts: Any = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    for font in fonts.values():
        font.get_object().pop("/ToUnicode", None)
        font.get_object().pop("/Encoding", None)


def test_fonts_that_say_no_letters_are_told_and_claimed_no_longer() -> None:
    reader, said = joined(appendix(changed(_silent_fonts)))
    assert said == ["appendix-font-unreadable"]
    assert b"<pdfuaid:part>" not in reader.root_object["/Metadata"].get_data()


def _with_a_shared_page(writer: PdfWriter) -> None:
    pages: Any = writer.root_object["/Pages"]
    first = pages["/Kids"][0].get_object().indirect_reference
    pages[NameObject("/Kids")] = ArrayObject([first, first])


def test_a_page_that_stands_in_a_file_twice_is_damage() -> None:
    with pytest.raises(Faults, match="grow together"):
        joined(appendix(changed(_with_a_shared_page)))

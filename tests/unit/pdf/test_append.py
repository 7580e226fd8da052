from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from briefing.diagnostics import Diagnostics, Faults, Source
from briefing.pdf.append import Appendix, append
from briefing.pdf.foreign import facts, page_count
from briefing.preflight import preflight, structure_text
from briefing.profiles import SCREEN
from tests.unit.pdf.documents import one_of_everything, opened, press, screen

if TYPE_CHECKING:
    from collections.abc import Callable

FORM = (Path(__file__).parent / "fixtures" / "form.pdf").read_bytes()
WHERE = Source("appendices/form.pdf")


@cache
def body() -> bytes:
    return screen(*one_of_everything(3))


def appendix(content: bytes = FORM, after: int = 1, letter: str = "D") -> Appendix:
    return Appendix(letter, f"Appendix {letter}: the form", content, after, WHERE)


def joined(*appendices: Appendix) -> tuple[Any, list[str]]:
    diagnostics = Diagnostics()
    data = append(body(), appendices, diagnostics)
    return opened(data), [each.code for each in diagnostics]


def changed(change: Callable[[PdfWriter], None], source: bytes = FORM) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(source))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pages_stand_behind_their_divider_and_are_labelled() -> None:
    reader, said = joined(appendix(after=1), appendix(after=2, letter="E"))
    assert reader.page_labels == ["1", "2", "D-1", "D-2", "3", "E-1", "E-2"]
    assert said == []
    assert "The form" in reader.pages[2].extract_text()


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
    data = append(
        screen(type(pages)(pages.pages, pages.bookmarks[:1]), tree), [appendix()], Diagnostics()
    )
    assert opened(data).outline[1]["/Title"] == "Appendix D: the form"


def test_names_of_places_are_kept_apart() -> None:
    reader, _ = joined(appendix(after=0), appendix(after=1, letter="E"))
    names = reader.named_destinations
    assert {"part-1", "part-3", "D/end", "E/end"} <= names.keys()
    assert reader.get_destination_page_number(names["D/end"]) == 2
    assert reader.get_destination_page_number(names["part-3"]) == 6


def test_the_structure_is_read_in_the_order_of_the_pages() -> None:
    diagnostics = Diagnostics()
    spoken = structure_text(append(body(), [appendix(after=1)], diagnostics))
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
    data = append(body(), [appendix()], Diagnostics())
    assert preflight(data, SCREEN) == []
    before, after = opened(body()), opened(data)
    assert after.metadata == before.metadata
    assert after.pdf_header == before.pdf_header
    for key in ("/Metadata",):
        assert after.root_object[key].get_data() == before.root_object[key].get_data()
    assert after.root_object["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"


def test_the_same_appendices_give_the_same_bytes() -> None:
    assert append(body(), [appendix()], Diagnostics()) == append(
        body(), [appendix()], Diagnostics()
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
    reader, _ = joined(appendix(), appendix(changed(_remap), letter="E"))
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


def test_an_untagged_appendix_is_kept_with_a_warning() -> None:
    reader, said = joined(appendix(changed(_untagged)))
    assert said == ["appendix-untagged"]
    claims = reader.root_object["/Metadata"].get_data()
    assert b"<pdfuaid:part>" not in claims
    assert b"<pdfaid:conformance>B<" in claims
    assert "/StructParents" not in reader.pages[2]
    assert "/StructParents" in reader.pages[4]


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
    data = append(body(), [appendix(changed(_armed))], diagnostics)
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
        (b"not a PDF at all", "appendix-damaged"),
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
            data = append(body(), [appendix(flipped)], Diagnostics())
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
    data = append(press(*one_of_everything(2)), [appendix()], Diagnostics())
    page = opened(data).pages[2]
    assert "/TrimBox" in page
    assert "/Annots" not in page
    assert "/StructTreeRoot" not in opened(data).root_object


def test_facts_for_planning() -> None:
    found = facts(FORM, Diagnostics(), WHERE)
    assert found is not None
    assert (found.pages, found.tagged, found.title) == (2, True, "The form")
    assert all(round(side) in {595, 612, 792, 842} for size in found.sizes for side in size)
    assert page_count(FORM) == 2

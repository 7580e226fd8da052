"""Fields of a form that the tags of an appendix leave out: told by their names, or not at all."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

from briefing.preflight.inspect import tree
from tests.unit.pdf.bound import bound, made_by
from tests.unit.pdf.hostile import written


def _with_a_field(own: dict[str, str], above: dict[str, str]) -> bytes:
    """A tagged file with one more field, which its structure does not know."""
    writer = PdfWriter(clone_from=BytesIO(made_by("weasyprint")))
    look = DecodedStreamObject()
    look.set_data(b"0 g 0 0 10 10 re f")
    look.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject([FloatObject(each) for each in (0, 0, 10, 10)]),
            NameObject("/Resources"): DictionaryObject(),
        }
    )
    entries: dict[str, PdfObject] = {
        "/Type": NameObject("/Annot"),
        "/Subtype": NameObject("/Widget"),
        "/FT": NameObject("/Tx"),
        "/Rect": ArrayObject([FloatObject(each) for each in (300, 300, 310, 310)]),
        "/AP": DictionaryObject({NameObject("/N"): writer._add_object(look)}),
        **{key: TextStringObject(value) for key, value in own.items()},
    }
    if above:
        named = {NameObject(key): TextStringObject(value) for key, value in above.items()}
        entries["/Parent"] = writer._add_object(DictionaryObject(named))
    field = DictionaryObject({NameObject(key): value for key, value in entries.items()})
    page = writer.pages[0]
    kept = page.get("/Annots", ArrayObject())
    page[NameObject("/Annots")] = ArrayObject([*kept, writer._add_object(field)])
    return written(writer)


@pytest.mark.parametrize(
    ("own", "above"), [({"/TU": "Your council"}, {}), ({}, {"/TU": "Your council", "/T": "c1"})]
)
def test_a_field_that_has_a_name_is_told_by_it(own: dict[str, str], above: dict[str, str]) -> None:
    made = bound(_with_a_field(own, above))
    assert "appendix-partly-tagged" not in made.codes
    assert "Form alt: Your council" in tree(made.data)
    (field,) = [
        each.get_object()
        for each in made.reader.pages[made.first]["/Annots"]
        if each.get_object()["/Subtype"] == "/Widget"
    ]
    assert field["/TU"] == "Your council"
    assert "/StructParent" in field
    assert field["/Ff"] & 1, "nobody can fill in what nobody collects"


def test_a_field_without_a_name_is_no_part_of_an_accessible_file() -> None:
    made = bound(_with_a_field({"/T": "Text1"}, {}))
    assert "appendix-partly-tagged" in made.codes

from __future__ import annotations

import pytest

from briefing.diagnostics import Faults
from briefing.drawing import MM, Rect, Shape, rectangle
from briefing.layout.pages import Box, Pages
from briefing.operators import operations
from briefing.pdf.write import write
from briefing.profiles import PRESS
from briefing.structure import Artifact, Tree
from tests.unit.pdf.documents import (
    A6,
    FACES,
    FOGRA,
    METADATA,
    UNPRINTED,
    one_of_everything,
    opened,
    paper,
    press,
)


def test_a_colour_without_a_press_value_is_named_once() -> None:
    shape = Shape(rectangle(Rect(0, 0, 9, 9)), UNPRINTED, UNPRINTED)
    pages = Pages((paper(Box(Artifact.GROUND, Rect(0, 0, 9, 9), (shape, shape))),))
    with pytest.raises(Faults) as faults:
        press(pages, Tree("en-GB"))
    (fault,) = faults.value.diagnostics
    assert fault.code == "colour-without-press-value"
    assert "neon" in fault.message


def test_there_is_no_press_file_without_the_printers_profile() -> None:
    pages, tree = one_of_everything(1)
    with pytest.raises(Faults) as faults:
        write(pages, tree, PRESS, METADATA, FACES)
    assert [each.code for each in faults.value.diagnostics] == ["no-press-profile"]


def test_the_boxes_lie_within_each_other_round_the_trim() -> None:
    page = opened(press(*one_of_everything(1))).pages[0]
    assert [float(value) for value in page.trimbox] == [0, 0, A6.width, A6.height]
    assert float(page.bleedbox[0]) == pytest.approx(-3 * MM, abs=0.001)
    assert float(page.mediabox[0]) == pytest.approx(-10 * MM, abs=0.001)
    assert float(page.mediabox[3]) == pytest.approx(A6.height + 10 * MM, abs=0.001)


def test_crop_marks_stand_on_every_plate_clear_of_the_bleed() -> None:
    page = opened(press(*one_of_everything(1))).pages[0]
    space = page["/Resources"]["/ColorSpace"]["/Marks"]
    assert space[:2] == ["/Separation", "/All"]
    contents = page.get_contents()
    assert contents is not None
    drawn = list(operations(contents.get_data()))
    start = next(place for place, each in enumerate(drawn) if b"/Marks" in each.operands)
    points = [
        tuple(float(value) for value in each.operands.split())
        for each in drawn[start:]
        if each.operator in {b"m", b"l"}
    ]
    assert len(points) == 16
    for x, y in points:
        outside_x = x <= -A6.bleed + 0.01 or x >= A6.width + A6.bleed - 0.01
        outside_y = y <= -A6.bleed + 0.01 or y >= A6.height + A6.bleed - 0.01
        assert outside_x or outside_y


def test_the_printing_condition_is_embedded() -> None:
    reader = opened(press(*one_of_everything(1)))
    (intent,) = reader.root_object["/OutputIntents"]
    known = intent.get_object()
    assert known["/S"] == "/GTS_PDFX"
    assert known["/OutputConditionIdentifier"] == "FOGRA39"
    assert known["/DestOutputProfile"]["/N"] == 4
    assert known["/DestOutputProfile"].get_data() == FOGRA


def test_a_press_file_has_no_tags_links_or_bookmarks() -> None:
    reader = opened(press(*one_of_everything(2)))
    assert not {"/StructTreeRoot", "/Outlines", "/Names"} & reader.root_object.keys()
    assert not any("/Annots" in page for page in reader.pages)
    assert reader.pdf_header == "%PDF-1.6"

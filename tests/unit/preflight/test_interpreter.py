"""Content carried out: what is painted, where, how large, in which inks, and by which way."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from briefing.pdf.file import stream
from briefing.preflight import reader
from briefing.preflight.interpreter import seen
from briefing.preflight.numeric import numbers
from briefing.preflight.painted import Bounds, Kind, Painted, Role, Seen
from briefing.preflight.reader import DEEPEST, Ledger
from tests.conformance.presses import Press, form, picture, words


def look(content: bytes, resources: bytes = b"/Font <</F1 8 0 R>>", *objects: bytes) -> Seen:
    press = replace(Press(), content=content, resources=resources, objects=objects)
    return seen(PdfReader(BytesIO(press.file())).pages[0], Ledger())


def only(content: bytes, resources: bytes = b"/Font <</F1 8 0 R>>", *objects: bytes) -> Painted:
    (painted,) = look(content, resources, *objects).painted
    return painted


def near(bounds: Bounds, *expected: float) -> bool:
    return tuple(bounds) == pytest.approx(expected, abs=0.02)


def test_a_rectangle_lies_where_the_matrix_puts_it() -> None:
    painted = only(b"q 2 0 0 2 10 20 cm 0 1 0 0 k 5 5 10 20 re f Q")
    assert painted.kind is Kind.FILL
    assert near(painted.bounds, 20, 30, 40, 70)
    assert painted.tint.laid == ("Magenta",)


def test_a_turned_rectangle_is_held_by_its_bounds() -> None:
    assert near(only(b"0 1 -1 0 50 0 cm 0 0 10 20 re f").bounds, 30, 0, 50, 10)


def test_a_curve_lies_within_its_control_points() -> None:
    assert near(only(b"0 5 m 10 40 30 60 45 20 c f").bounds, 0, 5, 45, 60)


def test_states_are_kept_and_restored() -> None:
    one, two, three = look(
        b"1 0 0 0 k q 0 1 0 0 k 0 0 9 9 re f Q 0 0 9 9 re f Q Q 0 0 9 9 re f"
    ).painted
    assert [each.tint.laid for each in (one, two, three)] == [("Magenta",), ("Cyan",), ("Cyan",)]


def test_a_line_s_width_follows_the_matrix_and_each_line_has_its_place() -> None:
    one, two = look(b"2 0 0 2 0 0 cm 0.5 w 0 0 m 10 0 l 0 20 m 10 20 l S").painted
    assert one.width == two.width == 1.0
    assert near(one.bounds, -0.5, -0.5, 20.5, 0.5)
    assert near(two.bounds, -0.5, 39.5, 20.5, 40.5)


def test_the_clip_cuts_what_is_painted_and_hides_what_is_outside() -> None:
    painted = only(b"q 10 10 20 20 re W n 0 0 15 15 re f 50 50 9 9 re f Q")
    assert near(painted.bounds, 10, 10, 15, 15)
    assert near(only(b"q 10 10 20 20 re W n Q 50 50 9 9 re f").bounds, 50, 50, 59, 59)


def test_words_are_as_large_as_both_matrices_make_them() -> None:
    painted = only(b"0.5 0 0 0.5 0 0 cm BT /F1 10 Tf 2 0 0 2 40 60 Tm <00010002> Tj ET")
    assert painted.size == 10
    assert painted.bounds.left == 20
    assert painted.bounds.width == pytest.approx(10)  # two letters of half an em


def test_words_follow_each_other() -> None:
    first, second, third = look(
        b"BT /F1 10 Tf 20 50 Td [<0001> -1000 <0002>] TJ <0003> Tj 14 TL T* <0004> Tj ET"
    ).painted
    assert first.bounds.width == pytest.approx(20)
    assert second.bounds.left == pytest.approx(40)
    assert third.bounds.left == pytest.approx(20)
    assert third.bounds.bottom == pytest.approx(first.bounds.bottom - 14)


def test_spacing_and_stretch_move_what_follows() -> None:
    _, second = look(b"BT /F1 10 Tf 2 Tc 50 Tz 20 50 Td <00010002> Tj <0003> Tj ET").painted
    assert second.bounds.left == pytest.approx(20 + (2 * 5 + 2 * 2) / 2)


def test_unseen_words_are_not_painted_and_their_font_is_not_used() -> None:
    found = look(b"BT 3 Tr /F1 10 Tf <0001> Tj ET")
    assert not found.painted
    assert not found.met


def test_outlined_words_are_painted_twice() -> None:
    fill, stroke = look(b"BT 2 Tr 1 0 0 0 k 0 1 0 0 K /F1 10 Tf <0001> Tj ET").painted
    assert (fill.tint.laid, stroke.tint.laid) == (("Cyan",), ("Magenta",))


def test_the_way_to_an_object_leads_through_forms() -> None:
    inner = form(b"q 36 0 0 36 0 0 cm /Im Do Q", b"/Resources <</XObject <</Im 14 0 R>>>>")
    outer = form(b"1 0 0 1 10 10 cm /In Do", b"/Resources <</XObject <</In 13 0 R>>>>")
    image = picture(75, 50, b"/ColorSpace /DeviceGray /BitsPerComponent 8")
    painted = only(b"/Out Do", b"/XObject <</Out 12 0 R>>", outer, inner, image)
    assert painted.path == ("Out", "In", "Im")
    assert near(painted.bounds, 10, 10, 46, 46)
    assert painted.resolution == pytest.approx(100)


def test_a_form_has_its_own_matrix_and_box_and_leaves_the_state_alone() -> None:
    small = stream(
        b"1 0 0 0 k 0 0 99 99 re f",
        b"/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Matrix [2 0 0 2 5 5]",
    )
    inside, outside = look(b"/X Do 0 0 9 9 re f", b"/XObject <</X 12 0 R>>", small).painted
    assert near(inside.bounds, 5, 5, 25, 25)
    assert outside.tint.laid == ("Black",)


def test_a_form_without_resources_uses_those_of_the_page() -> None:
    resources = b"/XObject <</X 12 0 R>> /Font <</F1 8 0 R>>"
    assert only(b"/X Do", resources, form(words(9))).kind is Kind.TEXT


def test_a_form_that_paints_itself_is_told_once() -> None:
    again = form(b"/X Do", b"/Resources <</XObject <</X 12 0 R>>>>")
    assert [said for _, said in look(b"/X Do", b"/XObject <</X 12 0 R>>", again).unread] == [
        "X paints itself"
    ]


def test_forms_within_forms_come_to_an_end() -> None:
    chain = [
        form(b"/X Do", b"/Resources <</XObject <</X %d 0 R>>>>" % (13 + place))
        for place in range(DEEPEST + 4)
    ]
    found = look(b"/X Do", b"/XObject <</X 12 0 R>>", *chain)
    assert len(found.unread) == 1
    assert "within each other" in found.unread[0][1]


def test_forms_that_multiply_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "OPERATIONS", 1000)
    resources = b"/Resources <</XObject <</X %d 0 R>>>>"
    laughs = [form(b"/X Do " * 9, resources % (13 + place)) for place in range(9)]
    press = replace(
        Press(), content=b"/X Do", resources=b"/XObject <</X 12 0 R>>", objects=tuple(laughs)
    )
    page = PdfReader(BytesIO(press.file())).pages[0]
    ledger = Ledger(left=1000)
    assert any("operations" in said for _, said in seen(page, ledger).unread)


def test_no_more_objects_are_kept_than_memory_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "PAINTED", 3)
    found = look(b"0 0 9 9 re f " * 5)
    assert len(found.painted) == 3
    assert "not judged" in found.unread[0][1]


def test_letters_that_are_drawings_are_looked_into_once() -> None:
    font = (
        b"<</Type /Font /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FirstChar 97"
        b" /Widths [50] /CharProcs <</a 13 0 R>> /Encoding <</Differences [97 /a]>>>>"
    )
    letter = stream(b"50 0 d0 1 0 0 rg 0 0 40 40 re f")
    found = look(b"BT /F 10 Tf (aa) Tj (a) Tj ET", b"/Font <</F 12 0 R>>", font, letter)
    drawn = [each for each in found.painted if each.kind is Kind.FILL]
    assert [each.tint.space for each in drawn] == ["DeviceRGB"]
    assert drawn[0].path == ("font F a",)
    assert drawn[0].repeated


def test_an_overprint_for_lines_counts_for_areas_unless_they_have_their_own() -> None:
    state = b"/ExtGState <</G <<%b>>>>"
    assert only(b"/G gs 0 0 9 9 re f", state % b"/OP true").overprint
    assert not only(b"/G gs 0 0 9 9 re f", state % b"/OP true /op false").overprint


def test_spot_colours_are_inks_of_their_own() -> None:
    space = (
        b"/ColorSpace <</S [/DeviceN [/Deep /Black] /DeviceCMYK"
        b" <</FunctionType 2 /Domain [0 1] /N 1>>]>>"
    )
    found = look(b"/S cs 0.5 0.25 scn 0 0 9 9 re f", space)
    assert found.painted[0].tint.inks == (("Deep", 0.5), ("Black", 0.25))
    assert found.painted[0].tint.total == 75
    assert [each.name for each in found.spots] == ["Deep"]


def test_an_indexed_colour_is_looked_up() -> None:
    space = b"/ColorSpace <</S [/Indexed /DeviceCMYK 1 <00000000FF00FF00>]>>"
    assert only(b"/S cs 1 scn 0 0 9 9 re f", space).tint.laid == ("Cyan", "Yellow")


def test_a_default_space_takes_the_place_of_the_device_s() -> None:
    space = b"/ColorSpace <</DefaultRGB [/ICCBased 7 0 R]>>"
    assert only(b"1 0 0 rg 0 0 9 9 re f", space).tint.space == "ICC CMYK"


def test_the_group_of_a_mask_is_met() -> None:
    mask = form(b"", b"/Group <</S /Transparency /CS /DeviceRGB>>")
    found = look(b"/G gs", b"/ExtGState <</G <</SMask <</G 12 0 R>>>>>>", mask)
    assert [each.name for each in found.met if each.role is Role.GROUP] == ["soft mask of G"]


@pytest.mark.parametrize(
    ("operands", "expected"),
    [
        (b"1 -.5 +2. ", [1, -0.5, 2]),
        (b"%note\n3", [3]),
        (b"1-2", [1, -2]),
        (b"/Name 4", [4]),
        (b"9" * 400, []),
        (b"", []),
    ],
)
def test_numbers_are_read_as_readers_do(operands: bytes, expected: list[float]) -> None:
    assert numbers(operands) == expected

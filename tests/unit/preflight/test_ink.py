"""Ink where it lies: sums, overprint, pictures, gradients, areas and the heat map."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from briefing.preflight import samples
from briefing.preflight.examine import examine
from briefing.preflight.facts import most_ink
from briefing.preflight.limits import Limits
from briefing.profiles import PRESS, Rule
from tests.conformance.presses import Press, form, picture
from tests.conftest import ROOT

FOGRA = ROOT / "styles" / "civic" / "icc" / "FOGRA39L_coated.icc"
OVER = b"/ExtGState <</G <</OP true /op true /OPM 1>>>>"
IMAGE = b"/XObject <</X 12 0 R>>"
CMYK = b"/ColorSpace /DeviceCMYK /BitsPerComponent 8"
INDEXED = b"[/Indexed /DeviceCMYK 1 <00000000FFFFFF00>]"
ALL_OVER = b"q 100 0 0 100 0 0 cm /X Do Q"
SPOT = b"[/Separation /Deep /DeviceCMYK <</FunctionType 2 /Domain [0 1] /N 1 /C1 [1 0 0 0]>>]"


def ink(content: bytes, resources: bytes = b"", *objects: bytes) -> float:
    """The most ink on a square of 30 points in the middle, found by a limit of nothing."""
    press = replace(Press(), content=content, resources=resources, objects=objects)
    verdict = examine(press.file(), PRESS, Limits(ink=1, ink_area=1))
    found = [each for each in verdict.findings if each.rule is Rule.INK]
    assert all(isinstance(each.value, float) for each in found), [*map(str, found)]
    return max((each.value for each in found if isinstance(each.value, float)), default=0.0)


def near(value: float) -> object:
    return pytest.approx(value, abs=2)


def test_what_lies_on_top_knocks_out_what_lies_below() -> None:
    below = b"1 1 0 0 k 20 20 60 60 re f "
    assert ink(below + b"0 0 0 1 k 20 20 60 60 re f") == near(100)
    assert ink(b"1 0.8 0.6 0.4 k 20 20 60 60 re f") == near(280)


def test_what_overprints_adds_up_ink_by_ink() -> None:
    below = b"1 0.5 0 0 k 20 20 60 60 re f /G gs "
    assert ink(below + b"0 0 0 1 k 20 20 60 60 re f", OVER) == near(250)
    assert ink(below + b"0 0.2 0 1 k 20 20 60 60 re f", OVER) == near(220)
    assert ink(below + b"/S cs 0.5 scn 20 20 60 60 re f", OVER + b"/ColorSpace <</S %b>>" % SPOT) == near(200)  # fmt: skip  # noqa: E501


def test_grey_that_overprints_still_knocks_out_the_process_inks() -> None:
    assert ink(b"1 1 0 0 k 20 20 60 60 re f /G gs 0 g 20 20 60 60 re f", OVER) == near(100)


def test_half_transparent_ink_is_half_of_it() -> None:
    state = b"/ExtGState <</G <</ca 0.5>>>>"
    assert ink(b"1 0 0 0 k 20 20 60 60 re f /G gs 0 0 0 1 k 20 20 60 60 re f", state) == near(100)
    assert ink(b"/G gs 1 1 0 0 k 20 20 60 60 re f", state) == near(100)


def test_multiplied_inks_add_up() -> None:
    state = b"/ExtGState <</G <</BM /Multiply>>>>"
    assert ink(b"1 0 0 0 k 20 20 60 60 re f /G gs 0 1 0 0 k 20 20 60 60 re f", state) == near(200)


def test_a_form_s_ink_is_seen_and_its_state_ends_with_it() -> None:
    inner = form(b"q q 1 1 1 0 k 20 20 10 10 re f")
    content = b"0 1 0 0 k /X Do 40 40 20 20 re f"
    assert ink(content, IMAGE, inner) == near(300)


@pytest.mark.parametrize(
    ("keys", "data", "expected"),
    [
        (CMYK, b"\xff\xff\x80\x00", 250),
        (CMYK + b" /Decode [1 0 1 0 1 0 1 0]", b"\0\0\x80\xff", 250),
        (b"/ColorSpace /DeviceGray /BitsPerComponent 8", b"\x40", 75),
        (b"/ColorSpace /DeviceGray /BitsPerComponent 16", b"\x40\x00", 75),
        (b"/ColorSpace %b /BitsPerComponent 8" % SPOT, b"\x80", 50),
        (b"/ColorSpace %b /BitsPerComponent 8" % INDEXED, b"\x01", 300),
    ],
)  # fmt: skip
def test_pictures_lay_what_their_samples_say(keys: bytes, data: bytes, expected: float) -> None:
    assert ink(ALL_OVER, IMAGE, picture(20, 20, keys, data * 400)) == near(expected)


def test_one_bit_pictures_are_black_where_they_are_nought() -> None:
    keys = b"/ColorSpace /DeviceGray /BitsPerComponent 1"
    assert ink(ALL_OVER, IMAGE, picture(8, 8, keys, b"\0" * 8)) == near(100)


def test_stencils_lay_the_colour_that_is_set() -> None:
    keys = b"/ImageMask true /BitsPerComponent 1"
    assert ink(b"1 1 0 0 k " + ALL_OVER, IMAGE, picture(8, 8, keys, b"\0" * 8)) == near(200)


def test_a_picture_kept_as_jpeg_is_read() -> None:
    kept = BytesIO()
    Image.new("CMYK", (40, 40), (255, 128, 0, 0)).save(kept, "JPEG", quality=100)
    data = kept.getvalue()
    head = b"<</Type /XObject /Subtype /Image /Width 40 /Height 40 /ColorSpace /DeviceCMYK"
    plain = b"%b /BitsPerComponent 8 /Filter /DCTDecode /Length %d>>\nstream\n%b\nendstream"
    # Pillow writes inks turned round, as Adobe does; the Decode of a file says so.
    decode = head + b" /Decode [1 0 1 0 1 0 1 0]"
    assert ink(ALL_OVER, IMAGE, plain % (decode, len(data), data)) == near(150)


def test_a_gradient_is_as_dark_as_its_darkest_end() -> None:
    function = b"/Function <</FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [1 1 0.6 0]>>"
    shading = (
        b"<</ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 50 0] /Extend [true true] %b>>"
    )
    made = shading % function
    assert ink(b"q 20 20 60 60 re W n /H sh Q", b"/Shading <</H %b>>" % made) == near(260)
    pattern = b"/Pattern <</P <</PatternType 2 /Shading %b>>>>" % made
    assert ink(b"/Pattern cs /P scn 20 20 60 60 re f", pattern) == near(260)


def test_what_cannot_be_measured_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(samples, "PIXELS", 100)
    large = picture(20, 20, b"/ColorSpace /DeviceGray /BitsPerComponent 8", bytes(400))
    press = replace(Press(), content=b"q 4 0 0 4 9 9 cm /X Do Q", resources=IMAGE, objects=(large,))
    (found,) = examine(press.file(), PRESS).findings
    assert str(found).startswith("warning: page 1, picture X: its ink could not be measured")


def test_the_limit_is_the_most_that_the_profile_lays() -> None:
    assert most_ink(FOGRA.read_bytes()) == pytest.approx(317.7, abs=0.1)
    assert most_ink(b"") is None
    assert most_ink(FOGRA.read_bytes()[:300]) is None
    heavy = replace(Press(), icc=FOGRA.read_bytes(), content=b"1 1 1 0.1 k 20 20 60 60 re f")
    assert examine(heavy.file(), PRESS).findings == ()
    heavy = replace(heavy, content=b"1 1 1 0.25 k 20 20 60 60 re f")
    (found,) = examine(heavy.file(), PRESS).findings
    assert (found.limit, found.key) == (317.7, "ink")


def test_each_area_is_told_with_its_place_and_size() -> None:
    two = replace(Press(), content=b"1 1 1 1 k 20 20 40 40 re f 70 80 20 15 re f")
    first, second = examine(two.file(), PRESS).findings
    assert first.at == pytest.approx((20 / 72 * 25.4, 40 / 72 * 25.4), abs=0.8)
    size = float(first.says.split(" on ")[1].split()[0])
    assert size == pytest.approx((40 / 72 * 25.4) ** 2, rel=0.06)
    assert second.at is not None
    assert second.at[0] == pytest.approx(70 / 72 * 25.4, abs=0.8)


def test_an_area_of_a_strange_shape_is_one() -> None:
    ring = b"1 1 1 1 k 10 10 80 80 re 20 20 60 60 re f*"
    assert len(examine(replace(Press(), content=ring).file(), PRESS).findings) == 1


def test_the_heat_map_is_red_where_there_is_too_much() -> None:
    heavy = replace(Press(), content=b"1 1 1 1 k 30 30 40 40 re f 1 0 0 0 k 75 30 20 20 re f")
    ((name, data),) = examine(heavy.file(), PRESS, maps=True).heat_maps
    assert name == "page-1.png"
    with Image.open(BytesIO(data)) as opened:
        shown = opened.convert("RGB")
    assert shown.height == 118 + 34  # the bleed at 72 pixels an inch, and the scale below it
    assert shown.getpixel((9 + 50, 109 - 50)) == (200, 0, 40)
    assert shown.getpixel((9 + 85, 109 - 40)) == pytest.approx((146, 190, 226), abs=2)
    assert shown.getpixel((9 + 10, 109 - 10)) == (255, 255, 255)

"""How light colours look: what is computed agrees with the printing condition's own profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageCms

from briefing.brand.sight import EYES, GREY, PRESS, lightness
from briefing.drawing import Colour
from tests.conftest import ROOT

if TYPE_CHECKING:
    from briefing.brand.model import Brand

ICC = ROOT / "styles" / "civic" / "icc" / "FOGRA39L_coated.icc"
NEAR = 4.5


def test_printed_lightness_is_that_of_the_printing_condition(civic: Brand) -> None:
    lab = ImageCms.createProfile("LAB")
    turn = ImageCms.buildTransform(str(ICC), lab, "CMYK", "LAB", ImageCms.Intent(1))
    for colour in civic.palette.values():
        assert colour.press
        inks = tuple(round(255 * ink) for ink in colour.press)
        seen = ImageCms.applyTransform(Image.new("CMYK", (1, 1), inks), turn)
        assert seen
        pixel = seen.getpixel((0, 0))
        assert isinstance(pixel, tuple)
        assert lightness(colour, PRESS) == pytest.approx(pixel[0] / 2.55, abs=NEAR), colour.name


@pytest.mark.parametrize("eye", EYES)
def test_every_eye_sees_black_and_white(eye: str) -> None:
    black, white = Colour("k", (0, 0, 0), (0, 0, 0, 1)), Colour("w", (1, 1, 1), (0, 0, 0, 0))
    assert lightness(white, eye) == pytest.approx(100, abs=0.1)
    assert lightness(black, eye) < 18


def test_reds_are_darker_to_eyes_without_red() -> None:
    red = Colour("red", (0.9, 0.1, 0.1))
    assert lightness(red, "with protanopia") < lightness(red, GREY) - 5
    assert lightness(red, PRESS) == lightness(red, GREY)

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image

from briefing.diagnostics import Faults
from briefing.drawing import Picture, Rect
from briefing.layout.pages import Box, Pages
from briefing.pdf.colours import srgb
from briefing.structure import Role, Tree
from tests.unit.pdf.documents import opened, paper, press, screen

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any


def shown(path: Path) -> tuple[Pages, Tree]:
    tree = Tree("en-GB")
    figure = tree.root.add(Role.FIGURE, alt="A picture")
    mark = Picture(Rect(0, 0, 40, 40), str(path))
    return Pages((paper(Box(figure, Rect(10, 10, 40, 40), (mark, mark))),)), tree


def embedded(data: bytes) -> Any:
    objects = opened(data).pages[0]["/Resources"]["/XObject"]
    assert list(objects) == ["/P1"]
    return objects["/P1"]


def test_a_jpeg_goes_in_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.new("RGB", (8, 6), (200, 30, 30)).save(path)
    picture = embedded(screen(*shown(path)))
    assert (picture["/Width"], picture["/Height"]) == (8, 6)
    assert picture["/Filter"] == "/DCTDecode"
    assert picture._data == path.read_bytes()


def test_a_picture_stands_where_its_mark_is(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (8, 6), (200, 30, 30)).save(path)
    data = screen(*shown(path))
    height = float(opened(data).pages[0].mediabox.height)
    places = [each.get_bounds() for each in pypdfium2.PdfDocument(data)[0].get_objects()]
    assert places == [pytest.approx((10, height - 50, 50, height - 10), abs=0.01)] * 2


def test_transparency_is_kept_on_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGBA", (2, 2), (200, 30, 30, 128)).save(path)
    picture = embedded(screen(*shown(path)))
    assert picture["/ColorSpace"] == "/DeviceRGB"
    assert picture["/SMask"].get_data() == b"\x80" * 4


def test_the_press_gets_a_picture_through_the_profiles(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (2, 2), (255, 255, 255)).save(path)
    picture = embedded(press(*shown(path)))
    assert picture["/ColorSpace"] == "/DeviceCMYK"
    assert max(picture.get_data()) <= 2
    assert "/SMask" not in picture


def test_a_picture_in_cmyk_is_refused_on_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.new("CMYK", (2, 2), (0, 0, 0, 255)).save(path)
    with pytest.raises(Faults) as faults:
        screen(*shown(path))
    assert [each.code for each in faults.value.diagnostics] == ["picture-in-cmyk"]


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\nbroken"])
def test_a_broken_picture_is_reported(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(content)
    with pytest.raises(Faults) as faults:
        screen(*shown(path))
    assert [each.code for each in faults.value.diagnostics] == ["unreadable-picture"]


def test_a_picture_is_turned_as_its_camera_was_held(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = Image.new("RGB", (16, 8), (255, 255, 255))
    picture.paste((0, 0, 0), (0, 0, 8, 8))
    picture.save(path, exif=exif, quality=95)
    made = embedded(screen(*shown(path)))
    assert (made["/Width"], made["/Height"]) == (8, 16)
    rows = [made.get_data()[start : start + 24] for start in range(0, 8 * 16 * 3, 24)]
    assert max(rows[1]) < 40
    assert min(rows[-2]) > 215


def test_the_colours_of_a_picture_are_those_its_own_profile_says(tmp_path: Path) -> None:
    """A profile with red and blue changed round stands for any that is not the screen's."""
    swapped = srgb().replace(b"rXYZ", b"....").replace(b"bXYZ", b"rXYZ").replace(b"....", b"bXYZ")
    swapped = swapped.replace(b"sRGB", b"none")
    path = tmp_path / "a.jpg"
    for profile in (srgb(), b"no profile at all"):
        Image.new("RGB", (8, 8), (200, 30, 30)).save(path, icc_profile=profile, quality=95)
        assert embedded(screen(*shown(path)))["/Filter"] == "/DCTDecode"
    Image.new("RGB", (8, 8), (200, 30, 30)).save(path, icc_profile=swapped, quality=95)
    red, _, blue = embedded(screen(*shown(path))).get_data()[:3]
    assert blue > red

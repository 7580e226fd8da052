from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from briefing.diagnostics import Faults
from briefing.drawing import Picture, Rect
from briefing.layout.pages import Box, Pages
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

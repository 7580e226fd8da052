"""Pictures of a project: what is found, what is refused, and what its author is told."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from briefing.content import pictures
from briefing.content.pictures import Album, Found
from briefing.diagnostics import Diagnostics, Source

if TYPE_CHECKING:
    from pathlib import Path

HERE = Source("words.md", 7, 3)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "in").mkdir(parents=True)
    Image.new("RGB", (30, 20), (200, 30, 30)).save(folder / "in" / "hall.png")
    return folder


def refused(project: Path, address: str) -> tuple[str, str]:
    diagnostics = Diagnostics()
    assert Album(project).picture(address, HERE, diagnostics) is None
    (fault,) = diagnostics
    assert (fault.where, bool(fault.hint)) == (HERE, True)
    return fault.code, fault.message + " " + fault.hint


def found(project: Path, address: str) -> Found:
    diagnostics = Diagnostics()
    made = Album(project).picture(address, HERE, diagnostics)
    assert made is not None, list(map(str, diagnostics))
    return made


def test_a_picture_is_found_by_its_path(project: Path) -> None:
    assert found(project, "in/hall.png") == Found(
        str((project / "in" / "hall.png").resolve()), "in/hall.png", (30, 20)
    )


def test_names_may_have_spaces_and_letters_of_any_language(project: Path) -> None:
    (project / "in" / "hall.png").rename(project / "neuadd gŵyl.png")
    assert found(project, "neuadd%20g%C5%B5yl.png").path == "neuadd gŵyl.png"


def test_a_picture_that_was_held_upright_is_upright(project: Path) -> None:
    file = project / "on-its-side.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (30, 20)).save(file, exif=exif)
    assert found(project, "on-its-side.jpg").pixels == (20, 30)


@pytest.mark.parametrize(
    ("address", "code", "told"),
    [
        ("in/hal.png", "picture-file", "in/hall.png"),
        ("in", "picture-file", "there is no picture 'in'"),
        ("../other.png", "picture-path", "leads out of the project"),
        ("/etc/passwd", "picture-path", "leads out of the project"),
        ("in%2F..%2F..%2Fother.png", "picture-path", "leads out of the project"),
        ("in\\hall.png", "picture-path", "leads out of the project"),
        ("in/hall%00.png", "picture-path", "leads out of the project"),
        (f"{'a' * 300}.png", "picture-file", "there is no picture"),
        (f"{'a' * 300}/hall.png", "picture-file", "there is no picture"),
        ("in/hall.png/hall.png", "picture-file", "there is no picture"),
        ("https://a.example/a.png", "picture-path", "is no file of the project"),
        ("file:///etc/passwd", "picture-path", "is no file of the project"),
        ("data:image/png;base64,AAAA", "picture-path", "is no file of the project"),
    ],
)
def test_a_picture_that_is_not_the_project_s(
    project: Path, address: str, code: str, told: str
) -> None:
    (project.parent / "other.png").write_bytes((project / "in" / "hall.png").read_bytes())
    found_code, message = refused(project, address)
    assert found_code == code
    assert told in message


def test_a_link_out_of_the_project_is_no_way_out(project: Path) -> None:
    outside = project.parent / "other.png"
    outside.write_bytes((project / "in" / "hall.png").read_bytes())
    (project / "link.png").symlink_to(outside)
    assert refused(project, "link.png")[0] == "picture-path"


def test_a_broken_picture_is_told(project: Path) -> None:
    file = project / "in" / "hall.png"
    Image.effect_noise((200, 200), 90).save(file)
    file.write_bytes(file.read_bytes()[:2000])
    assert refused(project, "in/hall.png")[0] == "picture-broken"


@pytest.mark.parametrize("name", ["a.gif", "a.bmp", "a.txt"])
def test_other_kinds_of_files_are_refused(name: str, project: Path) -> None:
    file = project / name
    if name == "a.txt":
        file.write_text("no picture", encoding="utf-8")
    else:
        Image.new("P", (2, 2)).save(file)
    code, message = refused(project, name)
    assert code == "picture-format"
    assert "PNG" in message
    assert "JPEG" in message


def test_colours_that_cannot_be_printed_are_refused(project: Path) -> None:
    Image.new("I;16", (2, 2)).save(project / "deep.png")
    assert refused(project, "deep.png")[0] == "picture-format"
    Image.new("CMYK", (2, 2)).save(project / "inks.jpg")
    assert refused(project, "inks.jpg")[0] == "picture-cmyk"
    press = Album(project, screen=False, press=True)
    assert press.picture("inks.jpg", HERE, Diagnostics()) is not None


def test_what_is_too_large_for_any_page_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "LARGEST_PICTURE", 500)
    assert refused(project, "in/hall.png")[0] == "picture-size"
    monkeypatch.setattr(pictures, "LARGEST_FILE", 20)
    assert refused(project, "in/hall.png")[0] == "picture-size"


def test_a_file_too_large_is_not_read(project: Path) -> None:
    with (project / "large.png").open("wb") as file:
        file.truncate(pictures.LARGEST_FILE + 1)
    tracemalloc.start()
    code, _ = refused(project, "large.png")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert code == "picture-size"
    assert peak < 2**20


def test_a_picture_whose_size_is_a_lie_is_refused(project: Path) -> None:
    file = project / "in" / "hall.png"
    data = file.read_bytes()
    file.write_bytes(data[:16] + (60_000).to_bytes(4) * 2 + data[24:])
    assert refused(project, "in/hall.png")[0] == "picture-broken"


def test_a_picture_is_opened_once_and_told_at_every_place(project: Path) -> None:
    diagnostics = Diagnostics()
    album = Album(project)
    first = album.picture("in/hall.png", HERE, diagnostics)
    (project / "in" / "hall.png").unlink()
    assert album.picture("in/hall.png", HERE, diagnostics) is first
    for line in (1, 2):
        album.picture("no.png", Source("words.md", line, 1), diagnostics)
    assert len(diagnostics.errors) == 2

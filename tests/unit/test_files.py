"""Files within a folder: what is found there, and what is refused whatever an author writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.files import beside, file_within, is_file, within

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    (home / "in").mkdir(parents=True)
    (home / "in" / "a.txt").write_text("a", encoding="utf-8")
    (home / "in" / "b.txt").write_text("b", encoding="utf-8")
    (tmp_path / "out.txt").write_text("out", encoding="utf-8")
    return home


def test_a_file_is_found_by_any_path_that_stays_inside(folder: Path) -> None:
    for path in ("in/a.txt", "./in/../in/a.txt"):
        assert file_within(folder, path) == (folder / "in" / "a.txt").resolve()


@pytest.mark.parametrize("path", ["../out.txt", "/etc/passwd", "in\\a.txt", "in/a\0.txt", "loop/a"])
def test_what_is_no_place_in_the_folder(folder: Path, path: str) -> None:
    (folder / "loop").symlink_to(folder / "loop")
    assert within(folder, path) is None
    assert file_within(folder, path) is None


def test_a_link_is_no_way_out(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder.parent / "out.txt")
    assert within(folder, "link.txt") is None


@pytest.mark.parametrize("path", ["in", "in/c.txt", "in/a.txt/a.txt", "a" * 300, "a" * 300 + "/a"])
def test_what_is_a_place_but_no_file(folder: Path, path: str) -> None:
    place = within(folder, path)
    assert place is not None
    assert not is_file(place)
    assert file_within(folder, path) is None


def test_the_files_beside_one_that_is_missing(folder: Path) -> None:
    assert [each.name for each in beside(folder / "in" / "c.txt")] == ["a.txt", "b.txt"]
    assert beside(folder / "no" / "c.txt") == []
    assert beside(folder / ("a" * 300) / "c.txt") == []

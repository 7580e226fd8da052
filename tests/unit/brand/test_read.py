"""Brand files: what is read, and how faults are told with their line."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from briefing.brand.read import read_brand
from briefing.diagnostics import Diagnostics
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "brand"
    shutil.copytree(ROOT / "styles" / "heritage", target)
    return target


def faults(folder: Path, old: str, new: str) -> list[str]:
    """The faults of the brand after one change to its file, which must have been one."""
    file = folder / "_brand.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    diagnostics = Diagnostics()
    assert read_brand(folder, diagnostics) is None
    return [str(each) for each in diagnostics]


def line_of(folder: Path, text: str) -> int:
    lines = (folder / "_brand.yml").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_an_unknown_colour_is_named_with_its_line_and_its_neighbour(folder: Path) -> None:
    line = line_of(folder, "{ground: straw,")
    (fault,) = faults(folder, "{ground: straw,", "{ground: stravv,")
    assert f"brand/_brand.yml:{line}:" in fault
    assert "Did you mean 'straw'?" in fault


def test_a_missing_font_file_is_named(folder: Path) -> None:
    (folder / "fonts" / "SourceSerif4-It.ttf").unlink()
    diagnostics = Diagnostics()
    assert read_brand(folder, diagnostics) is None
    assert "fonts/SourceSerif4-It.ttf" in str(diagnostics.errors[0])


def test_a_font_outside_the_brand_is_refused(folder: Path) -> None:
    (found,) = {
        text.split("error: ")[1].split(" [")[0]
        for text in faults(folder, "fonts/SourceSerif4-It.ttf", "../../secret.ttf")
        if "font file" in text
    }
    assert found == "there is no font file '../../secret.ttf' in the brand"


def test_a_press_colour_must_be_four_parts_of_a_hundred(folder: Path) -> None:
    (fault,) = faults(folder, "[14, 86, 88, 20]", "[14, 86, 188, 20]")
    assert "is not a press colour" in fault


def test_an_unknown_key_names_the_nearest(folder: Path) -> None:
    (fault,) = faults(folder, "minimum: 8", "minimun: 8")
    assert "Did you mean 'minimum'?" in fault


def test_a_spread_has_two_sides(folder: Path) -> None:
    (fault,) = faults(folder, "facing: left", "facing: top")
    assert "'top' is no side" in fault
    assert "left, right" in fault


def test_many_faults_are_told_at_once(folder: Path) -> None:
    file = folder / "_brand.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('madder: "#AB3B2A"', 'madder: "red"').replace("minimum: 8", "minimun: 8"),
        encoding="utf-8",
    )
    diagnostics = Diagnostics()
    assert read_brand(folder, diagnostics) is None
    assert len(diagnostics.errors) >= 2


def test_yaml_that_is_none_is_a_fault_not_a_crash(folder: Path) -> None:
    (folder / "_brand.yml").write_text("color: [", encoding="utf-8")
    diagnostics = Diagnostics()
    assert read_brand(folder, diagnostics) is None
    assert "is not YAML" in str(diagnostics.errors[0])


def test_a_face_names_the_faces_that_lend_it_glyphs(folder: Path) -> None:
    file = folder / "_brand.yml"
    words = file.read_text(encoding="utf-8").replace(
        "italic: fonts/SourceSerif4-It.ttf",
        "italic: {file: fonts/SourceSerif4-It.ttf, fallback: [regular, small]}",
        1,
    )
    file.write_text(words, encoding="utf-8")
    brand = read_brand(folder, Diagnostics())
    assert brand is not None
    assert [each.name for each in brand.faces["italic"].fallback] == ["regular", "small"]
    assert brand.faces["regular"].fallback == ()


def test_a_fallback_that_is_no_face_is_told_with_its_line(folder: Path) -> None:
    line = line_of(folder, "italic: fonts/SourceSerif4-It.ttf")
    told = faults(
        folder,
        "italic: fonts/SourceSerif4-It.ttf",
        "italic: {file: fonts/SourceSerif4-It.ttf, fallback: regulr}",
    )
    assert any(f"_brand.yml:{line}:" in each and "'regular'" in each for each in told)


@pytest.mark.parametrize(("given", "limit"), [("true", 45.0), ("false", 0.0), ("38", 38.0)])
def test_a_style_says_below_which_measure_words_are_divided(
    folder: Path, given: str, limit: float
) -> None:
    file = folder / "_brand.yml"
    words = file.read_text(encoding="utf-8")
    assert "gap: 5, hyphens: true}" in words
    file.write_text(words.replace("gap: 5, hyphens: true}", f"gap: 5, hyphens: {given}}}"))
    brand = read_brand(folder, Diagnostics())
    assert brand is not None
    assert brand.formats["a4"].styles["list"].hyphens == limit


def test_hyphens_that_are_no_measure_are_told(folder: Path) -> None:
    (fault,) = faults(folder, "gap: 5, hyphens: true}", "gap: 5, hyphens: often}")
    assert "'often'" in fault
    assert "characters a line" in fault

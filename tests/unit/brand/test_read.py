"""Brand files: what is read, and how faults are told with their line."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from briefing.brand.model import contrast
from briefing.brand.read import read_brand
from briefing.diagnostics import Diagnostics
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.brand.model import Brand


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "brand"
    shutil.copytree(ROOT / "styles" / "civic", target)
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


def test_every_colour_has_its_two_values(civic: Brand) -> None:
    assert all(colour.press is not None for colour in civic.palette.values())
    assert civic.palette["ink"].press == (0, 0, 0, 1)


def test_words_can_be_read_on_every_scheme(civic: Brand) -> None:
    for scheme in civic.schemes.values():
        for role in ("ink", "quiet", "accent"):
            ratio = contrast(scheme.roles[role], scheme.roles["ground"])
            assert ratio >= 4.5, (scheme.name, role, round(ratio, 2))


def test_no_type_is_smaller_than_the_least(civic: Brand) -> None:
    for each in civic.formats.values():
        small = {name for name, style in each.styles.items() if style.size < each.minimum}
        assert not small, each.name


def test_areas_lie_on_their_page_and_apart(civic: Brand) -> None:
    for each in civic.formats.values():
        for master in each.masters.values():
            for arrangement in master.arrangements:
                rects = [area.rect for area in arrangement.areas]
                assert all(each.geometry.trim.holds(rect) for rect in rects), master.name
                clashes = [
                    (a.name, b.name)
                    for place, a in enumerate(arrangement.areas)
                    for b in arrangement.areas[place + 1 :]
                    if a.rect.overlaps(b.rect)
                ]
                assert not clashes, (master.name, arrangement.name)


def test_an_unknown_colour_is_named_with_its_line_and_its_neighbour(folder: Path) -> None:
    line = line_of(folder, "highlight: flame")
    (fault,) = faults(folder, "highlight: flame", "highlight: flaem")
    assert f"brand/_brand.yml:{line}:" in fault
    assert "Did you mean 'flame'?" in fault


def test_a_missing_font_file_is_named(folder: Path) -> None:
    (folder / "fonts" / "SourceSans3-It.ttf").unlink()
    diagnostics = Diagnostics()
    assert read_brand(folder, diagnostics) is None
    assert "fonts/SourceSans3-It.ttf" in str(diagnostics.errors[0])


def test_a_font_outside_the_brand_is_refused(folder: Path) -> None:
    (found,) = {
        text.split("error: ")[1].split(" [")[0]
        for text in faults(folder, "fonts/SourceSans3-It.ttf", "../../secret.ttf")
        if "font file" in text
    }
    assert found == "there is no font file '../../secret.ttf' in the brand"


def test_a_press_colour_must_be_four_parts_of_a_hundred(folder: Path) -> None:
    (fault,) = faults(folder, "[0, 68, 80, 0]", "[0, 68, 180, 0]")
    assert "is not a press colour" in fault


def test_an_unknown_key_names_the_nearest(folder: Path) -> None:
    (fault,) = faults(folder, "minimum: 8", "minimun: 8")
    assert "Did you mean 'minimum'?" in fault


def test_many_faults_are_told_at_once(folder: Path) -> None:
    file = folder / "_brand.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('flame: "#EE6C3A"', 'flame: "orange"').replace("minimum: 8", "minimun: 8"),
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

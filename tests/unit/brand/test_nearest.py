"""A colour that fails is told with the nearest of its hue that would do."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from briefing.brand.model import contrast
from briefing.brand.nearest import nearest
from briefing.brand.read import read_brand
from briefing.diagnostics import Diagnostic, Diagnostics
from briefing.drawing import Colour
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CHANNELS = st.tuples(*[st.integers(0, 255).map(lambda value: value / 255)] * 3)
WHITE, BLACK = Colour("white", (1, 1, 1)), Colour("black", (0, 0, 0))


def of_hex(value: str) -> Colour:
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return Colour("found", (red, green, blue))


@given(CHANNELS, CHANNELS, st.sampled_from([3.0, 4.5]))
def test_the_nearest_colour_has_the_contrast(
    one: tuple[float, float, float], ground: tuple[float, float, float], least: float
) -> None:
    on = Colour("ground", ground)
    found = nearest(Colour("one", one), lambda each: contrast(each, on) >= least)
    assert contrast(of_hex(found), on) >= least


def test_it_keeps_its_hue_and_changes_no_more_than_it_must() -> None:
    pale = Colour("pale", (0.5, 0.75, 0.75))
    found = of_hex(nearest(pale, lambda each: contrast(each, WHITE) >= 4.5))
    red, green, blue = found.screen
    assert red < green == blue
    assert 4.5 <= contrast(found, WHITE) < 4.8


def test_there_may_be_none() -> None:
    grey = Colour("grey", (0.5, 0.5, 0.5))
    assert not nearest(
        grey, lambda each: contrast(each, WHITE) >= 4.6 and contrast(each, BLACK) >= 4.6
    )


def test_what_the_hint_of_a_brand_proposes_mends_it(tmp_path: Path) -> None:
    folder = tmp_path / "pale"
    shutil.copytree(ROOT / "styles" / "civic", folder)
    file = folder / "_brand.yml"
    spoilt = file.read_text(encoding="utf-8").replace('ember: "#BC4318"', 'ember: "#EE9A6A"')
    told: list[list[Diagnostic]] = []
    while not told or told[-1]:
        file.write_text(spoilt, encoding="utf-8")
        diagnostics = Diagnostics()
        read_brand(folder, diagnostics)
        told.append([each for each in diagnostics if "ember" in each.message])
        assert len(told) < 4, told[-1]
        for each in told[-1]:
            proposed = re.search(r"(#[0-9A-F]{6}) would do for 'ember'", each.hint)
            assert proposed, each
            spoilt = re.sub(r'ember: "#\w+"', f'ember: "{proposed[1]}"', spoilt)
    assert told[0]


def test_where_only_the_press_cannot_tell_tones_the_inks_are_to_be_changed(tmp_path: Path) -> None:
    folder = tmp_path / "inked"
    shutil.copytree(ROOT / "styles" / "civic", folder)
    file = folder / "_brand.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("deep: [90, 38, 38, 30]", "deep: [96, 50, 45, 46]"), "utf-8")
    diagnostics = Diagnostics()
    read_brand(folder, diagnostics)
    (fault,) = [each for each in diagnostics if each.code == "brand-tones"]
    assert "change the inks of 'deep'" in fault.hint

"""A brand with an ink of its own by one line, from the project to the printer's file."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from briefing.build import build
from briefing.diagnostics import Severity
from briefing.pipeline.work import Order
from briefing.preflight.examine import examine
from briefing.profiles import PRESS, Rule
from tests.conftest import ROOT
from tests.whole.small import make, replaced

if TYPE_CHECKING:
    from pathlib import Path

NAME = "PANTONE 3035 C"
OLD = "petrol: [96, 50, 45, 48]"
NEW = f'petrol: {{cmyk: [96, 50, 45, 48], spot: {{name: "{NAME}"}}}}'


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("spot")
    project = make(home)
    folder = project / "styles" / "civic"  # nearer than the repository's
    shutil.copytree(ROOT / "styles" / "civic", folder)
    replaced(folder / "_brand.yml", OLD, NEW)
    build(Order(project, home / "out"))
    return home / "out"


def test_the_printer_is_told(out: Path) -> None:
    notes = (out / "printer-notes.txt").read_text(encoding="utf-8")
    assert f"; spot colour {NAME}\n" in notes


def test_charts_grounds_and_words_are_on_the_plate_and_the_file_is_sound(out: Path) -> None:
    file = out / "leaflet-press.pdf"
    verdict = examine(file.read_bytes(), PRESS)
    assert NAME in verdict.inks
    assert not [each for each in verdict.findings if each.rule is Rule.SPOT_NAMES]
    assert not [each for each in verdict.findings if each.severity is Severity.ERROR]
    first = PdfReader(file).pages[0].get_contents()
    assert first is not None
    assert b"/Spot1 cs 1 scn" in first.get_data()
    assert b"0.96 0.5 0.45 0.48 k" not in first.get_data()


def test_the_screen_has_no_inks(out: Path) -> None:
    for page in PdfReader(out / "leaflet-screen.pdf").pages:
        assert "/ColorSpace" not in page["/Resources"]  # type: ignore[operator]

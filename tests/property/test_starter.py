"""The law of beginnings: whatever a small survey asks, its project builds as it was written."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from briefing.build import build
from briefing.diagnostics import Faults
from briefing.pipeline.work import Order
from briefing.starter.start import Beginning, begin
from tests.conftest import ROOT
from tests.property.exports import exports
from tests.trials import tries


def cut_titles(words: str) -> list[str]:
    """The titles and the names in contents that are cut with dots."""
    return [each for each in words.split("\n") if each.startswith("#") and "\u2026" in each]


NOTHING_TO_TELL = {"new-no-questions", "data-heads", "data-empty"}
"""What is said of an export that asks nothing, or whose heads cannot be told apart."""


@settings(max_examples=tries(6), suppress_health_check=list(HealthCheck))
@given(exports())
def test_any_export_gives_a_project_that_builds(text: str) -> None:
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        (folder / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
        export = folder / "export.csv"
        export.write_text(text, encoding="utf-8")
        brand = ("civic", "heritage")[len(text) % 2]
        codes: set[str] = set()
        try:
            begin(Beginning(folder / "project", export, date(2024, 6, 3), brand=brand))
        except Faults as faults:
            codes = {each.code for each in faults.diagnostics.errors}
        assert codes <= NOTHING_TO_TELL
        if codes:
            assert not (folder / "project").exists()
            return
        for name in ("briefing.md", "report.md"):
            assert not cut_titles((folder / "project" / name).read_text(encoding="utf-8"))
        built = build(Order(folder / "project", folder / "out", profile="screen"))
        assert not built.diagnostics.errors

"""Pages are taken down to plainer forms until nothing is at fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostics, Source
from briefing.progress import silent
from briefing.starter.story import Page
from briefing.starter.trying import Trial

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.pipeline.work import Order


def test_a_page_at_fault_is_written_in_its_next_form(tmp_path: Path) -> None:
    trial = Trial(tmp_path, {"report.md": (Page("one", ("# Rich\n", "# Plain\n")),)})

    def find(order: Order) -> Diagnostics:
        told = Diagnostics()
        words = (order.folder / "report.md").read_text(encoding="utf-8").splitlines()
        if "# Rich" in words:
            told.error("overset", "too long", Source("report.md", words.index("# Rich") + 1))
        return told

    trial.run(find, "trying", silent)
    assert trial.levels == {"report.md": {"one": 1}}
    assert trial.last == {"report.md": {"one": "too long"}}
    assert "# Plain" in (tmp_path / "report.md").read_text(encoding="utf-8")

"""Notes in finished files: each on the page that calls it, however many pages a heading takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from briefing.build import build
from briefing.pipeline.work import Order
from briefing.preflight import structure_text
from tests.whole.test_repertoire import BRANDS, MASTERS, project_of

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "We were told what had been decided and then asked what we thought of it. "


def manuscript(master: str) -> str:
    """Paragraphs with a note each, then a long table with a note in every ninth row."""
    lines = [f"# Notes {{.{master} #long}}", ""]
    for number in range(1, 19):
        lines += [f"{SENTENCE * 5}[^n{number}]", ""]
        lines += [f"[^n{number}]: Note {{{{ q1.yes.pct }}}}. {SENTENCE * (number % 3)}", ""]
    lines += ["| What | How |", "|---|---|"]
    rows = range(1, 64)
    lines += [f"| A row | Of words{'' if n % 9 else '^[In a row.]'} |" for n in rows]
    return "\n".join([*lines, ""])


@pytest.fixture(scope="module", params=BRANDS)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = project_of(tmp_path_factory.mktemp(request.param), request.param)
    for name, master in MASTERS.items():
        (project / f"{name}.md").write_text(manuscript(master), encoding="utf-8")
    built = build(Order(project, project.parent / "out"))
    assert [str(each) for each in built.diagnostics] == []
    return project.parent / "out"


@pytest.mark.parametrize("name", MASTERS)
def test_every_mark_leads_to_a_note_on_its_own_page(name: str, folder: Path) -> None:
    reader = PdfReader(folder / f"{name}-screen.pdf")
    assert len(reader.pages) > 2
    led = []
    for place, page in enumerate(reader.pages):
        for each in page.get("/Annots", ()):
            target = str(each.get_object().get("/Dest", ""))
            if ".note-" in target:
                goal = reader.named_destinations[target]
                assert reader.get_destination_page_number(goal) == place
                led.append(target)
    assert led == [f"long.note-{number}" for number in range(1, 26)]


@pytest.mark.parametrize("name", MASTERS)
def test_notes_are_read_behind_the_words_and_all_of_them_are_there(name: str, folder: Path) -> None:
    text = structure_text((folder / f"{name}-screen.pdf").read_bytes())
    assert text.count("\n    Note\n") == 25
    assert text.index("\n    Note\n") > text.index("TBody")

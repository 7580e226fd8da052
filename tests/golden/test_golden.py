"""What the documents of both surveys say and where it stands, as text that a diff can show.

``make update`` writes the goldens anew. A golden is read before it is committed.
"""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.fit import fit_report
from briefing.notices import notice_text, parts_of
from briefing.pipeline.produce import made_of
from briefing.preflight import pages_text, structure_text
from tests.laid import OTHER, OWN, PROJECTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.laid import LayOut

HERE = Path(__file__).parent
DOCUMENTS = ("model-case-briefing", "model-case-report", "leisure-briefing")
MOST = 300_000
"""Bytes of the largest golden."""
SHOWN = 40
"""Lines of a difference that are shown."""


def texts(project: str, brand: str, lay: LayOut) -> dict[str, str]:
    """The goldens of a project's documents, by their files' names.

    A brand lays the pages out, so that its goldens of pages and of fit are its own.
    """
    work, laid = lay(project, brand)
    made = {}
    for each in laid:
        name = "-".join((project, each.document.name, *([brand] if brand != OWN else [])))
        made[f"{name}.pages.txt"] = pages_text(each.composed.pages)
        made[f"{name}.structure.txt"] = structure_text(made_of(work, each).content)
        fits = each.composed.pages.fits
        made[f"{name}.fit.txt"] = fit_report([(each.document.name, fits)])
    final, language = work.project.settings.final, work.project.settings.language
    for written in work.notices:
        parts = parts_of(written.sheet, language, final=final)
        made[f"{project}-{written.name}.notice.txt"] = notice_text(parts)
    work.diagnostics.stop()
    return made


@pytest.fixture(scope="module")
def made(lay: LayOut) -> Mapping[str, str]:
    found = {name: text for each in PROJECTS for name, text in texts(each, OWN, lay).items()}
    return found | texts("model-case", OTHER, lay)


def difference(name: str, expected: str, actual: str) -> str:
    """The first lines that differ, short enough to be read in a terminal."""
    lines = list(
        difflib.unified_diff(
            expected.splitlines(), actual.splitlines(), f"{name} (golden)", "now", lineterm="", n=1
        )
    )
    more = f"\n… and {len(lines) - SHOWN} lines more" if len(lines) > SHOWN else ""
    return "\n".join(lines[:SHOWN]) + more


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        *((document, kind) for document in DOCUMENTS for kind in ("structure", "pages", "fit")),
        *((f"model-case-briefing-{OTHER}", kind) for kind in ("pages", "fit")),
        ("model-case-press", "notice"),
    ],
)
def test_a_document_is_as_it_was(
    document: str, kind: str, made: Mapping[str, str], *, update: bool
) -> None:
    name = f"{document}.{kind}.txt"
    golden, text = HERE / name, made[name]
    assert len(text.encode()) <= MOST, f"{name} is too long to be reviewed"
    if update:
        golden.write_text(text, encoding="utf-8")
    if not golden.is_file():
        pytest.fail(f"there is no golden {name}: look at the document, then run make update")
    expected = golden.read_text(encoding="utf-8")
    if text != expected:
        pytest.fail(
            f"{difference(name, expected, text)}\nIf this is wanted, run make update.",
            pytrace=False,
        )


@pytest.mark.parametrize("document", [each for each in DOCUMENTS if each.startswith("model-case")])
def test_a_changed_brand_changes_no_golden_of_structure(
    document: str, made: Mapping[str, str]
) -> None:
    name = f"{document}.structure.txt"
    golden = (HERE / name).read_text(encoding="utf-8")
    text = made[f"{document}-{OTHER}.structure.txt"]
    if text != golden:
        pytest.fail(difference(name, golden, text), pytrace=False)


def test_no_golden_is_left_behind(made: Mapping[str, str]) -> None:
    assert {each.name for each in HERE.glob("*.txt")} <= set(made)


def test_a_difference_is_short_and_says_where() -> None:
    before = "\n".join(f"line {number}" for number in range(500))
    after = before.replace("line 250", "line 250, changed")
    shown = difference("x.txt", before, after)
    assert "-line 250\n+line 250, changed" in shown
    assert len(shown.splitlines()) < 10
    assert "lines more" in difference("x.txt", before, before.replace("line", "row"))

"""Whole sentences with claims and bound figures: true ones pass, false ones are errors."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from briefing.content.evidence import gather
from briefing.content.markdown import parse_phrase
from briefing.content.words import Writer
from briefing.diagnostics import Diagnostic, Diagnostics, Source
from briefing.survey.read import read_survey
from briefing.tables.tabulate import tabulate
from tests.conftest import ROOT
from tests.whole.town import make

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.content.evidence import Evidence

SENTENCES = Path(__file__).parent / "claimed"
PROJECTS = {
    "councillors": ROOT / "data" / "stp-survey",
    "leisure": ROOT / "tests" / "projects" / "leisure",
}


@cache
def evidence(name: str) -> Evidence:
    if name in PROJECTS:
        return known(PROJECTS[name])
    with TemporaryDirectory() as folder:
        return known(make(Path(folder), "# Our town {.cover}\n"))


def known(project: Path) -> Evidence:
    survey = read_survey(project, Diagnostics())
    return gather(survey.codebook, tabulate(survey), survey.comments)


def sentences(sign: str) -> Iterator[tuple[str, int, str]]:
    """The name of each project, and the lines of its file that begin with a sign."""
    for name in (*PROJECTS, "town"):
        text = (SENTENCES / f"{name}.txt").read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            if line.startswith(f"{sign} "):
                yield name, number, line[2:]


def reported(name: str, number: int, text: str) -> tuple[Diagnostic, ...]:
    """What `briefing check` says of a sentence."""
    diagnostics = Diagnostics()
    writer = Writer(evidence(name), diagnostics, strict=True)
    writer.words(parse_phrase(text, Source(f"{name}.md", number, 1), diagnostics))
    return tuple(diagnostics.entries)


@pytest.mark.parametrize(("name", "number", "text"), list(sentences("+")))
def test_what_is_true_of_the_figures_passes(name: str, number: int, text: str) -> None:
    assert not list(map(str, reported(name, number, text)))


@pytest.mark.parametrize(("name", "number", "text"), list(sentences("-")))
def test_what_is_false_is_an_error_at_its_line(name: str, number: int, text: str) -> None:
    first, *_ = reported(name, number, text)
    assert (first.where and (first.where.path, first.where.line)) == (f"{name}.md", number)
    assert first.hint or " is " in first.message, "neither the true value nor a remedy is told"


@pytest.mark.parametrize("whom", ["those over 74", "over-74s", "those aged 75 and over"])
def test_a_claim_of_another_band_is_told_whose_its_cell_is(whom: str) -> None:
    text = f"[Most of {whom}]{{claim=satisfaction_by_age.from_16.satisfied}} are satisfied."
    [only] = reported("leisure", 1, text)
    assert only.code == "another-base"
    assert "58.0 per cent (58 of 100), of 16 to 34" in only.message.replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_there_are_as_many_of_both_as_a_press_office_writes() -> None:
    assert all(len(list(sentences(sign))) > 150 for sign in "+-")

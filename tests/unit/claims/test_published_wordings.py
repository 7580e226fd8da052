"""The words that two publications of 2017 used for their figures, proved of the rebuilt survey."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.claims.references import resolve_all
from briefing.claims.verdicts import judge
from briefing.diagnostics import Diagnostics
from briefing.survey.read import read_survey
from briefing.tables.tabulate import tabulate

if TYPE_CHECKING:
    from briefing.tables.model import Table

DATA = Path(__file__).parents[3] / "data"
CELLS = {
    "q1 net at_least_a_fair_amount": "q1.at_least_a_fair_amount",
    "q2a net agree": "q2a.agree",
    "q4 officers net_engaged": "q4.officers.engaged",
    "q7 hwb net_successful": "q7.hwb.successful",
    "q17a and q17b net confident": "q17a.confident q17b.confident",
    "q17a net confident": "q17a.confident",
    "q12 net at_least_moderate": "q12.at_least_moderate",
    "q1 A great deal": "q1.great_deal",
    "q6 ccgs net_positive": "q6.ccgs.positive",
    "q15 Too early to tell, over all items": "q15.*.too_early",
    "q17b net confident": "q17b.confident",
    "q8 net confident beside q17a net confident": "q8.confident q17a.confident",
    "q15 net_positive, every area": "q15.*.positive",
    "q16a To a small extent": "q16a.small_extent",
    "crosstab q17a_by_q12 great_extent confident": "q17a_by_q12.great_extent.confident",
    "crosstab q17a_by_q12 not_at_all little_or_none": "q17a_by_q12.not_at_all.little_or_none",
    "q3 net_engaged, every aspect below half": "q3.*.engaged",
}
"""What the list calls each cell, and how words refer to it."""


def wordings() -> list[tuple[str, str]]:
    text = (DATA / "rebuild" / "published-figures.toml").read_text(encoding="utf-8")
    return [(each["text"], each["of"]) for each in tomllib.loads(text)["wording"]]


@pytest.fixture(scope="module")
def tables() -> dict[str, Table]:
    return tabulate(read_survey(DATA / "stp-survey", Diagnostics()))


@pytest.mark.parametrize(("words", "of"), wordings())
def test_published_words_are_true_of_the_survey(
    words: str, of: str, tables: dict[str, Table]
) -> None:
    assert judge(words, resolve_all(CELLS[of], tables)).true


def test_no_wording_is_left_out() -> None:
    assert len(wordings()) == 18

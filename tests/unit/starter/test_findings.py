"""What first drafts say of a table: counts where few answered, and what it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.starter.finding import opening_for
from briefing.starter.model import GuessedItem, GuessedQuestion
from briefing.starter.of_several import ranking_finding
from briefing.survey.model import Kind
from tests.unit.charts.tabled import ranking


def ranked(people: int) -> str:
    """The headline, the lead and the message of a ranking that so many answered."""
    table = ranking()
    bases = tuple(replace(each, n=people) for each in table.bases)
    items = tuple(GuessedItem(each.id, each.label) for each in table.rows)
    question = GuessedQuestion("q4", Kind.RANKING, "Rank these", "Rank these", items=items)
    finding = ranking_finding(question, replace(table, bases=bases))
    assert finding is not None
    return f"{finding.headline} {finding.lead} {finding.told}"


def test_of_few_who_ranked_counts_are_told_and_no_percentages() -> None:
    """As of every other kind of question: a quarter of twelve is three people."""
    assert ".first.pct" in ranked(80)
    few = ranked(12)
    assert ".pct" not in few
    assert ".first.count }} of {{ " in few


@pytest.mark.parametrize(
    ("says", "opens"),
    [
        ("answer “The old library in the market place”", False),
        ("[give it 4 or 5, where 5 is “poor”]{.literal}", True),
        ("agree", True),
    ],
)
def test_a_headline_that_speaks_of_it_names_what_it_is(says: str, *, opens: bool) -> None:
    short = "The market hall with everything that is in it"
    question = GuessedQuestion("q1", Kind.SINGLE, f"{short}?", short, opening=f"{short}:")
    assert bool(opening_for(question, says)) is opens

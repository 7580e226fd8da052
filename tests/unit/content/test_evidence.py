"""The facts that words can bind beside figures."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.content.evidence import gather, period
from briefing.diagnostics import Source
from briefing.survey.declared import Codebook, Disclosure
from briefing.survey.model import Comment
from tests.unit.claims.tabled import single


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2017, 4, 6), date(2017, 5, 11), "6\xa0April to 11\xa0May 2017"),
        (date(2017, 4, 6), date(2017, 4, 11), "6 to 11\xa0April 2017"),
        (date(2016, 12, 6), date(2017, 1, 11), "6\xa0December 2016 to 11\xa0January 2017"),
        (date(2017, 4, 6), date(2017, 4, 6), "6\xa0April 2017"),
    ],
)
def test_a_period_says_once_what_both_dates_share(first: date, last: date, words: str) -> None:
    assert period(first, last) == words


def test_what_is_printed_as_it_stands_has_the_marks_of_print() -> None:
    codebook = Codebook(
        title="The STPs' survey",
        respondents="councillors",
        questions=(),
        attributes=(),
        crosstabs=(),
        compositions=(),
        id_column="respondent",
        fieldwork=(date(2017, 4, 6), date(2017, 4, 6)),
        disclosures=(Disclosure("mode", 'A "link"'),),
    )
    said = 'We didn\'t -- "not once" in 21 per cent...'
    comment = Comment("c1", "r1", "q1", said, "Leader", consent=True, where=Source("c.csv", 2))
    table = single("q1", 10, {"dk": "Don't know"}, dk=4)
    evidence = gather(codebook, {"q1": table}, (comment,))
    assert evidence.tables["q1"].columns[0].label == "Don\u2019t know"
    assert evidence.tables["q1"].cells == table.cells
    assert evidence.comments["c1"].text == (
        "We didn\u2019t\xa0\u2013 \u201cnot once\u201d in 21\xa0per\xa0cent\u2026"
    )
    assert evidence.disclosures[0].text == "A \u201clink\u201d"
    assert evidence.facts == {
        "survey.title": "The STPs\u2019 survey",
        "survey.fieldwork": "6\xa0April 2017",
    }


def test_a_short_answer_is_known_in_a_sentence_if_it_is_no_word_of_any() -> None:
    codebook = Codebook("Ways", "residents", (), (), (), (), "id")
    table = single("q1", 9, {"bus": "Bus", "car": "Car", "no": "No", "all": "All"}, bus=4, car=5)
    assert gather(codebook, {"q1": table}, ()).whom.peers == {"q1": ("Bus", "Car")}

"""The facts that words can bind beside figures."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.content.evidence import period


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

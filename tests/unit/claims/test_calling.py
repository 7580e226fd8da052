"""What a figure is called: a mean is no median, and none of both a share."""

from __future__ import annotations

from fractions import Fraction

import pytest

from briefing.claims.calling import miscalled, other_measure
from briefing.claims.figures import Figure


def of(measure: str) -> Figure:
    return Figure("q8", measure, "number", Fraction(937, 100), measure, unit="£", decimals=2)


@pytest.mark.parametrize(
    ("before", "words", "behind", "measure"),
    [
        ("The median spend was ", "", ".", "mean"),
        ("Median spend: ", "£9.37", "", "mean"),
        ("", "the median spend is £9.37", "", "mean"),
        ("Residents spent ", "", " (median).", "mean"),
        ("", "", " is the median.", "mean"),
        ("The mean spend was ", "", ".", "median"),
        ("The average resident spent ", "", ".", "median"),
    ],
)
def test_a_mean_is_no_median(before: str, words: str, behind: str, measure: str) -> None:
    assert other_measure(before, words, behind, of(measure))


@pytest.mark.parametrize(
    ("before", "words", "behind", "measure"),
    [
        ("The median spend was ", "", ".", "median"),
        ("The mean spend was ", "", ".", "mean"),
        ("Average spend: ", "£9.37", "", "mean"),
        ("The median is low. They spent ", "", ".", "mean"),
        ("Spending was ", "", " above what they call the median.", "mean"),
        ("The median of all was ", "", ".", "low"),
    ],
)
def test_what_is_called_rightly_is_left_alone(
    before: str, words: str, behind: str, measure: str
) -> None:
    assert other_measure(before, words, behind, of(measure)) == ""


def test_a_mean_is_no_share() -> None:
    assert miscalled("A share of ", of("mean")) == "share"
    assert miscalled("They took a share of the bill, ", of("mean")) == ""
    share = Figure("q3", "yes", "pct", Fraction(1, 2), "Yes")
    assert miscalled("A share of ", share) == ""

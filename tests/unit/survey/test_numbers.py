"""Numbers as people write them into a form, and the bands that a codebook counts them in."""
# ruff: noqa: RUF001 - a minus sign is printed as one

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.survey.model import NOT_ASKED
from briefing.survey.numbers import canonical, number_in
from briefing.survey.question import Kind
from tests.unit.survey.folder import CODEBOOK, faults, read
from tests.unit.tables.surveys import single

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

VISITS = """
[questions.visits]
kind = "numeric"
wording = "How many visits did you make?"
unit = "visits"
bands = [1, 5, 10]
"""
HOURS = replace(single(), kind=Kind.NUMERIC, unit="hours")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("3", "3"),
        (" 1,234.5 ", "1234.5"),
        ("1 234", "1234"),
        ("12.", "12"),
        (".5", "0.5"),
        ("+7", "7"),
        ("-2.50", "-2.5"),
        ("−4", "-4"),
        ("3 hours", "3"),
        ("1 hour", "1"),
        ("3.0", "3"),
        ("1E+05", "100000"),
        ("1\N{NO-BREAK SPACE}000", "1000"),
    ],
)
def test_numbers_are_read_as_they_are_written(written: str, number: str) -> None:
    found = number_in(written, HOURS)
    assert found is not None
    assert canonical(found) == number
    assert Fraction(canonical(found)) == found


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4), st.sampled_from(".,"))
def test_every_decimal_is_read_exactly(number: Decimal, sign: str) -> None:
    written = f"{number:f}".replace(".", sign)
    found = number_in(written, replace(HOURS, comma=sign == ","))
    assert found == Fraction(number)
    assert Fraction(canonical(found)) == found


@pytest.mark.parametrize(
    "written",
    [
        "<5",
        "about 5",
        "70 (TBC)",
        "50/50",
        "1.2m",
        "1,23",
        "1,2345",
        "5-10",
        "five",
        "3 days",
        "1.2.3",
    ],
)
def test_what_is_no_number_is_never_guessed(written: str) -> None:
    assert number_in(written, HOURS) is None


def test_a_decimal_comma_is_declared() -> None:
    question = replace(HOURS, comma=True, unit="€")
    assert number_in("€ 1.234,50", question) == Fraction("1234.5")
    assert number_in("-€2,5", question) == Fraction("-2.5")
    assert number_in("1,234.50", question) is None


def test_cells_that_hold_no_number_are_listed_with_their_lines(tmp_path: Path) -> None:
    rows = "id,q1,visits\n1,tend,3\n2,tend,<5\n3,tend,12\n4,tend,\n5,tend,loads\n"
    survey, found = read(tmp_path, rows, CODEBOOK + VISITS)
    assert survey.answers["visits"].tolist() == ["3", "", "12", "", ""]
    told = [each for each in found if each.code == "data-number"]
    assert [each.where.line for each in told if each.where] == [3]
    assert (
        "2 cells that hold no number left out: “<5” (line 3), “loads” (line 6)" in told[0].message
    )
    assert survey.treated["visits"] == ("2 answers that are no numbers left out.",)


def test_a_numeric_question_can_be_routed(tmp_path: Path) -> None:
    routed = VISITS + 'routing = { question = "q1", answers = ["for_it"], words = "who agree" }\n'
    survey, _ = read(tmp_path, "id,q1,visits\n1,tend,3\n2,no,4\n", CODEBOOK + routed)
    assert survey.answers["visits"].tolist() == ["3", NOT_ASKED]


def test_limits_make_bands_that_leave_nothing_between_them(tmp_path: Path) -> None:
    survey, _ = read(tmp_path, "id,q1,visits\n1,tend,3\n", CODEBOOK + VISITS)
    bands = survey.codebook.questions[1].bands
    assert [band.label for band in bands] == [
        "Under 1",
        "1 to under 5",
        "5 to under 10",
        "10 and over",
    ]
    assert [band.id for band in bands] == ["under_1", "from_1", "from_5", "from_10"]
    for number in (Fraction(1), Fraction("4.99"), Fraction(5), Fraction(-3), Fraction(1000)):
        assert sum(band.holds(number) for band in bands) == 1


@pytest.mark.parametrize(
    ("bands", "code"),
    [
        ("bands = [5, 5]", "codebook-bands"),
        ("bands = []", "codebook-bands"),
        ('bands = { few = { label = "Few" } }', "codebook-bands"),
        ('bands = { mean = { label = "Few", below = 3 } }', "codebook-id"),
        (
            'bands = { few = { label = "Few", below = 6 }, many = { label = "Many", from = 5 } }',
            "codebook-bands",
        ),
    ],
)
def test_bands_that_cannot_be(tmp_path: Path, bands: str, code: str) -> None:
    book = CODEBOOK + VISITS.replace("bands = [1, 5, 10]", bands)
    assert code in [each.code for each in faults(tmp_path, "id,q1,visits\n1,tend,3\n", book)]


def test_scores_name_answers_and_a_net_score_both_ends(tmp_path: Path) -> None:
    data = "id,q1\n1,tend\n"
    scored = CODEBOOK.replace("dont_know =", "scores = { agree = 3, tend = 1.5 }\ndont_know =")
    survey, _ = read(tmp_path, data, scored)
    scale = survey.codebook.questions[0].scale
    assert scale is not None
    assert scale.scores == (("agree", Fraction(3)), ("tend", Fraction(3, 2)))
    wrong = scored.replace("tend = 1.5", "tends = 1.5")
    assert "codebook-unknown-id" in [each.code for each in faults(tmp_path, data, wrong)]
    net = CODEBOOK.replace("dont_know =", "net_score = true\ndont_know =")
    assert "codebook-net" in [each.code for each in faults(tmp_path, data, net)]

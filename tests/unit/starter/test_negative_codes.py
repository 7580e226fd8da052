"""Negative codes of no answer: blank or don't know, never numbers, and asked about."""

from __future__ import annotations

import pytest

from briefing.survey.question import Kind, Meaning
from tests.unit.starter.asked import guessed, only
from tests.unit.starter.test_codes import turns

SATISFIED = "How satisfied are you with the park?"


@pytest.mark.parametrize(
    ("points", "code"),
    [(range(1, 6), "-9"), (range(1, 6), "-99"), (range(11), "-9"), (range(1, 6), "-1")],
)
def test_a_negative_code_behind_points_is_no_answer(points: range, code: str) -> None:
    cells = turns(*map(str, points), code)
    found = guessed({SATISFIED: cells})
    (question,) = found.questions
    assert question.kind is Kind.SINGLE
    assert question.scale
    assert question.scale.family == "rating"
    assert [each.label for each in question.scale.answers] == [str(each) for each in points]
    assert found.responses["q1"] == tuple("" if each == code else each for each in cells)
    assert f"{code} is taken for no answer and left blank, outside the base: is that so?" in (
        question.doubts
    )


def test_the_code_of_dont_know_is_an_answer_beside_that_of_none() -> None:
    question = only({SATISFIED: turns(*map(str, range(11)), "-9", "-8")})
    assert question.scale
    assert question.scale.family == "rating"
    assert (question.scale.answers[-1].label, question.scale.answers[-1].meaning) == (
        "Don’t know",  # noqa: RUF001 - as it is printed
        Meaning.DONT_KNOW,
    )
    assert any("-8 is taken for don't know" in each for each in question.doubts)


@pytest.mark.parametrize(
    ("asked", "label"),
    [
        ("Wie zufrieden sind Sie mit dem Park?", "Weiß nicht"),
        ("Êtes-vous satisfait du parc et de ses allées ?", "Ne sait pas"),
        ("Pa mor fodlon ydych chi gyda'r parc?", "Ddim yn gwybod"),
        ("¿Está usted satisfecho con el parque?", "No sabe"),
    ],
)
def test_the_code_of_dont_know_is_worded_in_the_language_of_the_form(
    asked: str, label: str
) -> None:
    question = only({asked: turns(*map(str, range(11)), "-8")})
    assert question.scale
    last = question.scale.answers[-1]
    assert (last.label, last.meaning) == (label, Meaning.DONT_KNOW)


def test_a_mean_is_taken_without_them() -> None:
    question = only({"How many miles did you walk?": turns("3", "18", "7.5", "130", "60", "-9")})
    assert question.kind is Kind.NUMERIC
    assert question.bands[0][0] >= 0


@pytest.mark.parametrize(
    "values", [("-9", "-3", "4", "17", "25"), ("-2", "-1", "0", "1", "2"), ("-1", "0", "1")]
)
def test_amounts_below_nought_are_kept(values: tuple[str, ...]) -> None:
    found = guessed({"By how much did your costs change?": turns(*values)})
    assert found.questions[0].kind is Kind.NUMERIC
    assert set(found.responses["q1"]) == set(values)

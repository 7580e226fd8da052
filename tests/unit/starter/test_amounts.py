"""Numbers are read as they were meant, and what is none is told, never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.starter import cells as look
from briefing.starter.banded import bands
from briefing.starter.codebook import codebook_text
from briefing.survey.export import Column, Value
from briefing.survey.question import Kind
from tests.unit.starter.asked import guessed, only

SPENT = "How much did you spend, in pounds?"


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1,200", "3"], [1200, 3]),
        (["1,5", "0,87"], [1.5, 0.87]),
        (["1.200,50", "3,5"], [1200.5, 3.5]),
        (["1 200,5", "1,250"], [1200.5, 1.25]),
        (["1,200.50", "3.5"], [1200.5, 3.5]),
        (["1e3", "20"], [1000, 20]),
        (["0,125", "1,250"], [0.125, 1.25]),
    ],
)
def test_decimals_stand_behind_a_comma_where_the_column_says_so(
    cells: list[str], values: list[float]
) -> None:
    assert look.numbers(cells) == values


@given(st.lists(st.decimals(0, 9_999, places=2), min_size=2))
def test_a_number_is_the_same_in_every_language(values: list[object]) -> None:
    plain = [f"{value}" for value in values]
    assert look.numbers([each.replace(".", ",") for each in plain]) == look.numbers(plain)


def test_weights_with_decimal_commas_are_weights_as_they_were_meant() -> None:
    found = guessed({"Go?": ["Yes", "No"] * 10, "weight": ["0,5", "1,5"] * 10})
    assert found.responses["weight"][:2] == ("0.5", "1.5")


def test_money_and_thousands_are_numbers_and_words_among_them_are_told() -> None:
    cells = [*(str(at * 7) for at in range(60)), "£1,200", "£45", "about 50", "Prefer not to say"]
    question = only({SPENT: cells})
    assert question.scale is not None
    assert question.scale.family == "bands"
    assert "Prefer not to say" in {each.label for each in question.scale.answers}
    (doubt,) = (each for each in question.doubts if "no number" in each)
    assert doubt == "1 cell is no number and counted as no answer, “about 50”: is that right?"
    assert any("to 1200" in each for each in question.doubts)


def test_an_age_may_say_that_it_is_in_years() -> None:
    (age,) = guessed({"How old are you?": [*map(str, range(20, 80)), "34 years"]}).attributes
    assert not [each for each in age.doubts if "no number" in each]


def test_a_unit_that_was_not_asked_for_is_not_guessed_at() -> None:
    cells = [*(str(at * 3) for at in range(60)), "2 hours"]
    question = only({"How long do you wait, in minutes?": cells})
    assert [each for each in question.doubts if "“2 hours”" in each]


def test_where_hardly_any_cell_is_a_number_none_is_asked_for() -> None:
    cells = ["Bus", "Car", "On foot", "27"] * 20
    assert only({"How do you travel?": cells}).scale is not None


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        (
            [0, 5, 8, 10, 12, 15, 20, 25, 30, 150] * 10,
            ["0 to 9", "10 to 19", "20 or more"],
        ),
        ([0] * 70 + [1] * 10 + [2] * 10 + [20] * 10, ["0", "1", "2 or more"]),
        (list(range(100)), ["0 to 19", "20 to 39", "40 to 59", "60 to 79", "80 or more"]),
    ],
)
def test_most_of_some_amounts_are_in_no_one_band_where_round_ends_part_them(
    values: list[float], labels: list[str]
) -> None:
    assert [each.label for each in bands(values)] == labels


def test_a_question_keeps_its_numbers_and_tells_their_mean() -> None:
    cells = [*(f"{at * 7}" for at in range(60)), "£1,234,567.50", ""]
    found = guessed({SPENT: cells})
    (question,) = found.questions
    assert question.kind is Kind.NUMERIC
    assert found.responses[question.id][-3:] == ("413", "1234567.5", "")
    assert "below = 100 }" in codebook_text(found)


@pytest.mark.parametrize("last", ["Don't know", "90 or more"])
def test_numbers_among_words_are_counted_in_bands_alone(last: str) -> None:
    numbers = [str(at) for at in range(60)]
    found = guessed(
        {SPENT: [*numbers, last, last]}, Column(SPENT, SPENT, values=(Value(last, last),))
    )
    assert [each.kind for each in found.questions] == [Kind.SINGLE]


def test_years_have_no_mean() -> None:
    assert only({"When did you begin?": [str(1950 + at) for at in range(60)]}).kind is Kind.SINGLE


@pytest.mark.parametrize("asked", ["How much did you spend (£)?", "How much did you spend?"])
def test_bands_of_money_have_its_sign(asked: str) -> None:
    written = [str(at * 7) for at in range(60)]
    question = only({asked: written if "£" in asked else ["£45", *written]})
    assert question.scale is not None
    assert all(each.label.startswith("£") for each in question.scale.answers)


def test_sums_that_all_have_the_sign_of_money_are_amounts_where_no_form_listed_them() -> None:
    asked = "How much do you pay a month?"
    question = only({asked: [f"£{at % 31 + 3}" for at in range(90)]})
    assert question.kind is Kind.NUMERIC
    assert only({asked: ["£5", "£10", "£20"] * 30}).kind is Kind.SINGLE


def test_a_band_of_one_number_is_called_by_it() -> None:
    """Nobody is in year 11 or more."""
    found = bands([7, 8, 9, 10, 11] * 12, capped=False)
    assert [each.label for each in found] == ["7", "8", "9", "10", "11"]
    assert bands([7, 8, 9, 10, 11] * 12)[-1].label == "11 or more"


@pytest.mark.parametrize(
    ("asked", "times", "told"),
    [
        ("How much did you spend, in pounds?", 1, ('unit = "£"', "decimals = 2")),
        ("How much would you donate (€)?", 500, ('unit = "€"', "decimals = 0")),
        ("How many minutes did it take?", 1, ('unit = "minutes"',)),
        ("How much does your dog weigh, in pounds?", 1, ()),
        ("How many children have you got?", 1, ()),
    ],
)
def test_means_have_the_unit_that_was_asked_for(
    asked: str, times: int, told: tuple[str, ...]
) -> None:
    found = guessed({asked: [str(at * times + 12) for at in range(60)]})
    lines = codebook_text(found).splitlines()
    assert tuple(line for line in lines if line.startswith(("unit", "decimals"))) == told


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        (SPENT, "None"),
        ("Wie viel geben Sie in der Woche dafür aus?", "nichts"),
        ("Combien de fois par mois venez-vous ?", "rien"),
    ],
)
def test_words_for_nothing_are_nought_where_an_amount_was_asked_for(asked: str, word: str) -> None:
    cells = [word if place % 5 == 0 else str(3 * place) for place in range(60)]
    found = guessed({asked: cells})
    (question,) = found.questions
    assert question.kind is Kind.NUMERIC
    assert found.responses["q1"].count("0") == 12
    assert any(f"12 cells are counted as 0, “{word}”" in each for each in question.doubts)


def test_nobody_is_no_number_where_people_were_asked_what_they_think() -> None:
    question = only({"Which of these do you use?": ["None", "Bus", "Tram", "Bus"] * 10})
    assert question.kind is Kind.SINGLE

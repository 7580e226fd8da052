"""Answers of public surveys whose order is in their words: heights, times, comparisons, seasons."""

from __future__ import annotations

import pytest

from briefing.starter.codebook import codebook_text
from briefing.starter.scales import guess_scale
from briefing.survey.question import Meaning
from tests.unit.starter.asked import guessed


def labels(*given: str) -> list[str]:
    return [each.label for each in guess_scale(dict.fromkeys(sorted(given), 5)).answers]


@pytest.mark.parametrize(
    "form",
    [
        ("Under 5 ft.", "5'0\"", "5'9\"", "5'10\"", "6'0\"", "6'6\" and above"),
        ("Under 5 ft", "5 ft 2 in", "5 ft 11 in", "6 ft", "Over 6 ft 2 in"),
        ("Once", "Twice", "Three times", "More than five times"),
        ("First", "Second", "Third"),
        (
            "Within the first 1-5 years of our relationship",
            "Within 6-10 years of our relationship",
            "After 20 years of our relationship",
        ),
        ("Spring (March - May)", "Summer (June - September)", "Fall", "Winter"),
        ("Monday", "Tuesday", "Friday"),
        ("Multiple times per week", "About once a week", "About once a month", "A few times"),
        (
            "More than once a day",
            "Between once a day and once a week",
            "Between once a week and once a month",
            "Less than once a month",
            "I don't use it any more",
        ),
        ("Daily -- as I work", "Weekly -- or so", "Monthly -- or less", "I don't use it"),
        ("I expect it to increase", "I expect it to stay the same", "I expect it to decrease"),
        ("Very likely that I would vote", "Fairly likely", "Very unlikely that I would vote"),
        ("Pay no attention", "2", "3", "4", "Pay a great deal of attention"),
        ("Much longer than I expected", "About what I expected", "Shorter than I expected"),
        ("Improved", "Remained about the same", "Declined"),
        ("Very comfortable", "Somewhat comfortably", "Not at all comfortable"),
    ],
)
def test_answers_stand_in_the_order_of_what_they_say(form: tuple[str, ...]) -> None:
    assert labels(*form) == list(form)
    assert guess_scale(dict.fromkeys(form, 5)).ordered


@pytest.mark.parametrize(
    "names",
    [
        ("Evenings", "Afternoons", "Saturdays"),
        ("I like the first one", "I like the red one", "I like the one with wheels"),
        ("5' fence", "Hedge", "Wall"),
        ("A few times", "Several times", "A couple of times"),
    ],
)
def test_what_says_no_order_is_given_none(names: tuple[str, ...]) -> None:
    assert not guess_scale(dict.fromkeys(names, 5)).ordered


def test_one_sentence_among_numbers_stands_behind_them_and_its_place_is_asked_for() -> None:
    form = ("Once", "Twice", "Three times", "It is not okay at all")
    scale = guess_scale(dict.fromkeys(sorted(form), 5))
    assert [each.label for each in scale.answers] == list(form)
    (doubt,) = scale.doubts
    assert "“It is not okay at all” is behind the others" in doubt
    assert not guess_scale({"Once": 3, "It is not okay": 4, "Only on Sundays": 5}).ordered


def test_who_is_not_worried_gives_no_bad_answer() -> None:
    form = ("Very worried", "Fairly worried", "Not very worried", "Not at all worried")
    worried = guess_scale(dict.fromkeys(form, 5))
    assert [each.id for each in worried.nets] == ["worried", "not_worried"], "both ends are told"
    assert not worried.diverging
    form = ("Very satisfied", "Fairly satisfied", "Not very satisfied", "Not at all satisfied")
    assert guess_scale(dict.fromkeys(form, 5)).diverging


def test_longer_is_neither_better_nor_worse() -> None:
    form = ("Much longer", "Longer", "About the same", "Shorter", "Much shorter")
    scale = guess_scale(dict.fromkeys(form, 5))
    assert len(scale.nets) == 2
    assert not scale.diverging
    assert scale.answers[2].meaning is Meaning.NEUTRAL


def test_none_of_a_list_without_an_order_is_behind_it() -> None:
    cells = ["None"] * 30 + ["The Times"] * 20 + ["The Sun"] * 10 + ["Other paper"] * 5
    made = guessed({"Which daily newspaper do you read?": cells})
    assert 'last = ["none", "other_paper"]' in codebook_text(made)
    cells = ["None"] * 30 + ["1"] * 20 + ["2"] * 10 + ["3 or more"] * 5
    assert "last =" not in codebook_text(guessed({"How many dogs do you walk?": cells}))


def test_rows_that_are_wholly_quoted_are_called_by_what_they_say() -> None:
    cells = ["Strongly agree", "Agree", "Disagree"] * 20
    asked = "How far do you agree with these? [{}]"
    said = ('"We sleep better."', 'He said "no" to me')
    (grid,) = guessed({asked.format(each): cells for each in said}).questions
    assert [each.label for each in grid.items] == ["We sleep better", 'He said "no" to me']

"""Codes that an export has no labels for: no amounts, no ratings, and asked about."""

from __future__ import annotations

import pytest

from briefing.starter.ways_out import strays
from briefing.survey.export import Column, Holds
from briefing.survey.question import Kind, Meaning
from tests.unit.starter.asked import guessed, only

ROWS = 120


def turns(*values: str) -> list[str]:
    return [values[row * row % 101 % len(values)] for row in range(ROWS)]


def test_a_code_far_behind_two_others_is_no_point_of_a_rating() -> None:
    question = only({"q1": turns("1", "2", "1", "9", "2")})
    assert question.scale
    assert [(each.label, each.meaning) for each in question.scale.answers] == [
        ("1", Meaning.VALID),
        ("2", Meaning.VALID),
        ("9", Meaning.DONT_KNOW),
    ]
    assert not question.scale.nets
    assert any("what do 1, 2 and 9 stand for" in each for each in question.doubts)
    assert any("9 stands apart" in each for each in question.scale.doubts)


@pytest.mark.parametrize(
    ("name", "wording", "called"),
    [
        ("CSTLIV", "", "To be named (CSTLIV)"),
        ("A", "", "To be named (A)"),
        ("CSTLIV", "How have your costs changed?", "How have your costs changed"),
        ("Satisfaction", "", "Satisfaction"),
    ],
)
def test_a_code_is_no_title_and_a_wording_is_one(name: str, wording: str, called: str) -> None:
    told = Column(name, wording or name)
    question = only({name: turns("Very good", "Good", "Poor")}, told)
    assert question.short == called
    assert question.wording == (wording or name)
    assert any("called in short" in each for each in question.doubts) is not bool(wording)


def test_a_code_with_a_number_is_nothing_that_anybody_was_asked() -> None:
    question = only({"C4_7": turns("Very good", "Good", "Poor")})
    assert (question.short, question.wording) == ("To be named (C4_7)", "To be worded (C4_7)")


@pytest.mark.parametrize("name", ["q2", "How happy are you with the parks, from 1 to 5?"])
def test_a_code_far_behind_points_makes_no_amounts_of_them(name: str) -> None:
    question = only({name: turns("1", "2", "3", "4", "5", "99", "4")})
    assert question.scale
    assert question.scale.family == "rating"
    assert question.scale.answers[-1].meaning is Meaning.DONT_KNOW


def test_small_numbers_under_a_bare_code_are_codes_of_answers() -> None:
    coded = only({"q4_01": turns(*(str(each) for each in range(1, 15)))})
    assert coded.scale
    assert [each.label for each in coded.scale.answers] == [str(each) for each in range(1, 15)]
    assert any("what do 1, 2, 3" in each for each in coded.doubts)


@pytest.mark.parametrize(
    "columns",
    [
        {"How many times did you come?": turns("1", "2", "3", "4", "5", "99")},
        {"Miles walked": turns(*(str(each) for each in range(1, 15)))},
        {"q5": turns("3", "18", "77", "130", "250", "60")},
    ],
)
def test_what_is_counted_or_measured_is_told_in_bands(columns: dict[str, list[str]]) -> None:
    question = only(columns)
    assert question.scale
    assert question.scale.family == "bands"


def test_numbers_that_the_export_declares_are_no_codes() -> None:
    told = Column("q6", "q6", holds=Holds.NUMBER)
    cells = turns(*(str(each) for each in range(1, 20)))
    question = only({"q6": cells}, told)
    assert question.scale
    assert question.scale.family == "bands"


def test_a_region_of_codes_parts_respondents_and_is_asked_about() -> None:
    made = guessed({"region": turns("1", "2", "3", "4"), "q1": turns("Yes", "No")})
    (region,) = made.attributes
    assert region.id == "region"
    assert region.doubts == ("what do 1, 2, 3 and 4 stand for? The export has no labels for them",)
    assert not made.crosstabs, "no groups that nobody knows are compared"


def test_a_question_keeps_the_code_of_its_column_whatever_stands_before_it() -> None:
    made = guessed({"Do you walk to work?": turns("Yes", "No"), "q1": turns("Bus", "Tram")})
    assert [each.id for each in made.questions] == ["q2", "q1"]


def test_an_export_of_codes_is_asked_for_again_with_labels() -> None:
    columns = {f"q{each}": turns("1", "2", "3") for each in range(1, 5)}
    (doubt,) = (each for each in guessed(columns).asked if "neither a wording nor labels" in each)
    assert doubt.startswith(("4 of 4 questions", "1 of 1 questions"))
    worded = {f"Are you happy with the {each}?": turns("Yes", "No") for each in ("park", "pool")}
    assert not any("neither a wording" in each for each in guessed(worded).asked)


@pytest.mark.parametrize(
    "asked",
    [
        "To help us ensure that you are not a robot, please write the number of letters",
        "ATTNCHECK1",
        "Please select “Agree” for this statement",
        "To show that you are reading these questions, tick the second answer",
    ],
)
def test_a_check_that_somebody_reads_is_no_question(asked: str) -> None:
    made = guessed({asked: turns("eight", "8", "nine"), "Do you walk to work?": turns("Yes", "No")})
    assert [each.kind for each in made.questions] == [Kind.SINGLE]
    assert [each.column for each in made.left_out] == [asked]


def test_groups_are_compared_by_what_parts_respondents() -> None:
    columns = {
        "How often do you fly?": ["Never"] * (ROWS - 2) + ["Every day", "Once a month"],
        "How often do you read?": turns("Daily", "Weekly", "Monthly", "Never"),
        "Gender": turns("Female", "Male"),
    }
    assert [each.question for each in guessed(columns).crosstabs] == ["q2"]


@pytest.mark.parametrize(
    ("codes", "apart"),
    [
        (("1", "2", "3", "9"), ("9",)),
        ((*(str(each) for each in range(1, 11)), "99"), ("99",)),
        (("1", "2", "3", "4", "5", "8", "9", "99"), ("8", "9", "99")),
        (("1", "2", "9"), ("9",)),
        (("7", "8", "9"), ()),
        (("1", "5", "9"), ()),
        (tuple(str(each) for each in range(1, 11)), ()),
    ],
)
def test_codes_of_no_answer_stand_apart_behind_all_others(
    codes: tuple[str, ...], apart: tuple[str, ...]
) -> None:
    assert strays(codes) == apart

"""A first, a second and a third answer to one question are one question of a draft, and no grid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.starter.codebook import codebook_text
from briefing.starter.mentions import mention_in, mentions
from briefing.survey.export import Column, Holds, Value
from briefing.survey.question import Kind
from tests.unit.starter.asked import guessed, only

REASONS = ["Price", "Quality", "Nearby", "Staff", "Habit"]
FIRST = [REASONS[at % 5] for at in range(60)]
SECOND = [REASONS[(at + 1 + at % 3) % 5] if at % 4 else "" for at in range(60)]
THIRD = [REASONS[(at + 4) % 5] if at % 8 == 1 else "" for at in range(60)]
ROWS = [FIRST, SECOND, THIRD]


def of(*heads: str) -> dict[str, list[str]]:
    return dict(zip(heads, ROWS, strict=False))


def test_mentions_are_a_choice_of_several() -> None:
    heads = ["Main reason for coming - 1st mention", "Main reason for coming - 2nd mention"]
    found = guessed(of(*heads))
    (question,) = found.questions
    assert question.kind is Kind.MULTIPLE
    assert question.wording == "Main reason for coming"
    assert {each.label for each in question.items} == set(REASONS)
    price = found.responses[f"{question.id}_price"]
    rows = zip(FIRST, SECOND, strict=True)
    assert price == tuple("1" if "Price" in row else "" for row in rows)
    assert not [each for each in question.doubts if "order of importance" in each]


@pytest.mark.parametrize(
    ("heads", "wording"),
    [
        (("Q5 first choice", "Q5 second choice", "Q5 third choice"), "Choice"),
        (("Your priority 1", "Your priority 2", "Your priority 3"), "Your priority"),
        (
            (
                "What is the most important problem?",
                "What is the second most important problem?",
                "What is the third most important problem?",
            ),
            "What is the most important problem?",
        ),
    ],
)
def test_choices_are_a_ranking(heads: tuple[str, ...], wording: str) -> None:
    found = guessed(of(*heads))
    (question,) = found.questions
    assert (question.kind, question.places) == (Kind.RANKING, 3)
    assert question.wording == wording
    quality = found.responses[f"{question.id}_quality"]
    assert quality[1] == "1"
    assert quality[SECOND.index("Quality")] == "2"
    assert quality[THIRD.index("Quality")] == "3"


def test_who_could_not_name_a_second_has_put_nothing_there() -> None:
    second = [each or "Don't know" for each in SECOND]
    found = guessed({"Best way - first choice": FIRST, "Best way - second choice": second})
    (question,) = found.questions
    assert {each.label for each in question.items} == set(REASONS)


@pytest.mark.parametrize("said", ["First answer", "Reason 1", "First"])
def test_heads_that_leave_the_order_open_are_a_choice_and_a_question(said: str) -> None:
    other = said.replace("First", "Second").replace("1", "2")
    found = guessed(of(f"Why did you come? - {said}", f"Why did you come? - {other}"))
    (question,) = found.questions
    assert question.kind is Kind.MULTIPLE
    comments = " ".join(codebook_text(found).replace("\n#  ", "").split())
    assert "whether in an order of importance" in comments


def test_marks_of_one_thing_after_another_stay_a_grid() -> None:
    marks = ["Very good", "Good", "Poor", "Good"] * 5
    question = only({f"How good was it? - {each} choice": marks for each in ("First", "Second")})
    assert question.kind is Kind.GRID


def test_columns_that_repeat_what_others_hold_are_no_mentions() -> None:
    same = {f"How you came - {each} mention": FIRST for each in ("1st", "2nd")}
    assert only(same).kind is Kind.GRID


def test_labels_that_a_file_declares_are_all_the_options() -> None:
    values = tuple(Value(each, each) for each in (*REASONS, "Parking"))
    told = [
        Column(f"V{at}", f"Reason, {name} mention", "", f"V{at}", Holds.ANSWER, "", values)
        for at, name in enumerate(("first", "second"), 1)
    ]
    question = only({"V1": FIRST, "V2": SECOND}, *told)
    assert question.kind is Kind.MULTIPLE
    assert [each.label for each in question.items] == [*REASONS, "Parking"]


def test_what_one_respondent_mentioned_is_no_option() -> None:
    first = [*FIRST[:-1], "my aunt Jo told me"]
    found = guessed({"Why? - 1st mention": first, "Why? - 2nd mention": SECOND})
    (question,) = found.questions
    assert {each.label for each in question.items} == {*REASONS, "Other"}
    assert found.responses[f"{question.id}_other"][-1] == "1"
    assert found.responses[question.other][-1] == "my aunt Jo told me"


@given(st.integers(2, 8), st.sampled_from(["choice", "mention", "answer", "preference"]))
def test_heads_that_count_from_the_first_are_one_run(number: int, kind: str) -> None:
    heads = [f"Q7 {kind} {at}" for at in range(1, number + 1)]
    assert list(mentions(["Age", *heads, "Gender"])) == [range(1, number + 1)]
    assert not list(mentions(["Age", *heads[1:], "Gender"]))
    assert {told.stem for each in heads if (told := mention_in(each))} == {f"Q7 {kind}"}

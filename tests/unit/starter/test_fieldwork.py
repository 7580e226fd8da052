"""What a polling institute keeps beside the answers: never a question, never a group."""

from __future__ import annotations

import pytest

from briefing.survey.export import Column, Holds, Value
from tests.unit.starter.asked import guessed

GO = ["Yes", "No", "Yes", "Yes"] * 11


@pytest.mark.parametrize(
    ("name", "wording", "cells"),
    [
        ("attempts", "Total attempts to number", ["1", "2", "3", "4"]),
        ("refusal", "Refusal Conversion", ["Yes", "No", "No", "No"]),
        ("int_date", "Interview date", ["80916", "81016", "81116", "81216"]),
        ("ilang", "Language of interview", ["English", "Spanish", "English", "English"]),
        ("igender", "Interviewer gender", ["Male", "Female", "Female", "Male"]),
        ("irace", "Interviewer Race/Ethnicity", ["White", "Black", "Asian", "White"]),
    ],
)
def test_notes_of_interviewers_are_left_out(name: str, wording: str, cells: list[str]) -> None:
    found = guessed({"Go?": GO, name: cells * 11}, Column(name, wording))
    assert [each.wording for each in found.questions] == ["Go?"]
    assert not found.attributes
    assert [each.column for each in found.left_out] == [name]


def test_what_somebody_thinks_of_an_interviewer_is_a_question() -> None:
    found = guessed({"The interviewer was friendly": ["Agree", "Disagree", "Agree", "Agree"] * 11})
    assert len(found.questions) == 1


def test_a_question_by_which_others_were_sent_away_is_no_finding() -> None:
    answers = (Value("1", "Under 18"), Value("2", "18 or older"))
    told = Column("s1", "Are you 18 or older?", holds=Holds.ANSWER, values=answers)
    found = guessed({"Go?": GO, "s1": ["2"] * 44}, told)
    assert [each.wording for each in found.questions] == ["Go?"]
    assert found.left_out[0].reason == "everybody who answered gave the same answer"


def test_a_number_of_its_own_in_every_row_is_the_id_whatever_stands_before_id() -> None:
    numbers = [str(100001 + 7 * at) for at in range(44)]
    found = guessed({"psraid": numbers, "Go?": GO})
    assert found.responses["respondent"] == tuple(numbers)
    assert [each.wording for each in found.questions] == ["Go?"]

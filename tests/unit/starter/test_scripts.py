"""What a poll's file keeps of the script for its interviewers, in no wording and no label."""

from __future__ import annotations

import pytest

from briefing.starter.field import Field
from briefing.starter.found import part_of
from briefing.survey.export import Column, Holds, Value
from tests.unit.starter.asked import guessed


@pytest.mark.parametrize(
    ("name", "written", "wording"),
    [
        ("q1", "Q.1 Do you approve of the plan?", "Do you approve of the plan?"),
        ("Q23A", "Q.23a How good is the plan?", "How good is the plan?"),
        ("campnii", "CAMPNII How closely do you follow it?", "How closely do you follow it?"),
        ("oftvote", "OFTVOTE How often... [READ IN ORDER]?", "How often...?"),
        ("ql1", "L1. Have you got a telephone?", "Have you got a telephone?"),
        ("ql2", "L1. Have you got a telephone?", "L1. Have you got a telephone?"),
        ("do", "Do you approve of the plan?", "Do you approve of the plan?"),
        ("q9", "Would [NAME] do it well?", "Would [NAME] do it well?"),
        ("q8", "How big is [INSERT ITEM; READ] here?", "How big is … here?"),
        (
            "q7",
            "Does it do more to [INSERT OPTION] or to [NEXT OPTION]?",
            "Does it do more to … or to …?",
        ),
        ("q6", "Is it well done? [IF DK ENTER AS DK. PROBE ONCE WITH: Is", "Is it well done?"),
        (
            "q5",
            "Is it well done? [If Depends, ask:] Just in general",
            "Is it well done? Just in general",
        ),
        ("q4", "Is it well done??", "Is it well done?"),
        ("q3", "Which is so? It helps [OR]  It harms [READ]", "Which is so? It helps or It harms"),
        ("birth_place", "BIRTH_PLACE Were you born here?", "Were you born here?"),
        ("plan3", "PLAN Which of these is best?", "Which of these is best?"),
        ("nhs1", "NHS trust in general", "NHS trust in general"),
        (
            "q2",
            "If they were to [IF Q1=1, READ: build it / IF Q1=2, READ: sell it] would it help?",
            "If they were to … would it help?",
        ),
    ],
)
def test_a_wording_is_what_was_asked(name: str, written: str, wording: str) -> None:
    cells = ["Yes", "No", "Yes", "Yes"] * 11
    assert guessed({name: cells}, Column(name, written)).questions[0].wording == wording


def test_labels_are_what_was_heard_and_cells_with_them() -> None:
    answers = (
        Value("1", "A big chance"),
        Value("2", "Some chance [OR]"),
        Value("3", "Hardly any chance"),
        Value("9", "[VOL. DO NOT READ] Don't know/Refused"),
    )
    told = Column("q3", "How much of a chance is there?", holds=Holds.ANSWER, values=answers)
    (question,) = guessed({"q3": ["1", "2", "3", "2", "9"] * 10}, told).questions
    assert question.scale is not None
    labels = [each.label for each in question.scale.answers]
    assert {"Some chance", "Don't know/Refused"} <= set(labels)
    assert not any("[" in each for each in labels)


def test_cells_stand_in_the_copy_as_their_labels() -> None:
    told = Column("q3", "Is there a chance?", holds=Holds.ANSWER, values=(Value("2", "Yes [OR]"),))
    found = guessed({"q3": ["2", "No"] * 20}, told)
    assert set(found.responses["q3"]) == {"Yes", "No"}


def test_an_item_behind_a_stroke_is_told_without_it() -> None:
    own = Field("q28a", "Your opinion?", "/ The council", "q28", Holds.ANSWER, "", (), (), ())
    assert part_of(own) == "The council"

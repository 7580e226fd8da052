"""Choices of several whose export tells who was asked: who ticked nothing is in their base."""

from __future__ import annotations

from tests.unit.starter.asked import guessed

JOB = ["Employed", "Employed", "Student", "Retired", "Employed"] * 10
NOT = "Not selected"


def _column(option: str, ticks: list[bool]) -> list[str]:
    """The cells of an option of who is employed; nobody else was asked."""
    return [
        "" if job != "Employed" else option if tick else NOT
        for job, tick in zip(JOB, ticks, strict=True)
    ]


def _works(ticks: list[bool]) -> dict[str, list[str]]:
    return {
        "q1": JOB,
        "q2_0001": _column("On foot", ticks),
        "q2_0002": _column("By train", [not each for each in ticks[:-1]] + [False]),
    }


def test_who_ticked_nothing_is_in_the_base_where_the_export_says_who_was_asked() -> None:
    found = guessed(_works([True, False] * 24 + [True, False]))
    question = found.question("q2")
    assert question.base == "asked"
    assert any("1 who were asked ticked nothing" in each for each in question.doubts)
    assert question.routing is not None
    assert question.routing.question == "q1"
    cells = found.responses["q2_on_foot"]
    assert [cells[at] for at in (0, 1, 2, 49)] == ["1", "", "Not asked", ""]


def test_everybody_ticked_something_and_nothing_is_said_of_the_base() -> None:
    columns = _works([True, False] * 25)
    columns["q2_0002"][-1] = "By train"
    question = guessed(columns).question("q2")
    assert not question.base
    assert question.routing is not None


def test_where_many_ticked_nothing_the_base_is_asked_for_and_not_taken() -> None:
    columns = {
        "q2_0001": ["On foot", NOT, NOT, NOT, NOT] * 10,
        "q2_0002": [NOT, "By train", NOT, NOT, "By train"] * 10,
    }
    question = guessed(columns).question("q2")
    assert not question.base
    assert any("20 who were asked ticked nothing" in each for each in question.doubts)


def test_blanks_among_the_marks_of_one_respondent_tell_nothing() -> None:
    columns = {
        "q2_0001": ["On foot", "On foot", "", NOT] * 10,
        "q2_0002": [NOT, "By train", "By train", "By train"] * 10,
    }
    columns["q2_0001"][0] = NOT
    question = guessed(columns).question("q2")
    assert not question.base

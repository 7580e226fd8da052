"""Columns of several questions by turns: grids where the heads or the answers are certain of it."""

from __future__ import annotations

import pytest

from briefing.survey.question import Kind
from tests.unit.starter.asked import guessed

GOOD = ["Very good", "Good", "Poor", "Good", "Very poor"] * 8
OFTEN = ["Often", "Never", "Sometimes", "Rarely", "Never"] * 8


def told(columns: dict[str, list[str]]) -> list[tuple[Kind, str, list[str]]]:
    return [
        (each.kind, each.wording, [item.label for item in each.items])
        for each in guessed(columns).questions
    ]


@pytest.mark.parametrize("second", [GOOD, OFTEN])
@pytest.mark.parametrize("head", ["{}: {}", "{} - {}", "{} [{}]"])
def test_questions_that_turn_are_grids_whatever_their_answers(head: str, second: list[str]) -> None:
    columns = {
        head.format(question, row): cells
        for row in ("Parks", "Roads", "Libraries")
        for question, cells in (("Quality", GOOD), ("Use", second))
    }
    rows = ["Parks", "Roads", "Libraries"]
    assert told(columns) == [(Kind.GRID, "Quality", rows), (Kind.GRID, "Use", rows)]


def test_the_cells_of_each_stay_with_their_row() -> None:
    other = OFTEN[::-1]
    found = guessed(
        {"Quality: Parks": GOOD, "Use: Parks": OFTEN, "Quality: Roads": GOOD, "Use: Roads": other}
    )
    assert found.responses["q2_parks"] == tuple(OFTEN)
    assert found.responses["q2_roads"] == tuple(other)


def test_rows_that_lead_are_rows_where_the_answers_say_so() -> None:
    columns = {
        f"{row}: {question}": cells
        for row in ("Parks", "Roads")
        for question, cells in (("Quality", GOOD), ("Use", OFTEN))
    }
    rows = ["Parks", "Roads"]
    assert told(columns) == [(Kind.GRID, "Quality", rows), (Kind.GRID, "Use", rows)]


@pytest.mark.parametrize(
    ("form", "wordings"),
    [
        ("Q1_{row}{letter}", ["To be worded (Q1a)", "To be worded (Q1b)"]),
        ("Q1_{row}_{number}", ["To be worded (Q1_1)", "To be worded (Q1_2)"]),
    ],
)
def test_codes_are_taken_apart_where_the_answers_say_so(form: str, wordings: list[str]) -> None:
    columns = {
        form.format(row=row, letter="ab"[at], number=at + 1): (GOOD, OFTEN)[at]
        for row in (1, 2, 3)
        for at in (0, 1)
    }
    found = guessed(columns).questions
    assert [each.kind for each in found] == [Kind.GRID, Kind.GRID]
    assert [len(each.items) for each in found] == [3, 3]
    assert all(each.scale and each.scale.ordered for each in found)
    assert [each.wording for each in found] == wordings


def test_codes_whose_letter_leads_are_taken_apart_by_it() -> None:
    columns = {
        f"Q1_{letter}{row}": cells
        for letter, cells in (("a", GOOD), ("b", OFTEN))
        for row in (1, 2, 3)
    }
    rows = ["Q1_1", "Q1_2", "Q1_3"]
    assert told(columns) == [(Kind.GRID, f"To be worded (Q1{letter})", rows) for letter in "ab"]


@pytest.mark.parametrize("form", ["Q1_{row}{letter}", "Places {row}: Question {letter}"])
def test_what_neither_heads_nor_answers_tell_is_asked(form: str) -> None:
    columns = {form.format(row=row, letter=letter): GOOD for row in (1, 2) for letter in "ab"}
    asked = [doubt for each in guessed(columns).questions for doubt in each.doubts]
    assert [each for each in asked if "make 2 grids of them" in each]


def test_a_grid_and_half_of_another_are_no_crossing() -> None:
    columns = {
        "Quality: Parks": GOOD,
        "Use: Parks": OFTEN,
        "Quality: Roads": GOOD,
        "Something else": OFTEN,
    }
    assert Kind.GRID not in [kind for kind, _, _ in told(columns)]


def test_rows_of_a_common_grid_are_asked_nothing_of() -> None:
    columns = {f"How good is each of these? [{name}]": GOOD for name in ("Staff", "Food", "Price")}
    (question,) = guessed(columns).questions
    assert question.doubts == ()

"""Rounds of a survey in one file: a wave or a year is what answers are compared by."""

from __future__ import annotations

import pytest

from tests.unit.starter.asked import guessed

SCALE = ["Very satisfied", "Satisfied", "Dissatisfied", "Very dissatisfied"] * 20
ASKED = "How satisfied are you overall?"


@pytest.mark.parametrize(
    ("head", "cells", "labels"),
    [
        ("wave", ["Wave 2", "Wave 1"], ["Wave 1", "Wave 2"]),
        ("Wave", ["2", "1"], ["Wave 1", "Wave 2"]),
        ("Survey round", ["Round 10", "Round 9"], ["Round 9", "Round 10"]),
        ("YEAR", ["2024.0", "2022.0"], ["2022", "2024"]),
        ("quarter", ["Q1 2024", "Q4 2023"], ["Q4 2023", "Q1 2024"]),
        ("wave", ["Spring 2024", "Autumn 2023"], ["Autumn 2023", "Spring 2024"]),
        ("wave", ["Follow-up", "Baseline"], ["Baseline", "Follow-up"]),
    ],
)
def test_rounds_are_compared_in_the_order_of_time(
    head: str, cells: list[str], labels: list[str]
) -> None:
    found = guessed({head: cells * 40, "Region": ["North", "South"] * 40, ASKED: SCALE})
    rounds = found.attributes[0]
    assert [each.label for each in rounds.groups] == labels
    assert head not in [each.column for each in found.left_out]
    assert [each.by for each in found.crosstabs] == [rounds.id, "region"]


def test_cells_of_a_round_that_is_but_counted_still_stand_for_it() -> None:
    found = guessed({"wave": ["1", "2"] * 40, ASKED: SCALE})
    assert [each.values for each in found.attributes[0].groups] == [("1",), ("2",)]
    assert set(found.responses["wave"]) == {"1", "2"}


@pytest.mark.parametrize("cells", [["1"], ["1", ""], [str(each) for each in range(8)]])
def test_a_column_called_wave_is_no_round_where_it_is_one_or_blank_or_of_many(
    cells: list[str],
) -> None:
    found = guessed({"wave": cells * (80 // len(cells)), ASKED: SCALE})
    assert not found.attributes

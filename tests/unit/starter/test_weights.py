"""Which of several columns like weights figures are counted by."""

from __future__ import annotations

import pytest

from briefing.survey.export import Column
from tests.unit.starter.asked import guessed

GO = ["Yes", "No", "Yes", "Yes"] * 10
FIRST = ["0.5", "1.5"] * 20
LAST = ["0.8", "1.2"] * 20
SOME = ["0.9", "", "1.1", ""] * 10


def test_the_last_step_of_weighting_counts_wherever_it_stands() -> None:
    found = guessed(
        {"Go?": GO, "wt1": FIRST, "utweight": FIRST, "weight": LAST},
        Column("wt1", "First Stage Sample Weight"),
        Column("utweight", "Untruncated weight"),
        Column("weight", "Final Weight"),
    )
    assert found.responses["weight"][:2] == ("0.8", "1.2")
    assert "column weight:" in found.weight_reason
    (doubt,) = found.doubts
    assert "wt1, “First Stage Sample Weight”" in doubt


@pytest.mark.parametrize("name", ["cellweight", "pspwght", "w2"])
def test_weights_of_a_part_of_the_sample_give_way_to_those_of_everybody(name: str) -> None:
    found = guessed(
        {"Go?": GO, name: SOME, "weight_b": LAST}, Column(name, "Weight for cell sample")
    )
    assert found.responses["weight"][:2] == ("0.8", "1.2")
    assert [each.wording for each in found.questions] == ["Go?"]


def test_of_weights_that_nothing_tells_apart_the_plain_one_counts() -> None:
    found = guessed({"Go?": GO, "weight_trim": FIRST, "weight": LAST})
    assert found.responses["weight"][:2] == ("0.8", "1.2")


@pytest.mark.parametrize("name", ["birthweight", "bodyweight"])
def test_what_somebody_weighs_weights_nobody(name: str) -> None:
    assert not guessed({"Go?": GO, name: ["3200", "2900", "3550", "4100"] * 10}).weight

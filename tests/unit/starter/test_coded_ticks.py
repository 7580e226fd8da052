"""Options under codes without labels: a choice of several, and no scale of two points."""

from __future__ import annotations

import pytest

from briefing.survey.question import Kind
from tests.unit.starter.asked import guessed

ROWS = 120


def coded(codes: str, names: tuple[str, ...]) -> dict[str, list[str]]:
    """Columns of codes, one option each; an underscore is a blank cell."""
    return {
        name: [codes[(row * (3 + at) + at) % len(codes)].replace("_", "") for row in range(ROWS)]
        for at, name in enumerate(names)
    }


NAMELESS = ("q5_1", "q5_2", "q5_3", "q5_4")
ASKED = ("Which do you use? [Bus]", "Which do you use? [Tram]", "Which do you use? [Train]")


@pytest.mark.parametrize("names", [NAMELESS, ASKED])
@pytest.mark.parametrize("codes", ["0110100", "1221222", "12_2122", "1221292", "0110900"])
def test_ones_are_ticks_whatever_stands_beside_them(codes: str, names: tuple[str, ...]) -> None:
    columns = coded(codes, names)
    made = guessed(columns)
    (question,) = made.questions
    assert question.kind is Kind.MULTIPLE
    assert question.sources == names
    for item, cells in zip(question.items, columns.values(), strict=True):
        ticks = made.responses[f"{question.id}_{item.id}"]
        assert [each == "1" for each in ticks] == [each == "1" for each in cells]


def test_which_code_is_the_tick_is_asked_where_the_export_does_not_say_it() -> None:
    assert any("2 for not ticked" in each for each in guessed(coded("1221222", NAMELESS)).asked)
    assert any("9 for no answer" in each for each in guessed(coded("1221292", NAMELESS)).asked)
    assert not any("not ticked" in each for each in guessed(coded("0110100", NAMELESS)).asked)


def test_ratings_from_one_to_three_stay_a_grid() -> None:
    (question,) = guessed(coded("1223122", NAMELESS)).questions
    assert question.kind is Kind.GRID

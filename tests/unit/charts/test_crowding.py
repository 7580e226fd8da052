"""Charts of more bars than anybody compares: where the limit is, and what is counted."""

from __future__ import annotations

import pytest

from briefing.charts.bars import Bars
from briefing.charts.columns import Columns
from briefing.charts.crowding import SIGNS, Crowd, crowded
from briefing.charts.donut import Donut
from briefing.charts.number import Number
from briefing.charts.ranked import Ranked
from briefing.tables.model import Head, Part, Table
from tests.unit.charts import tabled


def answers(count: int, signs: int = 10) -> Table:
    """A question of so many answers, each of so many signs."""
    heads = tuple(Head(f"a{at}", f"{at:x<{signs}}", Part.ANSWER) for at in range(count))
    return tabled.single("service", heads, (1,) * count)


def test_bars_up_to_the_limit_are_a_chart() -> None:
    assert crowded(Ranked(), answers(20), 20) is None
    assert crowded(Ranked(), answers(21), 20) == Crowd("21 bars", 21)


def test_long_names_count_as_the_room_they_take() -> None:
    assert crowded(Ranked(), answers(10, SIGNS), 10) is None
    much = crowded(Ranked(), answers(10, SIGNS + 1), 10)
    assert much == Crowd(f"10 bars with names of up to {SIGNS + 1} signs", 20)
    assert crowded(Ranked(), answers(10, SIGNS + 1), much.bars) is None


def test_only_what_is_drawn_counts() -> None:
    chart = Ranked(only="a1 a2 a3")
    assert crowded(chart, answers(60), 3) is None


@pytest.mark.parametrize("chart", [Bars(), Columns(), Donut()])
def test_a_whole_has_fifteen_parts_at_most(chart: Bars | Columns | Donut) -> None:
    assert crowded(chart, answers(15), 45) is None
    assert crowded(chart, answers(16), 45) == Crowd("a whole in 16 parts")


def test_what_no_chart_could_show_is_left_to_where_it_is_drawn() -> None:
    assert crowded(Bars(), tabled.ranking(), 1) is None
    assert crowded(Ranked(only="nobody"), answers(60), 1) is None
    assert crowded(Number(highlight="a1"), answers(60), 1) is None

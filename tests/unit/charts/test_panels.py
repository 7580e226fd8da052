"""Small multiples: a grid of many answers finds the panels that its room can hold."""

from __future__ import annotations

from briefing.charts.bars import Bars
from briefing.tables.model import Head, Part, Table
from tests.unit.charts.ink import printed
from tests.unit.charts.look import look
from tests.unit.charts.tabled import grid

COUNTS = (32, 11, 22, 10, 2, 7, 3, 15)


def asked(answers: str, items: str) -> Table:
    """A grid of eight answers and five items that are called so."""
    heads = tuple(Head(f"a{at}", f"{answers} {at}", Part.ANSWER) for at in range(8))
    rows = {f"r{at}": (f"{items} {at}", COUNTS[at:] + COUNTS[:at]) for at in range(5)}
    return grid("q", heads, {**rows})


def test_labels_of_the_items_take_more_of_the_width_where_the_room_is_low() -> None:
    table = asked("Fairly satisfied", "Roads and pavements near home")
    lines = printed(Bars(order="asked").draw(table, 348, 400, look()))
    assert "A" not in lines, "no key: every answer is named at its own bars"
    assert sum(line.startswith("Fairly") for line in lines) == 8


def test_bars_are_long_in_a_high_room_and_stand_in_one_band_in_a_low_one() -> None:
    table, chart = asked("Answer", "Item"), Bars(order="asked")
    slide = look(size=14)
    low = chart.extent(table, 560, slide).least
    bands = [
        sum(line == "Item 0" for line in printed(chart.draw(table, 560, height, slide)))
        for height in (low, 390)
    ]
    assert bands == [1, 2]

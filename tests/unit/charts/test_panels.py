"""Small multiples: a grid of many answers finds the panels that its room can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.charts.bars import Bars
from briefing.tables.model import Head, Part
from tests.unit.charts.ink import printed
from tests.unit.charts.look import look
from tests.unit.charts.tabled import grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.tables.model import Table

COUNTS = (32, 11, 22, 10, 2, 7, 3, 15)


ITEMS = (
    "Libraries and archives",
    "Housing and homelessness",
    "Parks and open spaces",
    "Roads and pavements near home",
    "Schools and early years",
)
ANSWERS = (
    "Very satisfied with it",
    "Fairly satisfied with it",
    "Neither satisfied nor dissatisfied",
    "Fairly dissatisfied with it",
    "Very dissatisfied with it",
    "Letters and newsletters",
    "Telephone helpline",
    "Through my employer",
)


def asked(answers: Sequence[str], items: Sequence[str]) -> Table:
    """A grid of eight answers and five items that are called so."""
    heads = tuple(Head(f"a{at}", label, Part.ANSWER) for at, label in enumerate(answers))
    rows = {f"r{at}": (label, COUNTS[at:] + COUNTS[:at]) for at, label in enumerate(items)}
    return grid("q", heads, {**rows})


def test_labels_of_the_items_take_more_of_the_width_where_the_room_is_low() -> None:
    lines = printed(Bars(order="asked").draw(asked(ANSWERS, ITEMS), 348, 400, look()))
    assert "A" not in lines, "no key: every answer is named at its own bars"


def test_bars_are_long_in_a_high_room_and_stand_in_one_band_in_a_low_one() -> None:
    table = asked([f"Answer {at}" for at in range(8)], [f"Item {at}" for at in range(5)])
    chart, slide = Bars(order="asked"), look(size=14)
    low = chart.extent(table, 560, slide).least
    bands = [
        sum(line == "Item 0" for line in printed(chart.draw(table, 560, height, slide)))
        for height in (low, 390)
    ]
    assert bands == [1, 2]

"""Which tone an answer has; that tones tell answers apart is judged where a brand is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.charts.shades import shades
from briefing.tables.model import Part
from tests.unit.charts.look import look
from tests.unit.charts.tabled import AGREES, AREAS, FORUMS, KNOWS, single

if TYPE_CHECKING:
    from briefing.tables.model import Table


@pytest.mark.parametrize("table", [KNOWS, AREAS, FORUMS])
def test_none_at_all_has_a_tone_that_is_no_positive_one(table: Table) -> None:
    colours, own = shades(table, look()), look().tones
    last = next(
        place
        for place, head in reversed(list(enumerate(table.columns)))
        if head.part is Part.ANSWER
    )
    assert colours[last].name == own.sequence[-1].name
    assert colours[last].edge == own.negative[0], "it is faint, and of that end"
    assert colours[last] not in own.positive


def test_a_scale_has_one_colour_a_place_whatever_the_question() -> None:
    other = single("q9", AGREES.columns, (9, 9, 9, 9, 9), diverging=True)
    assert shades(AGREES, look()) == shades(other, look())
    shared = ("great_extent", "some_extent", "not_at_all")
    two = [
        [shades(table, look())[table.column(each) or 0] for each in shared]
        for table in (FORUMS, AREAS)
    ]
    assert two[0] == two[1]

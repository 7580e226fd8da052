"""Bars of charts one below the other start on one line, where that costs little."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.charts.bars import Bars
from briefing.charts.model import Margins
from briefing.charts.ranked import Ranked
from briefing.charts.starts import shared, start_of
from briefing.drawing import Rect
from tests.unit.charts.ink import faults
from tests.unit.charts.look import look
from tests.unit.charts.tabled import FORUMS, multiple


@pytest.mark.parametrize(
    ("starts", "own", "line"),
    [
        ([100, 90], 90, 100),
        ([100, 90], 100, 100),
        ([200, 100, 90], 90, 100),
        ([200, 100], 100, 0),
        ([100, 0], 100, 0),
        ([160, 110, 60], 60, 0),
    ],
)
def test_bars_share_the_start_of_the_nearest_that_start_later(
    starts: list[float], own: float, line: float
) -> None:
    assert shared(starts, own, 480) == line


def test_bars_start_where_they_are_told_to() -> None:
    for chart, table in ((Bars(), FORUMS), (Ranked(), multiple())):
        own = start_of(chart.plan(table, 480, look()))
        later = type(chart)(margins=Margins(left=own + 20))
        form = later.plan(table, 480, look())
        assert start_of(form) == pytest.approx(own + 20)
        drawn = form.draw(300)
        assert faults(drawn, Rect(0, 0, 480, drawn.height)) == []


def test_a_heading_over_bars_that_start_later_keeps_to_the_room_behind_them() -> None:
    long = "Councillors of all committees and boards of the area, of every tier, in the twel"
    columns = (replace(FORUMS.columns[0], label=long), *FORUMS.columns[1:])
    rows = tuple(replace(each, label=f"V{place}") for place, each in enumerate(FORUMS.rows))
    table = replace(FORUMS, columns=columns, rows=rows)
    own = start_of(Ranked(show=columns[0].id).plan(table, 333, look()))
    for more in range(0, 50, 5):
        chart = Ranked(show=columns[0].id, margins=Margins(left=own + more))
        drawn = chart.plan(table, 333, look()).draw(300)
        assert faults(drawn, Rect(0, 0, 333, drawn.height)) == []


def test_bars_below_their_labels_have_no_start_to_share() -> None:
    assert start_of(Bars().plan(FORUMS, 200, look())) == 0

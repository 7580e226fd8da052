"""The total of groups in charts: behind all of them, set apart, and no extreme of any."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.charts.bars import Bars
from briefing.charts.columns import Columns
from briefing.charts.crosstab import Crosstab
from briefing.charts.paired import Paired
from briefing.charts.ranked import Ranked
from briefing.drawing import Shape
from briefing.tables.model import Part
from tests.unit.charts.ink import outline, printed, words
from tests.unit.charts.look import look
from tests.unit.charts.tabled import BY_ENGAGEMENT, CONFIDENCE, grid

if TYPE_CHECKING:
    from briefing.charts.model import Drawn
    from briefing.charts.parted import Parted
    from briefing.tables.model import Table

ALL = "All councillors"


def _with_total() -> Table:
    """The table of groups with everybody before them, as it is counted."""
    items = {
        "all": (ALL, (2, 15, 35, 26, 1)),
        "agree": ("Agree", (2, 8, 5, 1, 0)),
        "neither": ("Neither", (0, 3, 4, 1, 0)),
        "disagree": ("Disagree", (0, 4, 26, 24, 1)),
    }
    made = grid("t", CONFIDENCE, items, diverging=True, part=Part.GROUP, title="By engagement")
    return replace(made, rows=(replace(made.rows[0], part=Part.WHOLE), *made.rows[1:]))


TOTAL = _with_total()
CHARTS: tuple[Parted, ...] = (
    Crosstab(highlight="agree.confident"),
    Crosstab(show="confident", order="value"),
    Crosstab(show="none"),
    Ranked(show="confident"),
    Bars(show="confident"),
)


def rules(drawn: Drawn, width: float) -> list[float]:
    """Where rules stand that go across the whole chart."""
    shapes = (outline(mark) for mark in drawn.marks if isinstance(mark, Shape))
    across = (
        {y for _, y in each}
        for each in shapes
        if max(x for x, _ in each) >= width - 0.1 and min(x for x, _ in each) <= 0.1
    )
    return [sum(ys) / len(ys) for ys in across if max(ys) - min(ys) < 1]


@pytest.mark.parametrize("width", [240, 480])
@pytest.mark.parametrize("chart", CHARTS)
def test_everybody_stands_below_all_groups_behind_a_rule(chart: Parted, width: float) -> None:
    assert chart.bars(TOTAL)[-1] == "all"
    extent = chart.extent(TOTAL, width, look())
    for height in (extent.least, extent.most):
        drawn = chart.draw(TOTAL, width, height, look())
        baselines = {mark.run.text: mark.y for mark in words(drawn)}
        (rule,) = rules(drawn, width)
        groups = [y for text, y in baselines.items() if text in ("Agree", "Neither", "Disagree")]
        assert max(groups) < rule < baselines[ALL]


@pytest.mark.parametrize("chart", [*CHARTS, Columns(show="confident")])
def test_everybody_is_told_and_is_neither_highest_nor_lowest(chart: Parted) -> None:
    alt = chart.describe(TOTAL)
    assert f"{ALL}, " in alt
    assert f"ighest {ALL}" not in alt
    assert f"owest {ALL}" not in alt
    heard = chart.heard(TOTAL)
    assert heard is not None
    assert [head.words for head, _ in heard.rows][-1].startswith(ALL)


def test_a_table_of_groups_alone_has_no_rule() -> None:
    assert not rules(Crosstab().draw(BY_ENGAGEMENT, 480, 200, look()), 480)


def test_two_groups_are_a_pair_beside_their_total() -> None:
    pair = replace(
        TOTAL, rows=TOTAL.rows[:3], bases=TOTAL.bases[:3], cells=TOTAL.cells[:3], diverging=False
    )
    lines = printed(Paired().draw(pair, 480, 300, look()))
    assert {"Agree", "Neither"} <= set(lines)
    assert ALL not in lines

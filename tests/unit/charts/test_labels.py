"""The label of an item: its base keeps to its last word, in every row of a chart or in none."""

from __future__ import annotations

import pytest

from briefing.charts.figures import Figure
from briefing.charts.labels import label_for, labels_for
from briefing.charts.lettering import width_of, wrap
from tests.unit.charts.look import look

BASE = Figure("(79)*", None)
LONG = "Clinical commissioning groups"


def test_a_base_is_never_alone_where_its_last_word_can_come_with_it() -> None:
    style = look().style("chart.label")
    room = width_of(LONG, style) + 2
    label = label_for(LONG, BASE, look(), room)
    assert not label.below
    assert label.lines.lines == ("Clinical commissioning", "groups")
    assert label.width <= room


def test_bases_stand_behind_all_labels_or_below_all() -> None:
    style = look().style("chart.label")
    rows = [("Leader", BASE, False), ("Mayor", BASE, False)]
    room = width_of("Leader", style) + 30
    assert not any(each.below for each in labels_for(rows, look(), room))
    room = width_of("Leader", style) + 4
    assert all(each.below for each in labels_for(rows, look(), room))


def test_a_label_without_a_base_is_not_moved_by_it() -> None:
    assert not label_for("Leader", None, look(), 30, below=True).below


@pytest.mark.parametrize("tail", [10.0, 40.0])
def test_the_last_line_leaves_its_tail(tail: float) -> None:
    style = look().style("chart.label")
    lines = wrap(LONG, style, 120, tail=tail)
    assert " ".join(lines.lines) == LONG
    assert lines.last_width + tail <= 120


def test_bases_go_below_where_they_alone_would_break_most_labels() -> None:
    style = look().style("chart.label")
    small = Figure("small base", None)
    rows = [("To a great extent", small, False), ("Don't know", small, False)]
    room = width_of("To a great extent", style) + 4
    made = labels_for(rows, look(), room)
    assert [each.lines.lines for each in made] == [("To a great extent",), ("Don't know",)]
    assert all(each.below for each in made)
    longer = [*rows[1:], ("Neither agree nor disagree at all", small, False)]
    assert not any(each.below for each in labels_for(longer, look(), room + 40))

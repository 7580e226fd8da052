"""Charts of few bars: they fill the room of a page with thick bars and large figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.charts.bars import Bars
from briefing.charts.columns import Columns
from briefing.charts.crosstab import Crosstab
from briefing.charts.crowd import Crowd
from briefing.charts.hundred import Hundred
from briefing.charts.number import Number
from briefing.charts.paired import Paired
from briefing.charts.ranked import Ranked
from briefing.drawing import Rect, Shape, Text
from briefing.tables.model import Head, Part
from tests.unit.charts.ink import bounds, faults, outline, words
from tests.unit.charts.look import look
from tests.unit.charts.tabled import (
    AGREES,
    ASPECTS,
    BY_ENGAGEMENT,
    FORUMS,
    composition,
    multiple,
    single,
)

if TYPE_CHECKING:
    from briefing.charts.model import Chart, Drawn
    from briefing.tables.model import Table

SLIDE, PAGE = (860, 245), (505, 460)
"""The room for a chart below the headline of a slide and of a page, in points."""


def some(table: Table, count: int) -> Table:
    """A table with its first rows alone."""
    return replace(
        table,
        rows=table.rows[:count],
        bases=table.bases[:count],
        cells=table.cells[:count],
    )


def test_few_bars_are_thicker_than_many_and_fill_a_slide() -> None:
    width, height = SLIDE
    for chart, table in (
        (Bars(highlight="commenting.engaged"), ASPECTS),
        (Crosstab(highlight="agree.confident"), BY_ENGAGEMENT),
    ):
        for count in (2, 3):
            drawn = chart.draw(some(table, count), width, height, look(size=14))
            assert drawn.height > 0.85 * height, (chart.kind, count)
    one, most = (
        Bars().draw(some(ASPECTS, count), width, height, look(size=14)) for count in (1, 4)
    )
    assert thickest(one) > 1.5 * thickest(most)


def thickest(drawn: Drawn) -> float:
    """The height of the thickest bar."""
    fills = (mark for mark in drawn.marks if isinstance(mark, Shape) and mark.fill)
    return max(bounds(outline(mark)).height for mark in fills)


def test_few_bars_have_larger_figures_where_they_are_alone() -> None:
    width, height = SLIDE
    for chart, table in ((Ranked(), some(FORUMS, 2)), (Bars(), some(FORUMS, 2))):
        own, near = (
            max(mark.run.size for mark in words(each.draw(table, width, height, look(size=14))))
            for each in (chart, replace(chart, alone=False))
        )
        assert own > near, f"{chart.kind}: charts near each other are read alike"


def test_one_bar_on_a_tall_page_is_as_wide_as_it_and_thick() -> None:
    width, height = PAGE
    drawn = Bars(highlight="commenting").draw(some(ASPECTS, 1), width, height, look())
    fills = [bounds(outline(mark)) for mark in drawn.marks if isinstance(mark, Shape) and mark.fill]
    bar = [rect for rect in fills if rect.height > 0.15 * width]
    assert min(rect.x for rect in bar) < 1, "it begins at the edge"
    assert max(rect.right for rect in bar) > width - 1
    assert faults(drawn, Rect(0, 0, width, drawn.height)) == []


def test_one_column_beside_its_legend_stands_in_the_middle() -> None:
    width, height = SLIDE
    drawn = Columns(highlight="commenting.engaged").draw(
        some(ASPECTS, 1), width, height, look(size=14)
    )
    boxes = [bounds(outline(mark)) for mark in drawn.marks if isinstance(mark, Shape)]
    rights = [mark.x + mark.run.width for mark in drawn.marks if isinstance(mark, Text)]
    left, right = min(box.x for box in boxes), max(rights)
    assert left == pytest.approx(width - right, abs=0.06 * width)
    assert left > 0.1 * width
    assert faults(drawn, Rect(0, 0, width, drawn.height)) == []


def test_one_figure_on_a_slide_is_larger_than_in_a_column() -> None:
    wide, narrow = (
        Number(highlight="agree").extent(AGREES, width, look(size=14)).most for width in (860, 260)
    )
    assert wide > 1.2 * narrow


@pytest.mark.parametrize(
    ("chart", "table"),
    [(Paired(), composition()), (Ranked(), multiple()), (Crosstab(show="none"), BY_ENGAGEMENT)],
    ids=["paired", "ranked", "crosstab"],
)
def test_nothing_collides_in_few_thick_bars(chart: Chart, table: Table) -> None:
    for width, height in (SLIDE, PAGE):
        for size in (9.5, 14):
            seen = look(size=size)
            room = max(height, chart.extent(table, width, seen).least)
            drawn = chart.draw(table, width, room, seen)
            assert faults(drawn, Rect(0, 0, width, drawn.height)) == []


def test_a_few_respondents_are_a_few_marks_and_no_wall() -> None:
    few = single("q", AGREES.columns, (0, 1, 0, 0, 1))
    for width, height in (SLIDE, PAGE):
        drawn = Crowd(highlight="agree").draw(few, width, height, look())
        marks = [bounds(outline(mark)) for mark in drawn.marks if isinstance(mark, Shape)]
        assert max(rect.height for rect in marks) < 90
        assert drawn.height < 0.5 * height


def test_names_askew_all_along_a_bar_are_a_list() -> None:
    twelve = tuple(Head(f"a{place}", f"Answer {place}", Part.ANSWER) for place in range(12))
    table = single("q", twelve, (9, 10, 2, 10, 9, 10, 5, 13, 4, 9, 7, 14))
    width, height = PAGE
    drawn = Bars().draw(table, width, height, look())
    slanted = [
        line
        for line in (outline(m) for m in drawn.marks if isinstance(m, Shape) and m.stroke)
        if abs(line[0][0] - line[-1][0]) > 1 and abs(line[0][1] - line[-1][1]) > 1
    ]
    assert not slanted
    assert faults(drawn, Rect(0, 0, width, drawn.height)) == []


def test_answers_of_a_long_list_have_letters_in_their_parts_and_in_the_list() -> None:
    twelve = tuple(Head(f"a{place}", f"Answer {place}", Part.ANSWER) for place in range(12))
    table = single("q", twelve, (9, 10, 5, 10, 9, 10, 5, 13, 6, 9, 7, 14))
    few = single("q", twelve[:5], (2, 60, 1, 30, 7))
    width, height = PAGE
    for kind in (Bars, Columns):
        drawn = kind().draw(table, 300 if kind is Columns else width, height, look())
        letters = [mark.run.text for mark in words(drawn) if len(mark.run.text) == 1]
        if kind is Bars:
            assert letters.count("A") == 2, "its part, and its place in the list"
        assert faults(drawn, Rect(0, 0, drawn.width, drawn.height)) == []
        fewer = kind().draw(few, width, height, look())
        assert not [mark for mark in words(fewer) if mark.run.text == "A"]


def test_one_bar_alone_is_as_long_as_its_part_of_a_hundred() -> None:
    width, height = SLIDE
    table = some(FORUMS, 1)
    drawn = Ranked(show="successful").draw(table, width, height, look(size=14))
    fills = [mark for mark in drawn.marks if isinstance(mark, Shape) and mark.fill]
    bar, rest = sorted((bounds(outline(mark)) for mark in fills), key=lambda each: each.x)
    share = table.cells[0][table.column("successful") or 0].value or 0
    assert bar.width / (bar.width + rest.width) == pytest.approx(float(share), abs=0.001)


def test_a_hundred_dots_alone_on_a_page_are_larger() -> None:
    tall, narrow = (Hundred(highlight="agree").extent(AGREES, w, look()).most for w in (505, 300))
    assert tall > 1.15 * narrow

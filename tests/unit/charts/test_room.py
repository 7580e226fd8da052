"""Charts take the room they are given: no far shores, no crammed lines, no words astray."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from briefing.brand.model import contrast
from briefing.charts import labels, legend, roll
from briefing.charts.bars import Bars
from briefing.charts.canvas import Canvas
from briefing.charts.columns import Columns
from briefing.charts.crosstab import Crosstab
from briefing.charts.donut import Donut
from briefing.charts.lettering import capital, depth, rise
from briefing.charts.paired import Paired
from briefing.charts.ranked import Ranked
from briefing.charts.shades import seen
from briefing.charts.stack import figure_style
from briefing.drawing import Rect, Shape
from briefing.tables.model import Head, Part
from tests.unit.charts.ink import bounds, faults, outline, printed, words
from tests.unit.charts.look import PALETTE, look
from tests.unit.charts.tabled import AGREEMENT, AGREES, PLANNED, composition, grid, single

if TYPE_CHECKING:
    from briefing.charts.model import Chart

NONE = frozenset[int]()
DARK = replace(
    look().tones,
    highlight=PALETTE["navy"],
    muted=PALETTE["sea1"],
    comparison=PALETTE["sea1"],
    positive=(PALETTE["navy"], PALETTE["sea1"]),
)
"""Tones that are lost on the dark scheme's ground, which is navy."""
LONG = (
    "I was told of it in good time by the council itself and could comment on the proposals",
    "I heard of it from neighbours or from a notice in the library, when all had been decided",
    "Neither of these describes what happened in the part of the county in which I live",
)
STATEMENTS = single(
    "q9",
    tuple(Head(f"a{place}", label, Part.ANSWER) for place, label in enumerate(LONG)),
    (30, 40, 30),
)


def areas(drawn: object, *, wider: float = 0.0) -> list[tuple[float, float]]:
    """From where to where filled shapes reach across, without those that are no wider."""
    marks = drawn.marks  # type: ignore[attr-defined]
    found = [bounds(outline(each)) for each in marks if isinstance(each, Shape) and each.fill]
    return sorted({(each.x, each.right) for each in found if each.width > wider})


# -- lists and legends -----------------------------------------------------------------------------


def test_entries_of_a_list_have_equal_white_however_many_lines_they_have() -> None:
    made = roll.roll(AGREES, 0, look(), 130, NONE)
    canvas = Canvas(130, made.most)
    made.put(canvas, 0, made.most, dict.fromkeys(range(7), PALETTE["teal"]))
    rules = [
        bounds(outline(each)).y
        for each in canvas.drawn().marks
        if isinstance(each, Shape) and each.stroke
    ]
    assert {len(each.lines) for each in made.labels} == {1, 2}
    whites = [b - a - each for (a, b), each in zip(pairwise(rules), made.heights, strict=False)]
    assert max(whites) - min(whites) < 0.01


def test_a_list_has_two_columns_only_where_they_break_no_word_and_take_less_height() -> None:
    broken = single(
        "q9",
        tuple(
            Head(f"a{place}", label, Part.ANSWER)
            for place, label in enumerate(("Antidisestablishmentarianism" * 2, "Trees", "Roads"))
        ),
        (30, 40, 30),
    )
    assert roll.roll(AGREES, 0, look(), 420, NONE).columns == 2
    assert roll.roll(broken, 0, look(), 420, NONE).columns == 1
    assert roll.roll(STATEMENTS, 0, look(size=14), 400, NONE).columns == 1


@pytest.mark.parametrize("make", [legend.across, legend.down])
def test_labels_of_several_lines_stand_further_apart_than_their_lines(make: object) -> None:
    entries = [(label, PALETTE["teal"]) for label in LONG]
    made = make(entries, look(), 180)  # type: ignore[operator]
    for one, other in pairwise(made.entries):
        style = one.label.style
        within = style.leading - rise(style) - depth(style)
        assert other.y - one.y - one.label.height > 2 * within


def test_a_legend_stands_in_columns_unless_that_takes_many_more_rows() -> None:
    entries = [(head.label, PALETTE["teal"]) for head in AGREES.answers]
    narrow, wide = (legend.across(entries, look(), each) for each in (150, 240))
    assert {entry.x for entry in narrow.entries} == {0.0}
    assert len({entry.x for entry in wide.entries}) == 2
    saved = legend.across([(each, PALETTE["teal"]) for each in "ABCDE"], look(), 150)
    assert saved.rows == 1


def test_sentences_in_a_legend_are_a_list_not_towers() -> None:
    entries = [(label, PALETTE["teal"]) for label in (*LONG, LONG[0], LONG[1])]
    made = legend.across(entries, look(), 500)
    assert max(len(entry.label.lines) for entry in made.entries) <= 3


def test_labels_beside_bars_stand_further_apart_than_their_lines() -> None:
    made = labels.labels_for([(each, None, False) for each in LONG], look(), 120)
    style = made[0].lines.style
    assert labels.apart(made) > 2 * (style.leading - rise(style) - depth(style))
    short = labels.labels_for([("Trees", None, False), ("Roads", None, False)], look(), 120)
    assert labels.apart(short) < labels.apart(made)


# -- readings --------------------------------------------------------------------------------------


def test_a_reading_that_is_alone_above_its_bar_has_the_whole_width() -> None:
    drawn = Bars(highlight="top_down").draw(PLANNED, 240, 330, look())
    assert "Top down" in printed(drawn)
    table = single(
        "q9",
        (
            Head("a", "I agree with the statement", Part.ANSWER),
            Head("b", "I do not agree with it", Part.ANSWER),
        ),
        (45, 55),
    )
    lines = printed(Bars(highlight="a").draw(table, 240, 330, look()))
    figure = lines.index("45%")
    assert lines[figure + 1 : figure + 3] == ["I agree with", "the statement"]


@pytest.mark.parametrize("width", [400, 500, 850])
def test_the_reading_of_a_tall_column_stands_at_what_it_counts(width: float) -> None:
    drawn = Columns(highlight="agree").draw(AGREES, width, 300, look())
    marks = words(drawn)
    left = min(start for start, _ in areas(drawn))
    beside = max(mark.x + mark.run.width for mark in marks if mark.x < left)
    assert left - beside < 30


def test_two_columns_of_a_wide_room_are_not_far_apart() -> None:
    table = grid(
        "q9",
        AGREEMENT,
        {"a": ("Libraries", (28, 34, 12, 16, 10)), "b": ("Parks", (34, 12, 16, 10, 28))},
        diverging=True,
    )
    for width in (500, 850):
        drawn = Columns().draw(table, width, 320, look())
        (start, end), (other, _) = areas(drawn, wider=40)
        assert other - end < 1.2 * (end - start)


def test_a_heading_of_three_lines_does_not_stand_at_an_edge() -> None:
    columns = (
        *AGREEMENT[:5],
        Head(
            "agree",
            "Those who agree or who strongly agree with it",
            Part.NET,
            1,
            ("strongly_agree", "tend_to_agree"),
        ),
    )
    table = grid(
        "q9", columns, {"a": ("Libraries", (28, 34, 12, 16, 10)), "b": ("Parks", (9, 9, 9, 9, 9))}
    )
    marks = words(Bars(highlight="agree").draw(table, 400, 300, look()))
    heading = [mark for mark in marks if abs(mark.x + mark.run.width - 400) < 0.01]
    assert [mark.run.text for mark in heading if "%" not in mark.run.text] == [
        "Those who agree or who strongly agree with it"
    ]


# -- figures and words -----------------------------------------------------------------------------


@pytest.mark.parametrize("chart", [Bars(), Columns()])
def test_figures_that_grow_never_run_into_each_other(chart: Bars | Columns) -> None:
    even = single("q9", AGREEMENT, (20, 20, 20, 20, 20), diverging=True)
    for width in range(150, 400, 10):
        found = [
            mark
            for mark in words(chart.draw(even, width, 220, look()))
            if mark.number and mark.number.cell in {head.id for head in even.answers}
        ]
        rows = [(a, b) for a, b in pairwise(found) if abs(a.y - b.y) < 0.01 and b.x > a.x]
        for one, other in rows:
            if one.run.size > figure_style(look()).size:
                assert other.x - one.x - one.run.width > 0.35 * one.run.size


def test_the_words_of_a_ring_stand_in_its_hole_where_the_list_below_leaves_them_room() -> None:
    drawn = Donut(highlight="strongly_agree").draw(AGREES, 210, 330, look())
    bands = [bounds(outline(each)) for each in drawn.marks if isinstance(each, Shape)]
    top = min(each.y for each in bands if each.height > 20)
    first = min(words(drawn), key=lambda mark: mark.y)
    assert first.run.text == "4%"
    assert first.y > top + 40


def test_a_name_whose_figure_stands_at_another_segment_has_a_leader() -> None:
    columns = (
        Head("a0", "Care of committees", Part.ANSWER),
        Head("a1", "Trees", Part.ANSWER),
        Head("a2", "Other", Part.ANSWER),
    )
    table = single("q9", columns, (30, 34, 936))
    drawn = Columns().draw(table, 180, 300, look())
    marks = words(drawn)
    figure = next(mark for mark in marks if mark.number and mark.number.cell == "a0")
    name = next(mark for mark in marks if mark.run.text.startswith("Care"))
    assert name.y < figure.y
    segment = min(
        (bounds(outline(each)) for each in drawn.marks if isinstance(each, Shape) and each.fill),
        key=lambda each: each.y,
    )
    middle = figure.y - capital(figure_style(look())) / 2
    rules = [each for each in drawn.marks if isinstance(each, Shape) and each.stroke]
    assert middle > segment.bottom
    assert any(
        segment.y <= outline(each)[0][1] <= segment.bottom and outline(each)[-1][0] < name.x
        for each in rules
    )


def test_a_bar_alone_grows_with_its_room_and_stays_a_bar() -> None:
    def thickest(width: float) -> float:
        drawn = Bars(highlight="agree").draw(AGREES, width, 600, look())
        fills = [each for each in drawn.marks if isinstance(each, Shape) and each.fill]
        return max(bounds(outline(each)).height for each in fills)

    narrow, middle, wide, widest = map(thickest, (200, 360, 460, 850))
    assert narrow < middle < wide == widest < 460 / 2


@pytest.mark.parametrize(
    "kind", [Ranked(highlight="strongly_agree"), Paired(), Crosstab(show="agree")]
)
def test_bars_are_seen_on_a_dark_ground_the_headlines_best(kind: Chart) -> None:
    night = replace(look(dark=True), brand=replace(look().brand, tones=DARK))
    ground = night.colour("ground")
    table = composition() if isinstance(kind, Paired) else AGREES
    drawn = kind.draw(table, 300, 300, night)
    fills = {each.fill for each in drawn.marks if isinstance(each, Shape) and each.fill}
    seen = sorted(contrast(each, ground) for each in fills - {night.colour("tint")})
    assert seen[0] >= 3
    assert seen[-1] >= 7


def test_figures_above_a_bar_keep_clear_of_a_heading_that_stands_alone() -> None:
    columns = (
        Head("a", "Yes", Part.ANSWER, 1),
        Head("b", "Perhaps", Part.ANSWER),
        Head("c", "No", Part.ANSWER, -1),
        Head(
            "net", "Those who said yes or perhaps to what they were asked", Part.NET, 1, ("a", "b")
        ),
    )
    table = grid("q9", columns, {"r": ("Libraries", (940, 40, 20))}, diverging=True)
    chart = Bars(highlight="r.net")
    for width in range(340, 700, 20):
        extent = chart.extent(table, width, look(size=14))
        for height in (extent.least, extent.least + 4, extent.least + 8):
            drawn = chart.draw(table, width, height, look(size=14))
            assert faults(drawn, Rect(0, 0, width, drawn.height)) == []


def test_more_small_figures_than_stand_above_a_bar_are_left_to_be_heard() -> None:
    columns = tuple(Head(f"a{place}", f"Answer {place}", Part.ANSWER) for place in range(11))
    table = replace(grid("q9", columns, {"r": ("Trees", (*[5] * 10, 450))}), places=1)
    for width in range(330, 420, 10):
        chart = Bars()
        for height in (chart.extent(table, width, look()).least, 300):
            drawn = chart.draw(table, width, height, look())
            assert faults(drawn, Rect(0, 0, width, drawn.height)) == []
            told = {mark.number.cell for mark in words(drawn) if mark.number}
            assert told | {table.path(*cell) for cell in drawn.silent} >= {
                f"r.{head.id}" for head in columns
            }


def test_words_on_a_bar_that_was_lost_in_its_ground_can_be_read() -> None:
    night = look(dark=True)
    for name in ("teal", "sea1", "sea2", "brick", "slate", "navy"):
        for own in (True, False):
            tone = seen(PALETTE[name], night, own=own)
            assert contrast(tone, night.colour("ground")) >= 3
            if tone != PALETTE[name]:
                assert contrast(night.ink_on(tone), tone) >= 4.5

"""Stacked bars: what is printed, in which order, and how large."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.brand.model import Look
from briefing.charts.bars import Bars
from briefing.charts.model import UnsuitedError
from briefing.drawing import Rect, Shape
from briefing.hyphens import SOFT_HYPHEN
from briefing.tables.model import Head, Part
from tests.unit.charts.ink import bounds, faults, outline, printed, words
from tests.unit.charts.look import look
from tests.unit.charts.tabled import (
    AGREEMENT,
    AGREES,
    AREAS,
    BODIES,
    FORUMS,
    LEADERS,
    PLANNED,
    grid,
    single,
    suppress,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.model import Brand
    from briefing.charts.model import Drawn


def drawn(chart: Bars, table: object, width: float = 480, height: float = 400) -> list[str]:
    return printed(chart.draw(table, width, height, look()))  # type: ignore[arg-type]


def test_rows_are_ordered_by_the_positive_net_largest_first() -> None:
    lines = drawn(Bars(), BODIES)
    order = ["Senior officers", "Health and wellbeing board", "The full council"]
    assert [line for line in lines if line in order] == order


def test_rows_may_stand_as_asked() -> None:
    lines = drawn(Bars(order="asked"), BODIES)
    order = ["Senior officers", "The full council", "Health and wellbeing board"]
    assert [line for line in lines if line in order] == order


def test_the_reading_stands_at_the_end_of_every_row_below_its_name() -> None:
    marks = words(Bars(highlight="ccgs.agree").draw(LEADERS, 480, 400, look()))
    right = [m.run.text for m in marks if abs(m.x + m.run.width - 480) < 0.01]
    assert right == ["Agree", "71%", "56%", "56%", "56%", "49%", "34%", "23%"]


def test_the_headlines_figure_is_the_largest_and_coloured() -> None:
    marks = words(Bars(highlight="ccgs.agree").draw(LEADERS, 480, 400, look()))
    largest = max(marks, key=lambda mark: mark.run.size)
    assert largest.run.text == "71%"
    assert largest.colour.name == "teal"


def test_a_headline_of_every_row_has_all_its_readings_alike() -> None:
    marks = words(Bars(highlight="agree").draw(LEADERS, 480, 400, look()))
    largest = max(mark.run.size for mark in marks)
    read = [mark.run.text for mark in marks if mark.run.size == largest]
    assert sorted(read, reverse=True) == ["71%", "56%", "56%", "56%", "49%", "34%", "23%"]


def test_nothing_is_read_out_if_none_is_asked_for() -> None:
    assert "71%" not in drawn(Bars(show="none", order="asked"), LEADERS)


def test_bases_that_differ_stand_with_their_items() -> None:
    lines = drawn(Bars(), LEADERS)
    assert "(80)*" in lines
    assert "(75)*" in lines
    assert not any(line.startswith("(") for line in drawn(Bars(), BODIES))


def test_a_suppressed_row_has_its_symbol_and_no_bar() -> None:
    table = suppress(BODIES, 0)
    marks = Bars().draw(table, 480, 400, look())
    lines = printed(marks)
    assert lines.count("[c]") == 1, "in place of the bar; its base would say it again"
    assert "78%" not in lines
    numbers = [mark.number for mark in words(marks) if mark.number]
    assert not any(number.cell.startswith("officers.") for number in numbers)


def test_small_segments_are_read_above_their_bar() -> None:
    few = (160, 5, 20, 20, 16)
    items = {"a": ("One", (80, 0, 80, 0, 40)), "b": ("Two", few)}
    table = grid("q", AGREEMENT, {**items}, diverging=True)
    marks = words(Bars(show="none", order="asked").draw(table, 340, 260, look(size=14)))
    figures = [mark for mark in marks if mark.number and mark.number.kind == "pct"]
    assert len({mark.run.size for mark in figures}) == 1, "figures of a chart have one size"
    lines = sorted({round(mark.y, 1) for mark in figures})
    assert len(lines) == 3, "some stand above their bars"
    close = words(Bars(show="none", order="asked").draw(table, 340, 100, look(size=14)))
    lines = sorted({round(mark.y, 1) for mark in close if mark.number})
    assert len(lines) == 2, "where bars are close none does"


def test_small_segments_at_the_ends_are_read_beside_their_bar() -> None:
    ends = ("Two", (2, 140, 20, 20, 2))
    items = {"a": ("One", (80, 0, 80, 0, 40)), "b": ends}
    table = grid("q", AGREEMENT, {**items}, diverging=True)
    own = look(size=14)
    for show in ("none", "agree"):
        chart = Bars(show=show, order="asked")
        height = chart.extent(table, 400, own).least + 60
        drawn = chart.draw(table, 400, height, own)
        assert not faults(drawn, Rect(0, 0, 400, height))
        cells = {f"b.{head.id}" for head in table.answers}
        answers = [
            mark
            for mark in words(drawn)
            if mark.number and mark.number.kind == "pct" and mark.number.cell in cells
        ]
        told = [mark.run.text.strip("%") for mark in sorted(answers, key=lambda mark: mark.x)]
        assert told == ["1", "76", "11", "11", "1"]
        assert len({round(mark.y, 1) for mark in answers}) == 1


def test_more_height_never_costs_a_segment_its_figure() -> None:
    chart, large = Bars(), look(size=14)
    least = round(chart.extent(AREAS, 700, large).least)
    counts = [_figures(chart, height, large) for height in range(least + 1, least + 250, 3)]
    assert counts == sorted(counts)
    every = counts[-1]
    assert _figures(chart, 290, large) == every, "close above the bars, where in air is no room"


def _figures(chart: Bars, height: float, large: Look) -> int:
    marks = words(chart.draw(AREAS, 700, height, large))
    return sum(mark.number is not None and mark.number.kind == "pct" for mark in marks)


def test_the_legend_begins_at_the_left_and_leaves_the_readings_their_column() -> None:
    for width in (540, 700):
        marks = words(Bars(highlight="ccgs.agree").draw(LEADERS, width, 400, look()))
        names = {"Strongly agree", "Tend to agree", "Tend to disagree", "Strongly disagree"}
        legend = [mark for mark in marks if mark.run.text in names]
        assert min(mark.x for mark in legend) < 12, "behind its swatch"
        readings = [mark.x for mark in marks if mark.run.text in {"Agree", "71%"}]
        assert max(mark.x + mark.run.width for mark in legend) < min(readings)


def test_labels_stand_above_their_bars_in_a_narrow_room() -> None:
    narrow = Bars().draw(BODIES, 240, 320, look())
    assert all(mark.x < 1 for mark in words(narrow) if mark.run.text == "Senior officers")
    widest = max(
        max(x for _, numbers in mark.path for x in numbers[::2])
        for mark in narrow.marks
        if isinstance(mark, Shape)
    )
    figures = [mark for mark in words(narrow) if mark.x > widest]
    assert widest < 240, "a figure that its segment does not hold stands behind its bar"
    assert any(mark.number and mark.number.kind == "pct" for mark in figures)


def test_one_question_is_a_tall_bar_with_its_nets_above() -> None:
    marks = words(Bars(highlight="disagree").draw(AGREES, 480, 200, look()))
    sizes = {mark.run.text: mark.run.size for mark in marks}
    assert sizes["69%"] > sizes["21%"] > sizes["Agree"]
    assert {"4%", "18%", "10%", "30%", "39%"} <= set(sizes)


def test_a_list_replaces_labels_that_find_no_room_below_the_bar() -> None:
    lines = drawn(Bars(highlight="top_down"), PLANNED)
    assert "0%" in lines
    assert "Completely bottom up" in lines


def test_entries_of_a_row_of_a_list_share_their_first_baseline() -> None:
    """One name has two lines, that beside it one: their figures are level all the same."""
    marks = words(Bars(highlight="top_down").draw(PLANNED, 480, 300, look()))
    levels = {mark.run.text: mark.y for mark in marks}
    assert levels["Mostly top down"] == pytest.approx(levels["Completely bottom up"])
    (broken,) = (y for text, y in levels.items() if text.startswith("Completely top down"))
    assert broken == pytest.approx(levels["Mostly bottom up"])


def test_a_net_that_nobody_is_in_is_still_the_headline() -> None:
    table = PLANNED.columns and PLANNED
    lines = drawn(Bars(highlight="completely_bottom_up"), table)
    assert lines.count("0%") >= 2


@pytest.mark.parametrize(
    ("chart", "told"), [(Bars(show="engagd"), "engaged"), (Bars(order="size"), "value or asked")]
)
def test_a_wrong_option_is_answered_with_what_there_is(chart: Bars, told: str) -> None:
    with pytest.raises(UnsuitedError, match=told):
        chart.extent(BODIES, 480, look())


def test_readings_that_a_large_figure_leaves_no_room_for_count_at_its_least_height(
    heritage: Brand,
) -> None:
    """Its most height was below the least: the bar was drawn beyond its room."""
    seen = Look(heritage, heritage.formats["a4"], heritage.schemes["paper"])
    long = "Health overview and neighbourhood-level/partnership committees of councillors " * 3
    heads = (
        Head("a0", "One", Part.ANSWER),
        Head("a1", "Other", Part.ANSWER),
        Head("a2", "Cannot say anything of it", Part.DONT_KNOW),
        Head("front", "Net", Part.NET, of=("a0",)),
        Head("back", long, Part.NET, of=("a1",)),
    )
    table = single("q", heads, (14, 4, 1))
    for width in range(300, 520, 15):
        chart = Bars(highlight="a2")
        extent = chart.extent(table, width, seen)
        assert extent.least <= extent.most
        made = chart.draw(table, width, extent.least, seen)
        assert not faults(made, Rect(0, 0, width, made.height), heritage.faces)


def test_the_last_name_stands_unbroken_below_the_others_under_its_thin_segment() -> None:
    heads = tuple(
        Head(f"a{place}", words_, Part.DONT_KNOW if place == 4 else Part.ANSWER)
        for place, words_ in enumerate(
            ("Every week", "Every month", "A few times", "Not at all", "Don't know")
        )
    )
    drawn_ = Bars().draw(single("q", heads, (20, 30, 28, 20, 2)), 340, 120, look())
    marks = {mark.run.text: mark for mark in words(drawn_)}
    assert "Don't know" in marks
    assert marks["Don't know"].y > marks["Not at all"].y, "it is on a line of its own"
    assert marks["2%"].y == marks["Don't know"].y
    assert marks["2%"].x + marks["2%"].run.width == pytest.approx(340, abs=0.1)
    assert faults(drawn_, Rect(0, 0, 340, drawn_.height)) == []


def test_a_name_takes_the_white_beside_it_before_it_is_broken() -> None:
    heads = (Head("a", "To a great extent", Part.ANSWER), Head("b", "Don't know", Part.DONT_KNOW))
    lines = drawn(Bars(), single("q", heads, (95, 5)), 340, 120)
    assert "Don't know" in lines


@pytest.mark.parametrize(("width", "level"), [(320, True), (150, False)])
def test_a_heading_stands_on_the_level_of_the_legend_where_there_is_room(
    width: float, *, level: bool
) -> None:
    heads = (
        Head("good", "Good", Part.ANSWER, 1),
        Head("poor", "Poor", Part.ANSWER, -1),
        Head("net", "Good or better", Part.NET, 1, ("good",)),
    )
    items: dict[str, tuple[str, Sequence[int]]] = {"a": ("Roads", (7, 3)), "b": ("Bus", (2, 8))}
    drawn_ = Bars().draw(grid("q", heads, items, diverging=True), width, 200, look())
    marks = {mark.run.text: mark for mark in words(drawn_)}
    assert (abs(marks["Good or better"].y - marks["Good"].y) < 0.5) is level


def test_a_heading_of_one_word_without_end_stays_in_the_chart() -> None:
    word = "Gemeinschaftsangelegenheiten" * 5
    heads = (
        Head("good", "Good", Part.ANSWER, 1),
        Head("poor", "Poor", Part.ANSWER, -1),
        Head("net", word, Part.NET, 1, ("good",)),
    )
    items: dict[str, tuple[str, Sequence[int]]] = {"a": ("Roads", (7, 3)), "b": ("Bus", (2, 8))}
    drawn_ = Bars().draw(grid("q", heads, items, diverging=True), 480, 300, look())
    marks = words(drawn_)
    assert all(mark.x >= -0.01 for mark in marks)
    assert word in "".join(mark.run.text.rstrip(SOFT_HYPHEN) for mark in marks)


def _bars(drawn_: Drawn) -> list[Rect]:
    """What is filled and no swatch of the legend."""
    fills = (
        bounds(outline(each)) for each in drawn_.marks if isinstance(each, Shape) and each.fill
    )
    return [each for each in fills if each.height > 12]


def test_bars_beside_labels_begin_where_the_longest_label_ends() -> None:
    """A column for labels that none of them filled took up to a fifth of the bars."""
    items: dict[str, tuple[str, Sequence[int]]] = {
        "a": ("Parks", (40, 20, 10, 20, 10)),
        "b": ("Schools", (20, 20, 20, 20, 20)),
    }
    drawn_ = Bars().draw(grid("q", AGREEMENT, items, diverging=True), 480, 150, look())
    label = next(mark for mark in words(drawn_) if mark.run.text == "Schools")
    assert label.x == 0
    assert 0 < min(each.x for each in _bars(drawn_)) - label.run.width < 15


def test_one_long_label_is_broken_rather_than_all_bars_shortened() -> None:
    """Labels took 44 per cent of a width for one of them, and all had one line."""
    rest = {f"a{place}": (f"Partner {place}", (30, 20, 10, 20, 10)) for place in range(6)}
    long_ = "Neighbouring health and wellbeing boards in the region"
    items: dict[str, tuple[str, Sequence[int]]] = {**rest, "last": (long_, (20, 20, 20, 20, 20))}
    table, chart = grid("q", AGREEMENT, items, diverging=True), Bars()
    low, high = (chart.draw(table, 680, height, look()) for height in (160, 190))
    assert long_ in printed(low)
    assert long_ not in printed(high)
    left = [min(each.x for each in _bars(drawn_)) for drawn_ in (low, high)]
    assert left[1] < 0.34 * 680 < left[0]


def test_bars_that_labels_would_shorten_stand_below_them_where_there_is_height() -> None:
    """Three bars in a room as high as it is wide took 57 per cent of its width."""
    chart = Bars(highlight="hwb.successful")
    for height, whole in ((130, False), (230, True)):
        drawn_ = chart.draw(FORUMS, 375, height, look())
        bars = _bars(drawn_)
        length = max(each.right for each in bars) - min(each.x for each in bars)
        assert (length > 355) is whole
        assert ("Health overview and scrutiny committee" in printed(drawn_)) is whole
        largest = max(words(drawn_), key=lambda mark: mark.run.size)
        assert largest.run.text == "79%"


def test_a_figure_above_a_bar_stands_on_the_line_of_a_label_that_does_not_reach_so_far() -> None:
    """Its label stands at its own bar, not nearer to the bar before it."""
    items: dict[str, tuple[str, Sequence[int]]] = {
        "a": ("Roads", (500, 100, 9, 191, 200)),
        "b": ("Care at home", (300, 200, 100, 200, 200)),
    }
    table = grid("q", AGREEMENT, items, diverging=True)
    drawn_ = Bars(show="none", order="asked").draw(table, 300, 150, look())
    marks = {mark.run.text: mark for mark in words(drawn_)}
    small = next(mark for mark in words(drawn_) if mark.number and mark.number.cell == "a.neither")
    assert small.y == pytest.approx(marks["Roads"].y)
    tops = sorted({round(each.y, 2) for each in _bars(drawn_)})
    over = [tops[0] - marks["Roads"].y, tops[1] - marks["Care at home"].y]
    assert over[0] == pytest.approx(over[1], abs=0.02)


def test_a_reading_makes_way_for_a_figure_below_it_and_the_label_does_not() -> None:
    drawn_ = Bars(highlight="hwb.successful").draw(FORUMS, 375, 230, look())
    marks = {mark.run.text: mark for mark in words(drawn_)}
    small = next(m for m in words(drawn_) if m.number and m.number.cell == "hwb.not_applicable")
    assert small.y == pytest.approx(marks["Health and wellbeing board"].y)
    assert marks["79%"].y < small.y - 6
    assert marks["75%"].y == pytest.approx(marks["Health overview and scrutiny committee"].y)


def test_a_headlines_figure_is_never_smaller_in_more_height() -> None:
    """Labels above thin bars had it as small as all others, where labels beside had it large."""
    heads = tuple(Head(f"a{place}", f"Answer {place}", Part.ANSWER) for place in range(10))
    items: dict[str, tuple[str, Sequence[int]]] = {
        "health": (
            "Neighbouring communities and their health overview and scrutiny committees",
            (3, 2, 1, 1, 1, 0, 9, 60, 60, 0),
        ),
        "care": ("Care at home", (9, 5, 60, 6, 5, 1, 200, 200, 6, 5)),
        "parks": ("Parks and playing fields", (5, 5, 1, 0, 33, 60, 9, 9, 0, 2)),
        "roads": ("Roads", (6, 0, 2, 200, 4, 33, 2, 200, 4, 14)),
    }
    table, chart = grid("q", heads, items), Bars(highlight="roads.a9")
    extent = chart.extent(table, 380, look())
    heights = [extent.least + (extent.most - extent.least) * part / 25 for part in range(26)]
    sizes = [
        max(mark.run.size for mark in words(chart.draw(table, 380, height, look())))
        for height in heights
    ]
    assert sizes == sorted(sizes)


def test_short_names_stay_on_one_line_though_others_move_aside_for_them() -> None:
    names = ("Very well", "Well", "Neither", "Poorly", "Badly", "Not sure", "By post")
    heads = tuple(Head(f"a{at}", name, Part.ANSWER) for at, name in enumerate(names))
    table = single("q", heads, (15, 30, 11, 21, 10, 3, 10))
    assert {"By post", "Not sure"} <= set(printed(Bars().draw(table, 505, 200, look())))


def test_the_symbol_of_a_suppressed_bar_stands_below_its_name() -> None:
    marks = words(Bars().draw(suppress(FORUMS, 1), 300, 400, look()))
    places = {mark.run.text: mark for mark in marks}
    symbol, name = places["[c]"], places["Health overview and scrutiny committee"]
    assert 0 < symbol.y - name.y < 2.5 * name.run.size


def test_another_net_with_a_long_name_is_no_tower_over_the_bar() -> None:
    heads = tuple(Head(f"a{at}", f"Answer {at}", Part.ANSWER) for at in range(4))
    long = " ".join(["neighbourhoods that have no library"] * 4)
    nets = (
        Head("front", "Most", Part.NET, 0, ("a0", "a1")),
        Head("back", long, Part.NET, 0, ("a2", "a3")),
    )
    table = single("q", (*heads, *nets), (40, 30, 20, 10))
    least = Bars(highlight="front").extent(table, 230, look()).least
    assert least < 90
    assert "70%" in printed(Bars(highlight="front").draw(table, 230, least, look()))

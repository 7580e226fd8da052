"""Stacked columns: readings above, labels below, the legend where there is room for it."""

from __future__ import annotations

import contextlib
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from briefing.charts.column_forms import column_rows
from briefing.charts.columns import Columns
from briefing.charts.model import UnsuitedError
from briefing.drawing import Rect, Shape
from briefing.tables.model import Head, Part
from tests.unit.charts.ink import bounds, faults, outline, printed, words
from tests.unit.charts.look import look
from tests.unit.charts.tabled import (
    AREAS,
    ASPECTS,
    BODIES,
    CONFIDENCE,
    CONFIDENT,
    ENGAGEMENT,
    grid,
    single,
    suppress,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.brand.model import Look
    from briefing.charts.model import Drawn
    from briefing.tables.model import Table


def test_readings_stand_above_their_columns_in_their_order() -> None:
    marks = words(Columns(highlight="council.engaged").draw(BODIES, 480, 360, look()))
    readings = [mark for mark in marks if mark.run.text in {"78%", "70%", "52%", "10%"}]
    top = min(mark.y for mark in readings)
    row = sorted((mark.x, mark.run.text) for mark in readings if abs(mark.y - top) < 0.01)
    assert [text for _, text in row] == ["78%", "70%", "52%", "52%", "10%"]


def test_the_headlines_reading_is_the_largest() -> None:
    marks = words(Columns(highlight="council.engaged").draw(BODIES, 480, 360, look()))
    assert max(marks, key=lambda mark: mark.run.size).run.text == "10%"


def test_a_headline_of_every_row_has_all_its_readings_alike() -> None:
    marks = words(Columns(highlight="engaged").draw(BODIES, 480, 360, look()))
    largest = max(mark.run.size for mark in marks)
    read = [mark.run.text for mark in marks if mark.run.size == largest]
    assert sorted(read, reverse=True) == ["78%", "70%", "52%", "52%", "10%"]


def test_the_legend_is_in_scale_order() -> None:
    for width in (480, 300):
        lines = printed(Columns().draw(ASPECTS, width, 420, look()))
        scale = [head.label for head in ASPECTS.answers]
        assert [line for line in lines if line in scale] == scale


def test_every_column_has_its_own_base_where_bases_differ() -> None:
    lines = printed(Columns().draw(AREAS, 480, 400, look()))
    assert [line for line in lines if line.startswith("(")] == [
        "(79)*",
        "(80)*",
        "(79)*",
        "(80)*",
        "(79)*",
        "(66)*",
        "(77)*",
        "(77)*",
    ]


def test_columns_start_at_the_left_edge_and_stand_on_one_line() -> None:
    shapes = [m for m in Columns().draw(BODIES, 480, 360, look()).marks if isinstance(m, Shape)]
    lefts = [min(x for _, numbers in mark.path for x in numbers[::2]) for mark in shapes]
    assert min(lefts) == 0


def test_too_many_columns_for_a_room_are_refused_with_a_remedy() -> None:
    with pytest.raises(UnsuitedError, match="kind=bars"):
        Columns().extent(AREAS, 200, look())


def test_one_question_is_a_tall_column_that_names_its_answers() -> None:
    drawn = Columns(highlight="little_or_none").draw(CONFIDENT, 230, 300, look())
    marks = words(drawn)
    largest = max(marks, key=lambda mark: mark.run.size)
    assert largest.run.text == "76%"
    assert {"3%", "19%", "44%", "33%", "21%"} <= {mark.run.text for mark in marks}
    assert drawn.height == 300


def test_names_too_long_to_stand_at_their_parts_are_a_list_beside_the_column() -> None:
    label = "I was told of it by the council itself, in time to say what I thought of the proposals"
    heads = tuple(Head(f"a{at}", f"{at} {label}", Part.ANSWER) for at in range(8))
    table = single("q9", heads, (31, 20, 9, 7, 5, 3, 1, 1))
    chart, own = Columns(highlight="a0"), look(size=14)
    extent = chart.extent(table, 557, own)
    assert extent.least < 400
    drawn = chart.draw(table, 557, extent.least, own)
    assert faults(drawn, Rect(0, 0, 557, extent.least)) == []
    names = [mark for mark in words(drawn) if mark.run.text.startswith(tuple("01234567"))]
    assert {"7 I was told"} <= {mark.run.text[:12] for mark in names}
    areas = [bounds(outline(m)) for m in drawn.marks if isinstance(m, Shape) and m.fill]
    column = max(areas, key=lambda each: each.height)
    first = next(mark for mark in names if mark.run.text.startswith("1 I was"))
    assert first.x > column.right


@pytest.mark.parametrize("few", range(318, 330, 2))
def test_figures_of_a_tall_column_never_shrink_in_more_room(few: int) -> None:
    """A segment that just holds its figure in the tallest column keeps it from growing in all."""
    table = single("q", CONFIDENCE, (few, 2000, 3000, 4500 - few, 500), diverging=True)

    def size(height: float) -> float:
        marks = words(Columns(show="none").draw(table, 700, height, look()))
        return max(mark.run.size for mark in marks if mark.number)

    sizes = [size(height) for height in range(150, 431, 20)]
    assert sizes == sorted(sizes)


def test_columns_are_narrower_where_figures_need_white_beside_them() -> None:
    table = grid(
        "q",
        ENGAGEMENT,
        {"one": ("One", (30, 20, 10, 10, 6, 4)), "two": ("Two", (4, 26, 10, 10, 26, 4))},
        diverging=True,
    )

    def figures(width: float, height: float) -> set[str]:
        marks = words(Columns(show="none").draw(table, width, height, look()))
        sizes = {mark.run.size for mark in marks if mark.number and mark.number.kind == "pct"}
        assert len(sizes) == 1, "figures of a chart have one size"
        return {mark.run.text for mark in marks if mark.number}

    def column(width: float, height: float) -> float:
        shapes = Columns(show="none").draw(table, width, height, look()).marks
        rects = [outline(mark) for mark in shapes if isinstance(mark, Shape) and mark.fill]
        widths = [max(x for x, _ in rect) - min(x for x, _ in rect) for rect in rects]
        return max(widths)

    assert "5%" in figures(900, 200)
    assert "5%" in figures(240, 200)
    assert column(240, 200) < column(240, 420), "where the column holds it there is no need"


@pytest.mark.parametrize("size", [9.5, 16.0])
def test_names_below_columns_are_further_apart_than_words(size: float) -> None:
    """A slide read "Waste and recycling Parks" below two columns, as if it were one."""
    labels = ("Leisure centres", "Waste and recycling", "Parks and gardens")
    counts = (30, 20, 10, 10, 6, 4)
    items: dict[str, tuple[str, Sequence[int]]] = {
        f"i{place}": (label, counts) for place, label in enumerate(labels)
    }
    table = grid("q", ENGAGEMENT, items, diverging=True)
    own = look(size=size)
    style = own.style("chart.label")
    for width in range(300, 700, 7):
        for drawn in _drawn(table, width, own):
            names = [mark for mark in words(drawn) if mark.run.text in labels]
            names.sort(key=lambda mark: mark.x)
            for one, other in pairwise(names):
                assert other.x - one.x - one.run.width >= style.size * 0.51


def _drawn(table: Table, width: float, own: Look) -> Iterator[Drawn]:
    with contextlib.suppress(UnsuitedError):
        yield Columns(show="none").draw(table, width, 300, own)


def test_no_share_goes_without_its_figure_where_there_is_white_for_it() -> None:
    drawn = Columns(show="none").draw(BODIES, 480, 420, look())
    small = [mark.run.text for mark in words(drawn) if mark.run.text in {"1%", "3%"}]
    assert sorted(small) == ["1%", "3%", "3%", "3%", "3%"]
    assert drawn.silent == ()


def test_a_legend_at_the_right_keeps_its_distance() -> None:
    drawn = Columns().draw(BODIES, 480, 360, look())
    rects = [outline(mark) for mark in drawn.marks if isinstance(mark, Shape) and mark.fill]
    swatches = [rect for rect in rects if max(y for _, y in rect) - min(y for _, y in rect) < 8]
    right = max(x for rect in rects if rect not in swatches for x, _ in rect)
    left = min(x for rect in swatches for x, _ in rect if x > right)
    assert left - right >= 22.6


def test_names_beside_a_tall_column_take_the_room_that_figures_leave_them() -> None:
    lines = printed(Columns(highlight="little_or_none").draw(CONFIDENT, 238, 400, look()))
    assert "Not very confident" in lines
    assert "Not at all confident" in lines


def test_the_first_figure_beside_a_column_may_stand_a_little_above_it() -> None:
    items = {"a": ("One", (30, 30, 20, 10, 5, 5)), "b": ("Two", (3, 8, 19, 34, 33, 3))}
    table = grid("q", ENGAGEMENT, {**items}, diverging=True)
    drawn = Columns(highlight="a.engaged").draw(table, 480, 240, look(size=14))
    assert {"3%", "8%"} <= set(printed(drawn))
    lines = [outline(mark) for mark in drawn.marks if isinstance(mark, Shape) and mark.stroke]
    leaning = [line for line in lines if line[0][0] != line[1][0] and line[0][1] != line[1][1]]
    assert not leaning, "its neighbour keeps its level"


def test_a_name_at_the_foot_of_its_column_has_no_speck_of_a_leader() -> None:
    heads = [each for each in CONFIDENCE if each.part is not Part.NET]
    table = single("q", tuple(heads), (3, 15, 33, 29, 1), diverging=True)
    drawn = Columns().draw(table, 300, 260, look(size=14))
    assert "1%" in printed(drawn)
    lines = [outline(mark) for mark in drawn.marks if isinstance(mark, Shape) and mark.stroke]
    assert not [line for line in lines if len(line) == 2 and line[0][1] != line[1][1]]


def test_a_figure_stands_in_its_column_where_some_white_is_left_above_and_below() -> None:
    """Beside it the eye has to go back to it, and the columns are narrower for its sake."""
    few = {"a": ("One", (6, 24, 16, 28, 25, 1)), "b": ("Two", (9, 20, 10, 30, 30, 1))}
    table = grid("q", ENGAGEMENT, {**few})
    chart, large = Columns(order="asked", show="none"), look(size=14)
    for height in (245, 255):
        drawn = chart.draw(table, 420, height, large)
        six = next(mark for mark in words(drawn) if mark.run.text == "6%")
        fills = (outline(each) for each in drawn.marks if isinstance(each, Shape) and each.fill)
        column = max(max(x for x, _ in each) for each in fills if min(x for x, _ in each) < 1)
        assert six.x + six.run.width < column, f"beside its column {height} high"


def test_an_answer_that_nobody_gave_is_quiet_and_led_to_nothing() -> None:
    """Leaders that ended between two segments crowded those of the others."""
    names = ("Help with the cost of living this winter", "Opening libraries for longer")
    heads = tuple(Head(f"a{at}", f"{names[at % 2]} {at}", Part.ANSWER) for at in range(8))
    drawn = Columns().draw(single("q", heads, (40, 0, 3, 0, 30, 0, 27, 0)), 300, 260, look())
    quiet = [mark for mark in words(drawn) if mark.colour == look().colour("quiet")]
    assert {mark.number.cell for mark in quiet if mark.number} == {"a1", "a3", "a5", "a7"}
    strokes = [outline(each) for each in drawn.marks if isinstance(each, Shape) and each.stroke]
    ends = [each[-1] for each in strokes if len(each) == 2]
    for mark in quiet:
        assert not any(abs(mark.y - y) < 8 and 0 < mark.x - x < 8 for x, y in ends)


def test_two_columns_in_a_wide_room_stand_side_by_side_with_their_legend() -> None:
    """They stood at both edges, with a gap as wide as a column between them."""
    few = {"a": ("One", (16, 24, 10, 24, 25, 1)), "b": ("Two", (20, 20, 9, 20, 30, 1))}
    drawn = Columns().draw(grid("q", ENGAGEMENT, {**few}), 860, 320, look(size=14))
    fills = [outline(each) for each in drawn.marks if isinstance(each, Shape) and each.fill]
    spans = {(min(x for x, _ in each), max(x for x, _ in each)) for each in fills}
    first, second = sorted(each for each in spans if each[1] - each[0] > 50)
    thick = first[1] - first[0]
    assert second[0] - first[1] < thick * 0.7
    swatches = min(start for start, end in spans if start > second[1] and end - start < 20)
    assert swatches - second[1] < 60


def test_a_leader_beside_a_column_is_no_stroke_of_its_figure() -> None:
    few = {"a": ("One", (60, 33, 2, 1, 2, 2)), "b": ("Two", (20, 20, 10, 20, 29, 1))}
    drawn = Columns(order="asked").draw(grid("q", ENGAGEMENT, {**few}), 480, 260, look())
    lines = [
        outline(each)
        for each in drawn.marks
        if isinstance(each, Shape) and each.stroke and not each.fill
    ]
    leaders = [each for each in lines if len(each) == 2 and each[0][0] != each[-1][0]]
    assert leaders
    assert all(end[0] - start[0] > 5 for start, end in leaders)


def test_a_leader_from_a_tall_column_to_a_name_is_no_stroke_beside_it() -> None:
    names = ("Trees", "Roads", "Bins", "Parks", "Buses", "Libraries", "Markets")
    heads = tuple(Head(f"a{at}", name, Part.ANSWER) for at, name in enumerate(names))
    drawn = Columns().draw(single("q", heads, (60, 8, 7, 6, 5, 4, 3)), 300, 160, look())
    lines = [outline(each) for each in drawn.marks if isinstance(each, Shape) and each.stroke]
    leaders = [each for each in lines if len(each) == 2 and each[0][1] != each[-1][1]]
    assert leaders
    size = look().style("chart.label").size
    assert all(end[0] - start[0] > size for start, end in leaders)


def sentences(count: int) -> tuple[Head, ...]:
    words = "I hear of decisions from my colleagues some days after they were made"
    return tuple(Head(f"a{at}", f"{words} ({at})", Part.ANSWER) for at in range(count))


def test_a_legend_beside_columns_goes_above_them_where_it_is_higher_than_the_room() -> None:
    items = {each: (each.title(), (9, 8, 7, 6, 5, 4, 3)) for each in ("one", "two", "three")}
    table = grid("q", sentences(7), {**items})
    chart = Columns()
    extent = chart.extent(table, 560, look())
    low = chart.draw(table, 560, extent.least, look())
    high = chart.draw(table, 560, extent.most, look())
    starts = [
        min(mark.x for mark in words(drawn) if mark.run.text.startswith("I hear"))
        for drawn in (low, high)
    ]
    assert starts[0] < 40
    assert starts[1] > 400
    assert extent.least < 260


def test_small_shares_of_the_last_column_have_their_figures_too() -> None:
    scale = tuple(Head(f"a{at}", f"Answer {at}", Part.ANSWER) for at in range(4))
    items = {f"r{at}": (f"Item {at}", (40, 40, 17, 3)) for at in range(8)}
    drawn = Columns(order="asked").draw(grid("q", scale, {**items}), 348, 300, look())
    assert not drawn.silent
    assert printed(drawn).count("3") == 8


def test_figures_of_two_places_stand_beside_the_last_column_too() -> None:
    scale = tuple(Head(f"a{at}", f"Answer {at}", Part.ANSWER) for at in range(8))
    items = {f"r{at}": (f"Item {at}", (31, 11, 10, 10, 10, 9, 9, 10)) for at in range(9)}
    chart, table = Columns(order="asked", show="none"), grid("q", scale, {**items})
    columns = column_rows(table, 580, look(size=14), chart._items(table))
    assert not columns.draw(columns.extent().least).silent


def test_the_symbol_of_a_suppressed_column_stands_at_its_name() -> None:
    drawn = Columns().draw(suppress(BODIES, 1), 480, 300, look())
    places = {mark.run.text: mark for mark in words(drawn)}
    symbol, name = places["[c]"], places["Cabinet or"]
    assert symbol.x == name.x
    assert 0 < name.y - symbol.y < 2.5 * name.run.size

"""The ring: the headline in its hole, every answer named once."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import atan2, dist, pi
from typing import TYPE_CHECKING

import pytest

from briefing.brand.model import Look
from briefing.charts.bars import Bars
from briefing.charts.columns import Columns
from briefing.charts.donut import Donut
from briefing.charts.model import Margins, UnsuitedError
from briefing.drawing import Rect, Shape
from briefing.tables.model import Head, Part
from tests.unit.charts.ink import faults, outline, printed, words
from tests.unit.charts.look import look
from tests.unit.charts.tabled import (
    AGREEMENT,
    AGREES,
    ASPECTS,
    CONFIDENT,
    KNOWS,
    ROLE,
    multiple,
    single,
    suppress,
    with_summary,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.brand.model import Brand
    from briefing.charts.model import Chart, Drawn
    from briefing.drawing import Mark


def led(marks: Iterable[Mark]) -> list[list[tuple[float, float]]]:
    """The leaders of a ring: open lines, as edges of faint parts are not."""
    return [
        outline(mark)
        for mark in marks
        if isinstance(mark, Shape) and mark.stroke and ("h", ()) not in mark.path
    ]


def diameter(drawn: Drawn) -> float:
    """How wide the ring is: the parts of its band together, without the swatches of a list."""
    fills = [outline(each) for each in drawn.marks if isinstance(each, Shape) and each.fill]
    band = [x for each in fills if len(each) > 6 for x, _ in each]
    return max(band) - min(band)


HEADLINE = Donut(highlight="at_least_a_fair_amount")


@pytest.mark.parametrize(("width", "height"), [(480, 280), (230, 300), (330, 150)])
def test_the_headlines_figure_is_by_far_the_largest(width: float, height: float) -> None:
    marks = sorted(words(HEADLINE.draw(KNOWS, width, height, look())), key=lambda m: -m.run.size)
    assert marks[0].run.text == "91%"
    assert marks[0].run.size > 1.8 * marks[1].run.size


@pytest.mark.parametrize(("width", "height"), [(480, 280), (230, 300)])
def test_every_answer_is_printed_and_in_a_list_one_that_nobody_gave(
    width: float, height: float
) -> None:
    lines = printed(HEADLINE.draw(KNOWS, width, height, look()))
    assert {"33%", "58%", "9%"} <= set(lines)
    assert ("0%" in lines) == (width < 300)


def test_the_one_answer_of_the_headline_is_not_named_twice() -> None:
    lines = printed(Donut(highlight="strongly_disagree").draw(AGREES, 480, 280, look()))
    assert lines.count("39%") == 1


@pytest.mark.parametrize("height", [150, 220, 320])
def test_leaders_keep_off_the_ring_and_turn_once(height: float) -> None:
    for highlight in ("agree", "strongly_disagree", ""):
        marks = Donut(highlight=highlight).draw(AGREES, 480, height, look()).marks
        shapes = [mark for mark in marks if isinstance(mark, Shape)]
        ring = [point for mark in shapes if mark.fill for point in outline(mark)]
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        centre = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
        radius = (max(xs) - min(xs)) / 2
        leaders = led(shapes)
        assert len(leaders) == (5 if highlight != "strongly_disagree" else 4)
        for leader in leaders:
            assert len(leader) == 3
            for (x, y), (u, v) in pairwise(leader):
                for part in range(11):
                    at = (x + (u - x) * part / 10, y + (v - y) * part / 10)
                    assert dist(at, centre) > radius


@pytest.mark.parametrize("height", [180, 240, 320])
def test_the_leader_of_a_narrow_part_at_the_top_runs_level(height: float) -> None:
    """Four in a hundred at the top of the ring: no label can be as high, so the ring stands lower.

    A leader that falls a few degrees beside level ones reads as a slip.
    """
    marks = Donut(highlight="agree").draw(AGREES, 480, height, look()).marks
    leaders = led(marks)
    _, knee, end = min(leaders, key=lambda line: line[0][1])
    assert knee[1] == pytest.approx(end[1], abs=0.05)


def _top(marks: tuple[Mark, ...]) -> float:
    """The highest point of what is filled."""
    return min(
        y for mark in marks if isinstance(mark, Shape) and mark.fill for _, y in outline(mark)
    )


def test_side_by_side_rings_stand_as_low_as_the_leaders_of_one_need() -> None:
    margins = Donut(highlight="agree").margins_for(AGREES, 300, look())
    assert margins.over > Donut().margins_for(KNOWS, 300, look()).over
    alone, beside = (
        Donut(margins=each).draw(KNOWS, 300, 170, look()).marks for each in (Margins(), margins)
    )
    assert _top(beside) > _top(alone)


def test_an_arc_in_the_hole_runs_along_what_its_figure_counts() -> None:
    """Agree, a fifth of the ring from the top: told by more than the tones of its parts."""
    drawn = Donut(highlight="agree").draw(AGREES, 480, 300, look())
    *_, arc = [each for each in drawn.marks if isinstance(each, Shape) and each.fill]
    band = [outline(each) for each in drawn.marks if isinstance(each, Shape) and each.fill][:-1]
    xs, ys = zip(*(point for each in band for point in each), strict=True)
    centre = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    hole = min(dist(point, centre) for each in band for point in each)
    assert max(dist(point, centre) for point in outline(arc)) < hole
    turns = [atan2(x - centre[0], centre[1] - y) / (2 * pi) for x, y in outline(arc)]
    assert (min(turns), max(turns)) == pytest.approx((0, 17 / 80), abs=0.01)


def test_no_arc_tells_nothing_apart() -> None:
    quiet, whole = Donut(), Donut(highlight="agree")
    shapes = [
        sum(isinstance(each, Shape) and bool(each.fill) for each in drawn.marks)
        for drawn in (
            quiet.draw(AGREES, 480, 300, look()),
            whole.draw(single("q", AGREEMENT, (2, 3, 0, 0, 0), diverging=True), 480, 300, look()),
        )
    ]
    assert shapes == [5, 2]


def _ring(drawn: Drawn) -> float:
    shapes = [mark for mark in drawn.marks if isinstance(mark, Shape) and mark.fill]
    xs = [x for mark in shapes for x, _ in outline(mark)]
    return max(xs) - min(xs)


def test_labels_take_the_white_that_the_ring_leaves_and_nothing_of_the_ring() -> None:
    chart = Donut(highlight="agree")
    wide, narrow = (chart.draw(AGREES, width, 240, look()) for width in (600, 390))
    assert "Strongly disagree" in printed(wide)
    assert "Strongly disagree" not in printed(narrow)
    assert _ring(wide) == pytest.approx(_ring(narrow))


def test_the_labels_of_a_side_begin_at_one_edge() -> None:
    marks = words(Donut(highlight="agree").draw(AGREES, 600, 240, look()))
    starts = {round(mark.x, 2) for mark in marks if mark.run.text in {"4%", "18%", "10%", "30%"}}
    assert len(starts) == 1


def test_a_ring_moves_to_a_side_for_labels_in_one_line() -> None:
    """What the only label at the left, high beside the ring, does not need is the others'."""
    drawn = Donut(highlight="not_at_all_confident").draw(CONFIDENT, 393, 220, look(size=14))
    assert {"Very confident", "Fairly confident"} <= set(printed(drawn))
    assert all(0 <= mark.x <= mark.x + mark.run.width <= 393 for mark in words(drawn))


def test_equal_rooms_have_equal_rings_and_numerals() -> None:
    sizes = set()
    for highlight in ("agree", "disagree"):
        marks = words(Donut(highlight=highlight).draw(AGREES, 480, 220, look()))
        sizes.add(max(mark.run.size for mark in marks))
    assert len(sizes) == 1


def test_a_ring_never_loses_the_words_of_its_hole_in_more_room(civic: Brand) -> None:
    """The next size of a scale may be more than the hole has grown."""
    slide = Look(civic, civic.formats["slide"], civic.schemes["sun"])
    long = "communities Łódź (CCGs) engaged area committees é a for with ŵyneb 100% in"
    heads = [("At 2017", Part.ANSWER), ("None", Part.NOT_APPLICABLE), (long, Part.DONT_KNOW)]
    columns = tuple(Head(f"a{at}", words_, part) for at, (words_, part) in enumerate(heads))
    table, chart = single("q", columns, (3, 5, 3)), Donut(highlight="a2")
    extent = chart.extent(table, 704.84, slide)
    for step in range(60):
        height = extent.least + (extent.most - extent.least) * step / 60
        assert long in " ".join(printed(chart.draw(table, 704.84, height, slide))), height


def test_a_ring_without_a_headline_has_an_empty_hole() -> None:
    assert "91%" not in printed(Donut().draw(KNOWS, 480, 280, look()))


def test_mere_categories_are_quiet_beside_the_headlines() -> None:
    shapes = Donut(highlight="leads").draw(ROLE, 480, 280, look()).marks
    fills = {mark.fill.name for mark in shapes if isinstance(mark, Shape) and mark.fill}
    assert fills == {"teal", "pewter", "sea3", "ink"}, "ink is the arc in the hole"


def test_the_ring_takes_the_height_it_is_given() -> None:
    small, large = (HEADLINE.draw(KNOWS, 480, height, look()) for height in (160, 320))
    assert (small.height, large.height) == (160, 320)


def test_a_suppressed_question_shows_no_part() -> None:
    lines = printed(HEADLINE.draw(suppress(KNOWS, 0), 480, 200, look()))
    assert lines == ["[c]"]


def test_six_parts_are_refused_with_a_remedy() -> None:
    heads = tuple(Head(f"a{place}", f"Answer {place}", Part.ANSWER) for place in range(6))
    with pytest.raises(UnsuitedError, match="kind=bars"):
        Donut().extent(single("q", heads, (1,) * 6), 480, look())
    Donut().extent(single("q", heads, (1, 1, 1, 1, 1, 0)), 480, look())


def test_a_grid_or_several_answers_are_no_ring() -> None:
    for table in (ASPECTS, multiple()):
        with pytest.raises(UnsuitedError):
            Donut().extent(table, 480, look())


def test_its_alternative_text_reads_the_ring_out() -> None:
    assert (
        Donut(highlight="agree")
        .describe(AGREES)
        .startswith("Ring chart: Engagement in the STP. Agree, 21 per cent.")
    )


def test_a_label_has_no_more_lines_than_the_white_beside_its_ring_makes_it() -> None:
    heads = [
        ("I could not do without it", Part.ANSWER),
        ("It is important to me", Part.ANSWER),
        ("It is useful now and then", Part.ANSWER),
    ]
    columns = tuple(Head(f"a{at}", words_, part) for at, (words_, part) in enumerate(heads))
    lines = printed(Donut().draw(single("q", columns, (23, 36, 41)), 500, 400, look()))
    assert "It is important to me" in lines


@pytest.mark.parametrize("kind", [Donut, Bars, Columns])
def test_a_net_score_that_is_read_out_is_printed_and_heard(kind: type[Chart]) -> None:
    table = with_summary(KNOWS, [Fraction(-43)])
    chart = kind(highlight="summary")
    assert "\N{MINUS SIGN}43" in printed(chart.draw(table, 300, 250, look()))
    heard = chart.heard(table)
    assert heard is not None
    assert [each.words for each in heard.rows[-1][1]] == ["\N{MINUS SIGN}43"]


SENTENCES = single(
    "q9",
    tuple(
        Head(f"a{at}", f"{each} {' and who lives in this part of the county' * 4}", Part.ANSWER)
        for at, each in enumerate(("One who agrees", "One who minds", "One who has no view"))
    ),
    (30, 40, 30),
)


def test_a_list_of_sentences_stands_beside_its_ring_where_that_is_larger_so() -> None:
    drawn = Donut().draw(SENTENCES, 858, 320, look(size=14))
    assert diameter(drawn) > 280
    assert min(mark.x for mark in words(drawn)) > diameter(drawn)
    below = Donut().draw(SENTENCES, 300, 640, look(size=14))
    assert min(mark.y for mark in words(below)) > diameter(below)


def test_a_ring_with_its_list_is_never_smaller_in_more_room() -> None:
    for width in (340, 505, 858):
        extent = Donut().extent(SENTENCES, width, look(size=14))
        heights = [extent.least + (extent.most - extent.least) * step / 24 for step in range(25)]
        drawn = [Donut().draw(SENTENCES, width, each, look(size=14)) for each in heights]
        sizes = [diameter(each) for each in drawn]
        assert all(one <= other + 0.01 for one, other in pairwise(sizes))
        for each, height in zip(drawn, heights, strict=True):
            assert faults(each, Rect(0, 0, width, height)) == []


def test_a_list_stands_beside_its_ring_where_the_ring_would_be_tiny_above_it() -> None:
    for count in (3, 4, 5):
        heads = tuple(
            Head(f"a{at}", f"Answer {at} {' of those who live in this part' * 5}", Part.ANSWER)
            for at in range(count)
        )
        table = single("q9", heads, (30, 40, 30, 20, 10)[:count])
        drawn = Donut(highlight="a0").draw(table, 557, 400, look(size=14))
        assert faults(drawn, Rect(0, 0, 557, 400)) == []
        assert diameter(drawn) > 165


def test_long_words_of_the_headline_leave_the_hole_to_their_figure_rather_than_ask_for_a_page() -> (
    None
):
    label = "I was told of it in good time by the council itself and could comment on all of it"
    others = ("Told by neighbours", "Not told at all")
    heads = tuple(Head(f"a{at}", words_, Part.ANSWER) for at, words_ in enumerate((label, *others)))
    chart, table = Donut(highlight="a0"), single("q9", heads, (30, 40, 30))
    least = chart.extent(table, 420, look(size=14)).least
    assert least < 220
    assert label in " ".join(printed(chart.draw(table, 420, least, look(size=14))))


def test_a_ring_that_is_narrower_than_its_words_ask_has_its_figure_alone() -> None:
    label = "Some of us were told of it by the council and others by"
    heads = tuple(Head(f"a{at}", words_, Part.ANSWER) for at, words_ in enumerate((label, "No")))
    chart, table = Donut(highlight="a0"), single("q9", heads, (30, 40))
    for width in range(112, 260, 4):
        least = chart.extent(table, width, look()).least
        drawn = chart.draw(table, width, least, look())
        assert faults(drawn, Rect(0, 0, width, least)) == []

"""Areas: how room is shared, how columns balance, and that what is over is told, not clipped."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.brand.masters import Area
from briefing.diagnostics import Source
from briefing.drawing import Rect
from briefing.layout.fill import fill, hole, needed, reach
from briefing.layout.pages import Box, Elastic, Fragment, Piece, Strip
from briefing.structure import Artifact

HERE = Source("words.md", 1)


def strip(height: float, gap: float = 0.0) -> Strip:
    box = Box(Artifact.DECORATION, Rect(0, 0, 10, height), ())
    return Strip(height, (box,), gap)


def elastic(least: float, most: float, share: float = 1.0) -> Elastic:
    return Elastic(least, most, lambda height: (strip(height),), "chart", share=share)


def fragment(*pieces: Piece, gap: float = 0.0, name: str = "block") -> Fragment:
    return Fragment(name, HERE, pieces, gap)


def area(height: float, flow: int = 1, align: str = "top") -> Area:
    return Area("place", Rect(50, 100, 200, height), ("block",), flow=flow, gutter=20, align=align)


def test_an_elastic_block_takes_the_room_that_is_left() -> None:
    filled = fill([fragment(strip(20, gap=10), elastic(30, 500))], area(200))
    assert filled.boxes[-1].rect == Rect(50, 130, 10, 170)
    assert filled.used == pytest.approx(200)
    assert filled.overset is None


def test_an_elastic_block_is_not_stretched_past_its_most() -> None:
    filled = fill([fragment(elastic(30, 80))], area(200, align="middle"))
    assert filled.boxes[0].rect == Rect(50, 160, 10, 80)


def test_two_elastic_blocks_share_by_their_shares() -> None:
    filled = fill([fragment(elastic(0, 500)), fragment(elastic(0, 500, share=3))], area(200))
    assert [box.rect.height for box in filled.boxes] == pytest.approx([50, 150])


def test_what_one_cannot_take_goes_to_the_other() -> None:
    filled = fill([fragment(elastic(0, 20)), fragment(elastic(0, 500))], area(200))
    assert [box.rect.height for box in filled.boxes] == pytest.approx([20, 180])


def test_content_too_high_is_told_with_its_name_and_stays_whole() -> None:
    filled = fill([fragment(strip(80)), fragment(strip(150), name="quote")], area(200))
    assert filled.overset is not None
    assert filled.overset.over == pytest.approx(30)
    assert filled.overset.name == "quote"
    assert filled.overset.rect == Rect(50, 180, 200, 150)
    assert len(filled.boxes) == 2


def test_the_gap_below_the_last_block_does_not_count() -> None:
    assert fill([fragment(strip(100, gap=5), gap=90)], area(100)).overset is None


def test_spread_shares_the_white_space_between_blocks() -> None:
    filled = fill(
        [fragment(strip(50)), fragment(strip(50)), fragment(strip(50))], area(170, align="spread")
    )
    assert [box.rect.y for box in filled.boxes] == pytest.approx([100, 160, 220])


def test_no_white_is_spread_below_a_head_that_is_kept_with_what_follows() -> None:
    head = fragment(replace(strip(10), keep=True))
    filled = fill([head, fragment(strip(50)), head, fragment(strip(50))], area(150, align="spread"))
    first, words, second, others = (box.rect.y for box in filled.boxes)
    assert words - first == others - second == pytest.approx(10)
    assert second - words > 50


def test_a_head_that_nothing_follows_is_not_spread_out_of_its_place() -> None:
    head = fragment(replace(strip(20), keep=True))
    filled = fill([fragment(strip(50)), fragment(strip(50)), head], area(170, align="spread"))
    assert max(box.rect.bottom for box in filled.boxes) <= 270


def test_rows_of_two_columns_stay_level_when_they_are_spread() -> None:
    left = [fragment(elastic(5, 20), strip(10), gap=5) for _ in range(3)]
    right = [*left[:2], fragment(elastic(5, 20), strip(10), strip(10), gap=5)]
    filled = fill([*left, *right], area(220, flow=2, align="spread"))
    tops = {
        x: [b.rect.y for b in filled.boxes if b.rect.x == x and b.rect.height == 20]
        for x in (50, 160)
    }
    assert tops[50] == pytest.approx(tops[160])


def test_blocks_beside_each_other_begin_on_one_level() -> None:
    blocks = [fragment(strip(height), gap=5) for height in (10, 20, 30, 15)]
    filled = fill(blocks, area(100, flow=2, align="spread"))
    tops = [round(each.rect.y - filled.boxes[0].rect.y, 3) for each in filled.boxes]
    assert tops[0] == tops[2] == 0
    assert tops[1] == tops[3] > 30


def test_rows_are_level_as_far_as_the_column_with_fewest_blocks_goes() -> None:
    blocks = [fragment(strip(height), gap=5) for height in (10, 20, 10, 15, 30)]
    filled = fill(blocks, area(60, flow=2, align="spread"))
    tops = [round(each.rect.y - filled.boxes[0].rect.y, 3) for each in filled.boxes]
    assert [box.rect.x for box in filled.boxes] == [50, 50, 50, 160, 160]
    assert tops[1] == tops[4], "the second row, though one column has a third block"


def feet(heights: tuple[float, ...], room: float) -> dict[float, float]:
    """Where the last block of each column ends, by the column's left edge."""
    blocks = [fragment(strip(height), gap=5) for height in heights]
    filled = fill(blocks, area(room, flow=2, align="flush"))
    assert filled.overset is None
    return {box.rect.x: round(box.rect.bottom, 3) for box in filled.boxes}


def test_flush_columns_of_unlike_many_blocks_end_on_one_foot() -> None:
    ends = feet((10, 20, 10, 15, 30), 55)
    assert ends[50] == ends[160] <= 155


@given(st.lists(st.floats(5, 60), min_size=5, max_size=9), st.floats(200, 400))
def test_flush_columns_leave_no_corner_and_keep_within_their_place(
    heights: list[float], room: float
) -> None:
    blocks = [fragment(strip(height), gap=5) for height in heights]
    place = area(room, flow=2, align="flush")
    filled = fill(blocks, place)
    tall = needed(blocks, place) > room
    assert tall or filled.overset is None
    columns = [[box.rect for box in filled.boxes if box.rect.x == x] for x in (50, 160)]
    if len({len(column) for column in columns}) > 1 < min(map(len, columns)):
        short = min(columns, key=lambda column: column[-1].bottom)
        holes = [other.y - one.bottom for one, other in pairwise(short)]
        level = columns[0][-1].bottom == pytest.approx(columns[1][-1].bottom, abs=0.1)
        assert level or all(white == pytest.approx(10) for white in holes)
    for one, other in (pair for column in columns for pair in pairwise(column)):
        assert other.y >= one.bottom + 5 - 0.001


def test_flush_columns_of_as_many_blocks_have_level_rows() -> None:
    blocks = [fragment(strip(height), gap=5) for height in (10, 20, 30, 15)]
    tops = [each.rect.y for each in fill(blocks, area(100, flow=2, align="flush")).boxes]
    assert tops[0] == tops[2]
    assert tops[1] == pytest.approx(tops[3]) == pytest.approx(tops[0] + 30 + 2 * 5)


def test_no_more_than_twice_the_usual_white_parts_flush_blocks() -> None:
    blocks = [fragment(strip(10), gap=5) for _ in range(5)]
    filled = fill(blocks, area(300, flow=2, align="flush"))
    columns = [[box.rect for box in filled.boxes if box.rect.x == x] for x in (50, 160)]
    assert [len(each) for each in columns] == [3, 2]
    assert all(low.y - high.bottom == 10 for each in columns for high, low in pairwise(each))


def test_a_hole_is_the_white_beyond_the_usual_that_one_foot_would_take() -> None:
    blocks = [fragment(strip(height), gap=5) for height in (30, 10, 10, 30)]
    assert hole(blocks, area(100, flow=2, align="flush")) == pytest.approx(15)
    assert hole(blocks, area(100, flow=2, align="spread")) == 0


def test_rows_that_have_no_room_to_be_level_are_a_hole_as_a_whole() -> None:
    blocks = [fragment(strip(height), gap=5) for height in (40, 10, 10, 40)]
    assert hole(blocks, area(100, flow=2, align="flush")) == pytest.approx(25), "beyond the usual"
    assert hole(blocks, area(60, flow=2, align="flush")) == pytest.approx(30)


def test_few_blocks_stand_each_at_the_head_of_its_share() -> None:
    filled = fill([fragment(strip(10)), fragment(strip(10))], area(200, align="spread"))
    first, second = (box.rect.y for box in filled.boxes)
    assert first == 100
    assert second == pytest.approx(200), "half way down: as much white below it as above"


def test_blocks_that_have_no_room_to_be_level_stay_as_they_are() -> None:
    blocks = [fragment(strip(height), gap=5) for height in (10, 60, 60, 10)]
    filled = fill(blocks, area(80, flow=2, align="spread"))
    assert filled.overset is None
    assert filled.used == 75


def test_one_row_with_nothing_to_spread_stands_in_the_middle() -> None:
    filled = fill([fragment(strip(10)), fragment(strip(20))], area(100, flow=2, align="spread"))
    assert {each.rect.y - area(100).rect.y for each in filled.boxes} == {40}


def test_a_table_with_nothing_to_spread_stands_below_the_headline() -> None:
    """One in the middle of a white page looked as if what stood above it were gone."""
    filled = fill([fragment(replace(strip(12), head=True), strip(10))], area(100, align="spread"))
    assert filled.boxes[0].rect.y == area(100).rect.y


def test_columns_stand_side_by_side() -> None:
    filled = fill([fragment(strip(50)), fragment(strip(50))], area(100, flow=2))
    assert [box.rect.x for box in filled.boxes] == [50, 160]


def test_need_and_reach_tell_what_filling_does() -> None:
    fragments = [fragment(strip(20), elastic(30, 90), gap=7), fragment(strip(11))]
    assert needed(fragments, area(500)) == pytest.approx(68)
    assert reach(fragments, area(500)) == pytest.approx(128)
    assert fill(fragments, area(500)).used == pytest.approx(128)


def test_a_block_of_lines_runs_on_in_the_next_column() -> None:
    lines = fragment(*(strip(12) for _ in range(10)))
    filled = fill([lines], area(70, flow=2))
    assert filled.overset is None
    assert {box.rect.x for box in filled.boxes} == {50, 160}


def test_paragraphs_stay_whole_while_that_fits() -> None:
    blocks = [fragment(*(strip(10) for _ in range(n)), name=str(n)) for n in (6, 1, 1)]
    filled = fill(blocks, area(60, flow=2))
    assert [box.rect.x for box in filled.boxes] == [50] * 6 + [160] * 2


def test_charts_side_by_side_stand_on_one_level_and_are_equally_high() -> None:
    left = fragment(strip(14), elastic(30, 300), strip(11), name="left")
    right = fragment(strip(14), strip(14), elastic(50, 200), strip(11), strip(11), name="right")
    filled = fill([left, right], area(150, flow=2))
    charts = [box.rect for box in filled.boxes if box.rect.height > 14]
    assert [(chart.x, chart.y) for chart in charts] == [(50, 128), (160, 128)]
    assert [chart.height for chart in charts] == pytest.approx([100, 100])
    assert filled.overset is None


@given(
    st.lists(st.tuples(st.integers(1, 40), st.integers(0, 10)), min_size=1, max_size=8),
    st.integers(1, 3),
    st.sampled_from(["top", "middle", "bottom", "spread"]),
)
def test_no_two_boxes_overlap_and_none_is_lost(
    sizes: list[tuple[int, int]], flow: int, align: str
) -> None:
    fragments = [fragment(strip(height), gap=gap) for height, gap in sizes]
    place = area(400, flow, align)
    filled = fill(fragments, place)
    assert len(filled.boxes) == len(sizes)
    for index, box in enumerate(filled.boxes):
        assert place.rect.holds(box.rect) or filled.overset
        assert not any(box.rect.overlaps(other.rect) for other in filled.boxes[index + 1 :])


def test_figures_side_by_side_are_equally_high_in_a_tight_place() -> None:
    left = [fragment(elastic(5, 90), strip(10), gap=5) for _ in range(3)]
    right = [*left[:2], fragment(elastic(5, 90), strip(10), strip(10), gap=5)]
    filled = fill([*left, *right], area(160, flow=2))
    heights = {round(box.rect.height, 3) for box in filled.boxes if box.rect.height != 10}
    assert len(heights) == 1
    assert filled.overset is None


def test_a_chart_that_wants_far_less_than_its_place_stands_in_it_and_does_not_hang() -> None:
    filled = fill([fragment(elastic(30, 80))], area(200))
    above = filled.boxes[0].rect.y - 100
    below = 300 - filled.boxes[0].rect.bottom
    assert 0.6 < above / below < 0.8, "a little above the middle"


def test_a_chart_that_nearly_fills_its_place_and_words_hang_from_the_top() -> None:
    assert fill([fragment(elastic(30, 180))], area(200)).boxes[0].rect.y == 100
    assert fill([fragment(strip(80))], area(200)).boxes[0].rect.y == 100

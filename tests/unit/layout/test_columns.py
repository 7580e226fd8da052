"""Columns: parts, tables and figures side by side, heads printed again, all on the grid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.layout.columns import columns, stairs
from briefing.layout.fill import fill, needed
from briefing.layout.pages import Elastic, Fragment, Strip
from briefing.layout.spill import spill
from briefing.structure import Artifact
from tests.unit.layout.flowing import (
    CELL,
    fragment,
    heights,
    parted_table,
    place,
    running,
    running_words,
    stories,
    strip,
    table,
)


def parts(*counts: int) -> list[Fragment]:
    """A contents list whose parts have so many entries, each with the white of one below it."""
    entries = [strip(10, 2, opens=not place) for count in counts for place in range(count)]
    return [fragment(*entries)]


@pytest.mark.parametrize(
    ("counts", "room", "expected"),
    [
        ((1, 1, 1, 6, 7), 200, [9, 7]),
        ((1, 1, 1, 6, 7), 100, [8, 8]),
        ((1, 1, 1, 10, 6), 200, [10, 9]),
        ((1, 18), 300, [10, 9]),
        ((19,), 300, [10, 9]),
    ],
    ids=["whole parts", "no room for these", "one a third full", "one far longer", "one part"],
)
def test_columns_begin_with_a_part_where_they_can(
    counts: tuple[int, ...], room: float, expected: list[int]
) -> None:
    assert [len(each) for each in columns(parts(*counts), place(room, flow=2))] == expected


def captioned() -> list[Fragment]:
    """Two tables, the first below a line and the second below three."""
    captions = [[strip(10, keep=True) for _ in range(lines)] for lines in (1, 3)]
    return [
        fragment(*caption, *table(rows).pieces, name="table")
        for caption, rows in zip(captions, (6, 4), strict=True)
    ]


def first_rows(height: float) -> list[float]:
    """Where the first rows of two tables side by side stand: below a line, and below three."""
    filled = fill(captioned(), place(height, flow=2))
    columns = [[box.rect for box in filled.boxes if box.rect.x == x] for x in (50, 160)]
    return [columns[0][-6].y, columns[1][-4].y]


def test_tables_side_by_side_have_their_first_rows_on_one_level() -> None:
    assert first_rows(110) == [100 + 30 + 12] * 2


def test_rows_stay_where_they_are_if_only_so_all_has_room() -> None:
    assert first_rows(90) == [100 + 10 + 12, 100 + 30 + 12]


def going_on(rows: int) -> list[Fragment]:
    """A table of rows ten points high below two lines, which no column holds by itself."""
    caption = [strip(10, keep=True) for _ in range(2)]
    return [fragment(*caption, *table(rows).pieces, name="table")]


def row_levels(blocks: list[Fragment], height: float) -> list[list[float]]:
    """Where the rows ten points high stand in each of two columns, from the top of their place."""
    filled = fill(blocks, place(height, flow=2))
    rows = [box.rect for box in filled.boxes if box.owner is CELL and box.rect.height == 10]
    return [[rect.y - 100 for rect in rows if rect.x == x] for x in (50, 160)]


def test_a_table_that_goes_on_beside_its_caption_has_its_rows_on_one_line_with_those_before() -> (
    None
):
    left, right = row_levels(going_on(12), 100)
    assert left[:2] == [0, 10], "its caption"
    assert left[2:] == right == [32 + 10 * place for place in range(6)]


def test_a_table_goes_on_from_the_top_where_only_so_all_its_rows_have_room() -> None:
    left, right = row_levels(going_on(12), 85)
    assert left[2:] == [32 + 10 * place for place in range(5)]
    assert right == [12 + 10 * place for place in range(7)]
    assert stairs(going_on(12), place(85, flow=2))


def test_a_page_that_is_full_of_a_table_leaves_room_for_level_rows() -> None:
    kept, rest = spill(going_on(30), place(100, flow=2))
    assert row_levels(list(kept), 100)[1] == row_levels(list(kept), 100)[0][2:]
    assert heights(rest)[0] == 12, "its head, with which the next page begins at the top"


@pytest.mark.parametrize(("height", "uneven"), [(110, False), (90, True)])
def test_a_place_without_room_for_level_rows_says_so(height: float, *, uneven: bool) -> None:
    assert stairs(captioned(), place(height, flow=2)) is uneven
    assert not stairs(captioned(), place(height, flow=1)), "one column has nothing beside it"


def test_no_column_stays_empty_while_another_has_two_blocks() -> None:
    def names(*blocks: Fragment) -> list[list[str]]:
        return [[unit.name for unit in each] for each in columns(blocks, place(200, flow=3))]

    blocks = [fragment(strip(height), name=f"{height}") for height in (40, 10, 60)]
    assert names(*blocks) == [["40"], ["10"], ["60"]]
    assert names(*blocks, fragment(strip(10), name="last"))[0] == ["40", "10"]
    kept = fragment(strip(20, keep=True), strip(20), name="whole")
    assert names(kept) == [["whole", "whole"]], "no block is parted for that"


def test_a_part_of_a_table_that_begins_a_column_has_no_other_heads_above_it() -> None:
    split = columns([parted_table(6, 5)], place(72, flow=2))
    assert [[unit.least for unit in column] for column in split] == [
        [12, *[10] * 6],
        [15, *[11] * 5],
    ]
    kept, rest = spill([parted_table(6, 5)], place(72))
    assert heights(kept) == [12, *[10] * 6]
    assert heights(rest) == [15, *[11] * 5]
    assert rest[0].pieces[0].boxes[0].owner is CELL  # type: ignore[union-attr]


def test_each_column_of_a_table_has_its_head() -> None:
    filled = fill([table(12)], place(100, flow=2))
    assert filled.overset is None
    tops = [box for box in filled.boxes if box.rect.height == 12]
    assert [(box.rect.x, box.rect.y) for box in tops] == [(50, 100), (160, 100)]
    assert [box.owner for box in tops] == [CELL, Artifact.HEADER]


def test_heights_are_whole_numbers_of_the_baseline() -> None:
    area = place(100, grid=4)
    filled = fill([fragment(strip(10.5, gap=5)), fragment(strip(12))], area)
    assert [box.rect.y for box in filled.boxes] == [100, 112]
    assert needed([fragment(strip(10.5, gap=5), strip(12))], area) == 12 + 8 + 12


def test_a_chart_takes_whole_baselines() -> None:
    drawn: list[float] = []

    def draw(height: float) -> tuple[Strip, ...]:
        drawn.append(height)
        return (strip(height - 1.5),)

    chart = Elastic(20, 500, draw, "chart")
    filled = fill([fragment(chart), fragment(strip(12))], place(99, grid=4))
    assert drawn == [84]
    assert filled.boxes[-1].rect.y == 184
    assert filled.used == 96


@given(stories, st.integers(2, 3))
def test_columns_begin_with_a_head_where_they_go_on_with_a_table(
    story: list[Fragment], flow: int
) -> None:
    for column in columns(story, place(140, flow)):
        first = column[0]
        whole = story[first.fragment].pieces
        has_head = isinstance(whole[0], Strip) and whole[0].head
        if has_head:
            assert isinstance(first.piece, Strip)
            assert first.piece.head


@pytest.mark.parametrize("flow", [1, 2])
def test_what_is_over_is_counted_in_words(flow: int) -> None:
    filled = fill([fragment(strip(150), name="list")], place(100, flow))
    assert filled.overset is not None
    assert (filled.overset.name, filled.overset.over) == ("list", 50)
    assert filled.overset.words == 0, "a box without words"


# -- running words ---------------------------------------------------------------------------------


def test_columns_end_within_paragraphs_to_end_level() -> None:
    words = [running(20), running(6)]
    first, second = columns(words, place(600, flow=2))
    assert (len(first), len(second)) == (14, 12)


def test_columns_that_are_level_within_two_lines_end_with_paragraphs() -> None:
    words = [running(8), running(6)]
    assert [len(each) for each in columns(words, place(600, flow=2))] == [8, 6]


def test_other_blocks_are_not_parted_to_end_level() -> None:
    blocks = [fragment(*[strip(14)] * 20), running(6)]
    assert [len(each) for each in columns(blocks, place(600, flow=2))] == [20, 6]


@given(running_words, st.integers(2, 3))
def test_body_text_stands_on_the_lines_of_its_column(story: list[Fragment], flow: int) -> None:
    """Whatever stands above it; two columns have the same lines, as they begin on one level."""
    for column in columns(story, place(900, flow, 0.5)):
        y = 0.0
        for unit in column:
            if unit.line and not unit.onto:
                assert y / unit.line == pytest.approx(round(y / unit.line), abs=1e-6)
            y += unit.least + unit.gap

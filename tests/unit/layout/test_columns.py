"""Columns: what a place holds and what goes on, heads printed again, everything on the grid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.brand.masters import Area
from briefing.diagnostics import Source
from briefing.drawing import Link, Rect
from briefing.layout.columns import columns, spill, stairs
from briefing.layout.fill import fill, needed
from briefing.layout.pages import Box, Elastic, Fragment, Strip
from briefing.structure import Artifact, Node, Role

HERE = Source("words.md", 1)
CELL = Node(Role.DATA)


def strip(
    height: float, gap: float = 0.0, *, keep: bool = False, head: bool = False, opens: bool = False
) -> Strip:
    box = Box(CELL, Rect(0, 0, 10, height), (), anchor="here" if head else "")
    return Strip(height, (box,), gap, keep, head, opens)


def fragment(*pieces: Strip | Elastic, name: str = "block", gap: float = 0.0) -> Fragment:
    return Fragment(name, HERE, pieces, gap)


def place(height: float, flow: int = 1, grid: float = 0.0) -> Area:
    rect = Rect(50, 100, 200, height)
    return Area("place", rect, ("block",), flow=flow, gutter=20, baseline=grid)


def parts(*counts: int) -> list[Fragment]:
    """A contents list whose parts have so many entries, each with the white of one below it."""
    entries = [strip(10, 2, opens=not place) for count in counts for place in range(count)]
    return [fragment(*entries)]


@pytest.mark.parametrize(
    ("counts", "room", "expected"),
    [
        ((1, 1, 1, 10, 6), 200, [13, 6]),
        ((1, 1, 1, 10, 6), 130, [10, 9]),
        ((1, 18), 300, [10, 9]),
        ((19,), 300, [10, 9]),
    ],
    ids=["whole parts", "no room for these", "one far longer", "one part"],
)
def test_columns_begin_with_a_part_where_they_can(
    counts: tuple[int, ...], room: float, expected: list[int]
) -> None:
    assert [len(each) for each in columns(parts(*counts), place(room, flow=2))] == expected


def table(rows: int, height: float = 10) -> Fragment:
    head = strip(12, keep=True, head=True)
    return fragment(head, *(strip(height) for _ in range(rows)), name="table")


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


@pytest.mark.parametrize(("height", "uneven"), [(110, False), (90, True)])
def test_a_place_without_room_for_level_rows_says_so(height: float, *, uneven: bool) -> None:
    assert stairs(captioned(), place(height, flow=2)) is uneven
    assert not stairs(captioned(), place(height, flow=1)), "one column has nothing beside it"


def heights(fragments: tuple[Fragment, ...]) -> list[float]:
    return [p.height for each in fragments for p in each.pieces if isinstance(p, Strip)]


def test_no_column_stays_empty_while_another_has_two_blocks() -> None:
    def names(*blocks: Fragment) -> list[list[str]]:
        return [[unit.name for unit in each] for each in columns(blocks, place(200, flow=3))]

    blocks = [fragment(strip(height), name=f"{height}") for height in (40, 10, 60)]
    assert names(*blocks) == [["40"], ["10"], ["60"]]
    assert names(*blocks, fragment(strip(10), name="last"))[0] == ["40", "10"]
    kept = fragment(strip(20, keep=True), strip(20), name="whole")
    assert names(kept) == [["whole", "whole"]], "no block is parted for that"


def test_what_a_place_holds_stays_and_the_rest_goes_on() -> None:
    kept, rest = spill([fragment(strip(40), strip(50)), fragment(strip(60))], place(100))
    assert heights(kept) == [40, 50]
    assert heights(rest) == [60]


def test_where_all_has_room_nothing_goes_on() -> None:
    assert spill([fragment(strip(40))], place(100))[1] == ()


def test_where_nothing_has_room_nothing_stays() -> None:
    assert spill([fragment(strip(140))], place(100))[0] == ()


def test_a_block_is_parted_only_where_it_may_be() -> None:
    held = fragment(strip(40, keep=True), strip(40), strip(40))
    kept, rest = spill([held], place(90))
    assert heights(kept) == [40, 40]
    assert heights(rest) == [40]
    kept, rest = spill([fragment(strip(50), strip(30, keep=True), strip(40))], place(90))
    assert heights(kept) == [50]
    assert heights(rest) == [30, 40]


def test_a_table_that_goes_on_has_its_head_again_as_furniture() -> None:
    kept, rest = spill([table(12)], place(100))
    assert heights(kept) == [12] + [10] * 8
    assert heights(rest) == [12] + [10] * 4
    again = rest[0].pieces[0]
    assert isinstance(again, Strip)
    assert again.head
    assert [box.owner for box in again.boxes] == [Artifact.HEADER]
    assert [box.anchor for box in again.boxes] == [""], "a link leads to the first"


def test_a_head_below_a_caption_is_printed_again_without_it() -> None:
    body = table(12)
    captioned = fragment(strip(14, keep=True), *body.pieces)
    kept, rest = spill([captioned], place(100))
    assert heights(kept)[:2] == [14, 12]
    assert heights(rest)[:2] == [12, 10]
    tops = [box.rect.height for box in fill([captioned], place(100, flow=2)).boxes]
    assert tops.count(12) == 2


def test_a_head_printed_again_leads_nowhere() -> None:
    link = Link(Rect(0, 0, 10, 10), "#there", "There")
    box = Box(CELL, Rect(0, 0, 10, 12), (link,))
    linked = fragment(Strip(12, (box,), keep=True, head=True), *(strip(10) for _ in range(12)))
    _, rest = spill([linked], place(100))
    again = rest[0].pieces[0]
    assert isinstance(again, Strip)
    assert again.boxes[0].marks == ()


def parted_table(first: int, second: int) -> Fragment:
    """A table too wide for its place: one part of its columns, 12 points of head, below another."""
    lower = strip(15, keep=True, head=True)
    return fragment(*table(first).pieces, lower, *(strip(11) for _ in range(second)))


def test_a_part_of_a_table_has_its_own_heads_again_where_it_goes_on() -> None:
    kept, rest = spill([parted_table(4, 8)], place(100))
    assert heights(kept) == [12, 10, 10, 10, 10, 15, 11, 11, 11]
    assert heights(rest) == [15, *[11] * 5]
    again = rest[0].pieces[0]
    assert isinstance(again, Strip)
    assert [box.owner for box in again.boxes] == [Artifact.HEADER]


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


def test_a_table_that_ends_with_its_page_leaves_no_head_behind() -> None:
    kept, rest = spill([table(8), fragment(strip(30))], place(100))
    assert heights(kept) == [12] + [10] * 8
    assert heights(rest) == [30]


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


pieces = st.lists(
    st.builds(
        strip,
        st.integers(5, 60),
        st.sampled_from([0.0, 6.0]),
        keep=st.booleans(),
    ),
    min_size=1,
    max_size=6,
)
stories = st.lists(
    st.tuples(st.booleans(), pieces).map(
        lambda made: fragment(*([strip(9, keep=True, head=True)] if made[0] else []), *made[1])
    ),
    min_size=1,
    max_size=4,
)


@given(stories, st.integers(1, 3), st.sampled_from([0.0, 3.5]))
def test_from_page_to_page_nothing_is_lost_and_no_page_is_over(
    story: list[Fragment], flow: int, grid: float
) -> None:
    area = place(140, flow, grid)
    rest: tuple[Fragment, ...] = tuple(story)
    words = [p for each in story for p in each.pieces if isinstance(p, Strip) and not p.head]
    seen: list[Strip] = []
    for _ in range(100):
        kept, going = spill(rest, area)
        if not kept:  # held together and higher than a page
            break
        assert needed(kept, area) <= area.rect.height + 0.05
        seen += [p for each in kept for p in each.pieces if isinstance(p, Strip) and not p.head]
        rest = going
        if not rest:
            break
    left = [p for each in rest for p in each.pieces if isinstance(p, Strip) and not p.head]
    assert seen + left == words


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

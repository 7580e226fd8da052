"""What a place holds and what goes on, with its heads printed again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.drawing import Link, Rect
from briefing.layout.fill import fill, needed
from briefing.layout.pages import Box, Fragment, Strip
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


def test_a_part_of_a_table_has_its_own_heads_again_where_it_goes_on() -> None:
    kept, rest = spill([parted_table(4, 8)], place(100))
    assert heights(kept) == [12, 10, 10, 10, 10, 15, 11, 11, 11]
    assert heights(rest) == [15, *[11] * 5]
    again = rest[0].pieces[0]
    assert isinstance(again, Strip)
    assert [box.owner for box in again.boxes] == [Artifact.HEADER]


def test_a_table_that_ends_with_its_page_leaves_no_head_behind() -> None:
    kept, rest = spill([table(8), fragment(strip(30))], place(100))
    assert heights(kept) == [12] + [10] * 8
    assert heights(rest) == [30]


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


def test_running_words_fill_a_place_and_other_blocks_stay_whole() -> None:
    """A page whose words went on had white at its foot as high as an eighth of it."""
    words = [running(9), running(5)]
    kept, rest = spill(words, place(14 * 12 + 6))
    assert [len(each.pieces) for each in kept] == [9, 3]
    assert [len(each.pieces) for each in rest] == [2]
    blocks = [fragment(strip(160)), fragment(*[strip(14)] * 5)]
    assert [len(each.pieces) for each in spill(blocks, place(185))[0]] == [1]


@given(running_words, st.integers(1, 3), st.sampled_from([0.0, 3.5]))
def test_words_on_lines_have_room_on_each_of_their_pages(
    story: list[Fragment], flow: int, grid: float
) -> None:
    area = place(210, flow, grid)
    rest: tuple[Fragment, ...] = tuple(story)
    while rest:
        kept, rest = spill(rest, area)
        assert kept
        assert needed(kept, area) <= area.rect.height + 0.05
        assert fill(kept, area).overset is None

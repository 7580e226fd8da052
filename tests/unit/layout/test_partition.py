"""Columns as level as they can be, in order, none ended where it may not end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.layout.partition import Measure, evened, partition, run_end


def test_a_column_never_ends_after_a_piece_that_is_kept_with_the_next() -> None:
    items = [Measure(10, ends=each) for each in (True, False, True, True)]
    runs = partition(items, 2)
    assert runs in ([(0, 1), (1, 4)], [(0, 3), (3, 4)])


heights = st.lists(st.integers(1, 60), min_size=1, max_size=9)


@given(heights, st.integers(1, 4))
def test_columns_are_as_level_as_they_can_be(given_heights: list[int], count: int) -> None:
    runs = partition([Measure(each) for each in given_heights], count)
    assert [place for start, end in runs for place in range(start, end)] == list(
        range(len(given_heights))
    )
    tallest = max(sum(given_heights[start:end]) for start, end in runs)
    assert tallest == _brute(tuple(given_heights), count)


def test_a_column_counts_the_white_that_lines_of_body_text_need() -> None:
    lines = [Measure(10, line=10), Measure(7), Measure(10, line=10), Measure(10, line=10)]
    assert partition(lines, 1) == [(0, 4)]
    assert run_end(lines, start=0, most=37) == (3, 40), "the third line begins at 20, not at 17"
    headed = [Measure(10, line=10), Measure(4, ends=False, line=10, onto=4), Measure(10, line=10)]
    assert run_end(headed, start=0, most=27) == (1, 30), "white stands above a heading"


@given(heights, st.integers(1, 4))
def test_evened_columns_hold_the_same_and_are_no_higher(given: list[int], count: int) -> None:
    items = [Measure(each) for each in given]
    runs = partition(items, count)
    even = evened(items, runs)
    assert [place for start, end in even for place in range(start, end)] == list(range(len(items)))
    sums, before = ([sum(given[start:end]) for start, end in each] for each in (even, runs))
    assert max(sums) <= max(before)
    assert sum(each**2 for each in sums) <= sum(each**2 for each in before)


def test_what_the_last_column_lacks_is_shared_by_the_one_before() -> None:
    items = [Measure(10)] * 7
    assert partition(items, 3) == [(0, 3), (3, 6), (6, 7)]
    assert evened(items, partition(items, 3)) == [(0, 3), (3, 5), (5, 7)]


def _brute(values: tuple[int, ...], count: int) -> int:
    if count == 1 or not values:
        return sum(values)
    return min(
        max(sum(values[:cut]), _brute(values[cut:], count - 1)) for cut in range(len(values) + 1)
    )

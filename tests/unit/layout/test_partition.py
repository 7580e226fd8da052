"""Columns as level as they can be, in order, none ended where it may not end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.layout.partition import partition


def test_a_column_never_ends_after_a_piece_that_is_kept_with_the_next() -> None:
    runs = partition([10, 10, 10, 10], [0] * 4, [True, False, True, True], 2)
    assert runs in ([(0, 1), (1, 4)], [(0, 3), (3, 4)])


heights = st.lists(st.integers(1, 60), min_size=1, max_size=9)


@given(heights, st.integers(1, 4))
def test_columns_are_as_level_as_they_can_be(given_heights: list[int], count: int) -> None:
    total = len(given_heights)
    runs = partition([float(each) for each in given_heights], [0.0] * total, [True] * total, count)
    assert [place for start, end in runs for place in range(start, end)] == list(
        range(len(given_heights))
    )
    tallest = max(sum(given_heights[start:end]) for start, end in runs)
    assert tallest == _brute(tuple(given_heights), count)


def _brute(values: tuple[int, ...], count: int) -> int:
    if count == 1 or not values:
        return sum(values)
    return min(
        max(sum(values[:cut]), _brute(values[cut:], count - 1)) for cut in range(len(values) + 1)
    )

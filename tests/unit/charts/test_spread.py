"""Labels stand as near to where they belong as they can without touching."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.charts.spread import needed, spread


def test_labels_with_room_stay_where_they_belong() -> None:
    assert spread([5, 50, 90], [10, 10, 10], 0, 100, 2) == [5, 50, 90]


def test_two_that_would_touch_move_apart_by_the_same_length() -> None:
    assert spread([40, 44], [10, 10], 0, 100, 2) == pytest.approx([36, 48])


def test_labels_stay_inside() -> None:
    assert spread([-20, 95], [10, 10], 0, 100, 2) == pytest.approx([0, 90])


@given(st.lists(st.tuples(st.floats(-50, 450), st.floats(1, 30)), min_size=1, max_size=9))
def test_no_two_overlap_and_all_are_inside(labels: list[tuple[float, float]]) -> None:
    labels.sort()
    wanted, sizes = [want for want, _ in labels], [size for _, size in labels]
    high = max(needed(sizes, 3), 400)
    starts = spread(wanted, sizes, 0, high, 3)
    ends = [start + size for start, size in zip(starts, sizes, strict=True)]
    assert min(starts) >= -1e-6
    assert max(ends) <= high + 1e-6
    assert all(after - end >= 3 - 1e-6 for end, after in zip(ends, starts[1:], strict=False))

"""Who stands for all in the groups of a table: as few rows as tell all others."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from briefing.tables.spans import independent


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([[1, 1, 0], [0, 1, 1], [1, 2, 1], [0, 0, 1]], [0, 1, 3]),
        ([[1, 0], [1, 0], [1, 1]], [0, 2]),
        ([[0, 0], [0, 1]], [1]),
    ],
)
def test_a_row_that_others_tell_is_left_out(rows: list[list[int]], found: list[int]) -> None:
    assert sorted(independent(np.array(rows))) == found


@given(
    arrays(np.int64, st.tuples(st.integers(1, 7), st.integers(1, 5)), elements=st.integers(0, 1))
)
def test_as_many_rows_are_kept_as_are_needed_and_none_tells_another(rows: np.ndarray) -> None:
    found = independent(rows)
    rank = np.linalg.matrix_rank(rows)
    assert len(found) == rank
    assert np.linalg.matrix_rank(rows[found]) == rank

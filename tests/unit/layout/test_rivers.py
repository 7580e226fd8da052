"""White that runs through three lines is a river, as wide as its narrowest passage."""

from __future__ import annotations

import pytest

from briefing.layout.rivers import river

SPACE = 2.0
STRAIGHT = ((10.0, 12.0),)


def test_white_runs_through_three_lines_but_not_through_two() -> None:
    assert river([STRAIGHT] * 2, SPACE) == 0
    assert river([STRAIGHT] * 3, SPACE) == pytest.approx(1)
    assert river([STRAIGHT] * 5, SPACE) == pytest.approx(3)


def test_a_river_may_wander_and_is_as_wide_as_its_narrowest_passage() -> None:
    assert river([((10, 12),), ((11, 13),), ((11.8, 13.8),)], SPACE) == pytest.approx(0.5)


def test_what_touches_only_just_and_what_a_line_interrupts_is_none() -> None:
    assert river([((10, 12),), ((11.5, 13.5),), ((13, 15),)], SPACE) == 0
    assert river([STRAIGHT, STRAIGHT, (), STRAIGHT, STRAIGHT], SPACE) == 0


def test_of_two_passages_the_wider_one_counts() -> None:
    above = ((10, 12), (12.5, 14.5))
    assert river([above, ((11, 14),), ((11, 14),)], SPACE) == pytest.approx(0.75)

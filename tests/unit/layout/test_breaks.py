"""Total fit on stops of plain widths: rivers, hyphens, runts and lines of like length."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefing.layout.breaks import (
    Manner,
    Stop,
    balanced,
    cost,
    first_fit,
    fits,
    total_fit,
    worst,
)

SPACE = 2.0


def stops(widths: list[float], *, lone: bool = True) -> list[Stop]:
    """Words of these widths with spaces between them."""
    made, reach, white = [Stop(0.0, 0.0, 0.0)], 0.0, 0.0
    for place, width in enumerate(widths, 1):
        reach += width
        give = (white / 2, white / 3)
        white += SPACE
        alone = lone and place == len(widths) - 1
        past = (white / 2, white / 3)
        made.append(Stop(reach, reach, reach + SPACE, give, past, lone=alone))
        reach += SPACE
    return made


def lengths(made: list[Stop], ends: tuple[int, ...]) -> list[float]:
    return [made[end].end - made[start].start for start, end in zip((0, *ends), ends, strict=False)]


def test_an_earlier_line_gives_way_for_a_later_one() -> None:
    """First fit leaves the second line nearly empty; the whole paragraph is better otherwise."""
    made = stops([10, 10, 6, 22, 28, 20])
    manner = Manner(31, rag=4)
    assert lengths(made, first_fit(made, 31)) == [30, 22, 28, 20]
    assert worst(made, manner, total_fit(made, manner)) <= worst(made, manner, first_fit(made, 31))
    assert lengths(made, total_fit(made, manner)) == [22, 30, 28, 20]


def test_what_cannot_be_broken_stands_alone_and_sticks_out() -> None:
    made = stops([5, 60, 5, 5])
    assert lengths(made, total_fit(made, Manner(20, rag=4))) == [5, 60, 12]
    assert lengths(made, first_fit(made, 20)) == [5, 60, 12]


def test_a_justified_line_narrows_its_spaces_to_hold_a_word_more() -> None:
    made = stops([10, 10, 9.5, 30, 3])
    assert lengths(made, total_fit(made, Manner(32.5)))[0] == 33.5
    fixed = [stop._replace(give=(0.0, 0.0), past=(0.0, 0.0)) for stop in made]
    assert lengths(made, total_fit(fixed, Manner(32.5, rag=4)))[0] <= 32.5


def test_two_hyphens_do_not_follow_each_other_if_it_can_be_helped() -> None:
    def stop(reach: float, *, hyphen: bool = False) -> Stop:
        gap = 0.0 if hyphen else SPACE
        return Stop(reach, reach + hyphen, reach + gap, penalty=50.0 * hyphen, hyphen=hyphen)

    made = [
        Stop(0.0, 0.0, 0.0),
        stop(26),
        stop(29, hyphen=True),
        stop(54),
        stop(58.5, hyphen=True),
        stop(76),
        stop(90),
    ]
    ends = total_fit(made, Manner(30, rag=4))
    hyphens = [made[end].hyphen for end in ends]
    assert not any(one and other for one, other in pairwise(hyphens))


def test_a_last_line_of_one_short_word_is_filled_from_the_line_before() -> None:
    made = stops([20, 20, 20, 20, 16, 3])
    assert lengths(made, first_fit(made, 104)) == [104, 3]
    assert lengths(made, total_fit(made, Manner(104, rag=25)))[-1] == 21


@pytest.mark.parametrize("manner", [Manner(31, rag=4, aim=1), Manner(31)])
def test_ways_come_with_the_best_first_and_each_once(manner: Manner) -> None:
    made = stops([10, 10, 6, 12, 9, 8, 11, 7, 12, 10])
    ways = list(fits(made, manner))
    assert ways[0][1] == total_fit(made, manner)
    assert [demerits for demerits, _ in ways] == sorted(demerits for demerits, _ in ways)
    assert len({ends for _, ends in ways}) == len(ways) > 5
    for demerits, ends in ways:
        assert demerits == pytest.approx(cost(made, manner, ends))


def test_ragged_lines_aim_at_a_little_less_than_the_measure() -> None:
    made = stops([10, 8, 8, 8, 8, 10, 20])
    assert lengths(made, total_fit(made, Manner(30, rag=4)))[0] == 30
    assert lengths(made, total_fit(made, Manner(30, rag=4, aim=10)))[0] == 20


def test_letters_give_way_before_a_line_is_too_wide() -> None:
    made = [stop._replace(hair=0.05 * stop.reach) for stop in stops([10, 10, 8.5, 20])]
    assert lengths(made, total_fit(made, Manner(32, rag=4)))[0] == 32.5


def test_balanced_lines_are_of_like_length_and_as_few() -> None:
    made = stops([10] * 7)
    assert lengths(made, first_fit(made, 60)) == [58, 22]
    assert sorted(lengths(made, balanced(made, 60))) == [34, 46]


def test_balanced_lines_end_with_a_colon_if_they_are_not_too_unlike() -> None:
    near, far = stops([26, 6, 36, 10], lone=False), stops([10, 36, 10, 36], lone=False)
    assert lengths(near, balanced(near, 70)) == [34, 48]
    near[1] = near[1]._replace(colon=True)
    assert lengths(near, balanced(near, 70)) == [26, 56]
    far[1] = far[1]._replace(colon=True)
    assert lengths(far, balanced(far, 90)) == [48, 48]


def test_the_last_of_balanced_lines_is_no_single_word() -> None:
    made = stops([30, 6, 26, 34])
    assert lengths(made, first_fit(made, 66)) == [66, 34]
    assert lengths(made, balanced(made, 66)) == [38, 62]


@pytest.mark.parametrize("widths", [[5.0], [5.0, 5.0]])
def test_one_line_is_one_line(widths: list[float]) -> None:
    made = stops(widths)
    for ends in (total_fit(made, Manner(20, rag=4)), balanced(made, 20), first_fit(made, 20)):
        assert ends == (len(widths),)

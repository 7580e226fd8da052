"""What may be chance: margins of shares, letters of groups, and the names of these."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tables.margins import margin_of
from briefing.tables.model import Base, Cell, Head, Part
from briefing.tables.significance import LEAST_BASE, lettered, names_of

SIZES = st.integers(2, 5000).map(Fraction)
SHARES = st.fractions(0, 1, max_denominator=5000)


@given(SHARES, SIZES)
def test_a_margin_is_that_of_those_who_do_not(share: Fraction, size: Fraction) -> None:
    assert margin_of(share, size) == margin_of(1 - share, size)


@given(SHARES, SIZES)
def test_no_margin_is_nought_nor_wider_than_that_of_half(share: Fraction, size: Fraction) -> None:
    widest = margin_of(Fraction(1, 2), size)
    assert 0 < margin_of(share, size) <= widest
    assert float(widest) == pytest.approx(98 / float(size) ** 0.5)


def test_the_margin_of_nobody_is_that_of_half_a_respondent() -> None:
    assert margin_of(Fraction(0), Fraction(100)) == margin_of(Fraction(1, 200), Fraction(100))
    assert margin_of(Fraction(1), Fraction(100)) == margin_of(Fraction(199, 200), Fraction(100))


def test_letters_go_on_behind_z() -> None:
    names = names_of(80)
    assert names[:3] == ("A", "B", "C")
    assert names[25:28] == ("Z", "AA", "AB")
    assert names[51:54] == ("AZ", "BA", "BB")
    assert len(set(names)) == 80


def letters(*groups: tuple[int, int]) -> list[str]:
    """The letters of groups of which so many of so many gave one answer."""
    cells = [(Cell(Fraction(count, base), count),) for count, base in groups]
    bases = [Base(base, "") for _, base in groups]
    named = [(name, frozenset({name})) for name in names_of(len(groups))]
    found = lettered(cells, bases, [Head("yes", "Yes", Part.ANSWER)], named, "")
    return [row[0].letters for row in found]


def test_the_higher_of_two_shares_has_the_letter_of_the_lower() -> None:
    assert letters((30, 40), (10, 40)) == ["B", ""]
    assert letters((10, 40), (30, 40)) == ["", "A"]


def test_groups_of_thirty_are_compared_and_smaller_ones_are_not() -> None:
    assert LEAST_BASE == 30, "conventions, 1.10"
    assert letters((25, 30), (5, 30)) == ["B", ""]
    assert letters((25, 30), (5, 29)) == ["", ""]


def test_a_share_of_nobody_or_of_everybody_is_compared_with_none() -> None:
    """The pooled test has no spread there to go by."""
    assert letters((0, 40), (20, 40)) == ["", ""]
    assert letters((40, 40), (20, 40)) == ["", ""]
    assert letters((0, 40), (0, 40)) == ["", ""]
    assert letters((40, 40), (40, 40)) == ["", ""]

"""Claims at their edges: what is just still true, and what is just no longer read."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from briefing.claims.figures import Figure
from briefing.claims.nearest import nearest_figure
from briefing.claims.statements import UnclearClaimError
from briefing.claims.typed import typed_figures
from briefing.claims.verdicts import judge
from tests.unit.claims.tabled import published


def share(value: Fraction, count: int | None = None, base: int | None = None) -> Figure:
    return Figure("q", "a", "pct", value, "Agree", count, base)


def true(words: str, *figures: Figure) -> bool:
    return judge(words, figures).true


PARTS = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@pytest.mark.parametrize(("part", "whole"), [*zip(PARTS, range(2, 11), strict=True)])
def test_each_fraction_in_words_is_its_own(part: str, whole: int) -> None:
    """Exactly, since their neighbours lie closer than the point by which one may be off."""
    words = "exactly half" if part == "half" else f"exactly one {part}"
    assert true(words, share(Fraction(1, whole)))
    assert not true(words, share(Fraction(1, whole + 1)))
    assert not true(words, share(Fraction(1, whole) + Fraction(1, 10**6)))


def test_one_twentieth() -> None:
    assert true("exactly one twentieth", share(Fraction(1, 20)))
    assert not true("exactly one twentieth", share(Fraction(1, 19)))


@pytest.mark.parametrize(
    "words", ["all 12", "all of the 12", "all the 12", "all of 12", "all 12 of them"]
)
def test_all_of_a_number_names_the_base(words: str) -> None:
    assert true(words, share(Fraction(1), 12, 12))
    assert not true(words, share(Fraction(1), 11, 11))
    assert not true(words, share(Fraction(11, 12), 11, 12))


@pytest.mark.parametrize(
    "words", ["only just over a fifth", "just about a fifth", "fully one fifth"]
)
def test_a_hedge_may_stand_behind_a_word_of_how_it_is_meant(words: str) -> None:
    assert true(words, share(Fraction(201, 1000)))
    assert not true(words, share(Fraction(29, 100)))


def test_out_of_gives_counts_where_these_are_the_figures_own() -> None:
    """9 of 11 are 81.8 per cent: "nine out of ten" would be 90, "nine out of eleven" is so."""
    figure = share(Fraction(9, 11), 9, 11)
    assert true("nine out of eleven", figure)
    assert not true("nine out of ten", figure)
    assert not true("nine out of ten", share(Fraction(9, 11), 9, 10)), (
        "weighted, it is printed as 82"
    )


@pytest.mark.parametrize(
    ("words", "factor"),
    [
        ("twice as many", 2),
        ("double the share", 2),
        ("three times as many", 3),
        ("triple the share", 3),
    ],
)
def test_multiples_are_of_the_second(words: str, factor: int) -> None:
    low = share(Fraction(1, 10))
    assert true(words, share(Fraction(factor, 10)), low)
    assert not true(words, share(Fraction(factor + 1, 10)), low)
    assert not true(words, low, share(Fraction(factor, 10)))


def test_half_as_many() -> None:
    assert true("half as many", share(Fraction(2, 10)), share(Fraction(4, 10)))
    assert not true("half as many", share(Fraction(2, 10)), share(Fraction(6, 10)))


def test_halves_of_a_multiple() -> None:
    two, five = share(Fraction(2, 10)), share(Fraction(5, 10))
    assert true("two and a half times as many", five, two)
    assert not true("three and a half times as many", five, two)
    assert not true("two and a half times as many", two, five)
    assert true("about one and a half times the share", share(Fraction(3, 10)), two)


@pytest.mark.parametrize("words", ["100 per cent", "100%", "100.0%", "ten out of ten"])
def test_what_only_rounds_to_everybody_is_not_everybody(words: str) -> None:
    assert true(words, share(Fraction(1)))
    assert not true(words, share(Fraction(1999, 2000)))


@pytest.mark.parametrize("words", ["0 per cent", "zero per cent", "0.0%", "none out of ten"])
def test_what_only_rounds_to_nobody_is_not_nobody(words: str) -> None:
    assert true(words, share(Fraction(0)))
    assert not true(words, share(Fraction(1, 2500)))


@pytest.mark.parametrize("words", ["more than", "a rise", "rose", "up"])
def test_what_is_the_same_has_not_risen(words: str) -> None:
    same = share(Fraction(3, 10))
    assert true(words, share(Fraction(301, 1000)), same)
    assert not true(words, same, same)
    assert not true(words, share(Fraction(299, 1000)), same)


def test_a_change_between_two_ends_needs_its_direction() -> None:
    after, before = share(Fraction(30, 100)), share(Fraction(20, 100))
    assert true("rose from 20 per cent to 30 per cent", after, before)
    assert not true("fell from 20 per cent to 30 per cent", after, before)
    assert not true("rose from 30 per cent to 30 per cent", after, after)


@pytest.mark.parametrize(
    ("words", "clear"), [("rose sharply", 10), ("a sharp rise", 10), ("far more", 10)]
)
def test_a_steep_rise_is_of_ten_points(words: str, clear: int) -> None:
    before = share(Fraction(20, 100))
    assert true(words, share(Fraction(20 + clear, 100)), before)
    assert not true(words, share(Fraction(20 + clear - 1, 100)), before)


def test_a_slight_rise_is_of_three_points() -> None:
    before = share(Fraction(20, 100))
    for words in ("rose slightly", "a slight rise", "slightly more"):
        assert true(words, share(Fraction(23, 100)), before), words
        assert not true(words, share(Fraction(24, 100)), before), words


def test_how_far_one_lags_or_leads_may_be_said_behind_that_it_does() -> None:
    """What stood behind was not read: a lag of fifty points was true of “lag close behind”."""
    other = share(Fraction(40, 100))
    for words in (
        "lag close behind",
        "trails narrowly behind",
        "lower by a whisker",
        "lags slightly",
    ):
        assert true(words, share(Fraction(37, 100)), other), words
        assert not true(words, share(Fraction(36, 100)), other), words
    for words in ("lag far behind", "trail well behind", "lower by far"):
        assert true(words, share(Fraction(30, 100)), other), words
        assert not true(words, share(Fraction(31, 100)), other), words
    assert true("lags behind", share(Fraction(39, 100)), other)
    assert true("led narrowly", share(Fraction(43, 100)), other)
    assert not true("led narrowly", share(Fraction(44, 100)), other)


def test_those_who_do_not_are_the_rest_of_a_base() -> None:
    """An answer that denies already is not turned round again."""
    assert true("four do not", Figure("q", "a", "count", Fraction(6), "Agree", 6, 10))
    assert not true("six do not", Figure("q", "a", "count", Fraction(6), "Agree", 6, 10))
    assert true(
        "six do not agree", Figure("q", "a", "count", Fraction(6), "", 6, 10, answer="Do not agree")
    )
    assert true("40 per cent do not", share(Fraction(6, 10), 6, 10))


NET = Figure("q", "net_score", "net", Fraction(-5), "Net score", None, 100)


def test_a_net_score_below_nought_is_claimed_with_its_sign() -> None:
    assert true("-5", NET)
    assert true("\N{MINUS SIGN}5", NET)
    assert not true("5", NET)
    with pytest.raises(UnclearClaimError, match="below nought"):
        judge("over -5", [NET])


def test_the_nearest_figure_is_one_that_may_be_printed() -> None:
    """Counts for numbers, shares for percentages, and nothing that is suppressed."""
    tables = published()
    (count,) = typed_figures("26")
    (per_cent,) = typed_figures("26 per cent")
    number = nearest_figure(count, tables.values())
    part = nearest_figure(per_cent, tables.values())
    assert number is not None
    assert number.kind in ("count", "base", "score", "rank")
    assert number.value == 26
    assert part is not None
    assert part.kind == "pct"
    assert abs(part.value - Fraction(26, 100)) < Fraction(1, 100)


def test_verbs_say_who_is_first_and_who_is_above_another() -> None:
    third, half = replace(share(Fraction(1, 3)), cell="b"), share(Fraction(1, 2))
    assert judge("leads", [half], [third]).true
    assert not judge("leads the way", [third], [half]).true
    assert judge("trails", [third], [half]).true
    assert true("outranks", half, third)
    assert not true("pips", third, half)

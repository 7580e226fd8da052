"""How bound figures are printed in running words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from briefing.claims.figures import Figure
from briefing.claims.formats import SIGN, number, starts_sentence, written
from briefing.claims.naming import WrongReferenceError
from briefing.claims.references import resolve
from briefing.claims.verdicts import hedged
from briefing.diagnostics import Source
from tests.unit.claims.tabled import published

TABLES = published()


@pytest.mark.parametrize(
    ("reference", "plain", "first"),
    [
        ("q1.at_least_a_fair_amount", "91\xa0per cent", "Ninety-one\xa0per cent"),
        ("q1.at_least_a_fair_amount.digits", "91", "91"),
        ("q1.at_least_a_fair_amount.words", "ninety-one", "Ninety-one"),
        ("q1.great_deal.count", "26", "Twenty-six"),
        ("q1.great_deal.count.words", "twenty-six", "Twenty-six"),
        ("q1.base", "79", "Seventy-nine"),
        ("q13.prevention.score", "5.3", "5.3"),
        ("q13.prevention.rank", "1", "First"),
        ("q13.outcomes.rank.words", "second", "Second"),
        ("q13.finance.rank", "=3", "Joint third"),
        ("survey.respondents", "81", "Eighty-one"),
        ("q17a_by_q12.not_at_all.confident", "0\xa0per cent", "Zero\xa0per cent"),
        ("q2a.agree.percent", "21\xa0per cent", "Twenty-one\xa0per cent"),
        ("q2a.agree.sign", "21%", "21%"),
        ("q2a.agree.tenths", "just over two in ten", "Just over two in ten"),
        ("q2a.agree.fraction", "just over a fifth", "Just over a fifth"),
        ("q8.not_at_all.fraction", "half", "Half"),
        ("q17a_by_q12.not_at_all.confident.fraction", "none", "None"),
        ("q17a_by_q12.not_at_all.little_or_none.tenths", "all", "All"),
        ("q13.prevention.mean", "5.3", "5.3"),
        (
            "q2a.disagree - q2a.agree",
            "48\xa0percentage points",
            "Forty-eight\xa0percentage points",
        ),
        ("q2a.disagree - q2a.agree.digits", "48", "48"),
        ("q2a.disagree - q2a.agree.words", "forty-eight", "Forty-eight"),
        ("q17b.confident - q17a.confident", "1\xa0percentage point", "One\xa0percentage point"),
        ("q2a.agree - q17a.confident", "0\xa0percentage points", "Zero\xa0percentage points"),
    ],
)
def test_a_figure_in_a_sentence_and_at_its_start(reference: str, plain: str, first: str) -> None:
    (figure,) = resolve(reference, TABLES)
    assert written(figure) == plain
    assert written(figure, starts_sentence=True) == first


def test_a_document_may_print_the_sign() -> None:
    (figure,) = resolve("q2a.agree.pct", TABLES)
    assert written(figure, SIGN) == "21%"
    assert written(figure, SIGN, starts_sentence=True) == "Twenty-one\xa0per cent"


@pytest.mark.parametrize(
    ("share", "plain", "first", "signed"),
    [
        (Fraction(1, 400), "less than 1\xa0per cent", "Less than one\xa0per cent", "<1%"),
        (
            Fraction(399, 400),
            "more than 99\xa0per cent",
            "More than ninety-nine\xa0per cent",
            ">99%",
        ),
        (Fraction(1, 200), "1\xa0per cent", "One\xa0per cent", "1%"),
        (Fraction(1), "100\xa0per cent", "One hundred\xa0per cent", "100%"),
        (Fraction(23, 40), "58\xa0per cent", "Fifty-eight\xa0per cent", "58%"),
    ],
)
def test_shares_near_nothing_and_everything(
    share: Fraction, plain: str, first: str, signed: str
) -> None:
    figure = Figure("q", "a", "pct", share, "A")
    assert written(figure) == plain
    assert written(figure, starts_sentence=True) == first
    assert written(figure, SIGN) == signed


@pytest.mark.parametrize(
    ("before", "starts"),
    [
        ("", True),
        ("It rose. ", True),
        ("Did it? ", True),
        ("It rose.\u201d ", True),
        ("It rose. \u201c", True),
        ("\u2018", True),
        ("Care (", False),
        ("It rose to ", False),
        ("It rose; ", False),
        ("Some groups, e.g. ", False),
        ("see no. ", False),
        ("Knowledge: ", False),
        ("about\xa0", False),
    ],
)
def test_where_a_sentence_starts(before: str, starts: bool) -> None:  # noqa: FBT001
    assert starts_sentence(before) is starts


def test_a_printed_figure_knows_its_cell() -> None:
    (figure,) = resolve("q3.commenting.engaged", TABLES)
    bound = number(figure, "35\xa0per cent", Source("briefing.md", 3, 7))
    assert bound.value == Fraction(28, 80)
    assert (bound.table, bound.cell, bound.kind) == ("q3", "commenting.engaged", "pct")
    assert (bound.base, bound.where, bound.claimed) == (80, Source("briefing.md", 3, 7), False)


def test_a_difference_carries_both_of_its_cells() -> None:
    (figure,) = resolve("q2a.disagree - q17b.confident", TABLES)
    made = number(figure, "46")
    assert (made.table, made.cell, made.kind) == ("q2a", "disagree", "points")
    (less,) = made.others
    assert (less.table, less.cell, less.kind) == ("q17b", "confident", "less pct")
    assert made.value == figure.value == Fraction(55 - 18, 80)


@pytest.mark.parametrize(
    ("reference", "starts", "text"),
    [
        ("q2a.agree.decimal", False, "21.3 per cent"),
        ("q2a.agree.pct.decimal", True, "Twenty-one point three per cent"),
        ("q2a.disagree - q2a.agree.decimal", False, "47.5 percentage points"),
    ],
)
def test_a_share_can_have_one_decimal_in_words(
    reference: str,
    starts: bool,  # noqa: FBT001
    text: str,
) -> None:
    (figure,) = resolve(reference, published())
    said = written(figure, starts_sentence=starts)
    assert said.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NON-BREAKING HYPHEN}", "-") == text


def test_no_count_has_a_decimal_form() -> None:
    with pytest.raises(WrongReferenceError):
        resolve("q2a.agree.count.decimal", published())


def test_a_hedge_before_a_decimal_is_judged_by_the_unrounded_share() -> None:
    (figure,) = resolve("q2a.agree.decimal", published())  # 21.25, printed as 21.3
    assert hedged("It is under ", figure) == ""
    assert hedged("It is over ", figure) == "over"
    (whole,) = resolve("q2a.agree", published())  # printed as 21
    assert hedged("It is over ", whole) == ""

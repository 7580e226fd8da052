"""Laws of words: what is printed of a figure is true of it, and what is written is read again."""

from __future__ import annotations

import string
from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, example, given
from hypothesis import strategies as st

from briefing.claims.figures import Figure
from briefing.claims.formats import PER_CENT, SIGN, written
from briefing.claims.naming import WrongReferenceError
from briefing.claims.numerals import LARGEST, in_words, read_number
from briefing.claims.references import resolve
from briefing.claims.statements import UnclearClaimError
from briefing.claims.verdicts import judge
from briefing.claims.wording import holding_words, true_words
from briefing.content.typography import dressed
from tests.unit.claims.tabled import published

TABLES = published()


@st.composite
def shares(draw: st.DrawFn) -> Fraction:
    base = draw(st.integers(1, 2000))
    return Fraction(draw(st.integers(0, base)), base)


def figure(share: Fraction) -> Figure:
    return Figure("q", "a", "pct", share, "A")


def true(words: str, share: Fraction) -> bool:
    return judge(words, [figure(share)]).true


@given(shares(), st.sampled_from([PER_CENT, SIGN]), st.booleans())
@example(Fraction(1, 400), SIGN, True)  # noqa: FBT003 - the strategies' own form
@example(Fraction(399, 400), PER_CENT, False)  # noqa: FBT003 - likewise
def test_what_is_printed_of_a_share_is_true_of_it(
    share: Fraction,
    percent: str,
    first: bool,  # noqa: FBT001
) -> None:
    assert true(written(figure(share), percent, starts_sentence=first), share)


@given(shares(), st.fractions(Fraction(-1), Fraction(1), max_denominator=1000))
def test_a_printed_share_moved_by_a_point_is_refused(share: Fraction, by: Fraction) -> None:
    moved = share + by
    assume(0 <= moved <= 1 and abs(by) >= Fraction(1, 100))
    assert not true(written(figure(share)), moved)


@given(shares(), st.sampled_from(["percent", "sign", "tenths", "fraction"]), st.booleans())
@example(Fraction(1), "fraction", False)  # noqa: FBT003 - the strategies' own form
@example(Fraction(0), "tenths", True)  # noqa: FBT003 - likewise
def test_every_way_of_writing_a_share_is_true_of_it(
    share: Fraction,
    form: str,
    first: bool,  # noqa: FBT001
) -> None:
    formed = replace(figure(share), form=form)
    assert true(written(formed, starts_sentence=first), share)


@given(shares())
def test_claims_that_are_said_to_hold_hold(share: Fraction) -> None:
    for words in holding_words(share):
        assert true(words, share), words


@given(shares())
def test_words_that_are_advised_are_true(share: Fraction) -> None:
    for words in true_words(share):
        assert true(words, share), words


@given(st.integers(0, 100), shares())
def test_of_over_exactly_and_under_one_is_true(percent: int, share: Fraction) -> None:
    verdicts = [
        true(f"{hedge} {percent} per cent", share) for hedge in ("over", "exactly", "under")
    ]
    assert verdicts.count(True) == 1


@given(st.integers(0, 100), shares())
def test_a_hedge_never_says_more_than_its_wider_sister(percent: int, share: Fraction) -> None:
    for narrow, wide in (
        ("just over", "over"),
        ("just under", "under"),
        ("almost", "under"),
        ("well over", "at least"),
        ("up to", "at most"),
    ):
        if true(f"{narrow} {percent} per cent", share):
            assert true(f"{wide} {percent} per cent", share)


@given(st.integers(0, LARGEST))
def test_a_number_in_words_is_read_again(number: int) -> None:
    tokens = in_words(number).replace("-", " ").split()
    assert read_number(tokens) == (number, len(tokens))


@given(st.text(max_size=60))
def test_any_words_are_judged_or_refused_politely(words: str) -> None:
    try:
        judge(words, [figure(Fraction(1, 3))])
    except UnclearClaimError as refusal:
        assert refusal.message  # noqa: PT017 - both ways out are right


@given(st.text(alphabet=string.ascii_letters + string.digits + "._-* ()'", max_size=40))
def test_a_reference_names_cells_or_nothing(text: str) -> None:
    try:
        assert resolve(text, TABLES)
    except WrongReferenceError as refusal:
        assert refusal.code  # noqa: PT017 - both ways out are right


DRESS = {
    '"': "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE PRIME}",
    "'": "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{PRIME}",
    " ": "\N{NO-BREAK SPACE}",
    "-": "\N{NON-BREAKING HYPHEN}",
    "x": "\N{MULTIPLICATION SIGN}",
}
"""What may stand in the place of a typed sign."""


@given(st.text(max_size=80))
@example("3 x 5")
@example("0'")
@example('6" by 4"')
def test_dressing_keeps_every_sign_in_its_place(text: str) -> None:
    dress = dressed(text)
    assert len(dress) == len(text)
    for before, after in zip(text, dress, strict=True):
        assert before == after or after in DRESS[before]

"""Stated amounts and how closely they are stated: ``just under 80 per cent``, ``two in five``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.figures import MEASURED
from briefing.claims.hedging import (
    AS_STATED,
    FRACTION_TOLERANCE,
    HEDGES,
    TOLERANCES,
    Hedge,
    read_or_more,
)
from briefing.claims.statements import UnclearClaimError, share_of
from briefing.claims.tokens import follows, match, number, phrases, token
from briefing.tables.rounding import half_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.claims.figures import Figure


class Unit(Enum):
    """What a stated amount is an amount of."""

    PERCENT = "per cent"
    FRACTION = "a fraction"
    NUMBER = "a number"
    OF = "so many of so many"


_WHOLE = (0, 1)
"""Shares that are everybody or nobody: what only rounds to them is printed as >99% or <1%."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A stated amount: ``21 per cent`` is 21/100 of PERCENT, ``two in five`` 2/5 of FRACTION.

    `decimals` are those that the author wrote; `whole` is the second number of ``10 of 16``.
    """

    unit: Unit
    value: Fraction
    decimals: int = 0
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount and how closely it is stated: ``just under 80 per cent``."""

    hedge: Hedge
    amount: Amount

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether every figure amounts to it; ``up to`` must be nearly reached by one of them.

        ``as high as`` is said of the highest.
        """
        if self.hedge in (Hedge.AS_HIGH, Hedge.AS_LOW):
            outer = max if self.hedge is Hedge.AS_HIGH else min
            return self.holds(outer(figures, key=lambda each: each.value))
        if self.hedge is Hedge.UP_TO:
            below = Quantity(Hedge.AT_MOST, self.amount)
            return all(below.holds(each) for each in figures) and any(
                self.holds(each) for each in figures
            )
        return all(self.holds(each) for each in figures)

    def holds(self, figure: Figure) -> bool:
        """Whether one figure amounts to it."""
        amount = self.amount
        if amount.unit is Unit.OF:
            return self._is_so_many_of(figure)
        if amount.unit is Unit.NUMBER:
            return self._is_number(figure)
        return self._is_share(figure)

    def _is_share(self, figure: Figure) -> bool:
        amount = self.amount
        points = (share_of(figure) - amount.value) * 100
        printed = half_up(figure.value * 100, amount.decimals) == amount.value * 100
        if self.hedge not in AS_STATED:
            as_printed = self.hedge is Hedge.FULLY and amount.unit is Unit.PERCENT and printed
            return as_printed or TOLERANCES[self.hedge].reach.holds(points)
        if amount.value in _WHOLE:
            return points == 0
        if amount.unit is Unit.FRACTION:
            return self._counts(figure) or FRACTION_TOLERANCE.reach.holds(points)
        return printed

    def _counts(self, figure: Figure) -> bool:
        """Whether ``10 out of 16`` gives the count and the base themselves.

        Where answers are weighted their share is another, and it is the share that is printed.
        """
        whole = self.amount.whole
        counted = whole == figure.base and figure.count == self.amount.value * whole
        return counted and figure.value == self.amount.value

    def _is_so_many_of(self, figure: Figure) -> bool:
        if self.hedge not in (*AS_STATED, Hedge.FULLY, Hedge.EXACTLY):
            raise UnclearClaimError(
                "a count of a base is stated as it is", "leave the hedge out, or claim a share"
            )
        return figure.count == self.amount.value and figure.base == self.amount.whole

    def _is_number(self, figure: Figure) -> bool:
        if figure.kind == "pct":
            raise UnclearClaimError(
                f"a number of {figure.reference} may be a count or a percentage",
                "take .count, or write 'per cent' behind the number",
            )
        stated = self.amount.value
        if self.hedge in AS_STATED:
            return half_up(figure.value, self.amount.decimals) == stated
        if self.hedge in _AS_PRINTED and half_up(figure.value, self.amount.decimals) == stated:
            return True
        difference = figure.value - stated
        return TOLERANCES[self.hedge].reach.holds(difference / point_of(figure, stated))


_AS_PRINTED = frozenset({Hedge.ABOUT, Hedge.NEAR, Hedge.FULLY})
"""Hedges that are true of what rounds to the number, too."""


def point_of(figure: Figure, stated: Fraction) -> Fraction:
    """What a point is for a number: a hundredth of it, so that three are at least one respondent.

    For what is measured it is a tenth, of large numbers a hundredth too; a net score is in points.
    """
    if figure.kind in ("net", "pct", "points"):
        return Fraction(1)
    return max(stated / 100, Fraction(1, 10) if figure.kind in MEASURED else Fraction(1, 2))


# -- reading ---------------------------------------------------------------------------------------

FURTHER = phrases(
    {
        "further": "another|a further|a second|yet another|an additional|an extra",
        "rest": "the other|the remaining",
    }
)
"""Words that say an amount of those of whom the amount before was not said."""
_DENOMINATORS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
}
_NOUNS = {**_DENOMINATORS, "halve": 2}
_ARTICLES = frozenset({"a", "an", "one"})
_DOZEN = 12
_SETS = {"dozen": _DOZEN, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
"""What ``half a`` is told of that is a number and no share."""
LOTS = {
    "dozens": 2 * _DOZEN,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
}
"""Plurals of numbers: at least two of them."""
_EVERY = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10}
"""What ``every second`` resident is, as one of so many."""
_ROUND = frozenset({*range(2, 11), 20, 100})
"""Numbers that "one resident in so many" is told of."""


def read_quantity(tokens: Sequence[str], at: int) -> tuple[Quantity, int] | None:
    """A hedged amount at a place, and where it ends."""
    if follows(tokens, at, "more", "than", "a", "couple"):
        return None  # a quantifier, which may be of a share
    hedge, end = Hedge.PLAIN, at
    matched = match(HEDGES, tokens, at)
    if matched is not None:
        hedge, end = Hedge[matched[0]], matched[1]
        second = match(HEDGES, tokens, end) if hedge is Hedge.PLAIN else None
        if second is not None:
            hedge, end = Hedge[second[0]], second[1]
    lot = LOTS.get(token(tokens, end))
    if lot is not None and hedge is Hedge.PLAIN and token(tokens, end + 1) != "in":
        return Quantity(Hedge.AT_LEAST, Amount(Unit.NUMBER, Fraction(lot))), end + 1
    found = read_amount(tokens, end) or _of_article(tokens, at, end)
    if found is None:
        return None
    more = read_or_more(tokens, found[1]) if hedge is Hedge.PLAIN else None
    return (Quantity(more[0], found[0]), more[1]) if more else (Quantity(hedge, found[0]), found[1])


def _of_article(tokens: Sequence[str], at: int, end: int) -> tuple[Amount, int] | None:
    """``a mere third``, ``a good quarter``: the article stands in front of the hedge."""
    part = _DENOMINATORS.get(token(tokens, end)) if token(tokens, at) in _ARTICLES else None
    return (Amount(Unit.FRACTION, Fraction(1, part)), end + 1) if part and end > at else None


def read_amount(tokens: Sequence[str], at: int) -> tuple[Amount, int] | None:
    """An amount at a place, and where it ends."""
    known = (
        _of_others(tokens, at)
        or _set_of(tokens, at)
        or _one_part(tokens, at)
        or _one_in(tokens, at)
    )
    if known is not None:
        return known
    found = number(tokens, at)
    if found is None:
        return None
    value, decimals, end = found
    if token(tokens, end) == "dozen":
        return Amount(Unit.NUMBER, value * _DOZEN), end + 1
    for sign in (("%",), ("per", "cent")):
        if follows(tokens, end, *sign):
            return Amount(Unit.PERCENT, value / 100, decimals), end + len(sign)
    plural = token(tokens, end)
    if plural.endswith("s") and plural[:-1] in _NOUNS and value > 1:
        return Amount(Unit.FRACTION, value / _NOUNS[plural[:-1]]), end + 1
    return _of_another(tokens, value, decimals, end)


def _of_others(tokens: Sequence[str], at: int) -> tuple[Amount, int] | None:
    """``another third``, ``the other two fifths``: of whom that is said is not read here."""
    found = match(FURTHER, tokens, at)
    if found is None:
        return None
    end = found[1]
    return _one_part(("a", *tokens[end:]), 0, end - 1) or read_amount(tokens, end)


def _one_part(tokens: Sequence[str], at: int, before: int = 0) -> tuple[Amount, int] | None:
    """``half``, ``a third``, ``one quarter``; `before` is where the tokens begin."""
    if token(tokens, at) == "half":
        return Amount(Unit.FRACTION, Fraction(1, 2)), before + at + 1
    if token(tokens, at) in _ARTICLES and token(tokens, at + 1) in _DENOMINATORS:
        return Amount(Unit.FRACTION, Fraction(1, _DENOMINATORS[tokens[at + 1]])), before + at + 2
    return None


def _set_of(tokens: Sequence[str], at: int) -> tuple[Amount, int] | None:
    """``a couple``, ``a dozen``, ``half a dozen``, ``half a million``."""
    article = token(tokens, at) in _ARTICLES
    if article and token(tokens, at + 1) == "couple":
        return Amount(Unit.NUMBER, Fraction(2)), at + 2
    if article and token(tokens, at + 1) == "dozen":
        return Amount(Unit.NUMBER, Fraction(_DOZEN)), at + 2
    if token(tokens, at) == "half" and token(tokens, at + 1) in _ARTICLES:
        many = _SETS.get(token(tokens, at + 2))
        return (Amount(Unit.NUMBER, Fraction(many, 2)), at + 3) if many else None
    return None


def _one_in(tokens: Sequence[str], at: int) -> tuple[Amount, int] | None:
    """``every second`` resident, ``a resident in four``."""
    every = _EVERY.get(token(tokens, at + 1)) if token(tokens, at) == "every" else None
    if every is not None:
        return Amount(Unit.FRACTION, Fraction(1, every)), at + 2
    if token(tokens, at) in {"a", "an"} and token(tokens, at + 1) not in _SETS:
        return _noun_between(tokens, Fraction(1), at + 1)
    return None


def _of_another(
    tokens: Sequence[str], value: Fraction, decimals: int, end: int
) -> tuple[Amount, int]:
    """``two in five``, ``nine out of ten``, ``10 of the 16``, or the number alone."""
    joints = {("in",): Unit.FRACTION, ("out", "of"): Unit.FRACTION, ("of", "every"): Unit.FRACTION}
    joints |= {("of",): Unit.OF}
    noun = _noun_between(tokens, value, end)
    if noun is not None:
        return noun
    for joint, unit in joints.items():
        if not follows(tokens, end, *joint):
            continue
        behind = end + len(joint)
        if token(tokens, behind) in {"every", "the", "those", "all"}:
            behind += 1
        whole = number(tokens, behind)
        if whole is None or whole[1] or whole[0] <= 0 or value > whole[0]:
            continue
        if unit is Unit.FRACTION:
            exact = int(whole[0]) if joint == ("out", "of") else 0
            return Amount(unit, value / whole[0], whole=exact), whole[2]
        return Amount(unit, value, whole=int(whole[0])), whole[2]
    return Amount(Unit.NUMBER, value, decimals), end


def _noun_between(tokens: Sequence[str], value: Fraction, end: int) -> tuple[Amount, int] | None:
    """``one resident in five``: a noun within the ratio, which then is one of a round number."""
    if not token(tokens, end).isalpha() or token(tokens, end) in {"in", "out", "of"}:
        return None
    for joint in (("in",), ("out", "of")):
        behind = end + 1 + len(joint)
        whole = number(tokens, behind)
        if tuple(tokens[end + 1 : behind]) == joint and whole and whole[0] in _ROUND:
            return (Amount(Unit.FRACTION, value / whole[0]), whole[2]) if value < whole[0] else None
    return None

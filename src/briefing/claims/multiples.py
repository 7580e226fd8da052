"""One cell as a multiple of another: ``twice as many``, ``doubled``, ``a third more``."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.amounts import Quantity, Unit, read_quantity
from briefing.claims.hedging import AS_STATED, FRACTION_TOLERANCE, HEDGES, TOLERANCES, Hedge
from briefing.claims.statements import UnclearClaimError, pair
from briefing.claims.tokens import follows, match, number, token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.claims.figures import Figure

MULTIPLE = Fraction(1, 20)
"""Part of a multiple within which it may be stated plainly: twice is 1.9 to 2.1 times."""

_PER_MULTIPLE = Fraction(20)
"""Points that a whole multiple counts for: almost twice is not below 1.7 times."""


@dataclass(frozen=True, slots=True)
class Times:
    """The first cell as a multiple of the second: ``twice as many``."""

    hedge: Hedge
    factor: Fraction

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether the first figure is so many times the second."""
        first, second = pair(figures)
        if not second.value or not self.factor:
            return False
        times = first.value / second.value / self.factor - 1
        if self.hedge in AS_STATED:
            return abs(times) <= MULTIPLE
        return TOLERANCES[self.hedge].reach.holds(times * _PER_MULTIPLE)


@dataclass(frozen=True, slots=True)
class PartMore:
    """The first cell above (+1) or below (-1) the second by a part of it: ``a third more``."""

    quantity: Quantity
    sign: int

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether it is so much more, as near as a fraction is; raises `UnclearClaimError`."""
        first, second = pair(figures)
        if {first.kind, second.kind} & {"net", "rank"}:
            raise UnclearClaimError(
                f"a part of a {first.kind} says nothing", "say by how many, or by how many points"
            )
        if not second.value:
            return False
        part = (first.value / second.value - 1) * self.sign
        hedge, amount = self.quantity.hedge, self.quantity.amount
        allowed = FRACTION_TOLERANCE if hedge in AS_STATED else TOLERANCES[hedge]
        return allowed.reach.holds((part - amount.value) * 100)


# -- reading ---------------------------------------------------------------------------------------

MULTIPLES = {
    "twice": Fraction(2),
    "double": Fraction(2),
    "thrice": Fraction(3),
    "treble": Fraction(3),
    "triple": Fraction(3),
    "half": Fraction(1, 2),
}
MULTIPLIED = {
    "doubled": Fraction(2),
    "tripled": Fraction(3),
    "trebled": Fraction(3),
    "quadrupled": Fraction(4),
    "halved": Fraction(1, 2),
}
"""Changes that say by what the second cell, of then, was multiplied."""
_MORE = frozenset({"more", "higher", "longer"})
_LESS = frozenset({"fewer", "less", "lower", "shorter"})
_RATIO = frozenset({"in", "out", "of"})
"""What makes an amount one of so many people, of whom ``more`` says nothing clear."""
_HALF_MORE = ("and", "a", "half", "times")


def read_times(tokens: Sequence[str], at: int) -> tuple[Times, int] | None:
    """``twice as many`` at a place, and where it ends."""
    hedge, end = Hedge.PLAIN, at
    matched = match(HEDGES, tokens, at)
    if matched is not None:
        hedge, end = Hedge[matched[0]], matched[1]
    moved = MULTIPLIED.get(token(tokens, end))
    if moved is not None:
        return Times(hedge, moved), end + 1
    factor = MULTIPLES.get(token(tokens, end))
    found = None if factor else number(tokens, end)
    if factor is not None:
        end += 1
        if token(tokens, end) not in {"as", "the", "that", "those"}:
            return None
    elif found is not None and token(tokens, found[2]) == "times":
        factor, end = found[0], found[2] + 1
    elif found is not None and follows(tokens, found[2], *_HALF_MORE):
        factor, end = found[0] + Fraction(1, 2), found[2] + len(_HALF_MORE)
    elif found is not None and token(tokens, found[2]) == "to":
        beside = number(tokens, found[2] + 1)
        return (Times(hedge, found[0] / beside[0]), beside[2]) if beside and beside[0] else None
    else:
        return None
    if token(tokens, end) == "as":
        end += 2
    if token(tokens, end) == "again":  # half as many again is one and a half times as many
        factor, end = factor + 1, end + 1
    return Times(hedge, factor), min(end, len(tokens))


def read_part_more(tokens: Sequence[str], at: int) -> tuple[PartMore, int] | None:
    """``a third more``, ``two fifths lower`` at a place, and where it ends."""
    found = read_quantity(tokens, at)
    if found is None or found[0].amount.unit is not Unit.FRACTION:
        return None
    quantity, end = found
    sign = (token(tokens, end) in _MORE) - (token(tokens, end) in _LESS)
    if not sign or _RATIO.intersection(tokens[at:end]):
        return None
    return PartMore(quantity, sign), end + 1

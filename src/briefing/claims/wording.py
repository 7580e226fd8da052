"""True words for a share: the nearest fraction, so many in ten, every claim that would hold."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.amounts import Amount, Quantity, Unit
from briefing.claims.hedging import FRACTION_TOLERANCE, TOLERANCES, Hedge
from briefing.claims.numerals import in_words, ordinal
from briefing.claims.quantifiers import QUANTIFIERS
from briefing.tables.rounding import ALL as EVERYONE
from briefing.tables.rounding import decimal_text, half_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.claims.figures import Figure

FRACTIONS = {
    "a tenth": Fraction(1, 10),
    "a fifth": Fraction(1, 5),
    "a quarter": Fraction(1, 4),
    "three in ten": Fraction(3, 10),
    "a third": Fraction(1, 3),
    "two in five": Fraction(2, 5),
    "half": Fraction(1, 2),
    "three in five": Fraction(3, 5),
    "two thirds": Fraction(2, 3),
    "seven in ten": Fraction(7, 10),
    "three quarters": Fraction(3, 4),
    "four in five": Fraction(4, 5),
    "nine in ten": Fraction(9, 10),
}
"""The fractions that a newspaper would print."""

TENTHS = {f"{in_words(each)} in ten": Fraction(each, 10) for each in range(1, 10)}

NONE, ALL = "none", "all"
_QUANTIFIERS = {
    "most": "majority",
    "a majority": "majority",
    "the vast majority": "vast majority",
    "a large majority": "large majority",
    "a small majority": "small majority",
    "a minority": "minority",
    "a large minority": "large minority",
    "a small minority": "small minority",
    "few": "few",
    "almost none": "almost none",
    "almost all": "almost all",
    "not all": "not all",
    "all": "all",
    "none": "none",
}


def nearest_fraction(share: Fraction) -> str:
    """The nearest common fraction, hedged as far as it is off: ``just over a fifth``."""
    return _nearest(share, FRACTIONS)


def in_tenths(share: Fraction) -> str:
    """So many in ten, hedged as far as it is off: ``just under three in ten``."""
    return _nearest(share, TENTHS)


def true_words(share: Fraction) -> tuple[str, ...]:
    """Words that are true of a share: its percentage, and a common fraction if one is near."""
    rounded = int(half_up(share * EVERYONE))
    whole = f"{rounded} per cent"
    if rounded in (0, EVERYONE) and share * EVERYONE != rounded:  # it only rounds to them
        whole = f"over {EVERYONE - 1} per cent" if rounded else "under 1 per cent"
    near = _near(share, FRACTIONS)
    return (whole, near) if near else (whole,)


_ROUND = (1000, 500, 100, 50, 10, 5)
"""What a number is rounded to in words, the coarsest first."""


def true_numbers(figure: Figure) -> tuple[str, ...]:
    """Words that are true of a count, a score or a rank: it itself, and a round number near it."""
    if figure.kind == "rank":
        return (f"{'joint ' * figure.tied}{ordinal(int(figure.value))}",)
    exact = decimal_text(half_up(figure.value, figure.places), figure.places)
    plain = f"{figure.unit}{exact}" if len(figure.unit) == 1 else exact
    for step in _ROUND if figure.kind in ("count", "base") else ():
        near = half_up(figure.value / step) * step
        about = Quantity(Hedge.ABOUT, Amount(Unit.NUMBER, near))
        if near and near != figure.value and about.holds(figure):
            return plain, f"about {decimal_text(near)}"
    return (plain,)


def holding_words(share: Fraction) -> tuple[str, ...]:
    """Claims that would hold of a share, from the closest to the widest."""
    steps = sorted({share * 100 // 10 * 10, share * 100 // 5 * 5, share * 100 // 10 * 10 + 10})
    below = [each for each in steps if each < share * 100 and each > 0]
    above = [each for each in steps if share * 100 < each < 100]  # noqa: PLR2004 - per cent
    words = [*true_words(share), nearest_fraction(share), in_tenths(share)]
    words += [f"over {int(each)} per cent" for each in reversed(below)]
    words += [f"under {int(each)} per cent" for each in above]
    words += [
        phrase
        for phrase, name in _QUANTIFIERS.items()
        if QUANTIFIERS[name].reach.holds(share * 100)
    ]
    return tuple(dict.fromkeys(words))


def _nearest(share: Fraction, known: Mapping[str, Fraction]) -> str:
    if not 0 < share < 1:
        return ALL if share else NONE
    near = _near(share, known)
    if near:
        return near
    name, value = min(known.items(), key=lambda each: abs(share - each[1]))
    hedge = Hedge.OVER if share > value else Hedge.UNDER
    return f"{hedge.value} {name}"


def _near(share: Fraction, known: Mapping[str, Fraction]) -> str:
    """A fraction plainly, or just over or under it; nothing if none is as near as that."""
    for name, value in sorted(known.items(), key=lambda each: abs(share - each[1])):
        points = (share - value) * 100
        if FRACTION_TOLERANCE.reach.holds(points):
            return name
        for hedge in (Hedge.JUST_OVER, Hedge.JUST_UNDER):
            if TOLERANCES[hedge].reach.holds(points):
                return f"{hedge.value} {name}"
    return ""

"""One cell beside another: ``more … than …``, ``almost as many``, ``8 points ahead``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.claims.amounts import Quantity, Unit, point_of, read_quantity
from briefing.claims.directions import (
    CREPT,
    DIPPED,
    FALL,
    FALLEN,
    FALLS,
    LESS,
    MORE,
    PASSIVE,
    QUICK,
    RISE,
    RISEN,
    RISES,
    SHORT,
    SLUMPED,
    SURGED,
)
from briefing.claims.hedging import AS_STATED, TOLERANCES, Hedge
from briefing.claims.likeness import Similar
from briefing.claims.margins import MARGINS, leads_by, margin_around, margin_before, read_margin
from briefing.claims.multiples import PartMore
from briefing.claims.quantifiers import states
from briefing.claims.ranges import in_one_unit, read_range
from briefing.claims.statements import UnclearClaimError, height_of, pair, points_of
from briefing.claims.tokens import match, phrases, token
from briefing.tables.rounding import half_up

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from briefing.claims.figures import Figure


@dataclass(frozen=True, slots=True)
class Compared:
    """The first cell above (+1) or below (-1) the others: ``more … than …``.

    `word` is what says so; one of speed or price says nothing of a number of minutes or pounds.
    """

    sign: int
    margin: str = ""
    word: str = ""

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether the first figure leads every other one, slightly or by far if that is said."""
        measured = any(each.kind == "number" for each in figures)
        if (measured and self.word in QUICK) or (not measured and self.word in SHORT):
            raise UnclearClaimError(
                f"'{self.word}' may be of the higher number or of the lower",
                "say higher or lower, more or fewer",
            )
        first, *others = (height_of(each) for each in figures)
        leads = [(first - other) * self.sign for other in others]
        return all(leads_by(lead, self.margin) for lead in leads)


@dataclass(frozen=True, slots=True)
class Points:
    """The first cell above (+1) or below (-1) the second by so much; 0 where that is not said.

    `named` says that the words call them points, so that they are of shares.
    """

    quantity: Quantity
    sign: int = 0
    named: bool = True

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether the difference of the two figures, before rounding, is the one stated.

        Without a direction several figures may be so far apart, the highest and the lowest.
        """
        values = [points_of(each) for each in figures]
        if self.sign:
            pair(figures)
            return self.holds((values[0] - values[1]) * self.sign, figures[0])
        if len(figures) < 2:  # noqa: PLR2004 - a difference is between two
            pair(figures)
        return self.holds(max(values) - min(values), figures[0])

    def holds(self, difference: Fraction, of: Figure) -> bool:
        """Whether a difference is the one stated; raises `UnclearClaimError`."""
        if not self.named and of.kind == "pct":
            raise UnclearClaimError(
                "a difference of shares is one of percentage points",
                "write 'percentage points' behind the number",
            )
        amount, hedge = self.quantity.amount, self.quantity.hedge
        if hedge in AS_STATED:
            return half_up(difference, amount.decimals) == amount.value
        apart = (difference - amount.value) / point_of(of, amount.value)
        return TOLERANCES[hedge].reach.holds(apart)


@dataclass(frozen=True, slots=True)
class Change:
    """A rise (+1) or a fall (-1) of the first cell from what the second is: ``from 20 to 30%``.

    One end may be left out: ``up from 20 per cent``, ``rose to 30 per cent``.
    """

    before: Quantity | None
    after: Quantity | None
    sign: int

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether both ends are as stated, and the direction too."""
        after, before = pair(figures)
        moved = (after.value - before.value) * self.sign > 0
        ends = ((self.before, before), (self.after, after))
        return moved and all(said is None or said.holds(figure) for said, figure in ends)


# -- reading ---------------------------------------------------------------------------------------

_AS_MANY = phrases(
    {
        "almost": "almost|nearly|not quite|very nearly",
        "fewer": "not|not nearly|nowhere near",
        "similar": "about|around|roughly",
        "same": "just|exactly",
    }
)
"""In front of ``as many``."""
_MANY = frozenset({"many", "much", "often", "likely", "popular", "common", "widespread", "high"})
_BEFORE_AS = frozenset({"", "is", "are", "was", "were"})
"""Where ``as many`` begins that nothing in front of it changes."""
_RELATIVE = frozenset({"more", "fewer", "less", "higher", "lower", "longer", "shorter"})
"""Words that an amount in front of them is a difference by: ``5 minutes fewer``."""
_NOUNS = 2
"""Words that may stand between: what the number is of."""
_WHOLE = frozenset({"clear", "full", "good", "whole"})
"""Behind ``by a``, in front of the amount, that it is not less."""
_JOINTS = frozenset({"in", "of", "out", "and", "or", "to", "per", "times", "than", ",", ""})
"""Where such a difference can no more follow."""


def read_compared(tokens: Sequence[str], at: int) -> tuple[Compared, int] | None:
    """``more … than …`` at a place, and where ``than`` ends.

    ``fewer`` alone says the same, and so does a rise without an amount.
    """
    margin = match(MARGINS, tokens, at)
    start = margin[1] if margin else at
    if token(tokens, start) in PASSIVE and _by_another(tokens, start + 1):
        far = "far" if token(tokens, start) == "dwarfed" else ""
        return Compared(-1, margin[0] if margin else far), start + 2
    sign = _sign(token(tokens, start))
    if not sign:
        return _moved(tokens, at)
    if "than" not in tokens[start + 1 :]:
        behind, end = _margin_behind(tokens, start + 1, sign)
        return Compared(sign, margin[0] if margin else behind, token(tokens, start)), end
    end = start + 1 + list(tokens[start + 1 :]).index("than") + 1
    if any(states(tokens, inner) for inner in range(start + 1, end)):
        return None
    return Compared(sign, margin[0] if margin else "", token(tokens, start)), end


def read_as_many(tokens: Sequence[str], at: int) -> tuple[Compared | Similar, int] | None:
    """``almost as many``, ``not as often``, ``as popular`` at a place, and where it ends."""
    found = match(_AS_MANY, tokens, at)
    name, end = found or ("same", at)
    if found is None and token(tokens, at - 1) not in _BEFORE_AS:
        return None
    joined = token(tokens, end) == "as" or (name == "fewer" and token(tokens, end) == "so")
    if not joined or token(tokens, end + 1) not in _MANY:
        return None
    end += 2
    if token(tokens, end) == "as" and read_quantity(tokens, end + 1):  # ``as many as 40``
        return None
    if name in {"similar", "same"}:
        return Similar(name == "same"), end
    return Compared(-1, "slightly" if name == "almost" else ""), end


def _margin_behind(tokens: Sequence[str], at: int, sign: int) -> tuple[str, int]:
    """How far one lags or leads, said behind that it does, and where it ends.

    It may be ``lags (far behind)``, ``led (narrowly)``, ``ahead (by a whisker)``.
    """
    found, end = match(MARGINS, tokens, at) or ("", at)
    if _sign(token(tokens, end)) == sign and token(tokens, end) in {"ahead", "behind"}:
        end += 1
    elif end < len(tokens):  # what follows is no more of this, nor is what stands before it
        found, end = "", at
    later, after = read_margin(tokens, end)
    return found or later, after


def read_points(tokens: Sequence[str], at: int) -> tuple[Points, int] | None:
    """``12 percentage points more``, ``ahead by 12 points``, ``5 minutes longer`` at a place.

    Raises `UnclearClaimError` for ``20 per cent more``, which can be of points or of the figure.
    """
    ahead = 0 if token(tokens, at) in PASSIVE else _sign(token(tokens, at))
    lead = read_lead(tokens, at + 1) if ahead else None
    if lead is not None:
        return Points(lead[0].quantity, ahead, lead[0].named), lead[1]
    within = token(tokens, at) == "within"
    found = read_quantity(tokens, at + within)
    if found is None:
        return None
    quantity, end = found
    if within and quantity.hedge is Hedge.PLAIN:
        quantity = Quantity(Hedge.AT_MOST, quantity.amount)
    if quantity.amount.unit is not Unit.NUMBER:
        if token(tokens, end) in _RELATIVE:
            raise UnclearClaimError(_IN_PER_CENT, _IN_POINTS)
        return None
    percentage = token(tokens, end) == "percentage"
    if token(tokens, end + percentage) in {"point", "points"}:
        end += percentage + 1
        sign = _sign(token(tokens, end))
        return Points(quantity, sign), end + (sign != 0)
    for noun in range(_NOUNS + 1):
        sign = _sign(token(tokens, end + noun)) if token(tokens, end + noun) in _RELATIVE else 0
        if sign:
            return Points(quantity, sign, named=False), end + noun + 1
        if token(tokens, end + noun) in _JOINTS:
            break
    return None


def read_lead(tokens: Sequence[str], at: int) -> tuple[Points, int] | None:
    """``by 8 points``, ``by £3``: how far ahead one is, and where that ends."""
    if token(tokens, at) != "by":
        return None
    at += 1
    if token(tokens, at) == "a" and token(tokens, at + 1) in _WHOLE:
        at += 2
    points = read_points(tokens, at)
    if points is not None:
        return points
    found = read_quantity(tokens, at)
    if found is None or found[0].amount.unit is not Unit.NUMBER:
        return None
    return Points(found[0], named=False), found[1]


def read_change(tokens: Sequence[str], at: int) -> tuple[Points | Change | PartMore, int] | None:
    """``rose by 12 points``, ``by a third``, ``fell from a half to a third``, and where it ends.

    Raises `UnclearClaimError` for a change in per cent, which can be of the share or of points.
    """
    sign = _direction(tokens, at)
    if not sign:
        return _changed_to(tokens, at)
    end = at + 1
    if token(tokens, end) in {"from", "to"}:
        one = _one_end(tokens, end, sign)
        if one is not None:
            return one
    span = read_range(tokens, end)
    if span is not None and span[0].ends:
        return Change(span[0].low, span[0].high, sign), span[1]
    by = token(tokens, end) in {"by", "of"}
    points = read_points(tokens, end + by)
    if points is not None:
        return Points(points[0].quantity, sign), points[1]
    found = read_quantity(tokens, end + by) if by or at == 0 else None
    return (_by_so_much(found[0], sign), found[1]) if found else None


def _by_so_much(quantity: Quantity, sign: int) -> Points | PartMore:
    """``by 12`` as so many more, ``by a third`` as such a part; raises `UnclearClaimError`."""
    if quantity.amount.unit is Unit.FRACTION:
        return PartMore(quantity, sign)
    if quantity.amount.unit is not Unit.NUMBER:
        raise UnclearClaimError(_IN_PER_CENT, _IN_POINTS)
    return Points(quantity, sign, named=False)


_IN_PER_CENT = "a change in per cent can be one of points or one of the figure itself"
_IN_POINTS = "write 'percentage points', or 'from … to …'"


def _one_end(tokens: Sequence[str], at: int, sign: int) -> tuple[Change, int] | None:
    """``from 20 per cent`` or ``to 30 per cent`` where the other end is not said."""
    found = read_quantity(tokens, at + 1)
    if found is None or token(tokens, found[1]) == "to":
        return None
    before = found[0] if tokens[at] == "from" else None
    return Change(before, None if before else found[0], sign), found[1]


def _changed_to(tokens: Sequence[str], at: int) -> tuple[Change, int] | None:
    """``53 per cent agree, up from 48``: what it is now, and what it was."""
    found = read_quantity(tokens, at)
    if found is None:
        return None
    moved = (
        each
        for each in range(found[1], len(tokens) - 1)
        if tokens[each + 1] == "from" and _direction(tokens, each)
    )
    end = next(moved, None)
    if end is None or any(states(tokens, each) for each in range(found[1], end)):
        return None
    one = _one_end(tokens, end + 1, _direction(tokens, end))
    if one is None or one[0].before is None:
        return None
    after, before = in_one_unit((found[0], one[0].before))
    return Change(before, after, one[0].sign), one[1]


def _by_another(tokens: Sequence[str], at: int) -> bool:
    """Whether ``by`` stands at a place, and no amount behind it: ``outnumbered by others``."""
    return token(tokens, at) == "by" and read_quantity(tokens, at + 1) is None


def _moved(tokens: Sequence[str], at: int) -> tuple[Compared, int] | None:
    """A rise or a fall that is not measured: ``rose sharply``, ``a slight fall``."""
    word = token(tokens, at)
    if word in SURGED | SLUMPED:
        return Compared(1 if word in SURGED else -1, "far"), at + 1
    if word in CREPT | DIPPED:
        down = word in DIPPED or token(tokens, at + 1) in {"down", "downwards"}
        return Compared(-1 if down else 1, "slightly"), at + 1
    sign = (word in RISEN | RISE | {"up"}) - (word in FALLEN | FALL | {"down"})
    margin, end = margin_around(tokens, at + 1)
    if not sign or (word in {"up", "down"} and token(tokens, end) not in {"", "on", "since"}):
        return None
    return Compared(sign, margin or margin_before(tokens, at)), end


def _direction(tokens: Sequence[str], at: int) -> int:
    """+1 for a word of rising, -1 for one of falling, 0 for any other and for ``up to``."""
    word = token(tokens, at)
    if word in {"up", "down"} and token(tokens, at + 1) == "to":
        return 0
    return (word in RISES) - (word in FALLS)


def _sign(word: str) -> int:
    return (word in MORE) - (word in LESS)

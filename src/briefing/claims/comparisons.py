"""One cell beside another: ``similar``, ``more … than …``, ``twice as many``, ``rose by``."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.amounts import (
    HEDGES,
    TOLERANCES,
    Hedge,
    Quantity,
    Unit,
    read_quantity,
)
from briefing.claims.margins import FAR, MARGINS, leads_by, read_margin
from briefing.claims.quantifiers import states
from briefing.claims.ranges import read_range
from briefing.claims.statements import UnclearClaimError, height_of, pair, points_of
from briefing.claims.tokens import follows, match, number, token
from briefing.tables.rounding import half_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.claims.figures import Figure

SIMILAR = Fraction(3)
"""Points by which similar shares may differ: the reach of ``just over``."""
MULTIPLE = Fraction(1, 20)
"""Part of a multiple within which it may be stated plainly: twice is 1.9 to 2.1 times."""

_PER_MULTIPLE = Fraction(20)
"""Points that a whole multiple counts for: almost twice is not below 1.7 times."""


@dataclass(frozen=True, slots=True)
class Similar:
    """Cells that are close; with `same` they print the same figure."""

    same: bool = False

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether all figures are within `SIMILAR`, or are printed alike."""
        values = [height_of(each) for each in figures]
        if self.same:
            return len({half_up(each) for each in values}) == 1
        return max(values) - min(values) <= SIMILAR


@dataclass(frozen=True, slots=True)
class Compared:
    """The first cell above (+1) or below (-1) the others: ``more … than …``."""

    sign: int
    margin: str = ""

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether the first figure leads every other one, slightly or by far if that is said."""
        first, *others = (height_of(each) for each in figures)
        leads = [(first - other) * self.sign for other in others]
        return all(leads_by(lead, self.margin) for lead in leads)


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
        if self.hedge is Hedge.PLAIN:
            return abs(times) <= MULTIPLE
        return TOLERANCES[self.hedge].reach.holds(times * _PER_MULTIPLE)


@dataclass(frozen=True, slots=True)
class Points:
    """The first cell above (+1) or below (-1) the second by so much; 0 where that is not said.

    `named` says that the words call them points, so that they are of shares.
    """

    quantity: Quantity
    sign: int = 0
    named: bool = True

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether the difference of the two figures, before rounding, is the one stated."""
        first, second = pair(figures)
        if not self.named and "pct" in (first.kind, second.kind):
            raise UnclearClaimError(
                "a difference of shares is one of percentage points",
                "write 'percentage points' behind the number",
            )
        difference = points_of(first) - points_of(second)
        signed = difference * self.sign if self.sign else abs(difference)
        amount = self.quantity.amount
        if self.quantity.hedge is Hedge.PLAIN:
            return half_up(signed, amount.decimals) == amount.value
        return TOLERANCES[self.quantity.hedge].reach.holds(signed - amount.value)


@dataclass(frozen=True, slots=True)
class Change:
    """A rise (+1) or a fall (-1) of the first cell from what the second is: ``from 20 to 30%``."""

    before: Quantity
    after: Quantity
    sign: int

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether both ends are as stated, and the direction too."""
        after, before = pair(figures)
        moved = (after.value - before.value) * self.sign > 0
        return moved and self.before.holds(before) and self.after.holds(after)


@dataclass(frozen=True, slots=True)
class Different:
    """Cells that are further apart than similar ones; with `far` by as much as far ones."""

    far: bool = False

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether the highest and the lowest are so far apart."""
        values = [height_of(each) for each in figures]
        apart = max(values) - min(values)
        return apart >= FAR if self.far else apart > SIMILAR


# -- reading ---------------------------------------------------------------------------------------

MORE = frozenset(["more", "higher", "greater", "larger", "bigger", "better", "ahead"])
MORE |= {"outnumber", "outnumbers", "outnumbered", "outweigh", "outweighs", "outweighed"}
MORE |= {"exceed", "exceeds", "exceeded", "outstrip", "outstrips", "outstripped", "beat", "beats"}
MORE |= {"outrank", "outranks", "outranked", "leads", "led", "tops", "topped", "pip", "pips"}
MORE |= {"surpass", "surpasses", "surpassed", "overtake", "overtakes", "overtook", "outpaced"}
MORE |= {"eclipse", "eclipses", "eclipsed"}
PASSIVE = frozenset(["outnumbered", "outweighed", "exceeded", "outstripped", "outranked", "topped"])
PASSIVE |= {"led", "surpassed", "outpaced", "eclipsed", "dwarfed", "beaten", "overtaken", "pipped"}
"""What is done to the lesser of two, with ``by`` behind it."""
MORE |= {"outperform", "outperforms", "outperformed", "above", "stronger", "deeper", "firmer"}
MORE |= {"keener", "happier", "unhappier", "likelier", "warier", "readier", "prouder", "angrier"}
MORE |= {"safer", "easier", "harder", "quicker", "slower", "busier", "commoner", "wider"}
LESS = frozenset(["fewer", "less", "lower", "smaller", "worse", "behind", "trail", "trails"])
LESS |= {"trailed", "lag", "lags", "lagged", "below", "weaker", "rarer", "narrower", "poorer"}
RISEN = frozenset(["rose", "risen", "grew", "grown", "increased", "climbed", "improved"])
RISEN |= {"rising", "growing", "increasing", "increasingly", "climbing", "mounting", "improving"}
RISEN |= {"strengthened", "strengthening", "widened", "widening", "improvement", "hardened"}
FALLEN = frozenset(["fell", "fallen", "dropped", "declined", "decreased", "shrank", "shrunk"])
FALLEN |= {"falling", "dropping", "declining", "decreasing", "shrinking", "dwindling", "waning"}
FALLEN |= {"weakened", "weakening", "worsened", "worsening", "deteriorated", "narrowed"}
FALLEN |= {"narrowing", "reduction"}
RISE, FALL = (
    frozenset(["rise", "increase", "growth"]),
    frozenset(["fall", "decrease", "drop", "decline"]),
)
SURGED = frozenset(["soared", "surged", "jumped", "rocketed", "dwarfs", "dwarf", "dwarfed"])
SLUMPED = frozenset(["plummeted", "plunged", "slumped", "tumbled", "collapsed"])
CREPT, DIPPED = frozenset(["crept", "edged"]), frozenset(["dipped", "slipped", "eased"])
RISES = RISEN | RISE | SURGED | {"gained", "up"}
FALLS = FALLEN | FALL | SLUMPED | DIPPED | {"lost", "down"}
_STEEP = {
    **dict.fromkeys(["sharp", "sharply", "steep", "steeply", "big", "large"], "far"),
    **dict.fromkeys(["slight", "slightly", "small", "marginally"], "slightly"),
}
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
_HALF_MORE = ("and", "a", "half", "times")
_CLOSE = (
    *(("similar",), ("similarly",), ("about", "the", "same"), ("much", "the", "same")),
    *((each,) for each in ("unchanged", "stable", "steady", "comparable", "level", "alike")),
    *(
        (how, what)
        for how in ("evenly", "equally")
        for what in ("split", "divided", "matched", "balanced", "spread")
    ),
)
_DIFFERENT = frozenset({"differ", "differs", "differed", "different", "differently"})
_DIFFERENT |= {"varies", "varied", "vary"}
_FAR_APART = frozenset({"sharply", "widely", "considerably", "greatly", "markedly", "very"})
_SAME = (
    ("the", "same"),
    ("identical",),
    ("equal",),
    ("equally",),
    ("same",),
    ("just", "as", "many"),
)


def read_similar(tokens: Sequence[str], at: int) -> tuple[Similar, int] | None:
    """Likeness at a place, and where it ends."""
    for known, same in ((_CLOSE, False), (_SAME, True)):
        for phrase in known:
            if follows(tokens, at, *phrase):
                return Similar(same), at + len(phrase)
    return None


def read_different(tokens: Sequence[str], at: int) -> tuple[Different, int] | None:
    """Difference at a place, and where it ends: ``varied``, ``differ widely``."""
    if token(tokens, at) not in _DIFFERENT:
        return None
    beside = {token(tokens, at - 1), token(tokens, at + 1)} & _FAR_APART
    return Different(bool(beside)), at + 1 + (token(tokens, at + 1) in _FAR_APART)


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
        return Compared(sign, margin[0] if margin else behind), end
    end = start + 1 + list(tokens[start + 1 :]).index("than") + 1
    if any(states(tokens, inner) for inner in range(start + 1, end)):
        return None
    return Compared(sign, margin[0] if margin else ""), end


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
    return Times(hedge, factor), min(end, len(tokens))


def read_points(tokens: Sequence[str], at: int) -> tuple[Points, int] | None:
    """``12 percentage points more`` at a place, and where it ends."""
    within = token(tokens, at) == "within"
    found = read_quantity(tokens, at + within)
    if found is None or found[0].amount.unit is not Unit.NUMBER:
        return None
    quantity, end = found
    if within and quantity.hedge is Hedge.PLAIN:
        quantity = Quantity(Hedge.AT_MOST, quantity.amount)
    end += token(tokens, end) == "percentage"
    if token(tokens, end) not in {"point", "points"}:
        return None
    sign = _sign(token(tokens, end + 1))
    return Points(quantity, sign), end + 1 + (sign != 0)


def read_change(tokens: Sequence[str], at: int) -> tuple[Points | Change, int] | None:
    """``rose by 12 points``, ``fell from a half to a third`` at a place, and where it ends.

    Raises `UnclearClaimError` for a change in per cent, which can be of the share or of points.
    """
    sign = _direction(tokens, at)
    if not sign:
        return None
    end = at + 1
    span = read_range(tokens, end)
    if span is not None and span[0].ends:
        return Change(span[0].low, span[0].high, sign), span[1]
    by = token(tokens, end) in {"by", "of"}
    points = read_points(tokens, end + by)
    if points is not None:
        return Points(points[0].quantity, sign), points[1]
    found = read_quantity(tokens, end + by) if by or at == 0 else None
    if found is None:
        return None
    if found[0].amount.unit is not Unit.NUMBER:
        raise UnclearClaimError(
            "a change in per cent can be one of points or one of the figure itself",
            "write 'percentage points', or 'from … to …'",
        )
    return Points(found[0], sign, named=False), found[1]


def _by_another(tokens: Sequence[str], at: int) -> bool:
    """Whether ``by`` stands at a place, and no amount behind it: ``outnumbered by others``."""
    return token(tokens, at) == "by" and read_quantity(tokens, at + 1) is None


def _moved(tokens: Sequence[str], at: int) -> tuple[Compared, int] | None:
    """A rise or a fall that is not measured: ``rose sharply``, ``a slight fall``."""
    word = token(tokens, at)
    if word in SURGED | SLUMPED:
        return Compared(1 if word in SURGED else -1, "far"), at + 1
    if word in CREPT | DIPPED:
        return Compared(1 if word in CREPT else -1, "slightly"), at + 1
    sign = (word in RISEN | RISE | {"up"}) - (word in FALLEN | FALL | {"down"})
    if not sign or (word in {"up", "down"} and at + 1 < len(tokens)):
        return None
    behind = _STEEP.get(token(tokens, at + 1), "")
    return Compared(sign, behind or _STEEP.get(token(tokens, at - 1), "")), at + 1 + bool(behind)


def _direction(tokens: Sequence[str], at: int) -> int:
    """+1 for a word of rising, -1 for one of falling, 0 for any other and for ``up to``."""
    word = token(tokens, at)
    if word in {"up", "down"} and token(tokens, at + 1) == "to":
        return 0
    return (word in RISES) - (word in FALLS)


def _sign(word: str) -> int:
    return (word in MORE) - (word in LESS)

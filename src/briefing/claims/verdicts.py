"""Whether a claim is true of the cells it names: the tolerances, and the judge.

Shares are judged in percentage points, unrounded. What an author may say of a share is one table,
`TOLERANCES` for hedged amounts and `QUANTIFIERS` for words that stand for a range.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import singledispatch
from typing import TYPE_CHECKING

from briefing.claims.quantities import (
    Amount,
    Compared,
    Hedge,
    Points,
    Quantifier,
    Quantity,
    Range,
    Respectively,
    Similar,
    Statement,
    Superlative,
    Times,
    UnclearClaimError,
    Unit,
    read_claim,
)
from briefing.drawing import Number
from briefing.tables.rounding import decimal_text, half_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.claims.references import Figure
    from briefing.diagnostics import Source


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a value may lie from what is said: an interval in points, each end open or closed."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: Fraction) -> bool:
        """Whether `value` lies within."""
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = (
            self.high is None or value < self.high or (value == self.high and not self.high_open)
        )
        return above and below


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What a hedge allows, as value less amount in percentage points, and why."""

    reach: Reach
    reason: str


def _reach(written: str) -> Reach:
    """Read an interval in mathematicians' writing: ``(0, 3]``; a missing end has no limit."""
    low, high = (part.strip() for part in written[1:-1].split(","))
    return Reach(
        Fraction(low) if low else None,
        Fraction(high) if high else None,
        low_open=written[0] == "(",
        high_open=written[-1] == ")",
    )


FRACTION_TOLERANCE = Tolerance(
    _reach("(-1, 1)"), "fractions only if they differ by less than one point (conventions, 1.13)"
)

TOLERANCES = {
    Hedge.EXACTLY: Tolerance(_reach("[0, 0]"), "exact is exact, before rounding"),
    Hedge.OVER: Tolerance(_reach("(0, ]"), "true of the unrounded share, however little"),
    Hedge.UNDER: Tolerance(_reach("[, 0)"), "true of the unrounded share, however little"),
    Hedge.AT_LEAST: Tolerance(_reach("[0, ]"), "true of the unrounded share"),
    Hedge.AT_MOST: Tolerance(_reach("[, 0]"), "true of the unrounded share"),
    Hedge.JUST_OVER: Tolerance(_reach("(0, 3]"), "up to three points: 23 is just over a fifth"),
    Hedge.JUST_UNDER: Tolerance(_reach("[-3, 0)"), "up to three points, and never reached"),
    Hedge.ALMOST: Tolerance(_reach("[-3, 0)"), "up to three points below, and never reached"),
    Hedge.UP_TO: Tolerance(_reach("[-3, 0]"), "names the highest value, so one comes near it"),
    Hedge.ABOUT: Tolerance(
        _reach("[-2, 2]"), "two points either way, less than half a step of five"
    ),
    Hedge.WELL_OVER: Tolerance(_reach("[5, ]"), "a difference that a reader would call clear"),
    Hedge.WELL_UNDER: Tolerance(_reach("[, -5]"), "a difference that a reader would call clear"),
}
"""An amount without a hedge has `FRACTION_TOLERANCE` as a fraction; as a percentage it must be the
figure that rounding half up prints, as a number it must be the number."""

QUANTIFIERS = {
    "majority": Tolerance(_reach("(50, 100]"), "more than half of the stated base (1.13)"),
    "vast majority": Tolerance(_reach("[80, 100]"), "four in five or more"),
    "large majority": Tolerance(_reach("[65, 100]"), "about two thirds or more"),
    "small majority": Tolerance(_reach("(50, 55]"), "within five points of half"),
    "minority": Tolerance(_reach("(0, 50)"), "less than half, and somebody"),
    "large minority": Tolerance(_reach("[30, 50)"), "near a third, or more"),
    "small minority": Tolerance(_reach("(0, 20]"), "a fifth or less"),
    "tiny minority": Tolerance(_reach("(0, 5]"), "one in twenty or less"),
    "few": Tolerance(_reach("(0, 20]"), "a fifth or less, and somebody"),
    "almost none": Tolerance(_reach("(0, 5]"), "one in twenty or less, and somebody"),
    "almost all": Tolerance(_reach("[90, 100)"), "nine in ten or more, and not all"),
    "not all": Tolerance(_reach("[0, 100)"), "at least one does not"),
    "all": Tolerance(_reach("[100, 100]"), "every one"),
    "none": Tolerance(_reach("[0, 0]"), "not one"),
}

SIMILAR = Fraction(3)
"""Points by which similar shares may differ: the reach of ``just over``."""
SLIGHTLY = Fraction(3)
"""Points by which a share may exceed another that it is slightly above."""
FAR = Fraction(10)
"""Points by which a share must exceed another that it is far above."""
MULTIPLE = Fraction(1, 20)
"""Part of a multiple within which it may be stated plainly: twice is 1.9 to 2.1 times."""

_NEGATIVE = re.compile(r"\b(?:not|no|none|never|nothing|neither|nor)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a claim is true; if it is not, what is, and what could be said."""

    true: bool
    message: str = ""
    hint: str = ""


def judge(words: str, figures: Sequence[Figure], among: Sequence[Figure] = ()) -> Verdict:
    """Judge an author's words by the figures that they claim.

    A quantity must be true of every figure; comparisons take the first figure against the others;
    a superlative takes its place `among` further figures. Raises `UnclearClaimError`.
    """
    plain, turned = _unsigned(words, figures)
    claim = read_claim(plain, cells=len(figures), among=bool(among))
    if turned is not figures and not _alone(claim.statement):
        hint = "claim the number as it is, such as -5, without a hedge or a second number"
        raise UnclearClaimError(f"'{words}' is more than a number below nought", hint)
    figures = turned
    if isinstance(claim.statement, Superlative):
        return _judge_place(words, claim.statement, figures, among)
    if among:
        raise UnclearClaimError(f"'{words}' needs no among=", "leave it out")
    stated = tuple(_opposite(each) if claim.negated else each for each in figures)
    if _true(claim.statement, stated):
        return Verdict(true=True)
    said = "; ".join(told(each) for each in figures)
    return Verdict(true=False, message=f"'{words}' is not true: {said}", hint=_advice(stated))


_SIGN = re.compile(r"(?<![\w.,])([-+\N{MINUS SIGN}])(?=\d)")


def _unsigned(words: str, figures: Sequence[Figure]) -> tuple[str, Sequence[Figure]]:
    """Words without the signs that numbers and points have, and the figures as they then are.

    The currency that the figures are in goes without saying. A minus before the number turns them
    round, so that the number can be read without it.
    """
    if not all(each.kind in _SIGNED for each in figures):
        return words, figures
    for unit in {each.unit for each in figures if each.unit}:
        words = words.replace(unit, "") if len(unit) == 1 else words
    signs = {sign for sign in _SIGN.findall(words) if sign != "+"}
    words = _SIGN.sub("", words)
    if signs:
        figures = [replace(each, value=-each.value) for each in figures]
    return words, figures


def _alone(statement: Statement) -> bool:
    return isinstance(statement, Quantity) and statement.hedge is Hedge.PLAIN


_SIGNED = ("number", "points")


def proof(words: str, figures: Sequence[Figure], where: Source | None = None) -> Number:
    """The words as the ledger lists them: their cells and unrounded values."""
    certificates = [
        Number(each.value, words, each.table, each.cell, each.kind, each.base, where, claimed=True)
        for each in figures
    ]
    first, *others = certificates
    return Number(
        first.value,
        words,
        first.table,
        first.cell,
        first.kind,
        first.base,
        where,
        claimed=True,
        others=tuple(others),
    )


def told(figure: Figure) -> str:
    """A figure with its reference, to one decimal, for the author of a false claim."""
    if figure.kind != "pct":
        decimals = figure.decimals if figure.kind in ("score", "number") else 0
        return f"{figure.reference} ({figure.kind}) is {decimal_text(figure.value, decimals)}"
    of = f" ({figure.count} of {figure.base})" if figure.count is not None else ""
    return f"{figure.reference} is {decimal_text(figure.value * 100, 1)} per cent{of}"


def true_words(share: Fraction) -> tuple[str, ...]:
    """Words that are true of a share: its percentage, and a common fraction if one is near."""
    whole = half_up(share * 100)
    words = [f"{int(whole)} per cent"]
    for name, value in sorted(_COMMON.items(), key=lambda each: abs(share - each[1])):
        points = (share - value) * 100
        if FRACTION_TOLERANCE.reach.holds(points):
            return (*words, name)
        for hedge in (Hedge.JUST_OVER, Hedge.JUST_UNDER):
            if TOLERANCES[hedge].reach.holds(points):
                return (*words, f"{hedge.value} {name}")
    return tuple(words)


_COMMON = {
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


def _advice(figures: Sequence[Figure]) -> str:
    shares = [each for each in figures if each.kind == "pct"]
    if len(shares) != 1 or len(figures) != 1:
        return ""
    words = " or ".join(f"'{each}'" for each in true_words(shares[0].value))
    return f"true would be {words}"


def _opposite(figure: Figure) -> Figure:
    """The figure of those who do not, unless the answer itself is a denial."""
    if _NEGATIVE.search(figure.answer) or figure.base is None:
        return figure
    if figure.kind == "pct":
        count = None if figure.count is None else figure.base - figure.count
        return _changed(figure, 1 - figure.value, count)
    if figure.kind == "count":
        left = figure.base - figure.value
        return _changed(figure, left, int(left))
    return figure


def _changed(figure: Figure, value: Fraction, count: int | None) -> Figure:
    return type(figure)(
        figure.table, figure.cell, figure.kind, value, figure.label, count, figure.base
    )


@singledispatch
def _true(statement: Statement, figures: Sequence[Figure]) -> bool:
    """Whether a statement is true of the figures; one function a kind of statement."""
    raise TypeError(f"no judge for {type(statement).__name__} of {len(figures)}")


@_true.register(Quantity)
def _(statement: Quantity, figures: Sequence[Figure]) -> bool:
    if statement.hedge is Hedge.UP_TO:
        below = Quantity(Hedge.AT_MOST, statement.amount)
        return all(_amounts_to(below, each) for each in figures) and any(
            _amounts_to(statement, each) for each in figures
        )
    return all(_amounts_to(statement, each) for each in figures)


@_true.register(Quantifier)
def _(statement: Quantifier, figures: Sequence[Figure]) -> bool:
    return all(
        QUANTIFIERS[statement.name].reach.holds(_share(each) * 100)
        and (statement.number is None or each.base == statement.number)
        for each in figures
    )


@_true.register(Range)
def _(statement: Range, figures: Sequence[Figure]) -> bool:
    ordered = sorted(figures, key=lambda each: each.value)
    if statement.ends:
        return _amounts_to(statement.low, ordered[0]) and _amounts_to(statement.high, ordered[-1])
    return all(
        _beyond(statement.low, each, +1) and _beyond(statement.high, each, -1) for each in ordered
    )


@_true.register(Respectively)
def _(statement: Respectively, figures: Sequence[Figure]) -> bool:
    if len(statement.quantities) != len(figures):
        raise UnclearClaimError(
            f"{len(statement.quantities)} quantities are claimed of {len(figures)} cells",
            "name one cell for each, in their order",
        )
    return all(
        _amounts_to(quantity, figure)
        for quantity, figure in zip(statement.quantities, figures, strict=True)
    )


@_true.register(Similar)
def _(statement: Similar, figures: Sequence[Figure]) -> bool:
    if statement.same:
        return len({half_up(_points_of(each)) for each in figures}) == 1
    values = [_points_of(each) for each in figures]
    return max(values) - min(values) <= SIMILAR


@_true.register(Compared)
def _(statement: Compared, figures: Sequence[Figure]) -> bool:
    first, *others = (_points_of(each) for each in figures)
    leads = [(first - other) * statement.sign for other in others]
    if statement.margin == "slightly":
        return all(0 < lead <= SLIGHTLY for lead in leads)
    return all(lead >= FAR if statement.margin else lead > 0 for lead in leads)


@_true.register(Times)
def _(statement: Times, figures: Sequence[Figure]) -> bool:
    first, second = _pair(figures)
    if not second.value:
        return False
    times = first.value / second.value / statement.factor - 1
    if statement.hedge is Hedge.PLAIN:
        return abs(times) <= MULTIPLE
    return TOLERANCES[statement.hedge].reach.holds(times * _PER_MULTIPLE)


@_true.register(Points)
def _(statement: Points, figures: Sequence[Figure]) -> bool:
    first, second = _pair(figures)
    difference = _points_of(first) - _points_of(second)
    signed = difference * statement.sign if statement.sign else abs(difference)
    amount = statement.quantity.amount
    if statement.quantity.hedge is Hedge.PLAIN:
        return half_up(signed, amount.decimals) == amount.value
    return TOLERANCES[statement.quantity.hedge].reach.holds(signed - amount.value)


_PER_MULTIPLE = Fraction(20)
"""Points that a whole multiple counts for: almost twice is not below 1.7 times."""


def _pair(figures: Sequence[Figure]) -> tuple[Figure, Figure]:
    if len(figures) != 2:  # noqa: PLR2004 - a comparison has two sides
        raise UnclearClaimError("this comparison takes two cells", 'write claim="one.cell another"')
    return figures[0], figures[1]


def _share(figure: Figure) -> Fraction:
    if figure.kind != "pct":
        raise UnclearClaimError(
            f"{figure.reference} is no share: its {figure.kind} is taken",
            "claim a share of the cell itself, without .count or .base",
        )
    return figure.value


def _points_of(figure: Figure) -> Fraction:
    """A share in percentage points, any other value as it is."""
    return figure.value * 100 if figure.kind == "pct" else figure.value


def _amounts_to(quantity: Quantity, figure: Figure) -> bool:
    amount = quantity.amount
    if amount.unit is Unit.OF:
        return _is_so_many_of(quantity, figure)
    if amount.unit is Unit.NUMBER:
        return _is_number(quantity, figure)
    points = (_share(figure) - amount.value) * 100
    if quantity.hedge is not Hedge.PLAIN:
        return TOLERANCES[quantity.hedge].reach.holds(points)
    if amount.unit is Unit.FRACTION:
        return _counts(amount, figure) or FRACTION_TOLERANCE.reach.holds(points)
    return half_up(figure.value * 100, amount.decimals) == amount.value * 100


def _counts(amount: Amount, figure: Figure) -> bool:
    """Whether ``10 out of 16`` gives the count and the base themselves."""
    return amount.whole == figure.base and figure.count == amount.value * amount.whole


def _is_so_many_of(quantity: Quantity, figure: Figure) -> bool:
    if quantity.hedge not in (Hedge.PLAIN, Hedge.EXACTLY):
        raise UnclearClaimError(
            "a count of a base is stated as it is", "leave the hedge out, or claim a share"
        )
    return figure.count == quantity.amount.value and figure.base == quantity.amount.whole


def _is_number(quantity: Quantity, figure: Figure) -> bool:
    if figure.kind == "pct":
        raise UnclearClaimError(
            f"a number of {figure.reference} may be a count or a percentage",
            "take .count, or write 'per cent' behind the number",
        )
    stated = quantity.amount.value
    if quantity.hedge is Hedge.PLAIN:
        return half_up(figure.value, quantity.amount.decimals) == stated
    difference = figure.value - stated
    return TOLERANCES[quantity.hedge].reach.holds(difference / _point_of_number(figure, stated))


def _point_of_number(figure: Figure, stated: Fraction) -> Fraction:
    """What a point is for a number: a hundredth of it, so that three are at least one respondent.

    For a score it is a tenth.
    """
    if figure.kind in ("score", "number"):
        return Fraction(1, 10**figure.decimals)
    return max(stated / 100, Fraction(1, 2))


def _beyond(quantity: Quantity, figure: Figure, sign: int) -> bool:
    """Whether a figure lies on the inner side of one end of a range.

    A plain end may be passed by what the amount itself tolerates; ``almost half`` as the upper end
    is below half.
    """
    if _amounts_to(quantity, figure):
        return True
    amount = quantity.amount
    value = figure.value if amount.unit is Unit.NUMBER else _share(figure)
    outer = {Hedge.OVER, Hedge.JUST_OVER, Hedge.WELL_OVER} if sign > 0 else _SHORT_OF
    if quantity.hedge in outer or quantity.hedge is Hedge.PLAIN:
        return (value - amount.value) * sign > 0
    return (value - amount.value) * sign >= 0


_SHORT_OF = frozenset({Hedge.UNDER, Hedge.JUST_UNDER, Hedge.ALMOST, Hedge.WELL_UNDER})


def _judge_place(
    words: str, statement: Superlative, figures: Sequence[Figure], among: Sequence[Figure]
) -> Verdict:
    if len({each.kind for each in (*figures, *among)}) > 1:
        raise UnclearClaimError(
            f"'{words}' compares different things", "take the same of every cell, such as .pct"
        )
    names = {each.reference for each in figures}
    others = [each for each in among if each.reference not in names]
    if not others:
        raise UnclearClaimError(
            f"'{words}' has nothing to be compared with", 'write among="q4.*.engaged"'
        )
    if _in_place(statement, figures, others):
        return Verdict(true=True)
    order = sorted((*figures, *others), key=lambda each: -each.value)
    return Verdict(
        true=False,
        message=f"'{words}' is not true of {', '.join(sorted(names))}",
        hint="in order: " + "; ".join(told(each) for each in order),
    )


def _in_place(statement: Superlative, figures: Sequence[Figure], others: Sequence[Figure]) -> bool:
    own = [each.value * statement.end for each in figures]
    rest = [each.value * statement.end for each in others]
    last = statement.last or len(own)
    if statement.some:
        return all(sum(value > mine for value in rest) < last for mine in own)
    if statement.first == 1 and len(own) != last:
        raise UnclearClaimError(
            f"{last} places are claimed of {len(own)} cells", "name as many cells as places"
        )
    if statement.first > 1 and len(own) > 1:
        raise UnclearClaimError("one place is claimed of several cells", "name one cell")
    above = sum(value > min(own) for value in rest)
    level = sum(value == min(own) for value in rest)
    return above == statement.first - 1 and (not level or statement.shared)

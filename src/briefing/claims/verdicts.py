"""Whether a claim is true of the cells it names: the judge.

Shares are judged in percentage points, unrounded. What an author may say is in the tables beside
each kind of statement: `TOLERANCES` for hedged amounts, `QUANTIFIERS` for words that stand for a
range of shares.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.amounts import Quantity
from briefing.claims.behind import opposite
from briefing.claims.figures import MEASURED
from briefing.claims.hedging import AS_STATED, HEDGES, TOLERANCES, Hedge, read_or_more
from briefing.claims.multiples import PartMore, Times
from briefing.claims.places import Superlative
from briefing.claims.poles import check_poles
from briefing.claims.quantifiers import Quantifier
from briefing.claims.reading import read_claim, without_only
from briefing.claims.statements import UnclearClaimError, points_of
from briefing.claims.tokens import tokens_of
from briefing.claims.wording import true_numbers, true_words
from briefing.drawing import Number
from briefing.tables.rounding import decimal_text, half_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.claims.figures import Figure
    from briefing.claims.reading import Claim
    from briefing.claims.statements import Statement
    from briefing.diagnostics import Source


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
    if among and without_only(words)[0] != words:
        return _judge_only(words, figures, among)
    plain, turned = _unsigned(words, figures)
    ranks = bool(figures) and all(each.kind == "rank" for each in figures)
    claim = _read(plain, turned, among=bool(among), ranks=ranks)
    check_poles(words, tokens_of(words), figures)
    if turned is not figures and not _alone(claim.statement):
        hint = "claim the number as it is, such as -5, without a hedge or a second number"
        raise UnclearClaimError(f"'{words}' is more than a number below nought", hint)
    figures = turned
    if among:
        if not isinstance(claim.statement, Superlative):
            raise UnclearClaimError(f"'{words}' needs no among=", "leave it out")
        return _judge_place(words, claim.statement, figures, among)
    stated = tuple(opposite(each) if claim.negated else each for each in figures)
    if _true(words, claim, stated):
        return Verdict(true=True)
    said = "; ".join(told(each) for each in figures)
    hint = _advice(claim.statement, stated)
    return Verdict(true=False, message=f"'{words}' is not true: {said}", hint=hint)


def denied_verdict(denial: str, words: str, verdict: Verdict, figures: Sequence[Figure]) -> Verdict:
    """The verdict on words of which it is said in front that they are not so."""
    if not verdict.true:
        return Verdict(true=True)
    said = "; ".join(told(each) for each in figures)
    return Verdict(
        true=False,
        message=f"'{denial}{words}' is not true: {said}",
        hint="claim what is so",
    )


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


def _alone(statement: object) -> bool:
    return isinstance(statement, Quantity) and statement.hedge is Hedge.PLAIN


_SIGNED = ("number", "net")


AMONG = "among "
"""What the ledger puts before the kind of a figure that a place was taken among."""


def proof(
    words: str,
    figures: Sequence[Figure],
    where: Source | None = None,
    among: Sequence[Figure] = (),
    means: str = "",
) -> Number:
    """The words as the ledger lists them: their cells and unrounded values, and their meaning."""
    own = {each.reference for each in figures}
    beside = [each for each in among if each.reference not in own]
    first, *others = (
        Number(
            each.value,
            words,
            each.table,
            each.cell,
            kind,
            each.base,
            where,
            claimed=True,
            means=means,
        )
        for each, kind in (
            *((each, each.kind) for each in figures),
            *((each, AMONG + each.kind) for each in beside),
        )
    )
    return replace(first, others=tuple(others))


def hedged(before: str, figure: Figure, behind: str = "") -> str:
    """The hedge around a printed figure, if it is false of it: in front of it, else behind it.

    ``over``, ``under``, ``above`` and ``below`` in front of a plain number may be of a place, and
    so count for shares alone.
    """
    if figure.kind == "rank" or figure.form in ("tenths", "fraction"):
        return ""
    share = figure.kind in ("pct", "points")
    phrase = leading(before)
    if phrase in _PLACES and not share:
        phrase = ""
    for words, name in ((phrase, HEDGES.get(tuple(phrase.split()))), following(behind)):
        if name is None or Hedge[name] in _AS_SHOWN:
            continue
        value = figure.value * 100 if share else figure.value
        shown = half_up(value, figure.places)
        measured = figure.kind in MEASURED
        per_point = Fraction(1, 10**figure.decimals) if measured else Fraction(1)
        if not TOLERANCES[Hedge[name]].reach.holds((value - shown) / per_point):
            return words
    return ""


_AS_SHOWN = AS_STATED | {Hedge.FULLY}
"""Hedges that are true of a figure as it is printed, whatever it is."""


def leading(before: str) -> str:
    """The hedge that `before` ends with, or its ``not``: what changes an amount behind it."""
    tokens = tokens_of(_CLAUSE.split(before[-_TAIL:])[-1]) if before[-1:].isspace() else ()
    for phrase, name in HEDGES.items():
        if tokens[-len(phrase) :] == phrase and Hedge[name] is not Hedge.PLAIN:
            return " ".join(phrase)
    return DENIAL if tokens[-1:] == (DENIAL,) else ""


def following(behind: str) -> tuple[str, str | None]:
    """The hedge that `behind` begins with, ``or more``, and its name."""
    tokens = tokens_of(_CLAUSE.split(behind[:_TAIL])[0]) if behind[:1].isspace() else ()
    found = read_or_more(tokens, 0)
    return (" ".join(tokens[: found[1]]), found[0].name) if found else ("", None)


DENIAL = "not"
_TAIL = 60
"""Signs in front of a figure that can hold a hedge."""
_CLAUSE = re.compile(r"[.!?:;,]['\")\u2019\u201d]*\s")
"""Where a clause ends, which no hedge reaches across: “leads the way. Over 41 per cent”."""
_PLACES = frozenset({"over", "under", "above", "below"})


def told(figure: Figure) -> str:
    """A figure with its reference, to one decimal, for the author of a false claim."""
    if figure.kind == "points":
        return f"{figure.reference} is {_near(figure.value * 100)} percentage points"
    if figure.kind != "pct":
        decimals = figure.decimals if figure.kind in MEASURED else 0
        return f"{figure.reference} ({figure.kind}) is {decimal_text(figure.value, decimals)}"
    of = f" ({figure.count} of {figure.base})" if _counted(figure) else ""
    return f"{figure.reference} is {_near(figure.value * 100)} per cent{of}"


_FINEST = 4
"""Decimals that tell what is almost a whole number from one."""


def _near(value: Fraction) -> str:
    """A value to one decimal, to more where that would print it as the whole number it misses."""
    shown = (each for each in range(1, _FINEST) if half_up(value, each).denominator > 1)
    whole = value.denominator == 1
    return decimal_text(value, 1 if whole else next(shown, _FINEST))


def _counted(figure: Figure) -> bool:
    """Whether a share is its count of its base, as one that is weighted is not."""
    return figure.count is not None and figure.value * (figure.base or 0) == figure.count


def _read(words: str, figures: Sequence[Figure], *, among: bool, ranks: bool) -> Claim:
    """Read a claim; of ranks alone a place can be stated without further cells."""
    if ranks and not among:
        try:
            return read_claim(words, cells=len(figures), among=True)
        except UnclearClaimError:
            return read_claim(words, cells=len(figures))
    return read_claim(words, cells=len(figures), among=among)


def _true(words: str, claim: Claim, figures: Sequence[Figure]) -> bool:
    """Whether a statement is true of the cells that the words speak of."""
    spoken_of = len(figures) - claim.others
    if claim.cells is not None and claim.cells != spoken_of:
        raise UnclearClaimError(
            f"'{words}' speaks of {claim.cells} cells, {spoken_of} are named",
            "name as many cells as the words say",
        )
    if claim.exceptions and claim.others:
        first, *others = figures
        missing = sum(not claim.statement.true_of((first, each)) for each in others)
        return missing == claim.exceptions
    if claim.exceptions:
        missing = sum(not claim.statement.true_of((each,)) for each in figures)
        return missing == claim.exceptions
    return claim.statement.true_of(figures)


def _advice(statement: Statement, figures: Sequence[Figure]) -> str:
    """What would be true of one figure, or how two stand to each other."""
    first, *others = figures
    if not others:
        true = true_words(first.value) if first.kind == "pct" else true_numbers(first)
        return "true would be " + " or ".join(f"'{each}'" for each in true)
    if isinstance(statement, Quantifier) and statement.name == "all but":
        return "what they are stands in the brackets too: [all but one of the four are below half]"
    if len({each.kind for each in figures}) > 1 or isinstance(statement, Quantity | Quantifier):
        return ""
    if isinstance(statement, Times | PartMore) and len(others) == 1 and others[0].value:
        times = decimal_text(first.value / others[0].value, 2)
        return f"the first is {times} times the second"
    values = [points_of(each) for each in figures]
    points = " percentage points" if first.kind == "pct" else ""
    decimals = first.decimals if first.kind in MEASURED else 1 if first.kind == "pct" else 0
    if len(others) == 1:
        apart = decimal_text(values[0] - values[1], decimals)
        return f"the first less the second is {apart}{points}"
    apart = decimal_text(max(values) - min(values), decimals)
    return f"the highest and the lowest are {apart}{points} apart"


def _judge_only(words: str, figures: Sequence[Figure], among: Sequence[Figure]) -> Verdict:
    """``the only ones over half``: true of each of the figures, and of none of the others."""
    rest, many = without_only(words)
    names = {each.reference for each in figures}
    others = [each for each in among if each.reference not in names]
    if not others:
        raise UnclearClaimError(
            f"'{words}' has nothing to be compared with", 'write among="q4.*.engaged"'
        )
    if many is not None and many != len(figures):
        raise UnclearClaimError(
            f"'{words}' speaks of {many} cells, {len(figures)} are named",
            "name as many cells as the words say",
        )
    wrong = [each for each in figures if not judge(rest, (each,)).true]
    wrong += [each for each in others if judge(rest, (each,)).true]
    if not wrong:
        return Verdict(true=True)
    said = "; ".join(told(each) for each in wrong)
    return Verdict(true=False, message=f"'{words}' is not true: {said}", hint="name all of them")


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
    if statement.true_among(figures, others):
        return Verdict(true=True)
    order = sorted((*figures, *others), key=lambda each: -each.value)
    return Verdict(
        true=False,
        message=f"'{words}' is not true of {', '.join(sorted(names))}",
        hint="in order: " + "; ".join(told(each) for each in order),
    )

"""How a comparison is worked out, for who signs it: both figures and their difference or ratio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.claims.comparisons import Change, Compared, Points
from briefing.claims.figures import MEASURED
from briefing.claims.formats import LESS
from briefing.claims.likeness import Different, Similar
from briefing.claims.multiples import PartMore, Times
from briefing.claims.places import Superlative
from briefing.claims.reading import read_claim
from briefing.claims.statements import UnclearClaimError
from briefing.claims.verdicts import AMONG
from briefing.tables.rounding import plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from briefing.claims.statements import Statement
    from briefing.drawing import Number

_PLACES = 6
_BETWEEN = (Change, Compared, Points, Similar, Different)
"""Statements of how far cells are apart."""
_COMPARED = frozenset({"pct", "count", "base", "net", *MEASURED})
"""Kinds of which a difference says how far one is above another; no ranks."""


def worked_out(number: Number) -> str:
    """The sum behind a difference, a change or a multiple, of unrounded values; else nothing.

    What the words say of it is read again: a claim says how its cells stand to each other.
    """
    less = next((each for each in number.others if each.kind == LESS), None)
    if less is not None:
        return _difference(number.value + less.value, less.value, "pct")
    own = [number, *(each for each in number.others if not each.kind.startswith(AMONG))]
    among = [each for each in number.others if each.kind.startswith(AMONG)]
    kinds = {each.kind.removeprefix(AMONG) for each in (*own, *among)}
    if not number.claimed or not number.others or len(kinds) > 1 or not kinds <= _COMPARED:
        return ""
    try:
        claim = read_claim(number.means or number.text, cells=len(own), among=bool(among))
    except UnclearClaimError:
        return ""
    if isinstance(claim.statement, Superlative):
        return _lead(claim.statement, own, among)
    return _beside(claim.statement, [each.value for each in own], number.kind)


def _beside(statement: Statement, values: Sequence[Fraction], kind: str) -> str:
    """How cells that are set beside each other stand to each other, where that is what is said."""
    first, *others = values
    if isinstance(statement, Times | PartMore) and len(others) == 1 and others[0]:
        return f"{_told(first, kind)} is {_shown(first / others[0])} times {_told(others[0], kind)}"
    if not isinstance(statement, _BETWEEN):
        return ""
    if len(others) == 1:
        return _difference(first, others[0], kind)
    if isinstance(statement, Compared):
        nearest = max(others) if statement.sign > 0 else min(others)
        return _difference(first, nearest, kind, beside="the nearest of the others")
    return _difference(max(values), min(values), kind, of="the highest", beside="the lowest")


def _lead(statement: Superlative, own: Sequence[Number], among: Sequence[Number]) -> str:
    """By how much a place leads the next, where the words say how far ahead it is."""
    if not (statement.margin or statement.lead) or len(own) != 1:
        return ""
    value, end = own[0].value, statement.end
    behind = [each.value for each in among if (value - each.value) * end >= 0]
    if not behind:
        return ""
    nearest = max(behind) if end > 0 else min(behind)
    return _difference(value, nearest, own[0].kind, beside="the next")


def _difference(
    first: Fraction, second: Fraction, kind: str, *, of: str = "", beside: str = ""
) -> str:
    unit = " percentage points" if kind == "pct" else " points" if kind == "net" else ""
    apart = (first - second) * (100 if kind == "pct" else 1)
    whole, part = (
        f"{name}, {_told(value, kind)}," if name else _told(value, kind)
        for name, value in ((of, first), (beside, second))
    )
    return f"{whole} less {part} is {_shown(apart)}{unit}"


def _told(value: Fraction, kind: str) -> str:
    return f"{_shown(value * 100)} per cent" if kind == "pct" else _shown(value)


def _shown(value: Fraction) -> str:
    shown = plain_text(value, _PLACES).rstrip("0").rstrip(".")
    return shown.replace("-", "\N{MINUS SIGN}")

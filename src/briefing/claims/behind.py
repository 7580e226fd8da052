"""What stands behind a figure in the words and turns it: a foreign unit, a denial of its answer."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.calling import is_of_another_unit

if TYPE_CHECKING:
    from briefing.claims.figures import Figure

_UNIT = re.compile(
    r"\s?(?:%|per\s?cent\b(?!age)|in\s(?:a|one|each|every)\shundred\b)", re.IGNORECASE
)
_POINTS = re.compile(r"\s?percentage\spoints?\b", re.IGNORECASE)
_NO_SHARES = frozenset({"count", "base", "score", "rank", "net", "points"})
"""Kinds whose number is no percentage. A mean may be one: of a question about percentages."""
_NO_POINTS = frozenset({"count", "base", "score", "rank"})

_CLAUSE = re.compile(r"[.!?:;,()\N{EN DASH}\N{EM DASH}]")
_SAYING = (
    "be|been|being|feel|felt|say|said|name|named|naming|mention|mentioned|choose|chose|chosen|pick|"
    "picked|tick|ticked|cite|cited|select|selected|call|called|it|them|that|as|the|a|an|very|really|"
    "at|all|always|even|so|fully|entirely|particularly|especially"
)
"""Words between a denial and the answer denied; ``cannot afford the cost`` denies no answer."""
_DENIAL = (
    r"(?:\b(?:not|never|cannot)|n['\N{RIGHT SINGLE QUOTATION MARK}]t)"
    rf"(?:\s(?:{_SAYING})\b){{0,3}}\s"
)
_NEGATIVE = re.compile(r"\b(?:not|no|none|never|nothing|neither|nor)\b", re.IGNORECASE)


def foreign_unit(behind: str, figure: Figure) -> str:
    """The unit typed behind a printed figure that is of another kind: a count ``per cent``."""
    other = figure.kind == "number" and is_of_another_unit(figure)
    found = (_UNIT.match(behind) if figure.kind in _NO_SHARES or other else None) or (
        _POINTS.match(behind) if figure.kind in _NO_POINTS or other else None
    )
    return found.group().strip() if found else ""


def denied(behind: str, figure: Figure) -> str:
    """The denial of a figure's own answer in the clause behind it: ``not satisfied``."""
    if not figure.answer or opposite(figure) is figure:
        return ""
    label = r"\s".join(map(re.escape, figure.answer.split()))
    clause = _CLAUSE.split(behind)[0]
    found = re.search(rf"{_DENIAL}{label}(?:s|d|ed)?\b", clause, re.IGNORECASE)
    return " ".join(found.group().split()) if found else ""


def opposite(figure: Figure) -> Figure:
    """The figure of those who do not, unless the answer itself is a denial."""
    if _NEGATIVE.search(figure.answer) or figure.base is None:
        return figure
    if figure.kind == "pct":
        count = None if figure.count is None else figure.base - figure.count
        return replace(figure, value=1 - figure.value, count=count)
    if figure.kind == "count":
        left = Fraction(figure.base) - figure.value
        return replace(figure, value=left, count=int(left))
    return figure

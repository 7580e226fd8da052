"""What stands behind a figure in the words and turns it: a foreign unit, a denial of its answer."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.claims.figures import Figure

_UNIT = re.compile(
    r"\s?(?:%|per\s?cent\b(?!age)|in\s(?:a|one|each|every)\shundred\b)", re.IGNORECASE
)
_NO_SHARES = frozenset({"count", "base", "score", "rank", "net", "points"})
"""Kinds whose number is no percentage. A mean may be one: of a question about percentages."""

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
    found = _UNIT.match(behind) if figure.kind in _NO_SHARES else None
    return found.group().strip() if found else ""


def denied(behind: str, figure: Figure) -> str:
    """The denial of a figure's own answer in the clause behind it: ``not satisfied``."""
    if not figure.answer or opposite(figure) is figure:
        return ""
    label = r"\s".join(map(re.escape, figure.answer.split()))
    clause = _CLAUSE.split(behind)[0]
    found = re.search(rf"{_DENIAL}{label}(?:s|d|ed)?\b", clause, re.IGNORECASE)
    return " ".join(found.group().split()) if found else ""


def contrary(behind: str, figure: Figure) -> str:
    """The other pole of a figure's answer said of it at once: ``are dissatisfied`` of Satisfied."""
    other = _other_pole(figure)
    clause = _CLAUSE.split(behind)[0]
    if not other or re.search(rf"\b{re.escape(figure.answer)}(?:s|d|ed)?\b", clause, re.IGNORECASE):
        return ""
    found = re.match(rf"{_SUBJECT}{other}(?:s|d|ed)?\b", clause, re.IGNORECASE)
    return " ".join(found.group().split()) if found else ""


def contrary_within(words: str, figure: Figure) -> bool:
    """Whether a claim's own words name the other pole: ``half are dissatisfied`` of Satisfied."""
    other = _other_pole(figure)
    said = rf"\b{_MEASURED}\s(?:(?:very|rather|quite|now|still|all|{_HOW})\s){{0,3}}{other}\b"
    return bool(other) and re.search(said, words, re.IGNORECASE) is not None


def _other_pole(figure: Figure) -> str:
    """The pattern of the other pole of an answer, degrees aside; nothing if it has none."""
    *rest, last = figure.answer.lower().split() or [""]
    if figure.kind not in ("pct", "count") or not last:
        return ""
    pole = _PREFIX.sub("", last) if _PREFIX.match(last) else f"(?:dis|un){re.escape(last)}"
    degrees = all(each == last or re.fullmatch(_HOW, each) for each in rest)
    return pole if degrees else r"\s".join((*map(re.escape, rest), pole))


_HOW = r"very|fairly|quite|rather|somewhat|strongly|mostly|completely|extremely|tend|to|or"
"""Words of an answer that say how much, as those of a net of two do."""
_MEASURED = r"(?:are|were|is|was|feel|felt|more|less|most|least|fewer)"
_PREFIX = re.compile(r"(?:dis|un)(?=\w{4})")
_SUBJECT = (
    r"\s(?:of\s(?:\w+\s){0,2}?(?:\w+s|them|us|people)\s)?"
    r"(?:(?:are|were|is|was|feel|felt|say|said)\s)?(?:(?:very|rather|quite|now|still|they|all|fairly|strongly|or)\s){0,3}"
)
"""What may stand between a figure and what it is said of; not ``of the dissatisfied``."""


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

"""What stands behind a figure in the words and turns it: a foreign unit, a denial of its answer."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.calling import is_of_another_unit
from briefing.claims.poles import core

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
_UNASKED = re.compile(
    r"\b(?:not|no|none|never|nothing|neither|nor|cannot|without|unable)\b"
    r"|n['\u2019]t\b|\btoo\s\w+\s(?:for\s\w+\s)?to\b",
    re.IGNORECASE,
)
"""Words of a question of which those who deny it may say yes."""


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
    named = rf"{_DENIAL}{label}(?:s|d|ed)?\b"
    found = re.search(named, clause, re.IGNORECASE) or _denied_at_once(label, clause, figure)
    return " ".join(found.group().split()) if found else ""


_AFFIRMED = frozenset({"yes", "agree", "support", "approve", "true", "in favour", "favour"})
"""Answers that say of people what was asked, so that its denial behind them turns them round."""
_WORD = r"[\w'\u2019-]+"
_OF_WHOM = rf"(?:\s(?:of|among|in)(?:\s(?!who\b|that\b|which\b){_WORD}){{1,5}}?)?"
_HELPING = "do|does|did|are|is|were|was|have|has|had|would|will|could|can"
_AT_ONCE = re.compile(
    rf"^{_OF_WHOM}\s(?P<denial>(?:(?:{_HELPING})\s(?:(?:still|also|simply)\s)?(?:not|never)"
    r"|\w+n['\u2019]t|cannot|never)\b(?!\s(?:only|just)\b))",
    re.IGNORECASE,
)
"""A denial as the first that is said of people: ``of residents do not``."""


def _denied_at_once(label: str, clause: str, figure: Figure) -> re.Match[str] | None:
    """The denial of what was asked, right behind a figure: ``do not use it`` of Yes.

    Where several could be ticked ``do not come because of the cost`` is what those say who tick it,
    so it is one only where they were asked what they do: ``did not swim`` of Swimming.
    """
    found = _AT_ONCE.match(clause)
    if found is None or (not figure.parts and _OF_REASONS.search(figure.asked)):
        return None
    at_once = re.compile(re.escape(found["denial"])).search(clause)
    if figure.parts and _affirms(figure) and not _UNASKED.search(figure.asked):
        return None if _paraphrases(clause[found.end() :], figure.asked) else at_once
    forms = label if figure.parts else f"(?:{label}|{_done(figure.answer)})"
    within = rf"{re.escape(found['denial'])}{_WHAT}\s{forms}\b"
    return re.search(within, clause, re.IGNORECASE)


_OF_REASONS = re.compile(
    r"\b(?:why|reasons?|because|keeps?|prevent\w*|stop\w*|put\w*\syou\soff|barriers?|problems?|difficult\w*|"
    r"not|never|worr\w+|concern\w*|affect\w*)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
"""Words of a question whose answers are why people do not do something."""
_OF_LACK = re.compile(
    r"\b(?:more|less|fewer|better|worse|rather|instead|wish|would|should|could|like\sto|want\w*|need\w*|"
    r"too|difficult\w*|hard|stop\w*|prevent\w*|keep|without|problems?|trouble|miss\w*|lack\w*|fail\w*|"
    r"change\w*|improve\w*|worr\w+|concern\w*|afraid|un\w{4,}|dis\w{4,})\b",
    re.IGNORECASE,
)
"""Words of a question after which those who say yes lack something: more of what they do not do."""
_DEGREE = re.compile(
    r"\b(?:as\s\w+\sas|enough|sufficient\w*|yet|any\smore|so\s\w+\sas)\b", re.IGNORECASE
)
_SKIPPED = frozenset(
    {"be", "been", "have", "had", "really", "always", "often", "quite", "at", "all"}
)


def _paraphrases(denied: str, asked: str) -> bool:
    """Whether a denial says what a yes to a question of a lack says: ``do not come often enough``.

    It does not where it denies the very word that was asked, and of no degree.
    """
    if not _OF_LACK.search(asked):
        return False
    first = next((each for each in re.findall(_WORD, denied) if each not in _SKIPPED), "")
    stems = {each.lower()[:_STEM] for each in re.findall(_WORD, asked)}
    return first.lower()[:_STEM] not in stems or _DEGREE.search(denied) is not None


_STEM = 4
"""Signs in which the forms of a word are alike: ``want`` and ``wanted``."""


def _done(answer: str) -> str:
    """What people do who tick an answer of one word: ``swim`` of Swimming; else nothing."""
    word = answer.lower()
    stem = re.sub(r"(\w)\1$", r"\1", word.removesuffix("ing"))
    return f"{re.escape(stem)}\\w*" if word.endswith("ing") and len(stem) >= _STEM - 1 else "(?!)"


_BREAKING = "because|since|as|and|but|or|than|who|that|which|if|when|while|though"
_WHAT = rf"(?:\s(?!(?:{_BREAKING})\b){_WORD}){{0,4}}?"
"""What may stand between a denial and the answer denied, which is not given as its reason."""


def _affirms(figure: Figure) -> bool:
    answer = figure.answer.lower()
    return re.split(r"[,:;\s]", answer)[0] == "yes" or {answer, core(answer)} & _AFFIRMED != set()


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

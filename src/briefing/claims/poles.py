"""The two poles of an answer: which words name the other one, ``dissatisfaction`` of Satisfied."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.claims.opposites import opposing_nouns, opposites
from briefing.claims.statements import UnclearClaimError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.claims.figures import Figure

_CLAUSE = re.compile(r"[.!?:;,()\N{EN DASH}\N{EM DASH}]")
_HOW = r"very|fairly|quite|rather|somewhat|strongly|mostly|completely|extremely|tend|to|or"
"""Words of an answer that say how much, as those of a net of two do."""
_MEASURED = r"(?:are|were|is|was|feel|felt|more|less|most|least|fewer)"
_PREFIX = re.compile(r"(?:dis|un)(?=\w{4})")
_SUBJECT = (
    r"\s(?:of\s(?:\w+\s){0,2}?(?:\w+s|them|us|people)\s)?"
    r"(?:(?:are|were|is|was|feel|felt|say|said)\s)?(?:(?:very|rather|quite|now|still|they|all|fairly|strongly|or)\s){0,3}"
)
"""What may stand between a figure and what it is said of; not ``of the dissatisfied``."""


def contrary(behind: str, figure: Figure) -> str:
    """The other pole of a figure's answer said of it at once: ``are dissatisfied`` of Satisfied."""
    other = _other_pole(figure)
    clause = _CLAUSE.split(behind)[0]
    own = (
        rf"\b(?:{re.escape(figure.answer)}|{re.escape(core(figure.answer)) or '(?!)'})(?:s|d|ed)?\b"
    )
    if not other or re.search(own, clause, re.IGNORECASE):
        return ""
    found = re.match(rf"{_SUBJECT}{other}(?:s|d|ed)?\b", clause, re.IGNORECASE)
    return " ".join(found.group().split()) if found else ""


def contrary_within(words: str, figure: Figure) -> bool:
    """Whether a claim's own words name the other pole: ``half are dissatisfied`` of Satisfied."""
    other = _other_pole(figure)
    said = rf"\b{_MEASURED}\s(?:(?:very|rather|quite|now|still|all|{_HOW})\s){{0,3}}{other}\b"
    if other and re.search(said, words, re.IGNORECASE):
        return True
    return bool(_subject_of(words, figure))


def contrary_in_front(before: str, behind: str, figure: Figure) -> str:
    """The other pole as the subject in front: ``Dissatisfaction`` rose, of Satisfied.

    Not where the answer itself is named behind: ``Dissatisfaction fell, as … were satisfied``.
    """
    clause = _CLAUSE.split(before)[-1]
    own = _stem(figure.answer)
    return "" if own and _names(own).search(behind) else _subject_of(clause, figure)


def _other_pole(figure: Figure) -> str:
    """The pattern of the other pole of an answer, degrees aside; nothing if it has none."""
    *rest, last = figure.answer.lower().split() or [""]
    if figure.kind not in ("pct", "count") or not last:
        return ""
    if denied := _denied(figure.answer):
        return denied
    pole = _PREFIX.sub("", last) if _PREFIX.match(last) else f"(?:dis|un){re.escape(last)}"
    if not core(figure.answer):
        return r"\s".join((*map(re.escape, rest), pole))
    others = (pole, *opposites(last))
    return f"(?:{'|'.join(others)})"


def core(answer: str) -> str:
    """The word of an answer that says what, where all others say how much; nothing otherwise."""
    *rest, last = answer.lower().split() or [""]
    return last if all(each == last or re.fullmatch(_HOW, each) for each in rest) else ""


def _denied(answer: str) -> str:
    """What an answer denies in each of its parts: ``happy`` of “Not very or not at all happy”."""
    *rest, last = answer.lower().split() or [""]
    how = [each for each in rest if each not in ("not", "at", "all", last)]
    return (
        re.escape(last) if "not" in rest and all(re.fullmatch(_HOW, each) for each in how) else ""
    )


# -- the pole as a noun ----------------------------------------------------------------------------

_ENDING = re.compile(r"(?:factory|ied|ed|ent|ant|y|e)$")
_NOUN = r"(?:action|[ie]?ness|e?ment|ence|ance|[ei]?ty|al|ihood)"
_STEM = 3
"""Signs of a stem at least: of fewer too many words are made."""


def _stem(answer: str) -> str:
    """What the last word of an answer, degrees aside, is made of: ``satisf`` of Satisfied."""
    stem = _ENDING.sub("", core(answer))
    return stem if len(stem) >= _STEM and stem.isalpha() else ""


@cache
def _names(stem: str) -> re.Pattern[str]:
    return re.compile(rf"\b{stem}", re.IGNORECASE)


def _subject_of(clause: str, figure: Figure) -> str:
    """The noun of the other pole as what a clause is about; nothing if it is about something else.

    What is said of ``the causes of dissatisfaction`` is not said of it.
    """
    stem = _stem(figure.answer)
    if figure.kind not in ("pct", "count") or not stem:
        return ""
    other = _PREFIX.sub("", stem) if _PREFIX.match(stem) else f"(?:dis|un){stem}"
    nouns = "|".join((f"{other}{_NOUN}", *opposing_nouns(core(figure.answer))))
    found = re.match(
        rf"\W*(?:(?:and|but|while|so|overall|the|their|public)\s){{0,2}}"
        rf"(?:(?:level|rate|share)s?\sof\s)?(?P<noun>{nouns})\b",
        clause,
        re.IGNORECASE,
    )
    return found["noun"] if found else ""


# -- good and bad ----------------------------------------------------------------------------------

_GOOD = re.compile(
    r"\b(?:satisfied|happy|good|excellent|easy|safe|confident|positive|successful|pleased|proud|"
    r"keen|well|content|comfortable)\b",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"\b(?:dissatisfied|unhappy|poor|bad|difficult|hard|unsafe|negative|unsuccessful|angry|worried|"
    r"anxious|badly|poorly|uncomfortable|unconfident)\b",
    re.IGNORECASE,
)
_NEITHER = re.compile(r"\b(?:neither|nor|not|no|never|none)\b", re.IGNORECASE)
OF_THE_GOOD = frozenset({"better", "best", "happier", "happiest", "safer", "safest", "easier"})
OF_THE_GOOD |= {"easiest", "prouder", "proudest", "keener", "keenest", "improved", "improving"}
OF_THE_GOOD |= {"improvement", "outperform", "outperforms", "outperformed"}
OF_THE_GOOD |= {"worse", "worst", "poorer", "poorest", "worsened", "worsening", "deteriorated"}
"""Words that are read as more, or less, of what is good."""
OF_THE_BAD = frozenset({"unhappier", "unhappiest", "angrier", "angriest", "warier", "wariest"})
OF_THE_BAD |= {"harder", "hardest"}
"""Words that are read as more of what is bad."""


def check_poles(words: str, tokens: Sequence[str], figures: Sequence[Figure]) -> None:
    """Refuse words of one pole that rest on answers of the other: ``unhappier`` of Satisfied.

    Raises `UnclearClaimError`. What an answer says of itself is all that is known of its pole.
    """
    for each in figures:
        if each.kind not in ("pct", "count") or _NEITHER.search(each.answer):
            continue
        good, bad = _GOOD.search(each.answer), _BAD.search(each.answer)
        wrong = OF_THE_GOOD if bad and not good else OF_THE_BAD if good and not bad else frozenset()
        for said in sorted(wrong.intersection(tokens)):
            raise UnclearClaimError(
                f"'{words}' rests on '{each.answer}': '{said}' may be of more of them or of fewer",
                "say more or fewer, higher or lower, or claim the cells of the other answer",
            )

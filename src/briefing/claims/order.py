"""In which order words name what is compared: ``more in Town than in Village``, ``fewer agree``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.claims.directions import LESS, MORE
from briefing.claims.groups import any_of, folded, short_forms
from briefing.claims.opposites import own_nouns
from briefing.claims.poles import core

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.claims.figures import Figure
    from briefing.claims.whom import Whom

_CLAUSE = re.compile(r"[.!?:;,()\N{EN DASH}\N{EM DASH}]")
_ALIKE = re.compile(
    r"\b(?:similar\w*|same|alike|equal\w*|within|differ\w*|var(?:y|ies|ied)|apart|identical|both|each|"
    r"between|respectively|compared|unlike)\b",
    re.IGNORECASE,
)
"""Words of which the order of the cells is no part."""
_THAN = re.compile(r"\bthan\s", re.IGNORECASE)
_TO_THE_OTHER = frozenset({"above", "ahead", "behind", "below"})
"""Words right behind which stands what is compared with, as if they had a "than"."""
_AHEAD = re.compile(rf"^\s(?P<word>{any_of(sorted(MORE | LESS))})\b", re.IGNORECASE)


def other_order(before: str, words: str, figures: Sequence[Figure], whom: Whom) -> tuple[str, str]:
    """Which of two cells words name first, and which is; nothing where that is the same.

    The first may be the subject in front: ``Opposition`` outweighs support.
    """
    if len(figures) != 2 or _ALIKE.search(words):  # noqa: PLR2004 - a comparison has two sides
        return "", ""
    words = f"{_CLAUSE.split(before)[-1]}{words}"
    first, second = _names(*figures)
    at = _places(words, first, second, whom)
    behind = _THAN.search(words)
    if at[1] < 0 <= at[0] and behind and behind.end() <= at[0]:
        return first, first
    return (second, first) if min(at) >= 0 and at[0] > at[1] else ("", "")


def leading_word(behind: str) -> str:
    """The word right behind an amount that says which of two cells is ahead: ``more``, ``less``."""
    found = _AHEAD.match(behind)
    return found["word"].lower() if found else ""


def ahead(behind: str, figure: Figure, whom: Whom) -> tuple[str, bool] | None:
    """What is said of a difference behind it, and whether it is so: ``more agree than disagree``.

    Nothing where the words do not say which of the two is meant.
    """
    clause = _CLAUSE.split(behind)[0]
    word, than = leading_word(clause), _THAN.search(clause)
    if not word or figure.less is None:
        return None
    sides = (figure, figure.less) if word in MORE else (figure.less, figure)
    first, second = _places(clause, *_names(*sides), whom)
    if word in _TO_THE_OTHER:  # "ahead of the gym": whoever is named there is not the first
        named = max(first, second) >= 0 > min(first, second)
        return (clause.rstrip(), second >= 0) if named else None
    end = than.end() if than else len(clause)
    if max(first, second) < 0:
        return None
    if min(first, second) >= 0:
        return clause[:end].rstrip(), first < second
    return clause[:end].rstrip(), first < end if second < 0 else second >= end


def _names(first: Figure, second: Figure) -> tuple[str, str]:
    """What two cells are called beside each other: by their rows, or by their answers."""
    if first.row != second.row:
        return first.row, second.row
    return first.answer, second.answer


def _places(words: str, first: str, second: str, whom: Whom) -> tuple[int, int]:
    """Where each of two is named; below nought where one is not."""
    if first == second:
        return -1, -1
    return _place_of(first, words, whom), _place_of(second, words, whom)


def _place_of(label: str, words: str, whom: Whom) -> int:
    short = [each for each, full in short_forms(whom.breaks).items() if full == folded(label)]
    said = core(label)
    named = "|".join((any_of((label, *short, *([said] if said else []))), *own_nouns(said)))
    found = label and re.search(rf"\b(?:{named})(?:s|d)?\b", words, re.IGNORECASE)
    return found.start() if found else -1

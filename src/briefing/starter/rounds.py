"""Columns that say in which round somebody was asked: waves, years or quarters put together."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing.starter.model import GuessedAnswer, GuessedScale
from briefing.starter.names import capital, ids_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.starter.field import Field

ROUNDS = ("wave", "round", "year", "quarter")
"""What rounds are called, and the attributes that tell them apart."""
_FEWEST, _MOST = 2, 6
"""Rounds whose answers stand in one file."""
_NAMED = re.compile(
    r"(?:the )?(?:survey|study|interview|fieldwork|panel)?[_ ]?"
    r"(?P<kind>" + "|".join(ROUNDS) + r")(?:[_ ](?:of[_ ](?:the[_ ])?)?"
    r"(?:survey|study|interview|fieldwork|no|number|id))?\W*",
    re.IGNORECASE,
)
_SEASONS = ("winter", "spring", "summer", "autumn", "fall")
_BASELINE = re.compile(r"\b(?:baseline|pre|before|first)\b", re.IGNORECASE)


def round_of(own: Field) -> str:
    """What the rounds are that a column tells apart: ``wave``, ``year``; empty if it tells none.

    Nobody is asked for it, so that it stands in every row.
    """
    match = _NAMED.fullmatch(own.name) or _NAMED.fullmatch(own.question)
    if match is None or not all(own.cells):
        return ""
    return match["kind"].casefold() if _FEWEST <= len(set(own.cells)) <= _MOST else ""


def rounds(own: Field, kind: str) -> GuessedScale:
    """The rounds in the order of time; those that are but counted are called by what they are."""
    counts = Counter(own.cells)
    declared = [each for each in own.declared if each in counts]
    order = declared if len(declared) == len(counts) else sorted(counts, key=_when)
    bare = all(each.isdigit() and int(each) < _YEARS for each in order)
    labels = {each: capital(f"{kind} {each}") if bare else each for each in order}
    ids = ids_of(list(labels.values()), "group")
    return GuessedScale(
        tuple(
            GuessedAnswer(ids[label], label, values=(cell,) if bare else ())
            for cell, label in labels.items()
        ),
        reasons=("in the order of the rounds",),
    )


_YEARS = 1900


def _when(label: str) -> tuple[int, int, Sequence[int], str]:
    """Where a round stands in time: by its year, its season or what comes first, its numbers."""
    numbers = [int(each) for each in re.findall(r"\d+", label)]
    year = next((each for each in numbers if each >= _YEARS), 0)
    words = label.casefold()
    season = next((place for place, each in enumerate(_SEASONS) if each in words), -1)
    first = -1 if _BASELINE.search(label) else season
    return year, first, [each for each in numbers if each != year], words

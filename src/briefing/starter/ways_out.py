"""Answers that are ways out of a question: don't know, does not apply."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.starter.known import DONT_KNOW, NOT_APPLICABLE
from briefing.survey.labels import alike
from briefing.survey.question import Meaning

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_FEW = 3


def strays(codes: Collection[str]) -> tuple[str, ...]:
    """Codes that stand apart from a run of them, as surveys write no answer: 9 behind 1 to 5.

    Two are a run where nothing is between them: 9 behind 1 and 2.
    """
    if not all(each.isdigit() for each in codes):
        return ()
    values = sorted({int(each) for each in codes})
    for place in range(1, len(values)):
        inner, ways = values[:place], values[place:]
        least = 2 if inner in ([0, 1], [1, 2]) else _FEW
        gap = ways[0] - inner[-1] >= 2  # noqa: PLR2004 - one is the next point
        if gap and len(inner) >= least and NO_ANSWERS.issuperset(ways):
            return tuple(each for each in codes if int(each) in ways)
    return ()


def told_apart(codes: Sequence[str]) -> str:
    """What is asked of codes that stand apart."""
    shown = " and ".join(codes)
    verb = "stand" if len(codes) > 1 else "stands"
    return f"{shown} {verb} apart from the other codes and is taken for don't know: is that so?"


NO_ANSWERS = frozenset({8, 9, 88, 98, 99, 888, 998, 999})
"""Codes of no answer and don't know, if they stand apart from all others."""


def way_out(label: str) -> Meaning | None:
    """What an answer means that is a way out of the question; None if it is none."""
    form = _NUMBER.sub("", form_of(label))
    if DONT_KNOW.fullmatch(form):
        return Meaning.DONT_KNOW
    return Meaning.NOT_APPLICABLE if NOT_APPLICABLE.fullmatch(form) else None


_SAID_UNASKED = re.compile(r"\s*[(\[]vol(?:unteered)?\.?[)\]]\s*", re.IGNORECASE)
_NUMBER = re.compile(r"^\(?\d{1,2}[.)](?: ?-)? +(?=\D)")
"""The number of an answer on a form."""
_TO_READ = re.compile(r"\s*\[[A-Z][A-Z ;,/:'-]*\]$")


def form_of(label: str) -> str:
    """A label to be compared, without what tells interviewers how to take it.

    ``(VOL) Don't know``, ``Liberal [OR]``; a code as words: ``no_answer``.
    """
    plain = _TO_READ.sub("", _SAID_UNASKED.sub(" ", label.replace("_", " "))).strip()
    return alike(plain or label).rstrip("!")

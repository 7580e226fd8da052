"""Words for all who answered, right beside a figure: ``Of respondents,``, ``of everybody``."""

from __future__ import annotations

import re
from functools import cache

from briefing.claims.groups import any_of

NARROWED = (
    r"who|whom|whose|that|which|asked|we|using|with|in|at|from|aged|living|taking|having|visiting"
)
"""Words behind a noun that say it of some alone."""


def whole(before: str, behind: str, nouns: tuple[str, ...]) -> re.Match[str] | None:
    """Where all are named right in front of a figure or behind it; `nouns` are their own names."""
    front, back = _patterns(nouns)
    return front.search(before) or back.match(behind)


@cache
def _patterns(nouns: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """``Of respondents,`` right in front of a figure, ``of everybody`` right behind it."""
    named = any_of((*nouns, "respondents", "participants", "everybody", "everyone"))
    everybody = rf"(?:of|among|amongst)\s(?:all\s)?(?:the\s|our\s)?(?:{named})\b"
    only = r"(?:\s(?:only|just|over|under|about|around|almost|nearly))?"
    return (
        re.compile(rf"(?:^|[.!?;:]\s)(?:and\s|but\s)?{everybody},?{only}\s$", re.IGNORECASE),
        re.compile(rf"\s{everybody}(?!\s(?:{NARROWED})\b)", re.IGNORECASE),
    )

"""Labels into the order of a scale: every way of reading tried, the surest first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.starter.measured import banded, calendar, ended, numbered, with_stray
from briefing.starter.ways_out import form_of
from briefing.starter.worded import (
    compared,
    hedged,
    led,
    listed_family,
    of_any_adjective,
    often,
    taken_apart,
    with_denial,
    with_yes,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.starter.placed import Placed

_MOST_LEVELS = 40
"""More answers are no scale: they are names, or words."""
_LISTED = re.compile(r"[1-9]\d?[.)] ?(?P<words>[^\W\d].*|\d.*\D.*)")


def place_labels(labels: Sequence[str]) -> Placed | None:
    """The first way of reading that finds each label a level of its own."""
    if len(labels) > _MOST_LEVELS:
        return None
    forms = {each: form_of(each) for each in labels}
    words = _words_of(forms)
    for way in _WAYS[1:] if words else _WAYS:
        placed = way(words or forms)
        if placed and len(set(placed.levels.values())) == len(labels):
            return placed
    return None


def _words_of(forms: Mapping[str, str]) -> dict[str, str]:
    """The words of labels that all are numbered as on a list: ``1. Bus``, ``2. Tram``.

    Their numbers are those of the form, and no points of a rating.
    """
    listed = {label: _LISTED.fullmatch(form) for label, form in forms.items()}
    words = {label: match["words"] for label, match in listed.items() if match}
    return words if len(words) == len(forms) > 1 else {}


def by_number(labels: Sequence[str]) -> list[str]:
    """Labels in the order of the numbers that a form gives them; nothing if it gives none."""
    forms = {each: form_of(each) for each in labels}
    if not _words_of(forms):
        return []
    return sorted(labels, key=lambda each: int(re.sub(r"\D.*", "", forms[each])))


_WAYS = (
    numbered,
    listed_family,
    often,
    taken_apart,
    of_any_adjective,
    with_yes,
    banded,
    hedged,
    with_denial,
    compared,
    led,
    calendar,
    ended,
    with_stray,
)
"""How labels are read, the surest way first."""

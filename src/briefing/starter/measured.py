"""Scales known by numbers or the calendar: points of a rating, bands, months and days.

Each way takes the forms of labels by the labels, and places all of them or none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.starter.bands import band_levels, range_levels
from briefing.starter.ends import TENTH
from briefing.starter.placed import FEW_LEVELS, Placed
from briefing.starter.ratings import LABELLED
from briefing.starter.worded import HEDGED, listed_family, often, taken_apart

if TYPE_CHECKING:
    from collections.abc import Mapping


def numbered(forms: Mapping[str, str]) -> Placed | None:
    """Points of a rating: ``1`` to ``5``, ``0 - Not at all likely`` to ``10``."""
    levels = {}
    for label, form in forms.items():
        whole = re.fullmatch(r"(\d{1,2})(?:\.0)?", form)
        named = LABELLED.fullmatch(form)
        match = whole or named
        if match is None:
            return None
        levels[label] = int(match[1])
    numbers = sorted(levels.values())
    if len(numbers) < FEW_LEVELS or numbers[-1] > TENTH:
        return None
    reason = f"points of a rating from {numbers[0]} to {numbers[-1]}, put in the order of numbers"
    return Placed("rating", levels, reason, ascending=True)


def banded(forms: Mapping[str, str]) -> Placed | None:
    """Bands of numbers by where they begin: ages, amounts of money, counts."""
    levels = band_levels(forms) or range_levels(forms)
    if levels is None:
        return None
    return Placed("bands", levels, "bands of numbers, put in their order", ascending=True)


ENDED = "ended"
_AGAIN = re.compile(r"\b(?:no|not|none|nothing|never|nicht|kein\w*|pas|rien|nada|nunca|dim)\b")
"""What the name of a low end says: ``Pay no attention``."""
_AGAINST = "strongly disagree"
"""Beside it one end alone is known as that of a scale."""


def ended(forms: Mapping[str, str]) -> Placed | None:
    """Points of a rating whose ends have words and no number: ``Strongly agree``, ``9``, ``8``."""
    points = {label: int(form) for label, form in forms.items() if re.fullmatch(r"\d{1,2}", form)}
    words = {label: form for label, form in forms.items() if label not in points}
    able = len(points) >= FEW_LEVELS and max(points.values()) <= TENTH
    if not able or not 1 <= len(words) <= 2:  # noqa: PLR2004 - two ends
        return None
    ends = words if len(words) > 1 else {**words, _AGAINST: _AGAINST}
    told = listed_family(ends) or taken_apart(ends)
    denied = [label for label, form in words.items() if _AGAIN.search(form)]
    if told is None and not (len(denied) == 1 < len(words)):
        return None
    low = [label for label in words if told.levels[label] <= 0] if told else denied
    above, below = max(points.values()) + 1, min(points.values()) - 1
    levels = {label: below if label in low else above for label in words}
    reason = "points of a rating whose ends have words, put in the order of numbers"
    return Placed(ENDED, {**points, **levels}, reason, ascending=True)


_MONTHS = (
    "january | february | march | april | may | june | july | august | september | october"
    " | november | december"
)
_CALENDAR = (
    "spring | summer | autumn, fall | winter",
    "monday | tuesday | wednesday | thursday | friday | saturday | sunday",
    _MONTHS,
    "morning | afternoon | evening | night",
    "mornings | afternoons | evenings | nights",
)
"""What follows each other in a year, a week or a day."""


def calendar(forms: Mapping[str, str]) -> Placed | None:
    """Times of a year, a week or a day, whatever is said behind them: ``Spring (from March)``."""
    plain = {label: HEDGED.sub(r"\1", form) for label, form in forms.items()}
    for row in _CALENDAR:
        known = {
            word: place
            for place, words in enumerate(row.split(" | "))
            for word in words.split(", ")
        }
        if len(forms) >= FEW_LEVELS and all(form in known for form in plain.values()):
            levels = {label: known[form] for label, form in plain.items()}
            reason = "times that follow each other, put in their order"
            return Placed("calendar", levels, reason, ascending=True)
    return None


def with_stray(forms: Mapping[str, str]) -> Placed | None:
    """Bands of numbers and one sentence that names none, which stands behind them.

    ``It is not okay at all`` says no number, and nothing tells at which end it belongs.
    """
    for label, form in forms.items():
        rest = {each: own for each, own in forms.items() if each != label}
        worded = len(form.split()) > 1 and not re.search(r"\d", form)
        if not worded or len(rest) < FEW_LEVELS:
            continue
        placed = banded(rest) or often(rest)
        if placed:
            ends = placed.levels.values()
            level = max(ends) + 1 if placed.ascending else min(ends) - 1
            return replace(placed, levels={**placed.levels, label: level}, stray=label)
    return None

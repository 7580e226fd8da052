"""Groups that are called by their bounds: ``under 25`` of “16 to 24”, ``over 64`` of “65+”."""

from __future__ import annotations

import re
from functools import cache

_NUMBER = r"[£$€]?(\d{1,3}(?:,\d{3})+|\d+)"
_YEARS = r"(?:\s?(?:years?(?:\sold|\sof\sage)?|yrs))?"
_RANGE = re.compile(
    rf"(?:aged\s)?{_NUMBER}\s?(?:to|-|\N{{EN DASH}})\s?{_NUMBER}{_YEARS}", re.IGNORECASE
)
_BELOW = re.compile(rf"(?:aged\s)?(?:under|below|younger\sthan)\s{_NUMBER}{_YEARS}", re.IGNORECASE)
_ABOVE = re.compile(rf"(?:aged\s)?(?:over|above|older\sthan)\s{_NUMBER}{_YEARS}", re.IGNORECASE)
_FROM = re.compile(
    rf"(?:aged\s)?{_NUMBER}{_YEARS}(?:\s?\+|\splus|\s(?:and|or)\s(?:over|above|older|more))",
    re.IGNORECASE,
)


@cache
def called_by_bounds(breaks: tuple[tuple[str, ...], ...]) -> dict[str, tuple[str, ...]]:
    """What groups can be called by the numbers that bound them, by their labels.

    The lowest of a break is all below its upper end, and the highest all above its lower one: who
    is younger than all groups was not asked.
    """
    found: dict[str, tuple[str, ...]] = {}
    for labels in breaks:
        known = {each: ends for each in labels if (ends := _ends(each)) is not None}
        for label, (low, high) in known.items():
            others = [ends for each, ends in known.items() if each != label]
            names: list[str] = []
            if low is not None and high is not None:
                names += _within(low, high)
            if high is not None and others and all((each[0] or 0) > high for each in others):
                names += _up_to(high)
            if low is not None and others and all(_highest(each) < low for each in others):
                names += _from(low)
            found[label] = tuple(names)
    return found


def groups_with_bounds(
    before: str, behind: str, breaks: tuple[tuple[str, ...], ...]
) -> tuple[str, ...]:
    """The groups that a number between these words may be meant to bound: ``those under 30``."""
    if not (_BOUNDING.search(before) or _BOUNDED.match(behind)):
        return ()
    bounded = (tuple(each for each in labels if _ends(each)) for labels in breaks)
    return next((each for each in bounded if len(each) > 1), ())


_BOUNDING = re.compile(
    r"\b(?:aged|(?:those|people|residents|respondents|anyone|everyone|adults|men|women)\s"
    r"(?:who\s(?:are|were)\s)?(?:aged\s)?(?:under|over|below|above|between|older\sthan|younger\sthan))"
    r"\s[£$€]?$|^(?:.*[.!?;:]\s)?(?:under|over)\s$",
    re.IGNORECASE,
)
_BOUNDED = re.compile(
    r"s\b|\s(?:and|or)\s(?:over|under|above|older|younger)\b|[\s-]years?[\s-]olds?\b",
    re.IGNORECASE,
)
"""Words around a number that make it the bound of a group."""


def _ends(label: str) -> tuple[int | None, int | None] | None:
    """The lowest and the highest whole number in a group; None where it has no such end."""
    own = label.strip()
    if each := _RANGE.fullmatch(own):
        return _whole(each[1]), _whole(each[2])
    if each := _BELOW.fullmatch(own):
        return None, _whole(each[1]) - 1
    if each := _ABOVE.fullmatch(own):
        return _whole(each[1]) + 1, None
    if each := _FROM.fullmatch(own):
        return _whole(each[1]), None
    return None


def _whole(text: str) -> int:
    return int(text.replace(",", ""))


def _highest(ends: tuple[int | None, int | None]) -> float:
    return float("inf") if ends[1] is None else ends[1]


def _within(low: int, high: int) -> list[str]:
    pair = f"{low:,}", f"{high:,}"
    return [joint.join(pair) for joint in (" to ", "-", "\N{EN DASH}", " and ")]


def _up_to(high: int) -> list[str]:
    beyond, end = f"{high + 1:,}", f"{high:,}"
    fronts = ("under ", "under-", "under\N{NON-BREAKING HYPHEN}", "below ", "younger than ")
    joints = (f"{end} {each}" for each in ("and under", "or under", "or younger", "and younger"))
    return [*(f"{each}{beyond}" for each in fronts), f"up to {end}", *joints]


def _from(low: int) -> list[str]:
    below, end = f"{low - 1:,}", f"{low:,}"
    fronts = ("over ", "over-", "over\N{NON-BREAKING HYPHEN}", "above ", "older than ")
    joints = ("and over", "or over", "and older", "or older", "and above", "or above", "or more")
    loose = (f"{each}{end}s" for each in fronts[:3])  # over-65s are 65 and over, as all say it
    return [*(f"{each}{below}" for each in fronts), *(f"{end} {each}" for each in joints), *loose]

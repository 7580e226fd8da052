"""Bands of numbers by where they begin, and how often something is done: words to levels.

Ages, amounts of money, counts and times: ``Under 18``, ``£10,000 - £19,999``, ``3 months to 1
year``, ``Tens of thousands``; ``A few times a week``, ``Once a month or less``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.survey.labels import alike

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NUMBER = r"[£$€]?\s?\d[\d,]*(?:\.\d+)?\s?[kKmM%]?"
_TIMES = {
    "minute": 1,
    "min": 1,
    "hour": 60,
    "day": 1440,
    "week": 10_080,
    "month": 43_830,
    "year": 525_960,
    "yr": 525_960,
}
"""Minutes of a unit of time."""
_TIME = re.compile(rf"\b({'|'.join(_TIMES)})s?\b")
_UNIT = (
    r"(?:\s?(?:years?|yrs?|hours?|minutes?|mins?|days?|weeks?|months?|people|employees|staff|"
    r"times?|miles?|km|per cent|old|years old|children|persons?|a (?:year|month|week)|per \w+))*"
)
_BANDS = (
    (
        re.compile(
            rf"(?:under|less than|below|fewer than|up to|younger than|<=?|≤)\s*(?P<high>{_NUMBER})"
            rf"{_UNIT}"
        ),
        "high",
    ),
    (
        re.compile(
            rf"(?P<low>{_NUMBER}){_UNIT}\s*(?:or (?:less|under|fewer|below|younger)|and "
            rf"(?:under|below))"
        ),
        "none",
    ),
    (
        re.compile(
            rf"(?:from |between )?(?P<low>{_NUMBER}){_UNIT}\s*(?:-|to|and|up to|to under|"
            rf"but less than|-\s*under)\s*(?:under |less than )?(?P<high>{_NUMBER}){_UNIT}"
        ),
        "both",
    ),
    (
        re.compile(
            rf"(?:over|(?:more|greater|older) than|above|at least|>=?|≥)\s*(?P<low>{_NUMBER})"
            rf"{_UNIT}"
        ),
        "low",
    ),
    (
        re.compile(
            rf"(?P<low>{_NUMBER}){_UNIT}\s*(?:\+|or (?:more|over|above|older)|and (?:over|above"
            rf"|older|up|more)|plus){_UNIT}"
        ),
        "low",
    ),
    (re.compile(rf"(?P<low>{_NUMBER}){_UNIT}"), "one"),
)
_NONE = re.compile(
    r"(?:none|zero|no \w+|never|nothing)(?: yet| so far)?|just me|only me"
    r"|(?:i|we) (?:do not|don't|have not|haven't|have no|did not|didn't)\b.*"
)
_WORDS = {
    "hundreds of thousands": "100,000",
    "tens of thousands": "10,000",
    "millions": "1,000,000",
    "thousands": "1,000",
    "hundreds": "100",
    "tens": "10",
    **{
        word: str(number)
        for number, word in enumerate(
            ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
        )
    },
    "once": "1 time",
    "twice": "2 times",
}
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    "tenth",
)
"""What numbers things in their order: they are in it where each label is one, and nothing else."""
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b")
_HEIGHT = re.compile(
    r"(?P<feet>\d) ?(?:'|\u2032|\u2019|feet\b|foot\b|ft\b\.?) ?"
    r"(?:(?P<inches>1?\d) ?(?:\"|\u2033|\u201d|''|inch(?:es)?\b|ins?\b\.?)?)?"
)
"""Feet and inches: ``5'4"``, ``6 ft 2 in``; two digits of feet are no height of somebody."""
_ONE = re.compile(rf"(?:(?<=than )|(?<=to )|(?<=- ))an? (?=(?:{'|'.join(_TIMES)})\b)")
"""Of ``less than a year``, ``6 months to a year``."""


def band_levels(forms: Mapping[str, str]) -> dict[str, int] | None:
    """Where the band of each label begins; None if one of them is no band.

    `forms` are the labels with their words in small letters.
    """
    if len(forms) < 2:  # noqa: PLR2004 - one band is none
        return None
    if all(form in _ORDINALS for form in forms.values()):
        return {label: _ORDINALS.index(form) for label, form in forms.items()}
    counted = {label: _ONE.sub("1 ", _in_inches(form)) for label, form in forms.items()}
    plain = {
        label: _WORD.sub(lambda word: _WORDS[word[0]], form) for label, form in counted.items()
    }
    units = {unit for form in plain.values() for unit in _TIME.findall(form)}
    only = _TIMES[next(iter(units))] if len(units) == 1 else 0
    levels: dict[str, int] = {}
    for label, form in plain.items():
        start = _start(form, only, mixed=len(units) > 1)
        if start is None:
            return None
        levels[label] = start
    return levels


def _in_inches(form: str) -> str:
    """A height in feet and inches as a number of inches."""
    return _HEIGHT.sub(lambda part: f"{12 * int(part['feet']) + int(part['inches'] or 0)}", form)


def _start(form: str, only: int, *, mixed: bool) -> int | None:
    """Where a band begins, in hundredths; bands without a beginning come first.

    `only` are the minutes of the one unit of time that the bands have, if there is one; where
    units are `mixed` each band has to have its own.
    """
    if _NONE.fullmatch(form):
        return -1
    text = _AFTER.sub("over ", _AROUND.sub("", form))
    for pattern, ends in _BANDS:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        if ends in ("high", "none"):
            return 0
        low = _value(match["low"])
        unit = _TIME.search(text, match.end("low"))
        if ends == "one" and low == 0:  # nothing stands before "less than 100"
            return -1
        if low is None or (mixed and unit is None):
            return None
        minutes = (_TIMES[unit[1]] if unit else only) if mixed else 1
        return low * minutes + (1 if ends == "low" else 0) + 1
    return None


_AROUND = re.compile(
    r"^(?:aged?|from age|within(?: the (?:first|last|past|next))?|in the (?:first|last|past|next)) "
    r"(?=\d)| (?:of|in|at|into) (?:my|our|your|the|this|their) [^\d]+$"
)
_AFTER = re.compile(r"^after (?=\d)")
"""Words around a length of time: ``Within the first 1-5 years of our relationship``."""


def _value(written: str) -> int | None:
    text = written.strip(" £$€%").replace(",", "").replace(" ", "")
    factor = {"k": 1000, "m": 1_000_000}.get(text[-1:].lower(), 1)
    try:
        return int(float(text.rstrip("kKmM")) * factor * 100)
    except ValueError:
        return None


_FIGURE = re.compile(r"\d+(?:[., \u00a0\u202f]\d{3})*(?![\d])(?:[.,]\d{1,2}(?!\d))?")
_LEAST_RANGES = 2


def range_levels(forms: Mapping[str, str]) -> dict[str, int] | None:
    """Where ranges of numbers begin, whatever language their words are: ``de 18 a 24 años``.

    All ranges have the same words. What has one number lies below them all, above them all, or is
    a number by itself; None if one label is none of these.
    """
    found = {
        label: [_amount(each) for each in _FIGURE.findall(form)] for label, form in forms.items()
    }
    ranges = {label: ends for label, ends in found.items() if len(ends) == 2 and ends[0] < ends[1]}  # noqa: PLR2004 - from, to
    words = {_FIGURE.sub("#", forms[label]) for label in ranges}
    if len(ranges) < _LEAST_RANGES or len(words) != 1 or len(ranges) * 2 < len(forms):
        return None
    lowest = min(low for low, _ in ranges.values())
    highest = max(high for _, high in ranges.values())
    levels = {label: ends[0] for label, ends in ranges.items()}
    for label, ends in found.items():
        if label in ranges:
            continue
        if len(ends) != 1 or lowest < ends[0] < highest:
            return None
        levels[label] = lowest - 1 if ends[0] <= lowest else ends[0] + 1
    return levels


def _amount(written: str) -> int:
    """A number in hundredths, with whatever sign its thousands and decimals are parted."""
    whole, _, part = re.fullmatch(r"(.*?)(?:([.,])(\d{1,2}))?", written).groups("")  # type: ignore[union-attr]
    return int(re.sub(r"\D", "", whole)) * 100 + int(f"{part:0<2}" or 0)


# -- how often -------------------------------------------------------------------------------------

_PERIODS = {
    "day": 365,
    "night": 365,
    "week": 52,
    "weekend": 52,
    "fortnight": 26,
    "month": 12,
    "quarter": 4,
    "year": 1,
}
_EACH = {
    "daily": 365,
    "weekly": 52,
    "fortnightly": 26,
    "monthly": 12,
    "quarterly": 4,
    "yearly": 1,
    "annually": 1,
}
_COUNTS = {"a couple of": 2, "a few": 3, "few": 3, "several": 4, "multiple": 4, "many": 5, "": 1}
_OFTEN = re.compile(
    r"(?P<less>(?:less (?:often )?|fewer )than )?(?P<more>more (?:often )?than )?"
    r"(?:about |around |at least )?"
    r"(?:(?P<each>daily|weekly|fortnightly|monthly|quarterly|yearly|annually)"
    r"|(?P<nearly>almost |nearly )?every (?:single )?(?P<every>\w+)"
    r"|(?:(?P<number>\d+)\+?(?:\s?(?:-|or|to)\s?\d+)?"
    r"|(?P<count>a couple of|a few|few|several|multiple|many)) (?:times?|days?|nights?|evenings?) "
    r"(?:a|an|per|each|every|in the|of the) "
    r"(?P<per>\w+))"
    r"(?P<under>,? or less(?: often)?| or fewer)?(?P<over>,? or more(?: often)?)?"
)


_ONCE_A_YEAR, _ABOVE = 100, 10
"""A level, and how far above the rarer of two rates it is that lies between them."""
_IN_ALL = ("a few times", "a couple of times", "several times", "1 time or 2 times")
_SAID = {
    **dict.fromkeys(("never", "not at all"), -2),
    **dict.fromkeys(("less often", "less frequently", "less often than that"), 0),
    **dict.fromkeys(_IN_ALL, _ONCE_A_YEAR // 2),
}
"""Answers without a period; what is done so often in all is seldom done, where others name one."""


_ONCE = {
    "At least once a week": "once a week | weekly | every week | about once a week",
    "At least once a month": "once a month | monthly | every month | about once a month",
}


def at_least(labels: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """What is done at least once a week, or a month, with its name; empty where nothing says so.

    `labels` say how often something is done, from the most often; one alone is no net.
    """
    forms = [alike(each) for each in labels]
    for name, wordings in _ONCE.items():
        known = (*wordings.split(" | "), alike(name))
        at = next((place for place, form in enumerate(forms) if form in known), 0)
        if 0 < at < len(labels) - 1:
            return name, tuple(labels[: at + 1])
    return "", ()


def rate_levels(forms: Mapping[str, str]) -> dict[str, int] | None:
    """How often each label says that something is done; None if one of them does not say it."""
    levels = {}
    for label, form in forms.items():
        level = _rate(_WORD.sub(lambda word: _WORDS[word[0]], form))
        if level is None:
            return None
        levels[label] = level
    return levels if max(levels.values(), default=0) >= _ONCE_A_YEAR else None


def _rate(form: str) -> int | None:
    """Hundredths of times a year; what is never done comes last."""
    if form in _SAID:
        return _SAID[form]
    span = re.fullmatch(r"between (.+) and (.+)", form)
    if span:
        one, other = map(_rate, span.groups())
        return None if one is None or other is None else min(one, other) + _ABOVE
    match = _OFTEN.fullmatch(form)
    if match is None:
        return None
    period = _EACH.get(match["each"] or "") or _PERIODS.get(match["every"] or match["per"] or "")
    if period is None:
        return None
    times = int(match["number"]) if match["number"] else _COUNTS[match["count"] or ""]
    under = match["less"] or match["under"] or match["nearly"]
    nearly = bool(match["more"] or match["over"]) - bool(under)
    return times * period * 100 + nearly

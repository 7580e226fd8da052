"""What the wording of a rating says of its ends: "on a scale from 1 to 5, where 1 is the best".

A rating is only told rightly by somebody who knows which end is the good one: "four or five out of
five" of a question whose best is one would be true, and read as praise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.starter.adjectives import ADVERBS, DENIALS, FEELING, QUALITIES
from briefing.starter.families import FAMILIES
from briefing.starter.model import DETRACTORS, PROMOTERS
from briefing.starter.names import small
from briefing.survey.labels import alike

if TYPE_CHECKING:
    from collections.abc import Iterable

_POINT = (
    r"\b(?P<point>\d{1,2})(?:\s*(?:=|:|is|was|means|meaning|being|stands for|equals)\s*(?:the )?"
    r"|\s+(?=the \w)(?:the )|\s*\((?=[^\d)]))"
)
_NAMED = re.compile(
    _POINT + r"[\"\u201c'\u2018]?(?P<name>[^\W\d_][^\d,;:()?.\"\u201c\u201d]{1,40}?)"
    r"[\"\u201d'\u2019]?(?=\s*(?:[,;()?.]|$)|\s+(?:and|to|through|up to|[-\u2013])\s+\d)",
    re.IGNORECASE,
)
_SET_OUT = re.compile(
    r"\b(?P<point>\d{1,2}) ?(?:[-\u2013=:]|being|is|means) ?(?P<name>[A-Za-z][^,.;?!()\d]{2,})"
)
"""How a form sets them out: ``10 - strongly agree, 1 - strongly disagree``."""
_EXPLAINED = (
    re.compile(
        r"\s*[(\[][^()\[\]]*\b\d{1,2}\s*(?:=|:|is|being|means)\s[^()\[\]]*[)\]]", re.IGNORECASE
    ),
    re.compile(
        r"^(?:please )?(?:answer |say |tell us )?on (?:a|the|this) scale (?:of|from) "
        r".{3,140}?, (?:please )?(?=(?:and |please )?(?:how|to what|what|which|would|do|are|is|"
        r"rate|say|tell)\b)",
        re.IGNORECASE,
    ),
    re.compile(r",? from \d{1,2} ?\([^()]+\) to \d{1,2} ?\([^()]+\)", re.IGNORECASE),
    re.compile(
        r",? (?:please )?(?:answer |rate (?:it|them) )?on (?:a|the|this) scale (?:of|from) \d.*$",
        re.IGNORECASE,
    ),
    re.compile(
        r",? (?:where|with|if) \d{1,2} (?:is|being|means|stands for|as|equals|=) .*$", re.IGNORECASE
    ),
    re.compile(
        r"\s*\d{1,2} ?[-\u2013=:] ?[^\W\d][^,.;?!]*[,;] ?\d{1,2} ?[-\u2013=:] ?"
        r"[^\W\d][^,.;?!]*[.?!]?\s*$"
    ),
)
"""How a wording explains its scale, to be left out where it is named in short."""
TENTH = 10
RECOMMENDS = re.compile(r"recomm?i?end|recommand|empfehl|empfiehl|argymell", re.IGNORECASE)
"""Wordings that ask whether somebody would recommend something, in several languages."""
_PROMOTING, _DETRACTING, _THIRD = 9, 6, 3
"""Where the ends of a rating up to ten begin and end."""
_GOOD = {"best": 1, "highest": 1, "top": 1, "most": 1, "worst": -1, "lowest": -1, "least": -1}


@dataclass(frozen=True, slots=True)
class Ends:
    """The names of the lowest and the highest point of a rating; empty where nothing tells them."""

    low: str = ""
    high: str = ""

    @property
    def known(self) -> bool:
        """Whether both are named."""
        return bool(self.low and self.high)

    @property
    def falling(self) -> bool:
        """Whether the lowest point is the good end, as far as the names are known."""
        low, high = _worth(self.low), _worth(self.high)
        return low is not None and high is not None and low > high

    @property
    def rising(self) -> bool:
        """Whether the highest point is the good end, as far as the names are known."""
        low, high = _worth(self.low), _worth(self.high)
        return low is not None and high is not None and low < high


def ends_of(wording: str, points: Iterable[int]) -> Ends:
    """What a wording calls the lowest and the highest of the points of a rating."""
    named, known = _named(wording), sorted(points)
    return Ends(named.get(known[0], ""), named.get(known[-1], ""))


def points_in(wording: str) -> dict[int, str]:
    """What a wording calls points of a rating, if it names both ends of one up to ten."""
    found = _named(wording)
    able = len(found) > 1 and min(found) <= 1 and _THIRD <= max(found) <= TENTH
    return found if able else {}


def _named(wording: str) -> dict[int, str]:
    """The points that a wording gives names to."""
    matches = (*_SET_OUT.finditer(wording), *_NAMED.finditer(wording))
    return {int(each["point"]): each["name"].strip() for each in matches}


def parts_of(
    highest: int, lowest: int, ends: Ends, wording: str
) -> tuple[tuple[str, int, int], ...]:
    """The two ends of a rating with their names and points, the good one first."""
    if RECOMMENDS.search(wording) and highest == TENTH and not ends.falling:
        return (PROMOTERS, _PROMOTING, TENTH), (DETRACTORS, lowest, _DETRACTING)
    if highest == TENTH:
        low, high = (lowest, _THIRD), (_PROMOTING - 1, TENTH)
    else:
        low, high = (lowest, lowest + 1), (highest - 1, highest)
    if ends.falling:
        return ("best", *low), ("worst", *high)
    return ("high", *high), ("low", *low)


def gives(label: str, high: int, highest: int, ends: Ends) -> str:
    """What those do who gave points of one end: nobody is to read the bad end as praise."""
    if not ends.known or ends.rising:
        return f"give it {label} out of {highest}"
    point, name = (
        (highest, ends.high) if high == highest else (label.split(maxsplit=1)[0], ends.low)
    )
    return f"give it {label}, where {point} is “{small(name)}”"


def without_scale(wording: str) -> str:
    """A wording without the words that explain the points of its scale."""
    for pattern in _EXPLAINED:
        wording = pattern.sub("", wording).strip()
    return wording[:1].upper() + wording[1:]


def _worth(name: str) -> int | None:
    """How good an end is by its name: only which of two is the better is told by it."""
    form = alike(name).removeprefix("the ").removesuffix(" of all")
    for family in FAMILIES:
        if form in family.wordings:
            return family.wordings[form]
    words = form.split()
    if words and words[0] in _GOOD:
        return 10 * _GOOD[words[0]]
    for adjective, opposites in (*FEELING.items(), *QUALITIES.items()):
        for word, sign in ((adjective, 1), *((each, -1) for each in opposites)):
            adverb = form.removesuffix(word).strip() if form.endswith(word) else None
            if adverb is not None and adverb in (ADVERBS | DENIALS):
                return sign * (ADVERBS | DENIALS)[adverb]
    return None

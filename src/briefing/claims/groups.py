"""What groups are called: by their labels, for short, and by the bounds that they lie between."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.claims.bounds import called_by_bounds
from briefing.claims.vocabulary import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterable

NO_NAMES = frozenset({"yes", "no", "other", "others", "all", "none", "total", "overall", "both"})
"""Labels of groups that are words of any sentence."""


def any_of(labels: Iterable[str]) -> str:
    """The pattern of any of some labels, the longest first."""
    parts = (r"\s".join(map(re.escape, each.split())) for each in labels)
    return "|".join(sorted(parts, key=len, reverse=True))


def folded(label: str) -> str:
    """A label in small letters, with one blank between its words."""
    return " ".join(label.lower().split())


KINDS_OF_PLACE = (
    "councils?|boroughs?|districts?|areas?|wards?|authorit(?:y|ies)|towns?|villages?|regions?|"
    f"counties|sectors?|schools?|branch(?:es)?|sites?|groups?|{PEOPLE}"
)
_SHORTENED = re.compile(rf"(?P<short>[^(:,]+?)(?:\s?[(:,].*|\s(?:{KINDS_OF_PLACE}))", re.IGNORECASE)
"""A label with what a sentence leaves out: ``Metropolitan borough``, ``Rural (villages)``."""
_SHORTEST = 4
"""Signs of a short form: fewer name too much else."""
_PLACES = frozenset({"county", "city", "town", "village", "district", "borough", "parish", "ward"})
_PLACES |= {"local", "main", "central", "large", "small", "shire", "young", "older", "people"}
"""Words that name any place or person; ``in the county`` is of all residents of it."""


@cache
def short_forms(breaks: tuple[tuple[str, ...], ...]) -> dict[str, str]:
    """What groups are called for short, and in full; nothing that could be another group."""
    labels = list(dict.fromkeys(folded(each) for one in breaks for each in one))
    found: dict[str, str] = {}
    for label in labels:
        cut = _SHORTENED.fullmatch(label)
        short = cut["short"].strip() if cut else ""
        others = (each for each in labels if each != label)
        alone = not any(re.search(rf"\b{re.escape(short)}\b", each) for each in others)
        if len(short) >= _SHORTEST and alone and short not in {*NO_NAMES, *_PLACES}:
            found[short] = label
    return _bounded(breaks) | found


def _bounded(breaks: tuple[tuple[str, ...], ...]) -> dict[str, str]:
    """Groups by the bounds that name them: ``over-65s``; nothing that names two of them."""
    named: dict[str, set[str]] = {}
    for label, names in called_by_bounds(breaks).items():
        for name in names:
            named.setdefault(folded(name), set()).add(folded(label))
    return {name: one for name, (one, *more) in named.items() if not more}

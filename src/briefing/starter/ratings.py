"""Ratings in points: what wordings ask for one, and which of its points are counted together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.starter.ends import RECOMMENDS, TENTH, Ends, ends_of, gives, parts_of
from briefing.starter.model import GuessedNet
from briefing.starter.names import id_of, small
from briefing.survey.labels import alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LABELLED = re.compile(r"\(?(\d{1,2})\s*(?:[-=:.)(]\s*)+(?=\D)(.*?)\)?")
"""A point with its name: ``1 - Very poor``."""
RATED = re.compile(
    r"rate|rating|scale|likely|satisf|agree|recommend|out of|score|important|how well|confident"
    r"|happy|easy|recomend|recommand|empfehl|escala|skala|échelle|bewert|puntu",
    re.IGNORECASE,
)
"""Wordings whose numbers are points."""
COUNTED = re.compile(r"how (?:many|long|old|often)|number of|times", re.IGNORECASE)
"""Wordings whose numbers count or measure something."""
_FEW_LEVELS = 3


def rating_nets(
    order: Sequence[str], known: Mapping[str, str], levels: Mapping[str, int], wording: str
) -> tuple[tuple[GuessedNet, ...], str]:
    """Nets of both ends of a rating, and what has to be asked of it."""
    if COUNTED.search(wording):
        return (), ""
    highest = max(levels.values())
    ends = _ends(order, levels, wording)
    recommended = highest == TENTH and RECOMMENDS.search(wording)  # its ends are known to all
    told = ends.known or recommended or any(not each.isdigit() for each in order)
    ask = "" if told else "which end of the rating is the good one? Label both ends"
    if highest <= 1 or len(order) <= _FEW_LEVELS + 1:
        return (), ask if highest > 1 else ""
    rated = ends.known or RATED.search(wording)
    seen: set[str] = set()
    nets = []
    lowest = min(1, *levels.values())
    for name, low, high in parts_of(highest, lowest, ends, wording):
        of = tuple(known[each] for each in order if low <= levels[each] <= high)
        if 1 < len(of) < len(order) and seen.isdisjoint(of):
            label = f"{low} {'or' if high == low + 1 else 'to'} {high}"
            says = gives(label, high, highest, ends) if rated else ""
            nets.append(GuessedNet(id_of(name, known.values()), label, of, says))
            seen |= set(of)
    return tuple(nets), ask


def names_of(levels: Mapping[str, int], wording: str) -> dict[str, str]:
    """What a wording calls the two points that end a rating, where they are bare numbers."""
    ends = ends_of(wording, levels.values())
    if not ends.known or COUNTED.search(wording):
        return {}
    named = {min(levels.values()): ends.low, max(levels.values()): ends.high}
    return {
        label: small(named[level])
        for label, level in levels.items()
        if level in named and label.isdigit()
    }


def _ends(order: Sequence[str], levels: Mapping[str, int], wording: str) -> Ends:
    """The names of both ends, by the wording or else by the labels: ``1 - Very poor``."""
    asked = ends_of(wording, levels.values())
    if asked.known:
        return asked
    named = {levels[each]: match[2] for each in order if (match := LABELLED.fullmatch(each))}
    return Ends(named.get(min(levels.values()), ""), named.get(max(levels.values()), ""))


def runs_both_ways(columns: Iterable[Iterable[str]]) -> bool:
    """Whether a number stands for one thing in a column and for another in the next.

    So it is where an item of a grid is reversed: “1 - Disagree” in most, “1 - Agree” in one. Then
    a bare 2 means less in one and more in the other, and each has a scale of its own.
    """
    meant: dict[str, str] = {}
    labels = {alike(label) for column in columns for label in set(column)}
    found = (match for label in labels if (match := LABELLED.fullmatch(label)))
    return any(meant.setdefault(each[1], each[2]) != each[2] for each in found)

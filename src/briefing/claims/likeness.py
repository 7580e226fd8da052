"""Cells that are alike and cells that are not: ``similar``, ``does not vary``, ``varied widely``.

`SIMILAR` is how far apart shares may be that are said to be alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.margins import leads_by, margin_around, margin_before
from briefing.claims.statements import height_of
from briefing.claims.tokens import match, phrases, token
from briefing.tables.rounding import half_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.claims.figures import Figure

SIMILAR = Fraction(3)
"""Points by which similar shares may differ: the reach of ``just over``."""


@dataclass(frozen=True, slots=True)
class Similar:
    """Cells that are close; with `same` they print the same figure."""

    same: bool = False

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether all figures are within `SIMILAR`, or are printed alike."""
        values = [height_of(each) for each in figures]
        if self.same:
            return len({half_up(each) for each in values}) == 1
        return max(values) - min(values) <= SIMILAR


@dataclass(frozen=True, slots=True)
class Different:
    """Cells that are further apart than similar ones; with a `margin` by as much as it says.

    `denied` says that they are not: ``does not vary widely``.
    """

    margin: str = ""
    denied: bool = False

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether the highest and the lowest are so far apart."""
        values = [height_of(each) for each in figures]
        apart = max(values) - min(values)
        so_far = leads_by(apart, self.margin) if self.margin else apart > SIMILAR
        return so_far is not self.denied


# -- reading ---------------------------------------------------------------------------------------

ALIKE = phrases(
    {
        "similar": "similar|similarly|about the same|much the same|almost the same|nearly the same|"
        "broadly the same|roughly the same|virtually the same|unchanged|little changed|stable|"
        "steady|comparable|level|alike|much alike|close together|close to each other|"
        "close to one another|close behind each other|close behind one another|neck and neck|"
        "on a par|little between them|little to choose between them|about as many|about as much|"
        "roughly as many|roughly as much|around as many|evenly split|evenly divided|"
        "evenly matched|evenly balanced|evenly spread|equally split|equally divided|"
        "equally matched|equally balanced|equally spread",
        "same": "the same|identical|equal|equally|same|just as many",
    }
)
"""Words for cells that are alike."""
_DIFFER = frozenset({"differ", "differs", "differed", "different", "differently"})
_DIFFER |= {"varies", "varied", "vary", "changed"}
_DENIED_ALONE = frozenset({"change", "changes", "difference", "differences", "move", "moved"})
"""What tells of cells where it is denied alone: a difference is often the answer itself."""
_DENIALS = frozenset({"not", "no", "never"})
_HARDLY = frozenset({"hardly", "barely", "scarcely", "little"})
"""So small that it does not count."""
_BETWEEN = frozenset({"any", "been", "at", "all", "have", "has", "real", "a"})
"""Words that may stand between a denial and what is denied."""


def read_similar(tokens: Sequence[str], at: int) -> tuple[Similar, int] | None:
    """Likeness at a place, and where it ends."""
    found = match(ALIKE, tokens, at)
    return (Similar(found[0] == "same"), found[1]) if found else None


def read_different(tokens: Sequence[str], at: int) -> tuple[Different, int] | None:
    """Difference at a place, and where it ends: ``varied``, ``differ widely``, ``did not vary``."""
    start = at
    denied = _denies(token(tokens, at))
    if denied:
        at += 1
        while token(tokens, at) in _BETWEEN:
            at += 1
    front = margin_around(tokens, at)
    word = token(tokens, front[1])
    if word not in _DIFFER and not (denied and word in _DENIED_ALONE):
        return None
    if token(tokens, front[1] + 1) in _HARDLY:  # ``varied little``
        return Different(denied=not denied), front[1] + 2
    margin, end = margin_around(tokens, front[1] + 1)
    return Different(front[0] or margin or margin_before(tokens, start), denied), end


def _denies(word: str) -> bool:
    return word in _DENIALS or word in _HARDLY or word.endswith("n't")

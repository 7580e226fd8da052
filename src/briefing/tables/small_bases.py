"""Groups too small to be shown: suppression by base, and against subtraction (conventions, 1.7).

Only breaks are suppressed, never the total of a survey, and always before anything is rounded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.tables.model import Base, Cell
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.survey.question import SmallBases
    from briefing.tables.model import Head

CONFIDENTIAL = "c"
UNRELIABLE = "u"


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a break: its label, its base, its cells, and the answers it is made of.

    `size` is how many are in it whether they answered the question or not.
    """

    label: str
    base: Base
    cells: tuple[Cell, ...]
    of: frozenset[str]
    size: int = 0


class Why(Enum):
    """Why a group is not shown: it is small, it would tell a small one, or it is unreliable."""

    SMALL = "small"
    TELLING = "telling"
    WEAK = "weak"


Hidden = Mapping[str, Why]
"""Groups whose size is not told, by their ids."""
NONE: Hidden = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Shown:
    """The groups as they may be published, and why some of them may not."""

    bases: tuple[Base, ...]
    cells: tuple[tuple[Cell, ...], ...]
    why: tuple[Why | None, ...]

    def of(self, places: Sequence[int]) -> Shown:
        """Some of the groups, in this order."""
        return Shown(
            tuple(self.bases[place] for place in places),
            tuple(self.cells[place] for place in places),
            tuple(self.why[place] for place in places),
        )


def published(
    groups: Sequence[Group],
    wholes: Sequence[frozenset[str]],
    rule: SmallBases,
    respondents: str,
    secrets: Sequence[frozenset[str]] = (),
) -> Shown:
    """What of a break may be published.

    Each of `wholes` is a figure known from elsewhere (the total, an answer nobody gave), as the
    answers it is made of: what is hidden must not be the difference of what is known. `secrets` are
    small groups that are told nowhere, and are to stay so.
    """
    if rule.treatment == "show":
        return Shown(
            tuple(group.base for group in groups),
            tuple(group.cells for group in groups),
            (None,) * len(groups),
        )
    hidden = _hidden(groups, wholes, secrets, rule.suppress_below)
    bases, cells, why = [], [], []
    counted = rule.treatment == "counts"
    for place, group in enumerate(groups):
        reason = _reason(group, rule, hidden=place in hidden)
        symbol = "" if reason is None else UNRELIABLE if reason is Why.WEAK else CONFIDENTIAL
        bases.append(_shown_base(group, reason, rule, respondents))
        cells.append(
            tuple(
                Cell(None, each.count if counted and reason is Why.WEAK else None, symbol)
                for each in group.cells
            )
            if symbol
            else group.cells
        )
        why.append(reason)
    return Shown(tuple(bases), tuple(cells), tuple(why))


def _reason(group: Group, rule: SmallBases, *, hidden: bool) -> Why | None:
    if hidden:
        return Why.SMALL if group.base.n < rule.suppress_below else Why.TELLING
    return Why.WEAK if 0 < group.base.n < rule.percent_from else None


def _shown_base(group: Group, reason: Why | None, rule: SmallBases, respondents: str) -> Base:
    """The base of a group; one whose size would tell a small one's is not told either."""
    if reason is None:
        return group.base
    if reason is Why.WEAK:
        return replace(group.base, caution=False)
    words = wording()
    if reason is Why.TELLING:
        told = words.number_withheld(respondents=respondents, group=group.label)
    else:
        told = words.fewer_than(
            limit=rule.suppress_below, respondents=respondents, group=group.label
        )
    return Base(0, told, symbol=CONFIDENTIAL)


def _hidden(
    groups: Sequence[Group],
    wholes: Sequence[frozenset[str]],
    others: Sequence[frozenset[str]],
    suppress_below: int,
) -> set[int]:
    """The groups with a base below the threshold, and as many more as keep them hidden.

    What is small in every question is hidden with the same group in each, the smallest: the base of
    a question that was asked of some is the answer of another, and would tell it otherwise.
    """
    some = {place: group for place, group in enumerate(groups) if group.base.n}
    small = {place for place, group in some.items() if group.base.n < suppress_below}
    always = {place for place, group in some.items() if 0 < group.size < suppress_below}
    beside = {place for place, group in some.items() if group.size >= suppress_below}
    large = {place for place, group in some.items() if group.base.n >= suppress_below}

    def secrets(places: set[int]) -> list[frozenset[str]]:
        return [*others, *(groups[place].of for place in sorted(places))]

    hidden = _grown(groups, always, beside, wholes, secrets(always)) | small
    return _grown(groups, hidden, large, wholes, secrets(small))


def _grown(
    groups: Sequence[Group],
    hidden: set[int],
    able: set[int],
    wholes: Sequence[frozenset[str]],
    secrets: Sequence[frozenset[str]],
) -> set[int]:
    """What is `hidden` with as many of the groups that are `able`, the smallest first, as keep it.

    Those found not to be needed once the last is hidden are shown after all.
    """

    def told(kept: set[int]) -> bool:
        shown = (group.of for place, group in enumerate(groups) if place not in kept)
        known = _basis((*shown, *wholes))
        return any(not _left(secret, known) for secret in secrets)

    kept, added = set(hidden), []
    left = sorted(
        able - hidden, key=lambda place: (groups[place].size or groups[place].base.n, place)
    )
    while left and told(kept):
        added.append(left.pop(0))
        kept.add(added[-1])
    for place in added[:-1]:
        if not told(kept - {place}):
            kept.remove(place)
    return kept


def _basis(known: Iterable[frozenset[str]]) -> dict[str, dict[str, Fraction]]:
    """Figures that all of `known` are sums of multiples of, each by its first answer."""
    basis: dict[str, dict[str, Fraction]] = {}
    for each in known:
        left = _left(each, basis)
        if left:
            first = min(left)
            basis[first] = {answer: part / left[first] for answer, part in left.items()}
    return basis


def _left(wanted: frozenset[str], basis: dict[str, dict[str, Fraction]]) -> dict[str, Fraction]:
    """What is left of a figure without multiples of those of a basis: nothing if it follows."""
    left = dict.fromkeys(wanted, Fraction(1))
    while (first := min((each for each in left if each in basis), default="")) in basis:
        times = left[first]
        for answer, part in basis[first].items():
            value = left.get(answer, Fraction(0)) - times * part
            if value:
                left[answer] = value
            else:
                left.pop(answer, None)
    return left


def without(hidden: Hidden, columns: Sequence[Head], cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The figures of some groups in columns, without those of the hidden ones."""
    return tuple(
        Cell(None, symbol=CONFIDENTIAL) if head.id in hidden else cell
        for head, cell in zip(columns, cells, strict=True)
    )


def suppression_notes(
    why: Sequence[Why | None], rule: SmallBases, respondents: str
) -> tuple[str, ...]:
    """What the symbols of groups that are not shown mean."""
    notes = []
    if Why.SMALL in why:
        notes.append(wording().suppressed(limit=rule.suppress_below, respondents=respondents))
    if Why.TELLING in why:
        notes.append(wording().suppressed_too)
    if Why.WEAK in why:
        notes.append(wording().unreliable(limit=rule.percent_from))
    return tuple(notes)

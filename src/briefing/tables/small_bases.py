"""Groups too small to be shown: suppression by base, and against subtraction (conventions, 1.7).

Only breaks are suppressed, never the total of a survey, and always before anything is rounded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from itertools import chain, combinations
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.tables.model import Base, Cell
from briefing.tables.spans import basis_of, left_of
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from briefing.survey.question import SmallBases
    from briefing.tables.model import Head
    from briefing.tables.spans import Basis

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
    known = _known(groups, hidden, wholes)
    sizes = {place: groups[place].base.n for place in hidden}
    alike = _at_limits(groups, sizes, known, rule.suppress_below)
    bases, cells, why = [], [], []
    counted = rule.treatment == "counts"
    for place, group in enumerate(groups):
        reason = _reason(group, rule, hidden=place in hidden, alike=alike)
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


def _reason(group: Group, rule: SmallBases, *, hidden: bool, alike: bool) -> Why | None:
    """Why a group is not shown; hidden ones are `alike` where that would tell their size."""
    if hidden:
        return Why.SMALL if group.base.n < rule.suppress_below and not alike else Why.TELLING
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
    some = {place: group.base.n for place, group in enumerate(groups) if group.base.n}
    whole = {place: groups[place].size or number for place, number in some.items()}
    always = {place for place in some if 0 < groups[place].size < suppress_below}
    small = {place for place, number in some.items() if number < suppress_below}

    def told(sizes: Mapping[int, int], few: set[int], kept: set[int]) -> bool:
        known = _known(groups, kept, wholes)
        secrets = [*others, *(groups[place].of for place in sorted(few))]
        hidden = {place: sizes[place] for place in kept}
        return any(not left_of(secret, known) for secret in secrets) or _at_limits(
            groups, hidden, known, suppress_below
        )

    hidden = _grown(always, whole, set(some) - always, partial(told, whole, always)) | small
    return _grown(hidden, whole, set(some) - small, partial(told, some, small))


def _grown(
    hidden: set[int],
    sizes: Mapping[int, int],
    able: set[int],
    told: Callable[[set[int]], bool],
) -> set[int]:
    """What is `hidden` with as many of the groups that are `able`, the smallest first, as keep it.

    Those found not to be needed once the last is hidden are shown after all.
    """
    kept, added = set(hidden), []
    left = sorted(able - hidden, key=lambda place: (sizes[place], place))
    while left and told(kept):
        added.append(left.pop(0))
        kept.add(added[-1])
    for place in added[:-1]:
        if not told(kept - {place}):
            kept.remove(place)
    return kept


def _known(
    groups: Sequence[Group], hidden: Collection[int], wholes: Sequence[frozenset[str]]
) -> Basis:
    """What a reader sees: the groups that are shown, and figures from elsewhere."""
    shown = (group.of for place, group in enumerate(groups) if place not in hidden)
    return basis_of((*shown, *wholes))


_MOST_TOGETHER = 8
"""So many groups at a limit are added up in every way; of more all together, and each two."""


def _at_limits(
    groups: Sequence[Group], hidden: Mapping[int, int], known: Basis, suppress_below: int
) -> bool:
    """Whether the sum of hidden groups leaves one size alone for each, a small one among them.

    A small group is told to be of 1 to 9, one that is hidden beside it of 10 or more: two small
    groups of 2 together are of 1 each, of 18 together of 9 each.
    """
    small = {place for place, size in hidden.items() if size < suppress_below}
    least = [p for p, size in hidden.items() if size == (1 if p in small else suppress_below)]
    most = [place for place in small if hidden[place] == suppress_below - 1]
    for limit in (least, most):
        all_counts = range(2, len(limit) + 1)
        counts = all_counts if len(limit) <= _MOST_TOGETHER else (2, len(limit))
        for some in chain.from_iterable(combinations(limit, count) for count in counts):
            together = chain.from_iterable(groups[place].of for place in some)
            if not small.isdisjoint(some) and not left_of(together, known):
                return True
    return False


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

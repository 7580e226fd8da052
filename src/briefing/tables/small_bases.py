"""Groups too small to be shown: suppression by base, and against subtraction (conventions, 1.7).

Only breaks are suppressed, never the total of a survey, and always before anything is rounded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.tables.model import Base, Cell
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.survey.model import Codebook

CONFIDENTIAL = "c"
UNRELIABLE = "u"


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a break: its label, its base, its cells, and the answers it is made of."""

    label: str
    base: Base
    cells: tuple[Cell, ...]
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shown:
    """The groups as they may be published, and the notes that explain what is missing."""

    bases: tuple[Base, ...]
    cells: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...]


def published(
    groups: Sequence[Group], wholes: Sequence[frozenset[str]], codebook: Codebook
) -> Shown:
    """What of a break may be published.

    Each of `wholes` is a figure known from elsewhere (the total, an answer nobody gave), as the
    answers it is made of: what is hidden must not be the difference of what is known.
    """
    if codebook.small_bases == "show":
        return Shown(
            tuple(group.base for group in groups), tuple(group.cells for group in groups), ()
        )
    hidden = _hidden(groups, wholes, codebook.suppress_below)
    small = {place for place in hidden if groups[place].base.n < codebook.suppress_below}
    weak = {
        place
        for place, group in enumerate(groups)
        if place not in hidden and 0 < group.base.n < codebook.percent_from
    }
    bases, cells = [], []
    for place, group in enumerate(groups):
        symbol = CONFIDENTIAL if place in hidden else UNRELIABLE if place in weak else ""
        base = group.base
        if symbol:
            base = replace(base, caution=False)
        bases.append(_hidden_base(group, codebook) if place in small else base)
        cells.append(
            tuple(Cell(None, symbol=symbol) for _ in group.cells) if symbol else group.cells
        )
    return Shown(
        tuple(bases),
        tuple(cells),
        _notes(bool(small), bool(hidden - small), bool(weak), codebook),
    )


def _hidden_base(group: Group, codebook: Codebook) -> Base:
    words = wording().fewer_than(
        limit=codebook.suppress_below, respondents=codebook.respondents, group=group.label
    )
    return Base(0, words, symbol=CONFIDENTIAL)


def _hidden(
    groups: Sequence[Group], wholes: Sequence[frozenset[str]], suppress_below: int
) -> set[int]:
    """The groups with a base below the threshold, and as many more as keep them hidden."""
    hidden = {place for place, group in enumerate(groups) if 0 < group.base.n < suppress_below}
    secrets = tuple(sorted(hidden))
    answers = sorted(frozenset().union(*wholes, *(group.of for group in groups)))
    while True:
        open_groups = [
            place
            for place, group in enumerate(groups)
            if place not in hidden and group.base.n >= suppress_below
        ]
        known = [
            _vector(group.of, answers) for place, group in enumerate(groups) if place not in hidden
        ]
        known += [_vector(whole, answers) for whole in wholes]
        told = any(_follows(_vector(groups[place].of, answers), known) for place in secrets)
        if not told or not open_groups:
            return hidden
        hidden.add(min(open_groups, key=lambda place: (groups[place].base.n, place)))


def _vector(of: frozenset[str], answers: Sequence[str]) -> list[Fraction]:
    return [Fraction(answer in of) for answer in answers]


def _follows(wanted: list[Fraction], known: list[list[Fraction]]) -> bool:
    """Whether `wanted` is a sum of multiples of `known`: whether it can be worked out from them."""
    return _rank([*known, wanted]) == _rank(known)


def _rank(rows: list[list[Fraction]]) -> int:
    """The rank of a matrix, by elimination."""
    rows = [row[:] for row in rows]
    rank = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((each for each in range(rank, len(rows)) if rows[each][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        for each in range(rank + 1, len(rows)):
            factor = rows[each][column] / rows[rank][column]
            rows[each] = [
                value - factor * lead for value, lead in zip(rows[each], rows[rank], strict=True)
            ]
        rank += 1
    return rank


def _notes(small: bool, second: bool, weak: bool, codebook: Codebook) -> tuple[str, ...]:  # noqa: FBT001
    notes = []
    if small:
        limit = codebook.suppress_below
        notes.append(wording().suppressed(limit=limit, respondents=codebook.respondents))
    if second:
        notes.append(wording().suppressed_too)
    if weak:
        notes.append(wording().unreliable(limit=codebook.percent_from))
    return tuple(notes)

"""Groups of a question's breaks that are sums of others: the same respondents, otherwise parted.

Age in three bands beside age in six; a region whose towns and villages are the towns and villages
of two others. What is known of some of them is known of the rest, answer by answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from briefing.tables.spans import independent, signed, sums

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.tables.count import Mask

    Related: TypeAlias = Mapping[int, int]
    """Groups by their place among those of all breaks, with what each is multiplied by."""


@dataclass(frozen=True, slots=True, eq=False)
class Parted:
    """A break: the answers that each of its groups is made of, who is in each, and who in any.

    The first `told` of them stand in tables.
    """

    of: Sequence[frozenset[str]]
    masks: Mask
    whole: Mask
    told: int


def related(breaks: Sequence[Parted]) -> list[Related]:
    """Groups whose sum is known from the question's own table, or is that of others: nothing.

    First those within a break, then answers of two breaks that the same respondents gave, as few
    as there are, then what only more than two breaks together tell.
    """
    found: list[Related] = []
    parts: list[dict[frozenset[str], int]] = []
    first = 0
    for each in breaks:
        once: dict[frozenset[str], int] = {}
        for row, of in enumerate(each.of, first):
            if len(of) == 1:
                once.setdefault(of, row)
        told = enumerate(each.of[: each.told], first)
        found += _within(once, [(row, of) for row, of in told if row not in once.values()])
        parts.append(once)
        first += len(each.of)
    masks = np.column_stack([each.masks for each in breaks])
    for one, other in combinations(parts, 2):
        found += _alike(masks, list(one.values()), list(other.values()))
    return [*found, *_beyond(found, masks, [each.whole for each in breaks])]


def containing(breaks: Sequence[Parted]) -> list[list[int]]:
    """For each group the others that all of it is in: what nobody of them said nobody of it did."""
    masks = np.column_stack([each.masks for each in breaks]).astype(np.float64)
    meet = (masks.T @ masks).astype(np.int64)
    found = [np.flatnonzero(row == row[place]).tolist() for place, row in enumerate(meet)]
    return [[each for each in row if each != place] for place, row in enumerate(found)]


def _within(
    parts: Mapping[frozenset[str], int], nets: Sequence[tuple[int, frozenset[str]]]
) -> Iterator[Related]:
    """Of one break: all groups, a net and its parts, a net and all others."""
    yield dict.fromkeys(parts.values(), 1)
    for net, names in nets:
        within = [row for of, row in parts.items() if of <= names]
        yield {net: -1} | dict.fromkeys(within, 1)
        yield {net: 1} | {row: 1 for row in parts.values() if row not in within}


def _alike(masks: Mask, one: list[int], other: list[int]) -> Iterator[Related]:
    """Groups of one break, and of another, that the same respondents are in."""
    own, others = masks[:, one], masks[:, other]
    for rows, columns in _joined(own.astype(np.float64).T @ others > 0):
        if (own[:, rows].any(axis=1) == others[:, columns].any(axis=1)).all():
            yield {one[each]: 1 for each in rows} | {other[each]: -1 for each in columns}


def _joined(meet: np.ndarray) -> Iterator[tuple[list[int], list[int]]]:
    """The rows and columns of a matrix that hang together, apart from all others."""
    left = set(np.flatnonzero(meet.any(axis=1)).tolist())
    while left:
        rows = {min(left)}
        while True:
            columns = meet[sorted(rows)].any(axis=0)
            more = set(np.flatnonzero(meet[:, columns].any(axis=1)).tolist())
            if more == rows:
                break
            rows = more
        left -= rows
        yield sorted(rows), np.flatnonzero(columns).tolist()


def _beyond(found: Sequence[Related], masks: Mask, wholes: Sequence[Mask]) -> Iterator[Related]:
    """What else the groups come to: sums of multiples that follow from none of those found."""
    count = masks.shape[1]
    known = np.zeros((len(found), count), dtype=np.int64)
    for place, each in enumerate(found):
        known[place, list(each)] = list(each.values())
    more = sums(np.column_stack([masks, *wholes]))[:, :count]
    for place in independent(np.vstack([known, more])):
        if place >= len(found):
            row = more[place - len(found)]
            yield {int(each): signed(int(row[each])) for each in np.flatnonzero(row)}

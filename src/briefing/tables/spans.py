"""Groups of several breaks as figures of the same respondents: which follow from which.

A few respondents stand for all: those on whose answers those of all others depend. A group is the
set of them that it has, and whatever sums of groups come to nothing do so of these.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.tables.count import Mask

    Basis: TypeAlias = Mapping[str, Mapping[str, Fraction]]
    """Figures that all known ones are sums of multiples of, each by its first answer."""

PRIME = 2**31 - 1
"""Sums are told apart by what is left of them when this divides them, which is quick."""


def stand_ins(masks: Mask) -> np.ndarray:
    """The places of respondents who stand for all in some groups, a column each."""
    _, places = np.unique(np.packbits(masks, axis=1), axis=0, return_index=True)
    return np.asarray(places[independent(masks[places].astype(np.int64))])


def independent(rows: np.ndarray) -> list[int]:
    """The first rows that are no sums of multiples of those before, as many as there are."""
    left, found = rows % PRIME, []
    for column in range(rows.shape[1]):
        holding = np.flatnonzero(left[:, column])
        if holding.size:
            first = int(holding[0])
            found.append(first)
            inverse = pow(int(left[first, column]), -1, PRIME)
            times = left[:, column] * inverse % PRIME
            left = (left - times[:, np.newaxis] * left[first]) % PRIME
    return found


def as_sets(masks: Mask) -> list[frozenset[str]]:
    """Each column as the names of the respondents in it who stand for all."""
    places = stand_ins(masks)
    return [frozenset(str(place) for place in places if column[place]) for column in masks.T]


def sums(masks: Mask) -> np.ndarray:
    """The sums of multiples of some columns that come to nothing, a row each: all others follow.

    Multiples are what is left of them when `PRIME` divides them. How many each two columns share
    says as much of their sums as all rows do.
    """
    columns = masks.astype(np.float64)
    left = (columns.T @ columns).astype(np.int64)
    made, free = np.eye(len(left), dtype=np.int64), []
    for row in range(len(left)):
        holding = np.flatnonzero(left[row])
        if not holding.size:
            free.append(row)
            continue
        first = int(holding[0])
        times = left[row + 1 :, first] * pow(int(left[row, first]), -1, PRIME) % PRIME
        for each in (left, made):
            each[row + 1 :] = (each[row + 1 :] - times[:, np.newaxis] * each[row]) % PRIME
    return made[free]


def signed(rest: int) -> int:
    """A multiple of a sum with its sign, where it is a small whole number."""
    return rest - PRIME if rest > PRIME // 2 else rest


def basis_of(known: Iterable[frozenset[str]]) -> Basis:
    """The basis of some figures, each as the answers that it is made of."""
    basis: dict[str, dict[str, Fraction]] = {}
    for each in known:
        left = left_of(each, basis)
        if left:
            first = min(left)
            basis[first] = {answer: part / left[first] for answer, part in left.items()}
    return basis


def left_of(wanted: Iterable[str], basis: Basis) -> dict[str, Fraction]:
    """What is left of a figure without multiples of those of a basis: nothing if it follows.

    The figure is the answers it is made of; one that stands there twice is counted twice.
    """
    left = {answer: Fraction(times) for answer, times in Counter(wanted).items()}
    while (first := min((each for each in left if each in basis), default="")) in basis:
        times = left[first]
        for answer, part in basis[first].items():
            value = left.get(answer, Fraction(0)) - times * part
            if value:
                left[answer] = value
            else:
                left.pop(answer, None)
    return left

"""Counting respondents: the unweighted number, and what they weigh, exactly.

Respondents are numbered in the order of the survey; a mask says of each whether they are meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from briefing.survey.model import WEIGHT
from briefing.tables.model import Cell
from briefing.tables.printed import ALIKE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from briefing.survey.model import Survey
    from briefing.tables.breaking import Decided
    from briefing.tables.sensitive import Few
    from briefing.tables.variables import Variable

    Mask: TypeAlias = NDArray[np.bool_]
    Points: TypeAlias = NDArray[np.int64]

NOBODY = "w"
"""The symbol of a figure of no respondents (conventions, 1.7)."""

_EXACT_BITS = 53
"""Whole numbers below two to this power are exact as floating-point numbers, and so are sums."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Some respondents: how many they are, and the sum of their weights, in `parts` of one.

    Sums of one counter have the same parts, so that most figures are made of whole numbers alone.
    """

    n: int
    points: int
    parts: int = 1

    @property
    def weight(self) -> Fraction:
        """The sum of their weights."""
        return Fraction(self.points, self.parts)


class Counter:
    """Counts the respondents of a survey that a mask marks.

    Weights are brought to one denominator, so that sums of them are sums of whole numbers: shares
    of one base add up to one exactly. Who weighs nothing is in no base (conventions, 1.8).
    """

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.respondents = survey.codebook.respondents
        self.weighted = WEIGHT in survey.answers.columns
        self.everyone: Mask = np.ones(len(survey.answers), dtype=bool)
        """All respondents who are counted."""
        self.scaled = False
        """Whether weights say how many of a population each respondent stands for."""
        self.known: dict[str, Variable] = {}
        """What was answered, by its name, once it has been asked for."""
        self.few: dict[str, dict[str, Few]] = {}
        """What is masked of a sensitive question by each of its breaks, likewise."""
        self.decided: dict[tuple[str, str], Decided] = {}
        """What may be published of a question by a break, by their names, likewise."""
        self._denominator = 1
        self._numerators: NDArray[Any] | None = None
        self._weights: NDArray[np.float64] | None = None
        self._squares: NDArray[np.float64] | None = None
        if self.weighted:
            weights = survey.answers[WEIGHT].tolist()
            self._denominator = lcm(*{weight.denominator for weight in weights})
            scaled = [
                weight.numerator * (self._denominator // weight.denominator) for weight in weights
            ]
            # Whole numbers of any size: long decimals leave 64 bits.
            self._numerators = np.array(scaled, dtype=object)
            self.everyone = np.array([weight > 0 for weight in scaled], dtype=bool)
            self._weights = _digits(scaled)
            self._squares = _digits([weight * weight for weight in scaled])
            whole = self.tally(self.everyone)
            low, high = ALIKE
            self.scaled = whole.n > 0 and not low <= whole.weight / whole.n <= high

    def tally(self, mask: Mask) -> Tally:
        """Count those whom the mask marks."""
        who = mask & self.everyone
        number = int(np.count_nonzero(who))
        if self._weights is None:
            return Tally(number, number)
        return Tally(number, _sum(self._weights, who), self._denominator)

    def tallies(self, masks: Mask) -> list[Tally]:
        """Count those whom each column of `masks` marks."""
        return self.cross(self.everyone[:, np.newaxis], masks)[0]

    def cross(self, groups: Mask, parts: Mask) -> list[list[Tally]]:
        """For each column of `groups`, those whom each column of `parts` marks too."""
        marked = groups & self.everyone[:, np.newaxis]
        if self._weights is None and 1 in (groups.shape[1], parts.shape[1]):
            alone = np.count_nonzero(marked & parts, axis=0).tolist()
            tallies = [Tally(number, number) for number in alone]
            return [tallies] if groups.shape[1] == 1 else [[each] for each in tallies]
        within, columns = marked.astype(np.float64), parts.astype(np.float64)
        numbers = (within.T @ columns).astype(np.int64).tolist()
        if self._weights is None:
            return [[Tally(number, number) for number in row] for row in numbers]
        sums = _sums(self._weights, within, columns)
        return [
            [
                Tally(number, weight, self._denominator)
                for number, weight in zip(row, weights, strict=True)
            ]
            for row, weights in zip(numbers, sums, strict=True)
        ]

    def effective(self, mask: Mask, whole: Tally | None = None) -> Fraction | None:
        """The effective number of a base: what its weights leave of it (Kish; conventions, 1.8).

        None without weights, or for nobody; `whole` is the base counted, where it is known.
        """
        if self._squares is None:
            return None
        total = (whole or self.tally(mask)).points
        squares = _sum(self._squares, mask & self.everyone)
        return Fraction(total * total, squares) if squares else None

    def total(self, points: Points, mask: Mask) -> Fraction:
        """The weighted sum of whole numbers over those whom the mask marks."""
        pairs = zip(points[mask].tolist(), self.weights_of(mask), strict=True)
        return Fraction(sum(point * weight for point, weight in pairs), self._denominator)

    def weights_of(self, mask: Mask) -> list[int]:
        """The weights of those whom the mask marks, as whole numbers: all of them are so large."""
        if self._numerators is None:
            return [1] * int(np.count_nonzero(mask))
        return [int(weight) for weight in self._numerators[mask].tolist()]

    def share(self, part: Tally, whole: Tally) -> Cell:
        """The share of a base, `whole`, that is in a part of it."""
        return shares_of([part], whole)[0]


def _digits(numbers: list[int]) -> NDArray[np.float64]:
    """Whole numbers of any size in parts, a column each: the sum of one is exact in floats."""
    bits = _bits(len(numbers))
    largest, parts, lowest = max(numbers, default=0), [], (1 << bits) - 1
    while True:
        parts.append(np.array([number & lowest for number in numbers], dtype=np.float64))
        largest >>= bits
        if not largest:
            return np.array(parts).T
        numbers = [number >> bits for number in numbers]


def _bits(count: int) -> int:
    """The bits of a part of so many numbers, whose sum is exact."""
    return _EXACT_BITS - count.bit_length() - 1


def _sum(digits: NDArray[np.float64], who: Mask) -> int:
    """The sum of those numbers that a mask marks."""
    bits = _bits(len(who))
    parts = (who.astype(np.float64) @ digits).tolist()
    return sum(int(each) << (bits * place) for place, each in enumerate(parts))


def _sums(
    digits: NDArray[np.float64], within: NDArray[Any], columns: NDArray[Any]
) -> list[list[int]]:
    """For each column of `within`, the sums of those numbers that each of `columns` marks too."""
    bits = _bits(len(within))
    sums: list[list[int]] = [[0] * columns.shape[1] for _ in range(within.shape[1])]
    for place, each in enumerate(digits.T):
        part = ((within * each[:, np.newaxis]).T @ columns).astype(np.int64).tolist()
        sums = [
            [known + (more << (bits * place)) for known, more in zip(row, added, strict=True)]
            for row, added in zip(sums, part, strict=True)
        ]
    return sums


def shares_of(parts: Sequence[Tally], whole: Tally) -> tuple[Cell, ...]:
    """The shares of a base, `whole`, that are in parts of it."""
    if not whole.points:
        return tuple(Cell(None, symbol=NOBODY) for _ in parts)
    return tuple(
        Cell(Fraction(each.points * whole.parts, each.parts * whole.points), each.n)
        for each in parts
    )


def count_cell(number: int) -> Cell:
    """A cell that is a plain number of things."""
    return Cell(Fraction(number), number)

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

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from briefing.survey.model import Survey

    Mask: TypeAlias = NDArray[np.bool_]
    Points: TypeAlias = NDArray[np.int64]

NOBODY = "w"
"""The symbol of a figure of no respondents (conventions, 1.7)."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Some respondents: how many they are, and the sum of their weights."""

    n: int
    weight: Fraction


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
        self._denominator = 1
        self._numerators: NDArray[Any] | None = None
        if self.weighted:
            weights = survey.answers[WEIGHT].tolist()
            self._denominator = lcm(*(weight.denominator for weight in weights))
            scaled = [int(weight * self._denominator) for weight in weights]
            # Whole numbers of any size: a sum of long decimals leaves 64 bits.
            self._numerators = np.array(scaled, dtype=object)
            self.everyone = np.array([weight > 0 for weight in scaled], dtype=bool)

    def tally(self, mask: Mask) -> Tally:
        """Count those whom the mask marks."""
        if self._numerators is None:
            number = int(np.count_nonzero(mask))
            return Tally(number, Fraction(number))
        counted = mask & self.everyone
        total = sum(self._numerators[counted].tolist())
        return Tally(int(np.count_nonzero(counted)), Fraction(total, self._denominator))

    def total(self, points: Points, mask: Mask) -> Fraction:
        """The weighted sum of whole numbers over those whom the mask marks."""
        if self._numerators is None:
            return Fraction(int(points[mask].sum()))
        pairs = zip(points[mask].tolist(), self._numerators[mask].tolist(), strict=True)
        return Fraction(sum(point * weight for point, weight in pairs), self._denominator)

    def share(self, part: Mask, base: Mask, whole: Tally) -> Cell:
        """The share of a base, `whole`, that is in `part` too."""
        if not whole.weight:
            return Cell(None, symbol=NOBODY)
        tally = self.tally(part & base)
        return Cell(tally.weight / whole.weight, tally.n)


def count_cell(number: int) -> Cell:
    """A cell that is a plain number of things."""
    return Cell(Fraction(number), number)

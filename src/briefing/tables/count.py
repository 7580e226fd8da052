"""Counting respondents: the unweighted number, and what they weigh, exactly."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Any

from briefing.survey.model import WEIGHT
from briefing.tables.model import Cell

if TYPE_CHECKING:
    import pandas as pd

    from briefing.survey.model import Survey

    Mask = pd.Series[bool]

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
        self._denominator = 1
        self._numerators: pd.Series[Any] | None = None
        self._present: Mask | None = None
        if self.weighted:
            weights = survey.answers[WEIGHT]
            self._denominator = lcm(*(weight.denominator for weight in weights.unique()))
            self._numerators = weights.map(self._numerator).astype(object)
            self._present = self._numerators > 0

    def _numerator(self, weight: Fraction) -> int:
        return weight.numerator * (self._denominator // weight.denominator)

    def everyone(self) -> Mask:
        """All respondents who are counted."""
        answers = self.survey.answers
        if self._present is None:
            return answers.index.to_series().map(lambda _: True).astype(bool)
        return self._present

    def tally(self, mask: Mask) -> Tally:
        """Count those whom the mask marks."""
        if self._numerators is None or self._present is None:
            number = int(mask.to_numpy().sum())
            return Tally(number, Fraction(number))
        counted = (mask & self._present).to_numpy()
        total = sum(self._numerators.to_numpy()[counted].tolist())
        return Tally(int(counted.sum()), Fraction(total, self._denominator))

    def total(self, values: pd.Series[int], mask: Mask) -> Fraction:
        """The weighted sum of whole numbers over those whom the mask marks."""
        if self._numerators is None:
            return Fraction(int(values.to_numpy()[mask.to_numpy()].sum()))
        chosen = mask.to_numpy()
        pairs = zip(
            values.to_numpy()[chosen].tolist(),
            self._numerators.to_numpy()[chosen].tolist(),
            strict=True,
        )
        return Fraction(sum(value * weight for value, weight in pairs), self._denominator)

    def share(self, part: Mask, base: Mask, whole: Tally) -> Cell:
        """The share of a base, `whole`, that is in `part` too."""
        if not whole.weight:
            return Cell(None, symbol=NOBODY)
        tally = self.tally(part & base)
        return Cell(tally.weight / whole.weight, tally.n)

    def count_of(self, number: int) -> Cell:
        """A cell that is a plain number of things."""
        return Cell(Fraction(number), number)

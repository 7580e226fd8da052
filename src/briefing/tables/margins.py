"""Margins of error of a poll: how far a share may be from that of everybody (conventions, 1.9)."""

from __future__ import annotations

from fractions import Fraction
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.tables.count import Counter, Mask

_Z = Fraction(196, 100)
"""Standard errors on either side that hold 95 of 100 samples."""


def precise(counter: Counter, mask: Mask) -> Fraction | None:
    """What the respondents of a base are worth, for its margins; None if it is no poll.

    It is their effective number (Kish), so that uneven weights widen a margin. Where the codebook
    declares of how many in all the sample was drawn, the variance is less by the part of them that
    answered, 1 - n/N (Cochran, Sampling Techniques, 1977, 2.6; so does the Adult Social Care
    Survey): the same part in every group, as far as those are not known to differ.
    """
    codebook = counter.survey.codebook
    if not codebook.poll:
        return None
    size = counter.effective(mask) or Fraction(counter.tally(mask).n)
    if not size:
        return None
    whole = counter.tally(counter.everyone).n
    left = 1 - Fraction(whole, codebook.population) if codebook.population else Fraction(1)
    return size / left if left > 0 else None


def margin_of(share: Fraction, size: Fraction) -> Fraction:
    """The margin of a share in percentage points: 1.96 standard errors.

    Of a share of none or all it is nought, which is no margin: it is that of half a respondent.
    """
    within = min(max(share, Fraction(1, 2) / size), 1 - Fraction(1, 2) / size)
    error = sqrt(max(0.0, float(within * (1 - within) / size)))
    return _Z * Fraction(error) * 100

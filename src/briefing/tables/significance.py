"""Letters of significance: which groups' shares a share is significantly higher than.

Off unless the codebook asks for them (conventions, 1.10).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import sqrt
from statistics import NormalDist
from string import ascii_uppercase
from typing import TYPE_CHECKING

from briefing.tables.model import Measure
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.tables.model import Base, Cell, Head

BONFERRONI = "bonferroni"
LEVEL = 0.05
"""Two-sided: of so many comparisons of like groups one is called different."""
LEAST_BASE = 30
"""Both groups have at least as many respondents."""


def names_of(count: int) -> tuple[str, ...]:
    """The letters of so many groups: A to Z, then AA, AB and so on."""
    first = ascii_uppercase
    return tuple(
        first[at] if at < len(first) else first[at // len(first) - 1] + first[at % len(first)]
        for at in range(count)
    )


def lettered(
    cells: Sequence[tuple[Cell, ...]],
    bases: Sequence[Base],
    columns: Sequence[Head],
    groups: Sequence[tuple[str, frozenset[str]]],
    correction: str,
) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a break with the letters of the lower groups beside the higher shares.

    Each of `groups` is its letter and the answers that it is made of.
    Groups that have answers in common are not compared, nor suppressed ones, nor shares of nobody
    or everybody.
    """
    able = [
        place
        for place, (row, base) in enumerate(zip(cells, bases, strict=True))
        if base.n >= LEAST_BASE and any(cell.value is not None for cell in row)
    ]
    names = [letter for letter, _ in groups]
    pairs = [
        (one, two) for one, two in combinations(able, 2) if not groups[one][1] & groups[two][1]
    ]
    if not pairs:
        return tuple(cells)
    level = LEVEL / len(pairs) if correction == BONFERRONI else LEVEL
    least = NormalDist().inv_cdf(1 - level / 2)
    sizes = [float(base.n if base.effective is None else base.effective) for base in bases]
    found: dict[tuple[int, int], list[int]] = {}
    for column, head in enumerate(columns):
        if head.measure is not Measure.SHARE:
            continue
        values = [row[column].value for row in cells]
        shares = [None if value is None else float(value) for value in values]
        for one, two in pairs:
            high, low = (one, two) if (shares[one] or 0) > (shares[two] or 0) else (two, one)
            if _differ(shares[high], shares[low], sizes[high], sizes[low], least):
                found.setdefault((high, column), []).append(low)
    return tuple(
        tuple(
            replace(cell, letters=" ".join(names[low] for low in sorted(found[row, column])))
            if (row, column) in found
            else cell
            for column, cell in enumerate(own)
        )
        for row, own in enumerate(cells)
    )


def _differ(one: float | None, two: float | None, size: float, other: float, least: float) -> bool:
    """The pooled z-test of two shares of groups of these effective sizes."""
    if one is None or two is None or not (0 < one < 1 and 0 < two < 1):
        return False
    pooled = (one * size + two * other) / (size + other)
    error = sqrt(pooled * (1 - pooled) * (1 / size + 1 / other))
    return abs(one - two) / error > least


def letters_note(correction: str) -> str:
    """What the letters mean, and by which test (conventions, 1.10: it is stated)."""
    words = wording()
    corrected = words.correction_none
    if correction == BONFERRONI:
        corrected = words.correction_bonferroni
    return words.letters(correction=corrected, limit=LEAST_BASE)

"""Numbers parted into bands with round ends, and how such numbers are written."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
_BANDS = 5


@dataclass(frozen=True, slots=True)
class Band:
    """A band of numbers: from `low` (included) to `high` (not included)."""

    label: str
    low: float
    high: float


def bands(values: Sequence[float], sign: str = "", *, capped: bool = True) -> tuple[Band, ...]:
    """Four to six bands with round ends that part the values, the last open above.

    `sign` stands before amounts of money. Where nothing was `capped` and only one number stands in
    the last band, it is called by that.
    """
    ordered = sorted(values)
    low = ordered[int(0.05 * (len(ordered) - 1))]
    high = ordered[int(0.95 * (len(ordered) - 1))]
    step = _step((high - low) / _BANDS or 1)
    start = math.floor(low / step) * step
    ends = [start + step * place for place in range(1, _BANDS + 1)]
    ends = [end for end in ends if end <= high] or [start + step]
    if ordered[0] >= 0 and sum(value < ends[0] for value in ordered) > _MOST_IN_ONE * len(ordered):
        start, ends = 0.0, _uneven(ordered) or ends
    integral = all(value == int(value) for value in ordered) and step >= 1
    written: Callable[[float], str] = _whole if are_years(values) else _plain

    def shown(value: float) -> str:
        return f"{sign}{written(value)}"

    found = []
    if ordered[0] < start:
        found.append(Band(f"Under {shown(start)}", -math.inf, start))
    for first, last in zip([start, *ends], ends, strict=False):
        label = f"{shown(first)} to {shown(last - 1) if integral else f'under {shown(last)}'}"
        if integral and first == last - 1:
            label = shown(first)
        found.append(Band(label, first, last))
    alone = not capped and ordered[-1] == ends[-1]
    found.append(Band(shown(ends[-1]) + " or more" * (not alone), ends[-1], math.inf))
    return tuple(found)


def are_years(values: Sequence[float]) -> bool:
    """Whether whole numbers are years, a few at both ends aside."""
    ordered = sorted(values)
    ends = (ordered[int(part * (len(ordered) - 1))] for part in (0.05, 0.95))
    whole = all(value == int(value) for value in ordered)
    return whole and all(_YEARS[0] <= value <= _YEARS[1] for value in ends)


def written(value: float) -> str:
    """A number as digits that give it back."""
    return str(int(value)) if value == int(value) else repr(value)


_MOST_IN_ONE = 0.6
"""So large a part of all values in the lowest of even bands is no picture of them."""
_ROUND = tuple(figure * 10**power for power in range(-2, 9) for figure in (1, 2, 5))
_PARTS = (0.25, 0.5, 0.75, 0.9)
"""The parts of all values that lie below the ends of uneven bands, about."""


def _uneven(ordered: Sequence[float]) -> list[float]:
    """Round ends of bands that hold about as many values each, where most of these are small."""
    ends = set()
    whole = all(value == int(value) for value in ordered)
    able = [each for each in _ROUND if each >= 1 or not whole]
    for part in _PARTS:
        value = ordered[int(part * (len(ordered) - 1))]
        ends.add(min(able, key=lambda each: abs(each - value)))
    kept = sorted(end for end in ends if ordered[0] < end <= ordered[-1])
    return kept if len(kept) > 1 else []


def _step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least)) if least < 1 else 1.0
    while True:
        for step in _STEPS:
            if step * power >= least:
                return step * power
        power *= 100


_YEARS = (1900, 2100)
"""Whole numbers between these, a few at both ends aside, are years: written without a comma."""


def _whole(value: float) -> str:
    return str(round(value))


def _plain(value: float) -> str:
    rounded = round(value, 6)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:g}"

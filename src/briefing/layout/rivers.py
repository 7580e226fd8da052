"""Rivers: white that runs down through the spaces of several lines, and how much of it there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Whites = tuple[tuple[float, float], ...]
"""From where to where the spaces of a line go, in points from its left edge."""

RUN = 3
"""Lines through which white must run to be seen."""
SEEN = 0.3
"""The part of a space by which spaces must overlap so that white runs from line to line."""


def river(lines: Sequence[Whites], space: float) -> float:
    """How much white runs through lines, three at a time; see `through`."""
    return sum(through(lines[first : first + RUN], space) for first in range(len(lines) - RUN + 1))


def through(lines: Sequence[Whites], space: float) -> float:
    """How much white runs through three lines; 1 is a space that runs through with its whole width.

    Each space of the last line counts as wide as the narrowest passage from the first one to it.
    """
    first, second, third = lines
    wide: list[float] = [0.0] * len(second)
    for _, here, overlap in _overlaps(first, second, space):
        wide[here] = max(wide[here], overlap)
    runs: list[float] = [0.0] * len(third)
    for middle, here, overlap in _overlaps(second, third, space):
        runs[here] = max(runs[here], min(overlap, wide[middle]))
    return sum(runs) / space


def _overlaps(above: Whites, below: Whites, space: float) -> Iterator[tuple[int, int, float]]:
    """Which space of a line runs on into which of the next, and how wide; both go rightwards."""
    first = 0
    for here, (start, end) in enumerate(below):
        while first < len(above) and above[first][1] <= start:
            first += 1
        place = first
        while place < len(above) and above[place][0] < end:
            overlap = min(end, above[place][1]) - max(start, above[place][0])
            if overlap > SEEN * space:
                yield place, here, overlap
            place += 1

"""Heights in order shared out over columns, so that the tallest is as low as can be."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def partition(
    heights: Sequence[float],
    gaps: Sequence[float],
    breaks: Sequence[bool],
    count: int,
    heads: Sequence[float] = (),
) -> list[tuple[int, int]]:
    """Split heights, in order, into at most `count` runs whose tallest is as low as can be.

    `gaps[i]` stands below item i unless it ends a run; a run may end after item i only if
    `breaks[i]`; `heads[i]` is what a run that begins with item i has above it, the first excepted.
    Returns (start, end) of each run; of equally tall splits the one whose first runs are fullest.
    """
    total = len(heights)
    above = heads or [0.0] * total

    def runs(most: float) -> tuple[list[tuple[int, int]], float]:
        """Runs filled as far as `most` goes, and the least by which one of them would hold more."""
        made: list[tuple[int, int]] = []
        end, more = 0, inf
        while end < total and len(made) < count:
            start = end
            end, higher = run_end(heights, gaps, breaks, above, start=start, most=most + _FINE)
            more = min(more, higher)
            if end == start:
                break
            made.append((start, end))
        return made, more

    # No less will do, even if all could be parted anywhere and always at the largest gap.
    inner = sum(heights) + sum(gaps[:-1])
    made, more = runs((inner - (count - 1) * max(gaps, default=0.0)) / count)
    while (made[-1][1] if made else 0) < total:
        made, more = runs(more)
    return made


_FINE = 1e-4
"""Points that a run may be higher than its most: rounding of sums, nothing visible."""


def run_end(
    heights: Sequence[float],
    gaps: Sequence[float],
    breaks: Sequence[bool],
    heads: Sequence[float],
    *,
    start: int,
    most: float,
) -> tuple[int, float]:
    """Where a run from `start` ends that is at most so high, and how high one more part makes it.

    It ends at its start if nothing fits.
    """
    total = len(heights)
    height = heads[start] if start and start < total else 0.0
    end = start
    for place in range(start, total):
        height += heights[place]
        if breaks[place] or place == total - 1:
            if height > most:
                return end, height
            end = place + 1
        height += gaps[place]
    return end, inf

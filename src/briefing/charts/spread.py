"""Labels along a line: as near to where they belong as they can be without touching."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def spread(
    wanted: Sequence[float], sizes: Sequence[float], low: float, high: float, gap: float
) -> list[float]:
    """Where each of several labels starts, in their order, between `low` and `high`.

    The sum of squared moves is least (an isotonic regression by pooling neighbours). The caller
    sees to it that there is room for all: `needed` says how much they take.
    """
    before = [0.0, *accumulate(size + gap for size in sizes)][: len(sizes)]
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, before, strict=True):
        total, count = want - offset, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            more, members = pools.pop()
            total, count = total + more, count + members
        pools.append((total, count))
    levels = [total / count for total, count in pools for _ in range(count)]
    highest = high - needed(sizes, gap)
    return [
        max(low, min(level, highest + 0.0)) + offset
        for level, offset in zip(levels, before, strict=True)
    ]


def needed(sizes: Sequence[float], gap: float) -> float:
    """The room that labels take side by side, in points."""
    return sum(sizes) + gap * max(len(sizes) - 1, 0)

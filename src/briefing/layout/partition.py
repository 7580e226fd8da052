"""Heights in order shared out over columns, so that the tallest is as low as can be."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from briefing.brand.styles import up

if TYPE_CHECKING:
    from collections.abc import Sequence


class Measure(NamedTuple):
    """What a run has of one item, in points: its `height`, and its `gap` unless it ends the run.

    A run that begins with it has so much `head` above it, the first excepted, and one may end
    behind it if it `ends` something. It stands where `onto` points below its top there are whole
    lines of so many points from the head of the run; 0 for wherever it comes.
    """

    height: float
    gap: float = 0.0
    head: float = 0.0
    ends: bool = True
    line: float = 0.0
    onto: float = 0.0


def on_line(y: float, line: float, onto: float) -> float:
    """Where something begins at `y` or below, so that there are whole lines down to its own."""
    return up(y + onto, line) - onto if line else y


def partition(items: Sequence[Measure], count: int) -> list[tuple[int, int]]:
    """Split items, in order, into at most `count` runs whose tallest is as low as can be.

    Returns (start, end) of each run; of equally tall splits the one whose first runs are fullest.
    """
    total = len(items)

    def runs(most: float) -> tuple[list[tuple[int, int]], float]:
        """Runs filled as far as `most` goes, and the least by which one of them would hold more."""
        made: list[tuple[int, int]] = []
        end, more = 0, inf
        while end < total and len(made) < count:
            start = end
            end, higher = run_end(items, start=start, most=most + _FINE)
            more = min(more, higher)
            if end == start:
                break
            made.append((start, end))
        return made, more

    # No less will do, even if all could be parted anywhere and always at the largest gap.
    inner = sum(each.height for each in items) + sum(each.gap for each in items[:-1])
    most = max((each.gap for each in items), default=0.0)
    made, more = runs((inner - (count - 1) * most) / count)
    while (made[-1][1] if made else 0) < total:
        made, more = runs(more)
    return made


_FINE = 1e-4
"""Points that a run may be higher than its most: rounding of sums, nothing visible."""


def evened(items: Sequence[Measure], runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs as a partition made them, their ends moved where two neighbours are more level by it.

    None becomes higher than the tallest; a partition fills the first ones and leaves the last low.
    """
    made = list(runs)
    tallest = max((_height(items, *run) for run in made), default=0.0)
    for _ in runs:
        for place in range(len(made) - 1):
            (start, end), (_, last) = made[place : place + 2]
            end = _more_level(items, start, end, last, tallest)
            made[place : place + 2] = [(start, end), (end, last)]
    return made


def _more_level(items: Sequence[Measure], start: int, end: int, last: int, most: float) -> int:
    """Where a run ends that is as level with the next one as can be, both `most` points at most."""
    found, apart = end, inf
    for at in (end, *range(max(start + 1, end - _NEAR), min(last, end + _NEAR + 1))):
        first, second = _height(items, start, at), _height(items, at, last)
        held = items[at - 1].ends and max(first, second) <= most + _FINE
        if held and abs(first - second) < apart - _FINE:
            found, apart = at, abs(first - second)
    return found


_NEAR = 6
"""So many items on both sides of an end are looked at to find a more level one."""


def _height(items: Sequence[Measure], start: int, end: int) -> float:
    """How high a run is from its first item to the one before `end`."""
    height = items[start].head if start else 0.0
    for place in range(start, end):
        item = items[place]
        if item.line and place > start:
            height = on_line(height, item.line, item.onto)
        height += item.height + (item.gap if place < end - 1 else 0.0)
    return height


def run_end(items: Sequence[Measure], *, start: int, most: float) -> tuple[int, float]:
    """Where a run from `start` ends that is at most so high, and how high one more part makes it.

    It ends at its start if nothing fits.
    """
    total = len(items)
    height = items[start].head if start and start < total else 0.0
    end = start
    for place in range(start, total):
        item = items[place]
        if item.line and place > start:
            height = on_line(height, item.line, item.onto)
        height += item.height
        if item.ends or place == total - 1:
            if height > most:
                return end, height
            end = place + 1
        height += item.gap
    return end, inf

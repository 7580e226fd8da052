"""Rivers: white that runs down through the spaces of several lines, and how much of it there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Whites = tuple[tuple[float, float], ...]
"""From where to where the spaces of a line go, in points from its left edge."""

RUN = 3
"""Lines through which white must run to be seen."""
SEEN = 0.3
"""The part of a space by which spaces must overlap so that white runs from line to line."""


def river(lines: Sequence[Whites], space: float) -> float:
    """How much white runs through three lines; 1 is a space that runs through with its whole width.

    Each space counts as wide as the narrowest passage from the space two lines above it.
    """
    amount = 0.0
    above: list[tuple[float, float, float]] = []
    for line in lines:
        below = []
        for start, end in line:
            passage = through = 0.0
            for left, right, so_far in above:
                overlap = min(end, right) - max(start, left)
                if overlap > SEEN * space:
                    passage = max(passage, overlap)
                    through = max(through, min(overlap, so_far))
            amount += through / space
            below.append((start, end, passage))
        above = below
    return amount

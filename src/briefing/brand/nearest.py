"""The colour nearest to one of a brand that does what it should: of its hue, darker or lighter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.drawing import Colour

_STEPS = 64
"""Parts of the way to black, or to white, that are tried."""


def nearest(colour: Colour, does: Callable[[Colour], bool]) -> str:
    """The shade or tint nearest to a `colour` that `does`, as ``#RRGGBB``; empty if none does.

    Black is added or white, so the hue stays. What the press would make of it is not known: the
    colour that `does` is asked about has no press value.
    """
    for step in range(1, _STEPS):
        for end in (0.0, 1.0):
            there = step / _STEPS
            parts = [round(255 * (part + (end - part) * there)) for part in colour.screen]
            red, green, blue = (part / 255 for part in parts)
            if does(replace(colour, screen=(red, green, blue), press=None, spot=None)):
                return "#" + "".join(f"{part:02X}" for part in parts)
    return ""


def such_as(colour: Colour, does: Callable[[Colour], bool]) -> str:
    """What a hint adds: the nearest colour that would do, or nothing if there is none."""
    found = nearest(colour, does)
    return f"; {found} would do for {colour.name!r}" if found else ""

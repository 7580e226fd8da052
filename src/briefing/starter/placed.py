"""Labels at the levels of a scale, whatever told them: what every way of reading gives."""

from __future__ import annotations

from dataclasses import dataclass

FEW_LEVELS = 3
"""Fewer answers than these are seldom a scale."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Labels at their levels, and how the scale they make is told."""

    family: str
    levels: dict[str, int]
    reason: str
    positive: str = ""
    negative: str = ""
    says: tuple[str, str] = ("", "")
    top: int = 0
    diverging: bool = False
    ascending: bool = False
    stray: str = ""
    """The one answer that stands behind the others because it says nothing of what they say."""

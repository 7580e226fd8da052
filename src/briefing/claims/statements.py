"""What every kind of statement shares: reaches and tolerances, and the values it is judged by."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from briefing.claims.figures import MEASURED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.claims.figures import Figure


class UnclearClaimError(Exception):
    """Words that make no statement which could be checked."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Statement(Protocol):
    """What an author's words state of cells; one class a kind, beside how it is read."""

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether it is true of the figures; raises `UnclearClaimError` if that is not clear."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a value may lie from what is said: an interval in points, each end open or closed."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: Fraction) -> bool:
        """Whether `value` lies within."""
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = (
            self.high is None or value < self.high or (value == self.high and not self.high_open)
        )
        return above and below

    def __str__(self) -> str:
        """Write the interval in words: ``more than 0, at most 3``."""
        if self.low is not None and self.low == self.high:
            return f"exactly {_signed(self.low)}"
        ends = []
        if self.low is not None:
            ends.append(f"{'more than' if self.low_open else 'at least'} {_signed(self.low)}")
        if self.high is not None:
            ends.append(f"{'less than' if self.high_open else 'at most'} {_signed(self.high)}")
        return ", ".join(ends)


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What words allow, in percentage points, and why."""

    reach: Reach
    reason: str


def reach(written: str) -> Reach:
    """Read an interval in mathematicians' writing: ``(0, 3]``; a missing end has no limit."""
    low, high = (part.strip() for part in written[1:-1].split(","))
    return Reach(
        Fraction(low) if low else None,
        Fraction(high) if high else None,
        low_open=written[0] == "(",
        high_open=written[-1] == ")",
    )


def share_of(figure: Figure) -> Fraction:
    """The share that a figure is, from 0 to 1; raises `UnclearClaimError` if it is none."""
    if figure.kind != "pct":
        raise UnclearClaimError(
            f"{figure.reference} is no share: its {figure.kind} is taken",
            "claim a share of the cell itself, without .count or .base",
        )
    return figure.value


def points_of(figure: Figure) -> Fraction:
    """A share in percentage points, any other value as it is."""
    return figure.value * 100 if figure.kind == "pct" else figure.value


def height_of(figure: Figure) -> Fraction:
    """What is compared, in points: those of a score or a mean are tenths."""
    return figure.value * 10 if figure.kind in MEASURED else points_of(figure)


def pair(figures: Sequence[Figure]) -> tuple[Figure, Figure]:
    """The two sides of a comparison; raises `UnclearClaimError` if there are more or fewer."""
    if len(figures) != 2:  # noqa: PLR2004 - a comparison has two sides
        raise UnclearClaimError("this comparison takes two cells", 'write claim="one.cell another"')
    return figures[0], figures[1]


def _signed(points: Fraction) -> str:
    return str(points).replace("-", "\N{MINUS SIGN}")

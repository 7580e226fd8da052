"""How a figure is shown: rounded once, half up, from the unrounded value (conventions, 1.2)."""

from __future__ import annotations

from fractions import Fraction

ALL = 100
"""Per cent of a base that is everyone."""


def half_up(value: Fraction, decimals: int = 0) -> Fraction:
    """Round half away from zero to `decimals` places, exactly."""
    return Fraction(_scaled(value, decimals), 10**decimals)


def _scaled(value: Fraction, decimals: int) -> int:
    """A value times ten to the `decimals`, rounded half away from zero, in whole numbers alone."""
    above, below = value.numerator, value.denominator
    scale = int(10**decimals)
    whole = (2 * abs(above) * scale + below) // (2 * below)
    return whole if above >= 0 else -whole


def decimal_text(value: Fraction, decimals: int = 0) -> str:
    """Write a value with `decimals` places, rounded half up, thousands separated by commas."""
    scaled = _scaled(value, decimals)
    whole, rest = divmod(abs(scaled), 10**decimals)
    sign = "\N{MINUS SIGN}" if scaled < 0 else ""
    return f"{sign}{whole:,}.{rest:0{decimals}d}" if decimals else f"{sign}{whole:,}"


def percent_digits(share: Fraction) -> str:
    """The digits of a percentage of a share from 0 to 1: ``21``, ``<1``, ``>99``, ``0``."""
    above, below = share.numerator * ALL, share.denominator
    if 0 < 2 * above < below:
        return "<1"
    if (2 * ALL - 1) * below <= 2 * above < 2 * ALL * below:
        return ">99"
    return f"{_scaled(share, 2):,}".replace("-", "\N{MINUS SIGN}")


def percent_text(share: Fraction) -> str:
    """A percentage as charts and tables print it: ``21%``."""
    return f"{percent_digits(share)}%"

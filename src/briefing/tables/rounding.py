"""How a figure is shown: rounded once, half up, from the unrounded value (conventions, 1.2)."""

from __future__ import annotations

from fractions import Fraction

HALF = Fraction(1, 2)
ALL = 100
"""Per cent of a base that is everyone."""


def half_up(value: Fraction, decimals: int = 0) -> Fraction:
    """Round half away from zero to `decimals` places, exactly."""
    scale = 10**decimals
    magnitude = abs(value) * scale + HALF
    whole = magnitude.numerator // magnitude.denominator
    return Fraction(whole if value >= 0 else -whole, scale)


def decimal_text(value: Fraction, decimals: int = 0) -> str:
    """Write a value with `decimals` places, rounded half up, thousands separated by commas."""
    rounded = half_up(value, decimals)
    whole, rest = divmod(abs(rounded) * 10**decimals, 10**decimals)
    sign = "\N{MINUS SIGN}" if rounded < 0 else ""
    digits = f"{int(whole):,}"
    return f"{sign}{digits}.{int(rest):0{decimals}d}" if decimals else f"{sign}{digits}"


def percent_digits(share: Fraction, decimals: int = 0) -> str:
    """The digits of a percentage of a share from 0 to 1: ``21``, ``<1``, ``>99``, ``0``."""
    percent, least = share * ALL, Fraction(1, 10**decimals)
    if 0 < percent < least * HALF:
        return f"<{decimal_text(least, decimals)}"
    if ALL - least * HALF <= percent < ALL:
        return f">{decimal_text(ALL - least, decimals)}"
    return decimal_text(percent, decimals)


def percent_text(share: Fraction, decimals: int = 0) -> str:
    """A percentage as charts and tables print it: ``21%``, with a decimal place ``21.3%``."""
    return f"{percent_digits(share, decimals)}%"

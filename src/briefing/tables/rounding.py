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


def percent_digits(share: Fraction) -> str:
    """The digits of a percentage of a share from 0 to 1: ``21``, ``<1``, ``>99``, ``0``."""
    percent = share * ALL
    if 0 < percent < HALF:
        return "<1"
    if ALL - HALF <= percent < ALL:
        return ">99"
    return decimal_text(percent)


def percent_text(share: Fraction) -> str:
    """A percentage as charts and tables print it: ``21%``."""
    return f"{percent_digits(share)}%"

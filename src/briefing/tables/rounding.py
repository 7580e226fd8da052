"""How a figure is shown: rounded once, half up, from the unrounded value (conventions, 1.2)."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from briefing.wording import wording

ALL = 100
"""Per cent of a base that is everyone."""


def half_up(value: Fraction, decimals: int = 0) -> Fraction:
    """Round half away from zero to `decimals` places, exactly."""
    return Fraction(_scaled(value, decimals), 10**decimals)


def percent_scaled(share: Fraction, decimals: int = 0) -> int:
    """A share as a percentage, rounded, in units of its last place: 21.3 is 213."""
    return _scaled(share, decimals + 2)


def _scaled(value: Fraction, decimals: int) -> int:
    """A value times ten to the `decimals`, rounded half away from zero, in whole numbers alone."""
    above, below = value.numerator, value.denominator
    scale = int(10**decimals)
    whole = (2 * abs(above) * scale + below) // (2 * below)
    return whole if above >= 0 else -whole


def decimal_text(value: Fraction, decimals: int = 0) -> str:
    """Write a value with `decimals` places, rounded half up, in the signs of the publication."""
    return wording().numbers.written(_grouped(value, decimals))


def whole_text(number: int) -> str:
    """Write a whole number in the signs of the publication: ``1,234``, ``1.234``."""
    return wording().numbers.written(f"{number:,}")


def plain_text(value: Fraction, decimals: int = 0) -> str:
    """Write a value as programs read it, whatever the language: ``1234.5``, ``-3.1``."""
    return _grouped(value, decimals).replace(",", "").replace("\N{MINUS SIGN}", "-")


def _grouped(value: Fraction, decimals: int) -> str:
    scaled = _scaled(value, decimals)
    whole, rest = divmod(abs(scaled), 10**decimals)
    sign = "\N{MINUS SIGN}" if scaled < 0 else ""
    return f"{sign}{whole:,}.{rest:0{decimals}d}" if decimals else f"{sign}{whole:,}"


def percent_digits(share: Fraction, decimals: int = 0) -> str:
    """The digits of a percentage of a share from 0 to 1: ``21``, ``<1``, ``>99``, ``0``."""
    return wording().numbers.written(percent_plain(share, decimals))


def percent_plain(share: Fraction, decimals: int = 0) -> str:
    """The digits of a percentage as programs read them, whatever the language."""
    return _percentage(share.numerator, share.denominator, decimals)


@cache  # by whole numbers: a `Fraction` takes longer to be looked up than to be rounded
def _percentage(part: int, below: int, decimals: int) -> str:
    above = part * ALL * 10**decimals
    if 0 < 2 * above < below:
        return f"<{_grouped(Fraction(1, 10**decimals), decimals)}"
    if (2 * ALL * 10**decimals - 1) * below <= 2 * above < 2 * ALL * 10**decimals * below:
        return f">{_grouped(ALL - Fraction(1, 10**decimals), decimals)}"
    return _grouped(Fraction(part * ALL, below), decimals)


def percent_text(share: Fraction, decimals: int = 0) -> str:
    """A percentage as charts and tables print it: ``21%``, with a decimal place ``21.3%``."""
    return percent_digits(share, decimals) + wording().numbers.percent

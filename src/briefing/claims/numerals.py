"""Whole numbers in English words: written for print, and read back from an author's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = [
    "zero",
    "ten",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]
_SCALES = ((1_000_000, "million"), (1_000, "thousand"))
_VALUES = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_TENS) if value > 1
}
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]

LARGEST = 999_999_999
"""The largest number that is written in words."""

ORDINALS = {word: place for place, word in enumerate(_ORDINALS, start=1)}
"""Places by their names, from ``first`` to ``twentieth``."""


def in_words(number: int) -> str:
    """Write a whole number from 0 to `LARGEST` in words: ``one hundred and twenty-one``."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"{number} is not written in words")
    parts: list[str] = []
    rest = number
    for scale, name in _SCALES:
        many, rest = divmod(rest, scale)
        if many:
            parts.append(f"{_below_thousand(many)} {name}")
    if rest or not parts:
        link = "and " if parts and rest < 100 else ""  # noqa: PLR2004 - "a thousand and one"
        parts.append(link + _below_thousand(rest))
    return " ".join(parts)


def ordinal(place: int) -> str:
    """Write a place in words up to the twentieth, in digits beyond: ``second``, ``21st``."""
    if 1 <= place <= len(_ORDINALS):
        return _ORDINALS[place - 1]
    last = place % 10 if place % 100 // 10 != 1 else 0
    return f"{place:,}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


def read_number(tokens: Sequence[str], at: int = 0) -> tuple[int, int] | None:
    """Read a whole number in words from `tokens[at:]`: its value and how many tokens it takes.

    Hyphens are expected to have been cut, so that ``twenty-one`` comes as two tokens. A single
    ``a`` counts as one only before ``hundred``, ``thousand`` and ``million``.
    """
    total, used = 0, 0
    for scale, name in (*_SCALES, (1, "")):
        part = _read_below_thousand(tokens, at + used, linked=used > 0)
        if part is None:
            continue
        value, taken = part
        if not name:
            total, used = total + value, used + taken
        elif _word(tokens, at + used + taken) == name:
            total, used = total + value * scale, used + taken + 1
    return (total, used) if used else None


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = f"{_UNITS[hundreds]} hundred" if hundreds else ""
    if hundreds and not rest:
        return words
    return f"{words} and {_below_hundred(rest)}" if words else _below_hundred(rest)


def _below_hundred(number: int) -> str:
    if number < len(_UNITS):
        return _UNITS[number]
    tens, unit = divmod(number, 10)
    return f"{_TENS[tens]}-{_UNITS[unit]}" if unit else _TENS[tens]


def _word(tokens: Sequence[str], at: int) -> str:
    return tokens[at] if at < len(tokens) else ""


def _read_below_thousand(tokens: Sequence[str], at: int, *, linked: bool) -> tuple[int, int] | None:
    """Read ``one hundred and five``, ``a hundred``, ``five``; `linked` allows a leading ``and``."""
    start = at
    if linked and _word(tokens, at) == "and":
        at += 1
    scales = {"hundred", *(name for _, name in _SCALES)}
    if _word(tokens, at) == "a" and _word(tokens, at + 1) in scales:
        first: tuple[int, int] | None = (1, 1)
    else:
        first = _read_below_hundred(tokens, at)
    if first is None:
        return None
    value, taken = first
    at += taken
    if _word(tokens, at) != "hundred":
        return value, at - start
    value, at = value * 100, at + 1
    behind = at + 1 if _word(tokens, at) == "and" else at
    rest = _read_below_hundred(tokens, behind)
    if rest is not None:
        value, at = value + rest[0], behind + rest[1]
    return value, at - start


def _read_below_hundred(tokens: Sequence[str], at: int) -> tuple[int, int] | None:
    value = _VALUES.get(_word(tokens, at))
    if value is None:
        return None
    unit = _VALUES.get(_word(tokens, at + 1))
    if value >= 20 and value % 10 == 0 and unit is not None and 0 < unit < 10:  # noqa: PLR2004
        return value + unit, 2
    return value, 1

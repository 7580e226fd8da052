"""The words of a claim one by one, and how phrases and numbers are found among them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from briefing.claims.numerals import read_number

if TYPE_CHECKING:
    from collections.abc import Sequence

Phrases: TypeAlias = dict[tuple[str, ...], str]
"""Names by the phrases that stand for them, the longest phrase first."""

_TOKEN = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|%|[<>£$€/+=]|[a-zà-ž]+(?:'[a-z]+)?|,")
_PLAIN_SIGNS = str.maketrans(
    "-\N{NON-BREAKING HYPHEN}\N{RIGHT SINGLE QUOTATION MARK}\N{FULLWIDTH PERCENT SIGN}", "  '%"
)
_RATIO = re.compile(r"(?<![\d:.])(\d{1,2}):(\d{1,2})(?![\d:.])")
_TO = re.compile("(?<=[0-9%])\\s?\N{EN DASH}\\s?(?=[0-9])")
"""A dash between two numbers or shares, which is read as ``to``."""
_LONGEST = 40
"""Digits of a number that is read: nobody publishes a longer one."""

VULGAR = {
    "\N{VULGAR FRACTION ONE QUARTER}": "a quarter",
    "\N{VULGAR FRACTION ONE HALF}": "half",
    "\N{VULGAR FRACTION THREE QUARTERS}": "three quarters",
    "\N{VULGAR FRACTION ONE SEVENTH}": "one seventh",
    "\N{VULGAR FRACTION ONE NINTH}": "one ninth",
    "\N{VULGAR FRACTION ONE TENTH}": "one tenth",
    "\N{VULGAR FRACTION ONE THIRD}": "one third",
    "\N{VULGAR FRACTION TWO THIRDS}": "two thirds",
    "\N{VULGAR FRACTION ONE FIFTH}": "one fifth",
    "\N{VULGAR FRACTION TWO FIFTHS}": "two fifths",
    "\N{VULGAR FRACTION THREE FIFTHS}": "three fifths",
    "\N{VULGAR FRACTION FOUR FIFTHS}": "four fifths",
    "\N{VULGAR FRACTION ONE SIXTH}": "one sixth",
    "\N{VULGAR FRACTION FIVE SIXTHS}": "five sixths",
    "\N{VULGAR FRACTION ONE EIGHTH}": "one eighth",
    "\N{VULGAR FRACTION THREE EIGHTHS}": "three eighths",
    "\N{VULGAR FRACTION FIVE EIGHTHS}": "five eighths",
    "\N{VULGAR FRACTION SEVEN EIGHTHS}": "seven eighths",
}
"""Fractions of one sign, in words."""


def tokens_of(words: str) -> tuple[str, ...]:
    """The words of a claim in lower case; hyphens part them, other punctuation falls away.

    Figures of any script are read as those they stand for, ``½`` as half.
    """
    plain = "".join(_latin(sign) for sign in words).lower().translate(_PLAIN_SIGNS)
    plain = _TO.sub(" to ", plain)
    plain = _RATIO.sub(r"\1 to \2", re.sub(r"\bpercent\b", "per cent", plain))
    found = _TOKEN.findall(plain)
    return tuple(each for each in found if len(each) <= _LONGEST or not each[0].isdigit())


def _latin(sign: str) -> str:
    if sign in VULGAR:
        return f" {VULGAR[sign]} "
    return str(int(sign)) if sign.isdecimal() else sign


def phrases(table: dict[str, str]) -> Phrases:
    """Spread ``{name: "one phrase|another"}`` into tuples of tokens, the longest first."""
    spread = {
        tuple(phrase.split()): name
        for name, written in table.items()
        for phrase in written.split("|")
    }
    return dict(sorted(spread.items(), key=lambda each: -len(each[0])))


def match(known: Phrases, tokens: Sequence[str], at: int) -> tuple[str, int] | None:
    """The longest known phrase that stands at a place: its name and where it ends."""
    for end in range(at + len(next(iter(known))), at, -1):
        name = known.get(tuple(tokens[at:end]))
        if name is not None and end <= len(tokens):
            return name, end
    return None


def token(tokens: Sequence[str], at: int) -> str:
    """The word at a place; nothing beyond the ends."""
    return tokens[at] if 0 <= at < len(tokens) else ""


def follows(tokens: Sequence[str], at: int, *wanted: str) -> bool:
    """Whether these words stand at a place."""
    return tuple(tokens[at : at + len(wanted)]) == wanted


def number(tokens: Sequence[str], at: int) -> tuple[Fraction, int, int] | None:
    """A number in figures or words: its value, its decimals and where it ends."""
    first = token(tokens, at)
    if first[:1].isdigit():
        digits = first.replace(",", "")
        return Fraction(digits), len(digits.partition(".")[2]), at + 1
    read = read_number(tokens, at)
    return (Fraction(read[0]), 0, at + read[1]) if read else None

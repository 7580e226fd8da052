"""Cells that hold numbers: as people and programs write them, and nothing guessed."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.survey.labels import normalised

if TYPE_CHECKING:
    from briefing.survey.question import Question

_SPACED = r"\d{1,3}(?:[ ']\d{3})+|\d+"
_POINT = re.compile(rf"[+-]?(?:(?:\d{{1,3}}(?:,\d{{3}})+|{_SPACED})(?:\.\d*)?|\.\d+)\Z")
_COMMA = re.compile(rf"[+-]?(?:(?:\d{{1,3}}(?:\.\d{{3}})+|{_SPACED})(?:,\d*)?|,\d+)\Z")
_FLOAT = re.compile(r"[+-]?\d(?:\.\d+)?[eE][+-]?\d{1,2}\Z")
"""As spreadsheets write what is very large or small."""


def number_in(written: str, question: Question) -> Fraction | None:
    """The number that a cell holds and nothing beside it but its unit; None if there is none.

    ``1,234.5`` is read by the question's decimal sign; "about 5", "<5" and "£1.2m" are no numbers
    (conventions, 3, row 36).
    """
    word = _without_unit(normalised(written), question.unit)
    if _FLOAT.match(word):
        return Fraction(word)
    if not (_COMMA if question.comma else _POINT).match(word):
        return None
    thousands, decimal = (".", ",") if question.comma else (",", ".")
    return of_digits(word.translate({ord(each): "" for each in f" '{thousands}"}), decimal)


def of_digits(word: str, decimal: str = ".") -> Fraction:
    """The number of a sign, digits and decimals.

    `Fraction` reads strings too, but anything else besides, which takes several times as long;
    weights and amounts are of as many spellings as there are respondents.
    """
    whole, _, rest = word.partition(decimal)
    return Fraction(int(whole + rest), 10 ** len(rest))


def canonical(number: Fraction) -> str:
    """A number as `Survey.answers` holds it: digits, a full stop before decimals."""
    places, parts = 0, 1
    while parts % number.denominator:  # decimals alone are read: a power of ten is in such parts
        places, parts = places + 1, parts * 10
    digits = f"{abs(number.numerator) * (parts // number.denominator):0{places + 1}d}"
    sign = "-" if number < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def _without_unit(word: str, unit: str) -> str:
    """A cell without its unit, which may stand before the number or behind it."""
    form = normalised(unit).casefold()
    if not form:
        return word
    for each in dict.fromkeys((form, form.removesuffix("s"))):
        if not each:
            continue
        if word.casefold().startswith(each):
            return word[len(each) :].strip()
        if word.casefold().endswith(each):
            return word[: -len(each)].strip()
        sign = word[:1]
        if sign in ("+", "-") and word[1:].strip().casefold().startswith(each):
            return sign + word[1:].strip()[len(each) :].strip()
    return word

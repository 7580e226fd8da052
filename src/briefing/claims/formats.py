"""How a bound figure is written in running words, and at the start of a sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.claims.figures import MEASURED
from briefing.claims.numerals import LARGEST, in_words, ordinal
from briefing.claims.wording import in_tenths, nearest_fraction
from briefing.drawing import Number
from briefing.signs import NO_BREAK
from briefing.tables.printed import number_text, points_text
from briefing.tables.rounding import decimal_text, half_up, percent_digits
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.claims.figures import Figure
    from briefing.diagnostics import Source

PER_CENT = "per cent"
SIGN = "%"
SPELT = frozenset({"words", "tenths", "fraction"})
"""The forms that spell a figure out, which is known of English alone."""
LESS = "less pct"
"""What the ledger calls the share that a difference is less by."""

_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|cf|vs|no|nos|approx|ca|c|p|pp|Mr|Mrs|Ms|Dr|St)\.$", re.IGNORECASE
)
_OPENERS = (
    " \t\n\N{NO-BREAK SPACE}\"'([\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
)
_CLOSERS = "\"')]\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
_ENDS = (".", "!", "?", "\N{HORIZONTAL ELLIPSIS}")


def written(figure: Figure, percent: str = PER_CENT, *, starts_sentence: bool = False) -> str:
    """Write a figure as words want it.

    `percent` is the document's way with percentages, `PER_CENT` or `SIGN`. At the start of a
    sentence a numeral is written in words (conventions, 1.13), unless the form ``digits`` or
    ``sign`` asks for the numeral. Percentages are rounded once, here, half up: to whole ones, or
    with the form ``decimal`` to tenths. In a language whose words for it are not known a
    percentage has its sign.
    """
    if figure.form in _IN_WORDS:
        words = _IN_WORDS[figure.form](figure)
        return _capital(words) if starts_sentence else words
    if figure.form in ("digits", "sign"):
        return _digits(figure) + wording().numbers.percent * (figure.form == "sign")
    if figure.kind == "points":
        return _points(figure, starts_sentence=starts_sentence)
    if figure.kind == "pct":
        percent = PER_CENT if figure.form == "percent" else percent
        return _percentage(figure, percent, starts_sentence=starts_sentence)
    if starts_sentence and figure.kind in ("count", "base", "rank") and _numerals_are_words():
        return _capital(_words(figure))
    return _digits(figure)


def language_of(figure: Figure) -> str:
    """The language of what `written` makes of a figure, where that is not the words' own.

    Percentage points have no sign: where they are not known in a language, they are English.
    """
    worded = figure.kind == "points" and figure.form not in ("digits", "sign", *SPELT)
    return wording().spoken("percentage_point", "percentage_points") if worded else ""


def number(figure: Figure, text: str, where: Source | None = None) -> Number:
    """The figure with its birth certificate, as the marks that show it carry it."""
    return Number(
        value=figure.value,
        text=text,
        table=figure.table,
        cell=figure.cell,
        kind=figure.kind,
        base=figure.base,
        where=where,
        others=(replace(number(figure.less, text, where), kind=LESS),) if figure.less else (),
    )


def starts_sentence(before: str) -> bool:
    """Whether what follows `before` is the first word of a sentence; quotes and brackets aside."""
    lead = before.rstrip(_OPENERS)
    if not lead:
        return True
    if lead == before:
        return False
    sentence = lead.rstrip(_CLOSERS)
    return sentence.endswith(_ENDS) and not _ABBREVIATION.search(sentence)


def _percentage(figure: Figure, percent: str, *, starts_sentence: bool) -> str:
    digits = percent_digits(figure.value, figure.places)
    if starts_sentence and _numerals_are_words():
        return f"{_capital(_words(figure))}{NO_BREAK}{wording().per_cent}"
    if percent == SIGN or wording().spoken("per_cent"):
        return f"{digits}{wording().numbers.percent}"
    return f"{_bounded(digits)}{NO_BREAK}{wording().per_cent}"


def _points(figure: Figure, *, starts_sentence: bool) -> str:
    digits = percent_digits(figure.value, figure.places)
    words = wording()
    noun = words.percentage_point if digits in ("1", "<1") else words.percentage_points
    spelt = starts_sentence and _numerals_are_words()
    number = _capital(_words(figure)) if spelt else _bounded(digits)
    return f"{number}{NO_BREAK}{noun}"


def _bounded(digits: str) -> str:
    """Write ``<1`` and ``>99`` in words."""
    bounds = {"<": wording().less_than, ">": wording().more_than}
    number = digits.lstrip("<>")
    return bounds[digits[0]](number=number) if digits[0] in bounds else number


def _numerals_are_words() -> bool:
    """Whether a sentence opens with a numeral in words: those that are known are English."""
    return is_spelt(wording().numbers.language)


def is_spelt(language: str) -> bool:
    """Whether numbers and fractions are known in words in a language, a BCP 47 tag."""
    return language.partition("-")[0].lower() == "en"


def _digits(figure: Figure) -> str:
    if figure.kind == "number" and not figure.form:
        return number_text(figure.value, figure.unit, figure.decimals)
    if figure.kind in ("pct", "points"):
        return percent_digits(figure.value, figure.places)
    if figure.kind == "rank":
        return ("=" if figure.tied else "") + decimal_text(figure.value)
    if figure.kind == "net":
        return points_text(figure.value)
    measured = figure.kind in MEASURED
    return decimal_text(figure.value, figure.decimals if measured else 0)


def _words(figure: Figure) -> str:
    if figure.kind in (*MEASURED, "net"):
        return _digits(figure)
    if figure.kind == "rank":
        return ("joint " if figure.tied else "") + ordinal(int(figure.value))
    if figure.kind in ("pct", "points"):
        digits = percent_digits(figure.value, figure.places)
        number = digits.lstrip("<>")
        units, _, tenth = number.partition(".")
        point = f" point {' '.join(in_words(int(each)) for each in tenth)}" if tenth else ""
        return _bounded(digits).removesuffix(number) + in_words(int(units)) + point
    whole = int(half_up(figure.value))
    return in_words(whole) if 0 <= whole <= LARGEST else _digits(figure)


_IN_WORDS: dict[str, Callable[[Figure], str]] = {
    "words": _words,
    "tenths": lambda figure: in_tenths(figure.value),
    "fraction": lambda figure: nearest_fraction(figure.value),
}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

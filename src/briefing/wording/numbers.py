"""How a language writes numbers, dates and plurals: what Unicode's locale data says of it.

The data is babel's, which carries that of the Common Locale Data Repository for every language; a
publication in one that has no catalogue here still has its own signs, months and plural forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton
from babel.numbers import get_decimal_symbol, get_group_symbol

from briefing.signs import NO_BREAK

if TYPE_CHECKING:
    from datetime import date

_ENGLISH = "en-GB"


@dataclass(frozen=True, slots=True)
class Numbers:
    """The signs of a language's numbers; `percent` stands behind a figure, its space included.

    With `leading` the sign of a currency stands before its number, else behind it.
    """

    language: str
    decimal: str = "."
    thousands: str = ","
    percent: str = "%"
    leading: bool = True

    def written(self, plain: str) -> str:
        """A number as English writes it (``1,234.5``) with the signs of the language."""
        if plain.isdecimal():  # as most are: of one to three digits
            return plain
        return plain.translate({ord(","): self.thousands, ord("."): self.decimal})

    def form(self, count: int) -> str:
        """The plural form that a number takes, one of `FORMS`."""
        return _form(self.language, count)

    def month_of(self, day: date) -> str:
        """``July 2017``."""
        return self._dated(day, "yMMMM")

    def period(self, first: date, last: date) -> tuple[str, str]:
        """Two dates in words, saying once what they share: ``6 April``, ``11 May 2017``."""
        if (first.year, first.month) == (last.year, last.month):
            skeleton = "d"
        else:
            skeleton = "MMMMd" if first.year == last.year else "yMMMMd"
        return self._dated(first, skeleton), self.day(last)

    def day(self, day: date) -> str:
        """``11 May 2017``, its day and month on one line."""
        return self._dated(day, "yMMMMd")

    def _dated(self, day: date, skeleton: str) -> str:
        words = str(format_skeleton(skeleton, day, locale=_locale(self.language)))
        held = "MMMM" in skeleton and "d" in skeleton
        return words.replace(" ", NO_BREAK, 1) if held else words


@cache
def _form(language: str, count: int) -> str:
    """A rule of a language is gone through once a number: tables say the same ones again."""
    return _locale(language).plural_form(count)


@cache
def numbers_of(language: str) -> Numbers:
    """The signs of a language, a BCP 47 tag; those of English where nothing is known of it."""
    locale = _locale(language)
    before, percent = _around(locale.percent_formats[None].pattern)
    if before:  # Turkish and Basque put the sign before: behind, it is understood too
        percent = "%"
    return Numbers(
        language,
        str(get_decimal_symbol(locale)),
        str(get_group_symbol(locale)),
        percent,
        locale.currency_formats["standard"].pattern.startswith("\N{CURRENCY SIGN}"),
    )


def _around(pattern: str) -> tuple[str, str]:
    """What stands before and behind the digits of a pattern such as ``#,##0 %``."""
    digits = "#,0."
    first = min(pattern.index(each) for each in digits if each in pattern)
    last = max(pattern.rindex(each) for each in digits if each in pattern)
    return pattern[:first], pattern[last + 1 :]


@cache
def _locale(language: str) -> Locale:
    """The locale of a tag: English of no region is British, as the engine's own words are."""
    tag = _ENGLISH if language.lower() == "en" else language
    for each in (tag, tag.partition("-")[0], _ENGLISH):
        try:
            return Locale.parse(each, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError  # English is known

"""Where words may be hyphenated, and where they are joined: by the patterns of their language.

The patterns are those that TeX and LibreOffice share, brought by pyphen. A language without
patterns, Welsh among them, is not hyphenated.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import pyphen

if TYPE_CHECKING:
    from collections.abc import Sequence

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
BEFORE, BEHIND = 3, 3
"""The fewest letters of a word that stay on its line and that go to the next."""
SHORTEST = 7
"""A word of fewer letters is never divided."""
LONG = 9
"""Nor is one of fewer letters than these where words are shy."""
_CAPITALISED = frozenset({"de", "lb"})
"""Languages whose nouns all begin with a capital: there it does not tell a name."""
_COMPOUNDING = frozenset({"de"})
"""Languages that write compounds as one word, and whose patterns tell their joints."""
_LIGATED = re.compile(r"[^\W\d_]*f[fijlt][^\W\d_]*")
_STEM = re.compile(r"(?<=[aeiouyäöü])(?<![aeiouyäöü]{2})ff[aeiouyäöü]", re.IGNORECASE)
"""Letters that are doubled within a stem, behind a short vowel: büf-fel.

Behind a long one or a consonant (auf-fallen, dorf-fest), or where another consonant follows
(tarif-flucht), two parts of a compound meet.
"""
_WORD = re.compile(r"[^\w]*([^\W\d_]+)(?:\N{RIGHT SINGLE QUOTATION MARK}[^\W\d_]{1,2})?[^\w]*")


@lru_cache(maxsize=16384)
def divisions(
    word: str, language: str, shortest: int = SHORTEST, *, names: bool = False
) -> tuple[int, ...]:
    """The places within a word, its punctuation included, where a hyphen may end a line.

    Names (words with a capital), words with figures or hyphens of their own and addresses have
    none, nor have words of fewer than `shortest` letters. `language` is a BCP 47 tag. `names` are
    divided as well where they would be cut anywhere if they were not.
    """
    match = _WORD.fullmatch(word)
    if match is None or len(match[1]) < shortest:
        return ()
    if not names and not _divisible(match[1], language):
        return ()
    patterns = _patterns(language)
    if patterns is None:
        return ()
    letters, start = match[1], match.start(1)
    places = _places(letters, patterns)
    if _spoken(language) in _COMPOUNDING:
        places = _certain(places)
    return tuple(start + each for each in places if BEFORE <= each <= len(letters) - BEHIND)


def _places(letters: str, patterns: pyphen.Pyphen) -> list[int]:
    """The places at which patterns divide letters.

    One with `data` is one where the spelling changes, as in older German: left undivided.
    """
    found = patterns.positions(letters.lower())
    return [int(each) for each in found if getattr(each, "data", None) is None]


def _certain(places: Sequence[int]) -> list[int]:
    """The places that part no letter from both its neighbours.

    In compounds that is where patterns know of two readings, staub-ecken and stau-becken: one of
    them is wrong, and who writes it may say which by a soft hyphen.
    """
    near = {each for each in places if each - 1 in places or each + 1 in places}
    return [each for each in places if each not in near]


@lru_cache(maxsize=4096)
def joints(words: str, language: str) -> tuple[int, ...]:
    """The places in words where an f is not joined to the next letter: Auf-lage, Schiff-leiste.

    In German a ligature stands within a part of a compound, never across two of them, nor between
    a stem and its ending (Duden, rules for setting type).
    """
    patterns = _patterns(language) if _spoken(language) in _COMPOUNDING else None
    if patterns is None:
        return ()
    return tuple(
        match.start() + place
        for match in _LIGATED.finditer(words)
        for place in _places(match.group(), patterns)
        if match.group()[place - 1] == "f" and not _STEM.match(match.group(), place - 1)
    )


def _divisible(letters: str, language: str) -> bool:
    return (letters[1:] if nouns_have_capitals(language) else letters).islower()


def nouns_have_capitals(language: str) -> bool:
    """Whether a capital tells a noun, not a name."""
    return _spoken(language) in _CAPITALISED


def _spoken(tag: str) -> str:
    """The language of a BCP 47 tag, whatever its country."""
    return tag.partition("-")[0].lower()


@cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    """The patterns of a language, or of the nearest one that it is a variety of."""
    known = pyphen.language_fallback(language) if language else None
    return pyphen.Pyphen(lang=known) if known else None

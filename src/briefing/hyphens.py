"""Where words may be hyphenated: by the patterns of their language, never where it misleads.

The patterns are those that TeX and LibreOffice share, brought by pyphen. A language without
patterns, Welsh among them, is not hyphenated.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import pyphen

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
BEFORE, BEHIND = 3, 3
"""The fewest letters of a word that stay on its line and that go to the next."""
SHORTEST = 7
"""A word of fewer letters is never divided."""
LONG = 9
"""Nor is one of fewer letters than these where words are shy."""
_CAPITALISED = frozenset({"de", "lb"})
"""Languages whose nouns all begin with a capital: there it does not tell a name."""
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
    # A place with `data` is one where the spelling changes, as in older German: left undivided.
    return tuple(
        start + place
        for place in patterns.positions(letters.lower())
        if getattr(place, "data", None) is None and BEFORE <= place <= len(letters) - BEHIND
    )


def _divisible(letters: str, language: str) -> bool:
    return (letters[1:] if nouns_have_capitals(language) else letters).islower()


def nouns_have_capitals(language: str) -> bool:
    """Whether a capital tells a noun, not a name."""
    return language.partition("-")[0] in _CAPITALISED


@cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    """The patterns of a language, or of the nearest one that it is a variety of."""
    known = pyphen.language_fallback(language) if language else None
    return pyphen.Pyphen(lang=known) if known else None

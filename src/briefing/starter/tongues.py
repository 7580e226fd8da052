"""In which language an export asks, by the small words of its heads, and how it says don't know.

A code of no answer has no words of its own: they are to be those of the form around it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SMALL = {
    "en": "the of and to in is you your how do what which with for are have not",
    "de": "der die das und ist sie ihre ihr wie zu von mit für den im haben nicht sind",
    "fr": "le la les des et est vous votre vos comment du pour avec dans une avez pas êtes",
    "es": "el los las y es usted su sus cómo del para con en una qué está por",
    "cy": "yr y ac yn chi eich beth sut ydych gyda neu mae ar o'r i'r ydy oes pa",
}
"""Words that few sentences of a language are without, and few of another have."""
_UNKNOWN = {
    "en": "Don\N{RIGHT SINGLE QUOTATION MARK}t know",
    "de": "Weiß nicht",
    "fr": "Ne sait pas",
    "es": "No sabe",
    "cy": "Ddim yn gwybod",
}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def unknowing(heads: Iterable[str]) -> str:
    """The label of don't know in the language of the heads; of heads that have none, in English."""
    words = _WORD.findall(
        " ".join(heads).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").casefold()
    )
    counts = {
        language: sum(words.count(each) for each in small.split())
        for language, small in _SMALL.items()
    }
    return _UNKNOWN[max(counts, key=lambda language: counts[language])]

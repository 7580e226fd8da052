"""Scales in other languages than English, as families like those of English.

What is found is told in English all the same, as the rest of a draft; labels stay as they are.
Another language is one more file in `scales_in`. Endings that follow a noun stand in brackets:
``satisfech[o|a]``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from briefing.starter.families import FAMILIES, Family
from briefing.starter.scales_in.french import FRENCH
from briefing.starter.scales_in.german import GERMAN
from briefing.starter.scales_in.spanish import SPANISH
from briefing.starter.scales_in.welsh import WELSH
from briefing.survey.labels import alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_KNOWN = {each.id: each for each in FAMILIES} | {
    "satisfied": Family(
        "satisfied", {}, "satisfied", "dissatisfied", ("are satisfied", "are dissatisfied")
    ),
    "important": Family("important", {}, "important"),
    "likely": Family("likely", {}, "likely", "unlikely", ("think it likely", "think it unlikely")),
    "easy": Family("easy", {}, "easy", "difficult", ("call it easy", "call it difficult")),
}
"""The scales that are listed in English, and those that are taken apart there by their words."""
_ENDING = re.compile(r"\[([^\[\]]*)\]")
_BAR = re.compile(r"\|(?![^\[\]]*\])")
"""Between wordings; a bar within brackets stands between endings."""


def _spelt(words: str) -> Iterator[str]:
    """The forms of a wording, with each of its endings."""
    plain = _ENDING.split(words)
    for endings in product(*(each.split("|") for each in plain[1::2])):
        joined = zip(plain[::2], (*endings, ""), strict=True)
        yield alike("".join(part + ending for part, ending in joined))


def _families(language: Mapping[str, Mapping[int, str]]) -> Iterator[Family]:
    for name, levels in language.items():
        forms = {
            level: " | ".join(form for each in _BAR.split(words) for form in _spelt(each))
            for level, words in levels.items()
        }
        yield replace(_KNOWN[name], levels=forms)


ELSEWHERE = tuple(
    family for language in (GERMAN, FRENCH, SPANISH, WELSH) for family in _families(language)
)
"""The families of all languages but English."""

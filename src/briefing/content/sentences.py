"""The sentence of a paragraph that holds some of its words."""

from __future__ import annotations

import re

from briefing.claims.formats import starts_sentence

_GAP = re.compile(r"\n|(?<=[.!?\N{HORIZONTAL ELLIPSIS}\N{RIGHT DOUBLE QUOTATION MARK})'\"])\s+")


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence, or the sentences, that the signs from `start` to `end` stand in."""
    first, last = sentence_span(text, start, end)
    sentence = text[first:last].replace("\N{SOFT HYPHEN}", "")
    return " ".join(sentence.replace("\N{NON-BREAKING HYPHEN}", "-").split())


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where it begins and ends."""
    ends = [0, *(gap.end() for gap in _GAP.finditer(text) if _parts(text, gap.end())), len(text)]
    first = max(each for each in ends if each <= start)
    last = min(each for each in ends if each >= max(end, start + 1) or each == len(text))
    return first, last


def _parts(text: str, at: int) -> bool:
    """Whether a new sentence begins at a place: no small letter does."""
    after = text[at : at + 1]
    return text[at - 1] == "\n" or (starts_sentence(text[:at]) and not after.islower())

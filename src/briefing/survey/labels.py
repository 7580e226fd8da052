"""When two spellings of an answer are the same answer (conventions, 3: rows 1 to 5)."""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.hyphens import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterable

_SINGLE_QUOTES = (0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x60, 0xB4)
_DOUBLE_QUOTES = (0x201C, 0x201D, 0x201E, 0x201F, 0x2033)
_DASHES = (0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212)
_FOLDED = {
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_DASHES, "-"),
}


def cleaned(words: str) -> str:
    """Words of an author's file as they are kept: single spaces, no soft hyphens.

    A word processor leaves such hyphens behind; a chart would print them in the midst of a line.
    """
    return " ".join(words.replace(SOFT_HYPHEN, "").split())


@lru_cache(maxsize=65_536)  # the same few labels stand in thousands of cells
def normalised(label: str) -> str:
    """A label as it is compared: cleaned, composed characters, plain quotes and dashes.

    Other punctuation stays: labels that differ by a comma are two labels.
    """
    return cleaned(unicodedata.normalize("NFC", label)).translate(_FOLDED)


@lru_cache(maxsize=65_536)
def alike(label: str) -> str:
    """A label as a form's words are known by: whatever its capitals and the stop at its end."""
    return normalised(label).casefold().strip(" .")


def nearest(wanted: str, among: Iterable[str]) -> str:
    """The one of `among` most like `wanted`, or nothing if none is like it."""
    known = {normalised(each).casefold(): each for each in among}
    close = difflib.get_close_matches(normalised(wanted).casefold(), known, n=1, cutoff=0.6)
    return known[close[0]] if close else ""


def did_you_mean(wanted: str, among: Iterable[str]) -> str:
    """A remedy: the nearest valid spelling, or the list of all that are valid."""
    candidates = tuple(among)
    close = nearest(wanted, candidates)
    if close:
        return f"Did you mean {quoted(close)}?"
    return f"Valid here: {', '.join(candidates)}." if candidates else ""


def quoted(words: str) -> str:
    """Words of an author's file as messages show them."""
    return f"“{words}”"


@dataclass(frozen=True, slots=True)
class Match:
    """What a cell was recognised as, and whether it was written exactly so."""

    id: str
    exact: bool


class Labels:
    """The spellings by which a set of answers is recognised: labels, then ids.

    Letter case is ignored only where that leaves no doubt.
    """

    def __init__(self, spellings: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        """Take (id, its labels) of each answer in order."""
        self._exact: dict[str, str] = {}
        self._alike: dict[str, str] = {}
        self._caseless: dict[str, set[str]] = {}
        self.labels: list[str] = []
        self.ambiguous: list[tuple[str, str, str]] = []
        """(id, other id, label) of answers that cannot be told apart."""
        known = tuple(spellings)
        for each, labels in known:
            for label in labels:
                self._add(each, label)
            self.labels.extend(labels)
        for each, _ in known:
            self._exact.setdefault(each, each)

    def _add(self, each: str, label: str) -> None:
        form = normalised(label)
        holder = self._alike.setdefault(form, each)
        if holder != each:
            self.ambiguous.append((holder, each, label))
        self._exact.setdefault(label, each)
        self._caseless.setdefault(form.casefold(), set()).add(each)

    def is_of(self, label: str, each: str) -> bool:
        """Whether a label is one of the spellings of an id."""
        return self._alike.get(normalised(label)) == each

    def find(self, written: str) -> Match | None:
        """What `written` stands for, if it stands for anything."""
        if written in self._exact:
            return Match(self._exact[written], exact=True)
        form = normalised(written)
        known = self._alike.get(form) or self._exact.get(form)
        if known:
            return Match(known, exact=False)
        candidates = self._caseless.get(form.casefold(), set())
        if len(candidates) == 1:
            return Match(next(iter(candidates)), exact=False)
        return None

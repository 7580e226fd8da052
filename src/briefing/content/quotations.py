"""Quotation marks, apostrophes and primes from the two marks of a keyboard.

What is typed double is set as the language's usual marks, what is typed single as those for a
quotation within another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.layout.quotations import OPENING, marks_of
from briefing.signs import APOSTROPHE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.layout.quotations import Marks

PRIME, DOUBLE_PRIME = "\N{PRIME}", "\N{DOUBLE PRIME}"

_BEFORE = frozenset(" \t\n\N{NO-BREAK SPACE}([{-/\N{EN DASH}\N{EM DASH}")
_ELISION = re.compile(r"'(?:tis|twas|em|n|cause|round|\d\ds?(?!'))\b", re.IGNORECASE)


def quoted(text: str, exempt: frozenset[int], language: str) -> Iterator[tuple[int, str]]:
    """The places of typed marks, and the marks that print has there.

    Places in `exempt` are left as they are, and what follows them is no measure in feet.
    """
    reader = _Reader(text, exempt, marks_of(language))
    for at, sign in enumerate(text):
        if at not in exempt and sign in _TYPED:
            yield at, reader.read(at)


_TYPED = "\"'"


@dataclass(slots=True)
class _Reader:
    """Reads typed marks from left to right; `opened` are those of quotations that go on."""

    text: str
    exempt: frozenset[int]
    marks: Marks
    opened: list[str] = field(default_factory=list)
    last: tuple[int, bool] = (-1, False)
    """The place of the mark before, and whether it opened a quotation."""

    def read(self, at: int) -> str:
        """What is printed for the mark at a place."""
        typed = self.text[at]
        opens = self._opens(at)
        if typed == "'" and opens and self._stands_for_letters(at):
            opens, mark = False, APOSTROPHE
        elif opens:
            self.opened.append(typed)
            mark = self._pair(typed)[0]
        else:
            mark = self._behind(typed, at)
        self.last = (at, opens)
        return mark

    def _stands_for_letters(self, at: int) -> bool:
        """Whether a mark before a word is an apostrophe: 'tis, '68, or one that nothing closes.

        A paragraph that begins with a mark may be one of a quotation of several.
        """
        if _ELISION.match(self.text, at):
            return True
        closed = any(
            sign == "'" and place not in self.exempt and self._may_close(place)
            for place, sign in enumerate(self.text[at + 1 :], at + 1)
        )
        return not closed and (at > 0 or not self.text[1:2].isupper())

    def _may_close(self, at: int) -> bool:
        return not self.text[at - 1].isspace() and not self.text[at + 1 : at + 2].isalnum()

    def _pair(self, typed: str) -> tuple[str, str]:
        return self.marks.double if typed == '"' else self.marks.single

    def _opens(self, at: int) -> bool:
        before, behind = self.text[at - 1 : at], self.text[at + 1 : at + 2]
        follows = self.last == (at - 1, True) or before in OPENING
        if self.text[at] == '"' and '"' not in self.opened and self.last == (at - 1, False):
            follows = self.text[at - 2 : at - 1].isalpha()  # l'"or"
        return (not before or before in _BEFORE or follows) and bool(behind.strip())

    def _behind(self, typed: str, at: int) -> str:
        """A mark behind a letter or a figure: it closes, stands for letters, or is a measure."""
        before, after = self.text[at - 1 : at], self.text[at + 1 : at + 2]
        if typed == "'" and before.isalnum() and after.isalpha():
            return APOSTROPHE
        figure = before.isdigit() and at - 1 not in self.exempt
        if figure and (typed not in self.opened or (typed == "'" and after.isdigit())):
            return PRIME if typed == "'" else DOUBLE_PRIME
        if typed in self.opened:
            while self.opened.pop() != typed:
                pass
            return self._pair(typed)[1]
        return APOSTROPHE if typed == "'" else self._pair(typed)[1]

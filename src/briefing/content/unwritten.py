"""What is still to be written: words that hold a place in drafts, and in nothing that is final."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.diagnostics import Diagnostics, Source

    Origins = Sequence[Source | None]
    """For each sign of a text where an author typed it, if anybody did."""

_HOLDING = re.compile(r"\bto be (?:written|filled in)\b", re.IGNORECASE)
"""What first words say of their gaps (`starter`), and authors after them."""


def unwritten(text: str) -> Iterator[tuple[int, str]]:
    """Where a text holds a place for words that nobody wrote yet, and by which words it does."""
    for match in _HOLDING.finditer(text):
        yield match.start(), match.group()


def check_written(text: str, origins: Origins, diagnostics: Diagnostics) -> None:
    """Report what a final publication still has to say; `origins` are the sources of its signs."""
    for at, words in unwritten(text):
        diagnostics.error(
            "not-final",
            f"a final publication says '{words}': {_around(text, at)}",
            origins[at],
            "write it or take it out; or write final = false under [publication] until it is",
        )


def _around(text: str, at: int) -> str:
    """The words around a place, in short."""
    start, end = max(0, at - _SHORT), min(len(text), at + 2 * _SHORT)
    cut = " ".join(text[start:end].split())
    return f"{'…' * (start > 0)}{cut}{'…' * (end < len(text))}"


_SHORT = 24

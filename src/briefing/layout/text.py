"""Words with their emphasis, figures and links, broken into lines of shaped runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.drawing import Number


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of running words set one way.

    `number` is the bound figure that the words print, `link` a web address or ``#anchor``, `claim`
    the words' proof as the ledger lists it, `language` a BCP 47 tag where it is not the document's.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    language: str = ""
    number: Number | None = None
    claim: Number | None = None


Words = tuple[Span, ...]


def plain(words: Words) -> str:
    """The words without their dress."""
    return "".join(span.text for span in words)

"""Names that are not known: the fault of a reference, and which names it could have meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class WrongReferenceError(Exception):
    """A reference that names no figure: a stable code, the message and the remedy."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


def nearest(wanted: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The names most like `wanted`, the most alike first."""
    return tuple(get_close_matches(wanted, list(known), n=limit, cutoff=0.55))


def meant(wanted: str, known: Iterable[str], noun: str) -> str:
    """A remedy for a name that is not known: the nearest ones, and what `noun` there are."""
    names = list(known)
    close = nearest(wanted, names)
    question = f"did you mean {' or '.join(repr(each) for each in close)}? " if close else ""
    listed = names if len(names) <= LISTED else [*names[:LISTED], "…"]
    return f"{question}the {noun} are {', '.join(listed) or 'none'}"


LISTED = 30
"""Names that a remedy lists at most."""

"""The words in which the engine speaks while it makes a publication.

They are asked for wherever something is said: by tables, charts, blocks, furniture and tags. They
are a context, as the digits of `decimal` and the signs of `locale` are: handed through, they would
be an argument of every function that prints a figure, and a value of every cell.
"""

from __future__ import annotations

from contextvars import ContextVar, copy_context
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from briefing.wording.catalogue import MODEL, catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.wording.model import Wording

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")
_SPOKEN: ContextVar[Wording] = ContextVar("wording")


def wording() -> Wording:
    """The words that hold now: English unless others were chosen."""
    chosen = _SPOKEN.get(None)
    return catalogue(MODEL) if chosen is None else chosen


def speak(words: Wording) -> None:
    """Say everything from here on in these words, as far as the function goes that is `apart`."""
    _SPOKEN.set(words)


def apart(function: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
    """A function whose choice of words ends with it."""

    @wraps(function)
    def within(*args: _Given.args, **kwargs: _Given.kwargs) -> _Made:
        return copy_context().run(function, *args, **kwargs)

    return within

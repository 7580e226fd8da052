"""Draws by lot that come out alike on every machine: a number made from the words of a key."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

WIDTH = 1 << 48


def lot(*key: str) -> float:
    """A number from 0 to below 1, the same for the same key, unlike for any other."""
    digest = hashlib.sha256("/".join(key).encode()).digest()
    return int.from_bytes(digest[:6], "big") / WIDTH


def bell(*key: str) -> float:
    """A number around 0, small ones likelier: the sum of twelve draws, which has a spread of 1."""
    return sum(lot(*key, str(turn)) for turn in range(12)) - 6


def shuffled(things: Iterable[T], *key: str) -> list[T]:
    """The things in an order drawn by lot; equal things may stand anywhere."""
    numbered = list(enumerate(things))
    return [thing for _, thing in sorted(numbered, key=lambda pair: lot(*key, str(pair[0])))]

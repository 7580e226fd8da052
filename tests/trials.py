"""How many random cases a law is tried on: the same ones in `make test`, more and new in a soak."""

from __future__ import annotations

import os

_USUAL = 300
SOAK = "PUBLICATIONS" in os.environ
"""Whether cases are to be drawn anew, since `make soak` asks for them."""
PUBLICATIONS = int(os.environ.get("PUBLICATIONS", _USUAL))
"""How many random publications are laid out."""


def tries(usual: int) -> int:
    """As many cases as `usual`, in a soak as many times more as it has more publications."""
    return max(1, usual * PUBLICATIONS // _USUAL)


def seeds(number: int) -> range:
    """So many seeds from ``SEED`` on: a soak begins elsewhere each time, and says where."""
    first = int(os.environ.get("SEED", "0"))
    return range(first, first + number)

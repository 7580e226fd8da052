"""Subsets of fonts from several makers in one file, each under a tag of its own.

A subset's name begins with a tag of six letters and a plus; different subsets of a font in one file
shall have different tags (ISO 32000-1, 9.6.4). Makers begin to count at the same tag in each file.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from pypdf.generic import NameObject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pypdf.generic import DictionaryObject

_SUBSET = re.compile(r"/([A-Z]{6})\+(.+)", re.DOTALL)
_NAMES = ("/BaseFont", "/FontName")
"""Where fonts and their descriptors are named; both must say the same."""


def tell_apart(letter: str, new: Iterable[DictionaryObject]) -> None:
    """Give the subsets of an appendix tags that follow from its letter and their own."""
    for each in new:
        for key in _NAMES:
            subset = _SUBSET.fullmatch(str(each.get(key, "")))
            if subset:
                tag = _tag(f"{letter} {subset[1]}")
                each[NameObject(key)] = NameObject(f"/{tag}+{subset[2]}")


def _tag(words: str) -> str:
    digest = sha256(words.encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

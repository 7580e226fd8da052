"""Subsets of fonts from several makers in one file, each under a tag of its own.

A subset's name begins with a tag of six letters and a plus; different subsets of a font in one file
shall have different tags (ISO 32000-1, 9.6.4). Makers begin to count at the same tag in each file.
The tag follows from the font's file, so that equal subsets have equal names and can be shared.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject, NameObject, StreamObject

from briefing.pdf.trees import reference_of
from briefing.reading import FONT_FILES, entry, items, resolved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SUBSET = re.compile(r"/([A-Z]{6})\+(.+)", re.DOTALL)


def tell_apart(letter: str, new: Iterable[DictionaryObject], known: dict[bytes, str]) -> None:
    """Give the subsets of an appendix tags that follow from their files.

    `known` are the tags of the subsets that the file has already, by digests of their files; those
    of the appendix are added. A subset without a file gets a tag from the letter.
    """
    fonts = list(new)
    digests: dict[int, bytes] = {}
    for font in fonts:
        for key, descriptors in (("/FontName", [font]), ("/BaseFont", list(_descriptors(font)))):
            subset = _SUBSET.fullmatch(str(resolved(font.get(key, ""))))
            if subset:
                found = (_known_digest(each, digests) for each in descriptors)
                own = f"{letter} {subset[0]}".encode()
                digest = next((each for each in found if each), own)
                tag = known.setdefault(digest, _tag(digest))
                font[NameObject(key)] = NameObject(f"/{tag}+{subset[2]}")


def _known_digest(descriptor: DictionaryObject, digests: dict[int, bytes]) -> bytes | None:
    """The digest of a subset's file, computed once for all fonts that share the descriptor."""
    reference = reference_of(descriptor)
    if reference is None:
        return _digest(descriptor)
    if reference.idnum not in digests:
        digests[reference.idnum] = _digest(descriptor) or b""
    return digests[reference.idnum] or None


def tags_of(objects: Iterable[DictionaryObject]) -> dict[bytes, str]:
    """The tags of the subsets among some objects, by digests of their files."""
    found: dict[bytes, str] = {}
    for each in objects:
        subset = _SUBSET.fullmatch(str(resolved(each.get("/FontName", ""))))
        digest = _digest(each) if subset else None
        if subset and digest:
            found.setdefault(digest, subset[1])
    return found


def _descriptors(font: DictionaryObject) -> Iterator[DictionaryObject]:
    """The descriptor of a font, or of the one that a composite font is made of."""
    for holder in (font, *items(font, "/DescendantFonts")):
        descriptor = entry(holder, "/FontDescriptor", DictionaryObject)
        if descriptor is not None:
            yield descriptor


def _digest(descriptor: DictionaryObject) -> bytes | None:
    for key in FONT_FILES:
        file = entry(descriptor, key, StreamObject)
        if file is not None:
            name = _SUBSET.fullmatch(str(descriptor.get("/FontName", "")))
            words = (name[2] if name else "").encode()
            return sha256(words + b"\0" + file.get_data()).digest()
    return None


def _tag(digest: bytes) -> str:
    return "".join(chr(ord("A") + byte % 26) for byte in sha256(digest).digest()[:6])

"""Equal things of several makers written once: font files, fonts, profiles, pictures, tables.

Appendices of one maker bring the same fonts over and over, those of our own the body's profile.
Objects that have no place of their own are compared by their bytes, those that they refer to first.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from briefing.pdf.syntax import Syntax

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pypdf import PdfWriter

_KINDS = frozenset({"/Font", "/FontDescriptor", "/ExtGState", "/Encoding"})
"""Dictionaries that are what they say, wherever they stand."""
_ROUNDS = 6
"""Steps from a font's file to the font: file, descriptor, descendant, font."""


class Shared(dict[int, int]):
    """For objects that are written once for several: the number that stands for each."""

    def __missing__(self, number: int) -> int:
        """An object that is like no other stands for itself."""
        return number


def shared(writer: PdfWriter, numbers: Iterable[int]) -> Shared:
    """Find equal objects among those with these numbers; the first one stands for the others."""
    found = Shared()
    syntax = Syntax(found)
    candidates = {
        number: value
        for number in sorted(numbers)
        if _may_be_shared(value := writer.get_object(number))
    }
    refers = {number: frozenset(_references(value)) for number, value in candidates.items()}
    written: dict[int, bytes] = {}
    changed = set(candidates)
    for _ in range(_ROUNDS):
        for number in sorted(changed):
            written[number] = sha256(syntax.written(candidates[number])).digest()
        first: dict[bytes, int] = {}
        before = dict(found)
        for number in candidates:
            stands = first.setdefault(written[number], number)
            if stands != number:
                found[number] = stands
        for number in found:
            found[number] = found[found[number]]
        moved = {number for number in found if before.get(number) != found[number]}
        if not moved:
            break
        candidates = {number: each for number, each in candidates.items() if number not in found}
        changed = {number for number in candidates if refers[number] & moved}
    return found


def _may_be_shared(value: object) -> bool:
    """Whether a thing is no more than what it says: no page, element, link or stream of a page."""
    if isinstance(value, StreamObject):
        return value.get("/Type") != "/Metadata" and "/StructParents" not in value
    if isinstance(value, DictionaryObject):
        return value.get("/Type") in _KINDS
    return isinstance(value, ArrayObject)


def _references(value: object) -> Iterable[int]:
    """The objects that one refers to, itself or in what is written inside it."""
    if isinstance(value, IndirectObject):
        yield value.idnum
    elif isinstance(value, DictionaryObject):
        for key in value:
            yield from _references(value.raw_get(key))
    elif isinstance(value, ArrayObject):
        for each in value:
            yield from _references(each)

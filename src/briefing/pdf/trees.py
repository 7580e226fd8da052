"""Name trees, number trees and page trees of files read with pypdf, as flat Python values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from briefing.reading import DEPTH, DamagedError, items, leaves, once, resolved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
"""What a page may take from the nodes above it (7.7.3.4)."""


def reference_of(value: object) -> IndirectObject | None:
    """The reference to an object, if it is one of its own and not written inside another."""
    found = getattr(value, "indirect_reference", None)
    return found if isinstance(found, IndirectObject) else None


def numbered(root: object) -> dict[int, PdfObject]:
    """A number tree (7.9.7)."""
    return {
        int(number): value
        for key, value in leaves(root, "/Nums")
        if isinstance(number := resolved(key), NumberObject)
    }


def named(root: object) -> dict[bytes, PdfObject]:
    """A name tree (7.9.6)."""
    return {spelled(key): value for key, value in leaves(root, "/Names")}


def spelled(name: object) -> bytes:
    """The bytes of a name or a string that names something."""
    known = resolved(name)
    if isinstance(known, TextStringObject):
        return known.original_bytes
    if isinstance(known, ByteStringObject):
        return bytes(known)
    return str(known).removeprefix("/").encode()


def nested(value: object) -> Iterator[DictionaryObject | ArrayObject]:
    """A dictionary or an array, and those written inside it."""
    if isinstance(value, DictionaryObject):
        yield value
        inner = list(value.values())
    elif isinstance(value, ArrayObject):
        yield value
        inner = list(value)
    else:
        return
    for each in inner:
        if not isinstance(each, IndirectObject):
            yield from nested(each)


def number_tree(entries: Mapping[int, PdfObject]) -> DictionaryObject:
    """A number tree of one node."""
    flat = ArrayObject()
    for number in sorted(entries):
        flat += [NumberObject(number), entries[number]]
    return DictionaryObject({NameObject("/Nums"): flat})


def name_tree(entries: Mapping[bytes, PdfObject]) -> DictionaryObject:
    """A name tree of one node."""
    flat = ArrayObject()
    for name in sorted(entries):
        flat += [ByteStringObject(name), entries[name]]
    return DictionaryObject({NameObject("/Names"): flat})


def page_references(catalog: DictionaryObject) -> list[IndirectObject]:
    """All pages in order; what they inherit is written into them.

    Raises `DamagedError` where the page tree is missing or broken.
    """
    found: list[IndirectObject] = []
    if "/Pages" not in catalog:
        raise DamagedError("it has no page tree")
    _gather(catalog.raw_get("/Pages"), {}, found, DEPTH, set())
    return found


def page_at(reference: PdfObject) -> DictionaryObject:
    """The page that a reference leads to; raise `DamagedError` if it is none."""
    known = resolved(reference)
    if not isinstance(known, DictionaryObject):
        raise DamagedError("a page is none")
    return known


def _gather(
    reference: PdfObject,
    above: dict[str, PdfObject],
    found: list[IndirectObject],
    depth: int,
    seen: set[int],
) -> None:
    node = reference.get_object()
    if depth == 0 or not isinstance(node, DictionaryObject):
        raise DamagedError("the page tree is broken")
    once(reference, seen)
    given = above | {key: node.raw_get(key) for key in INHERITED if key in node}
    if "/Kids" in node:
        for kid in items(node, "/Kids"):
            _gather(kid, given, found, depth - 1, seen)
        return
    if not isinstance(reference, IndirectObject):
        raise DamagedError("a page is not an object of its own")
    for key, value in given.items():
        node[NameObject(key)] = value
    found.append(reference)

"""Files opened with pypdf, their objects, and what reading a damaged one may raise.

The writer reads appendices by it, preflight anyone's file.
"""

from __future__ import annotations

import re
from enum import Enum
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 200_000_000
"""Bytes of the largest file that is opened."""

Item = TypeVar("Item", bound=PdfObject)


class DamagedError(Exception):
    """A file whose inner order is broken beyond repair."""


BROKEN = (
    PyPdfError,
    DamagedError,
    AttributeError,
    AssertionError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What reading a damaged file may raise: pypdf trusts that dictionaries hold what they should."""
_TOLD = 160
"""Letters of a reader's own words that are passed on."""


class Refusal(Enum):
    """Why a file is not opened."""

    LARGE = f"it has more than {LARGEST // 10**6} MB"
    NO_PDF = "it is no PDF"
    PASSWORD = "it is protected by a password"  # noqa: S105 - words
    PERMISSIONS = "it is protected by permissions"
    PROTECTED = "it is protected by a password or by permissions"
    """In a way that pypdf reads only with a package of its own."""


class RefusedError(Exception):
    """A file that is not opened; the message says why."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.value)
        self.why = why


def pdf_of(content: bytes, *, protected: bool = False) -> PdfReader:
    """Open a file; raises `RefusedError`, or one of `BROKEN`.

    Permissions that its maker set are respected; with `protected` a file that opens without a
    password is taken all the same, as for looking at it.
    """
    if len(content) > LARGEST:
        raise RefusedError(Refusal.LARGE)
    if not is_pdf(content):
        raise RefusedError(Refusal.NO_PDF)
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted:
        why = _locked(reader)
        if why is not Refusal.PERMISSIONS or not protected:
            raise RefusedError(why)
    return reader


def _locked(reader: PdfReader) -> Refusal:
    """What keeps a file closed: a password for readers, or permissions of its maker's."""
    try:
        opens = bool(reader.decrypt(""))
    except (*BROKEN, DependencyError):  # pypdf reads some ciphers with a package of their own
        return Refusal.PROTECTED
    return Refusal.PERMISSIONS if opens else Refusal.PASSWORD


def told(fault: BaseException) -> str:
    """What reading a damaged file raised, on one line and short."""
    if isinstance(fault, RecursionError):
        return "its objects are nested without end"
    words = " ".join(str(fault).split()) or type(fault).__name__
    return words if len(words) <= _TOLD else f"{words[:_TOLD]}\N{HORIZONTAL ELLIPSIS}"


def is_pdf(content: bytes) -> bool:
    """Whether a file says that it is a PDF where readers look for that (ISO 32000-1, H.3, 13)."""
    return b"%PDF-" in content[:1024]


def resolved(value: object) -> object:
    """The object itself, behind a reference or not."""
    return value.get_object() if isinstance(value, PdfObject) else value


def entry(holder: object, key: str, kind: type[Item]) -> Item | None:
    """The entry of a dictionary if it is there and of the kind that it should be."""
    known = resolved(holder)
    if not isinstance(known, DictionaryObject):
        return None
    value = resolved(known.get(key))
    return value if isinstance(value, kind) else None


def items(holder: object, key: str) -> list[PdfObject]:
    """The entry of a dictionary as a list: an array's items as they stand, or the one value."""
    known = resolved(holder)
    if not isinstance(known, DictionaryObject) or key not in known:
        return []
    value = known.raw_get(key)
    inner = resolved(value)
    return list(inner) if isinstance(inner, ArrayObject) else [value]


FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
"""The keys under which the descriptor of a font has its file (ISO 32000-1, table 126)."""


def is_embedded(font: DictionaryObject) -> bool:
    """Whether a file brings a font, or the one that a composite font stands on (9.7.6.1, 9.9)."""
    below = items(font, "/DescendantFonts")
    descriptor = entry(below[0] if below else font, "/FontDescriptor", DictionaryObject)
    return descriptor is not None and any(key in descriptor for key in FONT_FILES)


def number_of(value: object) -> int | None:
    """The number of the object that a reference leads to."""
    return value.idnum if isinstance(value, IndirectObject) else None


def inherited(page: object, key: str, kind: type[Item]) -> Item | None:
    """The entry of a page, or of the nodes above it (7.7.3.4)."""
    node = resolved(page)
    for _ in range(_DEEPEST):
        found = entry(node, key, kind)
        if found is not None:
            return found
        node = entry(node, "/Parent", DictionaryObject)
        if node is None:
            break
    return None


_DEEPEST = 64
"""How many nodes may stand above a page: a loop must not hang whoever reads it."""


def content_of(page: object) -> bytes:
    """The content streams of a page as one (7.8.2)."""
    parts = [resolved(part) for part in items(page, "/Contents")]
    return b"\n".join(part.get_data() for part in parts if isinstance(part, StreamObject))


DEPTH = 64
"""How deep a tree may go before it counts as damaged: a loop must not hang its reader."""


def leaves(root: object, key: str) -> Iterator[tuple[PdfObject, PdfObject]]:
    """The pairs of a name tree (`key` is ``/Names``) or a number tree (``/Nums``), in order."""
    return _leaves(root, key, DEPTH, set())


def _leaves(
    node: object, key: str, depth: int, seen: set[int]
) -> Iterator[tuple[PdfObject, PdfObject]]:
    if depth == 0:
        raise DamagedError("a tree without end")
    once(node, seen)
    pairs = items(node, key)
    for place in range(0, len(pairs) - 1, 2):
        yield pairs[place], pairs[place + 1]
    for kid in items(node, "/Kids"):
        yield from _leaves(kid, key, depth - 1, seen)


def once(node: object, seen: set[int]) -> None:
    """Raise if a node of a tree is met again: branches that share branches grow without end."""
    if isinstance(node, IndirectObject):
        if node.idnum in seen:
            raise DamagedError("a tree whose branches grow together")
        seen.add(node.idnum)


_MCID = re.compile(rb"/MCID\s+(\d+)")
_LIST = re.compile(rb"/[^\s()<>\[\]{}/%]*\s*(/[^\s()<>\[\]{}/%]+)\s*\Z")


def identifier(operands: bytes, resources: object) -> int | None:
    """The MCID that a sequence is opened with, if it is one that the structure is to find.

    It stands in place, or in a property list that the resources have by a name (14.6.2).
    """
    found = _MCID.search(operands)
    if found:
        return int(found[1])
    number = entry(property_list(operands, resources), "/MCID", NumberObject)
    return None if number is None else int(number)


def property_list(operands: bytes, resources: object) -> DictionaryObject | None:
    """The property list that a sequence is opened with by its name, if it is."""
    named = _LIST.search(operands)
    if named is None:
        return None
    known = entry(resources, "/Properties", DictionaryObject)
    return entry(known, NameObject(named[1].decode("latin-1")), DictionaryObject)

"""Objects of a file that pypdf has read, and what reading a damaged one may raise.

The writer reads appendices by it, preflight anyone's file.
"""

from __future__ import annotations

from typing import TypeVar

from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

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


def number_of(value: object) -> int | None:
    """The number of the object that a reference leads to."""
    return value.idnum if isinstance(value, IndirectObject) else None

"""The objects of one file under way: numbers given out, and bodies formatted by ReportLab."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import rl_codecs  # noqa: F401 - registers the encoding of PDF strings
from reportlab.pdfbase.pdfdoc import (
    NoEncryption,
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFString,
    PDFText,
    format,  # noqa: A004 - ReportLab's name for it
)

from briefing.pdf.file import pack, stream

if TYPE_CHECKING:
    from collections.abc import Iterable


class Reference(PDFObject):  # type: ignore[misc]
    """An indirect reference to the object with a number."""

    __slots__ = ("number",)

    def __init__(self, number: int) -> None:
        self.number = number

    def format(self, _document: Any) -> bytes:
        """Write the reference as PDF syntax."""
        return b"%d 0 R" % self.number


class Objects:
    """All objects of one file, numbered in the order in which they were asked for.

    It is what ReportLab's objects call a document when they are formatted.
    """

    encrypt = NoEncryption()
    defaultStreamFilters = None  # noqa: N815 - ReportLab asks for it by this name

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def reserve(self) -> Reference:
        """Give out a number whose object will be filled in later."""
        self._bodies.append(b"null")
        return Reference(len(self._bodies))

    def fill(self, reference: Reference, value: Any) -> None:
        """Set the object behind a reserved number."""
        self._bodies[reference.number - 1] = format(value, self, toplevel=1)

    def add(self, value: Any) -> Reference:
        """Number a new object."""
        reference = self.reserve()
        self.fill(reference, value)
        return reference

    def stream(self, content: bytes, *, compress: bool = True, **keys: Any) -> Reference:
        """Number a new stream; `keys` are further entries of its dictionary."""
        inner = format(dictionary(**keys), self)[2:-2].strip()
        reference = self.reserve()
        self._bodies[reference.number - 1] = stream(content, inner, compress=compress)
        return reference

    def pack(self, version: tuple[int, int], root: Reference, info: Reference) -> bytes:
        """Write the file."""
        return pack(self._bodies, version, root.number, info.number)


def dictionary(**entries: Any) -> PDFDictionary:
    """A dictionary; an entry that is None is left out."""
    made = PDFDictionary({key: value for key, value in entries.items() if value is not None})
    made.multiline = False
    return made


def array(values: Iterable[Any]) -> PDFArray:
    """An array."""
    made = PDFArray(values)
    made.multiline = False
    return made


def name(words: str) -> Any:
    """A name: ``/Words``, in UTF-8 with what is no plain letter escaped (7.3.5)."""
    return "/" + PDFName(words.encode().decode("latin-1"))[1:].replace("/", "#2f")


def text(words: str) -> PDFString:
    """A text string, in the encoding that the words need (7.9.2.2)."""
    return PDFString(words)


def key(words: str) -> PDFText:
    """A byte string that names something, in UTF-8: a destination, an identifier."""
    return PDFText(words)


def hexadecimal(digits: str) -> str:
    """A byte string by its hexadecimal digits."""
    return f"<{digits}>"


def number(value: float) -> str:
    """A number to three decimals, as short as it can be written."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written in {"-0", ""} else written


def numbers(values: Iterable[float]) -> PDFArray:
    """An array of numbers, such as a rectangle."""
    return array(number(value) for value in values)

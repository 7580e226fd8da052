"""A file under way with pypdf packed as all our files are, what is equal in it written once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from briefing.pdf.file import pack
from briefing.pdf.shared import Shared, shared
from briefing.pdf.syntax import Syntax
from briefing.reading import resolved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PdfReader, PdfWriter


def packed(reader: PdfReader, writer: PdfWriter, catalog: DictionaryObject) -> bytes:
    """The bytes of what the catalog needs; version and information are those of the body read."""
    information = resolved(reader.trailer.get("/Info"))
    info = (
        information.clone(writer)
        if isinstance(information, DictionaryObject)
        else DictionaryObject()
    )
    root, described = (
        writer._add_object(each)  # noqa: SLF001 - pypdf's name for adding an object
        for each in (catalog, info)
    )
    same = shared(writer, _reachable((root, described), Shared()))
    numbers = _reachable((root, described), same)
    syntax = Syntax(numbers | {old: numbers[new] for old, new in same.items()})
    bodies = [syntax.written(writer.get_object(old)) for old in numbers]
    major, _, minor = reader.pdf_header.removeprefix("%PDF-").partition(".")
    return pack(bodies, (int(major), int(minor)), numbers[root.idnum], numbers[described.idnum])


def _reachable(roots: Sequence[IndirectObject], same: Shared) -> dict[int, int]:
    """New numbers for all objects that the file still needs, in the order they are met."""
    numbers: dict[int, int] = {}
    waiting: list[object] = list(reversed(roots))
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            number = same[value.idnum]
            if number in numbers:
                continue
            numbers[number] = len(numbers) + 1
            value = IndirectObject(number, 0, value.pdf).get_object()
        if isinstance(value, DictionaryObject):
            waiting += reversed(list(value.values()))
        elif isinstance(value, ArrayObject):
            waiting += reversed(list(value))
    return numbers

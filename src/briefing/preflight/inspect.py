"""What anyone's PDF says: its structure, its words as they are heard, its attached files.

A file made elsewhere may be damaged, locked or made to harm: whatever reading it raises becomes one
fault that says what is the matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pypdf.generic import (
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from briefing.preflight.opened import elements
from briefing.preflight.spoken import structure_of, words_of
from briefing.reading import (
    BROKEN,
    RefusedError,
    entry,
    items,
    leaves,
    number_of,
    pdf_of,
    resolved,
    told,
)
from briefing.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pypdf import PdfReader


class UnreadableError(Exception):
    """A file that cannot be inspected; the message says why."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that rides along: its name, size in bytes, relationship, description, its figures."""

    name: str
    size: int
    relationship: str
    title: str
    figures: int


def tree(data: bytes) -> str:
    """The structure tree, element by element; raise `UnreadableError`."""
    return _read(data, structure_of, tagged=True)


def text(data: bytes) -> str:
    """The words in the order of the structure tree, as they are heard; raise `UnreadableError`."""
    return _read(data, words_of, tagged=True)


def attachments(data: bytes) -> str:
    """A line for each attached file; raise `UnreadableError`."""
    return _read(data, lambda reader: "".join(map(_line, _attached(reader))), tagged=False)


def _read(data: bytes, read: Callable[[PdfReader], str], *, tagged: bool) -> str:
    try:
        with remarks():  # on how a file is made, not on what it says
            reader = pdf_of(data)
            if tagged and entry(reader.root_object, "/StructTreeRoot", DictionaryObject) is None:
                raise UnreadableError("it is not tagged: a screen reader finds no structure in it")
            return read(reader)
    except RefusedError as refused:
        raise UnreadableError(str(refused)) from refused
    except BROKEN as fault:
        raise UnreadableError(f"it is damaged ({told(fault)})") from fault


def _attached(reader: PdfReader) -> Iterator[Attachment]:
    """The files in the name tree of the catalog, each with how many elements show its data."""
    catalog = reader.root_object
    shown: dict[int, int] = {}
    root = entry(catalog, "/StructTreeRoot", DictionaryObject)
    for element in elements(root) if root is not None else ():
        for number in map(number_of, items(element, "/AF")):
            if number is not None:
                shown[number] = shown.get(number, 0) + 1
    names = entry(entry(catalog, "/Names", DictionaryObject), "/EmbeddedFiles", DictionaryObject)
    for _, reference in leaves(names, "/Names"):
        file = resolved(reference)
        embedded = entry(entry(file, "/EF", DictionaryObject), "/F", StreamObject)
        yield Attachment(
            entry(file, "/UF", TextStringObject) or entry(file, "/F", TextStringObject) or "?",
            _size(embedded),
            str(entry(file, "/AFRelationship", NameObject) or "/Unspecified").removeprefix("/"),
            entry(file, "/Desc", TextStringObject) or "",
            shown.get(number_of(reference) or -1, 0),
        )


def _size(embedded: StreamObject | None) -> int:
    """The size that a file gives for itself; it is not unpacked to see."""
    stated = entry(entry(embedded, "/Params", DictionaryObject), "/Size", NumberObject)
    return int(stated or 0)


def _line(file: Attachment) -> str:
    figures = f", {file.figures} figure{'' if file.figures == 1 else 's'}" if file.figures else ""
    title = f": {file.title}" if file.title else ""
    return f"{file.name} ({file.size:,} bytes, {file.relationship}{figures}){title}\n"

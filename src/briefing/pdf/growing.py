"""A file under way in pypdf: objects added to it, and all that came since a place in the count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import ArrayObject, DictionaryObject

from briefing.pdf.trees import nested

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfWriter
    from pypdf.generic import IndirectObject, PdfObject


class Growing:
    """The objects of a file, in the order in which they came."""

    def __init__(self, writer: PdfWriter) -> None:
        self.writer = writer

    def count(self) -> int:
        """How many objects there are: a place from which on others are new."""
        return len(self.writer._objects)  # noqa: SLF001 - pypdf tells it nowhere else

    def add(self, value: PdfObject) -> IndirectObject:
        """Give an object its number."""
        return self.writer._add_object(value)  # noqa: SLF001 - pypdf's name for adding an object

    def dictionaries(self, first: int = 0) -> Iterator[DictionaryObject]:
        """The dictionaries among the objects from a place on, nested ones too."""
        for each in self._containers(first):
            if isinstance(each, DictionaryObject):
                yield each

    def arrays(self, first: int = 0) -> Iterator[ArrayObject]:
        """The arrays among the objects from a place on, nested ones too."""
        for each in self._containers(first):
            if isinstance(each, ArrayObject):
                yield each

    def _containers(self, first: int) -> Iterator[DictionaryObject | ArrayObject]:
        for number in range(first + 1, self.count() + 1):
            yield from nested(self.writer.get_object(number))

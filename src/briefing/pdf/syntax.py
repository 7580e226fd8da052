"""Objects read with pypdf written as PDF syntax again, their references renumbered on the way.

An appendix of detailed tables has thousands of cells, each with its element: pypdf's own writing
looks at every name letter by letter, this remembers how names are written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

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
    from collections.abc import Mapping


@dataclass(slots=True)
class Syntax:
    """Writes objects; `numbers` are the new numbers of the objects that references lead to."""

    numbers: Mapping[int, int]
    names: dict[str, bytes] = field(default_factory=dict)

    def written(self, value: object) -> bytes:
        """One object in PDF syntax."""
        if isinstance(value, IndirectObject):
            return b"%d 0 R" % self.numbers[value.idnum]
        if isinstance(value, NameObject):
            return self._name(value)
        if isinstance(value, DictionaryObject):
            stream = isinstance(value, StreamObject)
            return self._stream(value) if stream else self._dictionary(value)
        if isinstance(value, ArrayObject):
            return b"[%b]" % b" ".join([self.written(each) for each in value])
        if isinstance(value, NumberObject):
            return b"%d" % value
        return _plain(value) if isinstance(value, PdfObject) else b"null"

    def _name(self, value: NameObject) -> bytes:
        known = self.names.get(value)
        if known is None:
            known = self.names[value] = _plain(value)
        return known

    def _dictionary(self, value: DictionaryObject) -> bytes:
        entries = [
            b"%b %b" % (self._name(NameObject(key)), self.written(each))
            for key, each in value.items()
        ]
        return b"<<%b>>" % b"\n".join(entries)

    def _stream(self, value: DictionaryObject) -> bytes:
        """A stream as pypdf writes it, below a dictionary of ours."""
        content = _plain(value).partition(b">>\nstream\n")[2]
        length = len(content) - len(b"\nendstream")
        value[NameObject("/Length")] = NumberObject(length)
        return b"%b\nstream\n%b" % (self._dictionary(value), content)


def _plain(value: PdfObject) -> bytes:
    out = BytesIO()
    value.write_to_stream(out)
    return out.getvalue()

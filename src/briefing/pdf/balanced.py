"""The content of an appendix's page with what it opens closed: graphics states and marks.

Viewers forgive a page that closes more than it opens, or less. What the body draws round it and
over it does not: a state left open would move the page number, one closed too often the whole page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import DecodedStreamObject, NameObject

from briefing.operators import OPENING, operations
from briefing.pdf.file import LEVEL
from briefing.reading import content_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf.generic import DictionaryObject, IndirectObject, PdfObject


def balanced(content: bytes) -> bytes:
    """The same content without what closes nothing, and with all that is open closed at its end."""
    out: list[bytes] = []
    done = states = marks = 0
    for each in operations(content):
        if each.operator == b"q":
            states += 1
        elif each.operator in OPENING:
            marks += 1
        elif (each.operator == b"Q" and not states) or (each.operator == b"EMC" and not marks):
            out += [content[done : each.start], b"\n"]
            done = each.end
        elif each.operator == b"Q":
            states -= 1
        elif each.operator == b"EMC":
            marks -= 1
    out.append(content[done:])
    out += [b"\nEMC"] * marks + [b"\nQ"] * states
    return b"".join(out)


def balance(page: DictionaryObject, number: Callable[[PdfObject], IndirectObject]) -> bool:
    """Give a page the balanced content if its own is not; returns whether it was changed."""
    content = content_of(page)
    settled = balanced(content)
    if settled == content:
        return False
    stream = DecodedStreamObject()
    stream.set_data(settled)
    page[NameObject("/Contents")] = number(stream.flate_encode(LEVEL))
    return True

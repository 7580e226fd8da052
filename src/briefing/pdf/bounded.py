"""Pages whose forms draw forms: counted before anything draws them, because they can multiply.

Ten forms that each draw the next one ten times are ten thousand million drawings in a kilobyte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from briefing.operators import operations
from briefing.reading import DamagedError, content_of, entry

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_DRAWINGS = 100_000
"""How many forms a page may draw, those within forms counted each time."""

DEEPEST = 28
"""How many forms may stand within each other; PDF/A allows as many graphics states."""


def bounded(pages: Iterable[IndirectObject]) -> None:
    """Raise `DamagedError` if forms draw themselves, or too many others."""
    known: dict[int, int] = {}
    for page in pages:
        resources = entry(page, "/Resources", DictionaryObject)
        drawn = entry(resources, "/XObject", DictionaryObject)
        if drawn is not None and any(_form(drawn, name) is not None for name in drawn):
            _counted(content_of(page), drawn, known, DEEPEST)


def _form(holder: DictionaryObject, name: str) -> StreamObject | None:
    form = entry(holder, name, StreamObject)
    return form if form is not None and form.get("/Subtype") == "/Form" else None


def _counted(content: bytes, drawn: DictionaryObject, known: dict[int, int], depth: int) -> int:
    """How many forms are drawn by a content, `known` by the numbers of their objects."""
    if depth == 0:
        raise DamagedError("forms draw each other without end")
    count = 0
    for each in operations(content):
        if each.operator != b"Do":
            continue
        name = each.operands.strip().decode("latin-1")
        form = _form(drawn, name)
        if form is None:
            continue
        reference = drawn.raw_get(name)
        number = reference.idnum if isinstance(reference, IndirectObject) else -1
        if number not in known or number == -1:
            below = entry(entry(form, "/Resources", DictionaryObject), "/XObject", DictionaryObject)
            inner = drawn if below is None else below
            known[number] = 1 + _counted(form.get_data(), inner, known, depth - 1)
        count += known[number]
        if count > MOST_DRAWINGS:
            raise DamagedError(f"a page draws more than {MOST_DRAWINGS:,} forms")
    return count

"""The bookmarks of a file read with pypdf: walked, chained, hung below one another (12.3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject, IndirectObject, NameObject, NumberObject

from briefing.pdf.trees import reference_of
from briefing.reading import DamagedError, entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def outline_items(catalog: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every bookmark of a file, each once."""
    waiting = [entry(catalog, "/Outlines", DictionaryObject)]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if node is None:
            continue
        reference = reference_of(node)
        if reference is not None:
            if reference.idnum in seen:
                continue
            seen.add(reference.idnum)
        if "/Title" in node:
            yield node
        waiting += [entry(node, key, DictionaryObject) for key in ("/Next", "/First")]


def siblings(parent: DictionaryObject | None) -> list[DictionaryObject]:
    """The bookmarks directly below one, or below the root; a circle ends where it began."""
    found: list[DictionaryObject] = []
    seen: set[int] = set()
    item = entry(parent, "/First", DictionaryObject)
    while item is not None:
        number = _reference(item).idnum
        if number in seen:
            break
        seen.add(number)
        found.append(item)
        item = entry(item, "/Next", DictionaryObject)
    return found


def chain(parent: DictionaryObject, children: Sequence[DictionaryObject]) -> None:
    """Hang bookmarks below a parent, which stays closed unless it is the root."""
    if not children:
        return
    references = [_reference(child) for child in children]
    for place, child in enumerate(children):
        child[NameObject("/Parent")] = _reference(parent)
        for key, beside in (("/Prev", place - 1), ("/Next", place + 1)):
            child.pop(key, None)
            if 0 <= beside < len(children):
                child[NameObject(key)] = references[beside]
    parent[NameObject("/First")], parent[NameObject("/Last")] = references[0], references[-1]
    seen = sum(1 + max(0, int(str(child.get("/Count", 0)))) for child in children)
    parent[NameObject("/Count")] = NumberObject(-seen if "/Title" in parent else seen)


def _reference(value: DictionaryObject) -> IndirectObject:
    found = reference_of(value)
    if found is None:
        raise DamagedError("a bookmark is not an object of its own")
    return found

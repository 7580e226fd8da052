"""Ways through an appendix joined to the body's: names of places, bookmarks, layers.

Names get the appendix's letter, where they stand and where they are used; bookmarks hang below
those of its divider; layers stay shown or hidden as they were.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    TextStringObject,
)

from briefing.pdf.outlines import chain, outline_items, siblings
from briefing.pdf.trees import named, spelled
from briefing.reading import entry, items, resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pypdf.generic import PdfObject


def destinations(catalog: DictionaryObject) -> dict[bytes, PdfObject]:
    """All named places of a file, of both kinds (12.3.2.3)."""
    tree = entry(entry(catalog, "/Names", DictionaryObject), "/Dests", DictionaryObject)
    old = entry(catalog, "/Dests", DictionaryObject) or DictionaryObject()
    return named(tree) | {spelled(NameObject(name)): old.raw_get(name) for name in old}


def lettered(name: bytes, letter: str) -> bytes:
    """The name of an appendix's place in the whole file."""
    return f"{letter}/".encode() + name


def rename_uses(new: Iterable[DictionaryObject], letter: str) -> None:
    """Let links and bookmarks lead to the places by their new names."""
    for each in new:
        for key in ("/Dest", *(["/D"] if each.get("/S") == "/GoTo" else [])):
            target = resolved(each.get(key))
            if isinstance(target, TextStringObject | ByteStringObject | NameObject):
                each[NameObject(key)] = ByteStringObject(lettered(spelled(target), letter))


def hang_bookmarks(
    body: DictionaryObject,
    theirs: DictionaryObject | None,
    is_divider: Callable[[DictionaryObject], bool],
    new: Callable[[DictionaryObject], DictionaryObject],
) -> None:
    """Hang an appendix's bookmarks below its divider's; `new` makes that if there is none."""
    root = entry(body, "/Outlines", DictionaryObject)
    if root is None:
        return
    divider = None
    for item in outline_items(body):
        if is_divider(item):
            divider = item
    if divider is None:
        divider = new(root)
    chain(divider, [*siblings(divider), *siblings(theirs)])


def page_of(
    item: DictionaryObject, known: Mapping[bytes, PdfObject], places: Mapping[int, int]
) -> int | None:
    """The place of the page that a bookmark leads to, among those in `places`."""
    action = entry(item, "/A", DictionaryObject)
    target = resolved(item.get("/Dest") if action is None else action.get("/D"))
    if isinstance(target, TextStringObject | ByteStringObject | NameObject):
        target = resolved(known.get(spelled(target)))
    if isinstance(target, DictionaryObject):
        target = resolved(target.get("/D"))
    if isinstance(target, ArrayObject) and target:
        page = list(target)[0]  # noqa: RUF015 - indexing an array resolves the reference
        return places.get(page.idnum) if isinstance(page, IndirectObject) else None
    return None


def join_layers(body: DictionaryObject, copied: DictionaryObject) -> None:
    """Keep what the appendix shows and hides (8.11.4)."""
    theirs = entry(copied, "/OCProperties", DictionaryObject)
    if theirs is None:
        return
    _make_calm(theirs)
    ours = entry(body, "/OCProperties", DictionaryObject)
    if ours is None:
        body[NameObject("/OCProperties")] = copied.raw_get("/OCProperties")
        return
    ours[NameObject("/OCGs")] = ArrayObject([*items(ours, "/OCGs"), *items(theirs, "/OCGs")])
    before, added = (entry(each, "/D", DictionaryObject) for each in (ours, theirs))
    if before is not None and added is not None:
        for key in ("/ON", "/OFF", "/Order", "/Locked"):
            joined = [*items(before, key), *items(added, key)]
            if joined:
                before[NameObject(key)] = ArrayObject(joined)


def _make_calm(properties: DictionaryObject) -> None:
    """Let no layer be switched by itself, and every configuration be named (ISO 19005-3, 6.9)."""
    for place, held in enumerate((*items(properties, "/D"), *items(properties, "/Configs")), 1):
        known = resolved(held)
        if isinstance(known, DictionaryObject):
            known.pop("/AS", None)
            if "/Name" not in known:
                known[NameObject("/Name")] = TextStringObject(f"Layers {place}")

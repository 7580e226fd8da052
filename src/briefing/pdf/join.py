"""Structure trees joined: an appendix's tree becomes a part of the body's, in reading order.

What would clash is renamed: keys of the parent tree are moved up, identifiers and classes get the
appendix's letter, roles only where the same name means something else (ISO 32000-1, 14.7).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from briefing.pdf.trees import name_tree, named, number_tree, numbered, reference_of, spelled
from briefing.reading import DEPTH, DamagedError, entry, items, resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pypdf.generic import PdfObject

CONTAINERS = frozenset({"/Document", "/Part", "/Art", "/Sect", "/Div"})
"""Elements that may hold a part."""

_GROUPING = ("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI")
_HIDDEN = ("Index", "NonStruct", "Private")
_BLOCKS = ("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody")
_TABLES = ("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot")
_INLINE = ("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot")
_EASTERN = ("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP")
_PICTURES = ("Figure", "Formula", "Form")
_STANDARD = frozenset(
    f"/{name}"
    for name in (*_GROUPING, *_HIDDEN, *_BLOCKS, *_TABLES, *_INLINE, *_EASTERN, *_PICTURES)
)
"""The standard structure types of ISO 32000-1, 14.8.4."""


_UNKNOWN = "/NonStruct"
"""What an element is whose role nobody explains: no more than what it holds."""


@dataclass(frozen=True, slots=True)
class Guest:
    """An appendix's structure tree, copied into the body's file but not yet joined.

    `objects` are all objects that were copied with it, `number` makes a new object of the file.
    `files` ride along with the whole.
    """

    letter: str
    title: str
    language: str
    root: DictionaryObject
    objects: tuple[PdfObject, ...]
    number: Callable[[DictionaryObject], IndirectObject]
    files: tuple[IndirectObject, ...] = ()


def join(body: DictionaryObject, guest: Guest, pages: Mapping[int, int], after: int) -> None:
    """Graft the guest's tree into the body's root behind what stands on page `after`.

    `pages` gives the place of every page of the body by the number of its object.
    """
    elements = list(elements_of(guest.root))
    _move_keys(body, guest)
    _join_roles(body, guest, elements)
    _join_classes(body, guest, elements)
    _join_identifiers(body, guest, elements)
    _join_lists(body, guest.root, "/Namespaces")
    part = _part(guest)
    holder, place = _place(body, pages, after)
    element = resolved(part)
    if isinstance(element, DictionaryObject):
        element[NameObject("/P")] = reference_of(holder) or holder
    kids = ArrayObject(items(holder, "/K"))
    kids.insert(place, part)
    holder[NameObject("/K")] = kids


def elements_of(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every structure element below a root, each once; raises `DamagedError` if it has no end."""
    waiting = [(kid, DEPTH * 4) for kid in reversed(items(root, "/K"))]
    seen: set[int] = set()
    while waiting:
        kid, depth = waiting.pop()
        element = resolved(kid)
        if not isinstance(element, DictionaryObject) or "/S" not in element:
            continue
        if isinstance(kid, IndirectObject):
            if kid.idnum in seen:
                continue
            seen.add(kid.idnum)
        if depth == 0:
            raise DamagedError("a structure tree without end")
        yield element
        waiting += [(below, depth - 1) for below in reversed(items(element, "/K"))]


LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
"""The form of a language tag (BCP 47)."""


def cut_circles(root: DictionaryObject) -> None:
    """Take out of a structure tree what leads back into it: an element has one parent (14.7.2).

    Readers of a tree that goes round in circles may never come to an end.
    """
    waiting: list[DictionaryObject] = [root]
    seen: set[int] = set()
    while waiting:
        holder = waiting.pop()
        kids = items(holder, "/K")
        kept = ArrayObject()
        for kid in kids:
            element = resolved(kid)
            is_element = isinstance(element, DictionaryObject) and "/S" in element
            if is_element and isinstance(kid, IndirectObject):
                if kid.idnum in seen:
                    continue
                seen.add(kid.idnum)
            kept.append(kid)
            if is_element and isinstance(element, DictionaryObject):
                waiting.append(element)
        if len(kept) < len(kids):
            holder[NameObject("/K")] = kept


def _move_keys(body: DictionaryObject, guest: Guest) -> None:
    """Give the guest's pages and annotations keys above the body's (14.7.4.4)."""
    parents = numbered(body.get("/ParentTree"))
    start = max(parents, default=-1) + 1
    for each in guest.objects:
        if isinstance(each, DictionaryObject):
            for key in ("/StructParents", "/StructParent"):
                number = entry(each, key, NumberObject)
                if number is not None:
                    each[NameObject(key)] = NumberObject(number + start)
    for below, value in numbered(guest.root.get("/ParentTree")).items():
        parents[below + start] = value
    body[NameObject("/ParentTree")] = guest.number(number_tree(parents))
    body[NameObject("/ParentTreeNextKey")] = NumberObject(max(parents, default=-1) + 1)


def _join_roles(body: DictionaryObject, guest: Guest, elements: Iterable[DictionaryObject]) -> None:
    """Join the role maps; a name that means something else here gets the guest's letter."""
    theirs = _roles(entry(guest.root, "/RoleMap", DictionaryObject), elements)
    ours = entry(body, "/RoleMap", DictionaryObject) or DictionaryObject()
    used = {str(each.get("/S")) for each in elements_of(body)} | _STANDARD
    renamed: dict[str, NameObject] = {}
    for role, meaning in theirs.items():
        known = resolved(ours.get(role))
        if known != meaning and (known is not None or role in used):
            renamed[role] = _lettered(role, guest)
    for role, meaning in theirs.items():
        ours[renamed.get(role, NameObject(role))] = NameObject(meaning)
    for each in elements:
        role = str(each.get("/S"))
        if role in renamed:
            each[NameObject("/S")] = renamed[role]
    if ours:
        body[NameObject("/RoleMap")] = ours


def _roles(given: DictionaryObject | None, elements: Iterable[DictionaryObject]) -> dict[str, str]:
    """What each role of a file means in the end: a standard type (14.8.4).

    Makers map standard types to themselves, which says nothing and counts as a circle (ISO 14289-1,
    7.1). What leads in a circle or nowhere groups what it holds, as viewers take it.
    """
    known = {
        role: str(resolved(meaning))
        for role, meaning in (given or {}).items()
        if str(resolved(meaning)) != role
    }
    used = {str(resolved(each.get("/S"))) for each in elements} - _STANDARD
    ends: dict[str, str] = {}
    for role in (*known, *sorted(used - known.keys())):
        end, seen = known.get(role, _UNKNOWN), {role}
        while end not in _STANDARD and end not in seen:
            seen.add(end)
            end = known.get(end, _UNKNOWN)
        ends[role] = end if end in _STANDARD else _UNKNOWN
    return ends


def _join_classes(
    body: DictionaryObject, guest: Guest, elements: Iterable[DictionaryObject]
) -> None:
    """Join the class maps; all of the guest's classes get its letter."""
    theirs = entry(guest.root, "/ClassMap", DictionaryObject)
    if not theirs:
        return
    ours = entry(body, "/ClassMap", DictionaryObject) or DictionaryObject()
    for name, attributes in theirs.items():
        ours[_lettered(name, guest)] = attributes
    for each in elements:
        if "/C" in each:
            each[NameObject("/C")] = ArrayObject(
                _lettered(value, guest) if isinstance(value, NameObject) else value
                for value in items(each, "/C")
            )
    body[NameObject("/ClassMap")] = ours


def _lettered(name: str, guest: Guest) -> NameObject:
    return NameObject(f"{name}-{guest.letter}")


def _join_identifiers(
    body: DictionaryObject, guest: Guest, elements: Iterable[DictionaryObject]
) -> None:
    """Give the guest's identifiers its letter, in the elements and in the heads cells point to."""
    ours = named(body.get("/IDTree"))
    for each in elements:
        own = resolved(each.get("/ID"))
        if own is not None:
            name = _identifier(own, guest)
            each[NameObject("/ID")] = ByteStringObject(name)
            reference = reference_of(each)
            if reference is not None:
                ours[name] = reference
        for attributes in items(each, "/A"):
            heads = entry(attributes, "/Headers", ArrayObject)
            known = resolved(attributes)
            if heads is not None and isinstance(known, DictionaryObject):
                known[NameObject("/Headers")] = ArrayObject(
                    ByteStringObject(_identifier(head, guest)) for head in heads
                )
    if ours:
        body[NameObject("/IDTree")] = guest.number(name_tree(ours))


def _identifier(name: object, guest: Guest) -> bytes:
    return f"{guest.letter}/".encode() + spelled(name)


def _join_lists(body: DictionaryObject, other: DictionaryObject, key: str) -> None:
    theirs = items(other, key)
    if theirs:
        body[NameObject(key)] = ArrayObject([*items(body, key), *theirs])


def _part(guest: Guest) -> PdfObject:
    """The guest as one element: its document, or all that stands at its top, as a part."""
    tops = items(guest.root, "/K")
    if len(tops) == 1 and entry(tops[0], "/S", NameObject) == "/Document":
        part, reference = resolved(tops[0]), tops[0]
    else:
        part = DictionaryObject(
            {NameObject("/Type"): NameObject("/StructElem"), NameObject("/K"): ArrayObject(tops)}
        )
        reference = guest.number(part)
        for top in tops:
            element = resolved(top)
            if isinstance(element, DictionaryObject):
                element[NameObject("/P")] = reference
    if isinstance(part, DictionaryObject):
        part[NameObject("/S")] = NameObject("/Part")
        part[NameObject("/T")] = TextStringObject(guest.title)
        if guest.files:
            part[NameObject("/AF")] = ArrayObject([*items(part, "/AF"), *guest.files])
        if guest.language and "/Lang" not in part:
            part[NameObject("/Lang")] = TextStringObject(guest.language)
    return reference


def _place(
    root: DictionaryObject, pages: Mapping[int, int], after: int
) -> tuple[DictionaryObject, int]:
    """Where the part goes: below which element, and before which of its kids.

    It stands behind the last kid that begins on page `after` or earlier; within that one, if it
    goes on beyond that page.
    """
    spans: dict[int, tuple[int, int] | None] = {}
    holder, kids = root, items(root, "/K")
    if len(kids) == 1 and entry(kids[0], "/S", NameObject) == "/Document":
        holder = _element(kids[0]) or root
    while True:
        kids = items(holder, "/K")
        place, inside = 0, None
        for number, kid in enumerate(kids, 1):
            span = _span(kid, None, pages, spans)
            if span is not None and span[0] <= after:
                place, inside = number, (kid if span[1] > after else None)
        below = _element(inside)
        if below is None or str(below.get("/S")) not in CONTAINERS:
            return holder, place
        holder = below


def _element(kid: PdfObject | None) -> DictionaryObject | None:
    known = resolved(kid)
    return known if isinstance(known, DictionaryObject) and "/S" in known else None


def _span(
    kid: PdfObject,
    page: int | None,
    pages: Mapping[int, int],
    known: dict[int, tuple[int, int] | None],
) -> tuple[int, int] | None:
    """The first and the last page of the body on which an element has content."""
    if isinstance(kid, IndirectObject) and kid.idnum in known:
        return known[kid.idnum]
    value = resolved(kid)
    if isinstance(value, NumberObject):
        return None if page is None else (page, page)
    if not isinstance(value, DictionaryObject):
        return None
    given = value.get("/Pg")
    own = pages.get(given.idnum, page) if isinstance(given, IndirectObject) else page
    if "/S" not in value:
        return None if own is None else (own, own)
    below = [
        span for each in items(value, "/K") if (span := _span(each, own, pages, known)) is not None
    ]
    found = (min(span[0] for span in below), max(span[1] for span in below)) if below else None
    if isinstance(kid, IndirectObject):
        known[kid.idnum] = found
    return found

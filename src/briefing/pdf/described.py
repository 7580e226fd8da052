"""An appendix without tags as its author describes it: all its pages are one figure to the ear.

Whatever marks the pages have are taken out, and each page becomes a part of one figure, whose
alternative text are the author's words: whoever comes to any of the pages hears them. Links are
told beside it. Nothing is guessed from ink.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from briefing.operators import OPENING, operations
from briefing.pdf.file import LEVEL
from briefing.pdf.trees import number_tree, numbered, reference_of
from briefing.reading import content_of, entry, items, resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pypdf.generic import PdfObject

    Number = Callable[[PdfObject], IndirectObject]


def described(
    pages: Sequence[IndirectObject],
    words: str,
    new: Iterable[DictionaryObject],
    number: Number,
) -> DictionaryObject:
    """Make the pages one figure; returns a structure tree root for it, to be joined."""
    for each in new:
        for key in ("/StructParents", "/StructParent"):
            each.pop(key, None)
        if isinstance(each, StreamObject) and each.get("/Subtype") == "/Form":
            _unmark_form(each)
    figure = _element("/Figure", {"/Alt": TextStringObject(words)})
    reference = number(figure)
    tops, kids = ArrayObject([reference]), ArrayObject()
    parents: dict[int, PdfObject] = {}
    for place, page_reference in enumerate(pages):
        page = resolved(page_reference)
        if not isinstance(page, DictionaryObject):
            continue
        _mark(page, number)
        page[NameObject("/StructParents")] = NumberObject(place)
        parents[place] = ArrayObject([reference])
        kids.append(
            DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/MCR"),
                    NameObject("/Pg"): page_reference,
                    NameObject("/MCID"): NumberObject(0),
                }
            )
        )
    figure[NameObject("/K")] = kids
    for page_reference in pages:
        for link in _links(page_reference):
            free = len(parents)
            element = number(_element_of(link, page_reference, free))
            parents[free] = element
            tops.append(element)
    return DictionaryObject(
        {NameObject("/K"): tops, NameObject("/ParentTree"): number_tree(parents)}
    )


def adopt_links(root: DictionaryObject, pages: Sequence[IndirectObject], number: Number) -> int:
    """Tell links and fields that a tagged file leaves out of its structure behind all else of it.

    Returns how many other annotations stand outside it: nobody can say what they mean. A field says
    it by its alternate name (ISO 14289-1, 7.18.4; ISO 32000-1, 12.7.3.1); one without is no better.
    """
    parents = numbered(root.get("/ParentTree"))
    tops = items(root, "/K")
    document = entry(tops[0], "/S", NameObject) == "/Document" if len(tops) == 1 else False
    holder = resolved(tops[0]) if document else root
    taken = (entry(page, "/StructParents", NumberObject) for page in pages)
    free = max((*parents, *(int(key) for key in taken if key is not None)), default=-1) + 1
    strays, added = 0, ArrayObject()
    for page in pages:
        for link in items(page.get_object(), "/Annots"):
            annotation = resolved(link)
            key = entry(annotation, "/StructParent", NumberObject)
            kind = entry(annotation, "/Subtype", NameObject)
            if (key is not None and int(key) in parents) or kind == "/Popup":
                continue
            role = _ADOPTED.get(str(kind))
            if role is None or not isinstance(link, IndirectObject) or not _is_named(annotation):
                strays += 1
                continue
            element = _element_of(link, page, free, role)
            name = entry(annotation, "/TU", TextStringObject)
            if role == "/Form" and name:
                element[NameObject("/Alt")] = name
            if isinstance(holder, DictionaryObject):
                element[NameObject("/P")] = reference_of(holder) or holder
            parents[free] = number(element)
            added.append(parents[free])
            free += 1
    if added and isinstance(holder, DictionaryObject):
        holder[NameObject("/K")] = ArrayObject([*items(holder, "/K"), *added])
        root[NameObject("/ParentTree")] = number_tree(parents)
    return strays


def unmarked(content: bytes) -> bytes:
    """A content without its marks, but for those of layers (8.11.3)."""
    out: list[bytes] = []
    kept: list[bool] = []
    done = 0
    for each in operations(content):
        if each.operator in OPENING:
            kept.append(each.operands.split()[:1] == [b"/OC"])
        elif each.operator != b"EMC":
            continue
        is_kept = kept[-1] if kept else False
        if each.operator == b"EMC" and kept:
            kept.pop()
        if not is_kept:
            out += [content[done : each.start], b"\n"]
            done = each.end
    out.append(content[done:])
    return b"".join(out)


def _unmark_form(form: StreamObject) -> None:
    before = form.get_data()
    after = unmarked(before)
    if after != before:
        stream = DecodedStreamObject()
        stream.set_data(after)
        packed = stream.flate_encode(LEVEL)
        form.pop("/DecodeParms", None)
        form[NameObject("/Filter")] = NameObject("/FlateDecode")
        form._data = packed._data  # noqa: SLF001 - the form is referred to from elsewhere
        if hasattr(form, "decoded_self"):
            form.decoded_self = None


def _mark(page: DictionaryObject, number: Number) -> None:
    content = content_of(page)
    stream = DecodedStreamObject()
    stream.set_data(b"/Figure <</MCID 0>> BDC\n" + unmarked(content) + b"\nEMC")
    page[NameObject("/Contents")] = number(stream.flate_encode(LEVEL))


def _links(page: IndirectObject) -> list[IndirectObject]:
    """The links of a page; what else hangs on it has been drawn."""
    return [
        each for each in items(page.get_object(), "/Annots") if isinstance(each, IndirectObject)
    ]


_ADOPTED = {"/Link": "/Link", "/Widget": "/Form"}
"""The roles of annotations that can be told where their makers did not."""


def _is_named(annotation: object) -> bool:
    """Whether a link, or a field by itself or the one that it is a part of, says what it is."""
    if not isinstance(annotation, DictionaryObject) or annotation.get("/Subtype") != "/Widget":
        return True
    field = entry(annotation, "/Parent", DictionaryObject)
    name = entry(annotation, "/TU", TextStringObject) or entry(field, "/TU", TextStringObject)
    if name:
        annotation[NameObject("/TU")] = name
    return bool(name)


def _element_of(
    link: IndirectObject, page: IndirectObject, key: int, role: str = "/Link"
) -> DictionaryObject:
    """The structure element of an annotation, which finds back to it by a key."""
    annotation = resolved(link)
    if isinstance(annotation, DictionaryObject):
        annotation[NameObject("/StructParent")] = NumberObject(key)
    return _element(
        role,
        {
            "/Pg": page,
            "/K": DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/OBJR"),
                    NameObject("/Obj"): link,
                    NameObject("/Pg"): page,
                }
            ),
        },
    )


def _element(role: str, entries: dict[str, PdfObject]) -> DictionaryObject:
    element = DictionaryObject(
        {NameObject("/Type"): NameObject("/StructElem"), NameObject("/S"): NameObject(role)}
    )
    element.update({NameObject(key): value for key, value in entries.items()})
    return element

"""Everything in an appendix that would act by itself, taken out: scripts, launches, media, forms.

It is done twice. What hangs on pages is looked at where a viewer would find it; then every object
that was copied is swept, so that nothing stays that some viewer finds where no rule puts it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from briefing.pdf.outlines import outline_items
from briefing.pdf.trees import named, page_references, reference_of, spelled
from briefing.reading import entry, items, resolved

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.diagnostics import Diagnostics, Source

HARMLESS = frozenset({"/GoTo", "/URI", "/Named"})
"""Actions that a reader of an appendix may keep: they only turn to a page or a web address."""

_TURNING = frozenset({"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"})
"""The named actions that PDF/A lets through (ISO 19005-3, 6.5.1)."""

_DANGEROUS = frozenset(
    f"/{kind}"
    for kind in (
        *("GoToR", "GoToE", "GoToDp", "Launch", "Thread", "Sound", "Movie", "Hide", "SubmitForm"),
        *("ResetForm", "ImportData", "JavaScript", "SetOCGState", "Rendition", "Trans"),
        *("GoTo3DView", "RichMediaExecute", "NOP", "SetState"),
    )
)
"""All other actions of ISO 32000 and of its extensions (12.6.4)."""

_ADDRESSES = frozenset({"http", "https", "mailto", "tel", "ftp"})
"""The schemes of addresses that links may keep."""

_SCHEME = re.compile(r"[\x00-\x20]*([A-Za-z][A-Za-z0-9+.\x00-\x20-]*):")
_FILES = frozenset({"/F", "/UF", "/DOS", "/Mac", "/Unix"})
_PAYLOADS = ("/JS", "/F", "/Win", "/Mac", "/Unix", "/R", "/AN", "/TA", "/CMD", "/Fields", "/Next")
_MEDIA = ("/RichMediaContent", "/RichMediaSettings", "/XFA")
_ELSEWHERE = ("/FFilter", "/FDecodeParms", "/OPI", "/Ref", "/Alternates", "/PS")
"""What lets a stream stand for something outside the file."""

ANNOTATIONS = frozenset(
    f"/{kind}"
    for kind in (
        *("Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine"),
        *("Highlight", "Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup"),
        *("Widget", "Watermark"),
    )
)
"""Annotations that do no more than show something (ISO 19005-3, 6.3.1)."""

_READ_ONLY = 1
"""The flag of a field that nobody fills in (12.7.3.1)."""


def disarm(catalog: DictionaryObject) -> set[str]:
    """Take out what acts, from pages and bookmarks; returns what it was, in plain words."""
    removed: set[str] = set()
    names = entry(catalog, "/Names", DictionaryObject)
    if entry(names, "/JavaScript", DictionaryObject) is not None:
        removed.add("JavaScript")
    opening = entry(catalog, "/OpenAction", DictionaryObject)
    if opening is not None:
        removed |= _kind(opening)
    if "/AA" in catalog:
        removed.add("actions on opening")
    form = entry(catalog, "/AcroForm", DictionaryObject)
    if form is not None and "/XFA" in form:
        removed.add("XFA")
    gone: set[int] = set()
    for reference in page_references(catalog):
        page = resolved(reference)
        if isinstance(page, DictionaryObject):
            removed |= _triggers(page)
            _disarm_annotations(page, removed, gone)
    for item in outline_items(catalog):
        removed |= _action(item)
    _forget(entry(catalog, "/StructTreeRoot", DictionaryObject), gone)
    return removed


def sweep(new: Iterable[DictionaryObject], files: Iterable[IndirectObject] = ()) -> set[str]:
    """Take out of copied objects whatever could still act; returns what it was.

    `files` are the specifications of those that may ride along.
    """
    removed: set[str] = set()
    harmless = {each.idnum for each in files}
    for each in new:
        reference = reference_of(each)
        removed |= _swept(each, keep=reference is not None and reference.idnum in harmless)
    return removed


def tell_disarmed(
    removed: set[str], catalog: DictionaryObject, diagnostics: Diagnostics, where: Source
) -> None:
    """Say what was left out of an appendix, and that a form is none any more."""
    if removed:
        diagnostics.warning(
            "appendix-disarmed",
            f"what the PDF would do by itself was left out: {', '.join(sorted(removed))}",
            where,
        )
    if entry(catalog, "/AcroForm", DictionaryObject) is not None:
        diagnostics.warning(
            "appendix-form",
            "the PDF is a form; its fields are shown as they are and cannot be filled in",
            where,
        )


def is_armed(catalog: DictionaryObject) -> bool:
    """Whether a file has anything that acts; it is disarmed by being asked."""
    names = entry(catalog, "/Names", DictionaryObject)
    return bool(disarm(catalog) or named(entry(names, "/EmbeddedFiles", DictionaryObject)))


def _disarm_annotations(page: DictionaryObject, removed: set[str], gone: set[int]) -> None:
    kept = ArrayObject()
    for reference in items(page, "/Annots"):
        annotation = resolved(reference)
        if not isinstance(annotation, DictionaryObject):
            continue
        kind = str(resolved(annotation.get("/Subtype")))
        if kind not in ANNOTATIONS:
            removed.add(kind.removeprefix("/"))
            if isinstance(reference, IndirectObject):
                gone.add(reference.idnum)
            continue
        removed |= _triggers(annotation) | _action(annotation)
        if kind == "/Widget":
            flags = entry(annotation, "/Ff", NumberObject) or 0
            annotation[NameObject("/Ff")] = NumberObject(int(flags) | _READ_ONLY)
        kept.append(reference)
    if "/Annots" in page:
        page[NameObject("/Annots")] = kept


def _forget(root: DictionaryObject | None, gone: set[int]) -> None:
    """Take annotations that are gone out of the structure, which would bring them back."""
    waiting: list[object] = [root] if root is not None and gone else []
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, IndirectObject):
            if node.idnum in seen:
                continue
            seen.add(node.idnum)
        kids = items(node, "/K")
        known = resolved(node)
        if not kids or not isinstance(known, DictionaryObject):
            continue
        left = [kid for kid in kids if not _leads_to(kid, gone)]
        if len(left) < len(kids):
            known[NameObject("/K")] = ArrayObject(left)
        waiting += left


def _leads_to(kid: object, gone: set[int]) -> bool:
    known = resolved(kid)
    target = known.get("/Obj") if isinstance(known, DictionaryObject) else None
    raw = known.raw_get("/Obj") if target is not None and isinstance(known, DictionaryObject) else 0
    return isinstance(raw, IndirectObject) and raw.idnum in gone


def _triggers(holder: DictionaryObject) -> set[str]:
    """Take out what happens by itself when a page or a field is entered or left (12.6.3)."""
    return {"actions on opening"} if holder.pop("/AA", None) is not None else set()


def _action(holder: DictionaryObject) -> set[str]:
    """Take out the action of a link or bookmark unless it is harmless, and whatever follows it."""
    holder.pop("/PA", None)
    action = entry(holder, "/A", DictionaryObject)
    if action is None:
        return set()
    kinds = _kind(action)
    if kinds:
        del holder["/A"]
    elif "/Next" in action:
        del action["/Next"]
        kinds = {"actions in a row"}
    return kinds


def _kind(action: DictionaryObject) -> set[str]:
    """What an action does, in a word, if it is not harmless."""
    kind = str(resolved(action.get("/S")))
    if kind not in HARMLESS:
        return {kind.removeprefix("/")}
    if kind == "/URI":
        address = spelled(resolved(action.get("/URI"))).decode("latin-1")
        scheme = _SCHEME.match(address)
        name = re.sub(r"[\x00-\x20]", "", scheme[1]).lower() if scheme else ""
        return set() if not scheme or name in _ADDRESSES else {f"{name}: addresses"}
    if kind == "/Named" and str(resolved(action.get("/N"))) not in _TURNING:
        return {f"the command {str(resolved(action.get('/N'))).removeprefix('/')}"}
    return set()


def _swept(each: DictionaryObject, *, keep: bool) -> set[str]:
    removed: set[str] = set()
    kind = str(resolved(each.get("/S")))
    if kind in _DANGEROUS or ("/JS" in each and _is_words(each.get("/JS"))):
        removed.add(kind.removeprefix("/") if kind in _DANGEROUS else "JavaScript")
        _emptied(each)
    elif kind in HARMLESS and not _is_element(each):
        removed |= _kind(each)
        if removed:
            each.clear()
        elif each.pop("/Next", None) is not None:
            removed.add("actions in a row")
    if "/AA" in each and not _is_resource(each.get("/AA")):
        removed |= _triggers(each)
    files = entry(each, "/EF", DictionaryObject)
    if not keep and files is not None and _FILES & files.keys() and _is_plain(files):
        del each["/EF"]
        removed.add("attached files")
    for key in _MEDIA:
        if key in each and not _is_resource(each.get(key)):
            del each[key]
            removed.add(key.removeprefix("/").removesuffix("Content").removesuffix("Settings"))
    if isinstance(each, StreamObject):
        removed |= _confined(each)
    return removed


def _confined(each: StreamObject) -> set[str]:
    """Take out of a stream what leads out of the file, and PostScript."""
    removed = {key.removeprefix("/") for key in _ELSEWHERE if each.pop(key, None) is not None}
    if "/F" in each and each.get("/Type") != "/EmbeddedFile":
        del each["/F"]
        removed.add("streams in other files")
    if each.get("/Subtype") == "/PS" or each.get("/Subtype2") == "/PS":
        each.clear()
        each[NameObject("/Type")] = NameObject("/XObject")
        each[NameObject("/Subtype")] = NameObject("/Form")
        each[NameObject("/BBox")] = ArrayObject([NumberObject(0)] * 4)
        each._data = b""  # noqa: SLF001 - there is no other way to empty one
        removed.add("PostScript")
    return removed


def _emptied(each: DictionaryObject) -> None:
    """Leave nothing of an action; an element of that role stays, without what would make it one."""
    if not _is_element(each):
        each.clear()
        return
    for key in _PAYLOADS:
        each.pop(key, None)
    each[NameObject("/S")] = NameObject("/NonStruct")


def _is_element(each: DictionaryObject) -> bool:
    return each.get("/Type") == "/StructElem" or ("/P" in each and "/K" in each)


def _is_plain(value: DictionaryObject) -> bool:
    return not isinstance(value, StreamObject)


def _is_words(value: object) -> bool:
    known = resolved(value)
    return isinstance(known, StreamObject) or not isinstance(known, (DictionaryObject, ArrayObject))


def _is_resource(value: object) -> bool:
    """Whether a value is a font or the like: resources may have any name, that of an action too."""
    known = resolved(value)
    if isinstance(known, (StreamObject, ArrayObject)):
        return True
    return isinstance(known, DictionaryObject) and known.get("/Type") in {
        *("/Font", "/ExtGState", "/Pattern"),
    }

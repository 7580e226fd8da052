"""A PDF made elsewhere: opened with care, measured, and rid of everything that acts by itself."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from briefing.pdf.trees import DamagedError, entry, items, named, page_references, resolved
from briefing.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.diagnostics import Diagnostics, Source

HARMLESS = frozenset({"/GoTo", "/URI", "/Named"})
"""Actions that a reader of an appendix may keep: they only turn to a page or a web address."""

ACTIVE = frozenset({"/FileAttachment", "/Screen", "/Movie", "/Sound", "/RichMedia", "/3D"})
"""Annotations that carry a file or a medium."""

UNREADABLE = "while decompressing"
"""How pypdf remarks that it read no more than a part of a stream."""

BROKEN = (
    PyPdfError,
    DamagedError,
    AttributeError,
    AssertionError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What reading a damaged file may raise: pypdf trusts that dictionaries hold what they should."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be known of a file before it is appended; sizes are in points, trimmed, as seen."""

    sizes: tuple[tuple[float, float], ...]
    tagged: bool
    title: str = ""
    language: str = ""

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.sizes)


def facts(content: bytes, diagnostics: Diagnostics, where: Source) -> Facts | None:
    """Measure a file; None, with the reason among the diagnostics, if it cannot be used."""
    reader = opened(content, diagnostics, where)
    if reader is None:
        return None
    return Facts(
        tuple(_size(page) for page in page_references(reader.root_object)),
        tagged=is_tagged(reader.root_object),
        title=(reader.metadata.title if reader.metadata else None) or "",
        language=str(resolved(reader.root_object.get("/Lang")) or ""),
    )


def is_tagged(catalog: DictionaryObject) -> bool:
    """Whether a file says that it is tagged, and has a structure tree."""
    marked = entry(entry(catalog, "/MarkInfo", DictionaryObject), "/Marked", BooleanObject)
    tree = entry(catalog, "/StructTreeRoot", DictionaryObject)
    return bool(marked and marked.value and tree is not None)


def opened(content: bytes, diagnostics: Diagnostics, where: Source) -> PdfReader | None:
    """Open a file and look into every page; None if it is empty, locked or damaged."""
    try:
        with remarks() as heard:
            reader = PdfReader(BytesIO(content))
            if reader.is_encrypted:
                diagnostics.error(
                    "appendix-locked",
                    "the PDF is protected by a password or by permissions",
                    where,
                    "Ask for a copy without protection.",
                )
                return None
            pages = page_references(reader.root_object)
            for page in pages:
                _look_into(page)
            if any(UNREADABLE in each for each in heard):
                raise DamagedError("the content of a page cannot be read")
    except BROKEN as fault:
        diagnostics.error(
            "appendix-damaged",
            f"the PDF is damaged and cannot be appended ({fault})",
            where,
            "Open it in a PDF viewer and save it anew, or ask for a sound copy.",
        )
        return None
    if not pages:
        diagnostics.error("appendix-empty", "the PDF has no pages", where)
        return None
    report_repairs(heard, diagnostics, where)
    return reader


def report_repairs(heard: list[str], diagnostics: Diagnostics, where: Source) -> None:
    """Say that pypdf had to mend a file, in the words of its first remark."""
    if heard:
        diagnostics.warning(
            "appendix-repaired", f"the PDF is faulty and was repaired: {heard[0]}", where
        )


def _look_into(reference: IndirectObject) -> None:
    """Raise if a page's content or its size cannot be read."""
    _size(reference)
    for part in items(reference.get_object(), "/Contents"):
        stream = resolved(part)
        if isinstance(stream, StreamObject):
            stream.get_data()
        elif stream is not None:
            raise DamagedError("the content of a page cannot be read")


def _size(reference: IndirectObject) -> tuple[float, float]:
    page = reference.get_object()
    left, low, right, top = trim(page)
    width, height = right - left, top - low
    return (height, width) if turned(page) % 180 else (width, height)


def trim(page: object) -> tuple[float, float, float, float]:
    """The left, lower, right and upper edge of a trimmed page, in points, before it is turned."""
    boxes = ("/TrimBox", "/CropBox", "/MediaBox")
    box = next((found for key in boxes if (found := entry(page, key, ArrayObject))), ())
    corners = [float(str(resolved(value))) for value in box]
    if len(corners) != 4:  # noqa: PLR2004 - two corners
        raise DamagedError("a page has no size")
    (left, right), (low, top) = sorted(corners[::2]), sorted(corners[1::2])
    return (left, low, right, top)


def turned(page: object) -> int:
    """The degrees by which a page is turned clockwise when it is shown: 0, 90, 180 or 270."""
    angle = entry(page, "/Rotate", NumberObject) or 0
    return int(angle) // 90 * 90 % 360


def disarm(reader: PdfReader, diagnostics: Diagnostics, where: Source) -> None:
    """Take out scripts, actions that start something, forms' behaviour and attached files."""
    removed: set[str] = set()
    catalog = reader.root_object
    names = entry(catalog, "/Names", DictionaryObject)
    if entry(names, "/JavaScript", DictionaryObject) is not None:
        removed.add("JavaScript")
    if named(entry(names, "/EmbeddedFiles", DictionaryObject)):
        removed.add("attached files")
    opening = entry(catalog, "/OpenAction", DictionaryObject)
    if opening is not None:
        removed |= _kind(opening)
    for reference in page_references(catalog):
        page = resolved(reference)
        if isinstance(page, DictionaryObject):
            removed |= _triggers(page)
            _disarm_annotations(page, removed)
    for item in outline_items(catalog):
        removed |= _action(item)
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


def outline_items(catalog: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every bookmark of a file, each once."""
    waiting = [entry(catalog, "/Outlines", DictionaryObject)]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if node is None:
            continue
        reference = node.indirect_reference
        if reference is not None:
            if reference.idnum in seen:
                continue
            seen.add(reference.idnum)
        if "/Title" in node:
            yield node
        waiting += [entry(node, key, DictionaryObject) for key in ("/Next", "/First")]


def _disarm_annotations(page: DictionaryObject, removed: set[str]) -> None:
    kept = ArrayObject()
    for reference in items(page, "/Annots"):
        annotation = resolved(reference)
        if not isinstance(annotation, DictionaryObject):
            continue
        kind = str(annotation.get("/Subtype"))
        if kind in ACTIVE:
            removed.add(kind.removeprefix("/"))
            continue
        removed |= _triggers(annotation) | _action(annotation)
        kept.append(reference)
    if "/Annots" in page:
        page[NameObject("/Annots")] = kept


def _triggers(holder: DictionaryObject) -> set[str]:
    """Take out what happens by itself when a page or a field is entered or left (12.6.3)."""
    return {"actions on opening"} if holder.pop("/AA", None) is not None else set()


def _action(holder: DictionaryObject) -> set[str]:
    """Take out the action of a link or bookmark unless it is harmless, and whatever follows it."""
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
    kind = str(resolved(action.get("/S")))
    return set() if kind in HARMLESS else {kind.removeprefix("/")}

"""Files attached to an appendix: data ride along under names of their own, all else is left out.

PDF/A-3 wants of each its media type, its relationship and what it belongs to (ISO 19005-3, 6.8):
the part that the appendix becomes, unless a figure of it has the file already.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from briefing.pdf.disarm import is_armed
from briefing.pdf.trees import named, reference_of
from briefing.reading import BROKEN, RefusedError, entry, items, pdf_of, resolved
from briefing.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pypdf import PdfWriter

KINDS = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "txt": "text/plain",
    "json": "application/json",
    "xml": "application/xml",
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Files that ride along, by the ends of their names, with their media types."""

LARGEST = 20_000_000
"""Bytes of the largest file that rides along."""

_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa")
"""How programs begin, whatever their files are called."""
_MACROS = (b"vbaProject", b"Basic/", b"Scripts/")
_RELATIONS = frozenset({"/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"})
_ODD = re.compile(r'[\x00-\x1f<>:"|?*]')


@dataclass(slots=True)
class Carried:
    """What is kept, by the names under which it is listed, and the names of what is not."""

    listed: dict[bytes, IndirectObject] = field(default_factory=dict)
    unowned: list[IndirectObject] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def specifications(catalog: DictionaryObject, writer: PdfWriter) -> None:
    """Copy the files that a catalog lists; those that figures have come with the structure."""
    names = entry(entry(catalog, "/Names", DictionaryObject), "/EmbeddedFiles", DictionaryObject)
    for value in (*named(names).values(), *items(catalog, "/AF")):
        value.clone(writer)


def carry(
    letter: str, new: Iterable[DictionaryObject], taken: Iterable[bytes], *, keep: bool
) -> Carried:
    """Judge every file among copied objects; the ones left out lose their content.

    `taken` are the names that the document lists already. Without `keep` nothing rides along.
    """
    found = Carried()
    everything = list(new)
    owned = {
        each.idnum
        for holder in everything
        for each in items(holder, "/AF")
        if isinstance(each, IndirectObject)
    }
    used = set(taken)
    for each in everything:
        content = _content(each)
        if content is None:
            continue
        name = _name(each)
        reference = reference_of(each)
        if not keep or reference is None or not _is_harmless(name, content):
            del each["/EF"]
            found.left_out.append(name)
            continue
        listed = _free(name, letter, used)
        used.add(listed.encode())
        _describe(each, content, listed, name)
        found.listed[listed.encode()] = reference
        if reference.idnum not in owned:
            found.unowned.append(reference)
    gone = {each.idnum for each in _emptied(everything)}
    _forget(everything, gone)
    return found


def _content(each: DictionaryObject) -> StreamObject | None:
    """The file in a specification (7.11.3), whichever of its names it stands under."""
    files = entry(each, "/EF", DictionaryObject)
    if files is None or isinstance(files, StreamObject):
        return None
    found = (entry(files, key, StreamObject) for key in ("/UF", "/F", "/Unix", "/Mac", "/DOS"))
    return next((stream for stream in found if stream is not None), None)


def _name(each: DictionaryObject) -> str:
    words = next((str(resolved(each[key])) for key in ("/UF", "/F") if key in each), "file")
    return _ODD.sub("", re.split(r"[/\\]", words)[-1]).strip(". ")[:100] or "file"


def _is_harmless(name: str, content: StreamObject) -> bool:
    end = name.rpartition(".")[2].lower()
    if end not in KINDS:
        return False
    data = content.get_data()
    if len(data) > LARGEST or data.startswith(_PROGRAMS):
        return False
    if end in {"ods", "xlsx"}:
        return data.startswith(b"PK") and not any(each in data for each in _MACROS)
    return end != "pdf" or _is_still(data)


def _is_still(data: bytes) -> bool:
    """Whether a PDF does nothing by itself."""
    try:
        with remarks():
            return not is_armed(pdf_of(data).root_object)
    except (RefusedError, *BROKEN):
        return False


def _free(name: str, letter: str, used: set[bytes]) -> str:
    """The name itself, or one with the appendix's letter where the document has such a file."""
    free, count = name, 1
    while free.encode() in used:
        free = f"{letter}-{name}" if count == 1 else f"{letter}{count}-{name}"
        count += 1
    return free


def _describe(each: DictionaryObject, content: StreamObject, listed: str, name: str) -> None:
    reference = reference_of(content)
    for key in [key for key in each if key not in {"/Desc", "/AFRelationship"}]:
        del each[key]
    each[NameObject("/Type")] = NameObject("/Filespec")
    for key in ("/F", "/UF"):
        each[NameObject(key)] = TextStringObject(listed)
    held = reference if reference is not None else content
    each[NameObject("/EF")] = DictionaryObject({NameObject("/F"): held, NameObject("/UF"): held})
    if str(resolved(each.get("/AFRelationship"))) not in _RELATIONS:
        each[NameObject("/AFRelationship")] = NameObject("/Unspecified")
    if not entry(each, "/Desc", TextStringObject):
        each[NameObject("/Desc")] = TextStringObject(name)
    content[NameObject("/Type")] = NameObject("/EmbeddedFile")
    kind = KINDS[name.rpartition(".")[2].lower()]
    content[NameObject("/Subtype")] = NameObject(f"/{kind}")
    params = DictionaryObject(entry(content, "/Params", DictionaryObject) or {})
    params[NameObject("/Size")] = NumberObject(len(content.get_data()))
    content[NameObject("/Params")] = params


def _emptied(everything: Iterable[DictionaryObject]) -> list[IndirectObject]:
    return [
        reference
        for each in everything
        if each.get("/Type") in {"/Filespec", "/F"}
        and "/EF" not in each
        and (reference := reference_of(each)) is not None
    ]


def _forget(everything: Iterable[DictionaryObject], gone: set[int]) -> None:
    """Take files without content out of what refers to them."""
    for each in everything:
        if "/AF" not in each:
            continue
        left = [
            file
            for file in items(each, "/AF")
            if isinstance(file, IndirectObject) and file.idnum not in gone
        ]
        if left:
            each[NameObject("/AF")] = ArrayObject(left)
        else:
            del each["/AF"]

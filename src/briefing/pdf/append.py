"""PDFs made elsewhere appended to a finished body: pages, bookmarks, places and structure.

The body keeps its metadata, output intent, labels, bookmarks and tags. Behind each divider it has
pages that hold the places of those made elsewhere: these take their places, labels and furniture.
The appendix's bookmarks hang below the divider's, the names of its places get its letter, and its
structure tree becomes a part of the body's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from briefing.diagnostics import Source
from briefing.pdf.file import LEVEL, pack
from briefing.pdf.foreign import (
    BROKEN,
    UNREADABLE,
    disarm,
    is_tagged,
    opened,
    outline_items,
    report_repairs,
)
from briefing.pdf.join import Guest, join
from briefing.pdf.metadata import disclaimed
from briefing.pdf.navigation import PRINTED
from briefing.pdf.raster import clear
from briefing.pdf.stamp import stamp
from briefing.pdf.stray import tidied
from briefing.pdf.subsets import tell_apart
from briefing.pdf.syntax import Syntax
from briefing.pdf.trees import (
    DamagedError,
    entry,
    items,
    name_tree,
    named,
    page_references,
    resolved,
    spelled,
)
from briefing.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf.generic import PdfObject

    from briefing.diagnostics import Diagnostics
    from briefing.drawing import Rect


_HIDING = 0b100011
"""The flags of annotations that are invisible, hidden or not viewed (12.5.3)."""


@dataclass(frozen=True, slots=True)
class Appendix:
    """A PDF made elsewhere: its letter, its title, the file, and the places of its pages, from 0.

    The page before these is its divider. `furniture` has the rectangles that the body prints on
    each of them, in points from the top left corner of its trim. `where` is the file's place in the
    project, for diagnostics.
    """

    letter: str
    title: str
    content: bytes
    places: range
    furniture: tuple[tuple[Rect, ...], ...] = ()
    where: Source = field(default_factory=lambda: Source("appendix"))

    @property
    def divider(self) -> int:
        """The page that it stands behind, from 0."""
        return self.places.start - 1


def append(body: bytes, appendices: Sequence[Appendix], diagnostics: Diagnostics) -> bytes:
    """Put every appendix behind its divider; raise `Faults` if one of them cannot be used."""
    sound = [
        (each, reader)
        for each in sorted(appendices, key=lambda each: each.places.start)
        if (reader := opened(each.content, diagnostics, each.where)) is not None
    ]
    diagnostics.stop()
    if not sound:
        return body
    binder = _Binder(body, diagnostics)
    for appendix, reader in sound:
        try:
            with remarks() as heard:
                disarm(reader, diagnostics, appendix.where)
                binder.take(appendix, reader)
            if any(UNREADABLE in each for each in heard):
                raise DamagedError("a part of it cannot be read")
            report_repairs(heard, diagnostics, appendix.where)
        except BROKEN as fault:
            diagnostics.error(
                "appendix-damaged",
                f"the PDF is damaged and cannot be appended ({fault})",
                appendix.where,
                "Open it in a PDF viewer and save it anew, or ask for a sound copy.",
            )
    diagnostics.stop()
    return binder.bound()


class _Binder:
    """The body's file under way, with the appendices that have been taken in so far."""

    def __init__(self, body: bytes, diagnostics: Diagnostics) -> None:
        self.reader = PdfReader(BytesIO(body))
        self.writer = PdfWriter(clone_from=self.reader)
        self.diagnostics = diagnostics
        self.catalog = self.writer.root_object
        self.pages = page_references(self.catalog)
        self.places = {page.idnum: place for place, page in enumerate(self.pages)}
        self.order = list(self.pages)
        self.destinations = named(_destinations(self.catalog))
        self.tagged = is_tagged(self.catalog)
        self.tagged_throughout = self.archivable = True
        self.trimmed = any(entry(each, "/TrimBox", ArrayObject) for each in self.pages)

    def take(self, appendix: Appendix, reader: PdfReader) -> None:
        """Copy an appendix into the file and join what belongs to the whole document."""
        first_new = self._count()
        source = reader.root_object
        page_references(source)
        tagged = self.tagged and is_tagged(source)
        kept = ["/Pages", "/Outlines", "/OCProperties", *(["/StructTreeRoot"] if tagged else [])]
        copied = DictionaryObject(
            {
                NameObject(key): source.raw_get(key).clone(self.writer)
                for key in kept
                if key in source
            }
        )
        references = page_references(copied)
        self._join_destinations(appendix, source, first_new)
        self._join_outlines(appendix, copied, references)
        self._join_layers(copied)
        self._dress(appendix, references)
        new = tuple(self._objects(first_new))
        _read_through(new)
        self._report_fonts(appendix, new)
        tell_apart(appendix.letter, new)
        if tagged:
            self._tidy(appendix, references)
            self._join_structure(appendix, source, copied, new)
        else:
            self._untag(appendix, new)
        self._stamp(appendix, references)

    def _stamp(self, appendix: Appendix, pages: Sequence[IndirectObject]) -> None:
        """Print the body's furniture on the appendix's pages, where it has a clear place."""
        if not any(appendix.furniture):
            return
        found = clear(appendix.content, appendix.furniture)
        for place, reference, free in zip(appendix.places, pages, found, strict=True):
            page, holder = resolved(reference), resolved(self.pages[place])
            if free and isinstance(page, DictionaryObject) and isinstance(holder, DictionaryObject):
                stamp(page, holder, self._number)
        taken = [number for number, free in enumerate(found, 1) if not free]
        if taken:
            self.diagnostics.warning(
                "appendix-folio",
                "something stands where page number and running words would, so they are left out"
                f" on its {_pages(taken)}",
                appendix.where,
                "Clear their place, or write folio = false below the appendix in publication.toml.",
            )

    def bound(self) -> bytes:
        """The file, its pages in order."""
        tree = self.catalog.raw_get("/Pages")
        node = entry(self.catalog, "/Pages", DictionaryObject) or DictionaryObject()
        node[NameObject("/Kids")] = ArrayObject(self.order)
        node[NameObject("/Count")] = NumberObject(len(self.order))
        for page in self.order:
            known = resolved(page)
            if isinstance(known, DictionaryObject):
                known[NameObject("/Parent")] = tree
        if self.destinations:
            names = entry(self.catalog, "/Names", DictionaryObject) or DictionaryObject()
            names[NameObject("/Dests")] = self._number(name_tree(self.destinations))
            self.catalog[NameObject("/Names")] = names
        self._disclaim()
        return self._packed()

    def _disclaim(self) -> None:
        """Let the metadata claim no more than is true with these appendices."""
        known = entry(self.catalog, "/Metadata", StreamObject)
        if known is None or (self.tagged_throughout and self.archivable):
            return
        stream = DecodedStreamObject()
        stream.update({NameObject(key): known.raw_get(key) for key in ("/Type", "/Subtype")})
        xmp = known.get_data()
        stream.set_data(disclaimed(xmp, tagged=self.tagged_throughout, archivable=self.archivable))
        self.catalog[NameObject("/Metadata")] = self._number(stream)

    def _packed(self) -> bytes:
        information = resolved(self.reader.trailer.get("/Info"))
        info = (
            information.clone(self.writer)
            if isinstance(information, DictionaryObject)
            else DictionaryObject()
        )
        root, described = self._number(self.catalog), self._number(info)
        numbers = _reachable((root, described))
        syntax = Syntax(numbers)
        bodies = [syntax.written(self.writer.get_object(old)) for old in numbers]
        major, _, minor = self.reader.pdf_header.removeprefix("%PDF-").partition(".")
        return pack(bodies, (int(major), int(minor)), numbers[root.idnum], numbers[described.idnum])

    def _count(self) -> int:
        return len(self.writer._objects)  # noqa: SLF001 - pypdf tells it nowhere else

    def _objects(self, first: int) -> Iterator[DictionaryObject]:
        """The dictionaries among the file's objects from a place on, nested ones too."""
        for number in range(first + 1, self._count() + 1):
            yield from _dictionaries(self.writer.get_object(number))

    def _number(self, value: PdfObject) -> IndirectObject:
        return self.writer._add_object(value)  # noqa: SLF001 - pypdf's name for adding an object

    def _join_destinations(
        self, appendix: Appendix, source: DictionaryObject, first_new: int
    ) -> None:
        """Give the names of the appendix's places its letter, where they stand and where used."""
        theirs = named(_destinations(source))
        old = entry(source, "/Dests", DictionaryObject) or DictionaryObject()
        theirs |= {spelled(NameObject(name)): value for name, value in old.items()}
        for name, value in theirs.items():
            self.destinations[_lettered(name, appendix)] = value.clone(self.writer)
        for each in self._objects(first_new):
            keys = ["/Dest", *(["/D"] if each.get("/S") == "/GoTo" else [])]
            for key in keys:
                target = resolved(each.get(key))
                if isinstance(target, TextStringObject | ByteStringObject | NameObject):
                    name = _lettered(spelled(target), appendix)
                    each[NameObject(key)] = ByteStringObject(name)

    def _join_outlines(
        self, appendix: Appendix, copied: DictionaryObject, pages: Sequence[IndirectObject]
    ) -> None:
        """Hang the appendix's bookmarks below its divider's, which is made if there is none."""
        divider = None
        for item in outline_items(self.catalog):
            if self._leads_to(item) == appendix.divider:
                divider = item
        if divider is None:
            divider = self._new_bookmark(appendix, pages[0])
        if divider is None:
            return
        children = _siblings(entry(copied, "/Outlines", DictionaryObject))
        _chain(divider, [*_siblings(divider), *children])

    def _new_bookmark(self, appendix: Appendix, page: IndirectObject) -> DictionaryObject | None:
        root = entry(self.catalog, "/Outlines", DictionaryObject)
        if root is None:
            return None
        target = ArrayObject([page, NameObject("/Fit")])
        item = DictionaryObject(
            {
                NameObject("/Title"): TextStringObject(appendix.title),
                NameObject("/Dest"): target,
            }
        )
        self._number(item)
        _chain(root, [*_siblings(root), item])
        return item

    def _leads_to(self, item: DictionaryObject) -> int | None:
        """The place of the body's page that a bookmark leads to."""
        action = entry(item, "/A", DictionaryObject)
        target = resolved(item.get("/Dest") if action is None else action.get("/D"))
        if isinstance(target, TextStringObject | ByteStringObject | NameObject):
            target = resolved(self.destinations.get(spelled(target)))
        if isinstance(target, DictionaryObject):
            target = resolved(target.get("/D"))
        if isinstance(target, ArrayObject) and target:
            page = list(target)[0]  # noqa: RUF015 - indexing an array resolves the reference
            return self.places.get(page.idnum) if isinstance(page, IndirectObject) else None
        return None

    def _join_layers(self, copied: DictionaryObject) -> None:
        """Keep what the appendix shows and hides (8.11.4)."""
        theirs = entry(copied, "/OCProperties", DictionaryObject)
        if theirs is None:
            return
        ours = entry(self.catalog, "/OCProperties", DictionaryObject)
        if ours is None:
            self.catalog[NameObject("/OCProperties")] = copied.raw_get("/OCProperties")
            return
        ours[NameObject("/OCGs")] = ArrayObject([*items(ours, "/OCGs"), *items(theirs, "/OCGs")])
        before, added = (entry(each, "/D", DictionaryObject) for each in (ours, theirs))
        if before is not None and added is not None:
            for key in ("/ON", "/OFF", "/Order", "/Locked"):
                joined = [*items(before, key), *items(added, key)]
                if joined:
                    before[NameObject(key)] = ArrayObject(joined)

    def _dress(self, appendix: Appendix, pages: Sequence[IndirectObject]) -> None:
        """Put the appendix's pages in place, and give them what pages of such a file have."""
        for place, reference in zip(appendix.places, pages, strict=True):
            self.order[place] = reference
            page = resolved(reference)
            if not isinstance(page, DictionaryObject):
                continue
            page.pop("/B", None)
            if self.trimmed:
                page.pop("/Annots", None)
                visible = page.get("/CropBox", page.get("/MediaBox"))
                if "/TrimBox" not in page and visible is not None:
                    page[NameObject("/TrimBox")] = visible
                if "/BleedBox" not in page:
                    page[NameObject("/BleedBox")] = page.raw_get("/TrimBox")
            elif self.tagged and "/Annots" in page:
                page[NameObject("/Tabs")] = NameObject("/S")
                _show_links(page)

    def _tidy(self, appendix: Appendix, pages: Sequence[IndirectObject]) -> None:
        """Declare what is drawn outside the appendix's tags."""
        strays = 0
        for reference in pages:
            page = resolved(reference)
            parts = [resolved(part) for part in items(page, "/Contents")]
            content = b"\n".join(
                part.get_data() for part in parts if isinstance(part, StreamObject)
            )
            tidy = tidied(content)
            strays += tidy.strays
            if tidy.declared and isinstance(page, DictionaryObject):
                stream = DecodedStreamObject()
                stream.set_data(tidy.content)
                page[NameObject("/Contents")] = self._number(stream.flate_encode(LEVEL))
        if strays:
            self.tagged_throughout = False
            self.diagnostics.warning(
                "appendix-partly-tagged",
                f"words or pictures stand outside the PDF's tags in {strays} places, so the file"
                " does not claim PDF/UA",
                appendix.where,
                "Screen readers do not find them; export the PDF again as an accessible PDF.",
            )

    def _report_fonts(self, appendix: Appendix, new: Sequence[DictionaryObject]) -> None:
        missing = {
            str(each.get("/BaseFont", each.get("/FontName", "/?"))).removeprefix("/")
            for each in new
            if _is_font_without_file(each)
        }
        if missing:
            self.archivable = False
            self.diagnostics.warning(
                "appendix-font-not-embedded",
                f"fonts are not embedded, so the file is no PDF/A: {', '.join(sorted(missing))}",
                appendix.where,
                "Export the PDF again with its fonts embedded.",
            )

    def _join_structure(
        self,
        appendix: Appendix,
        source: DictionaryObject,
        copied: DictionaryObject,
        new: tuple[DictionaryObject, ...],
    ) -> None:
        ours = entry(self.catalog, "/StructTreeRoot", DictionaryObject)
        theirs = entry(copied, "/StructTreeRoot", DictionaryObject)
        if ours is None or theirs is None:
            return
        language = str(resolved(source.get("/Lang")) or "")
        if language == str(resolved(self.catalog.get("/Lang")) or ""):
            language = ""
        guest = Guest(appendix.letter, appendix.title, language, theirs, new, self._number)
        join(ours, guest, self.places, appendix.divider)

    def _untag(self, appendix: Appendix, new: Sequence[DictionaryObject]) -> None:
        """Take out keys that would lead into the body's structure, and say what is missing."""
        for each in new:
            each.pop("/StructParents", None)
            each.pop("/StructParent", None)
        if self.tagged:
            self.tagged_throughout = False
            self.diagnostics.warning(
                "appendix-untagged",
                "the PDF is not tagged: screen readers will find its pages empty, and the file"
                " does not claim PDF/UA",
                appendix.where,
                "Export it again as a tagged (accessible) PDF.",
            )


def _read_through(new: Sequence[DictionaryObject]) -> None:
    """Read every stream but pictures, so that a damaged one is noticed and not handed on."""
    for each in new:
        if isinstance(each, StreamObject) and each.get("/Subtype") != "/Image":
            each.get_data()


def _show_links(page: DictionaryObject) -> None:
    """Give links the flag that they print, and take the ones that hide them (PDF/A, 6.3.2)."""
    for reference in items(page, "/Annots"):
        annotation = resolved(reference)
        if isinstance(annotation, DictionaryObject) and annotation.get("/Subtype") == "/Link":
            flags = entry(annotation, "/F", NumberObject) or 0
            annotation[NameObject("/F")] = NumberObject(int(flags) & ~_HIDING | PRINTED)


def _destinations(catalog: DictionaryObject) -> DictionaryObject | None:
    return entry(entry(catalog, "/Names", DictionaryObject), "/Dests", DictionaryObject)


def _lettered(name: bytes, appendix: Appendix) -> bytes:
    return f"{appendix.letter}/".encode() + name


def _dictionaries(value: object) -> Iterator[DictionaryObject]:
    """A dictionary and those written inside it, or inside an array."""
    if isinstance(value, DictionaryObject):
        yield value
        for each in value.values():
            yield from _dictionaries(each)
    elif isinstance(value, ArrayObject):
        for each in list(value):
            if not isinstance(each, IndirectObject):
                yield from _dictionaries(each)


def _siblings(parent: DictionaryObject | None) -> list[DictionaryObject]:
    """The bookmarks directly below one, or below the root."""
    found: list[DictionaryObject] = []
    item = entry(parent, "/First", DictionaryObject)
    while item is not None and item not in found:
        found.append(item)
        item = entry(item, "/Next", DictionaryObject)
    return found


def _chain(parent: DictionaryObject, children: Sequence[DictionaryObject]) -> None:
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
    if value.indirect_reference is None:
        raise DamagedError("a bookmark is not an object of its own")
    return value.indirect_reference


def _pages(numbers: Sequence[int]) -> str:
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"


def _is_font_without_file(font: DictionaryObject) -> bool:
    if font.get("/Type") == "/FontDescriptor":
        return not {"/FontFile", "/FontFile2", "/FontFile3"} & font.keys()
    simple = font.get("/Type") == "/Font" and font.get("/Subtype") in {"/Type1", "/TrueType"}
    return simple and "/FontDescriptor" not in font


def _reachable(roots: Sequence[IndirectObject]) -> dict[int, int]:
    """New numbers for all objects that the file still needs, in the order they are met."""
    numbers: dict[int, int] = {}
    waiting: list[object] = list(reversed(roots))
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            if value.idnum in numbers:
                continue
            numbers[value.idnum] = len(numbers) + 1
            value = value.get_object()
        if isinstance(value, DictionaryObject):
            waiting += reversed(list(value.values()))
        elif isinstance(value, ArrayObject):
            waiting += reversed(list(value))
    return numbers

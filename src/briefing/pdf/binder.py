"""A body's file under way, with the appendices that have been taken in so far."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader, PdfWriter
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

from briefing.pdf.annotated import draw_annotations, settle
from briefing.pdf.balanced import balance
from briefing.pdf.carried import Carried, carry, specifications
from briefing.pdf.described import adopt_links, described
from briefing.pdf.disarm import sweep, tell_disarmed
from briefing.pdf.edges import edge
from briefing.pdf.file import LEVEL
from briefing.pdf.fitted import Move, fit, in_points, move_bounds, move_places
from briefing.pdf.foreign import (
    has_bleed,
    is_tagged,
    report_repairs,
    settle_boxes,
    tell_untagged,
)
from briefing.pdf.join import LANGUAGE, Guest, cut_circles, elements_of, join
from briefing.pdf.metadata import Kept, disclaimed
from briefing.pdf.outlines import chain, siblings
from briefing.pdf.raster import clear
from briefing.pdf.repacked import packed
from briefing.pdf.sound import (
    drop_languages,
    drop_lists,
    look_at_colours,
    look_at_fonts,
    look_at_words,
    tell_strays,
)
from briefing.pdf.stamp import Share, stamp
from briefing.pdf.stray import tidied
from briefing.pdf.subsets import tags_of, tell_apart
from briefing.pdf.trees import (
    name_tree,
    named,
    nested,
    numbered,
    page_references,
    reference_of,
)
from briefing.pdf.ways import (
    destinations,
    hang_bookmarks,
    join_layers,
    lettered,
    page_of,
    rename_uses,
)
from briefing.reading import DamagedError, content_of, entry, resolved

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from pypdf.generic import PdfObject

    from briefing.diagnostics import Diagnostics
    from briefing.pdf.append import Appendix

_UNPACKED = 400_000_000
"""Bytes to which all streams of an appendix but pictures may unpack."""


class Binder:
    """Takes appendices in, one after another, and binds the file."""

    def __init__(self, body: bytes, diagnostics: Diagnostics) -> None:
        self.reader = PdfReader(BytesIO(body))
        self.writer = PdfWriter(clone_from=self.reader)
        self.diagnostics = diagnostics
        self.catalog = self.writer.root_object
        self.pages = page_references(self.catalog)
        self.places = {page.idnum: place for place, page in enumerate(self.pages)}
        self.order = list(self.pages)
        self.destinations = destinations(self.catalog)
        self.files = named(self._names("/EmbeddedFiles"))
        self.tagged = is_tagged(self.catalog)
        self.kept = Kept()
        self.trimmed = any(entry(each, "/TrimBox", ArrayObject) for each in self.pages)
        self.subsets = tags_of(self._objects(0))

    def take(self, appendix: Appendix, reader: PdfReader, removed: set[str]) -> None:
        """Copy an appendix into the file and join what belongs to the whole document.

        `removed` is what has been taken out of it that would act; whatever else does is added.
        """
        source = reader.root_object
        tagged = self.tagged and is_tagged(source)
        if self.tagged and not tagged and not appendix.description:
            tell_untagged(self.diagnostics, appendix.where)
            return
        first_new = self._count()
        copied = self._copied(appendix, source, tagged=tagged)
        pages = page_references(copied)
        new = tuple(self._objects(first_new))
        _read_through(new)
        self._settle(appendix, pages)
        carried = self._made_safe(appendix, source, new, removed)
        rename_uses(new, appendix.letter)
        drop_lists(new)
        drop_languages(new, source, self.diagnostics, appendix.where)
        tell_apart(appendix.letter, new, self.subsets)
        if not self.trimmed:
            where = appendix.where
            look_at_fonts(new, self.kept, self.diagnostics, where)
            look_at_colours(pages, new, self.kept, self.diagnostics, where)
            root = entry(copied, "/StructTreeRoot", DictionaryObject)
            tree = numbered(root.get("/ParentTree")) if root else {}
            look_at_words(pages, tree, self.kept, self.diagnostics, where)
        self._join_ways(appendix, copied, pages)
        self._place(appendix, pages, described=self.tagged and not tagged)
        root = self._root(appendix, copied, pages, new, tagged=tagged)
        moves = self._moves(appendix, pages)
        if moves:
            move_places((*self._arrays(first_new), *self._named_places()), moves)
            move_bounds(elements_of(root) if root is not None else (), moves)
        self._join_structure(appendix, source, root, new, carried)
        self._stamp(appendix, pages, moves)

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
        for key, entries in (("/Dests", self.destinations), ("/EmbeddedFiles", self.files)):
            if entries:
                names = entry(self.catalog, "/Names", DictionaryObject) or DictionaryObject()
                names[NameObject(key)] = self._number(name_tree(entries))
                self.catalog[NameObject("/Names")] = names
        self._disclaim()
        return packed(self.reader, self.writer, self.catalog)

    # -- what is taken -----------------------------------------------------------------------------

    def _copied(
        self, appendix: Appendix, source: DictionaryObject, *, tagged: bool
    ) -> DictionaryObject:
        """Copy what is kept of a catalog, and what is listed there by name."""
        kept = ["/Pages", "/Outlines", "/OCProperties", *(["/StructTreeRoot"] if tagged else [])]
        copied = DictionaryObject(
            {
                NameObject(key): source.raw_get(key).clone(self.writer)
                for key in kept
                if key in source
            }
        )
        for name, value in destinations(source).items() if not self.trimmed else ():
            self.destinations[lettered(name, appendix.letter)] = value.clone(self.writer)
        specifications(source, self.writer)
        return copied

    def _settle(self, appendix: Appendix, pages: Sequence[IndirectObject]) -> None:
        """Set right what viewers forgive: boxes beyond the medium, states and marks left open."""
        open_ = []
        for number, reference in enumerate(pages, 1):
            page = _dictionary(reference)
            settle_boxes(page)
            if balance(page, self._number):
                open_.append(number)
        if open_:
            report_repairs(
                [f"states or marks that are opened are not closed on its {_pages(open_)}"],
                self.diagnostics,
                appendix.where,
            )

    def _made_safe(
        self,
        appendix: Appendix,
        source: DictionaryObject,
        new: Sequence[DictionaryObject],
        removed: set[str],
    ) -> Carried:
        """Keep the data that ride along, and nothing that acts."""
        carried = carry(appendix.letter, new, self.files, keep=self.tagged)
        if carried.left_out:
            removed.add(f"attached files ({', '.join(sorted(carried.left_out))})")
        found = sweep(new, carried.listed.values())
        tell_disarmed(removed | found, source, self.diagnostics, appendix.where)
        self.files |= carried.listed
        return carried

    def _join_ways(
        self, appendix: Appendix, copied: DictionaryObject, pages: Sequence[IndirectObject]
    ) -> None:
        def is_divider(item: DictionaryObject) -> bool:
            return page_of(item, self.destinations, self.places) == appendix.divider

        def new(root: DictionaryObject) -> DictionaryObject:
            item = DictionaryObject(
                {
                    NameObject("/Title"): TextStringObject(appendix.title),
                    NameObject("/Dest"): ArrayObject([pages[0], NameObject("/Fit")]),
                }
            )
            self._number(item)
            chain(root, [*siblings(root), item])
            return item

        hang_bookmarks(self.catalog, entry(copied, "/Outlines", DictionaryObject), is_divider, new)
        join_layers(self.catalog, copied)

    def _place(
        self, appendix: Appendix, pages: Sequence[IndirectObject], *, described: bool
    ) -> None:
        """Put the appendix's pages in place, with what hangs on pages of such a file."""
        for place, reference in zip(appendix.places, pages, strict=True):
            self.order[place] = reference
            page = _dictionary(reference)
            page.pop("/B", None)
            if self.trimmed or described:
                draw_annotations(page, self._number, print_alone=self.trimmed)
            if self.trimmed:
                page.pop("/Annots", None)
            elif self.tagged and "/Annots" in page:
                page[NameObject("/Tabs")] = NameObject("/S")
                settle(page)

    # -- structure ---------------------------------------------------------------------------------

    def _root(
        self,
        appendix: Appendix,
        copied: DictionaryObject,
        pages: Sequence[IndirectObject],
        new: Sequence[DictionaryObject],
        *,
        tagged: bool,
    ) -> DictionaryObject | None:
        """The structure that the appendix brings, or that its description makes."""
        if tagged:
            root = entry(copied, "/StructTreeRoot", DictionaryObject)
            if root is not None:
                cut_circles(root)
            keys = numbered(root.get("/ParentTree")).keys() if root is not None else ()
            outside = adopt_links(root, pages, self._number) if root is not None else 0
            self._tidy(appendix, pages, keys, outside)
            return root
        if self.tagged:
            return described(pages, appendix.description, new, self._number)
        for each in new:
            each.pop("/StructParents", None)
            each.pop("/StructParent", None)
        return None

    def _tidy(
        self,
        appendix: Appendix,
        pages: Sequence[IndirectObject],
        keys: Collection[int],
        strays: int,
    ) -> None:
        """Declare what is drawn outside the appendix's tags; `strays` are what hangs there.

        The content of a page that does not lead to one of the tree's `keys` is outside as a whole.
        """
        for reference in pages:
            page = _dictionary(reference)
            tidy = tidied(content_of(page), entry(page, "/Resources", DictionaryObject))
            lost = tidy.identified and entry(page, "/StructParents", NumberObject) not in keys
            strays += tidy.strays + lost
            if tidy.declared:
                stream = DecodedStreamObject()
                stream.set_data(tidy.content)
                page[NameObject("/Contents")] = self._number(stream.flate_encode(LEVEL))
        tell_strays(strays, self.kept, self.diagnostics, appendix.where)

    def _join_structure(
        self,
        appendix: Appendix,
        source: DictionaryObject,
        theirs: DictionaryObject | None,
        new: tuple[DictionaryObject, ...],
        carried: Carried,
    ) -> None:
        ours = entry(self.catalog, "/StructTreeRoot", DictionaryObject)
        if ours is None or theirs is None:
            return
        language = "" if appendix.description else str(resolved(source.get("/Lang")) or "")
        own = str(resolved(self.catalog.get("/Lang")) or "")
        if language == own or not LANGUAGE.fullmatch(language):
            language = ""
        guest = Guest(
            appendix.letter,
            appendix.title,
            language,
            theirs,
            new,
            self._number,
            tuple(carried.unowned),
        )
        join(ours, guest, self.places, appendix.divider)

    # -- pages -------------------------------------------------------------------------------------

    def _moves(self, appendix: Appendix, pages: Sequence[IndirectObject]) -> dict[int, Move]:
        """Scale the pages that are to fit, or whose units are no points; how each was moved.

        By the number of its object.
        """
        if not appendix.fit:
            own = {each.idnum: in_points(_dictionary(each), self._number) for each in pages}
            return {number: move for number, move in own.items() if move is not None}
        furniture = appendix.furniture or ((),) * len(pages)
        return {
            reference.idnum: fit(
                _dictionary(reference), _dictionary(self.pages[place]), rects, self._number
            )
            for place, reference, rects in zip(appendix.places, pages, furniture, strict=True)
        }

    def _stamp(
        self,
        appendix: Appendix,
        pages: Sequence[IndirectObject],
        moves: Mapping[int, Move],
    ) -> None:
        """Print the body's furniture on the appendix's pages, where it has a clear place."""
        count = len(pages)
        found = [appendix.fit] * count
        if any(appendix.furniture) and not appendix.fit:
            units = [moves[each.idnum].scale if each.idnum in moves else 1.0 for each in pages]
            found = clear(appendix.content, appendix.furniture, units)
        for place, reference, free in zip(appendix.places, pages, found, strict=True):
            page, holder = _dictionary(reference), _dictionary(self.pages[place])
            marked = self.trimmed and (appendix.fit or edge(page, holder))
            within = free and any(appendix.furniture)
            if marked or within:
                share = Share.ALL if marked and within else Share.BEYOND if marked else Share.WITHIN
                stamp(page, holder, self._number, share)
        taken = [number for number, free in enumerate(found, 1) if not free]
        if taken and any(appendix.furniture):
            self.diagnostics.warning(
                "appendix-folio",
                "something stands where page number and running words would, so they are left out"
                f" on its {_pages(taken)}",
                appendix.where,
                "Clear their place, or write folio = false below the appendix in publication.toml.",
            )
        self._tell_bleed(appendix, pages)

    def _tell_bleed(self, appendix: Appendix, pages: Sequence[IndirectObject]) -> None:
        short = [number for number, each in enumerate(pages, 1) if not has_bleed(_dictionary(each))]
        if short and self.trimmed:
            which = "its pages have" if len(short) == len(pages) else f"its {_pages(short)} have"
            self.diagnostics.warning(
                "appendix-without-bleed",
                f"{which} no bleed and no crop marks: what reaches the trim may get a white edge",
                appendix.where,
                'Export it with bleed, or write size = "fit" below the appendix.',
            )

    # -- the whole file ----------------------------------------------------------------------------

    def _disclaim(self) -> None:
        """Let the metadata claim no more than is true with these appendices."""
        known = entry(self.catalog, "/Metadata", StreamObject)
        if known is None or self.kept == Kept():
            return
        stream = DecodedStreamObject()
        stream.update({NameObject(key): known.raw_get(key) for key in ("/Type", "/Subtype")})
        stream.set_data(disclaimed(known.get_data(), self.kept))
        self.catalog[NameObject("/Metadata")] = self._number(stream)

    def _names(self, key: str) -> DictionaryObject | None:
        return entry(entry(self.catalog, "/Names", DictionaryObject), key, DictionaryObject)

    def _count(self) -> int:
        return len(self.writer._objects)  # noqa: SLF001 - pypdf tells it nowhere else

    def _objects(self, first: int) -> Iterator[DictionaryObject]:
        """The dictionaries among the file's objects from a place on, nested ones too."""
        for each in self._containers(first):
            if isinstance(each, DictionaryObject):
                yield each

    def _arrays(self, first: int) -> Iterator[ArrayObject]:
        """The arrays among the file's objects from a place on, nested ones too."""
        for each in self._containers(first):
            if isinstance(each, ArrayObject):
                yield each

    def _named_places(self) -> Iterator[ArrayObject]:
        """The arrays that say where named places are, but for those that are objects themselves."""
        for value in self.destinations.values():
            if isinstance(value, IndirectObject) or reference_of(value) is not None:
                continue
            for each in nested(value):
                if isinstance(each, ArrayObject):
                    yield each

    def _containers(self, first: int) -> Iterator[DictionaryObject | ArrayObject]:
        for number in range(first + 1, self._count() + 1):
            yield from nested(self.writer.get_object(number))

    def _number(self, value: PdfObject) -> IndirectObject:
        return self.writer._add_object(value)  # noqa: SLF001 - pypdf's name for adding an object


def _dictionary(reference: PdfObject) -> DictionaryObject:
    known = resolved(reference)
    if not isinstance(known, DictionaryObject):
        raise DamagedError("a page is none")
    return known


def _read_through(new: Sequence[DictionaryObject]) -> None:
    """Read every stream but pictures, so that a damaged one is noticed and not handed on."""
    left = _UNPACKED
    for each in new:
        if isinstance(each, StreamObject) and each.get("/Subtype") != "/Image":
            left -= len(each.get_data())
            if left < 0:
                raise DamagedError("its streams unpack to more than can be read")


def _pages(numbers: Sequence[int]) -> str:
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"

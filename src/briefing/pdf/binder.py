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
from briefing.pdf.file import LEVEL
from briefing.pdf.fitted import Move, fit, in_points, move_bounds, move_places
from briefing.pdf.foreign import (
    is_tagged,
    report_repairs,
    settle_boxes,
    tell_untagged,
)
from briefing.pdf.furnished import Body, furnish, listed
from briefing.pdf.growing import Growing
from briefing.pdf.join import LANGUAGE, Guest, cut_circles, elements_of, join
from briefing.pdf.metadata import Kept, disclaimed
from briefing.pdf.outlines import chain, siblings
from briefing.pdf.repacked import packed
from briefing.pdf.sound import (
    drop_languages,
    drop_lists,
    look_at_colours,
    look_at_fonts,
    look_at_words,
    tell_strays,
)
from briefing.pdf.stray import tidied
from briefing.pdf.subsets import tags_of, tell_apart
from briefing.pdf.trees import (
    name_tree,
    named,
    nested,
    numbered,
    page_at,
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
    from collections.abc import Collection, Iterator, Sequence

    from briefing.diagnostics import Diagnostics
    from briefing.pdf.append import Appendix

_UNPACKED = 400_000_000
"""Bytes to which all streams of an appendix but pictures may unpack."""


class Binder:
    """Takes appendices in, one after another, and binds the file."""

    def __init__(self, body: bytes, diagnostics: Diagnostics) -> None:
        self.reader = PdfReader(BytesIO(body))
        self.writer = PdfWriter(clone_from=self.reader)
        self.objects = Growing(self.writer)
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
        self.subsets = tags_of(self.objects.dictionaries())

    def take(self, appendix: Appendix, reader: PdfReader, removed: set[str]) -> None:
        """Copy an appendix into the file and join what belongs to the whole document.

        `removed` is what has been taken out of it that would act; whatever else does is added.
        """
        source = reader.root_object
        tagged = self.tagged and is_tagged(source)
        if self.tagged and not tagged and not appendix.description:
            tell_untagged(self.diagnostics, appendix.where)
            return
        first_new = self.objects.count()
        copied = self._copied(appendix, source, tagged=tagged)
        pages = page_references(copied)
        new = tuple(self.objects.dictionaries(first_new))
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
            move_places((*self.objects.arrays(first_new), *self._named_places()), moves)
            move_bounds(elements_of(root) if root is not None else (), moves)
        self._join_structure(appendix, source, root, new, carried)
        body = Body(self.pages, self.trimmed, self.objects.add, self.diagnostics)
        furnish(appendix, pages, moves, body)

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
                names[NameObject(key)] = self.objects.add(name_tree(entries))
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
            page = page_at(reference)
            settle_boxes(page)
            if balance(page, self.objects.add):
                open_.append(number)
        if open_:
            report_repairs(
                [f"states or marks that are opened are not closed on its {listed(open_)}"],
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
            self.objects.add(item)
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
            page = page_at(reference)
            page.pop("/B", None)
            if self.trimmed or described:
                draw_annotations(page, self.objects.add, print_alone=self.trimmed)
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
            outside = adopt_links(root, pages, self.objects.add) if root is not None else 0
            self._tidy(appendix, pages, keys, outside)
            return root
        if self.tagged:
            return described(pages, appendix.description, new, self.objects.add)
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
            page = page_at(reference)
            tidy = tidied(content_of(page), entry(page, "/Resources", DictionaryObject))
            lost = tidy.identified and entry(page, "/StructParents", NumberObject) not in keys
            strays += tidy.strays + lost
            if tidy.declared:
                stream = DecodedStreamObject()
                stream.set_data(tidy.content)
                page[NameObject("/Contents")] = self.objects.add(stream.flate_encode(LEVEL))
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
            self.objects.add,
            tuple(carried.unowned),
        )
        join(ours, guest, self.places, appendix.divider)

    # -- pages -------------------------------------------------------------------------------------

    def _moves(self, appendix: Appendix, pages: Sequence[IndirectObject]) -> dict[int, Move]:
        """Scale the pages that are to fit, or whose units are no points; how each was moved.

        By the number of its object.
        """
        if not appendix.fit:
            own = {each.idnum: in_points(page_at(each), self.objects.add) for each in pages}
            return {number: move for number, move in own.items() if move is not None}
        furniture = appendix.furniture or ((),) * len(pages)
        return {
            reference.idnum: fit(
                page_at(reference), page_at(self.pages[place]), rects, self.objects.add
            )
            for place, reference, rects in zip(appendix.places, pages, furniture, strict=True)
        }

    # -- the whole file ----------------------------------------------------------------------------

    def _disclaim(self) -> None:
        """Let the metadata claim no more than is true with these appendices."""
        known = entry(self.catalog, "/Metadata", StreamObject)
        if known is None or self.kept == Kept():
            return
        stream = DecodedStreamObject()
        stream.update({NameObject(key): known.raw_get(key) for key in ("/Type", "/Subtype")})
        stream.set_data(disclaimed(known.get_data(), self.kept))
        self.catalog[NameObject("/Metadata")] = self.objects.add(stream)

    def _names(self, key: str) -> DictionaryObject | None:
        return entry(entry(self.catalog, "/Names", DictionaryObject), key, DictionaryObject)

    def _named_places(self) -> Iterator[ArrayObject]:
        """The arrays that say where named places are, but for those that are objects themselves."""
        for value in self.destinations.values():
            if isinstance(value, IndirectObject) or reference_of(value) is not None:
                continue
            for each in nested(value):
                if isinstance(each, ArrayObject):
                    yield each


def _read_through(new: Sequence[DictionaryObject]) -> None:
    """Read every stream but pictures, so that a damaged one is noticed and not handed on."""
    left = _UNPACKED
    for each in new:
        if isinstance(each, StreamObject) and each.get("/Subtype") != "/Image":
            left -= len(each.get_data())
            if left < 0:
                raise DamagedError("its streams unpack to more than can be read")

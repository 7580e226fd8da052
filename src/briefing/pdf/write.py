"""Pages, tree and profile become the bytes of a file: the last stage that knows meaning."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefing.diagnostics import Diagnostics
from briefing.pdf.attached import attach, embedded_files
from briefing.pdf.colours import (
    check_colours,
    output_intent,
    registration,
    spot_names,
    spot_space,
    srgb,
)
from briefing.pdf.fonts import embed
from briefing.pdf.metadata import information, packet
from briefing.pdf.navigation import (
    check_targets,
    destinations,
    links,
    outline,
    page_labels,
)
from briefing.pdf.objects import Objects, array, dictionary, name, text
from briefing.pdf.paint import KNOCKOUT, OVERPRINT, Palette, paint
from briefing.pdf.pictures import check_pictures, embed_pictures
from briefing.pdf.sheet import MARK_SPACE, boxes, crop_marks
from briefing.pdf.tags import Marking, check_tree, mark, structure
from briefing.profiles import ColourSpace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.drawing import Spot
    from briefing.fonts import Face
    from briefing.layout.pages import Page, Pages
    from briefing.pdf.metadata import Metadata
    from briefing.pdf.objects import Reference
    from briefing.profiles import Profile
    from briefing.structure import DataFile, Tree


def write(
    pages: Pages,
    tree: Tree,
    profile: Profile,
    metadata: Metadata,
    faces: Mapping[str, Face],
    *,
    icc: bytes | None = None,
) -> bytes:
    """Write a file; raise `Faults` with every reason why it cannot be what its profile promises.

    `faces` are found by the names in the glyph runs. `icc` is the ICC profile of the output
    condition: a press file must be given one, a screen file has sRGB.
    """
    diagnostics = Diagnostics()
    check(pages, tree, profile, icc, diagnostics)
    diagnostics.stop()
    return _File(pages, tree, profile, metadata, icc).compose(faces)


def check(
    pages: Pages, tree: Tree, profile: Profile, icc: bytes | None, diagnostics: Diagnostics
) -> None:
    """Report everything that keeps these pages from becoming a file of this profile."""
    check_colours(pages, profile, diagnostics)
    check_pictures(pages, profile.colours, diagnostics)
    if profile.tagged:
        check_tree(pages, tree, diagnostics)
    if profile.links:
        check_targets(pages, diagnostics)
    if profile.colours is ColourSpace.CMYK and icc is None:
        diagnostics.error(
            "no-press-profile",
            f"there is no ICC profile for the printing condition {profile.output_condition}",
            hint="Put the printer's profile into the icc folder of the brand.",
        )


@dataclass(slots=True)
class _File:
    """A file under way: its objects, its pages' references, and who owns what."""

    pages: Pages
    tree: Tree
    profile: Profile
    metadata: Metadata
    icc: bytes | None
    objects: Objects = field(default_factory=Objects)
    sheets: list[Reference] = field(default_factory=list)
    marking: Marking = field(default_factory=Marking)
    digest: hashlib._Hash = field(default_factory=lambda: hashlib.md5(usedforsecurity=False))

    def compose(self, faces: Mapping[str, Face]) -> bytes:
        """Write every object in a fixed order."""
        catalog, parent = self.objects.reserve(), self.objects.reserve()
        self.sheets = [self.objects.reserve() for _ in self.pages.pages]
        self.marking = mark(self.pages)
        self._write_pages(faces, parent)
        kids = dictionary(Type=name("Pages"), Kids=array(self.sheets), Count=len(self.sheets))
        self.objects.fill(parent, kids)
        info = self.objects.add(information(self.metadata, self.profile))
        entries, names = self._declarations(), {}
        if self.profile.tagged:
            files = attach(self.objects, self.tree, self.metadata.created)
            entries |= self._tags(files)
            names["EmbeddedFiles"] = embedded_files(self.objects, files)
        if self.profile.links:
            entries |= self._ways()
            names["Dests"] = destinations(self.objects, self.pages, self.sheets)
        if any(names.values()):
            entries["Names"] = dictionary(**names)
        self.objects.fill(catalog, dictionary(Type=name("Catalog"), Pages=parent, **entries))
        return self.objects.pack(self.profile.pdf_version, catalog, info)

    def _write_pages(self, faces: Mapping[str, Face], parent: Reference) -> None:
        space = self.profile.colours
        fonts = embed(self.objects, self.pages, faces, unseen=self.profile.tagged)
        pictures = embed_pictures(self.objects, self.pages, space, self.icc, srgb())
        spots = spot_names(self.pages, space)
        for spot in spots:
            self.digest.update(repr(spot).encode())
        profile = self.profile
        palette = Palette(
            fonts,
            pictures.names,
            space,
            profile.tagged,
            spots,
            profile.black_words,
            profile.black_lines,
        )
        resources = self.objects.add(
            dictionary(
                Font=_named({each.resource: each.reference for each in fonts.values()}),
                XObject=_named(pictures.objects),
                ColorSpace=_named(self._spaces(spots)),
                ExtGState=_named(self._states()),
            )
        )
        next_parent = len(self.sheets)
        for place, page in enumerate(self.pages.pages):
            followed = self._links(place, page, next_parent)
            next_parent += len(followed)
            entries = boxes(page.geometry, bleed=self.profile.bleed)
            if self.profile.tagged:
                entries |= {"StructParents": place, "Tabs": name("S")}
            self.objects.fill(
                self.sheets[place],
                dictionary(
                    Type=name("Page"),
                    Parent=parent,
                    Resources=resources,
                    Contents=self._content(place, page, palette),
                    Annots=array(followed) if followed else None,
                    **entries,
                ),
            )

    def _states(self) -> dict[str, Any]:
        """The states in which black prints over what lies below, and in which nothing does."""
        if not self.profile.black_words:
            return {}
        return {
            OVERPRINT: dictionary(Type=name("ExtGState"), OP="true", op="true", OPM=1),
            KNOCKOUT: dictionary(Type=name("ExtGState"), OP="false", op="false", OPM=0),
        }

    def _spaces(self, spots: Mapping[Spot, str]) -> dict[str, Any]:
        """The spaces of the inks that have one: the crop marks', and each spot colour's."""
        marks = {MARK_SPACE: registration(self.objects)} if self.profile.bleed else {}
        return marks | {each: spot_space(self.objects, spot) for spot, each in spots.items()}

    def _links(self, place: int, page: Page, first: int) -> list[Reference]:
        if not self.profile.links:
            return []
        return links(
            self.objects,
            place,
            page,
            sheet=self.sheets[place],
            marking=self.marking,
            first=first,
        )

    def _content(self, place: int, page: Page, palette: Palette) -> Reference:
        operators = paint(
            page, palette, self.marking.openings[place] if self.profile.tagged else {}
        )
        if self.profile.bleed:
            operators.append(crop_marks(page.geometry))
        content = "\n".join(operators).encode("ascii")
        self.digest.update(content)
        return self.objects.stream(content)

    def _declarations(self) -> dict[str, Any]:
        """What every file says of itself."""
        self.digest.update(repr((self.metadata, self.profile)).encode())
        xmp = packet(self.metadata, self.profile, self.digest.hexdigest())
        return {
            "Metadata": self.objects.stream(
                xmp, compress=False, Type=name("Metadata"), Subtype=name("XML")
            ),
            "OutputIntents": array((output_intent(self.objects, self.profile, self.icc),)),
            "PageLabels": page_labels([page.label for page in self.pages.pages]),
            "ViewerPreferences": dictionary(DisplayDocTitle="true"),
        }

    def _tags(self, files: Mapping[DataFile, Reference]) -> dict[str, Any]:
        """What a tagged file adds to its catalog (ISO 14289-1, 7.1 and 7.2)."""
        return {
            "Lang": text(self.tree.language),
            "MarkInfo": dictionary(Marked="true"),
            "StructTreeRoot": structure(
                self.objects, self.tree, self.pages, self.marking, self.sheets, files=files
            ),
        }

    def _ways(self) -> dict[str, Any]:
        """Bookmarks, which a viewer shows at first."""
        marks = outline(self.objects, self.pages.bookmarks)
        return {"Outlines": marks, "PageMode": name("UseOutlines") if marks else None}


def _named(entries: Mapping[str, Any]) -> Any:
    return dictionary(**entries) if entries else None

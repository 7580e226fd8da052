"""The verdict on a finished file: what other checkers do not see, and what readers would notice.

Every finding is an error of ours, never of the author's words: the writer makes these impossible,
and this looks at the bytes all the same. It costs a few milliseconds a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from briefing.diagnostics import Diagnostics
from briefing.maps import strings
from briefing.operators import OPENING, PAINTING, SHOWING, operations
from briefing.preflight.opened import elements
from briefing.profiles import ColourSpace
from briefing.reading import (
    content_of,
    entry,
    identifier,
    inherited,
    is_embedded,
    items,
    number_of,
    resolved,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.diagnostics import Diagnostic, Source
    from briefing.operators import Operation
    from briefing.profiles import Profile

STANDARD_FOURTEEN = re.compile(r"^/(Helvetica|Times|Courier|Symbol|ZapfDingbats)")
"""Fonts that viewers bring along, and that no file of ours may lean on."""

_NO_GLYPH = re.compile(rb"<(?:[0-9A-Fa-f]{4})*?0000")
_RGB = frozenset({b"rg", b"RG"})
_SPACES = {b"cs": "/ColorSpace", b"CS": "/ColorSpace"}
_BUILT_IN = frozenset({"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern"})
_NAMING = {b"Tf": "/Font", b"gs": "/ExtGState", b"Do": "/XObject", b"sh": "/Shading"} | _SPACES
_BOXES = ("/TrimBox", "/BleedBox", "/MediaBox")


@dataclass(frozen=True, slots=True)
class Guest:
    """Pages, counted from 0, that a file has from elsewhere: what they are called, and their file.

    What is drawn on them outside of tags is known, has been told, and is no fault of the whole.
    """

    pages: range
    name: str
    where: Source


_UNSOUND = "Export it anew from the program that made it, or save it anew in a PDF viewer."


def preflight(data: bytes, profile: Profile, guests: Sequence[Guest] = ()) -> list[Diagnostic]:
    """Judge a file by what its profile promises; an empty list is a pass, not a certificate.

    What is found on a page of one of the `guests` is told of that, where its file stands.
    """
    found = Diagnostics()
    try:
        reader = PdfReader(BytesIO(data))
        pages = list(reader.pages)
    except (PyPdfError, OSError, ValueError) as fault:
        found.error("pdf-unreadable", f"the file cannot be read back: {fault}")
        return list(found)
    _document(reader, profile, found)
    fonts = _Fonts(found)
    for place, page in enumerate(pages):
        guest = next((each for each in guests if place in each.pages), None)
        label = f"page {place + 1 if guest is None else place - guest.pages.start + 1}"
        own = Diagnostics()
        fonts.found = own
        _boxes(page, profile, label, own)
        resources = inherited(page, "/Resources", DictionaryObject) or DictionaryObject()
        _Stream(profile, label, resources, fonts, own).read(content_of(page), page)
        for each in own:
            _tell(each, guest, found)
    return list(found)


def _tell(each: Diagnostic, guest: Guest | None, found: Diagnostics) -> None:
    if guest is None:
        found.report(each)
    elif each.code != "content-outside-tags":
        found.error(each.code, f"{guest.name}: {each.message}", guest.where, _UNSOUND)


def _document(reader: PdfReader, profile: Profile, found: Diagnostics) -> None:
    """What the whole file must have."""
    catalog = reader.root_object
    title = reader.metadata.title if reader.metadata else None
    if not title:
        found.error("pdf-without-title", "the file has no title in its information dictionary")
    if not items(catalog, "/OutputIntents"):
        found.error("pdf-without-output-intent", "the file does not say what its colours mean")
    if entry(catalog, "/Metadata", StreamObject) is None:
        found.error("pdf-without-metadata", "the file has no XMP metadata")
    if profile.tagged:
        _tags(catalog, found)


def _tags(catalog: DictionaryObject, found: Diagnostics) -> None:
    """What a tagged file must have (ISO 14289-1, 7.1 to 7.3)."""
    if not entry(catalog, "/Lang", TextStringObject):
        found.error("pdf-without-language", "the file does not say its language")
    marked = entry(entry(catalog, "/MarkInfo", DictionaryObject), "/Marked", BooleanObject)
    root = entry(catalog, "/StructTreeRoot", DictionaryObject)
    if root is None or marked is None or not marked.value:
        found.error("pdf-not-tagged", "the file is not tagged")
        return
    preferences = entry(catalog, "/ViewerPreferences", DictionaryObject)
    shows = entry(preferences, "/DisplayDocTitle", BooleanObject)
    if shows is None or not shows.value:
        found.error("pdf-title-hidden", "viewers would show the file's name, not its title")


_HEARD = ("/Alt", "/ActualText")
"""What a figure may say in place of what it shows; blanks say nothing."""


def preflight_structure(data: bytes) -> list[Diagnostic]:
    """Judge every element of a file that `preflight` can read.

    The writer checks this of its own pages; appendices made elsewhere can break it. It costs about
    a second for ten thousand elements, and so stands apart.
    """
    found = Diagnostics()
    root = entry(PdfReader(BytesIO(data)).root_object, "/StructTreeRoot", DictionaryObject)
    silent = sum(
        element.get("/S") == "/Figure"
        and not any((entry(element, key, TextStringObject) or "").strip() for key in _HEARD)
        for element in (elements(root) if root is not None else ())
    )
    if silent:
        found.error(
            "figure-without-alternative", f"figures without alternative text: {silent} in the file"
        )
    return list(found)


def _boxes(page: object, profile: Profile, label: str, found: Diagnostics) -> None:
    """The trim within the bleed, the bleed within the medium (14.11.2)."""
    rects = []
    for key in _BOXES:
        box = inherited(page, key, ArrayObject)
        if box is None:
            if profile.bleed:
                found.error("page-box-missing", f"{label} has no {key.removeprefix('/')}")
            continue
        rects.append((key, [float(str(resolved(value))) for value in box]))
    for (inner, small), (outer, large) in pairwise(rects):
        low = all(a >= b - _CLOSE for a, b in zip(small[:2], large[:2], strict=True))
        high = all(a <= b + _CLOSE for a, b in zip(small[2:], large[2:], strict=True))
        if not (low and high):
            found.error(
                "page-boxes-not-nested",
                f"{label}: the {inner.removeprefix('/')} is not within the"
                f" {outer.removeprefix('/')}",
            )


_CLOSE = 0.01
"""Points by which boxes may differ through rounding."""


@dataclass(slots=True)
class _Fonts:
    """The fonts of a file, each judged once."""

    found: Diagnostics
    composite: dict[int, bool] = field(default_factory=dict)

    def is_composite(self, holder: DictionaryObject, name: str) -> bool:
        """Whether codes of a font have two bytes; it is judged when it is met first."""
        reference = holder.raw_get(name)
        number = number_of(reference) or -1
        if number not in self.composite or number == -1:
            font = resolved(reference)
            known = font if isinstance(font, DictionaryObject) else DictionaryObject()
            self.composite[number] = known.get("/Subtype") == "/Type0"
            self._judge(known)
        return self.composite[number]

    def _judge(self, font: DictionaryObject) -> None:
        base = str(font.get("/BaseFont", "/?"))
        if font.get("/Subtype") == "/Type3":
            self.found.error("font-type-3", "a font of type 3 is used")
            return
        if not is_embedded(font):
            words = f"the font {base.removeprefix('/')} is not embedded"
            if STANDARD_FOURTEEN.match(base):
                words += ": a default of the drawing library has leaked"
            self.found.error("font-not-embedded", words)


@dataclass(slots=True)
class _Stream:
    """One content stream under judgement: a page's, or a form's within it."""

    profile: Profile
    place: str
    resources: DictionaryObject
    fonts: _Fonts
    found: Diagnostics
    depth: int = 0
    nested: int = 0
    judged: set[tuple[int, bool]] = field(default_factory=set)
    """The forms of the page that were judged, and whether that was within a sequence."""
    seen: set[int] = field(default_factory=set)
    composite: bool = False

    def read(self, data: bytes, page: object = None) -> None:
        """Judge every operation of a stream."""
        for each in operations(data):
            if each.operator in OPENING:
                self.depth += 1
                self._open(each)
            elif each.operator == b"EMC":
                self.depth -= 1
            elif each.operator in _NAMING:
                self._named(each)
            outside = self.depth == 0 and self.profile.tagged
            if outside and each.operator in PAINTING and not self._is_form(each):
                self._error(
                    "content-outside-tags",
                    "something is drawn outside every marked-content sequence",
                )
            if each.operator in SHOWING and self.composite:
                self._glyphs(each.operands)
            if each.operator in _RGB and self.profile.colours is ColourSpace.CMYK:
                self._error("rgb-in-press-file", "a colour is given in RGB")
        if self.depth and not self.nested:
            self._error(
                "sequence-left-open", "a marked-content sequence is not closed as it should be"
            )
        if page is not None and self.profile.tagged:
            self._parents(page)

    def _error(self, code: str, words: str) -> None:
        self.found.error(code, f"{self.place}: {words}")

    def _open(self, each: Operation) -> None:
        number = identifier(each.operands, self.resources)
        if number is None:
            return
        if number in self.seen:
            self._error("mcid-twice", f"the marked-content identifier {number} is used twice")
        self.seen.add(number)

    def _parents(self, page: object) -> None:
        if self.seen and entry(page, "/StructParents", NumberObject) is None:
            self._error("page-without-parents", "its content does not lead back to the structure")

    def _named(self, each: Operation) -> None:
        """Look a resource up that an operator names (7.8.3)."""
        parts = each.operands.split()
        name = next((part.decode("latin-1") for part in parts if part.startswith(b"/")), "")
        kind = _NAMING[each.operator]
        if kind == "/ColorSpace" and name in _BUILT_IN:
            self._space(name)
            return
        holder = entry(self.resources, kind, DictionaryObject)
        if holder is None or name not in holder:
            self._error(
                "undefined-resource",
                f"{kind.removeprefix('/')} {name.removeprefix('/')} is missing",
            )
            return
        if kind == "/Font":
            self.composite = self.fonts.is_composite(holder, name)
        elif kind == "/XObject":
            self._object(holder, name)
        elif kind == "/ColorSpace":
            space = items(holder, name)
            self._space(str(resolved(space[0])) if space else "")

    def _is_form(self, each: Operation) -> bool:
        """Whether it draws a form, which is judged by its own sequences."""
        name = each.operands.strip().decode("latin-1")
        drawn = entry(entry(self.resources, "/XObject", DictionaryObject), name, StreamObject)
        return each.operator == b"Do" and drawn is not None and drawn.get("/Subtype") == "/Form"

    def _space(self, name: str) -> None:
        if self.profile.colours is ColourSpace.CMYK and name in {"/DeviceRGB", "/CalRGB"}:
            self._error("rgb-in-press-file", "a colour is given in RGB")

    def _object(self, holder: Mapping[str, object], name: str) -> None:
        """Judge a picture or a form."""
        drawn = resolved(holder[name])
        if not isinstance(drawn, StreamObject):
            return
        if drawn.get("/Subtype") == "/Image":
            space = items(drawn, "/ColorSpace")
            self._space(str(resolved(space[0])) if space else "")
        elif self.nested < _DEEPEST and self._is_new(drawn):
            resources = entry(drawn, "/Resources", DictionaryObject) or self.resources
            below = _Stream(self.profile, self.place, resources, self.fonts, self.found)
            below.depth, below.nested, below.judged = self.depth, self.nested + 1, self.judged
            below.read(drawn.get_data())

    def _is_new(self, drawn: StreamObject) -> bool:
        """Whether a form is met for the first time: those that multiply would take forever."""
        number = number_of(drawn.indirect_reference)
        key = (number or -1, self.depth > 0)
        if number is not None and key in self.judged:
            return False
        self.judged.add(key)
        return True

    def _glyphs(self, operands: bytes) -> None:
        """Code 0 of a composite font is the box for a missing character."""
        if _NO_GLYPH.search(operands):
            self._error("glyph-missing", "a character is printed as an empty box")
        for shown in strings(operands) if b"(" in operands else ():
            if any(shown[place : place + 2] == b"\0\0" for place in range(0, len(shown), 2)):
                self._error("glyph-missing", "a character is printed as an empty box")


_DEEPEST = 8
"""How many forms may stand within each other before one counts as endless."""

"""A file opened for preflight: its pages' boxes, its metadata, what its colours mean, as values."""

from __future__ import annotations

import html
import re
import struct
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import numpy as np
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from briefing.drawing import MM
from briefing.preflight.numeric import bounds_of
from briefing.reading import entry, inherited, items, resolved

if TYPE_CHECKING:
    from pypdf import PdfReader

    from briefing.preflight.painted import Bounds, Spot

PAGES = 5000
"""How many pages of a file are looked at."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its boxes in points, and what hangs on it."""

    number: int
    page: DictionaryObject
    media: Bounds | None
    crop: Bounds | None
    bleed: Bounds | None
    trim: Bounds | None
    art: Bounds | None
    unit: float

    @property
    def finished(self) -> Bounds | None:
        """The page as it is when it is cut; where no box says it, the medium."""
        return self.trim or self.art or self.crop or self.media

    @property
    def edge(self) -> Bounds | None:
        """How far ink is wanted: the bleed, else the finished page."""
        return self.bleed or self.finished

    def place(self, bounds: Bounds) -> tuple[float, float] | None:
        """The top left corner of an object, in millimetres from that of the trim."""
        frame = self.finished
        if frame is None:
            return None
        return (bounds.left - frame.left) / MM + 0.0, (frame.top - bounds.top) / MM + 0.0


@dataclass(frozen=True, slots=True)
class Intent:
    """An output intent: the printing condition, and the head of its profile."""

    kind: str
    condition: str
    profile: bytes
    components: int

    @property
    def device(self) -> str:
        """The class of the profile, ``prtr`` for a printer's (ICC.1, 7.2.5)."""
        return self.profile[12:16].decode("latin-1")

    @property
    def space(self) -> str:
        """The colour space of the profile, without the blanks at its end."""
        return self.profile[16:20].decode("latin-1").strip()

    @property
    def is_profile(self) -> bool:
        """Whether the bytes are those of an ICC profile at all."""
        return self.profile[36:40] == b"acsp"


@dataclass(slots=True)
class Document:
    """The whole file: what rules of the document ask, and what the pages have added."""

    reader: PdfReader
    header: str
    sheets: tuple[Sheet, ...]
    intents: tuple[Intent, ...]
    info: dict[str, str]
    xmp: str
    identifier: bool
    encrypted: bool
    spots: list[tuple[int, Spot]] = field(default_factory=list)
    ink_limit: float = 0.0
    ink_source: str = ""

    @property
    def root(self) -> DictionaryObject:
        """The catalog."""
        return self.reader.root_object

    @property
    def press_intent(self) -> Intent | None:
        """The output intent of PDF/X, if there is one."""
        return next((each for each in self.intents if each.kind == "/GTS_PDFX"), None)

    def stated(self, name: str) -> str | None:
        """A property of the XMP metadata by its usual name, such as ``pdf:Trapped``."""
        return stated(self.xmp, name)


def opened(reader: PdfReader) -> Document:
    """Read the facts of a file."""
    root, trailer = reader.root_object, reader.trailer
    pages = list(reader.pages)
    held = entry(trailer, "/Info", DictionaryObject) or DictionaryObject()
    metadata = entry(root, "/Metadata", StreamObject)
    version = entry(root, "/Version", NameObject)
    return Document(
        reader,
        max(reader.pdf_header.removeprefix("%PDF-"), (version or "/").removeprefix("/")),
        tuple(_sheet(number, page) for number, page in enumerate(pages[:PAGES], 1)),
        tuple(_intent(resolved(each)) for each in items(root, "/OutputIntents")),
        {str(key).removeprefix("/"): str(resolved(value)) for key, value in held.items()},
        metadata.get_data().decode("utf-8", "replace") if metadata is not None else "",
        len(items(trailer, "/ID")) == 2,  # noqa: PLR2004 - the first and the present one
        reader.is_encrypted,
    )


def _sheet(number: int, page: DictionaryObject) -> Sheet:
    unit = resolved(page.get("/UserUnit"))
    return Sheet(
        number,
        page,
        _inherited_box(page, "/MediaBox"),
        _inherited_box(page, "/CropBox"),
        bounds_of(page, "/BleedBox"),
        bounds_of(page, "/TrimBox"),
        bounds_of(page, "/ArtBox"),
        float(unit) if isinstance(unit, (NumberObject, FloatObject)) else 1.0,
    )


def _inherited_box(page: DictionaryObject, key: str) -> Bounds | None:
    array = inherited(page, key, ArrayObject)
    return bounds_of(DictionaryObject({NameObject(key): array}), key) if array is not None else None


def _intent(held: object) -> Intent:
    profile = entry(held, "/DestOutputProfile", StreamObject)
    words = held if isinstance(held, DictionaryObject) else DictionaryObject()
    components = resolved(profile.get("/N")) if profile is not None else None
    return Intent(
        str(resolved(words.get("/S", ""))),
        str(resolved(words.get("/OutputConditionIdentifier", ""))),
        profile.get_data() if profile is not None else b"",
        int(components) if isinstance(components, int) else 0,
    )


def flag(holder: object, key: str) -> bool:
    """Whether a key is there and true."""
    value = entry(holder, key, BooleanObject)
    return value is not None and bool(value.value)


# -- metadata --------------------------------------------------------------------------------------


def stated(xmp: str, name: str) -> str | None:
    """A property of XMP, as an element, the first item of one, or an attribute; None without it."""
    element = _element(xmp, name)
    if element is not None:
        item = _element(element, "rdf:li")
        return html.unescape((element if item is None else item).strip())
    attribute = re.search(rf"\s{re.escape(name)}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", xmp)
    return html.unescape(attribute[1] or attribute[2] or "") if attribute else None


def _element(xmp: str, name: str) -> str | None:
    """What stands within the first element of a name."""
    opening = re.search(rf"<{re.escape(name)}(?:\s[^<>]*)?>", xmp)
    end = xmp.find(f"</{name}>", opening.end()) if opening else -1
    return xmp[opening.end() : end] if opening and end >= 0 else None


_PDF_DATE = re.compile(
    r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?"
)


def moment(words: str) -> datetime | None:
    """A date of the information dictionary or of XMP; without a zone it counts as UTC."""
    match = _PDF_DATE.match(words)
    try:
        if not match:
            read = datetime.fromisoformat(words)
            return read if read.tzinfo else read.replace(tzinfo=timezone.utc)  # noqa: UP017
        year, *rest = (int(each or (i in (1, 2))) for i, each in enumerate(match.groups()[:6]))
        offset = timedelta(hours=int(match[9] or 0), minutes=int(match[10] or 0))
        zone = timezone(-offset if match[8] == "-" else offset)
        return datetime(year, *rest, tzinfo=zone)  # type: ignore[arg-type, misc]
    except ValueError:
        return None


# -- the ink of a printing condition ---------------------------------------------------------------


def most_ink(profile: bytes) -> float | None:
    """The most ink that a profile itself lays, in per cent: the largest sum in its table of inks.

    The table leads from colours to inks (B2A0; ICC.1, 10.10 and 10.11). None where it has none.
    """
    try:
        return _most(profile)
    except (struct.error, ValueError, IndexError):
        return None


def _most(profile: bytes) -> float | None:
    (count,) = struct.unpack_from(">I", profile, 128)
    for place in range(132, 132 + 12 * min(count, 100), 12):
        tag, start, size = struct.unpack_from(">4sII", profile, place)
        if tag == b"B2A0":
            return _largest_sum(profile[start : start + size])
    return None


def _largest_sum(table: bytes) -> float | None:
    kind, inputs, outputs, grid = table[:4], table[8], table[9], table[10]
    if kind not in {b"mft1", b"mft2"} or outputs != 4 or inputs != 3:  # noqa: PLR2004 - CMYK
        return None
    if kind == b"mft2":
        before, after = struct.unpack_from(">HH", table, 48)
        start, size, form = 52 + 2 * before * inputs, 2, ">u2"
    else:
        after, start, size, form = 256, 48 + 256 * inputs, 1, ">u1"
    nodes = grid**inputs * outputs
    whole = float(2 ** (8 * size) - 1)
    points = np.frombuffer(table, form, nodes, start).reshape(-1, outputs) / whole
    curves = np.frombuffer(table, form, after * outputs, start + nodes * size).reshape(
        outputs, after
    )
    steps = np.linspace(0, 1, after)
    laid = sum(np.interp(points[:, ink], steps, curves[ink] / whole) for ink in range(outputs))
    return float(100 * np.max(laid))

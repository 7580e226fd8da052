"""A PDF made elsewhere: opened with care, measured, refused where it cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    StreamObject,
)

from briefing.pdf.bounded import bounded
from briefing.pdf.trees import page_references
from briefing.reading import (
    BROKEN,
    LARGEST,
    DamagedError,
    Refusal,
    RefusedError,
    entry,
    items,
    pdf_of,
    resolved,
    told,
)
from briefing.remarks import remarks

if TYPE_CHECKING:
    from pypdf import PdfReader

    from briefing.diagnostics import Diagnostics, Source

MOST_PAGES = 2000
"""Pages of the longest file that is taken."""

CONTENT = 50_000_000
"""Bytes to which the content of one page may unpack."""

SMALLEST, WIDEST = 3.0, 14_400.0
"""The shortest and the longest side of a page, in points (ISO 19005-3, 6.1.13)."""

UNREADABLE = "while decompressing"
"""How pypdf remarks that it read no more than a part of a stream."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be known of a file before it is appended; sizes are in points, trimmed, as seen."""

    sizes: tuple[tuple[float, float], ...]
    tagged: bool
    bleeds: tuple[bool, ...] = ()
    """Whether each page goes on beyond where it is cut."""
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
        bleeds=tuple(has_bleed(page) for page in page_references(reader.root_object)),
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
            reader = pdf_of(content)
            pages = page_references(reader.root_object)
            if len(pages) > MOST_PAGES:
                _too_large(f"{len(pages):,} pages", f"{MOST_PAGES:,}", diagnostics, where)
                return None
            for page in pages:
                _look_into(page)
            bounded(pages)
            if any(UNREADABLE in each for each in heard):
                raise DamagedError("the content of a page cannot be read")
    except RefusedError as refused:
        _tell_refusal(refused.why, content, diagnostics, where)
        return None
    except BROKEN as fault:
        tell_damage(fault, diagnostics, where)
        return None
    if not pages:
        diagnostics.error("appendix-empty", "the PDF has no pages", where)
        return None
    report_repairs(heard, diagnostics, where)
    return reader


def _tell_refusal(why: Refusal, content: bytes, diagnostics: Diagnostics, where: Source) -> None:
    """Say why a file was not opened at all, and what helps."""
    if why is Refusal.LARGE:
        _too_large(f"{len(content) // 10**6} MB", f"{LARGEST // 10**6} MB", diagnostics, where)
    elif why is Refusal.NO_PDF and content:
        hint = "Save it as a PDF from the program that made it; a name in .pdf is not enough."
        diagnostics.error("appendix-no-pdf", "the file is no PDF", where, hint)
    elif why is Refusal.NO_PDF:
        tell_damage(DamagedError("it is empty"), diagnostics, where)
    else:
        respected = ", which are respected" if why is Refusal.PERMISSIONS else ""
        words = f"the PDF {why.value.removeprefix('it ')}{respected}"
        diagnostics.error("appendix-locked", words, where, "Ask for a copy without protection.")


def _too_large(has: str, limit: str, diagnostics: Diagnostics, where: Source) -> None:
    diagnostics.error(
        "appendix-too-large",
        f"the PDF has {has}, at most {limit} are taken",
        where,
        "Split it, or publish it beside the document and let the words link to it.",
    )


def tell_damage(fault: BaseException, diagnostics: Diagnostics, where: Source) -> None:
    """Say that a file cannot be used, in the words of what reading it raised."""
    diagnostics.error(
        "appendix-damaged",
        f"the PDF is damaged and cannot be appended ({told(fault)})",
        where,
        "Open it in a PDF viewer and save it anew, or ask for a sound copy.",
    )


def tell_untagged(diagnostics: Diagnostics, where: Source) -> None:
    """The error, with its remedies."""
    diagnostics.error(
        "appendix-untagged",
        "the PDF is not tagged: screen readers would find its pages empty",
        where,
        "Export it again as a tagged (accessible) PDF; or write below the appendix in"
        ' publication.toml: untagged = "describe" and description = "…", which says what its'
        " pages show.",
    )


def report_repairs(heard: list[str], diagnostics: Diagnostics, where: Source) -> None:
    """Say that pypdf had to mend a file, in the words of its first remark."""
    if heard:
        diagnostics.warning(
            "appendix-repaired", f"the PDF is faulty and was repaired: {heard[0]}", where
        )


def _look_into(reference: IndirectObject) -> None:
    """Raise if a page's content or its size cannot be read."""
    _size(reference)
    size = 0
    for part in items(reference.get_object(), "/Contents"):
        stream = resolved(part)
        if isinstance(stream, StreamObject):
            size += len(stream.get_data())
            if size > CONTENT:
                raise DamagedError("the content of a page is too large")
        elif stream is not None and not isinstance(stream, NullObject):
            raise DamagedError("the content of a page cannot be read")


def _size(reference: IndirectObject) -> tuple[float, float]:
    page = reference.get_object()
    left, low, right, top = trim(page)
    unit = unit_of(page)
    width, height = unit * (right - left), unit * (top - low)
    if not (min(width, height) >= SMALLEST and max(width, height) <= WIDEST):
        raise DamagedError(f"a page measures {width:g} by {height:g} points")
    return (height, width) if turned(page) % 180 else (width, height)


def trim(page: object) -> tuple[float, float, float, float]:
    """The left, lower, right and upper edge of a trimmed page, in points, before it is turned.

    What a box has beyond the medium is not there (14.11.2.1); one that is all beyond it is none.
    Raises `DamagedError` for a page without a size.
    """
    media = _corners(page, "/MediaBox")
    for key in ("/TrimBox", "/CropBox"):
        box = _corners(page, key)
        if box is not None and (within := _within(box, media or box)) is not None:
            return within
    if media is None:
        raise DamagedError("a page has no size")
    return media


def settle_boxes(page: DictionaryObject) -> None:
    """Write the boxes of a page as they count: within its medium, lower left corner first."""
    media = _corners(page, "/MediaBox")
    for key in _BOXES:
        box = _corners(page, key)
        settled = box if box is None or media is None else _within(box, media)
        if settled is not None:
            page[NameObject(key)] = ArrayObject([FloatObject(f"{each:.4f}") for each in settled])
        else:
            page.pop(key, None)


_BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")


def _corners(page: object, key: str) -> tuple[float, float, float, float] | None:
    """The left, lower, right and upper edge of a box; None if the page has none of that name."""
    box = entry(page, key, ArrayObject)
    corners = [float(str(resolved(value))) for value in box or ()]
    if len(corners) != 4:  # noqa: PLR2004 - two corners
        return None
    (left, right), (low, top) = sorted(corners[::2]), sorted(corners[1::2])
    return (left, low, right, top)


def _within(
    box: tuple[float, float, float, float], media: tuple[float, float, float, float]
) -> tuple[float, float, float, float] | None:
    """The part of a box within another; None if there is none."""
    left, low = max(box[0], media[0]), max(box[1], media[1])
    right, top = min(box[2], media[2]), min(box[3], media[3])
    return (left, low, right, top) if left < right and low < top else None


def unit_of(page: object) -> float:
    """How many points a unit of a page's space is (14.11.2 and table 30, UserUnit); mostly one."""
    given = entry(page, "/UserUnit", FloatObject) or entry(page, "/UserUnit", NumberObject)
    return float(given) if given is not None and given > 0 else 1.0


def has_bleed(page: object) -> bool:
    """Whether a page goes on beyond where it is cut, on all sides."""
    bleed = [float(str(resolved(each))) for each in items(page, "/BleedBox")]
    if len(bleed) != 4:  # noqa: PLR2004 - two corners
        return False
    left, low, right, top = trim(page)
    return min(left - bleed[0], low - bleed[1], bleed[2] - right, bleed[3] - top) > SLIP


SLIP = 0.5
"""Points by which a bleed may be too narrow to count."""


def turned(page: object) -> int:
    """The degrees by which a page is turned clockwise when it is shown: 0, 90, 180 or 270."""
    angle = entry(page, "/Rotate", NumberObject) or 0
    return int(angle) // 90 * 90 % 360

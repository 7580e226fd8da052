"""Whether the letters that an appendix shows are as wide as its fonts' files say.

PDF/A and PDF/UA ask for it (ISO 19005-3, 6.2.11.5; ISO 14289-1, 7.21.5): a reader that lays text
out anew goes by the dictionary, one that draws it by the file. Only letters that are shown count.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from fontTools.agl import AGL2UV
from fontTools.cffLib import CFFFontSet
from fontTools.encodings.MacRoman import MacRoman
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.misc.psCharStrings import T2WidthExtractor
from fontTools.ttLib import TTFont
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from briefing.reading import entry, items, resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pypdf.generic import PdfObject

    Widths = Callable[[int], float | None]
    """The width of a code in thousandths of the size; None if it is not known."""

ALLOWED = 1.0
"""By how many thousandths of the size two widths may differ: makers round."""
_WHOLE = 1000
_SYMBOLIC = 4
_OWN = (0xF000, 0xF100, 0xF200)
"""Where a map of symbols has its codes (ISO 32000-1, 9.6.6.4)."""


def are_consistent(font: DictionaryObject, codes: Iterable[int]) -> bool:
    """Whether these codes of a font are as wide in its dictionary as in its file.

    What cannot be found out is no difference: a code that the file maps in a way of its own, a
    file in an old format (Type 1), a damaged one (which is told as letters that fonts lack).
    """
    try:
        pair = _of_composite(font) if font.get("/Subtype") == "/Type0" else _of_simple(font)
        if pair is None:
            return True
        said, has = pair
        return not any(_differ(said(code), has(code)) for code in codes)
    except Exception:  # noqa: BLE001 - a damaged font can fail anywhere in its reader
        return True


def _differ(said: float | None, has: float | None) -> bool:
    return said is not None and has is not None and abs(said - has) > ALLOWED


def _of_simple(font: DictionaryObject) -> tuple[Widths, Widths] | None:
    widths = entry(font, "/Widths", ArrayObject)
    descriptor = entry(font, "/FontDescriptor", DictionaryObject)
    if widths is None or descriptor is None:
        return None
    first = int(entry(font, "/FirstChar", NumberObject) or 0)
    missing = _number(descriptor.get("/MissingWidth")) or 0.0

    def said(code: int) -> float | None:
        at = code - first
        return _number(widths[at]) if 0 <= at < len(widths) else missing

    outlines = entry(descriptor, "/FontFile2", StreamObject)
    if outlines is not None:
        return said, _of_outlines(TTFont(BytesIO(outlines.get_data()), lazy=True), font, descriptor)
    bare = entry(descriptor, "/FontFile3", StreamObject)
    if bare is not None and bare.get("/Subtype") == "/Type1C":
        return said, _of_bare(bare.get_data(), font)
    return None


def _names(font: DictionaryObject, own: dict[int, str] | None) -> dict[int, str]:
    """The glyph of each code by name, as the encoding says; `own` is that of the font's file."""
    encoding = resolved(font.get("/Encoding"))
    base = encoding.get("/BaseEncoding") if isinstance(encoding, DictionaryObject) else encoding
    named = str(resolved(base))
    if named == "/WinAnsiEncoding":
        names = dict(_WINDOWS)
    elif named == "/MacRomanEncoding":
        names = dict(enumerate(MacRoman))
    elif own is not None and named != "/StandardEncoding":
        names = dict(own)
    else:
        names = dict(enumerate(StandardEncoding))
    code = 0
    for each in items(encoding, "/Differences") if isinstance(encoding, DictionaryObject) else ():
        value = resolved(each)
        if isinstance(value, NameObject):
            names[code] = str(value)[1:]
            code += 1
        elif isinstance(value, NumberObject):
            code = int(value)
    return names


def _windows() -> dict[int, str]:
    """The names of glyphs in Windows' encoding (ISO 32000-1, D.2)."""
    names: dict[int, str] = {}
    by_letter = {letter: name for name, letter in reversed(AGL2UV.items())}
    for code in range(0x20, 0x100):
        letter = bytes([code]).decode("cp1252", "replace")
        names[code] = by_letter.get(ord(letter), "bullet")
    return names | {0x20: "space", 0x2D: "hyphen", 0xA0: "space", 0xAD: "hyphen"}


_WINDOWS = _windows()


def _of_outlines(file: TTFont, font: DictionaryObject, descriptor: DictionaryObject) -> Widths:
    """The widths of a simple font's file: which glyph a code is, its maps say (9.6.6.4)."""
    flags = int(entry(descriptor, "/Flags", NumberObject) or 0)
    encoded = "/Encoding" in font and not flags & _SYMBOLIC
    names = _names(font, None) if encoded else {}
    maps = {(each.platformID, each.platEncID): each.cmap for each in file["cmap"].tables}
    letters, roman, symbols = maps.get((3, 1)), maps.get((1, 0), {}), maps.get((3, 0), {})
    order, advances = set(file.getGlyphOrder()), file["hmtx"]
    scale = _WHOLE / file["head"].unitsPerEm

    def glyph(code: int) -> Any:
        if encoded:
            name = names.get(code, ".notdef")
            if letters is not None and name in AGL2UV:
                return letters.get(AGL2UV[name])
            if name in _MAC:
                return roman.get(_MAC[name])
            return name if name in order and name != ".notdef" else None
        found = next((symbols[at + code] for at in (0, *_OWN) if at + code in symbols), None)
        return found or roman.get(code)

    def has(code: int) -> float | None:
        known = glyph(code)
        return None if known is None else advances[known][0] * scale

    return has


_MAC = {name: code for code, name in reversed(list(enumerate(MacRoman)))}


def _of_bare(data: bytes, font: DictionaryObject) -> Widths:
    """The widths of a simple font's file in the compact format."""
    top = _top(data)
    encoding = top.Encoding
    own = dict(enumerate(StandardEncoding if isinstance(encoding, str) else encoding))
    names = _names(font, own)
    scale = _scale(top)

    def has(code: int) -> float | None:
        name = names.get(code, ".notdef")
        known = name in top.CharStrings and name != ".notdef"
        return _advance(top.CharStrings[name]) * scale if known else None

    return has


def _of_composite(font: DictionaryObject) -> tuple[Widths, Widths] | None:
    """Both widths of a composite font whose codes are its glyphs' numbers."""
    below = items(font, "/DescendantFonts")
    descendant = resolved(below[0]) if below else None
    if not isinstance(descendant, DictionaryObject):
        return None
    if str(resolved(font.get("/Encoding"))) != "/Identity-H":
        return None
    given = _given(items(descendant, "/W"))
    usual = _number(descendant.get("/DW"))
    descriptor = entry(descendant, "/FontDescriptor", DictionaryObject)
    outlines = entry(descriptor, "/FontFile2", StreamObject)
    bare = entry(descriptor, "/FontFile3", StreamObject)

    def said(code: int) -> float | None:
        return given.get(code, _WHOLE if usual is None else usual)

    if outlines is not None:
        return said, _of_numbers(outlines.get_data(), descendant)
    if bare is not None and bare.get("/Subtype") == "/CIDFontType0C":
        return said, _of_bare_numbers(bare.get_data())
    return None


def _of_numbers(data: bytes, descendant: DictionaryObject) -> Widths:
    file = TTFont(BytesIO(data), lazy=True)
    order, advances = file.getGlyphOrder(), file["hmtx"]
    scale = _WHOLE / file["head"].unitsPerEm
    moved = entry(descendant, "/CIDToGIDMap", StreamObject)
    table = moved.get_data() if moved is not None else None

    def has(code: int) -> float | None:
        number = code if table is None else int.from_bytes(table[2 * code : 2 * code + 2])
        return advances[order[number]][0] * scale if number < len(order) else None

    return has


def _of_bare_numbers(data: bytes) -> Widths:
    top = _top(data)
    by_number = hasattr(top, "ROS")
    known = set(top.charset)
    scale = _scale(top)

    def has(code: int) -> float | None:
        if by_number:
            name = f"cid{code:05d}" if code else ".notdef"
        else:
            name = top.charset[code] if code < len(top.charset) else ""
        return _advance(top.CharStrings[name]) * scale if name in known else None

    return has


def _top(data: bytes) -> Any:
    known = CFFFontSet()
    known.decompile(BytesIO(data), None)
    return known[0]


def _scale(top: Any) -> float:
    return _WHOLE * float((getattr(top, "FontMatrix", None) or [0.001])[0])


def _advance(charstring: Any) -> float:
    """The width that stands before a glyph's drawing (Adobe's Technical Note 5177, 3.1)."""
    private = charstring.private
    reader = T2WidthExtractor(
        getattr(private, "Subrs", []),
        charstring.globalSubrs,
        private.nominalWidthX,
        private.defaultWidthX,
    )
    reader.execute(charstring)
    return float(reader.width)


def _given(parts: list[PdfObject]) -> dict[int, float]:
    """What a composite font's list of widths says of each code (9.7.4.3)."""
    widths: dict[int, float] = {}
    waiting = [resolved(each) for each in parts]
    at = 0
    while at + 1 < len(waiting):
        first, then = waiting[at], waiting[at + 1]
        if isinstance(then, ArrayObject):
            for step, each in enumerate(then):
                widths[int(str(first)) + step] = _number(each) or 0.0
            at += 2
            continue
        if at + 2 >= len(waiting):
            break
        start, end = int(str(first)), min(int(str(then)), 0xFFFF)
        widths |= dict.fromkeys(range(start, end + 1), _number(waiting[at + 2]) or 0.0)
        at += 3
    return widths


def _number(value: object) -> float | None:
    known = resolved(value)
    return float(known) if isinstance(known, FloatObject | NumberObject) else None

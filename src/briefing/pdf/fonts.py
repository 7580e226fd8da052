"""Faces in a file: one subset of each for the whole document, written as a composite font.

Type 0 with Identity-H (ISO 32000-1, 9.7): a code is the index of a glyph in the subset, so what
was shaped is what is shown. What each code says stands in a ToUnicode map. A glyph that says
several things, such as the hyphen of a compound and the one that a line's end adds, has a further
code behind the glyphs for each: whatever reads the file, searching finds the words.
"""

from __future__ import annotations

import hashlib
import struct
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

from briefing.drawing import Text
from briefing.pdf.objects import array, dictionary, name, numbers, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.drawing import Glyph, GlyphRun
    from briefing.fonts import Face
    from briefing.layout.pages import Pages
    from briefing.pdf.objects import Objects, Reference

PLAIN_TWINS = str.maketrans(
    {
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": "\N{THIN SPACE}",
        "\N{NON-BREAKING HYPHEN}": "-",
    }
)
"""Characters that only guide line breaking are read as their plain twins: search finds them."""

_SYMBOLIC, _ITALIC = 4, 64
_MAPPINGS_IN_A_BLOCK = 100


@dataclass(frozen=True, slots=True)
class Font:
    """A face as the file has it: for each glyph its code, its width and what it says.

    `others` are the codes of glyphs that say something else than usual, by glyph and words.
    """

    resource: str
    reference: Reference
    codes: dict[int, str]
    widths: dict[int, int]
    says: dict[int, str]
    others: dict[tuple[int, str], str]

    def code(self, glyph: Glyph) -> str:
        """The code that shows a glyph and says what it stands for."""
        other = self.others.get((glyph.index, said(glyph))) if self.others else None
        return other or self.codes[glyph.index]


def embed(
    objects: Objects, pages: Pages, faces: Mapping[str, Face], *, unseen: bool = False
) -> dict[str, Font]:
    """Embed every face that the pages use, under the names of the faces; `unseen` marks too."""
    seen = _glyphs(pages, unseen=unseen)
    return {
        face: _font(objects, f"F{place}", faces[face], seen[face])
        for place, face in enumerate(sorted(seen), 1)
    }


def said(glyph: Glyph) -> str:
    """The text of a glyph as it is read from the file."""
    return glyph.text.translate(PLAIN_TWINS)


@dataclass(slots=True)
class _Seen:
    """What the pages show of one glyph: its width and the texts it stands for."""

    width: int
    texts: Counter[str]


def _glyphs(pages: Pages, *, unseen: bool) -> dict[str, dict[int, _Seen]]:
    faces: dict[str, dict[int, _Seen]] = {}
    for page in pages.pages:
        for box in page.boxes:
            for mark in box.marks:
                if isinstance(mark, Text) and (unseen or not mark.unseen):
                    _see(mark.run, faces)
    return {face: seen for face, seen in faces.items() if seen}


def _see(run: GlyphRun, faces: dict[str, dict[int, _Seen]]) -> None:
    for glyph in run.glyphs:
        seen = faces.setdefault(glyph.face or run.face, {})
        known = seen.get(glyph.index)
        if known is None:
            known = seen[glyph.index] = _Seen(round(glyph.natural), Counter())
        if glyph.text:
            known.texts[glyph.text] += 1


def _font(objects: Objects, resource: str, face: Face, seen: dict[int, _Seen]) -> Font:
    program, places = face.subset(sorted(seen))
    tag = _subset_tag(program)
    base = f"{tag}+{_postscript_name(face)}"
    says = {index: _usual(face, index, each.texts) for index, each in seen.items()}
    widths = {index: each.width for index, each in seen.items()}
    embedded = objects.stream(program, Length1=len(program))
    descriptor = objects.add(_descriptor(face, base, embedded))
    glyphs = {places[index]: index for index in seen}
    words = {places[index]: says[index] for index in seen}
    others: dict[tuple[int, str], str] = {}
    for code, (index, other) in enumerate(_other_meanings(seen, says), max(glyphs) + 1):
        glyphs[code], words[code] = index, other
        others[index, other] = f"{code:04x}"
    descendant = objects.add(
        dictionary(
            Type=name("Font"),
            Subtype=name("CIDFontType2"),
            BaseFont=name(base),
            CIDSystemInfo=dictionary(
                Registry=text("Adobe"), Ordering=text("Identity"), Supplement=0
            ),
            FontDescriptor=descriptor,
            DW=0,
            W=array(
                (0, array(widths.get(glyphs.get(code, -1), 0) for code in range(max(glyphs) + 1)))
            ),
            CIDToGIDMap=objects.stream(_glyph_map(glyphs, places)) if others else name("Identity"),
        )
    )
    reference = objects.add(
        dictionary(
            Type=name("Font"),
            Subtype=name("Type0"),
            BaseFont=name(base),
            Encoding=name("Identity-H"),
            DescendantFonts=array((descendant,)),
            ToUnicode=objects.stream(_to_unicode(words)),
        )
    )
    codes = {index: f"{places[index]:04x}" for index in seen}
    return Font(resource, reference, codes, widths, says, others)


def _other_meanings(seen: Mapping[int, _Seen], says: Mapping[int, str]) -> list[tuple[int, str]]:
    """Each glyph with every text that it stands for beside its usual one."""
    meanings = {
        (index, other)
        for index, each in seen.items()
        for other in (words.translate(PLAIN_TWINS) for words in each.texts)
        if other != says[index]
    }
    return sorted(meanings)


def _glyph_map(glyphs: Mapping[int, int], places: Mapping[int, int]) -> bytes:
    """The glyph of each code: two bytes a code (9.7.4.3)."""
    row = [places[glyphs[code]] if code in glyphs else 0 for code in range(max(glyphs) + 1)]
    return struct.pack(f">{len(row)}H", *row)


def _usual(face: Face, index: int, texts: Counter[str]) -> str:
    """What a glyph says most often; the face's own word when it never begins a cluster."""
    heard: Counter[str] = Counter()
    for words, times in texts.items():
        heard[words.translate(PLAIN_TWINS)] += times
    if heard:
        return min(heard, key=lambda each: (-heard[each], each))
    characters = sorted(
        each for each in face.face.unicodes if face.font.get_nominal_glyph(each) == index
    )
    return chr(characters[0]) if characters else "\N{REPLACEMENT CHARACTER}"


def _subset_tag(program: bytes) -> str:
    """Six capitals that tell this subset from others (9.6.4)."""
    digest = hashlib.md5(program, usedforsecurity=False).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _postscript_name(face: Face) -> str:
    given = face.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or face.name
    return "".join(each for each in given if each.isascii() and (each.isalnum() or each in "-_"))


def _descriptor(face: Face, base: str, embedded: Reference) -> Any:
    def thousandths(units: float) -> float:
        return units * 1000 / int(face.face.upem)

    box = struct.unpack(">4h", face.face.reference_table("head").data[36:44])
    slant = struct.unpack(">i", face.face.reference_table("post").data[4:8])[0] / 65536
    weight = struct.unpack(">H", face.face.reference_table("OS/2").data[4:6])[0]
    metrics = face.metrics
    return dictionary(
        Type=name("FontDescriptor"),
        FontName=name(base),
        Flags=_SYMBOLIC | (_ITALIC if slant else 0),
        FontBBox=numbers(map(thousandths, box)),
        ItalicAngle=slant,
        Ascent=round(metrics.ascent),
        Descent=round(metrics.descent),
        CapHeight=round(metrics.cap_height),
        StemV=round(50 + (weight / 65) ** 2),
        FontFile2=embedded,
    )


def _to_unicode(says: dict[int, str]) -> bytes:
    """The map from codes to text (9.10.3)."""
    lines = [f"<{code:04x}> <{hexadecimal(words)}>" for code, words in sorted(says.items())]
    blocks = "\n".join(
        f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar"
        for block in _blocks(lines, _MAPPINGS_IN_A_BLOCK)
    )
    return _CMAP.format(blocks=blocks).encode()


def hexadecimal(words: str) -> str:
    """Words as the digits of a UTF-16 string, without the mark of byte order."""
    return words.encode("utf-16-be").hex()


def _blocks(lines: list[str], size: int) -> Iterable[list[str]]:
    return (lines[start : start + size] for start in range(0, len(lines), size))


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""

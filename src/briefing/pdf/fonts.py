"""Faces in a file: one subset of each for the whole document, written as a composite font.

Type 0 with Identity-H (ISO 32000-1, 9.7): a code is the index of a glyph in the subset, so what
was shaped is what is shown. What each code says stands in a ToUnicode map. A letter that takes
several glyphs is composed to one (`composed`). A glyph that says several things, such as the hyphen
of a compound and the one that a line's end adds, has a further code behind the glyphs for each:
whatever reads the file, searching finds the words.
"""

from __future__ import annotations

import hashlib
import struct
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import uharfbuzz as hb

from briefing.drawing import Text, clusters
from briefing.pdf.composed import Composed, composed, with_composed
from briefing.pdf.objects import array, dictionary, name, numbers, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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


Sign: TypeAlias = int | Composed
"""What one code shows: a glyph of the face by its index, or several that draw one letter."""


def sign_of(cluster: Sequence[Glyph]) -> Sign:
    """What shows the glyphs of a cluster."""
    return cluster[0].index if len(cluster) == 1 else composed(cluster)


@dataclass(frozen=True, slots=True)
class Font:
    """A face as the file has it: for each sign its code, and its width in thousandths of an em.

    `others` are the codes of signs that say something else than usual, by sign and words.
    """

    resource: str
    reference: Reference
    codes: dict[Sign, str]
    widths: dict[Sign, int]
    others: dict[tuple[Sign, str], str]

    def code(self, sign: Sign, words: str) -> str:
        """The code that shows a sign and says the words that it stands for."""
        other = self.others.get((sign, words.translate(PLAIN_TWINS))) if self.others else None
        return other or self.codes[sign]


def embed(
    objects: Objects, pages: Pages, faces: Mapping[str, Face], *, unseen: bool = False
) -> dict[str, Font]:
    """Embed every face that the pages use, under the names of the faces; `unseen` marks too."""
    seen = _signs(pages, unseen=unseen)
    return {
        face: _font(objects, f"F{place}", faces[face], seen[face])
        for place, face in enumerate(sorted(seen), 1)
    }


@dataclass(slots=True)
class _Seen:
    """What the pages show of one sign: its width, and the texts it stands for as they are read."""

    width: int
    texts: Counter[str]

    @property
    def usual(self) -> str:
        """What it says most often."""
        return min(self.texts, key=lambda each: (-self.texts[each], each))


def _signs(pages: Pages, *, unseen: bool) -> dict[str, dict[Sign, _Seen]]:
    faces: dict[str, dict[Sign, _Seen]] = {}
    for page in pages.pages:
        for box in page.boxes:
            for mark in box.marks:
                if isinstance(mark, Text) and (unseen or not mark.unseen):
                    _see(mark.run, faces)
    return {face: seen for face, seen in faces.items() if seen}


def _see(run: GlyphRun, faces: dict[str, dict[Sign, _Seen]]) -> None:
    for cluster in clusters(run.glyphs):
        seen = faces.setdefault(cluster[0].face or run.face, {})
        sign = sign_of(cluster)
        known = seen.get(sign)
        if known is None:
            width = sum(glyph.natural for glyph in cluster)
            known = seen[sign] = _Seen(round(width), Counter())
        known.texts[cluster[0].text.translate(PLAIN_TWINS)] += 1


def _font(objects: Objects, resource: str, face: Face, seen: dict[Sign, _Seen]) -> Font:
    program, places = _program(face, seen)
    tag = _subset_tag(program)
    base = f"{tag}+{_postscript_name(face)}"
    widths = {sign: each.width for sign, each in seen.items()}
    embedded = objects.stream(program, Length1=len(program))
    descriptor = objects.add(_descriptor(face, base, embedded))
    signs = {places[sign]: sign for sign in seen}
    words = {places[sign]: each.usual for sign, each in seen.items()}
    others: dict[tuple[Sign, str], str] = {}
    for code, (sign, other) in enumerate(_other_meanings(seen, places), max(signs) + 1):
        signs[code], words[code] = sign, other
        others[sign, other] = f"{code:04x}"
    measures = (widths[signs[code]] if code in signs else 0 for code in range(max(signs) + 1))
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
            W=array((0, array(measures))),
            CIDToGIDMap=objects.stream(_glyph_map(signs, places)) if others else name("Identity"),
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
    return Font(resource, reference, {s: f"{places[s]:04x}" for s in seen}, widths, others)


def _program(face: Face, seen: Iterable[Sign]) -> tuple[bytes, dict[Sign, int]]:
    """The face cut down to what draws the signs, and the glyph in it that shows each of them."""
    letters = sorted(sign for sign in seen if isinstance(sign, Composed))
    single = {sign for sign in seen if isinstance(sign, int)}
    parts = {part[0] for letter in letters for part in letter.parts}
    program, places = face.subset(sorted(single | parts))
    program, added = with_composed(program, letters, places)
    shown: dict[Sign, int] = {index: places[index] for index in single}
    return program, shown | dict(zip(letters, added, strict=True))


def _other_meanings(
    seen: Mapping[Sign, _Seen], places: Mapping[Sign, int]
) -> list[tuple[Sign, str]]:
    """Each sign with every text that it stands for beside its usual one."""
    meanings = [
        (sign, other) for sign, each in seen.items() for other in each.texts if other != each.usual
    ]
    return sorted(meanings, key=lambda meaning: (places[meaning[0]], meaning[1]))


def _glyph_map(signs: Mapping[int, Sign], places: Mapping[Sign, int]) -> bytes:
    """The glyph of each code: two bytes a code (9.7.4.3)."""
    row = [places[signs[code]] if code in signs else 0 for code in range(max(signs) + 1)]
    return struct.pack(f">{len(row)}H", *row)


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
    lines = [f"<{code:04x}> <{_hexadecimal(words)}>" for code, words in sorted(says.items())]
    blocks = "\n".join(
        f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar"
        for block in _blocks(lines, _MAPPINGS_IN_A_BLOCK)
    )
    return _CMAP.format(blocks=blocks).encode()


def _hexadecimal(words: str) -> str:
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

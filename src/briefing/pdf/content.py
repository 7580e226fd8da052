"""What an appendix's content does that PDF/A forbids, as far as can be told without a validator.

Letters that its fonts do not have, or that say nothing; operators that nobody knows; limits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

from briefing.maps import font, strings
from briefing.operators import SHOWING, operations
from briefing.pdf.widths import are_consistent
from briefing.reading import (
    content_of,
    entry,
    identifier,
    items,
    number_of,
    property_list,
    resolved,
)
from briefing.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pypdf.generic import IndirectObject

    from briefing.operators import Operation

KNOWN = frozenset(
    b"b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M"
    b" MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y"
    b" ' \"".split()
)
"""The operators that there are (ISO 32000-1, table A.1); one match has a whole inline picture."""

INTENTS = (b"/RelativeColorimetric", b"/AbsoluteColorimetric", b"/Perceptual", b"/Saturation")
_NUMBERED = frozenset({"/Identity-H", "/Identity-V"})
_LACKING = "letters that their fonts do not have"
DEEPEST = 28
"""How many graphics states may be saved within each other (ISO 19005-3, 6.1.13)."""
LARGEST = 2_147_483_647
"""The largest whole number, likewise."""

_FORBIDDEN = re.compile(rb"/(?:F|Filter)\s*\[?[^\]]*?/(?:LZW|LZWDecode|Crypt)\b")
_NUMBERS = re.compile(rb"(?<![\w.#/(<])[-+]?\d{10,}(?![\w.])")
_UNSAID = frozenset(
    {"", "\0", "\N{ZERO WIDTH NO-BREAK SPACE}", "\ufffe", "\N{REPLACEMENT CHARACTER}"}
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
"""Letters of private use: each font draws what it likes for them."""
_UNSEEN = b"3"
"""The mode of showing text that draws nothing (ISO 32000-1, table 106)."""


@dataclass(slots=True)
class Looked:
    """What was found: in the words of a warning, why a file is no PDF/A, or is not accessible.

    `unsaid` is what level A of PDF/A alone does not allow.
    """

    unsound: set[str] = field(default_factory=set)
    unheard: set[str] = field(default_factory=set)
    unsaid: set[str] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)
    fonts: dict[int, _Face] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Face:
    """A font: what its codes say, and which glyphs it has (None if unknown); what is shown of it.

    `composite` fonts are those whose codes are their glyphs' numbers.
    """

    font: DictionaryObject
    composite: bool
    says: dict[int, str]
    has: frozenset[int] | None
    unmapped: bool
    shown: set[int] = field(default_factory=set)


def look_at_content(
    pages: Iterable[IndirectObject], parents: Mapping[int, object] | None = None
) -> Looked:
    """Look through the content of pages and of the forms that they draw.

    `parents` is the structure's parent tree: the elements of each stream by their numbers.
    """
    looked = Looked()
    for page in pages:
        resources = entry(page, "/Resources", DictionaryObject) or DictionaryObject()
        elements = _elements(page, parents or {})
        _Stream(looked, resources, parents or {}, elements).read(content_of(page))
    with remarks("fontTools"):
        consistent = all(are_consistent(each.font, each.shown) for each in looked.fonts.values())
    if not consistent:
        looked.unsound.add("letters that are not as wide as their fonts' files say")
    return looked


def _elements(stream: object, parents: Mapping[int, object]) -> ArrayObject:
    number = entry(stream, "/StructParents", NumberObject)
    known = None if number is None else resolved(parents.get(int(number)))
    return known if isinstance(known, ArrayObject) else ArrayObject()


@dataclass(slots=True)
class _Stream:
    """A stream under way: what is set, and how deep in states and sequences."""

    looked: Looked
    resources: DictionaryObject
    parents: Mapping[int, object]
    elements: ArrayObject
    face: _Face | None = None
    unseen: bool = False
    open_: list[str] = field(default_factory=list)
    spoken: list[bool] = field(default_factory=list)

    def read(self, data: bytes) -> None:
        saved: list[tuple[_Face | None, bool]] = []
        for each in operations(data):
            if each.operator == b"q":
                saved.append((self.face, self.unseen))
                if len(saved) > DEEPEST:
                    self.looked.unsound.add("more graphics states within each other than 28")
            elif each.operator == b"Q" and saved:
                self.face, self.unseen = saved.pop()
            elif each.operator in SHOWING:
                self._shown(each.operands)
            else:
                self._take(each, data)

    def _take(self, each: Operation, data: bytes) -> None:
        if each.operator in _DONE:
            _DONE[each.operator](self, each.operands)
        elif each.operator not in KNOWN:
            self.looked.unsound.add("operators that nobody knows")
        elif each.operator == b"BI":
            if _FORBIDDEN.search(data[each.start : each.end]):
                self.looked.unsound.add("pictures that are packed in a way that is not allowed")
        elif self._is_too_large(each.operands):
            self.looked.unsound.add("numbers too large")

    def intend(self, operands: bytes) -> None:
        """A rendering intent is chosen."""
        if operands.strip() not in INTENTS:
            self.looked.unsound.add("a rendering intent that nobody knows")

    def close(self, operands: bytes) -> None:
        """A sequence ends."""
        del operands, self.open_[-1:], self.spoken[-1:]

    def show_so(self, operands: bytes) -> None:
        """How text is shown, if at all."""
        self.unseen = operands.strip() == _UNSEEN

    def _is_too_large(self, operands: bytes) -> bool:
        return any(abs(int(number)) > LARGEST for number in _NUMBERS.findall(operands))

    def begin(self, operands: bytes) -> None:
        """Artifacts and what is tagged stand apart (ISO 14289-1, 7.1)."""
        kind = ""
        number = identifier(operands, self.resources)
        if operands.lstrip().startswith(b"/Artifact"):
            kind = "artifact"
        elif number is not None:
            kind = "tagged"
        self.spoken.append(any(self.spoken[-1:]) or self._has_words(operands, number))
        if kind and {*self.open_, kind} >= {"artifact", "tagged"}:
            self.looked.unheard.add("what is tagged and what is decoration stand in each other")
        self.open_.append(kind)

    def _has_words(self, operands: bytes, number: int | None) -> bool:
        """Whether a sequence or its element has words that are read in place of its letters."""
        if b"/ActualText" in operands:
            return True
        element = self.elements[number] if number is not None and number < len(self.elements) else 0
        lists = (property_list(operands, self.resources), resolved(element))
        return any(isinstance(each, DictionaryObject) and "/ActualText" in each for each in lists)

    def choose(self, operands: bytes) -> None:
        """A font is chosen."""
        name = operands.split()[0].decode("latin-1") if operands.split() else ""
        fonts = entry(self.resources, "/Font", DictionaryObject)
        chosen = entry(fonts, NameObject(name), DictionaryObject)
        self.face = None
        if fonts is None or chosen is None:
            return
        composite = chosen.get("/Subtype") == "/Type0"
        if composite and str(resolved(chosen.get("/Encoding"))) not in _NUMBERED:
            return
        number = number_of(fonts.raw_get(name))
        key = -1 - len(self.looked.fonts) if number is None else number
        if key not in self.looked.fonts:
            self.looked.fonts[key] = _Face(
                chosen,
                composite,
                font(chosen).says,
                glyphs_of(chosen) if composite else None,
                "/ToUnicode" not in chosen,
            )
        self.face = self.looked.fonts[key]

    def _shown(self, operands: bytes) -> None:
        face = self.face
        if face is None:
            return
        codes, odd = _codes(operands, composite=face.composite)
        if not self.unseen:
            face.shown.update(codes)
        if face.composite:
            missing = face.has is not None and not codes <= face.has
            if odd or 0 in codes or missing:
                self.looked.unsound.add(_LACKING)
            elif not face.unmapped and any(face.says.get(each, "") in _UNSAID for each in codes):
                self.looked.unheard.add("letters of which no reader can say what they are")
        if not any(self.spoken[-1:]) and "artifact" not in self.open_:
            said = "".join(face.says.get(each, "") for each in codes)
            if _PRIVATE.search(said):
                self.looked.unsaid.add("letters of private use, without words for them")

    def draw(self, operands: bytes) -> None:
        """A form is drawn: it is read once."""
        drawn = entry(self.resources, "/XObject", DictionaryObject)
        name = operands.strip().decode("latin-1")
        form = entry(drawn, NameObject(name), StreamObject)
        if drawn is None or form is None or form.get("/Subtype") != "/Form":
            return
        number = number_of(drawn.raw_get(name))
        if number is None or number in self.looked.seen:
            return
        self.looked.seen.add(number)
        own = entry(form, "/Resources", DictionaryObject) or self.resources
        drawn_by = _Stream(
            self.looked,
            own,
            self.parents,
            _elements(form, self.parents),
            self.face,
            self.unseen,
            list(self.open_),
            list(self.spoken),
        )
        drawn_by.read(form.get_data())


_DONE: dict[bytes, Callable[[_Stream, bytes], None]] = {
    b"ri": _Stream.intend,
    b"BMC": _Stream.begin,
    b"BDC": _Stream.begin,
    b"EMC": _Stream.close,
    b"Tf": _Stream.choose,
    b"Tr": _Stream.show_so,
    b"Do": _Stream.draw,
}


def _codes(operands: bytes, *, composite: bool) -> tuple[set[int], bool]:
    """The codes that are shown, and whether half a code is left over."""
    codes: set[int] = set()
    odd = False
    for shown in strings(operands):
        if composite:
            codes.update(int.from_bytes(shown[at : at + 2]) for at in range(0, len(shown), 2))
            odd = odd or len(shown) % 2 > 0
        else:
            codes.update(shown)
    return codes, odd


def glyphs_of(composite: DictionaryObject) -> frozenset[int] | None:
    """The codes of a font with the encoding Identity that its file has; None if that is unknown."""
    below = items(composite, "/DescendantFonts")
    descendant = resolved(below[0]) if below else None
    descriptor = entry(descendant, "/FontDescriptor", DictionaryObject)
    bare = entry(descriptor, "/FontFile3", StreamObject)
    outlines = entry(descriptor, "/FontFile2", StreamObject)
    try:
        if outlines is not None and isinstance(descendant, DictionaryObject):
            if str(resolved(descendant.get("/CIDToGIDMap", "/Identity"))) != "/Identity":
                return None
            return _of_outlines(outlines.get_data())
        if bare is not None and bare.get("/Subtype") == "/CIDFontType0C":
            return _of_bare(bare.get_data())
    except Exception:  # noqa: BLE001 - a damaged font can fail anywhere in its reader
        return frozenset()
    return None


def _of_outlines(data: bytes) -> frozenset[int]:
    return frozenset(range(TTFont(BytesIO(data), lazy=True)["maxp"].numGlyphs))


def _of_bare(data: bytes) -> frozenset[int]:
    known = CFFFontSet()
    known.decompile(BytesIO(data), None)
    top = known[0]
    if not hasattr(top, "ROS"):
        return frozenset(range(len(top.charset)))
    return frozenset(int(each[3:]) for each in top.charset if each[3:].isdigit()) | {0}

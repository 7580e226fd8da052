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
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from briefing.maps import font, strings
from briefing.operators import SHOWING, operations
from briefing.reading import content_of, entry, identifier, items, number_of, resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pypdf.generic import IndirectObject

    from briefing.operators import Operation

KNOWN = frozenset(
    b"b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M"
    b" MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y"
    b" ' \"".split()
)
"""The operators that there are (ISO 32000-1, table A.1); one match has a whole inline picture."""

INTENTS = (b"/RelativeColorimetric", b"/AbsoluteColorimetric", b"/Perceptual", b"/Saturation")
DEEPEST = 28
"""How many graphics states may be saved within each other (ISO 19005-3, 6.1.13)."""
LARGEST = 2_147_483_647
"""The largest whole number, likewise."""

_FORBIDDEN = re.compile(rb"/(?:F|Filter)\s*\[?[^\]]*?/(?:LZW|LZWDecode|Crypt)\b")
_NUMBERS = re.compile(rb"(?<![\w.#/(<])[-+]?\d{10,}(?![\w.])")
_UNSAID = frozenset(
    {"", "\0", "\N{ZERO WIDTH NO-BREAK SPACE}", "\ufffe", "\N{REPLACEMENT CHARACTER}"}
)


@dataclass(slots=True)
class Looked:
    """What was found: in the words of a warning, why a file is no PDF/A, or is not accessible."""

    unsound: set[str] = field(default_factory=set)
    unheard: set[str] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)
    fonts: dict[int, _Face] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Face:
    """A composite font: what its codes say, and which glyphs it has; None if that is unknown."""

    says: dict[int, str]
    has: frozenset[int] | None
    unmapped: bool


def look_at_content(pages: Iterable[IndirectObject]) -> Looked:
    """Look through the content of pages and of the forms that they draw."""
    looked = Looked()
    for page in pages:
        resources = entry(page, "/Resources", DictionaryObject) or DictionaryObject()
        _Stream(looked, resources).read(content_of(page))
    return looked


@dataclass(slots=True)
class _Stream:
    """A stream under way: what is set, and how deep in states and sequences."""

    looked: Looked
    resources: DictionaryObject
    face: _Face | None = None
    depth: int = 0
    open_: list[str] = field(default_factory=list)

    def read(self, data: bytes) -> None:
        saved: list[_Face | None] = []
        for each in operations(data):
            if each.operator == b"q":
                saved.append(self.face)
                if len(saved) > DEEPEST:
                    self.looked.unsound.add("more graphics states within each other than 28")
            elif each.operator == b"Q" and saved:
                self.face = saved.pop()
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
        del operands, self.open_[-1:]

    def _is_too_large(self, operands: bytes) -> bool:
        return any(abs(int(number)) > LARGEST for number in _NUMBERS.findall(operands))

    def begin(self, operands: bytes) -> None:
        """Artifacts and what is tagged stand apart (ISO 14289-1, 7.1)."""
        kind = ""
        if operands.lstrip().startswith(b"/Artifact"):
            kind = "artifact"
        elif identifier(operands, self.resources) is not None:
            kind = "tagged"
        if kind and {*self.open_, kind} >= {"artifact", "tagged"}:
            self.looked.unheard.add("what is tagged and what is decoration stand in each other")
        self.open_.append(kind)

    def choose(self, operands: bytes) -> None:
        """A font is chosen."""
        name = operands.split()[0].decode("latin-1") if operands.split() else ""
        fonts = entry(self.resources, "/Font", DictionaryObject)
        chosen = entry(fonts, NameObject(name), DictionaryObject)
        self.face = None
        if fonts is None or chosen is None or chosen.get("/Subtype") != "/Type0":
            return
        if str(resolved(chosen.get("/Encoding"))) not in ("/Identity-H", "/Identity-V"):
            return
        number = number_of(fonts.raw_get(name))
        key = -1 - len(self.looked.fonts) if number is None else number
        if key not in self.looked.fonts:
            self.looked.fonts[key] = _Face(
                font(chosen).says, glyphs_of(chosen), "/ToUnicode" not in chosen
            )
        self.face = self.looked.fonts[key]

    def _shown(self, operands: bytes) -> None:
        face = self.face
        if face is None:
            return
        for shown in strings(operands):
            codes = {int.from_bytes(shown[at : at + 2]) for at in range(0, len(shown), 2)}
            missing = face.has is not None and not codes <= face.has
            if len(shown) % 2 or 0 in codes or missing:
                self.looked.unsound.add("letters that their fonts do not have")
            elif not face.unmapped and any(face.says.get(each, "") in _UNSAID for each in codes):
                self.looked.unheard.add("letters of which no reader can say what they are")

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
        _Stream(self.looked, own, self.face, self.depth + 1, list(self.open_)).read(form.get_data())


_DONE: dict[bytes, Callable[[_Stream, bytes], None]] = {
    b"ri": _Stream.intend,
    b"BMC": _Stream.begin,
    b"BDC": _Stream.begin,
    b"EMC": _Stream.close,
    b"Tf": _Stream.choose,
    b"Do": _Stream.draw,
}


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

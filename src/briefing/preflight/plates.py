"""A page rewritten as one plate: every colour becomes the grey of the ink that it lays there.

Of what one plate shows, outlines, words, clips, masks and transparency are those of the page; only
colours are others. So a renderer that knows nothing of inks shows where each ink lies: the sum of
all at once where objects knock each other out, or ink by ink where they overprint (8.6.7) or blend.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from briefing.operators import SHOWING
from briefing.preflight import samples
from briefing.preflight.functions import floats, values
from briefing.preflight.painted import PROCESS
from briefing.preflight.spaces import space
from briefing.reading import entry, number_of, resolved

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.operators import Operation
    from briefing.preflight.painted import Bounds, Matrix, Tint
    from briefing.preflight.reader import Reader

TOTAL = "all inks"
"""The plate that shows the sum of all inks; its darkest is `FULL` per cent."""

FULL = 400.0
_SAMPLES = 64
_COLOURS = frozenset(b"g G rg RG k K cs CS sc SC scn SCN".split())
_STROKES = frozenset(b"G RG K CS SC SCN".split())
_DROPPED = frozenset(b"ri i MP DP BMC BDC EMC BX EX d0 d1".split())
_PAINTS = {
    b"f": (True, False),
    b"F": (True, False),
    b"f*": (True, False),
    b"S": (False, True),
    b"s": (False, True),
    b"B": (True, True),
    b"B*": (True, True),
    b"b": (True, True),
    b"b*": (True, True),
}
_KEPT = ("/ca", "/CA", "/BM", "/SMask", "/LW", "/AIS", "/TK", "/SA")
_MASKED = re.compile(rb"/(?:IM|ImageMask)\s*true")
_SIZE = re.compile(rb"[-+]?[.\d]+\s*$")


@dataclass(slots=True)
class Plate:
    """The page as one plate, under way: its content, its resources, what could not be turned."""

    name: str
    out: bytearray = field(default_factory=bytearray)
    resources: dict[str, dict[str, PdfObject]] = field(default_factory=dict)
    names: dict[tuple[str, object], str] = field(default_factory=dict)
    open: list[int] = field(default_factory=lambda: [0])
    unmeasured: set[str] = field(default_factory=set)
    """What is given in inks and still could not be turned; what is in RGB is told as that."""

    def begin(self, tint: Tint) -> None:
        """Set both colours to the one that a page begins with."""
        level = 1 - (self.level(tint, overprint=False, mode=0) or 0.0)
        self.out += b"%.4f g %.4f G\n" % (level, level)

    def level(self, tint: Tint, *, overprint: bool, mode: int) -> float | None:
        """The share of this plate that a colour lays; None where it leaves the plate alone."""
        if tint.inks is None:
            return 0.0
        if self.name == TOTAL:
            return min(1.0, (tint.total or 0.0) / FULL)
        share = dict(tint.inks).get(self.name)
        if overprint:
            if share is None and (tint.space.startswith(("Sep", "Dev", "ICC"))):
                whole = tint.space in {"DeviceGray", "ICC grey"} and self.name in PROCESS
                return 0.0 if whole else None
            if mode == 1 and tint.space == "DeviceCMYK" and not share:
                return None
        return share or 0.0

    # -- what is heard -----------------------------------------------------------------------------

    def enter(self, matrix: Matrix, box: Bounds | None) -> None:
        """Open a form up."""
        self.open.append(0)
        self.out += b"q %b cm\n" % b" ".join(b"%.5f" % each for each in matrix)
        if box is not None:
            corner = (box.left, box.bottom, box.width, box.height)
            self.out += b"%.3f %.3f %.3f %.3f re W n\n" % corner

    def leave(self) -> None:
        """Close it, and every state that it left open."""
        self.out += b"Q\n" * (self.open.pop() + 1)

    def take(self, each: Operation, raw: bytes, reader: Reader) -> None:
        """Turn one operation."""
        turn = _TURNS.get(each.operator)
        if turn is not None:
            turn(self, each, raw, reader)
        elif each.operator not in _DROPPED:
            self.out += raw + b"\n"

    def nest(self, each: Operation, _raw: bytes, _reader: Reader) -> None:
        """Keep or restore the state, never more often than it was kept."""
        operator = each.operator
        if operator == b"q":
            self.open[-1] += 1
        elif self.open[-1]:
            self.open[-1] -= 1
        else:
            return
        self.out += operator + b"\n"

    def colour(self, each: Operation, _: bytes, reader: Reader) -> None:
        """Set a colour: the grey of what it lays here."""
        stroke = each.operator in _STROKES
        tint = reader.state.stroke if stroke else reader.state.fill
        if tint.inks is None and b"/" in each.operands and each.operator in {b"scn", b"SCN"}:
            self._pattern(each, reader, stroke=stroke)
            return
        level = self.level(tint, overprint=False, mode=0) or 0.0
        self.out += b"%.4f %b\n" % (1 - level, b"G" if stroke else b"g")

    def _lays(self, reader: Reader, *, stroke: bool) -> bool:
        state = reader.state
        tint = state.stroke if stroke else state.fill
        over = state.overprint_stroke if stroke else state.overprint_fill
        return self.level(tint, overprint=over, mode=state.mode) is not None

    def paint(self, each: Operation, raw: bytes, reader: Reader) -> None:
        """Paint a path, as far as it lays anything here."""
        operator = each.operator
        fill, stroke = _PAINTS[operator]
        lays = (
            fill and self._lays(reader, stroke=False),
            stroke and self._lays(reader, stroke=True),
        )
        if lays == (fill, stroke):
            self.out += raw + b"\n"
            return
        closes = b"h " if operator in {b"s", b"b", b"b*"} else b""
        odd = b"*" if operator.endswith(b"*") else b""
        left = {(False, False): b"n", (True, False): b"f" + odd, (False, True): b"S"}[lays]
        self.out += closes + left + b"\n"

    def show(self, _: Operation, raw: bytes, reader: Reader) -> None:
        """Show words, unless they leave this plate alone."""
        if self._lays(reader, stroke=reader.state.render == 1):
            self.out += raw + b"\n"
        else:
            self.out += b"3 Tr %b %d Tr\n" % (raw, reader.state.render)

    def _keep(self, kind: str, key: object, value: PdfObject) -> bytes:
        """A resource under a name of its own."""
        name = self.names.get((kind, key))
        if name is None:
            name = self.names[kind, key] = f"/X{len(self.names)}"
            self.resources.setdefault(kind, {})[name] = value
        return name.encode()

    def font(self, each: Operation, _: bytes, reader: Reader) -> None:
        """Choose a font, under its name here."""
        raw, size = reader.state.font_raw, _SIZE.search(each.operands)
        if isinstance(raw, PdfObject) and size:
            key = number_of(raw) or (reader.path, reader.state.font_name)
            self.out += b"%b %b Tf\n" % (self._keep("/Font", key, raw), size[0])

    def state(self, each: Operation, _: bytes, reader: Reader) -> None:
        """Set a graphics state: transparency and masks are kept."""
        name, raw = reader.named("/ExtGState", each.operands)
        held = resolved(raw)
        if not isinstance(held, DictionaryObject):
            return
        kept = DictionaryObject(
            {NameObject(key): held.raw_get(key) for key in _KEPT if key in held}
        )
        if kept:
            key = number_of(raw) or (reader.path, name)
            self.out += b"%b gs\n" % self._keep("/ExtGState", key, kept)

    def picture(self, each: Operation, _: bytes, reader: Reader) -> None:
        """Draw a picture in greys."""
        name, raw = reader.named("/XObject", each.operands)
        held = resolved(raw)
        if not isinstance(held, StreamObject) or held.get("/Subtype") != "/Image":
            return
        if resolved(held.get("/ImageMask")) == True:  # noqa: E712 - pypdf's own boolean
            turned: PdfObject | None = raw
        else:
            turned = self._grey(held, reader)
        if turned is None:
            if not space(held.get("/ColorSpace"), reader.resources).is_rgb:
                self.unmeasured.add(f"picture {name}")
            return
        key = number_of(raw) or (reader.path, name)
        self.out += b"%b Do\n" % self._keep("/XObject", key, turned)

    def _grey(self, held: StreamObject, reader: Reader) -> PdfObject | None:
        known = space(held.get("/ColorSpace"), reader.resources)
        laid = samples.inks(held, known)
        if laid is None:
            return None
        if self.name == TOTAL:
            level = sum(laid.values()) / (FULL / 100)
        else:
            level = laid.get(self.name, 0.0)
        shape = next(iter(laid.values())).shape
        tones = np.clip(255 * (1 - np.broadcast_to(level, shape)), 0, 255).astype(np.uint8)
        picture = Image.fromarray(tones)
        made = DecodedStreamObject()
        made.set_data(picture.tobytes())
        made.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Image"),
                NameObject("/Width"): NumberObject(picture.width),
                NameObject("/Height"): NumberObject(picture.height),
                NameObject("/BitsPerComponent"): NumberObject(8),
                NameObject("/ColorSpace"): NameObject("/DeviceGray"),
            }
        )
        for key in ("/SMask", "/Mask"):
            mask = entry(held, key, StreamObject)
            if mask is not None:
                made[NameObject(key)] = held.raw_get(key)
        return made

    def inline(self, _each: Operation, raw: bytes, _reader: Reader) -> None:
        """Draw a picture written into the content, if it is a mask."""
        if _MASKED.search(raw.partition(b"ID")[0]):
            self.out += raw + b"\n"
        else:
            self.unmeasured.add("inline picture")

    # -- shadings and patterns ---------------------------------------------------------------------

    def shade(self, each: Operation, _: bytes, reader: Reader) -> None:
        """Fill with a shading in greys."""
        name, raw = reader.named("/Shading", each.operands)
        turned = self._turned(resolved(raw), reader, f"shading {name}")
        if turned is not None:
            key = number_of(raw) or (reader.path, name)
            self.out += b"%b sh\n" % self._keep("/Shading", key, turned)

    def _turned(self, held: object, reader: Reader, name: str) -> DictionaryObject | None:
        """A shading along a line or a circle in the greys of this plate; None for all others."""
        kind = resolved(held.get("/ShadingType")) if isinstance(held, DictionaryObject) else 0
        tones = self._tones(held, reader) if kind in (2, 3) else None
        if not isinstance(held, DictionaryObject):
            return None
        if tones is None:
            if not space(held.get("/ColorSpace"), reader.resources).is_rgb:
                self.unmeasured.add(name)
            return None
        low, high = (floats(held, "/Domain") or [0.0, 1.0])[:2]
        function = DecodedStreamObject()
        function.set_data(bytes(tones))
        function.update(
            {
                NameObject("/FunctionType"): NumberObject(0),
                NameObject("/Domain"): _floats(low, high),
                NameObject("/Range"): _floats(0, 1),
                NameObject("/Size"): ArrayObject([NumberObject(_SAMPLES)]),
                NameObject("/BitsPerSample"): NumberObject(8),
            }
        )
        made = DictionaryObject({NameObject(key): held.raw_get(key) for key in held})
        made.pop("/Background", None)
        made[NameObject("/ColorSpace")] = NameObject("/DeviceGray")
        made[NameObject("/Function")] = function
        return made

    def _tones(self, held: object, reader: Reader) -> list[int] | None:
        if not isinstance(held, DictionaryObject):
            return None
        known = space(held.get("/ColorSpace"), reader.resources)
        low, high = (floats(held, "/Domain") or [0.0, 1.0])[:2]
        tones = []
        for step in range(_SAMPLES):
            found = values(held.get("/Function"), low + (high - low) * step / (_SAMPLES - 1))
            if found is None or known.is_rgb:
                return None
            level = self.level(known.tint(found), overprint=False, mode=0) or 0.0
            tones.append(round(255 * (1 - level)))
        return tones

    def _pattern(self, each: Operation, reader: Reader, *, stroke: bool) -> None:
        """A pattern's shading as one of greys; a pattern's cell as the most that it lays."""
        name, raw = reader.named("/Pattern", each.operands)
        held = resolved(raw)
        if isinstance(held, DictionaryObject) and "/Shading" in held:
            turned = self._turned(resolved(held.get("/Shading")), reader, f"pattern {name}")
            if turned is None:
                self.out += b"1 %b\n" % (b"G" if stroke else b"g")
                return
            made = DictionaryObject({NameObject(key): held.raw_get(key) for key in held})
            made[NameObject("/Shading")] = turned
            known = self._keep("/Pattern", number_of(raw) or (reader.path, name), made)
            words = (b"/Pattern CS %b SCN\n", b"/Pattern cs %b scn\n")[not stroke]
            self.out += words % known
            return
        cell = (*reader.path, f"pattern {name}")
        levels = [
            self.level(one.tint, overprint=False, mode=0) or 0.0
            for one in reader.painted
            if one.path[: len(cell)] == cell
        ]
        self.out += b"%.4f %b\n" % (1 - max(levels, default=0.0), b"G" if stroke else b"g")


def _floats(*given: float) -> ArrayObject:
    return ArrayObject([FloatObject(each) for each in given])


_TURNS: dict[bytes, Callable[[Plate, Operation, bytes, Reader], None]] = {
    **dict.fromkeys(_COLOURS, Plate.colour),
    **dict.fromkeys(_PAINTS, Plate.paint),
    **dict.fromkeys(SHOWING, Plate.show),
    b"Tf": Plate.font,
    b"gs": Plate.state,
    b"Do": Plate.picture,
    b"sh": Plate.shade,
    b"BI": Plate.inline,
    b"q": Plate.nest,
    b"Q": Plate.nest,
}

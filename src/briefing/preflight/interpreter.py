"""A page's content carried out: its state, forms, patterns, letters → painted objects as values.

The interpreter of ISO 32000-1, 8 and 9, as far as preflight asks: it draws nothing, and says of
each object where it is, in which inks, how wide, how large, how fine. Files come from anyone:
depth, amount and circles are limited, and what cannot be read is told.
"""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Protocol

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from briefing.operators import operations
from briefing.preflight.letters import Letters, letters
from briefing.preflight.numeric import (
    COMMENT,
    NAME,
    NUMBER,
    bounds_of,
    id_of,
    matrix,
    matrix_of,
    number_or,
    numbers,
    scale,
)
from briefing.preflight.opened import content, entry, inherited, number_of, resolved, strings
from briefing.preflight.painted import (
    IDENTITY,
    PROCESS,
    Bounds,
    Kind,
    Matrix,
    Met,
    Painted,
    Role,
    Seen,
    Spot,
    Tint,
    times,
)
from briefing.preflight.spaces import CMYK, GREY, PATTERN, RGB, Space, space
from briefing.preflight.state import EVERYWHERE, STATES, State, nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pypdf.generic import PdfObject

    from briefing.operators import Operation

DEEPEST = 16
"""How many forms and patterns may stand within each other before they count as endless."""

OPERATIONS = 1_000_000
"""How many operations of a file are read; a page of words has some hundreds."""

PAINTED = 200_000
"""How many objects of a page are kept."""

LETTERS = 256
"""How many letters of a font of type 3 are looked into."""

_ASCENT, _DESCENT = 0.75, -0.22
_UNSEEN = frozenset({3, 7})
_FILLED = frozenset({0, 2, 4, 6})
_STROKED = frozenset({1, 2, 5, 6})
_PIECE = re.compile(
    rb"(<[0-9A-Fa-f\s]*>|\((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*\))*\))|([-+]?(?:\d+\.?\d*|\.\d+))",
    re.DOTALL,
)
_INLINE = {
    key: re.compile(rb"/(?:%b)\s*(?:/?([\w.]+))" % key)
    for key in (b"W|Width", b"H|Height", b"BPC|BitsPerComponent", b"CS|ColorSpace", b"IM|ImageMask")
}
_CORNERS = 5
_PARTS = 256


class Echo(Protocol):
    """Who wants to hear each operation as it is carried out, forms opened up."""

    def enter(self, matrix: Matrix, box: Bounds | None) -> None:
        """A form begins, in its own space and within its box."""

    def leave(self) -> None:
        """The form ends."""

    def take(self, each: Operation, raw: bytes, reader: Reader) -> None:
        """One operation was carried out; `raw` is how it is written."""


@dataclass(slots=True)
class Ledger:
    """What the pages of one file share: fonts read once, and how much may still be read."""

    fonts: dict[int, Letters] = field(default_factory=dict)
    left: int = OPERATIONS
    spelled: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Reader:
    """A page under way: everything found so far, and the state that it is found in."""

    ledger: Ledger
    resources: DictionaryObject
    echo: Echo | None = None
    path: tuple[str, ...] = ()
    base: Matrix = IDENTITY
    state: State = field(default_factory=State)
    stack: list[State] = field(default_factory=list)
    painted: list[Painted] = field(default_factory=list)
    met: list[Met] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    unread: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    known: set[tuple[object, ...]] = field(default_factory=set)
    within: tuple[int, ...] = ()
    repeated: bool = False
    text: Matrix = IDENTITY
    line: Matrix = IDENTITY
    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    curved: bool = False
    clipping: bool = False
    raw: bytes = b""

    # -- streams -----------------------------------------------------------------------------------

    def read(self, data: bytes) -> None:
        """Carry out every operation of a stream."""
        done, depth = 0, len(self.stack)
        for each in operations(data):
            self.ledger.left -= 1
            if self.ledger.left < 0:
                self._unread(f"more than {OPERATIONS:,} operations in the file; the rest is unread")
                break
            done = each.end
            self.raw = data[each.start : done]
            self._do(each)
            if self.echo is not None:
                self.echo.take(each, self.raw, self)
        else:
            rest = COMMENT.sub(b"", data[done:]).strip(b"\0\t\n\f\r ")
            if rest:
                said = rest[:20].decode("latin-1").strip()
                self._unread(f"it cannot be understood from byte {done} on: {said!r}")
        del self.stack[depth:]

    def _do(self, each: Operation) -> None:
        numeric = _NUMERIC.get(each.operator)
        if numeric is not None:
            action, count = numeric
            values = numbers(each.operands)
            if len(values) < count:
                said = each.operator.decode("latin-1")
                self._unread(f"the operator {said} has too few numbers")
                return
            action(self, values[len(values) - count :] if count else values)
            return
        other = _OTHER.get(each.operator)
        if other is not None:
            other(self, each.operands)

    def _unread(self, words: str) -> None:
        note = (self.path, words)
        if note not in self.unread:
            self.unread.append(note)

    def _has_room(self) -> bool:
        """Whether one more object may be kept."""
        if len(self.painted) < PAINTED:
            return True
        self._unread(f"more than {PAINTED:,} objects on the page; the rest is not judged")
        return False

    def _meet(self, role: Role, holder: object, name: str, bounds: Bounds | None = None) -> None:
        """Keep a resource in use, once for each way that leads to it."""
        if not isinstance(holder, DictionaryObject):
            return
        key = (role, self.path, name)
        if key not in self.known:
            self.known.add(key)
            self.met.append(Met(role, holder, self.path, name, bounds))

    def named(self, kind: str, operands: bytes) -> tuple[str, PdfObject | None]:
        """The name among operands, and the resource of that kind behind it."""
        found = NAME.search(operands)
        name = found[1].decode("latin-1") if found else ""
        holder = entry(self.resources, kind, DictionaryObject)
        if holder is None or f"/{name}" not in holder:
            return name, None
        return name, holder.raw_get(f"/{name}")

    # -- state -------------------------------------------------------------------------------------

    def save(self, _: bytes) -> None:
        """Keep the graphics state (q)."""
        if len(self.stack) < _STACK:
            self.stack.append(copy(self.state))

    def restore(self, _: bytes) -> None:
        """Take back the graphics state that was kept last (Q)."""
        if self.stack:
            self.state = self.stack.pop()

    def transform(self, values: Sequence[float]) -> None:
        """Change the space that is drawn in (cm)."""
        self.state.ctm = times(matrix(values), self.state.ctm)

    def line_width(self, values: Sequence[float]) -> None:
        """Set the width of lines (w)."""
        self.state.width = abs(values[0])

    def graphics_state(self, operands: bytes) -> None:
        """Set what a dictionary of the resources says (gs)."""
        name, raw = self.named("/ExtGState", operands)
        held = resolved(raw)
        if not isinstance(held, DictionaryObject):
            return
        self._meet(Role.STATE, held, name)
        state = self.state
        for key, value in ((key, resolved(held.get(key))) for key in held):
            STATES.get(str(key), nothing)(state, value)
        if "/OP" in held and "/op" not in held:  # 8.4.5, table 58
            state.overprint_fill = state.overprint_stroke
        mask = entry(entry(held, "/SMask", DictionaryObject), "/G", StreamObject)
        if mask is not None:
            self._meet(Role.GROUP, entry(mask, "/Group", DictionaryObject), f"soft mask of {name}")

    # -- colour ------------------------------------------------------------------------------------

    def device(self, known: Space, values: Sequence[float], *, stroke: bool) -> None:
        """A colour of a device space, or of what the resources put in its place (8.6.5.6)."""
        given = _DEFAULT_KEYS[known.components]
        holder = entry(self.resources, "/ColorSpace", DictionaryObject)
        if holder is not None and given in holder:
            known = space(NameObject(f"/{known.family}"), self.resources)
        self._colour(known, known.tint(values), stroke=stroke)

    def _colour(self, known: Space, tint: Tint, *, stroke: bool) -> None:
        if stroke:
            self.state.stroke_space, self.state.stroke = known, tint
        else:
            self.state.fill_space, self.state.fill = known, tint

    def choose(self, operands: bytes, *, stroke: bool) -> None:
        """A colour space is chosen by name."""
        found = NAME.search(operands)
        known = space(
            NameObject(f"/{found[1].decode('latin-1')}" if found else "/"), self.resources
        )
        self._note(known)
        self._colour(known, known.tint(known.first()), stroke=stroke)

    def set_colour(self, operands: bytes, *, stroke: bool) -> None:
        """A colour of the chosen space, or a pattern."""
        known = self.state.stroke_space if stroke else self.state.fill_space
        if known.family != "Pattern":
            self._colour(known, known.tint(numbers(operands)), stroke=stroke)
            return
        tint = self._pattern(operands, known)
        self._colour(known, tint, stroke=stroke)

    def _note(self, known: Space) -> None:
        """Keep what spot colours a space defines."""
        for each in (known, known.base, known.base.base if known.base else None):
            if each is None or not each.names:
                continue
            alternate = _alternate(each)
            for name in each.names:
                spot = Spot(name, alternate if len(each.names) == 1 else "", self.path)
                if name not in PROCESS and (Role.SPACE, name, alternate) not in self.known:
                    self.known.add((Role.SPACE, name, alternate))
                    self.spots.append(spot)
            if each.base is not None and each.base.is_rgb:
                self._meet(
                    Role.SPACE, DictionaryObject(), f"{each.words} by way of {each.base.words}"
                )

    def _pattern(self, operands: bytes, known: Space) -> Tint:
        name, raw = self.named("/Pattern", operands)
        held = resolved(raw)
        if not isinstance(held, DictionaryObject):
            return PATTERN.tint()
        matrix = times(matrix_of(held, "/Matrix"), self.base)
        if held.get("/PatternType") == 2:  # noqa: PLR2004 - a shading
            return self._shading_tint(held.get("/Shading"))
        if isinstance(held, StreamObject):
            key = ("cell", number_of(raw) or name, self.path)
            if key not in self.known:
                self.known.add(key)
                self._cell(held, f"pattern {name}", raw, matrix)
        if known.base is not None:
            return known.base.tint(numbers(operands))
        return PATTERN.tint()

    def _cell(self, held: StreamObject, name: str, raw: object, matrix: Matrix) -> None:
        """Look into a pattern's cell, which has no one place on the page."""
        below = self._below(held, name, raw, matrix)
        if below is None:
            return
        below.repeated, below.echo = True, None
        below.state.clip = EVERYWHERE
        below.read(held.get_data())

    def _shading_tint(self, shading: object) -> Tint:
        held = resolved(shading)
        if not isinstance(held, DictionaryObject):
            return PATTERN.tint()
        known = space(held.get("/ColorSpace"), self.resources)
        self._note(known)
        return known.tint()

    # -- paths -------------------------------------------------------------------------------------

    def begin(self, values: Sequence[float]) -> None:
        """Begin a line or an outline (m)."""
        self.starts.append(len(self.xs))
        self.point(values)

    def point(self, values: Sequence[float]) -> None:
        """Go on to a point (l)."""
        self.xs.append(values[0])
        self.ys.append(values[1])

    def curve(self, values: Sequence[float]) -> None:
        """Go on by a curve, held by its control points (c, v, y)."""
        self.xs += values[::2]
        self.ys += values[1::2]
        self.curved = True

    def rectangle(self, values: Sequence[float]) -> None:
        """Add a rectangle (re)."""
        x, y, width, height = values
        self.starts.append(len(self.xs))
        self.xs += (x, x + width, x + width, x)
        self.ys += (y, y, y + height, y + height)

    def clip(self, _: bytes) -> None:
        """Ask that the path clips, once it has been painted (W)."""
        self.clipping = True

    def paint(self, *, fill: bool, stroke: bool) -> None:
        """Paint the path, clip by it if that was asked, and begin another (8.5.3)."""
        if self.xs:
            state = self.state
            bounds = Bounds(min(self.xs), min(self.ys), max(self.xs), max(self.ys)).under(state.ctm)
            if fill:
                self._keep(Kind.FILL, bounds, state.fill, thin=self._is_bar())
            if stroke:
                width = state.width * scale(state.ctm)
                for part in self._parts() if len(self.starts) > 1 else (bounds,):
                    grown = part.grown(max(width / 2, 0.01))
                    self._keep(Kind.LINE, grown, state.stroke, width=width, stroke=True)
            if self.clipping:
                state.clip = state.clip.shared(bounds)
        self.clipping = self.curved = False
        self.xs, self.ys, self.starts = [], [], []

    def _parts(self) -> Iterator[Bounds]:
        """The bounds of each line of a path by itself; one holds what is left of very many."""
        starts = self.starts[:_PARTS]
        for start, end in zip(starts, (*starts[1:], len(self.xs)), strict=True):
            xs, ys = self.xs[start:end], self.ys[start:end]
            if xs:
                yield Bounds(min(xs), min(ys), max(xs), max(ys)).under(self.state.ctm)

    def _is_bar(self) -> bool:
        """Whether the path is one rectangle, and so may stand for a line."""
        if self.curved or not 4 <= len(self.xs) <= _CORNERS:  # noqa: PLR2004 - corners
            return False
        places = list(zip(self.xs, self.ys, strict=True))
        return all(
            abs(one[0] - two[0]) < 0.01 or abs(one[1] - two[1]) < 0.01  # noqa: PLR2004
            for one, two in pairwise(places)
        )

    def _keep(
        self,
        kind: Kind,
        bounds: Bounds,
        tint: Tint,
        *,
        stroke: bool = False,
        width: float = 0.0,
        thin: bool = False,
        resolution: float = 0.0,
        bits: int = 8,
        path: tuple[str, ...] = (),
    ) -> None:
        state = self.state
        shown = bounds.shared(state.clip)
        if shown.left > shown.right or shown.bottom > shown.top or not self._has_room():
            return
        self.painted.append(
            Painted(
                kind,
                shown,
                tint,
                path or self.path,
                width=width,
                thin=thin,
                resolution=resolution,
                bits=bits,
                overprint=state.overprint_stroke if stroke else state.overprint_fill,
                mode=state.mode,
                alpha=state.alpha_stroke if stroke else state.alpha_fill,
                blend=state.blend,
                repeated=self.repeated,
            )
        )

    # -- words -------------------------------------------------------------------------------------

    def begin_text(self, _: bytes) -> None:
        """Begin a text object (BT)."""
        self.text = self.line = IDENTITY

    def text_matrix(self, values: Sequence[float]) -> None:
        """Set where and how words are shown (Tm)."""
        self.text = self.line = matrix(values)

    def move(self, values: Sequence[float]) -> None:
        """Move to another line (Td)."""
        self.text = self.line = times((1, 0, 0, 1, values[0], values[1]), self.line)

    def move_leading(self, values: Sequence[float]) -> None:
        """Move to another line, and by as much for each next one (TD)."""
        self.state.leading = -values[1]
        self.move(values)

    def next_line(self, _: bytes = b"") -> None:
        """Move to the next line (T*)."""
        self.move((0.0, -self.state.leading))

    def font(self, operands: bytes) -> None:
        """Choose a font and its size (Tf)."""
        name, raw = self.named("/Font", operands)
        sizes = NUMBER.findall(operands[operands.find(name.encode("latin-1")) + len(name) :])
        self.state.size = float(sizes[-1]) if sizes else 0.0
        held = resolved(raw)
        self.state.font_name, self.state.font_raw = name, raw
        if not isinstance(held, DictionaryObject):
            self.state.font = None
            return
        number = number_of(raw) or -1
        if number == -1 or number not in self.ledger.fonts:
            self.ledger.fonts[number] = letters(held)
        self.state.font = self.ledger.fonts[number]

    def show(self, operands: bytes) -> None:
        """Show strings, with the adjustments between them."""
        font = self.state.font
        if font is None:
            return
        state = self.state
        start, words, along = self.text, [], 0.0
        array = operands.lstrip()[:1] == b"["
        for string, number in _PIECE.findall(operands) if array else ((operands, b""),):
            if number:
                along -= float(number) / 1000 * state.size * state.stretch
                continue
            for shown in strings(string):
                width, count, spaces = font.measure(shown)
                given = width * state.size + count * state.character + spaces * state.word
                along += given * state.stretch
                words.append(font.text(shown))
        self.text = times((1, 0, 0, 1, along, 0), self.text)
        self._words("".join(words), start, along, font)

    def show_next(self, operands: bytes) -> None:
        """Show a string on the next line (')."""
        self.next_line()
        self.show(operands)

    def show_spaced(self, operands: bytes) -> None:
        """Show a string on the next line, with spacing (")."""
        values = numbers(operands[: operands.find(b"(")] if b"(" in operands else operands)
        if len(values) > 1:
            self.state.word, self.state.character = values[0], values[1]
        self.show_next(operands)

    def _words(self, words: str, start: Matrix, along: float, font: Letters) -> None:
        state = self.state
        if state.render in _UNSEEN or not words.strip():
            return
        self._meet(Role.FONT, font.dictionary, state.font_name)
        matrix = times(start, state.ctm)
        height = state.size * hypot(matrix[2], matrix[3])
        low, high = sorted((_DESCENT * state.size + state.rise, _ASCENT * state.size + state.rise))
        left, right = sorted((0.0, along))
        bounds = Bounds(left, low, right, high).under(matrix)
        shown = bounds.shared(state.clip)
        if not self._has_room():
            return
        if font.dictionary.get("/Subtype") == "/Type3":
            self._spell(font, matrix)
        if shown.left > shown.right or shown.bottom > shown.top:
            return
        for stroke in (False, True):
            if state.render not in (_STROKED if stroke else _FILLED):
                continue
            self.painted.append(
                Painted(
                    Kind.TEXT,
                    shown,
                    state.stroke if stroke else state.fill,
                    self.path,
                    size=abs(height),
                    words=words,
                    overprint=state.overprint_stroke if stroke else state.overprint_fill,
                    mode=state.mode,
                    alpha=state.alpha_stroke if stroke else state.alpha_fill,
                    blend=state.blend,
                    repeated=self.repeated,
                )
            )

    def _spell(self, font: Letters, matrix: Matrix) -> None:
        """Look once into each letter of a font of type 3: its drawings have colours too (9.6.5)."""
        held = font.dictionary
        number = id_of(held)
        drawn = entry(held, "/CharProcs", DictionaryObject)
        if drawn is None or number in self.ledger.spelled:
            return
        self.ledger.spelled.add(number)
        state = self.state
        sized = times((state.size * state.stretch, 0, 0, state.size, 0, state.rise), matrix)
        inner = times(matrix_of(held, "/FontMatrix"), sized)
        for name in list(drawn)[:LETTERS]:
            letter = entry(drawn, name, StreamObject)
            label = f"font {self.state.font_name} {name.removeprefix('/')}"
            below = self._below(letter, label, drawn.raw_get(name), inner) if letter else None
            if below is None or letter is None:
                continue
            below.repeated, below.echo = True, None
            below.resources = entry(held, "/Resources", DictionaryObject) or self.resources
            below.read(letter.get_data())

    # -- pictures, forms, shadings -----------------------------------------------------------------

    def draw(self, operands: bytes) -> None:
        """Draw a picture or a form (Do)."""
        name, raw = self.named("/XObject", operands)
        held = resolved(raw)
        if not isinstance(held, StreamObject):
            return
        if held.get("/Subtype") == "/Image":
            self._picture(held, name)
        elif held.get("/Subtype") == "/Form":
            self._form(held, name, raw)
        else:
            self._meet(Role.FORM, held, name)

    def _picture(self, held: StreamObject, name: str) -> None:
        bounds = Bounds(0, 0, 1, 1).under(self.state.ctm)
        self._meet(Role.PICTURE, held, name, bounds)
        mask = resolved(held.get("/ImageMask")) == True  # noqa: E712 - pypdf's own boolean
        bits = 1 if mask else int(number_or(held.get("/BitsPerComponent"), 8))
        known = space(held.get("/ColorSpace", NameObject("/DeviceGray")), self.resources)
        self._note(known)
        size = (number_or(held.get("/Width"), 0), number_or(held.get("/Height"), 0))
        self._image(size, bits, self.state.fill if mask else known.tint(), name)

    def _image(self, size: tuple[float, float], bits: int, tint: Tint, name: str) -> None:
        a, b, c, d = self.state.ctm[:4]
        sides = ((size[0], hypot(a, b)), (size[1], hypot(c, d)))
        fine = min((count * 72 / side for count, side in sides if side > 0), default=0.0)
        self._keep(
            Kind.MASK if bits == 1 else Kind.PICTURE,
            Bounds(0, 0, 1, 1).under(self.state.ctm),
            tint,
            resolution=fine,
            bits=bits,
            path=(*self.path, name),
        )

    def inline(self, _: bytes) -> None:
        """A picture written into the content itself (8.9.7)."""
        head = self.raw.partition(b"ID")[0]
        found = [pattern.search(head) for pattern in _INLINE.values()]
        width, height, bits, named, mask = (each[1] if each else b"" for each in found)
        size = (number_or(width, 0), number_or(height, 0))
        if mask == b"true":
            self._image(size, 1, self.state.fill, "inline picture")
            return
        known = space(NameObject(f"/{named.decode('latin-1') or 'DeviceGray'}"), self.resources)
        self._image(size, int(number_or(bits, 8)), known.tint(), "inline picture")

    def _form(self, held: StreamObject, name: str, raw: object) -> None:
        matrix = matrix_of(held, "/Matrix")
        box = bounds_of(held, "/BBox")
        self._meet(Role.FORM, held, name)
        below = self._below(held, name, raw, times(matrix, self.state.ctm))
        if below is None:
            return
        self._meet(Role.GROUP, entry(held, "/Group", DictionaryObject), name)
        if box is not None:
            below.state.clip = below.state.clip.shared(box.under(below.state.ctm))
        if self.echo is not None:
            self.echo.enter(matrix, box)
        below.read(held.get_data())
        if self.echo is not None:
            self.echo.leave()

    def _below(self, held: StreamObject, name: str, raw: object, matrix: Matrix) -> Reader | None:
        """A reader for what stands within this stream; None where it would never end."""
        number = number_of(raw) or id_of(held)
        if number in self.within:
            self._unread(f"{name} paints itself")
            return None
        if len(self.within) >= DEEPEST:
            self._unread(f"more than {DEEPEST} forms within each other; {name} is unread")
            return None
        state = copy(self.state)
        state.ctm = matrix
        return Reader(
            self.ledger,
            entry(held, "/Resources", DictionaryObject) or self.resources,
            self.echo,
            (*self.path, name),
            matrix,
            state,
            painted=self.painted,
            met=self.met,
            spots=self.spots,
            unread=self.unread,
            known=self.known,
            within=(*self.within, number),
            repeated=self.repeated,
        )

    def shade(self, operands: bytes) -> None:
        """Fill what the clip leaves with a shading (sh)."""
        _, raw = self.named("/Shading", operands)
        self._keep(Kind.SHADING, self.state.clip, self._shading_tint(raw))


def seen(page: object, ledger: Ledger, echo: Echo | None = None) -> Seen:
    """Everything that a page shows, in the order that it is painted."""
    resources = inherited(page, "/Resources", DictionaryObject) or DictionaryObject()
    reader = Reader(ledger, resources, echo)
    reader.read(content(page))
    return Seen(tuple(reader.painted), tuple(reader.met), tuple(reader.spots), tuple(reader.unread))


def _alternate(known: Space) -> str:
    """What a Separation stands on and is at full tone, to tell two of one name apart."""
    parts = known.raw if isinstance(known.raw, ArrayObject) else []
    function = resolved(parts[3]) if len(parts) > 3 else None  # noqa: PLR2004 - the tint transform
    said = known.base.words if known.base else ""
    if isinstance(function, StreamObject):
        return f"{said} {sha256(function.get_data()).hexdigest()[:8]}"
    full = entry(function, "/C1", ArrayObject)
    return f"{said} {' '.join(f'{number_or(each, 0):g}' for each in full or ())}"


_STACK = 512
_DEFAULT_KEYS = {1: "/DefaultGray", 3: "/DefaultRGB", 4: "/DefaultCMYK"}


def _device(known: Space, *, stroke: bool) -> tuple[Callable[[Reader, Sequence[float]], None], int]:
    return (lambda reader, values: reader.device(known, values, stroke=stroke)), known.components


def _paint(*, fill: bool, stroke: bool) -> Callable[[Reader, bytes], None]:
    return lambda reader, _: reader.paint(fill=fill, stroke=stroke)


def _text_state(
    name: str, factor: float = 1.0
) -> tuple[Callable[[Reader, Sequence[float]], None], int]:
    return (lambda reader, values: setattr(reader.state, name, values[0] * factor)), 1


_NUMERIC: dict[bytes, tuple[Callable[[Reader, Sequence[float]], None], int]] = {
    b"cm": (Reader.transform, 6),
    b"w": (Reader.line_width, 1),
    b"m": (Reader.begin, 2),
    b"l": (Reader.point, 2),
    b"c": (Reader.curve, 6),
    b"v": (Reader.curve, 4),
    b"y": (Reader.curve, 4),
    b"re": (Reader.rectangle, 4),
    b"g": _device(GREY, stroke=False),
    b"G": _device(GREY, stroke=True),
    b"rg": _device(RGB, stroke=False),
    b"RG": _device(RGB, stroke=True),
    b"k": _device(CMYK, stroke=False),
    b"K": _device(CMYK, stroke=True),
    b"Tm": (Reader.text_matrix, 6),
    b"Td": (Reader.move, 2),
    b"TD": (Reader.move_leading, 2),
    b"Tc": _text_state("character"),
    b"Tw": _text_state("word"),
    b"Tz": _text_state("stretch", 0.01),
    b"TL": _text_state("leading"),
    b"Ts": _text_state("rise"),
    b"Tr": ((lambda reader, values: setattr(reader.state, "render", int(values[0]))), 1),
}

_OTHER: dict[bytes, Callable[[Reader, bytes], None]] = {
    b"q": Reader.save,
    b"Q": Reader.restore,
    b"gs": Reader.graphics_state,
    b"cs": lambda reader, operands: reader.choose(operands, stroke=False),
    b"CS": lambda reader, operands: reader.choose(operands, stroke=True),
    b"sc": lambda reader, operands: reader.set_colour(operands, stroke=False),
    b"scn": lambda reader, operands: reader.set_colour(operands, stroke=False),
    b"SC": lambda reader, operands: reader.set_colour(operands, stroke=True),
    b"SCN": lambda reader, operands: reader.set_colour(operands, stroke=True),
    b"W": Reader.clip,
    b"W*": Reader.clip,
    b"n": _paint(fill=False, stroke=False),
    b"f": _paint(fill=True, stroke=False),
    b"F": _paint(fill=True, stroke=False),
    b"f*": _paint(fill=True, stroke=False),
    b"S": _paint(fill=False, stroke=True),
    b"s": _paint(fill=False, stroke=True),
    b"B": _paint(fill=True, stroke=True),
    b"B*": _paint(fill=True, stroke=True),
    b"b": _paint(fill=True, stroke=True),
    b"b*": _paint(fill=True, stroke=True),
    b"BT": Reader.begin_text,
    b"T*": Reader.next_line,
    b"Tf": Reader.font,
    b"Tj": Reader.show,
    b"TJ": Reader.show,
    b"'": Reader.show_next,
    b'"': Reader.show_spaced,
    b"Do": Reader.draw,
    b"BI": Reader.inline,
    b"sh": Reader.shade,
}

"""Colours of fills and strokes, with their spaces and patterns (ISO 32000-1, 8.6 and 8.7)."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from briefing.preflight.numeric import NAME, matrix_of, number_or, numbers
from briefing.preflight.painted import PROCESS, Matrix, Role, Spot, Tint, times
from briefing.preflight.spaces import CMYK, GREY, PATTERN, RGB, Space, space
from briefing.preflight.state import EVERYWHERE
from briefing.reading import entry, number_of, resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.preflight.reader import Reader

_DEFAULT_KEYS = {1: "/DefaultGray", 3: "/DefaultRGB", 4: "/DefaultCMYK"}


def device(reader: Reader, known: Space, values: Sequence[float], *, stroke: bool) -> None:
    """A colour of a device space, or of what the resources put in its place (8.6.5.6)."""
    given = _DEFAULT_KEYS[known.components]
    holder = entry(reader.resources, "/ColorSpace", DictionaryObject)
    if holder is not None and given in holder:
        known = space(NameObject(f"/{known.family}"), reader.resources)
    _colour(reader, known, known.tint(values), stroke=stroke)


def _colour(reader: Reader, known: Space, tint: Tint, *, stroke: bool) -> None:
    if stroke:
        reader.state.stroke_space, reader.state.stroke = known, tint
    else:
        reader.state.fill_space, reader.state.fill = known, tint


def choose(reader: Reader, operands: bytes, *, stroke: bool) -> None:
    """A colour space is chosen by name."""
    found = NAME.search(operands)
    known = space(NameObject(f"/{found[1].decode('latin-1')}" if found else "/"), reader.resources)
    note(reader, known)
    _colour(reader, known, known.tint(known.first()), stroke=stroke)


def set_colour(reader: Reader, operands: bytes, *, stroke: bool) -> None:
    """A colour of the chosen space, or a pattern."""
    known = reader.state.stroke_space if stroke else reader.state.fill_space
    if known.family != "Pattern":
        _colour(reader, known, known.tint(numbers(operands)), stroke=stroke)
        return
    tint = _pattern(reader, operands, known)
    _colour(reader, known, tint, stroke=stroke)


def note(reader: Reader, known: Space) -> None:
    """Keep what spot colours a space defines."""
    for each in (known, known.base, known.base.base if known.base else None):
        if each is None or not each.names:
            continue
        alternate = _alternate(each)
        for name in each.names:
            spot = Spot(name, alternate if len(each.names) == 1 else "", reader.path)
            if name not in PROCESS and (Role.SPACE, name, alternate) not in reader.known:
                reader.known.add((Role.SPACE, name, alternate))
                reader.spots.append(spot)
        if each.base is not None and each.base.is_rgb:
            reader.meet(Role.SPACE, DictionaryObject(), f"{each.words} by way of {each.base.words}")


def _pattern(reader: Reader, operands: bytes, known: Space) -> Tint:
    name, raw = reader.named("/Pattern", operands)
    held = resolved(raw)
    if not isinstance(held, DictionaryObject):
        return PATTERN.tint()
    matrix = times(matrix_of(held, "/Matrix"), reader.base)
    if held.get("/PatternType") == 2:  # noqa: PLR2004 - a shading
        return shading_tint(reader, held.get("/Shading"))
    if isinstance(held, StreamObject):
        key = ("cell", number_of(raw) or name, reader.path)
        if key not in reader.known:
            reader.known.add(key)
            _cell(reader, held, f"pattern {name}", raw, matrix)
    if known.base is not None:
        return known.base.tint(numbers(operands))
    return PATTERN.tint()


def _cell(reader: Reader, held: StreamObject, name: str, raw: object, matrix: Matrix) -> None:
    """Look into a pattern's cell, which has no one place on the page."""
    below = reader.below(held, name, raw, matrix)
    if below is None:
        return
    below.repeated, below.echo = True, None
    below.state.clip = EVERYWHERE
    below.read(held.get_data())


def shading_tint(reader: Reader, shading: object) -> Tint:
    """The space of a shading, whose values are not those of one colour."""
    held = resolved(shading)
    if not isinstance(held, DictionaryObject):
        return PATTERN.tint()
    known = space(held.get("/ColorSpace"), reader.resources)
    note(reader, known)
    return known.tint()


def _alternate(known: Space) -> str:
    """What a Separation stands on and is at full tone, to tell two of one name apart."""
    parts = known.raw if isinstance(known.raw, ArrayObject) else []
    function = resolved(parts[3]) if len(parts) > 3 else None  # noqa: PLR2004 - the tint transform
    said = known.base.words if known.base else ""
    if isinstance(function, StreamObject):
        return f"{said} {sha256(function.get_data()).hexdigest()[:8]}"
    full = entry(function, "/C1", ArrayObject)
    return f"{said} {' '.join(f'{number_or(each, 0):g}' for each in full or ())}"


def _device(known: Space, *, stroke: bool) -> tuple[Callable[[Reader, Sequence[float]], None], int]:
    return (lambda reader, values: device(reader, known, values, stroke=stroke)), known.components


NUMERIC: dict[bytes, tuple[Callable[[Reader, Sequence[float]], None], int]] = {
    b"g": _device(GREY, stroke=False),
    b"G": _device(GREY, stroke=True),
    b"rg": _device(RGB, stroke=False),
    b"RG": _device(RGB, stroke=True),
    b"k": _device(CMYK, stroke=False),
    b"K": _device(CMYK, stroke=True),
}
OTHER: dict[bytes, Callable[[Reader, bytes], None]] = {
    b"cs": lambda reader, operands: choose(reader, operands, stroke=False),
    b"CS": lambda reader, operands: choose(reader, operands, stroke=True),
    b"sc": lambda reader, operands: set_colour(reader, operands, stroke=False),
    b"scn": lambda reader, operands: set_colour(reader, operands, stroke=False),
    b"SC": lambda reader, operands: set_colour(reader, operands, stroke=True),
    b"SCN": lambda reader, operands: set_colour(reader, operands, stroke=True),
}

"""Words: where they are shown, how large, in which font (ISO 32000-1, 9)."""

from __future__ import annotations

import re
from math import hypot
from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject, StreamObject

from briefing.maps import strings
from briefing.preflight.letters import Letters, letters
from briefing.preflight.numeric import NUMBER, id_of, matrix, matrix_of, numbers
from briefing.preflight.painted import IDENTITY, Bounds, Kind, Matrix, Painted, Role, times
from briefing.reading import entry, number_of, resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.preflight.reader import Reader

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


def begin_text(reader: Reader, _: bytes) -> None:
    """Begin a text object (BT)."""
    reader.text = reader.line = IDENTITY


def text_matrix(reader: Reader, values: Sequence[float]) -> None:
    """Set where and how words are shown (Tm)."""
    reader.text = reader.line = matrix(values)


def move(reader: Reader, values: Sequence[float]) -> None:
    """Move to another line (Td)."""
    reader.text = reader.line = times((1, 0, 0, 1, values[0], values[1]), reader.line)


def move_leading(reader: Reader, values: Sequence[float]) -> None:
    """Move to another line, and by as much for each next one (TD)."""
    reader.state.leading = -values[1]
    move(reader, values)


def next_line(reader: Reader, _: bytes = b"") -> None:
    """Move to the next line (T*)."""
    move(reader, (0.0, -reader.state.leading))


def font(reader: Reader, operands: bytes) -> None:
    """Choose a font and its size (Tf)."""
    name, raw = reader.named("/Font", operands)
    sizes = NUMBER.findall(operands[operands.find(name.encode("latin-1")) + len(name) :])
    reader.state.size = float(sizes[-1]) if sizes else 0.0
    held = resolved(raw)
    reader.state.font_name, reader.state.font_raw = name, raw
    if not isinstance(held, DictionaryObject):
        reader.state.font = None
        return
    number = number_of(raw) or -1
    if number == -1 or number not in reader.ledger.fonts:
        reader.ledger.fonts[number] = letters(held)
    reader.state.font = reader.ledger.fonts[number]


def show(reader: Reader, operands: bytes) -> None:
    """Show strings, with the adjustments between them."""
    font = reader.state.font
    if font is None:
        return
    state = reader.state
    start, words, along = reader.text, [], 0.0
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
    reader.text = times((1, 0, 0, 1, along, 0), reader.text)
    _words(reader, "".join(words), start, along, font)


def show_next(reader: Reader, operands: bytes) -> None:
    """Show a string on the next line (')."""
    next_line(reader)
    show(reader, operands)


def show_spaced(reader: Reader, operands: bytes) -> None:
    """Show a string on the next line, with spacing (")."""
    values = numbers(operands[: operands.find(b"(")] if b"(" in operands else operands)
    if len(values) > 1:
        reader.state.word, reader.state.character = values[0], values[1]
    show_next(reader, operands)


def _words(reader: Reader, words: str, start: Matrix, along: float, font: Letters) -> None:
    state = reader.state
    if state.render in _UNSEEN or not words.strip():
        return
    reader.meet(Role.FONT, font.dictionary, state.font_name)
    matrix = times(start, state.ctm)
    height = state.size * hypot(matrix[2], matrix[3])
    low, high = sorted((_DESCENT * state.size + state.rise, _ASCENT * state.size + state.rise))
    left, right = sorted((0.0, along))
    bounds = Bounds(left, low, right, high).under(matrix)
    shown = bounds.shared(state.clip)
    if not reader.has_room():
        return
    if font.dictionary.get("/Subtype") == "/Type3":
        _spell(reader, font, matrix)
    if shown.left > shown.right or shown.bottom > shown.top:
        return
    for stroke in (False, True):
        if state.render not in (_STROKED if stroke else _FILLED):
            continue
        reader.painted.append(
            Painted(
                Kind.TEXT,
                shown,
                state.stroke if stroke else state.fill,
                reader.path,
                size=abs(height),
                words=words,
                overprint=state.overprint_stroke if stroke else state.overprint_fill,
                mode=state.mode,
                blend=state.blend,
                repeated=reader.repeated,
            )
        )


def _spell(reader: Reader, font: Letters, matrix: Matrix) -> None:
    """Look once into each letter of a font of type 3: its drawings have colours too (9.6.5)."""
    held = font.dictionary
    number = id_of(held)
    drawn = entry(held, "/CharProcs", DictionaryObject)
    if drawn is None or number in reader.ledger.spelled:
        return
    reader.ledger.spelled.add(number)
    state = reader.state
    sized = times((state.size * state.stretch, 0, 0, state.size, 0, state.rise), matrix)
    inner = times(matrix_of(held, "/FontMatrix"), sized)
    for name in list(drawn)[:LETTERS]:
        letter = entry(drawn, name, StreamObject)
        label = f"font {reader.state.font_name} {name.removeprefix('/')}"
        below = reader.below(letter, label, drawn.raw_get(name), inner) if letter else None
        if below is None or letter is None:
            continue
        below.repeated, below.echo = True, None
        below.resources = entry(held, "/Resources", DictionaryObject) or reader.resources
        below.read(letter.get_data())


def _text_state(
    name: str, factor: float = 1.0
) -> tuple[Callable[[Reader, Sequence[float]], None], int]:
    return (lambda reader, values: setattr(reader.state, name, values[0] * factor)), 1


NUMERIC: dict[bytes, tuple[Callable[[Reader, Sequence[float]], None], int]] = {
    b"Tm": (text_matrix, 6),
    b"Td": (move, 2),
    b"TD": (move_leading, 2),
    b"Tc": _text_state("character"),
    b"Tw": _text_state("word"),
    b"Tz": _text_state("stretch", 0.01),
    b"TL": _text_state("leading"),
    b"Ts": _text_state("rise"),
    b"Tr": ((lambda reader, values: setattr(reader.state, "render", int(values[0]))), 1),
}
OTHER: dict[bytes, Callable[[Reader, bytes], None]] = {
    b"BT": begin_text,
    b"T*": next_line,
    b"Tf": font,
    b"Tj": show,
    b"TJ": show,
    b"'": show_next,
    b'"': show_spaced,
}

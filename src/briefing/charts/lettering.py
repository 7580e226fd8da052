"""Words in charts: measured, broken into balanced lines, and set from the top of a box."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.hyphens import SOFT_HYPHEN, divisions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.styles import TextStyle
    from briefing.charts.canvas import Canvas
    from briefing.drawing import Colour, Number
    from briefing.fonts import Face

_WORDS, _FIGURES, _CAPITAL = "dlHgpy", "0123456789%<>", "H"
"""Letters that reach as far up and down as running words do, and what figures are made of."""


SYMBOL = 0.7
"""The size of a symbol in brackets, which reaches further up and down, beside a large figure's."""


@cache
def _reach(face: Face, letters: str) -> tuple[float, float]:
    """How far letters rise above the baseline and fall below it, in ems."""
    tops, feet = [], []
    for letter in letters:
        extents = face.font.get_glyph_extents(face.font.get_nominal_glyph(ord(letter)) or 0)
        if extents:
            tops.append(extents.y_bearing)
            feet.append(extents.y_bearing + extents.height)
    em = face.face.upem
    return max(tops, default=0) / em, max(0.0, -min(feet, default=0) / em)


def rise(style: TextStyle, *, strong: bool = False) -> float:
    """How far words of a style reach above their baseline, in points."""
    return _reach(style.face(strong=strong), _WORDS)[0] * style.size


def depth(style: TextStyle, *, strong: bool = False) -> float:
    """How far words of a style fall below their baseline, in points."""
    return _reach(style.face(strong=strong), _WORDS)[1] * style.size


def _reach_of(line: str, style: TextStyle, *, strong: bool) -> tuple[float, float]:
    """How far a line reaches up and down: as running words do, or further with its accents."""
    own = rise(style, strong=strong), depth(style, strong=strong)
    if line.isascii():
        return own
    high, deep = _reach(style.face(strong=strong), "".join(sorted(set(line))))
    return max(own[0], high * style.size), max(own[1], deep * style.size)


def capital(style: TextStyle, *, strong: bool = False) -> float:
    """The height of capitals of a style above the baseline, in points."""
    return _reach(style.face(strong=strong), _CAPITAL)[0] * style.size


def figure_rise(style: TextStyle, text: str = "") -> float:
    """How far figures reach above the baseline, in points; the letters of a `text` with them."""
    return _reach(style.face(), _figures_with(text))[0] * style.size


def figure_depth(style: TextStyle, text: str = "") -> float:
    """How far round figures dip below the baseline, in points; the letters of a `text` too."""
    return _reach(style.face(), _figures_with(text))[1] * style.size


def _figures_with(text: str) -> str:
    """All figures, and the letters of a text such as ``17 of 80``."""
    return _FIGURES + "".join(sorted({each for each in text if each.isalpha()}))


def width_of(words: str, style: TextStyle, *, strong: bool = False) -> float:
    """The width of words on one line, in points."""
    return style.face(strong=strong).width(words, style.size, style.features)


@lru_cache(maxsize=1024)  # whoever looks for a size that fits asks for the same few again
def sized(style: TextStyle, size: float) -> TextStyle:
    """The style at another size, or the next smaller of its scale; its leading in proportion."""
    size = round(style.on_scale(size), 2)
    return replace(style, size=size, leading=round(style.leading * size / style.size, 2))


@dataclass(frozen=True, slots=True)
class Lines:
    """Words broken into lines of one style."""

    style: TextStyle
    lines: tuple[str, ...]
    strong: bool
    width: float
    """The width of the longest line."""

    @property
    def height(self) -> float:
        """From the top of the tallest letters to the foot of the deepest."""
        if not self.lines:
            return 0.0
        return self.last + _reach_of(self.lines[-1], self.style, strong=self.strong)[1]

    @property
    def first(self) -> float:
        """The first baseline, counted from the top."""
        line = self.lines[0] if self.lines else ""
        return _reach_of(line, self.style, strong=self.strong)[0]

    @property
    def last(self) -> float:
        """The last baseline, counted from the top."""
        return self.first + max(len(self.lines) - 1, 0) * self.style.leading

    @property
    def last_width(self) -> float:
        """The width of the last line."""
        return width_of(self.lines[-1], self.style, strong=self.strong) if self.lines else 0.0

    def put(
        self,
        canvas: Canvas,
        x: float,
        top: float,
        colour: Colour,
        *,
        align: float = 0.0,
        number: Number | None = None,
    ) -> None:
        """Set the lines from `top`; `align` is the share of each line that stands left of `x`.

        A `number` belongs to the first line.
        """
        for place, line in enumerate(self.lines):
            canvas.words(
                x,
                top + self.first + place * self.style.leading,
                line,
                self.style,
                colour,
                align=align,
                strong=self.strong,
                number=None if place else number,
            )


@lru_cache(maxsize=4096)
def wrap(
    words: str, style: TextStyle, width: float, *, strong: bool = False, tail: float = 0.0
) -> Lines:
    """Break words into the fewest lines that fit `width` points, as equally long as can be.

    A word wider than the measure is broken at a hyphen or a slash, else where its language divides
    it, at worst anywhere; a soft hyphen ends its lines. The last line leaves `tail` points for what
    follows it, unless its last word alone leaves less.
    """
    pieces = _pieces(words, style, width, strong=strong)
    if not pieces:
        return Lines(style, (), strong, 0.0)
    space = width_of(" ", style, strong=strong)
    *before, last = (width_of(piece.text, style, strong=strong) for piece in pieces)
    widths = (*before, last + tail)
    spaces = tuple(space if piece.spaced else 0.0 for piece in pieces)
    hyphens = tuple(
        width_of(piece.text + SOFT_HYPHEN, style, strong=strong) - own if piece.divided else 0.0
        for piece, own in zip(pieces, (*before, last), strict=True)
    )
    lines = tuple(
        "".join((" " if piece.spaced and place else "") + piece.text for place, piece in taken)
        + (SOFT_HYPHEN if pieces[end - 1].divided else "")
        for start, end in arranged(widths, spaces, width, hyphens)
        for taken in [list(enumerate(pieces[start:end]))]
    )
    return Lines(style, lines, strong, max(width_of(line, style, strong=strong) for line in lines))


def longest_word(words: str, style: TextStyle, *, strong: bool = False) -> float:
    """The width of the widest piece between spaces, hyphens and slashes, in points."""
    return max((width_of(each, style, strong=strong) for each in _joints(words)), default=0.0)


def longest_part(words: str, style: TextStyle, *, strong: bool = False) -> float:
    """The width below which a word would be cut where its language does not divide it."""
    return max(
        (
            width_of(part + SOFT_HYPHEN * (place < len(parts)), style, strong=strong)
            for parts in (_parts(joint, style.language) for joint in _joints(words))
            for place, part in enumerate(parts, start=1)
        ),
        default=0.0,
    )


def arranged(
    widths: Sequence[float],
    spaces: Sequence[float],
    measure: float,
    hyphens: Sequence[float] = (),
) -> list[tuple[int, int]]:
    """Share pieces out over the fewest lines, as equally as can be: ranges of their places.

    `spaces` has the white space before each piece, dropped at the start of a line, `hyphens` what a
    line grows by that ends behind it.
    """
    hyphens = hyphens or (0.0,) * len(widths)
    lines = _greedy(widths, spaces, hyphens, measure)
    if len(lines) > 1:
        least = _narrowest(widths, spaces, hyphens, measure, len(lines))
        lines = _greedy(widths, spaces, hyphens, least)
    return lines


_JOINTS = re.compile(r"[^-/–—]+[-/–—]*|[-/–—]+")  # noqa: RUF001 - dashes are meant

_BALANCING_STEPS = 12
"""Halvings of the measure when lines are balanced: to a four-thousandth of it."""


class _Piece(NamedTuple):
    """What no line breaks; whether a space stands before it, and whether a hyphen ends its line."""

    text: str
    spaced: bool
    divided: bool = False


def _joints(words: str) -> list[str]:
    """Words cut behind their own hyphens and slashes."""
    return [joint for word in words.split(" ") for joint in _JOINTS.findall(word)]


def _pieces(words: str, style: TextStyle, width: float, *, strong: bool) -> tuple[_Piece, ...]:
    """The unbreakable pieces of words, those that are wider than a line divided."""
    pieces: list[_Piece] = []
    for word in words.split(" "):
        if not word:
            continue
        if width_of(word, style, strong=strong) <= width:
            pieces.append(_Piece(word, spaced=True))
            continue
        for place, joint in enumerate(_JOINTS.findall(word)):
            first, *others = _divided(joint, style, width, strong=strong)
            pieces += [first._replace(spaced=not place), *others]
    return tuple(pieces)


def _divided(joint: str, style: TextStyle, width: float, *, strong: bool) -> list[_Piece]:
    """A word, or its parts if it is wider than a line: by its language, if need be cut anywhere."""
    if width_of(joint, style, strong=strong) <= width:
        return [_Piece(joint, spaced=False)]
    *parts, last = _parts(joint, style.language)
    texts = [
        *(cut for part in parts for cut in _cut(part, style, width, strong=strong, ends=False)),
        *_cut(last, style, width, strong=strong, ends=True),
    ]
    return [
        _Piece(text, spaced=False, divided=place < len(texts))
        for place, text in enumerate(texts, start=1)
    ]


@lru_cache(maxsize=4096)
def _parts(joint: str, language: str) -> tuple[str, ...]:
    """A word in the parts between which its language divides it; names too, before they are cut."""
    places = divisions(joint, language, names=True)
    return tuple(
        joint[start:end] for start, end in zip((0, *places), (*places, len(joint)), strict=True)
    )


def _cut(part: str, style: TextStyle, width: float, *, strong: bool, ends: bool) -> list[str]:
    """A part of a word in pieces that fit a line with their hyphens; the one that `ends` has none.

    `_REST` letters are left at least.
    """
    pieces: list[str] = []

    def wide(text: str) -> bool:
        return width_of(text, style, strong=strong) > width

    while len(part) > 1 and wide(part if ends else part + SOFT_HYPHEN):
        cut = max(len(part) - _REST, 1)
        while cut > 1 and wide(part[:cut] + SOFT_HYPHEN):
            cut -= 1
        pieces.append(part[:cut])
        part = part[cut:]
    return [*pieces, part]


_REST = 3
"""The letters that stand alone after a cut, at least."""


def _greedy(
    widths: Sequence[float], spaces: Sequence[float], hyphens: Sequence[float], measure: float
) -> list[tuple[int, int]]:
    """Lines as ranges of pieces, each as full as it can be."""
    lines, start = [], 0
    while start < len(widths):
        end, used = start + 1, widths[start]
        for place in range(start + 1, len(widths)):
            used += spaces[place] + widths[place]
            if used > measure:
                break
            if used + hyphens[place] <= measure:
                end = place + 1
        lines.append((start, end))
        start = end
    return lines


def _narrowest(
    widths: Sequence[float],
    spaces: Sequence[float],
    hyphens: Sequence[float],
    measure: float,
    count: int,
) -> float:
    """The narrowest measure that gives no more lines: the lines are then balanced."""
    low, high = max(map(sum, zip(widths, hyphens, strict=True))), measure
    for _ in range(_BALANCING_STEPS):
        middle = (low + high) / 2
        if len(_greedy(widths, spaces, hyphens, middle)) > count:
            low = middle
        else:
            high = middle
    return high


def heading_over(
    words: str, style: TextStyle, least: float, most: float, alone: float
) -> tuple[Lines, bool]:
    """A heading over a column of figures, at their right edge, and whether it is a long one.

    It is as wide as the figures, `least`, or reaches beyond them to the left, up to `most`, so that
    it has two lines; a word that is wider is not broken. One for which this does not do is long: it
    is as wide as it needs, up to `alone`, and is best with nothing beside it.
    """
    room = max(least, longest_word(words, style, strong=True))
    lines = wrap(words, style, room, strong=True)
    while len(lines.lines) > _HEADING_LINES and room < most:
        room = min(room * _WIDER, most)
        lines = wrap(words, style, room, strong=True)
    if len(lines.lines) > _HEADING_LINES or lines.width > alone:
        return wrap(words, style, alone, strong=True), True
    return lines, False


_HEADING_LINES, _WIDER = 2, 1.1
"""Lines of a heading over figures, and how much wider it is tried for these."""

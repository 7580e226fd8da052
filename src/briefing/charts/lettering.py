"""Words in charts: measured, broken into balanced lines, and set from the top of a box."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

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


def figure_rise(style: TextStyle) -> float:
    """How far figures reach above the baseline, in points."""
    return _reach(style.face(), _FIGURES)[0] * style.size


def figure_depth(style: TextStyle) -> float:
    """How far round figures dip below the baseline, in points."""
    return _reach(style.face(), _FIGURES)[1] * style.size


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

    A word wider than the measure is broken at a hyphen or a slash, at worst anywhere. The last line
    leaves `tail` points for what follows it, unless its last word alone leaves less.
    """
    pieces = _pieces(words, style, width, strong=strong)
    if not pieces:
        return Lines(style, (), strong, 0.0)
    face, space = style.face(strong=strong), width_of(" ", style, strong=strong)
    *before, last = (face.width(text, style.size, style.features) for text, _ in pieces)
    widths = (*before, last + tail)
    spaces = tuple(space if spaced else 0.0 for _, spaced in pieces)
    lines = tuple(
        "".join(
            (" " if pieces[place][1] and place > start else "") + pieces[place][0]
            for place in range(start, end)
        )
        for start, end in arranged(widths, spaces, width)
    )
    return Lines(style, lines, strong, max(width_of(line, style, strong=strong) for line in lines))


def longest_word(words: str, style: TextStyle, *, strong: bool = False) -> float:
    """The width of the widest piece that a line cannot break, in points."""
    pieces = (piece for word in words.split(" ") for piece in _JOINTS.findall(word))
    return max((width_of(piece, style, strong=strong) for piece in pieces), default=0.0)


def arranged(
    widths: Sequence[float], spaces: Sequence[float], measure: float
) -> list[tuple[int, int]]:
    """Share pieces out over the fewest lines, as equally as can be: ranges of their places.

    `spaces` has the white space before each piece, dropped at the start of a line.
    """
    lines = _greedy(widths, spaces, measure)
    if len(lines) > 1:
        lines = _greedy(widths, spaces, _narrowest(widths, spaces, measure, len(lines)))
    return lines


_JOINTS = re.compile(r"[^-/–—]+[-/–—]*|[-/–—]+")  # noqa: RUF001 - dashes are meant

_BALANCING_STEPS = 12
"""Halvings of the measure when lines are balanced: to a four-thousandth of it."""


def _pieces(
    words: str, style: TextStyle, width: float, *, strong: bool
) -> tuple[tuple[str, bool], ...]:
    """The unbreakable pieces of words, each with whether a space stands before it."""
    pieces: list[tuple[str, bool]] = []
    for word in words.split(" "):
        if not word:
            continue
        if width_of(word, style, strong=strong) <= width:
            pieces.append((word, True))
            continue
        spaced = True
        for joint in _JOINTS.findall(word):
            for part in _broken(joint, style, width, strong=strong):
                pieces.append((part, spaced))
                spaced = False
    return tuple(pieces)


def _broken(word: str, style: TextStyle, width: float, *, strong: bool) -> tuple[str, ...]:
    """A word cut where the measure ends, a hyphen at each cut, `_REST` letters left at least."""
    parts: list[str] = []
    while len(word) > 1 and width_of(word, style, strong=strong) > width:
        cut = max(len(word) - _REST, 1)
        while cut > 1 and width_of(word[:cut] + "-", style, strong=strong) > width:
            cut -= 1
        parts.append(word[:cut] + "-")
        word = word[cut:]
    return (*parts, word)


_REST = 3
"""The letters that stand alone after a cut, at least."""


def _greedy(
    widths: Sequence[float], spaces: Sequence[float], measure: float
) -> list[tuple[int, int]]:
    """Lines as ranges of pieces, each as full as it can be."""
    lines, start, used = [], 0, widths[0]
    for place in range(1, len(widths)):
        longer = used + spaces[place] + widths[place]
        if longer > measure:
            lines.append((start, place))
            start, used = place, widths[place]
        else:
            used = longer
    return [*lines, (start, len(widths))]


def _narrowest(
    widths: Sequence[float], spaces: Sequence[float], measure: float, count: int
) -> float:
    """The narrowest measure that gives no more lines: the lines are then balanced."""
    low, high = max(widths), measure
    for _ in range(_BALANCING_STEPS):
        middle = (low + high) / 2
        if len(_greedy(widths, spaces, middle)) > count:
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

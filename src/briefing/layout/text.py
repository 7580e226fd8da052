"""Words with their emphasis, figures and links, broken into lines of shaped runs.

Lines are chosen over the whole paragraph: the set of breaks with the least squared slack wins, and
a last line of one short word is charged for. Breaks fall at spaces and after hyphens and dashes,
never at a no-break space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.drawing import Link, Number, Rect, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.brand.model import TextStyle
    from briefing.drawing import Colour, GlyphRun, Mark


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of running words set one way.

    `number` is the bound figure that the words print, `link` a web address or ``#anchor``, `claim`
    the words' proof as the ledger lists it, `language` a BCP 47 tag where it is not the document's,
    `script` is ``sup`` or ``sub`` for words that stand above or below the line, `title` what a link
    says of itself where its words do not say enough.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    language: str = ""
    script: str = ""
    title: str = ""
    number: Number | None = None
    claim: Number | None = None


Words = tuple[Span, ...]


def plain(words: Words) -> str:
    """The words without their dress."""
    return "".join(span.text for span in words)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words between two chances to break, in one span; `space` says that white space follows."""

    text: str
    span: int
    width: float
    space: float
    breakable: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a line in one span: where it starts from the line's left edge, and its glyphs."""

    x: float
    run: GlyphRun
    span: Span


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph: its stretches from left to right, and its width in points."""

    stretches: tuple[Stretch, ...]
    width: float


_CHANCE = re.compile(r"[ \t\n]+|(?<=[-\N{EN DASH}\N{EM DASH}/])(?=\w)")
_RUNT = 0.2
"""A last line narrower than this part of the measure looks like a mistake."""


@lru_cache(maxsize=8192)
def break_lines(words: Words, style: TextStyle, measure: float) -> tuple[Line, ...]:
    """Break words into lines at most `measure` points wide.

    A single word wider than the measure gets a line of its own and sticks out: layout reports it.
    Raises `briefing.fonts.MissingGlyphError`.
    """
    pieces = list(_pieces(words, style))
    if not pieces:
        return ()
    breaks = _best_breaks(pieces, measure)
    if style.balanced and len(breaks) > 1:
        breaks = _balanced_breaks(pieces, measure, len(breaks))
    lines = []
    start = 0
    for end in breaks:
        lines.append(_set_line(pieces[start:end], words, style, last=end == len(pieces)))
        start = end
    return tuple(lines)


def width_of(words: Words, style: TextStyle) -> float:
    """The width of words set on one line, in points."""
    return sum(piece.width + piece.space for piece in _pieces(words, style))


@lru_cache(maxsize=8192)
def widest_word(words: Words, style: TextStyle) -> float:
    """The width of the widest piece that cannot be broken, in points."""
    return max((group for group in _unbreakable(list(_pieces(words, style)))), default=0.0)


def _unbreakable(pieces: Sequence[_Piece]) -> Iterator[float]:
    width = 0.0
    for piece in pieces:
        width += piece.width
        if piece.breakable:
            yield width
            width = 0.0
    yield width


def _pieces(words: Words, style: TextStyle) -> Iterator[_Piece]:
    last = len(words) - 1
    for place, span in enumerate(words):
        start = 0
        chances = list(_CHANCE.finditer(span.text))
        for chance in chances:
            text = span.text[start : chance.start()]
            yield _piece(_Bit(span, place, text, spaced=chance[0] != "", breakable=True), style)
            start = chance.end()
        rest = span.text[start:]
        if rest:
            yield _piece(_Bit(span, place, rest, spaced=False, breakable=place == last), style)


@dataclass(frozen=True, slots=True)
class _Bit:
    """A piece before it is measured."""

    span: Span
    place: int
    text: str
    spaced: bool
    breakable: bool


def _piece(bit: _Bit, style: TextStyle) -> _Piece:
    def width(words: str) -> float:
        span = bit.span
        return style.run(words, strong=span.strong, emphasis=span.emphasis).width if words else 0.0

    space = width(" ") if bit.spaced else 0.0
    return _Piece(bit.text, bit.place, width(bit.text), space, bit.breakable)


def _best_breaks(pieces: Sequence[_Piece], measure: float) -> list[int]:
    """Where each line ends, with the least total cost (dynamic programming over breakpoints)."""
    stops = [0, *(place + 1 for place, piece in enumerate(pieces) if piece.breakable)]
    if stops[-1] != len(pieces):
        stops.append(len(pieces))
    sums = [0.0]
    for piece in pieces:
        sums.append(sums[-1] + piece.width + piece.space)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * (len(stops) - 1)
    for here in range(1, len(stops)):
        for before in range(here - 1, -1, -1):
            width = sums[stops[here]] - sums[stops[before]] - pieces[stops[here] - 1].space
            alone = before == here - 1
            if width > measure + _SLIP and not alone:
                break
            cost = best[before][0] + _cost(width, measure, last=here == len(stops) - 1)
            if cost < best[here][0]:
                best[here] = (cost, before)
    ends: list[int] = []
    here = len(stops) - 1
    while here > 0:
        ends.append(stops[here])
        here = best[here][1]
    return ends[::-1]


_SLIP = 0.01
"""Points by which a line may be too wide before it counts: rounding of widths, nothing visible."""


def _cost(width: float, measure: float, *, last: bool) -> float:
    slack = (measure - width) / measure
    if slack < -_SLIP:
        return 1000 * -slack
    if last:
        return 0.08 if width < _RUNT * measure else 0.0
    return slack * slack + 0.0005


def _balanced_breaks(pieces: Sequence[_Piece], measure: float, count: int) -> list[int]:
    """The breaks for the narrowest measure that needs no more lines: lines of like length."""
    low, high = 0.0, measure
    best = _best_breaks(pieces, measure)
    for _ in range(12):
        middle = (low + high) / 2
        breaks = _best_breaks(pieces, middle) if middle > 0 else []
        fits = len(breaks) == count and _widest(pieces, breaks) <= middle + _SLIP
        if fits:
            best, high = breaks, middle
        else:
            low = middle
    return best


def _widest(pieces: Sequence[_Piece], breaks: Sequence[int]) -> float:
    widest, start = 0.0, 0
    for end in breaks:
        width = sum(piece.width + piece.space for piece in pieces[start:end])
        widest = max(widest, width - pieces[end - 1].space)
        start = end
    return widest


def _set_line(pieces: Sequence[_Piece], words: Words, style: TextStyle, *, last: bool) -> Line:
    """Shape a line, the pieces of one span together.

    A space ends each line but the last, so that extracted words do not run together.
    """
    stretches: list[Stretch] = []
    x = 0.0
    place = 0
    while place < len(pieces):
        span = pieces[place].span
        text = ""
        while place < len(pieces) and pieces[place].span == span:
            piece = pieces[place]
            ends_line = place == len(pieces) - 1
            text += piece.text + (" " if piece.space and not (ends_line and last) else "")
            place += 1
        if not text:
            continue
        whole = words[span]
        run = style.run(text, strong=whole.strong, emphasis=whole.emphasis)
        stretches.append(Stretch(x, run, replace(whole, text=text)))
        x += run.width
    return Line(tuple(stretches), x - (pieces[-1].space if not last else 0.0))


def baseline_of(style: TextStyle) -> float:
    """How far below a line's top its baseline lies, so that capitals stand in its middle."""
    return (style.leading + style.size * style.roman.metrics.cap_height / 1000) / 2


def marks_of(
    stretch: Stretch, style: TextStyle, colour: Colour, origin: float = 0.0
) -> tuple[Mark, ...]:
    """The marks of a stretch whose box starts `origin` points from the line's left edge."""
    x = stretch.x - origin
    span = stretch.span
    text = Text(x, baseline_of(style), stretch.run, colour, span.number or span.claim)
    if not span.link:
        return (text,)
    rect = Rect(x, 0, stretch.run.width, style.leading)
    return (text, Link(rect, span.link, span.title or span.text.strip()))

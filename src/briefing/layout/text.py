"""Words with their emphasis, figures and links, broken into lines of shaped runs.

Where lines may end is found in `pieces`, where they do end in `breaks`; here a paragraph goes from
one to the other and its lines are set: ragged, justified, with punctuation in the margin.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.brand.styles import bare, nearest
from briefing.drawing import Link, Number, Rect, Text
from briefing.hyphens import SOFT_HYPHEN
from briefing.layout.breaks import SLIP
from briefing.layout.paragraph import Paragraph, hyphen
from briefing.layout.pieces import HYPHENATED, Chance, pieces_of, run_of
from briefing.layout.spaces import HAIR, Share, letters, scaled, share, spread, widths
from briefing.signs import NO_BREAK, NO_BREAK_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.brand.styles import TextStyle
    from briefing.diagnostics import Source
    from briefing.drawing import Colour, GlyphRun, Mark
    from briefing.layout.pieces import Piece


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of running words set one way.

    `number` is the bound figure that the words print, `link` a web address or ``#anchor``, `claim`
    the words' proof as the ledger lists it, `language` a BCP 47 tag where it is not the document's,
    `script` is ``sup`` or ``sub`` for words that stand above or below the line, `title` what a link
    says of itself where its words do not say enough. A `whole` span is divided at its white space
    alone; `code` is printed as it was typed. `expansions` has abbreviations at whose first place
    in the text it is heard what they stand for: (``CCGs``, ``clinical commissioning groups``).
    `heard` is said in place of the words where they mean nothing to the ear: a mark of print.
    `places` says from which sign of the text on the words come from which place in a file; words
    are alike wherever they come from.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    language: str = ""
    script: str = ""
    title: str = ""
    whole: bool = False
    code: bool = False
    expansions: tuple[tuple[str, str], ...] = ()
    heard: str = ""
    number: Number | None = None
    claim: Number | None = None
    places: tuple[tuple[int, Source], ...] = field(default=(), compare=False, repr=False)

    def place(self, at: int) -> Source | None:
        """Where an author wrote the sign at `at`; None if nobody did."""
        found = [(start, where) for start, where in self.places if start <= at]
        if not found:
            return None
        start, where = found[-1]
        return replace(where, column=where.column + at - start) if where.column else where


Words = tuple[Span, ...]


def plain(words: Words) -> str:
    """The words without their dress, and without the soft hyphens that only guide their breaks."""
    return "".join(span.text for span in words).replace(SOFT_HYPHEN, "")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a line in one span: where it starts from the line's left edge, and its glyphs."""

    x: float
    run: GlyphRun
    span: Span


def parted(stretch: Stretch, start: int, end: int) -> tuple[Stretch, Stretch, Stretch]:
    """A stretch in three, cut at two places of its run's text; no glyph moves.

    A place within a cluster of glyphs is taken for the one before it.
    """
    before, rest = _cut(stretch, start)
    inner, behind = _cut(rest, end - len(before.run.text))
    return before, inner, behind


def _cut(stretch: Stretch, at: int) -> tuple[Stretch, Stretch]:
    run, length, count = stretch.run, 0, 0
    for glyph in run.glyphs:
        if length + len(glyph.text) > at or (length == at and glyph.text):
            break
        length += len(glyph.text)
        count += 1
    first, last = run.glyphs[:count], run.glyphs[count:]
    width = sum(glyph.advance for glyph in first) * run.stretch * run.size / 1000
    head = replace(run, text=run.text[:length], glyphs=first, width=width)
    tail = replace(run, text=run.text[length:], glyphs=last, width=run.width - width)
    return replace(stretch, run=head), replace(stretch, x=stretch.x + width, run=tail)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph: its stretches from left to right, and its width in points.

    What hangs in the margin does not count: it stands left of 0 or right of the width.
    """

    stretches: tuple[Stretch, ...]
    width: float

    @property
    def divided(self) -> bool:
        """Whether the line ends within a word."""
        return bool(self.stretches) and self.stretches[-1].span.text.endswith(SOFT_HYPHEN)


_EMPTY = Line((), 0.0)


def break_lines(words: Words, style: TextStyle, measure: float) -> tuple[Line, ...]:
    """Break words into lines at most `measure` points wide.

    A single word wider than the measure gets a line of its own and sticks out: layout reports it.
    Raises `briefing.fonts.MissingGlyphError`.
    """
    return bare_lines(words, bare(style), measure)


@lru_cache(maxsize=8192)
def bare_lines(words: Words, style: TextStyle, measure: float) -> tuple[Line, ...]:
    """As `break_lines`, in a style that is bare: what is worked out once for all that are alike."""
    lines: list[Line] = []
    pieces = pieces_of(words, style)
    for part in _parts(pieces):
        paragraph = Paragraph(part, words, style)
        before = 0
        for end in paragraph.ends(measure):
            final = end == len(part) and part[-1] is pieces[-1]
            lines.append(_set_line(paragraph, before, end, measure, final=final))
            before = end
    if pieces and pieces[-1].chance is Chance.LINE:
        lines.append(_EMPTY)
    return tuple(lines)


def width_of(words: Words, style: TextStyle) -> float:
    """The width of words whose lines end where their author says and nowhere else, in points."""
    return max(map(_width, _parts(pieces_of(words, bare(style)))), default=0.0)


def _width(part: Sequence[Piece]) -> float:
    ended = part[-1].space if part[-1].chance is Chance.LINE else 0.0
    return sum(piece.width + piece.space for piece in part) - ended


def widest_word(words: Words, style: TextStyle) -> float:
    """The width of the widest piece that cannot be broken, in points."""
    return _widest(words, bare(style))


def widest_part(words: Words, style: TextStyle) -> str:
    """The letters of the widest piece that cannot be broken; raises `MissingGlyphError`."""
    return max(_unbreakable(words, bare(style)), default=(0.0, ""))[1]


@lru_cache(maxsize=8192)
def _widest(words: Words, style: TextStyle) -> float:
    return max(_unbreakable(words, style), default=(0.0, ""))[0]


def _unbreakable(words: Words, style: TextStyle) -> Iterator[tuple[float, str]]:
    """The widths in points and the letters of what cannot be broken."""
    width, text = 0.0, ""
    for piece in pieces_of(words, style):
        width += piece.width
        text += piece.text
        if piece.chance is not Chance.NONE:
            yield width + hyphen(piece, words, style), text
            width, text = 0.0, ""
    yield width, text


def _parts(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """The pieces between the ends of line that the author typed."""
    start = 0
    for place, piece in enumerate(pieces, 1):
        if piece.chance is Chance.LINE or place == len(pieces):
            yield pieces[start:place]
            start = place


def _set_line(paragraph: Paragraph, start: int, end: int, measure: float, *, final: bool) -> Line:
    """Shape a line, the pieces of one span together.

    A space ends each line but the final one, so that extracted words do not run together; a word
    that is divided ends with a soft hyphen.
    """
    words, style = paragraph.words, paragraph.style
    if not any(piece.text for piece in paragraph.pieces[start:end]):
        return _EMPTY
    texts = list(_texts(paragraph.pieces[start:end], final=final))
    runs = [run_of(words[span], text, style) for span, text in texts]
    blank = bool(texts) and texts[-1][1].endswith(" ")
    spaces = list(widths(runs))
    trailing = spaces.pop() if blank and spaces else 0.0
    left = paragraph.left_hang(start)
    edge = measure + left + paragraph.right_hang(end)
    natural = sum(run.width for run in runs) - trailing
    last = end == len(paragraph.pieces)
    added = paragraph.eased(natural, spaces, edge, last=last)
    if added.stretch != 1 and not added.space:
        runs, trailing = [scaled(run, added.stretch) for run in runs], trailing * added.stretch
    else:
        added = added if added.space else _share(paragraph, runs, spaces, edge - natural, last=last)
        runs = list(_spread(runs, added, blank=blank))
    stretches: list[Stretch] = []
    x = -left
    for (span, text), run in zip(texts, runs, strict=True):
        stretches.append(Stretch(x, run, _on_line(words, span, text)))
        x += run.width
    width = x - trailing
    return Line(tuple(stretches), measure if measure < width <= edge - left + SLIP else width)


def _on_line(words: Words, place: int, text: str) -> Span:
    """A span with the words that a line has of it."""
    span = words[place]
    said = _said(words, place) if span.link else ""
    if (text, said) == (span.text, span.title):
        return span
    return replace(span, text=text, title=said)


def _said(words: Words, place: int) -> str:
    """What a link says of itself: its title, or all its words, on however many lines they stand."""
    link = words[place]
    if link.title:
        return link.title
    first, last = place, place + 1
    while first and words[first - 1].link == link.link:
        first -= 1
    while last < len(words) and words[last].link == link.link:
        last += 1
    return " ".join(plain(words[first:last]).translate(_TYPED).split())


_TYPED = str.maketrans({NO_BREAK: " ", NO_BREAK_HYPHEN: "-"})
"""Signs that only guide the ends of lines, as whoever reads out or copies wants them."""


def _share(
    paragraph: Paragraph,
    runs: Sequence[GlyphRun],
    spaces: Sequence[float],
    gap: float,
    *,
    last: bool,
) -> Share:
    """What letters and spaces of a line get of what it is short of or over.

    A last line is only ever narrowed, and kerning may make any line a hair too wide.
    """
    full = paragraph.justified and not last
    if -HAIR <= gap <= HAIR or (gap > 0 and not full):
        return Share()
    body = list(letters(runs)) if paragraph.justified else []
    return share(gap, spaces, sum(body), max(0, len(body) - 1), paragraph.style)


def _spread(runs: Sequence[GlyphRun], added: Share, *, blank: bool) -> Iterator[GlyphRun]:
    """The runs of a line with their share; `blank` says that a space ends it."""
    for place, run in enumerate(runs, 1):
        ends = place == len(runs)
        yield run if added == Share() else spread(run, added, ends=ends, trailing=ends and blank)


def _texts(pieces: Sequence[Piece], *, final: bool) -> Iterator[tuple[int, str]]:
    """The words that each span has on a line."""
    last = len(pieces) - 1
    for span, group in groupby(enumerate(pieces), key=lambda each: each[1].span):
        text = ""
        for place, piece in group:
            ends = place == last
            text += piece.text + (" " if piece.space and not (ends and final) else "")
            if ends and piece.chance in HYPHENATED:
                text += SOFT_HYPHEN
        if text:
            yield span, text


def baseline_of(style: TextStyle) -> float:
    """How far below a line's top its baseline lies: capitals in its middle, then onto the grid."""
    middle = (style.leading + style.size * style.roman.metrics.cap_height / 1000) / 2
    return nearest(middle, style.grid)


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

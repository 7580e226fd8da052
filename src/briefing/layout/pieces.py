"""Words cut into pieces: what no line divides, measured, and the chances to break between.

A span is shaped once as a whole, so that a piece is as wide as it stands among its neighbours,
kerning included.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.hyphens import LONG, SHORTEST, SOFT_HYPHEN, divisions
from briefing.signs import EM_DASH, EN_DASH, NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.brand.styles import TextStyle
    from briefing.drawing import GlyphRun
    from briefing.layout.text import Span, Words


class Chance(Enum):
    """What may end a line behind a piece."""

    NONE = "nothing: the next piece stands in another span"
    SPACE = "white space"
    SIGN = "a dash or a slash"
    ADDRESS = "a slash within an address"
    PART = "another sign within an address"
    HYPHEN = "a hyphen that is part of the word"
    SOFT = "a soft hyphen that the author typed"
    PATTERN = "a hyphen by the patterns of the language"
    STUMP = "one that leaves few letters of the word on one of its sides"
    LINE = "the author's own end of line"

    __hash__ = object.__hash__
    """Each is itself alone; by its name, as usual, it takes the time of a whole line's measure."""


PATTERNS = frozenset({Chance.PATTERN, Chance.STUMP})
"""Chances within a word of which its author knows nothing."""
HYPHENATED = PATTERNS | {Chance.SOFT}
"""Chances that print a hyphen if they are taken, and nothing if not."""
FEW = 3
"""So many letters of a word alone on a line are a stump: they tell nothing of it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two chances to break, in one span.

    `space` is the width of the white space behind it, `held` that of the no-break spaces in it.
    """

    text: str
    span: int
    width: float
    space: float
    held: float
    chance: Chance

    @property
    def letters(self) -> int:
        """Its signs that letter space goes between: held spaces give way as spaces do."""
        return len(self.text) - self.text.count(NO_BREAK)


LINE_BREAK = "\n"
"""Ends a line of a paragraph where its author says so; two leave a line empty."""
_CHANCE = re.compile(
    rf"""
      (?P<LINE>[ \t]*\n[ \t]*)
    | (?P<SPACE>[ \t]+)
    | (?P<HYPHEN>(?<=-)(?<!\d-)(?=\w) | (?<=\d-)(?=[^\W\d]))
    | (?P<SIGN>(?<=[/{EN_DASH}{EM_DASH}])(?=\w)(?<!\d.)
              | (?<=\d[/{EN_DASH}{EM_DASH}])(?=[^\W\d]))
    """,
    re.VERBOSE,
)
"""Between two figures a hyphen, a dash or a slash holds: 2017-18, 45\N{EN DASH}60, 24/7."""


_ADDRESS = re.compile(r"(?P<host>(?:\w+://)?[^\s/]+\.[^\s/.]+)/\S*")
_SIGNS = re.compile("(?<=\\w)(?=[?&#=_.\N{NON-BREAKING HYPHEN}-]\\w)")
"""Where a part of an address between slashes is divided if it must: in front of a sign, so that
nobody takes that for a hyphen or a full stop of the words around."""
_WITHIN = frozenset({Chance.HYPHEN.name, Chance.SIGN.name})
"""Chances within a word."""


def run_of(span: Span, text: str, style: TextStyle) -> GlyphRun:
    """Some words of a span shaped in a style."""
    return style.run(
        text,
        strong=span.strong,
        emphasis=span.emphasis,
        script=span.script,
        language=span.language,
        code=span.code,
    )


@lru_cache(maxsize=8192)
def pieces_of(words: Words, style: TextStyle) -> tuple[Piece, ...]:
    """The pieces of words in a style; raises `briefing.fonts.MissingGlyphError`."""
    pieces: list[Piece] = []
    for place, span in enumerate(words):
        before = words[place - 1].text[-1:] if place else ""
        behind = words[place + 1].text[:1] if place + 1 < len(words) else ""
        pieces.extend(_cut(span, place, style, before + behind))
    return tuple(pieces)


def _cut(span: Span, place: int, style: TextStyle, around: str) -> Iterator[Piece]:
    """The pieces of one span; `around` are the letters that touch it on both sides."""
    text, soft = _without_soft(span.text)
    if not text:
        return
    offsets = _offsets(run_of(span, text, style))
    start = 0
    for end, following, chance in _chances(span, text, soft, style, around):
        yield Piece(
            text[start:end],
            place,
            offsets[end] - offsets[start],
            offsets[following] - offsets[end],
            _held(text, offsets, start, end),
            chance,
        )
        start = following
    if start < len(text):
        width = offsets[-1] - offsets[start]
        held = _held(text, offsets, start, len(text))
        yield Piece(text[start:], place, width, 0.0, held, Chance.NONE)


def _without_soft(text: str) -> tuple[str, list[int]]:
    """The text without its soft hyphens, and the places in it where they stood."""
    if SOFT_HYPHEN not in text:
        return text, []
    parts = text.split(SOFT_HYPHEN)
    places = [sum(map(len, parts[:count])) for count in range(1, len(parts))]
    return "".join(parts), places


def _offsets(run: GlyphRun) -> list[float]:
    """Where each letter of a run begins, in points, and where the last one ends.

    The letters of a ligature share its width.
    """
    offsets: list[float] = []
    x, scale, cluster = 0.0, run.size / 1000, 1
    for glyph in run.glyphs:
        if glyph.text:
            cluster = len(glyph.text)
            offsets.extend([x] if cluster == 1 else [x] * cluster)
        x += glyph.advance * scale
        if cluster > 1:
            begin = offsets[-cluster]
            for step in range(1, cluster):
                offsets[step - cluster] = begin + (x - begin) * step / cluster
    offsets.append(x)
    return offsets


def _held(text: str, offsets: list[float], start: int, end: int) -> float:
    if text.find(NO_BREAK, start, end) < 0:
        return 0.0
    places = (at for at in range(start, end) if text[at] == NO_BREAK)
    return sum(offsets[at + 1] - offsets[at] for at in places)


def _chances(
    span: Span, text: str, soft: list[int], style: TextStyle, around: str
) -> Iterator[tuple[int, int, Chance]]:
    """The chances in a span in order: where its piece ends, where the next one begins."""
    addresses = list(_ADDRESS.finditer(text)) if "/" in text else []
    found: list[tuple[int, int, Chance]] = [
        (match.start(), match.end(), kind)
        for match in _CHANCE.finditer(text)
        if (not span.whole or match.lastgroup not in _WITHIN)
        and (kind := _kind(match, addresses)) is not Chance.NONE
    ]
    if not span.whole:
        found += _within(text, addresses)
    divided = [(at, at, Chance.SOFT) for at in soft if 0 < at < len(text)]
    bound = span.number or span.claim or span.script or span.link or span.whole or span.code
    if style.hyphens and not bound:
        language = span.language or style.language
        shortest = LONG if style.shy else SHORTEST
        divided += _patterned(text, soft, language, around, shortest)
    if not divided and not addresses:
        return iter(found)
    return iter(sorted([*found, *divided], key=lambda chance: chance[:2]))


def _within(text: str, addresses: list[re.Match[str]]) -> Iterator[tuple[int, int, Chance]]:
    """The chances at the signs of addresses, behind the name of the host."""
    for address in addresses:
        for match in _SIGNS.finditer(text, address.end("host"), address.end()):
            yield match.start(), match.start(), Chance.PART


def _kind(match: re.Match[str], addresses: list[re.Match[str]]) -> Chance:
    """Which chance was found: in an address a slash counts otherwise, and a hyphen is none."""
    chance = Chance[match.lastgroup or "SPACE"]
    if not any(each.start() < match.start() < each.end() for each in addresses):
        return chance
    return {Chance.SIGN: Chance.ADDRESS, Chance.HYPHEN: Chance.NONE}.get(chance, chance)


_WORD = re.compile(r"\S+")


def _patterned(
    text: str, soft: list[int], language: str, around: str, shortest: int
) -> Iterator[tuple[int, int, Chance]]:
    """Where patterns divide words; not one that its author divided or that goes on elsewhere."""
    touched = bool(around.strip())
    for match in _WORD.finditer(text):
        start, end = match.span()
        at_edge = start == 0 or end == len(text)
        if (touched and at_edge) or any(start <= at <= end for at in soft):
            continue
        for place in divisions(match.group(), language, shortest):
            sides = match.group()[:place], match.group()[place:]
            stump = min(sum(map(str.isalpha, side)) for side in sides) <= FEW
            yield start + place, start + place, Chance.STUMP if stump else Chance.PATTERN

"""How a line gives way: its letters by a hair, and of justified ones the spaces by the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.drawing import clusters
from briefing.signs import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.brand.styles import TextStyle
    from briefing.drawing import Glyph, GlyphRun

WHITE = frozenset({" ", NO_BREAK})
"""The spaces that give way; thin ones keep their width."""
STRETCH, SHRINK = 2 / 5, 1 / 3
"""Parts of a space by which it widens decently, and narrows at most.

TeX has a half and a third; widening had better cost nearly what narrowing does, for letters that
give way leave lines enough to choose from.
"""
TRACKING = 0.5
"""Ems by which letters stand apart for each part by which they are drawn wider.

With the two per cent that a style has unless it says otherwise that is a hundredth of an em, some
two per cent of a letter, which nobody sees. Together they spare spaces and rivers.
"""
SLIGHT = 0.1
"""The part by which spaces of ragged lines narrow besides, if a line holds a word more for it."""
LOOSEST = 1.5
"""Parts of itself by which a space widens at most: a line that asks for more stays ragged."""
HAIR = 0.005
"""Points that nobody sees."""


def give(white: float, style: TextStyle) -> tuple[float, float]:
    """By how much spaces `white` points wide in all widen and narrow decently."""
    if style.align == "justify":
        return STRETCH * white, SHRINK * white
    return 0.0, SLIGHT * white if calm(style) else 0.0


def hair(body: float, count: float, style: TextStyle) -> float:
    """By how much `count` letters, `body` points wide in all, give way at most, either way."""
    return style.expansion * (body + TRACKING * style.size * count)


@dataclass(frozen=True, slots=True)
class Share:
    """What is added to each space and between each two letters, in points, and to letters.

    They are drawn `stretch` as wide.
    """

    space: float = 0.0
    letter: float = 0.0
    stretch: float = 1.0


def calm(style: TextStyle) -> float:
    """The part by which ragged lines are drawn wider or narrower at most.

    Here it only makes the edge calmer. Balanced lines are as even as they can be.
    """
    ragged = not style.balanced and style.align in {"left", "right"}
    return style.expansion if ragged else 0.0


def widths(runs: Sequence[GlyphRun]) -> Iterator[float]:
    """The width of each space that gives way, in points."""
    for run in runs:
        for glyph in run.glyphs:
            if glyph.text in WHITE:
                yield glyph.advance * run.size / 1000


def letters(runs: Sequence[GlyphRun]) -> Iterator[float]:
    """The width of each letter with its marks, of all that is not white, in points."""
    for run in runs:
        for letter in clusters(run.glyphs):
            if letter[0].text not in WHITE:
                yield sum(glyph.advance for glyph in letter) * run.size / 1000


def share(gap: float, spaces: Sequence[float], body: float, gaps: int, style: TextStyle) -> Share:
    """How a line `gap` points short comes to end at its measure.

    Letters, `body` points wide in all with `gaps` between them, give way first, as far as the style
    lets them; spaces take the rest. A line whose spaces would become far too wide is left as it is.
    """
    most = hair(body, gaps, style)
    part = max(-1.0, min(gap / most, 1.0)) if most else 0.0
    stretch = 1 + round(part * style.expansion, 4)
    letter = (stretch - 1) * TRACKING * style.size
    white, rest = sum(spaces), gap - (stretch - 1) * body - letter * gaps
    if gap > 0 and rest > LOOSEST * white + HAIR:
        return Share()
    space = max(rest, -SHRINK * white - HAIR) / len(spaces) if spaces else 0.0
    return Share(space, letter, stretch)


def spread(run: GlyphRun, added: Share, *, ends: bool, trailing: bool) -> GlyphRun:
    """A run with its letters stretched, and its share in each space and behind each letter.

    The last letter of a line (`ends`) gets none, nor does the space that ends it (`trailing`). A
    letter and its marks stay as they stand together.
    """
    stretch, em = added.stretch, 1000 / run.size
    letter, space = added.letter * em / stretch, added.space * em / stretch
    signs = list(clusters(run.glyphs))
    last = len(signs) - ends - trailing
    glyphs: list[Glyph] = []
    for place, (*before, glyph) in enumerate(signs):
        if glyph.text in WHITE:
            more = glyph.advance / stretch - glyph.advance
            more += space if place < len(signs) - trailing else 0.0
        else:
            more = letter if place < last else 0.0
        glyphs += (*before, replace(glyph, advance=glyph.advance + more))
    width = sum(glyph.advance for glyph in glyphs) * stretch / em
    return replace(run, glyphs=tuple(glyphs), width=width, stretch=stretch)


def scaled(run: GlyphRun, stretch: float) -> GlyphRun:
    """A run drawn wider or narrower as a whole, spaces and all."""
    return replace(run, width=run.width * stretch, stretch=stretch)

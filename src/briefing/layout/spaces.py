"""How a justified line gives way: by its spaces, and by a hair between its letters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.signs import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.drawing import GlyphRun

WHITE = frozenset({" ", NO_BREAK})
"""The spaces that give way; thin ones keep their width."""
STRETCH, SHRINK = 1 / 2, 1 / 3
"""Parts of a space by which it widens decently, and narrows at most (those of TeX)."""
TRACKING = 0.01
"""Ems by which letters stand closer or farther apart at most: nobody sees it, and it spares rivers.

It widens a line by about as much as pdfTeX's font expansion of two per cent does.
"""
LOOSEST = 1.5
"""Parts of itself by which a space widens at most: a line that asks for more stays ragged."""
HAIR = 0.005
"""Points that nobody sees."""


def give(white: float, letters: float) -> tuple[float, float]:
    """By how much spaces `white` points wide and letters of `letters` ems in all widen and narrow.

    The ems are in points: the number of letters times the size.
    """
    return STRETCH * white + TRACKING * letters, SHRINK * white + TRACKING * letters


@dataclass(frozen=True, slots=True)
class Share:
    """What is added to each space, and between each two letters, in points."""

    space: float = 0.0
    letter: float = 0.0


def widths(runs: Sequence[GlyphRun]) -> Iterator[float]:
    """The width of each space that gives way, in points."""
    for run in runs:
        for glyph in run.glyphs:
            if glyph.text in WHITE:
                yield glyph.advance * run.size / 1000


def share(gap: float, spaces: Sequence[float], letters: int, size: float, *, fill: bool) -> Share:
    """How a line `gap` points short comes to end at its measure.

    Spaces and letters give way in the same proportion until the letters have given all they may;
    0 `letters` keep their places. Without `fill` a line is only ever narrowed: a last line may need
    it, and kerning may make any line a hair too wide.
    """
    white = sum(spaces)
    gives = give(white, letters * size)[gap < 0]
    if -HAIR <= gap <= HAIR or (gap > 0 and not fill) or not gives:
        return Share()
    letter = max(-1.0, min(gap / gives, 1.0)) * TRACKING * size if letters else 0.0
    rest = gap - letter * letters
    if rest > LOOSEST * white + HAIR:
        return Share()
    space = max(rest, -SHRINK * white - HAIR) / len(spaces) if spaces else 0.0
    return Share(space, letter)


def spread(run: GlyphRun, added: Share, *, ends: bool, trailing: bool) -> GlyphRun:
    """A run with its share in each space and behind each letter.

    The last letter of a line (`ends`) gets none, nor does the space that ends it (`trailing`).
    """
    em = 1000 / run.size
    last = len(run.glyphs) - ends - trailing
    glyphs = []
    for place, glyph in enumerate(run.glyphs):
        more = added.letter if place < last else 0.0
        if glyph.text in WHITE and place < len(run.glyphs) - trailing:
            more += added.space
        glyphs.append(replace(glyph, advance=glyph.advance + more * em))
    width = sum(glyph.advance for glyph in glyphs) / em
    return replace(run, glyphs=tuple(glyphs), width=width)

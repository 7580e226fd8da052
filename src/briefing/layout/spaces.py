"""White space within a line: what each space of a justified line gives way by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.layout.pieces import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.drawing import GlyphRun

WHITE = frozenset({" ", NO_BREAK})
"""The spaces that give way; thin ones keep their width."""
LOOSEST = 1.5
"""Parts of itself by which a space widens at most: a line that asks for more stays ragged."""
TIGHTEST = 0.26
"""Parts of itself by which a space narrows at most, with a hair for rounding."""
HAIR = 0.005
"""Points that nobody sees."""


def widths(runs: Sequence[GlyphRun]) -> Iterator[float]:
    """The width of each space that gives way, in points."""
    for run in runs:
        for glyph in run.glyphs:
            if glyph.text in WHITE:
                yield glyph.advance * run.size / 1000


def share(gap: float, spaces: Sequence[float], *, fill: bool) -> float:
    """What each space is widened by so that a line `gap` points short ends at its measure.

    Without `fill` a line is only ever narrowed: kerning may make it a hair too wide.
    """
    room = sum(spaces)
    if not spaces or -HAIR <= gap <= HAIR or (gap > 0 and not fill) or gap > LOOSEST * room:
        return 0.0
    return max(gap, -TIGHTEST * room) / len(spaces)


def spread(run: GlyphRun, extra: float, *, trailing: bool) -> GlyphRun:
    """A run with `extra` points in each of its spaces; `trailing`: not in the one that ends it."""
    wider = extra * 1000 / run.size
    last = len(run.glyphs) - trailing
    glyphs = tuple(
        replace(glyph, advance=glyph.advance + wider)
        if place < last and glyph.text in WHITE
        else glyph
        for place, glyph in enumerate(run.glyphs)
    )
    width = sum(glyph.advance for glyph in glyphs) * run.size / 1000
    return replace(run, glyphs=glyphs, width=width)

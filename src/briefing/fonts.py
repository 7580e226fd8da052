"""Faces: their metrics, and words shaped into glyphs by HarfBuzz.

Layout, charts and the writer measure and set the same shaped runs, so what was measured is what
is printed. Subsetting stands here too: it needs nothing but the face and the glyphs used.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import uharfbuzz as hb

from briefing.drawing import Glyph, GlyphRun

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Features = frozenset[str]
"""OpenType features switched on beside kerning and standard ligatures: ``tnum``, ``onum`` …"""

PLAIN: Features = frozenset()
TABULAR: Features = frozenset({"tnum"})


class MissingGlyphError(Exception):
    """A character that the face cannot print: it must never become an empty box in silence."""

    def __init__(self, face: str, character: str, words: str) -> None:
        super().__init__(f"{face} has no {character!r} (U+{ord(character):04X}), used in {words!r}")
        self.face = face
        self.character = character
        self.words = words


@dataclass(frozen=True, slots=True)
class FaceMetrics:
    """Vertical measures of a face in thousandths of an em; descent is negative."""

    ascent: float
    descent: float
    cap_height: float


@dataclass(eq=False)
class Face:
    """One static TrueType face of a brand; loaded when it is first measured."""

    name: str
    path: Path
    _shaped: dict[tuple[str, Features], tuple[tuple[Glyph, ...], float]] = field(
        default_factory=dict, repr=False
    )
    _advances: dict[int, float] = field(default_factory=dict, repr=False)

    @cached_property
    def face(self) -> hb.Face:
        """HarfBuzz's view of the file."""
        return hb.Face(hb.Blob.from_file_path(str(self.path)))

    @cached_property
    def font(self) -> hb.Font:
        """The face at its own units, for shaping."""
        return hb.Font(self.face)

    @cached_property
    def metrics(self) -> FaceMetrics:
        """Ascent, descent and cap height."""
        extents = self.font.get_font_extents("ltr")
        return FaceMetrics(
            self._thousandths(extents.ascender),
            self._thousandths(extents.descender),
            self._height_of("H"),
        )

    def _thousandths(self, units: float) -> float:
        return units * 1000 / float(self.face.upem)

    def _height_of(self, letter: str) -> float:
        extents = self.font.get_glyph_extents(self.font.get_nominal_glyph(ord(letter)) or 0)
        return self._thousandths(float(extents.y_bearing) if extents else 0.0)

    def shape(self, words: str, size: float, features: Features = PLAIN) -> GlyphRun:
        """Shape `words` at `size` points; raise `MissingGlyphError` for what the face lacks."""
        key = (words, features)
        if key not in self._shaped:
            glyphs = self._glyphs(words, features)
            self._shaped[key] = (glyphs, sum(glyph.advance for glyph in glyphs) / 1000)
        glyphs, ems = self._shaped[key]
        return GlyphRun(self.name, size, words, glyphs, ems * size)

    def width(self, words: str, size: float, features: Features = PLAIN) -> float:
        """The width of `words` in points."""
        return self.shape(words, size, features).width

    def _glyphs(self, words: str, features: Features) -> tuple[Glyph, ...]:
        buffer = hb.Buffer()
        buffer.add_str("".join(_seen(each) for each in words))
        buffer.guess_segment_properties()
        hb.shape(self.font, buffer, {"kern": True, "liga": True} | dict.fromkeys(features, True))
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        scale = 1000 / float(self.face.upem)
        glyphs: list[Glyph] = []
        end = len(words)
        # From the last to the first, since a cluster ends where the one behind it begins.
        for place in range(len(infos) - 1, -1, -1):
            index, start = infos[place].codepoint, infos[place].cluster
            if index == 0:
                raise MissingGlyphError(self.name, words[start], words)
            first = place == 0 or infos[place - 1].cluster != start
            position = positions[place]
            glyphs.append(
                Glyph(
                    index,
                    position.x_advance * scale,
                    self._natural(index),
                    words[start:end] if first else "",
                    position.x_offset * scale,
                    position.y_offset * scale,
                )
            )
            if first:
                end = start
        return tuple(reversed(glyphs))

    def _natural(self, index: int) -> float:
        """The advance that the face itself gives a glyph, in thousandths of an em."""
        if index not in self._advances:
            self._advances[index] = self._thousandths(self.font.get_glyph_h_advance(index))
        return self._advances[index]

    def subset(self, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
        """Cut the face down to `glyphs`: the TrueType file, and the new index of each old glyph.

        Glyph 0 is always kept, as the format demands. Layout tables and hints are dropped: the
        runs are shaped already.
        """
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
        wanted.drop_table_tag_set.update(int.from_bytes(tag) for tag in _LAYOUT_TABLES)
        plan = hb.SubsetPlan(self.face, wanted)
        cut = plan.execute()
        return bytes(cut.blob.data), dict(plan.old_to_new_glyph_mapping)


def _seen(character: str) -> str:
    """The character whose glyph stands for this one: faces often lack the unbreakable twins."""
    return _TWINS.get(character, character)


_LAYOUT_TABLES = (b"GSUB", b"GPOS", b"GDEF", b"kern", b"DSIG")
_TWINS = {
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": "\N{THIN SPACE}",
    "\N{NON-BREAKING HYPHEN}": "\N{HYPHEN-MINUS}",
    "\N{SOFT HYPHEN}": "\N{HYPHEN-MINUS}",
}

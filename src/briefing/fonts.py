"""Faces: their metrics, and words shaped into glyphs by HarfBuzz.

Layout, charts and the writer measure and set the same shaped runs, so what was measured is what
is printed. Subsetting stands here too: it needs nothing but the face and the glyphs used.
"""

from __future__ import annotations

import struct
import unicodedata
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

from briefing.drawing import Glyph, GlyphRun, clusters
from briefing.hyphens import joints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Features = frozenset[str]
"""OpenType features switched on beside kerning and standard ligatures: ``tnum``, ``onum`` …"""

PLAIN: Features = frozenset()


class MissingGlyphError(Exception):
    """A character that no face allowed can print: it must never become an empty box in silence."""

    def __init__(self, faces: tuple[str, ...], character: str, word: str) -> None:
        name = unicodedata.name(character, "a character without a name")
        lacking = f"{faces[0]} has no" if len(faces) == 1 else f"none of {', '.join(faces)} has"
        within = f", in the word {word!r}" if word != character else ""
        super().__init__(f"{lacking} {character!r} (U+{ord(character):04X} {name}){within}")
        self.faces = faces
        self.character = character
        self.word = word


@dataclass(frozen=True, slots=True)
class FaceMetrics:
    """Vertical measures of a face in thousandths of an em; descent is negative."""

    ascent: float
    descent: float
    cap_height: float


@dataclass(frozen=True, slots=True)
class Ink:
    """Where the ink of a glyph lies, in thousandths of an em from its origin; y counts upwards."""

    left: float
    top: float
    right: float
    foot: float


@dataclass(frozen=True, slots=True)
class Raised:
    """How a face draws letters above or below the line: their size and rise as parts of an em."""

    size: float
    rise: float


SCRIPTS = {"sup": "sups", "sub": "subs"}
"""The OpenType feature that holds a face's own superiors or inferiors."""


@dataclass(eq=False)
class Face:
    """One static TrueType face of a brand; loaded when it is first measured.

    `fallback` are the faces that a glyph is taken from, the first that has it, where this one has
    none. Their own fallbacks do not count.
    """

    name: str
    path: Path
    fallback: tuple[Face, ...] = ()
    _shaped: dict[tuple[str, Features, str], tuple[tuple[Glyph, ...], float]] = field(
        default_factory=dict, repr=False
    )
    _runs: dict[tuple[str, float, Features, str], GlyphRun] = field(
        default_factory=dict, repr=False
    )
    _equal: dict[tuple[int, str, int, int, int], Glyph] = field(default_factory=dict, repr=False)
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

    @cached_property
    def x_height(self) -> float:
        """The height of small letters in thousandths of an em: how large the face looks.

        Half an em for a face that has none.
        """
        return self._height_of("x") or 500.0

    @cached_property
    def weight(self) -> int:
        """The weight class of its OS/2 table: 400 is regular, 700 bold."""
        (weight,) = struct.unpack(">H", self.face.reference_table("OS/2").data[4:6])
        return int(weight)

    @cached_property
    def fixed(self) -> bool:
        """Whether its letters are all of one width."""
        glyphs = (self.font.get_nominal_glyph(ord(each)) or 0 for each in "iMW.0")
        return len({self._natural(glyph) for glyph in glyphs}) == 1

    def _thousandths(self, units: float) -> float:
        return units * 1000 / float(self.face.upem)

    def _height_of(self, letter: str) -> float:
        extents = self.font.get_glyph_extents(self.font.get_nominal_glyph(ord(letter)) or 0)
        return self._thousandths(float(extents.y_bearing) if extents else 0.0)

    def ink(self, character: str) -> Ink:
        """The ink of the glyph that the face has for a character; nothing if it has none."""
        glyph = self.font.get_nominal_glyph(ord(_seen(character)))
        extents = self.font.get_glyph_extents(glyph) if glyph else None
        if extents is None:
            return Ink(0, 0, 0, 0)
        left, top = self._thousandths(extents.x_bearing), self._thousandths(extents.y_bearing)
        right = left + self._thousandths(extents.width)
        return Ink(left, top, right, top + self._thousandths(extents.height))

    @cached_property
    def raised(self) -> dict[str, Raised]:
        """How superiors and inferiors are drawn from ordinary letters, as the face advises.

        The figures are those of its OS/2 table: size and offset across the line.
        """
        table = self.face.reference_table("OS/2").data
        _, sub, _, drop, _, sup, _, rise = struct.unpack(">8h", table[10:26])
        em = float(self.face.upem)
        return {"sup": Raised(sup / em, rise / em), "sub": Raised(sub / em, -drop / em)}

    def shape(
        self, words: str, size: float, features: Features = PLAIN, language: str = ""
    ) -> GlyphRun:
        """Shape `words` at `size` points, as `language` (a BCP 47 tag) writes its letters.

        Raises `MissingGlyphError` for what neither the face nor its fallbacks have.
        """
        asked = (words, size, features, language)
        run = self._runs.get(asked)
        if run is None:
            key = (words, features, language)
            if key not in self._shaped:
                glyphs = tuple(self._glyphs(words, features, language))
                self._shaped[key] = (glyphs, sum(glyph.advance for glyph in glyphs) / 1000)
            glyphs, ems = self._shaped[key]
            run = self._runs[asked] = GlyphRun(self.name, size, words, glyphs, ems * size)
        return run

    def width(self, words: str, size: float, features: Features = PLAIN) -> float:
        """The width of `words` in points."""
        return self.shape(words, size, features).width

    def scripted(
        self, words: str, size: float, script: str, features: Features = PLAIN, language: str = ""
    ) -> GlyphRun:
        """Shape words above (`script` ``sup``) or below (``sub``) the line of text at `size`.

        The face's own superiors are used where it has one for every letter, for they have the
        weight of the text; else its letters are made smaller and moved, by what its OS/2 table
        advises. These are smaller than the text by convention: the smallest size of a format is
        that of the line they stand in.
        """
        plain = self.shape(words, size, features, language)
        own = self.shape(words, size, features | {SCRIPTS[script]}, language)
        pairs = zip(own.glyphs, plain.glyphs, strict=False)
        if all(one.index != other.index or not one.text.strip() for one, other in pairs):
            return own
        raised = self.raised[script]
        small = self.shape(words, size * raised.size, features, language)
        rise = 1000 * raised.rise / raised.size
        return replace(small, glyphs=tuple(replace(g, dy=g.dy + rise) for g in small.glyphs))

    def _glyphs(self, words: str, features: Features, language: str) -> Iterator[Glyph]:
        """The glyphs of words; what this face lacks is shaped by a fallback, piece by piece."""
        glyphs = self.own_glyphs(words, features, language)
        if all(glyph.index for glyph in glyphs):
            yield from glyphs
            return
        start = 0
        for missing, group in groupby(clusters(glyphs), key=lambda c: any(not g.index for g in c)):
            piece = "".join(cluster[0].text for cluster in group)
            if missing:
                yield from self._borrowed(words, start, piece, features, language)
            else:
                yield from self.own_glyphs(piece, features, language)
            start += len(piece)

    def _borrowed(
        self, words: str, start: int, piece: str, features: Features, language: str
    ) -> Iterator[Glyph]:
        for each in self.fallback:
            glyphs = each.own_glyphs(piece, features, language)
            if all(glyph.index for glyph in glyphs):
                yield from (replace(glyph, face=each.name) for glyph in glyphs)
                return
        if len(piece) > 1:
            for at, character in enumerate(piece):
                if self.font.get_nominal_glyph(ord(_seen(character))):
                    yield from self.own_glyphs(character, features, language)
                else:
                    yield from self._borrowed(words, start + at, character, features, language)
            return
        faces = (self.name, *(each.name for each in self.fallback))
        raise MissingGlyphError(faces, words[start], _word_at(words, start))

    @cached_property
    def _standard(self) -> dict[str, bool]:
        """The features of all words: in a monospaced face each letter stands as it was typed.

        Faces for programs have ligatures that draw an arrow for ``->`` and a sign for ``!=``.
        """
        drawn = not self.fixed
        return {"kern": True, "liga": drawn, "clig": drawn, "calt": drawn}

    def _wanted(self, words: str, features: Features, language: str) -> dict[str, Any]:
        """The features that words are shaped with: their ligatures end where compounds are joined.

        The letter before a joint takes part in none, or the one behind it where that before ends
        one.
        """
        wanted: dict[str, Any] = self._standard | dict.fromkeys(features, True)
        parted = joints(words, language) if wanted["liga"] else ()
        if parted:
            alone = [at if words[at - 2 : at] == "ff" else at - 1 for at in parted]
            wanted["liga"] = [(at, at + 1, False) for at in alone]
        return wanted

    def own_glyphs(self, words: str, features: Features, language: str) -> tuple[Glyph, ...]:
        """Words shaped by this face alone; a glyph of index 0 says that it has none."""
        buffer = hb.Buffer()
        buffer.add_str(words.translate(_TWINS))
        buffer.guess_segment_properties()
        buffer.language = language or "und"  # else it would be that of whoever builds
        hb.shape(self.font, buffer, self._wanted(words, features, language))
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        glyphs: list[Glyph] = []
        end = len(words)
        # From the last to the first, since a cluster ends where the one behind it begins.
        for place in range(len(infos) - 1, -1, -1):
            info, position = infos[place], positions[place]
            start = info.cluster
            first = place == 0 or infos[place - 1].cluster != start
            text = words[start:end] if first else ""
            moved = (position.x_advance, position.x_offset, position.y_offset)
            glyphs.append(self._glyph(info.codepoint, text, *moved))
            if first:
                end = start
        return tuple(reversed(glyphs))

    def _glyph(self, index: int, text: str, advance: int, dx: int, dy: int) -> Glyph:
        """A glyph with its measures in units of the face; equal ones are one value."""
        key = (index, text, advance, dx, dy)
        glyph = self._equal.get(key)
        if glyph is None:
            scale = 1000 / float(self.face.upem)
            natural = self._natural(index) if text or advance else 0.0
            glyph = Glyph(index, advance * scale, natural, text, dx * scale, dy * scale)
            self._equal[key] = glyph
        return glyph

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


def _word_at(words: str, place: int) -> str:
    """The word around a place."""
    before, behind = words[:place].split(), words[place:].split()
    start = before[-1] if before and not words[place - 1 : place].isspace() else ""
    return start + (behind[0] if behind else words[place])


def _seen(character: str) -> str:
    """The character whose glyph stands for this one: faces often lack the unbreakable twins."""
    return character.translate(_TWINS)


_LAYOUT_TABLES = (b"GSUB", b"GPOS", b"GDEF", b"kern", b"DSIG")
_TWINS = str.maketrans(
    {
        "\n": " ",
        "\t": " ",
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": "\N{THIN SPACE}",
        "\N{NON-BREAKING HYPHEN}": "\N{HYPHEN-MINUS}",
        "\N{SOFT HYPHEN}": "\N{HYPHEN-MINUS}",
    }
)

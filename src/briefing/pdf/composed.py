"""Letters that a face composes of several glyphs: one glyph each in the file's subset.

A letter with a mark above it, such as the sign of a mean, is drawn by two glyphs where a face has
none of its own for it. Shown as two they are copied as two, with a blank between them or with the
mark twice, by whatever reads codes alone. A composite glyph (OpenType, ``glyf``) draws the same and
has one code, which says the whole letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import (
    ARG_1_AND_2_ARE_WORDS,
    ARGS_ARE_XY_VALUES,
    ROUND_XY_TO_GRID,
    Glyph,
    GlyphComponent,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.drawing import Glyph as Shaped

Part = tuple[int, float, float]
"""A glyph of the face, and where it stands from the first in thousandths of an em; y upwards."""


@dataclass(frozen=True, slots=True, order=True)
class Composed:
    """Glyphs that draw one letter together, and how wide it is in thousandths of an em."""

    parts: tuple[Part, ...]
    width: float


def composed(cluster: Sequence[Shaped]) -> Composed:
    """What the glyphs of a cluster draw together, wherever the pen is and however they are spaced.

    Its width is what the face gives those that move the pen: kerning is left to the pen.
    """
    first = cluster[0]
    parts, pen = list[Part](), 0.0
    for glyph in cluster:
        x, y = pen + glyph.dx - first.dx, glyph.dy - first.dy
        parts.append((glyph.index, round(x, 1), round(y, 1)))
        pen += glyph.advance
    return Composed(tuple(parts), sum(each.natural for each in cluster if each.advance))


def with_composed(
    program: bytes, letters: Sequence[Composed], places: Mapping[int, int]
) -> tuple[bytes, tuple[int, ...]]:
    """Add composite glyphs to a TrueType file: the file, and the index of each of them in it.

    `places` says which index the face's glyphs have in the file.
    """
    if not letters:
        return program, ()
    file = TTFont(BytesIO(program), recalcTimestamp=False)  # the same letters make the same bytes
    names: list[str] = file.getGlyphOrder()
    first = len(names)
    scale = file["head"].unitsPerEm / 1000
    for place, letter in enumerate(letters, first):
        _add(file, f"composed{place}", letter, [names[places[each[0]]] for each in letter.parts])
        file["hmtx"].metrics[f"composed{place}"] = (
            round(letter.width * scale),
            file["glyf"][f"composed{place}"].xMin,
        )
    out = BytesIO()
    file.save(out)
    return out.getvalue(), tuple(range(first, first + len(letters)))


def _add(file: Any, name: str, letter: Composed, parts: Sequence[str]) -> None:
    """Add the outlines of a letter: those of its parts, each moved to its place."""
    scale, table = file["head"].unitsPerEm / 1000, file["glyf"]
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = [
        _component(part, round(x * scale), round(y * scale))
        for part, (_, x, y) in zip(parts, letter.parts, strict=True)
    ]
    table[name] = glyph  # this puts its name behind the others
    glyph.recalcBounds(table)


def _component(name: str, x: int, y: int) -> GlyphComponent:
    component = GlyphComponent()
    component.glyphName, component.x, component.y = name, x, y
    component.flags = ARGS_ARE_XY_VALUES | ARG_1_AND_2_ARE_WORDS | ROUND_XY_TO_GRID
    return component

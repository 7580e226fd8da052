"""A room to draw in: areas, rings, rules and words are kept, and become marks all at once."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from matplotlib.artist import Artist
from matplotlib.collections import Collection, LineCollection
from matplotlib.patches import PathPatch, Wedge
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D

from briefing.charts.model import Drawn
from briefing.charts.renderer import Inks, MarkRenderer, Words
from briefing.drawing import Rect, rectangle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.brand.styles import TextStyle
    from briefing.drawing import Colour, Number, Path

Point = tuple[float, float]

EDGE, HAIR = 0.5, 0.25
"""The weight of the edge of a faint colour, and of small marks, which a press just prints."""


class Canvas:
    """A room to draw in: shapes and words in points from its top left corner, y downwards.

    What is added is kept by layers (areas, then paths, then rules, then words), each of them one
    artist, and drawn when `drawn` is asked for.
    """

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.silent: list[tuple[int, int]] = []
        """The cells that were drawn without a figure."""
        self._inks = Inks()
        self._areas: list[tuple[Outline, Colour]] = []
        self._paths: list[tuple[Outline, Colour]] = []
        self._edges: list[tuple[Outline, Colour, float]] = []
        self._rules: dict[tuple[Colour, float], list[list[Point]]] = {}
        self._words: list[Words] = []

    @property
    def room(self) -> Rect:
        """The whole of the room."""
        return Rect(0, 0, self.width, self.height)

    def area(self, rect: Rect, colour: Colour) -> None:
        """Fill a rectangle, within its edge; one without width or height leaves no mark."""
        if rect.width <= 0 or rect.height <= 0:
            return
        self._areas.append((_outline(rectangle(rect)), colour))
        if colour.edge:
            half = min(EDGE, rect.width, rect.height) / 2
            left, right = rect.x + half, rect.right - half
            top, foot = rect.y + half, rect.bottom - half
            corners = [(left, top), (right, top), (right, foot), (left, foot)]
            self.rule([*corners, corners[0], corners[1]], colour.edge, 2 * half)

    def path(self, path: Path, colour: Colour, edge: float = EDGE) -> None:
        """Fill a path, and stroke its edge `edge` points wide."""
        outline = _outline(path)
        self._paths.append((outline, colour))
        if colour.edge:
            self._edges.append((outline, colour.edge, edge))

    def ring(
        self, centre: Point, radii: tuple[float, float], turn: tuple[float, float], colour: Colour
    ) -> None:
        """Fill a part of a ring between two radii, from and to a share of a turn from the top."""
        self._paths.append((_ring(centre, radii, turn), colour))
        if colour.edge:
            (inner, outer), (start, end) = radii, turn
            half = EDGE / 2
            aside = min(half / (2 * math.pi * inner), (end - start) / 2)
            within = _ring(centre, (inner + half, outer - half), (start + aside, end - aside))
            self._edges.append((within, colour.edge, EDGE))

    def rule(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """Stroke a line through points, `width` points wide."""
        self._rules.setdefault((colour, width), []).append(list(points))

    def words(
        self,
        x: float,
        y: float,
        words: str,
        style: TextStyle,
        colour: Colour,
        *,
        align: float = 0.0,
        strong: bool = False,
        number: Number | None = None,
    ) -> None:
        """Set words on the baseline `y`; `align` is the share of their width left of `x`."""
        if not words:
            return
        start = x - align * style.run(words, strong=strong).width if align else x
        artist = Words(start, y, words, style, strong=strong, number=number)
        artist.code = self._inks.code(colour)
        self._words.append(artist)

    def drawn(self) -> Drawn:
        """Draw everything and return the marks."""
        downwards = Affine2D().scale(1, -1).translate(0, self.height)
        renderer = MarkRenderer(self.width, self.height, self._inks)
        for artist in sorted(self._artists(), key=Artist.get_zorder):
            artist.set_transform(downwards)
            artist.draw(renderer)
        return Drawn(tuple(renderer.marks), self.width, self.height, tuple(self.silent))

    def _artists(self) -> Iterable[Artist]:
        yield from self._fills(self._areas, 1)
        yield from self._fills(self._paths, 2)
        for outline, colour, width in self._edges:
            code = self._inks.code(colour)
            yield PathPatch(outline, facecolor="none", edgecolor=code, linewidth=width, zorder=3)
        for (colour, width), lines in self._rules.items():
            code = self._inks.code(colour)
            yield LineCollection(
                lines, colors=[code], linewidths=width, linestyles="solid", zorder=3
            )
        yield from self._words

    def _fills(
        self, outlines: Sequence[tuple[Outline, Colour]], zorder: int
    ) -> Iterator[Collection]:
        if outlines:
            codes = [self._inks.code(colour) for _, colour in outlines]
            fills = Collection(facecolors=codes, edgecolors="none", linewidths=0, zorder=zorder)
            fills.set_paths([outline for outline, _ in outlines])
            yield fills


def _ring(centre: Point, radii: tuple[float, float], turn: tuple[float, float]) -> Outline:
    inner, outer = radii
    start, end = (share * 360 - 90 for share in turn)
    wedge = Wedge(centre, outer, start, end, width=outer - inner)
    return wedge.get_path().transformed(wedge.get_patch_transform())


def _outline(path: Path) -> Outline:
    """A path of ours as matplotlib's."""
    corners: list[Point] = []
    codes: list[int] = []
    for step, numbers in path:
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        corners.extend(pairs or [(0.0, 0.0)])
        codes.extend([_CODES[step]] * (len(pairs) or 1))
    return Outline(corners, codes)


_CODES = {
    "m": int(Outline.MOVETO),
    "l": int(Outline.LINETO),
    "c": int(Outline.CURVE4),
    "h": int(Outline.CLOSEPOLY),
}

"""Pages with their making drawn over them: grid, baselines, areas, boxes by their roles.

For whoever works on a brand or on the layout, never for readers: the file says PROOF. The same pen
outlines one place of a page, so that a fault can be shown where it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from briefing.brand.places import KNIFE, SPINE
from briefing.drawing import MM, Colour, Rect, Shape, Text, line, rectangle
from briefing.fonts import MissingGlyphError
from briefing.layout.pages import Box
from briefing.structure import Artifact, Node, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.brand.masters import Format
    from briefing.drawing import GlyphRun, Mark
    from briefing.fonts import Face
    from briefing.layout.pages import Page, Pages
    from briefing.structure import Owner, Tree

_GRID = Colour("proof grid", (0.55, 0.82, 0.9), (0.4, 0.05, 0.08, 0))
_LINES = Colour("proof baselines", (0.82, 0.62, 0.82), (0.15, 0.4, 0, 0))
_FAINT = Colour("proof steps", (0.93, 0.85, 0.93), (0.06, 0.16, 0, 0))
_EDGES = Colour("proof edges", (0.85, 0.1, 0.45), (0, 1, 0.2, 0))
_AREAS = Colour("proof areas", (0.15, 0.15, 0.2), (0, 0, 0, 0.9))
_PAPER = Colour("proof paper", (1, 1, 1), (0, 0, 0, 0))
_FAULT = Colour("proof fault", (0.85, 0.0, 0.0), (0, 1, 1, 0.1))

_RED = Colour("proof red", (0.8, 0.15, 0.1), (0, 0.9, 0.9, 0.1))
_BLUE = Colour("proof blue", (0.1, 0.35, 0.8), (0.9, 0.6, 0, 0))
_TEAL = Colour("proof teal", (0.0, 0.5, 0.5), (0.9, 0.1, 0.4, 0.2))
_VIOLET = Colour("proof violet", (0.5, 0.2, 0.7), (0.6, 0.9, 0, 0))
_GREEN = Colour("proof green", (0.15, 0.55, 0.1), (0.8, 0.1, 1, 0.1))
_ORANGE = Colour("proof orange", (0.85, 0.45, 0.0), (0, 0.6, 1, 0))
_BROWN = Colour("proof brown", (0.5, 0.35, 0.2), (0.2, 0.5, 0.7, 0.4))
_GREY = Colour("proof grey", (0.5, 0.5, 0.5), (0, 0, 0, 0.55))

_WORDS = (Role.PARAGRAPH, Role.SPAN, Role.LINK, Role.REFERENCE, Role.CODE)
"""Roles of words wherever they stand: within a quotation, say, they have the colour of these."""
_ROLES: dict[str, tuple[Colour, tuple[Role, ...]]] = {
    "headings": (_RED, (Role.H1, Role.H2, Role.H3, Role.H4)),
    "paragraphs": (_BLUE, _WORDS),
    "lists": (_TEAL, (Role.LIST, Role.ITEM, Role.LABEL, Role.BODY)),
    "quotations": (_VIOLET, (Role.QUOTATION,)),
    "figures": (_GREEN, (Role.FIGURE, Role.CAPTION)),
    "tables": (
        _ORANGE,
        (Role.TABLE, Role.HEAD_ROWS, Role.BODY_ROWS, Role.ROW, Role.HEAD, Role.DATA),
    ),
    "notes, contents": (_BROWN, (Role.NOTE, Role.CONTENTS, Role.ENTRY)),
    "artifacts": (_GREY, ()),
}
"""What the legend calls a group of roles, its colour, and the roles in it; artifacts have none."""
_COLOURS = {role: colour for colour, roles in _ROLES.values() for role in roles}

_TINY, _SMALL, _LOUD = 4.2, 6.0, 11.0
"""Type of tags on the page and of the legend, read under a glass, and of a fault, in points."""
_FINE, _FIRM, _BOLD = 0.15, 0.4, 2.0
"""Widths of lines, in points."""
_HATCH = 4.0
"""The distance of the lines that tint a column, in points."""


def proof(pages: Pages, tree: Tree, format_: Format, face: Face) -> Pages:
    """The pages of one format with their making drawn over them; tags are set in `face`."""
    colours = dict(_coloured(tree.root, _GREY))
    drawn = (
        _Sheet(page, number, format_, face, colours).drawn()
        for number, page in enumerate(pages.pages, start=1)
    )
    return replace(pages, pages=tuple(drawn))


def _coloured(node: Node, around: Colour) -> Iterator[tuple[Node, Colour]]:
    """A node and all below it, each with the colour of its group."""
    colour = _COLOURS.get(node.role, around)
    if node.role in _WORDS and around is not _GREY:
        colour = around
    yield node, colour
    for child in node.children:
        yield from _coloured(child, colour)


def marked(page: Page, rect: Rect, words: str, face: Face) -> Page:
    """The page with one place outlined strongly and a label that says what is wrong there.

    `rect` may reach over the page, as what does not fit does: the label stays on it.
    """
    width = _run(face, words, _LOUD).width + 2 * _PAD
    trim = page.geometry.trim
    x = min(max(rect.x, 0.0), max(0.0, trim.width - width))
    y = rect.y - _LOUD * _TALL if rect.y >= _LOUD * _TALL else max(rect.y, 0.0)
    y = min(y, trim.height - _LOUD * _TALL)
    marks = (
        _outline(rect, _FAULT, _BOLD),
        *_tag(face, words, x, y, size=_LOUD, ground=_FAULT, ink=_PAPER),
    )
    return replace(page, boxes=(*page.boxes, Box(Artifact.MARKS, trim, marks, ground=True)))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page being proofed; everything is drawn from the top left corner of its trim."""

    page: Page
    number: int
    format: Format
    face: Face
    colours: dict[Node, Colour]

    def drawn(self) -> Page:
        """The grid between grounds and content, the rest over both."""
        boxes = self.page.boxes
        grounds = len(list(takewhile(lambda box: box.ground, boxes)))
        under = (*self._columns(), *self._baselines())
        over = (*self._edges(), *self._outlines(), *self._names(), *self._legend())
        layers = (*boxes[:grounds], self._layer(under), *boxes[grounds:], self._layer(over))
        return replace(self.page, boxes=layers)

    def _layer(self, marks: tuple[Mark, ...]) -> Box:
        return Box(Artifact.MARKS, self.page.geometry.trim, marks, ground=True)

    @property
    def _mirrored(self) -> bool:
        side = "right" if self.number % 2 else "left"
        return self.format.facing not in ("", side)

    def _column(self, place: int) -> tuple[float, float]:
        """The left and right edge of a column, counted from 1."""
        width = self.page.geometry.width
        x, wide = self.format.grid.span(place, place, width)
        return (width - x - wide, width - x) if self._mirrored else (x, x + wide)

    def _columns(self) -> Iterator[Mark]:
        """Each column of the grid with its edges, tinted by fine lines."""
        grid, height = self.format.grid, self.page.geometry.height
        top, bottom = grid.top, height - grid.bottom
        for place in range(1, grid.columns + 1):
            left, right = self._column(place)
            yield _outline(Rect(left, top, right - left, bottom - top), _GRID, _FIRM)
            count = int((right - left) / _HATCH)
            steps = (left + _HATCH * step for step in range(1, count + 1))
            yield _strokes(((x, top, x, bottom) for x in steps), _GRID, _FINE)

    def _baselines(self) -> Iterator[Mark]:
        """The baselines from the top of the page, firmer those on which its body text stands."""
        geometry, unit = self.page.geometry, self.format.grid.baseline
        lines = max(1, round(self.format.styles["body"].leading / unit))
        left = min(self._column(1)[0], self._column(self.format.grid.columns)[0])
        right = geometry.width - left
        levels, first = range(1, int(geometry.height / unit) + 1), self._first_line(unit)
        for firm, colour, width in ((False, _FAINT, _FINE), (True, _LINES, _FIRM)):
            chosen = (unit * level for level in levels if ((level - first) % lines == 0) == firm)
            yield _strokes(((left, y, right, y) for y in chosen), colour, width)

    def _first_line(self, unit: float) -> int:
        """How many baselines down the first line of body text stands; 0 where there is none.

        It is the highest of what is set on its leading: the words of neighbouring columns share it.
        """
        leading = self.format.styles["body"].leading
        return min(
            (
                round((box.rect.y + mark.y) / unit)
                for box in self._shown
                if isinstance(box.owner, Node) and abs(box.rect.height - leading) < _FINE
                for mark in box.marks
                if isinstance(mark, Text)
            ),
            default=0,
        )

    def _edges(self) -> Iterator[Mark]:
        """Trim and bleed, and the zone that is safe from the knife and from the binding."""
        geometry = self.page.geometry
        trim = geometry.trim
        yield _outline(trim, _EDGES, _FIRM)
        yield _outline(trim.grown(geometry.bleed), _EDGES, _FINE)
        side = (SPINE if geometry.height > geometry.width else KNIFE) * MM
        edge = KNIFE * MM
        safe = Rect(side, edge, trim.width - 2 * side, trim.height - 2 * edge)
        yield _outline(safe, _EDGES, _FIRM, dash=(3.0, 2.0))

    def _outlines(self) -> Iterator[Mark]:
        """Each area, and each box in the colour of its owner's role."""
        for _, rect in self.page.places:
            yield _outline(rect, _AREAS, _FIRM * 2, dash=(4.0, 2.0))
        for box in self._shown:
            yield _outline(box.rect, self._colour(box.owner), _FIRM)

    def _names(self) -> Iterator[Mark]:
        """The name of each area and, at the first of its boxes, of each owner."""
        taken = [box.rect for box in self._shown]
        for name, rect in self.page.places:
            at = self._free(name, rect, taken, _ABOVE)
            taken.append(at)
            yield from _tag(self.face, name, at.x, at.y, ground=_AREAS, ink=_PAPER)
        first = {box.owner: box.rect for box in reversed(self._shown)}
        for owner, rect in reversed(first.items()):
            name = owner.role.value if isinstance(owner, Node) else owner.value
            at = self._free(name, rect, taken, _BESIDE)
            taken.append(at)
            ink = self._colour(owner)
            yield from _tag(self.face, name, at.x, at.y, ground=_PAPER, ink=ink)

    @property
    def _shown(self) -> list[Box]:
        return [box for box in self.page.boxes if not box.ground]

    def _colour(self, owner: Owner) -> Colour:
        return self.colours.get(owner, _GREY) if isinstance(owner, Node) else _GREY

    def _free(self, name: str, rect: Rect, taken: Sequence[Rect], wanted: _Sides) -> Rect:
        """Where the tag of a rectangle covers nothing: at one of its sides, or behind its line."""
        width, high = _run(self.face, name, _TINY).width + 2 * _PAD, _TINY * _TALL
        for x, y in wanted:
            at = Rect(
                rect.right if x > 0 else rect.x + x * width,
                rect.bottom if y > 0 else rect.y + y * high,
                width,
                high,
            )
            if at.x >= 0 and not any(at.overlaps(each) for each in taken):
                return at
        at = Rect(rect.right, rect.y, width, high)
        while over := [each.right for each in taken if at.overlaps(each)]:
            at = replace(at, x=max(over))
        return at

    def _legend(self) -> Iterator[Mark]:
        """On the slug: above what this is, below what the colours mean."""
        geometry, grid = self.page.geometry, self.format.grid
        away = geometry.bleed + geometry.slug / 2
        said = (
            f"PROOF, not for publication   page {self.page.label}   {self.page.arrangement}   "
            f"grid: {grid.columns} columns, gutter {grid.gutter / MM:g} mm, "
            f"baselines every {grid.baseline:g} pt   dashed: safe zone"
        )
        yield _words(self.face, said, (grid.left, -away), _SMALL, _AREAS)
        x, y = grid.left, geometry.height + away
        for name, (colour, _) in _ROLES.items():
            yield _outline(Rect(x, y - _SMALL + 1, _SMALL, _SMALL), colour, _FIRM * 2)
            words = _words(self.face, name, (x + _SMALL * 1.5, y), _SMALL, colour)
            yield words
            x += words.run.width + _SMALL * 3


_Sides = tuple[tuple[int, int], ...]
_ABOVE: _Sides = ((0, -1), (-1, 0), (1, 0), (0, 1))
_BESIDE: _Sides = ((-1, 0), (1, 0), (0, -1), (0, 1))
"""Where a tag may stand, the best place first: before (-1), at (0) or behind (1) a rectangle."""
_PAD = 1.2
"""White round the words of a tag, in points."""
_TALL = 1.3
"""The height of a tag, in ems."""


def _outline(rect: Rect, colour: Colour, width: float, dash: tuple[float, ...] = ()) -> Shape:
    return Shape(rectangle(rect), stroke=colour, stroke_width=width, dash=dash)


def _strokes(
    lines: Iterator[tuple[float, float, float, float]], colour: Colour, width: float
) -> Shape:
    path = tuple(step for each in lines for step in line(*each))
    return Shape(path, stroke=colour, stroke_width=width)


def _tag(
    face: Face,
    words: str,
    x: float,
    y: float,
    *,
    ground: Colour,
    ink: Colour,
    size: float = _TINY,
) -> Iterator[Mark]:
    """Words on a ground of their own, whose top left corner is at (x, y)."""
    text = _words(face, words, (x + _PAD, y + size), size, ink)
    yield Shape(rectangle(Rect(x, y, text.run.width + 2 * _PAD, size * _TALL)), ground)
    yield text


def _words(face: Face, words: str, at: tuple[float, float], size: float, colour: Colour) -> Text:
    return Text(*at, _run(face, words, size), colour)


def _run(face: Face, words: str, size: float) -> GlyphRun:
    """Words in the face, those characters that it lacks as question marks."""
    try:
        return face.shape(words, size)
    except MissingGlyphError:
        return face.shape(words.encode("ascii", "replace").decode(), size)

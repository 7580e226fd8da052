"""Pages of a brand: grids, the places of their masters, and the formats that have them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.brand.styles import AS_DESIGNED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.brand.styles import Step, TextStyle
    from briefing.drawing import Geometry, Rect


_CHARTS = frozenset({"chart", "figure"})
"""What the names of charts begin with in what an area takes."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a page: margins, gutter and column count, lengths in points."""

    left: float
    right: float
    top: float
    bottom: float
    columns: int
    gutter: float
    baseline: float
    """The distance of the lines that all running text stands on, from the page's top down: a
    quarter or so of the leading of body text, so that every size of type falls on one grid."""

    def span(self, first: int, last: int, width: float) -> tuple[float, float]:
        """The x and width of columns `first` to `last` (from 1) on a page `width` points wide."""
        unit = (width - self.left - self.right - self.gutter * (self.columns - 1)) / self.columns
        x = self.left + (first - 1) * (unit + self.gutter)
        return x, (last - first + 1) * unit + (last - first) * self.gutter


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under a page's words: an area of a palette colour, or a drawing of the brand.

    An area bleeds where it meets the trim; a drawing may reach over it, and is cut at the bleed. An
    area with a `line` is a frame so many points wide, along the inside of its edges.
    """

    rect: Rect
    colour: str = ""
    radius: float = 0.0
    drawing: str = ""
    scheme: str = "paper"
    line: float = 0.0

    @property
    def inside(self) -> Rect:
        """What a frame leaves free; nothing of an area that is filled."""
        return self.rect.grown(-self.line) if self.line else replace(self.rect, width=0, height=0)


@dataclass(frozen=True, slots=True)
class Area:
    """A place on a page that takes blocks of certain kinds.

    `flow` is the number of columns within it, `align` where short content stands (``top``,
    ``middle``, ``bottom``, ``spread`` to share the white space between blocks, or ``flush`` to put
    up to twice the usual white there, all columns ending on one foot as far as that goes),
    `styles` the prefix by which its styles are looked up first (``quotes.body`` before ``body``).
    """

    name: str
    rect: Rect
    takes: tuple[str, ...]
    scheme: str = "paper"
    flow: int = 1
    gutter: float = 0.0
    align: str = "top"
    styles: str = ""
    baseline: float = 0.0
    """The grid that its lines stand on, counted from the page's top, in points."""
    larger: tuple[Step, ...] = ()
    """Larger type that its words may be set in where there is room, step by step."""
    smaller: tuple[Step, ...] = ()
    """What may be done after the format's steps where its words are over still: long titles."""
    most: int = 0
    """How many blocks it takes, those behind them go to the next place of their kind; 0: all."""
    outer: str = "left"
    """The side of it that is further from the spine of a spread."""

    def steps(self, allowed: tuple[Step, ...]) -> tuple[Step, ...]:
        """What copyfit may do here, of what the format allows and then of its own.

        Steps that take in words of charts are for places that take charts, and the last there.
        """
        all_ = (*allowed, *self.smaller)
        of_charts = [each for each in all_ if each.charts < 1]
        charts = any(kind.partition(".")[0] in _CHARTS for kind in self.takes)
        others = (each for each in all_ if each not in of_charts)
        return (*others, *(of_charts if charts else ()))

    def mirrored(self, width: float) -> Area:
        """The same on the facing page, `width` points wide."""
        outer = "right" if self.outer == "left" else "left"
        return replace(self, rect=_facing(self.rect, width), outer=outer)


@dataclass(frozen=True, slots=True)
class Furniture:
    """An item that repeats from page to page: words made of page facts, or a drawing of the brand.

    `text` may hold ``{page}``, ``{running}``, ``{section}``, ``{short}``, ``{publisher}``,
    ``{date}`` and ``{reference}``; an item whose facts are all empty is left out. `drawing` names
    one of the brand's drawings instead. An item `on` the ``left`` or ``right`` page of a spread is
    left out of the other.
    """

    rect: Rect
    text: str = ""
    drawing: str = ""
    style: str = "folio"
    align: str = "left"
    scheme: str = "paper"
    on: str = ""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One way to place the blocks of a page: grounds below, areas above, furniture round them.

    `seams` are the levels that give way between fixed and elastic content: highest and lowest edge
    of each, in points from the top.
    """

    name: str
    grounds: tuple[Ground, ...]
    areas: tuple[Area, ...]
    furniture: tuple[Furniture, ...] = ()
    seams: tuple[tuple[float, float], ...] = ()

    @property
    def silhouette(self) -> tuple[tuple[str, float, float], ...]:
        """What the eye knows a page by from afar: its grounds, on whichever side they stand.

        A drawing on one is an ornament: a page is no other for it.
        """
        return tuple(
            (each.colour, each.rect.width, each.rect.height)
            for each in self.grounds
            if not each.drawing
        )

    @property
    def taken(self) -> frozenset[str]:
        """The kinds of block that have a place in it."""
        return frozenset(kind for area in self.areas for kind in area.takes)

    def mirrored(self, width: float) -> Arrangement:
        """The same on the facing page, `width` points wide: places change sides, words do not."""
        return replace(
            self,
            grounds=tuple(replace(each, rect=_facing(each.rect, width)) for each in self.grounds),
            areas=tuple(each.mirrored(width) for each in self.areas),
            furniture=_turned(self.furniture, width),
        )

    def on(self, side: str) -> Arrangement:
        """With the furniture of the ``left`` or ``right`` page of a spread alone."""
        if not any(each.on for each in self.furniture):
            return self
        kept = tuple(each for each in self.furniture if each.on in {"", side})
        return replace(self, furniture=kept)


@dataclass(frozen=True, slots=True)
class Master:
    """A kind of page that a heading asks for by its class, and the arrangements that it allows.

    One that `continues` goes on to further pages where copyfit does not make its content fit.
    """

    name: str
    arrangements: tuple[Arrangement, ...]
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A page size with its grid, type styles and masters: the A4 briefing, the slide report."""

    name: str
    geometry: Geometry
    grid: Grid
    styles: dict[str, TextStyle]
    masters: dict[str, Master]
    minimum: float
    """The smallest type allowed, in points."""
    scale: tuple[float, ...] = ()
    """The sizes that type may have, from the smallest, in points; none: any."""
    facing: str = ""
    """The page of a spread that the masters show, ``left`` or ``right``; empty: all are alike."""
    steps: tuple[Step, ...] = (AS_DESIGNED,)
    """What copyfit may do, step by step; the first is as designed."""
    stamped: tuple[Furniture, ...] = ()
    """What is printed on pages made elsewhere, as on the page that the masters show."""

    def spoken(self, language: str) -> Format:
        """The format for words in a language, a BCP 47 tag."""
        styles = {name: replace(each, language=language) for name, each in self.styles.items()}
        return replace(self, styles=styles)

    def arrangements(self, master: str, page: int) -> tuple[Arrangement, ...]:
        """How a master may stand on a page counted from 1, whose odd pages are right-hand ones."""
        side = _side(page)
        shown = tuple(each.on(side) for each in self.masters[master].arrangements)
        if self.facing in ("", side):
            return shown
        return tuple(each.mirrored(self.geometry.width) for each in shown)

    def appended(self, page: int) -> tuple[Furniture, ...]:
        """What is printed on a page made elsewhere that is the document's `page`, from 1."""
        side = _side(page)
        shown = tuple(each for each in self.stamped if each.on in {"", side})
        return shown if self.facing in ("", side) else _turned(shown, self.geometry.width)


def _side(page: int) -> str:
    """The side of a spread that a page counted from 1 is on."""
    return "right" if page % 2 else "left"


def _turned(items: Iterable[Furniture], width: float) -> tuple[Furniture, ...]:
    """Furniture on the facing page; what is for one page alone stands as it is given."""
    return tuple(
        each if each.on else replace(each, rect=_facing(each.rect, width)) for each in items
    )


def _facing(rect: Rect, width: float) -> Rect:
    return replace(rect, x=width - rect.right)

"""The values of layout: boxes with owners, strips that are never split, and finished pages."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.diagnostics import Source
    from briefing.drawing import Geometry, Mark, Rect
    from briefing.structure import Node, Owner


@dataclass(frozen=True, slots=True)
class Box:
    """Marks and the node or artifact that owns them: one marked-content sequence, or a few.

    `rect` is where it stands in its strip, later on its page; marks count from the rectangle's top
    left corner. A `ground` may lie under other boxes, no other box may overlap one. `anchor` is the
    name by which links find this place. `within` has the marks, by their places, that belong to
    nodes of their own: the words in a chart that are the cells of its table.
    """

    owner: Owner
    rect: Rect
    marks: tuple[Mark, ...]
    ground: bool = False
    anchor: str = ""
    within: tuple[tuple[int, Node], ...] = ()

    def moved(self, dx: float, dy: float) -> Box:
        """The same box, `dx` to the right and `dy` down."""
        rect = self.rect.moved(dx, dy)
        return Box(self.owner, rect, self.marks, self.ground, self.anchor, self.within)

    def owners(self) -> Iterator[tuple[Owner, tuple[Mark, ...]]]:
        """The marks in painting order, in runs of one owner."""
        if not self.within:
            yield self.owner, self.marks
            return
        own = dict(self.within)
        for owner, run in groupby(
            enumerate(self.marks), key=lambda each: own.get(each[0], self.owner)
        ):
            yield owner, tuple(mark for _, mark in run)


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of a column that is never split: a line of text, a table row, a chart.

    `gap` is the white space wanted below it, dropped at the foot of a column; `keep` holds it
    together with the next strip. A `head` is printed again, as furniture, at the top of each column
    and page in which its block goes on: as it stands, or as the strip `again`. A strip that `opens`
    a part of its block had better begin a column than stand at the foot of one; what was head of
    the part before it is its head no more.
    """

    height: float
    boxes: tuple[Box, ...]
    gap: float = 0.0
    keep: bool = False
    head: bool = False
    opens: bool = False
    again: Strip | None = None


@dataclass(frozen=True, slots=True)
class Elastic:
    """A block that takes the room it is given: from `least` to `most` points high.

    `draw` is called once, with the height that was settled, and returns the strips; `name` says
    what it is in fit reports. `share` is its part of the spare room beside other elastic blocks,
    `aspect` the most width that it takes as a part of its height.
    """

    least: float
    most: float
    draw: Callable[[float], tuple[Strip, ...]]
    name: str
    gap: float = 0.0
    keep: bool = False
    share: float = 1.0
    aspect: float = math.inf


Piece = Strip | Elastic
"""What a block composes to: fixed strips and elastic ones."""


@dataclass(frozen=True, slots=True, eq=False)
class Fragment:
    """The pieces of one block, kept together for balancing and for fit reports.

    Its boxes belong to nodes of their own, so that it is equal to itself alone.
    """

    name: str
    where: Source
    pieces: tuple[Piece, ...]
    gap: float = 0.0
    order: int = 0
    """Its place on the page in the order of reading."""
    above: float = 0.0
    """White space wanted above it beside that below the fragment before it."""
    line: float = 0.0
    """Of running words the leading of body text: columns end within them, to end level, and their
    lines of that height stand on whole ones from the top of their column. 0 for all else."""

    @property
    def elastic(self) -> bool:
        """Whether a piece of it takes the room that it is given."""
        return any(isinstance(piece, Elastic) for piece in self.pieces)

    @property
    def least(self) -> float:
        """Its height in points with every elastic piece at its least, the last gap left out."""
        heights = [each.least if isinstance(each, Elastic) else each.height for each in self.pieces]
        return sum(heights) + sum(each.gap for each in self.pieces[:-1])


@dataclass(frozen=True, slots=True)
class Page:
    """One finished page: its label (``12``) and the boxes in painting order.

    `arrangement` is the way it was made (``theme/band``), `places` are the areas that were filled,
    by their names: what a proof shows.
    """

    label: str
    geometry: Geometry
    boxes: tuple[Box, ...]
    arrangement: str = ""
    places: tuple[tuple[str, Rect], ...] = ()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: where it goes (an anchor) and how deep it stands, from 1."""

    title: str
    anchor: str
    level: int


@dataclass(frozen=True, slots=True)
class Overset:
    """What does not fit its area: the first block over, how many points and words are, and where.

    `rect` reaches from the head of the block that crosses the area's foot to where the column ends.
    """

    name: str
    where: Source
    over: float
    words: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class Fit:
    """How full one area of a page is, in points, and what was done to make its content fit.

    `blocks` has each block's name and the height that it was given, summed over `columns`; `moved`
    says how far the area's edges have given way, `copyfit` what was done to type and white, and
    `dropped` what was tried and why it was not kept. `size` is that of most of its letters, in
    points, those in charts apart; 0 where it has none.
    """

    page: str
    area: str
    room: float
    used: float
    arrangement: str
    blocks: tuple[tuple[str, float], ...] = ()
    moved: float = 0.0
    copyfit: str = ""
    dropped: tuple[tuple[str, str], ...] = ()
    columns: int = 1
    master: str = ""
    overset: Overset | None = None
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Pages:
    """A document laid out: what the writer needs beside the tree."""

    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    fits: tuple[Fit, ...] = ()

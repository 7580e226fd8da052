"""Pieces as columns count them: heights and white on the grid, heads that are printed again.

Every height here is a whole number of the grid's baseline, so that wherever a column begins, and
whatever stands above, running text falls on the one grid of the page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.brand.styles import up
from briefing.drawing import Link
from briefing.layout.pages import Elastic, Strip
from briefing.structure import Artifact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.diagnostics import Source
    from briefing.layout.pages import Box, Fragment, Piece

SLIP = 0.05
"""Points by which content may exceed its room before it counts as over: nothing visible."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece in its column: its heights on the grid, and whether a column may end below it."""

    piece: Piece
    least: float
    most: float
    gap: float
    """The white space below it, in points; dropped where a column ends."""
    keep: bool
    name: str
    ends: bool
    """Whether it is the last of its fragment."""
    where: Source
    fragment: int
    """The place of its fragment among those of the area."""
    again: tuple[Unit, ...] = ()
    """The heads that stand above it once more where a column begins with it."""

    @property
    def between(self) -> bool:
        """Whether a column that ends below it ends between two paragraphs, items or blocks."""
        return (self.ends or self.gap > 0) and not self.keep

    @property
    def joint(self) -> bool:
        """Whether white may be spread below it: a head goes with what it heads."""
        return self.ends and not self.keep


Column = list[Unit]


def least(column: Column) -> float:
    """The height of a column whose elastic pieces are at their least, in points."""
    return sum(unit.least + unit.gap for unit in column) - column[-1].gap


def most(column: Column) -> float:
    """The height of a column whose elastic pieces are at their most, in points."""
    return sum(unit.most + unit.gap for unit in column) - column[-1].gap


def held_by(room: float, split: Sequence[Column]) -> bool:
    """Whether each column has room in so many points."""
    return all(least(column) <= room + SLIP for column in split)


def measures(
    units: Column, above: float = 0.0
) -> tuple[list[float], list[float], list[bool], list[float]]:
    """Heights, gaps, whether a column may end below, and the heights of heads printed again above.

    One of each for every unit, as `partition` takes them; all lengths in points. So many of them
    are `above` the heads of the first block, which go on beside what that is called.
    """
    first = units[0].fragment if units else 0
    heads = [
        sum(each.least + each.gap for each in unit.again)
        + (above if unit.again and unit.fragment == first else 0.0)
        for unit in units
    ]
    keeps = [not unit.keep for unit in units]
    return [unit.least for unit in units], [unit.gap for unit in units], keeps, heads


def units_of(fragments: Sequence[Fragment], grid: float) -> Iterator[Unit]:
    """The pieces of fragments in order, each with what a column has to know of it.

    `grid` is the baseline in points of which every height is a whole number; 0 leaves them as they
    are.
    """
    for number, fragment in enumerate(fragments):
        last = len(fragment.pieces) - 1
        for place, (piece, heads) in enumerate(
            zip(fragment.pieces, heads_of(fragment), strict=True)
        ):
            again = [_unit(head, fragment, number, grid) for head in heads]
            yield _unit(piece, fragment, number, grid, ends=place == last, again=again)


def _unit(
    piece: Piece,
    fragment: Fragment,
    number: int,
    grid: float,
    *,
    ends: bool = False,
    again: Sequence[Unit] = (),
) -> Unit:
    if isinstance(piece, Elastic):
        low = up(piece.least, grid)
        high = max(low, up(piece.most, grid))  # a chart takes its most, and leaves the rest
    else:
        low = high = up(piece.height, grid)
    return Unit(
        piece,
        low,
        high,
        gap=up(fragment.gap if ends else piece.gap, grid),
        keep=piece.keep,
        name=fragment.name,
        ends=ends,
        where=fragment.where,
        fragment=number,
        again=tuple(again),
    )


def heads_of(fragment: Fragment) -> list[tuple[Strip, ...]]:
    """For each piece of a fragment the heads that it stands below, none for a head itself.

    A table too wide for its place goes on below itself with heads of its own, and so does a part of
    the contents. They are furniture where they are printed again: read aloud once, and leading
    nowhere.
    """
    above: list[tuple[Strip, ...]] = []
    heads: tuple[Strip, ...] = ()
    within = False
    for piece in fragment.pieces:
        if isinstance(piece, Strip) and piece.opens:
            heads, within = (), False
        if isinstance(piece, Strip) and piece.head:
            heads = (*(heads if within else ()), _once_more(piece))
            within = True
            above.append(())
        else:
            within = False
            above.append(heads)
    return above


def _once_more(head: Strip) -> Strip:
    printed = head.again or replace(head, boxes=tuple(_furniture(box) for box in head.boxes))
    return replace(printed, keep=True, head=True)


def _furniture(box: Box) -> Box:
    marks = tuple(mark for mark in box.marks if not isinstance(mark, Link))
    return replace(box, owner=Artifact.HEADER, anchor="", marks=marks, within=())

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
from briefing.layout.partition import Measure, on_line
from briefing.structure import Artifact

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    flows: bool = False
    """Whether it is of running words, which a column may end within to end level."""
    line: float = 0.0
    """The leading on whose whole lines it stands where columns are side by side; 0 for none."""
    onto: float = 0.0
    """How far below its top that is: a heading stands on the lines of what it is kept with."""

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


def on_lines(column: Column) -> Column:
    """A column with white above lines of body text, so that those beside it share their baselines.

    Headings, tables and small print are of other heights, and so are lists: without it all that
    stands below one is a few points off. Where charts take what room there is nothing is a line.
    """
    if any(isinstance(unit.piece, Elastic) for unit in column):
        return column
    made: Column = []
    y = 0.0
    for unit in column:
        at = on_line(y, unit.line, unit.onto if made else 0.0)
        if made and at > y + _FINE:
            made[-1] = replace(made[-1], gap=made[-1].gap + at - y)
            y = at
        made.append(unit)
        y += unit.least + unit.gap
    return made


_FINE = 1e-4
"""Points that a sum of heights may be off."""


def held_by(room: float, split: Sequence[Column]) -> bool:
    """Whether each column has room in so many points."""
    return all(least(column) <= room + SLIP for column in split)


def measures(units: Column, above: float = 0.0, *, abreast: bool = True) -> list[Measure]:
    """What a partition has to know of each unit, in points; a column may end where none is kept.

    So many points are `above` the heads of the first block, which go on beside what that is called.
    Columns that stand `abreast` share the lines of body text.
    """
    lined = abreast and not any(isinstance(unit.piece, Elastic) for unit in units)
    first = units[0].fragment if units else 0
    heads = [
        sum(each.least + each.gap for each in unit.again)
        + (above if unit.again and unit.fragment == first else 0.0)
        for unit in units
    ]
    return [
        Measure(
            unit.least,
            unit.gap,
            head,
            ends=not unit.keep,
            line=unit.line if lined else 0.0,
            onto=unit.onto,
        )
        for unit, head in zip(units, heads, strict=True)
    ]


def units_of(fragments: Sequence[Fragment], grid: float) -> Column:
    """The pieces of fragments in order, each with what a column has to know of it.

    `grid` is the baseline in points of which every height is a whole number; 0 leaves them as they
    are.
    """
    units: Column = []
    for number, fragment in enumerate(fragments):
        last = len(fragment.pieces) - 1
        for place, (piece, heads) in enumerate(
            zip(fragment.pieces, heads_of(fragment), strict=True)
        ):
            again = [_unit(head, fragment, number, grid) for head in heads]
            units.append(_unit(piece, fragment, number, grid, ends=place == last, again=again))
    return _kept_on_lines(units)


def _kept_on_lines(units: Column) -> Column:
    """Units with those that are kept with a line of body text on its lines as well."""
    made: Column = []
    for unit in reversed(units):
        below = made[-1] if made else None
        if below and below.line and unit.keep and not unit.flows:
            onto = unit.least + unit.gap + below.onto
            made.append(replace(unit, line=below.line, onto=onto))
        else:
            made.append(unit)
    return made[::-1]


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
        flows=fragment.line > 0,
        line=fragment.line if abs(low - fragment.line) < _FINE else 0.0,
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

"""Pieces into places: an area's room is shared out, its columns settled, what is over told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.brand.styles import down, up
from briefing.drawing import Rect, Text
from briefing.layout.columns import columns
from briefing.layout.pages import Elastic, Overset, Strip
from briefing.layout.units import SLIP, least, most

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.brand.masters import Area
    from briefing.layout.pages import Box, Fragment
    from briefing.layout.units import Column, Unit

SPREAD = 0.12
"""White space that may be put between two blocks anyway, as a part of the area's height.

More of it is for blocks that are few: each stands at the head of its share of the height then, and
the last one has as much white below it as the others.
"""

LEFT_OVER, OPTICAL = 0.15, 0.4
"""The part of an area's height that charts leave over which no longer hang from its top, and the
part of that white which stands above them then: the middle that the eye finds is a little higher.
"""


@dataclass(frozen=True, slots=True)
class Filled:
    """An area with its boxes placed; `used` is the height in points of its fullest column.

    `blocks` has the height that each fragment was given, in order, summed over columns.
    """

    boxes: tuple[Box, ...]
    used: float
    blocks: tuple[tuple[str, float], ...] = ()
    overset: Overset | None = None


def column_width(area: Area) -> float:
    """The width of one of an area's columns, in points."""
    return (area.rect.width - area.gutter * (area.flow - 1)) / area.flow


def needed(fragments: Sequence[Fragment], area: Area) -> float:
    """The least height of an area's fullest column, in points."""
    return max((least(column) for column in columns(fragments, area)), default=0.0)


def reach(fragments: Sequence[Fragment], area: Area) -> float:
    """The height an area's fullest column can fill when its elastic pieces stretch, in points."""
    return max((most(column) for column in columns(fragments, area)), default=0.0)


def fill(fragments: Sequence[Fragment], area: Area) -> Filled:
    """Place fragments in an area, in order, column after column.

    Nothing is clipped: what is higher than the area is placed whole, and told as `overset`.
    """
    width, room = column_width(area), area.rect.height
    split = columns(fragments, area)
    settled = [_settled(column, room, area.baseline) for column in split]
    align = area.align
    if align == "flush":
        settled = _to_one_foot(settled, area) if _uneven(settled) else settled
        align = "top" if _uneven(settled) else "spread"
    if align == "spread":
        settled = _in_rows(settled, room)
    used = max((column.height for column in settled), default=0.0)
    spare = max(0.0, room - used)
    if align == "spread" and not _joints(settled):  # nothing to spread: it would hang from the top
        align = "top" if any(map(_headed, fragments)) else "middle"
    if align == "top" and spare > LEFT_OVER * room and all(map(_elastic, fragments)):
        align = "optical"  # charts that want far less than their place: they stand in it
    above = {"middle": spare / 2, "bottom": spare, "optical": spare * OPTICAL}.get(align, 0.0)
    top = area.rect.y + down(above, area.baseline)
    between = _between(settled, spare, area) if align == "spread" else 0.0
    if area.align == "flush":
        between = min(between, _usual(split))
    lefts = [area.rect.x + place * (width + area.gutter) for place in range(len(settled))]
    boxes = tuple(
        box
        for x, column in zip(lefts, settled, strict=True)
        for _, own in column.placed(x, top, between)
        for box in own
    )
    blocks = tuple(_heights(fragments, settled))
    if used <= room + SLIP:
        return Filled(boxes, used, blocks)
    fullest = max(range(len(settled)), key=lambda place: settled[place].height)
    return Filled(boxes, used, blocks, _overset(settled[fullest], lefts[fullest], area))


def _headed(fragment: Fragment) -> bool:
    """Whether a block has heads of its own: a table is looked for below the headline."""
    return any(isinstance(each, Strip) and each.head for each in fragment.pieces)


def _elastic(fragment: Fragment) -> bool:
    """Whether a block is a chart or a picture, which has a height of its own choice."""
    return any(isinstance(each, Elastic) for each in fragment.pieces)


def _overset(column: _Settled, x: float, area: Area) -> Overset:
    """What of a column that begins at its area's top lies below the area's foot."""
    bottom = area.rect.bottom + SLIP
    placed = column.placed(x, area.rect.y, 0.0)
    beyond = [box for _, boxes in placed for box in boxes if box.rect.bottom > bottom]
    levels = list(column.levels(area.rect.y))
    first = next(
        unit
        for (y, unit), height in zip(levels, column.heights, strict=True)
        if y + height > bottom
    )
    top = next(y for y, unit in levels if unit.fragment == first.fragment)
    return Overset(
        name=first.name,
        where=first.where,
        over=column.height - area.rect.height,
        words=_words(beyond),
        rect=Rect(x, top, column_width(area), area.rect.y + column.height - top),
    )


def _words(boxes: Iterable[Box]) -> int:
    text = " ".join(mark.run.text for box in boxes for mark in box.marks if isinstance(mark, Text))
    return len(text.split())


def _heights(
    fragments: Sequence[Fragment], settled: Sequence[_Settled]
) -> Iterator[tuple[str, float]]:
    heights = [0.0] * len(fragments)
    for column in settled:
        for unit, height in zip(column.units, column.heights, strict=True):
            heights[unit.fragment] += height + (0.0 if unit.ends else unit.gap)
    return zip((each.name for each in fragments), heights, strict=True)


@dataclass(frozen=True, slots=True)
class _Settled:
    """A column whose elastic pieces have been given their heights and drawn."""

    units: Column
    strips: tuple[tuple[Strip, ...], ...]
    """The strips of each unit."""
    heights: tuple[float, ...]
    """The height of each unit on the grid, in points."""

    @property
    def height(self) -> float:
        return sum(self.heights) + sum(unit.gap for unit in self.units[:-1])

    def levels(self, y: float, between: float = 0.0) -> Iterator[tuple[float, Unit]]:
        """Where each unit begins in a column from `y`; `between` more points part two blocks."""
        for unit, height in zip(self.units, self.heights, strict=True):
            yield y, unit
            y += height + unit.gap + (between if unit.joint else 0.0)

    def blocks(self) -> list[float]:
        """The height of each block with the white space below it, in points."""
        heights = [0.0]
        for unit, height in zip(self.units, self.heights, strict=True):
            heights[-1] += height + unit.gap
            if unit.ends:
                heights.append(0.0)
        return heights[:-1]

    def levelled(self, heights: Sequence[float]) -> _Settled:
        """The column with white space below its first blocks up to these heights."""
        more = iter(high - own for high, own in zip(heights, self.blocks(), strict=False))
        units = [
            replace(unit, gap=unit.gap + next(more, 0.0)) if unit.ends else unit
            for unit in self.units
        ]
        return replace(self, units=units)

    def down_to(self, foot: float, grid: float) -> _Settled:
        """The column with white between its blocks until it is as high as `foot`.

        No more than twice the usual white parts two blocks: it would look as if one were gone.
        What does not go into equal parts of whole baselines goes below the first block.
        """
        own = self.blocks()[:-1]
        spare = min(foot - self.height, len(own) * _usual([self.units]))
        each = down(spare / len(own), grid)
        first = down(spare - each * (len(own) - 1), grid)
        return self.levelled([own[0] + first, *(high + each for high in own[1:])])

    def placed(self, x: float, y: float, between: float) -> Iterator[tuple[Unit, tuple[Box, ...]]]:
        """Each unit with its boxes where they stand."""
        for (top, unit), strips in zip(self.levels(y, between), self.strips, strict=True):
            boxes: list[Box] = []
            for strip in strips:
                boxes.extend(box.moved(x, top) for box in strip.boxes)
                top += strip.height  # noqa: PLW2901 - down from the unit's top
            yield unit, tuple(boxes)


def _settled(column: Column, room: float, grid: float) -> _Settled:
    elastic = [unit for unit in column if isinstance(unit.piece, Elastic)]
    given = iter(_share(elastic, room - least(column), grid))
    strips: list[tuple[Strip, ...]] = []
    heights: list[float] = []
    for unit in column:
        if isinstance(unit.piece, Elastic):
            strips.append(unit.piece.draw(next(given)))
            drawn = sum(strip.height for strip in strips[-1])
            heights.append(max(unit.least, up(drawn, grid)))
        else:
            strips.append((unit.piece,))
            heights.append(unit.least)
    return _Settled(column, tuple(strips), tuple(heights))


def _between(settled: Sequence[_Settled], spare: float, area: Area) -> float:
    """The white space that goes between two blocks when an area spreads them, in every column."""
    joints = _joints(settled)
    most = max(SPREAD * area.rect.height, spare / (joints + 1))
    return down(min(spare / joints, most), area.baseline)


def _in_rows(settled: list[_Settled], room: float) -> list[_Settled]:
    """Columns with white below the shorter blocks of a row, if that has room.

    Blocks that begin a few points apart beside each other look like a slip of the hand. Rows end
    with the column that has the fewest blocks.
    """
    rows = zip(*(column.blocks() for column in settled), strict=False)
    levels = [max(row) for row in rows][:-1]
    levelled = [column.levelled(levels) for column in settled]
    high = max((each.height for each in levelled), default=0.0)
    return levelled if high <= room + SLIP else settled


def _uneven(settled: Sequence[_Settled]) -> bool:
    """Whether columns have unlike many blocks, two at least: level rows would leave a corner."""
    counts = {len(column.blocks()) for column in settled}
    return len(counts) > 1 and min(counts) > 1


def _to_one_foot(settled: Sequence[_Settled], area: Area) -> list[_Settled]:
    """Columns with white between their blocks that ends them all on the foot of the fullest."""
    fullest = max(settled, key=lambda column: column.height)
    joints = _joints([fullest])
    spare = max(0.0, area.rect.height - fullest.height)
    each = min(_between([fullest], spare, area), _usual([fullest.units]))
    foot = fullest.height + each * joints
    return [column.down_to(foot, area.baseline) for column in settled]


def _usual(split: Iterable[Column]) -> float:
    """The white between two blocks as it is designed, the most that columns have of it."""
    return max((unit.gap for own in split for unit in own[:-1] if unit.joint), default=0.0)


def hole(fragments: Sequence[Fragment], area: Area) -> float:
    """The white beyond the usual that columns would need between two blocks to end on one foot.

    Where they have as many blocks each, it is what levels these in rows; in points. Below a block
    that is alone in its column it is a corner. Rows that have no room to be level are stairs: these
    count as a whole.
    """
    if area.align != "flush":
        return 0.0
    split = columns(fragments, area)
    settled = [_settled(column, area.rect.height, area.baseline) for column in split]
    if len({len(column.blocks()) for column in settled}) > 1:
        foot = max(each.height for each in settled)
        wanted = max((foot - each.height) / max(1, _joints([each])) for each in settled)
    else:
        rows = list(zip(*(column.blocks() for column in settled), strict=False))[:-1]
        wanted = max((max(row) - min(row) for row in rows), default=0.0)
        if _in_rows(settled, area.rect.height) is settled:
            return wanted
    return max(0.0, wanted - _usual(split))


def _joints(settled: Sequence[_Settled]) -> int:
    """How often white may part two blocks in the column that has the most of them.

    What ends a column has nothing below it, be it a block or a head that was written last.
    """
    return max((sum(unit.joint for unit in column.units[:-1]) for column in settled), default=0)


def _share(elastic: Sequence[Unit], spare: float, grid: float) -> list[float]:
    """Give spare height to elastic pieces by their shares, none above its most, all on the grid."""
    heights = [unit.least for unit in elastic]
    shares = [unit.piece.share if isinstance(unit.piece, Elastic) else 0.0 for unit in elastic]
    growing = [place for place, unit in enumerate(elastic) if unit.most > unit.least]
    while growing and spare > SLIP:
        total = sum(shares[place] for place in growing)
        gains = {
            place: min(spare * shares[place] / total, elastic[place].most - heights[place])
            for place in growing
        }
        for place, gain in gains.items():
            heights[place] += gain
        spare -= sum(gains.values())
        growing = [place for place in growing if elastic[place].most - heights[place] > SLIP]
    return [
        max(unit.least, down(height, grid)) for unit, height in zip(elastic, heights, strict=True)
    ]

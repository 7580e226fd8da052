"""Pieces into places: an area's room is shared out, its columns balanced, what is over told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.layout.pages import Elastic, Strip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.brand.model import Area
    from briefing.diagnostics import Source
    from briefing.layout.pages import Box, Fragment, Piece

SLIP = 0.05
"""Points by which content may exceed its room before it counts as over: nothing visible."""
SPREAD = 0.12
"""The most white space that may be put between two blocks, as a part of the area's height."""


@dataclass(frozen=True, slots=True)
class Filled:
    """An area with its boxes placed; `used` and `over` are heights in points, fullest column."""

    boxes: tuple[Box, ...]
    used: float
    over: float
    last: str = ""
    """The name of the fragment that ends beyond the area."""
    where: Source | None = None
    """The place in the words of that fragment."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A piece in its column: the white space below it, and whether a column may end there."""

    piece: Piece
    gap: float
    keep: bool
    name: str
    ends: bool
    """Whether it is the last of its fragment."""
    where: Source

    @property
    def least(self) -> float:
        return self.piece.least if isinstance(self.piece, Elastic) else self.piece.height

    @property
    def most(self) -> float:
        return self.piece.most if isinstance(self.piece, Elastic) else self.piece.height


_Column = list[_Unit]


def fragment_height(pieces: Sequence[Piece]) -> float:
    """The least height of pieces in a row: elastic ones at their least, the last gap left out."""
    heights = [each.least if isinstance(each, Elastic) else each.height for each in pieces]
    return sum(heights) + sum(each.gap for each in pieces[:-1])


def column_width(area: Area) -> float:
    """The width of one of an area's columns, in points."""
    return (area.rect.width - area.gutter * (area.flow - 1)) / area.flow


def needed(fragments: Sequence[Fragment], area: Area) -> float:
    """The least height of an area's fullest column, in points."""
    return max((_least(column) for column in _columns(fragments, area)), default=0.0)


def reach(fragments: Sequence[Fragment], area: Area) -> float:
    """The height an area's fullest column can fill when its elastic pieces stretch, in points."""
    return max((_most(column) for column in _columns(fragments, area)), default=0.0)


def fill(fragments: Sequence[Fragment], area: Area) -> Filled:
    """Place fragments in an area, in order, column after column."""
    width = column_width(area)
    boxes: list[Box] = []
    columns = [_settled(column, area.rect.height) for column in _columns(fragments, area)]
    used = max((column.height for column in columns), default=0.0)
    spare = max(0.0, area.rect.height - used)
    top = area.rect.y + {"middle": spare / 2, "bottom": spare}.get(area.align, 0.0)
    between = _between(columns, spare, area) if area.align == "spread" else 0.0
    for place, column in enumerate(columns):
        x = area.rect.x + place * (width + area.gutter)
        boxes.extend(_placed(column, x, top, between))
    over = max(0.0, used - area.rect.height - SLIP)
    if not over:
        return Filled(tuple(boxes), used, over)
    last = max(columns, key=lambda column: column.height).units[-1]
    return Filled(tuple(boxes), used, over, last.name, last.where)


def _columns(fragments: Sequence[Fragment], area: Area) -> list[_Column]:
    """The pieces of all fragments shared out over the area's columns, as level as can be.

    Columns end between paragraphs as long as that fits; only then within one.
    """
    units = list(_units(fragments))
    if not units:
        return []
    whole = _split(
        units, [(unit.ends or unit.gap > 0) and not unit.keep for unit in units], area.flow
    )
    if all(_least(column) <= area.rect.height + SLIP for column in whole):
        return _levelled(whole)
    return _levelled(_split(units, [not unit.keep for unit in units], area.flow))


def _split(units: _Column, breaks: Sequence[bool], count: int) -> list[_Column]:
    heights = [unit.least for unit in units]
    runs = partition(heights, [unit.gap for unit in units], breaks, count)
    return [units[start:end] for start, end in runs if end > start]


def _levelled(columns: list[_Column]) -> list[_Column]:
    """Elastic pieces side by side begin on one level and are given the same height.

    Two charts that are to be compared stand so, whatever the lines of their questions and notes.
    """
    rows = [[unit for unit in column if isinstance(unit.piece, Elastic)] for column in columns]
    if len(columns) <= 1 or len({len(row) for row in rows}) != 1 or not rows[0]:
        return columns
    segments = [_segments(column) for column in columns]
    for own in segments:
        if own[-1]:  # the white space below a column's last block does not count
            own[-1][-1] = replace(own[-1][-1], gap=0.0)
    heights = [max(map(_height, level)) for level in zip(*segments, strict=True)]
    pieces = [[unit.piece for unit in level] for level in zip(*rows, strict=True)]
    ranges = [_common([each for each in level if isinstance(each, Elastic)]) for level in pieces]
    return [
        list(_padded(own, row, heights, ranges)) for own, row in zip(segments, rows, strict=True)
    ]


def _segments(column: _Column) -> list[_Column]:
    """The fixed units before, between and after a column's elastic ones."""
    segments: list[_Column] = [[]]
    for unit in column:
        if isinstance(unit.piece, Elastic):
            segments.append([])
        else:
            segments[-1].append(unit)
    return segments


def _height(segment: _Column) -> float:
    return sum(unit.least + unit.gap for unit in segment)


def _common(elastic: Sequence[Elastic]) -> tuple[float, float]:
    """The heights from least to most that all can take; the largest least, where there is none."""
    least = max(each.least for each in elastic)
    return least, max(least, min(each.most for each in elastic))


def _padded(
    segments: list[_Column],
    elastic: _Column,
    heights: Sequence[float],
    ranges: Sequence[tuple[float, float]],
) -> Iterator[_Unit]:
    for place, (segment, height) in enumerate(zip(segments, heights, strict=True)):
        yield from segment
        pad = height - _height(segment)
        if pad > 0:
            beside = segment[-1] if segment else elastic[min(place, len(elastic) - 1)]
            yield replace(beside, piece=Strip(pad, ()), gap=0.0, keep=True, ends=False)
        if place < len(elastic):
            unit = elastic[place]
            if isinstance(unit.piece, Elastic):
                least, most = ranges[place]
                yield replace(unit, piece=replace(unit.piece, least=least, most=most))


def _units(fragments: Sequence[Fragment]) -> Iterator[_Unit]:
    for fragment in fragments:
        last = len(fragment.pieces) - 1
        for place, piece in enumerate(fragment.pieces):
            ends = place == last
            gap = fragment.gap if ends else piece.gap
            yield _Unit(piece, gap, piece.keep, fragment.name, ends, fragment.where)


def partition(
    heights: Sequence[float], gaps: Sequence[float], breaks: Sequence[bool], count: int
) -> list[tuple[int, int]]:
    """Split heights, in order, into at most `count` runs whose tallest is as low as can be.

    `gaps[i]` stands below item i unless it ends a run; a run may end after item i only if
    `breaks[i]`. Returns (start, end) of each run; of equally tall splits the fullest first runs.
    """
    total = len(heights)
    sums = [0.0]
    for height, gap in zip(heights, gaps, strict=True):
        sums.append(sums[-1] + height + gap)

    def run(start: int, end: int) -> float:
        return sums[end] - sums[start] - gaps[end - 1] if end > start else 0.0

    ends = [0, *(end for end in range(1, total) if breaks[end - 1]), total]
    best = {end: (run(0, end), 0) for end in ends}
    cuts: list[dict[int, tuple[float, int]]] = [best]
    for _ in range(1, count):
        best = {
            end: min(
                ((max(cuts[-1][cut][0], run(cut, end)), -cut) for cut in ends if cut <= end),
            )
            for end in ends
        }
        cuts.append({end: (height, -cut) for end, (height, cut) in best.items()})
    runs: list[tuple[int, int]] = []
    end = total
    for row in reversed(cuts[1:]):
        start = row[end][1]
        runs.append((start, end))
        end = start
    runs.append((0, end))
    return runs[::-1]


def _least(column: _Column) -> float:
    return sum(unit.least + unit.gap for unit in column) - column[-1].gap


def _most(column: _Column) -> float:
    return sum(unit.most + unit.gap for unit in column) - column[-1].gap


@dataclass(frozen=True, slots=True)
class _Settled:
    """A column whose elastic pieces have been given their heights and drawn."""

    units: _Column
    strips: tuple[tuple[Strip, ...], ...]
    """The strips of each unit."""

    @property
    def height(self) -> float:
        strips = sum(strip.height for each in self.strips for strip in each)
        return strips + sum(unit.gap for unit in self.units[:-1])


def _settled(column: _Column, room: float) -> _Settled:
    elastic = [unit.piece for unit in column if isinstance(unit.piece, Elastic)]
    heights = iter(_share(elastic, room - _least(column)))
    return _Settled(
        column,
        tuple(
            unit.piece.draw(next(heights)) if isinstance(unit.piece, Elastic) else (unit.piece,)
            for unit in column
        ),
    )


def _between(columns: Sequence[_Settled], spare: float, area: Area) -> float:
    """The white space that goes between two blocks when an area spreads them, in every column."""
    joints = max((sum(unit.ends for unit in column.units) for column in columns), default=0) - 1
    return min(spare / joints, SPREAD * area.rect.height) if joints > 0 else 0.0


def _placed(column: _Settled, x: float, y: float, between: float) -> Iterator[Box]:
    for unit, strips in zip(column.units, column.strips, strict=True):
        for strip in strips:
            yield from (box.moved(x, y) for box in strip.boxes)
            y += strip.height
        y += unit.gap + (between if unit.ends else 0.0)


def _share(elastic: Sequence[Elastic], spare: float) -> list[float]:
    """Give spare height to elastic pieces by their shares, none above its most."""
    heights = [piece.least for piece in elastic]
    growing = [place for place, piece in enumerate(elastic) if piece.most > piece.least]
    while growing and spare > SLIP:
        shares = sum(elastic[place].share for place in growing)
        gains = {
            place: min(spare * elastic[place].share / shares, elastic[place].most - heights[place])
            for place in growing
        }
        for place, gain in gains.items():
            heights[place] += gain
        spare -= sum(gains.values())
        growing = [place for place in growing if elastic[place].most - heights[place] > SLIP]
    return heights

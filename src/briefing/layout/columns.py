"""Fragments shared out over the columns of an area: level, on the grid, heads printed again.

Every height that counts here is a whole number of the grid's baseline, so that wherever a column
begins, and whatever stands above, running text falls on the one grid of the page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING

from briefing.brand.styles import up
from briefing.drawing import Link
from briefing.layout.pages import Elastic, Strip
from briefing.structure import Artifact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.brand.masters import Area
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


def columns(fragments: Sequence[Fragment], area: Area) -> Sequence[Column]:
    """The pieces of all fragments shared out over the area's columns, as level as can be.

    Columns end between paragraphs as long as that fits; only then within one. The area's height
    counts for columns side by side alone.
    """
    room = area.rect.height if area.flow > 1 else 0.0
    return _shared_out(tuple(fragments), area.flow, room, area.baseline)


@lru_cache(maxsize=64)  # a page that is weighed asks for its columns once for each term
def _shared_out(
    fragments: tuple[Fragment, ...], count: int, room: float, grid: float
) -> Sequence[Column]:
    units = list(_units(fragments, grid))
    if count == 1 or not units:
        return [units] if units else ()
    by_parts = _by_parts(units, count)
    if by_parts and _held_by(room, by_parts):
        return by_parts
    whole = _to_the_last(_split(units, [unit.between for unit in units], count), count)
    if _held_by(room, whole):
        return _with_level_rows(_levelled(whole), room)
    parted = _split(units, [not unit.keep for unit in units], count)
    return _with_level_rows(_levelled(parted), room)


def _by_parts(units: Column, count: int) -> list[Column]:
    """Columns that each begin with a part of a block, as long as none is far higher than others.

    Sections that go on in the next column without what they are sections of look lost. None where
    nothing opens a part.
    """
    opens = [isinstance(unit.piece, Strip) and unit.piece.opens for unit in units]
    if not any(opens[1:]):
        return []
    split = _split(units, [*opens[1:], False], count)
    heights = [least(column) for column in split]
    even = len(split) == count and max(heights) * count <= _UNEVEN * sum(heights)
    return split if even else []


_UNEVEN = 1.5
"""How much higher than the mean a column of whole parts may be."""


def spill(
    fragments: Sequence[Fragment],
    area: Area,
    below: Sequence[Fragment] = (),
    most: int | None = None,
) -> tuple[tuple[Fragment, ...], tuple[Fragment, ...]]:
    """Part fragments into those that the area holds and those that go on elsewhere.

    Blocks are parted only where keeping the last one whole would leave much of the place empty.
    What is to stand `below` all that stays has its room kept; no more than the first `most` pieces
    stay. Nothing stays where the first piece is too high already; nothing goes on where all has
    room.
    """
    units = list(_units(fragments, area.baseline))
    reserved = list(_units(below, area.baseline))
    last = _furthest(units, area, least(reserved) if reserved else 0.0)
    if most is not None and most < last:
        last = _break_before(units, most + 1)
    end = _best_end(units, last)
    while below and end and not _held((*cut(fragments, end)[0], *below), area):
        end = _break_before(units, end)
    return cut(fragments, end)


def _to_the_last(split: list[Column], count: int) -> list[Column]:
    """Columns of blocks that are whole, none left empty as long as another has two of them."""
    while len(split) < count:
        ends = [
            (least(column), place, end)
            for place, column in enumerate(split)
            for end in range(1, len(column))
            if column[end - 1].ends and column[end - 1].between and not column[end].again
        ]
        if not ends:
            break
        high = max(height for height, _, _ in ends)
        place, end = min(
            ((place, end) for height, place, end in ends if height == high),
            key=lambda each: abs(least(split[each[0]][: each[1]]) - high / 2),
        )
        split[place : place + 1] = [split[place][:end], split[place][end:]]
    return split


def _held(fragments: Sequence[Fragment], area: Area) -> bool:
    return max(map(least, columns(fragments, area))) <= area.rect.height + SLIP


def _break_before(units: Column, end: int) -> int:
    """The last place before `end` where a column may end; 0 for none."""
    return next((place for place in range(end - 1, 0, -1) if not units[place - 1].keep), 0)


def cut(
    fragments: Sequence[Fragment], end: int
) -> tuple[tuple[Fragment, ...], tuple[Fragment, ...]]:
    """Fragments parted behind `end` pieces; the rest begins with the heads of the one parted."""
    total = sum(len(each.pieces) for each in fragments)
    if end in (0, total):
        return (tuple(fragments), ()) if end else ((), tuple(fragments))
    ends = list(accumulate(len(each.pieces) for each in fragments))
    last = next(place for place, reached in enumerate(ends) if reached >= end)
    whole = fragments[last]
    inside = end - ends[last] + len(whole.pieces)
    kept, rest = (*fragments[:last], whole), tuple(fragments[last + 1 :])
    if inside < len(whole.pieces):
        kept = (*fragments[:last], replace(whole, pieces=whole.pieces[:inside]))
        going = (*_heads(whole)[inside], *whole.pieces[inside:])
        rest = (replace(whole, pieces=going), *rest)
    return kept, rest


def _furthest(units: Column, area: Area, reserved: float) -> int:
    """How many units the columns of an area hold when each is filled as far as it goes.

    So many points are `reserved` at the end of the last column, or of the last ones.
    """
    heights, gaps, breaks, heads = _measures(units)
    end = 0
    for place in range(area.flow):
        behind = (area.flow - 1 - place) * area.rect.height
        most = area.rect.height - min(area.rect.height, max(0.0, reserved - behind))
        end, _ = _run_end(heights, gaps, breaks, heads, start=end, most=most + SLIP)
    return end


def _best_end(units: Column, last: int) -> int:
    """Where the place ends: with a whole block if that fills it well, else as late as can be."""
    if last == len(units):  # even if the last would be kept to what does not come
        return last
    sums = list(accumulate((unit.least + unit.gap for unit in units[:last]), initial=0.0))
    enough = _WELL * sums[-1]
    whole = (end for end in range(last, 0, -1) if units[end - 1].between and sums[end] >= enough)
    return next(whole, last)


_WELL = 0.85
"""The part of what could stay that is enough, so that the last block is not parted."""


def _units(fragments: Sequence[Fragment], grid: float) -> Iterator[Unit]:
    for number, fragment in enumerate(fragments):
        last = len(fragment.pieces) - 1
        for place, (piece, heads) in enumerate(zip(fragment.pieces, _heads(fragment), strict=True)):
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


def _heads(fragment: Fragment) -> list[tuple[Strip, ...]]:
    """For each piece of a fragment the heads that it stands below, none for a head itself.

    A table too wide for its place goes on below itself with heads of its own. They are furniture
    where they are printed again: read aloud once, and leading nowhere.
    """
    above: list[tuple[Strip, ...]] = []
    heads: tuple[Strip, ...] = ()
    within = False
    for piece in fragment.pieces:
        if isinstance(piece, Strip) and piece.head:
            boxes = tuple(_furniture(box) for box in piece.boxes)
            heads = (*(heads if within else ()), replace(piece, boxes=boxes, keep=True))
            within = True
            above.append(())
        else:
            within = False
            above.append(heads)
    return above


def _furniture(box: Box) -> Box:
    marks = tuple(mark for mark in box.marks if not isinstance(mark, Link))
    return replace(box, owner=Artifact.HEADER, anchor="", marks=marks, within=())


def _split(units: Column, breaks: Sequence[bool], count: int) -> list[Column]:
    heights, gaps, _, heads = _measures(units)
    return [
        [*(units[start].again if start else ()), *units[start:end]]
        for start, end in partition(heights, gaps, breaks, count, heads)
    ]


def _measures(units: Column) -> tuple[list[float], list[float], list[bool], list[float]]:
    """Heights, gaps, whether a column may end below, and the heads printed again above."""
    heads = [sum(each.least + each.gap for each in unit.again) for unit in units]
    keeps = [not unit.keep for unit in units]
    return [unit.least for unit in units], [unit.gap for unit in units], keeps, heads


def partition(
    heights: Sequence[float],
    gaps: Sequence[float],
    breaks: Sequence[bool],
    count: int,
    heads: Sequence[float] = (),
) -> list[tuple[int, int]]:
    """Split heights, in order, into at most `count` runs whose tallest is as low as can be.

    `gaps[i]` stands below item i unless it ends a run; a run may end after item i only if
    `breaks[i]`; `heads[i]` is what a run that begins with item i has above it, the first excepted.
    Returns (start, end) of each run; of equally tall splits the one whose first runs are fullest.
    """
    total = len(heights)
    above = heads or [0.0] * total

    def runs(most: float) -> tuple[list[tuple[int, int]], float]:
        """Runs filled as far as `most` goes, and the least by which one of them would hold more."""
        made: list[tuple[int, int]] = []
        end, more = 0, inf
        while end < total and len(made) < count:
            start = end
            end, higher = _run_end(heights, gaps, breaks, above, start=start, most=most + _FINE)
            more = min(more, higher)
            if end == start:
                break
            made.append((start, end))
        return made, more

    # No less will do, even if all could be parted anywhere and always at the largest gap.
    inner = sum(heights) + sum(gaps[:-1])
    made, more = runs((inner - (count - 1) * max(gaps, default=0.0)) / count)
    while (made[-1][1] if made else 0) < total:
        made, more = runs(more)
    return made


_FINE = 1e-4
"""Points that a run may be higher than its most: rounding of sums, nothing visible."""


def _run_end(
    heights: Sequence[float],
    gaps: Sequence[float],
    breaks: Sequence[bool],
    heads: Sequence[float],
    *,
    start: int,
    most: float,
) -> tuple[int, float]:
    """Where a run from `start` ends that is at most so high, and how high one more part makes it.

    It ends at its start if nothing fits.
    """
    total = len(heights)
    height = heads[start] if start and start < total else 0.0
    end = start
    for place in range(start, total):
        height += heights[place]
        if breaks[place] or place == total - 1:
            if height > most:
                return end, height
            end = place + 1
        height += gaps[place]
    return end, inf


# -- elastic pieces side by side -------------------------------------------------------------------


def _levelled(split: list[Column]) -> list[Column]:
    """Elastic pieces side by side begin on one level and are given the same height.

    Two charts that are to be compared stand so, whatever the lines of their questions and notes.
    """
    rows = [[unit for unit in column if isinstance(unit.piece, Elastic)] for column in split]
    if len(split) <= 1 or len({len(row) for row in rows}) != 1 or not rows[0]:
        return split
    segments = [_segments(column) for column in split]
    for own in segments:
        if own[-1]:  # the white space below a column's last block does not count
            own[-1][-1] = replace(own[-1][-1], gap=0.0)
    heights = [max(map(_height, level)) for level in zip(*segments, strict=True)]
    ranges = [_common(level) for level in zip(*rows, strict=True)]
    return [
        list(_padded(own, row, heights, ranges)) for own, row in zip(segments, rows, strict=True)
    ]


def _with_level_rows(split: list[Column], room: float) -> list[Column]:
    """Tables that begin columns side by side have their first rows on one level.

    A question of one line more would put its figures a few points below those beside them. It is
    left so where columns have their room as they are, and would be over.
    """
    heads = [_first_row(column) for column in split]
    level = max((row for _, row in heads), default=0.0)
    made = [
        [*column[: at - 1], _with_more(column[at - 1], level - row), *column[at:]] if at else column
        for column, (at, row) in zip(split, heads, strict=True)
    ]
    return split if _held_by(room, split) and not _held_by(room, made) else made


def stairs(fragments: Sequence[Fragment], area: Area) -> bool:
    """Whether tables that begin an area's columns have their first rows on unlike levels.

    It is so where `columns` had no room to level them: rows a few points apart read as one another.
    """
    rows = [row for at, row in map(_first_row, columns(fragments, area)) if at]
    return bool(rows) and max(rows) - min(rows) > SLIP


def _held_by(room: float, split: Sequence[Column]) -> bool:
    return all(least(column) <= room + SLIP for column in split)


def _with_more(unit: Unit, white: float) -> Unit:
    return replace(unit, gap=unit.gap + white)


def _first_row(column: Column) -> tuple[int, float]:
    """Where a column's first table has its heads below what it is called, and how low its rows are.

    Both are nothing in a column that begins otherwise, or goes on with a table.
    """
    down, heads = 0.0, 0
    for place, unit in enumerate(column):
        if not _is_head(unit):
            if heads or not unit.keep:
                return (heads, down) if heads else (0, 0.0)
        elif not heads:
            heads = place
        down += unit.least + unit.gap
    return 0, 0.0


def _is_head(unit: Unit) -> bool:
    return isinstance(unit.piece, Strip) and unit.piece.head


def _segments(column: Column) -> list[Column]:
    """The fixed units before, between and after a column's elastic ones."""
    segments: list[Column] = [[]]
    for unit in column:
        if isinstance(unit.piece, Elastic):
            segments.append([])
        else:
            segments[-1].append(unit)
    return segments


def _height(segment: Column) -> float:
    return sum(unit.least + unit.gap for unit in segment)


def _common(level: Sequence[Unit]) -> tuple[float, float]:
    """The heights from least to most that all can take; the largest least, where there is none."""
    low = max(unit.least for unit in level)
    return low, max(low, min(unit.most for unit in level))


def _padded(
    segments: list[Column],
    elastic: Column,
    heights: Sequence[float],
    ranges: Sequence[tuple[float, float]],
) -> Iterator[Unit]:
    for place, (segment, height) in enumerate(zip(segments, heights, strict=True)):
        yield from segment
        pad = height - _height(segment)
        if pad > 0:
            beside = segment[-1] if segment else elastic[min(place, len(elastic) - 1)]
            white = Strip(pad, ())
            yield replace(
                beside, piece=white, least=pad, most=pad, gap=0.0, keep=True, ends=False, again=()
            )
        if place < len(elastic):
            low, high = ranges[place]
            yield replace(elastic[place], least=low, most=high)

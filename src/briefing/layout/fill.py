"""Pieces into places: an area's room is shared out, its columns balanced, what is over told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.layout.pages import Box, Elastic, Fragment, Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.model import Area

SLIP = 0.05
"""Points by which content may exceed its room before it counts as over: nothing visible."""


@dataclass(frozen=True, slots=True)
class Filled:
    """An area with its boxes placed; `used` and `over` are heights in points, fullest column."""

    boxes: tuple[Box, ...]
    used: float
    over: float
    last: str = ""
    """The name of the fragment that ends beyond the area."""


def fragment_height(pieces: Sequence[Strip | Elastic]) -> float:
    """The least height of pieces in a row: elastic ones at their least, the last gap left out."""
    if not pieces:
        return 0.0
    return sum(_least(piece) + piece.gap for piece in pieces) - pieces[-1].gap


def needed(fragments: Sequence[Fragment], area: Area) -> float:
    """The least height of an area's fullest column, in points."""
    columns = partition([fragment.least + fragment.gap for fragment in fragments], area.flow)
    return max((_column_height(fragments[start:end]) for start, end in columns), default=0.0)


def reach(fragments: Sequence[Fragment], area: Area) -> float:
    """The height an area's fullest column can fill when its elastic pieces stretch, in points."""
    columns = partition([fragment.least + fragment.gap for fragment in fragments], area.flow)
    return max(
        (
            _column_height(fragments[start:end])
            + sum(
                piece.most - piece.least
                for fragment in fragments[start:end]
                for piece in fragment.pieces
                if isinstance(piece, Elastic)
            )
            for start, end in columns
        ),
        default=0.0,
    )


def fill(fragments: Sequence[Fragment], area: Area) -> Filled:
    """Place fragments in an area, in order, column after column."""
    if not fragments:
        return Filled((), 0.0, 0.0)
    width = column_width(area)
    boxes: list[Box] = []
    used, over, last = 0.0, 0.0, ""
    columns = partition([fragment.least + fragment.gap for fragment in fragments], area.flow)
    for place, (start, end) in enumerate(columns):
        x = area.rect.x + place * (width + area.gutter)
        column = _fill_column(fragments[start:end], x, area)
        boxes.extend(column.boxes)
        used = max(used, column.used)
        if column.over > over:
            over, last = column.over, fragments[end - 1].name
    return Filled(tuple(boxes), used, over, last)


def column_width(area: Area) -> float:
    """The width of one of an area's columns, in points."""
    return (area.rect.width - area.gutter * (area.flow - 1)) / area.flow


def partition(heights: Sequence[float], count: int) -> list[tuple[int, int]]:
    """Split heights, in order, into `count` runs whose tallest is as low as can be.

    Returns (start, end) of each run; runs are empty only when there are fewer heights than runs.
    """
    total = len(heights)
    if count <= 1 or total <= 1:
        return [(0, total), *[(total, total)] * (count - 1)]
    sums = [0.0]
    for height in heights:
        sums.append(sums[-1] + height)
    best = [[(sums[end], 0) for end in range(total + 1)]]
    for _ in range(1, count):
        row = [
            min((max(best[-1][cut][0], sums[end] - sums[cut]), -cut) for cut in range(end + 1))
            for end in range(total + 1)
        ]
        best.append([(height, -cut) for height, cut in row])
    runs: list[tuple[int, int]] = []
    end = total
    for row in reversed(best):
        start = row[end][1] if row is not best[0] else 0
        runs.append((start, end))
        end = start
    return runs[::-1]


def _least(piece: Strip | Elastic) -> float:
    return piece.height if isinstance(piece, Strip) else piece.least


def _column_height(fragments: Sequence[Fragment]) -> float:
    if not fragments:
        return 0.0
    return sum(each.least + each.gap for each in fragments) - fragments[-1].gap


def _fill_column(fragments: Sequence[Fragment], x: float, area: Area) -> Filled:
    room = area.rect.height
    least = _column_height(fragments)
    strips = _stretch(fragments, room - least)
    used = sum(sum(strip.height + strip.gap for strip in each) for each in strips)
    used += sum(fragment.gap for fragment in fragments[:-1])
    used -= sum(each[-1].gap for each in strips if each)
    spare = max(0.0, room - used)
    y = area.rect.y + {"middle": spare / 2, "bottom": spare}.get(area.align, 0.0)
    between = min(spare / (len(fragments) - 1), _SPREAD * room) if len(fragments) > 1 else 0.0
    extra = between if area.align == "spread" else 0.0
    boxes: list[Box] = []
    for fragment, each in zip(fragments, strips, strict=True):
        for place, strip in enumerate(each):
            boxes.extend(box.moved(x, y) for box in strip.boxes)
            y += strip.height + (strip.gap if place < len(each) - 1 else 0.0)
        y += fragment.gap + extra
    return Filled(tuple(boxes), used, max(0.0, used - room - SLIP))


_SPREAD = 0.12
"""The most white space that may be put between two blocks, as a part of the area's height."""


def _stretch(fragments: Sequence[Fragment], spare: float) -> list[tuple[Strip, ...]]:
    """Settle the height of every elastic piece, and draw it."""
    elastic = [p for fragment in fragments for p in fragment.pieces if isinstance(p, Elastic)]
    heights = _share(elastic, max(0.0, spare))
    settled = []
    for fragment in fragments:
        strips: list[Strip] = []
        for piece in fragment.pieces:
            if isinstance(piece, Elastic):
                strips.extend(piece.draw(heights.pop(0)))
            else:
                strips.append(piece)
        settled.append(tuple(strips))
    return settled


def _share(elastic: Sequence[Elastic], spare: float) -> list[float]:
    """Give spare height to elastic pieces by their shares, none above its most."""
    heights = [piece.least for piece in elastic]
    open_ones = [place for place, piece in enumerate(elastic) if piece.most > piece.least]
    while open_ones and spare > SLIP:
        shares = sum(elastic[place].share for place in open_ones)
        gained = 0.0
        for place in list(open_ones):
            piece = elastic[place]
            gain = min(spare * piece.share / shares, piece.most - heights[place])
            heights[place] += gain
            gained += gain
            if piece.most - heights[place] <= SLIP:
                open_ones.remove(place)
        spare -= gained
        if gained <= SLIP:
            break
    return heights

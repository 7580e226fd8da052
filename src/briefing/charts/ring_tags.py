"""The labels beside a ring: each with its figure above it, at the end of a leader from its part."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, pi, sqrt
from typing import TYPE_CHECKING

from briefing.charts.figures import percent
from briefing.charts.leader import leader, rise_over
from briefing.charts.lettering import (
    figure_depth,
    figure_rise,
    longest_word,
    sized,
    width_of,
    wrap,
)
from briefing.charts.shades import answers
from briefing.charts.spread import needed, spread

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.canvas import Canvas, Point
    from briefing.charts.figures import Figure
    from briefing.charts.lettering import Lines
    from briefing.tables.model import Table

LABEL_GAP = 5.0
"""White between a leader and its label, in points."""
MOST_LINES = 4
"""A label of more lines is none: a list has room for its words."""
SIDES = (0.3, 0.22, 0.16)
"""The share of the width that the labels of one side may take, before they have more lines."""
_LEADER = 9.0
"""How far a leader reaches from the ring, in points."""
_BETWEEN = 0.75
"""White between two labels, in ems."""
_WHOLE, _HALF = 1.05, 0.56
"""How wide a label is set that stands in one line, and in about two, as shares of its words'."""
_SLIP = 0.01
"""Widths are compared to a hundredth of a point."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A label beside the ring: the figure above its answer, pointing at a share of the turn."""

    place: int
    turn: float
    figure: Figure
    value: TextStyle
    words: str
    lines: Lines

    @property
    def right(self) -> bool:
        """Whether it stands at the right of the ring."""
        return self.turn <= 0.5  # noqa: PLR2004 - half a turn

    @property
    def width(self) -> float:
        """The width of its figure or of its longest line, in points."""
        return max(width_of(self.figure.text, self.value), self.lines.width)

    @property
    def height(self) -> float:
        """From the top of its figure to the foot of its last line, in points."""
        return figure_rise(self.value) + self.value.leading * 0.35 + self.lines.height

    def within(self, width: float) -> Tag:
        """The same in fewer lines, if `width` points allow."""
        lines = wrap(self.words, self.lines.style, width, strong=self.lines.strong)
        fewer = len(lines.lines) < len(self.lines.lines) and lines.width <= width + _SLIP
        return replace(self, lines=lines) if fewer else self


@dataclass(frozen=True, slots=True)
class Placed:
    """The labels of one side, how far their edge is from the centre, and where each begins."""

    tags: tuple[Tag, ...]
    aside: float
    tops: tuple[float, ...]


class Tags:
    """The labels of a ring: not of answers that nobody gave, nor of the one that the hole names.

    They stand in one line up to `side` as a share of the width, in about two if it is none; and in
    as few as the widest label of their side has room for in any case.
    """

    def __init__(  # noqa: PLR0917 - what labels depend on
        self,
        table: Table,
        turns: Mapping[int, tuple[float, float]],
        column: int | None,
        own: AbstractSet[int],
        look: Look,
        width: float,
        side: float,
    ) -> None:
        self.look, self.width, self.turns, self.own = look, width, turns, own
        made = [
            self._tag(table, place, side)
            for place in answers(table)
            if table.cells[0][place].value and place != column
        ]
        rooms = {
            right: max((tag.width for tag in made if tag.right is right), default=0.0)
            for right in (True, False)
        }
        self.tags = tuple(tag.within(rooms[tag.right]) for tag in made)

    def _tag(self, table: Table, place: int, side: float) -> Tag:
        style, value = self.look.style("chart.label"), figures_style(self.look)
        label, own = table.columns[place].label, place in self.own
        whole = width_of(label, style, strong=own)
        longest = longest_word(label, style, strong=own)
        room = max(longest, whole * _HALF, style.size * 6)
        room = min(room, max(self.width * SIDES[0], longest))
        if side:
            room = max(room, min(whole * _WHOLE, self.width * side))
        figure, turn = percent(table, 0, place), sum(self.turns[place]) / 2
        return Tag(place, turn, figure, value, label, wrap(label, style, room, strong=own))

    @property
    def lines(self) -> int:
        """The lines of the longest label."""
        return max((len(tag.lines.lines) for tag in self.tags), default=0)

    def of_side(self, *, right: bool) -> tuple[Tag, ...]:
        """The labels of one side from the top."""
        tags = tuple(tag for tag in self.tags if tag.right is right)
        return tags if right else tags[::-1]

    def room(self, *, right: bool) -> float:
        """The width that the labels of one side take, with their leaders, in points."""
        widths = [tag.width for tag in self.of_side(right=right)]
        return max(widths) + _LEADER + 2 * LABEL_GAP if widths else 0.0

    def height(self) -> float:
        """The height that the labels of either side take, in points."""
        return max(
            needed([tag.height for tag in self.of_side(right=right)], self._between)
            for right in (True, False)
        )

    def over(self, radius: float) -> float:
        """The white that leaders need above a ring of `radius` or more to run level, in points.

        No label stands above the room, so a narrow part at the top of the ring has to be as low as
        the middle of its figure.
        """
        rises = [0.0]
        for sign in (1, -1):
            for tag in self.of_side(right=sign > 0)[:1]:
                rise = rise_over(self.turns[tag.place], radius, sign)
                rises.append(rise + figure_rise(tag.value) / 2)
        return max(rises)

    def reach(
        self,
        centre: Point,
        radius: float,
        heights: tuple[float, float],
        *,
        right: bool,
        whole: bool,
    ) -> float:
        """How far from the centre the labels of a side reach, as they are or `whole` in one line.

        It is less than their room where all of them stand high or low beside the ring.
        """
        tags = self.of_side(right=right)
        if not tags:
            return radius
        if whole:
            tags = tuple(tag.within(self.width * SIDES[0]) for tag in tags)
        placed = self._placed(tags, centre, radius, heights)
        return placed.aside + LABEL_GAP + max(tag.width for tag in tags)

    @property
    def _between(self) -> float:
        """White between two labels of a side."""
        return self.look.style("chart.label").size * _BETWEEN

    def put(self, canvas: Canvas, centre: Point, radius: float, above: float) -> None:
        """Set the labels of both sides beside a ring, below `above` points from the top."""
        for right in (True, False):
            tags = self.of_side(right=right)
            if not tags:
                continue
            sign = 1 if right else -1
            placed = self._widest(tags, centre, radius, (above, canvas.height), sign)
            for tag, top in zip(placed.tags, placed.tops, strict=True):  # they keep one edge
                at = (centre[0] + sign * placed.aside, top)
                self._put_tag(canvas, tag, at, (centre, radius), (above, canvas.height), sign)

    def _widest(
        self,
        tags: tuple[Tag, ...],
        centre: Point,
        radius: float,
        heights: tuple[float, float],
        sign: int,
    ) -> Placed:
        """The labels where they stand, in as few lines as the white up to the edge allows."""
        placed = self._placed(tags, centre, radius, heights)
        edge = self.width - centre[0] if sign > 0 else centre[0]

        def white(each: Placed) -> float:
            return edge - each.aside - LABEL_GAP

        wider = tuple(tag.within(white(placed)) for tag in tags)
        moved = self._placed(wider, centre, radius, heights)
        fits = max(tag.width for tag in wider) <= white(moved) + _SLIP
        return moved if fits else placed

    def _placed(
        self, tags: tuple[Tag, ...], centre: Point, radius: float, heights: tuple[float, float]
    ) -> Placed:
        """The labels of one side as near to their parts as can be, all with one edge."""
        highs = [tag.height for tag in tags]
        middles = [centre[1] - cos(tag.turn * 2 * pi) * (radius + _LEADER) for tag in tags]
        wanted = [y - high * 0.4 for y, high in zip(middles, highs, strict=True)]
        tops = spread(wanted, highs, *heights, self._between)
        near = min(
            max(top - centre[1], centre[1] - top - high, 0.0)
            for top, high in zip(tops, highs, strict=True)
        )
        aside = sqrt(max((radius + _LEADER) ** 2 - near**2, 0.0)) + LABEL_GAP
        return Placed(tags, aside, tuple(tops))

    def _put_tag(  # noqa: PLR0917 - where it stands, and what it points at
        self,
        canvas: Canvas,
        tag: Tag,
        at: Point,
        ring: tuple[Point, float],
        heights: tuple[float, float],
        sign: int,
    ) -> None:
        look, (edge, top) = self.look, at
        ink, own = look.colour("ink"), tag.place in self.own
        x, align = edge + sign * LABEL_GAP, 0.0 if sign > 0 else 1.0
        baseline = top + figure_rise(tag.value)
        canvas.words(
            x, baseline, tag.figure.text, tag.value, ink, align=align, number=tag.figure.number
        )
        colour = ink if own or not self.own else look.colour("quiet")
        start = baseline + tag.value.leading * 0.35 - figure_depth(tag.value)
        tag.lines.put(canvas, x, start, colour, align=align)
        middle = baseline - figure_rise(tag.value) / 2
        line = leader(ring, heights, self.turns[tag.place], (edge, middle), sign)
        canvas.rule(line, look.colour("quiet"), 0.5)


def figures_style(look: Look) -> TextStyle:
    """The style of the figures of all answers."""
    strong = look.style("chart.strong")
    return sized(strong, strong.size * 1.25)

"""The heights of rows of bars: how thick they are and how far apart, in the room there is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.charts.model import Extent

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.charts.canvas import Canvas

FULL = 0.64
"""The share of the room between two labels that a bar takes."""
OPEN = 0.54
"""The share that the thickest bars take at least, where rows share out what room is left."""
LABEL_GAP = 3.0
"""White between a label and the bar below it, in points."""
ROW_GAP = 4.5
"""The least white between two rows, in points."""
_LABEL_APART = 8.0
"""The least white between a bar and the label of the next below it, in points."""
_OVER_FIRST = 4.0
"""White over the first of the labels that stand above their bars, in points."""
_SHARED_OUT, _STOUT = 300.0, 0.2
"""What few bars share out between them and with as much white as one of them takes, in points, and
the part of its length that such a bar is thick at most."""
_PLAIN = 0.8
"""How thick a bar of one tone is beside one of several: it is the heavier."""
_FEW, _WIDE_EMS = 3, 40.0
"""So many bars may be drawn on a grander scale, in a room of so many ems of their labels."""
_ASIDE = 9.0
"""The further white before rows that are set apart, in points: a rule stands in it."""
PARTING = 0.5
"""The weight of that rule, in points."""
_HALVINGS = 40
"""Halvings of the distance that is looked for: far below a thousandth of a point."""


def thickest(count: int, length: float, usual: float, *, plain: bool = False) -> float:
    """How thick bars may be that are `length` points long: the fewer they are, the thicker.

    One or two have a page to themselves, which is to look filled and not left over; but a short bar
    that is thick is a block, and a `plain` one is heavier than one of several tones.
    """
    few_bars = min(_SHARED_OUT / (count + 1), length * _STOUT)
    return max(usual, few_bars * _PLAIN if plain else few_bars)


def few(count: int, width: float, em: float) -> bool:
    """Whether so few bars have so wide a room that their figures may be larger."""
    return count <= _FEW and width >= _WIDE_EMS * em


@dataclass(frozen=True, slots=True)
class Pitches:
    """Rows below a head, equally far apart; lengths in points.

    `tallest` is the height of the tallest label, which stands beside its bar or above it;
    `thinnest` and `thickest` bound the bars. Where labels stand above, there is as much white over
    each of them, so that a label of several lines is no closer to the bar of the row before.
    """

    count: int
    head: float
    tallest: float
    beside: bool
    thinnest: float
    thickest: float
    foot: float = 0.0
    """What stands below the last bar."""
    outside: float = 0.0
    """The white above each bar that figures need which their segments do not hold."""
    loosest: float = FULL
    """The share of the room between two labels that the thickest bars take at least."""
    labels: tuple[float, ...] = ()
    """The heights of the labels, row by row; none: all as the tallest."""
    apart: float = ROW_GAP
    """The least white between two labels beside bars."""
    full: float = FULL
    """The share of the room between two labels that a bar takes."""
    aside: int = 0
    """So many rows at the end are set apart: the total of groups."""

    @property
    def fixed(self) -> float:
        """What a row takes besides its bar: its label, if that stands above."""
        return 0.0 if self.beside else self.tallest + LABEL_GAP + self.outside

    @property
    def least(self) -> float:
        """The distance from row to row at which labels and the thinnest bars just have room."""
        if self.beside:
            return max(self.thinnest + max(self.outside, ROW_GAP), self._closest + self.apart)
        return self.fixed + self.thinnest + _LABEL_APART

    @property
    def _heights(self) -> tuple[float, ...]:
        """The heights of the labels, row by row."""
        return self.labels or (self.tallest,) * self.count

    @property
    def _closest(self) -> float:
        """How far apart the middles of labels beside bars are that would touch, at the most.

        One of two lines between others of one takes room from these, and has it.
        """
        pairs = pairwise(self._heights)
        return max(((one + other) / 2 for one, other in pairs), default=self.tallest)

    @property
    def most(self) -> float:
        """The distance from row to row with the thickest bars, at their loosest."""
        return max(self.thickest / self.loosest + self.fixed, self.least)

    @property
    def extent(self) -> Extent:
        """The heights from the thinnest bars to the thickest."""
        return Extent(self.height(self.least), self.height(self.most))

    def pitch(self, height: float) -> float:
        """The distance from row to row at which all rows fill `height`, within the extent."""
        low, high = self.least, self.most
        if self.height(high) <= height:
            return high
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if self.height(middle) <= height:
                low = middle
            else:
                high = middle
        return low

    def thickness(self, pitch: float) -> float:
        """The thickness of the bars: their share of the pitch, or more where that is close."""
        room = pitch - self.fixed
        close = min(self.thinnest, room - (ROW_GAP if self.beside else _LABEL_APART))
        open_ = self.full * room
        if self.beside:
            open_ = min(open_, room - self.outside)
        return min(max(open_, close), self.thickest)

    def height(self, pitch: float) -> float:
        """The height that the rows and their head take."""
        last = self.top(self.count - 1, pitch) + self.thickness(pitch) + self.foot
        if self.beside:
            down = (self.thickness(pitch) + self._heights[-1]) / 2
            last = max(last, self.top(self.count - 1, pitch) + down)
        return last

    def top(self, place: int, pitch: float) -> float:
        """The upper edge of a row's bar."""
        first = self.head + self.fixed
        if self.beside:
            first += max(0.0, self._heights[0] - self.thickness(pitch)) / 2
            return first + place * pitch + self._white(place)
        first += _OVER_FIRST
        lower = sum(self.tallest - each for each in self.labels[: place + 1])
        return first + place * pitch - lower + self._white(place)

    def _white(self, place: int) -> float:
        """The further white above a row that the rows set apart are moved down by."""
        first = self.count - self.aside
        return _ASIDE if 0 < first <= place else 0.0

    def parting(self, pitch: float) -> float | None:
        """Where the rule stands that sets rows apart; nothing without such rows, or others."""
        below = self.count - self.aside
        if not 0 < below < self.count:
            return None
        thickness = self.thickness(pitch)
        foot, head = self.top(below - 1, pitch) + thickness, self.top(below, pitch)
        if self.beside:
            foot += max(0.0, self._heights[below - 1] - thickness) / 2
            head -= max(self.outside, (self._heights[below] - thickness) / 2)
        else:
            head -= LABEL_GAP + self.outside + self._heights[below]
        return (foot + head) / 2


def put_parting(canvas: Canvas, y: float, width: float, look: Look) -> None:
    """The rule between groups and the total of them, across a chart."""
    canvas.rule([(0.0, y), (width, y)], look.colour("rule"), PARTING)

"""A question without rows as one tall bar: answers named below their segments, nets above them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.charts import roll
from briefing.charts.bar_names import TICK, names_for
from briefing.charts.canvas import Canvas
from briefing.charts.figures import percent, widest, withheld
from briefing.charts.highlight import parts_of
from briefing.charts.lettering import (
    Lines,
    capital,
    depth,
    figure_depth,
    figure_rise,
    longest_word,
    sized,
    width_of,
    wrap,
)
from briefing.charts.model import Extent
from briefing.charts.readings import exclusive, tone_for
from briefing.charts.spread import spread
from briefing.charts.stack import (
    figure_style,
    grown,
    held,
    paints,
    put,
    rule_of,
    segments,
    span,
)
from briefing.drawing import Rect

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.figures import Figure
    from briefing.charts.model import Drawn
    from briefing.drawing import Colour
    from briefing.tables.model import Table

_GAP = 10.0
"""White between two labels, or two readings, in points."""
_BRACKET = 7.0
"""The room for the rule between a reading and the bar, in points."""
_RULE = 1.25
_THINNEST, _THICKEST = 22.0, 120.0
"""The thickness of the bar, in points."""
_THICK_SHARE, _THICKEST_OF_ALL = 0.42, 190.0
"""The share of a wide room that it may be thick, and how thick it is at most, in points."""
_SMALLEST, _LARGEST = 22.0, 72.0
"""The size of the headline's figure, in points."""
_STEPS = 48
"""Sizes tried for it."""
_BAR_FIRST = 0.7
"""The share of its growth that the bar does not leave to the figure."""
_OWN_SHARE = 0.62
"""The share of the width that the headline's reading takes, if its words allow."""
_GROWTH = 1.8
"""How much larger the figures of a thick bar may be."""
_MOST_LINES = 4
"""Other readings whose words take more lines find no room: they would be towers over the bar."""
_QUIET_SHARE = 0.45
"""The size of the other readings beside the headline's."""


class TallBar:
    """One bar laid out for a width."""

    def __init__(self, table: Table, width: float, look: Look, column: int | None) -> None:
        self.table, self.width, self.look, self.column = table, width, look, column
        self.own = frozenset[int]() if column is None else parts_of(table, column)
        self.paints = paints(table, look, self.own)
        self.colours = {place: paint.colour for place, paint in self.paints.items()}
        self.value = figure_style(look)
        self.segments = segments(table, 0, width, self.paints, rule=rule_of(look))
        self.names = names_for(table, self.segments, self.own, look, width, _THINNEST)
        self.roll = None if self.names else self._roll()
        self.foot = self.names.height if self.names else 0.0
        self.foot = self.roll.least if self.roll else self.foot
        self.readings = () if withheld(table, 0) else self._readings()
        self.thickest = max(_THICKEST, min(width * _THICK_SHARE, _THICKEST_OF_ALL))

    def _roll(self) -> roll.Roll:
        """The list of answers, with the letters of many, which their segments have too."""
        table, width, look = self.table, self.width, self.look
        self.paints = paints(table, look, self.own, listed=True)
        self.segments = segments(table, 0, width, self.paints, rule=rule_of(look))
        letters = {place: each.letter for place, each in self.paints.items() if each.letter}
        return roll.roll(table, 0, look, width, self.own, letters=letters)

    def _readings(self) -> tuple[int, ...]:
        """The columns read out above: the headline's, then nets that share no answer with it."""
        if self.column is None:
            return ()
        first, *others = exclusive(self.table, self.column)
        return first, *(each for each in others if span(self.table, each, self.segments))

    # -- heights ----------------------------------------------------------------------------------

    def _head(self, size: float) -> float:
        """The height of the readings and their rule with the headline's figure at `size`."""
        if not self.readings:
            return 0.0
        blocks = self._blocks(size)
        foot = max(block.foot for block in blocks)
        return max(block.height - block.foot for block in blocks) + foot + _BRACKET

    def _base(self) -> float:
        return self.foot + TICK

    def extent(self) -> Extent:
        """From a small figure and a thin bar to a very large one and a thick bar.

        Beside a very large figure other readings may find no room, and all need less height.
        """
        least = self._head(_SMALLEST) + _THINNEST + self._base()
        most = self._head(_LARGEST) + self.thickest + self._base()
        if self.roll:
            most += self.roll.most - self.roll.least
        return Extent(least, max(least, most))

    def _shared_out(self, height: float) -> tuple[float, float]:
        """The size of the headline's figure and the height of the foot in a room of this height.

        Figure, bar and list grow together; the figure gives way where its words take more lines.
        """
        extent = self.extent()
        part = (height - extent.least) / max(extent.most - extent.least, 1)
        part = min(max(part, 0.0), 1.0)
        thick = _THINNEST + (self.thickest - _THINNEST) * part * _BAR_FIRST
        foot = self.foot
        if self.roll:
            foot += (self.roll.most - self.roll.least) * part
        most = _SMALLEST + (_LARGEST - _SMALLEST) * part
        for step in range(_STEPS, 0, -1):
            size = _SMALLEST + (_LARGEST - _SMALLEST) * step / _STEPS
            if size <= most and self._head(size) + thick + foot + TICK <= height:
                return size, foot
        return _SMALLEST, self.foot

    def draw(self, height: float) -> Drawn:
        """The readings, the bar and its labels, sharing out `height`."""
        height = min(height, self.extent().most)
        size, foot = self._shared_out(height)
        head = self._head(size)
        thickness = max(min(height - head - foot - TICK, self.thickest), _THINNEST)
        canvas = Canvas(self.width, height)
        bar = Rect(0, head, self.width, thickness)
        symbol = withheld(self.table, 0)
        if symbol:
            style, quiet = self.look.style("chart.value"), self.look.colour("quiet")
            canvas.words(0, bar.y + (bar.height + capital(style)) / 2, symbol, style, quiet)
        self._put_readings(canvas, size, bar)
        most = min(thickness / 26, _GROWTH)
        holders = held([self.segments], self.value, thickness)
        put(canvas, self.segments, bar, grown(holders, self.value, thickness, most))
        if self.roll:
            self.roll.put(canvas, bar.bottom + TICK, height - bar.bottom - TICK, self.colours)
        if self.names:
            self.names.put(canvas, bar, self.look)
        return canvas.drawn()

    def _blocks(self, size: float) -> tuple[_Reading, ...]:
        """The readings, the headline's at `size`; those that find no room are left out.

        One that is alone has the whole width.
        """
        own, *others = self.readings
        blocks = [self._block(own, size, self.width * _OWN_SHARE)]
        left = self.width - blocks[0].width - _GAP
        for place in others:
            block = self._block(place, size, left / len(others))
            if block.width > left or len(block.lines.lines) > _MOST_LINES:
                break
            blocks.append(block)
            left -= block.width + _GAP
        if len(blocks) == 1:
            return (self._block(own, size, self.width),)
        return tuple(sorted(blocks, key=lambda each: each.start))

    def _block(self, place: int, size: float, width: float) -> _Reading:
        """A reading, if it can be, within `width` points."""
        look, own = self.look, place == self.column
        words = look.style("chart.strong" if own else "chart.label")
        figure = percent(self.table, 0, place)
        label = self.table.columns[place].label
        base = look.style("chart.numeral")
        word = longest_word(label, words) + words.size * 0.5
        text = max(figure.text, widest(self.table), key=lambda each: width_of(each, base))
        largest = base.size * (self.width - word) / width_of(text, base)
        size = min(size, max(largest, _SMALLEST * 0.6))
        numeral = sized(base, size if own else max(size * _QUIET_SHARE, look.format.minimum))
        beside = width_of(figure.text, numeral) + words.size * 0.5
        room = max(width - beside, min(longest_word(label, words), self.width - beside))
        colour = tone_for(self.table, place, look, numeral) if own else look.colour("quiet")
        start, end = span(self.table, place, self.segments) or (0.0, 0.0)
        lines = wrap(label, words, max(room, 1.0))
        return _Reading(place, figure, numeral, lines, beside, start, end, colour)

    def _put_readings(self, canvas: Canvas, size: float, bar: Rect) -> None:
        if not self.readings:
            return
        blocks = self._blocks(size)
        starts = spread(
            [each.start for each in blocks],
            [each.width for each in blocks],
            0,
            self.width,
            _GAP,
        )
        baseline = bar.y - _BRACKET - max(block.foot for block in blocks)
        for x, block in zip(starts, blocks, strict=True):
            canvas.words(
                x,
                baseline,
                block.figure.text,
                block.numeral,
                block.colour,
                number=block.figure.number,
            )
            ink = self.look.colour("ink") if block.place == self.column else block.colour
            block.lines.put(canvas, x + block.beside, baseline - block.lines.last, ink)
            y = bar.y - _BRACKET / 2
            canvas.rule([(block.start, y), (block.end, y)], block.colour, _RULE)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A figure with its words, and the part of the bar that it speaks of."""

    place: int
    figure: Figure
    numeral: TextStyle
    lines: Lines
    beside: float
    start: float
    end: float
    colour: Colour

    @property
    def width(self) -> float:
        return self.beside + self.lines.width

    @property
    def height(self) -> float:
        return max(figure_rise(self.numeral), self.lines.last) + self.foot

    @property
    def foot(self) -> float:
        """How far it reaches below its baseline."""
        return max(depth(self.lines.style), figure_depth(self.numeral))

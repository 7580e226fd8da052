"""A ring of one question's answers, the headline's figure in its hole."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import cycle
from math import cos, pi, sqrt
from typing import TYPE_CHECKING, ClassVar

from briefing.charts import highlight as highlights
from briefing.charts import tabled, telling
from briefing.charts.canvas import Canvas
from briefing.charts.figures import percent, withheld
from briefing.charts.leader import leader
from briefing.charts.lettering import (
    capital,
    figure_depth,
    figure_rise,
    longest_word,
    sized,
    width_of,
    wrap,
)
from briefing.charts.model import Chart, Drawn, Extent, Margins, UnsuitedError
from briefing.charts.readings import readable, tone_for
from briefing.charts.roll import Roll, roll
from briefing.charts.shades import answers, shades
from briefing.charts.spread import needed, spread
from briefing.charts.stack import stackable
from briefing.tables.model import Part
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.model import Look, TextStyle
    from briefing.charts.canvas import Point
    from briefing.charts.figures import Figure
    from briefing.charts.lettering import Lines
    from briefing.drawing import Colour
    from briefing.tables.model import Table

MOST_PARTS = 5
"""A ring of more parts cannot be read."""
_SMALLEST, _LARGEST = 112.0, 400.0
"""The ring's diameter, in points."""
_BAND = 0.17
"""The width of the band as a share of the diameter."""
_LEADER = 9.0
"""How far a leader reaches from the ring, in points."""
_MARGIN = 2.5
"""White above and below a ring with leaders, in points."""
_LABEL_GAP = 5.0
"""White between a leader and its label, in points."""
_BETWEEN = 0.75
"""White between two labels, in ems."""
_SIDES = (0.3, 0.22, 0.16)
"""The share of the width that the labels of one side may take, before they have more lines."""
_NARROW, _LISTED = 0.0, -1.0
"""What stands for labels that are as narrow as can be, and for a list below the ring."""
_WHOLE, _HALF = 1.05, 0.56
"""How wide a label is set that stands in one line, and in about two, as shares of its words'."""
_RULE = 1.25
"""The ground between two parts, in points."""
_HOLE = 0.88
"""The share of the hole's diameter that words may reach."""
_ARC, _ARC_GAP = 1.5, 2.0
"""The arc in the hole along what its figure counts, and the ground between it and the band."""
_NEAR = 0.01
"""Heights are compared to a hundredth of a point."""
_ALIKE = 1e-6
"""Shares of a turn that differ by less are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Donut(Chart):
    """A ring of the answers to one question, at most five of them, clockwise from the top."""

    kind: ClassVar[str] = "donut"

    def extent(self, table: Table, width: float, look: Look) -> Extent:
        """From a ring whose hole still holds its words to one as wide as its labels allow."""
        extents = [extent for _, extent in self._plans(table, width, look)]
        return Extent(min(each.least for each in extents), max(each.most for each in extents))

    def draw(self, table: Table, width: float, height: float, look: Look) -> Drawn:
        """The ring in the middle, labels on both sides or in a list below: what gives most ring.

        Among those that give as much it is the one with labels in the fewest lines.
        """
        plans = self._plans(table, width, look, (*_SIDES, _NARROW, _LISTED))
        height = min(height, max(extent.most for _, extent in plans))
        fitting = [each for each in plans if each[1].least <= height + _NEAR]
        ring, _ = max(fitting or plans, key=lambda each: each[0].size(height))
        return ring.draw(height)

    def margins_for(self, table: Table, width: float, look: Look) -> Margins:
        """The room of the labels at both sides; raise `UnsuitedError`."""
        rings = [ring for ring, _ in self._plans(table, width, look) if not ring.roll]
        return Margins(rings[0].left, rings[0].right) if rings else Margins()

    def describe(self, table: Table) -> str:
        """The headline's figure, every answer, the base."""
        return telling.of_single(
            wording().ring_chart, table, highlights.find(table, self.highlight)
        )

    def heard(self, table: Table) -> tabled.Heard:
        """An answer a row."""
        return tabled.of_answers(table, answers(table))

    def _plans(
        self,
        table: Table,
        width: float,
        look: Look,
        sides: tuple[float, ...] = (_NARROW, _LISTED),
    ) -> list[tuple[_Ring, Extent]]:
        """The ways to label the ring for which the width has room.

        Those that give the largest ring stand for all; wider labels take white that it leaves.
        """
        stackable(table)
        if len(table.rows) > 1:
            raise UnsuitedError(f"{table.id} has several rows: use kind=bars or kind=columns")
        parts = [place for place in answers(table) if table.cells[0][place].value]
        if len(parts) > MOST_PARTS:
            raise UnsuitedError(
                f"{table.id} has {len(parts)} parts, a ring at most {MOST_PARTS}: use kind=bars"
            )
        column = highlights.find(table, self.highlight).column
        rings = [_Ring(table, width, look, column, self.margins, side) for side in sides]
        if not all(ring.holds for ring in rings[-2:]):
            rings = [ring.entitled() for ring in rings]
        extents = [(ring, ring.extent()) for ring in rings]
        return [(ring, extent) for ring, extent in extents if extent is not None]


@dataclass(frozen=True, slots=True)
class _Tag:
    """A label beside the ring: the figure above its answer, pointing at a share of the turn."""

    place: int
    turn: float
    figure: Figure
    value: TextStyle
    lines: Lines

    @property
    def right(self) -> bool:
        return self.turn <= 0.5  # noqa: PLR2004 - half a turn

    @property
    def width(self) -> float:
        return max(width_of(self.figure.text, self.value), self.lines.width)

    @property
    def height(self) -> float:
        return figure_rise(self.value) + self.value.leading * 0.35 + self.lines.height


class _Ring:
    """A ring laid out for a width, with labels on both sides or with a list below.

    `side` is the share of the width up to which labels stand in one line, `_NARROW` or `_LISTED`.
    """

    def __init__(  # noqa: PLR0917 - what a layout depends on
        self,
        table: Table,
        width: float,
        look: Look,
        column: int | None,
        margins: Margins,
        side: float,
    ) -> None:
        self.table, self.width, self.look, self.column = table, width, look, column
        self.own = highlights.parts_of(table, column) if column is not None else frozenset[int]()
        self.colours = self._colours()
        self.turns = self._turns()
        listed = side == _LISTED
        self.tags = () if listed else self._tags(side)
        self.roll: Roll | None = None
        if listed:
            self.roll = roll(table, 0, look, width, self.own, figures=self._value())
        self.title: Lines | None = None
        if listed:
            margins = Margins()
        own = Margins(self._side(right=False), self._side(right=True)).joined(margins)
        self.left, self.right = own.left, own.right
        self.largest = min(width - self.left - self.right, _LARGEST)

    @property
    def holds(self) -> bool:
        """Whether the hole of the largest ring holds the headline's words, if there are any."""
        return self.column is None or self._hole(self.largest) is not None

    def entitled(self) -> _Ring:
        """The ring with the headline's words above it, its figure alone in the hole."""
        label, style = self.table.columns[self.column or 0].label, self.look.style("chart.strong")
        self.title = wrap(label, style, self.width)
        return self

    def _colours(self) -> dict[int, Colour]:
        """The colours of the scale; of mere categories only the headline's is coloured."""
        colours = shades(self.table, self.look)
        if self.own and all(head.part is Part.GROUP for head in self.table.answers):
            tones = self.look.tones
            greys = cycle((tones.muted, tones.comparison, tones.neutral))
            return {
                place: tones.highlight if place in self.own else next(greys) for place in colours
            }
        return colours

    def _turns(self) -> dict[int, tuple[float, float]]:
        """Where each answer begins and ends, as shares of a turn from the top."""
        turns, at = {}, 0.0
        for place in answers(self.table):
            part = float(self.table.cells[0][place].value or 0)
            turns[place] = (at, at + part)
            at += part
        return turns

    def _value(self) -> TextStyle:
        """The style of the figures of all answers."""
        strong = self.look.style("chart.strong")
        return sized(strong, strong.size * 1.25)

    def _tags(self, side: float) -> tuple[_Tag, ...]:
        """The labels: not of answers that nobody gave, nor of the one that the hole names.

        They stand in one line up to `side` as a share of the width, in about two if it is none.
        """
        style, value = self.look.style("chart.label"), self._value()
        tags = []
        for place in answers(self.table):
            if not self.table.cells[0][place].value or place == self.column:
                continue
            label, own = self.table.columns[place].label, place in self.own
            whole = width_of(label, style, strong=own)
            longest = longest_word(label, style, strong=own)
            most = max(self.width * _SIDES[0], longest)
            room = min(max(longest, whole * _HALF, style.size * 6), most)
            if side:
                room = max(room, min(whole * _WHOLE, self.width * side))
            figure, turn = percent(self.table, 0, place), sum(self.turns[place]) / 2
            tags.append(_Tag(place, turn, figure, value, wrap(label, style, room, strong=own)))
        return tuple(tags)

    # -- heights ----------------------------------------------------------------------------------

    def _side(self, *, right: bool) -> float:
        """The room that the labels of one side take, with their leaders."""
        widths = [tag.width for tag in self.tags if tag.right is right]
        return max(widths) + _LEADER + 2 * _LABEL_GAP if widths else 0.0

    def _between(self) -> float:
        """White between two labels of a side."""
        return self.look.style("chart.label").size * _BETWEEN

    @property
    def _below(self) -> float:
        """What the list takes below the ring at its closest, or leaders above and below it."""
        return self.roll.least + 2 * _LABEL_GAP if self.roll else 2 * _MARGIN

    @property
    def _above(self) -> float:
        """What the headline's words take above the ring, where its hole has no room for them."""
        return self.title.height + 2 * _LABEL_GAP if self.title else 0.0

    def extent(self) -> Extent | None:
        """From a ring whose hole holds its words to the largest; nothing if there is no room."""
        lines = max((len(tag.lines.lines) for tag in self.tags), default=0)
        if self.largest < min(_SMALLEST, self.width) or lines > _MOST_LINES:
            return None
        least = min(_SMALLEST, self.largest)
        while least < self.largest and self._worded and not self._hole(least):
            least += 8
        least = min(least, self.largest)
        more = self.roll.most - self.roll.least if self.roll else 0.0
        stacks = [
            needed([tag.height for tag in self.tags if tag.right is right], self._between())
            for right in (True, False)
        ]
        least = max(least + self._below, *stacks) + self._above
        return Extent(least, max(self.largest + self._below + self._above + more, least))

    @property
    def _worded(self) -> bool:
        """Whether the hole has words in it."""
        return self.column is not None and self.title is None

    def diameter(self, height: float) -> float:
        """The ring's diameter in a room of this height."""
        return min(height - self._below - self._above, self.largest)

    def size(self, height: float) -> tuple[float, float]:
        """The diameter in a room of this height, then how near the ring is to the room's middle."""
        diameter = self.diameter(height)
        return diameter, -abs(self._middle(diameter) - self.width / 2)

    def _middle(self, diameter: float) -> float:
        """How far from the left the ring's centre is: in the middle, if its labels let it."""
        radius = diameter / 2
        return min(max(self.width / 2, self.left + radius), self.width - self.right - radius)

    def draw(self, height: float) -> Drawn:
        """Draw the ring into `height` points."""
        diameter = self.diameter(height)
        canvas = Canvas(self.width, height)
        top = self._above + (0.0 if self.roll else (height - self._above - diameter) / 2)
        centre = (self._middle(diameter), top + diameter / 2)
        held = withheld(self.table, 0)
        if held:
            self._put_held(canvas, centre, diameter, held)
            return canvas.drawn()
        if self.title:
            self.title.put(canvas, 0, 0, self.look.colour("ink"))
        self._put_band(canvas, centre, diameter)
        self._put_hole(canvas, centre, diameter)
        if self.roll:
            start = top + diameter + _LABEL_GAP * 2
            self.roll.put(canvas, start, height - start, self.colours)
        for right in (True, False):
            self._put_tags(canvas, centre, diameter / 2, right=right)
        return canvas.drawn()

    # -- drawing ----------------------------------------------------------------------------------

    def _put_held(self, canvas: Canvas, centre: Point, diameter: float, held: str) -> None:
        look, radius = self.look, diameter / 2
        canvas.ring(centre, (radius * (1 - 2 * _BAND), radius), (0, 1), look.colour("rule"))
        style = look.style("chart.strong")
        y = centre[1] + capital(style) / 2
        canvas.words(centre[0], y, held, style, look.colour("quiet"), align=0.5)

    def _put_band(self, canvas: Canvas, centre: Point, diameter: float) -> None:
        outer = diameter / 2
        inner = outer * (1 - 2 * _BAND)
        gap = _RULE / (2 * pi * outer) / 2
        parts = [place for place, (start, end) in self.turns.items() if end > start]
        for place in parts:
            start, end = self.turns[place]
            inset = min(gap, (end - start) / 4) if len(parts) > 1 else 0.0
            canvas.ring(centre, (inner, outer), (start + inset, end - inset), self.colours[place])
        for start, end in self._counted():
            radii = (inner - _ARC_GAP - _ARC, inner - _ARC_GAP)
            canvas.ring(centre, radii, (start + gap, end - gap), self.look.colour("ink"))

    def _counted(self) -> list[tuple[float, float]]:
        """From where to where the hole's figure counts, told by more than tones; not a whole ring.

        The tone of a part may be the faintest of all ("not at all"), as an answer has one tone.
        """
        runs: list[tuple[float, float]] = []
        for place, (start, end) in self.turns.items():
            if place not in self.own or end <= start:
                continue
            if runs and start - runs[-1][1] < _ALIKE:
                runs[-1] = (runs[-1][0], end)
            else:
                runs.append((start, end))
        whole = sum(end - start for start, end in runs)
        return runs if whole < 1 - _ALIKE else []

    def _hole(self, diameter: float) -> tuple[TextStyle, Lines] | None:
        """The largest figure that fits the hole with its label below, nothing if none does.

        Where the label's larger type has no room it has the smaller: a size of the scale may be
        more than the ring has grown.
        """
        if self.column is None:
            return None
        small = self.look.style("chart.strong")
        found = self._words(self.column, diameter, self._hole_label(diameter))
        return found or self._words(self.column, diameter, small)

    def _words(
        self, column: int, diameter: float, label: TextStyle
    ) -> tuple[TextStyle, Lines] | None:
        """The largest figure that fits with its label in a style."""
        figure = percent(self.table, 0, column)
        numeral = self.look.style("chart.numeral")
        radius = diameter / 2 * (1 - 2 * _BAND) * _HOLE
        labels = self._labels(label)
        least = label.size * _LEAST_FIGURE
        sizes = [diameter * _LARGE_FIGURE * (1 - step / _STEPS) for step in range(_STEPS)]
        sizes = [size for size in sizes if size > least]
        widest = max(figure.text, _WIDEST, key=lambda each: width_of(each, numeral))
        for text, steps in ((widest, [*sizes, least]), (figure.text, [least])):
            for size in steps:
                style = sized(numeral, size)
                lines = self._fitting(radius, style, labels)
                if lines is None:
                    continue
                half = width_of(text, style) / 2
                if half**2 + (self._block(style, lines) / 2) ** 2 <= radius**2:
                    return style, lines
        return None

    def _hole_label(self, diameter: float) -> TextStyle:
        style = self.look.style("chart.strong")
        return sized(style, style.size * min(max(diameter / 240, 1.0), 1.35))

    def _block(self, style: TextStyle, lines: Lines) -> float:
        return figure_rise(style) + self._hole_gap(style, lines) + lines.height

    def _hole_gap(self, style: TextStyle, lines: Lines) -> float:
        return max(lines.style.size * 0.65, style.size * 0.14)

    def _labels(self, style: TextStyle) -> list[Lines]:
        """The label in one line, in two, and so on."""
        words = self.table.columns[self.column or 0].label
        longest, whole = longest_word(words, style), width_of(words, style)
        return [
            wrap(words, style, max(longest, whole / count * 1.12))
            for count in range(1, _MOST_LINES + 1)
        ]

    def _fitting(self, radius: float, style: TextStyle, labels: Sequence[Lines]) -> Lines | None:
        """The label in as few lines as fit the hole below a figure of this style."""
        for lines in labels:
            bottom = self._block(style, lines) / 2
            if bottom < radius and (lines.width / 2) ** 2 + bottom**2 <= radius**2:
                return lines
        return None

    def _put_hole(self, canvas: Canvas, centre: Point, diameter: float) -> None:
        if self.column is None:
            return
        figure = percent(self.table, 0, self.column)
        hole = self._hole(diameter) if self._worded else None
        if hole is None:
            numeral = self.look.style("chart.numeral")
            wanted = diameter * (1 - 2 * _BAND) * _HOLE * 0.8
            style = sized(numeral, numeral.size * wanted / width_of(figure.text, numeral))
            y = centre[1] + figure_rise(style) / 2
            colour = self._tone(style)
            canvas.words(centre[0], y, figure.text, style, colour, align=0.5, number=figure.number)
            return
        style, lines = hole
        colour = self._tone(style)
        top = centre[1] - self._block(style, lines) / 2
        y = top + figure_rise(style)
        canvas.words(centre[0], y, figure.text, style, colour, align=0.5, number=figure.number)
        ink = self.look.colour("ink")
        lines.put(canvas, centre[0], y + self._hole_gap(style, lines), ink, align=0.5)

    def _tone(self, style: TextStyle) -> Colour:
        """The colour of the figure in the hole: that of its part, if it can be read."""
        tones = self.look.tones
        if self.column is None or tones.highlight in {self.colours[each] for each in self.own}:
            return readable(tones.highlight, self.look, style)
        return tone_for(self.table, self.column, self.look, style)

    def _put_tags(self, canvas: Canvas, centre: Point, radius: float, *, right: bool) -> None:
        tags = [tag for tag in self.tags if tag.right is right]
        if not right:
            tags.reverse()
        if not tags:
            return
        sign = 1 if right else -1
        middles = [centre[1] - cos(tag.turn * 2 * pi) * (radius + _LEADER) for tag in tags]
        heights = [tag.height for tag in tags]
        wanted = [y - tag.height * 0.4 for y, tag in zip(middles, tags, strict=True)]
        tops = spread(wanted, heights, self._above, canvas.height, self._between())
        near = min(
            max(top - centre[1], centre[1] - top - height, 0.0)
            for top, height in zip(tops, heights, strict=True)
        )
        aside = sqrt(max((radius + _LEADER) ** 2 - near**2, 0.0)) + _LABEL_GAP
        for tag, top in zip(tags, tops, strict=True):  # all of a side keep one edge
            self._put_tag(canvas, tag, (centre[0] + sign * aside, top), (centre, radius), sign)

    def _put_tag(
        self, canvas: Canvas, tag: _Tag, at: Point, ring: tuple[Point, float], sign: int
    ) -> None:
        look, (edge, top) = self.look, at
        ink, own = look.colour("ink"), tag.place in self.own
        x, align = edge + sign * _LABEL_GAP, 0.0 if sign > 0 else 1.0
        baseline = top + figure_rise(tag.value)
        canvas.words(
            x, baseline, tag.figure.text, tag.value, ink, align=align, number=tag.figure.number
        )
        colour = ink if own or not self.own else look.colour("quiet")
        start = baseline + tag.value.leading * 0.35 - figure_depth(tag.value)
        tag.lines.put(canvas, x, start, colour, align=align)
        middle = baseline - figure_rise(tag.value) / 2
        heights = (self._above, canvas.height)
        line = leader(ring, heights, self.turns[tag.place], (edge, middle), sign)
        canvas.rule(line, look.colour("quiet"), 0.5)


_WIDEST = "88%"
"""Rings of equal size have numerals of equal size, whichever their figures."""
_STEPS = 24
"""Sizes tried for the figure in the hole."""
_LARGE_FIGURE = 0.22
"""The size of the figure, as a share of the diameter, unless its words need more of the hole."""
_LEAST_FIGURE = 1.8
"""The size of the figure at least, as a multiple of its label's."""
_MOST_LINES = 4

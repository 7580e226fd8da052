"""A ring laid out for a width: its band, the words in its hole, and labels or a list."""

from __future__ import annotations

from functools import cached_property
from itertools import cycle
from math import pi
from typing import TYPE_CHECKING

from briefing.charts import highlight as highlights
from briefing.charts.canvas import Canvas
from briefing.charts.figures import withheld
from briefing.charts.lettering import capital, wrap
from briefing.charts.model import Extent, Margins
from briefing.charts.readings import readable, tone_for
from briefing.charts.ring_hole import BAND
from briefing.charts.ring_tags import LABEL_GAP, MOST_LINES, Tags, figures_style
from briefing.charts.roll import Roll, roll
from briefing.charts.shades import answers, seen, stressed, tints
from briefing.tables.model import Part

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.canvas import Point
    from briefing.charts.lettering import Lines
    from briefing.charts.model import Drawn
    from briefing.charts.ring_hole import Hole
    from briefing.drawing import Colour
    from briefing.tables.model import Table

NARROW, LISTED = 0.0, -1.0
"""What stands for labels that are as narrow as can be, and for a list below the ring."""
ASIDE = (-0.4, -0.3)
"""What stands for a list beside the ring: minus the share of the width that the ring takes."""
_ASIDE_GAP, _ASIDE_MOST = 28.0, 2.4
"""White between a ring and the list beside it, in points; how much higher that is at most."""
_SMALLEST, _LARGEST = 112.0, 400.0
"""The ring's diameter, in points."""
_MARGIN = 2.5
"""White above and below a ring with leaders, in points."""
_RULE = 1.25
"""The ground between two parts, in points."""
_ARC, _ARC_GAP = 1.5, 2.0
"""The arc in the hole along what its figure counts, and the ground between it and the band."""
_ALIKE = 1e-6
"""Shares of a turn that differ by less are the same."""


class Ring:
    """A ring laid out for a width, with labels on both sides or with a list below or beside it.

    `side` is the share of the width up to which labels stand in one line, `NARROW`, `LISTED` or
    one of `ASIDE`. One that is not `worded` has the headline's figure alone in its hole: its words
    stand above the ring, or in the list, if they are an answer's.
    """

    def __init__(  # noqa: PLR0917 - what a layout depends on
        self,
        table: Table,
        width: float,
        look: Look,
        hole: Hole | None,
        margins: Margins,
        side: float,
        *,
        worded: bool = True,
    ) -> None:
        self.table, self.width, self.look, self.hole = table, width, look, hole
        self.worded = worded
        self.column = column = None if hole is None else hole.column
        self.own = highlights.parts_of(table, column) if column is not None else frozenset[int]()
        self.turns = self._turns()
        listed, self.aside = side < 0, LISTED < side < 0
        self.tags: Tags | None = None
        if not listed:
            self.tags = Tags(table, self.turns, column, self.own, look, width, side)
        self.roll: Roll | None = None
        if listed:
            room = width * (1 + side) - _ASIDE_GAP if self.aside else width
            self.roll = roll(table, 0, look, room, self.own, figures=figures_style(look))
        self.title = None if worded or (listed and column in answers(table)) else self._title()
        own = Margins()
        if self.tags:
            own = Margins(
                self.tags.room(right=False),
                self.tags.room(right=True),
                max(self.tags.over(_SMALLEST / 2), _MARGIN),
            ).joined(margins)
        self.margins = own
        self.left, self.right = own.left, own.right
        room = -side * width if self.aside else width - self.left - self.right
        self.largest = min(room, _LARGEST)

    @property
    def lines(self) -> int:
        """The lines of the longest label beside it."""
        return self.tags.lines if self.tags else 0

    def _title(self) -> Lines:
        """The headline's words above the ring."""
        label, style = self.table.columns[self.column or 0].label, self.look.style("chart.strong")
        return wrap(label, style, self.width)

    @cached_property  # of the rings that are weighed one is drawn
    def colours(self) -> dict[int, Colour]:
        """The colours of the scale; of mere categories the headline's is strong among tints."""
        colours = stressed(self.table, self.own, self.look)
        groups = [place for place in colours if self.table.columns[place].part is not Part.WITHHELD]
        if self.own and all(self.table.columns[each].part is Part.GROUP for each in groups):
            # No greys: those say "don't know" elsewhere.
            others = cycle(tints(self.look))
            toned = {each: self._signal if each in self.own else next(others) for each in groups}
            return colours | toned
        return colours

    @property
    def _signal(self) -> Colour:
        """The colour of the headline's part of mere categories."""
        return seen(self.look.tones.highlight, self.look, own=True)

    def _turns(self) -> dict[int, tuple[float, float]]:
        """Where each answer begins and ends, as shares of a turn from the top."""
        turns, at = {}, 0.0
        for place in answers(self.table):
            part = float(self.table.cells[0][place].value or 0)
            turns[place] = (at, at + part)
            at += part
        return turns

    # -- heights ----------------------------------------------------------------------------------

    @property
    def _below(self) -> float:
        """What the list takes below the ring at its closest, or leaders above and below it."""
        if self.aside:
            return 0.0
        return self.roll.least + 2 * LABEL_GAP if self.roll else self.margins.over + _MARGIN

    @property
    def _above(self) -> float:
        """What the headline's words take above the ring, where its hole has no room for them."""
        return self.title.height + 2 * LABEL_GAP if self.title else 0.0

    def extent(self) -> Extent | None:
        """From a ring whose hole holds its words to the largest; nothing if there is no room."""
        if self.largest < min(_SMALLEST, self.width) or self.lines > MOST_LINES:
            return None
        if not self._holds(self.largest):
            return None
        least = min(_SMALLEST, self.largest)
        while least < self.largest and not self._holds(least):
            least += 8
        least = min(least, self.largest)
        if self.roll and self.aside:
            if self.roll.least > self.largest * _ASIDE_MOST:
                return None
            least = max(least, self.roll.least)
            return Extent(least + self._above, max(least, self.largest) + self._above)
        more = self.roll.most - self.roll.least if self.roll else 0.0
        stacks = self.tags.height() if self.tags else 0.0
        least = max(least + self._below, stacks) + self._above
        return Extent(least, max(self.largest + self._below + self._above + more, least))

    def _holds(self, diameter: float) -> bool:
        """Whether the hole of a ring holds what is to stand in it."""
        return self.hole is None or not self.worded or self.hole.fitted(diameter) is not None

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
        if self.aside:
            return radius
        return min(max(self.width / 2, self.left + radius), self.width - self.right - radius)

    def _aside(self, centre: Point, radius: float, height: float) -> Point:
        """The centre moved to a side, if the labels of the other have fewer lines by that."""
        if not self.tags:
            return centre
        x, heights = centre[0], (self._above, height)
        for whole in ((True, True), (False, True), (True, False)):
            left, right = (
                self.tags.reach(centre, radius, heights, right=bool(side), whole=whole[side])
                for side in (0, 1)
            )
            if left + right <= self.width:
                return min(max(x, left), self.width - right), centre[1]
        return centre

    def draw(self, height: float) -> Drawn:
        """Draw the ring into `height` points."""
        diameter = self.diameter(height)
        canvas = Canvas(self.width, height)
        spare = 0.0 if self.roll and not self.aside else (height - self._above - diameter) / 2
        top = self._above + max(spare, self.margins.over)
        centre = self._aside((self._middle(diameter), top + diameter / 2), diameter / 2, height)
        held = withheld(self.table, 0)
        if held:
            self._put_held(canvas, centre, diameter, held)
            return canvas.drawn()
        if self.title:
            self.title.put(canvas, 0, 0, self.look.colour("ink"))
        self._put_band(canvas, centre, diameter)
        if self.hole:
            self.hole.put(canvas, centre, diameter, self._tone, worded=self.worded)
        if self.roll and self.aside:
            high = min(height - self._above, self.roll.most)
            start = self._above + (height - self._above - high) / 2
            self.roll.put(canvas, start, high, self.colours, left=self.width - self.roll.width)
        elif self.roll:
            start = top + diameter + LABEL_GAP * 2
            self.roll.put(canvas, start, height - start, self.colours)
        if self.tags:
            self.tags.put(canvas, centre, diameter / 2, self._above)
        return canvas.drawn()

    # -- drawing ----------------------------------------------------------------------------------

    def _put_held(self, canvas: Canvas, centre: Point, diameter: float, held: str) -> None:
        look, radius = self.look, diameter / 2
        canvas.ring(centre, (radius * (1 - 2 * BAND), radius), (0, 1), look.colour("rule"))
        style = look.style("chart.strong")
        y = centre[1] + capital(style) / 2
        canvas.words(centre[0], y, held, style, look.colour("quiet"), align=0.5)

    def _put_band(self, canvas: Canvas, centre: Point, diameter: float) -> None:
        outer = diameter / 2
        inner = outer * (1 - 2 * BAND)
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

    def _tone(self, style: TextStyle) -> Colour:
        """The colour of the figure in the hole: that of its part, if it can be read."""
        if self.column is None or self._signal in {self.colours[each] for each in self.own}:
            return readable(self._signal, self.look, style)
        return tone_for(self.table, self.column, self.look, style)

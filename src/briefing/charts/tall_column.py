"""A question without rows as one tall column: answers named at the right, nets at the left."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from briefing.charts import shades
from briefing.charts.canvas import Canvas
from briefing.charts.column_names import BETWEEN, Name, apart, settled
from briefing.charts.figures import percent, widest, withheld
from briefing.charts.highlight import parts_of
from briefing.charts.lettering import (
    Lines,
    capital,
    figure_depth,
    figure_rise,
    longest_word,
    rise,
    sized,
    width_of,
    wrap,
)
from briefing.charts.model import Extent, Margins
from briefing.charts.readings import exclusive, tone_for
from briefing.charts.spread import needed, spread
from briefing.charts.stack import figure_style, fits, grown, paints, put, rule_of, segments, span
from briefing.drawing import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.figures import Figure
    from briefing.charts.model import Drawn
    from briefing.charts.stack import Segment
    from briefing.drawing import Colour
    from briefing.tables.model import Table

_NARROW = 190.0
"""Below this width in points the readings stand above the column instead of at its left."""
_GAP = 7.0
"""White on either side of the column, in points."""
_APART = 1.0
"""White between two readings, as a multiple of the leading of their words."""
_STEPS = 12
"""Sizes tried for readings that stand one above the other."""
_NAMES, _READINGS = 0.44, 0.36
"""The shares of the width that names and readings may take."""
_COLUMN = 0.2
"""The share of the width that they leave to the column."""
_THINNEST, _THICKEST, _THICKEST_SHARE = 34.0, 170.0, 0.36
"""The width of the column, in points; in a large room at most this share of it."""
_SHORTEST, _USUAL, _TALLEST = 130.0, 240.0, 430.0
"""The height of the column, in points."""
_ASPECT = 1.5
"""How wide it looks well with readings and names, as a part of its height: a low one is narrow."""
_SMALLEST, _LARGEST = 22.0, 76.0
"""The size of the headline's figure, in points."""
_GROWTH = 1.35
"""How much larger the figures of a wide column may be."""
_QUIET_SHARE = 0.5
"""The size of the other readings beside the headline's."""
_BRACKET = 1.25
_BEFORE = 2.5
"""White between a leader and its name, in points."""
_LEADER = 1.0
"""The further white for leaders, in ems of a name: short steep ones would be read as strokes."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A figure above its words, and the part of the column that it speaks of."""

    place: int
    figure: Figure
    numeral: TextStyle
    lines: Lines
    colour: Colour

    @property
    def width(self) -> float:
        return max(width_of(self.figure.text, self.numeral), self.lines.width)

    @property
    def height(self) -> float:
        return self.drop + self.lines.height

    @property
    def drop(self) -> float:
        """From the top of the figure to the top of the words."""
        rise = figure_rise(self.numeral) + figure_depth(self.numeral)
        return rise + self.lines.style.size * 0.3


class TallColumn:
    """One column laid out for a width."""

    def __init__(
        self, table: Table, width: float, look: Look, column: int | None, margins: Margins
    ) -> None:
        self.table, self.width, self.look, self.column = table, width, look, column
        self.own = frozenset[int]() if column is None else parts_of(table, column)
        self.paints = paints(table, look, self.own)
        self.colours = {place: paint.colour for place, paint in self.paints.items()}
        self.places = shades.answers(table)
        self.value, self.rule = figure_style(look), rule_of(look)
        self.readings = self._readings()
        self.above = width < _NARROW
        self.left = 0.0
        if self.readings and not self.above:
            self.left = max(each.width for each in self.readings) + 2 * _GAP + _BRACKET
            self.left = max(self.left, margins.left)
        self.head = self.readings[0].height + _GAP if self.readings and self.above else 0.0
        self.leaders = 0.0
        self.names_room = self._names_room()
        if not self.above and self._crowded():
            self.leaders = look.style("chart.label").size * _LEADER
            self.names_room = self._names_room()
        most = self.width - self.left - max(_THINNEST, self.width * _COLUMN)
        self.beside = margins.right > 0
        self.names_width = self._names_width()
        self.right = max(min(margins.right, most), self.names_width)

    @property
    def margins(self) -> Margins:
        """The room of readings and names, that of names where most figures stand beside them."""
        return Margins(self.left, self.names_width)

    def _names_width(self) -> float:
        """The room of names in the shortest column, in which most figures stand beside them.

        They have it in a tall one too, so that the column is as thick at any height.
        """
        made = segments(self.table, 0, _SHORTEST, self.paints, rule=self.rule)
        names = self._names(made, _THINNEST)
        alone = (self._lines(place, self.names_room).width for place in self.places)
        return max(*(name.width for name in names), *alone) + _GAP + self.leaders

    def _crowded(self) -> bool:
        """Whether names leave their segments in a column of the usual height, and have leaders."""
        made = segments(self.table, 0, _USUAL, self.paints, rule=self.rule)
        names = self._names(made, _THINNEST)
        return any(each.led for each in settled(names, made, self.places, _USUAL, self.value))

    def _names_room(self) -> float:
        """The width that names get: as narrow as their words allow without many lines."""
        style = self.look.style("chart.label")
        before = self._figures_room
        words = 0.0
        for place in self.places:
            label, strong = self.table.columns[place].label, place in self.own
            whole = width_of(label, style, strong=strong)
            word = longest_word(label, style, strong=strong)
            words = max(words, word, min(whole, self.width * _NAMES - before))
        most = self.width - self.left - max(_THINNEST, self.width * _COLUMN) - 2 * _GAP
        most -= self.leaders
        return min(words + before, max(most, style.size * 4))

    @property
    def _figures_room(self) -> float:
        """What a figure behind a name takes."""
        return width_of(widest(self.table), self.value) + BETWEEN

    def _readings(self) -> tuple[_Reading, ...]:
        """The headline's figure, and those of nets that share no answer with it."""
        if self.column is None or withheld(self.table, 0):
            return ()
        return tuple(self._reading(place, 1.0) for place in exclusive(self.table, self.column))

    def _reading(self, place: int, growth: float) -> _Reading:
        """A reading with its figure at a part `growth` of the way from the smallest to its own."""
        look, own = self.look, place == self.column
        figure, label = percent(self.table, 0, place), self.table.columns[place].label
        base = look.style("chart.numeral")
        texts = (figure.text, widest(self.table))
        room = self.width * (_READINGS if self.width >= _NARROW else 1) - _GAP
        size = min(
            _LARGEST,
            max(
                _SMALLEST,
                base.size * room / max(width_of(each, base) for each in texts),
            ),
        )
        size = _SMALLEST + (size - _SMALLEST) * growth
        numeral = sized(base, size if own else max(size * _QUIET_SHARE, look.format.minimum))
        style = look.style("chart.strong" if own else "chart.label")
        lines = wrap(label, style, max(room, 1.0))
        colour = tone_for(self.table, place, look, numeral) if own else look.colour("quiet")
        return _Reading(place, figure, numeral, lines, colour)

    def _names(self, made: tuple[Segment, ...], thickness: float) -> tuple[Name, ...]:
        value = self.value
        by_place = {each.column: each for each in made}
        names = []
        for place in self.places:
            segment = by_place.get(place)
            inside = segment is not None and fits(segment, value, thickness, down=True)
            figure = None if inside else percent(self.table, 0, place)
            behind = width_of(figure.text, value) + BETWEEN if figure else 0.0
            before = max(behind, self._figures_room) if figure else 0.0
            names.append(Name(figure, behind, self._lines(place, self.names_room - before)))
        return tuple(names)

    def _lines(self, place: int, room: float) -> Lines:
        """The name of an answer in lines."""
        label, style = self.table.columns[place].label, self.look.style("chart.label")
        return wrap(label, style, room, strong=place in self.own)

    def _stack(self, plot: float) -> tuple[tuple[Segment, ...], tuple[Name, ...], float]:
        """Segments and names of a column `plot` high, and its thickness."""
        made = segments(self.table, 0, plot, self.paints, rule=self.rule)
        names = self._names(made, _THINNEST)
        most = max(_THICKEST, self.width * _THICKEST_SHARE)
        thickness = min(self.width - self.left - self.right, most)
        return made, names, max(thickness, _THINNEST)

    def _holders(self, made: tuple[Segment, ...], thickness: float) -> list[Segment]:
        """The segments that hold their figures in the tallest column."""
        plot = self.extent().most - self.head
        tall = segments(self.table, 0, plot, self.paints, rule=self.rule)
        held = {each.column for each in tall if fits(each, self.value, thickness, down=True)}
        return [each for each in made if each.column in held]

    def extent(self) -> Extent:
        """From a column beside which all names find room to a very tall one."""
        _, names, _ = self._stack(_SHORTEST)
        high = needed([name.lines.height for name in names], apart(names))
        least = max(_SHORTEST, high)
        if self.readings and not self.above:
            least = max(least, self.readings[0].height)
        aspect = inf if self.beside else _ASPECT
        return Extent(least + self.head, max(least, _TALLEST) + self.head, aspect)

    def draw(self, height: float) -> Drawn:
        """Draw the column into `height` points."""
        height = min(height, self.extent().most)
        canvas = Canvas(self.width, height)
        made, names, thickness = self._stack(height - self.head)
        spare = self.width - self.left - thickness - self.right
        aside = 0.0 if self.left else max(0.0, spare) / 2  # readings stand at what they count
        bar = Rect(self.left + aside, self.head, thickness, height - self.head)
        symbol = withheld(self.table, 0)
        if symbol:
            style, quiet = self.look.style("chart.value"), self.look.colour("quiet")
            canvas.words(bar.x, bar.y + rise(style), symbol, style, quiet)
        else:
            # Beside another column figures keep their size, so that both have the same.
            most = 1.0 if self.beside else min(thickness / 42, _GROWTH)
            style = grown(self._holders(made, thickness), self.value, thickness, most, down=True)
            put(canvas, made, bar, style, down=True)
        self._put_names(canvas, made, names, bar)
        self._put_readings(canvas, made, bar)
        return canvas.drawn()

    def _put_names(
        self, canvas: Canvas, made: tuple[Segment, ...], names: tuple[Name, ...], bar: Rect
    ) -> None:
        ink, quiet, value = self.look.colour("ink"), self.look.colour("quiet"), self.value
        given = {each.column for each in made}
        settling = settled(names, made, self.places, bar.height, value)
        x = bar.right + _GAP
        if any(each.led for each in settling):
            most = self.look.style("chart.label").size * _LEADER
            x += max(min(most, self.width - self.right - bar.right), self.leaders)
        for place, name, at in zip(self.places, names, settling, strict=True):
            start = bar.y + at.top
            tone = ink if place in given or place in self.own else quiet
            if name.figure is not None:
                canvas.words(
                    x + name.lines.last_width + BETWEEN,
                    start + name.lines.last,
                    name.figure.text,
                    value,
                    tone,
                    number=name.figure.number,
                )
            name.lines.put(canvas, x, start, tone)
            if at.led:
                middle = start + name.lines.first - capital(name.lines.style) / 2
                aim = bar.y + min(max(at.level, 0.25), bar.height - 0.25)
                line = [(bar.right + 1, aim), (x - _BEFORE, middle)]
                canvas.rule(line, quiet, 0.5)

    def _put_readings(self, canvas: Canvas, made: tuple[Segment, ...], bar: Rect) -> None:
        if not self.readings:
            return
        if self.above:
            self._put_reading(canvas, self.readings[0], 0)
            return
        places = self._apart(made, bar.height)
        wanted = [
            ((place[0] + place[1]) / 2 if place else 0) - each.height / 2 for each, place in places
        ]
        heights = [each.height for each, _ in places]
        tops = spread(wanted, heights, 0, bar.height, self._between(heights, bar.height))
        for (each, place), top in zip(places, tops, strict=True):
            self._put_reading(canvas, each, bar.y + top)
            if place:
                x = bar.x - _GAP / 2 - _BRACKET
                line = [(x, bar.y + place[0]), (x, bar.y + place[1])]
                canvas.rule(line, each.colour, _BRACKET)

    @property
    def _gap(self) -> float:
        """The white between two readings, in points."""
        return self.look.style("chart.label").leading * _APART

    def _between(self, heights: Sequence[float], room: float) -> float:
        """The white between two readings, or what the room leaves of it."""
        left = (room - sum(heights)) / max(len(heights) - 1, 1)
        return max(min(self._gap, left), 0.0)

    def _apart(
        self, made: tuple[Segment, ...], height: float
    ) -> list[tuple[_Reading, tuple[float, float] | None]]:
        """The readings from the top, as large as leaves white between them, with their parts.

        Where they find no room at their smallest the last are left out.
        """
        for step in range(_STEPS, -1, -1):
            places = [
                (self._reading(each.place, step / _STEPS), place)
                for each in self.readings
                if (place := span(self.table, each.place, made)) or each.place == self.column
            ]
            if needed([each.height for each, _ in places], self._gap) <= height:
                break
        while len(places) > 1 and needed([each.height for each, _ in places], _GAP) > height:
            places.pop()
        return sorted(places, key=lambda pair: pair[1] or (0.0, 0.0))

    def _put_reading(self, canvas: Canvas, each: _Reading, top: float) -> None:
        y = top + figure_rise(each.numeral)
        figure = each.figure
        canvas.words(0, y, figure.text, each.numeral, each.colour, number=figure.number)
        ink = self.look.colour("ink") if each.place == self.column else each.colour
        each.lines.put(canvas, 0, top + each.drop, ink)

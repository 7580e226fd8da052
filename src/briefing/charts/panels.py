"""Small multiples: a grid of more answers than tones tell apart, each cell a bar from its own zero.

A stack of many parts asks of its readers to match each tone with a key, which nobody can do. Here
every answer is named once, at its own bars, and all bars have one scale. Where panels do not stand
side by side they go on in a second band, and so on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.charts import labels
from briefing.charts.canvas import Canvas
from briefing.charts.figures import percent, withheld
from briefing.charts.lettering import capital, figure_depth, figure_rise, longest_word, width_of
from briefing.charts.matrix import matrix
from briefing.charts.model import Extent
from briefing.charts.pitch import Pitches, put_parting
from briefing.charts.readings import style_for, tone_for
from briefing.charts.stack import figure_style
from briefing.drawing import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.figures import Figure
    from briefing.charts.labels import Label
    from briefing.charts.matrix import Matrix
    from briefing.charts.model import Drawn
    from briefing.charts.rows import Items
    from briefing.tables.model import Table

_LABELS = (0.14, 0.2, 0.27, 0.34, 0.42)
"""The shares of the width that labels beside the bars may take."""
_LABEL_LINES, _HEAD_LINES = 4, 6
"""Labels and heads of more lines are towers."""
_GAP = 10.0
"""White between labels and panels, between two panels, and before the readings, in points."""
_AFTER = 3.0
"""White between a bar and its figure, in points."""
_BAR = 14.0
"""The longest bar has at least this length, in points: shorter ones could not be compared."""
_LONG = 3.5
"""One that has so many ems of its figure can be compared with ease."""
_SHORTEST = 0.75
"""A bar of a value above nothing is never shorter, in points."""
_INSIDE = 1.5
"""How much higher than its figure the thinnest bar is, above and below, in points."""
_THICKEST = 22.0
"""A bar is never thicker, in points: there are many of them."""
_HEAD_GAP, _BANDS = 7.0, 18.0
"""White below the heads of a band, and between two bands, in points."""
_PAGE = 0.8
"""The share of a page's height that panels may need: the rest is margins and a headline."""
_AXIS = 0.5
"""The weight of the rule at the zero of a panel, in points."""


def panels(table: Table, width: float, look: Look, items: Items, *, turned: bool) -> list[Panels]:
    """The ways to lay out a grid of many answers with items as rows, or `turned`.

    The lowest comes after the lowest with long bars, for which more bands may be worth the height,
    and before the lowest of the other way, if that is lower. Parts of a chart are all low. None in
    which words would have to be broken, or that no page would hold.
    """
    found: list[Panels] = []
    for way in (turned, not turned):
        made = list(_laid_out(matrix(table, look, items, turned=way), width, look))
        lowest = min(made, key=lambda form: form.lowest, default=None)
        if lowest is None or not lowest.held or (found and found[-1].lowest <= lowest.lowest):
            continue
        if not found and items.shown == items.order:
            long = [form for form in made if form.long and form.held]
            found += [min(long, key=lambda form: form.lowest)] if long else []
        if lowest not in found:
            found.append(lowest)
    return found


def _laid_out(of: Matrix, width: float, look: Look) -> Iterator[Panels]:
    """For label columns of several widths the fewest bands in which all words have room, and more.

    Of these the fewest in which bars are long.
    """
    sides = dict.fromkeys(-(-of.seats // bands) for bands in range(1, of.seats + 1))
    for share in _LABELS:
        legible = (form for side in sides if (form := Panels(of, width, look, share, side)).legible)
        for place, form in enumerate(legible):
            if form.long or not place:
                yield form
            if form.long:
                break


class Panels:
    """Small multiples laid out for a width: labels take a `share`, `side` panels stand in a band.

    What is read out of items stands behind their rows, or over their panels.
    """

    def __init__(self, of: Matrix, width: float, look: Look, share: float, side: int) -> None:
        self.of, self.table, self.look, self.side = of, of.table, look, side
        self.width, self.column = width, of.items.column
        self.value = figure_style(look)
        self.room = width * share
        self.labels = self._named(of.every_row, self.room, row=True)
        self.name, self.name_room = self._name()
        named = [*self.labels.values(), *([self.name] if self.name and of.turned else [])]
        self.x = max(each.width for each in named) + _GAP
        behind = 0.0 if of.turned or self.name is None else self.name_room + _GAP
        self.panel = (width - self.x - behind - _GAP * (side - 1)) / side
        self.figures = max(width_of(each.text, self.value) for each in self._figures())
        self.heads = self._named(of.every_panel, max(self.panel, 1.0), row=False)
        self.pitches = self._pitches()

    # -- words ------------------------------------------------------------------------------------

    def _named(self, places: Sequence[int], room: float, *, row: bool) -> dict[int, Label]:
        """The labels of rows, or of panels, whose bases stand below."""
        rows = [self.of.named(place, row=row) for place in places]
        if row:
            made = labels.labels_for(rows, self.look, room)
            return dict(zip(places, made, strict=True))
        return {
            place: labels.label_for(
                words, base, self.look, room, strong=strong, below=base is not None
            )
            for place, (words, base, strong) in zip(places, rows, strict=True)
        }

    def _name(self) -> tuple[Label | None, float]:
        """The name of what is read out, before the readings or over them, and its room."""
        if self.column is None:
            return None, 0.0
        words, style = self.table.columns[self.column].label, self.look.style("chart.label")
        room = self.room
        if not self.of.turned:
            room = max(self._widest_reading, longest_word(words, style, strong=True))
        return labels.label_for(words, None, self.look, room, strong=True), room

    @property
    def long(self) -> bool:
        """Whether bars are long enough to be compared with ease."""
        room = self.panel - self.figures - _AFTER
        return room >= self.value.size * _LONG

    @property
    def held(self) -> bool:
        """Whether a page would hold them."""
        return self.extent().least <= self.look.format.geometry.height * _PAGE

    @property
    def legible(self) -> bool:
        """Whether no word is broken, no label is a tower, and bars can be compared."""
        least = self.figures + _AFTER + _BAR
        if self.of.turned:
            least = max(least, self._widest_reading)
        if self.panel < least or not self._whole(self.of.every_row, self.room, row=True):
            return False
        if self.name and not self._unbroken(self.table.columns[self.column or 0].label, self.room):
            return not self.of.turned
        rows = max(each.rows for each in self.labels.values())
        heads = max(each.rows for each in self.heads.values())
        named = self._whole(self.of.every_panel, self.panel, row=False)
        return named and rows <= _LABEL_LINES and heads <= _HEAD_LINES

    def _whole(self, places: Sequence[int], room: float, *, row: bool) -> bool:
        """Whether the words of rows or panels, and their bases, have room without a break."""
        note = self.look.style("chart.note")
        for place in places:
            words, base, _ = self.of.named(place, row=row)
            if not self._unbroken(words, room) or (base and width_of(base.text, note) > room):
                return False
        return True

    def _unbroken(self, words: str, room: float) -> bool:
        return longest_word(words, self.look.style("chart.label"), strong=True) <= room

    # -- figures ----------------------------------------------------------------------------------

    def _figure(self, row: int, panel: int) -> Figure:
        return percent(self.table, *self.of.cell(row, panel), sign=not self.table.counted)

    def _figures(self) -> Iterator[Figure]:
        return (
            self._figure(row, panel) for row in self.of.every_row for panel in self.of.every_panel
        )

    def _own(self, item: int) -> bool:
        return self.of.items.highlight.reading(item, self.column)

    def _reading_style(self, item: int) -> TextStyle:
        return style_for(self.look, own=self._own(item), rows=len(self.of.items.order))

    @property
    def _widest_reading(self) -> float:
        """The width of the widest figure that is read out."""
        if self.column is None:
            return 0.0
        return max(
            width_of(percent(self.table, item, self.column).text, self._reading_style(item))
            for item in self.of.items.order
        )

    def _reading_height(self, item: int) -> float:
        """The height of a figure that is read out, centred on its capitals."""
        style = self._reading_style(item)
        half = capital(style) / 2
        return 2 * max(half + figure_depth(style), figure_rise(style) - half)

    # -- heights ----------------------------------------------------------------------------------

    @property
    def bands(self) -> list[tuple[int, ...]]:
        """The panels of each band."""
        places = self.of.panels
        return [places[start : start + self.side] for start in range(0, len(places), self.side)]

    def _pitches(self) -> Pitches:
        """The rows of one band."""
        tallest = max(each.height_beside for each in self.labels.values())
        if self.column is not None and not self.of.turned:
            tallest = max(tallest, *map(self._reading_height, self.of.items.order))
        return Pitches(
            len(self.of.rows),
            0.0,
            tallest,
            beside=True,
            thinnest=capital(self.value) + 2 * _INSIDE,
            thickest=_THICKEST,
            apart=labels.apart(self.labels.values()),
            aside=0 if self.of.turned else sum(map(self.table.total, self.of.rows)),
        )

    @property
    def _lead(self) -> float:
        """What the readings over panels take, with the white below them."""
        if self.name is None or not self.of.turned:
            return 0.0
        readings = max(map(self._reading_height, self.of.items.order))
        return max(readings, self.name.height_beside) + _HEAD_GAP

    def _head(self, band: int) -> float:
        """The height of the heads of a band; over the first the name of the readings is one."""
        heights = [self.heads[place].height for place in self.bands[band]]
        if not band and self.name and not self.of.turned:
            heights.append(self.name.height)
        return max(heights)

    def _height(self, pitch: float) -> float:
        heads = sum(self._head(band) for band in range(len(self.bands)))
        each = self.pitches.height(pitch) + _HEAD_GAP + self._lead
        return heads + each * len(self.bands) + _BANDS * (len(self.bands) - 1)

    @property
    def lowest(self) -> float:
        """The least height of the fullest part of a chart: all parts are laid out by it."""
        of = self.of
        rows = len(of.rows) if of.turned else max(len(of.rows), of.items.seats)
        each = rows * self.pitches.least + max(label.height for label in self.heads.values())
        return (each + self._lead) * -(-of.seats // self.side)

    def extent(self) -> Extent:
        """From bars that are as thin as their figures to bars as thick as look well."""
        return Extent(self._height(self.pitches.least), self._height(self.pitches.most))

    # -- drawn ------------------------------------------------------------------------------------

    def draw(self, height: float) -> Drawn:
        """Draw all bands into `height` points."""
        count = len(self.bands)
        spare = height - self._height(self.pitches.least)
        pitch = self.pitches.pitch(self.pitches.extent.least + max(spare, 0.0) / count)
        canvas = Canvas(self.width, min(height, self._height(pitch)))
        top = 0.0
        for band, panels_ in enumerate(self.bands):
            foot = top + self._head(band)
            self._put_heads(canvas, panels_, foot, first=not band)
            rows = foot + _HEAD_GAP + self._lead
            self._put_rows(canvas, panels_, rows, pitch, first=not band)
            top = rows + self.pitches.height(pitch) + _BANDS
        return canvas.drawn()

    def _left(self, place: int) -> float:
        """The left edge of the panel at a place of its band."""
        return self.x + place * (self.panel + _GAP)

    def _put_heads(
        self, canvas: Canvas, places: Sequence[int], foot: float, *, first: bool
    ) -> None:
        """The heads of a band on one foot, and what is read out, or its name."""
        ink, quiet = self.look.colour("ink"), self.look.colour("quiet")
        for at, place in enumerate(places):
            label = self.heads[place]
            label.put(canvas, self._left(at), foot - label.height, ink, quiet)
        if self.name is None:
            return
        if not self.of.turned:
            if first:
                top = foot - self.name.height
                self.name.lines.put(canvas, self.width, top, ink, align=1)
            return
        middle = foot + _HEAD_GAP + (self._lead - _HEAD_GAP) / 2
        self.name.put_beside(canvas, 0, middle, ink, quiet)
        for at, place in enumerate(places):
            self._put_reading(canvas, place, self._left(at), middle, align=0)

    def _put_rows(
        self, canvas: Canvas, places: Sequence[int], top: float, pitch: float, *, first: bool
    ) -> None:
        """The rows of a band: labels, bars with their figures, readings behind the first band's."""
        thickness = self.pitches.thickness(pitch)
        ink, quiet = self.look.colour("ink"), self.look.colour("quiet")
        for order, row in enumerate(self.of.rows):
            y = top + self.pitches.top(order, pitch)
            middle = y + thickness / 2
            self.labels[row].put_beside(canvas, 0, middle, ink, quiet)
            for at, panel in enumerate(places):
                bar = Rect(self._left(at), y, self.panel, thickness)
                first_of_item = not (order if self.of.turned else at)
                self._put_bar(canvas, row, panel, bar, first=first_of_item)
            if first and not self.of.turned:
                self._put_reading(canvas, row, self.width, middle, align=1)
        if (parting := self.pitches.parting(pitch)) is not None:
            put_parting(canvas, top + parting, self.width, self.look)
        start = top + self.pitches.top(0, pitch)
        end = top + self.pitches.top(len(self.of.rows) - 1, pitch) + thickness
        for at, _ in enumerate(places):
            x = self._left(at) - _AXIS / 2
            canvas.rule([(x, start), (x, end)], self.look.colour("quiet"), _AXIS)

    def _put_bar(self, canvas: Canvas, row: int, panel: int, room: Rect, *, first: bool) -> None:
        """One cell; of an item of which nothing is shown the first alone has the symbol."""
        item, answer = self.of.cell(row, panel)
        if withheld(self.table, item) and not first:
            return
        share = self.table.cells[item][answer].value or 0
        length = 0.0
        if share:
            most = room.width - self.figures - _AFTER
            length = max(float(share / self.of.greatest) * most, _SHORTEST)
            bar = Rect(room.x, room.y, length, room.height)
            canvas.area(bar, self.of.colours[answer])
        figure = self._figure(row, panel)
        ink = self.look.colour("ink" if share and figure.number else "quiet")
        y = room.y + (room.height + capital(self.value)) / 2
        x = room.x + length + _AFTER
        canvas.words(x, y, figure.text, self.value, ink, number=figure.number)

    def _put_reading(
        self, canvas: Canvas, item: int, x: float, middle: float, *, align: float
    ) -> None:
        """The figure that is read out of an item, centred on a line."""
        if self.column is None or withheld(self.table, item):
            return
        style = self._reading_style(item)
        figure = percent(self.table, item, self.column)
        colour = self.look.colour("ink")
        if self._own(item):
            colour = tone_for(self.table, self.column, self.look, style)
        y = middle + capital(style) / 2
        canvas.words(x, y, figure.text, style, colour, align=align, number=figure.number)

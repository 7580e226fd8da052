"""Ten people, as many of them coloured as a share comes to: ``around two in ten``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefing.charts import highlight as highlights
from briefing.charts import telling
from briefing.charts.canvas import Canvas
from briefing.charts.figures import worded
from briefing.charts.lettering import SYMBOL, depth, rise, sized, width_of
from briefing.charts.model import Chart, Drawn, Extent
from briefing.charts.readings import readable, signal_for
from briefing.charts.shades import unfilled
from briefing.drawing import Rect, circle, moved_path
from briefing.tables.rounding import half_up
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.figures import Figure
    from briefing.drawing import Path, Segment
    from briefing.tables.model import Table

TEN = 10
_DRAWING = "person"
"""The brand's own pictogram, if it has one."""
_FILLED = 0.82
"""The share of its place that a person takes from side to side."""
_SMALLEST, _LARGEST = 20.0, 110.0
"""The height of a person, in points."""
_ROW_GAP = 0.12
"""White between two rows, as a share of a person's height."""
_NEARLY = 0.7
"""People of two rows may be smaller than those of one by this: one row would leave a hole."""
_WORDS_GAP = 0.55
"""White between the people and the words, in ems of the words."""
_SMALL, _LARGE = 12.0, 36.0
"""The size of the words, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class People(Chart):
    """Ten people for one share, that of the highlight, to the nearest tenth, halves upwards.

    The share in words stands below them, to be carried on by the caption; ``words=no`` leaves it
    out.
    """

    kind: ClassVar[str] = "people"
    pictorial: ClassVar[bool] = True
    words: bool = True

    def extent(self, table: Table, width: float, look: Look) -> Extent:
        """From a row of small people to one of the largest, or to two where one is too wide."""
        highlights.one_share(table, self.highlight)  # else it is refused
        below = self._below(table, width, look)
        one, two = (_tallest(width, rows, look) for rows in (1, 2))
        most = one if one >= _LARGEST else two * _rows_of(1.0, 2)
        return Extent(min(_SMALLEST, one) + below, most + below)

    def draw(self, table: Table, width: float, height: float, look: Look) -> Drawn:
        """The people in one row or two, whichever fills the room, and the words below."""
        row, column = highlights.one_share(table, self.highlight)
        value = table.cells[row][column].value
        below = self._below(table, width, look)
        height = min(height, self.extent(table, width, look).most)
        canvas = Canvas(width, height)
        filled = 0 if value is None else tenths(value)
        signal = signal_for(table, column, look)
        for place, path in enumerate(_placed(Rect(0, 0, width, height - below), look)):
            canvas.path(path, signal if place < filled else unfilled(look))
        if below:
            style, figure = self._style(table, width, look), self._figure(table)
            if figure.number is None:
                style = sized(style, style.size * SYMBOL)
            y = height - depth(style)
            colour = readable(signal, look, style) if figure.number else look.colour("quiet")
            canvas.words(0, y, figure.text, style, colour, number=figure.number)
        return canvas.drawn()

    def describe(self, table: Table) -> str:
        """The share in words, and exactly."""
        row, column = highlights.one_share(table, self.highlight)
        exact = telling.figure(table, row, column)
        how = f"{self._figure(table).text.lower()}, {exact}" if exact else ""
        return telling.of_cell(wording().ten_people, table, row, column, how)

    def _figure(self, table: Table) -> Figure:
        row, column = highlights.one_share(table, self.highlight)
        value = table.cells[row][column].value
        return worded(table, row, column, "" if value is None else in_ten(value))

    def _style(self, table: Table, width: float, look: Look) -> TextStyle:
        """The words as large as the width allows, within reason."""
        base = look.style("chart.numeral")
        whole = base.size * width / width_of(self._figure(table).text, base)
        return sized(base, min(_LARGE, max(_SMALL, whole * 0.9), whole * 0.995))

    def _below(self, table: Table, width: float, look: Look) -> float:
        if not self.words:
            return 0.0
        style = self._style(table, width, look)
        return _WORDS_GAP * style.size + rise(style) + depth(style)


def tenths(share: Fraction) -> int:
    """The nearest number of tenths, halves upwards."""
    return int(half_up(share * TEN))


def in_ten(share: Fraction) -> str:
    """A share in words: ``Two in ten``, ``Around two in ten``, ``Fewer than one in ten``."""
    near, words = tenths(share), wording()
    if share * TEN == near:
        return _opening(words.in_ten(number=words.zero_to_ten[near]))
    if near == 0:
        return _opening(words.in_ten_fewer)
    if near == TEN:
        return _opening(words.in_ten_more)
    return _opening(words.in_ten_around(number=words.zero_to_ten[near]))


def _opening(words: str) -> str:
    return words[:1].upper() + words[1:]


def _aspect(look: Look) -> float:
    """The width of a person as a share of its height."""
    drawing = look.brand.drawings.get(_DRAWING)
    return drawing.width / drawing.height if drawing else _WIDTH / _HEIGHT


def _tallest(width: float, rows: int, look: Look) -> float:
    """How tall people can be for ten of them to stand in some rows of a width."""
    return min(_LARGEST, width * rows / TEN * _FILLED / _aspect(look))


def _rows_of(high: float, rows: int) -> float:
    """The height of some rows of people, with the white between."""
    return high * (rows + (rows - 1) * _ROW_GAP)


def _placed(room: Rect, look: Look) -> Iterable[Path]:
    """Ten people in the room, each as one path."""
    aspect = _aspect(look)
    one, two = (
        min(room.height / _rows_of(1.0, rows), _tallest(room.width, rows, look)) for rows in (1, 2)
    )
    rows = 2 if one < _LARGEST and two >= one * _NEARLY else 1
    high, columns = (one, two)[rows - 1], TEN // rows
    drawing = look.brand.drawings.get(_DRAWING)
    paths = tuple(path for path, _ in drawing.paths) if drawing else _person()
    own = drawing.height if drawing else _HEIGHT
    top = room.bottom - _rows_of(high, rows)  # they stand on what is said of them
    pitch = (room.width - high * aspect) / (columns - 1)
    pitch = min(pitch, high * aspect * _FURTHEST)
    for place in range(TEN):
        row, column = divmod(place, columns)
        x, y = room.x + column * pitch, top + row * high * (1 + _ROW_GAP)
        scale = high / own
        yield tuple(step for path in paths for step in moved_path(path, x, y, scale))


_FURTHEST = 2.0
"""People never stand further apart, as a multiple of their width."""
_WIDTH, _HEIGHT = 40.0, 100.0
_HEAD = 12.0
_BODY = (
    (0, 27, 15),
    (40, 27, 15),
    (40, 67, 3.5),
    (32, 67, 3.5),
    (32, 100, 3.5),
    (21.5, 100, 3.5),
    (21.5, 70, 1.5),
    (18.5, 70, 1.5),
    (18.5, 100, 3.5),
    (8, 100, 3.5),
    (8, 67, 3.5),
    (0, 67, 3.5),
)
"""The corners of a body, each with its radius, in a box of `_WIDTH` by `_HEIGHT`."""
_ROUND = 0.5522847498307936
"""The control point of the Bézier curve that is nearest to a quarter of a circle."""


def _person() -> tuple[Path, ...]:
    """A head and a body."""
    return circle(_WIDTH / 2, _HEAD, _HEAD), _rounded(_BODY)


def _rounded(corners: Sequence[tuple[float, float, float]]) -> Path:
    """A polygon of level and upright sides, its corners rounded."""
    steps: list[Segment] = []
    for place, (x, y, radius) in enumerate(corners):
        before, after = corners[place - 1], corners[(place + 1) % len(corners)]
        start, end = _towards((x, y), before, radius), _towards((x, y), after, radius)
        pull = radius * (1 - _ROUND)
        bow = (*_towards((x, y), before, pull), *_towards((x, y), after, pull), *end)
        steps += [("l" if steps else "m", start), ("c", bow)]
    return (*steps, ("h", ()))


def _towards(
    start: tuple[float, float], aim: tuple[float, float, float], by: float
) -> tuple[float, float]:
    """A point `by` from a corner on the side that leads to another, at most half of it."""
    dx, dy = aim[0] - start[0], aim[1] - start[1]
    part = min(by / (abs(dx) + abs(dy)), 0.5)
    return start[0] + dx * part, start[1] + dy * part

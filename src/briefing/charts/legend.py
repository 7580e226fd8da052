"""A legend: the answers of a scale with their colours, in scale order, across or down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.charts.lettering import Lines, arranged, capital, longest_word, width_of, wrap
from briefing.charts.spread import needed, spread
from briefing.drawing import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.canvas import Canvas
    from briefing.drawing import Colour

_GAP = 0.45
"""White between a swatch and its label, in ems of the legend's style."""
_BETWEEN = 1.5
"""White between two entries of a row, in ems."""
LETTERED = 1.25
"""The side of a swatch that holds a letter, in ems."""
_ROW, _ROW_WRAPPED = 0.4, 0.75
"""White between two rows, in ems; more where labels have several lines, to tell them apart."""
_SAVED = 0.75
"""Entries that stand in no columns take at most this share of the rows: they look untidy."""
_WRAPPED = 0.6
"""What it costs that a label has several lines, in ems of height."""
_TOWER, _DEARER = 3, 2.0
"""Lines beyond which a label in a column reads badly, and what each costs, in ems of height."""
_SLIP = 0.01
"""A line exactly as wide as its measure fits, in points."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a legend: its swatch and label, placed from the legend's top left corner.

    A `letter` in the swatch is one that stands in what it explains, in the same `ink`.
    """

    colour: Colour
    label: Lines
    x: float
    y: float
    letter: str = ""
    ink: Colour | None = None


@dataclass(frozen=True, slots=True)
class Legend:
    """A legend laid out."""

    entries: tuple[Entry, ...]
    swatch: float
    gap: float
    width: float
    height: float
    rows: int

    @property
    def over(self) -> float:
        """How far a swatch that holds a letter reaches above the first line of its label."""
        if not any(entry.letter for entry in self.entries):
            return 0.0
        label = self.entries[0].label
        return max(0.0, (self.swatch + capital(label.style)) / 2 - label.first)

    def beside(self, middles: Sequence[float], height: float) -> Legend:
        """A legend of one entry a row, each as near to its middle as can be, in `height` points.

        One that is higher than that stays as it is.
        """
        over = self.over
        heights = [entry.label.height + 2 * over for entry in self.entries]
        labels = [entry.label for entry in self.entries]
        gap = _apart(labels)
        if needed(heights, gap) > height:
            return self
        wanted = [middle - each / 2 for middle, each in zip(middles, heights, strict=True)]
        tops = spread(wanted, heights, 0, height, gap)
        entries = tuple(
            replace(entry, y=top + over) for entry, top in zip(self.entries, tops, strict=True)
        )
        return replace(self, entries=entries, height=height)

    def put(self, canvas: Canvas, x: float, y: float, ink: Colour) -> None:
        """Draw it from its top left corner."""
        for entry in self.entries:
            style = entry.label.style
            foot = y + entry.y + entry.label.first
            if entry.letter:
                foot += (self.swatch - capital(style)) / 2
            box = Rect(x + entry.x, foot - self.swatch, self.swatch, self.swatch)
            canvas.area(box, entry.colour)
            if entry.letter and entry.ink:
                line, at = y + entry.y + entry.label.first, box.x + box.width / 2
                canvas.words(at, line, entry.letter, style, entry.ink, align=0.5)
            entry.label.put(canvas, x + entry.x + self.swatch + self.gap, y + entry.y, ink)


def across(
    entries: Sequence[tuple[str, Colour]], look: Look, width: float, letters: Sequence[str] = ()
) -> Legend:
    """A legend on one row where `width` points allow, else in the columns that take least height.

    Columns are as wide as what stands in them, and are read row by row; entries that stand in fewer
    rows without columns do. Sentences are a list rather than towers, unless that takes much more
    height. `letters` stand in the swatches.
    """
    side = _swatch(look.style("chart.legend"), lettered=any(letters))
    made = _across(tuple(entries), look.style("chart.legend"), round(width, 3), side)
    return _lettered(made, look, letters)


def _lettered(made: Legend, look: Look, letters: Sequence[str]) -> Legend:
    """A legend with letters in its swatches, where there are any."""
    if not any(letters):
        return made
    entries = tuple(
        replace(entry, letter=letter, ink=look.ink_on(entry.colour))
        for entry, letter in zip(made.entries, letters, strict=True)
    )
    made = replace(made, entries=entries)
    entries = tuple(replace(entry, y=entry.y + made.over) for entry in entries)
    return replace(made, entries=entries, height=made.height + 2 * made.over)


@lru_cache(maxsize=1024)
def _across(
    entries: tuple[tuple[str, Colour], ...],
    style: TextStyle,
    width: float,
    side: tuple[float, float],
) -> Legend:
    wholes = tuple(width_of(label, style) for label, _ in entries)
    word = max(longest_word(label, style) for label, _ in entries)
    made = []
    for count in range(len(entries), 0, -1):
        measures = _measures(wholes, word, style, width, count, side)
        if measures:
            made.append(_columns(entries, style, measures, side))
        if made and made[-1].rows == 1 and not _wrapped(made[-1]):
            break
    best = min(reversed(made), key=_cost)
    flowing = _rows(entries, style, width, side)
    tidy = flowing.rows > best.rows * _SAVED or flowing.height >= best.height
    return best if tidy else flowing


def _rows(
    entries: tuple[tuple[str, Colour], ...],
    style: TextStyle,
    width: float,
    side: tuple[float, float],
) -> Legend:
    """A legend in as few rows as the width allows, the entries shared out equally."""
    swatch, gap = side
    between = _BETWEEN * style.size
    labels = [wrap(label, style, max(width - swatch - gap, style.size)) for label, _ in entries]
    widths = [swatch + gap + label.width for label in labels]
    runs = arranged(widths, [between] * len(widths), width)
    apart = _apart(labels)
    placed, y, right = [], 0.0, 0.0
    for start, end in runs:
        x = 0.0
        for place in range(start, end):
            placed.append(Entry(entries[place][1], labels[place], x, y))
            x += widths[place] + between
        right = max(right, x - between)
        y += max(label.height for label in labels[start:end]) + apart
    return Legend(tuple(placed), swatch, gap, right, y - apart, len(runs))


def _apart(labels: Sequence[Lines]) -> float:
    """The white between two rows of these labels, in points."""
    wrapped = any(len(label.lines) > 1 for label in labels)
    return labels[0].style.size * (_ROW_WRAPPED if wrapped else _ROW)


def _wrapped(legend: Legend) -> bool:
    return any(len(entry.label.lines) > 1 for entry in legend.entries)


def _cost(legend: Legend) -> float:
    """What a legend takes of the height; a label on two lines is dearer than a second row.

    Sentences that stand beside each other as towers of a few words a line are dearer than a list.
    """
    size = legend.entries[0].label.style.size
    lines = max(len(entry.label.lines) for entry in legend.entries)
    ems = _WRAPPED * _wrapped(legend) + _DEARER * max(lines - _TOWER, 0)
    return round(legend.height + ems * size, 1)


def _measures(  # noqa: PLR0917 - what the widths of columns depend on
    wholes: Sequence[float],
    word: float,
    style: TextStyle,
    width: float,
    count: int,
    side: tuple[float, float],
) -> list[float]:
    """The widths of labels in `count` columns; none where a word would have to be broken."""
    swatch, gap = side
    between = _BETWEEN * style.size
    room = (width - between * (count - 1)) / count - swatch - gap
    measures = [max(wholes[place::count]) for place in range(count)]
    if sum(measures) <= room * count:
        return [each + _SLIP for each in measures]
    if count > 1 and word > room:
        return []
    return [max(room, style.size)] * count


def _columns(
    entries: tuple[tuple[str, Colour], ...],
    style: TextStyle,
    measures: Sequence[float],
    side: tuple[float, float],
) -> Legend:
    """A legend in as many columns as there are measures."""
    swatch, gap = side
    count = len(measures)
    labels = [
        wrap(label, style, measures[place % count]) for place, (label, _) in enumerate(entries)
    ]
    widths = [max(label.width for label in labels[place::count]) for place in range(count)]
    lefts, x = [], 0.0
    for each in widths:
        lefts.append(x)
        x += swatch + gap + each + _BETWEEN * style.size
    placed, y, apart = [], 0.0, _apart(labels)
    for start in range(0, len(entries), count):
        row = labels[start : start + count]
        colours = [colour for _, colour in entries[start : start + count]]
        placed += [
            Entry(colour, label, x, y)
            for colour, label, x in zip(colours, row, lefts, strict=False)
        ]
        y += max(label.height for label in row) + apart
    right, rows = lefts[-1] + swatch + gap + widths[-1], -(-len(entries) // count)
    return Legend(tuple(placed), swatch, gap, right, y - apart, rows)


def down(
    entries: Sequence[tuple[str, Colour]], look: Look, width: float, letters: Sequence[str] = ()
) -> Legend:
    """A legend of one entry a row, no wider than `width` points; `letters` in the swatches."""
    style = look.style("chart.legend")
    swatch, gap = _swatch(style, lettered=any(letters))
    labels = [wrap(label, style, max(width - swatch - gap, 1)) for label, _ in entries]
    placed, y, apart = [], 0.0, _apart(labels)
    for lines, (_, colour) in zip(labels, entries, strict=True):
        placed.append(Entry(colour, lines, 0.0, y))
        y += lines.height + apart
    right = swatch + gap + max(lines.width for lines in labels)
    made = Legend(tuple(placed), swatch, gap, right, y - apart, len(placed))
    return _lettered(made, look, letters)


def _swatch(style: TextStyle, *, lettered: bool = False) -> tuple[float, float]:
    """The side of a swatch, as high as a capital or as a `lettered` one, and the white behind."""
    side = style.size * LETTERED if lettered else capital(style) * 1.15
    return round(side, 2), style.size * _GAP

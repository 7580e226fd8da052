"""The label of an item or a group, with its own base where bases differ."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.charts.figures import base_of, withheld
from briefing.charts.lettering import capital, depth, longest_word, width_of, wrap
from briefing.charts.pitch import ROW_GAP
from briefing.tables.model import Part
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.canvas import Canvas
    from briefing.charts.figures import Figure
    from briefing.charts.lettering import Lines
    from briefing.drawing import Colour
    from briefing.tables.model import Head, Table

_SPACE = 4.0
"""White between a label and its base on one line, in points."""
_APART = 0.6
"""White between two labels of several lines, in leadings."""
STAR = "*"
"""The mark of a base that the small print below a chart explains."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label in lines; its base follows on the last line, or stands below on a line of its own."""

    lines: Lines
    note: TextStyle
    base: Figure | None
    below: bool

    @property
    def rows(self) -> int:
        """The lines of words and base."""
        return len(self.lines.lines) + self.below

    @property
    def width(self) -> float:
        """The width of the longest line."""
        if self.base is None:
            return self.lines.width
        own = width_of(self.base.text, self.note)
        if self.below:
            return max(self.lines.width, own)
        return max(self.lines.width, self.lines.last_width + _SPACE + own)

    @property
    def height(self) -> float:
        """From the top of the tallest letters to the foot of the deepest."""
        if not self.below:
            return self.lines.height
        return self.lines.last + self.note.leading + depth(self.note)

    @property
    def foot(self) -> float:
        """How far it reaches below the baseline of its last line."""
        below = self.note.leading if self.below else 0.0
        return self.height - self.lines.last - below

    def put(self, canvas: Canvas, x: float, top: float, ink: Colour, quiet: Colour) -> None:
        """Set it, its left edge at `x`."""
        self.lines.put(canvas, x, top, ink)
        if self.base is None:
            return
        baseline = top + self.lines.last
        if self.below:
            baseline += self.note.leading
        else:
            x += self.lines.last_width + _SPACE
        canvas.words(x, baseline, self.base.text, self.note, quiet, number=self.base.number)

    def put_beside(
        self, canvas: Canvas, x: float, middle: float, ink: Colour, quiet: Colour
    ) -> None:
        """Set it with its lines centred on `middle`, from capital to last baseline."""
        self.put(canvas, x, middle - self._centre, ink, quiet)

    @property
    def _centre(self) -> float:
        """What looks like its middle, counted from the top: between capital and last baseline."""
        last = self.lines.last + (self.note.leading if self.below else 0)
        first = self.lines.first - capital(self.lines.style, strong=self.lines.strong)
        return (first + last) / 2

    @property
    def height_beside(self) -> float:
        """The height that it takes when it is centred on its bar."""
        return 2 * max(self._centre, self.height - self._centre)


def label_for(
    words: str,
    base: Figure | None,
    look: Look,
    width: float,
    *,
    strong: bool = False,
    below: bool = False,
) -> Label:
    """A label within `width` points, its base behind its last word where there is room for both.

    Else the base stands `below`.
    """
    style, note = look.style("chart.label"), look.style("chart.note")
    if base is not None and not below:
        tail = _SPACE + width_of(base.text, note)
        lines = wrap(words, style, width, strong=strong, tail=tail)
        if lines.last_width + tail <= width:
            return Label(lines, note, base, below=False)
    lines = wrap(words, style, width, strong=strong)
    return Label(lines, note, base, below=base is not None)


def labels_for(
    rows: Sequence[tuple[str, Figure | None, bool]], look: Look, width: float
) -> tuple[Label, ...]:
    """The labels of rows: words, base, strong. Their bases all stand behind, or all below.

    They stand below where one finds no room behind, and where words that would all have one line
    are, most of them, broken only to have their base behind them.
    """

    def made(*, below: bool) -> tuple[Label, ...]:
        return tuple(
            label_for(words, base, look, width, strong=strong, below=below)
            for words, base, strong in rows
        )

    behind, under = made(below=False), made(below=True)
    lost = any(each.below for each in behind)
    based = [each for each in behind if each.base is not None]
    broken = sum(each.rows > 1 for each in based) * 2 > len(based)
    alone = all(len(each.lines.lines) == 1 for each in under)
    return under if lost or (broken and alone) else behind


def apart(made: Iterable[Label]) -> float:
    """The least white between two labels below each other, in points.

    Where they have several lines it is more than that between their lines, to tell them apart.
    """
    wrapped = [each.lines.style.leading * _APART for each in made if each.rows > 1]
    return max(ROW_GAP, *wrapped) if wrapped else ROW_GAP


def row_base(table: Table, row: int, *, small: bool = True) -> Figure | None:
    """The base of a row, starred, if rows differ in theirs; that of a `small` group is marked.

    A row of which nothing may be shown has a symbol in place of its bars, which a base that is
    hidden as well would repeat.
    """
    if table.one_base or (table.bases[row].symbol and withheld(table, row)):
        return None
    small = small and table.bases[row].caution and table.rows[row].part is Part.GROUP
    return marked(base_of(table, row), f"{STAR} {wording().small_base}" if small else STAR)


def marked(figure: Figure, mark: str) -> Figure:
    """A figure with a mark that the small print explains; a symbol explains itself."""
    if figure.number is None:
        return figure
    text = figure.text + mark
    return replace(figure, text=text, number=replace(figure.number, text=text))


def least_width(heads: Iterable[Head], look: Look) -> float:
    """The width below which a word of a label would have to be broken, in points."""
    style = look.style("chart.label")
    return max(longest_word(head.label, style, strong=True) for head in heads)

"""Any grid of cells as a table: widths by what the cells hold, a hairline below each row.

A row is one strip, so that it is never split. The rows of the head say so, to be printed again
where a table goes on; they stay with two rows of the body, and the last two rows stay together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING

from briefing.blocks.lines import set_words
from briefing.drawing import Rect, Shape, line
from briefing.fonts import MissingGlyphError
from briefing.layout.pages import Box, Strip
from briefing.layout.text import widest_word, width_of
from briefing.structure import Artifact, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.blocks.model import Setting
    from briefing.brand.styles import TextStyle
    from briefing.diagnostics import Source
    from briefing.layout.text import Span, Words
    from briefing.structure import Node

HEAD, BODY = "table.head", "table.body"
"""The type styles of a table's rows."""
_PAD = 0.3
"""White space above and below a hairline, in ems; copyfit takes it in and lets it out."""
_MOST_PAD = 2.0
"""How much of that there may be at most, where a page has white to give."""
_HAIRLINE = 0.5
_HEAD_LINES = 2
"""Lines that a head is content with: it is the body that wants the room."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """The words of a cell and their place; `scope` is ``Row`` or ``Column`` where it is a head.

    They begin so many ems to the right as `indent` says.
    """

    words: Words
    where: Source
    align: str = "left"
    scope: str = ""
    indent: float = 0.0


Row = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table, and the widths of its columns; `gutter` parts two columns, in points.

    A rule stands over the heads of columns that belong together: each of `spans` has the first and
    the last of some. Words are `divided` by the patterns of their language where they would stick
    out of their columns else.
    """

    heads: tuple[Row, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    gutter: float
    spans: tuple[tuple[int, int], ...] = ()
    divided: bool = False


def set_grid(grid: Grid, table: Node, setting: Setting) -> tuple[Strip, ...]:
    """The strips of all rows, owned by the cells that are added to `table`."""
    strips: list[Strip] = []
    if grid.heads:
        group = table.add(Role.HEAD_ROWS)
        for row in grid.heads:
            strip = _strip(row, HEAD, grid, group.add(Role.ROW), setting)
            if grid.spans and not strips:
                strip = _spanned(strip, grid, setting)
            strips.append(replace(strip, keep=True, head=True))
    group = table.add(Role.BODY_ROWS)
    for place, row in enumerate(grid.rows, start=1):
        strip = _strip(row, BODY, grid, group.add(Role.ROW), setting)
        keep = place < len(grid.rows) and place in (1, len(grid.rows) - 1)
        strips.append(replace(strip, keep=keep))
    return tuple(strips)


def noted(rows: Sequence[Strip], notes: Sequence[Strip], gap: float) -> tuple[Strip, ...]:
    """Rows and the notes below them, `gap` points apart, which go on together or not at all.

    Notes alone at the head of a column would stand below heads of columns that hold nothing.
    """
    if not notes:
        return tuple(rows)
    held = (replace(rows[-1], gap=gap), *notes[:-1])
    return (*rows[:-1], *(replace(each, keep=True) for each in held), notes[-1])


def _strip(row: Row, style_name: str, grid: Grid, node: Node, setting: Setting) -> Strip:
    style = _style(style_name, setting, divided=grid.divided)
    cells: list[tuple[float, list[Box]]] = []
    x = 0.0
    for place, (cell, width) in enumerate(zip(row, grid.widths, strict=True)):
        scope = cell.scope if cell.words else ""  # an empty corner is the head of nothing
        owner = node.add(Role.HEAD if scope else Role.DATA, scope=scope)
        lead = (grid.gutter if place else 0.0) + cell.indent * style.size
        # The head of a row is a label: its lines are alike, as those of the heads of columns are.
        aligned = replace(style, align=cell.align, balanced=scope == "Row", hanging=False)
        measure = _measure(cell, style, width - lead)
        if cell.align == "right":
            lead = width - measure
        inner = replace(setting, width=measure)
        boxes: list[Box] = []
        y = 0.0
        for strip in set_words(cell.words, aligned, inner, owner, cell.where):
            boxes.extend(box.moved(x + lead, y) for box in strip.boxes)
            y += strip.height
        cells.append((y, boxes))
        x += width
    height = max([style.leading, *(y for y, _ in cells)])
    # Heads of few lines stand on the hairline, beside those of many.
    drop = 1.0 if style_name == HEAD else 0.0
    boxes = [box.moved(0, drop * (height - y)) for y, own in cells for box in own]
    pad = _pad(style, setting)
    under = _hairline(0, x, height + pad, setting)
    return Strip(height + 2 * pad, (*boxes, under))


def _measure(cell: GridCell, style: TextStyle, room: float) -> float:
    """The width that a cell's words are set to: a head has its lines as short as can be.

    Filled to the column's width the first would leave a small word alone below it.
    """
    if cell.scope != "Column" or len(cell.words) != 1:
        return room
    runs = _runs(cell.words[0], style)
    lines = _lines(runs, room)
    return room if lines == 1 else min(room, _narrowest(runs, lines) + _SLIP)


_SLIP = 0.05
"""Points by which words are set to more than their width."""


def _pad(style: TextStyle, setting: Setting) -> float:
    """White space above and below a hairline, in points."""
    return style.size * _PAD * min(setting.look.step.gap, _MOST_PAD)


def _hairline(left: float, right: float, y: float, setting: Setting) -> Box:
    rule = Shape(
        line(0, _HAIRLINE / 2, right - left, _HAIRLINE / 2),
        stroke=setting.look.colour("rule"),
        stroke_width=_HAIRLINE,
    )
    return Box(Artifact.DECORATION, Rect(left, y, right - left, _HAIRLINE), (rule,))


def _spanned(strip: Strip, grid: Grid, setting: Setting) -> Strip:
    """A row of heads below rules over the columns that belong together, clear of what is above."""
    pad = _pad(setting.look.style(HEAD), setting)
    ends = [0.0, *accumulate(grid.widths)]
    over = tuple(
        _hairline(ends[first] + grid.gutter, ends[last + 1], pad / 2, setting)
        for first, last in grid.spans
    )
    below = (box.moved(0, pad) for box in strip.boxes)
    return replace(strip, height=strip.height + pad, boxes=(*over, *below))


@dataclass(frozen=True, slots=True)
class Extents:
    """How wide the columns of a table must be for their widest words, and how wide at most."""

    least: tuple[float, ...]
    most: tuple[float, ...]

    def needed(self, gutter: float) -> float:
        """The width that no word sticks out of, in points."""
        return sum(self.least) + gutter * (len(self.least) - 1)

    def whole(self, gutter: float) -> float:
        """The width at which all lines are whole, in points."""
        return sum(self.most) + gutter * (len(self.most) - 1)

    def apart(self, width: float) -> float:
        """The white before each column behind the first if all have as much, in points."""
        return (width - sum(self.most)) / max(1, len(self.most) - 1)

    def pitched(self, width: float, gutter: float) -> tuple[float, ...]:
        """Widths with the columns behind the first alike, but for those that want more.

        None at all where that would break lines. Figures at one pitch are read down and across.
        """
        room = width - self.most[0]
        wants = [each + gutter for each in self.most[1:]]
        if not wants or sum(wants) > room:
            return ()
        pitch = room / len(wants)
        while (more := [each for each in wants if each > pitch + _SLIP]) and len(more) < len(wants):
            level = (room - sum(more)) / (len(wants) - len(more))
            if pitch - level < _SLIP:
                break
            pitch = level
        return (self.most[0], *(max(each, pitch) for each in wants))

    def widths(self, width: float, gutter: float) -> tuple[float, ...]:
        """Widths that fill `width` points, each with the gutter before its column.

        What is over is shared alike until a column has its lines whole, so that a short column is
        not broken to spare a long one a few points; no column has white space before that.
        """
        leads = [gutter if place else 0.0 for place in range(len(self.least))]
        own = _shared(self.least, self.most, width - sum(leads))
        return tuple(each + lead for each, lead in zip(own, leads, strict=True))


def extents(
    heads: Sequence[Row],
    rows: Sequence[Row],
    setting: Setting,
    *,
    head_lines: int = _HEAD_LINES,
    divided: bool = False,
) -> Extents:
    """The extents of columns by the words of their cells, with heads in so many lines."""
    styled = [(row, _style(HEAD, setting, divided=divided), head_lines) for row in heads]
    styled += [(row, _style(BODY, setting, divided=divided), 1) for row in rows]
    count = len(styled[0][0])
    least, most = [0.0] * count, [0.0] * count
    for row, style, lines in styled:
        for place, cell in enumerate(row):
            narrow, wide = _extent(cell.words, style)
            indent = cell.indent * style.size
            least[place] = max(least[place], indent + narrow)
            if lines > 1 and len(cell.words) == 1:
                wide = _narrowest(_runs(cell.words[0], style), lines)
            most[place] = max(most[place], indent + max(narrow, wide))
    return Extents(tuple(least), tuple(most))


def _style(name: str, setting: Setting, *, divided: bool) -> TextStyle:
    """A type style of rows; `divided`, words are hyphenated in a column of any width."""
    style = setting.look.style(name)
    return replace(style, hyphens=inf, shy=True) if divided else style


def _runs(span: Span, style: TextStyle) -> list[list[float]]:
    """The widths of the words of a span from each of them on: of it, of it and the next, and on."""
    words = span.text.split(" ")
    try:
        return [
            [
                width_of((replace(span, text=" ".join(words[start:end])),), style)
                for end in range(start + 1, len(words) + 1)
            ]
            for start in range(len(words))
        ]
    except MissingGlyphError:  # told when the words are set
        return [[0.0] * len(words)]


def _narrowest(runs: list[list[float]], lines: int) -> float:
    """The least width at which words stand on so many lines."""
    word = max(run[0] for run in runs)
    enough = (each for run in runs for each in run if _lines(runs, each) <= lines)
    return min((each for each in enough if each >= word), default=word)


def _lines(runs: list[list[float]], room: float) -> int:
    """How many lines words take where each is filled before the next is begun."""
    count = at = 0
    while at < len(runs):
        at += max(1, sum(width <= room + _SLIP for width in runs[at]))
        count += 1
    return count


def _extent(words: Words, style: TextStyle) -> tuple[float, float]:
    """The width of the widest word, and that of lines that end where their author says.

    Words without a glyph have none: they are told when they are set.
    """
    try:
        return widest_word(words, style), width_of(words, style)
    except MissingGlyphError:
        return 0.0, 0.0


def _shared(least: Sequence[float], most: Sequence[float], room: float) -> list[float]:
    """Widths that fill the room, between least and most as long as they can be."""
    if room <= 0:
        return [0.0] * len(least)
    narrow, wide = sum(least), sum(most)
    if narrow >= room:  # words stick out, which is told when they are set
        return [each * room / narrow for each in least]
    if wide >= room:
        return _level(least, most, room - narrow)
    if not wide:
        return [room / len(most)] * len(most)
    return [each * room / wide for each in most]


def _level(least: Sequence[float], most: Sequence[float], spare: float) -> list[float]:
    """Widths with the spare room shared alike among the columns that are not whole yet."""
    wants = sorted(
        (high - low, place) for place, (low, high) in enumerate(zip(least, most, strict=True))
    )
    widths = list(least)
    for left, (want, place) in zip(range(len(wants), 0, -1), wants, strict=True):
        given = min(want, spare / left)
        widths[place] += given
        spare -= given
    return widths

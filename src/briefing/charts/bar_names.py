"""The names below the segments of one large bar, each at a tick from where its segment begins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.charts.figures import percent
from briefing.charts.lettering import longest_word, width_of, wrap
from briefing.charts.shades import answers
from briefing.charts.spread import needed, spread
from briefing.charts.stack import figure_style, fits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.canvas import Canvas
    from briefing.charts.figures import Figure
    from briefing.charts.lettering import Lines
    from briefing.charts.stack import Segment
    from briefing.drawing import Rect
    from briefing.tables.model import Table

TICK = 7.0
"""The room for the ticks between a bar and the names below it, in points."""
_GAP = 10.0
"""White between two names, in points."""
_FURTHEST = 40.0
"""Names that had to stand further from their segments become a list, in points."""
_MOST_LINES = 3
"""Names in more lines become a list as well."""
_SCRAPS = 4
"""So do names of which more stand further than an em from their segments."""
_SPACE = 4.0
"""White between a name and its figure on one line, or a leader and a name beside it, in points."""
_ROW = 0.35
"""White between names and one that stands below them, in ems."""
_STILL = 0.01
"""A name that moves less keeps its place, in points."""
_ASIDE = 1.8
"""How far names may stand from their segments for one of them to stay on one line, in ems."""


@dataclass(frozen=True, slots=True)
class _Name:
    """What stands below a segment: the figure, if the segment does not hold it, and the answer."""

    at: float
    figure: Figure | None
    words: str
    lines: Lines
    style: TextStyle
    given: bool
    """Whether anybody gave the answer, so that it has a segment."""

    @property
    def width(self) -> float:
        own = width_of(self.figure.text, self.style) if self.figure else 0.0
        return max(own, self.lines.width)

    @property
    def height(self) -> float:
        return self.lines.height + (self.style.leading if self.figure else 0.0)

    def within(self, width: float) -> _Name:
        """The same with its words in the lines that fit a width."""
        lines = wrap(self.words, self.lines.style, width, strong=self.lines.strong)
        return replace(self, lines=lines)

    @property
    def level_width(self) -> float:
        """The width of name and figure on one line."""
        own = width_of(self.figure.text, self.style) + _SPACE if self.figure else 0.0
        return self.lines.width + own


class Names:
    """The names of all answers, as they stand below a bar.

    The last one, if its part is thin, stands in a line of its own below those beside it, at the
    right edge, where it would be broken among them.
    """

    def __init__(self, names: Sequence[_Name], segments: Sequence[Segment], width: float) -> None:
        self.names, self.segments, self.width = tuple(names), segments, width
        self.starts = _starts(names, width)
        self.below = self._below()

    def _below(self) -> _Name | None:
        """The last name in one line, if it stands below the others."""
        *others, last = self.names
        if not others or not last.given or not last.figure or len(last.lines.lines) == 1:
            return None
        level, segment = last.within(self.width), self.segments[-1]
        clear = self.starts[-2] + others[-1].width + _SPACE <= segment.middle
        return level if clear and level.level_width <= self.width else None

    @property
    def height(self) -> float:
        """The height of all names, in points."""
        if self.below is None:
            return max(name.height for name in self.names)
        row = max(name.height for name in self.names[:-1])
        return max(row, self._drop + self.below.lines.height)

    @property
    def _drop(self) -> float:
        """How far below the ticks a name begins that stands below the others over it."""
        if self.below is None:
            return 0.0
        left = self.width - self.below.level_width - _GAP
        over = zip(self.starts[:-1], self.names[:-1], strict=True)
        heights = [name.height for x, name in over if x + name.width > left]
        return max(heights, default=0.0) + _ROW * self.below.lines.style.size

    def put(self, canvas: Canvas, bar: Rect, look: Look) -> None:
        """Set the names below a bar, a tick from each to its segment."""
        ink, quiet = look.colour("ink"), look.colour("quiet")
        top = bar.bottom + TICK
        rows = list(zip(self.starts, self.names, strict=True))
        for x, name in rows[:-1] if self.below else rows:
            if name.given:
                start, end = name.at + 0.25, min(max(name.at, x), x + name.width) + 0.25
                canvas.rule([(start, bar.bottom + 1.5), (end, top - 0.5)], quiet, 0.5)
            y = top
            if name.figure:
                text, number = name.figure.text, name.figure.number
                canvas.words(x, y + name.lines.first, text, name.style, ink, number=number)
                y += name.style.leading
            name.lines.put(canvas, x, y, ink)
        if self.below:
            self._put_below(canvas, bar, look, self.below)

    def _put_below(self, canvas: Canvas, bar: Rect, look: Look, name: _Name) -> None:
        """The last name and its figure at the right edge, at the end of a leader."""
        top = bar.bottom + TICK + self._drop
        ink, right = look.colour("ink"), self.width
        at = self.segments[-1].middle
        canvas.rule([(at, bar.bottom + 1.5), (at, top - 0.5)], look.colour("quiet"), 0.5)
        if name.figure:
            text, number = name.figure.text, name.figure.number
            y = top + name.lines.first
            canvas.words(right, y, text, name.style, ink, align=1, number=number)
            right -= width_of(text, name.style) + _SPACE
        name.lines.put(canvas, right, top, ink, align=1)


def names_for(  # noqa: PLR0917 - what names depend on
    table: Table,
    segments: Sequence[Segment],
    own: AbstractSet[int],
    look: Look,
    width: float,
    thinnest: float,
) -> Names | None:
    """The names below a bar of segments `thinnest` points thick; none if there is no room."""
    style, value = look.style("chart.label"), figure_style(look)
    made = {each.column: each for each in segments}
    names, at = [], 0.0
    for place in answers(table):
        label, strong = table.columns[place].label, place in own
        segment = made.get(place)
        inside = segment is not None and fits(segment, value, thinnest)
        at = segment.start if segment else at
        word = longest_word(label, style, strong=strong)
        third = width_of(label, style, strong=strong) * 0.4
        room = max(word, third, segment.length - _GAP if segment else 0.0)
        figure = None if inside else percent(table, 0, place)
        lines = wrap(label, style, room, strong=strong)
        names.append(_Name(at, figure, label, lines, value, segment is not None))
        at = segment.end if segment else at
    if needed([name.width for name in names], _GAP) > width:
        return None
    if any(len(name.lines.lines) > _MOST_LINES for name in names):
        return None
    if max(_moved(names, width)) > _FURTHEST:
        return None
    names = list(_unbroken(names, width))
    return None if _scraps(names, width) else Names(names, segments, width)


def _scraps(names: Sequence[_Name], width: float) -> bool:
    """Whether so many names are off their segments that ticks run askew all along the bar."""
    aside = names[0].lines.style.size
    return sum(each > aside for each in _moved(names, width)) > _SCRAPS


def _unbroken(names: Sequence[_Name], width: float) -> tuple[_Name, ...]:
    """The names, on one line where the white beside them holds all near their segments.

    Those of most lines come first. Another name moves aside for one, but not far: two short names
    on one line, a little off their segments, are read sooner than two columns of single words.
    """
    made = list(names)
    for place in sorted(range(len(names)), key=lambda each: -len(names[each].lines.lines)):
        tried = [*made[:place], names[place].within(width), *made[place + 1 :]]
        broken = len(names[place].lines.lines) > 1
        if broken and needed([each.width for each in tried], _GAP) <= width:
            before, after = _moved(made, width), _moved(tried, width)
            if _near(before, after, place, names[0].lines.style.size * _ASIDE):
                made = tried
    return tuple(made)


def _near(before: list[float], after: list[float], place: int, aside: float) -> bool:
    """Whether names stand near enough, `aside` at most, when the one at a place has one line.

    That may stand further off where no other moves for it.
    """
    others = [
        now - was for at, (was, now) in enumerate(zip(before, after, strict=True)) if at != place
    ]
    if max(others, default=0.0) < _STILL and after[place] <= _FURTHEST:
        return True
    pairs = zip(before, after, strict=True)
    return all(now <= max(was + _STILL, aside) for was, now in pairs)


def _moved(names: Sequence[_Name], width: float) -> list[float]:
    """How far each name stands from where its segment begins, in points."""
    starts = _starts(names, width)
    return [abs(x - name.at) for x, name in zip(starts, names, strict=True)]


def _starts(names: Sequence[_Name], width: float) -> list[float]:
    """The left edges of names, as near to their segments as can be."""
    return spread([name.at for name in names], [name.width for name in names], 0, width, _GAP)

"""A row of answers stacked to a hundred per cent: segments along a bar or a column."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.brand.model import contrast
from briefing.charts.figures import percent
from briefing.charts.lettering import capital, sized, width_of
from briefing.charts.model import UnsuitedError
from briefing.charts.shades import APART, READABLE, answers, stressed
from briefing.charts.unshown import keyed
from briefing.drawing import Rect
from briefing.tables.model import Measure
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.canvas import Canvas
    from briefing.charts.figures import Figure
    from briefing.drawing import Colour
    from briefing.tables.model import Table

RULE, RULE_WIDE = 0.75, 1.0
"""The ground that shows between two neighbours on a page and on a slide, in points."""
APART_GAP = 4.0
"""The ground before the answers that say nothing of the matter, in points."""
_PADDING = 1.8
"""The least white between a figure and the long edges of its bar, in points."""
_ALONG = 2.0
"""How much longer than its figure a segment of a bar is at least, in points."""
_OVER = 1.6
"""The least white above and below a figure in a column, in points."""
_AIR = 0.4
"""The further white at the sides of figures that grow, in ems: they never run into each other."""
_LETTER = 0.4
"""White before and behind the letter of a segment, in ems."""
_STEP = 0.05
"""The steps in which figures grow, as a share of their style's own size."""


@dataclass(frozen=True, slots=True)
class Paint:
    """The colour of an answer's segments, and of words on them: nothing if none can be read.

    `letter` tells an answer of many beside its figure and in the key.
    """

    colour: Colour
    ink: Colour | None
    letter: str = ""


def paints(
    table: Table, look: Look, own: AbstractSet[int], *, listed: bool = False
) -> dict[int, Paint]:
    """What the segments of each answer are painted with; `own` are those the headline counts.

    Many have letters, those of a question without rows if its answers are named in a list.
    """
    colours = stressed(table, own, look)
    lettered = (listed or not table.single) and crowded(table)
    letters = dict(zip(keyed(table), LETTERS, strict=False)) if lettered else {}
    return {
        place: Paint(each, _ink(each, look), letters.get(place, ""))
        for place, each in colours.items()
    }


def figure_style(look: Look) -> TextStyle:
    """The style of figures on segments: that of labels, the weight of running words."""
    return sized(look.style("chart.label"), look.style("chart.value").size)


def rule_of(look: Look) -> float:
    """The ground between two neighbours, in points: the same everywhere in a format."""
    page = look.format.geometry
    return RULE_WIDE if page.width > page.height else RULE


def _ink(colour: Colour, look: Look) -> Colour | None:
    ink = look.ink_on(colour)
    return ink if contrast(ink, colour) >= READABLE else None


@dataclass(frozen=True, slots=True)
class Segment:
    """One answer's part of a bar: where it is painted along it, and what is printed on it."""

    column: int
    start: float
    length: float
    share: float
    paint: Paint
    figure: Figure

    @property
    def middle(self) -> float:
        """The middle, along the bar."""
        return self.start + self.length / 2

    @property
    def end(self) -> float:
        """The far end, along the bar."""
        return self.start + self.length


def adding_up(table: Table) -> None:
    """Refuse a table whose columns do not add up to a whole."""
    if table.multiple:
        raise UnsuitedError(
            f"{table.id} takes several answers, which do not add up to a whole: use kind=ranked"
        )
    if any(table.columns[place].measure is not Measure.SHARE for place in answers(table)):
        raise UnsuitedError(f"{table.id} has scores or counts, not shares: use kind=ranked")


def stackable(table: Table) -> None:
    """Refuse a table whose columns do not add up to a whole, or are too many to tell apart."""
    adding_up(table)
    count = len(answers(table))
    if count > MOST_PARTS:
        raise UnsuitedError(
            f"{table.id} has {count} answers, a whole is parted in {MOST_PARTS} at most: "
            "use kind=ranked"
        )


MOST_PARTS = 15
"""Beyond so many answers tones and names of parts are no longer told apart."""


LETTERS = "ABCDEFGHKLMNPRST"
"""The letters of answers in order: none that looks like a figure or reaches below its line."""
MOST_TOLD = 7
"""Of more parts, those set apart aside, readers no longer tell one from the next by its tone."""


def many(table: Table) -> bool:
    """Whether a grid has more parts than are told apart by their tones."""
    return not table.single and crowded(table)


def crowded(table: Table) -> bool:
    """Whether a whole has more parts than are told apart by their tones."""
    told = [place for place in keyed(table) if table.columns[place].part not in APART]
    return len(told) > MOST_TOLD


def set_apart(table: Table) -> bool:
    """Whether any row has answers that are set apart."""
    return any(
        table.columns[place].part in APART and any(cells[place].value for cells in table.cells)
        for place in answers(table)
    )


def segments(
    table: Table,
    row: int,
    length: float,
    paint: Mapping[int, Paint],
    *,
    sign: bool = True,
    rule: float = RULE,
) -> tuple[Segment, ...]:
    """The answers of a row along a bar `length` points long; suppressed ones leave white."""
    gap = APART_GAP if set_apart(table) else 0.0
    unit, at, made = length - gap, 0.0, []
    places = [place for place in answers(table) if table.cells[row][place].value]
    for order, place in enumerate(places):
        part = float(table.cells[row][place].value or 0)
        apart = gap if table.columns[place].part in APART else 0.0
        inset = min(rule / 2, part * unit / 4)
        before = inset if order else 0.0
        after = inset if order < len(places) - 1 else 0.0
        start = at * unit + apart + before
        figure = percent(table, row, place, sign=sign and not table.counted)
        made.append(Segment(place, start, part * unit - before - after, part, paint[place], figure))
        at += part
    return tuple(made)


def span(table: Table, column: int, made: tuple[Segment, ...]) -> tuple[float, float] | None:
    """Where the answers that a column counts begin and end along the bar, if they are there."""
    of = table.columns[column].of or (table.columns[column].id,)
    own = [each for each in made if table.columns[each.column].id in of]
    return (own[0].start, own[-1].end) if own else None


def fits(
    segment: Segment, style: TextStyle, thickness: float, *, down: bool = False, air: float = 0.0
) -> bool:
    """Whether a segment of a bar, or of a column read `down`, holds its figure.

    `air` is white that is wanted at the sides of the figure beside the least, in ems.
    """
    if segment.paint.ink is None:
        return False
    width = width_of(segment.figure.text, style) + air * style.size
    if down:
        high = capital(style) + 2 * _OVER
        return high <= segment.length and width + 2 * _PADDING <= thickness
    return width + _ALONG <= segment.length and capital(style) + 2 * _PADDING <= thickness


def signs_fit(
    bars: Iterable[tuple[Segment, ...]], style: TextStyle, thickness: float, *, down: bool = False
) -> bool:
    """Whether every figure that fits bare fits with its per cent sign: all have it or none."""
    sign = width_of(wording().numbers.percent, style)
    for each in (segment for bar in bars for segment in bar):
        whole = fits(each, style, thickness, down=down)
        room = (each.length, thickness + sign) if down else (each.length + sign, thickness)
        if not whole and fits(replace(each, length=room[0]), style, room[1], down=down):
            return False
    return True


def held(
    bars: Iterable[tuple[Segment, ...]], style: TextStyle, thickness: float, *, down: bool = False
) -> list[Segment]:
    """The segments that hold their figures."""
    return [each for bar in bars for each in bar if fits(each, style, thickness, down=down)]


def grown(
    holders: Sequence[Segment],
    style: TextStyle,
    thickness: float,
    most: float,
    *,
    down: bool = False,
) -> TextStyle:
    """The style at the largest size up to `most` times its own that all `holders` have room for.

    All figures of a chart have one size. It is the style's own where a holder has no room even for
    that.
    """
    for step in range(int((most - 1) / _STEP), 0, -1):
        larger = sized(style, style.size * (1 + step * _STEP))
        airs = (max(_AIR, 0.0 if down else _letter_air(each, style)) for each in holders)
        pairs = zip(holders, airs, strict=True)
        if all(fits(each, larger, thickness, down=down, air=air) for each, air in pairs):
            return larger
    return style


def _letter_air(segment: Segment, style: TextStyle) -> float:
    """What the letter before a figure takes in ems, where a part of a bar holds both."""
    letter = segment.paint.letter
    air = width_of(letter, style) / style.size + _LETTER if letter else 0.0
    pair = width_of(segment.figure.text, style) + air * style.size
    return air if pair + _ALONG <= segment.length else 0.0


def put(
    canvas: Canvas,
    made: tuple[Segment, ...],
    rect: Rect,
    style: TextStyle,
    *,
    down: bool = False,
) -> tuple[Segment, ...]:
    """Draw a bar, or a column `down`; return the segments too small for their figures."""
    left: list[Segment] = []
    thickness = rect.width if down else rect.height
    for each in made:
        part = (
            Rect(rect.x, rect.y + each.start, rect.width, each.length)
            if down
            else Rect(rect.x + each.start, rect.y, each.length, rect.height)
        )
        canvas.area(part, each.paint.colour)
        if each.paint.ink is None:
            left.append(each)
            continue
        figure = each.figure if fits(each, style, thickness, down=down) else None
        if figure is None:
            left.append(each)
        _put_words(canvas, each.paint, figure, part, style)
    return tuple(left)


def _put_words(
    canvas: Canvas, paint: Paint, figure: Figure | None, part: Rect, style: TextStyle
) -> None:
    """The figure in the middle of a segment, and its letter before it or at the segment's start.

    A letter for which there is no room is left out: those of its neighbours tell which it is.
    """
    if paint.ink is None:
        return
    y, high = part.y + (part.height + capital(style)) / 2, capital(style) + 2 * _OVER
    letter, x = paint.letter, part.x + part.width / 2
    if figure is not None:
        at, x = _beside(letter, figure.text, part, style)
        canvas.words(x, y, figure.text, style, paint.ink, number=figure.number)
        if at is not None:
            canvas.words(at, y, letter, style, paint.ink)
    elif letter and width_of(letter, style) + _ALONG <= part.width and high <= part.height:
        canvas.words(x, y, letter, style, paint.ink, align=0.5)


def _beside(letter: str, figure: str, part: Rect, style: TextStyle) -> tuple[float | None, float]:
    """Where a letter, if there is room for it, and the figure behind it start in a segment."""
    own, wide = width_of(letter, style), width_of(figure, style)
    white, x = style.size * _LETTER, part.x + (part.width - wide) / 2
    if not letter:
        return None, x
    if part.x + 2 * white + own <= x:
        return part.x + white, x
    pair = own + white + wide
    start = part.x + (part.width - pair) / 2
    return (start, start + own + white) if pair + _ALONG <= part.width else (None, x)

"""A row of answers stacked to a hundred per cent: segments along a bar or a column."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.brand.model import contrast
from briefing.charts.figures import percent
from briefing.charts.lettering import capital, sized, width_of
from briefing.charts.model import UnsuitedError
from briefing.charts.shades import APART, READABLE, answers, stressed
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
_STEP = 0.05
"""The steps in which figures grow, as a share of their style's own size."""


@dataclass(frozen=True, slots=True)
class Paint:
    """The colour of an answer's segments, and of words on them: nothing if none can be read."""

    colour: Colour
    ink: Colour | None


def paints(table: Table, look: Look, own: AbstractSet[int]) -> dict[int, Paint]:
    """What the segments of each answer are painted with; `own` are those the headline counts."""
    colours = stressed(table, own, look)
    return {place: Paint(each, _ink(each, look)) for place, each in colours.items()}


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
        if all(fits(each, larger, thickness, down=down, air=_AIR) for each in holders):
            return larger
    return style


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
        ink = each.paint.ink
        if ink is None or not fits(each, style, thickness, down=down):
            left.append(each)
            continue
        canvas.words(
            part.x + part.width / 2,
            part.y + (part.height + capital(style)) / 2,
            each.figure.text,
            style,
            ink,
            align=0.5,
            number=each.figure.number,
        )
    return tuple(left)

"""One mark for every respondent, coloured by answer: the picture of a cover.

Of very many respondents one mark stands for 2, 5, 10, 20, 50 … of them, and the caption says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, chain, pairwise, repeat
from math import log
from typing import TYPE_CHECKING, ClassVar

from briefing.brand.model import contrast
from briefing.charts import highlight as highlights
from briefing.charts import legend, rows, tabled, telling
from briefing.charts.canvas import EDGE, HAIR, Canvas
from briefing.charts.model import Chart, Drawn, Extent, UnsuitedError
from briefing.charts.readings import signal_for
from briefing.charts.shades import answers, shades, unfilled
from briefing.drawing import Rect, circle
from briefing.tables.model import Part
from briefing.tables.rounding import whole_text
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.brand.model import Look
    from briefing.charts.legend import Legend
    from briefing.drawing import Colour, Path
    from briefing.tables.model import Table

_VISIBLE = 1.4
"""The least contrast of a mark with the ground; a scale that has less gives way to the accent."""
_LEAST_CELL = 4.0
"""A mark is never narrower, in points."""
_LARGEST_CELL = 72.0
"""Nor wider: a few respondents are a few marks, and no wall of them."""
_SLIMMEST, _TALLEST = 0.3, 1.5
"""The height of the picture as a share of its width."""
_GAP = 0.035
"""White between two marks, as a share of a mark's side."""
_EDGE = 0.025
"""The weight of the edge of a faint mark, as a share of its side."""
_KEY_GAP = 12.0
"""White between the marks and the key, in points."""
_MOST = 3000
"""So many marks are still marks, not a grey: on a cover each is 3 mm wide."""
_STEPS = (1, 2, 5)
"""How many respondents one mark stands for, times a power of ten."""
_STRETCH = {"petals": 1.25, "quarters": 1.25, "discs": 1.08, "tracery": 1.08}
"""How much wider than high a mark may be, or higher than wide: round ones show it sooner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd(Chart):
    """A mark for each respondent of one question (or of one row, named by the highlight).

    `form` is ``petals``, ``quarters``, ``discs`` or ``tracery``, by itself the brand's motif; `key`
    adds a legend. Of more than 3,000 respondents a mark stands for several, rounded along the
    scale, so that no answer is more than one mark off.
    """

    kind: ClassVar[str] = "crowd"
    pictorial: ClassVar[bool] = True
    form: str = ""
    key: bool = False

    def extent(self, table: Table, width: float, look: Look) -> Extent:
        """From a flat field to one half as high again as it is wide."""
        below = self._below(table, width, look)
        count = sum(self._marks(table).values())
        flat = _LEAST_CELL**2 * count / width
        most = min(max(width * _TALLEST, flat), _largest(count, width).height)
        return Extent(min(max(width * _SLIMMEST, flat), most) + below, most + below)

    def draw(self, table: Table, width: float, height: float, look: Look) -> Drawn:
        """Fill the room with marks, in the order of the scale from the top left corner."""
        name = self.form or look.brand.motif
        if name not in _FORMS:
            raise UnsuitedError(f"form is {', '.join(_FORMS)}, not {name!r}")
        key = self._key(table, width, look)
        below = self._below(table, width, look)
        marks = self._marks(table)
        largest = _largest(sum(marks.values()), width)
        height = min(height, largest.height + below)
        canvas = Canvas(width, height)
        room = Rect(0, 0, largest.width, height - below)
        colours = self._colours(table, look)
        people = chain.from_iterable(repeat(colours[place], marks[place]) for place in marks)
        cells = _cells(room, sum(marks.values()), _STRETCH[name])
        form = _FORMS[name]
        for (rect, place), colour in zip(cells, people, strict=True):
            side = min(rect.width, rect.height)
            edge = min(max(HAIR, side * _EDGE), EDGE)
            gap = side * _GAP + (edge if colour.edge else 0)
            canvas.path(form(rect.grown(-gap / 2), place), colour, edge)
        if key is not None:
            key.put(canvas, 0, height - key.height, look.colour("ink"))
        return canvas.drawn()

    def describe(self, table: Table) -> str:
        """How many marks there are, and how many gave the answers that most and fewest gave."""
        counts, several = self._counts(table), self._several(table)
        words = wording()
        each = words.mark_for_several(count=several) if several > 1 else words.mark_for_one
        shown = words.marks(sum(self._marks(table).values()), each=each)
        entries = {
            place: telling.Entry(Fraction(count), table.columns[place], whole_text(count))
            for place, count in counts.items()
        }
        columns = highlights.find(table, self.highlight).columns
        own = [entries[place] for place in sorted(columns) if place in entries]
        ends = words.largest_answer, words.smallest_answer
        return telling.ranged(shown, table, [*entries.values()], own, ends=ends)

    def heard(self, table: Table) -> tabled.Heard:
        """How many gave each answer."""
        return tabled.of_counts(table, self._row(table), tuple(self._counts(table)))

    def caption(self, table: Table) -> str:
        """What a mark stands for, where it is more than one respondent."""
        several = self._several(table)
        return wording().mark_stands_for(count=several) if several > 1 else ""

    def _row(self, table: Table) -> int:
        found = highlights.find(table, self.highlight)
        row = 0 if len(table.rows) == 1 else min(found.rows, default=None)
        if row is None:
            raise UnsuitedError(f"{table.id} has several rows: name one by highlight")
        return row

    def _counts(self, table: Table) -> dict[int, int]:
        """How many respondents gave each answer, in the order of the scale."""
        row = self._row(table)
        counts: dict[int, int] = {}
        for place in answers(table):
            count = table.cells[row][place].count
            if count is None:
                raise UnsuitedError(
                    f"{table.id} has suppressed answers: no mark can stand for them"
                )
            counts[place] = count
        if not sum(counts.values()):
            raise UnsuitedError(f"{table.id} has no respondents")
        if table.multiple:
            raise UnsuitedError(f"{table.id} takes several answers: no mark has one colour")
        return counts

    def _several(self, table: Table) -> int:
        """How many respondents one mark stands for: the least round number that is enough."""
        total, power = sum(self._counts(table).values()), 1
        while True:
            for step in _STEPS:
                if total <= _MOST * step * power:
                    return step * power
            power *= 10

    def _marks(self, table: Table) -> dict[int, int]:
        """How many marks each answer has: the scale cut at multiples of what a mark stands for."""
        several, counts = self._several(table), self._counts(table)
        ends = [(2 * end + several) // (2 * several) for end in accumulate(counts.values())]
        cuts = zip(counts, pairwise((0, *ends)), strict=True)
        return {place: end - start for place, (start, end) in cuts}

    def _column(self, table: Table, look: Look) -> int | None:
        """The column that alone is coloured: the headline's; nothing where the scale is shown.

        The scale is shown where a key tells its tones apart, unless the ground would swallow one of
        them, whether or not it is drawn. Else it is the positive end's net, or the other end's if
        nobody answered so; without nets the answer most often given.
        """
        column = highlights.find(table, self.highlight).column
        if column is not None:
            return column
        ground, colours = look.colour("ground"), shades(table, look)
        told = [
            each for each in answers(table) if table.columns[each].part in {Part.ANSWER, Part.GROUP}
        ]
        if self.key and all(contrast(colours[each], ground) >= _VISIBLE for each in told):
            return None
        return self._filled(table)

    def _filled(self, table: Table) -> int:
        """The positive end's net, or the fullest one if that is empty; else the fullest answer."""
        leading, cells = rows.leading_net(table), table.cells[self._row(table)]
        if leading is None:
            counts = self._counts(table)
            return max(counts, key=lambda place: counts[place])
        if cells[leading].count:
            return leading
        nets = [place for place, head in enumerate(table.columns) if head.part is Part.NET]
        return max(nets, key=lambda place: cells[place].count or 0)

    def _colours(self, table: Table, look: Look) -> dict[int, Colour]:
        """The colours of the scale, or one column's answers among quiet marks."""
        colours, column = shades(table, look), self._column(table, look)
        if column is None:
            return colours
        own = highlights.parts_of(table, column)
        quiet = unfilled(look)
        signal = signal_for(table, column, look)
        return {place: signal if place in own else quiet for place in colours}

    def _key(self, table: Table, width: float, look: Look) -> Legend | None:
        if not self.key:
            return None
        column = self._column(table, look)
        if column is None:
            colours = self._colours(table, look)
            entries = [(table.columns[place].label, colours[place]) for place in answers(table)]
        else:
            own = (table.columns[column].label, signal_for(table, column, look))
            entries = [own, (wording().other_answers, unfilled(look))]
        return legend.across(entries, look, width)

    def _below(self, table: Table, width: float, look: Look) -> float:
        key = self._key(table, width, look)
        return 0.0 if key is None else key.height + _KEY_GAP


Place = tuple[int, int]
"""A cell of the grid by its column and row."""


def _largest(count: int, width: float) -> Rect:
    """The room of so many marks of the largest size, in rows of a width."""
    across = max(1, int(width / _LARGEST_CELL))
    side = width / across
    return Rect(0, 0, side * min(count, across), side * -(-count // across))


def _cells(room: Rect, count: int, stretch: float) -> list[tuple[Rect, Place]]:
    """As many cells as respondents, along diagonals from the top left."""
    columns, down = _grid(room, count)
    width, height = room.width / columns, room.height / down
    width, height = min(width, height * stretch), min(height, width * stretch)
    left = room.x + (room.width - width * columns) / 2
    top = room.y + (room.height - height * down) / 2
    places = [(column, row) for row in range(down) for column in range(columns)]
    places.sort(key=lambda place: ((place[0] + 0.5) / columns + (place[1] + 0.5) / down, place))
    return [
        (
            Rect(left + column * width, top + row * height, width, height),
            (column, row),
        )
        for column, row in places[:count]
    ]


def _grid(room: Rect, count: int) -> tuple[int, int]:
    """Columns and rows: marks nearly square, few places left empty."""

    def cost(columns: int) -> float:
        down = -(-count // columns)
        square = abs(log(room.width / columns / (room.height / down)))
        return square + 2 * (columns * down - count) / count

    columns = min(range(1, count + 1), key=cost)
    return columns, -(-count // columns)


_CURVE = 0.5522847498307936
"""The control point of the Bézier curve that is nearest to a quarter of a circle."""


def _petal(rect: Rect, place: Place) -> Path:
    """A leaf: two opposite corners round, two square; four neighbours make a flower."""
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    rx, ry = rect.width / 2, rect.height / 2
    kx, ky = rx * (1 - _CURVE), ry * (1 - _CURVE)
    if sum(place) % 2:
        return (
            ("m", (x + rx, y)),
            ("l", (right, y)),
            ("l", (right, y + ry)),
            ("c", (right, bottom - ky, right - kx, bottom, x + rx, bottom)),
            ("l", (x, bottom)),
            ("l", (x, y + ry)),
            ("c", (x, y + ky, x + kx, y, x + rx, y)),
            ("h", ()),
        )
    return (
        ("m", (x, y)),
        ("l", (x + rx, y)),
        ("c", (right - kx, y, right, y + ky, right, y + ry)),
        ("l", (right, bottom)),
        ("l", (x + rx, bottom)),
        ("c", (x + kx, bottom, x, bottom - ky, x, y + ry)),
        ("h", ()),
    )


def _quarter(rect: Rect, place: Place) -> Path:
    """A quarter of a disc, its corner in one of the four corners by turns."""
    turn = (3 * place[0] + 5 * place[1] + place[0] * place[1]) % 4
    right, low = turn in {1, 2}, turn in {2, 3}
    x, y = rect.right if right else rect.x, rect.bottom if low else rect.y
    width, height = -rect.width if right else rect.width, -rect.height if low else rect.height
    bow = (x + width, y + height * _CURVE, x + width * _CURVE, y + height, x, y + height)
    return (("m", (x, y)), ("l", (x + width, y)), ("c", bow), ("h", ()))


def _disc(rect: Rect, place: Place) -> Path:
    """A disc, the same in every place."""
    del place
    radius = min(rect.width, rect.height) / 2
    return circle(rect.x + rect.width / 2, rect.y + rect.height / 2, radius)


def _tracery(rect: Rect, place: Place) -> Path:
    """Four lobes round a square, as in a window; neighbours touch."""
    del place
    ax, ay = rect.width / 4, rect.height / 4
    corners = [
        (rect.x + across * ax, rect.y + down * ay)
        for across, down in ((1, 1), (3, 1), (3, 3), (1, 3), (1, 1))
    ]
    path: list[tuple[str, tuple[float, ...]]] = [("m", corners[0])]
    for (x, y), (to_x, to_y) in pairwise(corners):
        # Outwards, to the left of the way from corner to corner, half as far as the way is long.
        out_x, out_y = (to_y - y) / 2 * ax / ay, (x - to_x) / 2 * ay / ax
        mid_x, mid_y = (x + to_x) / 2 + out_x, (y + to_y) / 2 + out_y
        half_x, half_y = (to_x - x) / 2 * _CURVE, (to_y - y) / 2 * _CURVE
        rise_x, rise_y = out_x * _CURVE, out_y * _CURVE
        path.append(("c", (x + rise_x, y + rise_y, mid_x - half_x, mid_y - half_y, mid_x, mid_y)))
        path.append(
            (
                "c",
                (mid_x + half_x, mid_y + half_y, to_x + rise_x, to_y + rise_y, to_x, to_y),
            )
        )
    return (*path, ("h", ()))


_FORMS: dict[str, Callable[[Rect, Place], Path]] = {
    "petals": _petal,
    "quarters": _quarter,
    "discs": _disc,
    "tracery": _tracery,
}

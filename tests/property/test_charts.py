"""Laws of charts: whatever a survey asks, nothing collides, is lost, or cannot be read."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from briefing.brand.model import Look, contrast, luminance
from briefing.brand.read import read_brand
from briefing.charts import CATALOGUE, rows
from briefing.charts import highlight as highlights
from briefing.charts.crosstab import Crosstab
from briefing.charts.model import Chart, UnsuitedError
from briefing.charts.paired import Paired
from briefing.charts.ranked import Ranked
from briefing.charts.shades import LIGHT, answers, stressed
from briefing.charts.tabled import finder
from briefing.charts.telling import LIMIT
from briefing.diagnostics import Diagnostics
from briefing.drawing import Rect, Shape, Text
from briefing.wording import wording
from tests.conftest import ROOT
from tests.property.surveys import bare, cases, expected
from tests.trials import tries
from tests.unit.charts.ink import (
    bounds,
    box,
    crossed,
    encloses,
    faults,
    misread,
    outline,
    printed,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.charts.model import Drawn
    from briefing.tables.model import Table

Outline = list[tuple[float, float]]
KINDS = pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.kind)
TRIES = settings(
    max_examples=tries(20),
    print_blob=True,
    phases=(Phase.explicit, Phase.generate),  # what is found says where; to shrink it takes minutes
    suppress_health_check=list(HealthCheck),
)

# -- looks and widths ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """A look, and the widths of the areas of its format that take charts or figures."""

    name: str
    look: Look = field(repr=False)
    narrowest: float
    widest: float


@cache
def places() -> tuple[Place, ...]:
    """Every brand in every format and every scheme that words can be read on, in two languages."""
    return tuple(
        each
        for style, language in (("civic", "en-GB"), ("heritage", "de"))
        for each in _places(ROOT / "styles" / style, language)
    )


def _places(folder: Path, language: str) -> Iterator[Place]:
    brand = read_brand(folder, Diagnostics())
    assert brand is not None
    for page in (each.spoken(language) for each in brand.formats.values()):
        widths = [
            (area.rect.width - area.gutter * (area.flow - 1)) / area.flow
            for master in page.masters.values()
            for arrangement in master.arrangements
            for area in arrangement.areas
            if any(kind in {"chart", "figure"} for kind in area.takes)
        ]
        for scheme in brand.schemes.values():
            if contrast(scheme.roles["ink"], scheme.roles["ground"]) >= 4.5:
                name = f"{brand.name} {page.name} {scheme.name}"
                yield Place(name, Look(brand, page, scheme), min(widths), max(widths))


@dataclass(frozen=True, slots=True, repr=False)
class Case:
    """A chart asked for at a width in a look."""

    chart: Chart
    table: Table
    width: float
    place: Place

    def __repr__(self) -> str:
        """Without the look: to print a brand and its faces would take for ever."""
        return f"{self.chart!r} of {self.table!r} at {self.width} in {self.place.name}"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: FBT001 - Hypothesis asks so
        """How Hypothesis prints a case that breaks a law."""
        del cycle
        printer.text(repr(self))


@st.composite
def asked_for(draw: st.DrawFn, kind: type[Chart]) -> Case:
    """Any chart, at any width between the narrowest and the widest area of its format."""
    chart, table = draw(cases(kind))
    place = draw(st.sampled_from(places()))
    share = draw(st.integers(0, 10)) / 10
    width = round(place.narrowest + (place.widest - place.narrowest) * share, 2)
    return Case(chart, table, width, place)


def heights(least: float, most: float) -> tuple[float, ...]:
    """The least height, some between, the most, and more than that."""
    return least, least + (most - least) * 0.12, least + (most - least) * 0.4, most, most + 60


# -- the laws --------------------------------------------------------------------------------------


@KINDS
@TRIES
@given(data=st.data())
def test_charts_keep_to_their_room_and_can_be_read(kind: type[Chart], data: st.DataObject) -> None:
    assert list(broken(data.draw(asked_for(kind)))) == []


def broken(case: Case) -> Iterator[str]:
    """What a reader would find fault with, at any height within the extent and above."""
    chart, table, look = case.chart, case.table, case.place.look
    try:
        extent = chart.extent(table, case.width, look)
    except UnsuitedError as refusal:
        if not remedied(str(refusal)):
            yield f"no remedy: {refusal}"
        return
    if not 0 < extent.least <= extent.most:
        yield f"no extent: {extent}"
    before: Sizes = {}
    for height in heights(extent.least, extent.most):
        drawn = chart.draw(table, case.width, height, look)
        room = Rect(0, 0, case.width, drawn.height)
        if drawn.height > height + 0.01:
            yield f"{drawn.height} high in {height}"
        if drawn != chart.draw(table, case.width, height, look):
            yield "drawn twice it differs"
        found = [*faults(drawn, room, look.brand.faces), *misread(drawn, look)]
        found += [*crossed(drawn, look), *lost_words(chart, table, drawn), *lost_bars(case, drawn)]
        found += [*lost_figures(chart, table, drawn), *astray(case, drawn)]
        yield from (f"{each} at {height}" for each in found)
        told = chart.describe(table)
        if not 0 < len(told) < LIMIT:
            yield "its alternative text is too long"
        if chart.heard(table) and "No figures" not in told and wording().figures_follow not in told:
            yield "its alternative text does not say that a table follows"
        yield from unheard(chart, table, drawn)
        now = sizes(drawn)
        if chart.kind != "donut":  # whose labels go from both sides of the ring into a list below
            yield from (f"{each} at {height}" for each in shrunk(before, now))
        before = now


def unheard(chart: Chart, table: Table, drawn: Drawn) -> Iterator[str]:
    """What a listener misses: figures that are printed, or drawn without one, and in no cell."""
    heard = chart.heard(table)
    if heard is None:
        return
    find = finder(table, drawn.marks)
    cells = [cell for head, row in heard.rows for cell in (head, *row)]
    for each in (*heard.heads, *cells):
        find.printed(each)
    for path, kind in find.figures:
        yield f"the {kind} of {path} is printed and in no cell"
    told = {path for each in cells for path, _ in each.figures}
    for row, column in drawn.silent:
        if table.path(row, column) not in told:
            yield f"the figure of {table.path(row, column)} is neither printed nor heard"
    if len({len(row) for _, row in heard.rows} | {len(heard.heads) - 1}) > 1:
        yield "the rows of its table are not of one length"


Sizes = dict[tuple[str, str], list[float]]
"""The sizes at which each text of each cell is printed."""


def sizes(drawn: Drawn) -> Sizes:
    found: Sizes = defaultdict(list)
    for mark in words(drawn):
        cell = mark.number.cell if mark.number else ""
        found[mark.run.text, cell].append(mark.run.size)
    return found


def shrunk(before: Sizes, now: Sizes) -> Iterator[str]:
    """The largest words, if they are smaller in more room, and the smallest, if they were there.

    Smaller ones may come to them, such as a second reading.
    """
    if not before or not now:
        return
    if max(map(max, now.values())) < max(map(max, before.values())) - 0.02:
        yield "the largest words are smaller"
    least = min(map(min, before.values()))
    for each, were in before.items():
        are = now.get(each, [])
        if len(are) == len(were) and min(are) < least - 0.02:
            yield f"{each[0]!r} is {min(are)}, was {min(were)}"


def remedied(refusal: str) -> bool:
    """Whether a refusal says what to do instead."""
    return any(
        remedy in refusal for remedy in ("use kind=", "name one", "needs the path", "no mark")
    )


def lost_words(chart: Chart, table: Table, drawn: Drawn) -> list[str]:
    """Labels that are not printed to their last letter."""
    said = bare("".join(printed(drawn)))
    return [label for label in expected(chart, table) if bare(label) not in said]


def lost_bars(case: Case, drawn: Drawn) -> list[str]:
    """Bars and parts that cannot be made out on their ground.

    The rest of a whole may be faint, and a ring of which nothing may be shown; and so may, on
    paper, the quiet answers of a scale.
    """
    chart, table, look = case.chart, case.table, case.place.look
    ground, rest = look.colour("ground"), {look.colour("tint"), look.colour("rule")}
    plain = isinstance(chart, Ranked | Paired)
    if isinstance(chart, Crosstab):
        spoken_of = highlights.find(table, chart.highlight)
        plain = rows.reading(table, chart.show, spoken_of) is not None
    if chart.pictorial or (not plain and luminance(ground) > LIGHT):
        return []
    fills = {mark.fill for mark in drawn.marks if isinstance(mark, Shape) and mark.fill}
    lost = [each.name for each in fills - rest if not each.edge and contrast(each, ground) < 3]
    return [f"{name} is lost in its ground" for name in sorted(lost)]


def lost_figures(chart: Chart, table: Table, drawn: Drawn) -> list[str]:
    """Shares that are drawn, not printed, and not counted among those without room either."""
    told = Counter(mark.number.cell for mark in words(drawn) if mark.number)
    silent = {table.path(*cell) for cell in drawn.silent}
    lost = [
        table.path(row, column)
        for row, column in figured(chart, table)
        if table.cells[row][column].value and table.path(row, column) not in told.keys() | silent
    ]
    return [f"the figure of {each} is lost" for each in lost]


def figured(chart: Chart, table: Table) -> Iterator[tuple[int, int]]:
    """The cells whose figures a reader must find in a chart or hear of."""
    columns = answers(table)
    stacked = chart.kind in {"bars", "columns", "donut"} or getattr(chart, "show", "") == "none"
    if chart.kind == "paired" or (stacked and not chart.pictorial):
        yield from ((row, column) for row in range(len(table.rows)) for column in columns)
    elif chart.kind in {"number", "people", "hundred"}:
        yield highlights.one(table, chart.highlight)
    elif chart.kind == "ranked" and table.single:
        yield from ((0, column) for column in columns)


# -- figures and their segments --------------------------------------------------------------------

NEAR = 8.0
"""Points between a figure, or the words that it stands with, and the end of its leader."""
LINE = 8.5
"""Points between the lines of a label, or between it and its figure."""
TOUCHING = 4.0
"""Points between a leader, or a figure level with its segment, and the segment."""
REACH = 3.5
"""Letters that do not reach up or down leave so much white there, in points: a name at the end of a
column stands no nearer to it."""
SWATCH = 16.0
"""A shape no higher than this may be the swatch of a list, in points."""


def astray(case: Case, drawn: Drawn) -> Iterator[str]:
    """Figures of stacked answers that neither lie in their segment nor are led to it.

    A figure lies within a shape of its answer's colour; or a leader goes from it, or from the words
    that it stands with, to such a shape; or it stands beside one on its level; or a swatch of that
    colour stands before its line in a list. A cell that is read out has a second figure, elsewhere.
    """
    chart, table, look = case.chart, case.table, case.place.look
    if chart.pictorial or chart.kind in {"ranked", "paired"} or not any(figured(chart, table)):
        return
    highlight = highlights.find(table, chart.highlight)
    read_out = highlight.column
    told = [highlights.parts_of(table, each) for each in range(len(table.columns))]
    told += [frozenset(), highlights.spoken(table, highlight)]
    colours = [stressed(table, each, look) for each in told]
    marks: dict[str, list[Text]] = defaultdict(list)
    for mark in words(drawn):
        if mark.number and mark.number.kind == "pct":
            marks[mark.number.cell].append(mark)
    labels = [box(mark, look.brand.faces) for mark in words(drawn) if not mark.number]
    shapes = [mark for mark in drawn.marks if isinstance(mark, Shape)]
    leaders = [outline(mark) for mark in shapes if mark.stroke and not mark.fill]
    silent = set(drawn.silent)
    for row, column in figured(chart, table):
        own = marks[table.path(row, column)]
        none = not own or not table.cells[row][column].value or (row, column) in silent
        if none or (chart.kind == "donut" and column == read_out):
            continue
        fills = [outline(mark) for mark in shapes if mark.fill in [e[column] for e in colours]]
        boxes = [box(mark, look.brand.faces) for mark in own]
        if not any(belongs(each, fills, leaders, labels) for each in boxes):
            yield f"the figure of {table.path(row, column)} is astray"


def belongs(figure: Rect, fills: list[Outline], leaders: list[Outline], labels: list[Rect]) -> bool:
    """Whether a figure can be seen to be of a shape."""
    if any(encloses(shape, figure) for shape in fills):
        return True
    whole = with_label(figure, labels)
    for shape in map(bounds, fills):
        if figure.grown(TOUCHING).overlaps(shape, 0):
            return True
        if any(beside(each, shape) for each in (figure, whole)):
            return True
    return any(
        near(whole, one, NEAR) and any(near(bounds(shape), other, TOUCHING) for shape in fills)
        for line in leaders
        for one, other in ((line[0], line[-1]), (line[-1], line[0]))
    )


def beside(words: Rect, shape: Rect) -> bool:
    """Whether words stand on the level of a shape, near behind it, or behind it as their swatch."""
    level = words.y < shape.bottom + REACH and shape.y < words.bottom + REACH
    behind = words.x - shape.right
    return level and (0 <= behind <= 4 * TOUCHING or (behind > 0 and shape.height <= SWATCH))


def with_label(figure: Rect, labels: list[Rect]) -> Rect:
    """A figure with the lines of the label that it stands above, below or behind."""
    whole, left = figure, list(labels)
    while joined := [each for each in left if whole.grown(LINE).overlaps(each, 0)]:
        left = [each for each in left if each not in joined]
        for each in joined:
            x, y = min(whole.x, each.x), min(whole.y, each.y)
            right, bottom = max(whole.right, each.right), max(whole.bottom, each.bottom)
            whole = Rect(x, y, right - x, bottom - y)
    return whole


def near(rect: Rect, point: tuple[float, float], by: float) -> bool:
    return rect.grown(by).holds(Rect(*point, 0, 0))

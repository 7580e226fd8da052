"""Laws of charts: whatever a survey asks, nothing collides, is lost, or cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from briefing.brand.model import Look, contrast
from briefing.brand.read import read_brand
from briefing.charts import CATALOGUE
from briefing.charts.crosstab import Crosstab
from briefing.charts.model import Chart, UnsuitedError
from briefing.charts.shades import answers
from briefing.charts.stacked import Stacked
from briefing.charts.telling import LIMIT, with_silent
from briefing.diagnostics import Diagnostics
from briefing.drawing import Rect
from briefing.tables.model import Head, Part, Table
from tests.conftest import ROOT
from tests.unit.charts.ink import crossed, faults, misread, printed, words
from tests.unit.charts.tabled import grid, ranking, single, suppress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from briefing.charts.model import Drawn

KINDS = pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.kind)
TRIES = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
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
    """Every brand in every format and every scheme that words can be read on."""
    return tuple(
        each for style in ("civic", "heritage") for each in _places(ROOT / "styles" / style)
    )


def _places(folder: Path) -> Iterator[Place]:
    brand = read_brand(folder, Diagnostics())
    assert brand is not None
    for page in brand.formats.values():
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


# -- tables ----------------------------------------------------------------------------------------

WORDS = (
    *("councillors", "engaged", "in", "approving", "proposals", "for", "their", "local", "area"),
    *("and", "neighbouring", "communities", "with", "health", "overview", "committees", "at"),
    *("neighbourhood-level/partnership", "Łódź", "ŵyneb", "tŷ", "Gŵyr", "é", "2017", "12-month"),
    *("(CCGs)", "100%", "social", "care", "a", "wellbeing-and-prevention"),
)
LONG = (
    "Verwaltungsgemeinschaftsangelegenheitenausschussvorsitzendenstellvertreterŵŷłé0123456789" * 3
)


@st.composite
def labels(draw: st.DrawFn) -> str:
    """A label of 1 to 200 characters: short words, now and then one that has no end."""
    length = draw(st.integers(1, 24) | st.integers(1, 80) | st.integers(120, 200))
    if draw(st.integers(0, 11)) == 0:
        return LONG[:length]
    chosen = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
    return " ".join(chosen)[:length].strip(" ") or "Other"


SHARES = st.sampled_from((0, 0, 1, 1, 1, 2, 3, 4, 5, 6, 9, 14, 20, 33, 33, 60, 200))


@st.composite
def scales(draw: st.DrawFn, most: int) -> tuple[tuple[Head, ...], bool]:
    """Two to `most` answers, some that say nothing of the matter, and the nets of both ends."""
    count, diverging = draw(st.integers(2, most)), draw(st.booleans())
    ways_out = draw(st.sampled_from(((), (Part.DONT_KNOW,), (Part.NOT_APPLICABLE, Part.DONT_KNOW))))
    ways_out = ways_out[: max(count - 2, 0)]
    told, heads = count - len(ways_out), []
    half = told // 2
    for place in range(told):
        middle = told % 2 and place == half and diverging
        pole = 0 if middle or not diverging else 1 if place < half else -1
        part = Part.NEUTRAL if middle else Part.ANSWER
        heads.append(Head(f"a{place}", draw(labels()), part, pole))
    heads += [Head(f"a{told + at}", draw(labels()), part) for at, part in enumerate(ways_out)]
    ends = [("front", range(max(half, 1)), 1), ("back", range(told - max(half, 1), told), -1)]
    nets = [
        Head(
            name, draw(labels()), Part.NET, pole * diverging, tuple(f"a{each}" for each in members)
        )
        for name, members, pole in ends[: draw(st.integers(0, 2))]
    ]
    return (*heads, *nets), diverging


@st.composite
def questions(draw: st.DrawFn, most: int) -> tuple[Table, tuple[str, ...]]:
    """A question without rows, and the paths that a headline may speak of."""
    heads, diverging = draw(scales(most))
    count = sum(head.part is not Part.NET for head in heads)
    counts = draw(st.lists(SHARES, min_size=count, max_size=count).filter(any))
    table = single("q", heads, counts, diverging=diverging, title=draw(labels()))
    if draw(st.integers(0, 9)) == 0:
        table = suppress(table, 0)
    return table, ("", *(head.id for head in heads))


@st.composite
def grids(draw: st.DrawFn, most: int, part: Part) -> tuple[Table, tuple[str, ...]]:
    """A grid or a cross-tabulation of up to twelve rows, and the paths of its headline."""
    heads, diverging = draw(scales(most))
    count = sum(head.part is not Part.NET for head in heads)
    rows = draw(st.integers(1, 8) | st.integers(2, 12))
    counts = st.lists(SHARES, min_size=count, max_size=count).filter(any)
    same = draw(st.booleans())
    shared = draw(counts)
    items: dict[str, tuple[str, Sequence[int]]] = {
        f"r{row}": (draw(labels()), draw(st.permutations(shared)) if same else draw(counts))
        for row in range(rows)
    }
    table = grid("q", heads, items, diverging=diverging, part=part, title=draw(labels()))
    for row in range(rows):
        if draw(st.integers(0, 7)) == 0:
            table = suppress(table, row)
    return table, ("", "r0", f"r{rows - 1}.{heads[-1].id}", f"r0.{heads[0].id}", heads[-1].id)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Table, tuple[str, ...]]:
    """A sample beside its population, in two to twelve groups."""
    count = draw(st.integers(2, 12))
    heads = tuple(Head(f"g{place}", draw(labels()), Part.GROUP) for place in range(count))
    counts = st.lists(SHARES, min_size=count, max_size=count).filter(any)
    items = {name: (draw(labels()), draw(counts)) for name in ("sample", "population")}
    return grid("q", heads, {**items}, part=Part.WHOLE, title=draw(labels())), ("", "g0")


@st.composite
def cases(draw: st.DrawFn, kind: type[Chart]) -> tuple[Chart, Table]:
    """A chart of a kind with a table that it may be asked to show."""
    asked = {
        "donut": questions(6),
        "paired": pairs(),
        "crosstab": grids(8, Part.GROUP),
        "ranked": questions(12) | grids(6, Part.ITEM) | st.just((ranking(), ("", "finance.top"))),
        "number": questions(7) | grids(6, Part.ITEM),
    }
    asked["people"] = asked["hundred"] = asked["crowd"] = asked["number"]
    table, paths = draw(asked.get(kind.kind, questions(12) | grids(12, Part.ITEM)))
    if kind.pictorial and kind.kind != "crowd":
        column = draw(st.sampled_from(table.columns)).id
        paths = (column if table.single else f"{table.rows[0].id}.{column}",)
    chart = kind(highlight=draw(st.sampled_from(paths)))
    if isinstance(chart, Stacked | Crosstab):
        chart = replace(chart, show=draw(st.sampled_from(("", "", "none"))))
    return chart, table


@dataclass(frozen=True, slots=True)
class Case:
    """A chart asked for at a width in a look."""

    chart: Chart
    table: Table
    width: float
    place: Place


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
    smallest = largest = 0.0
    for height in heights(extent.least, extent.most):
        drawn = chart.draw(table, case.width, height, look)
        room = Rect(0, 0, case.width, drawn.height)
        if drawn.height > height + 0.01:
            yield f"{drawn.height} high in {height}"
        if drawn != chart.draw(table, case.width, height, look):
            yield "drawn twice it differs"
        found = [*faults(drawn, room, look.brand.faces), *misread(drawn, look)]
        found += [*crossed(drawn, look), *lost_words(chart, table, drawn)]
        yield from (f"{each} at {height}" for each in [*found, *lost_figures(chart, table, drawn)])
        if not 0 < len(with_silent(chart.describe(table), table, drawn.silent)) < LIMIT:
            yield "its alternative text is too long"
        sizes = [mark.run.size for mark in words(drawn)]
        if sizes and (min(sizes) < smallest - 0.02 or max(sizes) < largest - 0.02):
            yield f"smaller at {height}: {min(sizes)}, {max(sizes)}; was {smallest}, {largest}"
        smallest, largest = (min(sizes), max(sizes)) if sizes else (smallest, largest)


def remedied(refusal: str) -> bool:
    """Whether a refusal says what to do instead."""
    return any(
        remedy in refusal for remedy in ("use kind=", "name one", "needs the path", "no mark")
    )


def bare(text: str) -> str:
    """Words without what a broken line adds or drops."""
    return "".join(each for each in text if each not in " -\u00a0")


def lost_words(chart: Chart, table: Table, drawn: Drawn) -> list[str]:
    """Labels that are not printed to their last letter."""
    said = bare("".join(printed(drawn)))
    return [label for label in expected(chart, table) if bare(label) not in said]


def expected(chart: Chart, table: Table) -> list[str]:
    """The labels that a reader must find in a chart."""
    if chart.pictorial:
        return []
    shown = [table.columns[place].label for place in answers(table)]
    given = [table.columns[each].label for each in answers(table) if table.cells[0][each].value]
    if chart.kind == "donut":
        return given
    if table.single:
        return shown
    items = [head.label for head in table.rows]
    if chart.kind == "paired":
        return [*items, *(head.label for head in table.columns)]
    stacked = chart.kind in {"bars", "columns"} or getattr(chart, "show", "") == "none"
    return [*items, *shown] if stacked else items


SMALL = 0.03
"""A share below which a segment may go without its figure."""


def lost_figures(chart: Chart, table: Table, drawn: Drawn) -> list[str]:
    """Shares that are drawn, not printed, and not counted among those without room either."""
    if chart.kind not in {"bars", "columns", "donut"}:
        return []
    told = {mark.number.cell for mark in words(drawn) if mark.number}
    silent = {table.path(*cell) for cell in drawn.silent}
    return [
        table.path(row, column)
        for row, cells in enumerate(table.cells)
        for column in answers(table)
        if cells[column].value and table.path(row, column) not in told | silent
    ]

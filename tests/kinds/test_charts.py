"""What every kind of chart promises: to keep to its room, to print and tell the table's figures."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.brand.model import contrast
from briefing.charts import CATALOGUE
from briefing.charts.model import UnsuitedError
from briefing.charts.tabled import finder
from briefing.charts.telling import LIMIT
from briefing.drawing import Colour, Rect, Shape, Text
from briefing.tables.model import Head, Measure, Part, Table
from briefing.wording import wording
from tests.unit.charts.ink import faults, printed, words
from tests.unit.charts.look import PALETTE, look
from tests.unit.charts.tabled import (
    AGREES,
    AREAS,
    ASPECTS,
    BODIES,
    BY_ENGAGEMENT,
    CONFIDENT,
    FORUMS,
    KNOWS,
    LEADERS,
    PLANNED,
    ROLE,
    composition,
    grid,
    multiple,
    ranking,
    single,
    suppress,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.charts.model import Chart

KINDS = pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.kind)

SAMPLES: dict[str, tuple[tuple[Table, str], ...]] = {
    "donut": ((KNOWS, "at_least_a_fair_amount"), (AGREES, "disagree"), (ROLE, "leads")),
    "columns": (
        (ASPECTS, "commenting.engaged"),
        (BODIES, ""),
        (AREAS, "acute.positive"),
        (CONFIDENT, "confident"),
    ),
    "bars": ((LEADERS, "ccgs.agree"), (FORUMS, ""), (AGREES, "disagree"), (PLANNED, "top_down")),
    "ranked": ((ranking(), "prevention.score"), (multiple(), "online"), (ranking(), "finance.top")),
    "paired": ((composition(), ""), (composition(), "london")),
    "crosstab": ((BY_ENGAGEMENT, "agree.confident"), (BY_ENGAGEMENT, "")),
    "number": ((AGREES, "agree"), (BODIES, "council.engaged"), (ranking(), "finance.score")),
    "people": ((FORUMS, "hwb.successful"), (AGREES, "agree")),
    "hundred": ((AREAS, "voluntary.positive"), (AGREES, "agree")),
    "crowd": ((AGREES, ""), (AGREES, "disagree"), (ASPECTS, "shaping")),
}


def samples(kind: type[Chart]) -> Iterator[tuple[Chart, Table]]:
    """Charts of a kind with tables that suit them."""
    for table, path in SAMPLES[kind.kind]:
        yield kind(highlight=path), table


# -- the catalogue ---------------------------------------------------------------------------------


def test_every_kind_has_samples_and_a_name_of_its_own() -> None:
    names = [kind.kind for kind in CATALOGUE]
    assert len(set(names)) == len(names)
    assert set(names) == set(SAMPLES)


@KINDS
def test_a_kind_has_a_name_of_its_own(kind: type[Chart]) -> None:
    assert sum(each.kind == kind.kind for each in CATALOGUE) == 1


@KINDS
def test_every_option_has_a_default_that_words_can_write(kind: type[Chart]) -> None:
    for option in fields(kind):
        if option.metadata.get("given"):
            continue
        assert isinstance(option.default, str | bool | int), option.name


# -- the room --------------------------------------------------------------------------------------


@KINDS
@pytest.mark.parametrize("width", [180, 240, 340, 480, 700])
def test_samples_stay_in_their_room_and_fill_it(kind: type[Chart], width: float) -> None:
    for chart, table in samples(kind):
        try:
            extent = chart.extent(table, width, look())
        except UnsuitedError:
            assert width < 340, "a room as wide as a column of the page must do"
            continue
        assert 0 < extent.least <= extent.most
        for height in heights(extent.least, extent.most):
            drawn = chart.draw(table, width, height, look())
            assert faults(drawn, Rect(0, 0, width, drawn.height)) == []
            assert drawn.height <= height + 0.01
            assert drawn.height >= min(height, extent.most) - 1, "it fills what it is given"


@KINDS
def test_samples_stay_in_a_slide_with_large_type(kind: type[Chart]) -> None:
    slide = look(size=13)
    for chart, table in samples(kind):
        extent = chart.extent(table, 620, slide)
        for height in heights(extent.least, extent.most):
            drawn = chart.draw(table, 620, height, slide)
            assert faults(drawn, Rect(0, 0, 620, drawn.height)) == []


def heights(least: float, most: float) -> tuple[float, ...]:
    """Heights to try: the least, some between, the most, and more than that."""
    return least, least + (most - least) * 0.2, (least + most) / 2, most, most + 60


WORDS = (
    "councillors engaged in approving proposals for their local area and neighbouring "
    "communities with health overview committees at neighbourhood-level/partnership"
)
LABELS = st.integers(1, 120).flatmap(
    lambda length: st.lists(
        st.sampled_from(WORDS.split(" ")),
        min_size=1,
        max_size=16,
    ).map(lambda chosen: " ".join(chosen)[:length].strip() or "Other")
)
ROWS = {"donut": st.just(0), "paired": st.just(2), "crosstab": st.integers(2, 8)}
COUNTS = st.integers(0, 6) | st.sampled_from((12, 30, 46))


@st.composite
def scales(draw: st.DrawFn) -> tuple[tuple[Head, ...], bool]:
    """Two to seven answers with long and short labels, and the nets of their ends."""
    count, diverging = draw(st.integers(2, 7)), draw(st.booleans())
    half, heads = count // 2, []
    for place in range(count):
        part, pole = Part.ANSWER, 0
        if count >= 5 and place == count - 1:
            part = Part.DONT_KNOW
        elif count >= 5 and place == half:
            part = Part.NEUTRAL
        elif diverging:
            pole = 1 if place < half else -1
        heads.append(Head(f"a{place}", draw(LABELS), part, pole))
    ends = [("front", range(half), 1), ("back", range(count - half, count), -1)]
    nets = [
        Head(name, draw(LABELS), Part.NET, pole * diverging, tuple(f"a{place}" for place in places))
        for name, places, pole in ends
    ]
    return (*heads, *nets), diverging


@st.composite
def tables(draw: st.DrawFn, kind: str) -> tuple[Table, str]:
    """A single question, or a grid of two to eight items; sometimes a row is suppressed."""
    heads, diverging = draw(scales())
    answers = len(heads) - 2
    rows = draw(ROWS.get(kind, st.just(0) | st.integers(2, 8)))
    counts = st.lists(COUNTS, min_size=answers, max_size=answers).filter(any)
    if not rows:
        table = single("q", heads, draw(counts), diverging=diverging, title=draw(LABELS))
        return table, draw(st.sampled_from(("", "front", "back", "a0")))
    items: dict[str, tuple[str, Sequence[int]]] = {
        f"r{row}": (draw(LABELS), draw(counts)) for row in range(rows)
    }
    part = draw(st.sampled_from((Part.ITEM, Part.GROUP)))
    table = grid("q", heads, items, diverging=diverging, part=part, title=draw(LABELS))
    if draw(st.integers(0, 4)) == 0:
        table = suppress(table, draw(st.integers(0, rows - 1)))
    return table, draw(st.sampled_from(("", "front", "r1.back", "r0.a1", "r1")))


@KINDS
@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_nothing_overlaps_or_leaves_the_room(kind: type[Chart], data: st.DataObject) -> None:
    table, path = data.draw(tables(kind.kind))
    width = data.draw(st.sampled_from((150, 190, 230, 300, 345, 420, 480, 560, 700)))
    seen = look(size=data.draw(st.sampled_from((9.5, 13))))
    chart = kind(highlight=path)
    try:
        extent = chart.extent(table, width, seen)
    except UnsuitedError:
        return
    assert 0 < len(chart.describe(table)) < LIMIT
    for height in heights(extent.least, extent.most):
        drawn = chart.draw(table, width, height, seen)
        assert faults(drawn, Rect(0, 0, width, drawn.height)) == []
        assert drawn.height <= height + 0.01


# -- figures ---------------------------------------------------------------------------------------


@KINDS
def test_every_figure_has_its_birth_certificate(kind: type[Chart]) -> None:
    for chart, table in samples(kind):
        for mark in figures(chart, table):
            number = mark.number
            assert number is not None, f"{mark.run.text!r} comes from nowhere"
            assert (number.text, number.table) == (mark.run.text, table.id)
            row, column = cell_of(table, number.cell)
            cell = table.cells[row][column]
            told = {
                "pct": cell.value,
                "score": cell.value,
                "count": cell.count,
                "base": table.bases[row].n,
            }
            assert number.value == told[number.kind]
            assert number.base == table.bases[row].n


def figures(chart: Chart, table: Table) -> list[Text]:
    """The marks that print a figure: a digit, or a number's words."""
    labels = " ".join(head.label for head in (*table.rows, *table.columns))
    marks = words(chart.draw(table, 480, 320, look()))
    return [
        mark
        for mark in marks
        if mark.number or (re.search(r"\d", mark.run.text) and mark.run.text not in labels)
    ]


def cell_of(table: Table, path: str) -> tuple[int, int]:
    """The row and column that a path names."""
    head, _, tail = path.rpartition(".")
    row, column = (0 if table.single else table.row(head)), table.column(tail)
    assert row is not None
    assert column is not None
    return row, column


@KINDS
def test_no_figure_of_a_suppressed_row_is_drawn_or_told(kind: type[Chart]) -> None:
    for chart, whole in samples(kind):
        table = suppress(whole, 0)
        try:
            drawn, told = chart.draw(table, 480, 320, look()), chart.describe(table)
        except UnsuitedError:
            continue
        cells = {mark.number.cell for mark in words(drawn) if mark.number}
        assert not {cell for cell in cells if cell_of(table, cell)[0] == 0}
        if table.single or chart.pictorial or kind.kind == "paired":
            assert "No figures can be shown" in told or "suppressed" in told
        if cells or not table.single:
            assert any(re.fullmatch(r"\[\w\]", line) for line in printed(drawn)) or chart.pictorial


# -- brand, bytes, words ---------------------------------------------------------------------------


def of_the_brand(colour: Colour) -> bool:
    """Whether a colour is one of the palette, or an edge that is mixed of two of them."""
    names = {each.name for each in PALETTE.values()}
    mixed = re.fullmatch(r"(.+) 0\.\d+ (.+)", colour.name)
    bare = replace(colour, edge=None)
    return bare in PALETTE.values() or bool(mixed and names.issuperset(mixed.groups()))


@KINDS
def test_every_mark_has_a_colour_of_the_brand(kind: type[Chart]) -> None:
    for chart, table in samples(kind):
        for mark in chart.draw(table, 480, 320, look()).marks:
            colours = {mark.colour} if isinstance(mark, Text) else set()
            if isinstance(mark, Shape):
                colours |= {each for each in (mark.fill, mark.stroke) if each}
            assert colours
            assert all(map(of_the_brand, colours)), colours


@KINDS
def test_words_are_never_smaller_than_the_smallest_style(kind: type[Chart]) -> None:
    smallest = look().style("chart.note").size
    for chart, table in samples(kind):
        for mark in words(chart.draw(table, 480, 320, look())):
            assert mark.run.size >= smallest


@pytest.mark.parametrize("kind", [kind for kind in CATALOGUE if kind.pictorial])
def test_pictures_can_be_read_on_a_dark_ground(kind: type[Chart]) -> None:
    dark = look(dark=True)
    for chart, table in samples(kind):
        for mark in words(chart.draw(table, 300, 200, dark)):
            assert contrast(mark.colour, dark.colour("ground")) >= 4.5


@KINDS
def test_equal_charts_are_equal_marks(kind: type[Chart]) -> None:
    for chart, table in samples(kind):
        again = replace(chart)
        assert chart == again
        assert chart.draw(table, 480, 320, look()) == again.draw(table, 480, 320, look())


@KINDS
def test_alternative_text_tells_figures_and_base_in_words(kind: type[Chart]) -> None:
    for chart, table in samples(kind):
        told = chart.describe(table)
        assert len(told) < LIMIT
        assert table.title in told
        assert re.search(r"Bases? ?(from|:)", told)
        shares = any(head.measure is Measure.SHARE for head in table.columns)
        if shares and kind.kind != "crowd" and "score" not in chart.highlight:
            assert " per cent" in told
        assert "%" not in told
        assert told != table.title


@KINDS
def test_all_that_a_chart_prints_is_in_the_table_that_is_heard_of_it(kind: type[Chart]) -> None:
    for chart, table in samples(kind):
        heard = chart.heard(table)
        if heard is None:
            assert kind.pictorial, "only a picture of one figure is told by its words alone"
            continue
        assert wording().figures_follow in chart.describe(table)
        find = finder(table, chart.draw(table, 480, 320, look()).marks)
        cells = [cell for head, row in heard.rows for cell in (head, *row)]
        labels = [find.printed(cell) for cell in (*heard.heads, *cells) if cell.label]
        assert any(labels) or kind.pictorial, "labels that are printed are heads"
        for cell in cells:
            find.printed(cell)
        assert not find.figures, "a figure is printed and in no cell"
        assert {len(row) + 1 for _, row in heard.rows} == {len(heard.heads)}
        assert all(cell.words for cell in (*heard.heads, *cells))


@KINDS
def test_a_path_that_the_table_has_not_is_refused_with_those_it_has(kind: type[Chart]) -> None:
    table, _ = SAMPLES[kind.kind][0]
    with pytest.raises(UnsuitedError, match=table.columns[0].id):
        kind(highlight="no_such_thing").extent(table, 480, look())

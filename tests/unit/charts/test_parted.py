"""Charts in parts: all bars once and in order, one scale, one label column."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from briefing.charts.bars import Bars
from briefing.charts.columns import Columns
from briefing.charts.crosstab import Crosstab
from briefing.charts.donut import Donut
from briefing.charts.model import UnsuitedError
from briefing.charts.paired import Paired
from briefing.charts.parted import MOST_BARS
from briefing.charts.ranked import Ranked
from briefing.drawing import Shape
from briefing.tables.model import Head, Part, Table
from tests.unit.charts.ink import outline, printed, words
from tests.unit.charts.look import look
from tests.unit.charts.tabled import AGREEMENT, AGREES, AREAS, KNOWS, composition, grid, single

if TYPE_CHECKING:
    from briefing.charts.parted import Parted

LABEL = "The {} of all the bodies that councillors and their officers work with in the area"


def long_grid(count: int, part: Part = Part.ITEM) -> Table:
    """A grid of many rows, each with counts and a long label of its own."""
    items = {
        f"r{row}": (LABEL.format(f"{row}th"), (row + 1, 2 * row + 3, 5, 7 + row % 3, count - row))
        for row in range(count)
    }
    return grid("q", AGREEMENT, {**items}, diverging=True, part=part)


def long_question(count: int) -> Table:
    """A question of many answers."""
    heads = tuple(Head(f"a{at}", LABEL.format(f"{at}th"), Part.ANSWER) for at in range(count))
    return single("q", heads, tuple(range(count, 0, -1)))


CHARTS: dict[str, tuple[Parted, Table]] = {
    "bars": (Bars(highlight="r3.agree"), long_grid(12)),
    "stacked crosstab": (Crosstab(show="none"), long_grid(12, Part.GROUP)),
    "crosstab": (Crosstab(order="value"), long_grid(12, Part.GROUP)),
    "ranked items": (Ranked(highlight="r2.agree"), long_grid(12)),
    "ranked answers": (Ranked(), long_question(12)),
    "paired": (Paired(), composition()),
}
EACH = pytest.mark.parametrize("name", CHARTS)


def parted(chart: Any, table: Table, width: float, height: float) -> Any:
    return chart.parted(table, height, lambda part: part.plan(table, width, look()))


def parts_of(name: str, width: float) -> tuple[tuple[Parted, ...], Parted, Table, float]:
    """The parts of a chart in half the height that it needs, and that height."""
    chart, table = CHARTS[name]
    height = chart.extent(table, width, look()).least * 0.55
    return parted(chart, table, width, height), chart, table, height


@EACH
@pytest.mark.parametrize("width", [240, 480])
def test_parts_have_all_bars_once_in_order_and_fit(name: str, width: float) -> None:
    parts, chart, table, height = parts_of(name, width)
    assert len(parts) > 1
    assert [each for part in parts for each in part.shown(table)] == list(chart.bars(table))
    assert max(part.extent(table, width, look()).least for part in parts) <= height + 0.01
    sizes = [len(part.shown(table)) for part in parts]
    assert max(sizes) - min(sizes) <= 1


@EACH
@pytest.mark.parametrize("width", [240, 480])
def test_parts_have_one_scale_and_one_label_column(name: str, width: float) -> None:
    parts, _, table, height = parts_of(name, width)
    lefts, figures = set(), set()
    for part in parts:
        drawn = part.draw(table, width, height, look())
        rects = [outline(mark) for mark in drawn.marks if isinstance(mark, Shape) and mark.fill]
        swatch = 9
        bars = [
            (min(x for x, _ in rect), max(x for x, _ in rect))
            for rect in rects
            if max(y for _, y in rect) - min(y for _, y in rect) > swatch
        ]
        lefts.add(round(min(left for left, _ in bars), 2))
        figures |= {mark.run.size for mark in words(drawn) if mark.number}
    assert len(lefts) == 1
    assert len(figures) <= 4, "figures, readings, the headline's, bases or notes"


def test_lengths_of_parts_can_be_compared() -> None:
    parts, chart, table, height = parts_of("ranked answers", 480)
    whole = chart.draw(table, 480, 900, look())
    for part in parts:
        for share, length in lengths(part.draw(table, 480, height, look())):
            unit = dict(lengths(whole))
            assert length / unit[share] == pytest.approx(scale(parts[0], table, height, unit), 1e-4)


def scale(part: Parted, table: Table, height: float, unit: dict[str, float]) -> float:
    """How much longer bars of the parts are than those of the whole: the same for all."""
    share, length = lengths(part.draw(table, 480, height, look()))[0]
    return length / unit[share]


def lengths(drawn: object) -> list[tuple[str, float]]:
    """The figure behind each bar, with the bar's length."""
    rects = [outline(m) for m in drawn.marks if isinstance(m, Shape) and m.fill]  # type: ignore[attr-defined]
    bars = [max(x for x, _ in rect) - min(x for x, _ in rect) for rect in rects]
    told = [mark.run.text for mark in words(drawn) if mark.number]  # type: ignore[arg-type]
    return list(zip(told, bars, strict=True))


@EACH
def test_legend_and_heading_come_again(name: str) -> None:
    parts, _, table, height = parts_of(name, 480)
    heads = []
    for part in parts:
        own = {head.label for head in (*table.rows, *table.columns)}
        lines = printed(part.draw(table, 480, height, look()))
        heads.append([line for line in lines if line in own])
    shared = set(heads[0]).intersection(*heads[1:])
    if name in {"bars", "stacked crosstab"}:
        assert {head.label for head in AGREEMENT if head.part is not Part.NET} <= shared
    if name == "paired":
        assert {"Councils that took part", "England"} <= shared
    if name in {"crosstab", "bars"}:
        assert "Agree" in shared


def test_a_part_tells_its_own_rows() -> None:
    parts, _, table, _ = parts_of("bars", 480)
    told = [part.describe(table) for part in parts]
    assert len(set(told)) == len(parts)
    first, last = parts[0].shown(table)[0], parts[-1].shown(table)[0]
    assert table.rows[table.row(first) or 0].label[:12] in told[0]
    assert table.rows[table.row(last) or 0].label[:12] in told[-1]


def test_more_bars_than_can_be_read_are_parted_even_where_they_fit() -> None:
    table = long_question(2 * MOST_BARS + 1)
    parts = parted(Ranked(), table, 480, 5000)
    assert [len(part.shown(table)) for part in parts] == [11, 10, 10]


def test_what_fits_is_not_parted_nor_what_is_one_whole() -> None:
    assert parted(Bars(), AREAS, 480, 2000) == (Bars(),)
    assert parted(Bars(), AGREES, 480, 10) == (Bars(),)
    assert parted(Donut(), KNOWS, 480, 10) == (Donut(),)


def test_columns_too_many_for_a_width_are_parted_by_it() -> None:
    table = long_grid(12)
    short = replace(
        table, rows=tuple(replace(row, label=f"Body {row.id[1:]}") for row in table.rows)
    )
    with pytest.raises(UnsuitedError, match="kind=bars"):
        Columns().extent(short, 300, look())
    parts = parted(Columns(), short, 300, 600)
    assert [len(part.shown(short)) for part in parts] == [6, 6]
    with pytest.raises(UnsuitedError, match="kind=bars"):
        parted(Columns(), table, 140, 600)


def test_a_bar_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnsuitedError, match="acute"):
        Bars(only="acuet").extent(AREAS, 480, look())

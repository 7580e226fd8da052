"""A chart printed as a table: its rows, figures and order, with their certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.blocks.tabled import TabledChart
from briefing.charts.bars import Bars
from briefing.charts.crosstab import Crosstab
from briefing.charts.ranked import Ranked
from briefing.drawing import Text
from briefing.layout.pages import Elastic, Strip
from briefing.structure import Role
from tests.unit.blocks.composed import HERE, Column
from tests.unit.charts import tabled

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.charts.model import Chart
    from briefing.tables.model import Table


def made(look: Look, chart: Chart, table: Table, width: float = 400.0, alt: str = "") -> Column:
    return Column(TabledChart(where=HERE, chart=chart, table=table, alt=alt), look, width)


def test_the_rows_stand_in_the_order_of_the_chart_with_question_and_base(look: Look) -> None:
    column = made(look, Ranked(), tabled.AGREES)
    heard = column.heard()
    assert heard.startswith(tabled.AGREES.question)
    assert "Base:" in heard
    labels = [head.label for head in tabled.AGREES.answers]
    values = {
        head.label: cell.value or 0
        for head, cell in zip(tabled.AGREES.columns, tabled.AGREES.cells[0], strict=True)
        if head.label in labels
    }
    wanted = sorted(labels, key=lambda each: -values[each])
    assert sorted(labels, key=heard.index) == wanted


def test_a_row_is_a_strip_and_heads_are_printed_again(look: Look) -> None:
    column = made(look, Ranked(), tabled.AGREES)
    assert not any(isinstance(each, Elastic) for each in column.pieces)
    assert sum(isinstance(each, Strip) and each.head for each in column.pieces) == 1


@pytest.mark.parametrize(
    ("chart", "table"),
    [
        (Ranked(), tabled.AGREES),
        (Bars(), tabled.LEADERS),
        (Crosstab(), tabled.BY_ENGAGEMENT),
    ],
)
def test_each_figure_tells_where_it_comes_from(look: Look, chart: Chart, table: Table) -> None:
    column = made(look, chart, table)
    numbers = [
        mark.number
        for box in column.boxes
        for mark in box.marks
        if isinstance(mark, Text) and mark.number
    ]
    heard = chart.heard(table)
    assert heard
    certified = {(each.cell, each.kind) for each in numbers}
    for _, cells in heard.rows:
        for cell in cells:
            first = cell.figures[:1]
            assert set(first) <= certified
    assert {each.where for each in numbers} == {HERE}


def test_columns_that_do_not_stand_side_by_side_stand_in_parts(look: Look) -> None:
    wide, narrow = (made(look, Bars(), tabled.LEADERS, width) for width in (600.0, 200.0))
    assert len(wide.nodes(Role.TABLE)) == 1
    assert len(narrow.nodes(Role.TABLE)) > 1
    assert not narrow.codes
    first = tabled.LEADERS.rows[0].label
    assert narrow.heard().count(first) == len(narrow.nodes(Role.TABLE))


def test_an_author_s_alternative_text_is_the_summary_and_the_data_ride_along(look: Look) -> None:
    table = made(look, Ranked(), tabled.AGREES, alt="Who agrees.").nodes(Role.TABLE)[0]
    assert table.summary == "Who agrees."
    assert [each.name for each in table.files] == [f"{tabled.AGREES.id}.csv"]


def test_what_has_no_figure_is_words(look: Look) -> None:
    nobody = tabled.single("nobody", tabled.AGREEMENT, (0,) * 5)
    column = made(look, Ranked(), nobody)
    assert not column.nodes(Role.TABLE)
    assert "No responses to this question." in column.heard()

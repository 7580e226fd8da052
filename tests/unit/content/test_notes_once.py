"""The notes of a page's tables: each is printed once, at the last figure that needs it."""

from __future__ import annotations

from dataclasses import replace

from briefing.blocks.chart import ChartBlock
from briefing.blocks.table import TableBlock
from briefing.charts.donut import Donut
from briefing.charts.number import Number
from briefing.content.page import notes_once
from tests.unit.blocks.composed import HERE
from tests.unit.charts.tabled import ASPECTS, KNOWS

ROUNDING, SMALL = "Percentages may not sum to 100.", "Caution: small base."
CAUTION = "Caution: small base (n<50)."
ONE = replace(KNOWS, notes=(ROUNDING,))
BOTH = replace(ASPECTS, notes=(SMALL, ROUNDING))


def test_a_note_stands_at_the_last_figure_that_needs_it() -> None:
    chart = ChartBlock(where=HERE, table=ONE, chart=Donut())
    first, last = notes_once((chart, TableBlock(where=HERE, table=BOTH)))
    assert isinstance(first, ChartBlock)
    assert isinstance(last, TableBlock)
    assert first.table.notes == ()
    assert last.table.notes == (SMALL, ROUNDING)
    _, again = notes_once((TableBlock(where=HERE, table=BOTH), chart))
    assert isinstance(again, ChartBlock)
    assert again.table.notes == (ROUNDING,)


def test_what_small_bases_are_stands_under_each_figure_that_marks_one() -> None:
    marked = replace(KNOWS, notes=(CAUTION, ROUNDING))
    charts = [ChartBlock(where=HERE, table=marked, chart=Donut()) for _ in range(2)]
    first, last = notes_once(charts)
    assert isinstance(first, ChartBlock)
    assert isinstance(last, ChartBlock)
    assert (first.table.notes, last.table.notes) == ((CAUTION,), (CAUTION, ROUNDING))


def test_what_prints_no_notes_takes_none_from_others() -> None:
    chart = ChartBlock(where=HERE, table=ONE, chart=Donut())
    silent = (
        ChartBlock(where=HERE, table=ONE, chart=Number(highlight="fair_amount")),
        ChartBlock(where=HERE, table=ONE, chart=Donut(), base=False),
        TableBlock(where=HERE, table=BOTH, notes=False),
    )
    first, *_ = notes_once((chart, *silent))
    assert isinstance(first, ChartBlock)
    assert first.table.notes == (ROUNDING,)

"""Charts of more bars than a chart is allowed: printed as tables, and told with their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.blocks import CATALOGUE as BLOCKS
from briefing.blocks.chart import ChartBlock
from briefing.blocks.tabled import TabledChart
from briefing.charts import CATALOGUE as CHARTS
from briefing.content.bind import Manner, bind
from briefing.content.evidence import Evidence
from briefing.content.markdown import parse_words
from briefing.content.publication import Sheet
from briefing.diagnostics import Diagnostics
from briefing.survey.declared import MOST_BARS
from briefing.tables.model import Head, Part
from tests.unit.charts.tabled import single
from tests.unit.survey.folder import CODEBOOK, parse

if TYPE_CHECKING:
    from briefing.blocks.model import Block

HEADS = tuple(Head(f"a{at}", f"Answer {at}", Part.ANSWER) for at in range(MOST_BARS + 1))
TABLES = {"q1": single("q1", HEADS, (1,) * len(HEADS))}


def chart(options: str, most_bars: int = MOST_BARS) -> tuple[list[Block], Diagnostics]:
    diagnostics = Diagnostics()
    text = f"# Answers {{.finding}}\n\n::: {{.chart of=q1 {options}}}\n:::\n"
    manner = Manner(("finding",), BLOCKS, CHARTS, "%")
    evidence = Evidence(TABLES, most_bars=most_bars)
    entries = bind(parse_words(text, "report.md", diagnostics), evidence, manner, diagnostics)
    blocks = [block for each in entries if isinstance(each, Sheet) for block in each.blocks]
    return blocks, diagnostics


def test_more_bars_than_the_limit_are_a_table_with_a_warning_and_its_place() -> None:
    (block,), diagnostics = chart("kind=ranked")
    assert type(block) is TabledChart
    assert block.kinds == ("chart.ranked", "chart"), "it stands where its chart would"
    (told,) = diagnostics
    assert str(told.where) == "report.md:3:1"
    assert told.severity.value == "warning"
    assert told.message == "q1 is printed as a table: its chart would have 46 bars"
    assert "most_bars=46" in told.hint


@pytest.mark.parametrize(("options", "most"), [(" most_bars=46", MOST_BARS), ("", 46)])
def test_a_chart_or_the_codebook_sets_another_limit(options: str, most: int) -> None:
    (block,), diagnostics = chart(f"kind=ranked{options}", most)
    assert type(block) is ChartBlock
    assert not list(diagnostics)


def test_a_whole_of_many_parts_is_a_table_whatever_the_limit() -> None:
    (block,), diagnostics = chart("kind=bars most_bars=99")
    assert type(block) is TabledChart
    assert "kind=ranked" in next(iter(diagnostics)).hint


def test_a_limit_is_one_bar_or_more() -> None:
    assert [each.code for each in chart("kind=ranked most_bars=0")[1]] == ["option-value"]
    codebook, found = parse(CODEBOOK.replace('id = "id"', 'id = "id"\nmost_bars = 0'))
    assert [each.code for each in found] == ["codebook-value"]
    assert codebook
    assert codebook.most_bars == MOST_BARS

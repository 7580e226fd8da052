"""Charts that stand near each other, and what they have in common: margins, starts, thickness."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.blocks.chart import ChartBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.blocks.model import Block
    from briefing.charts.model import Chart
    from briefing.tables.model import Table


def stacked(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks that stand below each other in an area: its charts of a kind have bars as thick."""
    kinds = Counter(each.chart.kind for each in blocks if isinstance(each, ChartBlock))
    return tuple(
        replace(each, stacked=True)
        if isinstance(each, ChartBlock) and kinds[each.chart.kind] > 1
        else each
        for each in blocks
    )


def in_line(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks of one measure with one left edge: the bars of their charts start on one line."""
    charts = [each for each in blocks if isinstance(each, ChartBlock)]

    def others(block: ChartBlock) -> tuple[tuple[Chart, Table], ...]:
        return tuple((each.chart, each.table) for each in charts if each is not block)

    return tuple(
        replace(each, in_line=others(each)) if isinstance(each, ChartBlock) else each
        for each in blocks
    )


def alike(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks that stand in the columns of one area: of their charts those of a kind drawn alike."""
    charts = [each for each in blocks if isinstance(each, ChartBlock)]

    def beside(block: ChartBlock) -> tuple[tuple[Chart, Table], ...]:
        kin = [each for each in charts if each.chart.kind == block.chart.kind]
        return tuple((each.chart, each.table) for each in kin if each is not block)

    return tuple(
        replace(each, alongside=beside(each)) if isinstance(each, ChartBlock) else each
        for each in blocks
    )

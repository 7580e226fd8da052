"""A chart's block on its pages: in parts, beside others, and what it tells of figures left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.blocks.chart import ChartBlock, alike
from briefing.blocks.model import Setting
from briefing.charts.bars import Bars
from briefing.charts.columns import Columns
from briefing.charts.donut import Donut
from briefing.diagnostics import Diagnostics
from briefing.drawing import Shape
from briefing.layout.pages import Elastic, Fragment
from briefing.layout.text import plain
from briefing.structure import Node, Role
from tests.unit.blocks.composed import HERE, Column, words
from tests.unit.charts import tabled
from tests.unit.charts.ink import outline

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.charts.model import Chart
    from briefing.layout.pages import Box
    from briefing.tables.model import Table

LEADERS = ChartBlock(where=HERE, chart=Bars(highlight="ccgs.agree"), table=tabled.LEADERS)


def setting(look: Look, width: float) -> Setting:
    return Setting(width, look, Node(Role.SECTION), Diagnostics())


def needed(block: ChartBlock, look: Look, width: float) -> float:
    """The least height that a block takes."""
    return Fragment("chart", block.where, Column(block, look, width).pieces).least


# -- parts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.9, 0.6, 0.45])
def test_each_part_fits_the_room_and_asks_the_question(look: Look, share: float) -> None:
    room = needed(LEADERS, look, 240) * share
    parts = LEADERS.parts(room, setting(look, 240))
    assert len(parts) > 1
    for place, part in enumerate(parts, start=1):
        assert needed(part, look, 240) <= room + 0.01
        heard = Column(part, look, 240).heard()
        assert tabled.LEADERS.question in heard
        goes_on = f"({place} of {len(parts)})"
        assert (goes_on if place == 1 else goes_on.replace("(", "(continued, ")) in heard
        assert "* Respondent base." in heard


def test_each_part_tells_its_own_rows_aloud(look: Look) -> None:
    parts = LEADERS.parts(needed(LEADERS, look, 240) * 0.6, setting(look, 240))
    alts = [Column(part, look, 240).nodes(Role.FIGURE)[0].alt for part in parts]
    assert "highest Clinical commissioning groups" in alts[0]
    assert "Clinical commissioning groups" not in alts[-1]
    own = replace(LEADERS, alt="Bars of seven bodies.")
    told = [Column(each, look, 240) for each in own.parts(300, setting(look, 240))]
    assert [each.nodes(Role.FIGURE)[0].alt for each in told] == [
        "Bars of seven bodies. (1 of 2)",
        "Bars of seven bodies. (continued, 2 of 2)",
    ]


def test_a_caption_goes_on_where_the_words_have_one(look: Look) -> None:
    block = replace(LEADERS, paragraphs=(words("Seven bodies, and how well they work with us"),))
    second = block.parts(300, setting(look, 240))[1]
    assert plain(second._question()[0]) == (
        "Seven bodies, and how well they work with us (continued, 2 of 2)"
    )
    silent = replace(LEADERS, question=False)
    assert plain(silent.parts(300, setting(look, 240))[1]._question()[0]) == "(continued, 2 of 2)"


def test_measuring_parts_leaves_no_trace_in_the_tree(look: Look) -> None:
    place = setting(look, 240)
    LEADERS.parts(300, place)
    assert place.parent.children == []
    assert list(place.diagnostics) == []


def test_a_block_that_fits_or_cannot_be_drawn_stays_whole(look: Look) -> None:
    assert LEADERS.parts(2000, setting(look, 240)) == (LEADERS,)
    ring = replace(LEADERS, chart=Donut())
    assert ring.parts(10, setting(look, 240)) == (ring,), "a ring of a grid is told when composed"


# -- side by side ----------------------------------------------------------------------------------


def reach(boxes: list[Box], height: float) -> tuple[float, float]:
    """From left to right, the coloured shapes of a drawn chart that are higher than a swatch."""
    found = [
        outline(mark)
        for box in boxes
        for mark in box.marks
        if isinstance(mark, Shape) and mark.fill
    ]
    tall = [
        each for each in found if max(y for _, y in each) - min(y for _, y in each) > height / 9
    ]
    xs = [x for each in tall for x, _ in each]
    return round(min(xs), 3), round(max(xs), 3)


@pytest.mark.parametrize(
    ("chart", "tables", "width"),
    [
        (Donut(), (tabled.CONFIDENT, tabled.AGREES), 409.0),
        (Columns(), (tabled.CONFIDENT, tabled.AGREES), 246.6),
    ],
)
def test_charts_beside_each_other_are_drawn_alike(
    look: Look, chart: Chart, tables: tuple[Table, Table], width: float
) -> None:
    paths = ("confident", "disagree")
    blocks = [
        ChartBlock(where=HERE, chart=replace(chart, highlight=path), table=table)
        for path, table in zip(paths, tables, strict=True)
    ]

    def reaches(made: tuple[ChartBlock, ...]) -> list[tuple[float, float]]:
        found = []
        for block in made:
            elastic = [
                piece for piece in Column(block, look, width).pieces if isinstance(piece, Elastic)
            ]
            strips = elastic[0].draw(230.0)
            found.append(reach([box for strip in strips for box in strip.boxes], 230))
        return found

    alone, together = reaches(tuple(blocks)), reaches(alike(blocks))  # type: ignore[arg-type]
    assert alone[0] != alone[1], "or there were nothing to see"
    assert together[0] == pytest.approx(together[1], abs=0.1)


def test_only_charts_of_one_kind_are_alike() -> None:
    blocks = [replace(LEADERS, chart=chart) for chart in (Donut(), Donut(), Bars())]
    made = alike(blocks)
    assert [len(each.alongside) for each in made if isinstance(each, ChartBlock)] == [1, 1, 0]


# -- figures left out ------------------------------------------------------------------------------


def test_shares_without_figures_are_told_aloud(look: Look) -> None:
    column = Column(LEADERS, look, 240)
    assert "No room for" not in column.nodes(Role.FIGURE)[0].alt
    few = (1, 60, 60, 1, 2)
    table = tabled.grid("q", tabled.AGREEMENT, {"a": ("One", few), "b": ("Two", few)})
    column = Column(replace(LEADERS, chart=Bars(), table=table), look, 240)
    for piece in column.pieces:
        if isinstance(piece, Elastic):
            piece.draw(piece.least)
    assert "No room for the figures of 6 shares of 2 per cent or less." in (
        column.nodes(Role.FIGURE)[0].alt
    )

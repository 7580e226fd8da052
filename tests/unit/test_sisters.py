"""Pages of one kind, one behind the other, as first drafts have them: none keeps an empty place.

Variety is worth something, but no page is to take a foot or a side column that nothing fills, only
to look otherwise than the page before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.blocks.chart import ChartBlock
from briefing.blocks.listing import Steps
from briefing.blocks.panel import Callout
from briefing.blocks.prose import Lead
from briefing.blocks.table import TableBlock
from briefing.charts.donut import Donut
from briefing.charts.ranked import Ranked
from briefing.layout.fill import needed
from briefing.layout.text import Span
from briefing.layout.units import SLIP
from briefing.tables.model import Head, Part
from tests.unit.charts.tabled import ASPECTS, KNOWS, single
from tests.unit.test_compose import at, publication, sheet, well

if TYPE_CHECKING:
    from briefing.blocks.model import Block
    from briefing.brand.model import Brand
    from briefing.compose.tried import Tried

BRANDS = ("civic", "heritage")


def taken(made_of: Brand, *pages: tuple[Block, ...], master: str, format_: str) -> list[Tried]:
    """The arrangements taken for pages that only differ by what stands on them."""
    sheets = [
        sheet(f"Finding number {number} is told", *blocks, master=master, line=10 * number)
        for number, blocks in enumerate(pages, start=1)
    ]
    return [
        each for each in well(made_of, publication(*sheets, format_=format_)).tried if each.taken
    ]


def lead(line: int) -> Lead:
    return Lead(where=at(line), paragraphs=((Span("Two of twelve answer otherwise."),),))


@pytest.mark.parametrize("name", BRANDS)
@pytest.mark.parametrize("across", [1, 2])
def test_tables_above_each_other_have_rows_of_one_height(
    name: str, across: int, request: pytest.FixtureRequest
) -> None:
    """Rows that stand closer than those below them look like parts of two documents."""
    down = [TableBlock(where=at(line), table=KNOWS) for line in (11, 12)]
    turned = [TableBlock(where=at(20), table=ASPECTS, answers="across")] * across
    brand = request.getfixturevalue(name)
    (page,) = taken(brand, (*down, *turned), master="tables", format_="slide")
    steps = {page.trial.steps[area.name] for area, has in page.trial.areas if area.larger and has}
    assert len(steps) == 1


@pytest.mark.parametrize("name", BRANDS)
def test_sister_pages_with_a_chart_each_leave_no_place_empty(
    name: str, request: pytest.FixtureRequest
) -> None:
    brand = request.getfixturevalue(name)
    charts = (Donut(highlight="great_deal"), Ranked(highlight="great_deal"))
    pages = [
        (lead(line), ChartBlock(where=at(line + 1), table=KNOWS, chart=charts[line // 10 % 2]))
        for line in range(10, 70, 10)
    ]
    for each in taken(brand, *pages, master="theme", format_="a4"):
        empty = [area.name for area, has in each.trial.areas if not has]
        assert empty in ([], ["numeral"]), f"page {each.page}, {each.trial.arrangement.name}"


@pytest.mark.parametrize("name", BRANDS)
def test_eight_long_answers_stand_on_one_slide(name: str, request: pytest.FixtureRequest) -> None:
    """Two slides of four bars each would part what is to be compared."""
    brand = request.getfixturevalue(name)
    label = "Buses that keep to the timetable, also in the rush hour and on Saturdays"
    answers = tuple(Head(f"a{place}", label, Part.ANSWER) for place in range(8))
    table = single("q", answers, (65, 53, 39, 38, 32, 19, 8, 4))
    chart = ChartBlock(where=at(12), table=table, chart=Ranked())
    pages = taken(brand, (lead(11), chart), master="ranking", format_="slide")
    assert len(pages) == 1


@pytest.mark.parametrize("name", BRANDS)
@pytest.mark.parametrize(("format_", "least"), [("a4", 0.8), ("slide", 0.7)])
def test_three_steps_fill_their_page(
    name: str, format_: str, least: float, request: pytest.FixtureRequest
) -> None:
    """They are large, and the height of the page is shared out between them."""
    brand = request.getfixturevalue(name)
    told = (
        "Third step, to be written. How those who answered will hear of it, and where all of them "
        "can follow what becomes of it."
    )
    steps = Steps(where=at(12), items=tuple((Span(told),) for _ in range(3)))
    asks = (Callout(where=at(14), paragraphs=((Span(told),),)),) if format_ == "a4" else ()
    (page,) = taken(brand, (steps, *asks), master="steps", format_=format_)
    ((area, has),) = [each for each in page.trial.areas if each[0].name == "words"]
    assert least * area.rect.height < needed(has, area) < area.rect.height + SLIP

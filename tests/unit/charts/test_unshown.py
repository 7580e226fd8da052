"""Charts of a whole of which parts are hidden: one hollow part, named, and no size told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefing.charts import unshown
from briefing.charts.bars import Bars
from briefing.charts.columns import Columns
from briefing.charts.crowding import crowded
from briefing.charts.donut import Donut
from briefing.charts.paired import Paired
from briefing.charts.ranked import Ranked
from briefing.drawing import Rect, Shape
from briefing.tables.model import Cell, Head, Part, Table
from tests.unit.charts.ink import faults, printed, words
from tests.unit.charts.look import look
from tests.unit.charts.tabled import AGREEMENT, cells, grid, single

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.charts.model import Chart

SPORTS = tuple(
    Head(each.lower(), each, Part.GROUP) for each in ("Walkers", "Swimmers", "Cyclists", "Rowers")
)
HIDDEN = frozenset({"cyclists", "rowers"})


def without(table: Table, *hidden: str, sign: str = "c", row: int = 0) -> Table:
    """A table without the figures of some columns in a row."""
    own = tuple(
        Cell(None, symbol=sign) if head.id in hidden else cell
        for head, cell in zip(table.columns, table.cells[row], strict=True)
    )
    return replace(table, cells=(*table.cells[:row], own, *table.cells[row + 1 :]))


CLUB = without(single("group", SPORTS, (31, 20, 6, 3), title="Group"), *HIDDEN)
WHOLES = (Donut(), Donut(highlight="walkers"), Donut(highlight="rowers"), Bars(), Columns())
PLACES = ((480, 260), (230, 330))


@pytest.mark.parametrize("chart", WHOLES)
@pytest.mark.parametrize(("width", "height"), PLACES)
def test_hidden_groups_are_named_together_and_have_no_figure(
    chart: Chart, width: float, height: float
) -> None:
    drawn = chart.draw(CLUB, width, height, look())
    lines = printed(drawn)
    assert "Not shown: Cyclists and Rowers" in " ".join(lines)
    assert {"52%", "33%"} <= set(lines)
    assert "[c]" in lines
    told = {mark.number.cell for mark in words(drawn) if mark.number}
    assert told == {"walkers", "swimmers"}
    assert not {"15%", "10%", "5%"} & set(lines)
    assert not faults(drawn, Rect(0, 0, width, height))


@pytest.mark.parametrize("chart", [Donut(highlight="rowers"), Columns(highlight="rowers")])
def test_a_symbol_is_never_read_out_as_a_headlines_figure(chart: Chart) -> None:
    marks = words(chart.draw(CLUB, 480, 260, look()))
    symbol = [mark for mark in marks if mark.run.text == "[c]"]
    assert len(symbol) == 1
    assert symbol[0].run.size <= max(mark.run.size for mark in marks if mark.number)


def test_the_bar_is_whole_and_what_is_hidden_stands_last_and_hollow() -> None:
    shapes = [mark for mark in Bars().draw(CLUB, 480, 200, look()).marks if isinstance(mark, Shape)]
    filled = [mark for mark in shapes if mark.fill]
    edges = sorted((min(xs), max(xs)) for mark in filled if (xs := across(mark)))
    assert edges[0][0] == pytest.approx(0, abs=1)
    assert edges[-1][1] == pytest.approx(480, abs=1)
    last = max(filled, key=lambda mark: max(across(mark)))
    assert last.fill is not None
    assert last.fill.screen == look().colour("ground").screen
    assert any(mark.stroke and max(across(mark)) > 470 for mark in shapes)


def across(mark: Shape) -> list[float]:
    return [place for _, numbers in mark.path for place in numbers[::2]]


@pytest.mark.parametrize("chart", WHOLES)
def test_alternative_text_and_table_name_the_hidden_and_call_none_the_smallest(
    chart: Chart,
) -> None:
    told = chart.describe(CLUB)
    assert "Of those shown: " in told
    assert "smallest Swimmers, 33 per cent. Not shown: Cyclists and Rowers." in told
    assert "2 figures suppressed." in told
    heard = chart.heard(CLUB)
    assert heard is not None
    rows = {name.words: [each.words for each in figures] for name, figures in heard.rows}
    assert rows == {
        "Walkers": ["52%"],
        "Swimmers": ["33%"],
        "Cyclists": ["[c]"],
        "Rowers": ["[c]"],
    }


def test_rows_of_plain_bars_stand_with_their_symbol() -> None:
    lines = printed(Ranked().draw(CLUB, 480, 200, look()))
    assert {"Cyclists", "Rowers"} <= set(lines)
    assert lines.count("[c]") == 2
    assert "Not shown: Cyclists and Rowers." in Ranked().describe(CLUB)


def test_a_sample_beside_its_population_names_no_smallest_group_of_all() -> None:
    rows = (Head("sample", "Sample", Part.GROUP), Head("population", "Club", Part.GROUP))
    both = (CLUB.cells[0], cells(SPORTS, (90, 60, 20, 10), 180))
    told = Paired().describe(replace(CLUB, rows=rows, cells=both, bases=CLUB.bases * 2))
    assert "Of those shown: largest group Walkers" in told
    assert "Not shown: Cyclists and Rowers." in told


def test_the_rows_of_a_grid_are_whole_each_with_what_it_hides() -> None:
    rows: dict[str, tuple[str, Sequence[int]]] = {
        "walkers": ("Walkers", (10, 3, 8, 4, 6)),
        "rowers": ("Rowers", (6, 6, 6, 6, 6)),
    }
    table = without(grid("q2", AGREEMENT, rows), "tend_to_agree", "tend_to_disagree")
    for chart in (Bars(), Columns()):
        lines = printed(chart.draw(table, 480, 260, look()))
        assert "Not shown" in lines
        assert "Tend to agree" in lines  # the other row has it
        assert "[c]" in lines
    made = unshown.whole(table)
    assert [made.cell(row, "not_shown").value for row in rows] == [Fraction(7, 31), None]


def test_one_hidden_part_that_the_others_would_tell_makes_a_table() -> None:
    table = without(single("group", SPORTS, (31, 20, 6, 3)), "rowers")
    crowd = crowded(Donut(), table, 45)
    assert crowd is not None
    assert "the others would tell" in crowd.words
    assert crowded(Ranked(), table, 45) is None
    assert crowded(Donut(), CLUB, 45) is None
    assert unshown.whole(table) == table


def test_what_has_no_size_or_nothing_beside_it_leaves_no_part() -> None:
    whole = single("group", SPORTS, (40, 20, 0, 0))
    assert unshown.whole(whole) == whole
    for sign in ("low", "w"):
        table = without(whole, *HIDDEN, sign=sign)
        assert unshown.whole(table) == table
    nothing = without(whole, *(head.id for head in SPORTS))
    assert unshown.whole(nothing) == nothing


@given(some.lists(some.integers(1, 40), min_size=3, max_size=6), some.data())
def test_a_whole_is_whole_and_its_hidden_parts_have_no_size(
    counts: list[int], data: some.DataObject
) -> None:
    heads = tuple(Head(f"a{at}", f"A{at}", Part.ANSWER) for at in range(len(counts)))
    names = some.sampled_from([head.id for head in heads])
    hidden = data.draw(some.sets(names, min_size=2, max_size=len(counts) - 1))
    made = unshown.whole(without(single("q1", heads, counts), *hidden))
    assert sum(cell.value or 0 for cell in made.cells[0]) == 1
    for each in hidden:
        cell = made.cell("all", each)
        assert cell.value is None
        assert cell.count is None
    assert made.cell("all", "not_shown").count is None


def test_the_key_of_a_grid_leaves_out_what_nobody_answered_and_the_small_print_says_so() -> None:
    items = {"hall": ("The hall", (3, 9, 0, 2, 1)), "pool": ("The pool", (5, 6, 0, 1, 3))}
    table = grid("q", AGREEMENT, items)
    for chart in (Bars(), Columns()):
        assert "Neither agree nor disagree" not in printed(chart.draw(table, 480, 300, look()))
        assert (
            "Nobody answered \u201cNeither agree nor disagree\u201d." in chart.base_lines(table)[0]
        )


def test_the_key_of_a_grid_leaves_out_what_is_hidden_in_every_row_and_names_it() -> None:
    items = {"hall": ("The hall", (3, 9, 4, 2, 1)), "pool": ("The pool", (5, 6, 4, 1, 3))}
    hidden = {"tend_to_disagree", "strongly_disagree"}
    table = grid("q", AGREEMENT, items)
    for row in (0, 1):
        table = without(table, *hidden, row=row)
    lines = printed(Bars(show="none").draw(table, 480, 300, look()))
    assert "Strongly agree" in lines
    assert "Strongly disagree" not in lines
    assert "Not shown: Tend to disagree and Strongly disagree." in Bars().base_lines(table)[0]

"""The appendix of a draft: every table once, in order, on as few pages as hold them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.starter.table_pages import _arranged, _filled, _level, _Shown
from briefing.tables.model import Part
from tests.property.surveys import grids, questions
from tests.unit.charts.tabled import ASPECTS, KNOWS

ALONE, GRID = questions(12), grids(12, Part.ITEM)


def shown(some: st.SearchStrategy[object]) -> st.SearchStrategy[_Shown]:
    return some.map(lambda made: _Shown(made[0], "A name", "The questions"))  # type: ignore[index]


@given(st.lists(shown(ALONE | GRID), min_size=1, max_size=12))
def test_every_table_stands_once_and_pages_are_no_more_than_need_be(tables: list[_Shown]) -> None:
    pages = _level(tables)
    assert [each for page in pages for each in page] == tables
    assert len(pages) == len(_filled(tables, 1))
    fullest = max(sum(each.size for each in page) for page in pages)
    assert fullest <= max(1, *(each.size for each in tables), 0) + 1e-9


@given(st.lists(shown(ALONE), min_size=2, max_size=5))
def test_answers_of_all_stand_in_columns(tables: list[_Shown]) -> None:
    arrangement, words = _arranged(tables)
    assert arrangement == "columns"
    assert not [each for each in words if "across" in each]


def test_one_table_of_few_answers_lies_down_as_the_grid_beside_it_does() -> None:
    """It would stand alone in the one of two columns."""
    one, grid = (_Shown(each, "A name", "The questions") for each in (KNOWS, ASPECTS))
    arrangement, words = _arranged([one, grid])
    assert arrangement == "rows"
    assert all("answers=across" in each for each in words)
    arrangement, words = _arranged([one, grid, one])
    assert arrangement == "two-above"
    assert ["answers=across" in each for each in words] == [False, True, False]

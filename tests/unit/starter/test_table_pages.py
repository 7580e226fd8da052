"""The appendix of a draft: every table once, in order, on as few pages as hold them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.starter.table_pages import _arranged, _fill, _level, _Shown, _titled
from briefing.tables.model import Part
from tests.property.surveys import grids, questions
from tests.unit.charts.tabled import ASPECTS, KNOWS

if TYPE_CHECKING:
    from briefing.tables.model import Table

ALONE, GRID = questions(12), grids(12, Part.ITEM)


def shown(some: st.SearchStrategy[object]) -> st.SearchStrategy[_Shown]:
    return some.map(lambda made: _Shown(made[0], "A name", "The questions"))  # type: ignore[index]


@given(st.lists(shown(ALONE | GRID), min_size=1, max_size=12))
def test_every_table_stands_once_and_pages_are_no_more_than_need_be(tables: list[_Shown]) -> None:
    pages = _level(tables)
    assert [each for page in pages for each in page] == tables
    assert all(_fill(page) <= 1 for page in pages if len(page) > 1)
    greedy: list[list[_Shown]] = []
    for each in tables:
        if greedy and _fill([*greedy[-1], each]) <= 1:
            greedy[-1].append(each)
        else:
            greedy.append([each])
    assert len(pages) <= len(greedy)


def test_no_table_is_cut_at_the_end_of_a_column() -> None:
    """Three of nine lines fill a column and a half: a fourth of them goes to the next page."""
    one = _Shown(answered(9), "Q1", "The questions")
    assert round(one.lines(across=False), 1) == 12.0
    assert [len(page) for page in _level([one] * 4)] == [2, 2]
    small = _Shown(answered(5), "Q1", "The questions")
    assert [len(page) for page in _level([small] * 5)] == [2, 3], "none alone"


def answered(number: int) -> Table:
    """A table of so many answers of all respondents."""
    heads = tuple(replace(KNOWS.columns[0], id=f"a{each}") for each in range(number))
    return replace(KNOWS, columns=heads, cells=(KNOWS.cells[0][:1] * number,))


@pytest.mark.parametrize(
    ("numbers", "title"),
    [
        (["4"], "Question 4"),
        (["1", "2"], "Questions 1 and 2"),
        (["4", "6", "10"], "Questions 4 to 10"),
        (["4", ""], "The questions, continued"),
        (["26", "24", "25"], "The questions, continued"),
    ],
)
def test_a_page_is_called_by_the_numbers_of_its_questions(numbers: list[str], title: str) -> None:
    page = [_Shown(KNOWS, f"Q{each}", "The questions", number=each) for each in numbers]
    assert _titled(page, ["The questions"], further=True) == title


def test_a_table_says_what_was_asked_once() -> None:
    shown = _Shown(KNOWS, "Q0001", "The questions", asked=False)
    assert "question=" not in shown.words(across=False)


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


def test_a_base_of_all_respondents_takes_fewer_lines_than_one_of_some() -> None:
    asked = "How did you travel last time?"
    some = _Shown(answered(7), "Q1", "The questions", asked)
    whole = replace(some, whole=True)
    assert some.lines(across=False) - whole.lines(across=False) == pytest.approx(0.8)
    assert len(_level([whole] * 8)) <= len(_level([some] * 8))


def test_answers_of_many_words_stand_below_each_other_though_their_table_is_alone() -> None:
    """Beside each other each had a head of seven lines, and the last one a line of its own."""
    label = "Postgraduate or professional degree, including master's, doctorate or law degree"
    heads = tuple(replace(each, label=label) for each in answered(8).columns)
    long = _Shown(replace(answered(8), columns=heads), "Q1", "The questions")
    assert "across" not in _arranged([long])[1][0]
    assert "across" in _arranged([_Shown(answered(8), "Q1", "The questions")])[1][0]

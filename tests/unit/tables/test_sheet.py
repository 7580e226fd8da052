"""A table as CSV: what is printed, the counts, the bases, and nothing that is suppressed."""

from __future__ import annotations

import csv
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from briefing.tables.model import Measure, Part
from briefing.tables.sheet import harmless, sheet
from tests.unit.charts.tabled import AGREES, ASPECTS, ranking, suppress

if TYPE_CHECKING:
    from briefing.tables.model import Table


def rows(table: Table) -> list[list[str]]:
    text = sheet(table).decode("utf-8-sig")
    return list(csv.reader(text.splitlines(keepends=True)))


def test_a_question_has_an_answer_a_line_with_its_count_and_its_base() -> None:
    head, first, *others = rows(AGREES)
    assert head == ["Answer", "%", "Count", "Base"]
    assert first == ["Strongly agree", "4", "3", "80"]
    assert others[-1] == ["Disagree", "69", "55", "80"]
    assert len(others) == len(AGREES.columns) - 1


def test_a_grid_has_an_item_a_line_and_each_its_base() -> None:
    head, first, *_ = rows(ASPECTS)
    assert head[:3] == ["Item", "Very engaged, %", "Very engaged, count"]
    assert head[-1] == "Base"
    assert first[0] == ASPECTS.rows[0].label
    assert first[-1] == str(ASPECTS.bases[0].n)


def test_scores_have_one_decimal_and_are_no_per_cent() -> None:
    table = ranking()
    head, first, *_ = rows(table)
    place = head.index(next(each for each in head if each.endswith(", score")))
    assert float(first[place])
    assert len(first[place].partition(".")[2]) == 1


def test_what_is_suppressed_stands_as_its_symbol_and_nothing_beside_it() -> None:
    whole, table = rows(ASPECTS), rows(suppress(ASPECTS, 1))
    assert set(table[2][1:-1]) == {"[c]"}
    assert table[1] == whole[1]
    assert table[3] == whole[3]


@pytest.mark.parametrize("label", ["=1+1", "+44", "-5+2", "-cmd|' /C calc'!A0", "@here", "\tx"])
def test_no_label_is_a_formula(label: str) -> None:
    columns = (replace(AGREES.columns[0], label=label), *AGREES.columns[1:])
    assert rows(replace(AGREES, columns=columns))[1][0] == f"'{label}"
    assert harmless("Agree") == "Agree"


def test_a_figure_below_nought_is_a_number_to_a_spreadsheet() -> None:
    score = replace(AGREES.columns[-1], measure=Measure.POINTS)
    cells = (*AGREES.cells[0][:-1], replace(AGREES.cells[0][-1], value=Fraction(-233, 10)))
    below = replace(AGREES, columns=(*AGREES.columns[:-1], score), cells=(cells,))
    assert rows(below)[-1][1] == "-23"


def test_labels_have_the_signs_of_a_keyboard() -> None:
    label = "A\N{NO-BREAK SPACE}follow\N{NON-BREAKING HYPHEN}up"
    columns = (replace(AGREES.columns[0], label=label), *AGREES.columns[1:])
    assert rows(replace(AGREES, columns=columns))[1][0] == "A follow-up"


def test_a_spreadsheet_can_tell_its_encoding_and_its_lines() -> None:
    data = sheet(AGREES)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == len(AGREES.columns) + 1


def test_a_group_of_a_small_base_is_marked_and_an_item_is_not() -> None:
    small = replace(ASPECTS, bases=tuple(replace(each, caution=True) for each in ASPECTS.bases))
    groups = replace(small, rows=tuple(replace(each, part=Part.GROUP) for each in small.rows))
    assert rows(groups)[1][0] == f"{ASPECTS.rows[0].label} (small base)"
    assert rows(small)[1][0] == ASPECTS.rows[0].label

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.tables.sorting import columns_by, rows_by
from briefing.tables.tabulate import tabulate
from tests.unit.tables.surveys import grid, multiple, survey

if TYPE_CHECKING:
    from briefing.tables.model import Table


def scores() -> Table:
    cells = {
        "g.low": ["no", "no", "no"],
        "g.tie": ["yes", "yes", "no"],
        "g.empty": ["", "", ""],
        "g.other": ["yes", "yes", "yes"],
        "g.same": ["yes", "yes", "no"],
        "g.high": ["yes", "yes", "yes"],
    }
    items = [name.removeprefix("g.") for name in cells]
    return tabulate(survey(cells, grid("g", *items, last=("other",))))["g"]


def test_rows_by_value_with_ties_in_the_order_of_the_form() -> None:
    table = rows_by(scores(), "agree")
    assert [head.id for head in table.rows] == ["high", "tie", "same", "low", "empty", "other"]


def test_bases_and_cells_move_with_their_rows() -> None:
    table, before = rows_by(scores(), "agree"), scores()
    assert [base.n for base in table.bases] == [3, 3, 3, 3, 0, 3]
    for head in before.rows:
        assert table.cell(head.id, "no") == before.cell(head.id, "no")


def test_options_by_value_with_none_of_these_last() -> None:
    cells = {
        "m.a": ["yes", "", "", ""],
        "m.b": ["yes", "yes", "", ""],
        "m.none": ["", "", "yes", "yes"],
        "m.c": ["yes", "yes", "", ""],
    }
    table = tabulate(survey(cells, multiple("m", "a", "b", "none", "c", last=("none",))))["m"]
    assert [head.id for head in columns_by(table, "all").columns] == ["b", "c", "a", "none"]


def test_unknown_column_or_row_is_told() -> None:
    with pytest.raises(KeyError, match=r"g\.\*\.nothing"):
        rows_by(scores(), "nothing")
    with pytest.raises(KeyError, match=r"g\.nothing"):
        columns_by(scores(), "nothing")

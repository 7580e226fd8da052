"""What few of a group answered to a sensitive question is told nowhere, nor can be worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as some

from briefing.tables.model import Part
from briefing.tables.tabulate import tabulate
from tests.unit.tables.surveys import attribute, crosstab, single, survey

if TYPE_CHECKING:
    from briefing.tables.model import Table

WARDS = attribute("ward", "north", "south", "east")
TAB = crosstab("q1", "ward", "north", "south", "east")


def table(*counts: tuple[int, int, int], sensitive: bool = True) -> Table:
    """A question by wards: how many of each said yes, rather and no."""
    answers: dict[str, list[str]] = {"q1": [], "ward": []}
    for ward, numbers in zip(("north", "south", "east"), counts, strict=True):
        for answer, number in zip(("yes", "rather", "no"), numbers, strict=True):
            answers["q1"] += [answer] * number
            answers["ward"] += [ward] * number
    question = single(sensitive=sensitive)
    return tabulate(survey(answers, question, attributes=(WARDS,), crosstabs=(TAB,)))["q1_by_ward"]


def shown(tab: Table, row: str) -> list[str]:
    place = tab.row(row)
    assert place is not None
    return ["c" if cell.symbol else str(cell.count) for cell in tab.cells[place]]


def test_few_of_a_group_are_masked_with_what_would_tell_them() -> None:
    tab = table((50, 20, 3), (40, 30, 20), (60, 25, 15))
    # yes, rather, neither, no, don't know; agree, against
    assert shown(tab, "north") == ["50", "c", "0", "c", "0", "c", "c"]
    assert shown(tab, "east") == ["60", "c", "0", "c", "0", "c", "c"]
    assert shown(tab, "south") == ["40", "30", "0", "20", "0", "70", "20"]
    assert any("fewer than 5 of a group" in note for note in tab.notes)


def test_other_questions_tell_everything() -> None:
    tab = table((50, 20, 3), (40, 30, 20), (60, 25, 15), sensitive=False)
    assert shown(tab, "north") == ["50", "20", "0", "3", "0", "70", "3"]


NUMBERS = some.tuples(*[some.integers(0, 40)] * 3)


@given(some.tuples(NUMBERS, NUMBERS, NUMBERS))
def test_no_line_of_a_table_has_one_mask_alone(
    counts: tuple[tuple[int, int, int], tuple[int, int, int], tuple[int, int, int]],
) -> None:
    tab = table(*counts)
    answers = [place for place, head in enumerate(tab.columns) if head.part is not Part.NET]
    for _, _, cell in tab:
        assert not 0 < (cell.count or 0) < 5
    for cells, base in zip(tab.cells, tab.bases, strict=True):
        if base.n >= 30:
            assert sum(cells[place].symbol == "c" for place in answers) != 1
    for place in answers:
        hidden = [cells[place].value is None for cells in tab.cells]
        whole = [all(cell.value is None for cell in cells) for cells in tab.cells]
        if hidden != whole:
            assert sum(hidden) != 1

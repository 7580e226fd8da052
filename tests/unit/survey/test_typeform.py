"""Typeform heads the options of a choice by their labels, and says nowhere what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.diagnostics import Diagnostics
from briefing.survey.export import Choices, Holds
from briefing.survey.read import read_export
from tests.unit.survey.exports import csv_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing.survey.export import Export

HEADS = ["#", "First?", "Bus", "Tram", "None of these", "Red", "Blue", "Other", "Which?", "Other"]
HEADS += ["Do you cycle?"]
REPLIES = [
    ["h3s656mrygc53ln0hik2h3s65acyqwhx", "a", "Bus", "Tram", "", "", "Blue", "", "One", "", "1"],
    [
        "mk0jcf3l5fm04mk0voitmhl1w2djpn22",
        "b",
        "Bus",
        "",
        "",
        "Red",
        "Blue",
        "Green",
        "",
        "Two",
        "0",
    ],
    [
        "10ah8mwy1bqe21ej9d10ah0eyeuu5u4l",
        "a",
        "",
        "",
        "None of these",
        "Red",
        "",
        "",
        "One",
        "",
        "1",
    ],
]
NOTED = ["2024-10-05 02:41:38", "653e97acae"]


def read(folder: Path, rows: Sequence[Sequence[str]]) -> Export:
    (folder / "responses.csv").write_text(csv_text(rows), encoding="utf-8")
    choices = Choices(name_heads=True)
    export = read_export(folder / "responses.csv", "responses.csv", Diagnostics(), choices)
    assert export is not None
    return export


@pytest.mark.parametrize(
    "rows",
    [
        [HEADS, *REPLIES],
        [[*HEADS, "Submit Date (UTC)", "Network ID"], *([*each, *NOTED] for each in REPLIES)],
    ],
)
def test_options_side_by_side_are_one_question(tmp_path: Path, rows: list[list[str]]) -> None:
    export = read(tmp_path, rows)
    assert export.program == "Typeform"
    assert any("without its wording" in each for each in export.remarks)
    assert [(each.question, each.part, each.holds) for each in export.columns[: len(HEADS)]] == [
        ("#", "", Holds.ID),
        ("First?", "", Holds.UNKNOWN),
        *(("column 3", each, Holds.TICK) for each in ("Bus", "Tram", "None of these")),
        *(("column 6", each, Holds.TICK) for each in ("Red", "Blue")),
        ("column 6", "Other", Holds.TEXT),
        ("Which?", "", Holds.UNKNOWN),
        ("Which?", "Other", Holds.TEXT),
        ("Do you cycle?", "", Holds.ANSWER),
    ]
    assert [each.label for each in export.columns[len(HEADS) - 1].values] == ["Yes", "No"]


def test_what_it_notes_of_replies_is_no_answer(tmp_path: Path) -> None:
    rows = [[*HEADS, "Submit Date (UTC)", "Network ID"], *([*each, *NOTED] for each in REPLIES)]
    assert [each.holds for each in read(tmp_path, rows).columns[-2:]] == [Holds.TIME, Holds.ABOUT]


def test_a_number_sign_over_numbers_is_no_typeform(tmp_path: Path) -> None:
    rows = [["#", "Bus", "Tram"], ["1", "Bus", ""], ["2", "Bus", "Tram"]]
    assert read(tmp_path, rows).program == "plain"


def test_a_row_above_its_heads_is_left_out(tmp_path: Path) -> None:
    """Somebody wrote the questions above their options."""
    above = ["", "", "How do you travel?", "", "", "Which colours?", "", "", "", "", ""]
    export = read(tmp_path, [above, HEADS, *REPLIES])
    assert export.program == "Typeform"
    assert export.remarks[0] == "the first row stands above the heads of Typeform and was not read"
    assert len(export.sheet.rows) == len(REPLIES)

"""Heads of exports that no program is known by: two rows of them, or none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.diagnostics import Diagnostics
from briefing.survey.export import Choices, Export, Holds
from briefing.survey.read import read_export

if TYPE_CHECKING:
    from pathlib import Path

TWO = (
    "Reply,Town,Which pets?,,,,,Best three?,\n"
    ",,Cat,Dog,Fish,Other (please specify),Other (please specify) Comment,Rank 1,Rank 2\n"
    "71,Ely,Cat,,Fish,,,Cat,Dog\n72,Wells,,Dog,,Other (please specify),A newt,Dog,Fish\n"
    "73,Ely,Cat,,,,,Fish,Cat\n"
)
NONE = "2024-01-02,Bus,Daily,Town\n" * 9 + "2024-01-03,Tram,Weekly,Village\n" * 9
NONE += "2024-01-04,Bus,Weekly,Town\n" * 9


def read(folder: Path, text: str) -> tuple[Export, list[str]]:
    (folder / "r.csv").write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    export = read_export(folder / "r.csv", "r.csv", diagnostics, Choices(name_heads=True))
    assert export is not None
    return export, [each.message for each in diagnostics.warnings]


def test_options_below_their_question_are_its_ticks(tmp_path: Path) -> None:
    export, warnings = read(tmp_path, TWO)
    told = [(each.question, each.part, each.holds) for each in export.columns]
    assert told[1:9] == [
        ("Town", "", Holds.UNKNOWN),
        ("Which pets?", "Cat", Holds.TICK),
        ("Which pets?", "Dog", Holds.TICK),
        ("Which pets?", "Fish", Holds.TICK),
        ("Which pets?", "Other (please specify)", Holds.TICK),
        ("Which pets?", "Other (please specify) Comment", Holds.TEXT),
        ("Best three?", "1", Holds.PLACED),
        ("Best three?", "2", Holds.PLACED),
    ]
    assert len(export.sheet.rows) == len(["71", "72", "73"])
    assert not warnings


def test_a_first_reply_is_no_heads(tmp_path: Path) -> None:
    export, warnings = read(tmp_path, NONE)
    assert len(export.sheet.rows) == NONE.count("\n")
    assert [each.name for each in export.columns][:2] == ["column 1", "column 2"]
    assert any("reads like a reply" in each for each in warnings)


@pytest.mark.parametrize(
    "heads", ["Day,Mode,How often?,Where?\n", "Bus,Tram,Train,Where?\n", "Mode,,Daily,Place\n"]
)
def test_heads_are_heads_though_an_answer_is_spelt_like_one(tmp_path: Path, heads: str) -> None:
    export, _ = read(tmp_path, heads + NONE)
    assert len(export.sheet.rows) == NONE.count("\n")
    assert export.columns[0].name in heads


def test_columns_without_a_name_are_told_once_the_last_ones_too(tmp_path: Path) -> None:
    export, warnings = read(tmp_path, ",Town,,,\n1,Ely,a,,b\n2,Wells,c,,d\n")
    assert [each.name for each in export.columns][:5] == [
        *("column 1", "Town", "column 3", "column 4", "column 5")
    ]
    (warning,) = warnings
    assert warning == (
        "4 columns have no name; they are taken as “column 1”, “column 3”, “column 4” and 1 more"
    )


def test_rows_longer_than_the_heads_are_no_columns_without_a_name(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("Who,Town\n1,Ely, Cambs\n2,Wells\n", encoding="utf-8")
    diagnostics = Diagnostics()
    choices = Choices(name_heads=True)
    assert read_export(tmp_path / "r.csv", "r.csv", diagnostics, choices) is None
    assert [each.code for each in diagnostics.errors] == ["data-row-length"]


MONKEY = (
    "RDS,Respondent ID,Collector ID,Town,Which pets?,\n,,,Response,Cat,Dog\n"
    "good,71,9,Ely,Cat,\ngood,72,9,Wells,,Dog\n"
)


@pytest.mark.parametrize("above", ["", ",,,Q1,Q2,\n", "Pets in our towns,,,,,\n"])
def test_what_is_put_around_a_programs_heads_hides_them_not(tmp_path: Path, above: str) -> None:
    export, _ = read(tmp_path, above + MONKEY)
    assert export.program == "SurveyMonkey"
    assert any("first row stands above" in each for each in export.remarks) == bool(above)
    assert [(each.question, each.part) for each in export.columns[3:]] == [
        *(("Town", ""), ("Which pets?", "Cat"), ("Which pets?", "Dog"))
    ]


def test_options_that_are_told_by_their_numbers_are_ticks_from_nought_on(tmp_path: Path) -> None:
    """SurveyMonkey's numbers of options begin at nought where the first is "don't know"."""
    heads = "Respondent ID,Collector ID,Which pets?,,,How big?,,\n"
    heads += ",,Don't know,Cat,Dog,Small,Large,Other size (please specify)\n"
    rows = "71,9,,1,2,1,,\n72,9,0,,,,2,\n73,9,,,2,1,,\n74,9,,,,,,Huge\n"
    export, _ = read(tmp_path, heads + rows)
    told = [
        (each.part, each.holds, [value.text for value in each.values]) for each in export.columns
    ]
    assert told[2:] == [
        ("Don't know", Holds.TICK, ["0"]),
        ("Cat", Holds.TICK, ["1"]),
        ("Dog", Holds.TICK, ["2"]),
        ("Small", Holds.TICK, ["1"]),
        ("Large", Holds.TICK, ["2"]),
        ("Other size (please specify)", Holds.TEXT, []),
    ]

"""Tables made elsewhere: read as they stand, told where they cannot be, and never added up."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from briefing.diagnostics import Diagnostic, Diagnostics, Faults
from briefing.survey.read import read_survey
from briefing.tables.model import Cell, Part, Table
from briefing.tables.tabulate import tabulate
from tests.unit.survey.exports import csv_text, workbook
from tests.unit.survey.folder import CODEBOOK, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.survey.exports import Cells

TITLE = "Table 3: Trust in local media"
ONE: Cells = [
    [TITLE, ""],
    ["", "%"],
    ["A great deal", "57"],
    ["Not much", "43"],
    ["Base", "1,182"],
    ["Source: another survey", ""],
]
TWO: Cells = [
    [TITLE, "", "", "", ""],
    ["", "Total", "County", "Unitary", "District"],
    ["A great deal", "57%", "60%", "50%", "[c]"],
    ["Not much", "43%", "40%", "50%", "[c]"],
    ["None", "-", "*", "-", "[c]"],
    ["Total", "100%", "100%", "100%", "100%"],
    ["Unweighted base", "182", "91", "84", "7"],
]


def tables(
    folder: Path, rows: Cells, declared: str, name: str = "media.csv"
) -> tuple[dict[str, Table], list[Diagnostic]]:
    codebook = f'{CODEBOOK}\n[tables.media]\nfile = "{name}"\n{declared}\n'
    write(folder, "id,q1\n1,tend\n", codebook)
    data = workbook(rows) if name.endswith(".xlsx") else csv_text(rows).encode()
    (folder / name).write_bytes(data)
    diagnostics = Diagnostics()
    survey = read_survey(folder, diagnostics)
    return tabulate(survey), list(diagnostics)


def fault(folder: Path, rows: Cells, declared: str) -> Diagnostic:
    with pytest.raises(Faults) as raised:
        tables(folder, rows, declared)
    found = raised.value.diagnostics.errors
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize("name", ["media.csv", "media.xlsx"])
def test_a_table_of_one_group(tmp_path: Path, name: str) -> None:
    found, told = tables(tmp_path, ONE, 'unit = "percent"', name)
    table = found["media"]
    assert told == []
    assert (table.title, table.source) == (TITLE, name)
    assert table.single
    assert table.base.n == 1182
    assert table.base.words == "1,182 keepers who answered"
    assert table.cell("all", "a_great_deal") == Cell(Fraction(57, 100))
    assert "Source: another survey" in table.notes
    assert any("none are added up" in note for note in table.notes)
    assert table.nets == ()


def test_a_table_of_groups_with_symbols(tmp_path: Path) -> None:
    found, told = tables(tmp_path, TWO, 'unit = "percent"\nstar = "low"')
    table = found["media"]
    assert told == []
    assert [(row.id, row.part) for row in table.rows] == [
        ("total", Part.WHOLE),
        ("county", Part.GROUP),
        ("unitary", Part.GROUP),
        ("district", Part.GROUP),
    ]
    assert [head.id for head in table.columns] == ["a_great_deal", "not_much", "none"]
    assert [base.n for base in table.bases] == [182, 91, 0, 0]
    assert table.cell("total", "none").value == 0
    assert table.cell("county", "none") == Cell(None, symbol="low")
    assert table.cell("district", "not_much") == Cell(None, symbol="c")
    assert table.cell("unitary", "not_much").symbol == "c"  # all and county would tell district
    assert table.bases[3].words == "fewer than 10 keepers (District)"
    assert any(note.startswith("[low]") for note in table.notes)
    assert [note for note in table.notes if note.startswith("[c]")][1:] == [
        "[c] also stands where a suppressed figure could be worked out by subtraction."
    ]


def test_groups_too_small_to_be_shown_are_hidden_wherever_they_were_made(tmp_path: Path) -> None:
    rows = [
        ["", "Total", "North", "South", "West"],
        ["Yes", "50", "20", "100", "55"],
        ["No", "50", "80", "0", "45"],
        ["Base", "140", "60", "8", "72"],
    ]
    table = tables(tmp_path, rows, 'unit = "percent"')[0]["media"]
    symbols = {row.id: cells[0].symbol for row, cells in zip(table.rows, table.cells, strict=True)}
    assert symbols == {"total": "", "north": "c", "south": "c", "west": ""}


def test_a_table_of_small_groups_alone_has_no_total_that_would_be_shown(tmp_path: Path) -> None:
    rows = [["", "North", "South"], ["Yes", "20", "100"], ["No", "80", "0"], ["Base", "60", "8"]]
    table = tables(tmp_path, rows, 'unit = "percent"')[0]["media"]
    assert [(row.id, row.part) for row in table.rows] == [
        ("north", Part.GROUP),
        ("south", Part.GROUP),
    ]
    assert [cells[0].symbol for cells in table.cells] == ["", "c"]


def test_counts_are_exact_and_have_shares(tmp_path: Path) -> None:
    rows = [["", "County (n=31)", "District (n=1,040)"], ["Yes", "10", "1,000"], ["No", "21", "40"]]
    found, told = tables(tmp_path, rows, 'unit = "count"')
    table = found["media"]
    assert told == []
    assert table.cell("county", "yes") == Cell(Fraction(10, 31), 10)
    assert table.cell("district", "yes") == Cell(Fraction(1000, 1040), 1000)
    assert not any("added up" in note for note in table.notes)


def test_heads_in_two_rows_keep_what_was_merged_over_them_where_it_is_needed(
    tmp_path: Path,
) -> None:
    rows = [
        ["", "2023", "", "2024", ""],
        ["", "North", "South", "North", "South"],
        ["Yes", "1", "2", "3", "4"],
        ["Base", "10", "10", "10", "10"],
    ]
    found, _ = tables(tmp_path, rows, 'unit = "count"')
    labels = [row.label for row in found["media"].rows]
    assert labels == ["2023, North", "2023, South", "2024, North", "2024, South"]


def test_rows_that_combine_others_are_quoted_and_in_no_sum(tmp_path: Path) -> None:
    rows = [["", "%"], ["Yes (net)", "57"], ["Yes", "30"], ["Rather", "28"], ["No", "42"]]
    declared = 'unit = "percent"\nbase = 80\n'
    _, told = tables(tmp_path, rows, declared)
    assert [each.code for each in told] == ["prepared-sum"]
    assert "sum to 157" in told[0].message
    found, told = tables(tmp_path, rows, declared + 'combined = ["Yes (net)"]')
    assert told == []
    net = found["media"].columns[-1]
    assert (net.label, net.part, net.of) == ("Yes (net)", Part.NET, ())
    assert found["media"].cell("all", "yes_net").value == Fraction(57, 100)


def test_labels_can_be_given_names(tmp_path: Path) -> None:
    found, _ = tables(
        tmp_path, ONE, 'unit = "percent"\nnames = { trust = "A great deal" }\ntitle = "Trust"'
    )
    assert [head.id for head in found["media"].columns] == ["trust", "not_much"]
    assert found["media"].title == "Trust"
    wrong = fault(tmp_path, ONE, 'unit = "percent"\nnames = { trust = "A great dea" }')
    assert wrong.hint == "Did you mean “A great deal”?"


@pytest.mark.parametrize(
    ("cells", "unit", "place"),
    [
        (("0.57", "43"), "percent", "media.csv:3:2"),
        (("57%", "43"), "percent", "media.csv:3:2"),
        (("57%", "0.43"), "percent", "media.csv:3:2"),
        (("57,0", "43.0"), "percent", "media.csv:3:2"),
        (("0.57", "0.43"), "percent", "media.csv:2:2"),
        (("57", "43"), "share", "media.csv:2:2"),
        (("57%", "43%"), "share", "media.csv:2:2"),
        (("57%", "43%"), "count", "media.csv:2:2"),
        (("5.5", "3"), "count", "media.csv:2:2"),
        (("57", "1.43"), "share", "media.csv:2:2"),
        (("157", "43"), "percent", "media.csv:2:2"),
        (("57", "(TBC)"), "percent", "media.csv:3:2"),
        (("157", "3"), "count", "media.csv:2:2"),
        (("*", "43"), "percent", "media.csv:2:2"),
    ],
)
def test_25_units_are_declared_and_never_mixed(
    tmp_path: Path, cells: tuple[str, str], unit: str, place: str
) -> None:
    rows = [["", "All"], ["Yes", cells[0]], ["No", cells[1]], ["Base", "80"]]
    found = fault(tmp_path, rows, f'unit = "{unit}"')
    assert (found.code, str(found.where)) == ("prepared-table", place)


def test_25_a_unit_must_be_declared(tmp_path: Path) -> None:
    assert fault(tmp_path, ONE, "").code == "codebook-missing-key"


@pytest.mark.parametrize(
    ("last", "told"), [("42", []), ("44", []), ("37", ["94"]), ("56", ["113"])]
)
def test_26_sums_that_rounding_does_not_explain_are_told(
    tmp_path: Path, last: str, told: list[str]
) -> None:
    rows = [["", "All"], ["Yes", "57"], ["No", last], ["Base", "80"]]
    found, diagnostics = tables(tmp_path, rows, 'unit = "percent"')
    assert [each.message.rpartition(" ")[2] for each in diagnostics] == told
    assert any("may not sum to 100" in note for note in found["media"].notes)
    _, diagnostics = tables(tmp_path, rows, 'unit = "percent"\nmultiple = true')
    assert diagnostics == []


def test_percentages_that_are_rounded_twice_are_told(tmp_path: Path) -> None:
    rows = [["", "All"], ["Yes", "57.5"], ["No", "42.4"], ["Base", "80"]]
    _, told = tables(tmp_path, rows, 'unit = "percent"')
    assert [(each.code, str(each.where)) for each in told] == [("prepared-rounding", "media.csv:2")]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([["Yes", "57"], ["No", "43"]], "no row of heads"),
        ([["", "All"], ["Yes", "57", "3"], ["Base", "80", ""]], "under no head"),
        ([["", "All"], ["Yes", "57"], ["No", "43"]], "does not say its base"),
        ([["", "All"], ["Yes", "57"], ["Base", "many"]], "is no base"),
        ([["", "All"], ["Base", "80"]], "no row holds figures"),
        ([[TITLE]], "no table"),
        ([*ONE, *ONE], "second table"),
    ],
)
def test_sheets_that_are_no_table(tmp_path: Path, rows: Cells, words: str) -> None:
    assert words in fault(tmp_path, rows, 'unit = "percent"').message


def test_ids_of_tables_are_those_of_no_question(tmp_path: Path) -> None:
    codebook = f'{CODEBOOK}\n[tables.q1]\nfile = "media.csv"\nunit = "count"\n'
    write(tmp_path, "id,q1\n1,tend\n", codebook, media=csv_text(ONE))
    with pytest.raises(Faults) as raised:
        read_survey(tmp_path, Diagnostics())
    assert [each.code for each in raised.value.diagnostics.errors] == ["codebook-id"]

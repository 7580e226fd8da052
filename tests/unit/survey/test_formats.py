"""What each format of files tells beyond cells, and how files that cannot be read are refused."""

from __future__ import annotations

import base64
import io
import random
import subprocess
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyreadstat
import pytest
import xlsxwriter

from briefing.diagnostics import Diagnostic, Diagnostics, Severity
from briefing.survey.export import Choices, Export, Holds, Value
from briefing.survey.formats import read_with
from briefing.survey.read import read_export, read_survey
from tests.unit.survey.exports import SHAPES, Reply, csv_text, triple_s, with_sets, workbook
from tests.unit.survey.folder import write
from tests.unit.survey.test_programs import REPLIES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def read(
    folder: Path, name: str, data: bytes, choices: Choices | None = None
) -> tuple[Export | None, list[Diagnostic]]:
    (folder / name).write_bytes(data)
    diagnostics = Diagnostics()
    export = read_export(folder / name, name, diagnostics, choices or Choices())
    return export, list(diagnostics)


def book(fill: Callable[[Any], None]) -> bytes:
    file = io.BytesIO()
    made = xlsxwriter.Workbook(file, {"in_memory": True})
    fill(made)
    made.close()
    return file.getvalue()


# -- workbooks -------------------------------------------------------------------------------------

ROWS: list[list[Any]] = [["id", "q1"], [1, "Yes"], [2, "No"]]


def test_numbers_and_dates_of_a_workbook_read_as_they_mean(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        page = made.add_worksheet()
        day = made.add_format({"num_format": "yyyy-mm-dd"})
        page.write_row(0, 0, ["id", "share", "yes", "day", "moment"])
        page.write_row(1, 0, [1.0, 0.57, True])
        page.write_datetime(1, 3, datetime(2024, 5, 1), day)  # noqa: DTZ001
        page.write_datetime(1, 4, datetime(2024, 5, 1, 13, 2, 3), day)  # noqa: DTZ001

    export, found = read(tmp_path, "r.xlsx", book(fill))
    assert export is not None
    assert export.sheet.rows.iloc[0].tolist() == [
        *("1", "0.57", "yes", "2024-05-01", "2024-05-01 13:02:03"),
    ]
    assert found == []


def test_the_first_visible_sheet_with_cells_is_read_and_told(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        made.add_worksheet("Notes")
        made.add_worksheet("Old").hide()
        for name in ("Data", "More"):
            page = made.add_worksheet(name)
            for number, row in enumerate(ROWS):
                page.write_row(number, 0, row)

    export, found = read(tmp_path, "r.xlsx", book(fill))
    assert export is not None
    assert len(export.sheet.rows) == 2
    assert [each.code for each in found] == ["data-sheet"]
    assert "“Data” was read, not “Notes”, “Old”, “More”" in found[0].message


def test_a_cover_of_lines_is_not_taken_for_the_answers(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        cover = made.add_worksheet("About")
        for number, words in enumerate(("Park survey", "", "Exported by the council", "2024")):
            cover.write(number * 2, 0, words)
        page = made.add_worksheet("Answers")
        for number, row in enumerate(ROWS):
            page.write_row(number, 0, row)

    export, found = read(tmp_path, "r.xlsx", book(fill))
    assert export is not None
    assert len(export.sheet.rows) == 2
    assert "“Answers” was read, not “About”" in found[0].message


def test_a_sheet_can_be_named(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        made.add_worksheet("First").write_row(0, 0, ["id", "x"])
        made.add_worksheet("Second").write_row(0, 0, ["id", "y"])

    data = book(fill)
    export, found = read(tmp_path, "r.xlsx", data, Choices(sheet="Second"))
    assert export is not None
    assert export.sheet.columns[:2] == ("id", "y")
    assert found == []
    export, found = read(tmp_path, "r.xlsx", data, Choices(sheet="Secnd"))
    assert export is None
    assert found[0].hint.startswith("Did you mean “Second”?")


def test_a_sheet_that_is_named_beside_a_file_without_sheets_is_told(tmp_path: Path) -> None:
    export, found = read(tmp_path, "r.csv", b"id,x\n1,a\n", Choices(sheet="Second"))
    assert export is not None
    assert [each.code for each in found] == ["data-sheet"]
    assert "“Second” is named" in found[0].message


@pytest.mark.parametrize("value", ["#N/A", ""])
def test_cells_without_a_value_of_their_own_are_refused_with_their_place(
    tmp_path: Path, value: str
) -> None:
    def fill(made: Any) -> None:
        page = made.add_worksheet()
        page.write_row(0, 0, ["id", "q1"])
        page.write_row(1, 0, [1, "Yes"])
        page.write(2, 0, 2)
        page.write_formula(2, 1, "=NA()", value=value)

    export, found = read(tmp_path, "r.xlsx", book(fill))
    assert export is None
    assert [(each.code, str(each.where)) for each in found] == [("data-formula", "r.xlsx:3")]
    assert "B3" in found[0].message


def test_formulas_with_results_read_as_their_results(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        page = made.add_worksheet()
        page.write_row(0, 0, ["id", "q1"])
        page.write(1, 0, 1)
        page.write_formula(1, 1, '="Ye"&"s"', value="Yes")

    export, found = read(tmp_path, "r.xlsx", book(fill))
    assert export is not None
    assert export.sheet.rows["q1"].tolist() == ["Yes"]
    assert found == []


def test_hidden_rows_and_merged_answers_are_told(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        page = made.add_worksheet()
        for number, row in enumerate(ROWS):
            page.write_row(number, 0, row)
        page.set_row(1, None, None, {"hidden": True})
        page.merge_range(3, 0, 4, 0, "3")
        page.set_column(1, 1, None, None, {"hidden": True})

    _, found = read(tmp_path, "r.xlsx", book(fill))
    told = [(each.code, str(each.where)) for each in found]
    assert ("data-hidden", "r.xlsx:2") in told
    assert ("data-hidden", "r.xlsx") in told
    assert ("data-merged", "r.xlsx:4") in told


@pytest.mark.parametrize("name", ["r.xlsx", "r.sav", "r.parquet", "r.sss"])
def test_damaged_files_are_refused_with_a_remedy(tmp_path: Path, name: str) -> None:
    damaged = {
        b"": "data-empty",
        b"PK\x03\x04 no workbook": "data-format",
        bytes(64): "data-format",
    }
    for data, code in damaged.items():
        export, found = read(tmp_path, name, data)
        assert export is None
        assert [each.code for each in found] == [code]
        assert found[0].hint


@pytest.mark.parametrize(
    ("name", "first", "suffix"),
    [
        ("r.parquet", b"$FL2@(#) SPSS DATA FILE", ".sav"),
        ("r.csv", b"PAR1\x15\x04", ".parquet"),
        ("r.sss", b"$FL3@(#) SPSS DATA FILE", ".sav"),
    ],
)
def test_a_file_with_the_suffix_of_another_format_is_told_its_own(
    tmp_path: Path, name: str, first: bytes, suffix: str
) -> None:
    export, found = read(tmp_path, name, first)
    assert export is None
    (fault,) = found
    assert (fault.code, str(fault.where)) == ("data-format", name)
    assert fault.hint == f"Give its name the suffix {suffix}."


@pytest.mark.parametrize("shape", ["spss", "parquet"])
@pytest.mark.parametrize("seed", [2, 55, 123, 210])
def test_any_damage_is_read_or_refused_and_ends_nothing(
    tmp_path: Path, shape: str, seed: int
) -> None:
    made = SHAPES[shape](tmp_path, [Reply("No", ("Agree", ""), ("Smoker",), ("Hives",))] * 30)
    data = bytearray((tmp_path / made.responses).read_bytes())
    chance = random.Random(seed)  # noqa: S311 - damage, the same each time
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    export, found = read(tmp_path, made.responses, bytes(data))
    refused = [each for each in found if each.code == "data-format"]
    assert (export is None) == bool(refused)
    assert all(each.hint and str(each.where) == made.responses for each in refused)


def test_a_file_over_which_its_library_breaks_down_is_refused_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nkill -SEGV $$\n", encoding="utf-8")
    python.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(python))
    export, found = read(tmp_path, "r.sav", b"$FL2")
    assert export is None
    (fault,) = found
    assert (fault.code, str(fault.where)) == ("data-format", "r.sav")
    assert "damaged" in fault.message
    assert "Export it again" in fault.hint


# -- SPSS ------------------------------------------------------------------------------------------


def sav(folder: Path, frame: pd.DataFrame, *sets: str, **options: Any) -> Export:
    file = folder / "r.sav"
    pyreadstat.write_sav(frame, str(file), **options)
    export, found = read(
        folder, "r.sav", with_sets(file.read_bytes(), *sets) if sets else file.read_bytes()
    )
    assert export is not None
    assert found == []
    return export


def test_quarters_and_months_of_spss_are_days(tmp_path: Path) -> None:
    seconds = [(datetime(2014, 4, 1) - datetime(1582, 10, 14)).total_seconds()] * 2  # noqa: DTZ001
    formats = {"quarter": "QYR8", "month": "MOYR8"}
    frame = pd.DataFrame({"q1": [1.0, 2.0], "quarter": seconds, "month": [seconds[0], None]})
    export = sav(tmp_path, frame, variable_format=formats)
    assert export.sheet.rows["quarter"].tolist() == ["2014-04-01", "2014-04-01"]
    assert export.sheet.rows["month"].tolist() == ["2014-04-01", ""]


def test_user_missing_values_of_spss_are_kept_apart(tmp_path: Path) -> None:
    export = sav(
        tmp_path,
        pd.DataFrame({"id": [1.0, 2, 3, 4, 5], "q1": [1.0, 98, 99, -5, None]}),
        variable_value_labels={"q1": {1: "Yes", 2: "No", 98: "Don't know", 99: "Refused"}},
        missing_ranges={"q1": [99, {"lo": -9, "hi": -1}]},
    )
    assert export.sheet.rows["q1"].tolist() == ["Yes", "Don't know", "Refused", "-5", ""]
    assert export.missing == {"q1": frozenset({"Refused", "-5"})}
    assert [each.label for each in export.columns[1].answers] == ["Yes", "No", "Don't know"]


def test_a_user_missing_value_that_says_so_was_not_asked(tmp_path: Path) -> None:
    export = sav(
        tmp_path,
        pd.DataFrame({"id": [1.0, 2, 3, 4], "q1": [1.0, -1, -8, 2]}),
        variable_value_labels={"q1": {1: "Yes", 2: "No", -1: "Item not applicable", -8: "Refused"}},
        missing_ranges={"q1": [{"lo": -9, "hi": -1}]},
    )
    assert export.missing == {"q1": frozenset({"Refused"})}
    assert export.not_asked == {"q1": frozenset({"Item not applicable"})}
    assert [each.label for each in export.columns[1].answers] == ["Yes", "No"]


def test_texts_of_spss_lose_the_blanks_that_fill_them_and_codes_without_label_stay(
    tmp_path: Path,
) -> None:
    export = sav(
        tmp_path,
        pd.DataFrame({"id": ["a  ", "b"], "q1": [1.0, 7], "q2": [1.0, 2], "w": [0.5, 1.25]}),
        variable_value_labels={"q1": {1: "Yes"}, "q2": {1: "Same", 2: "Same"}},
        file_label="Bees",
    )
    rows = export.sheet.rows
    assert export.title == "Bees"
    assert rows["id"].tolist() == ["a", "b"]
    assert rows["q1"].tolist() == ["Yes", "7"]
    assert rows["q2"].tolist() == ["1 Same", "2 Same"]
    assert rows["w"].tolist() == ["0.5", "1.25"]


def test_a_text_that_was_left_blank_is_no_answer_beside_the_labelled(tmp_path: Path) -> None:
    export = sav(
        tmp_path,
        pd.DataFrame({"id": ["a", "b", "c"], "q1": ["y", " ", "x"]}),
        variable_value_labels={"q1": {"y": "Yes", "n": "No"}},
    )
    assert export.sheet.rows["q1"].tolist() == ["Yes", "", "x"]
    assert [each.label for each in export.columns[1].answers] == ["No", "x", "Yes"]


def test_a_scale_with_labels_at_its_ends_alone_is_whole(tmp_path: Path) -> None:
    export = sav(
        tmp_path,
        pd.DataFrame({"id": [1.0, 2, 3, 4], "q1": [3.0, 2, 1, 99], "age": [30.0, 40, 50, 99]}),
        variable_value_labels={"q1": {1: "Bad", 3: "Good"}, "age": {99: "Refused"}},
        missing_ranges={"q1": [99], "age": [99]},
    )
    assert export.sheet.rows["q1"].tolist() == ["Good", "2", "Bad", "99"]
    assert [each.label for each in export.columns[1].answers] == ["Bad", "2", "Good"]
    assert export.columns[2].answers == ()
    assert export.missing == {"q1": frozenset({"99"}), "age": frozenset({"Refused"})}


def test_sets_of_spss_are_told_as_one_question(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {
            "id": [1.0, 2, 3],
            "t1": [1.0, 0, 0],
            "t2": [1.0, 1, 0],
            "c1": [2.0, 1, None],
            "c2": [1.0, 1, None],
        }
    )
    labels = {1: "Ham", 2: "Egg"}
    export = sav(
        tmp_path,
        frame,
        "$tools=D1 1 6 Tools? t1 t2",
        "$food=C 5 Food? c1 c2",
        column_labels={"t1": "Smoker", "t2": "Veil"},
        variable_value_labels={"t1": {0: "Not said", 1: "Said"}, "c1": labels, "c2": labels},
    )
    known = {each.name: each for each in export.columns}
    assert [(known[each].group, known[each].holds) for each in ("t1", "t2")] == [
        ("tools", Holds.TICK),
        ("tools", Holds.TICK),
    ]
    assert (known["t1"].question, known["t1"].part) == ("Tools?", "Smoker")
    assert known["t1"].answers == (Value("Said", "Smoker"),)
    assert export.sheet.rows["t1"].tolist() == ["Said", "no", "no"]
    assert export.sheet.rows["food"].tolist() == ["Egg|Ham", "Ham", ""]
    assert (known["food"].question, known["food"].separator) == ("Food?", "|")
    assert [each.label for each in known["food"].answers] == ["Ham", "Egg"]


# -- Parquet ---------------------------------------------------------------------------------------


ARROW_V2 = (
    "UEFSMRUGFSIVIlwVBhUAFQYVABUEFQASHAAAAAYBAQAAADEBAAAAMgEAAAAzFQYVEBUQXBUGFQIVBhUGFQQVABIc"
    "AAAAAwUCAAAAAwEVBBk8NQAYBnNjaGVtYRUEABUMJQIYAmlkJQBMHAAAABUAJQIYAnExABYGGRwZLCYAHBUMGSUG"
    "ABkYAmlkFQAWBhZSFlImCEkcFQAVABUCADwWBhkGGSYABgAAACYAHBUAGRUGGRgCcTEVABYGFkAWQCZaSRwVABUG"
    "FQIAPCkGGSYCBAAAABaSARYGJggWkgEAKCBwYXJxdWV0LWNwcC1hcnJvdyB2ZXJzaW9uIDI2LjAuMRksHAAAHAAA"
    "ALwAAABQQVIx"
)
"""True, missing, false, as Arrow writes them on a data page of version 2."""
ARROW_LISTS = (
    "UEFSMRUAFSoVKiwVBhUAFQYVBhwAAAACAAAABgEBAAAAMQEAAAAyAQAAADMVABU4FTgsFQgVABUGFQYcAAAAAgAA"
    "AAMCAwAAAAPPAAEAAABhAQAAAGIBAAAAYhUEGVw1ABgGc2NoZW1hFQQAFQwlAhgCaWQlAEwcAAAANQIYAnExFQIV"
    "Bkw8AAAANQQYBGxpc3QVAgAVDCUCGAdlbGVtZW50JQBMHAAAABYGGRwZLCYAHBUMGSUGABkYAmlkFQAWBhZQFlAm"
    "CEkcFQAVABUCADwWBhkGGSYABgAAACYAHBUMGSUGABk4AnExBGxpc3QHZWxlbWVudBUAFggWXhZeJlhJHBUAFQAV"
    "AgA8FgYZJgYCGUYCAAAGAAAAFq4BFgYmCBauAQAoIHBhcnF1ZXQtY3BwLWFycm93IHZlcnNpb24gMjYuMC4xGSwc"
    "AAAcAAAA9QAAAFBBUjE="
)
"""Lists: a and b, missing, b."""


def test_what_is_not_read_of_parquet_is_told_with_its_remedy(tmp_path: Path) -> None:
    export, found = read(tmp_path, "r.parquet", base64.b64decode(ARROW_V2))
    assert export is None
    assert [each.code for each in found] == ["data-format"]
    assert "data_page_version" in found[0].hint


def test_a_list_of_parquet_is_several_answers(tmp_path: Path) -> None:
    export, _ = read(tmp_path, "r.parquet", base64.b64decode(ARROW_LISTS))
    assert export is not None
    assert export.sheet.rows["q1"].tolist() == ["a|b", "", "b"]
    assert export.columns[1].holds is Holds.ANSWERS


# -- Triple-S --------------------------------------------------------------------------------------

XML = """<?xml version="1.0" encoding="windows-1252"?>{before}
<sss version="2.0"><survey><record ident="A" format="csv">
<variable ident="1" type="character" use="serial"><name>id</name><label>Serial</label>
<position start="1"/><size>4</size></variable>
<variable ident="2" type="multiple"><name>q1</name><label>What do you<br/>{words}?</label>
<position start="2"/><values><value code="2">Ham</value><value code="4">Egg</value></values>
</variable>
<variable ident="3" type="logical"><name>q2</name><label>Yes?</label>
<position start="3"/></variable>
<variable ident="4" type="date"><name>when</name><label>When?</label>
<position start="4"/></variable>
</record></survey></sss>"""


def triple(
    folder: Path, data: str, words: str = "eat", before: str = ""
) -> tuple[Export | None, list[Diagnostic]]:
    (folder / "R.CSV").write_text(data, encoding="cp1252")
    text = XML.format(words=words, before=before)
    return read(folder, "r.xml", text.encode("cp1252"))


def test_bits_without_a_value_are_ignored_and_lost_zeros_put_back(tmp_path: Path) -> None:
    export, found = triple(tmp_path, "a,1111,1,20240501\nb,1,0,\nc,0100,,\n", "“eat”")
    assert export is not None
    rows = export.sheet.rows
    assert rows["q1"].tolist() == ["Ham|Egg", "Egg", "Ham"]
    assert rows["q2"].tolist() == ["yes", "no", ""]
    assert rows["when"].tolist() == ["2024-05-01", "", ""]
    assert export.columns[1].question == "What do you “eat”?"
    assert found == []


def test_declarations_of_entities_are_refused(tmp_path: Path) -> None:
    before = '<!DOCTYPE sss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    export, found = triple(tmp_path, "a,1,1,\n", "&b;", before)
    assert export is None
    assert "entities" in found[0].message


def test_levels_of_a_hierarchy_are_refused(tmp_path: Path) -> None:
    xml = '<sss version="2.0"><hierarchy/><survey><record ident="A"/></survey></sss>'
    export, found = read(tmp_path, "r.sss", xml.encode())
    assert export is None
    assert "hierarchy" in found[0].message


def test_data_that_are_not_beside_their_metadata(tmp_path: Path) -> None:
    export, found = read(tmp_path, "r.xml", XML.format(words="eat", before="").encode("cp1252"))
    assert export is None
    assert [each.code for each in found] == ["project-file"]


def test_a_row_of_data_that_is_too_short_is_told_with_its_line(tmp_path: Path) -> None:
    export, found = triple(tmp_path, "a,1111,1,20240501\nb,1\n")
    assert export is None
    assert [str(each.where) for each in found] == ["R.CSV:2"]


def test_the_data_beside_metadata_are_an_input_too(tmp_path: Path) -> None:
    triple_s("3.0")(tmp_path, REPLIES)
    assert read_with(tmp_path / "bees.sss") == tmp_path / "bees.csv"
    assert read_with(tmp_path / "bees.csv") is None


def test_libraries_of_other_formats_wait_until_they_are_needed() -> None:
    """A build from CSV must not load what reads workbooks, SPSS and Parquet."""
    code = (
        "import sys, briefing.build\n"
        "print([each for each in ('fastparquet', 'pyreadstat', 'python_calamine', 'xlsxwriter') "
        "if each in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - the words above
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


# -- none of them ----------------------------------------------------------------------------------


def test_a_line_that_tells_spreadsheets_the_separator_tells_it_here_too(tmp_path: Path) -> None:
    data = b"sep=;\r\nid;q1, and more\r\n1;Yes, very\r\n"
    export, found = read(tmp_path, "r.csv", data)
    assert export is not None
    assert export.sheet.columns == ("id", "q1, and more")
    assert export.sheet.lines == (3,)
    assert found == []


def test_comments_and_populations_may_be_workbooks(tmp_path: Path) -> None:
    write(tmp_path, "id,q1\n1,tend\n")
    heads = ["id", "respondent", "question", "text", "attribution", "consent"]
    rows: list[list[Any]] = [heads, ["c1", 1, "q1", "So they say", "Keeper", "yes"]]
    (tmp_path / "said.xlsx").write_bytes(workbook(rows))
    survey = read_survey(tmp_path, Diagnostics(), comments="said.xlsx")
    assert [each.text for each in survey.comments] == ["So they say"]


def test_a_suffix_that_nothing_reads_is_told_with_those_that_are(tmp_path: Path) -> None:
    export, found = read(tmp_path, "r.xlx", b"")
    assert export is None
    assert "xls" in found[0].hint


def test_a_blank_row_above_the_heads_is_no_head(tmp_path: Path) -> None:
    export, _ = read(tmp_path, "r.xlsx", workbook([["", ""], *ROWS]))
    assert export is not None
    assert export.sheet.columns[:2] == ("id", "q1")
    assert export.sheet.lines == (3, 4)
    export, _ = read(tmp_path, "r.csv", ("\n" + csv_text([["id", "q1"], ["1", "Yes"]])).encode())
    assert export is not None
    assert export.sheet.columns == ("id", "q1")


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("id,How often; if at all; in a week,Why\n1,Never,\n2,Often,Yes\n", 3),
        ("id;Cost, in pounds, a week\n1;3,50\n2;4,20\n", 2),
        ("id\tOne, two; three\n1\ta\n", 2),
        ("id,a;b\n", 2),
    ],
)
def test_a_separator_is_what_parts_rows_as_it_parts_the_heads(
    text: str, heads: int, tmp_path: Path
) -> None:
    export, told = read(tmp_path, "data.csv", text.encode())
    assert export is not None
    assert len(export.sheet.columns) == heads
    assert not [each for each in told if each.severity is Severity.ERROR]


def test_a_number_that_stands_for_no_answer_is_no_quantity(tmp_path: Path) -> None:
    xml = """<sss version="2.0"><survey><record ident="A" format="csv">
    <variable ident="1" type="quantity"><name>miles</name><label>Miles</label>
    <position start="1"/><values><range from="1" to="499"/><value code="500">500 or more</value>
    <value code="999">Not stated</value></values></variable>
    </record></survey></sss>"""
    (tmp_path / "r.csv").write_text("12\n500\n999\n", encoding="utf-8")
    export, found = read(tmp_path, "r.sss", xml.encode())
    assert not found
    assert export is not None
    assert export.sheet.rows["miles"].tolist() == ["12", "500", ""]


@pytest.mark.parametrize(("width", "row"), [(1, "7,2,3,yes"), (2, "7, 2,03,yes")])
def test_csv_with_a_field_for_each_subfield_of_a_multiple_is_read_whole(
    tmp_path: Path, width: int, row: str
) -> None:
    xml = f"""<sss version="2.0"><survey><record ident="A" format="csv">
    <variable ident="1" type="quantity" use="serial"><name>id</name><position start="1"/></variable>
    <variable ident="2" type="multiple"><name>q2</name><position start="2" finish="3"/>
    <spread subfields="2" width="{width}"/><values><value code="1">Roof</value>
    <value code="2">Door</value><value code="3">Heating</value></values></variable>
    <variable ident="3" type="character"><name>q3</name><position start="4"/></variable>
    </record></survey></sss>"""
    (tmp_path / "r.csv").write_text(f"{row}\n8,1,,no\n")
    export, found = read(tmp_path, "r.sss", xml.encode())
    assert found == []
    assert export is not None
    assert export.sheet.rows["q2"].tolist() == ["Door|Heating", "Roof"]
    assert export.sheet.rows["q3"].tolist() == ["yes", "no"]


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "sav", "parquet", "sss"])
def test_a_file_of_nothing_is_called_empty_whatever_its_format(tmp_path: Path, suffix: str) -> None:
    export, found = read(tmp_path, f"responses.{suffix}", b"")
    assert export is None
    assert [(each.code, each.message) for each in found] == [("data-empty", "the file is empty")]

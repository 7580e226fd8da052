"""The 39 nasty but realistic inputs, each by its number: what is done, and where it is told.

Each number has a test here, or names those elsewhere that show its behaviour.
"""
# ruff: noqa: RUF001 - answers are printed with real apostrophes and dashes

from __future__ import annotations

import importlib
import re
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from briefing.diagnostics import Diagnostics, Faults
from briefing.starter.guess import guess
from briefing.survey.export import Choices, Column, Export
from briefing.survey.model import NOT_ASKED
from briefing.survey.read import read_export, read_survey
from briefing.survey.sheet import Sheet
from briefing.tables.tabulate import tabulate
from tests.unit.survey.folder import CODEBOOK, MULTIPLE, RANKING, ROLE, faults, parse, read, write
from tests.unit.survey.test_formats import book

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.diagnostics import Diagnostic

NUMBER = 39
ELSEWHERE = {
    1: ("survey.test_read:test_merged_spellings_are_counted_in_a_warning",),
    2: ("survey.test_read:test_merged_spellings_are_counted_in_a_warning",),
    9: ("survey.test_programs:test_each_shape_is_read_as_its_answers",),
    13: (
        "tables.test_tables:test_question_without_answers_has_no_shares",
        "blocks.test_chart:test_a_question_nobody_answered_is_words_and_no_chart",
    ),
    15: ("tables.test_small_bases:test_group_of_nobody_is_told_as_such",),
    16: (
        "tables.test_small_bases:test_groups_are_treated_by_the_size_of_their_base",
        "tables.test_small_bases:test_base_of_a_suppressed_group_is_not_told",
        "tables.test_small_bases:test_two_hidden_groups_hide_each_other",
    ),
    17: ("survey.test_read:test_what_is_no_weight",),
    18: ("survey.test_read:test_weights_worth_a_remark",),
    19: ("survey.test_read:test_weights_worth_a_remark",),
    20: ("survey.test_read:test_weights_worth_a_remark",),
    25: (
        "survey.test_prepared:test_25_units_are_declared_and_never_mixed",
        "survey.test_prepared:test_25_a_unit_must_be_declared",
    ),
    26: (
        "survey.test_prepared:test_26_sums_that_rounding_does_not_explain_are_told",
        "tables.test_tables:test_rounding_is_noted_only_where_it_shows",
    ),
    27: (
        "test_fonts:test_a_missing_character_is_named_with_its_code_its_name_and_its_word",
        "blocks.test_lines:test_a_character_without_a_glyph_is_told_and_nothing_is_set",
    ),
    28: (
        "survey.test_read:test_files_as_they_really_come",
        "survey.test_read:test_windows_1252_and_lost_characters_are_remarked",
        "survey.test_read:test_undecodable_byte_is_told_with_its_line",
    ),
    29: (
        "charts.test_lettering:test_no_word_is_lost_and_no_line_is_too_long",
        "charts.test_parted:test_parts_have_all_bars_once_in_order_and_fit",
        "charts.test_columns:test_too_many_columns_for_a_room_are_refused_with_a_remedy",
        "content.test_crowded:test_more_bars_than_the_limit_are_a_table_with_a_warning_and_its_place",
    ),
    30: ("test_ledger:test_the_file_has_a_head_and_keeps_spreadsheets_from_computing",),
    36: (
        "survey.test_numbers:test_what_is_no_number_is_never_guessed",
        "survey.test_numbers:test_cells_that_hold_no_number_are_listed_with_their_lines",
    ),
    38: ("survey.test_read:test_population_that_does_not_fit",),
    39: (
        "claims.test_verdicts:test_a_false_claim_is_told_what_is_true",
        "claims.test_typed:test_the_nearest_figure_is_offered",
    ),
}
"""The tests outside this file that show what is done, by the number of the input."""


def test_every_nasty_input_has_its_tests() -> None:
    here = [name for name in vars(sys.modules[__name__]) if name.startswith("test_")]
    numbered = {int(found[1]) for name in here if (found := re.match(r"test_(\d+)_", name))}
    assert numbered | set(ELSEWHERE) == set(range(1, NUMBER + 1))
    for names in ELSEWHERE.values():
        for name in names:
            module, _, test = name.partition(":")
            assert callable(getattr(importlib.import_module(f"tests.unit.{module}"), test)), name


def one(found: list[Diagnostic]) -> Diagnostic:
    assert len(found) == 1, found
    return found[0]


JOINED = CODEBOOK + MULTIPLE + 'separator = ","\n'


def test_01_spaces_that_hold_and_doubled_ones_are_one_space(tmp_path: Path) -> None:
    survey, found = read(tmp_path, "id,q1\n1,\u00a0Strongly  agree \n2,Strongly agree\n")
    assert survey.answers["q1"].tolist() == ["agree", "agree"]
    assert "1 cell" in one(found).message


def test_02_quotes_and_dashes_are_matched_and_printed_as_the_codebook_has_them(
    tmp_path: Path,
) -> None:
    codebook = CODEBOOK.replace("Tend to agree", "Tend to agree – a bit")
    survey, _ = read(tmp_path, "id,q1\n1,Don't agree\n2,Tend to agree - a bit\n", codebook)
    assert survey.answers["q1"].tolist() == ["no", "tend"]


def test_03_capitals_are_no_difference_where_that_leaves_no_doubt(tmp_path: Path) -> None:
    survey, found = read(tmp_path, "id,q1\n1,STRONGLY AGREE\n")
    assert survey.answers["q1"].tolist() == ["agree"]
    assert one(found).code == "data-spelling"


def test_04_options_that_read_alike_are_refused() -> None:
    _, found = parse(CODEBOOK.replace('tend = "Tend to agree"', 'tend = "Strongly  agree"'))
    assert "codebook-ambiguous" in [each.code for each in found]


def test_04_a_further_spelling_belongs_to_one_answer_alone() -> None:
    twice = 'tend = { label = "Tend to agree", values = ["Strongly agree"] }'
    _, found = parse(CODEBOOK.replace('tend = "Tend to agree"', twice))
    assert "codebook-ambiguous" in [each.code for each in found]


def test_05_a_comma_makes_another_label(tmp_path: Path) -> None:
    codebook = CODEBOOK.replace('tend = "Tend to agree"', 'tend = "Strongly, agree"')
    survey, found = read(tmp_path, 'id,q1\n1,Strongly agree\n2,"Strongly, agree"\n', codebook)
    assert survey.answers["q1"].tolist() == ["agree", "tend"]
    assert found == []


OTHER = CODEBOOK + 'unknown = "no"\n'


def test_06_an_answer_that_is_not_listed_is_an_error_with_count_and_rows(tmp_path: Path) -> None:
    fault = one(faults(tmp_path, "id,q1\n1,Maybe\n2,Maybe\n"))
    assert "“Maybe”" in fault.message
    assert "2 cells, lines 2, 3" in fault.message


def test_06_unlisted_answers_count_as_other_where_the_codebook_says_so(tmp_path: Path) -> None:
    survey, found = read(tmp_path, "id,q1\n1,Maybe\n2,Perhaps\n3,Tend to agree\n", OTHER)
    assert survey.answers["q1"].tolist() == ["no", "no", "tend"]
    told = one(found)
    assert "2 cells" in told.message
    assert "“Maybe”, “Perhaps”" in told.message
    note = "2 answers in words that are not on the form counted as “Don’t agree”."
    assert note in tabulate(survey)["q1"].notes


def test_06_what_is_unlisted_in_a_joined_cell_counts_as_other_too(tmp_path: Path) -> None:
    codebook = JOINED + 'unknown = "none"\n'
    survey, _ = read(tmp_path, 'id,q1,q3\n1,tend,"Smoker,Fork"\n', codebook)
    assert survey.answers[["q3.smoker", "q3.none"]].to_numpy().tolist() == [["yes", "yes"]]


def test_06_other_must_be_an_answer() -> None:
    _, found = parse(CODEBOOK + 'unknown = "other"\n')
    assert [each.code for each in found] == ["codebook-unknown-id"]


def test_07_many_values_once_each_look_like_write_ins(tmp_path: Path) -> None:
    rows = "".join(f"{number},Because of {number}\n" for number in range(9))
    wrong, own = faults(tmp_path, f"id,q1\n9,Strongly agre\n{rows}")
    assert own.message.startswith(
        "q1: 9 values once each are not answers of the codebook: “Because"
    )
    assert "9 cells, lines 3, 4, 5, 6, 7 and 4 more" in own.message
    assert "write-ins" in own.hint
    assert "Did you mean “Strongly agree”?" in wrong.hint, "a slip is told by itself"


def test_07_a_few_strange_values_are_told_each(tmp_path: Path) -> None:
    rows = "".join(f"{number},Because of {number}\n" for number in range(4))
    assert len(faults(tmp_path, f"id,q1\n{rows}")) == 4


def test_08_an_option_may_hold_the_separator(tmp_path: Path) -> None:
    """What is left over is as any other unlisted answer: an error unless it counts as Other."""
    survey, _ = read(tmp_path, 'id,q1,q3\n1,tend,"Veil, with gloves,Smoker"\n', JOINED)
    assert survey.answers[["q3.veil", "q3.smoker"]].to_numpy().tolist() == [["yes", "yes"]]


def test_08_what_is_left_over_of_a_cell_is_told_without_its_options(tmp_path: Path) -> None:
    rows = 'id,q1,q3\n1,tend,"Smoker,Barrow, big,Smoker"\n2,tend,"Smoker,Barrow, big"\n'
    fault = one(faults(tmp_path, rows, JOINED))
    assert fault.message == (
        "q3: “Barrow, big” is not an answer of the codebook (2 cells, lines 2, 3)"
    )
    assert 'values = ["Barrow, big"]' in fault.hint


def test_09_an_empty_item_behind_a_separator_is_nothing(tmp_path: Path) -> None:
    survey, found = read(
        tmp_path,
        "id,q1,q3\n1,tend,Smoker;;\n",
        JOINED.replace('separator = ","', 'separator = ";"'),
    )
    assert survey.answers["q3.smoker"].tolist() == ["yes"]
    assert found == []


def test_10_a_line_of_csv_within_a_cell(tmp_path: Path) -> None:
    rows = 'id,q1,q3\n1,tend,"""Veil, with gloves"",Smoker\r\n"\n'
    fault = one(faults(tmp_path, rows, JOINED))
    assert fault.code == "data-unknown-answer"
    assert 'separator = "csv"' in fault.hint
    codebook = JOINED.replace('separator = ","', 'separator = "csv"')
    survey, found = read(tmp_path, rows, codebook)
    assert survey.answers[["q3.veil", "q3.smoker"]].to_numpy().tolist() == [["yes", "yes"]]
    assert found == []


def test_11_none_of_these_beside_another_option_is_told_and_both_count(tmp_path: Path) -> None:
    survey, found = read(tmp_path, 'id,q1,q3\n1,tend,"Smoker,None of these"\n', JOINED)
    assert "both count" in one(found).message
    told = "1 person chose “None of these” together with another answer: both count."
    assert told in tabulate(survey)["q3"].notes
    assert survey.answers[["q3.smoker", "q3.none"]].to_numpy().tolist() == [["yes", "yes"]]
    assert any("None of these" in note for note in tabulate(survey)["q3"].notes)


def test_11_what_excludes_others_is_known_by_its_label_where_nothing_is_declared(
    tmp_path: Path,
) -> None:
    rows = 'id,q1,q3\n1,tend,"Smoker,None of these"\n2,tend,Smoker\n'
    silent = JOINED.replace('exclusive = ["none"]\n', "")
    survey, found = read(tmp_path, rows, silent)
    assert one(found).code == "data-exclusive"
    assert 'exclusive = ["none"]' in one(found).hint
    table = tabulate(survey)["q3"]
    assert table.cell("all", "none").count == 1
    assert any("None of these" in note for note in table.notes)
    assert [head.id for head in table.columns if head.last] == ["none"]
    survey, found = read(tmp_path, rows, silent + "exclusive = []\n")
    assert found == []
    assert not any("None of these" in note for note in tabulate(survey)["q3"].notes)


def test_11_other_stands_last_unless_the_codebook_says_what_does(tmp_path: Path) -> None:
    rows = "id,q1,q3\n1,tend,Smoker\n"
    other = JOINED.replace('smoker = "Smoker"', 'o = "Other (please say)", smoker = "Smoker"')
    survey, _ = read(tmp_path, rows, other)
    assert [head.id for head in tabulate(survey)["q3"].columns if head.last] == ["o", "none"]
    survey, _ = read(tmp_path, rows, other + 'last = ["smoker"]\n')
    assert [head.id for head in tabulate(survey)["q3"].columns if head.last] == ["smoker", "none"]


def test_12_two_answers_in_a_cell_for_one_are_refused(tmp_path: Path) -> None:
    fault = one(faults(tmp_path, "id,q1\n1,Strongly agree;Tend to agree\n"))
    assert fault.hint == "Two answers in one cell: is the question multiple, with a separator?"


def test_13_a_question_without_answers_is_told(tmp_path: Path) -> None:
    rows = "id,q1,q3\n1,,Smoker\n"
    survey, found = read(tmp_path, rows, JOINED)
    assert one(found).message == "nobody answered q1: it has no figures"
    assert tabulate(survey)["q1"].base.n == 0


def test_14_an_option_that_nobody_chose_stays_at_nought(tmp_path: Path) -> None:
    survey, _ = read(tmp_path, "id,q1\n1,Tend to agree\n")
    assert tabulate(survey)["q1"].cell("all", "agree").value == 0


def test_21_a_respondent_who_stands_in_the_file_twice(tmp_path: Path) -> None:
    rows = "id,q1\n1,Strongly agree\n2,Tend to agree\n1,Don’t agree\n"
    fault = one(faults(tmp_path, rows))
    assert "“1” stands in the file twice (lines 2, 4)" in fault.message
    assert "dedupe" in fault.hint
    last = CODEBOOK.replace('id = "id"', 'id = "id"\ndedupe = "last"')
    survey, found = read(tmp_path, rows, last)
    assert survey.answers["q1"].to_dict() == {"2": "tend", "1": "no"}
    assert "1 earlier row" in one(found).message
    assert survey.remarks == ("1 earlier reply of keepers who answered again left out.",)
    assert tabulate(survey)["survey"].notes == survey.remarks


def test_21_replies_of_the_same_moment_are_told(tmp_path: Path) -> None:
    codebook = CODEBOOK.replace('id = "id"', 'id = "row"')
    rows = "Timestamp,q1\n5/1/2024 10:00:00,tend\n5/1/2024 10:00:00,tend\n5/1/2024 10:00:01,no\n"
    survey, found = read(tmp_path, rows, codebook)
    assert survey.answers.index.tolist() == ["2", "3", "4"]
    assert one(found).code == "data-same-time"


def test_22_blank_rows_and_respondents_without_an_answer(tmp_path: Path) -> None:
    survey, found = read(tmp_path, "\nid,q1\n1,tend\n,\n2,\n3,tend\n")
    assert survey.answers.index.tolist() == ["1", "3"]
    assert [each.code for each in found] == ["data-blank-row", "data-no-answers"]


AMOUNT = '[questions.n]\nkind = "numeric"\nwording = "How many?"\n'
AMOUNT += 'bands = { all = { label = "All", from = 0 } }\n'


def test_22_a_row_of_totals_is_no_respondent_and_is_told(tmp_path: Path) -> None:
    rows = "id,q1,n\n1,tend,100\n2,agree,140\nTotal,,240\n"
    survey, found = read(tmp_path, rows, CODEBOOK + AMOUNT)
    assert survey.answers["n"].tolist() == ["100", "140"]
    told = one(found)
    assert (told.code, told.message) == ("data-totals-row", "1 row of totals left out (line 4)")
    assert survey.remarks == ("1 row of totals left out.",)


def test_22_who_is_called_total_and_answered_in_words_is_counted(tmp_path: Path) -> None:
    survey, found = read(tmp_path, "id,q1\n1,tend\nTotal,agree\n")
    assert survey.answers.index.tolist() == ["1", "Total"]
    assert found == []


def test_23_dates_in_a_column_of_bands_are_refused_and_can_be_mapped(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        page = made.add_worksheet()
        page.write_row(0, 0, ["id", "q1"])
        page.write_row(1, 0, ["1", datetime(2024, 5, 1)], made.add_format({"num_format": "d-mmm"}))  # noqa: DTZ001

    write(tmp_path, "")
    (tmp_path / "r.xlsx").write_bytes(book(fill))
    with pytest.raises(Faults) as raised:
        read_survey(tmp_path, Diagnostics(), responses="r.xlsx")
    fault = one(list(raised.value.diagnostics.errors))
    assert fault.message.startswith("q1: “2024-05-01”")
    assert "values = [...]" in fault.hint
    mapped = CODEBOOK.replace(
        'tend = "Tend to agree"', 'tend = { label = "1-5", values = ["2024-05-01"] }'
    )
    survey, _ = read(tmp_path, "id,q1\n1,2024-05-01\n", mapped)
    assert survey.answers["q1"].tolist() == ["tend"]


def test_6_what_no_answer_of_a_shared_scale_is_is_told_once(tmp_path: Path) -> None:
    more = (
        '\n[questions.{0}]\nkind = "single"\nwording = "And {0}?"\nshort = "{0}"\n'
        'scale = "agreement"\n'
    )
    codebook = CODEBOOK + "".join(more.format(f"r{at}") for at in range(1, 6))
    rows = "id,q1,r1,r2,r3,r4,r5\n1,Tendd,Tendd,Tendd,tend,Tendd,Tendd\n2,tend,tend,Tendd,?,,\n"
    assert [each.message for each in faults(tmp_path, rows, codebook)] == [
        "q1, r1, r2, r4, r5: “Tendd” is not an answer of the codebook (6 cells, lines 2, 3)",
        "r3: “?” is not an answer of the codebook (1 cell, line 3)",
    ]


STATES = CODEBOOK.replace(
    'id = "id"', 'id = "id"\nno_reply = ["No answer", "-9"]\nnot_asked = ["NA"]'
)


def test_24_words_for_nothing_mean_what_the_codebook_says(tmp_path: Path) -> None:
    rows = "id,q1\n1,NA\n2,no answer\n3,-9\n4,tend\n5,None\n"
    assert [each.message for each in faults(tmp_path, rows, STATES)] == [
        "q1: “None” is not an answer of the codebook (1 cell, line 6)"
    ]
    found = faults(tmp_path, rows)
    assert len(found) == 4
    assert all("no_reply = [...] or not_asked" in each.hint for each in found)


def test_24_states_are_kept_apart(tmp_path: Path) -> None:
    codebook = STATES.replace('scale = "agreement"', 'scale = "agreement"\nbase = "asked"')
    codebook += MULTIPLE.replace("[questions.q3]", "[questions.q3]\nseparator = ','")
    rows = "id,q1,q3\n1,NA,Smoker\n2,No answer,Smoker\n3,tend,NA\n4,Don’t know,\n"
    survey, found = read(tmp_path, rows, codebook)
    assert found == []
    assert survey.answers["q1"].tolist() == [NOT_ASKED, "", "tend", "dk"]
    assert survey.answers["q3.veil"].tolist() == ["", "", NOT_ASKED, ""]
    assert tabulate(survey)["q1"].base.n == 3


def test_24_an_answer_of_the_codebook_is_never_a_state(tmp_path: Path) -> None:
    codebook = STATES.replace('dk = "Don’t know"', 'dk = "NA"')
    survey, _ = read(tmp_path, "id,q1\n1,NA\n2,tend\n", codebook)
    assert survey.answers["q1"].tolist() == ["dk", "tend"]


def test_27_names_in_any_script_reach_the_words_as_they_were_written(tmp_path: Path) -> None:
    units = CODEBOOK.replace('id = "id"', 'id = "id"\nunits = { area = "areas" }')
    names = ["Ynys Môn", "Rhondda Cynon Taf ŵ/ŷ", "Łódź", "Gŵyr 🐝", "שלום"]
    rows = "".join(f"{number},tend,{name}\n" for number, name in enumerate(names))
    survey, _ = read(tmp_path, f"id,q1,area\n{rows}", units)
    assert survey.answers["unit.area"].tolist() == names
    decomposed = CODEBOOK.replace("Tend to agree", "Ynys Môn")
    survey, _ = read(tmp_path, "id,q1\n1,Ynys Mo\u0302n\n", decomposed)
    assert survey.answers["q1"].tolist() == ["tend"]


def test_29_sixty_long_options_are_read_and_counted(tmp_path: Path) -> None:
    """Their chart is a table, which is told where the words ask for it: see `ELSEWHERE`."""
    labels = [f"Option {number}, " + "of many words " * 15 for number in range(60)]
    options = "\n".join(f'o{number} = "{label}"' for number, label in enumerate(labels))
    codebook = CODEBOOK + (
        '[questions.q3]\nkind = "multiple"\nwording = "?"\nseparator = ","\n'
        f"[questions.q3.options]\n{options}\n"
    )
    survey, _ = read(tmp_path, f'id,q1,q3\n1,tend,"{",".join(labels)}"\n', codebook)
    assert sum(each.count == 1 for _, _, each in tabulate(survey)["q3"]) == 60


PEOPLE = "id,q1,Email,IP Address,q3,q3_more\n1,tend,a@bees.example,192.0.2.1,Smoker,{}\n"


def test_31_columns_that_tell_who_people_are_are_named_and_not_carried(tmp_path: Path) -> None:
    survey, found = read(tmp_path, PEOPLE.format("Rake"), JOINED + 'other = "q3_more"\n')
    told = one(found)
    assert (told.code, told.severity.value) == ("data-personal", "warning")
    assert "Email, IP Address" in told.message
    assert not [name for name in survey.answers.columns if "mail" in name or "IP" in name]
    assert survey.answers["q3_more"].tolist() == ["Rake"]


def test_31_mentions_that_tell_who_wrote_are_left_out(tmp_path: Path) -> None:
    written = PEOPLE.format("Ask jo@bees.example")
    survey, found = read(tmp_path, written, JOINED + 'other = "q3_more"\n')
    assert survey.answers["q3_more"].tolist() == [""]
    assert "1 mention that tells who wrote" in [each.message for each in found][-1]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("id,q1,q1\n1,tend,tend\n", 1),
        ("id,,q1\n1,x,tend\n", 1),
        ('id,q1\n"{""ImportId"":""x""}",y\n1,tend\n', 2),
        ("id,q1\n,Response\n1,tend\n", 2),
    ],
)
def test_32_heads_without_a_name_of_their_own_or_among_the_answers(
    tmp_path: Path, text: str, place: int
) -> None:
    fault = one(faults(tmp_path, text))
    assert (fault.code, fault.where and fault.where.line) == ("data-heads", place)
    assert fault.hint


def test_32_a_codebook_to_be_written_takes_heads_without_a_name_of_their_own(
    tmp_path: Path,
) -> None:
    text = ",Why?,Why?,Why? (2)\n1,a,b,c\n"
    (tmp_path / "r.csv").write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    export = read_export(tmp_path / "r.csv", "r.csv", diagnostics, Choices(name_heads=True))
    assert export is not None
    assert [each.name for each in export.columns] == [
        *("column 1", "Why?", "Why? (3)", "Why? (2)", "row"),
    ]
    assert export.sheet.rows["Why? (3)"].tolist() == ["b"]
    assert [each.code for each in diagnostics.warnings] == ["data-heads"] * 2


def test_28_bytes_that_make_sense_in_the_table_of_a_mac_alone_are_read_by_it(
    tmp_path: Path,
) -> None:
    text = "id,How much do you\u00a0like it?\n1,I don\u2019t know\n2,It\u2019s na\u00efve\n"
    (tmp_path / "r.csv").write_bytes(text.encode("mac_roman"))
    diagnostics = Diagnostics()
    export = read_export(tmp_path / "r.csv", "r.csv", diagnostics)
    assert export is not None
    assert export.sheet.rows["How much do you like it?"].tolist() == [
        "I don\u2019t know",
        "It\u2019s na\u00efve",
    ]
    assert "Mac Roman" in diagnostics.warnings[0].message


GRID = CODEBOOK + (
    '[questions.q2]\nkind = "grid"\nwording = "?"\nitems = { a = "A", b = "B" }\n'
    'scale = "agreement"\n'
)


def test_33_a_scale_worded_otherwise_in_one_item_is_an_error_with_both_wordings(
    tmp_path: Path,
) -> None:
    rows = "id,q1,q2_a,q2_b\n1,tend,Strongly agree,I strongly agree\n"
    fault = one(faults(tmp_path, rows, GRID))
    assert "q2.b: “I strongly agree”" in fault.message
    assert fault.hint == (
        "Did you mean “Strongly agree”? The answers are “Strongly agree”, “Tend to agree”, “Don’t "
        'agree”, “Don’t know”; values = ["I strongly agree"] beside a label of the codebook makes '
        "it another spelling of that."
    )
    mapped = GRID.replace(
        'agree = "Strongly agree"',
        'agree = { label = "Strongly agree", values = ["I strongly agree"] }',
    )
    survey, found = read(tmp_path, rows, mapped)
    assert survey.answers["q2.b"].tolist() == ["agree"]
    assert found == []


def test_34_tied_ranks_gaps_and_ranks_out_of_range_are_told(tmp_path: Path) -> None:
    rows = "id,q1,q2_hives,q2_honey,q2_wax\n1,tend,1,1,1\n2,tend,,2,\n3,tend,1,2,3\n"
    survey, found = read(tmp_path, rows, CODEBOOK + RANKING)
    told = " ".join(each.message for each in found)
    assert "the same rank twice (line 2; id 1)" in told
    assert "a rank left out (line 3; id 2)" in told
    assert "1 rank outside 1 to 2 left out." in tabulate(survey)["q2"].notes


def test_34_whose_ranks_are_odd_is_told_by_line_and_id(tmp_path: Path) -> None:
    rows = "id,q1,q2_hives,q2_honey,q2_wax\nK7,tend,1,1,\nK9,tend,1,3,\nL2,tend,1,1,2\n"
    _, found = read(tmp_path, rows, CODEBOOK + RANKING)
    told = " ".join(each.message for each in found)
    assert "the same rank twice (lines 2, 4; ids K7, L2)" in told


def test_34_a_ranking_may_be_strict(tmp_path: Path) -> None:
    rows = "id,q1,q2_hives,q2_honey,q2_wax\n1,tend,1,1,\n2,tend,1,2,\n"
    fault = one(faults(tmp_path, rows, CODEBOOK + RANKING + "strict = true\n"))
    assert fault.message == "q2: 1 respondent with the same rank twice (line 2; id 1)"


TWICE = "id,q1,q2\n1,tend,Hives;Hives;Honey\n2,tend,Wax;Hives;Honey\n"


def test_34_an_item_put_twice_moves_no_other_up_and_is_told(tmp_path: Path) -> None:
    ordered = CODEBOOK + RANKING.replace("places = 2", 'places = 3\nseparator = ";"')
    survey, found = read(tmp_path, TWICE, ordered)
    names = ["q2.hives", "q2.honey", "q2.wax"]
    assert survey.answers[names].to_numpy().tolist() == [["1", "3", ""], ["2", "3", "1"]]
    told = [each.message for each in found]
    assert told[0].startswith("q2: 1 respondent with the same item twice (line 2; id 1); ")
    assert told[1].startswith("q2: 1 respondent with a rank left out (line 2; id 1)")
    note = "1 person named the same item twice: its first place counts."
    assert note in tabulate(survey)["q2"].notes
    strict = ordered.replace("top = 1", "top = 1\nstrict = true")
    assert "the same item twice (line 2; id 1)" in faults(tmp_path, TWICE, strict)[0].message


def test_35_an_item_whose_scale_runs_the_other_way_is_turned_and_its_note_says_so(
    tmp_path: Path,
) -> None:
    rows = "id,q1,q2_a,q2_b\n1,tend,agree,agree\n2,tend,no,tend\n3,tend,dk,dk\n"
    turned = GRID.replace('b = "B"', 'b = { label = "B", reversed = true }')
    survey, found = read(tmp_path, rows, turned)
    assert found == []
    assert survey.answers["q2.a"].tolist() == ["agree", "no", "dk"]
    assert survey.answers["q2.b"].tolist() == ["no", "tend", "dk"]  # no opinion has no other end
    assert "The scale of “B” is turned round." in tabulate(survey)["q2"].notes


def test_35_answers_stand_in_the_order_of_the_codebook_whatever_their_codes(tmp_path: Path) -> None:
    codes = {"Strongly agree": "4", "Tend to agree": "1", "Don’t agree": "2", "Don’t know": "3"}
    codebook = CODEBOOK
    for label, code in codes.items():
        codebook = codebook.replace(
            f'"{label}"', f'{{ label = "{label}", values = ["{code}"] }}', 1
        )
    survey, found = read(tmp_path, "id,q1\n1,4\n2,1\n3,3\n", codebook)
    assert survey.answers["q1"].tolist() == ["agree", "tend", "dk"]
    assert [head.id for head in tabulate(survey)["q1"].answers] == ["agree", "tend", "no", "dk"]
    assert found == []


def test_35_a_reversed_item_is_counted_by_what_was_said_whatever_the_order_of_its_rows(
    tmp_path: Path,
) -> None:
    """One item begins with those who agree, the other with those who do not: labels decide."""
    said = ["Strongly agree", "Tend to agree", "Don’t agree", "Strongly agree"]
    pairs = zip(said, reversed(said), strict=True)
    rows = "".join(f"{at},tend,{a},{b}\n" for at, (a, b) in enumerate(pairs))
    survey, found = read(tmp_path, f"id,q1,q2_a,q2_b\n{rows}", GRID)
    table = tabulate(survey)["q2"]
    assert [head.id for head in table.answers] == ["agree", "tend", "no", "dk"]
    for item in ("a", "b"):
        assert [table.cell(item, each).count for each in ("agree", "tend", "no")] == [2, 1, 1]
    assert found == []


def test_35_answers_without_an_order_that_is_known_are_a_question() -> None:
    """`briefing new` never puts them in the order of the alphabet."""
    plans = ["Silver", "Gold", "Gold", "Basic", "Gold", "Silver"] * 5
    rows = pd.DataFrame({"What plan?": plans}, dtype=str)
    sheet = Sheet("x.csv", rows, tuple(range(2, len(rows) + 2)))
    export = Export(sheet, columns=(Column("What plan?", "What plan?"),))
    (question,) = guess(export, "x.csv", "Plans").questions
    assert question.scale
    assert [each.label for each in question.scale.answers] == ["Gold", "Silver", "Basic"]
    assert any("order" in doubt for doubt in (*question.doubts, *question.scale.doubts))


@pytest.mark.parametrize("typed", ["<5%", "70 (TBC)", "50/50", "£1.2m"])
def test_36_no_number_is_guessed_from_text(tmp_path: Path, typed: str) -> None:
    """In ranks and weights; those of numeric questions stand in `test_numbers`."""
    rows = f"id,q1,q2_hives,q2_honey,q2_wax\n1,tend,{typed},,\n"
    assert "is no rank" in one(faults(tmp_path, rows, CODEBOOK + RANKING)).message
    weighted = CODEBOOK.replace('id = "id"', 'id = "id"\nweight = "w"')
    assert one(faults(tmp_path, f"id,w,q1\n1,{typed},tend\n", weighted)).code == "data-weight"


REPLIES = (
    "id,submitdate,lastpage,startlanguage,q1\n"
    "1,2024-05-01 10:00:00,3,en,Tend to agree\n2,,1,en,Strongly agree\n"
)


def test_37_replies_that_were_not_completed_are_counted_and_told(tmp_path: Path) -> None:
    survey, found = read(tmp_path, REPLIES)
    assert survey.answers.index.tolist() == ["1", "2"]
    told = one(found)
    assert "1 reply that was not completed counted with the others (line 3)" in told.message
    assert "leave_out" in told.hint
    assert survey.remarks == ("1 reply that was not completed counted with the others.",)


def test_37_they_are_left_out_where_the_project_says_so(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    write(tmp_path, REPLIES)
    survey = read_survey(tmp_path, diagnostics, choices=Choices(leave_out_partial=True))
    assert survey.answers.index.tolist() == ["1"]
    assert survey.remarks == ("1 reply that was not completed left out.",)


def test_37_previews_are_always_left_out(tmp_path: Path) -> None:
    imports = '"{""ImportId"":""_recordId""}","{""ImportId"":""status""}","{""ImportId"":""QID1""}"'
    rows = f"ResponseId,Status,q1\nResponse ID,Response Type,Why?\n{imports}\n"
    rows += "R1,IP Address,tend\nR2,Survey Preview,tend\n"
    codebook = CODEBOOK.replace('id = "id"', 'id = "ResponseId"')
    survey, found = read(tmp_path, rows, codebook)
    assert survey.answers.index.tolist() == ["R1"]
    assert one(found).code == "data-preview"


@pytest.mark.parametrize("status", ["Survey Test", "Spam", "8", "Possible Spam", "2"])
def test_37_tests_and_spam_are_left_out_and_said_so(tmp_path: Path, status: str) -> None:
    imports = '"{""ImportId"":""_recordId""}","{""ImportId"":""status""}","{""ImportId"":""QID1""}"'
    rows = f"ResponseId,Status,q1\nResponse ID,Response Type,Why?\n{imports}\n"
    rows += f"R1,IP Address,tend\nR2,{status},tend\n"
    survey, _ = read(tmp_path, rows, CODEBOOK.replace('id = "id"', 'id = "ResponseId"'))
    assert survey.answers.index.tolist() == ["R1"]
    assert [each.endswith("left out.") for each in survey.remarks] == [True]


@pytest.mark.parametrize("head", ["IP", "ip_address", "IP Address", "IP-Adresse", "E_Mail"])
def test_31_a_column_of_addresses_is_told_whichever_way_it_is_written(
    tmp_path: Path, head: str
) -> None:
    _, found = read(tmp_path, f"id,q1,{head}\n1,tend,10.0.0.7\n")
    assert (one(found).code, head in one(found).message) == ("data-personal", True)


def test_38_a_group_that_is_not_known_is_told_with_the_nearest(tmp_path: Path) -> None:
    fault = one(faults(tmp_path, "id,q1,role\n1,tend,Ownr\n", CODEBOOK + ROLE))
    assert "“Ownr”" in fault.message
    assert "Owner" in fault.hint


def test_a_value_that_the_file_declares_missing_is_no_reply_unless_it_is_an_answer(
    tmp_path: Path,
) -> None:
    rows = "ID.name,ID.date,q1,q3\n1,1/5/24,No Reply,Smoker\n2,1/5/24,tend,Not Asked\n"
    codebook = JOINED.replace('id = "id"', 'id = "ID.name"')
    survey, found = read(tmp_path, rows, codebook)
    assert survey.answers["q1"].tolist() == ["", "tend"]
    assert survey.answers["q3.veil"].tolist() == ["", NOT_ASKED]
    assert "1 cell of values that the file declares missing" in one(found).message
    survey, found = read(tmp_path, rows, codebook.replace("Don’t know", "No Reply"))
    assert survey.answers["q1"].tolist() == ["dk", "tend"]
    assert found == []


def test_28_a_file_in_two_encodings_is_refused_with_the_first_byte_that_is_in_the_other(
    tmp_path: Path,
) -> None:
    rows = "id,q1\n1,Don\u2019t know\n".encode() + "2,Don\u2019t know\n".encode("cp1252")
    (fault,) = faults(tmp_path, rows)
    assert (fault.code, fault.where and fault.where.line) == ("data-encoding", 3)
    assert "byte 26" in fault.message


def test_18_who_has_no_weight_is_told_where_respondents_are_counted(tmp_path: Path) -> None:
    codebook = CODEBOOK.replace('id = "id"', 'id = "id"\nweight = "w"')
    survey, _ = read(tmp_path, "id,q1,w\n1,Strongly agree,1\n2,Tend to agree,0\n", codebook)
    assert survey.remarks == ("1 reply with a weight of 0 is counted in no figure.",)


def test_38_more_answers_than_invited_are_told_with_their_row(tmp_path: Path) -> None:
    codebook = CODEBOOK + ROLE + '[rates.by_role]\nattribute = "role"\n'
    rows = "id,q1,role\n1,Strongly agree,Helper\n2,Tend to agree,Friend\n3,Tend to agree,Owner\n"
    told = "attribute,group,invited\nrole,Owner,2\nrole,Helper,1\n"
    (fault,) = faults(tmp_path, rows, codebook, population=told)
    assert str(fault.where) == "population.csv:3"

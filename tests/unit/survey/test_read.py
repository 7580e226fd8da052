# ruff: noqa: RUF001 - answers are printed with real apostrophes and dashes

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from briefing.diagnostics import Diagnostics, Faults
from briefing.survey.model import NOT_ASKED, WEIGHT
from briefing.survey.read import read_survey
from tests.unit.survey.folder import CODEBOOK, MULTIPLE, RANKING, ROLE, faults, read, write

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = "id,q1\n1,Strongly agree\n2,Tend to agree\n3,\n4,Don’t know\n"
MORE = "id,q1\n1,Strongly agree\n2,tend\n"


def q1(folder: Path, responses: str | bytes) -> list[str]:
    survey, _ = read(folder, responses)
    return survey.answers["q1"].tolist()


def test_labels_and_ids_become_ids(tmp_path: Path) -> None:
    assert q1(tmp_path, MORE) == ["agree", "tend"]


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        PLAIN.encode(),
        PLAIN.encode("cp1252"),
        PLAIN.replace(",", ";").encode(),
        PLAIN.replace(",", "\t").encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        (PLAIN + "\n\n").encode(),
    ],
    ids=["bom", "utf-16", "utf-8", "cp1252", "semicolon", "tab", "crlf", "cr", "blank end"],
)
def test_files_as_they_really_come(tmp_path: Path, data: bytes) -> None:
    survey, _ = read(tmp_path, data)
    assert survey.answers["q1"].to_dict() == {"1": "agree", "2": "tend", "4": "dk"}


def test_windows_1252_and_lost_characters_are_remarked(tmp_path: Path) -> None:
    _, found = read(tmp_path, PLAIN.encode("cp1252"))
    assert "data-encoding" in [each.code for each in found]
    comments = "id,respondent,question,text,attribution,consent\nc1,1,q1,I didn?t,Keeper,yes\n"
    _, found = read(tmp_path, PLAIN, comments=comments)
    lost = [each for each in found if each.code == "data-lost-characters"]
    assert [str(each.where) for each in lost] == ["comments.csv:2"]
    assert "didn?t" in lost[0].message


def test_undecodable_byte_is_told_with_its_line(tmp_path: Path) -> None:
    found = faults(tmp_path, b"id,q1\n1,\x81\x8d\n")
    assert [str(each.where) for each in found] == ["responses.csv:2"]


def test_na_is_a_text_like_any_other(tmp_path: Path) -> None:
    codebook = CODEBOOK.replace('dk = "Don’t know"', 'dk = "NA"')
    survey, found = read(tmp_path, "id,q1\n1,NA\n2,Tend to agree\n", codebook)
    assert survey.answers["q1"].tolist() == ["dk", "tend"]
    assert found == []


def test_unknown_answer_is_told_with_count_lines_and_the_nearest(tmp_path: Path) -> None:
    rows = "".join(f"{number},Strongly agre\n" for number in range(7))
    found = faults(tmp_path, f'id,q1\nx,"Tend\nto agree"\n{rows}')
    assert len(found) == 1
    assert "“Strongly agre”" in found[0].message
    assert "7 cells, lines 4, 5, 6, 7, 8 and 2 more" in found[0].message
    assert str(found[0].where) == "responses.csv:4"
    assert found[0].hint.startswith("Did you mean “Strongly agree”?")


def test_two_answers_in_one_cell_and_spreadsheet_dates_get_their_own_remedy(
    tmp_path: Path,
) -> None:
    found = faults(tmp_path, "id,q1\n1,Strongly agree;Tend to agree\n2,05-Jan\n")
    assert "multiple" in found[0].hint
    assert "spreadsheet" in found[1].hint


def test_many_unknown_values_are_told_together(tmp_path: Path) -> None:
    rows = "".join(f"{number},Thing number {number % 30}\n" for number in range(60))
    found = faults(tmp_path, f"id,q1\n{rows}")
    assert len(found) < 12
    assert "22 more values" in found[-1].message
    assert "write-ins" in found[-1].hint


def test_merged_spellings_are_counted_in_a_warning(tmp_path: Path) -> None:
    rows = "id,q1\n1, strongly  agree\n2,Strongly agree\n3,STRONGLY AGREE\n4,Don't know\n"
    survey, found = read(tmp_path, rows)
    assert survey.answers["q1"].tolist() == ["agree", "agree", "agree", "dk"]
    assert [each.code for each in found] == ["data-spelling"]
    assert "3 cells" in found[0].message


@pytest.mark.parametrize(
    ("responses", "code", "place"),
    [
        ("id,q1\n1,tend\n2,tend\n1,tend\n", "data-id", "responses.csv:4"),
        ("id,q1\n1,tend\n,tend\n", "data-id", "responses.csv:3"),
        ("id,q2\n1,tend\n", "data-missing-column", "codebook.toml:12"),
        ("id,q1,q1\n1,tend,tend\n", "data-heads", "responses.csv:1"),
        ("id,,q1\n1,x,tend\n", "data-heads", "responses.csv:1"),
        ("id,q1\n1,tend,more\n", "data-row-length", "responses.csv:2"),
        ("id,q1\n1\n", "data-row-length", "responses.csv:2"),
        ('id,q1\n1,"tend\n', "data-syntax", "responses.csv:2"),
        ('id,q1\n"{""ImportId"":""x""}",y\n1,tend\n', "data-heads", "responses.csv:2"),
        ("", "data-empty", "responses.csv"),
        ("id,q1\n1,te\0nd\n", "data-encoding", "responses.csv:2"),
        (b"PK\x03\x04rest", "data-format", "responses.csv"),
    ],
)
def test_files_that_cannot_be_read(
    tmp_path: Path, responses: str | bytes, code: str, place: str
) -> None:
    found = faults(tmp_path, responses)
    assert [(each.code, str(each.where)) for each in found] == [(code, place)]


def test_rows_that_are_all_too_long_are_one_fault(tmp_path: Path) -> None:
    """The last column has no head: sixty rows are not sixty faults."""
    (fault,) = faults(tmp_path, "id,q1,\n" + "".join(f"{each},tend,x\n" for each in range(60)))
    assert (fault.code, str(fault.where)) == ("data-row-length", "responses.csv:2")
    assert "55 more" in fault.message
    assert "no head" in fault.hint


def test_blank_rows_between_others_and_silent_respondents_are_left_out(tmp_path: Path) -> None:
    survey, found = read(tmp_path, "id,q1\n1,tend\n,\n2,\n3,agree\n")
    assert survey.answers.index.tolist() == ["1", "3"]
    told = {each.code: str(each.where) for each in found}
    assert told == {"data-blank-row": "responses.csv:3", "data-no-answers": "responses.csv:4"}


def test_who_answered_nothing_is_kept_where_the_codebook_says_so(tmp_path: Path) -> None:
    keeping = CODEBOOK.replace('id = "id"', 'id = "id"\nsilent = "keep"')
    survey, found = read(tmp_path, "id,q1\n1,tend\n2,\n3,agree\n", keeping)
    assert survey.answers.index.tolist() == ["1", "2", "3"]
    assert found == []


def test_unused_and_personal_columns_are_remarked(tmp_path: Path) -> None:
    _, found = read(tmp_path, "id,q1,Email,shoe\n1,tend,a@b.example,9\n")
    told = {each.code: each.message for each in found}
    assert "Email" in told["data-personal"]
    assert "shoe" in told["data-unused-column"]
    _, found = read(
        tmp_path,
        "id,q1,shoe\n1,tend,9\n",
        CODEBOOK.replace('id = "id"', 'id = "id"\nignored = ["shoe"]'),
    )
    assert found == []


def test_heads_spelt_otherwise_are_found(tmp_path: Path) -> None:
    survey, found = read(tmp_path, "ID,Q1 \n1,tend\n")
    assert survey.answers["q1"].tolist() == ["tend"]
    assert [each.code for each in found] == ["data-spelling", "data-spelling"]


def test_question_nobody_answered_is_remarked(tmp_path: Path) -> None:
    rows = "id,q1,q3_smoker,q3_veil,q3_none\n1,,yes,,\n"
    _, found = read(tmp_path, rows, CODEBOOK + MULTIPLE)
    assert [each.message for each in found] == ["nobody answered q1: it has no figures"]


def test_options_in_columns_of_their_own(tmp_path: Path) -> None:
    rows = "id,q1,q3_smoker,q3_veil,q3_none\n1,tend,1,0,\n2,,Smoker,Yes,no\n3,,,x,1\n"
    survey, found = read(tmp_path, rows, CODEBOOK + MULTIPLE)
    assert survey.answers["q3.smoker"].tolist() == ["yes", "yes", ""]
    assert survey.answers["q3.veil"].tolist() == ["", "yes", "yes"]
    assert [each.code for each in found] == ["data-exclusive"]
    assert "line 4" in found[0].message
    assert "both count" in found[0].message


def test_options_joined_in_one_cell_even_with_a_comma_inside(tmp_path: Path) -> None:
    codebook = CODEBOOK + MULTIPLE + 'separator = ","\n'
    rows = 'id,q1,q3\n1,tend,"Veil, with gloves,Smoker,"\n2,tend,smoker\n3,tend,\n'
    survey, _ = read(tmp_path, rows, codebook)
    assert survey.answers["q3.veil"].tolist() == ["yes", "", ""]
    assert survey.answers["q3.smoker"].tolist() == ["yes", "yes", ""]
    found = faults(tmp_path, 'id,q1,q3\n1,tend,"Smoker,Rake"\n', codebook)
    assert [each.code for each in found] == ["data-unknown-answer"]


def test_ranks(tmp_path: Path) -> None:
    heads = "id,q1,q2_hives,q2_honey,q2_wax\n"
    survey, found = read(
        tmp_path,
        heads + "1,tend,1,2,\n2,tend,1,1,\n3,tend,,2,\n4,tend,1,2.0,3\n",
        CODEBOOK + RANKING,
    )
    assert survey.answers["q2.honey"].tolist() == ["2", "1", "2", "2"]
    assert survey.answers["q2.wax"].tolist() == ["", "", "", ""]
    told = " ".join(each.message for each in found)
    assert "the same rank twice (line 3; id 2)" in told
    assert "a rank left out (line 4; id 3)" in told
    assert "1 rank outside 1 to 2 left out (line 5)" in told
    found = faults(tmp_path, heads + "1,tend,first,2,\n", CODEBOOK + RANKING)
    assert "“first” is no rank" in found[0].message


def test_who_was_not_asked_is_known_and_stray_answers_are_left_out(tmp_path: Path) -> None:
    codebook = CODEBOOK + (
        '[questions.q2]\nkind = "single"\nwording = "?"\nscale = "agreement"\n'
        'routing = { question = "q1", answers = ["for_it"], words = "who agree" }\n'
    )
    rows = "id,q1,q2\n1,agree,tend\n2,tend,\n3,no,tend\n"
    survey, found = read(tmp_path, rows, codebook)
    assert survey.answers["q2"].tolist() == ["tend", "", NOT_ASKED]
    assert [each.code for each in found] == ["data-routing"]
    assert "line 4" in found[0].message


WEIGHTED = CODEBOOK.replace('id = "id"', 'id = "id"\nweight = "w"')


def test_weights_are_exact(tmp_path: Path) -> None:
    survey, found = read(tmp_path, "id,w,q1\n1,0.9,tend\n2,1.1,tend\n", WEIGHTED)
    assert survey.answers[WEIGHT].tolist() == [Fraction(9, 10), Fraction(11, 10)]
    assert found == []


def test_a_column_without_numbers_is_one_error_however_many_cells_it_has(tmp_path: Path) -> None:
    found = faults(tmp_path, "id,w,q1\n1,,tend\n2,North,tend\n3,South,tend\n", WEIGHTED)
    assert [(each.code, str(each.where)) for each in found] == [("data-weight", "responses.csv:3")]
    assert "w: no cell is a weight: the first is “North”" in found[0].message


def test_what_is_no_weight_is_not_told_as_nought_besides(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    folder = write(tmp_path, "id,w,q1\n1,1,tend\n2,heavy,tend\n", WEIGHTED)
    with pytest.raises(Faults):
        read_survey(folder, diagnostics)
    assert [each.code for each in diagnostics] == ["data-weight"]


@pytest.mark.parametrize("weight", ["-1", "", "heavy", "nan", "inf", "1/2", "1_0"])
def test_what_is_no_weight(tmp_path: Path, weight: str) -> None:
    found = faults(tmp_path, f"id,w,q1\n1,1,tend\n2,{weight},tend\n", WEIGHTED)
    assert [(each.code, str(each.where)) for each in found] == [("data-weight", "responses.csv:3")]


def test_weights_worth_a_remark(tmp_path: Path) -> None:
    _, found = read(tmp_path, "id,w,q1\n1,0,tend\n2,1,tend\n3,99,tend\n", WEIGHTED)
    codes = [each.code for each in found]
    assert codes == ["data-weight-extreme", "data-weight-scaled", "data-weight-zero"]
    assert str(found[-1].where) == "responses.csv:2"
    assert found[-1].message.endswith("left out of all bases (line 2)")


def test_weights_that_miss_a_mean_of_one_are_told_by_their_mean(tmp_path: Path) -> None:
    _, found = read(tmp_path, "id,w,q1\n1,1,tend\n2,1.092,tend\n", WEIGHTED)
    assert [each.message for each in found] == [
        "w: the mean weight is 1.046 and not 1; bases stay unweighted"
    ]


def test_who_gave_only_an_unlisted_answer_is_told_of_once(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    with pytest.raises(Faults):
        read_survey(write(tmp_path, "id,q1\n1,tend\n2,perhaps\n3,\n"), diagnostics)
    told = {each.code: each.message for each in diagnostics}
    assert "line 3" in told["data-unknown-answer"]
    assert told["data-no-answers"] == "1 respondent without a single answer left out (line 4)"


COMMENTS = "id,respondent,question,text,attribution,consent\n"


@pytest.mark.parametrize(
    ("rows", "code", "line"),
    [
        ("c1,9,q1,Yes,Keeper,yes\n", "comments-respondent", 2),
        ("c1,1,q7,Yes,Keeper,yes\n", "comments-question", 2),
        ("c1,1,q1,Yes,Keeper,yes\nc1,1,q1,No,Keeper,yes\n", "comments-id", 3),
        ("c1,1,q1,,Keeper,yes\n", "comments-text", 2),
        ("c1,1,q1,Yes,Keeper,maybe\n", "comments-consent", 2),
        ("c1,1,q1,Write to me@bees.example,Keeper,yes\n", "comments-personal", 2),
        ("c1,1,q1,Ring 01632 960 123,Keeper,yes\n", "comments-personal", 2),
    ],
)
def test_comments_that_cannot_stand(tmp_path: Path, rows: str, code: str, line: int) -> None:
    found = faults(tmp_path, PLAIN, comments=COMMENTS + rows)
    assert [(each.code, str(each.where)) for each in found] == [(code, f"comments.csv:{line}")]


def test_comments_keep_their_words(tmp_path: Path) -> None:
    rows = 'c1,1,q1,"  So, ""bees""\nmatter. ",Keeper,no\n'
    survey, _ = read(tmp_path, PLAIN, comments=COMMENTS + rows)
    assert survey.comments[0].text == 'So, "bees"\nmatter.'
    assert not survey.comments[0].consent


UNITS = (
    CODEBOOK.replace('id = "id"', 'id = "id"\nunits = { club = "clubs" }')
    + ROLE
    + '[compositions.by_role]\nattribute = "role"\nunit = "club"\nunits = "clubs"\n'
)
MEMBERS = "id,q1,role,club\n1,tend,Owner,A\n2,tend,Owner,A\n3,tend,Child,B\n"


def test_population_is_read_by_label_or_id(tmp_path: Path) -> None:
    counts = "attribute,group,units\nrole,owner,5\nrole,Helper,3\n"
    survey, _ = read(tmp_path, MEMBERS, UNITS, population=counts)
    assert survey.population == {"role": {"owner": 5, "helper": 3}}


@pytest.mark.parametrize(
    ("counts", "code"),
    [
        ("attribute,group,units\nrole,owner,5\nrole,Helpr,3\n", "population-group"),
        (
            "attribute,group,units\nrol,owner,5\nrole,owner,5\nrole,helper,3\n",
            "population-attribute",
        ),
        ("attribute,group,units\nrole,owner,0\nrole,helper,3\n", "population-units"),
        ("attribute,group,units\nrole,owner,many\nrole,helper,3\n", "population-units"),
        ("attribute,group,units\nrole,owner,5\n", "population-group"),
        ("attribute,group,units\n", "population-missing"),
    ],
    ids=["group", "attribute", "n over N", "no number", "group missing", "none"],
)
def test_population_that_does_not_fit(tmp_path: Path, counts: str, code: str) -> None:
    found = faults(tmp_path, MEMBERS, UNITS, population=counts)
    assert code in [each.code for each in found]


def test_unit_with_two_values_is_told(tmp_path: Path) -> None:
    rows = MEMBERS.replace("2,tend,Owner,A", "2,tend,Friend,A")
    counts = "attribute,group,units\nrole,owner,5\nrole,helper,3\n"
    found = faults(tmp_path, rows, UNITS, population=counts)
    assert [each.code for each in found] == ["data-unit"]
    assert "club A" in found[0].message


def test_no_file_outside_the_project_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    write(folder, PLAIN)
    (tmp_path / "other.csv").write_text(PLAIN, encoding="utf-8")
    (folder / "link.csv").symlink_to(tmp_path / "other.csv")
    for path in ("../other.csv", str(tmp_path / "other.csv"), "link.csv", "a\0.csv"):
        diagnostics = Diagnostics()
        with pytest.raises(Faults):
            read_survey(folder, diagnostics, responses=path)
        assert [each.code for each in diagnostics] == ["project-path"]


def test_missing_file_and_unknown_format_are_told(tmp_path: Path) -> None:
    write(tmp_path, PLAIN)
    (tmp_path / "responses.pages").write_text("", encoding="utf-8")
    for path, code in (("response.csv", "project-file"), ("responses.pages", "data-format")):
        diagnostics = Diagnostics()
        with pytest.raises(Faults):
            read_survey(tmp_path, diagnostics, responses=path)
        assert [each.code for each in diagnostics] == [code]
    diagnostics = Diagnostics()
    with pytest.raises(Faults):
        read_survey(tmp_path, diagnostics, comments="remarks.csv")


def test_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    found = faults(tmp_path, "id,q1\n1,Yes\n", comments=COMMENTS + "c1,1,q7,Yes,Keeper,yes\n")
    assert {each.code for each in found} == {"data-unknown-answer", "comments-question"}


def test_a_sample_larger_than_its_population_is_refused(tmp_path: Path) -> None:
    text = CODEBOOK.replace('id = "id"', 'id = "id"\npoll = true\npopulation = 2')
    (fault,) = faults(tmp_path, "id,q1\n1,tend\n2,tend\n3,no\n", text)
    assert (fault.code, fault.message) == ("population-sample", "3 answered of a population of 2")
    assert fault.where is not None
    assert fault.where.line == 6

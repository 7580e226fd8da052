"""The same answers, written by every program and in every format, are the same survey."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.diagnostics import Diagnostics
from briefing.survey.export import Choices, Column, Holds, Value
from briefing.survey.programs.looks import joined_by, parts, without_tags
from briefing.survey.read import read_export, read_survey
from tests.unit.survey.exports import (
    AGREE,
    FIRST,
    HONEY,
    MATTERS,
    Q1,
    Q2,
    Q3,
    Q4,
    SHAPES,
    TOOLS,
    WAX,
    Replies,
    Reply,
    csv_text,
)

PROGRAMS = {
    "csv": "plain",
    "triple-s 2.0, csv": "Triple-S",
    "qualtrics": "Qualtrics",
    "surveymonkey": "SurveyMonkey",
    "surveymonkey, workbook": "SurveyMonkey",
    "microsoft forms": "Microsoft Forms",
    "google forms": "Google Forms",
    "google forms, semicolons": "Google Forms",
    "alchemer": "Alchemer",
    "limesurvey": "LimeSurvey",
    "snap": "Snap",
    "spss": "SPSS",
    "parquet": "Parquet",
}

REPLIES = [
    Reply("Yes, very much", ("Agree", "Disagree"), ("Smoker",), ("Honey", "Hives", "Wax")),
    Reply("No", ("Agree", ""), ("Smoker", "Veil, with gloves"), ("Hives", "Honey", "Wax")),
    Reply("", ("Neither", "Neither"), ("None of these",), ()),
    Reply("Don't know", ("Disagree", "Agree"), (), ("Wax", "Hives", "Honey")),
]

IDS = dict(zip(AGREE, ("agree", "neither", "disagree"), strict=True))
IDS |= dict(zip(MATTERS, ("yes", "no", "dk"), strict=True)) | {"": ""}


def expected(replies: Replies) -> list[list[str]]:
    """The variables of the survey as the codebook names them, those who said nothing left out."""
    return [
        [
            *(IDS[each.q1], *(IDS[answer] for answer in each.q2)),
            *(*each.ticks("yes"), *map(each.rank, FIRST)),
        ]
        for each in replies
        if each != Reply()
    ]


def answers(folder: Path, shape: str, replies: Replies) -> list[list[str]]:
    made = SHAPES[shape](folder, replies)
    survey = read_survey(folder, Diagnostics(), responses=made.responses)
    frame = survey.answers
    names = ["q1", "q2.honey", "q2.wax", "q3.smoker", "q3.veil", "q3.none"]
    names += ["q4.hives", "q4.honey", "q4.wax"]
    rows: list[list[str]] = frame[names].to_numpy().tolist()
    return rows


@pytest.mark.parametrize("shape", SHAPES)
def test_each_shape_is_read_as_its_answers(tmp_path: Path, shape: str) -> None:
    assert answers(tmp_path, shape, REPLIES) == expected(REPLIES)


@pytest.mark.parametrize("shape", PROGRAMS)
def test_each_program_is_recognised(tmp_path: Path, shape: str) -> None:
    made = SHAPES[shape](tmp_path, REPLIES)
    export = read_export(tmp_path / made.responses, made.responses, Diagnostics())
    assert export is not None
    assert export.program == PROGRAMS[shape]


def columns(folder: Path, shape: str) -> dict[str, Column]:
    made = SHAPES[shape](folder, [*REPLIES, *REPLIES])
    export = read_export(folder / made.responses, made.responses, Diagnostics())
    assert export is not None
    assert [each.name for each in export.columns] == list(export.sheet.columns)
    return {each.name: each for each in export.columns}


@pytest.mark.parametrize("shape", SHAPES)
def test_one_column_of_each_export_is_its_ids(tmp_path: Path, shape: str) -> None:
    found = [each.name for each in columns(tmp_path, shape).values() if each.holds is Holds.ID]
    assert len(found) == 1


def test_heads_of_qualtrics_tell_questions_parts_and_groups(tmp_path: Path) -> None:
    found = columns(tmp_path, "qualtrics")
    assert found["Q1"].question == Q1
    assert found["Q2_2"] == Column("Q2_2", Q2, WAX, "Q2", Holds.ANSWER)
    veil = (Value(TOOLS[1], TOOLS[1]),)
    assert found["Q3_2"] == Column("Q3_2", Q3, TOOLS[1], "Q3", Holds.TICK, "", veil)
    assert found["Q4_1"] == Column("Q4_1", Q4, "Hives", "Q4", Holds.RANK)
    assert found["IPAddress"].holds is Holds.PERSONAL


def test_a_question_of_survey_monkey_goes_on_over_its_blanks(tmp_path: Path) -> None:
    found = columns(tmp_path, "surveymonkey")
    assert found[Q1].holds is Holds.ANSWER
    assert found[f"{Q2} [{WAX}]"] == Column(f"{Q2} [{WAX}]", Q2, WAX, Q2, Holds.ANSWER)
    assert found[f"{Q3} [Smoker]"].holds is Holds.TICK
    assert found[f"{Q4} [Wax]"].holds is Holds.RANK
    assert found["Email Address"].holds is Holds.PERSONAL


def test_microsoft_forms_joins_answers_and_orders_by_semicolons(tmp_path: Path) -> None:
    found = columns(tmp_path, "microsoft forms")
    assert (found[Q3].holds, found[Q3].separator) == (Holds.ANSWERS, ";")
    assert (found[Q4].holds, found[Q4].separator) == (Holds.RANKED, ";")
    assert found[Q1].question == Q1  # a space that holds stood behind it
    assert [found[name].holds for name in ("Email", "Name")] == [Holds.PERSONAL] * 2


@pytest.mark.parametrize(
    "heads",
    [
        ("ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"),
        ("ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom"),
        ("Id", "Hora de inicio", "Hora de finalización", "Correo electrónico", "Nombre"),
        ("Id", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"),
    ],
)
def test_microsoft_forms_is_known_in_the_language_of_whoever_downloads(
    tmp_path: Path, heads: tuple[str, ...]
) -> None:
    rows = [[*heads, Q1], ["1", "45413", "45413.5", "jo@bees.example", "Jo", "Yes;No;"]]
    (tmp_path / "r.csv").write_text(csv_text(rows), encoding="utf-8")
    export = read_export(tmp_path / "r.csv", "r.csv", Diagnostics())
    assert export is not None
    assert export.program == "Microsoft Forms"
    assert [each.holds for each in export.columns] == [
        *(Holds.ID, Holds.TIME, Holds.TIME, Holds.PERSONAL, Holds.PERSONAL, Holds.ANSWERS),
    ]


def test_rows_of_a_grid_of_microsoft_forms_stand_behind_a_full_stop(tmp_path: Path) -> None:
    heads = ["ID", "Start time", "Completion time", "How are they?.The bees", "How are they?.Wax"]
    heads += ["Python 3.8 or newer?", "Python 3.9 or newer?", "Is it ready, e.g. today?"]
    rows = [heads, ["1", "45413", "45413.5", "Well", "Ill", "Yes", "No", "Yes"]]
    (tmp_path / "r.csv").write_text(csv_text(rows), encoding="utf-8")
    export = read_export(tmp_path / "r.csv", "r.csv", Diagnostics())
    assert export is not None
    told = [(each.question, each.part) for each in export.columns[3:]]
    assert told == [
        *(("How are they?", "The bees"), ("How are they?", "Wax")),
        *((head, "") for head in heads[5:]),
    ]


def test_rows_of_a_grid_of_google_forms_stand_in_brackets(tmp_path: Path) -> None:
    found = columns(tmp_path, "google forms")
    assert found[f"{Q2} [{HONEY}]"].part == HONEY
    assert found[f"{Q2} [{HONEY}]"].group == Q2
    assert (found[Q3].holds, found[Q3].separator) == (Holds.ANSWERS, ", ")
    assert found[f"{Q4} [Hives]"].holds is Holds.RANK


def test_alchemer_puts_rows_and_options_before_their_question(tmp_path: Path) -> None:
    found = columns(tmp_path, "alchemer")
    assert found[Q1].question == Q1
    assert (found[f"{WAX}:{Q2}"].question, found[f"{WAX}:{Q2}"].part) == (Q2, WAX)
    assert found[f"Smoker:{Q3}"].holds is Holds.TICK
    assert found[f"Wax:{Q4}"].holds is Holds.RANK
    assert found["Comments"].holds is Holds.ABOUT


def test_write_ins_and_partial_replies_of_alchemer_are_told_apart(tmp_path: Path) -> None:
    heads = (
        "Time Started,Date Submitted,Status,How do you come?,Other - Write In:How do you come?,"
        '"Name #1:What: do you need?",Name #2:What: do you need?,Other word(s)::Which words?,'
        "Which words?,Comments"
    )
    rows = "2024-05-01 10:00:00,2024-05-01 10:00:00,Partial,By bus,,a,b,fine,Good; Old,None\n"
    rows += "2024-05-01 10:00:00,2024-05-01 10:00:00,Complete,Other,Ski,c,d,,Good,\n"
    (tmp_path / "r.csv").write_text(f"{heads}\n{rows}", encoding="utf-8")
    diagnostics = Diagnostics()
    export = read_export(tmp_path / "r.csv", "r.csv", diagnostics)
    assert export is not None
    assert [each.code for each in diagnostics.warnings] == ["data-partial"]
    known = [(each.question, each.part, each.holds) for each in export.columns[3:10]]
    assert known == [
        ("How do you come?", "", Holds.UNKNOWN),
        ("How do you come?", "Other - Write In", Holds.TEXT),
        ("What: do you need?", "Name #1", Holds.UNKNOWN),
        ("What: do you need?", "Name #2", Holds.UNKNOWN),
        ("Which words?", "Other word(s)", Holds.TEXT),
        ("Which words?", "", Holds.ANSWERS),
        ("Comments", "", Holds.UNKNOWN),
    ]


def test_survey_monkey_that_was_written_by_pandas_goes_on_over_its_unnamed_heads(
    tmp_path: Path,
) -> None:
    text = (
        "Own a dog?,Which pets?,Unnamed: 2,Like it?\nResponse,Cat,Fish,Response\n"
        "Yes,Cat,,Yes\nNo,,Fish,No\n"
    )
    (tmp_path / "r.csv").write_text(text, encoding="utf-8")
    export = read_export(tmp_path / "r.csv", "r.csv", Diagnostics())
    assert export is not None
    names = [each.name for each in export.columns if each.holds is Holds.TICK]
    assert names == ["Which pets? [Cat]", "Which pets? [Fish]"]


def test_survey_monkey_is_known_without_the_ids_that_were_taken_out(tmp_path: Path) -> None:
    text = (
        "Faith?,,Own a dog?,Which pets?,\nResponse,None of these,Response,Cat,Fish\n"
        "None of these,Druid,Yes,Cat,\nNo,,No,,Fish\n"
    )
    (tmp_path / "r.csv").write_text(text, encoding="utf-8")
    export = read_export(tmp_path / "r.csv", "r.csv", Diagnostics())
    assert export is not None
    assert export.program == "SurveyMonkey"
    assert [(each.name, each.holds) for each in export.columns] == [
        ("Faith?", Holds.ANSWER),
        ("Faith? [None of these]", Holds.TEXT),
        ("Own a dog?", Holds.ANSWER),
        ("Which pets? [Cat]", Holds.TICK),
        ("Which pets? [Fish]", Holds.TICK),
        ("row", Holds.ID),
    ]


def test_places_of_a_ranking_of_lime_survey_hold_items(tmp_path: Path) -> None:
    found = columns(tmp_path, "limesurvey")
    assert [found[f"Q4[{place}]"].holds for place in (1, 2, 3)] == [Holds.PLACED] * 3
    assert found["Q4[2]"].part == "2"
    assert found["Q3[SQ001]"].holds is Holds.TICK
    assert found["Q2[SQ001]"].holds is Holds.ANSWER


def test_heads_of_lime_survey_as_code_and_question(tmp_path: Path) -> None:
    heads = (
        "id,submitdate,lastpage,startlanguage,Q3[SQ001]. Which? [Smoker],Q3[other]. Which? [Other]"
    )
    rows = "1,2024-05-01 10:00:00,1,en,Yes,Fork\n2,2024-05-01 10:00:01,1,en,N/A,\n"
    (tmp_path / "r.csv").write_text(f"{heads}\n{rows}", encoding="utf-8")
    export = read_export(tmp_path / "r.csv", "r.csv", Diagnostics())
    assert export is not None
    smoker, other = export.columns[4:]
    assert (smoker.question, smoker.part, smoker.group) == ("Which?", "Smoker", "Q3")
    assert (smoker.holds, other.holds) == (Holds.TICK, Holds.TEXT)
    assert [each.text for each in smoker.answers] == ["Yes"]
    assert export.not_asked == {smoker.name: frozenset({"N/A"})}


def test_heads_of_lime_survey_are_known_where_the_columns_of_the_reply_were_left_out(
    tmp_path: Path,
) -> None:
    heads = (
        '"","job1. Do you work?","job2[SQ001]. Which? [Smoker]","job2[SQ002]. Which? [Fork, knife]"'
        ',"job3[1]. Put in order [Rank 1]","job3[2]. Put in order [Rank 2]"'
    )
    rows = "1,Yes,Yes,No,Pay,Peace\n2,No,No,No,Peace,\n"
    (tmp_path / "r.csv").write_text(f"{heads}\n{rows}", encoding="utf-8")
    export = read_export(tmp_path / "r.csv", "r.csv", Diagnostics())
    assert export is not None
    assert export.program == "LimeSurvey"
    assert len(export.sheet.rows) == 2
    _, job, smoker, _, first, *_ = export.columns
    assert job.question == "Do you work?"
    assert (smoker.question, smoker.part, smoker.holds) == ("Which?", "Smoker", Holds.TICK)
    assert (first.question, first.part, first.holds) == ("Put in order", "1", Holds.PLACED)


def test_numbered_questions_are_no_codes_of_lime_survey(tmp_path: Path) -> None:
    heads = "Q1. Do you work?,Q2. How far? [km],Q3. How do you come? [Bus]"
    (tmp_path / "r.csv").write_text(f"{heads}\nYes,3,Yes\n", encoding="utf-8")
    export = read_export(tmp_path / "r.csv", "r.csv", Diagnostics())
    assert export is not None
    assert export.program != "LimeSurvey"


def test_timings_of_lime_survey_are_about_the_reply(tmp_path: Path) -> None:
    heads = (
        "id,submitdate,lastpage,startlanguage,Q1,Q1[other],FreeTime,interviewtime,groupTime7,Q1Time"
    )
    (tmp_path / "r.csv").write_text(
        f"{heads}\n1,2024-05-01,1,en,Yes,,None,9,8,7\n", encoding="utf-8"
    )
    export = read_export(tmp_path / "r.csv", "r.csv", Diagnostics())
    assert export is not None
    assert [each.holds for each in export.columns[4:]] == [
        *(Holds.UNKNOWN, Holds.TEXT, Holds.UNKNOWN),
        *[Holds.ABOUT] * 3,
    ]


@pytest.mark.parametrize("second", [",,,\n", ""])
def test_a_condensed_export_of_survey_monkey_has_one_row_of_heads(
    tmp_path: Path, second: str
) -> None:
    text = f"Respondent ID,Collector ID,IP Address,Why?\n{second}1,9,,Yes\n2,9,,No\n"
    (tmp_path / "r.csv").write_text(text, encoding="utf-8")
    export = read_export(tmp_path / "r.csv", "r.csv", Diagnostics())
    assert export is not None
    assert export.program == "SurveyMonkey"
    assert export.sheet.rows["Why?"].tolist() == ["Yes", "No"]
    assert [each.holds for each in export.columns[:3]] == [Holds.ID, Holds.ABOUT, Holds.PERSONAL]


def test_qualtrics_of_before_2018_has_two_rows_of_heads(tmp_path: Path) -> None:
    noted = ["ResponseID", "ResponseSet", "IPAddress", "Status", "Finished"]
    rows = [
        ["V1", "V2", "V6", "V7", "V10", "Q1", "Q2_1", "Q2_2", "Q2_2_TEXT", "Q3_1", "Q3_2"],
        [
            *noted,
            "How was it - all in all?",
            *("Which do you use?-Pool", "Which do you use?-Other-place"),
            "Which do you use?-Other-TEXT",
            *("Do you agree?-Staff are well-mannered", "Do you agree?-It is quick"),
        ],
        ["R_1", "Default", "10.0.0.1", "0", "1", "Good", "Pool", "", "", "Yes", "No"],
        ["R_2", "Default", "10.0.0.2", "1", "1", "Poor", "", "Other-place", "a", "No", "No"],
        ["R_3", "Default", "10.0.0.3", "0", "0", "Poor", "Pool", "Other-place", "", "No", "Yes"],
    ]
    (tmp_path / "r.csv").write_text(csv_text(rows), encoding="utf-8")
    found = Diagnostics()
    export = read_export(tmp_path / "r.csv", "r.csv", found)
    assert export is not None
    assert export.program == "Qualtrics"
    told = [(each.question, each.part, each.holds) for each in export.columns]
    assert [each[2] for each in told[:3]] == [Holds.ID, Holds.ABOUT, Holds.PERSONAL]
    assert told[5:] == [
        ("How was it - all in all?", "", Holds.UNKNOWN),
        ("Which do you use?", "Pool", Holds.TICK),
        ("Which do you use?", "Other-place", Holds.TICK),
        ("Which do you use?", "Other-TEXT", Holds.TEXT),
        ("Do you agree?", "Staff are well-mannered", Holds.ANSWER),
        ("Do you agree?", "It is quick", Holds.ANSWER),
    ]
    assert export.sheet.rows["Q1"].tolist() == ["Good", "Poor"]  # the preview is left out
    assert [each.where.line for each in found if each.where] == [4, 5]


def test_the_first_qualtrics_with_import_ids_wrote_them_in_other_quotation_marks(
    tmp_path: Path,
) -> None:
    noted = ["ResponseID", "ResponseSet", "IPAddress", "Status", "Finished"]
    coded = [*noted, "QID1", "QID2-1", "QID2-2"]
    rows = [
        ["ResponseId", *noted[1:], "Q1", "Q2_1", "Q2_2"],
        [*noted, "How was it?", "Which do you use?-Pool", "Which do you use?-Gym"],
        [f"{{'ImportId': '{each}'}}" for each in coded],
        ["R_1", "Default", "10.0.0.1", "0", "1", "Good", "Pool", ""],
        ["R_2", "Default", "10.0.0.2", "0", "1", "Poor", "", "Gym"],
        ["R_3", "Default", "10.0.0.3", "0", "1", "Good", "Pool", "Gym"],
    ]
    (tmp_path / "r.csv").write_text(csv_text(rows), encoding="utf-8")
    export = read_export(tmp_path / "r.csv", "r.csv", Diagnostics())
    assert export is not None
    assert export.program == "Qualtrics"
    assert export.sheet.rows["Q1"].tolist() == ["Good", "Poor", "Good"]
    assert [(each.question, each.part) for each in export.columns[-2:]] == [
        ("Which do you use?", "Pool"),
        ("Which do you use?", "Gym"),
    ]


def test_a_question_that_stands_twice_keeps_its_wording(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("Why?,Who?,Why?\na,b,c\nd,e,f\n", encoding="utf-8")
    export = read_export(tmp_path / "r.csv", "r.csv", Diagnostics(), Choices(name_heads=True))
    assert export is not None
    told = [(each.name, each.question) for each in export.columns][:3]
    assert told == [("Why?", "Why?"), ("Who?", "Who?"), ("Why? (2)", "Why?")]


def test_parts_in_brackets_at_the_end_of_a_head_of_snap(tmp_path: Path) -> None:
    rows = [
        [
            "ID.name",
            "Q1 What worries you? (Traffic)",
            "Q1 What worries you? (Crime)",
            "Q1 What worries you? (Speed (on the bypass))",
            "Q2 Why (not)?",
        ],
        ["1", "Traffic", "", "", "A"],
        ["2", "Traffic", "Crime", "", "B"],
        ["3", "", "Not Asked", "Speed (on the bypass)", "A"],
    ]
    (tmp_path / "r.csv").write_text(csv_text(rows), encoding="utf-8")
    export = read_export(tmp_path / "r.csv", "r.csv", Diagnostics())
    assert export is not None
    told = [(each.question, each.part, each.holds) for each in export.columns[1:]]
    assert told == [
        ("What worries you?", "Traffic", Holds.TICK),
        ("What worries you?", "Crime", Holds.TICK),
        ("What worries you?", "Speed (on the bypass)", Holds.TICK),
        ("Why (not)?", "", Holds.UNKNOWN),
    ]


def test_import_ids_of_qualtrics_tell_texts_and_the_columns_of_one_question(
    tmp_path: Path,
) -> None:
    imports = [
        *('{"ImportId":"_recordId"}', '{"ImportId":"QID31_TEXT"}'),
        *('{"ImportId":"QID1","choiceId":"1"}', '{"ImportId":"QID1","choiceId":"2"}'),
        *('{"ImportId":"QID1_4_TEXT"}', '{"ImportId":"BL_1_DO","choiceId":"Q8"}'),
        '{"ImportId":"region"}',
    ]
    rows = [
        ["ResponseId", "Q57", "Q1_1", "Q1_2", "Q1_4_TEXT", "Main_DO_Q8", "region"],
        ["Response ID", "Why?", "Pick - a", "Pick - b", "Pick - Other - Text", "Order", "region"],
        imports,
        ["R_1", "Because", "a", "", "c", "1", "North"],
        ["R_2", "", "a", "b", "", "2", "South"],
    ]
    (tmp_path / "r.csv").write_text(csv_text(rows), encoding="utf-8")
    export = read_export(tmp_path / "r.csv", "r.csv", Diagnostics())
    assert export is not None
    told = [(each.group, each.part, each.holds) for each in export.columns[1:]]
    assert told == [
        ("Q57", "", Holds.TEXT),
        ("Q1", "a", Holds.TICK),
        ("Q1", "b", Holds.TICK),
        ("Q1", "Other", Holds.TEXT),
        ("Main_DO_Q8", "", Holds.ABOUT),
        ("region", "", Holds.UNKNOWN),
    ]


def test_words_of_snap_are_states(tmp_path: Path) -> None:
    made = SHAPES["snap"](tmp_path, REPLIES)
    export = read_export(tmp_path / made.responses, made.responses, Diagnostics())
    assert export is not None
    assert export.missing["Q1"] == frozenset({"No Reply"})
    assert export.columns[5].part == "Smoker"


def test_a_state_in_one_column_of_snap_leaves_the_others_of_its_question_alone(
    tmp_path: Path,
) -> None:
    text = "ID.name,Q3.1,Q3.2,Q4.1,Q4.2\n1,Smoker,,1,2\n2,Not Asked,Veil,No Reply,1\n"
    (tmp_path / "r.csv").write_text(text, encoding="utf-8")
    export = read_export(tmp_path / "r.csv", "r.csv", Diagnostics())
    assert export is not None
    assert [(each.part, each.holds) for each in export.columns[1:]] == [
        *(("Smoker", Holds.TICK), ("Veil", Holds.TICK)),
        *(("1", Holds.RANK), ("2", Holds.RANK)),
    ]


def test_answers_of_a_coded_file_stand_in_the_order_of_the_form(tmp_path: Path) -> None:
    for shape in ("spss", "triple-s 2.0, fixed, spread", "parquet"):
        assert [each.label for each in columns(tmp_path, shape)["q1"].values] == list(MATTERS)


replies = st.builds(
    Reply,
    q1=st.sampled_from(("", *MATTERS)),
    q2=st.tuples(st.sampled_from(("", *AGREE)), st.sampled_from(("", *AGREE))),
    q3=st.lists(st.sampled_from(TOOLS), unique=True).map(
        lambda ticked: tuple(sorted(ticked, key=TOOLS.index))
    ),
    q4=st.one_of(st.just(()), st.permutations(FIRST).map(tuple)),
)


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(given_replies=st.lists(replies, min_size=1, max_size=8).filter(any))
def test_any_answers_are_the_same_in_every_shape(shape: str, given_replies: Replies) -> None:
    if all(each == Reply() for each in given_replies):
        return
    with tempfile.TemporaryDirectory() as folder:
        assert answers(Path(folder), shape, given_replies) == expected(given_replies)


def test_what_stands_in_brackets_is_no_list_of_answers() -> None:
    cells = [
        "Build, Test (fast; slow)",
        "Test (fast; slow)",
        "Build, Read",
        "Read, Test (fast; slow)",
    ]
    assert joined_by(cells, (";", ", ")) == ", "
    assert parts("Test (fast; slow); Read;", ";") == ["Test (fast; slow)", "Read"]
    assert parts("Read; so hard :( ; Test", ";") == ["Read", "so hard :(", "Test"]


GERMAN = [
    *("Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Zufallsstartwert"),
    *("Wofür nutzen Sie den Bus? [Arbeit]", "Wofür nutzen Sie den Bus? [Arzt]"),
    *("Was zuerst? [Rang 1]", "Was zuerst? [Rang 2]"),
]
ORDER = ("Takt", "App")


def test_a_german_lime_survey_is_one_too(tmp_path: Path) -> None:
    rows = [GERMAN]
    rows += [
        [str(at), "2026-02-01", "3", "de", "7", *("Ja", "Nein")[:: (1, -1)[at % 2]], *ORDER]
        for at in range(1, 9)
    ]
    (tmp_path / "bus.csv").write_text(csv_text(rows, ";"), encoding="utf-8-sig")
    export = read_export(tmp_path / "bus.csv", "bus.csv", Diagnostics(), Choices())
    assert export is not None
    assert export.program == "LimeSurvey"
    holds = {each.name: each.holds for each in export.columns}
    assert holds["Antwort ID"] is Holds.ID
    assert holds["Letzte Seite"] is Holds.ABOUT
    assert {holds[each] for each in GERMAN[5:7]} == {Holds.TICK}
    assert {holds[each] for each in GERMAN[7:]} == {Holds.PLACED}


def test_what_is_written_beside_the_options_of_snap_leaves_them_their_labels(
    tmp_path: Path,
) -> None:
    heads = ["ID.name", "Q4:1 Problems?", "Q4:2 Problems?", "Q4. Other (please write in)"]
    rows = [[f"SN{at}", ("Rubbish", "")[at % 2], "Damp", f"rats {at}"] for at in range(8)]
    (tmp_path / "homes.csv").write_text(csv_text([heads, *rows]), encoding="utf-8")
    export = read_export(tmp_path / "homes.csv", "homes.csv", Diagnostics(), Choices())
    assert export is not None
    assert [each.part for each in export.columns[1:3]] == ["Rubbish", "Damp"]


def test_a_tag_leaves_no_space_before_the_sign_behind_it() -> None:
    words = "<b>Overall</b>, how <i>good</i> is it<br/>now?"
    assert without_tags(words) == "Overall, how good is it now?"

"""What a column is taken for by its wording: exports as newcomers bring them, made up in small."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.starter.scales import guess_scale
from briefing.starter.titles import title_in, title_of
from briefing.survey.export import Column, Holds, Value
from briefing.survey.question import Kind
from tests.unit.starter.asked import guessed, only

YES_NO = ["Yes", "No", "No", "Yes"] * 12


def attributes(columns: dict[str, list[str]]) -> dict[str, str]:
    """The attributes that are guessed of columns beside a question, with their labels."""
    found = guessed({"Do you like it here?": YES_NO, **columns})
    return {each.id: each.label for each in found.attributes}


@pytest.mark.parametrize(
    "wording",
    [
        "Has your landlord carried out a repair to your home in the last 12 months?",
        "Do you or does anyone in your household run a business from your home?",
    ],
)
def test_what_happened_at_home_is_no_kind_of_home(wording: str) -> None:
    assert attributes({wording: YES_NO}) == {}


@pytest.mark.parametrize(
    ("wording", "answers", "kind"),
    [
        ("Do you live in a flat or a house?", ("Flat", "House"), "housing"),
        ("Which site do you mainly work at?", ("North", "South"), "site"),
        ("Are you…", ("A mother", "A father"), "type"),
        ("What is your connection with the village?", ("I live here", "I work here"), "connection"),
    ],
)
def test_who_somebody_is_is_known_by_the_wording(
    wording: str, answers: tuple[str, str], kind: str
) -> None:
    assert list(attributes({wording: [*answers] * 24})) == [kind]


def test_an_attribute_is_called_by_the_words_of_an_export_and_not_by_its_code() -> None:
    columns = [
        Column("likes", "Do you like it here?", "", "", Holds.ANSWER),
        Column("disab", "Long-standing illness or disability", "", "", Holds.ANSWER),
        Column("agegrp", "How old are you?", "", "", Holds.ANSWER),
    ]
    ages = ["18-34", "35-64", "65+", "65+"] * 12
    found = guessed({"likes": YES_NO, "disab": YES_NO, "agegrp": ages}, *columns)
    labels = {each.id: each.label for each in found.attributes}
    assert labels == {"disability": "Long-standing illness or disability", "age": "Age"}


@pytest.mark.parametrize(
    "wording",
    [
        "What one thing should your landlord do to improve?",
        "What could it do better?",
        "What does your practice do well?",
        "If other, please state",
    ],
)
def test_words_of_ones_own_are_comments_though_many_say_the_same(wording: str) -> None:
    """In a chart a sentence about a neighbour would be an answer that anybody can read."""
    cells = ["Repairs", "Talk to us", "Nothing", "Mr Hill at 4 Church Street parks here"] * 10
    cells += ["Cut the grass", "Answer the phone", "Parking", "The lift"] * 10
    found = guessed({"Do you like it here?": YES_NO[:80] + YES_NO[:32], wording: cells})
    assert [each.kind for each in found.questions] == [Kind.SINGLE, Kind.OPEN]
    assert found.comments


def test_a_question_of_one_thing_with_a_plain_favourite_stays_a_choice() -> None:
    cells = ["The park"] * 30 + ["The library"] * 15 + ["The pool"] * 10
    assert only({"What is the one thing you value most?": cells}).kind is Kind.SINGLE


def test_numbers_that_were_typed_are_amounts_and_no_comments() -> None:
    column = Column("Q6_TEXT", "How many people do you manage?", "", "", Holds.TEXT)
    cells = ["1", "2", "3", "5", "8", "12", "20", "35"] * 8
    question = only({"Q6_TEXT": cells}, column)
    assert question.kind is Kind.NUMERIC
    assert question.scale is not None
    assert question.scale.family == "bands"


@pytest.mark.parametrize(
    ("head", "cells", "reason"),
    [
        ("What is the first part of your home postcode?", ["SY1", "SY2", "TF1"], "postcode"),
        ("Date of interview", ["13900000000.0", "13900086400.0"], "dates"),
    ],
)
def test_where_somebody_lives_and_when_they_answered_is_left_out(
    head: str, cells: list[str], reason: str
) -> None:
    found = guessed({"Do you like it here?": YES_NO, head: cells * (48 // len(cells))})
    assert [reason in each.reason for each in found.left_out] == [True]


@pytest.mark.parametrize(
    ("form", "wording", "says"),
    [
        (
            ("Very safe", "Fairly safe", "A bit unsafe", "Very unsafe", "I never do this"),
            "How safe do you feel after dark?",
            "feel very or fairly safe",
        ),
        (
            ("Very easy", "Fairly easy", "Not very easy", "Not at all easy", "Haven't tried"),
            "How easy is it to get through?",
            "call it very or fairly easy",
        ),
        (
            (
                *("A very big problem", "A fairly big problem", "Not a very big problem"),
                *("Not a problem at all", "Don't know"),
            ),
            "How much of a problem is litter?",
            "call it a very or fairly big problem",
        ),
    ],
)
def test_scales_with_those_who_do_not_do_it_are_known(
    form: tuple[str, ...], wording: str, says: str
) -> None:
    scale = guess_scale(dict.fromkeys(sorted(form), 5), (), wording)
    assert [each.label for each in scale.answers] == list(form)
    assert scale.nets[0].says == says


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("Staff+wellbeing+2025_March+31,+2025_10.22.csv", "Staff wellbeing 2025"),
        ("Neighbourhood Plan(1-133).xlsx", "Neighbourhood Plan"),
        ("results-survey482915.csv", "A survey"),
        ("TenantSurvey2025_data.csv", "Tenant Survey 2025"),
        ("travel_2025_final_v3.sav", "Travel 2025"),
        ("Park survey (Responses).csv", "Park survey"),
        ("Park survey (Responses) - Form Responses 1.csv", "Park survey"),
        ("Parkumfrage (Antworten) - Formularantworten 1.csv", "Parkumfrage"),
        ("Park survey - Form Responses 12 (2).csv", "Park survey"),
        ("Park survey (Reading).csv", "Park survey (Reading)"),
        ("parks.csv", "Parks"),
    ],
)
def test_a_survey_is_called_by_its_file_without_what_programs_add(file: str, title: str) -> None:
    assert title_of(Path(file)) == title


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("Aggregated File", ""),
        ("SPSS data file", ""),
        ("parks_2024.sav", ""),
        ("Untitled2", ""),
        ("Parks in Reading", "Parks in Reading"),
        ("Dataset of park visits", "Dataset of park visits"),
    ],
)
def test_a_label_that_a_program_gives_to_any_file_is_no_title(label: str, title: str) -> None:
    assert title_in(label) == title


def test_who_wrote_another_answer_beside_a_choice_has_answered_it() -> None:
    """Their cell is blank: without them the others would be shares of fewer than answered."""
    asked = "What describes your household?"
    columns = [
        Column("A", asked, "", "A", Holds.ANSWER),
        Column("A [Other]", asked, "Other (please specify)", "A", Holds.TEXT),
    ]
    cells = ["Two parents", "One parent", "Two parents", "", ""] * 8
    written = ["", "", "", "Grandparents", ""] * 8
    found = guessed({"Liked?": YES_NO[:40], "A": cells, "A [Other]": written}, *columns)
    (household,) = found.attributes
    assert [each.label for each in household.groups] == ["Two parents", "One parent", "Other"]
    assert found.responses[household.id].count("Other") == 8
    assert found.responses[household.id].count("") == 8


def test_every_doubt_of_an_export_is_put_as_a_question() -> None:
    """Who reads them in the terminal is to know what to answer."""
    found = guessed(
        {
            "Liked?": YES_NO,
            "Way?": ["Bus", "Car", "Foot"] * 16,
            "Rate it from 1 to 5": ["1", "2", "3", "4", "5", "5"] * 8,
            "Ethnicity": ["White", "Black", "Asian"] * 16,
            "Rent": ["91.5", "82", "110", "about 90", *["95"] * 44],
        }
    )
    assert len(found.asked) > 3
    assert [each for each in found.asked if "?" not in each] == []


def test_whom_a_question_was_put_to_is_told_without_dots() -> None:
    """Its words are printed below the chart of every question that was asked of some."""
    asked = "Has your landlord carried out any repair to your own home in the last 12 months?"
    rated = ["Good", "", "", "Poor"] * 12
    found = guessed({asked: YES_NO, "How would you rate the repair?": rated})
    (_, question) = found.questions
    assert question.routing is not None
    assert question.routing.words == (
        "who answered “Yes” to “Has your landlord carried out any repair to your own home?”"
    )


def test_replies_that_all_differ_are_no_answers_of_a_form() -> None:
    said = ["The hall", "A bus", "Trees", "My dog"]
    (question,) = guessed({"What comes next?": [*said, *[""] * 40]}).questions
    assert question.kind is Kind.OPEN


def test_a_list_of_fifty_places_is_no_chart() -> None:
    places = [f"County {chr(65 + each % 26)}{each}" for each in range(50)]
    told = Column("q1", "County", holds=Holds.ANSWER, values=tuple(Value(e, e) for e in places))
    found = guessed({"q1": places * 3, "Do you like it?": ["Yes", "No", "No"] * 50}, told)
    assert [each.wording for each in found.questions] == ["Do you like it?"]
    assert any("q1 has 50 different names" in each for each in found.asked)


def test_ranks_named_in_words_are_a_ranking() -> None:
    placed = [("1st", "2nd", "3rd"), ("3rd", "1st", "2nd"), ("2nd", "3rd", "1st"), ("1st", "", "")]
    items = ("Pools", "Parks", "Paths")
    columns = {
        f"What matters most? [{item}]": [row[place] for row in placed * 9]
        for place, item in enumerate(items)
    }
    found = guessed(
        columns,
        *(
            Column(head, "What matters most?", item, "q")
            for head, item in zip(columns, items, strict=True)
        ),
    )
    (question,) = found.questions
    assert question.kind is Kind.RANKING
    assert list(found.responses.values())[-3][:4] == ("1", "3", "2", "1")


def test_some_of_the_options_in_an_order_of_ones_own_are_a_ranking_where_it_was_asked_for() -> None:
    cells = ["Pools;Parks;", "Parks;Paths;Pools;", "Paths;Pools;", "Parks;", "Paths;Parks;"] * 8
    asked = only({"Please rank what matters to you": cells})
    assert (asked.kind, asked.places) == (Kind.RANKING, 3)
    assert only({"What do you like?": cells}).kind is not Kind.RANKING


def test_options_that_begin_alike_and_hold_a_comma_are_not_cut_at_it() -> None:
    cells = ["Gym, classes, Pool", "Gym, classes, Gym, weights", "Pool", "Gym, weights"] * 9
    found = only(
        {"What do you use?": cells}, Column("What do you use?", "What do you use?", separator=", ")
    )
    assert {each.label for each in found.items} == {"Gym, classes", "Gym, weights", "Pool"}
    assert any("cut at a comma" in doubt for doubt in found.doubts)


def test_ticks_that_are_told_by_numbers_are_no_ranks() -> None:
    told = [
        Column(f"Pets [{label}]", "Pets", label, "Pets", Holds.TICK, "", (Value(code, label),))
        for code, label in (("1", "Cat"), ("2", "Dog"), ("3", "Fish"))
    ]
    rows = [("1", "2", ""), ("", "2", "3"), ("1", "", "3"), ("1", "2", "3")] * 9
    cells = {each.name: [row[at] for row in rows] for at, each in enumerate(told)}
    assert only(cells, *told).kind is Kind.MULTIPLE


def test_a_shared_beginning_is_not_cut_between_a_subject_and_its_verb() -> None:
    start = "How likely is it if Donald Trump is elected president that he"
    ends = ("builds a wall", "raises taxes", "starts a war", "resigns early")
    scale = ["Very likely", "Fairly likely", "Not very likely", "Not at all likely"]
    found = guessed(
        {f"{start} {each}": (scale[at:] + scale[:at]) * 10 for at, each in enumerate(ends)}
    )
    (question,) = found.questions
    assert question.wording == "How likely is it if Donald Trump is elected president …"
    assert [each.label for each in question.items] == [f"That he {each}" for each in ends]

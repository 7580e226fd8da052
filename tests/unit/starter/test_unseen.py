"""What exports that nobody had seen before taught, on made-up ones of the same shape."""

from __future__ import annotations

import pytest

from briefing.starter.banded import bands
from briefing.starter.scales import guess_scale
from briefing.survey.export import Column, Holds, Value
from briefing.survey.question import Kind, Meaning
from tests.unit.starter.asked import guessed, only

UNTOLD = ["4. Do not know"]
SPREAD = ["bus", "bus", "tram", "bus", "tram", "ferry"]


def labels(*given: str) -> list[str]:
    return [each.label for each in guess_scale(dict.fromkeys(sorted(given), 5)).answers]


def answers(*given: str) -> tuple[Value, ...]:
    return tuple(Value(str(code), label) for code, label in enumerate(given, 1))


@pytest.mark.parametrize(
    "form",
    [
        ("Top priority", "High priority", "Moderate priority", "Low priority", "Not a priority"),
        (
            *("All of the time", "Most of the time", "A good bit of the time"),
            *("Some of the time", "A little of the time", "None of the time"),
        ),
        ("Nearly every day", "More than half the days", "Several days", "Not at all"),
        (
            *("Much more than I do", "A little more than I do", "About the same as I do"),
            *("A little less than I do", "Much less than I do"),
        ),
        ("Less than a year", "1 - 4 years", "5 - 9 years", "10 - 19 years", "20 years or more"),
        ("$0", "< $1000", "$1000 - $5000", "> $5000", "Not sure"),
        ("None yet", "1", "2", "3-5", "6-10", "More than 10"),
        ("Critical", "Very Important", "Somewhat important", "Slightly Important", "Not Important"),
        ("Yes, definitely!", "Probably", "Probably not", "No"),
        ("Almost every day", "Multiple times per week", "About once a month", "Never"),
        ("5. Daily", "4. Two or three times a week", "3. Once a week", "1. Never"),
    ],
)
def test_scales_stand_in_the_order_of_what_they_say(form: tuple[str, ...]) -> None:
    assert labels(*form) == list(form)
    assert guess_scale(dict.fromkeys(form, 5)).ordered


def test_what_interviewers_are_told_is_no_part_of_a_label() -> None:
    given = ("Approve", "Disapprove [OR]", "(VOL) Don't know/Refused", "Depends (VOL.)")
    scale = guess_scale(dict.fromkeys(given[:3], 5))
    assert scale.family == "approval"
    assert scale.answers[-1].meaning is Meaning.DONT_KNOW
    assert [each.label for each in scale.answers] == list(given[:3])


def test_a_semicolon_behind_each_answer_is_no_part_of_it_though_nobody_gave_two() -> None:
    cells = ["Bullying;", "None of these;", "None of these;", "Violence;"] * 10
    found = only({"Which of these have you met?": cells})
    assert found.kind is Kind.MULTIPLE
    assert sorted(each.label for each in found.items) == ["Bullying", "None of these", "Violence"]


def test_numbered_names_are_in_the_order_of_the_form_and_no_rating() -> None:
    scale = guess_scale(dict.fromkeys(("3. Ferry", "1. Bus", "2. Tram", "4. Do not know"), 5))
    assert [each.label for each in scale.answers] == ["1. Bus", "2. Tram", "3. Ferry", *UNTOLD]
    assert not scale.ordered
    assert not scale.nets
    assert scale.answers[-1].meaning is Meaning.DONT_KNOW


@pytest.mark.parametrize(
    ("points", "low"), [(range(1, 11), "1 to 3"), (range(11), "0 to 3"), (range(7), "0 or 1")]
)
def test_a_low_net_begins_where_the_rating_begins(points: range, low: str) -> None:
    scale = guess_scale(dict.fromkeys(map(str, points), 5), (), "How do you rate the buses?")
    (net,) = (each for each in scale.nets if each.id == "low")
    assert net.label == low
    assert net.of[0] == f"a_{points[0]}"


def test_a_wording_that_names_both_ends_of_a_rating_completes_it() -> None:
    head = "Were your needs met?10 - strongly agree, 1 - strongly disagree."
    question = only({head: ["4", "9", "10", "N/A", "9", "7"]})
    assert question.wording.startswith("Were your needs met? 10")
    assert question.short == "Were your needs met"
    assert question.scale
    shown = [each.label for each in question.scale.answers]
    assert shown == [*map(str, range(1, 11)), "N/A"]
    assert not [each for each in question.doubts if "which end" in each]


def test_a_rating_beside_a_column_of_words_is_no_grid() -> None:
    head = "How do you rate the buses?"
    found = guessed(
        {head: ["1", "5", "4", "2"], f"{head} [Why?]": ["Late again", "", "Clean seats", ""]},
        Column(head, head, "", head, Holds.ANSWER),
        Column(f"{head} [Why?]", head, "Why?", head, Holds.TEXT),
    )
    assert [each.kind for each in found.questions] == [Kind.SINGLE, Kind.OPEN]


def test_one_answer_to_each_row_of_a_scale_is_no_tick() -> None:
    often = answers("Never", "Once a week", "Every day")
    found = guessed(
        {"A1": ["Never"], "A2": ["Every day"], "A3": ["Never"]},
        *(
            Column(name, "How often do you go by …", part, "A", Holds.ANSWER, "", often)
            for name, part in (("A1", "Bus"), ("A2", "Tram"), ("A3", "Ferry"))
        ),
    )
    (question,) = found.questions
    assert question.kind is Kind.GRID


def test_questions_of_one_thing_after_another_are_a_grid() -> None:
    scale = answers("A lot", "Some", "None")
    head = "Q{}. How much trouble do you have with {} on your way to work? A lot, some or none?"
    things = ("late buses", "full trams", "dark streets")
    told = [
        Column(f"q7{letter}", head.format(f"7{letter}", thing), "", "", Holds.ANSWER, "", scale)
        for letter, thing in zip("abc", things, strict=True)
    ]
    (question,) = guessed({each.name: ["A lot", "None", "Some"] for each in told}, *told).questions
    assert question.kind is Kind.GRID
    assert [each.label for each in question.items] == ["Late buses", "Full trams", "Dark streets"]


def test_labels_that_end_in_brackets_are_the_options_of_one_question() -> None:
    ticked = answers("yes", "no")
    told = [
        Column(f"M_SQ0{place}", f"Ways to work ({way})", "", "", Holds.ANSWER, "", ticked)
        for place, way in enumerate(("by bus", "on foot"), 1)
    ]
    (question,) = guessed({each.name: ["yes", "no", "yes"] for each in told}, *told).questions
    assert question.wording == "Ways to work"
    assert [each.label for each in question.items] == ["By bus", "On foot"]


def test_scores_that_are_turned_round_belong_to_their_question() -> None:
    cells = ["Very true", "A little true", "Not true at all", "Very true"]
    names = ("FAIR_ACCESS.R", "FAIR_COST.R", "FAIR_CROWDS", "FAIR_TIMES.R")
    (question,) = guessed(dict.fromkeys(names, cells)).questions
    assert question.kind is Kind.GRID
    assert len(question.items) == len(names)


def test_years_have_no_commas_and_no_band_between_others_is_missing() -> None:
    found = only({"In what year was your club founded?": ["1991", "1994", "2012", "2019", "2022"]})
    assert found.scale
    shown = [each.label for each in found.scale.answers]
    assert not [each for each in shown if "," in each]
    assert len(shown) == len(bands([1991, 1994, 2012, 2019, 2022]))


def test_no_answer_and_the_highest_age_among_numbers_stay_numbers() -> None:
    ages = ["18", "33", "97 or older", "52", "Refused", "61", "47"]
    declared = (Value("97", "97 or older"), Value("99", "Refused"))
    found = guessed({"age": ages}, Column("age", "What is your age?", values=declared))
    (age,) = found.attributes
    assert age.groups[-1].label == "Refused"
    assert not {each.label for each in age.groups} & {"18", "33", "97 or older"}
    assert "97 or older" not in found.responses[age.id]


def test_a_day_written_as_one_number_is_no_amount() -> None:
    found = guessed({"int_date": ["190320", "190321", "190325"], "Way": ["bus", "tram", "bus"]})
    assert "int_date" in [each.column for each in found.left_out]


@pytest.mark.parametrize(
    "head",
    [
        "Do you feel that our schools are friendly toward religion, neutral or unfriendly?",
        "How many people of your team are in a more senior role than you?",
    ],
)
def test_an_opinion_or_a_count_is_no_attribute(head: str) -> None:
    found = guessed({head: ["1", "2", "2", "3", "1", "2"]})
    assert not found.attributes
    assert len(found.questions) == 1


# -- what tells who somebody is --------------------------------------------------------------------


def test_codes_of_places_are_left_out_whatever_stands_beside_their_name() -> None:
    found = guessed({"ZIPCODE_HOME": ["90210", "10001", "60601"], "Way": ["bus", "tram", "bus"]})
    told = {each.column: each.reason for each in found.left_out}
    assert told["ZIPCODE_HOME"].startswith("personal data")


def test_what_was_written_beside_an_option_is_never_an_answer() -> None:
    found = guessed({"WAY": SPREAD, "WAY_OTHER_TEXT": ["", "", "", "my aunt drives me", "", ""]})
    open_ones = [each for each in found.questions if each.kind is Kind.OPEN]
    assert len(open_ones) == 1
    assert "my aunt drives me" not in {cell for cells in found.responses.values() for cell in cells}


def test_write_ins_with_commas_are_no_answers_of_a_form() -> None:
    written = ["Jo Bloggs told me, long ago", "a poster, I think", "the radio", "at school, once"]
    cells = ["Word of mouth"] * 30 + ["Search"] * 20 + written
    found = guessed(
        {"How did you hear of us?": cells},
        Column(
            "How did you hear of us?", "How did you hear of us?", holds=Holds.ANSWERS, separator=","
        ),
    )
    printed = {cell for cells in found.responses.values() for cell in cells}
    assert not printed & set(written)
    assert "Other" in printed


def test_a_question_that_names_a_device_is_no_number_of_one() -> None:
    head = "What do you use on your computer / tablet / mobile?"
    found = guessed({head: ["maps of the town", "a timetable", "nothing much at all", "the news"]})
    assert not [each for each in found.left_out if each.reason.startswith("personal")]


def test_what_a_program_notes_of_fraud_is_no_question() -> None:
    noted = {
        "Q_RecaptchaScore": ["0.9", "1", "0.8", "1", "1", "0.9"],
        "Q_RelevantIDDuplicate": ["", "TRUE", "", "", "", ""],
    }
    found = guessed({**noted, "Way": SPREAD})
    assert {each.column for each in found.left_out} >= set(noted)


# -- what stands between numbers and ticks ---------------------------------------------------------


def test_ends_with_words_close_the_points_between_them() -> None:
    form = ["Strongly disagree", "2", "3", "4", "5", "6", "7", "8", "9", "Strongly agree", "N/A"]
    assert labels(*form) == form
    assert guess_scale(dict.fromkeys(form, 5)).doubts


def test_yes_and_no_beside_a_column_of_words_is_one_answer() -> None:
    head = "Do you use the trams?"
    found = guessed(
        {head: ["Yes", "No", "No", "Yes"], f"{head} [Which?]": ["The red line", "", "", "All"]},
        Column(head, head, "", head, Holds.ANSWER),
        Column(f"{head} [Which?]", head, "Which?", head, Holds.TEXT),
    )
    assert [each.kind for each in found.questions] == [Kind.SINGLE, Kind.OPEN]


def test_a_column_of_codes_among_ticks_takes_no_tick_away() -> None:
    ways = ["Bus", "Tram", "Ferry"]
    columns = {f"How do you travel: {way}": [way, "", way, ""] for way in ways}
    columns["How do you travel: NEW_Other"] = ["Car", "Bike", "Car", "Bike"]
    found = guessed(columns)
    (several,) = (each for each in found.questions if each.kind is Kind.MULTIPLE)
    assert [each.label for each in several.items] == ways


@pytest.mark.parametrize("label", ["I am not sure", "I'm not sure", "I prefer not to answer it."])
def test_ways_out_in_a_sentence_are_ways_out(label: str) -> None:
    assert guess_scale({"Yes": 5, "No": 5, label: 2}).answers[-1].meaning is Meaning.DONT_KNOW


def test_a_few_cells_that_join_what_others_give_alone_hold_several_answers() -> None:
    cells = ["bus", "tram", "bike", "bus", "bus", "none"] * 8 + ["bus,tram", "bus,bike", "ski,bus"]
    question = only({"Q": cells, "id": [str(each) for each in range(len(cells))]})
    assert question.kind is Kind.MULTIPLE
    shown = {each.label for each in question.items}
    assert {"Bus", "Tram", "Bike"} <= shown


def test_an_answer_with_a_comma_is_one_answer() -> None:
    cells = ["Yes", "No", "Yes, sometimes", "Yes, always"] * 8
    assert only({"Do you?": cells}).kind is Kind.SINGLE


def test_who_only_wrote_an_answer_has_answered_like_everybody_else() -> None:
    cells = ["a,b", "a,other", "b,other", "a", "b,a"] * 12 + ["a zither"]
    found = guessed({"Q": cells})
    (question,) = found.questions
    name = next(each.id for each in question.items if each.label == "Other")
    assert found.responses[f"{question.id}_{name}"][-1] == "1"


def test_variables_with_letters_that_are_asked_one_thing_are_a_grid() -> None:
    """Each has the letter of its row in its label, and so none began as its neighbour does."""
    asked = "How much do you agree or disagree:"
    rows = {"a": "The council listens", "b": "Neighbours help each other", "c": "Buses run late"}
    answers = ("Strongly agree", "Tend to agree", "Tend to disagree", "Strongly disagree")
    cells = {
        f"q2{letter}": [answers[(who * 3 + place) % 4] for who in range(60)]
        for place, letter in enumerate(rows)
    }
    told = [Column(f"q2{each}", f"Q2{each} {asked} {row}") for each, row in rows.items()]
    (question,) = guessed(cells, *told).questions
    assert question.kind is Kind.GRID
    assert question.wording == asked.removesuffix(":")
    assert [item.label for item in question.items] == list(rows.values())

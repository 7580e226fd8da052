"""What is guessed of the columns of an export, and what is left for its editor to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.starter.banded import bands
from briefing.survey.export import Column, Holds, Value
from briefing.survey.question import Kind, Meaning
from tests.unit.starter.asked import guessed, only

if TYPE_CHECKING:
    from briefing.starter.model import GuessedQuestion

YES_NO = ["Yes", "No", "No", "Yes", "No"] * 8
SCALE = ["Very good", "Good", "Poor", "Good", "Very poor"] * 8


def test_a_column_of_few_answers_is_a_single_question() -> None:
    question = only({"Q1. Do you own a bicycle?": YES_NO})
    assert question.kind is Kind.SINGLE
    assert (question.id, question.wording) == ("q1", "Do you own a bicycle?")
    assert question.reasons


def test_columns_that_share_their_answers_and_their_question_are_a_grid() -> None:
    question = only(
        {f"How good is each of these? [{name}]": SCALE for name in ("Staff", "Food", "Price")}
    )
    assert question.kind is Kind.GRID
    assert question.wording == "How good is each of these?"
    assert [each.label for each in question.items] == ["Staff", "Food", "Price"]


@pytest.mark.parametrize("head", ["column 1", "Unnamed: 0"])
def test_numbers_of_rows_are_left_out_where_some_rows_are_missing(head: str) -> None:
    found = guessed({head: [str(3 * at + at % 2) for at in range(40)], "Do you cycle?": YES_NO})
    assert [each.wording for each in found.questions] == ["Do you cycle?"]
    assert len(found.left_out) == 1


def test_two_questions_with_the_same_answers_are_no_grid_but_share_their_scale() -> None:
    found = guessed({"How good was the food?": SCALE, "How good was the music?": SCALE[::-1]})
    assert [each.kind for each in found.questions] == [Kind.SINGLE, Kind.SINGLE]


def test_columns_of_ticks_are_the_options_of_one_question() -> None:
    found = guessed(
        {
            "Which do you use? - Bus": ["Bus", "", "Bus", ""] * 5,
            "Which do you use? - Car": ["", "Car", "Car", ""] * 5,
            "Which do you use? - None of these": ["", "", "", "None of these"] * 5,
        }
    )
    (question,) = found.questions
    assert question.kind is Kind.MULTIPLE
    assert [each.label for each in question.items] == ["Bus", "Car", "None of these"]
    assert question.exclusive == ("none_of_these",)
    assert found.responses["q1_bus"][:4] == ("1", "", "1", "")


def variable(name: str, label: str, *answers: str) -> Column:
    values = tuple(Value(each, each) for each in answers)
    return Column(name, label, group=name, holds=Holds.ANSWER, values=values)


@pytest.mark.parametrize(
    ("yes", "no", "last", "kind"),
    [
        ("Selected", "Not selected", "Train", Kind.MULTIPLE),
        ("Mentioned", "Not mentioned", "Train", Kind.MULTIPLE),
        ("Yes", "No", "None of these", Kind.MULTIPLE),
        ("Yes", "No", "Train", Kind.GRID),
    ],
)
def test_variables_that_count_on_are_one_question_without_a_set(
    yes: str, no: str, last: str, kind: Kind
) -> None:
    labels = ("Bus", "Car", last)
    ticks = ([yes, no, yes, no] * 5, [no, yes, yes, no] * 5, [no, no, no, yes] * 5)
    found = guessed(
        {f"q2_{at}": cells for at, cells in enumerate(ticks, 1)} | {"q3": YES_NO[:20]},
        *(variable(f"q2_{at}", label, no, yes) for at, label in enumerate(labels, 1)),
        variable("q3", "Do you cycle?", "No", "Yes"),
    )
    several, single = found.questions
    assert (several.kind, single.kind) == (kind, Kind.SINGLE)
    assert [each.label for each in several.items] == list(labels)
    assert "no wording" in several.doubts[0]


def test_variables_that_ask_a_question_each_are_not_put_together() -> None:
    heads = ("Do you own a bicycle?", "Have you been to Rome?", "Is there a lake nearby?")
    found = guessed(
        {f"q2_{at}": YES_NO for at in range(3)},
        *(variable(f"q2_{at}", head, "No", "Yes") for at, head in enumerate(heads)),
    )
    assert [each.wording for each in found.questions] == list(heads)


def test_an_id_is_known_by_its_label_too() -> None:
    column = Column("v1", "Unique identifier", group="v1")
    numbers = [str(7919 * at % 100_003) for at in range(1, 41)]
    found = guessed({"v1": numbers, "Do you cycle?": YES_NO}, column)
    assert [each.wording for each in found.questions] == ["Do you cycle?"]
    assert found.responses[found.ids][:2] == (numbers[0], numbers[1])


@pytest.mark.parametrize("sign", [";", ", ", " | "])
def test_cells_that_hold_several_answers_are_taken_apart(sign: str) -> None:
    options = ("Walking", "Running, jogging or cycling", "Meeting friends")
    cells = [
        sign.join(each for place, each in enumerate(options) if row >> place & 1)
        for row in (1, 2, 3, 4, 5, 6, 7)
    ] * 6
    question = only({"What do you come for?": cells})
    assert question.kind is Kind.MULTIPLE
    assert [each.label for each in question.items] == list(options)


def test_what_hardly_anybody_gave_is_a_mention_and_a_question() -> None:
    cells = ["Bus;Car", "Bus", "Car;On foot", "On foot", "Bus;Car;On foot"] * 8
    cells[3] = "On foot;my aunt's donkey"
    found = guessed({"How do you come here?": cells})
    (question,) = found.questions
    assert [each.label for each in question.items] == ["Bus", "Car", "On foot", "Other"]
    assert found.responses[question.other][3] == "my aunt's donkey"
    assert any("was it an option" in each for each in question.doubts)


def test_one_answer_with_a_comma_in_it_stays_one() -> None:
    question = only({"Would you come again?": ["Yes, definitely", "No, not really"] * 20})
    assert question.kind is Kind.SINGLE


def test_commas_that_may_join_options_or_stand_within_them_are_to_be_decided() -> None:
    """A program that joins by a comma and a space, and a file that joins by the comma alone."""
    ways = ["Buses, trams", "Libraries", "Buses, trams,Libraries", "Libraries,Parks, gardens"]

    def asked(wording: str) -> GuessedQuestion:
        told = Column("Q1", wording, separator=", ")
        return only({"Q1": ways * 10}, told)

    question = asked("Which do you use? Tick all that apply")
    assert question.kind is Kind.SINGLE
    assert any('separator = ","' in doubt for doubt in question.doubts)
    assert not any("separator" in doubt for doubt in asked("Which do you use most?").doubts)


def test_ranks_in_columns_are_a_ranking() -> None:
    turns = [(1, 2, 3), (2, 3, 1), (3, 1, 2), (1, 3, 2)] * 5
    columns = {
        f"Rank these [{name}]": [str(row[place]) for row in turns]
        for place, name in enumerate(("Price", "Speed", "Comfort"))
    }
    question = only(columns)
    assert (question.kind, question.places) == (Kind.RANKING, 3)


def test_points_given_to_the_rows_of_a_grid_are_no_ranking() -> None:
    rows = [(5, 4, 5), (3, 3, 2), (5, 1, 1), (2, 2, 4)] * 5
    question = only(
        {
            f"Rate these from 1 to 5 [{name}]": [str(row[place]) for row in rows]
            for place, name in enumerate(("Price", "Speed", "Comfort"))
        }
    )
    assert question.kind is Kind.GRID


def test_an_order_in_one_cell_is_a_ranking() -> None:
    cells = ["Price;Speed;Comfort;", "Speed;Price;Comfort;", "Comfort;Speed;Price;"] * 5
    found = guessed({"Put these in order": cells})
    (question,) = found.questions
    assert question.kind is Kind.RANKING
    assert found.responses["q1_comfort"][:3] == ("3", "3", "1")


def test_an_item_put_twice_moves_no_other_up_in_the_order_and_is_asked_about() -> None:
    cells = ["Price;Speed;Comfort;", "Speed;Price;Comfort;", "Comfort;Speed;Price;"] * 5
    found = guessed({"Put these in order": [*cells, "Price;Price;Speed;"]})
    (question,) = found.questions
    assert (question.kind, question.places) == (Kind.RANKING, 3)
    assert [found.responses[f"q1_{each}"][-1] for each in ("price", "speed")] == ["1", "3"]
    assert question.doubts == (
        "1 put an item at two places: the better one counts, is that right?",
    )


def test_items_put_at_ranks_are_a_ranking() -> None:
    told = [
        Column(f"Q4[{rank}]", "Put these in order", str(rank), "Q4", Holds.PLACED)
        for rank in (1, 2)
    ]
    found = guessed(
        {"Q4[1]": ["Pay", "Leave", "Pay"], "Q4[2]": ["Leave", "", "Training"]},
        *told,
    )
    (question,) = found.questions
    assert (question.kind, question.places) == (Kind.RANKING, 2)
    assert [each.label for each in question.items] == ["Leave", "Pay", "Training"]
    assert found.responses["q4_leave"] == ("2", "1", "")


@pytest.mark.parametrize(
    ("asked", "open_to_doubt"), [("What matters most to you?", True), ("Please rank these", False)]
)
def test_numbered_columns_of_which_nobody_gave_an_answer_twice_are_places(
    asked: str, *, open_to_doubt: bool
) -> None:
    rows = [("Parks", "Roads", "Buses"), ("Roads", "Buses", "Parks"), ("Buses", "Roads", "Parks")]
    columns = {f"{asked} [{at + 1}]": [row[at] for row in rows] * 10 for at in range(3)}
    ranking = only(columns)
    assert ranking.kind is Kind.RANKING
    assert {each.label for each in ranking.items} == {"Parks", "Roads", "Buses"}
    assert any("places of an order" in each for each in ranking.doubts) is open_to_doubt


def test_places_in_brackets_are_ranks() -> None:
    turns = [(1, 2, 3), (2, 3, 1), (3, 1, 2)] * 5
    columns = {
        f"What matters [{name}]": [f"[{row[at]}]" for row in turns]
        for at, name in enumerate(("Price", "Speed", "Comfort"))
    }
    found = guessed(columns)
    assert found.questions[0].kind is Kind.RANKING
    assert found.responses["q1_price"][:3] == ("1", "2", "3")


def test_numbered_columns_of_a_scale_are_no_places() -> None:
    cells = ["Good", "Fair", "Poor"] * 10
    columns = {f"How good was it? [{at + 1}]": cells[at:] + cells[:at] for at in range(3)}
    assert only(columns).kind is Kind.GRID


def test_words_of_their_own_are_comments_that_nobody_may_quote_yet() -> None:
    cells = [f"I would like {row} more benches by the pond" for row in range(20)]
    cells[4] = "Ring me: 01632 960123 or jo@mail.example"
    cells[7] = ""
    found = guessed({"What else?": cells})
    (question,) = found.questions
    assert question.kind is Kind.OPEN
    assert len(found.comments) == 19
    assert "960123" not in found.comments[4].text
    assert "jo@mail" not in found.comments[4].text
    assert "q1" not in found.responses


def test_numbers_are_counted_in_bands_and_the_bands_are_asked_for() -> None:
    found = guessed({"How much did you spend?": [str(each * 7 % 118) for each in range(60)]})
    (question,) = found.questions
    assert question.kind is Kind.NUMERIC
    assert question.scale is not None
    assert question.scale.ordered
    assert any("bands" in each for each in question.doubts)
    assert len(question.bands) == len(question.scale.answers)


def test_bands_hold_every_number_once() -> None:
    values = [0, 3, 4.5, 17, 18, 90, 91.25, 1000]
    made = bands(values)
    for value in values:
        assert len([each for each in made if each.low <= value < each.high]) == 1


def test_a_rating_that_is_a_count_has_no_good_end() -> None:
    question = only({"How many children do you have?": ["0", "1", "2", "3", "1", "4"] * 6})
    assert question.scale is not None
    assert not question.scale.nets
    assert not question.scale.doubts


def test_a_date_of_birth_in_three_columns_is_left_out_and_a_year_alone_is_not() -> None:
    days, months = (
        [str(each % 28 + 1) for each in range(60)],
        [str(each % 12 + 1) for each in range(60)],
    )
    years = [str(1950 + each % 40) for each in range(60)]
    for heads in (
        ("Date of birth - day", "Date of birth - month", "Date of birth - year"),
        ("dob_day", "dob_month", "dob_year"),
    ):
        found = guessed(
            dict(zip((*heads, "Happy?"), (days, months, years, ["Yes", "No"] * 30), strict=True))
        )
        assert [each.reason for each in found.left_out] == [
            "personal data: a part of a date of birth"
        ] * 3
    found = guessed({"Year of birth": years, "Happy?": ["Yes", "No"] * 30})
    assert not found.left_out


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Email address", ["a@b.example", "c@d.example", "e@f.example"]),
        ("Contact", ["a@b.example", "c@d.example", ""]),
        ("IP", ["192.0.2.1", "192.0.2.7", "192.0.2.9"]),
        ("Your name", ["Jo", "Sam", "Kim"]),
        ("Postcode", ["SW1A 1AA", "M1 1AE", "B33 8TH"]),
    ],
)
def test_personal_data_are_left_out(head: str, cells: list[str]) -> None:
    found = guessed({head: cells, "Do you agree?": ["Yes", "No", "Yes"]})
    assert [each.column for each in found.left_out] == [head]
    assert found.left_out[0].reason.startswith("personal data")
    copied = {cell for column in found.responses.values() for cell in column}
    assert not copied & set(cells)


def test_an_id_is_taken_over_if_it_tells_respondents_apart() -> None:
    answers = {"Do you agree?": ["Yes", "No", "Yes"]}
    assert guessed({"Serial": ["a7", "b8", "c9"], **answers}).responses["respondent"] == (
        "a7",
        "b8",
        "c9",
    )
    twice = guessed({"Serial": ["a7", "a7", "c9"], **answers})
    assert twice.responses["respondent"] == ("1", "2", "3")


def test_a_weight_is_adopted_with_its_reason() -> None:
    found = guessed({"wt": ["0.8", "1.2", "1.0"], "Do you agree?": ["Yes", "No", "Yes"]})
    assert found.weight == "weight"
    assert "mean 1" in found.weight_reason
    assert found.responses["weight"] == ("0.8", "1.2", "1")
    assert not found.doubts


def test_a_weight_with_a_hole_is_a_question_and_not_used() -> None:
    found = guessed({"wt": ["0.8", "", "1.0"], "Do you agree?": ["Yes", "No", "Yes"]})
    assert not found.weight
    assert any("wt" in each for each in found.doubts)


def test_what_tells_who_respondents_are_becomes_an_attribute() -> None:
    found = guessed({"Region": ["North", "South"] * 20, "How good was it?": SCALE})
    (attribute,) = found.attributes
    assert (attribute.id, attribute.label) == ("region", "Region")
    assert [each.id for each in found.questions] == ["q1"]


def test_groups_large_enough_are_compared_by_the_question_that_says_most() -> None:
    found = guessed(
        {
            "Region": ["North", "South"] * 40,
            "How satisfied are you overall?": [
                "Very satisfied",
                "Satisfied",
                "Dissatisfied",
                "Very dissatisfied",
            ]
            * 20,
        }
    )
    assert [(each.question, each.by) for each in found.crosstabs] == [("q1", "region")]
    few = guessed({"Region": ["North", "South"] * 20, "How good was it?": SCALE})
    assert not few.crosstabs


def test_a_sensitive_attribute_is_no_break_until_somebody_says_so() -> None:
    found = guessed(
        {"Ethnicity": ["White", "Asian"] * 40, "How good was it?": SCALE * 2},
    )
    assert [each.id for each in found.attributes] == ["ethnicity"]
    assert not found.crosstabs
    assert any("sensitive" in each for each in found.doubts)


def test_routing_is_adopted_where_it_holds_for_everybody() -> None:
    owns = ["Yes", "No", "No"] * 10
    rides = ["Daily", "", "", "Weekly", "", ""] * 5
    _, ridden = guessed({"Do you own a bicycle?": owns, "How often do you ride?": rides}).questions
    assert ridden.routing is not None
    assert (ridden.routing.question, ridden.routing.answers) == ("q1", ("yes",))
    assert "who answered “Yes”" in ridden.routing.words


def test_routing_is_only_proposed_where_somebody_asked_did_not_answer() -> None:
    owns = ["Yes", "No", "No"] * 10
    rides = ["Daily", "", "", "Weekly", "", ""] * 5
    rides[3] = ""
    _, ridden = guessed({"Do you own a bicycle?": owns, "How often do you ride?": rides}).questions
    assert ridden.routing is None
    assert ridden.proposed is not None
    assert any(each.endswith("below") for each in ridden.doubts)


def test_no_routing_is_suspected_where_one_stray_answer_speaks_against_it() -> None:
    owns = ["Yes", "No", "No"] * 10
    rides = ["Daily", "", "", "Weekly", "", ""] * 5
    rides[1] = "Daily"
    _, ridden = guessed({"Do you own a bicycle?": owns, "How often do you ride?": rides}).questions
    assert ridden.routing is None
    assert ridden.proposed is None


def test_codes_are_read_by_the_labels_that_the_export_declares() -> None:
    values = (Value("1", "In the town"), Value("2", "Nearby"), Value("9", "Refused", missing=True))
    told = Column("q1", "Where was it?", holds=Holds.ANSWER, values=values)
    found = guessed({"q1": ["1", "2", "9", "2"] * 5}, told)
    (question,) = found.questions
    assert question.scale is not None
    assert [each.label for each in question.scale.answers] == ["In the town", "Nearby"]
    assert found.responses["q1"][:4] == ("In the town", "Nearby", "", "Nearby")


def test_codes_without_labels_are_a_question() -> None:
    question = only({"q7": ["1", "2", "2", "1"] * 5})
    assert any("what do 1 and 2 stand for" in each for each in question.doubts)


def test_spellings_that_differ_by_case_are_one_answer() -> None:
    found = guessed({"Do you agree?": ["Yes", "yes", "YES ", "No", "Yes"] * 4})
    assert set(found.responses["q1"]) == {"Yes", "No"}


def test_a_column_of_many_names_is_left_out_with_a_question() -> None:
    names = [f"Parish of {chr(65 + row % 26)}{row}" for row in range(60)]
    found = guessed({"Parish": names, "Do you agree?": (YES_NO * 2)[:60]})
    assert [each.column for each in found.left_out] == ["Parish"]
    assert any("unit" in each for each in found.doubts)


def test_a_column_that_numbers_the_rows_is_the_ids_whatever_it_is_called() -> None:
    found = guessed({"rid": [str(each) for each in range(40)], "Are you in?": YES_NO})
    assert [each.id for each in found.questions] == ["q1"]
    assert found.questions[0].wording == "Are you in?"
    assert found.responses["respondent"][:2] == ("0", "1")


def test_an_option_with_a_comma_keeps_its_one_space() -> None:
    cells = ["Cycle, or scoot", "Walk, Cycle, or scoot", "Walk", "Drive, Walk", "Drive"] * 8
    told = Column("Q1", "How do you come?", holds=Holds.ANSWERS, separator=", ")
    question = only({"Q1": cells}, told)
    assert sorted(each.label for each in question.items) == ["Cycle, or scoot", "Drive", "Walk"]


def test_a_doubt_about_who_was_asked_is_told_once() -> None:
    cells = {"Do you ride?": ["Yes", "No"] * 30}
    for name in ("Where do you ride?", "How long do you ride?", "Whom do you ride with?"):
        cells[name] = ["Here", "", "There", "", "Here", "", "", ""] + ["Here", "", "There", ""] * 13
    found = guessed(cells)
    assert [bool(each.proposed) for each in found.questions] == [False, True, True, True]
    told = [doubt for each in found.questions for doubt in each.doubts if "asked of these" in doubt]
    assert len(told) == 1
    assert "asked of the same as q2, if that was asked of some alone" in found.questions[3].reasons


def test_a_question_that_mentions_the_household_is_no_attribute() -> None:
    words = "Have you or anyone in your household taken any precautions for an earthquake?"
    cells = ["Yes", "No", "No", "Yes"] * 20
    found = guessed({words: cells, "Household": cells, "Are you disabled?": cells})
    assert [each.wording for each in found.questions] == [words]
    assert [each.id for each in found.attributes] == ["household", "disability"]


SCALE_OF_USE = ["Weekly", "Monthly", "Never", "Weekly"] * 12


def test_programmers_names_are_words_and_those_that_begin_alike_are_a_grid() -> None:
    heads = ("needsQuietStudy", "needsPrinters", "needsIT")
    found = guessed({**dict.fromkeys(heads, SCALE_OF_USE), "isMember": (YES_NO * 2)[:48]})
    grid, alone = found.questions
    assert (grid.kind, grid.wording) == (Kind.GRID, "Needs")
    assert [each.label for each in grid.items] == ["Quiet study", "Printers", "IT"]
    assert alone.wording == "Is member"


def test_programmers_names_may_hold_strokes_and_hyphens() -> None:
    heads = ("Uses_Co-design", "Uses_Code/Software", "Uses_Surveys", "Uses_A_/_B_tests")
    ticks = ["TRUE", "FALSE", "TRUE"] * 16
    (question,) = guessed(dict.fromkeys(heads, ticks)).questions
    assert question.kind is Kind.MULTIPLE
    assert [each.label for each in question.items] == [
        *("Co-design", "Code/Software", "Surveys", "A / B tests")
    ]


def test_programmers_names_with_other_answers_are_questions_of_their_own() -> None:
    heads = {"useHelp": SCALE_OF_USE, "useFood": YES_NO[:40] + YES_NO[:8], "useRooms": SCALE_OF_USE}
    assert all(each.kind is Kind.SINGLE for each in guessed(heads).questions)


@pytest.mark.parametrize("name", ["YouTube", "GitHub", "OHBM"])
def test_names_of_things_stay_as_they_are(name: str) -> None:
    assert only({name: YES_NO}).wording == name


def test_a_code_that_stands_apart_is_no_point_of_the_scale() -> None:
    question = only({"q3": ["1", "2", "5", "4", "3", "9"] * 10})
    assert question.scale is not None
    assert [each.label for each in question.scale.answers] == ["1", "2", "3", "4", "5", "9"]
    assert question.scale.answers[-1].meaning is Meaning.DONT_KNOW
    assert any("9 stands apart" in each for each in question.scale.doubts)


def test_ratings_up_to_ten_have_nines() -> None:
    question = only({"How do you rate it out of ten?": ["7", "8", "9", "10", "6"] * 10})
    assert question.scale is not None
    assert all(each.meaning is Meaning.VALID for each in question.scale.answers)


def test_codes_of_many_things_are_no_grid() -> None:
    codes = [str(1 + place % 14) for place in range(56)]
    found = guessed({f"q6_{place}": codes for place in (1, 2)})
    assert all(each.kind is not Kind.GRID for each in found.questions)


def test_what_everybody_answered_alike_is_no_question() -> None:
    found = guessed({"city": ["Newtown"] * len(YES_NO), "Do you cycle?": YES_NO})
    assert [each.wording for each in found.questions] == ["Do you cycle?"]
    assert [each.column for each in found.left_out] == ["city"]


def test_links_and_stress_of_markdown_are_no_words_of_a_question() -> None:
    head = "Do you use *all* [our apps](https://apps.example/a_b)?"
    assert only({head: YES_NO}).wording == "Do you use all our apps?"


def test_who_answered_anything_at_all_is_no_routing() -> None:
    places = [f"Place {place % 9}" for place in range(54)]
    follow = ["" if place in {"Place 0", "Place 1"} else "Yes" for place in places]
    follow[-1] = "No"
    found = guessed({"Where do you live most of the year?": places, "And do you cycle?": follow})
    assert not any(each.routing or each.proposed for each in found.questions)


def test_options_that_name_an_address_are_ticks() -> None:
    site, blog = "Site (https://site.example)", "Blog (https://blog.example)"
    question = only(
        {
            f"Which do you read? - {site}": [site, "", site, ""] * 10,
            f"Which do you read? - {blog}": ["", blog, blog, ""] * 10,
        }
    )
    assert question.kind is Kind.MULTIPLE
    assert [each.label for each in question.items] == [site, blog]


def test_a_doubt_that_several_questions_share_is_told_once() -> None:
    shops = ("Baker", "Butcher", "Grocer")
    heads = (
        *("Where do you shop?", "Who served you?", "Which was shut?"),
        *("Whom do you trust?", "What is near to you?", "Who should stay?"),
    )
    found = guessed({each: list(shops * 20) for each in heads})
    told = [each for each in found.asked if "in which order" in each]
    assert [each.partition(":")[0] for each in told] == ["q1, q2, q3, q4 and 2 more"]


def test_items_named_as_reversed_are_asked_about_where_others_are_not() -> None:
    agree = ["Strongly agree", "Agree", "Disagree", "Strongly disagree"] * 6
    grid = only({"Trust_1": agree, "Trust_2_R": agree, "Trust_3": agree})
    assert any("Trust_2_R: named like items that run the other way" in e for e in grid.doubts)
    grid = only({"Trust_1": agree, "Trust_2": agree, "Trust_3": agree})
    assert not any("run the other way" in each for each in grid.doubts)

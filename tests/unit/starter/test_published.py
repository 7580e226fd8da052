"""Exports as they are published: shapes that real surveys have, made up again in small."""

from __future__ import annotations

import pytest

from briefing.starter.codebook import codebook_text
from briefing.starter.scales import guess_scale
from briefing.survey.export import Column, Holds, Value
from briefing.survey.question import Kind
from tests.unit.starter.asked import guessed, only

YES_NO = ["Yes", "No", "No", "Yes"]


def labels(*given: str) -> list[str]:
    return [each.label for each in guess_scale(dict.fromkeys(sorted(given), 5)).answers]


@pytest.mark.parametrize(
    "form",
    [
        (
            *("Every day", "A few times per week", "A few times per month"),
            *("Once a month or less", "Once a year or less", "Never"),
        ),
        ("Daily", "Weekly", "Monthly", "Less often than monthly"),
        ("2+ times per week", "Weekly", "Less than monthly"),
        ("Weekly or more", "Less than weekly", "Never"),
        ("Always", "Usually", "About half the time", "Once in a while", "Never"),
        (
            *("Often", "Sometimes", "Rarely"),
            *("Never, but open to it", "Never, and not open to it", "No answer"),
        ),
        ("Yes, very rude", "Yes, somewhat rude", "No, not at all rude"),
        ("Yes, very rude", "Yes, somewhat rude", "No, not rude at all"),
        ("Very masculine", "Somewhat masculine", "Not very masculine", "Not at all masculine"),
        (
            *("Very favorably", "Somewhat favorably", "Neither favorably nor unfavorably"),
            *("Somewhat unfavorably", "Very unfavorably", "Unfamiliar (N/A)"),
        ),
        ("Less than 3 months", "3 months - 1 year", "1 - 2 years", "3 - 5 years", "5+ years"),
        ("Less than 6 months.", "6-12 months.", "1-2 years.", "2+ years."),
        ("Less than one year", "One year or more"),
        ("Under ten", "Tens", "Hundreds", "Thousands", "Hundreds of thousands or more"),
        ("$0 to $9,999", "$175,000 to $199,999", "$200,000 and up", "Prefer not to answer"),
        ("(0) No problem.", "(1) Trivial.", "(2) Minor.", "(3) Major.", "N/A - skip"),
        ("Expert", "Advanced", "Intermediate", "Novice"),
        (
            *("Graduate degree", "Bachelor degree", "Some college or Associate degree"),
            *("High school degree", "Less than high school degree"),
        ),
        ("Yes.", "Neutral.", "No.", "Does not apply."),
    ],
)
def test_scales_of_published_surveys_stand_in_their_order(form: tuple[str, ...]) -> None:
    assert labels(*form) == list(form)
    assert guess_scale(dict.fromkeys(form, 5)).ordered


@pytest.mark.parametrize(
    "form",
    [
        ("1-2", "3-5 years", "6 months"),  # what unit has the first?
        ("Once a blue moon", "Every day", "Never"),
        ("Very nice", "Somewhat large", "Not at all nice"),
    ],
)
def test_words_that_measure_different_things_are_no_order(form: tuple[str, ...]) -> None:
    assert not guess_scale(dict.fromkeys(form, 5)).ordered


def test_who_called_it_rude_at_all_is_told_together() -> None:
    form = ("Yes, very rude", "Yes, somewhat rude", "No, not at all rude")
    (net,) = guess_scale(dict.fromkeys(form, 5)).nets
    assert net.label == "Yes, very or somewhat rude"


def test_two_long_sentences_given_again_and_again_are_answers() -> None:
    sentences = ["It is important to be kind, and loyal.", "It is important to be kind and loyal."]
    question = only({"Which sentence is better?": sentences * 20})
    assert question.kind is Kind.SINGLE


def test_dashes_and_the_missing_values_of_r_are_no_answers() -> None:
    columns = {
        "": ["1", "2", "3", "4"] * 1,
        "Q1. Dog?": ["Yes", "-", "No", "No"],
        "Q2. Cat?": ["NA", "Yes", "No", "Yes"],
        "Q3. Fish?": ["Yes", "NA", "No", "Yes"],
        "Q4. Bird?": ["NA", "Yes", "No", "Yes"],
    }
    found = guessed({name or "column 1": cells for name, cells in columns.items()})
    assert found.responses["q1"] == ("Yes", "", "No", "No")
    assert found.responses["q2"] == ("", "Yes", "No", "Yes")
    assert any("only a dash" in each for each in found.remarks)
    assert any(each.startswith("3 cells hold NA") for each in found.doubts)
    assert [each.column for each in found.left_out] == ["column 1"]


def test_a_dash_is_no_comment() -> None:
    cells = [f"I would like {each} more benches" for each in range(20)]
    found = guessed({"What else?": [*cells, "-", ""]})
    assert [each.text for each in found.comments] == cells


def test_na_in_one_column_is_an_answer() -> None:
    found = guessed({"Q1. Which country?": ["NA", "UK", "UK", "NA"] * 3})
    assert "NA" in found.responses["country"]


def test_coded_ticks_are_called_by_what_their_cells_say() -> None:
    found = guessed(
        {
            "q0004_0001": ["Father", "Not selected", "Father"] * 5,
            "q0004_0002": ["Not selected", "Mother", "Mother"] * 5,
        }
    )
    (question,) = found.questions
    assert (question.id, question.kind) == ("q0004", Kind.MULTIPLE)
    assert [each.label for each in question.items] == ["Father", "Mother"]


def test_heads_that_only_a_number_puts_together_are_one_question() -> None:
    question = only(
        {
            "3. Bus.": ["Bus.", "", "Bus.", ""] * 5,
            "3. Car - own.": ["", "Car - own.", "Car - own.", ""] * 5,
            "3. Car - hired.": ["", "", "Car - hired.", "Car - hired."] * 5,
        }
    )
    assert question.kind is Kind.MULTIPLE
    assert [each.label for each in question.items] == ["Bus", "Car - own", "Car - hired"]
    assert any("no wording" in each for each in question.doubts)


def test_full_stops_behind_all_labels_are_left_out() -> None:
    question = only({"How often?": ["Daily.", "Weekly.", "Every day, week, etc."] * 8})
    assert question.scale is not None
    found = [each.label for each in question.scale.answers]
    assert sorted(found) == ["Daily", "Every day, week, etc.", "Weekly"]


def test_numbered_questions_of_their_own_stay_apart() -> None:
    found = guessed({"10a. Do you own a car?": YES_NO * 5, "10b. Do you own a boat?": YES_NO * 5})
    assert [each.kind for each in found.questions] == [Kind.SINGLE, Kind.SINGLE]


def test_heads_that_begin_alike_and_end_in_a_name_are_a_grid() -> None:
    points = ["1", "5", "3", "N/A"] * 5
    question = only(
        {
            "Please rate how much you like the food of Algeria:": points,
            "Please rate how much you like the food of\u00a0Costa Rica.": points[::-1],
            "Please rate how much you like the food of Wales.": points,
        }
    )
    assert question.kind is Kind.GRID
    assert [each.label for each in question.items] == ["Algeria", "Costa Rica", "Wales"]


def test_statements_on_the_scale_of_agreement_are_the_rows_of_a_grid() -> None:
    scale = ["Strongly agree", "Agree", "Disagree", "Strongly disagree"] * 5
    statements = ("I feel safe here", "My street is clean.", "I know my neighbours")
    found = guessed(
        {"Own a dog?": YES_NO * 5}
        | dict.fromkeys(statements, scale)
        | {"Do you agree with the plan?": scale}
    )
    assert [each.kind for each in found.questions] == [Kind.SINGLE, Kind.GRID, Kind.SINGLE]
    assert [each.label for each in found.questions[1].items] == list(statements)
    assert any("no wording" in each for each in found.questions[1].doubts)


def test_options_of_which_nobody_ticked_two_are_the_answers_of_one_question() -> None:
    def ticks(label: str, place: int) -> list[str]:
        return [label if row % 3 == place else "" for row in range(36)]

    told = [
        Column(f"Gender [{label}]", "Gender", label, "Gender", Holds.TICK, "", (Value(label, ""),))
        for label in ("Male", "Female", "Neither")
    ]
    found = guessed({each.name: ticks(each.part, at) for at, each in enumerate(told)}, *told)
    assert not found.questions
    (attribute,) = found.attributes
    assert [each.label for each in attribute.groups] == ["Male", "Female", "Neither"]
    assert found.responses["gender"][:3] == ("Male", "Female", "Neither")


def test_one_option_without_the_others_of_its_question_is_asked_about() -> None:
    head = "Will you watch any of these? Select all that apply. - The parade"
    found = guessed({head: ["The parade", "", "", ""] * 5, "Own a dog?": YES_NO * 5})
    assert [each.id for each in found.questions] == ["q1"]
    assert any("stands alone" in each for each in found.doubts)


def test_write_ins_among_the_labels_are_other_and_comments() -> None:
    cells = ["At home", "At work"] * 24 + [f"On the {each} boat" for each in ("red", "old", "big")]
    found = guessed({"Where do you read?": [*cells, ""]})
    single, words = found.questions
    assert single.scale is not None
    assert [each.label for each in single.scale.answers] == ["At home", "At work", "Other"]
    assert words.kind is Kind.OPEN
    assert [each.text for each in found.comments] == cells[-3:]


def test_two_answers_in_a_cell_that_both_recur_are_several() -> None:
    told = Column("Python 2 or 3?", "Python 2 or 3?", "", "", Holds.ANSWERS, ";")
    question = only({"Python 2 or 3?": ["3"] * 60 + ["2;3"] * 3 + ["2"]}, told)
    assert question.kind is Kind.MULTIPLE


@pytest.mark.parametrize(
    ("wording", "answers", "attribute"),
    [
        ("How much did all members of your HOUSEHOLD earn last year?", ("£1", "£2"), "income"),
        ("orientation", ("Straight", "Gay/Bisexual"), "sexuality"),
        ("q0028", ("White", "Black", "Asian", "Other"), "ethnicity"),
        ("How many years have you been in this role?", ("1 year", "2-5 years"), "length"),
        ("What's the age cutoff at your table?", ("10 or younger", "11 or older"), ""),
        ("Writing (e.g. blogs, education materials) - is it met?", ("Yes", "No"), ""),
    ],
)
def test_attributes_are_known_by_what_is_asked(
    wording: str, answers: tuple[str, ...], attribute: str
) -> None:
    found = guessed(
        {"Own a dog?": YES_NO * 12, wording: [*answers, *answers] * (48 // len(answers) // 2)}
    )
    assert [each.id for each in found.attributes] == ([attribute] if attribute else [])


def test_sensitive_attributes_are_no_breaks_whatever_they_are_called() -> None:
    found = guessed(
        {
            "How satisfied are you?": ["Very satisfied", "Very dissatisfied"] * 60,
            "orientation": ["Straight", "Gay"] * 60,
        }
    )
    assert not found.crosstabs
    assert any("sexuality is sensitive" in each for each in found.doubts)


def test_a_question_about_telephones_is_no_telephone_number() -> None:
    found = guessed(
        {
            "Do you use a mobile phone (or tablet)?": YES_NO * 12,
            "What are the names of the course instructors?": [f"Jo {each}" for each in range(48)],
            "If there is a page, please list it:": [f"see www.a{each}.uk" for each in range(48)],
        }
    )
    assert [each.wording for each in found.questions] == ["Do you use a mobile phone (or tablet)?"]
    assert [each.column for each in found.left_out] == [
        "What are the names of the course instructors?",
        "If there is a page, please list it:",
    ]


def test_what_a_draft_is_to_disclose_says_that_it_is_to_be_filled_in() -> None:
    """Nobody has decided yet that it is not to be published."""
    text = codebook_text(guessed({"How good was it?": ["Good", "Poor"] * 20}))
    disclosed = text.partition("[disclosure]")[2].splitlines()
    assert any(line.startswith('sponsor = "To be filled in: ') for line in disclosed)
    assert not any("not_published" in line for line in disclosed)


def test_what_a_form_closes_with_a_semicolon_is_one_of_several() -> None:
    """All but one ticked a single option: the mark behind each tells that more could."""
    told = Column("Place", "Where do you work?", "", "Place", Holds.ANSWERS, ";")
    cells = ["University\u00a0;"] * 20 + ["Industry;"] * 3 + ["Museum;University\u00a0;"] * 2
    question = only({"Place": cells}, told)
    assert question.kind is Kind.MULTIPLE
    assert sorted(each.label for each in question.items) == ["Industry", "Museum", "University"]


def test_an_answer_that_everybody_gave_and_the_question_names_is_no_tick() -> None:
    asked = "Do you work on a single or multiple projects?"
    question = only({asked: ["multiple projects"] * 24})
    assert question.kind is Kind.SINGLE
    assert only({"Liked?": YES_NO * 6, "Things: Bus": ["Bus", ""] * 12}).wording == "Liked?"


def test_rows_have_no_mark_of_what_stood_before_them() -> None:
    cells = ["good", "poor", "very good", "very poor", "average"] * 6
    heads = [f"How do you rate these: \n. {each}" for each in ("lights", "paths", ".NET")]
    question = only({head: cells[at:] + cells[:at] for at, head in enumerate(heads)})
    assert [each.label for each in question.items] == ["Lights", "Paths", ".NET"]


def test_what_stands_behind_a_question_and_a_stroke_is_the_row_of_it() -> None:
    """A dash within the question comes before the stroke."""
    asked = "What mayor would they be - a great, good, average, poor or terrible one? / "
    cells = ["Great", "Good", "Average", "Poor", "Terrible"] * 9
    question = only({f"{asked}{name}": cells for name in ("Ann Lee", "Bo Ray")})
    assert question.kind is Kind.GRID
    assert [each.label for each in question.items] == ["Ann Lee", "Bo Ray"]


def test_a_mention_that_is_counted_in_brackets_leaves_no_brackets() -> None:
    asked = "Which of these are you?"
    names = ["Walker", "Cyclist", "Driver", "Rider"]
    columns = {
        f"({nth} mention) {asked}": (names[at:] + names[:at]) * 12
        for at, nth in enumerate(("First", "Second"))
    }
    assert only(columns).wording == asked


def test_who_cannot_rate_somebody_takes_no_side_of_them() -> None:
    """With “never heard of” among its answers the scale had no sides, and one answer headed it."""
    form = ("Very favorable", "Mostly favorable", "Mostly unfavorable", "Very unfavorable")
    ways = ("Never heard of (VOL.)", "Can't rate (VOL.)")
    scale = guess_scale(dict.fromkeys((*form, *ways), 5))
    assert [each.label for each in scale.answers] == [*form, *ways]
    assert next(each.label for each in scale.nets) == "Very or mostly favorable"


def test_a_space_that_one_row_of_a_grid_lost_makes_no_answer_of_its_own() -> None:
    cells = ["1-5 hours a week", "5-10 hours a week", "more than 10 hours a week"] * 12
    lost = [each.replace("than 10 hours", "than 10hours") for each in cells]
    rows = {"Reading": cells, "Writing": cells, "Teaching": lost}
    question = only({f"Time spent? [{row}]": own for row, own in rows.items()})
    assert question.scale is not None
    assert [each.label for each in question.scale.answers] == cells[:3]

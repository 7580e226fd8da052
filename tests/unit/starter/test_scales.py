"""Scales are recognised by what their answers say, and never put into the order of the alphabet."""

from __future__ import annotations

import pytest

from briefing.starter.scales import UNORDERED, guess_scale
from briefing.survey.question import Kind, Meaning
from tests.unit.starter.asked import guessed


def labels(*given: str, wording: str = "") -> list[str]:
    scale = guess_scale(dict.fromkeys(sorted(given), 5), wording=wording)
    return [each.label for each in scale.answers]


@pytest.mark.parametrize(
    "form",
    [
        ("Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree"),
        ("Strongly agree", "Tend to agree", "Tend to disagree", "Strongly disagree", "Don't know"),
        ("Very satisfied", "Fairly satisfied", "Fairly dissatisfied", "Very dissatisfied"),
        ("Extremely likely", "Very likely", "Moderately likely", "Slightly likely"),
        ("Very important", "Important", "Not very important", "Not at all important"),
        ("Very confident", "Fairly confident", "Not very confident", "Not at all confident"),
        ("Every day", "A few times a week", "Once a month", "Less often", "Never"),
        ("Every day", "3 or 4 days a week", "1 or 2 days a week", "Never"),
        ("A great deal", "A fair amount", "Not very much", "Not at all", "Don't know"),
        ("Always", "Often", "Sometimes", "Rarely", "Never"),
        ("Weekly", "Monthly", "Never, but open to it"),
        ("Often", "Sometimes", "Rarely", "Never but I would like to"),
        ("To a great extent", "To some extent", "Not at all"),
        ("Excellent", "Good", "Fair", "Poor", "Very poor", "Not applicable"),
        ("Much better", "A little better", "About the same", "A little worse", "Much worse"),
        ("Yes, definitely", "Probably", "Probably not", "Definitely not"),
        ("Yes", "No", "Prefer not to say"),
        ("Under 18", "18 - 24", "25 to 34", "35-64", "65+", "Prefer not to say"),
        ("Less than £10,000", "£10,000 - £19,999", "£20,000 or more"),
        ("None", "1", "2", "3 or more"),
        ("Less than 1 year", "1-2 years", "3-5 years", "More than 5 years"),
        ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"),
        ("1 - Very poor", "2", "3", "4", "5 - Excellent"),
        ("Very easy", "Fairly easy", "Neither easy nor difficult", "Fairly difficult"),
        ("Yes, very good value", "Yes, fairly good value", "No, not very good value"),
        ("Very good value", "Good value", "Poor value", "Very poor value"),
    ],
)
def test_answers_stand_in_the_order_of_what_they_say(form: tuple[str, ...]) -> None:
    assert labels(*form) == list(form)
    scale = guess_scale(dict.fromkeys(form, 5))
    assert scale.ordered
    assert not any("order" in each for each in scale.doubts)


@pytest.mark.parametrize(
    ("form", "label", "of"),
    [
        (("Daily", "Weekly", "Monthly", "Never"), "At least once a week", 2),
        (("Every day", "2-3 times a week", "Once a week", "Less often"), "At least once a week", 3),
        (("Weekly", "Monthly", "Yearly", "Never"), "At least once a month", 2),
        (
            ("5 days a week", "3 or 4 days a week", "1 or 2 days a week", "Never"),
            "At least 3 or 4 days a week",
            2,
        ),
        (("Always", "Often", "Sometimes", "Rarely", "Never"), "Always or often", 2),
    ],
)
def test_how_often_is_told_from_a_step_that_people_know(
    form: tuple[str, ...], label: str, of: int
) -> None:
    """“Every day or several times a week” is no share that anybody asks for."""
    (net,) = guess_scale(dict.fromkeys(form, 5)).nets
    assert (net.label, len(net.of)) == (label, of)


def test_of_four_answers_to_how_much_two_are_against_two() -> None:
    form = ("A great deal", "A fair amount", "Not very much", "Not at all", "Don't know")
    scale = guess_scale(dict.fromkeys(form, 5))
    assert [net.label for net in scale.nets] == [
        "A great deal or fair amount",
        "Not very much or not at all",
    ]
    assert scale.diverging


def test_names_stand_by_frequency_and_their_order_is_asked_for() -> None:
    scale = guess_scale({"Bus": 3, "Other": 40, "Car": 20, "On foot": 7})
    assert [each.label for each in scale.answers] == ["Car", "On foot", "Bus", "Other"]
    assert not scale.ordered
    assert any("in which order did the form have them?" in each for each in scale.doubts)


def test_names_that_an_export_declares_keep_the_order_of_the_form() -> None:
    scale = guess_scale({"Car": 20, "Bus": 3}, ("On foot", "Bus", "Car"))
    assert [each.label for each in scale.answers] == ["On foot", "Bus", "Car"]
    assert not scale.doubts


def test_a_scale_with_one_strange_answer_is_not_taken_for_known() -> None:
    scale = guess_scale({"Very satisfied": 5, "Fairly satisfied": 9, "Only on Sundays": 2})
    assert not scale.ordered


def test_two_spellings_of_one_step_are_no_known_order() -> None:
    assert not guess_scale({"Tend to agree": 5, "Somewhat agree": 3, "Disagree": 4}).ordered


def test_both_ends_of_a_diverging_scale_are_told() -> None:
    scale = guess_scale(
        dict.fromkeys(
            ("Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Don't know"), 5
        )
        | {"Strongly disagree": 2}
    )
    assert [(each.label, each.says) for each in scale.nets] == [
        ("Strongly agree or agree", "agree"),
        ("Disagree or strongly disagree", "disagree"),
    ]
    assert (scale.positive, scale.negative) == ("all_agree", "all_disagree")
    meanings = {each.label: each.meaning for each in scale.answers}
    assert meanings["Neither agree nor disagree"] is Meaning.NEUTRAL
    assert meanings["Don't know"] is Meaning.DONT_KNOW
    assert meanings["Agree"] is Meaning.VALID


def test_a_scale_of_one_end_is_told_by_its_top_two() -> None:
    (net,) = guess_scale(
        dict.fromkeys(
            ("Extremely likely", "Very likely", "Slightly likely", "Not at all likely"), 1
        )
    ).nets
    assert net.label == "Extremely or very likely"
    assert net.says == "are extremely or very likely"


def test_fair_counts_to_neither_end() -> None:
    scale = guess_scale(dict.fromkeys(("Excellent", "Good", "Fair", "Poor", "Very poor"), 1))
    assert [each.label for each in scale.nets] == ["Excellent or good", "Poor or very poor"]


def test_a_recommendation_has_the_groups_of_its_kind() -> None:
    points = {str(each): 3 for each in range(11)}
    nets = guess_scale(points, wording="How likely are you to recommend us?").nets
    assert [each.label for each in nets] == ["9 or 10", "0 to 6"]


def test_the_good_end_of_bare_numbers_is_asked_for() -> None:
    bare = guess_scale({str(each): 3 for each in range(1, 6)}, wording="Rate us from 1 to 5")
    assert any("which end" in each for each in bare.doubts)
    named = guess_scale(dict.fromkeys(("1 - Poor", "2", "3", "4", "5 - Excellent"), 2))
    assert not named.doubts


def test_answers_of_signs_alone_are_no_scale() -> None:
    scale = guess_scale({"...": 3, "Very kind": 2, "Not kind": 1})
    assert not scale.ordered


def test_two_answers_alike_but_for_what_they_add_are_no_order() -> None:
    scale = guess_scale({"Often": 9, "Rarely": 5, "Never": 2, "Never, but open to it": 3})
    assert not scale.ordered
    assert UNORDERED in scale.doubts


def test_an_item_that_runs_the_other_way_has_a_scale_of_its_own() -> None:
    up = ["1 - Strongly disagree", "2", "3", "4", "5 - Strongly agree"]
    down = ["1 - Strongly agree", "2", "3", "4", "5 - Strongly disagree"]
    columns = {"Rate [Paths]": up * 8, "Rate [Gates]": down * 8}
    paths, gates = guessed(columns).questions
    assert (paths.kind, gates.kind) == (Kind.SINGLE, Kind.SINGLE), "a 2 of theirs is not the same"
    assert gates.scale
    assert [each.label for each in gates.scale.answers] == down
    (grid,) = guessed({"Rate [Paths]": up * 8, "Rate [Gates]": up[::-1] * 8}).questions
    assert grid.kind is Kind.GRID
    assert grid.scale
    assert [each.label for each in grid.scale.answers] == up


@pytest.mark.parametrize(
    ("form", "ends"),
    [
        (("Agree", "Neither", "Disagree"), ("agree", "disagree")),
        (("Excellent", "Good", "Fair", "Poor"), ("good_or_better", "poor")),
        (("Yes", "Maybe", "No"), ("", "")),  # who says no to what was asked is no bad end
        (("Good", "Bad"), ("", "")),  # ends of nothing that is between them
    ],
)
def test_an_end_of_one_answer_is_that_answer_beside_a_middle(
    form: tuple[str, ...], ends: tuple[str, str]
) -> None:
    scale = guess_scale(dict.fromkeys(form, 5))
    assert (scale.positive, scale.negative) == ends

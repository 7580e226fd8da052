"""What respondents wrote in the place of a label is no group that anything is broken down by."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.starter.codebook import codebook_text
from briefing.starter.write_ins import label_of_others, written_in
from tests.unit.starter.asked import guessed

ROLE = "Which role best describes you?"
FORM = ["Driver"] * 25 + ["Cyclist"] * 20 + ["Walker"] * 9
WRITTEN = ["Other: my van", "Jo Bloggs, the baker", "I ride my aunt's horse", "hearse", "pram"]


def test_what_was_written_beside_the_labels_of_a_form_is_one_group_of_others() -> None:
    cells = [*FORM, *WRITTEN, "pram"]
    found = guessed({ROLE: cells, "Do you cycle?": ["Yes", "No"] * 30})
    (attribute,) = found.attributes
    assert [each.label for each in attribute.groups] == ["Driver", "Cyclist", "Walker", "Other"]
    read = tomllib.loads(codebook_text(found))["attributes"]["role"]["groups"]
    assert set(read["other"]["values"]) == {"Other", *WRITTEN}
    assert read["driver"] == "Driver"
    assert "5 groups are of one or two" in attribute.doubts[0]
    assert not [each for each in WRITTEN if each in " ".join(attribute.doubts)]


def test_the_form_s_own_label_of_others_takes_them_in() -> None:
    found = guessed({ROLE: [*FORM, *["Other (please specify)"] * 6, *WRITTEN]})
    (attribute,) = found.attributes
    assert [each.label for each in attribute.groups][-1] == "Other (please specify)"
    assert set(WRITTEN) < set(attribute.groups[-1].values)


def test_so_many_write_ins_that_no_form_has_them_are_still_one_group() -> None:
    written = [f"something else, number {at}" for at in range(35)]
    found = guessed({ROLE: [*FORM, *FORM, *written]})
    assert [each.label for each in found.attributes[0].groups][-1] == "Other"
    assert not found.questions


def test_a_group_that_one_respondent_named_is_told_with_the_others_whoever_wrote_it() -> None:
    """Nobody can say whether the form had it or somebody wrote who they are: none is printed."""
    places = ["Ash", "Birch", "Elm", "Fir", "Hazel", "Larch"]
    cells = [each for at, each in enumerate(places) for _ in range((30, 18, 9, 4, 3, 1)[at])]
    found = guessed({"Region": cells})
    (region,) = found.attributes
    assert [each.label for each in region.groups] == [*places[:-1], "Other"]
    assert region.groups[-1].values == ("Other", "Larch")
    assert [each for each in region.doubts if "one or two respondents" in each]


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Gender", ["Woman"] * 30 + ["Man"] * 28 + ["Non-binary"] + ["Prefer not to say"] * 2),
        ("Age group", ["16-24"] * 30 + ["25-34"] * 30 + ["35-44"] * 20 + ["45-54"]),
    ],
)
def test_groups_that_any_form_has_are_kept_however_few_are_in_them(
    head: str, cells: list[str]
) -> None:
    (attribute,) = guessed({head: cells}).attributes
    assert {each.label for each in attribute.groups} == set(cells)
    assert not [each for each in attribute.doubts if "one or two respondents" in each]


def test_of_few_who_answered_no_group_is_of_one_either() -> None:
    cells = ["Parish"] * 7 + ["District"] * 4 + ["Unitary", "Jo Bloggs", "we are a charity"]
    (attribute,) = guessed({"Type": cells}).attributes
    assert {each.label for each in attribute.groups} == {"Parish", "District", "Other"}


EVENING = "Which evening do you like best?"


def test_of_few_who_answered_a_question_only_names_are_no_labels() -> None:
    often = ["Film night"] * 8 + ["Quiz"] * 6 + ["Dance"] * 4
    found = guessed({EVENING: [*often, "Cards", "what Jo Bloggs plays", "Jo Bloggs"]})
    (question,) = (each for each in found.questions if each.scale)
    assert question.scale is not None
    labels = {each.label for each in question.scale.answers}
    assert labels == {"Film night", "Quiz", "Dance", "Cards", "Other"}


def test_of_many_who_answered_a_question_what_one_says_is_one_s_own() -> None:
    cells = [*["Film night"] * 30, *["Quiz"] * 19, "Whatever Jo Bloggs plays"]
    found = guessed({EVENING: cells})
    scale = found.questions[0].scale
    assert scale is not None
    assert {each.label for each in scale.answers} == {"Film night", "Quiz", "Other"}
    assert [each.text for each in found.comments] == [cells[-1]]


def test_names_that_nobody_else_gave_are_no_chart() -> None:
    cells = [*["Ashby"] * 12, *(f"Little {chr(65 + at)}ham" for at in range(16))]
    found = guessed({"In which village were you born?": cells})
    assert not [each for each in found.questions if each.scale]


def test_addresses_that_respondents_wrote_are_not_in_the_copy() -> None:
    found = guessed({ROLE: [*FORM, "write to jo@example.org"]})
    assert "jo@example.org" not in str(found.responses) + codebook_text(found)


@given(
    st.lists(st.sampled_from(["Ash", "Birch", "Elm"]), min_size=3, max_size=90),
    st.lists(st.text("abAB :-!", min_size=1, max_size=12).map(str.strip), max_size=9),
)
def test_every_cell_is_in_one_group(form: list[str], written: list[str]) -> None:
    found = guessed({"Region": [*form, *written]})
    for attribute in found.attributes:
        spelt = [each for group in attribute.groups for each in group.values or (group.label,)]
        assert len(spelt) == len(set(spelt))
        assert set(found.responses[attribute.id]) - {""} <= set(spelt)


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("Other", True),
        ("Other (please specify)", True),
        ("Other, please state", True),
        ("Something else", True),
        ("Sonstiges", True),
        ("Other: my van", False),
        ("Other (my van)", False),
        ("Other Asian background", False),
    ],
)
def test_other_is_told_from_what_stands_behind_it(label: str, *, plain: bool) -> None:
    assert label_of_others(["Bus", label]) == (label if plain else "Other")


def test_numbers_and_ways_out_are_no_words_of_anybody_s_own() -> None:
    counts = {"Bus": 40, "Tram": 30, "Don't know": 1, "7": 1, "N/A": 2}
    assert not written_in(counts)


def test_where_other_stands_in_the_form_s_words_what_one_chose_is_a_label_too() -> None:
    form = ["It was not my place to say so"] * 19 + ["Nobody would have listened"] * 25
    cells = [*form, *["Other (please specify)"] * 5, "Nobody knew whom to tell"]
    (question,) = guessed({"Why did you not say anything?": cells}).questions
    assert question.scale is not None
    assert "Nobody knew whom to tell" in [each.label for each in question.scale.answers]
    assert not guessed({"Why did you not say anything?": cells}).comments


def test_a_rare_name_of_a_long_list_is_nobody_s_own_words() -> None:
    towns = [f"Town of {chr(65 + at)}{chr(97 + at)}" for at in range(26)] * 4
    more = [f"Parish of {chr(65 + at)}{chr(97 + at)}" for at in range(10)] * 4
    found = guessed({"q30": [*towns, *more, "District of Kirk"], "Go?": ["Yes"] * 144 + ["No"]})
    assert [each.column for each in found.left_out] == ["q30"]
    assert "37 different names" in found.left_out[0].reason
    assert not found.comments

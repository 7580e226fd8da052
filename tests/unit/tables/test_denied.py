"""An answer that denies the rest of a scale is its negative pole, in any of five languages."""

from __future__ import annotations

import pytest

from briefing.survey.question import Answer, Meaning, Scale
from briefing.tables.heads import scale_heads


def poles(*labels: str, last: tuple[str, ...] = (), asked: str = "") -> list[int]:
    answers = [
        Answer(
            f"a{place}",
            label,
            Meaning.DONT_KNOW if label == "Don't know" else Meaning.VALID,
        )
        for place, label in enumerate(labels)
    ]
    return [head.pole for head in scale_heads(Scale("s", tuple(answers)), last, asked)]


@pytest.mark.parametrize(
    "label",
    [
        "Not at all",
        "Nothing at all",
        "Never",
        "No",
        "No, not at all",
        "None of the time",
        "I do not use it",
        "Überhaupt nicht",
        "Nie",
        "Nein",
        "Pas du tout",
        "Jamais",
        "Nunca",
        "Ddim o gwbl",
        "Byth",
    ],
)
def test_what_denies_the_rest_is_the_negative_pole_at_either_end(label: str) -> None:
    assert poles("A lot", "A little", label, "Don't know") == [0, 0, -1, 0]
    assert poles(label, "A little", "A lot") == [-1, 0, 0]


@pytest.mark.parametrize("label", ["Less often", "Not very much", "Northern line", "None of these"])
def test_another_end_is_no_pole(label: str) -> None:
    assert poles("A lot", "A little", label) == [0, 0, 0]


def test_a_denial_amid_the_answers_or_at_both_ends_is_no_pole() -> None:
    assert poles("Bus", "None", "Tram") == [0, 0, 0]
    assert poles("No, too dear", "Yes", "No, too far") == [0, 0, 0]


def test_what_stays_behind_a_list_is_no_end_of_a_scale() -> None:
    assert poles("Bus", "Tram", "None", last=("a2",)) == [0, 0, 0]


@pytest.mark.parametrize(
    "form",
    [
        ("Yes, very rude", "Yes, somewhat rude", "No, not rude at all"),
        ("Very worried", "A little worried", "Not at all worried"),
        ("Sehr besorgt", "Etwas besorgt", "Überhaupt nicht"),
    ],
)
def test_to_deny_what_nobody_wishes_for_is_no_bad_answer(form: tuple[str, ...]) -> None:
    assert poles(*form) == [0, 0, 0]


def test_none_of_what_is_counted_is_no_bad_answer() -> None:
    assert poles("None", "1", "2", "3 or more") == [0, 0, 0, 0]
    assert poles("None", "£1 to £24", "£25 or more") == [0, 0, 0]
    assert poles("1 - A lot", "Some", "None") == [0, 0, -1], "of words"


@pytest.mark.parametrize(
    ("asked", "form", "bad"),
    [
        ("Do you have a car?", ("Yes", "No"), False),
        ("Do you think the price is right?", ("Yes", "No"), True),
        ("Is the website easy to use?", ("Yes", "No"), True),
        ("Haben Sie ein Auto?", ("Ja", "Nein"), False),
        ("Finden Sie das richtig?", ("Ja", "Nein"), True),
        ("How often do you cycle?", ("Often", "Sometimes", "Never"), False),
        ("How often do you feel listened to?", ("Often", "Sometimes", "Never"), True),
        ("How often do you come?", ("Every week", "Once a month", "Never"), False),
        ("Were you told?", ("Yes, completely", "Yes, to some extent", "No"), True),
    ],
)
def test_only_an_opinion_has_a_bad_end(asked: str, form: tuple[str, ...], *, bad: bool) -> None:
    assert poles(*form, asked=asked) == [*[0] * (len(form) - 1), -bad]


def test_a_denial_at_the_head_of_a_list_is_no_end_of_a_scale() -> None:
    assert poles("Nothing, I came by chance", "Leaflet", "Website", asked="How did you hear?") == [
        0,
        0,
        0,
    ]
    assert poles("No, I never drive", "Bus", "Tram") == [0, 0, 0]

"""An answer that denies the rest of a scale is its negative pole, in any of five languages."""

from __future__ import annotations

import pytest

from briefing.survey.question import Answer, Meaning, Scale
from briefing.tables.heads import scale_heads


def poles(*labels: str, last: tuple[str, ...] = ()) -> list[int]:
    answers = [
        Answer(
            f"a{place}",
            label,
            Meaning.DONT_KNOW if label == "Don't know" else Meaning.VALID,
        )
        for place, label in enumerate(labels)
    ]
    return [head.pole for head in scale_heads(Scale("s", tuple(answers)), last)]


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

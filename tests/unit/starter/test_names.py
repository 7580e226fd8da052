"""Labels as they go on within a sentence, and names of columns as they are printed."""

from __future__ import annotations

import pytest

from briefing.starter.names import either, small
from briefing.starter.topics import without_number


@pytest.mark.parametrize(
    ("label", "within"),
    [
        ("Satisfied", "satisfied"),
        ("A great deal", "a great deal"),
        ("I trust it", "I trust it"),
        ("I'm not sure", "I'm not sure"),
        (
            "I\N{RIGHT SINGLE QUOTATION MARK}ve no view",
            "I\N{RIGHT SINGLE QUOTATION MARK}ve no view",
        ),
        ("UK residents", "UK residents"),
        ("iPhone", "iPhone"),
    ],
)
def test_a_label_within_a_sentence_keeps_what_is_always_large(label: str, within: str) -> None:
    assert small(label) == within


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("library_use", "Library use"),
        ("pool_rating_now", "Pool rating now"),
        ("q4_1", "q4_1"),
        ("How often do you use snake_case?", "How often do you use snake_case?"),
    ],
)
def test_the_name_of_a_column_is_printed_as_words(name: str, printed: str) -> None:
    """Where an export has no wording its names stand in headlines, but a number is left alone."""
    assert without_number(name).casefold() == printed.casefold()


def test_labels_written_like_titles_go_on_in_small_letters() -> None:
    assert either(["Agree", "Strongly Agree"]) == "Agree or strongly agree"
    assert either(["Very good", "Good"]) == "Very good or good"

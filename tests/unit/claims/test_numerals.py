"""Whole numbers in words, both ways."""

from __future__ import annotations

import pytest

from briefing.claims.numerals import LARGEST, in_words, ordinal, read_number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (7, "seven"),
        (13, "thirteen"),
        (20, "twenty"),
        (91, "ninety-one"),
        (100, "one hundred"),
        (101, "one hundred and one"),
        (1000, "one thousand"),
        (1001, "one thousand and one"),
        (1734, "one thousand seven hundred and thirty-four"),
        (2_000_012, "two million and twelve"),
    ],
)
def test_numbers_are_written_as_british_english_says_them(number: int, words: str) -> None:
    assert in_words(number) == words
    tokens = words.replace("-", " ").split()
    assert read_number(tokens) == (number, len(tokens))


def test_a_hundred_is_one_hundred() -> None:
    assert read_number(["a", "hundred", "and", "five"]) == (105, 4)
    assert read_number(["a", "third"]) is None


def test_reading_stops_where_the_number_does() -> None:
    assert read_number(["twenty", "one", "per", "cent"]) == (21, 2)
    assert read_number(["ten", "of", "sixteen"]) == (10, 1)
    assert read_number(["twenty", "eleven"]) == (20, 1)


def test_numbers_beyond_the_largest_are_left_in_figures() -> None:
    with pytest.raises(ValueError, match="not written in words"):
        in_words(LARGEST + 1)
    with pytest.raises(ValueError, match="not written in words"):
        in_words(-1)


def test_places() -> None:
    assert [ordinal(each) for each in (1, 2, 20, 21, 22, 23, 24, 111)] == [
        "first",
        "second",
        "twentieth",
        "21st",
        "22nd",
        "23rd",
        "24th",
        "111th",
    ]

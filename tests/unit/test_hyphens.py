"""Where words may be divided, and which may not."""

from __future__ import annotations

import pytest

from briefing.hyphens import divisions


def divided(word: str, language: str = "en-GB") -> str:
    places = divisions(word, language)
    return "".join("-" * (place in places) + sign for place, sign in enumerate(word))


@pytest.mark.parametrize(
    ("word", "language", "wanted"),
    [
        ("understanding", "en-GB", "under-stand-ing"),
        ("(partnerships,", "en-GB", "(part-ner-ships,"),
        ("council\u2019s", "en-GB", "coun-cil\u2019s"),
        ("Verwaltung", "de", "Ver-wal-tung"),
        ("citoyenneté", "fr", "citoyen-neté"),
        ("samenwerking", "nl-BE", "samen-wer-king"),
        ("samorządowych", "pl", "samo-rzą-do-wych"),
    ],
)
def test_a_word_is_divided_by_the_patterns_of_its_language(
    word: str, language: str, wanted: str
) -> None:
    assert divided(word, language) == wanted


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("Birmingham", "en-GB"),
        ("McAllister", "en-GB"),
        ("PARTNERSHIP", "en-GB"),
        ("after", "en-GB"),
        ("section12b", "en-GB"),
        ("wellbeing-boards", "en-GB"),
        ("research@example.org", "en-GB"),
        ("example.org/understanding", "en-GB"),
        ("cynghorwyr", "cy"),
        ("understanding", "zz"),
        ("understanding", ""),
    ],
)
def test_names_figures_addresses_and_languages_without_patterns_stay_whole(
    word: str, language: str
) -> None:
    assert divided(word, language) == word


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Zusammenarbeit", "Zusam-menarbeit"),
        ("Staubecken", "Staubecken"),
        ("Druckerzeugnis", "Druckerzeug-nis"),
        ("Altbauerhaltung", "Alt-bauerhal-tung"),
    ],
)
def test_a_german_compound_that_can_be_read_in_two_ways_is_not_divided_there(
    word: str, wanted: str
) -> None:
    """Patterns divide around a lone letter there, "Zusammen-a-rbeit": one of the two is wrong."""
    assert divided(word, "de-DE") == wanted


def test_two_letters_stay_and_three_go() -> None:
    for word in ("independently", "already", "particularly", "organisation"):
        assert all(2 <= place <= len(word) - 3 for place in divisions(word, "en-GB"))

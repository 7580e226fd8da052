"""Abbreviations are explained where a document uses them first, and once."""

from __future__ import annotations

import pytest

from briefing.blocks.listing import ItemList
from briefing.blocks.prose import Lead
from briefing.content.abbreviations import Explained, explained, plural
from briefing.content.publication import Sheet
from briefing.diagnostics import Source
from briefing.layout.text import Span, Words

HERE = Source("words.md", 3, 1)
KNOWN = {"STP": "Sustainability and Transformation Partnership", "CCG": "commissioning group"}


def told(heading: Words, *paragraphs: str, language: str = "en-GB") -> Explained:
    lead = Lead(where=HERE, paragraphs=tuple((Span(each),) for each in paragraphs))
    sheet = Sheet(master="text", heading=heading, level=1, anchor="a", where=HERE, blocks=(lead,))
    return explained((sheet,), KNOWN, language)


def expansions(made: Explained) -> list[tuple[str, str]]:
    (sheet,) = made.entries
    assert isinstance(sheet, Sheet)
    (lead,) = sheet.blocks
    assert isinstance(lead, Lead)
    phrases = (sheet.heading, *lead.paragraphs)
    return [each for words in phrases for span in words for each in span.expansions]


def test_the_first_use_says_what_it_stands_for_and_no_other() -> None:
    made = told((Span("An STP and its CCG"),), "The STP again.", "A CCG again.")
    assert expansions(made) == [("STP", KNOWN["STP"]), ("CCG", KNOWN["CCG"])]
    assert made.used == {"STP", "CCG"}


def test_a_plural_is_the_same_abbreviation() -> None:
    made = told((Span("Good ties with CCGs"),), "A CCG has them.")
    assert expansions(made) == [("CCGs", "commissioning groups")]


def test_a_possessive_is_not_a_plural() -> None:
    made = told((Span("The STP\N{RIGHT SINGLE QUOTATION MARK}s work"),))
    assert expansions(made) == [("STP", KNOWN["STP"])]


@pytest.mark.parametrize(
    "words",
    [
        "Sustainability and Transformation Partnerships (STPs) plan.",
        "The sustainability and\N{NO-BREAK SPACE}transformation partnership (STP) plans.",
        "An STP (Sustainability and Transformation Partnership) plans.",
    ],
)
def test_what_the_words_say_themselves_is_not_said_again(words: str) -> None:
    made = told((Span("A heading"),), words, "The STP again.")
    assert expansions(made) == []
    assert made.used == {"STP"}


@pytest.mark.parametrize("words", ["STPs-like", "an XSTP", "STPA", "pre-STP"])
def test_a_part_of_a_word_is_no_abbreviation(words: str) -> None:
    assert expansions(told((Span(words),))) == []


def test_other_languages_have_plurals_of_their_own() -> None:
    assert expansions(told((Span("STPs a STP"),), language="cy")) == [("STP", KNOWN["STP"])]


@pytest.mark.parametrize(
    "span", [Span("STP", link="#a"), Span("STP", code=True), Span("STP", language="cy")]
)
def test_words_that_stand_for_something_else_are_left_alone(span: Span) -> None:
    assert expansions(told((span, Span(" and the STP")))) == [("STP", KNOWN["STP"])]


def test_words_in_lists_are_read_too_and_nothing_else_changes() -> None:
    items = ItemList(where=HERE, items=((Span("None"),), (Span("The STP"),)))
    sheet = Sheet(master="text", heading=(), level=1, anchor="a", where=HERE, blocks=(items,))
    (made,) = explained((sheet,), KNOWN, "en").entries
    assert isinstance(made, Sheet)
    (changed,) = made.blocks
    assert isinstance(changed, ItemList)
    assert changed.items[0] is items.items[0]
    assert changed.items[1][0].expansions == (("STP", KNOWN["STP"]),)
    assert explained((sheet,), {}, "en").entries == (sheet,)


def test_abbreviations_that_nobody_explains_are_told_with_their_place() -> None:
    words = Span("The NHS and the National Grid (NG)", places=((0, HERE),))
    made = told((words,), "The NG, and the NHS, at www.BBC.example.")
    assert made.unknown == (("NHS", Source("words.md", 3, 5)),)


def test_a_heading_in_capitals_is_no_abbreviation() -> None:
    assert told((Span("WHAT NOW"),)).unknown == ()


@pytest.mark.parametrize(
    ("one", "several"),
    [("group", "groups"), ("authority", "authorities"), ("survey", "surveys"), ("tax", "taxes")],
)
def test_a_plural_is_made_of_the_last_word(one: str, several: str) -> None:
    assert plural(f"a {one}") == f"a {several}"

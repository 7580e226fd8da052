"""Figures typed by hand: found where they are data, passed over where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.claims.nearest import nearest_figure, remedy
from briefing.claims.typed import typed_figures
from tests.unit.claims.tabled import published

PROSE = Path(__file__).parent / "prose"
LABELS = ("Parks", "Roads", "Swimming pools", "London", "West Midlands")


def found(text: str) -> list[str]:
    return [each.text for each in typed_figures(text, ("councillors", "residents"))]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Of these, 33 per cent agree.", ["33 per cent"]),
        ("Of these, 33% agree.", ["33%"]),
        ("Thirty-three per cent agree.", ["Thirty-three per cent"]),
        ("Of all, <1% agree.", ["<1%"]),
        ("A third agree, two thirds do not.", ["A third", "two thirds"]),
        ("Two in five agree, 9 out of 10 do not.", ["Two in five", "9 out of 10"]),
        ("Over half agree.", ["half"]),
        ("STPs cover 44 areas and 1,734 wards.", ["44", "1,734"]),
        ("It cost £3.5 million.", ["£3.5"]),
        ("Most councillors agree.", ["Most"]),
        ("Most of the respondents agree.", ["Most"]),
        ("The majority agree, a minority do not.", ["majority", "minority"]),
        ("Twice as many agree.", ["Twice as"]),
        ("One quarter, or 25 per cent.", ["One quarter", "25 per cent"]),
        ("Twelve more signed, sixty-one in all.", ["Twelve", "sixty-one"]),
        ("Seven councillors agree, and one resident.", ["Seven councillors", "one resident"]),
        ("Two of the councillors agree.", ["Two of the councillors"]),
        (
            "Few agree; none said so; all councillors know.",
            ["Few agree", "none said", "all councillors"],
        ),
        ("No councillor said so, nobody is sure.", ["No councillor", "nobody"]),
        ("Almost all agree, hardly anybody knows.", ["Almost all", "hardly anybody"]),
        ("The highest share, ranked second.", ["highest", "ranked second"]),
        ("It doubled; the top two had the same share.", ["doubled", "top two", "same share"]),
        ("More councillors agree than disagree.", ["More councillors"]),
        (
            "It is ½, or \u0665\u0660%, or \uff15\uff10\uff05.",
            ["½", "\u0665\u0660%", "\uff15\uff10\uff05"],
        ),
        ("It cost £3m, or 33pc of 40k.", ["£3m", "33pc", "40k"]),
        ("Dozens agree.", ["Dozens"]),
        ("Another third, the other half.", ["Another third", "other half"]),
        ("By a 3:1 ratio, or 5 to 2 in favour.", ["3:1", "5 to 2"]),
        ("It is 2/3 of them.", ["2/3"]),
        ("Rents came second.", ["came second"]),
        ("One councillor agrees.", ["One councillor"]),
        ("Many residents know, several councillors do.", ["Many residents", "several councillors"]),
        ("Many of them lead, lots of people follow.", ["Many", "lots of people"]),
        ("A handful of councillors agree; many say so.", ["A handful of councillors", "many say"]),
        ("Boards work best, are rated the worst.", ["work best", "rated the worst"]),
        ("It is the least known, the most trusted.", ["the least", "the most"]),
        ("Rents come first, they put prevention last.", ["come first", "put prevention last"]),
        ("The second most named, the third lowest.", ["second most", "third lowest"]),
        (
            "Support is widespread, overwhelming, unanimous.",
            ["Support is widespread", "overwhelming", "unanimous"],
        ),
        ("Residents mostly agree, nobody objects.", ["Residents mostly agree", "nobody"]),
        ("Everyone knows, and no one minds.", ["Everyone", "no one"]),
        ("Barely anyone came.", ["Barely anyone"]),
        ("Cost is the main reason, a top priority.", ["main reason", "top priority"]),
        ("They are more likely to know than others.", ["They are more likely"]),
        ("It was named more often.", ["named more often"]),
        ("Rents lag far behind, ahead of roads.", ["lag far behind", "ahead of"]),
        ("Trust fell; a sharp increase in demand.", ["Trust fell", "sharp increase in"]),
        ("It rose sharply, fell by a lot.", ["rose sharply", "fell by"]),
        ("A decline in support; it tops the list.", ["decline in support", "tops the list"]),
        ("Opinion is evenly split, on average.", ["evenly split", "on average"]),
        ("Those in favour outnumber the others.", ["outnumber"]),
        ("Some councillors mind, some of them a lot.", ["Some councillors", "some of them"]),
        ("A number of respondents stayed away.", ["A number of respondents"]),
        ("Councillors often use it.", ["Councillors often use"]),
        (
            "Satisfaction is up, support has gone down.",
            ["Satisfaction is up", "support has gone down"],
        ),
    ],
)
def test_figures_that_look_like_data(text: str, figures: list[str]) -> None:
    assert found(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "It was held in 2017, and again in 2018/19.",
        "The survey ran from 6 April to 11 May 2017.",
        "Between 6 and 11 May we wrote again on the 21st.",
        "July 2017",
        "See page 12, figures 3 and 4, Appendix 2, question 5 and theme 8.",
        "Print it on A4; Q2a and COVID-19 are labels, and so is D-1.",
        "A 5-point scale, open 24/7 from 9.30am, at 16:9.",
        "Write to team17@council.example or see www.council.example/2a/33.",
        "english-councils.org.uk/33",
        "The third priority came up; the third sector and a third party agreed.",
        "It took half an hour, half-heartedly, on behalf of us.",
        "Important, or most important, at most, at the least, and to make the most of it.",
        "What should come first, and do most residents know the best known of them?",
        "First, we asked; it was the first time, the last step and the best way to put it.",
        "How many residents there are, as many of them as there are, and several reasons.",
        "Many a councillor, many times, several pages, in many ways.",
        "Nobody should stay at home; it is open to everybody who asks; all else fell to us.",
        "It happens often, always, never, seldom and mostly at night, behind the house.",
        "We increased the print run, a rise of dough, and went ahead with it.",
        "The main points, the leading edge and the bottom line.",
        "More often than not it rose from the ashes.",
        "They lead a council and go to the second reading.",
        "Ethnic minority groups were asked.",
        "They said \u201cmost people do, half of them gladly\u201d.",
        "One of two, and three quotations.",
        "Every part of England, all of it, in a few words and no time.",
        "A two-tier area, a one-off, a three-year plan.",
        "In a hundred years, in the second half of the first.",
        "Some time ago some work was done, to some extent; a number of things are up to date.",
        "One councillor told us: \u201cI do\u201d. A map at 1:25,000, a page of 4:3, open 24/7.",
        "Residents aged 16 and over, ages 18 to 24, and those aged under 65.",
    ],
)
def test_what_is_no_data_is_passed_over(text: str) -> None:
    assert found(text) == []


def prose(name: str) -> list[str]:
    """The sentences of a file: a line each, but for those that tell of them."""
    lines = (PROSE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def of_council(text: str) -> list[str]:
    nouns = ("councillors", "residents", "councils")
    return [each.text for each in typed_figures(text, nouns, subjects=LABELS)]


@pytest.mark.parametrize("sentence", prose("quantifies.txt"))
def test_what_quantifies_is_found_in_prose(sentence: str) -> None:
    assert of_council(sentence)


@pytest.mark.parametrize("sentence", prose("quantifies-nothing.txt"))
def test_what_quantifies_nothing_is_passed_over_in_prose(sentence: str) -> None:
    assert not of_council(sentence)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Seuls 21 % des habitants, soit 182, sont satisfaits.", ["21 %", "182"]),
        ("Trente pour cent disent oui. La plupart se taisent.", ["Trente pour cent"]),
        ("Nur 3,5 % der Befragten, dreißig Prozent der Frauen.", ["3,5 %", "dreißig Prozent"]),
        ("Angaben in Prozent.", []),
        ("Dim ond 21% o'r cyhoedd, deg y cant ohonom.", ["21%", "deg y cant"]),
    ],
)
def test_other_languages_have_their_numerals_and_percentages(text: str, figures: list[str]) -> None:
    assert [each.text for each in typed_figures(text, words=False)] == figures


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("de", "Die Mehrheit ist zufrieden, zwei Drittel sehr.", ["Die Mehrheit", "zwei Drittel"]),
        ("de", "Neun von zehn kommen wieder.", ["Neun von zehn"]),
        ("de", "Am 6. Mai tagt der Rat im Viertel am Hafen.", []),
        ("fr", "La plupart approuvent, un tiers non.", ["La plupart", "un tiers"]),
        ("fr", "Le 6 mai, un quart d\u2019heure suffit.", []),
        ("cy", "Mae dau draean yn cytuno, bron pawb.", ["dau draean", "bron pawb"]),
        ("cy", "Hanner awr yw\u2019r daith.", []),
        ("es", "La mitad y nueve de cada diez.", ["La mitad", "nueve de cada diez"]),
        ("es", "Un cuarto de hora basta.", []),
        ("it", "La maggioranza dice di no.", []),
    ],
)
def test_other_languages_have_their_fractions_and_majorities(
    language: str, text: str, figures: list[str]
) -> None:
    found = typed_figures(text, words=False, language=language)
    assert [each.text for each in found] == figures


def test_the_nearest_figure_is_offered() -> None:
    tables = published().values()
    (typed,) = typed_figures("33 per cent agree")
    figure = nearest_figure(typed, tables)
    assert figure is not None
    assert figure.reference == "q1.great_deal"
    assert "{{ q1.great_deal.pct }}" in remedy(typed, figure)
    assert "[33 per cent]{claim=q1.great_deal}" in remedy(typed, figure)
    assert "[33 per cent]{.literal}" in remedy(typed, figure)


def test_a_table_on_the_same_page_comes_first() -> None:
    (typed,) = typed_figures("33 per cent agree")
    figure = nearest_figure(typed, published().values(), {"q16a"})
    assert figure is not None
    assert figure.reference == "q16a.small_extent"


def test_a_number_is_compared_with_counts() -> None:
    (typed,) = typed_figures("from 68 councils")
    figure = nearest_figure(typed, published().values())
    assert figure is not None
    assert (figure.reference, figure.kind) == ("survey.council", "count")
    assert "{{ survey.council.count }}" in remedy(typed, figure)


def test_words_without_a_value_have_no_nearest_figure() -> None:
    (typed,) = typed_figures("Most councillors agree")
    assert nearest_figure(typed, published().values()) is None
    assert "{claim=…}" in remedy(typed, None)


def test_a_quotation_that_is_known_is_passed_over_and_no_other() -> None:
    text = "They said \u201cmost of the 33 agree\u201d and \u201chalf of us do\u201d."
    known = {"most of the 33 agree"}
    assert [each.text for each in typed_figures(text, (), known.__contains__)] == ["half"]


@pytest.mark.parametrize("text", ["9" * 20_000, "one " * 5000, "\u201c" * 5000, "half " * 3000])
def test_long_words_are_read_in_time(text: str) -> None:
    assert len(list(typed_figures(text))) >= 0


def of_labels(text: str) -> list[str]:
    return [each.text for each in typed_figures(text, ("residents",), subjects=LABELS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Parks beat roads.", ["Parks beat"]),
        ("Parks lead, roads trail.", ["Parks lead", "roads trail"]),
        ("Swimming pools narrowly edge out libraries.", ["Swimming pools narrowly edge out"]),
        ("Roads bring up the rear.", ["Roads bring up the rear"]),
        ("Parks score higher than roads.", ["Parks score higher"]),
        ("Roads languish.", ["Roads languish"]),
        ("Parks are better liked than roads.", ["Parks are better liked than"]),
        ("Parks are streets ahead.", ["Parks are streets ahead"]),
        ("Roads fare worst of all.", ["Roads fare worst"]),
    ],
)
def test_what_is_counted_does_not_lead_or_trail_unproven(text: str, found: list[str]) -> None:
    assert of_labels(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Roads lead to the town centre.",
        "Parks lead into woods.",
        "The path leads through the park.",
        "The beat officers trail nobody.",
        "Parks are open.",
        "Parks are other than they were.",
    ],
)
def test_what_is_counted_may_lead_somewhere(text: str) -> None:
    assert not of_labels(text)

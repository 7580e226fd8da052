"""What the pages of a first draft are called where no figure can be declared."""

from __future__ import annotations

from fractions import Fraction

import pytest

from briefing.starter.briefing_pages import _theme, briefing_pages
from briefing.starter.finding import Finding
from briefing.starter.markdown import said
from briefing.starter.model import Guess, GuessedQuestion
from briefing.starter.pages import _before_figures, message_of, running_of, told_by_figure
from briefing.starter.report_pages import _ends, _own_words, report_pages
from briefing.starter.story import Story
from briefing.starter.topics import topic_of
from briefing.survey.question import Kind
from briefing.tables.model import Head, Part
from tests.unit.charts.tabled import single
from tests.unit.starter.asked import guessed

COLUMNS = (Head("yes", "Yes", Part.ANSWER), Head("no", "No", Part.ANSWER))


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("How the council is doing", "How the council is doing"),
        ("How often did you call in the last 12 months?", "How often did you call?"),
        ("Rank these aims from first to last", ""),
        ("Views of the 20 mph limit", ""),
        ("The 20 mph limit", ""),
    ],
)
def test_a_name_without_its_figures_is_whole_itself(words: str, called: str) -> None:
    assert _before_figures(words) == called


def test_a_page_is_called_by_its_question_as_one_or_by_its_number() -> None:
    """Contents that ask without a question mark, or end in "and" or dots, look like slips."""
    asked = {
        "Would you help in the bar?": "Would you help in the bar?",
        "How long do you usually wait at the stop, in all kinds of weather?": (
            "How long do you usually wait at the stop?"
        ),
        "Do you agree that the village hall should be let for weddings and other parties?": (
            "Question 1"
        ),
    }
    for wording, called in asked.items():
        assert called_in(wording, 50) == called


@pytest.mark.parametrize(
    ("wording", "called"),
    [
        ("Have you seen a GP in the last few months?", "Have you seen a GP?"),
        ("Have you reported a repair in the last 12 months?", "Have you reported a repair?"),
        (
            "Overall, how satisfied are you with the library service in Market Harding?",
            "The library service",
        ),
        ("Dans l'ensemble, la piscine vous plaît-elle ?", "La piscine vous plaît-elle?"),
        ("What stops you from coming to us more often?", "Question 1"),
        ("Districts that you serve (all where work is done)", "Question 1"),
        ("Would you come by train if it ran later?", "Would you come by train?"),
        ("Where in the county do you live in, and where do you work in?", "Question 1"),
    ],
)
def test_a_name_is_a_whole_part_of_the_question_before_it_is_cut(wording: str, called: str) -> None:
    assert called_in(wording, 30) == called


def called_in(wording: str, most: int) -> str:
    """What a page of a question is called in so many signs."""
    topic = topic_of(wording)
    question = GuessedQuestion(
        "q1", Kind.SINGLE, wording, topic.short, topic.goes_on, topic.opening
    )
    told = Story(Guess("A survey", "plain", "x.csv", "", "", {}, (question,)), {}, (), (), ())
    return running_of(Finding("q1", topic.short, "", "", "", (), "yes"), told, most)


def test_a_section_has_the_numbers_of_its_questions_where_all_have_one_in_order() -> None:
    """As the tables call them: an open question has a number too, and no chart."""
    assert _ends(["q1", "q2", "q4", "q7"], range(2, 4)) == (4, 7)
    assert _ends(["q1", "q7", "q4"], range(1, 3)) == (2, 3)
    assert _ends(["q1", "extra", "q4"], range(1, 3)) == (2, 3)


LONG = (
    "Generally speaking, how would you rate your knowledge of all the kinds of food that people "
    "in other parts of the world eat?"
)


@pytest.mark.parametrize(
    ("asked", "begins"),
    [("How often do you come?", "How often do you come, by area."), (LONG, LONG)],
)
def test_a_message_of_groups_names_what_was_asked_without_dots(asked: str, begins: str) -> None:
    cells = ["Daily", "Weekly", "Monthly", "Never"] * 40
    made = guessed({asked: cells, "Area": ["North"] * 80 + ["South"] * 80})
    (crossed,) = made.crosstabs
    found = Finding(crossed.id, said(crossed.title), "", "More do among them.", "", (), "")
    story = Story(made, {}, (), (), (found,))
    assert message_of(found, story) == f"**{begins}** More do among them."


def test_a_page_is_not_called_by_a_statement_that_was_only_asked() -> None:
    asked = "To what extent do you agree or disagree that the council provides value for money?"
    assert called_in(asked, 72) == "Whether the council provides value for money"


@pytest.mark.parametrize(
    ("wording", "called"),
    [
        (
            "How satisfied are you with each of the following services provided by the council?",
            "Services provided by the council",
        ),
        ("How would you rate the Society on the following?", "The Society"),
    ],
)
def test_what_only_points_at_the_rows_of_a_grid_is_no_name(wording: str, called: str) -> None:
    assert topic_of(wording).short == called


@pytest.mark.parametrize(
    ("told", "complete", "item"),
    [
        ("{{ q1.yes.pct }} use the bus.", True, "**{{ q1.yes.pct }}** use the bus."),
        (
            "{{ q1.yes.pct }} answer “Yes”.",
            False,
            "**{{ q1.yes.pct }}** answer “Yes” in answer to “Do you use the bus?”.",
        ),
        ("{{ q1.yes.pct }} answer “Yes”. It is lowest in Town.", False, ""),
        ("Most use the bus.", True, ""),
    ],
)
def test_a_finding_is_led_by_its_figure_where_it_begins_with_one(
    told: str, item: str, *, complete: bool
) -> None:
    made = guessed({"Do you use the bus?": ["Yes"] * 40 + ["No"] * 20})
    found = Finding("q1", "", "", told, "", (), "yes", complete=complete)
    assert told_by_figure(found, Story(made, {}, (found,), (), ())) == item


def drafted(number: int) -> tuple[set[str], set[str]]:
    """The pages of both publications of a draft that has so much to tell."""
    asked = ("Do you use the bus?", "Is the fare fair?", "Would you pay more for a seat?")
    made = guessed({each: ["Yes"] * 40 + ["No"] * 20 for each in asked[:number]})
    told = "{{ q1.yes.pct }} use it."
    findings = tuple(
        Finding(each.id, "It", "It is used", told, "", ("kind=bars",), "yes", strength=Fraction(1))
        for each in made.questions
    )
    tables = {each.id: single(each.id, COLUMNS, (40, 20)) for each in made.questions}
    story = Story(made, tables, findings, (), ())
    return tuple({page.key for page in make(story)} for make in (briefing_pages, report_pages))  # type: ignore[return-value]


def test_one_finding_or_two_are_no_list() -> None:
    """A page of them said what the next page said again, and was white below it."""
    for number, listed in ((1, False), (2, False), (3, True)):
        briefing, report = drafted(number)
        assert ("messages" in briefing, "headlines" in report) == (listed, listed)


def test_a_ring_has_no_picture_of_its_figure_beside_it() -> None:
    made = guessed({"Do you use the bus?": ["Yes"] * 40 + ["No"] * 20})
    table = single("q1", COLUMNS, (40, 20))
    for kind, pictured in (("kind=donut", False), ("kind=bars", True)):
        found = Finding("q1", "", "It", "It.", "", (kind,), "yes", caption="use the bus")
        page = _theme(found, Story(made, {"q1": table}, (found,), (), ()))
        assert (
            any("in a hundred" in each or "kind=people" in each for each in page.forms) == pictured
        )


def test_a_message_of_those_who_were_asked_says_how_many_they_were() -> None:
    """Beside a message stands no base: it would be read as of all who took part."""
    cells = {
        "Have you called us?": ["Yes"] * 60 + ["No"] * 60,
        "How easy was it?": ["Very easy", "Fairly easy", "Fairly difficult"] * 20 + [""] * 60,
    }
    made = guessed(cells)
    routed = made.questions[1]
    assert routed.routing is not None
    table = single(routed.id, (Head("very_easy", "Very easy", Part.ANSWER),), (60,))
    told = f"{{{{ {routed.id}.very_easy.pct }}}} call it very easy."
    found = Finding(routed.id, "", "", told, "", (), "very_easy")
    message = message_of(found, Story(made, {routed.id: table}, (found,), (), ()))
    assert f"Of the {{{{ {routed.id}.very_easy.base }}}} who were asked and answered" in message


def test_own_words_beside_other_are_told_as_such() -> None:
    question = GuessedQuestion("q3", Kind.OPEN, "Where do you read it? Tick all: Other", "Other")
    assert _own_words(question) == "“Other” in answer to “Where do you read it?”"


@pytest.mark.parametrize(
    ("wording", "kicker"),
    [
        ("What stops you from coming to us more often than you do, on any day of the week?", ""),
        ("Are parks good?", "Are parks good?"),
    ],
)
def test_a_number_is_no_line_above_a_headline(wording: str, kicker: str) -> None:
    topic = topic_of(wording)
    question = GuessedQuestion(
        "q1", Kind.SINGLE, wording, topic.short, topic.goes_on, topic.opening
    )
    table = single("q1", (Head("yes", "Yes", Part.ANSWER), Head("no", "No", Part.ANSWER)), (60, 40))
    told = Story(
        Guess("A survey", "plain", "x.csv", "", "", {}, (question,)), {"q1": table}, (), (), ()
    )
    finding = Finding("q1", topic.short, topic.short, "", "", ("kind=bars",), "yes")
    first = _theme(finding, told).forms[0].splitlines()[0]
    assert (f'short="{kicker}"' in first) is bool(kicker)
    assert "Question 1" not in first

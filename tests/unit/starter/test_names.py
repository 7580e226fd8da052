"""Labels as they go on within a sentence, and names of columns as they are printed."""

from __future__ import annotations

import pytest

from briefing.starter.markdown import called, quoted
from briefing.starter.names import clipped, either, headed, small, whole_part
from briefing.starter.topics import topic_of, without_number


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


@pytest.mark.parametrize(
    ("label", "within"),
    [
        ("The gate.", "“The gate”"),
        ("The gate", "“The gate”"),
        ("Fruit, fish etc.", "“Fruit, fish etc.”"),
        ("And so on...", "“And so on...”"),
        ("The gate (https://example.org).", "“The gate”"),
    ],
)
def test_a_label_that_is_quoted_has_no_full_stop_of_its_own(label: str, within: str) -> None:
    """The sentence around it has one, and two of them are a slip that every reader sees."""
    assert quoted(label) == within


@pytest.mark.parametrize(
    ("label", "most", "cut"),
    [
        ("A short one", 20, "A short one"),
        (
            "Buses that keep to the timetable, also in the rush hour and on Saturdays",
            56,
            "Buses that keep to the timetable…",
        ),
        (
            "A place to sit down and eat what one has just bought",
            30,
            "A place to sit down and eat…",
        ),
        ("So, a place to sit down and to eat", 26, "So, a place to sit down…"),
        ("Onewordthatislongerthantheroom", 12, "Onewordthat…"),
    ],
)
def test_a_long_label_is_cut_where_its_sense_allows(label: str, most: int, cut: str) -> None:
    """Behind a clause where that says enough; never before a word that leads on to others."""
    assert clipped(label, most) == cut
    assert len(cut) <= most


@pytest.mark.parametrize(
    ("label", "most", "head"),
    [
        ("A short one", 20, "A short one"),
        ("Step-free access (ramps, lifts)", 24, "Step-free access"),
        ("Buses that are in time, also on Saturdays", 30, "Buses that are in time"),
        ("There are enough people on this ward for me to do my work", 40, ""),
        ("Lights, benches and other things to sit on", 20, ""),
    ],
)  # fmt: skip
def test_a_label_in_a_headline_is_whole_or_its_head_and_has_no_dots(
    label: str, most: int, head: str
) -> None:
    """A half of a statement says another thing than the whole: then the line below says it."""
    assert headed(label, most) == head


@pytest.mark.parametrize(
    ("wording", "opening"),
    [
        (
            "Do you agree that the village hall should be let for weddings, if there is room?",
            "The village hall should be let for weddings, if there is room:",
        ),
        (
            "How easy or difficult is it for you to get to the next town without a car?",
            "How easy or difficult is it for you to get to the next town without a car?",
        ),
        ("How would you rate the hall?", "The hall:"),
        ("How likely is it that you would recommend us?", "Likely to recommend us?"),
        ("How would you rate each of the following aspects of the hall?", "The hall:"),
        ("Thinking about last week, did you see a GP?", "Did you see a GP?"),
        ("How do you usually check the weather?", "How do you usually check the weather?"),
        ("Where do you go? Please tick all that apply", "Where do you go?"),
        ("Where do you go: choose up to three.", "Where do you go:"),
        ('Have you been to a "Whose turn is it?"?', 'Have you been to a "Whose turn is it"?'),
    ],
)
def test_beside_a_figure_stands_the_whole_of_what_was_asked(wording: str, opening: str) -> None:
    """Three in five who find it hard to get to town without a car do not find it hard at all."""
    assert topic_of(wording).opening == opening


@pytest.mark.parametrize(
    ("labels", "together"),
    [
        (("No, probably not", "No, definitely not"), "No, probably or definitely not"),
        (("Yes, definitely", "Yes, to some extent"), "Yes, definitely or to some extent"),
        (("A very big problem", "A fairly big problem"), "A very or fairly big problem"),
        (("Strongly agree", "Tend to agree"), "Strongly agree or tend to agree"),
        (("Probably not", "Definitely not"), "Probably or definitely not"),
        (("Every day", "A few times a week"), "Every day or a few times a week"),
    ],
)
def test_what_answers_share_is_said_once(labels: tuple[str, ...], together: str) -> None:
    assert either(labels) == together


def test_a_question_that_points_at_its_rows_is_not_called_by_them() -> None:
    short = topic_of("How satisfied are you with each of the following?").short
    assert short == "How satisfied are you with each of the following"


@pytest.mark.parametrize(
    ("asked", "short"),
    [
        (
            "How many other projects not in the ecosystem of the library do you contribute to?",
            "How many other projects not in the ecosystem of the library do you contribute to",
        ),
        ("How did you find out about the library?", "How did you find out about the library"),
        ("How do you find the library?", "The library"),
    ],
)
def test_a_name_in_short_is_whole(asked: str, short: str) -> None:
    assert topic_of(asked).short == short


def test_what_a_label_quotes_itself_has_single_marks() -> None:
    label = "A “quiet hour” on Mondays"
    hour = "\N{LEFT SINGLE QUOTATION MARK}quiet hour\N{RIGHT SINGLE QUOTATION MARK}"
    within = f"“A {hour} on Mondays”"
    assert quoted(label) == called(label, 60) == within


@pytest.mark.parametrize(
    "wording",
    [
        "Please tell me if the council should mend the roof of the hall within the year",
        "Would you say life in this part of the town has become better or worse since you came?",
    ],
)
def test_a_page_is_not_called_by_words_that_only_open_a_question(wording: str) -> None:
    assert whole_part(wording, 40) == ""


def test_what_stands_before_examples_and_choices_is_whole() -> None:
    asked = "How often do you use it today, either for work or at home?"
    assert whole_part(asked, 40) == "How often do you use it today"
    assert whole_part("Would you prefer either tea or a cup of coffee?", 20) == ""


def test_what_all_end_with_is_said_once_though_a_form_slipped() -> None:
    form = ("Extremely comfortable", "Very comfortable", "Somewhat comfortably")
    assert either(form) == "Extremely, very or somewhat comfortable"

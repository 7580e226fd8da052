"""What is weighed in a clause: the same words tell of results in one and of nothing in another."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.claims.clauses import clauses
from briefing.claims.typed import answering, lowered, marked_people, typed_figures
from briefing.claims.weighing import Kind, balance, quantifier
from tests.unit.claims import fitting

NOUNS = ("residents", "councillors", "councils")
NAMED = answering(NOUNS)


def found(text: str) -> list[str]:
    return [each.text for each in typed_figures(text, NOUNS)]


@pytest.mark.parametrize(
    "text",
    [
        "The upkeep of the pier was also thought excellent.",
        "The choice of books was rated especially good.",
        "Residents of the harbour are increasingly worried.",
        "The wait for a berth is becoming longer.",
        "Our ferry compares very favourably with those of other towns.",
        "Fares are widely thought too high.",
        "On balance, the mood among traders remains gloomy.",
        "There was no unanimity on the new timetable.",
        "The trams fell short on comfort and cleanliness.",
        "Use of the pool is closely tied to income.",
        "Young families routinely struggle to find a doctor.",
        "Views of the market hall are sharply split between the two shores.",
        "The care given on the ward also received relatively good ratings.",
        "Encouragingly, there was better news from the outer villages.",
    ],
)
def test_a_balance_of_words_finds_what_no_rule_knows(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Every tenant had an opportunity to take part.",
        "Most of the forms were collected by volunteers in the spring.",
        "Carriers must deliver a more reliable service on all routes.",
        "To see the results in comparison to last year's, click here.",
        "The survey covers all households and includes several questions on trust.",
        "The programme aims to build greater confidence among young people.",
        "We asked residents how we could better support the needs of all children.",
        "Members of the panel were asked to rate many aspects of the ferry.",
        "The next report will compare these answers with those of most other ports.",
        "The study was designed to explore differences between the wards.",
    ],
)
def test_the_voice_of_the_publisher_tells_no_result(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("tells", "does_not"),
    [
        ("Most people prefer the bus.", "Most people were sent a form in the post."),
        ("Many residents felt better informed.", "Many residents were invited to reply."),
        ("Few people know the scheme.", "We will ask whether few people know the scheme."),
    ],
)
def test_the_same_words_count_where_a_clause_tells(tells: str, does_not: str) -> None:
    assert found(tells)
    assert not found(does_not)


def test_a_clause_is_weighed_by_itself() -> None:
    [told] = found("We asked all households how safe they feel, and most said fairly safe.")
    assert told == "most"


def test_words_that_go_on_from_the_figure_above_them_say_what_it_is_of() -> None:
    assert found("In this ward residents are very dissatisfied with their streets.")
    assert not found("in a hundred are dissatisfied or very dissatisfied with their streets")


def test_the_word_that_gives_most_is_pointed_out() -> None:
    [clause] = clauses("fares are widely thought too high")
    assert balance(clause, NAMED, found=False) > 0
    span = quantifier(clause, NAMED)
    assert span is not None
    assert "fares are widely thought too high"[slice(*span)] == "too"


def test_a_heading_without_a_verb_is_left_to_the_rules() -> None:
    [clause] = clauses("very good overall views of the harbour")
    assert quantifier(clause, NAMED) is None


def sentences() -> str:
    folder = Path(__file__).parent / "prose"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    return marked_people(lowered("\n".join(texts)), NOUNS)


@pytest.mark.parametrize(
    "kind",
    fitting.every_kind(),
    ids=lambda kind: f"{kind.part}.{kind.name}",
)
def test_every_kind_of_words_is_met_in_prose(kind: Kind) -> None:
    assert kind.pattern.search(sentences())


def share_found(name: str, *, tells: bool) -> float:
    """Of the sentences of a file that tell a result, or of those that do not: a share, 0 to 1."""
    own = [text for text, known in fitting.labelled(name) if known is tells]
    return sum(bool(found(text)) for text in own) / len(own)


def test_what_no_point_was_fitted_to_is_found_and_passed_over_in_most_cases() -> None:
    """Sentences set apart before anything was measured; most that tell nothing tempt the net."""
    assert share_found("held-out.txt", tells=True) >= 0.88
    assert share_found("held-out.txt", tells=False) <= 0.25


def test_the_points_were_fitted_to_are_told_apart() -> None:
    assert share_found("fitted.txt", tells=True) >= 0.95
    assert share_found("fitted.txt", tells=False) <= 0.22


def test_no_sentence_is_both_fitted_and_held_out() -> None:
    known = {text for text, _ in fitting.known()}
    assert not known & {text for text, _ in fitting.labelled("held-out.txt")}


def test_the_points_are_those_of_the_fit() -> None:
    text = fitting.POINTS.read_text(encoding="utf-8")
    assert fitting.written(text, fitting.points_of_all()) == text

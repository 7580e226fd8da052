"""Clauses: where sentences part, and what precedes the verb of each."""

from __future__ import annotations

import pytest

from briefing.claims.clauses import Clause, clauses


def only(text: str) -> Clause:
    [clause] = clauses(text)
    return clause


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("waiting times at the ferry have grown", "waiting times at the ferry", "have grown"),
        ("the survey found that most people agree", "most people", "agree"),
        ("when the bridge is shut, few people know", "few people", "know"),
        ("however, the mood is mixed", "the mood", "is mixed"),
        ("in may the town votes", "in may the town", "votes"),
        ("top three complaints", "top three complaints", ""),
    ],
)
def test_a_clause_tells_of_what_precedes_its_first_finite_verb(
    text: str, subject: str, verb: str
) -> None:
    clause = only(text)
    assert (clause.subject, clause.verb) == (subject, verb)


def test_what_opens_a_clause_is_kept_apart_from_what_it_tells() -> None:
    clause = only("to improve the ferry, the board will ask again")
    assert clause.opening == "to improve the ferry, "
    assert clause.words == "the board will ask again"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("we asked everybody, but hardly anyone wrote", 2),
        ("many walk to the quay and most go by ferry", 2),
        ("the quay and the pier are open", 1),
        ("trust is low. buses are late.", 2),
    ],
)
def test_sentences_part_where_something_else_is_told(text: str, parts: int) -> None:
    found = list(clauses(text))
    assert len(found) == parts
    assert found[0].start == 0


def test_a_long_text_without_a_stop_is_cut_in_time() -> None:
    assert len(list(clauses("the people of the town " * 2000))) == 1

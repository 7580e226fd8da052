"""Which end of a rating is the good one is read from its wording, and told with its figures."""

from __future__ import annotations

import pytest

from briefing.starter.codebook import codebook_text
from briefing.starter.ends import ends_of, without_scale
from briefing.starter.scales import guess_scale
from briefing.starter.story import finding_of
from briefing.starter.topics import topic_of
from briefing.tables.model import Head, Part
from tests.unit.charts.tabled import single
from tests.unit.starter.asked import guessed

FIVE = [str(each) for each in range(1, 6)]


@pytest.mark.parametrize(
    ("wording", "low", "high", "falling"),
    [
        ("On a scale of 1 to 5, where 1 is excellent and 5 is poor, …", "excellent", "poor", True),
        ("… on a scale from 1 to 5, where 1 is the best and 5 the worst?", "best", "worst", True),
        ("Rate our work from 1 (very poor) to 5 (excellent)", "very poor", "excellent", False),
        (
            "… (1: very satisfied, 5: very dissatisfied)?",
            "very satisfied",
            "very dissatisfied",
            True,
        ),
        ("… (1 = not at all likely, 5 = very likely)", "not at all likely", "very likely", False),
        ("How do you rate it from 1 to 5?", "", "", False),
    ],
)
def test_the_ends_of_a_rating_are_read_from_its_wording(
    wording: str, low: str, high: str, *, falling: bool
) -> None:
    ends = ends_of(wording, range(1, 6))
    assert (ends.low, ends.high, ends.falling) == (low, high, falling)
    assert not (ends.falling and ends.rising)


def told(wording: str) -> list[tuple[str, str]]:
    return [(e.label, e.says) for e in guess_scale(dict.fromkeys(FIVE, 5), wording=wording).nets]


def test_the_good_end_stands_first_wherever_it_is() -> None:
    rated = "How would you rate it, where 1 is {} and 5 is {}?"
    assert told(rated.format("poor", "excellent")) == [
        ("4 or 5", "give it 4 or 5 out of 5"),
        ("1 or 2", "give it 1 or 2 out of 5"),
    ]
    assert told(rated.format("excellent", "poor")) == [
        ("1 or 2", "give it 1 or 2, where 1 is “excellent”"),
        ("4 or 5", "give it 4 or 5, where 5 is “poor”"),
    ]


def test_ends_whose_worth_nobody_knows_are_told_by_their_names() -> None:
    rated = told("How would you rate it, where 1 is red and 5 is green?")
    assert rated[0] == ("4 or 5", "give it 4 or 5, where 5 is “green”")


def test_a_rating_whose_ends_have_names_is_no_question_to_the_editor() -> None:
    scale = guess_scale(dict.fromkeys(FIVE, 5), wording="Rate it: 1 is the best and 5 the worst")
    assert not scale.doubts


@pytest.mark.parametrize(
    ("wording", "short"),
    [
        (
            "On a scale of 1 to 5, where 1 is good and 5 is poor, how would you rate the hall?",
            "The hall",
        ),
        ("How would you rate the hall, on a scale from 1 to 5, where 1 is the best?", "The hall"),
        (
            "How likely are you to recommend the bus? (0 = not at all likely, 10 = very likely)",
            "Likely to recommend the bus",
        ),
    ],
)
def test_what_a_question_is_about_is_not_its_scale(wording: str, short: str) -> None:
    assert topic_of(wording).short == short


@pytest.mark.parametrize(
    "wording", ["How would you rate the hall?", "Do you own 1 dog or 2?", "Where do you live?"]
)
def test_a_wording_without_a_scale_stays_as_it_is(wording: str) -> None:
    assert without_scale(wording) == wording


def test_the_ends_of_a_rating_have_their_names_in_the_codebook() -> None:
    wording = "How would you rate it, where 1 is very poor and 5 is very good?"
    answers = guess_scale(dict.fromkeys(FIVE, 5), wording=wording).answers
    assert [each.means for each in answers] == ["very poor", "", "", "", "very good"]
    assert [each.label for each in answers] == FIVE, "cells and words have the bare points"
    counted = guess_scale(dict.fromkeys(FIVE, 5), wording="How many dogs have you got?").answers
    assert not any(each.means for each in counted)


@pytest.mark.parametrize(
    ("wording", "scored"),
    [("How likely are you to recommend us?", True), ("How well do we do?", False)],
)
def test_recommending_has_a_net_score_that_the_draft_tells(wording: str, *, scored: bool) -> None:
    found = guessed({wording: [str(point) for point in range(11)] * 10})
    (question,) = found.questions
    assert question.scale is not None
    assert ("net_score = true" in codebook_text(found)) is scored
    heads = tuple(
        Head(each.id, each.label, part, of=getattr(each, "of", ()))
        for part, has in ((Part.NET, question.scale.nets), (Part.ANSWER, question.scale.answers))
        for each in has
    )
    finding = finding_of(question, single(question.id, heads, [10] * 11))
    assert finding is not None
    assert ("the net score is" in finding.lead) is scored


def test_nobody_is_asked_which_end_of_recommending_is_the_good_one() -> None:
    ten = dict.fromkeys(map(str, range(11)), 5)
    assert not guess_scale(ten, wording="How likely are you to recommend the bus?").doubts
    assert guess_scale(ten, wording="How would you rate the bus?").doubts

"""A question and its answer as what people say of themselves: short, and no more than they said."""

from __future__ import annotations

import pytest

from briefing.starter.stated import stated


@pytest.mark.parametrize(
    ("wording", "label", "said"),
    [
        ("Do you ever drink alcohol?", "No", "say they never drink alcohol"),
        ("Do you ever drink alcohol?", "Yes", "say they ever drink alcohol"),
        ("Have you ever been skydiving?", "No", "say they have never been skydiving"),
        ("Have you ever been skydiving?", "Yes", "say they have been skydiving"),
        ("Q4. Do you own a bicycle? (tick one)", "Yes!", "say they own a bicycle"),
        ("Are you proud of your town?", "No", "say they are not proud of their town"),
        ("Do you have any children?", "Yes", "say they have children"),
        ("Do you have any children?", "No", "say they do not have any children"),
        ("Have you bought anything here?", "Yes", "say they have bought something here"),
        ("Have you bought anything here?", "No", "say they have not bought anything here"),
        ("How often do you visit the park?", "Once a week", "say they visit the park once a week"),
        ("How often do you visit the park?", "Never", "say they never visit the park"),
    ],
)
def test_an_answer_is_told_as_what_people_say(wording: str, label: str, said: str) -> None:
    assert stated(wording, label) == said


@pytest.mark.parametrize(
    ("wording", "label"),
    [
        ("Do you own a bicycle?", "Not sure"),
        ("Do you own a bicycle?", "No opinion"),
        ("Do you own a bicycle?", "Yes, but I do not use it"),
        ("Do you own or rent a bicycle?", "Yes"),  # which of both?
        ("Do you know anyone who cycles?", "Yes"),
        ("Does your council listen?", "Yes"),
        ("Did you ever cycle?", "No"),
        ("How often do you visit the park?", "It depends on what the weather is like"),
        ("Which of these do you own?", "No"),
        (f"Do you think that {'very ' * 20}long ways are cycled?", "Yes"),
    ],
)
def test_nothing_is_stated_that_nobody_said(wording: str, label: str) -> None:
    assert not stated(wording, label)


@pytest.mark.parametrize(
    ("wording", "label", "said"),
    [
        ("Did you report it?", "Yes", "say they reported it"),
        ("Did you report it?", "No", "say they did not report it"),
        ("Do you or does anyone you live with smoke?", "No", ""),
        ("How often do you cycle?", "Less often", ""),
        ("How often do you cycle?", "Once a week", "say they cycle once a week"),
    ],
)
def test_what_is_no_sentence_or_reads_like_a_change_is_not_stated(
    wording: str, label: str, said: str
) -> None:
    assert stated(wording, label) == said


def test_or_not_at_the_end_of_a_question_says_nothing() -> None:
    asked = "Are you a member of the club, or not?"
    assert stated(asked, "No") == "say they are not a member of the club"
    assert stated(asked, "Yes") == "say they are a member of the club"


def test_what_respondents_would_say_is_what_they_say() -> None:
    asked = "How often would you say you visit the park?"
    assert stated(asked, "Always") == "say they always visit the park"

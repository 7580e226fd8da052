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

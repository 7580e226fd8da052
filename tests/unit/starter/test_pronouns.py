"""What is asked of you, told of others: who acts and whom it is done to are not the same word."""

from __future__ import annotations

import pytest

from briefing.starter.pronouns import of_others


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            "that your landlord treats you fairly and with respect",
            "that their landlord treats them fairly and with respect",
        ),
        (
            "that your landlord keeps you informed about things that matter to you",
            "that their landlord keeps them informed about things that matter to them",
        ),
        (
            "with the support you get from your manager when you are under pressure",
            "with the support they get from their manager when they are under pressure",
        ),
        ("with the help you received", "with the help they received"),
        ("with the way staff helped you", "with the way staff helped them"),
        ("that the council helps you", "that the council helps them"),
        ("with the services you use", "with the services they use"),
        ("that it affects you and your family", "that it affects them and their family"),
        ("that what you say is listened to", "that what they say is listened to"),
        ("with how well we inform you about it", "with how well we inform them about it"),
        ("that the staff make you feel welcome", "that the staff make them feel welcome"),
        ("that managers let you know in time", "that managers let them know in time"),
        ("with the leaflet sent to you by us", "with the leaflet sent to them by us"),
        ("with the area in which you live", "with the area in which they live"),
        ("with the place you live in", "with the place they live in"),
        ("that you can trust the people around you", "that they can trust the people around them"),
        ("about being able to look after yourself", "about being able to look after themselves"),
        ("that the choice was yours", "that the choice was theirs"),
        ("that I am able to do my job", "that they are able to do their job"),
        ("that my manager supports me", "that their manager supports them"),
        ("that I was told in time", "that they were told in time"),
        ("that you personally can make a difference", "that they can make a difference"),
        ("with how often the nurses visit you", "with how often the nurses visit them"),
        ("that you're heard", "that they're heard"),
        ("that it gives you value for money", "that it gives them value for money"),
        ("know someone who lives near you", "know someone who lives near them"),
        ("use the same practice as you", "use the same practice as them"),
        ("feel that the police respect you", "feel that the police respect them"),
        ("that they treat people like you well", "that they treat people like them well"),
        ("that the calls you make are answered", "that the calls they make are answered"),
        ("with what your doctor told you", "with what their doctor told them"),
    ],
)  # fmt: skip
def test_a_wording_is_told_of_others(asked: str, told: str) -> None:
    assert of_others(asked) == told

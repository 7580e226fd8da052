"""A word that denies behind a figure or a claim turns it round: ``do not use it`` of Yes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from briefing.claims.behind import denied
from briefing.claims.figures import Figure


def of(answer: str, asked: str = "Do you use the centre?", *, single: bool = True) -> Figure:
    parts = frozenset({answer} if single else ())
    share = Fraction(62, 100)
    return Figure("q3", "a", "pct", share, answer, 62, 100, answer=answer, parts=parts, asked=asked)


DONE = "Which of these have you done?"


@pytest.mark.parametrize(
    ("figure", "behind", "said"),
    [
        (of("Yes"), " do not use it.", "do not"),
        (of("Yes"), " don\u2019t use it.", "don\u2019t"),
        (of("Yes"), " of residents did not use it.", "did not"),
        (of("Yes"), " of our older residents have never used it.", "have never"),
        (of("Yes"), " never use it.", "never"),
        (of("Yes, often"), " are not users.", "are not"),
        (of("Strongly agree", "It is safe"), " do not feel safe.", "do not"),
        (of("Often"), " do not go there often.", "do not go there often"),
        (of("Yes", "Do you want a new hall?"), " do not want a new hall.", "do not"),
        (of("Yes", "Do you need help at home?"), " don\u2019t need any help.", "don\u2019t"),
        (of("Yes", "Would you like to come more often?"), " would not like to.", "would not"),
        (of("Swimming", DONE, single=False), " did not swim.", "did not swim"),
        (of("Swimming", DONE, single=False), " never went swimming.", "never went swimming"),
        (of("Gym", DONE, single=False), " of them did not use the gym.", "did not use the gym"),
        (of("Every week"), " of residents don't come every week", "don't come every week"),
    ],
)
def test_a_denial_right_behind_turns_the_figure(figure: Figure, behind: str, said: str) -> None:
    assert denied(behind, figure) == said


@pytest.mark.parametrize(
    ("figure", "behind"),
    [
        (of("Yes"), " use it."),
        (of("Yes", "Would you like to come more often?"), " do not come as often as they wish."),
        (of("Yes", "Do you want to swim more?"), " do not swim enough."),
        (of("Yes", "Is it too far for you to walk?"), " cannot walk there."),
        (of("Yes", "Are you unhappy with it?"), " are not happy with it."),
        (of("Yes", "Do you need help at home?"), " cannot manage on their own."),
        (of("Cost", "What keeps you away?", single=False), " cannot meet the cost."),
        (of("Swimming", DONE, single=False), " did not only go swimming."),
        (of("Yes"), " use it, and do not regret it."),
        (of("Yes"), " use it and do not regret it."),
        (of("Yes"), " of those who do not drive use it."),
        (of("Yes"), " do not only swim."),
        (of("Yes", "Do you have no car?"), " do not drive."),
        (of("No"), " do not use it."),
        (of("Agree", "The centre is not safe"), " do not feel safe."),
        (of("Often"), " do not miss a chance."),
        (of("Often"), " do not go because they often forget."),
        (of("Cost of tickets", single=False), " do not come because of the cost of tickets."),
    ],
)
def test_what_denies_no_answer_leaves_the_figure(figure: Figure, behind: str) -> None:
    assert denied(behind, figure) == ""

"""Another answer or item named beside a figure, by its label alone, is none of that figure."""

from __future__ import annotations

from fractions import Fraction

import pytest

from briefing.claims.figures import Figure
from briefing.claims.other_labels import other_label
from briefing.claims.whom import Whom

NEITHER = "neither satisfied nor dissatisfied"
SATISFIED = {
    "very satisfied": frozenset({"very"}),
    "fairly satisfied": frozenset({"fairly"}),
    NEITHER: frozenset({"neither"}),
    "dissatisfied": frozenset({"dissatisfied"}),
    "don't know": frozenset({"dont_know"}),
    "satisfied": frozenset({"very", "fairly"}),
}
WHOM = Whom(
    labels={
        "sat": SATISFIED,
        "heard": {each: frozenset({each}) for each in ("yes", "no", "not sure")},
        "use": {each: frozenset({each}) for each in ("every week", "every month", "once", "never")},
        "why": {each: frozenset({each}) for each in ("cost", "time", "opening hours")},
        "parts": SATISFIED,
    },
    peers={"parts": ("Parks", "Roads", "Street lights")},
)


def of(answer: str, table: str = "sat", row: str = "") -> Figure:
    return Figure(table, "a", "pct", Fraction(1, 3), answer, answer=answer, row=row)


@pytest.mark.parametrize(
    ("figure", "behind", "other"),
    [
        (of("Yes", "heard"), " said no.", "no"),
        (of("Yes", "heard"), " of residents said no when asked.", "no"),
        (of("Yes", "heard"), " are not sure.", "not sure"),
        (of("Satisfied"), " are very satisfied.", "very satisfied"),
        (of("Satisfied"), " are neither satisfied nor dissatisfied.", NEITHER),
        (of("Very satisfied"), " are satisfied.", "satisfied"),
        (of("Dissatisfied"), " of those aged 40 and over are satisfied.", "satisfied"),
        (of("Fairly satisfied"), " of our local residents feel dissatisfied.", "dissatisfied"),
        (of("Satisfied"), " don\u2019t know.", "don't know"),
        (of("Never", "use"), " come once.", "once"),
        (of("Every week", "use"), " of those who have a card come every month.", "every month"),
        (of("Cost", "why"), " named the opening hours.", "opening hours"),
        (of("Cost", "why"), " name time.", "time"),
        (of("Satisfied", "parts", "Parks"), " are satisfied with street lights.", "street lights"),
        (of("Dissatisfied", "parts", "Parks"), " think the parks are satisfied.", "satisfied"),
    ],
)
def test_the_label_of_another_is_found(figure: Figure, behind: str, other: str) -> None:
    assert other_label("", "", behind, (figure,), WHOM)[0] == other


@pytest.mark.parametrize(
    ("before", "figure", "behind"),
    [
        ("", of("Yes", "heard"), " said no more than that."),
        ("", of("Satisfied"), " are satisfied or very satisfied."),
        ("", of("Satisfied"), " are fairly or very satisfied."),
        ("", of("Satisfied"), " are very satisfied or fairly satisfied."),
        ("", of("Very satisfied"), " are highly satisfied."),
        ("", of("Satisfied"), " are satisfied rather than dissatisfied."),
        ("", of("Dissatisfied"), " are not satisfied."),
        ("", of("Dissatisfied"), " know how to be heard by the satisfied."),
        ("", of("Dissatisfied"), " of those who are satisfied with the pool say so."),
        ("", of("Satisfied"), " don\u2019t know that it is so."),
        ("", of("Never", "use"), " did not come once."),
        ("", of("Every week", "use"), " come every week, some once a day."),
        ("", of("Cost", "why"), " would come at any time."),
        ("", of("Cost", "why"), " find that it costs too much at the opening hours they can use."),
        ("More are satisfied (", of("Satisfied"), ") than dissatisfied."),
        ("Satisfied: ", of("Satisfied"), ", dissatisfied"),
        (
            "",
            of("Satisfied", "parts", "Parks"),
            " are satisfied with them, ahead of street lights.",
        ),
        ("", of("Satisfied", "parts", "Parks"), " say that parks are better than street lights."),
    ],
)
def test_what_is_said_beside_or_of_its_own_is_left_alone(
    before: str, figure: Figure, behind: str
) -> None:
    assert other_label(before, "", behind, (figure,), WHOM) == ("", "")


def test_the_words_of_a_claim_name_its_answer() -> None:
    said = other_label("", "half of those over 40 are very satisfied", "", (of("Satisfied"),), WHOM)
    assert said == ("very satisfied", "satisfied")
    assert other_label("", "half are satisfied", "", (of("Satisfied"),), WHOM) == ("", "")
    assert other_label("", "the most satisfied", "", (of("Very satisfied"),), WHOM) == ("", "")

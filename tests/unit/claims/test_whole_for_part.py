"""What is of some alone who were asked is said of no whole: ``Of respondents,`` of bus users."""

from __future__ import annotations

from fractions import Fraction

import pytest

from briefing.claims.figures import Figure
from briefing.claims.whom import Whom, misplaced

WHOM = Whom(routed={"bus": "who take the bus"}, nouns=("residents",))


def of(table: str) -> Figure:
    return Figure(table, "often", "pct", Fraction(1, 2), "Often", answer="Often")


WHOLE = [
    ("Of respondents, ", " go often."),
    ("Among respondents, ", " go often."),
    ("It is so. Among all our residents, only ", " go often."),
    ("Of everyone ", " go often."),
    ("", " of everybody go often."),
    ("", " of respondents go often."),
]


@pytest.mark.parametrize(("before", "behind"), WHOLE)
def test_the_whole_is_not_named_for_a_part(before: str, behind: str) -> None:
    found = misplaced(before, "", behind, (of("bus"),), WHOM)
    assert found is not None
    assert found.of == "who take the bus"
    assert misplaced(before, "", behind, (of("all"),), WHOM) is None


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Of respondents who take the bus, ", " go often."),
        ("", " of everybody who takes the bus go often."),
        ("Of those who take the bus, ", " of respondents go often."),
        ("Among bus users, ", " go often."),
    ],
)
def test_the_part_itself_is_left_alone(before: str, behind: str) -> None:
    assert misplaced(before, "", behind, (of("bus"),), WHOM) is None

"""Whom quotations are attributed to: nobody is to be known by what stands below their words."""

from __future__ import annotations

import pandas as pd
import pytest

from briefing.diagnostics import Source
from briefing.survey.classes import Classes
from briefing.survey.declared import Attribute, Codebook
from briefing.survey.model import Comment

HERE = Source("codebook.toml", 1)
REGIONS = ("North East", "East", "London")
TYPES = (("d", "District council", ()), ("c", "County", ()))
BOOK = Codebook(
    title="A survey",
    respondents="councillors",
    questions=(),
    attributes=(
        Attribute("region", "Region", "region", HERE, tuple((e, e, ()) for e in REGIONS)),
        Attribute("type", "Type", "type", HERE, TYPES),
    ),
    crosstabs=(),
    compositions=(),
    id_column="id",
)
ANSWERS = pd.DataFrame(
    {
        "region": ["London"] * 2 + ["East"] * 8 + ["North East"] * 4,
        "type": ["d"] * 2 + ["d"] * 6 + ["c"] * 2 + ["c"] * 4,
    }
)
POPULATION = {
    "region": {"North East": 8, "East": 40, "London": 33},
    "type": {"d": 60, "c": 27},
}


def judged(attribution: str, *, named: bool = False, consent: bool = True) -> Comment:
    comment = Comment("c1", "r1", "q1", "So it is.", attribution, consent, HERE, named=named)
    (told,) = Classes(BOOK, ANSWERS, POPULATION).judged([comment])
    return told


@pytest.mark.parametrize(
    "attribution", ["District council, East", "County", "Respondent", "A councillor in the East"]
)
def test_a_class_of_many_stands(attribution: str) -> None:
    assert not judged(attribution).narrow


@pytest.mark.parametrize(
    ("attribution", "why", "wider"),
    [
        ("District council, London", "fewer than 3 respondents", "District council"),
        (
            "Leader, district council, London",
            "fewer than 3 respondents",
            "Leader, district council",
        ),
        ("County, North East", "has 8 of such", "County"),
        ("North East", "has 8 of such", "Respondent"),
        ("Councillor, London", "fewer than 3 respondents", "Councillor"),
    ],
)
def test_one_of_few_is_attributed_to_the_next_wider_class(
    attribution: str, why: str, wider: str
) -> None:
    told = judged(attribution)
    assert why in told.narrow
    assert told.wider == wider
    assert not judged(told.wider).narrow, "what the remedy says is a remedy"


def test_who_agreed_to_be_known_and_who_is_not_quoted_are_no_matter() -> None:
    assert not judged("District council, London", named=True).narrow
    assert not judged("District council, London", consent=False).narrow

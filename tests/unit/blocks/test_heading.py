"""Headlines: as large as designed while they have few lines, one size of the scale smaller then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.blocks.heading import Heading
from briefing.brand.model import Look
from briefing.drawing import Text
from briefing.layout.text import break_lines
from briefing.structure import Node, Role
from tests.unit.blocks.composed import HERE, Column, words

if TYPE_CHECKING:
    from briefing.brand.model import Brand

FIVE = (
    "Seventy-one per cent say they have bought something at the market hall in the past four weeks"
)
"""Five lines beside a ring as designed, four in the next smaller size."""


def sizes(brand: Brand, title: str, width: float = 251.0, *, again: bool = False) -> list[float]:
    """The size of each line of a headline in the side panel of a slide."""
    look = Look(brand, brand.formats["slide"], brand.schemes["mist"], prefix="panel")
    owner = Node(Role.H1)
    block = Heading(where=HERE, part="heading", words=words(title), owner=owner, again=again)
    marks = [box.marks[0] for box in Column(block, look, width).boxes]
    return [mark.run.size for mark in marks if isinstance(mark, Text)]


def test_a_headline_of_too_many_lines_takes_the_next_smaller_size(civic: Brand) -> None:
    assert sizes(civic, FIVE) == [20] * 4


def test_a_headline_of_few_lines_keeps_its_size(civic: Brand) -> None:
    assert sizes(civic, "How do you usually get to the market hall?") == [24] * 3


def test_a_headline_with_a_word_wider_than_its_column_takes_a_size_that_holds_it(
    civic: Brand,
) -> None:
    long = "Gemeindeverwaltungsreformgesetz"
    assert sizes(civic, long, 380) == [20]
    assert sizes(civic, f"Das {long}", 300) == [17] * 2
    assert sizes(civic, long, 100) == [24], "too wide at any size: told, as designed"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Methodology, continued", [20]),
        ("Responsibilities acknowledged, continued", [20] * 2),
        ("Confianza en los organismos, continuación", [20] * 2),
        ("Wer geantwortet hat, Fortsetzung", [24] * 2),
        ("Verwaltungsreform, Fortsetzung", [24] * 2),
    ],
    ids=["spared", "two lines", "any language", "as designed", "alone at any size"],
)
def test_a_headline_that_is_printed_again_does_not_leave_its_last_word_alone(
    civic: Brand, title: str, expected: list[float]
) -> None:
    """Only where its next smaller size spares it that; when first printed it is as designed."""
    assert sizes(civic, title, again=True) == expected


@given(title=st.lists(st.sampled_from(FIVE.split()), min_size=1, max_size=30).map(" ".join))
def test_a_smaller_headline_spares_a_line(civic: Brand, title: str) -> None:
    made = sizes(civic, title)
    assert set(made) in ({24}, {20})
    if 20 in made:
        look = Look(civic, civic.formats["slide"], civic.schemes["mist"], prefix="panel")
        assert len(made) < len(break_lines(words(title), look.style("headline"), 251))

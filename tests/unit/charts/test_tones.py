"""The tones of every brand tell answers apart, in grey and for each deficiency of colour vision."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.brand.read import read_brand
from briefing.charts.shades import shades
from briefing.diagnostics import Diagnostics
from briefing.tables.model import Part
from tests.unit.charts.look import look
from tests.unit.charts.tabled import AGREES, AREAS, FORUMS, KNOWS, single

if TYPE_CHECKING:
    from briefing.brand.model import Tones
    from briefing.drawing import Colour
    from briefing.tables.model import Table

STYLES = Path(__file__).parents[3] / "styles"
BRANDS = pytest.mark.parametrize(
    "brand", sorted(each.parent.name for each in STYLES.glob("*/_brand.yml"))
)
STEP = 10
"""Two tones that can stand side by side differ by as much in lightness."""
SEEN = 7
"""So much of it is left to an eye that sees fewer colours, and between three of one end."""
ENDS = 25
"""Agreeing and disagreeing differ by as much on average."""
SIGHT = {
    "grey": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
"""What each way of seeing makes of linear red, green and blue (Machado and others, 2009)."""
EYES = pytest.mark.parametrize("eye", SIGHT)


def tones(brand: str) -> Tones:
    """The tones of a brand folder."""
    read = read_brand(STYLES / brand, Diagnostics())
    assert read is not None
    return read.tones


def lightness(colour: Colour, eye: str = "grey") -> float:
    """L* as an eye sees it, from 0 to 100."""
    channels = np.array(colour.screen)
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    light = float(np.clip(SIGHT[eye] @ linear, 0, 1) @ (0.2126, 0.7152, 0.0722))
    return 116 * light ** (1 / 3) - 16 if light > 0.008856 else 903.3 * light


def mean(colours: tuple[Colour, ...], eye: str) -> float:
    """Their mean lightness."""
    return sum(lightness(each, eye) for each in colours) / len(colours)


@BRANDS
@EYES
def test_answers_of_an_opinion_differ_in_lightness(brand: str, eye: str) -> None:
    own = tones(brand)
    for end in (own.positive, own.negative):
        levels = [lightness(each, eye) for each in (*end, own.neutral)]
        assert levels == sorted(levels)
    stood = (own.positive[0], own.positive[-1], own.negative[0], own.negative[-1], own.neutral)
    for some, step in ((stood, STEP), (own.positive, SEEN), (own.negative, SEEN)):
        for one, other in combinations(some, 2):
            gap = abs(lightness(one, eye) - lightness(other, eye))
            assert gap >= (step if eye == "grey" else SEEN), (one.name, other.name)


@BRANDS
@EYES
def test_agreeing_and_disagreeing_are_far_apart_in_lightness(brand: str, eye: str) -> None:
    own = tones(brand)
    assert mean(own.negative, eye) - mean(own.positive, eye) >= ENDS


@BRANDS
@EYES
def test_a_sequence_grows_lighter_down_to_the_neutral_grey(brand: str, eye: str) -> None:
    own = tones(brand)
    levels = [lightness(each, eye) for each in (*own.sequence, own.neutral)]
    least = STEP if eye == "grey" else SEEN
    assert all(after - before >= least for before, after in pairwise(levels))


@BRANDS
def test_no_tone_of_the_negative_end_says_anything_else(brand: str) -> None:
    own = tones(brand)
    others = {*own.positive, *own.sequence, own.neutral, own.dont_know, own.not_applicable}
    assert not {*own.negative} & (others | {own.highlight, own.muted, own.comparison})
    assert own.highlight == own.positive[0]


@pytest.mark.parametrize("table", [KNOWS, AREAS, FORUMS])
def test_none_at_all_has_a_tone_that_is_no_positive_one(table: Table) -> None:
    colours, own = shades(table, look()), look().tones
    last = next(
        place
        for place, head in reversed(list(enumerate(table.columns)))
        if head.part is Part.ANSWER
    )
    assert colours[last] == own.sequence[-1]
    assert colours[last] not in own.positive


def test_a_scale_has_one_colour_a_place_whatever_the_question() -> None:
    other = single("q9", AGREES.columns, (9, 9, 9, 9, 9), diverging=True)
    assert shades(AGREES, look()) == shades(other, look())
    shared = ("great_extent", "some_extent", "not_at_all")
    two = [
        [shades(table, look())[table.column(each) or 0] for each in shared]
        for table in (FORUMS, AREAS)
    ]
    assert two[0] == two[1]

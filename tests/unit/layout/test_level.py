"""Places side by side: the first ink of both is on one level."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.brand.masters import Area
from briefing.diagnostics import Source
from briefing.drawing import Colour, Rect, Shape, Text, rectangle
from briefing.layout.fill import Filled, fill
from briefing.layout.level import levelled
from briefing.layout.pages import Box, Fragment, Strip
from briefing.structure import Artifact
from tests.unit.charts.look import FACES

HERE = Source("words.md", 1)
INK = Colour("ink", (0, 0, 0))
GRID = 4.0
RUN = next(iter(FACES.values())).shape("Words", 10)


def place(x: float, takes: str = "quote", align: str = "middle") -> Area:
    rect = Rect(x, 100, 100, 200)
    return Area(f"at {x}", rect, (takes,), align=align, baseline=GRID)


def block(height: float, ink: float = 0.0) -> tuple[Fragment, ...]:
    """A block whose first ink is `ink` points below its top."""
    shape = Shape(rectangle(Rect(0, ink, 10, height - ink)), INK)
    box = Box(Artifact.DECORATION, Rect(0, 0, 10, height), (shape,))
    return (Fragment("quote", HERE, (Strip(height, (box,)),)),)


def tops(*places: tuple[Area, tuple[Fragment, ...]]) -> list[float]:
    """Where the ink of each place begins."""
    filled = [(area, fill(has, area)) for area, has in places]
    return [first(each) for each in levelled(filled)]


def first(filled: Filled) -> float:
    box = filled.boxes[0]
    shape = box.marks[0]
    assert isinstance(shape, Shape)
    return box.rect.y + min(numbers[1] for _, numbers in shape.path if numbers)


def test_the_shorter_of_two_begins_where_the_higher_one_does() -> None:
    high, low = tops((place(0), block(120)), (place(110, "figure"), block(40)))
    assert high == low == 140


def test_it_is_the_ink_that_is_level_as_far_as_the_grid_allows() -> None:
    high, low = tops((place(0), block(120)), (place(110), block(40, ink=11)))
    assert abs(high - low) <= GRID / 2


def test_places_of_another_height_and_charts_stay_where_they_are() -> None:
    shorter = replace(place(110), rect=Rect(110, 100, 100, 150))
    assert tops((place(0), block(120)), (shorter, block(40))) == [140, 152]
    assert tops((place(0), block(120)), (place(110, "chart"), block(40))) == [140, 180]
    assert tops((place(0), block(120)), (place(110, align="top"), block(40))) == [140, 100]


def line(baseline: float, high: float = 40) -> tuple[Fragment, ...]:
    """A block with a line that stands on a baseline, so far from its top."""
    box = Box(Artifact.DECORATION, Rect(0, 0, 10, high), (Text(0, baseline, RUN, INK),))
    return (Fragment("words", HERE, (Strip(high, (box,)),)),)


def baselines(*places: tuple[Area, tuple[Fragment, ...]]) -> list[float]:
    """Where the first line of each place stands."""
    filled = [(area, fill(has, area)) for area, has in places]
    marks = [(each.boxes[0].rect.y, each.boxes[0].marks[0]) for each in levelled(filled)]
    return [y + mark.y for y, mark in marks if isinstance(mark, Text)]


HEAD = place(0, "heading", "top")
WORDS = place(110, "words", "top")


@pytest.mark.parametrize("down", range(4))
def test_words_beside_a_head_begin_on_its_line(down: int) -> None:
    made = baselines((HEAD, line(32)), (WORDS, line(32 - down * GRID)))
    assert made == [132, 132]


def test_words_far_from_a_line_of_the_head_stay_where_they_are() -> None:
    assert baselines((HEAD, line(32)), (WORDS, line(16))) == [132, 116]
    assert baselines((HEAD, line(32)), (WORDS, line(36))) == [132, 136], "they go down alone"


def test_words_without_room_below_them_stay_where_they_are() -> None:
    assert baselines((HEAD, line(32)), (WORDS, line(28, 200 - GRID / 2))) == [132, 128]


def test_a_chart_and_what_is_centred_do_not_follow_the_head() -> None:
    for other in (place(110, "chart", "top"), place(0, "words", "top")):
        assert baselines((HEAD, line(32)), (other, line(28))) == [132, 128]
    centred = baselines((HEAD, line(32)), (place(110, "words"), line(28)))
    assert centred[1] > 200

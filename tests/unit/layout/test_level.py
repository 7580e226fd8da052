"""Places side by side: the first ink of both is on one level."""

from __future__ import annotations

from dataclasses import replace

from briefing.brand.masters import Area
from briefing.diagnostics import Source
from briefing.drawing import Colour, Rect, Shape, rectangle
from briefing.layout.fill import Filled, fill
from briefing.layout.level import levelled
from briefing.layout.pages import Box, Fragment, Strip
from briefing.structure import Artifact

HERE = Source("words.md", 1)
INK = Colour("ink", (0, 0, 0))
GRID = 4.0


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

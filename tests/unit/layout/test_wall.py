"""A wall of figures: one size, rows that its columns share, full columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.drawing import Rect
from briefing.layout.fill import fill
from briefing.layout.pages import Box, Elastic, Fragment, Strip
from briefing.layout.wall import wall_columns
from tests.unit.layout.flowing import CELL, fragment, place, strip


def figure(most: float, lines: int = 1, name: str = "figure") -> Fragment:
    """A number with lines below it, up to so many points high."""

    def drawn(height: float) -> tuple[Strip, ...]:
        box = Box(CELL, Rect(0, 0, 40, height), (), anchor=name)
        return (Strip(height, (box,)),)

    below = (strip(10) for _ in range(lines))
    return fragment(Elastic(20, most, drawn, "number", keep=True), *below, gap=12)


def wall(count: int, flow: int) -> list[Rect]:
    """The figures of a wall of which each may be higher than the one before it."""
    area = replace(place(400, flow=flow), align="spread")
    filled = fill([figure(60 + 5 * number) for number in range(count)], area)
    return [box.rect for box in filled.boxes if box.anchor == "figure"]


@pytest.mark.parametrize(
    ("count", "flow", "expected"),
    [(4, 2, [2, 2]), (7, 2, [4, 3]), (7, 3, [3, 2, 2]), (8, 3, [3, 3, 2]), (6, 3, [2, 2, 2])],
)
def test_figures_of_a_wall_have_one_size_and_rows_from_the_left(
    count: int, flow: int, expected: list[int]
) -> None:
    figures = wall(count, flow)
    lefts = sorted({each.x for each in figures})
    columns = [[each.y for each in figures if each.x == left] for left in lefts]
    assert [len(each) for each in columns] == expected
    assert len({round(each.height, 3) for each in figures}) == 1
    assert all(each == columns[0][: len(each)] for each in columns)


@pytest.mark.parametrize(
    ("count", "flow", "expected"),
    [(4, 3, 2), (4, 2, 2), (7, 3, 3), (8, 3, 3), (6, 3, 3), (6, 2, 2), (2, 3, 2), (5, 3, 3)],
)
def test_a_wall_has_no_more_columns_than_its_rows_fill(
    count: int, flow: int, expected: int
) -> None:
    assert wall_columns(count, flow) == expected


@pytest.mark.parametrize("lines", [(1, 1, 1, 2, 2, 2), (1, 2, 2, 1, 1, 1), (2, 1, 1, 1, 2, 3)])
def test_a_wall_is_read_row_by_row_whose_figures_are_level(lines: tuple[int, ...]) -> None:
    area = replace(place(400, flow=2), align="spread")
    filled = fill([figure(60, own, f"f{k}") for k, own in enumerate(lines)], area)
    figures = [box for box in filled.boxes if box.anchor]
    by_rows = sorted(figures, key=lambda box: (round(box.rect.y, 3), box.rect.x))
    assert [box.anchor for box in by_rows] == [f"f{k}" for k in range(6)]
    assert len({round(box.rect.y, 3) for box in figures}) == 3

"""Seams: how far the edges between words and charts give way."""

from __future__ import annotations

from briefing.brand.masters import Area
from briefing.diagnostics import Source
from briefing.drawing import Rect
from briefing.layout.pages import Box, Elastic, Fragment, Strip
from briefing.layout.seams import settle
from briefing.structure import Artifact

HERE = Source("words.md", 1)
GRID = 4.0
SEAM = (100.0, 120.0)


def strip(height: float) -> Strip:
    return Strip(height, (Box(Artifact.DECORATION, Rect(0, 0, 10, height), ()),))


def chart(most: float) -> tuple[Fragment, ...]:
    elastic = Elastic(20.0, most, lambda height: (strip(height),), "chart")
    return (Fragment("chart", HERE, (elastic,)),)


def words(height: float) -> tuple[Fragment, ...]:
    return (Fragment("lead", HERE, (strip(height),)),)


HEAD = Area("head", Rect(0, 0, 200, 100), ("lead",), baseline=GRID)


def beside(name: str, align: str) -> Area:
    return Area(name, Rect(0, 120, 100, 200), ("chart",), align=align, baseline=GRID)


def rise(*below: tuple[Area, tuple[Fragment, ...]]) -> float:
    """How far the seam goes up below a head that has 40 points to spare."""
    settled, _ = settle(((HEAD, words(60)), *below), (), [SEAM])
    return 100 - settled[0][0].rect.height


def test_a_full_chart_at_the_top_of_its_place_follows_a_short_head() -> None:
    assert rise((beside("chart", "top"), chart(most=50))) == 40


def test_a_head_has_its_room_where_one_of_two_charts_goes_on() -> None:
    """Both have no room in their place: the words above were told as over, and need not be."""
    below = Area("charts", Rect(0, 120, 100, 60), ("chart",), baseline=GRID)
    settled, _ = settle(((HEAD, words(104)), (below, chart(90) * 4)), (), [SEAM])
    assert settled[0][0].rect.height == 104
    fixed = settle(((HEAD, words(104)), (below, words(80))), (), [SEAM])[0]
    assert fixed[0][0].rect.height == 100, "words that are over give nothing"


def test_a_full_chart_in_the_middle_of_its_place_stays() -> None:
    assert rise((beside("chart", "middle"), chart(most=50))) == 0


def test_a_picture_in_the_middle_does_not_hold_back_the_chart_beside_it() -> None:
    """Else the ground of a head would end a little lower than on the page beside it."""
    assert rise((beside("chart", "top"), chart(50)), (beside("figure", "middle"), chart(50))) == 40

"""Laws of seams: what brand files are judged by is as far as pages can ever move their places."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.brand.masters import Area, Arrangement
from briefing.brand.seams import extremes
from briefing.drawing import Rect
from briefing.layout.fill import needed
from briefing.layout.pages import Fragment
from briefing.layout.seams import settle
from tests.property.test_layout import fragments
from tests.trials import tries

GRID = 4.0
LEAST = 8.0
"""The least that a place holds, in points: a line of the smallest type."""
SEAMS = ((200.0, 220.0), (400.0, 420.0))
BANDS = ((20.0, 200.0), (220.0, 400.0), (420.0, 580.0))

Stocked = list[tuple[Area, tuple[Fragment, ...]]]


@st.composite
def arrangements(draw: st.DrawFn) -> Arrangement:
    """Places of three bands, one or two beside each other; most end and begin in a seam."""
    areas: list[Area] = []
    for first, last in BANDS:
        columns = draw(st.integers(1, 2))
        for column in range(columns):
            top = first + draw(st.sampled_from([0.0, 0.0, 8.0, 24.0]))
            foot = last - draw(st.sampled_from([0.0, 0.0, 8.0, 24.0]))
            rect = Rect(column * 200.0 / columns, top, 200.0 / columns, foot - top)
            areas.append(Area(f"{len(areas)}", rect, ("block",), baseline=GRID))
    return Arrangement("any", (), tuple(areas), (), SEAMS[: draw(st.integers(1, 2))])


@st.composite
def stocks(draw: st.DrawFn) -> tuple[Arrangement, Stocked]:
    """An arrangement, and what its places hold; some hold nothing."""
    arrangement = draw(arrangements())
    held = st.lists(fragments(elastic=False) | fragments(elastic=True), min_size=1, max_size=2)
    stocked = []
    for area in arrangement.areas:
        has = tuple(draw(held)) if draw(st.integers(0, 4)) else ()
        stocked.append((area, has if needed(has, area) >= LEAST else ()))
    return arrangement, stocked


def met(areas: list[Area]) -> set[tuple[str, str]]:
    """The pairs of places that overlap."""
    return {
        (one.name, other.name)
        for one, other in combinations(areas, 2)
        if one.rect.overlaps(other.rect)
    }


@settings(max_examples=tries(300))
@given(stocks())
def test_places_meet_on_a_page_only_if_the_brand_is_told_so(
    made: tuple[Arrangement, Stocked],
) -> None:
    arrangement, stocked = made
    settled, _ = settle(stocked, (), arrangement.seams)
    told: set[tuple[str, str]] = set()
    for _, moved in extremes(arrangement, LEAST):
        told |= met([area for area in moved.areas if area.rect.height >= LEAST])
    assert met([area for area, has in settled if has]) <= told

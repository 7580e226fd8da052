"""The score of an arrangement: what a designer would mind costs more."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from briefing.brand.masters import Area, Ground
from briefing.brand.styles import AS_DESIGNED, Step
from briefing.compose.score import HOLLOW, SAME, Score, Seen, likeness, sameness, score
from briefing.diagnostics import Source
from briefing.drawing import Rect
from briefing.layout.pages import Box, Elastic, Fragment, Strip
from briefing.structure import Artifact

HERE = Source("words.md", 1)


def line(height: float) -> Strip:
    return Strip(height, (Box(Artifact.DECORATION, Rect(0, 0, 90, height), ()),))


def words(height: float, order: int = 0) -> Fragment:
    return Fragment("paragraph", HERE, (line(height),), order=order)


def lines(count: int) -> Fragment:
    return Fragment("paragraph", HERE, tuple(line(10) for _ in range(count)))


def chart(least: float, most: float, order: int = 0, aspect: float = math.inf) -> Fragment:
    elastic = Elastic(least, most, lambda height: (Strip(height, ()),), "chart", aspect=aspect)
    return Fragment("chart", HERE, (elastic,), order=order)


def area(top: float, height: float, *, flow: int = 1, takes: str = "paragraph") -> Area:
    return Area(f"at {top}", Rect(0, top, 100, height), (takes,), flow=flow, gutter=10)


def weighed(*stocked: tuple[Area, tuple[Fragment, ...]], step: Step = AS_DESIGNED) -> Score:
    return score(stocked, [step], faults=0, alike=0.0, rank=0, continues=False)


def test_white_is_the_part_of_the_areas_that_stays_empty() -> None:
    assert weighed((area(0, 100), (words(75),))).white == pytest.approx(0.25)
    assert weighed((area(0, 100), (chart(20, 90),))).white == pytest.approx(0.1)


def test_a_place_left_empty_is_worse_than_one_half_filled() -> None:
    assert weighed((area(0, 100), ())).total > weighed((area(0, 100), (words(50),))).total


def test_a_ground_painted_for_nothing_costs_more_than_a_hollow_page() -> None:
    """A tinted quarter of a page without a word on it was taken for a page that was well filled."""
    half = (area(0, 100), (words(100),)), (area(100, 50), ())
    tinted = Ground(Rect(0, 100, 100, 50), colour="mist")
    whole = Ground(Rect(0, 0, 100, 150), colour="mist")
    hollow = weighed((area(0, 150), (words(60),)))

    def on(ground: Ground) -> Score:
        return score(half, [], faults=0, alike=0.0, rank=0, continues=False, grounds=[ground])

    assert on(tinted).total > hollow.total > on(whole).total
    assert on(replace(tinted, colour="", drawing="mark")).total == on(whole).total


def test_a_chart_goes_on_in_parts_only_where_words_cannot_go_on_in_its_stead() -> None:
    """Four columns were parted over two pages for a page that looked less like the one before."""
    place = area(0, 100, takes="chart")
    whole = weighed((place, (chart(40, 100, 1), chart(40, 100, 2))))
    parted = weighed((place, (chart(40, 100, 1), chart(40, 100, 1))))
    assert (whole.parted, parted.parted) == (0, 1)
    assert parted.total > replace(whole, alike=sum(SAME), charts=0.5, type=0.25).total


def test_a_ring_in_a_wide_place_leaves_white_beside_it() -> None:
    bars, ring = chart(50, 100), chart(50, 100, aspect=1.7)
    narrow, wide = (area(0, 100), replace(area(0, 100), rect=Rect(0, 0, 400, 100)))
    assert weighed((narrow, (ring,))).beside == 0
    assert weighed((wide, (ring,))).beside > 0.5
    assert weighed((wide, (bars,))).beside == 0, "bars are as wide as their place"


def test_a_place_left_empty_is_minded_more_than_pages_that_look_alike() -> None:
    half = (area(0, 100), (words(100),)), (area(100, 50), ())
    assert weighed(*half).total > weighed((area(0, 150), (words(120),))).total + sum(SAME)


def test_a_hollow_page_is_taken_only_where_nothing_is_fuller() -> None:
    hollow = weighed((area(0, 100), (words(100 * (1 - HOLLOW) - 20),)))
    worst = Score(white=HOLLOW, charts=0.5, balance=0.5, order=0.3, alike=0.53)
    assert hollow.hollow == pytest.approx(0.7)
    assert weighed((area(0, 100), (words(100 * (1 - HOLLOW)),))).hollow == 0
    assert hollow.total > worst.total


def test_a_page_is_as_hollow_as_all_of_its_columns_are() -> None:
    uneven = weighed((area(0, 100, flow=2), (words(80), words(20))))
    assert uneven.white == pytest.approx(0.2), "below the fullest column"
    assert uneven.hollow == pytest.approx(0.6), "below both"


def test_white_that_keeps_charts_as_high_as_their_neighbours_is_white() -> None:
    """Two pictures side by side, and below one of them words: a quarter of the page is empty."""
    side_by_side = (chart(20, 50), words(50), chart(20, 50))
    uneven = weighed((area(0, 100, flow=2), side_by_side))
    assert uneven.white == pytest.approx(0.25)


def test_content_that_is_over_counts_before_all_else() -> None:
    over = weighed((area(0, 100), (words(101),)))
    assert not over.sound
    assert over.total > weighed((area(0, 100), (words(5),))).total


def test_content_that_may_go_on_is_no_fault_but_costs_pages() -> None:
    place = area(0, 100)
    going = score([(place, (words(150),))], [], faults=0, alike=0, rank=0, continues=True)
    assert going.over == 0
    assert going.further == 1, "half a page more is one more page"
    head = area(0, 100, takes="heading")
    assert score([(head, (words(150),))], [], faults=0, alike=0, rank=0, continues=True).over > 0


def test_a_chart_smaller_than_its_need_is_told() -> None:
    small = weighed((area(0, 60), (chart(60, 200),)))
    large = weighed((area(0, 150), (chart(60, 200),)))
    assert small.charts == pytest.approx(70 / 130)
    assert large.charts == 0


def test_a_chart_that_leaves_a_hole_about_itself_is_told() -> None:
    place = replace(area(0, 100, takes="chart"), align="middle")
    assert weighed((place, (chart(20, 60),))).adrift == pytest.approx(0.2)
    assert weighed((place, (chart(20, 100),))).adrift == 0
    assert weighed((replace(place, align="top"), (chart(20, 60),))).adrift == pytest.approx(0.2)
    assert weighed((replace(place, align="bottom"), (chart(20, 60),))).adrift == pytest.approx(0.4)
    figure = replace(place, takes=("figure",))
    assert weighed((figure, (chart(20, 60),))).adrift == 0, "what a page has beside its chart"


def test_columns_of_unlike_height_and_broken_blocks_are_told() -> None:
    level = weighed((area(0, 100, flow=2), (words(50), words(50))))
    uneven = weighed((area(0, 100, flow=2), (words(90), words(20))))
    assert level.balance == 0
    assert uneven.balance == pytest.approx(0.7**2)
    assert weighed((area(0, 30, flow=2), (lines(6),))).broken == 1
    assert level.broken == 0


def test_a_page_whose_eye_must_go_back_up_is_told() -> None:
    above, below = area(0, 100), area(110, 100)
    down = weighed((above, (words(90, 0),)), (below, (words(90, 1),)))
    back = weighed((above, (words(90, 1),)), (below, (words(90, 0),)))
    assert (down.order, back.order) == (0, 1)


def test_type_taken_in_costs_and_type_set_larger_does_not() -> None:
    place = (area(0, 100), (words(100),))
    small = weighed(place, step=Step(size=0.92))
    assert small.type == pytest.approx(0.08)
    assert weighed(place, step=Step(size=1.5)).type == 0
    assert 0 < weighed(place, step=Step(gap=0.5)).type < small.type
    assert weighed(place, step=Step(size=0.92, charts=0.85)).type > small.type


def test_the_nearer_the_like_page_the_more_it_costs() -> None:
    assert sameness("band", []) == 0
    assert sameness("band", ["side", "band"]) > sameness("band", ["band", "side"]) > 0
    assert sameness("band", ["band", "band"]) == pytest.approx(0.45)


def test_sister_pages_keep_their_places_and_others_vary() -> None:
    wide, beside = (("chart", 300.0, 100.0),), (("chart", 200.0, 160.0),)
    paper, mist = (("paper", 10.0, 10.0),), (("mist", 10.0, 10.0),)
    before = Seen(paper, wide, ("finding", "chart"))
    same = likeness(before, [before])
    assert same < likeness(Seen(paper, beside, before.kinds), [before])
    assert likeness(Seen(mist, wide, before.kinds), [before]) < same, "colours may change"
    other = ("finding", "quote")
    assert likeness(Seen(mist, beside, other), [before]) == 0
    assert likeness(Seen(paper, wide, other), [before]) == sameness(paper, [paper])
    assert likeness(Seen(paper, wide), [Seen(paper, wide)]) == sameness(paper, [paper])


def test_a_score_says_its_terms() -> None:
    assert str(Score(white=0.25, order=0.5)) == "white 0.25, order 0.50"
    assert "over by 10.0 mm" in str(Score(over=28.346))
    assert "goes on" in str(Score(further=1.2))
    assert "2 faults" in str(Score(faults=2))


def test_a_page_is_as_hollow_as_what_is_white_on_it() -> None:
    """A place left empty is white once: of two pages that are hollow the fuller one is taken."""
    fuller = weighed((area(0, 100), (words(50),)), (area(100, 100), ()))
    emptier = weighed((area(0, 200), (words(40),)))
    assert fuller.hollow == pytest.approx(0.5 + 0.75 - HOLLOW)
    assert (fuller.white, fuller.unused) == pytest.approx((0.75, 0.25)), "but it looks forgotten"
    assert fuller.total < emptier.total


def table(heads: int) -> Fragment:
    """A table in so many parts, each with heads of its own."""
    head = replace(line(10), keep=True, head=True)
    parts = [each for _ in range(heads) for each in (head, head, line(10), line(10))]
    return replace(lines(0), pieces=tuple(parts))


def test_a_table_whole_in_much_white_is_better_than_one_cut_in_parts_that_fill_the_page() -> None:
    whole = weighed((area(0, 300), (table(1),)))
    cut = weighed((area(0, 300), (table(3),)))
    assert (whole.sideways, cut.sideways) == (0, 2)
    assert whole.hollow > cut.hollow
    assert whole.total < cut.total


def test_each_line_of_a_headline_beyond_a_glance_speaks_against_a_page() -> None:
    made = [weighed((area(0, 300), (replace(lines(n), name="heading"),))) for n in (2, 4, 6)]
    assert [each.lines for each in made] == [0, 0, 2]


def test_a_place_left_empty_above_another_is_a_hole() -> None:
    above, below = area(0, 100), area(110, 100)
    assert weighed((above, ()), (below, (words(90),))).holes == 1
    assert weighed((above, (words(90),)), (below, ())).holes == 0

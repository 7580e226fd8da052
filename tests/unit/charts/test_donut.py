"""The ring: the headline in its hole, every answer named once."""

from __future__ import annotations

import pytest

from briefing.charts.donut import Donut
from briefing.charts.model import UnsuitedError
from briefing.drawing import Shape
from briefing.tables.model import Head, Part
from tests.unit.charts.ink import printed, words
from tests.unit.charts.look import look
from tests.unit.charts.tabled import AGREES, ASPECTS, KNOWS, ROLE, multiple, single, suppress

HEADLINE = Donut(highlight="at_least_a_fair_amount")


@pytest.mark.parametrize(("width", "height"), [(480, 280), (230, 300), (330, 150)])
def test_the_headlines_figure_is_by_far_the_largest(width: float, height: float) -> None:
    marks = sorted(words(HEADLINE.draw(KNOWS, width, height, look())), key=lambda m: -m.run.size)
    assert marks[0].run.text == "91%"
    assert marks[0].run.size > 1.8 * marks[1].run.size


@pytest.mark.parametrize(("width", "height"), [(480, 280), (230, 300)])
def test_every_answer_is_printed_even_one_that_nobody_gave(width: float, height: float) -> None:
    lines = printed(HEADLINE.draw(KNOWS, width, height, look()))
    assert {"33%", "58%", "9%", "0%"} <= set(lines)


def test_a_ring_without_a_headline_has_an_empty_hole() -> None:
    assert "91%" not in printed(Donut().draw(KNOWS, 480, 280, look()))


def test_mere_categories_are_quiet_beside_the_headlines() -> None:
    shapes = Donut(highlight="leads").draw(ROLE, 480, 280, look()).marks
    fills = {mark.fill.name for mark in shapes if isinstance(mark, Shape) and mark.fill}
    assert fills == {"teal", "stone", "slate"}


def test_the_ring_takes_the_height_it_is_given() -> None:
    small, large = (HEADLINE.draw(KNOWS, 480, height, look()) for height in (160, 320))
    assert (small.height, large.height) == (160, 320)


def test_a_suppressed_question_shows_no_part() -> None:
    lines = printed(HEADLINE.draw(suppress(KNOWS, 0), 480, 200, look()))
    assert lines == ["[c]"]


def test_six_parts_are_refused_with_a_remedy() -> None:
    heads = tuple(Head(f"a{place}", f"Answer {place}", Part.ANSWER) for place in range(6))
    with pytest.raises(UnsuitedError, match="kind=bars"):
        Donut().extent(single("q", heads, (1,) * 6), 480, look())
    Donut().extent(single("q", heads, (1, 1, 1, 1, 1, 0)), 480, look())


def test_a_grid_or_several_answers_are_no_ring() -> None:
    for table in (ASPECTS, multiple()):
        with pytest.raises(UnsuitedError):
            Donut().extent(table, 480, look())


def test_its_alternative_text_reads_the_ring_out() -> None:
    assert (
        Donut(highlight="agree")
        .describe(AGREES)
        .startswith("Ring chart: Engagement in the STP. Agree 21 per cent.")
    )

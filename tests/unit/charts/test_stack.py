"""Segments add up to the whole bar, and hold only figures that can be read on them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from briefing.brand.model import contrast
from briefing.charts.bars import Bars
from briefing.charts.canvas import Canvas
from briefing.charts.columns import Columns
from briefing.charts.model import UnsuitedError
from briefing.charts.shades import READABLE
from briefing.charts.stack import (
    APART_GAP,
    RULE,
    fits,
    many,
    paints,
    put,
    segments,
    signs_fit,
    span,
    stackable,
)
from briefing.drawing import Rect
from briefing.tables.model import Head, Part
from tests.unit.charts.ink import printed, words
from tests.unit.charts.look import look
from tests.unit.charts.tabled import AGREES, ASPECTS, grid, multiple, ranking, single, suppress

if TYPE_CHECKING:
    from briefing.charts.stacked import Stacked
    from briefing.tables.model import Table

STYLE = look().style("chart.value")
PAINTS = paints(AGREES, look(), frozenset())


def test_segments_fill_the_bar_but_for_the_rules_between_them() -> None:
    made = segments(AGREES, 0, 400, PAINTS)
    assert made[0].start == 0
    assert made[-1].end == pytest.approx(400)
    gaps = [after.start - before.end for before, after in pairwise(made)]
    assert gaps == pytest.approx([RULE] * 4)


def test_lengths_are_in_proportion_to_shares() -> None:
    made = segments(AGREES, 0, 400, PAINTS)
    assert [each.share for each in made] == [3 / 80, 14 / 80, 8 / 80, 24 / 80, 31 / 80]
    assert made[3].length + RULE == pytest.approx(400 * 24 / 80)


def test_do_not_know_is_set_apart_in_every_row_at_the_same_place() -> None:
    paint = paints(ASPECTS, look(), frozenset())
    rows = [segments(ASPECTS, row, 400, paint) for row in range(4)]
    for made in rows:
        assert made[-1].start - made[-2].end == pytest.approx(APART_GAP + RULE)
        assert made[-1].end == pytest.approx(400)


def test_an_answer_that_nobody_gave_has_no_segment() -> None:
    made = segments(ASPECTS, 0, 400, paints(ASPECTS, look(), frozenset()))
    assert all(each.share > 0 for each in made)


def test_a_suppressed_row_has_no_segments() -> None:
    assert segments(suppress(ASPECTS, 1), 1, 400, paints(ASPECTS, look(), frozenset())) == ()


def test_a_figure_is_printed_only_where_it_fits() -> None:
    made = segments(AGREES, 0, 400, PAINTS)
    assert not fits(made[0], STYLE, 20)
    assert fits(made[4], STYLE, 20)
    assert not fits(made[4], STYLE, 6)


def test_every_figure_has_contrast_enough_with_its_segment() -> None:
    for paint in PAINTS.values():
        assert paint.ink is not None
        assert contrast(paint.ink, paint.colour) >= READABLE


def test_figures_have_a_per_cent_sign_all_or_none() -> None:
    wide = [segments(AGREES, 0, 700, PAINTS)]
    narrow = [segments(AGREES, 0, 330, PAINTS)]
    assert signs_fit(wide, STYLE, 20)
    assert not signs_fit(narrow, STYLE, 20)


def test_segments_too_small_for_their_figures_are_handed_back() -> None:
    canvas = Canvas(260, 30)
    made = segments(AGREES, 0, 260, PAINTS)
    left = put(canvas, made, Rect(0, 0, 260, 30), STYLE)
    assert [each.figure.text for each in left] == ["4%"]


def test_a_net_spans_its_answers() -> None:
    made = segments(AGREES, 0, 400, PAINTS)
    assert span(AGREES, 6, made) == (made[3].start, made[4].end)


def test_what_does_not_add_up_cannot_be_stacked() -> None:
    for table in (multiple(), ranking()):
        with pytest.raises(UnsuitedError, match="kind=ranked"):
            stackable(table)


def test_more_answers_than_tones_tell_apart_are_refused_with_a_remedy() -> None:
    def table(count: int) -> Table:
        heads = tuple(Head(f"a{at}", f"Answer {at}", Part.ANSWER) for at in range(count))
        return single("service", heads, (1,) * count)

    stackable(table(15))
    with pytest.raises(UnsuitedError, match=r"has 16 answers.*use kind=ranked"):
        stackable(table(16))


MANY = grid(
    "q20",
    tuple(Head(f"a{place}", f"Body {place}", Part.ANSWER) for place in range(12)),
    {"one": ("Housing", (9,) * 12), "two": ("Transport", (0, 90, *[9] * 10))},
)


def test_many_parts_are_told_by_letters_in_the_key_and_on_the_segments() -> None:
    chart = Bars(show="none")
    lines = printed(chart.draw(MANY, 480, chart.extent(MANY, 480, look()).least, look()))
    assert lines.count("A") == 2, "the key and the one item that gave it"
    assert lines.count("B") == 3, "the key and both items"
    assert lines.count("N") == 2, "the key and the one segment that has room for it"
    assert not {"I", "J"} & set(lines), "letters that look like figures are left out"


@pytest.mark.parametrize("kind", [Bars, Columns])
def test_many_parts_have_bars_of_their_own_where_there_is_room(kind: type[Stacked]) -> None:
    chart = kind(show="none")
    drawn = chart.draw(MANY, 480, 600, look())
    assert "A" not in printed(drawn)
    told = {mark.number.cell for mark in words(drawn) if mark.number}
    assert told >= {MANY.path(row, column) for row in range(2) for column in range(12)}


def test_seven_parts_are_told_by_their_tones() -> None:
    few = grid("q21", MANY.columns[:7], {"one": ("Housing", range(1, 8))})
    assert not many(few)
    assert many(MANY)

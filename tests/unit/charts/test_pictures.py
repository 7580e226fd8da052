"""Pictures of one figure: a number, ten people, a hundred dots; and the crowd."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.brand.model import Look, contrast
from briefing.charts.crowd import Crowd
from briefing.charts.hundred import Hundred
from briefing.charts.model import UnsuitedError
from briefing.charts.number import Number
from briefing.charts.people import People, in_ten, tenths
from briefing.charts.shades import shades
from briefing.drawing import Rect, Shape
from briefing.tables.model import Head, Part
from tests.unit.charts.ink import faults, outline, printed, words
from tests.unit.charts.look import look
from tests.unit.charts.tabled import AGREES, ASPECTS, FORUMS, multiple, single, suppress

if TYPE_CHECKING:
    from briefing.brand.model import Brand
    from briefing.tables.model import Table


def fills(chart: object, table: object, *, dark: bool = False) -> list[str]:
    drawn = chart.draw(table, 300, 200, look(dark=dark))  # type: ignore[attr-defined]
    return [mark.fill.name for mark in drawn.marks if isinstance(mark, Shape) and mark.fill]


def test_a_number_is_as_wide_as_its_room() -> None:
    chart = Number(highlight="agree")
    extent = chart.extent(AGREES, 150, look())
    (mark,) = words(chart.draw(AGREES, 150, extent.most, look()))
    assert mark.run.text == "21%"
    usual = look().style("chart.numeral")
    widest = usual.face().width("88%", mark.run.size)
    assert 145 < widest <= 150, "figures of a wall have one size"


def test_a_count_of_a_base_does_not_rise_above_its_room() -> None:
    chart, counts = Number(highlight="agree"), replace(AGREES, counted=True)
    most = chart.extent(counts, 400, look()).most
    drawn = chart.draw(counts, 400, most, look())
    assert printed(drawn) == ["17 of 80"]
    assert faults(drawn, Rect(0, 0, 400, most)) == []


def test_a_number_is_as_high_as_its_room() -> None:
    drawn = Number(highlight="agree").draw(AGREES, 400, 50, look())
    (mark,) = words(drawn)
    assert 45 < mark.y < 50


@pytest.mark.parametrize(
    ("share", "filled", "said"),
    [
        (Fraction(17, 80), 2, "Around two in ten"),
        (Fraction(1, 5), 2, "Two in ten"),
        (Fraction(1, 4), 3, "Around three in ten"),
        (Fraction(1, 25), 0, "Fewer than one in ten"),
        (Fraction(97, 100), 10, "More than nine in ten"),
        (Fraction(1), 10, "Ten in ten"),
        (Fraction(0), 0, "None in ten"),
    ],
)
def test_people_are_the_nearest_tenth_halves_upwards(
    share: Fraction, filled: int, said: str
) -> None:
    assert tenths(share) == filled
    assert in_ten(share) == said


def test_the_words_below_people_have_the_contrast_that_their_size_asks_for(civic: Brand) -> None:
    """The colour of the negative end can be read on petrol in large figures, not in small words."""
    petrol = Look(civic, civic.formats["a4"], civic.schemes["petrol"])
    for width in (150, 175, 260):
        drawn = People(highlight="disagree").draw(AGREES, width, 60, petrol)
        (mark,) = words(drawn)
        least = 3.0 if mark.run.size >= 18 else 4.5
        assert contrast(mark.colour, petrol.colour("ground")) >= least


@pytest.mark.parametrize("size", [(230, 60), (230, 250), (600, 80)])
def test_there_are_ten_people_and_two_of_them_coloured(size: tuple[float, float]) -> None:
    marks = People(highlight="agree").draw(AGREES, *size, look()).marks
    colours = [mark.fill.name for mark in marks if isinstance(mark, Shape) and mark.fill]
    assert colours == ["teal"] * 2 + ["mist"] * 8


def test_a_row_of_people_is_as_wide_as_its_place() -> None:
    """Small people stood close, and left a third of the width to nobody."""
    drawn = People(highlight="agree", words=False).draw(AGREES, 350, 47, look())
    shapes = [mark for mark in drawn.marks if isinstance(mark, Shape)]
    xs = [x for mark in shapes for _, numbers in mark.path for x in numbers[::2]]
    assert min(xs) == pytest.approx(0, abs=0.5)
    assert max(xs) == pytest.approx(350, abs=0.5)


def test_the_words_carry_the_number_behind_them() -> None:
    (mark,) = words(People(highlight="agree").draw(AGREES, 230, 100, look()))
    assert mark.run.text == "Around two in ten"
    assert mark.number is not None
    assert mark.number.value == Fraction(17, 80)
    assert words(People(highlight="agree", words=False).draw(AGREES, 230, 100, look())) == []


def test_a_hundred_dots_are_coloured_by_the_printed_per_cent() -> None:
    drawn = Hundred(highlight="agree").draw(AGREES, 230, 280, look())
    own, rest, edge = (mark for mark in drawn.marks if isinstance(mark, Shape))
    assert edge.path == rest.path, "those that are not counted have an edge"
    assert [step for step, _ in own.path].count("m") == 21
    assert [step for step, _ in rest.path].count("m") == 79
    assert printed(drawn) == ["21"]


def test_the_grid_of_a_hundred_suits_its_room() -> None:
    def rows(width: float, height: float) -> int:
        drawn = Hundred(highlight="agree", words=False).draw(AGREES, width, height, look())
        ys = {
            numbers[1]
            for mark in drawn.marks
            if isinstance(mark, Shape)
            for step, numbers in mark.path
            if step == "m"
        }
        return len(ys)

    assert rows(200, 200) == 10
    assert rows(400, 100) == 5
    assert rows(400, 60) == 4


@pytest.mark.parametrize("form", ["petals", "quarters", "discs", "tracery", ""])
def test_the_crowd_has_one_mark_for_every_respondent(form: str) -> None:
    colours = fills(Crowd(form=form, key=True), AGREES)
    in_key = 1
    assert [
        colours.count(each) - in_key for each in ("teal", "aqua", "stone", "apricot", "brick")
    ] == [
        3,
        14,
        8,
        24,
        31,
    ]


def test_a_crowd_without_a_key_tells_one_thing_apart() -> None:
    assert len(set(fills(Crowd(), AGREES))) == 2


def test_the_headlines_answers_alone_are_coloured_in_the_crowd() -> None:
    colours = fills(Crowd(highlight="disagree"), AGREES, dark=True)
    assert (colours.count("sun"), colours.count("sea1")) == (55, 25)


@pytest.mark.parametrize("counts", [(30, 20), (20, 30), (9, 8, 7, 6), (4, 5, 6, 7, 8)])
def test_no_mark_of_the_crowd_has_the_colour_of_its_ground(counts: tuple[int, ...]) -> None:
    """Answers that are no scale have tones too, and one of them may be the ground's."""
    heads = tuple(Head(f"a{place}", f"Answer {place}", Part.ANSWER) for place in range(len(counts)))
    table = single("named", heads, counts)
    dark = look(dark=True)
    roles = dark.scheme.roles | {"ground": shades(table, dark)[0], "rule": dark.colour("slate")}
    dark = replace(dark, scheme=replace(dark.scheme, roles=roles))
    marks = Crowd().draw(table, 300, 200, dark).marks
    colours = [mark.fill for mark in marks if isinstance(mark, Shape) and mark.fill]
    assert len(colours) == sum(counts)
    assert all(contrast(each, dark.colour("ground")) > 1.2 for each in colours)
    assert len({each.name for each in colours}) > 1


def test_the_crowd_of_a_grid_needs_a_row() -> None:
    with pytest.raises(UnsuitedError, match="highlight"):
        Crowd().extent(ASPECTS, 300, look())
    assert len(fills(Crowd(highlight="approving"), ASPECTS)) == 79


def test_no_mark_stands_for_a_suppressed_answer_or_for_several() -> None:
    for table in (suppress(AGREES, 0), multiple()):
        with pytest.raises(UnsuitedError):
            Crowd().extent(table, 300, look())


def test_the_crowds_key_names_what_is_coloured() -> None:
    lines = printed(Crowd(highlight="disagree", key=True).draw(AGREES, 300, 200, look()))
    assert lines == ["Disagree", "Other answers"]


def _crowd(*counts: int) -> Table:
    return single("q", AGREES.columns, counts, diverging=True)


@pytest.mark.parametrize(
    ("people", "several"),
    [(5, 1), (81, 1), (3000, 1), (3001, 2), (6001, 5), (20_000, 10), (100_000, 50)],
)
def test_of_very_many_one_mark_stands_for_several_and_the_caption_says_so(
    people: int, several: int
) -> None:
    half = people // 2
    table = _crowd(people // 25, people // 5, 0, people - half - people // 25 - people // 5, half)
    total = table.base.n
    marks = len(fills(Crowd(), table))
    assert marks == (2 * total + several) // (2 * several)
    caption = f"One mark stands for {several:,} who answered."
    assert Crowd().caption(table) == (caption if several > 1 else "")
    assert f"{marks:,} marks" in Crowd().describe(table)
    assert f"{people // 2:,}" in Crowd().describe(table)


@given(st.lists(st.integers(0, 4000), min_size=5, max_size=5).filter(any))
def test_no_answer_has_more_than_a_mark_too_many_or_too_few(counts: list[int]) -> None:
    table = _crowd(*counts)
    several = Crowd()._several(table)
    marks = Crowd()._marks(table)
    for place, count in Crowd()._counts(table).items():
        assert abs(marks[place] - count / several) <= 1
        assert several > 1 or marks[place] == count


def test_a_dark_cover_shows_one_end_whoever_answered(civic: Brand) -> None:
    """The same question has the same look in every survey; an empty end gives way to the other."""
    cover = Look(civic, civic.formats["a4"], civic.schemes["petrol"], "cover")

    def colours(*counts: int) -> list[str]:
        marks = Crowd().draw(_crowd(*counts), 300, 260, cover).marks
        return [mark.fill.name for mark in marks if isinstance(mark, Shape) and mark.fill]

    assert colours(1, 0, 0, 0, 4) == ["sun"] + ["petrol-light"] * 4
    assert colours(3, 14, 8, 24, 31) == ["sun"] * 17 + ["petrol-light"] * 63
    assert colours(0, 0, 0, 2, 3) == ["flame"] * 5


@pytest.mark.parametrize("form", ["discs", "tracery"])
@pytest.mark.parametrize("count", [1, 3, 5, 12, 81])
def test_round_marks_are_round(form: str, count: int) -> None:
    drawn = Crowd(form=form).draw(_crowd(count, 0, 0, 0, 0), 300, 260, look())
    for mark in drawn.marks:
        assert isinstance(mark, Shape)
        xs = [value for _, step in mark.path for value in step[::2]]
        ys = [value for _, step in mark.path for value in step[1::2]]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        assert 1 / 1.1 <= wide / high <= 1.1


def test_two_surveys_and_two_brands_have_different_covers() -> None:
    pictures = {
        Crowd(form=form).draw(_crowd(*counts), 300, 260, look()).marks
        for form in ("petals", "tracery")
        for counts in ((1, 2, 3, 4, 2), (3, 14, 8, 24, 31), (16, 72, 40, 120, 152))
    }
    assert len(pictures) == 6


def test_an_unknown_form_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnsuitedError, match="petals, quarters, discs"):
        Crowd(form="stars").draw(AGREES, 300, 200, look())


def test_a_suppressed_figure_shows_its_symbol_alone() -> None:
    table = suppress(FORUMS, 0)
    for chart in (Number, People, Hundred):
        drawn = chart(highlight="hwb.successful").draw(table, 230, 120, look())
        assert printed(drawn) == ["[c]"]
        assert not [mark for mark in words(drawn) if mark.number]


def test_a_hundred_dots_are_no_stamp_in_a_low_place() -> None:
    """Ten rows of tiny dots filled its height, and two fifths of its width."""
    drawn = Hundred(highlight="agree").draw(AGREES, 140, 90, look())
    right = max(x for each in drawn.marks if isinstance(each, Shape) for x, _ in outline(each))
    assert right > 140 * 0.9


@pytest.mark.parametrize(
    ("chart", "width"), [(People(highlight="agree"), 700), (Hundred(highlight="agree"), 110)]
)
def test_a_picture_stands_on_its_figure_whatever_its_room(
    chart: People | Hundred, width: float
) -> None:
    for height in (110.0, 150.0, 190.0):
        drawn = chart.draw(AGREES, width, height, look())
        (mark,) = words(drawn)
        foot = max(y for each in drawn.marks if isinstance(each, Shape) for _, y in outline(each))
        top = mark.y - mark.run.size * 0.75
        assert 0 < top - foot < mark.run.size


@pytest.mark.parametrize("height", [60.0, 80.0, 100.0])
def test_a_hundred_in_a_flat_room_are_a_square_behind_their_figure(height: float) -> None:
    drawn = Hundred(highlight="agree").draw(AGREES, 170, height, look())
    (figure,) = words(drawn)
    dots = [point for each in drawn.marks if isinstance(each, Shape) for point in outline(each)]
    across, down = ([point[axis] for point in dots] for axis in (0, 1))
    assert max(across) - min(across) == pytest.approx(max(down) - min(down), abs=0.01)
    assert min(across) > figure.x + figure.run.width
    assert max(across) <= 170
    assert max(down) == pytest.approx(drawn.height, abs=0.01)


@pytest.mark.parametrize("width", [120.0, 190.0, 250.0, 300.0, 400.0, 560.0, 700.0])
@pytest.mark.parametrize("chart", [People(highlight="agree"), Hundred(highlight="agree")])
def test_a_picture_fills_every_height_that_it_says_it_can(
    chart: People | Hundred, width: float
) -> None:
    """An arrangement is chosen by what a chart says: one that stayed small would leave a hole."""
    extent = chart.extent(AGREES, width, look())
    for tenth in range(11):
        height = extent.least + (extent.most - extent.least) * tenth / 10
        drawn = chart.draw(AGREES, width, height, look())
        top = min(y for each in drawn.marks if isinstance(each, Shape) for _, y in outline(each))
        assert top <= height / 3

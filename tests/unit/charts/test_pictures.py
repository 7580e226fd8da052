"""Pictures of one figure: a number, ten people, a hundred dots; and the crowd."""

from __future__ import annotations

from fractions import Fraction

import pytest

from briefing.charts.crowd import Crowd
from briefing.charts.hundred import Hundred
from briefing.charts.model import UnsuitedError
from briefing.charts.number import Number
from briefing.charts.people import People, in_ten, tenths
from briefing.drawing import Shape
from tests.unit.charts.ink import printed, words
from tests.unit.charts.look import look
from tests.unit.charts.tabled import AGREES, ASPECTS, FORUMS, multiple, suppress


def fills(chart: object, table: object, *, dark: bool = False) -> list[str]:
    drawn = chart.draw(table, 300, 200, look(dark=dark))  # type: ignore[attr-defined]
    return [mark.fill.name for mark in drawn.marks if isinstance(mark, Shape) and mark.fill]


def test_a_number_is_as_wide_as_its_room() -> None:
    chart = Number(highlight="agree")
    extent = chart.extent(AGREES, 150, look())
    (mark,) = words(chart.draw(AGREES, 150, extent.most, look()))
    assert mark.run.text == "21%"
    assert 145 < mark.run.width <= 150


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


@pytest.mark.parametrize("size", [(230, 60), (230, 250), (600, 80)])
def test_there_are_ten_people_and_two_of_them_coloured(size: tuple[float, float]) -> None:
    marks = People(highlight="agree").draw(AGREES, *size, look()).marks
    colours = [mark.fill.name for mark in marks if isinstance(mark, Shape) and mark.fill]
    assert colours == ["teal"] * 2 + ["mist"] * 8


def test_the_words_carry_the_number_behind_them() -> None:
    (mark,) = words(People(highlight="agree").draw(AGREES, 230, 100, look()))
    assert mark.run.text == "Around two in ten"
    assert mark.number is not None
    assert mark.number.value == Fraction(17, 80)
    assert words(People(highlight="agree", words=False).draw(AGREES, 230, 100, look())) == []


def test_a_hundred_dots_are_coloured_by_the_printed_per_cent() -> None:
    drawn = Hundred(highlight="agree").draw(AGREES, 230, 280, look())
    own, rest = (mark for mark in drawn.marks if isinstance(mark, Shape))
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
    colours = fills(Crowd(form=form), AGREES)
    assert len(colours) == 80
    assert [colours.count(each) for each in ("teal", "aqua", "stone", "apricot", "brick")] == [
        3,
        14,
        8,
        24,
        31,
    ]


def test_the_headlines_answers_alone_are_coloured_in_the_crowd() -> None:
    colours = fills(Crowd(highlight="disagree"), AGREES, dark=True)
    assert (colours.count("sun"), colours.count("sea1")) == (55, 25)


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


def test_an_unknown_form_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnsuitedError, match="petals, quarters, discs"):
        Crowd(form="stars").draw(AGREES, 300, 200, look())


def test_a_suppressed_figure_shows_its_symbol_alone() -> None:
    table = suppress(FORUMS, 0)
    for chart in (Number, People, Hundred):
        drawn = chart(highlight="hwb.successful").draw(table, 230, 120, look())
        assert printed(drawn) == ["[c]"]
        assert not [mark for mark in words(drawn) if mark.number]

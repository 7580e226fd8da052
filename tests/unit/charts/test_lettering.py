"""Labels are broken into balanced lines and never lose a word."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.brand.styles import Step
from briefing.charts.lettering import (
    arranged,
    longest_part,
    longest_word,
    sized,
    width_of,
    wrap,
)
from briefing.hyphens import SOFT_HYPHEN, divisions
from tests.unit.charts.look import look

STYLE = look().style("chart.label")
LABEL = "Engaging patients, service users and communities"


def test_a_label_that_fits_stays_on_one_line() -> None:
    lines = wrap(LABEL, STYLE, 400)
    assert lines.lines == (LABEL,)
    assert lines.width == pytest.approx(width_of(LABEL, STYLE))


def test_lines_are_balanced_instead_of_leaving_a_word_alone() -> None:
    lines = wrap(LABEL, STYLE, width_of(LABEL, STYLE) - 1)
    assert len(lines.lines) == 2
    first, second = (width_of(line, STYLE) for line in lines.lines)
    assert min(first, second) > 0.6 * max(first, second)


@given(
    st.lists(st.sampled_from(LABEL.split()), min_size=1, max_size=18).map(" ".join),
    st.floats(60, 300),
)
def test_no_word_is_lost_and_no_line_is_too_long(label: str, width: float) -> None:
    lines = wrap(label, STYLE, width)
    assert " ".join(lines.lines) == label
    assert lines.width <= width + 0.01


def test_a_word_wider_than_the_measure_is_broken_at_its_hyphen_first() -> None:
    lines = wrap("behaviour-change", STYLE, longest_word("behaviour-change", STYLE))
    assert lines.lines == ("behaviour-", "change")


def test_a_word_without_a_joint_is_broken_where_the_measure_ends() -> None:
    lines = wrap("Llanfairpwllgwyngyll", STYLE, 40)
    assert all(width_of(line, STYLE) <= 40 for line in lines.lines)
    assert "".join(line.removesuffix(SOFT_HYPHEN) for line in lines.lines) == "Llanfairpwllgwyngyll"


def divided(label: str, language: str, width: float) -> str:
    """The lines of a label, `/` at their ends, `¬` at those that divide a word."""
    lines = wrap(label, replace(STYLE, language=language), width).lines
    return "/".join(lines).replace(SOFT_HYPHEN, "\N{NOT SIGN}")


@pytest.mark.parametrize(
    ("label", "language", "wanted"),
    [
        ("Die Bürgerbeteiligung", "de", "Die Bürger¬/beteiligung"),
        ("Verwaltungsgebühren", "de", "Verwal¬/tungsge¬/bühren"),
        ("Responsibilities", "en-GB", "Respons¬/ibilities"),
        ("Nottinghamshire", "en-GB", "Notting¬/hamshire"),
        ("neighbourhood-level", "en-GB", "neighbour¬/hood-level"),
    ],
)
def test_a_word_without_a_joint_is_divided_as_its_language_does(
    label: str, language: str, wanted: str
) -> None:
    assert divided(label, language, 48) == wanted


def test_a_word_that_fits_is_not_divided_to_save_a_line() -> None:
    assert divided("Die Bürgerbeteiligung", "de", 85) == "Die/Bürgerbeteiligung"


COMPOUNDS = (
    *("Verwaltungsgemeinschaftsangelegenheiten", "Bürgerbeteiligung", "Straßenverkehrsbehörde"),
    *("Kinderbetreuung", "der", "Öffentlichkeitsarbeit"),
)


@given(
    st.lists(st.sampled_from(COMPOUNDS), min_size=1, max_size=6).map(" ".join),
    st.floats(0, 60),
)
def test_in_a_room_for_their_longest_part_words_are_never_cut(label: str, more: float) -> None:
    style = replace(STYLE, language="de")
    width = longest_part(label, style) + more
    lines = wrap(label, style, width)
    assert lines.width <= width + 0.01
    joined = "\n".join(lines.lines)
    assert joined.replace(f"{SOFT_HYPHEN}\n", "").replace("\n", " ") == label
    for word in joined.replace(" ", "\n").replace(f"{SOFT_HYPHEN}\n", SOFT_HYPHEN).split("\n"):
        *before, last = word.split(SOFT_HYPHEN)
        allowed = divisions("".join((*before, last)), "de", names=True)
        assert set(accumulate(map(len, before))) <= set(allowed)


def test_an_empty_label_takes_no_room() -> None:
    assert wrap("", STYLE, 100).height == 0
    assert wrap("", STYLE, 100).last_width == 0


def test_a_style_keeps_its_leading_in_proportion() -> None:
    larger = sized(STYLE, STYLE.size * 2)
    assert larger.leading == pytest.approx(STYLE.leading * 2)
    assert width_of("Agree", larger) == pytest.approx(2 * width_of("Agree", STYLE))


def test_a_style_with_a_scale_takes_the_next_smaller_size_of_it() -> None:
    style = replace(STYLE, scale=(8.0, 10.0, 12.5, 20.0))
    assert [sized(style, size).size for size in (8, 9.9, 10, 15, 99)] == [8, 8, 10, 12.5, 20]
    assert sized(style, 7.5).size == 7.5, "below the scale there is nothing to take"


def test_words_grow_by_sizes_of_the_scale_and_are_taken_in_by_less() -> None:
    style = replace(STYLE, size=10.0, grid=2.0, scale=(8.0, 10.0, 12.5, 20.0))
    assert [style.after(Step(size=step), 7).size for step in (1.1, 1.25, 1.9, 2)] == [
        *(10, 12.5, 12.5),
        20,
    ]
    assert style.after(Step(size=0.96), 7).size == 9.6


def test_pieces_are_shared_out_equally_over_the_fewest_lines() -> None:
    assert arranged([30.0] * 6, [10.0] * 6, 190) == [(0, 3), (3, 6)]

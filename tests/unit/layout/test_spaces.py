"""Lines give way: letters first, within what their style lets them, then the spaces."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.layout.spaces import (
    LOOSEST,
    TRACKING,
    Share,
    calm,
    hair,
    letters,
    scaled,
    share,
    spread,
    widths,
)

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle


@pytest.fixture
def style(look: Look) -> TextStyle:
    return replace(look.style("body"), size=10.0, expansion=0.02)


def test_letters_give_way_first_and_spaces_keep_their_width(style: TextStyle) -> None:
    body, gaps = 100.0, 20
    most = hair(body, gaps, style)
    assert most == pytest.approx(0.02 * (100 + TRACKING * 10 * 20))
    for gap in (most / 2, -most / 2, most):
        added = share(gap, [2.5] * 4, body, gaps, style)
        assert added.space == pytest.approx(0, abs=0.01)
        assert added.stretch == pytest.approx(1 + 0.02 * gap / most, abs=1e-4)


def test_spaces_take_the_rest(style: TextStyle) -> None:
    added = share(10.0, [2.5] * 4, 100.0, 20, style)
    assert added.stretch == pytest.approx(1.02)
    assert added.letter == pytest.approx(0.02 * TRACKING * 10)
    assert 4 * added.space == pytest.approx(10 - hair(100, 20, style))


def test_what_would_be_far_too_wide_is_left_alone(style: TextStyle) -> None:
    assert share(LOOSEST * 10 + 5, [2.5] * 4, 100.0, 20, style) == Share()


def test_a_style_without_expansion_leaves_letters_alone(style: TextStyle) -> None:
    added = share(4.0, [2.5] * 4, 100.0, 20, replace(style, expansion=0.0))
    assert added == Share(space=1.0)


def test_a_run_is_as_wide_as_its_share_says(style: TextStyle) -> None:
    run = style.run("well set words ")
    added = Share(space=0.7, letter=0.05, stretch=1.02)
    wide = spread(run, added, ends=True, trailing=True)
    body, spaces = list(letters([run])), list(widths([run]))
    expected = 1.02 * sum(body) + 0.05 * (len(body) - 1) + sum(spaces) + 0.7 * 2
    assert wide.width == pytest.approx(expected)
    drawn = sum(glyph.advance for glyph in wide.glyphs) * wide.stretch * wide.size / 1000
    assert drawn == pytest.approx(wide.width)


def test_a_letter_and_its_mark_stay_together_where_letters_stand_apart(style: TextStyle) -> None:
    """The mark had a share of its own: it stood off its letter, the line was too wide."""
    run = style.run("mm\u0302m")
    wide = spread(run, Share(letter=0.3), ends=True, trailing=False)
    assert len(run.glyphs) == 4
    assert wide.width == pytest.approx(run.width + 2 * 0.3)
    assert wide.glyphs[1] == run.glyphs[1]
    assert wide.glyphs[2].dx == run.glyphs[2].dx


def test_a_scaled_run_is_wider_as_a_whole(style: TextStyle) -> None:
    run = style.run("well set")
    assert scaled(run, 0.99).width == pytest.approx(0.99 * run.width)
    assert scaled(run, 0.99).glyphs == run.glyphs


def test_only_ragged_words_are_calmed(style: TextStyle) -> None:
    running = replace(style, hyphens=0.0, balanced=False, align="left")
    assert calm(running) == pytest.approx(0.02)
    for other in (
        replace(running, balanced=True),
        replace(running, align="centre"),
        replace(running, align="justify"),
    ):
        assert calm(other) == 0

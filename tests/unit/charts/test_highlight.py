"""What the headline speaks of is found by its path, or the author is told what there is."""

from __future__ import annotations

import pytest

from briefing.charts.highlight import Highlight, find, one, parts_of
from briefing.charts.model import UnsuitedError
from tests.unit.charts.tabled import AGREES, ASPECTS


def test_nothing_is_named() -> None:
    assert not find(AGREES, "")


@pytest.mark.parametrize("path", ["agree", "q2a.agree"])
def test_a_column_of_a_single_question(path: str) -> None:
    assert find(AGREES, path) == Highlight(frozenset({0}), frozenset({5}))


def test_a_cell_a_row_and_a_column_of_a_grid() -> None:
    assert find(ASPECTS, "shaping.engaged") == Highlight(frozenset({1}), frozenset({6}))
    assert find(ASPECTS, "q3.shaping.engaged") == find(ASPECTS, "shaping.engaged")
    assert find(ASPECTS, "shaping") == Highlight(frozenset({1}))
    assert find(ASPECTS, "engaged") == Highlight(columns=frozenset({6}))


def test_several_paths() -> None:
    assert find(ASPECTS, "shaping.engaged public.engaged").rows == {1, 3}


@pytest.mark.parametrize("path", ["angree", "shaping.angree", "shaping.engaged.pct"])
def test_an_unknown_path_is_answered_with_what_there_is(path: str) -> None:
    with pytest.raises(UnsuitedError, match="commenting, shaping, approving, public"):
        find(ASPECTS, path)


def test_a_picture_of_one_figure_needs_one_cell() -> None:
    assert one(ASPECTS, "public.engaged") == (3, 6)
    assert one(AGREES, "agree") == (0, 5)
    with pytest.raises(UnsuitedError, match="path of one cell"):
        one(ASPECTS, "engaged")
    with pytest.raises(UnsuitedError, match="path of one cell"):
        one(AGREES, "")


@pytest.mark.parametrize("path", ["engaged", "commenting"])
def test_who_names_no_cell_is_shown_one_of_the_row_or_column_that_was_named(path: str) -> None:
    with pytest.raises(UnsuitedError) as refusal:
        one(ASPECTS, path)
    assert refusal.value.hint == (
        "Write for example highlight=commenting.engaged: "
        "the figure of “Commenting on proposals”, “Very engaged or engaged”."
    )


def test_a_net_stands_for_its_answers() -> None:
    assert parts_of(AGREES, 6) == {3, 4}
    assert parts_of(AGREES, 2) == {2}

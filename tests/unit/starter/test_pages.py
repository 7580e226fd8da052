"""What the pages of a first draft are called where no figure can be declared."""

from __future__ import annotations

import pytest

from briefing.starter.pages import _before_figures


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("How the council is doing", "How the council is doing"),
        ("How the council is doing each of these", "How the council is doing…"),
        ("Rank these aims from first to last", "Rank these aims…"),
        ("Which one service matters…", "Which one service matters…"),
        ("Views of the 20 mph limit", ""),
        ("The 20 mph limit", ""),
    ],
)
def test_a_name_ends_before_the_first_figure_in_it(words: str, called: str) -> None:
    assert _before_figures(words) == called

"""Dates among bands are asked about with their rows, and N/A is no group."""

from __future__ import annotations

import pytest

from tests.unit.starter.asked import guessed

BANDS = ["1-5", "6-10", "1-5", "May-01", "6-10", "N/A", "11-20", "May-01"] * 5


@pytest.mark.parametrize("made", ["May-01", "01-May", "2024-05-01"])
def test_a_date_among_bands_is_asked_about_with_its_rows(made: str) -> None:
    cells = ["1-5", "6-10", "11-20", "6-10"] * 9 + [made]
    found = guessed({"Income band": cells})
    (attribute,) = found.attributes
    assert any(f"“{made}” (1 cell, line 38)" in each for each in attribute.doubts)


def test_what_stands_for_nothing_is_no_group() -> None:
    found = guessed({"Income band": BANDS})
    (attribute,) = found.attributes
    assert "N/A" not in [each.label for each in attribute.groups]
    assert "N/A" not in found.responses[attribute.id]
    assert any("“N/A” is taken for no answer" in each for each in attribute.doubts)


def test_days_that_were_asked_for_are_not_asked_about() -> None:
    found = guessed({"Which day would you choose?": ["May-01", "May-02", "June-03"] * 12})
    assert not any("spreadsheet" in each for each in found.asked)

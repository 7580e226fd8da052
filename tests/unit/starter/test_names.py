"""Labels as they go on within a sentence."""

from __future__ import annotations

import pytest

from briefing.starter.names import small


@pytest.mark.parametrize(
    ("label", "within"),
    [
        ("Satisfied", "satisfied"),
        ("A great deal", "a great deal"),
        ("I trust it", "I trust it"),
        ("I'm not sure", "I'm not sure"),
        (
            "I\N{RIGHT SINGLE QUOTATION MARK}ve no view",
            "I\N{RIGHT SINGLE QUOTATION MARK}ve no view",
        ),
        ("UK residents", "UK residents"),
        ("iPhone", "iPhone"),
    ],
)
def test_a_label_within_a_sentence_keeps_what_is_always_large(label: str, within: str) -> None:
    assert small(label) == within

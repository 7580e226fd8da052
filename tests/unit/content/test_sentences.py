"""The sentence around some words, for whoever signs them off."""

from __future__ import annotations

import pytest

from briefing.content.sentences import sentence_around


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("They agree. Most do. So it is.", "Most", "Most do."),
        ("They agree. Most do. So it is.", "They", "They agree."),
        ("They agree. Most do. So it is", "it", "So it is"),
        ("See e.g. Leeds. Most do.", "Leeds", "See e.g. Leeds."),
        ("It is 5.3 of 7. Most do.", "5.3", "It is 5.3 of 7."),
        ("Most\ndo", "do", "do"),
        ("Is it so? \u201cMost do.\u201d Well.", "Most", "\u201cMost do.\u201d"),
        ("Most\u00a0do, twenty\u2011one\u00a0of them", "do", "Most do, twenty-one of them"),
        ("One. most do", "most", "One. most do"),
        ("Most do. Few do.", "do. Few", "Most do. Few do."),
    ],
)
def test_the_sentence_around(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    assert sentence_around(text, start, start + len(words)) == sentence

"""Lines: what is kept together, what is never lost, and where ragged lines end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.fonts import MissingGlyphError
from briefing.layout.text import Span, break_lines, plain, widest_word, width_of

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.layout.text import Line, Words

ENOUGH = (
    "Knowing about a partnership is not the same as having a part in it, and most of those who "
    "answered say that councillors are not engaged enough in what is planned for their places."
)


def text_of(lines: tuple[Line, ...]) -> str:
    return "".join(stretch.span.text for line in lines for stretch in line.stretches)


def words(text: str) -> Words:
    return (Span(text),)


def test_no_line_is_wider_than_the_measure(look: Look) -> None:
    lines = break_lines(words(ENOUGH), look.style("body"), 180)
    assert len(lines) > 3
    assert all(line.width <= 180.01 for line in lines)


def test_a_no_break_space_never_ends_a_line(look: Look) -> None:
    style = look.style("body")
    text = "x " * 9 + "21\N{NO-BREAK SPACE}per cent " * 6
    for measure in range(60, 200, 7):
        for line in break_lines(words(text.strip()), style, measure):
            assert not "".join(s.span.text for s in line.stretches).endswith("21 ")
            assert not line.stretches[-1].span.text.endswith("\N{NO-BREAK SPACE}")


def test_a_long_word_stands_alone_and_is_measured(look: Look) -> None:
    style = look.style("body")
    lines = break_lines(words("an Incomprehensibilities end"), style, 40)
    assert [s.span.text.strip() for line in lines for s in line.stretches] == [
        "an",
        "Incomprehensibilities",
        "end",
    ]
    assert widest_word(words("an Incomprehensibilities end"), style) > 40


def test_a_headline_is_balanced(look: Look) -> None:
    lines = break_lines(
        words("Only 21 per cent find councillors engaged enough"), look.style("headline"), 380
    )
    assert len(lines) == 2
    assert min(line.width for line in lines) > 0.6 * max(line.width for line in lines)


def test_a_last_line_of_one_short_word_is_avoided(look: Look) -> None:
    style = look.style("body")
    text = "It is better than it was and they come to us now so"
    full = width_of(words(text.rsplit(" ", 1)[0]), style)
    lines = break_lines(words(text), style, full + 1)
    assert len(lines) == 2
    assert lines[1].width > style.run("so").width * 1.5


def test_a_hyphen_or_a_dash_is_a_chance_to_break(look: Look) -> None:
    style = look.style("body")
    lines = break_lines(words("one-to-one"), style, style.run("one-to-").width + 0.5)
    assert [line.stretches[0].span.text for line in lines] == ["one-to-", "one"]


def test_a_span_keeps_its_face_and_its_figure_on_its_line(look: Look) -> None:
    dressed = (Span("Of those, "), Span("nine in ten", strong=True), Span(" agree."))
    (line,) = break_lines(dressed, look.style("body"), 400)
    assert [s.run.face for s in line.stretches] == ["regular", "semibold", "regular"]
    assert line.stretches[1].x == pytest.approx(line.stretches[0].run.width)


def test_what_no_face_can_print_is_refused(look: Look) -> None:
    with pytest.raises(MissingGlyphError, match=r"U\+4E00"):
        break_lines(words("an \u4e00 sign"), look.style("body"), 200)


letters = st.text(st.sampled_from("abc élŵ-—\N{NO-BREAK SPACE}"), max_size=24)


@settings(max_examples=150, deadline=None)
@given(st.lists(letters, min_size=1, max_size=6), st.floats(20, 300))
def test_no_word_is_lost_or_changed(look: Look, pieces: list[str], measure: float) -> None:
    spans = tuple(Span(text, strong=place % 2 == 1) for place, text in enumerate(pieces))
    lines = break_lines(spans, look.style("body"), measure)
    assert text_of(lines).split(" ") == plain(spans).split(" ") or (
        text_of(lines).split() == plain(spans).split()
    )

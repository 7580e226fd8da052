"""The large mark of a quotation stands by its ink, and marks are those of the language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.blocks.quote import Quote
from briefing.brand.model import Look
from briefing.diagnostics import Source
from briefing.drawing import Text
from briefing.layout.text import baseline_of
from briefing.survey.model import Comment
from tests.unit.blocks.composed import HERE, Column, text

if TYPE_CHECKING:
    from briefing.brand.model import Brand
    from briefing.layout.pages import Box

SAID = "\u2018Told\u2019 was the word. We were never asked, and we would have had a lot to say."


def quoted(look: Look, said: str = SAID) -> Column:
    comment = Comment("c", "r", "q", said, "A leader", consent=True, where=HERE)
    return Column(Quote(where=HERE, comment=comment), look)


def mark_of(box: Box) -> Text:
    (mark,) = box.marks
    assert isinstance(mark, Text)
    return mark


def test_the_ink_of_the_large_mark_starts_at_the_edge_level_with_the_capitals(look: Look) -> None:
    made = quoted(look)
    sign, style = look.style("quote.mark"), look.style("quote")
    box = made.boxes[0]
    mark, ink = mark_of(box), sign.roman.ink("\u201c")
    em = sign.size / 1000
    assert box.rect.x + mark.x + ink.left * em == pytest.approx(0)
    top = box.rect.y + mark.y - ink.top * em
    capitals = baseline_of(style) - style.roman.metrics.cap_height * style.size / 1000
    assert top == pytest.approx(capitals)
    assert box.rect.width == pytest.approx((ink.right - ink.left) * em)


def test_a_mark_that_begins_a_line_hangs_so_that_words_align(look: Look) -> None:
    _, first, second, *_ = quoted(look).boxes
    word = next(mark for mark in first.marks if isinstance(mark, Text))
    style = look.style("quote")
    assert first.rect.x == second.rect.x
    assert word.x == pytest.approx(-style.run("\u2018").width)


@pytest.mark.parametrize(
    ("language", "said", "shown"),
    [
        ("en", "\u201cTold\u201d was the word.", "\u2018Told\u2019 was the word."),
        ("de", "\u201eGesagt\u201c war es.", "\u201aGesagt\u2018 war es."),
        ("fr", "\xab\u202fDit\u202f\xbb a-t-on dit.", "\xab\u202fDit\u202f\xbb a-t-on dit."),
        ("en", "\u201cA \u2018b\u2019 c\u201d, d", "\u201cA \u2018b\u2019 c\u201d, d"),
        ("en", "6\u201d of rain", "6\u201d of rain"),
    ],
)
def test_what_respondents_quote_stands_in_the_marks_of_a_quotation_within_another(
    look: Look, language: str, said: str, shown: str
) -> None:
    """Double marks stood within the large ones, and closed them in the middle."""
    styles = {n: replace(each, language=language) for n, each in look.format.styles.items()}
    spoken = replace(look, format=replace(look.format, styles=styles))
    made = quoted(spoken, said)
    assert shown in " ".join(text(box).strip() for box in made.boxes)


@pytest.mark.parametrize(
    ("language", "opening", "closing"), [("de", "\u201e", "\u201c"), ("fr", "\xab", "\u202f\xbb")]
)
def test_a_quotation_has_the_marks_of_the_publication_s_language(
    language: str, opening: str, closing: str, civic: Brand
) -> None:
    format_ = civic.formats["a4"].spoken(language)
    made = quoted(Look(civic, format_, civic.schemes["paper"]), "Ja.")
    assert text(made.boxes[0]) == opening
    assert text(made.boxes[1]) == f"Ja.{closing}"


def test_a_character_that_cannot_be_printed_is_told_where_the_comment_stands(look: Look) -> None:
    there = Source("comments.csv", 12)
    for said, by in (("Snow \N{SNOWMAN}", "A leader"), ("Snow", "A \N{SNOWMAN}, county")):
        comment = Comment("c", "r", "q", said, by, consent=True, where=there)
        (fault,) = Column(Quote(where=HERE, comment=comment), look).diagnostics
        assert (fault.code, fault.where) == ("missing-glyph", there)


def test_an_attribution_takes_a_second_line_for_the_kind_of_body(look: Look) -> None:
    comment = Comment("c", "r", "q", "No.", "Deputy leader, district council", True, HERE)  # noqa: FBT003
    made = Column(Quote(where=HERE, comment=comment), look, width=120)
    assert [text(box) for box in made.boxes[-2:]] == ["Deputy leader, ", "district council"]


def test_a_quotation_s_words_are_never_changed(look: Look) -> None:
    made = quoted(replace(look), SAID)
    assert made.heard().replace("\u201c", "").startswith(f" {SAID}\u201d".strip())

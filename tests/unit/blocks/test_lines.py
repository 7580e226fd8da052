"""Words as strips: what stays together, who owns links, what is told of words that do not fit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.blocks.lines import in_front, label, set_words, together, with_gap
from briefing.blocks.model import Setting
from briefing.diagnostics import Diagnostics, Source
from briefing.drawing import Link, Text
from briefing.fonts import Face
from briefing.layout.text import Span
from briefing.structure import Artifact, Node, Role
from tests.unit.blocks.composed import HERE, text, words

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.layout.pages import Strip
    from briefing.layout.text import Words
    from briefing.structure import Owner

LONG = "We were told what had been decided and were then asked what we thought of it. " * 3


@pytest.fixture
def setting(look: Look) -> Setting:
    return Setting(200, look, Node(Role.SECTION), Diagnostics())


def lines(given: Words, setting: Setting, owner: Owner | None = None) -> tuple[Strip, ...]:
    style = setting.look.style("body")
    return set_words(given, style, setting, owner or setting.parent.add(Role.PARAGRAPH), HERE)


def test_a_line_is_a_strip_as_high_as_its_leading(setting: Setting) -> None:
    made = lines(words(LONG), setting)
    assert len(made) > 4
    assert {strip.height for strip in made} == {setting.look.style("body").leading}


def test_the_first_two_lines_and_the_last_two_stay_together(setting: Setting) -> None:
    keeps = [strip.keep for strip in lines(words(LONG), setting)]
    assert keeps[0]
    assert keeps[-2]
    assert not keeps[-1]
    assert not any(keeps[1:-2])


@pytest.mark.parametrize("count", [2, 3])
def test_a_paragraph_of_two_or_three_lines_is_not_parted(count: int, setting: Setting) -> None:
    made = next(
        made
        for width in range(300, 1400, 10)
        if len(made := lines(words("We were told. " * 20), replace(setting, width=width))) == count
    )
    assert [strip.keep for strip in made] == [True] * (count - 1) + [False]


def test_an_empty_line_is_none_beside_another_and_begins_no_column(setting: Setting) -> None:
    made = lines(words("one\ntwo\nthree\n\n\nfour\n\nfive"), setting)
    ends = [place for place, strip in enumerate(made) if not strip.keep]
    assert ends == [1, 4, 7]  # in front of three, in front of four, at the end


def test_a_column_does_not_end_with_a_divided_word_if_it_can_end_elsewhere(
    setting: Setting,
) -> None:
    style = replace(setting.look.style("body"), hyphens=45.0, language="en-GB")
    text_ = "Representatives of authorities were noticeably less satisfied with arrangements. " * 3
    seen = 0
    for width in range(60, 130, 2):
        made = set_words(words(text_), style, replace(setting, width=width), setting.parent, HERE)
        inner = made[1:-2]
        divided = [text(strip.boxes[-1]).endswith("\u00ad") for strip in inner]
        if any(divided) and not all(divided):
            seen += 1
            assert all(strip.keep for strip, cut in zip(inner, divided, strict=True) if cut)
            assert not all(strip.keep for strip in inner)
    assert seen


def test_a_paragraph_of_one_line_is_free(setting: Setting) -> None:
    assert [strip.keep for strip in lines(words("Short."), setting)] == [False]


def test_kept_words_are_kept_with_what_follows(setting: Setting) -> None:
    style = setting.look.style("body")
    made = set_words(words(LONG), style, setting, setting.parent, HERE, keep=True)
    assert all(strip.keep for strip in made)


def test_a_box_ends_where_its_ink_ends(setting: Setting) -> None:
    for strip in lines(words(LONG), setting):
        assert strip.boxes[-1].rect.right <= 200 + 1e-6
    first = lines(words(LONG), setting)[0].boxes[0]
    assert text(first).endswith(" "), "the blank is there for those who extract words"
    style = setting.look.style("body")
    (mark,) = first.marks
    assert isinstance(mark, Text)
    ink = style.run(text(first).rstrip()).width * mark.run.stretch
    assert first.rect.width == pytest.approx(ink, abs=0.1)


@pytest.mark.parametrize("align", ["right", "centre"])
def test_words_stand_at_the_right_or_in_the_middle(align: str, setting: Setting) -> None:
    style = replace(setting.look.style("body"), align=align)
    box = set_words(words("Short."), style, setting, setting.parent, HERE)[0].boxes[0]
    left = box.rect.x
    assert left + box.rect.width + (0 if align == "right" else left) == pytest.approx(200)


def test_a_link_over_several_lines_is_one_node(setting: Setting) -> None:
    made = lines((Span("See "), Span(LONG.strip(), link="#method"), Span(".")), setting)
    owners = {box.owner for strip in made for box in strip.boxes if "told" in text(box)}
    assert len(owners) == 1
    node = owners.pop()
    assert isinstance(node, Node)
    assert node.role is Role.LINK
    marks = [mark for strip in made for box in strip.boxes for mark in box.marks]
    assert {mark.target for mark in marks if isinstance(mark, Link)} == {"#method"}


def test_the_same_link_twice_is_two_nodes_in_their_places(setting: Setting) -> None:
    link = Span("here", link="#a")
    paragraph = setting.parent.add(Role.PARAGRAPH)
    lines((link, Span(" and "), link), setting, paragraph)
    assert [child.role for child in paragraph.children] == [Role.LINK, Role.LINK]


def test_words_in_another_language_say_so(setting: Setting) -> None:
    paragraph = setting.parent.add(Role.PARAGRAPH)
    lines((Span("Croeso", language="cy"), Span(" to all")), setting, paragraph)
    assert [(each.role, each.language) for each in paragraph.children] == [(Role.SPAN, "cy")]


def test_words_of_the_furniture_stay_the_furniture_s(setting: Setting) -> None:
    made = lines((Span("Croeso", language="cy"),), setting, Artifact.FOOTER)
    assert {box.owner for strip in made for box in strip.boxes} == {Artifact.FOOTER}


def test_a_word_wider_than_its_column_is_told_with_its_excess(setting: Setting) -> None:
    narrow = replace(setting, width=20)
    lines(words("unbreakable"), narrow)
    (fault,) = narrow.diagnostics
    assert (fault.code, fault.where) == ("too-wide", HERE)
    assert "'unbreakable'" in fault.message
    assert "7.1 mm" in fault.message


def test_of_several_wide_words_the_widest_is_told_not_that_of_most_letters(
    setting: Setting,
) -> None:
    narrow = replace(setting, width=60)
    lines(words("illimitability WWWWWWWWWW"), narrow)
    (fault,) = narrow.diagnostics
    assert "'WWWWWWWWWW'" in fault.message


def test_a_character_without_a_glyph_is_told_and_nothing_is_set(setting: Setting) -> None:
    assert lines(words("Snow \N{SNOWMAN}"), setting) == ()
    assert [each.code for each in setting.diagnostics] == ["missing-glyph"]


def test_a_missing_character_is_told_at_the_place_where_it_was_typed(setting: Setting) -> None:
    typed = Span("Cold and snowy \u2603s", places=((0, Source("words.md", 7, 3)),))
    lines((Span("It is. "), typed), setting)
    (fault,) = setting.diagnostics
    assert fault.where == Source("words.md", 7, 18)
    assert "U+2603 SNOWMAN" in fault.message
    assert "in the word '\u2603s'" in fault.message


def test_a_missing_character_is_told_where_its_face_lacks_it(setting: Setting) -> None:
    """Roman has the letter, italic has not: the first is no fault."""
    style = setting.look.style("body")
    poor = Face("poor", style.roman.path, ())
    poor.own_glyphs = lambda words, *more: tuple(  # type: ignore[method-assign]
        replace(each, index=0) if each.text == "\u0175" else each
        for each in style.roman.own_glyphs(words, *more)
    )
    given = (
        Span("G\u0175yr, ", places=((0, Source("words.md", 7, 1)),)),
        Span("g\u0175yl", emphasis=True, places=((0, Source("words.md", 8, 4)),)),
    )
    set_words(given, replace(style, italic=poor), setting, setting.parent, HERE)
    (fault,) = setting.diagnostics
    assert (fault.code, fault.where) == ("missing-glyph", Source("words.md", 8, 5))


def test_every_missing_character_of_a_paragraph_is_told_once_and_at_its_first_place(
    setting: Setting,
) -> None:
    """The author mends them in one go, not one a build; the words told are the author's own."""
    given = (
        Span("Snow \u2603\u2602 and \u2603, ", places=((0, Source("words.md", 7, 1)),)),
        Span("a \u2600day", strong=True, places=((0, Source("words.md", 8, 4)),)),
    )
    assert lines(given, setting) == ()
    told = [(each.code, each.where, each.message) for each in setting.diagnostics]
    assert [(code, where) for code, where, _ in told] == [
        ("missing-glyph", Source("words.md", 7, 6)),
        ("missing-glyph", Source("words.md", 7, 7)),
        ("missing-glyph", Source("words.md", 8, 6)),
    ]
    for (_, _, message), sign, word in zip(
        told, ("2603", "2602", "2600"), ("\u2603\u2602", "\u2603\u2602", "\u2600day"), strict=True
    ):
        assert f"U+{sign}" in message
        assert f"in the word {word!r}" in message


def test_an_anchor_is_on_the_first_line_alone(setting: Setting) -> None:
    style = setting.look.style("body")
    made = set_words(words(LONG), style, setting, setting.parent, HERE, anchor="here")
    assert [box.anchor for strip in made for box in strip.boxes if box.anchor] == ["here"]
    assert made[0].boxes[0].anchor == "here"


def test_white_space_stands_below_the_last_line_alone(setting: Setting) -> None:
    made = with_gap(lines(words(LONG), setting), 9.0)
    assert [strip.gap for strip in made if strip.gap] == [9.0]
    assert made[-1].gap == 9.0
    assert with_gap((), 9.0) == ()


def test_strips_held_together_leave_the_end_free(setting: Setting) -> None:
    made = together(lines(words(LONG), setting))
    assert all(strip.keep for strip in made[:-1])
    assert not made[-1].keep


def test_a_label_can_end_at_an_edge(setting: Setting) -> None:
    style = setting.look.style("body")
    box = label("12", style, setting, Artifact.DECORATION, right_of=200)
    assert box.rect.right == pytest.approx(200)
    first = in_front(box, lines(words("Short."), setting))[0].boxes[0]
    assert text(first) == "12"
    assert in_front(box, ()) == ()

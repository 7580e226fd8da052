"""Quotations, code, rules, pictures and notes: what they own, where they stand, what they tell."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from briefing.blocks.lines import is_reference
from briefing.blocks.notes import Called, Footnotes
from briefing.blocks.picture import PictureBlock
from briefing.blocks.prose import Paragraph
from briefing.blocks.quotation import Quotation
from briefing.blocks.rule import Rule
from briefing.blocks.verbatim import CodeBlock
from briefing.diagnostics import Severity, Source
from briefing.drawing import Link, Picture, Text
from briefing.layout.pages import Strip
from briefing.layout.text import Span
from briefing.structure import Artifact, Node, Role
from tests.unit.blocks.composed import HERE, Column, text, words

if TYPE_CHECKING:
    from briefing.blocks.model import Block
    from briefing.brand.model import Look

LONG = words("We were told what had been decided and were then asked what we thought of it. " * 4)
MARK = Span("1", link="#page.note-1", script="sup", title="Note 1")


def paragraph(text_: str = "Some words.") -> Paragraph:
    return Paragraph(where=HERE, words=words(text_))


def strips(made: Column) -> list[Strip]:
    return [piece for piece in made.pieces if isinstance(piece, Strip)]


# -- lines that authors end ------------------------------------------------------------------------


def test_a_line_ends_where_its_author_says(look: Look) -> None:
    made = Column(Paragraph(where=HERE, words=(Span("One\ntwo"), Span("\n"), Span("three"))), look)
    assert [text(box) for box in made.boxes] == ["One ", "two ", "three"]
    assert made.heard() == "One two three"
    assert [box.rect.x for box in made.boxes] == [0, 0, 0]


def test_a_paragraph_that_opens_is_not_parted_from_what_follows(look: Look) -> None:
    closed, opening = (
        Column(Paragraph(where=HERE, words=LONG, opens=opens), look) for opens in (False, True)
    )
    assert [piece.keep for piece in closed.pieces[:-1]] == [p.keep for p in opening.pieces[:-1]]
    assert (closed.pieces[-1].keep, opening.pieces[-1].keep) == (False, True)


# -- marks of notes --------------------------------------------------------------------------------


def test_a_mark_is_a_reference_that_says_which_note_it_leads_to(look: Look) -> None:
    made = Column(Paragraph(where=HERE, words=(Span("Said"), MARK, Span(" so."))), look)
    assert made.roles() == ["P", "Reference", "Link"]
    (link,) = (mark for box in made.boxes for mark in box.marks if isinstance(mark, Link))
    assert (link.target, link.contents) == ("#page.note-1", "Note 1")
    assert made.heard() == "Said1 so."


def test_a_mark_has_the_colour_of_its_words(look: Look) -> None:
    made = Column(Paragraph(where=HERE, words=(Span("Said"), MARK)), look)
    colours = {mark.colour for box in made.boxes for mark in box.marks if isinstance(mark, Text)}
    assert len(colours) == 1


def test_a_raised_web_address_is_no_reference() -> None:
    assert is_reference(MARK)
    assert not is_reference(replace(MARK, link="https://a.example"))
    assert not is_reference(replace(MARK, script=""))


def test_a_link_says_its_title(look: Look) -> None:
    span = Span("here", link="https://a.example", title="The plan")
    made = Column(Paragraph(where=HERE, words=(span,)), look)
    (link,) = (mark for box in made.boxes for mark in box.marks if isinstance(mark, Link))
    assert link.contents == "The plan"


def test_notes_stand_behind_their_numbers_each_a_note_of_its_own(look: Look) -> None:
    called = (
        Called(9, "page.note-9", (words("One."), words("More.")), HERE),
        Called(10, "page.note-10", (LONG,), HERE),
    )
    made = Column(Footnotes(where=HERE, called=called), look)
    assert made.roles() == ["Note", "Lbl", "P", "P", "Note", "Lbl", "P"]
    assert [box.anchor for box in made.boxes if box.anchor] == ["page.note-9", "page.note-10"]
    numbers = [
        box for box in made.boxes if isinstance(box.owner, Node) and box.owner.role is Role.LABEL
    ]
    assert [text(box) for box in numbers] == ["9", "10"]
    assert numbers[0].rect.right == pytest.approx(numbers[1].rect.right)
    rule, style = made.boxes[0], look.style("note")
    assert rule.owner is Artifact.DECORATION
    assert rule.rect.y >= style.size / 2, "white above it: words of a list stood on the rule"
    assert strips(made)[0].keep, "the rule stays with the first note"


def test_notes_ask_for_small_print_then_for_the_words_that_call_them() -> None:
    called = (Called(1, "a.note-1", (words("One."),), HERE),)
    block = Footnotes(where=HERE, called=called, beside=("lead",))
    assert block.kinds == ("notes", "note", "lead")


# -- quotations ------------------------------------------------------------------------------------


def test_a_passage_is_a_block_quotation_with_its_author_below(look: Look) -> None:
    block = Quotation(
        where=HERE, parts=(paragraph(), paragraph("More.")), attribution=words("The council")
    )
    made = Column(block, look)
    assert made.roles() == ["BlockQuote", "P", "P", "P"]
    assert made.heard() == "Some words. More. The council"
    assert strips(made)[-2].keep, "the author's name is never alone"


def test_the_rule_beside_a_passage_has_no_gap(look: Look) -> None:
    block = Quotation(where=HERE, parts=(paragraph(), Paragraph(where=HERE, words=LONG)))
    made = Column(block, look)
    bars = [box.rect for box in made.boxes if box.owner is Artifact.DECORATION]
    assert len(bars) == len(strips(made)) > 3
    assert all(after.y == pytest.approx(before.bottom) for before, after in pairwise(bars))
    starts = [box.rect.x for box in made.boxes if isinstance(box.owner, Node)]
    assert min(starts) > max(bar.right for bar in bars)


def test_a_passage_in_a_passage_goes_further_in(look: Look) -> None:
    inner = Quotation(where=HERE, parts=(paragraph("Inner."),))
    made = Column(Quotation(where=HERE, parts=(paragraph("Outer."), inner)), look)
    at = {text(box): box.rect.x for box in made.boxes if isinstance(box.owner, Node)}
    assert at["Inner."] > at["Outer."]


@pytest.mark.parametrize(
    "part",
    [
        Quotation(where=HERE, parts=(Paragraph(where=HERE, words=words("Inner.")),)),
        CodeBlock(where=HERE, text="Inner."),
    ],
)
def test_what_stands_in_a_passage_has_white_below_it(part: Block, look: Look) -> None:
    """Before the next paragraph, and before the name of the author."""
    block = Quotation(where=HERE, parts=(part, paragraph("Last.")), attribution=words("The Board"))
    made = Column(block, look)
    rects = {text(box): box.rect for box in made.boxes if isinstance(box.owner, Node)}
    assert rects["Last."].y > rects["Inner."].bottom + 1
    assert rects["The Board"].y > rects["Last."].bottom + 1
    alone = Column(replace(block, parts=(part,)), look)
    rects = {text(box): box.rect for box in alone.boxes if isinstance(box.owner, Node)}
    assert rects["The Board"].y > rects["Inner."].bottom + 1


# -- code, rules -----------------------------------------------------------------------------------


def test_code_stands_letter_by_letter(look: Look) -> None:
    made = Column(CodeBlock(where=HERE, text='a  -- "b"\n\n  c'), look)
    assert made.roles() == ["P", "Code"]
    first, last = (box for box in made.boxes if text(box).strip())
    assert text(first).replace("\N{NO-BREAK SPACE}", " ") == 'a  -- "b" '
    assert text(last) == "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}c"
    assert len(strips(made)) == 3


def test_empty_lines_around_code_are_no_part_of_it(look: Look) -> None:
    """A page chosen for their height would be hollow; those within it and indents are kept."""
    bare = strips(Column(CodeBlock(where=HERE, text="  a\n\nb"), look))
    padded = strips(Column(CodeBlock(where=HERE, text="\n  \n  a\n\nb\n \n"), look))
    assert [each.height for each in padded] == [each.height for each in bare]
    assert len(bare) == 3
    assert bare[0].boxes[0].rect == padded[0].boxes[0].rect


def test_columns_of_code_stand_below_each_other(look: Look) -> None:
    made = Column(CodeBlock(where=HERE, text="iiii  | a\nMMMM  | b"), look)
    ends = [
        box.marks[0].run.width for box in made.boxes if box.marks and isinstance(box.marks[0], Text)
    ]
    letters = [len(text(box)) for box in made.boxes]
    assert len({end / count for end, count in zip(ends, letters, strict=True)}) == 1


def test_marks_at_the_edge_of_code_stand_in_its_columns(look: Look) -> None:
    made = Column(CodeBlock(where=HERE, text='"a" | b\n xx | c'), look)
    starts = {
        mark.x + box.rect.x for box in made.boxes for mark in box.marks if isinstance(mark, Text)
    }
    assert len(starts) == 1


def test_code_in_a_line_is_monospaced_and_says_so(look: Look) -> None:
    spans = (Span("Call "), Span("it", code=True), Span(" so"))
    made = Column(Paragraph(where=HERE, words=spans), look)
    assert made.roles() == ["P", "Code"]
    assert made.heard() == "Call it so"
    faces = {
        mark.run.text.strip(): mark.run.face
        for box in made.boxes
        for mark in box.marks
        if isinstance(mark, Text)
    }
    assert faces == {"Call": "regular", "it": "mono", "so": "regular"}


def test_code_that_leads_somewhere_is_a_link(look: Look) -> None:
    span = Span("here", link="https://a.example", code=True)
    made = Column(Paragraph(where=HERE, words=(span,)), look)
    assert made.roles() == ["P", "Link"]


def test_a_sign_that_code_lacks_is_borrowed_or_told(look: Look) -> None:
    hook = Span("\N{LATIN CAPITAL LETTER B WITH HOOK}", code=True)
    made = Column(Paragraph(where=HERE, words=(hook,)), look)
    assert not made.codes
    (mark,) = (mark for box in made.boxes for mark in box.marks if isinstance(mark, Text))
    assert [glyph.face for glyph in mark.run.glyphs] == ["regular"]
    told = Column(Paragraph(where=HERE, words=(Span("\u4e00", code=True),)), look)
    assert told.codes == ["missing-glyph"]


def test_a_long_line_of_code_goes_on_below(look: Look) -> None:
    made = Column(CodeBlock(where=HERE, text="word " * 30 + "end"), look)
    assert len(strips(made)) > 2
    assert not made.codes
    assert made.heard() == "word " * 30 + "end"


@pytest.mark.parametrize("word", ["--no-index", "docs/of/ours", "a\N{EN DASH}b", "over-long/words"])
def test_a_word_of_code_is_not_divided(word: str, look: Look) -> None:
    for count in range(1, 40):
        made = Column(CodeBlock(where=HERE, text=f"{word} " * count + "end"), look)
        assert not made.codes
        assert made.heard() == f"{word} " * count + "end"
        for strip in strips(made):
            line = "".join(text(box) for box in strip.boxes)
            assert set(line.split()) <= {word, "end"}


def test_a_word_of_code_that_no_line_holds_is_divided_at_its_signs(look: Look) -> None:
    address = "https://a.example/" + "a-long-way/" * 12
    made = Column(CodeBlock(where=HERE, text=f"see {address} and/or"), look)
    lines = ["".join(text(box) for box in strip.boxes) for strip in strips(made)]
    assert not made.codes
    assert made.heard() == f"see {address} and/or"
    assert len(lines) > 2
    assert lines[-1].endswith(" and/or")
    narrow = Column(CodeBlock(where=HERE, text=address), look, width=40)
    assert set(narrow.codes) == {"too-wide"}


def test_nobody_hears_a_rule(look: Look) -> None:
    made = Column(Rule(where=HERE), look)
    assert made.roles() == []
    (box,) = made.boxes
    assert box.owner is Artifact.DECORATION


def test_a_rule_is_no_row_of_a_table_above_it(look: Look) -> None:
    """It stands in the middle of its white, and is far shorter than the lines below rows."""
    made = Column(Rule(where=HERE), look)
    (box,), (strip,) = made.boxes, strips(made)
    assert (box.rect.x, box.rect.width) == (90, 60)
    assert strip.height > look.style("body").leading
    assert box.rect.y + box.rect.height / 2 == pytest.approx(strip.height / 2)


# -- pictures --------------------------------------------------------------------------------------


def picture(**more: object) -> PictureBlock:
    made = PictureBlock(where=HERE, file="hall.jpg", pixels=(3000, 2000), alt="The hall")
    return replace(made, **more)  # type: ignore[arg-type]


def test_a_picture_keeps_its_proportions_and_says_what_it_shows(look: Look) -> None:
    made = Column(picture(width=0.5), look)
    (figure,) = made.nodes(Role.FIGURE)
    assert figure.alt == "The hall"
    (box,) = made.boxes
    assert (box.owner, box.rect) == (figure, made.boxes[0].rect)
    assert (box.rect.width, box.rect.height) == (120, 80)
    assert [mark.path for mark in box.marks if isinstance(mark, Picture)] == ["hall.jpg"]


def test_an_ornament_is_decoration(look: Look) -> None:
    made = Column(picture(alt=""), look)
    assert made.roles() == []
    assert made.boxes[0].owner is Artifact.DECORATION


def test_the_words_below_a_picture_stay_with_it(look: Look) -> None:
    made = Column(picture(caption=words("Our hall"), credit=words("Picture: a member")), look)
    assert made.roles() == ["Div", "Figure", "Caption", "P"]
    assert made.heard() == "Our hall Picture: a member"
    assert [piece.keep for piece in made.pieces] == [True, True, False]


@pytest.mark.parametrize(
    ("pixels", "severity"),
    [(750, None), (749, Severity.WARNING), (500, Severity.WARNING), (499, Severity.ERROR)],
)
def test_the_press_needs_pixels(pixels: int, severity: Severity | None, look: Look) -> None:
    """240 points are three and a third inches: 750 pixels are 225 an inch, 500 are 150."""
    block = picture(pixels=(pixels, 400), press=True)
    found = [(each.severity, each.where) for each in Column(block, look).diagnostics]
    assert found == ([(severity, HERE)] if severity else [])
    assert not Column(replace(block, press=False), look).codes


def test_faults_have_the_place_of_their_words(look: Look) -> None:
    there = Source("words.md", 9, 2)
    called = (Called(1, "a.note-1", (words("Snow \N{SNOWMAN}"),), there),)
    (fault,) = Column(Footnotes(where=HERE, called=called), look).diagnostics
    assert (fault.code, fault.where) == ("missing-glyph", there)

"""Lists as deep as they go: labels, white space, what stays together, what a reader hears."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.blocks.grid import GridCell
from briefing.blocks.listing import ItemList, Steps, letters, roman
from briefing.blocks.picture import PictureBlock
from briefing.blocks.prose import Paragraph
from briefing.blocks.quotation import Quotation
from briefing.blocks.rule import Rule
from briefing.blocks.verbatim import CodeBlock
from briefing.blocks.written import WrittenTable
from briefing.brand.model import Look
from briefing.drawing import Text
from briefing.layout.pages import Strip
from briefing.structure import Node, Role
from tests.unit.blocks.composed import HERE, Column, text, words

if TYPE_CHECKING:
    from briefing.blocks.model import Block
    from briefing.brand.model import Brand
    from briefing.layout.text import Words

DASH = "\N{EN DASH}"
LONG = words("We were told what had been decided and were then asked what we thought of it. " * 4)


def listed(*items: Words, below: tuple[tuple[Block, ...], ...] = (), **more: object) -> ItemList:
    return ItemList(where=HERE, items=items, below=below, **more)  # type: ignore[arg-type]


def nested(*levels: bool) -> ItemList:
    """Lists of two items in one another, from the outermost in: True for one that counts."""
    inner = (nested(*levels[1:]),) if levels[1:] else ()
    return listed(words("one"), words("two"), below=(inner, ()), ordered=levels[0])


def labels(made: Column) -> list[str]:
    return [text(box) for box in made.boxes if owned(box.owner, Role.LABEL)]


def owned(owner: object, role: Role) -> bool:
    return isinstance(owner, Node) and owner.role is role


def test_each_level_has_a_bullet_of_its_own(look: Look) -> None:
    made = Column(nested(False, False, False, False), look)  # noqa: FBT003 - levels read best so
    assert labels(made) == ["•", DASH, "·", "•", "•", "·", DASH, "•"]
    assert [each.numbering for each in made.nodes(Role.LIST)] == ["Disc"] * 4


def test_numbers_become_letters_then_roman(look: Look) -> None:
    made = Column(nested(True, True, True), look)  # noqa: FBT003
    assert labels(made) == ["1.", "a.", "i.", "ii.", "b.", "2."]
    assert [each.numbering for each in made.nodes(Role.LIST)] == [
        "Decimal",
        "LowerAlpha",
        "LowerRoman",
    ]


def test_bullets_and_numbers_count_their_levels_apart(look: Look) -> None:
    made = Column(nested(True, False, True, False), look)  # noqa: FBT003
    assert labels(made) == ["1.", "•", "a.", DASH, DASH, "b.", "•", "2."]


def test_a_list_begins_where_its_author_says(look: Look) -> None:
    made = Column(listed(*[words("x")] * 3, ordered=True, start=9, delimiter=")"), look)
    assert labels(made) == ["9)", "10)", "11)"]


def test_no_quotation_mark_hangs_into_the_white_behind_a_bullet(look: Look) -> None:
    made = Column(listed(words("\u201cWhy?\u201d they asked."), words("Nobody knows.")), look)
    marks = [
        box.rect.x + mark.x
        for box in made.boxes
        if owned(box.owner, Role.BODY)
        for mark in box.marks
        if isinstance(mark, Text)
    ]
    assert len(set(marks)) == 1


def test_numbers_end_on_one_line_and_large_numerals_begin_on_one(look: Look) -> None:
    made = Column(listed(*[words("x")] * 3, ordered=True, start=9), look)
    ends = {round(box.rect.right, 3) for box in made.boxes if owned(box.owner, Role.LABEL)}
    assert len(ends) == 1
    steps = Column(Steps(where=HERE, items=(words("x"),) * 11), look)
    starts = {box.rect.x for box in steps.boxes if owned(box.owner, Role.LABEL)}
    assert starts == {0.0}


def test_numerals_of_short_steps_keep_apart(look: Look) -> None:
    made = Column(Steps(where=HERE, items=(words("One."), words("Two."))), look, width=300)
    first, second = (strip for strip in made.pieces if isinstance(strip, Strip))
    numeral = max(box.rect.bottom for box in first.boxes)
    assert first.height + first.gap - numeral >= look.style("steps").gap / 2 - 0.01
    assert second.boxes


def test_what_stands_below_is_inside_the_item(look: Look) -> None:
    more = Paragraph(where=HERE, words=words("And more."))
    made = Column(listed(words("One."), below=((more, nested(False)),)), look)  # noqa: FBT003
    assert made.roles()[:5] == ["L", "LI", "Lbl", "LBody", "P"]
    assert made.heard() == "One. And more. one two"
    (body, *_) = made.nodes(Role.BODY)
    assert [each.role for each in body.children] == [Role.PARAGRAPH, Role.PARAGRAPH, Role.LIST]
    starts = [box.rect.x for box in made.boxes if owned(box.owner, Role.PARAGRAPH)]
    assert len(set(starts)) == 1
    style = look.style("list")
    assert all(
        mark.run.size == style.size
        for box in made.boxes
        for mark in box.marks
        if isinstance(mark, Text)
    )


def test_an_item_may_begin_with_something_else_than_words(look: Look) -> None:
    quoted = Quotation(where=HERE, parts=(Paragraph(where=HERE, words=words("Said.")),))
    made = Column(listed((), below=((quoted,),)), look)
    assert labels(made) == ["•"]
    assert made.heard() == "Said."
    empty = Column(listed(()), look)
    assert labels(empty) == ["•"]


def test_a_column_may_end_between_items_and_within_long_ones(look: Look) -> None:
    made = Column(listed(LONG, words("Short."), LONG), look)
    keeps = [piece.keep for piece in made.pieces]
    lines = keeps.index(False, keeps.index(False) + 1) if keeps[0] else 0
    assert keeps[0], "the first two lines stay together"
    assert lines
    begins = [
        place
        for place, piece in enumerate(made.pieces)
        if isinstance(piece, Strip) and any(owned(box.owner, Role.LABEL) for box in piece.boxes)
    ]
    assert len(begins) == 3
    assert not any(keeps[place - 1] for place in begins)


def test_the_words_before_an_inner_list_stay_with_it(look: Look) -> None:
    made = Column(nested(False, False), look)  # noqa: FBT003
    assert [piece.keep for piece in made.pieces] == [True, False, False, False]


def test_a_loose_list_has_more_white_space_and_an_inner_one_less(civic: Brand) -> None:
    look = Look(civic, civic.formats["slide"], civic.schemes["paper"])
    tight, loose = (
        Column(listed(words("a"), words("b"), loose=loose), look) for loose in (False, True)
    )
    inner = Column(nested(False, False), look)  # noqa: FBT003
    gap = look.style("list").gap
    assert tight.pieces[0].gap == gap
    assert loose.pieces[0].gap > gap
    assert inner.pieces[1].gap < gap
    assert inner.pieces[2].gap == gap, "below the last item of the inner list"


def test_where_items_stand_close_those_of_a_loose_list_are_as_far_apart_as_paragraphs(
    look: Look,
) -> None:
    loose = Column(listed(words("a"), words("b"), loose=True), look)
    assert not look.style("list").gap
    assert loose.pieces[0].gap == look.style("body").gap
    assert listed(words("a")).gap_style == "body", "white stands below the list all the same"


def test_a_list_in_a_quotation_is_quoted_as_well(look: Look) -> None:
    made = Column(Quotation(where=HERE, parts=(listed(words("a")),)), look)
    style = look.style("quotation")
    (body,) = (box for box in made.boxes if owned(box.owner, Role.BODY))
    (mark,) = body.marks
    assert isinstance(mark, Text)
    assert (mark.run.face, mark.colour) == (style.roman.name, look.colour(style.colour))


def test_lists_deeper_than_their_column_is_wide_are_told(look: Look) -> None:
    made = Column(nested(*[False] * 8), look, width=60)
    assert set(made.codes) == {"too-wide"}
    assert all(isinstance(piece, Strip) for piece in made.pieces)


def deep(block: Block) -> Block:
    for _ in range(8):
        block = ItemList(where=HERE, items=((),), below=((block,),))
    return block


CELL = GridCell((), HERE)
DEEP = (
    PictureBlock(where=HERE, file="hall.png", pixels=(300, 200), alt="Hall", caption=words("So")),
    PictureBlock(where=HERE, file="hall.png", pixels=(300, 200), alt="Hall", width=0.05),
    Rule(where=HERE),
    CodeBlock(where=HERE, text="a b"),
    Quotation(where=HERE, parts=(Rule(where=HERE),)),
    WrittenTable(where=HERE, head=(CELL, CELL), rows=((CELL, CELL),)),
)


@pytest.mark.parametrize("block", DEEP, ids=lambda each: each.kind)
def test_whatever_stands_deeper_than_its_column_is_wide_is_told(block: Block, look: Look) -> None:
    word = Paragraph(where=HERE, words=words("a"))
    indents = [box.rect.x for box in Column(deep(word), look).boxes]
    for width in (10, 60, max(indents) - 0.2, max(indents), max(indents) + 0.2):
        made = Column(deep(block), look, width=width)
        assert set(made.codes) == {"too-wide"}
        assert all(box.rect.width >= 0 for box in made.boxes)
        assert all(piece.height >= 0 for piece in made.pieces if isinstance(piece, Strip))


@pytest.mark.parametrize("count", [1, 4])
def test_a_large_numeral_takes_room_of_its_own_whatever_white_space_follows(
    count: int, look: Look
) -> None:
    made = Column(Steps(where=HERE, items=(words("and"),) * count), look)
    strips = [piece for piece in made.pieces if isinstance(piece, Strip)]
    assert len(strips) == count
    for strip in strips:
        assert max(box.rect.bottom for box in strip.boxes) <= strip.height
    assert all(strip.gap >= 0 for strip in strips)


@pytest.mark.parametrize(
    ("number", "signs"),
    [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba"), (702, "zz"), (703, "aaa"), (0, "0")],
)
def test_letters(number: int, signs: str) -> None:
    assert letters(number) == signs


@pytest.mark.parametrize(
    ("number", "signs"),
    [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (1999, "mcmxcix"), (3999, "mmmcmxcix")],
)
def test_roman_numerals(number: int, signs: str) -> None:
    assert roman(number) == signs


def test_roman_numerals_end_where_they_do() -> None:
    assert (roman(0), roman(4000)) == ("0", "4000")

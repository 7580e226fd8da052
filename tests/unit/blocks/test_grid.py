"""Tables of any cells: widths, sides, what is kept together, heads that are printed again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.blocks.grid import GridCell
from briefing.blocks.table import TableBlock
from briefing.blocks.written import WrittenTable
from briefing.diagnostics import Source
from briefing.hyphens import SOFT_HYPHEN
from briefing.layout.pages import Strip
from briefing.layout.text import Span
from briefing.structure import Artifact, Node, Role
from tests.unit.blocks.composed import HERE, Column, text, words
from tests.unit.charts.tabled import KNOWS

if TYPE_CHECKING:
    from briefing.blocks.model import Block
    from briefing.brand.model import Look
    from briefing.drawing import Rect

LONG = "what had been decided before anybody was asked what they thought of it"


def row(*cells: str, aligns: str = "") -> tuple[GridCell, ...]:
    sides = {"l": "left", "r": "right", "c": "centre"}
    aligns = aligns or "l" * len(cells)
    return tuple(
        GridCell(words(each) if each else (), Source("words.md", 5, place), sides[side])
        for place, (each, side) in enumerate(zip(cells, aligns, strict=True), start=1)
    )


def table(*rows: tuple[GridCell, ...], caption: str = "", **more: object) -> WrittenTable:
    head, *body = rows
    made = WrittenTable(where=HERE, head=head, rows=tuple(body))
    return replace(made, caption=words(caption) if caption else (), **more)  # type: ignore[arg-type]


def rows_of(count: int) -> WrittenTable:
    body = [row(f"Row {place}", "x") for place in range(count)]
    return table(row("Who", "What"), *body, caption="A caption")


def strips(made: Column) -> list[Strip]:
    return [piece for piece in made.pieces if isinstance(piece, Strip)]


def cell(made: Column, wanted: str) -> Rect:
    (box,) = (box for box in made.boxes if text(box) == wanted)
    return box.rect


# -- structure -------------------------------------------------------------------------------------


def test_a_table_is_caption_heads_and_rows(look: Look) -> None:
    made = Column(table(row("Who", "What"), row("All", "that"), caption="A caption"), look)
    assert made.roles() == [
        *("Table", "Caption", "THead", "TR", "TH", "TH"),
        *("TBody", "TR", "TD", "TD"),
    ]
    assert made.heard() == "A caption Who What All that"
    assert {each.scope for each in made.nodes(Role.HEAD)} == {"Column"}


def test_an_empty_corner_makes_the_first_column_heads(look: Look) -> None:
    plain = table(row("", "What"), row("All", "that"))
    assert [each.scope for each in Column(plain, look).nodes(Role.HEAD)] == [
        "Column",
        "Row",
    ]
    assert len(Column(replace(plain, heads="columns"), look).nodes(Role.HEAD)) == 1
    full = table(row("Who", "What"), row("All", "that"))
    assert len(Column(full, look).nodes(Role.HEAD)) == 2
    assert len(Column(replace(full, heads="both"), look).nodes(Role.HEAD)) == 3


def test_a_head_without_words_is_not_printed(look: Look) -> None:
    made = Column(table(row("", ""), row("All", "that")), look)
    assert made.roles() == ["Table", "TBody", "TR", "TH", "TD"]
    assert not any(strip.head for strip in strips(made))


def test_hairlines_are_decoration_and_as_wide_as_the_table(look: Look) -> None:
    made = Column(table(row("Who", "What"), row("All", "that"), width=0.5), look)
    rules = [box.rect for box in made.boxes if box.owner is Artifact.DECORATION]
    assert [rule.width for rule in rules] == pytest.approx([120.0, 120.0])


# -- widths ----------------------------------------------------------------------------------------


def test_a_column_is_as_wide_as_its_words_want(look: Look) -> None:
    made = Column(table(row("A", "B"), row("x", LONG), row("y", "z")), look)
    assert cell(made, "z").x < 60
    assert not made.codes


@pytest.mark.parametrize("short", ["Item k", "A few of us", "no answer yet"])
def test_a_short_column_is_not_broken_to_spare_a_long_one(short: str, look: Look) -> None:
    made = Column(table(row("A", "B", "C"), row(short, LONG * 3, "last")), look)
    assert cell(made, short)
    assert not made.codes


def test_a_column_never_breaks_a_word_while_there_is_room_for_it(look: Look) -> None:
    made = Column(table(row("Responsibilities", "B"), row(LONG, LONG), row("x", "y")), look)
    assert cell(made, "Responsibilities")
    assert not made.codes


def test_columns_of_like_words_are_like_wide(look: Look) -> None:
    made = Column(table(row("one", "two", "one"), row("one", "two", "one"), width=1.0), look)
    starts = sorted({round(box.rect.x, 2) for box in made.boxes if text(box)})
    assert len(starts) == 3
    assert starts[2] < 200


def test_figures_end_on_one_line(look: Look) -> None:
    made = Column(
        table(
            row("A", "B", aligns="lr"), row("x", "1", aligns="lr"), row("y", "1,000", aligns="lr")
        ),
        look,
    )
    ends = {round(cell(made, each).right, 3) for each in ("B", "1", "1,000")}
    assert ends == {240.0}


def test_heads_of_few_lines_stand_on_the_hairline(look: Look) -> None:
    made = Column(table(row("A", LONG), row("x", "y")), look, width=160)
    top = strips(made)[0]
    lines = [box.rect.bottom for box in top.boxes if isinstance(box.owner, Node)]
    assert cell(made, "A").bottom == pytest.approx(max(lines))


def test_long_words_are_divided_where_they_would_stick_out_and_only_there(look: Look) -> None:
    def english(*cells: str) -> tuple[GridCell, ...]:
        spans = ((Span(each, language="en-GB"),) for each in cells)
        return tuple(GridCell(each, HERE) for each in spans)

    rows = english("responsibilities", "considerations"), english("understanding", "together")
    narrow, wide = (Column(table(*rows), look, width=width) for width in (90, 240))
    ends = [[text(box)[-1:] for box in made.boxes] for made in (narrow, wide)]
    assert SOFT_HYPHEN in ends[0]
    assert SOFT_HYPHEN not in ends[1]
    for made in (narrow, wide):
        assert not made.codes
        assert all(box.rect.right <= made.width + 0.1 for box in made.boxes)


def test_a_table_that_is_too_wide_is_told_once(look: Look) -> None:
    head = row(*["Responsibilities"] * 6)
    made = Column(table(head, head, head), look)
    (fault,) = made.diagnostics
    assert fault.code == "too-wide"
    assert "this table is " in fault.message
    assert (fault.where, bool(fault.hint)) == (HERE, True)


def test_a_character_without_a_glyph_is_told_at_its_cell(look: Look) -> None:
    made = Column(table(row("A", "B"), row("x", "\N{SNOWMAN}")), look)
    (fault,) = made.diagnostics
    assert (fault.code, fault.where) == ("missing-glyph", Source("words.md", 5, 2))


# -- columns and pages -----------------------------------------------------------------------------


@pytest.mark.parametrize("block", [rows_of(5), TableBlock(where=HERE, table=KNOWS)])
def test_heads_alone_are_printed_again(block: Block, look: Look) -> None:
    made = strips(Column(block, look))
    heads = [place for place, strip in enumerate(made) if strip.head]
    assert len(heads) == 1
    assert made[heads[0]].keep


def test_two_rows_stay_together_at_either_end(look: Look) -> None:
    made = strips(Column(rows_of(6), look))
    caption, head, *body = made
    assert caption.keep, "a caption stays with its head"
    assert head.keep, "a head is never alone"
    assert [strip.keep for strip in body] == [True, False, False, False, True, False]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_short_table_is_never_parted(count: int, look: Look) -> None:
    *rest, last = strips(Column(rows_of(count), look))
    assert all(strip.keep for strip in rest)
    assert not last.keep


@pytest.mark.parametrize("count", range(1, 12))
def test_wherever_a_column_may_end_two_rows_stand_on_either_side(count: int, look: Look) -> None:
    made = strips(Column(rows_of(count), look))
    first = 2
    ends = [place for place, strip in enumerate(made[:-1]) if not strip.keep]
    assert ends == list(range(first + 1, first + count - 2))
    assert all(isinstance(piece, Strip) for piece in made), "a row is never split"


def test_a_row_is_as_high_as_its_highest_cell(look: Look) -> None:
    made = Column(table(row("A", "B"), row("x", LONG * 3)), look)
    _, body = strips(made)
    lines = [box for box in body.boxes if isinstance(box.owner, Node) and text(box) != "x"]
    assert len(lines) > 3
    assert body.height >= sum(box.rect.height for box in lines)


def test_words_in_a_cell_keep_their_dress(look: Look) -> None:
    linked = GridCell((Span("here", link="#a"),), HERE)
    made = Column(table((linked,), (replace(linked, words=(Span("so", strong=True),)),)), look)
    assert [each.role for each in made.nodes(Role.HEAD)[0].children] == [Role.LINK]


# -- notes -----------------------------------------------------------------------------------------


def test_notes_go_with_the_last_rows_and_nothing_with_the_notes(look: Look) -> None:
    """Alone at the head of the next column, they stood under heads of columns that hold nothing."""
    noted = replace(KNOWS, notes=("One note that says how to read the figures above.",))
    made = strips(Column(TableBlock(where=HERE, table=noted), look, width=120))
    said = [" ".join(text(box) for box in each.boxes) for each in made]
    first = next(place for place, each in enumerate(said) if "One note" in each)
    assert first < len(made) - 1, "a note of one line proves less"
    assert all(each.keep for each in made[first - 1 : -1])
    assert not made[-1].keep

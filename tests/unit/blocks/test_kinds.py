"""Single kinds of block: their labels, their rows, their captions and what they leave out."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from briefing.blocks.chart import ChartBlock
from briefing.blocks.contents import Contents
from briefing.blocks.disclosure import DisclosureBlock
from briefing.blocks.listing import ItemList, Steps
from briefing.blocks.model import Gallery, Listing, Setting
from briefing.blocks.panel import Callout, Message
from briefing.blocks.prose import Subheading
from briefing.blocks.quote import Quote
from briefing.blocks.table import TableBlock
from briefing.blocks.tabulation import shown
from briefing.brand.styles import AS_DESIGNED, Step
from briefing.charts.bars import Bars
from briefing.charts.donut import Donut
from briefing.charts.number import Number
from briefing.charts.paired import Paired
from briefing.diagnostics import Diagnostics
from briefing.drawing import Link, Text
from briefing.layout.columns import columns
from briefing.layout.pages import Elastic, Strip
from briefing.layout.text import Span
from briefing.layout.units import heads_of
from briefing.structure import Artifact, Node, Role
from briefing.survey.declared import Disclosure
from briefing.survey.model import Comment
from briefing.tables.model import Cell, Head, Measure, Part, Table
from tests.said import strips_of
from tests.unit.blocks.composed import HERE, Column, text, words
from tests.unit.charts.tabled import ASPECTS, KNOWS, composition, multiple, single, suppress
from tests.unit.layout.flowing import fragment, place

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.charts.forms import Form
    from briefing.charts.model import Drawn

LONG = "We were told what had been decided and were then asked what we thought of it. "
ITEMS = (words("One thing."), words(LONG), words("Another."))


# -- lists -----------------------------------------------------------------------------------------


def labels(made: Column) -> list[str]:
    return [text(box) for node in made.nodes(Role.LABEL) for box in made.boxes if box.owner is node]


def test_a_list_has_bullets_and_an_ordered_one_numbers(look: Look) -> None:
    plain = Column(ItemList(where=HERE, items=ITEMS), look)
    ordered = Column(ItemList(where=HERE, items=ITEMS, ordered=True), look)
    assert labels(plain) == ["\N{BULLET}"] * 3
    assert labels(ordered) == ["1.", "2.", "3."]
    assert plain.roles() == ["L", *["LI", "Lbl", "LBody"] * 3]


def test_items_of_a_ruled_list_have_a_hairline_in_the_white_below_them(look: Look) -> None:
    style = replace(look.style("list"), gap=12.0, ruled=True)
    styles = look.format.styles | {"list": style}
    ruled = replace(look, format=replace(look.format, styles=styles))
    made = Column(ItemList(where=HERE, items=ITEMS), ruled)
    rules = [box for box in made.boxes if box.owner is Artifact.DECORATION]
    assert [box.rect.width for box in rules] == [240.0] * 3
    ends = [piece for piece in made.pieces if isinstance(piece, Strip) and piece.gap]
    assert [piece.gap for piece in ends] == [6.0] * 3, "as much white above the next item"
    assert [piece.height for piece in ends] == pytest.approx([style.leading + 6.0] * 3)
    within = Column(
        ItemList(where=HERE, items=ITEMS[:1], below=((ItemList(where=HERE, items=ITEMS),),)), ruled
    )
    assert sum(box.owner is Artifact.DECORATION for box in within.boxes) == 1, "not lists in it"


def test_words_of_a_list_line_up_behind_the_widest_label(look: Look) -> None:
    made = Column(ItemList(where=HERE, items=(words("Short."),) * 10, ordered=True), look)
    starts = {
        round(box.rect.x, 3)
        for box in made.boxes
        if isinstance(box.owner, Node) and box.owner.role is Role.BODY
    }
    assert len(starts) == 1
    assert starts.pop() > max(box.rect.right for box in made.boxes if text(box) == "10.")


def test_steps_have_large_numerals_whose_tops_meet_the_capitals(look: Look) -> None:
    made = Column(Steps(where=HERE, items=ITEMS), look)
    assert labels(made) == ["1", "2", "3"]
    numeral, body = made.boxes[0], made.boxes[1]
    own, style = look.style("steps.numeral"), look.style("steps")
    mark, line = (box.marks[0] for box in (numeral, body))
    assert isinstance(mark, Text)
    assert isinstance(line, Text)
    tops = [
        box.rect.y + run.y - each.size * each.roman.metrics.cap_height / 1000
        for box, run, each in ((numeral, mark, own), (body, line, style))
    ]
    assert tops[0] == pytest.approx(tops[1])


def test_short_steps_keep_room_for_their_numerals(look: Look) -> None:
    style = look.format.styles["steps"]
    tight = replace(look.format, styles={**look.format.styles, "steps": replace(style, gap=0.0)})
    made = Column(Steps(where=HERE, items=(words("Go."),) * 3), replace(look, format=tight))
    numerals = [box for box in made.boxes if text(box).isdigit()]
    assert all(b.rect.y >= a.rect.bottom for a, b in pairwise(numerals))


# -- words that stand out --------------------------------------------------------------------------


def test_a_quotation_is_verbatim_marked_and_attributed(look: Look) -> None:
    comment = Comment("c1", "r1", "q1", "We  were told.", "A leader", consent=True, where=HERE)
    made = Column(Quote(where=HERE, comment=comment), look)
    assert made.roles() == ["BlockQuote", "P", "P"]
    heard = "\N{LEFT DOUBLE QUOTATION MARK}We were told.\N{RIGHT DOUBLE QUOTATION MARK} A leader"
    assert made.heard().replace("\N{LEFT DOUBLE QUOTATION MARK} ", heard[0]) == heard
    assert text(made.boxes[0]) == heard[0]
    assert all(piece.keep for piece in made.pieces[:-1])


def test_a_message_has_a_rule_and_stays_whole(look: Look) -> None:
    made = Column(Message(where=HERE, paragraphs=(words(LONG), words("More."))), look)
    assert made.boxes[0].owner is Artifact.DECORATION
    assert all(piece.keep for piece in made.pieces[:-1])
    assert made.roles() == ["P", "P"]


def test_a_call_out_is_one_strip_on_a_ground_as_large_as_itself(look: Look) -> None:
    made = Column(Callout(where=HERE, paragraphs=(words(LONG),)), look)
    (strip,) = made.pieces
    ground, *rest = made.boxes
    assert ground.ground
    assert (ground.rect.width, ground.rect.height) == (240, strip.height)  # type: ignore[union-attr]
    assert all(ground.rect.holds(box.rect) for box in rest)


@pytest.mark.parametrize(("level", "role"), [(1, "H1"), (2, "H2"), (4, "H4"), (6, "H4")])
def test_a_subheading_has_its_level_and_stays_with_what_follows(
    level: int, role: str, look: Look
) -> None:
    made = Column(Subheading(where=HERE, words=words("A heading"), level=level, anchor="a"), look)
    assert made.roles() == [role]
    assert all(piece.keep for piece in made.pieces)
    assert [box.anchor for box in made.boxes] == ["a"]


# -- charts ----------------------------------------------------------------------------------------


def test_a_chart_stands_between_its_question_and_its_base(look: Look) -> None:
    block = ChartBlock(where=HERE, table=KNOWS, chart=Donut(), paragraphs=(words("How much?"),))
    made = Column(block, look)
    assert made.roles() == ["Div", "Caption", "Figure", "Table", "Note"]
    assert made.heard().startswith("How much? Base: 79 councillors who answered.")
    assert [isinstance(piece, Elastic) for piece in made.pieces].count(True) == 1


def test_the_question_is_the_codebook_s_where_the_page_has_no_words(look: Look) -> None:
    made = Column(ChartBlock(where=HERE, table=KNOWS, chart=Donut()), look)
    assert made.heard().startswith(KNOWS.question)


def test_a_chart_without_question_and_base_is_a_figure_and_its_table(look: Look) -> None:
    block = ChartBlock(where=HERE, table=KNOWS, chart=Donut(), question=False, base=False)
    assert Column(block, look).roles() == ["Div", "Figure", "Table"]


def test_a_table_without_a_question_leaves_no_empty_paragraph(look: Look) -> None:
    made = Column(ChartBlock(where=HERE, table=composition(), chart=Paired()), look)
    owners = {box.owner for box in made.boxes}
    assert all(node in owners for node in made.nodes(Role.PARAGRAPH))


def test_a_picture_of_one_figure_has_its_words_below(look: Look) -> None:
    block = ChartBlock(
        where=HERE,
        table=KNOWS,
        chart=Number(highlight="great_deal"),
        paragraphs=(words("know a great deal"),),
    )
    made = Column(block, look)
    assert made.roles() == ["Div", "Figure", "Caption"]
    assert block.kinds == ("chart.number", "figure")
    assert made.heard() == "know a great deal"


def test_a_figure_tells_its_data_unless_the_author_does(look: Look) -> None:
    block = ChartBlock(where=HERE, table=KNOWS, chart=Donut())
    (figure,) = Column(block, look).nodes(Role.FIGURE)
    assert "58" in figure.alt
    (other,) = Column(replace(block, alt="A ring."), look).nodes(Role.FIGURE)
    assert other.alt == "A ring."


def test_a_chart_that_its_table_does_not_suit_is_told_where_it_is_written(look: Look) -> None:
    made = Column(ChartBlock(where=HERE, table=multiple(), chart=Donut()), look)
    assert made.pieces == ()
    assert made.roles() == []
    assert [(each.code, each.where) for each in made.diagnostics] == [("unsuited-chart", HERE)]


def test_equal_charts_are_laid_out_once_and_drawn_once_a_height(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A chart is measured, tried at several heights and drawn: to lay it out is what takes long."""
    planned: list[float] = []
    drawn: list[float] = []
    plan = Bars.plan

    def counted(self: Bars, table: Table, width: float, look: Look) -> Form:
        planned.append(width)
        form = plan(self, table, width, look)

        class Counted:
            extent = staticmethod(form.extent)

            def draw(self, height: float) -> Drawn:
                drawn.append(height)
                return form.draw(height)

        return Counted()

    monkeypatch.setattr(Bars, "plan", counted)
    gallery = Gallery()
    for _ in range(2):
        setting = Setting(240, look, Node(Role.SECTION), Diagnostics(), (), gallery)
        block = ChartBlock(where=HERE, table=ASPECTS, chart=Bars())
        for piece in block.compose(setting):
            if isinstance(piece, Elastic):
                piece.draw(piece.least)
                piece.draw(piece.most)
    assert planned == [240]
    assert len(drawn) == len(set(drawn)) == 2


# -- tables ----------------------------------------------------------------------------------------


def cells(made: Column) -> list[list[str]]:
    by_owner = {box.owner: text(box) for box in made.boxes if isinstance(box.owner, Node)}
    return [[by_owner.get(cell, "") for cell in row.children] for row in made.nodes(Role.ROW)]


def test_a_table_has_heads_figures_and_bases(look: Look) -> None:
    made = Column(TableBlock(where=HERE, table=KNOWS), look)
    found = cells(made)
    assert found[0] == ["", "All respondents"]
    assert found[1:3] == [["At least a fair amount", "91%"], ["A great deal", "33%"]]
    assert found[-1] == ["Base", "79"]
    scopes = [
        (cell.role.value, cell.scope) for row in made.nodes(Role.ROW) for cell in row.children
    ]
    assert scopes[:4] == [("TD", ""), ("TH", "Column"), ("TH", "Row"), ("TD", "")]


@pytest.mark.parametrize(("table", "cells"), [(KNOWS, {"great_deal"}), (ASPECTS, None)])
def test_a_base_in_a_table_says_whose_it_is(
    table: Table, cells: set[str] | None, look: Look
) -> None:
    """Of a single question it named no cell, and the ledger had a row that pointed nowhere."""
    made = Column(TableBlock(where=HERE, table=table), look)
    marks = [mark for box in made.boxes for mark in box.marks if isinstance(mark, Text)]
    bases = [each.number for each in marks if each.number and each.number.kind == "base"]
    known = {table.path(row, column) for row, column, _ in table}
    assert {each.cell for each in bases} <= known
    assert len({each.cell for each in bases}) == len(table.rows)
    assert cells is None or {each.cell for each in bases} == cells


def test_figures_stand_closer_where_that_spares_labels_their_second_lines(look: Look) -> None:
    made = Column(TableBlock(where=HERE, table=KNOWS), look, width=200)
    heads = [
        box.owner for box in made.boxes if isinstance(box.owner, Node) and box.owner.scope == "Row"
    ]
    assert len(heads) == len(set(heads)) == len(cells(made)) - 1


def test_nets_can_be_left_out_and_counts_added(look: Look) -> None:
    made = Column(TableBlock(where=HERE, table=KNOWS, nets=False, counts=True), look)
    found = cells(made)
    assert ["A great deal", "33%\N{NO-BREAK SPACE}(26)"] in found
    assert not any("At least" in row[0] for row in found)


def test_a_net_stands_in_bold_before_the_answers_that_it_counts(look: Look) -> None:
    made = Column(TableBlock(where=HERE, table=KNOWS), look)
    bold = look.style("table.body").bold.name
    first = {
        text(box): (box.rect.x, mark.run.face == bold)
        for box in made.boxes
        for mark in box.marks[:1]
        if isinstance(mark, Text) and isinstance(box.owner, Node) and box.owner.scope == "Row"
    }
    x, is_bold = first["At least a fair amount"]
    assert is_bold
    indented, is_bold = first["A great deal"]
    assert indented == pytest.approx(x + 0.8 * look.style("table.body").size)
    assert not is_bold
    assert first["Nothing at all"] == (x, False)


def test_answers_across_have_the_items_down_the_side(look: Look) -> None:
    block = TableBlock(where=HERE, table=ASPECTS, answers="across", counts=True)
    assert block.kinds[0] == "table.across"
    made = Column(block, look, width=720)
    down = cells(Column(replace(block, answers="down"), look, width=720))
    figures, turned = ([row[1:] for row in each[1:]] for each in (cells(made), down))
    assert figures == [list(each) for each in zip(*turned, strict=True)]
    over = [
        box.rect
        for box in made.boxes
        if box.owner is Artifact.DECORATION and box.rect.y < 4 and box.rect.width < made.width
    ]
    assert len(over) == len(ASPECTS.nets), "a rule over each net and its answers"


def ends(made: Column, row: int) -> list[float]:
    """Where the figures of a row end, from the second column on."""
    node = made.nodes(Role.ROW)[row]
    by_owner = {box.owner: box.rect.right for box in made.boxes if isinstance(box.owner, Node)}
    return [by_owner[cell] for cell in node.children[1:]]


def test_answers_across_stand_at_one_pitch(look: Look) -> None:
    """At the pitch of their heads' words figures jumped from column to column."""
    made = Column(TableBlock(where=HERE, table=ASPECTS, answers="across"), look, width=900)
    steps = [after - before for before, after in pairwise(ends(made, 1))]
    assert steps == pytest.approx([steps[0]] * len(steps), abs=0.5)


def test_only_what_wants_more_is_wider_than_the_pitch(look: Look) -> None:
    made = Column(TableBlock(where=HERE, table=ASPECTS, answers="across"), look, width=720)
    steps = sorted(after - before for before, after in pairwise(ends(made, 1)))
    assert steps[0] == pytest.approx(steps[2], abs=0.5)
    assert steps[-1] > steps[0] + 1


def test_heads_of_two_lines_do_not_read_as_one(look: Look) -> None:
    """Fairly confident, and Not very or not at all confident, had half a letter between them."""
    made = Column(TableBlock(where=HERE, table=ASPECTS, answers="across"), look, width=720)
    heads = made.nodes(Role.ROW)[0].children[1:]
    own = [[box.rect for box in made.boxes if box.owner is head] for head in heads]
    assert max(len(each) for each in own) == 2
    white = [
        min(rect.x for rect in after) - max(rect.right for rect in before)
        for before, after in pairwise(own)
    ]
    assert min(white) > look.style("table.body").size


def test_what_white_there_is_stands_evenly_between_heads(look: Look) -> None:
    """Those of the first columns touched, and the last ones stood far apart."""
    block = TableBlock(where=HERE, table=ASPECTS, answers="across")
    em, tight = look.style("table.body").size, []
    for width in range(570, 620, 5):
        made = Column(block, look, width=width)
        heads = made.nodes(Role.ROW)[0].children[1:]
        own = [[box.rect for box in made.boxes if box.owner is head] for head in heads]
        white = [
            min(rect.x for rect in after) - max(rect.right for rect in before)
            for before, after in pairwise(own)
        ]
        if 0.65 * em < sum(white) / len(white) < 0.85 * em:
            tight.append(max(white) - min(white))
    assert tight
    assert max(tight) < 0.05 * em


def test_the_head_of_a_row_has_lines_alike(look: Look) -> None:
    """Completely top down (nationally / driven)."""
    heads = tuple(
        Head(f"a{place}", label, Part.ANSWER)
        for place, label in enumerate(("Completely top down (nationally driven)", "Bottom up"))
    )
    block = TableBlock(where=HERE, table=single("q", heads, [4, 3]))
    body = look.style("table.body")
    made = Column(block, look, width=body.run("Completely top down (nationally").width / 0.68)
    head = made.nodes(Role.ROW)[1].children[0]
    lines = [text(box).strip() for box in made.boxes if box.owner is head]
    assert lines == ["Completely top down", "(nationally driven)"]


def test_a_head_hardly_wider_than_its_column_keeps_its_line(look: Look) -> None:
    """To a moderate / extent was broken where all other heads were whole."""
    parts = ("To a great extent", "To a considerable extent", "Not at all", "Do not know")
    heads = tuple(Head(f"a{place}", label, Part.ANSWER) for place, label in enumerate(parts))
    block = TableBlock(where=HERE, table=single("q", heads, [4, 3, 2, 1]), answers="across")
    told = [look.style("table.head").run(each).width for each in parts]
    lines = []
    for width in range(int(4 * max(told)), int(8 * max(told)), 4):
        made = Column(block, look, width=width)
        owners = made.nodes(Role.ROW)[0].children[1:]
        lines.append(max(sum(box.owner is each for box in made.boxes) for each in owners))
    whole = lines.index(1)
    assert (4 * max(told) + 4 * whole) / len(owners) < 1.2 * max(told)
    assert lines[whole:] == [1] * len(lines[whole:])


def test_the_lines_of_a_head_are_as_short_as_they_can_be(look: Look) -> None:
    """A small word was left alone below a line that filled the column."""
    made = Column(TableBlock(where=HERE, table=ASPECTS), look, width=400)
    heads = made.nodes(Role.ROW)[0].children[1:]
    lines = [[text(box).strip() for box in made.boxes if box.owner is head] for head in heads]
    assert lines[0] == ["Commenting", "on proposals"]


def test_brackets_of_counts_stand_below_each_other(look: Look) -> None:
    made = Column(TableBlock(where=HERE, table=KNOWS, counts=True), look)
    numbers = {row[0]: row[1] for row in cells(made)[1:-1]}
    assert numbers["Not very much"] == "9%\N{NO-BREAK SPACE}\N{FIGURE SPACE}(7)"
    assert numbers["A fair amount"] == "58%\N{NO-BREAK SPACE}(46)"


def test_a_table_says_what_was_asked_and_of_whom(look: Look) -> None:
    block = TableBlock(where=HERE, table=KNOWS, paragraphs=((Span("Q1 Knowledge"),),))
    made = Column(replace(block, question=True), look)
    assert made.heard().startswith(f"Q1 Knowledge {KNOWS.question} Base: {KNOWS.base.words}.")
    assert "Base" not in [row[0] for row in cells(made)], "it is told already"
    assert made.roles()[:4] == ["Div", "Caption", "P", "Table"]
    assert ["Base", "79"] in cells(Column(block, look))
    varied = Column(TableBlock(where=HERE, table=ASPECTS, question=True), look, width=480)
    assert cells(varied)[-1][0] == "Base"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Choose up to three", "Choose up to three. Base:"),
        ("Please rate the following:", "Please rate the following. Base:"),
        ("How safe do you feel…", "How safe do you feel… Base:"),
    ],
)
def test_what_was_asked_ends_before_the_base_begins(look: Look, asked: str, told: str) -> None:
    table = replace(KNOWS, question=asked)
    made = Column(TableBlock(where=HERE, table=table, question=True), look)
    assert made.heard().startswith(told)


def test_the_data_of_a_table_rides_along(look: Look) -> None:
    (node,) = Column(TableBlock(where=HERE, table=KNOWS), look).nodes(Role.TABLE)
    assert [each.name for each in node.files] == [f"{KNOWS.id}.csv"]
    assert node.summary == KNOWS.title


@pytest.mark.parametrize(("gap", "part"), [(0.5, -0.5), (1.5, 0.5), (2.0, 1.0), (9.0, 1.0)])
def test_copyfit_takes_in_the_white_of_rows_and_lets_it_out(
    look: Look, gap: float, part: float
) -> None:
    """Twice the white is the most: rows farther apart would be lines of their own."""
    plain, other = (
        Column(TableBlock(where=HERE, table=KNOWS, notes=False), replace(look, step=step)).pieces
        for step in (AS_DESIGNED, Step(gap=gap))
    )
    white = 0.6 * look.style("table.body").size
    grown = [b.height - a.height for a, b in zip(strips_of(plain), strips_of(other), strict=True)]
    assert grown[1:] == pytest.approx([part * white] * len(grown[1:]))


def test_a_figure_of_a_table_carries_its_cell(look: Look) -> None:
    made = Column(TableBlock(where=HERE, table=ASPECTS), look, width=480)
    numbers = [
        mark.number
        for box in made.boxes
        for mark in box.marks
        if isinstance(mark, Text) and mark.number
    ]
    assert "commenting.very_engaged" in [each.cell for each in numbers]
    assert {each.table for each in numbers} == {"q3"}
    assert {each.base for each in numbers} == {base.n for base in ASPECTS.bases}


def test_a_row_that_is_suppressed_shows_its_symbol_and_no_figure(look: Look) -> None:
    hidden = suppress(ASPECTS, 1)
    made = Column(TableBlock(where=HERE, table=hidden), look, width=480)
    column = [row[2] for row in cells(made)[1:]]
    assert set(column) == {"[c]"}


def test_groups_of_a_small_base_are_marked_in_a_table_and_tell_their_counts(look: Look) -> None:
    one, *others = ASPECTS.bases
    table = replace(
        ASPECTS,
        rows=tuple(replace(each, part=Part.GROUP) for each in ASPECTS.rows),
        bases=(replace(one, caution=True), *others),
    )
    made = Column(TableBlock(where=HERE, table=table), look, width=480)
    head, first, *_ = cells(made)
    assert [each.endswith("(small base)") for each in head] == [False, True, *[False] * len(others)]
    assert [each.endswith(")") for each in first] == [False, True, *[False] * len(others)]


def test_cells_are_printed_by_their_measure() -> None:
    head = Head("yes", "Yes", Part.ANSWER)
    assert shown(Cell(None, None, "c"), head) == "[c]"
    assert shown(Cell(None), head) == "\N{EN DASH}"
    assert shown(Cell(Fraction(9, 20), 9), head) == "45%"
    assert shown(Cell(Fraction(9, 20), 9), head, counts=True) == "45%\N{NO-BREAK SPACE}(9)"
    assert (
        shown(Cell(Fraction(1, 3), 9), head, counts=True, decimals=1)
        == "33.3%\N{NO-BREAK SPACE}(9)"
    )
    assert shown(Cell(Fraction(1, 9999), 9), head, decimals=1) == "<0.1%"
    assert shown(Cell(Fraction(9998, 9999), 9), head, decimals=1) == ">99.9%"
    assert shown(Cell(Fraction(9, 20), 9, letters="A C"), head) == "45%\N{NO-BREAK SPACE}A C"
    spent = replace(head, measure=Measure.NUMBER, unit="£", decimals=0)
    assert shown(Cell(Fraction(2501, 2), 9), spent) == "£1,251"
    score = replace(head, measure=Measure.POINTS)
    assert shown(Cell(Fraction(-45, 10)), score) == "\N{MINUS SIGN}5"


# -- lists of the document -------------------------------------------------------------------------

LISTINGS = (
    Listing("Knowledge", "4", "knowledge", 1),
    Listing("Who knows what", "5", "who", 2),
    Listing("Details", "6", "details", 3),
)


def test_contents_are_links_down_to_their_depth(look: Look) -> None:
    made = Column(Contents(where=HERE), look, listings=LISTINGS)
    assert made.roles() == ["TOC", "TOCI", "Link", "TOCI", "Link"]
    assert made.heard() == "Knowledge 4 Who knows what 5"
    found = [mark for box in made.boxes for mark in box.marks if isinstance(mark, Link)]
    assert [(each.target, each.contents) for each in found] == [
        ("#knowledge", "Knowledge, page 4"),
        ("#who", "Who knows what, page 5"),
    ]


def test_a_part_of_the_contents_stays_with_its_first_section(look: Look) -> None:
    made = Column(Contents(where=HERE), look, listings=LISTINGS)
    shown = [each for each in LISTINGS if each.level <= 2]
    wanted = [below.level > each.level for each, below in pairwise(shown)]
    assert True in wanted
    assert [each.keep for each in made.pieces][: len(wanted)] == wanted


def test_a_part_that_goes_on_in_a_column_has_its_heading_there_again(look: Look) -> None:
    sections = [Listing(f"Section {place}", str(place), f"s{place}", 2) for place in range(6)]
    listed = (Listing("Findings", "4", "findings", 1), *sections, Listing("Notes", "9", "n", 1))
    made = Column(Contents(where=HERE), look, listings=listed)
    first, second = columns([fragment(*made.pieces)], place(400, flow=2))
    again = second[0].piece
    assert isinstance(again, Strip)
    assert [text(box) for box in again.boxes if text(box)] == ["Findings, continued"]
    assert {box.owner for box in again.boxes} == {Artifact.HEADER, Artifact.DECORATION}
    assert abs(len(first) - len(second)) <= 1
    assert heads_of(fragment(*made.pieces))[-1] == (), "what follows a part is none of it"
    keeps = [piece.keep for piece in made.pieces]
    assert keeps == [True, *[False] * 4, True, False, False], "no section is left alone"


def test_contents_of_nothing_leave_nothing_in_the_tree(look: Look) -> None:
    made = Column(Contents(where=HERE, depth=1), look, listings=LISTINGS[1:])
    assert (made.pieces, made.roles()) == ((), [])


def test_page_numbers_end_at_the_right_edge(look: Look) -> None:
    made = Column(Contents(where=HERE, depth=3), look, listings=LISTINGS)
    ends = [box.rect.right for box in made.boxes if text(box).strip().isdigit()]
    assert ends == pytest.approx([240.0] * 3)


def test_disclosures_can_be_chosen(look: Look) -> None:
    entries = (
        Disclosure("sponsor", "The council"),
        Disclosure("dates", "In May"),
        Disclosure("invited", not_published="Nobody counted."),
    )
    block = DisclosureBlock(where=HERE, disclosures=entries)
    whole = Column(block, look)
    assert whole.roles() == ["P", "P", "P"]
    assert whole.heard().startswith("Who paid for it. The council When. In May Number invited.")
    assert "Nobody counted." in whole.heard()
    assert Column(replace(block, only="dates"), look).heard() == "When. In May"
    assert Column(replace(block, without="sponsor invited"), look).heard() == "When. In May"

"""A chart's block on its pages: in parts, beside others, and what it tells of figures left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.blocks.chart import ChartBlock
from briefing.blocks.model import Setting
from briefing.blocks.sisters import alike, stacked
from briefing.charts.bars import Bars
from briefing.charts.columns import Columns
from briefing.charts.donut import Donut
from briefing.charts.number import Number
from briefing.charts.ranked import Ranked
from briefing.diagnostics import Diagnostics
from briefing.drawing import Shape, Text
from briefing.layout.pages import Elastic, Fragment, Strip
from briefing.layout.text import plain
from briefing.structure import Node, Role
from briefing.tables.places import at_places, in_counts
from tests.unit.blocks.composed import HERE, Column, words
from tests.unit.charts import tabled
from tests.unit.charts.ink import outline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.model import Look
    from briefing.charts.forms import Form
    from briefing.charts.model import Chart
    from briefing.layout.pages import Box
    from briefing.tables.model import Table

LEADERS = ChartBlock(where=HERE, chart=Bars(highlight="ccgs.agree"), table=tabled.LEADERS)


def setting(look: Look, width: float) -> Setting:
    return Setting(width, look, Node(Role.SECTION), Diagnostics())


def needed(block: ChartBlock, look: Look, width: float) -> float:
    """The least height that a block takes."""
    return Fragment("chart", block.where, Column(block, look, width).pieces).least


@pytest.mark.parametrize(
    "chart", [Donut(highlight="agree"), Bars(highlight="agree"), Columns(highlight="agree")]
)
def test_a_chart_in_counts_tells_no_percentage(chart: Chart, look: Look) -> None:
    few = tabled.single("q", tabled.AGREES.columns, (1, 6, 0, 3, 2), diverging=True)
    block = ChartBlock(where=HERE, chart=chart, table=in_counts(few))
    column = Column(block, look, 420)
    alt = column.nodes(Role.FIGURE)[0].alt
    assert "7 of 12" in alt
    assert "per cent" not in alt
    printed = [mark for box in drawn(column) for mark in box.marks if isinstance(mark, Text)]
    assert {mark.number.kind for mark in printed if mark.number} == {"count"}
    assert not any("%" in mark.run.text for mark in printed)


def drawn(column: Column) -> list[Box]:
    """The boxes of a chart at its least height."""
    elastic = [piece for piece in column.pieces if isinstance(piece, Elastic)]
    return [box for piece in elastic for strip in piece.draw(piece.least) for box in strip.boxes]


def test_charts_below_each_other_share_out_white_by_their_bars(look: Look) -> None:
    """So the bars of all of them are about as thick, however many each has."""
    few = tuple(head.id for head in tabled.LEADERS.rows[:3])
    other = replace(LEADERS, chart=Bars(highlight="ccgs.agree", only=" ".join(few)))
    blocks = stacked((LEADERS, other))
    pieces = [piece for block in blocks for piece in Column(block, look, 480).pieces]
    shares = [piece.share for piece in pieces if isinstance(piece, Elastic)]
    assert shares == [len(tabled.LEADERS.rows), 3]
    assert stacked((LEADERS,)) == (LEADERS,), "one alone has no other to be like"


# -- parts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.9, 0.6, 0.45])
def test_each_part_fits_the_room_and_asks_the_question(look: Look, share: float) -> None:
    room = needed(LEADERS, look, 240) * share
    parts = LEADERS.parts(room, setting(look, 240))
    assert len(parts) > 1
    for place, part in enumerate(parts, start=1):
        assert needed(part, look, 240) <= room + 0.01
        heard = Column(part, look, 240).heard()
        assert tabled.LEADERS.question in heard
        goes_on = f"({place} of {len(parts)})"
        assert (goes_on if place == 1 else goes_on.replace("(", "(continued, ")) in heard
        assert "Base: Respondent base." in heard, "no star is heard"


def test_each_part_tells_its_own_rows_aloud(look: Look) -> None:
    parts = LEADERS.parts(needed(LEADERS, look, 240) * 0.6, setting(look, 240))
    alts = [Column(part, look, 240).nodes(Role.FIGURE)[0].alt for part in parts]
    assert "highest Clinical commissioning groups" in alts[0]
    assert "Clinical commissioning groups" not in alts[-1]
    own = replace(LEADERS, alt="Bars of seven bodies.")
    told = [Column(each, look, 240) for each in own.parts(300, setting(look, 240))]
    assert [each.nodes(Role.FIGURE)[0].alt for each in told] == [
        "Bars of seven bodies. (1 of 2)",
        "Bars of seven bodies. (continued, 2 of 2)",
    ]


def test_a_caption_goes_on_where_the_words_have_one(look: Look) -> None:
    block = replace(LEADERS, paragraphs=(words("Seven bodies, and how well they work with us"),))
    second = block.parts(300, setting(look, 240))[1]
    assert plain(second._question()[0]) == (
        "Seven bodies, and how well they work with us (continued, 2 of 2)"
    )
    silent = replace(LEADERS, question=False)
    assert plain(silent.parts(300, setting(look, 240))[1]._question()[0]) == "(continued, 2 of 2)"


def test_measuring_parts_leaves_no_trace_in_the_tree(look: Look) -> None:
    place = setting(look, 240)
    LEADERS.parts(300, place)
    assert place.parent.children == []
    assert list(place.diagnostics) == []


def test_a_block_that_fits_or_cannot_be_drawn_stays_whole(look: Look) -> None:
    assert LEADERS.parts(2000, setting(look, 240)) == (LEADERS,)
    ring = replace(LEADERS, chart=Donut())
    assert ring.parts(10, setting(look, 240)) == (ring,), "a ring of a grid is told when composed"


def test_what_cannot_be_drawn_is_found_out_once(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine asks hundreds of times, for each arrangement and size."""
    asked = []

    def plan(self: Donut, table: Table, width: float, look: Look) -> Form:
        asked.append(width)
        return laid_out(self, table, width, look)

    laid_out = Donut.plan
    monkeypatch.setattr(Donut, "plan", plan)
    place = setting(look, 240)
    ring = replace(LEADERS, chart=Donut())
    assert ring.compose(place) == ring.compose(place) == ()
    assert [each.code for each in place.diagnostics] == ["unsuited-chart"]
    assert len(asked) == 1


def test_a_picture_of_no_one_figure_is_answered_with_an_example_to_write(look: Look) -> None:
    place = setting(look, 240)
    assert replace(LEADERS, chart=Number(highlight="agree")).compose(place) == ()
    (fault,) = place.diagnostics
    assert fault.hint.startswith("Write for example highlight=ccgs.agree: ")


# -- without a figure ------------------------------------------------------------------------------

NOBODY = tabled.single("nobody", tabled.AGREEMENT, (0,) * 5)
HIDDEN = tabled.suppress(tabled.AGREES, 0)


def test_a_question_nobody_answered_is_words_and_no_chart(look: Look) -> None:
    column = Column(ChartBlock(where=HERE, chart=Bars(), table=NOBODY), look)
    assert column.heard().split("Base:")[0].strip() == (
        f"{NOBODY.question} No responses to this question."
    )
    assert not column.nodes(Role.FIGURE)
    assert not any(isinstance(mark, Shape) for box in column.boxes for mark in box.marks)
    assert not any(isinstance(each, Elastic) for each in column.pieces), "it asks for no room"


@pytest.mark.parametrize("chart", [Bars(), Columns(), Donut(), Number(highlight="agree")])
def test_what_is_all_suppressed_is_words_that_say_why(look: Look, chart: Chart) -> None:
    caption = words("of councillors agree")
    block = ChartBlock(where=HERE, chart=chart, table=HIDDEN, paragraphs=(caption,))
    column = Column(block, look, 400)
    heard = column.heard()
    assert heard.startswith(
        "of councillors agree No figures are shown: suppressed to protect confidentiality."
    )
    assert not column.nodes(Role.FIGURE)
    assert block.parts(1, setting(look, 240)) == (block,), "words are in no parts of a chart"


def test_a_table_with_one_figure_is_drawn(look: Look) -> None:
    rows: dict[str, tuple[str, Sequence[int]]] = {
        "a": ("First", (5, 5, 0, 0, 0)),
        "b": ("Second", (0, 0, 0, 0, 0)),
    }
    table = tabled.grid("two", tabled.AGREEMENT, rows)
    column = Column(ChartBlock(where=HERE, chart=Bars(), table=table), look, 300)
    assert len(column.nodes(Role.FIGURE)) == 1


# -- side by side ----------------------------------------------------------------------------------


def reach(boxes: list[Box], height: float) -> tuple[float, float]:
    """From left to right, the coloured shapes of a drawn chart that are higher than a swatch."""
    found = [
        outline(mark)
        for box in boxes
        for mark in box.marks
        if isinstance(mark, Shape) and mark.fill
    ]
    tall = [
        each for each in found if max(y for _, y in each) - min(y for _, y in each) > height / 9
    ]
    xs = [x for each in tall for x, _ in each]
    return round(min(xs), 3), round(max(xs), 3)


@pytest.mark.parametrize(
    ("chart", "tables", "width"),
    [
        (Donut(), (tabled.CONFIDENT, tabled.AGREES), 409.0),
        (Columns(), (tabled.CONFIDENT, tabled.AGREES), 246.6),
    ],
)
def test_charts_beside_each_other_are_drawn_alike(
    look: Look, chart: Chart, tables: tuple[Table, Table], width: float
) -> None:
    paths = ("confident", "disagree")
    blocks = [
        ChartBlock(where=HERE, chart=replace(chart, highlight=path), table=table)
        for path, table in zip(paths, tables, strict=True)
    ]

    def reaches(made: tuple[ChartBlock, ...]) -> list[tuple[float, float]]:
        found = []
        for block in made:
            elastic = [
                piece for piece in Column(block, look, width).pieces if isinstance(piece, Elastic)
            ]
            strips = elastic[0].draw(230.0)
            found.append(reach([box for strip in strips for box in strip.boxes], 230))
        return found

    alone, together = reaches(tuple(blocks)), reaches(alike(blocks))  # type: ignore[arg-type]
    assert alone[0] != alone[1], "or there were nothing to see"
    assert together[0] == pytest.approx(together[1], abs=0.1)


def test_only_charts_of_one_kind_are_alike() -> None:
    blocks = [replace(LEADERS, chart=chart) for chart in (Donut(), Donut(), Bars())]
    made = alike(blocks)
    assert [len(each.alongside) for each in made if isinstance(each, ChartBlock)] == [1, 1, 0]


# -- figures left out ------------------------------------------------------------------------------


def heard(column: Column) -> list[list[str]]:
    """The rows of the table that is heard of a chart, as their cells say them."""
    printed: dict[Node, str] = {}
    for box in column.boxes:
        for owner, marks in box.owners():
            if isinstance(owner, Node):
                told = "".join(mark.run.text for mark in marks if isinstance(mark, Text))
                printed[owner] = printed.get(owner, "") + told

    def says(cell: Node) -> str:
        return "".join(node.says or printed.get(node, "") for node in cell.walk())

    return [[says(cell) for cell in row.children] for row in column.nodes(Role.ROW)]


def test_a_chart_is_heard_as_a_table_with_the_figures_for_which_it_has_no_room(look: Look) -> None:
    few = (1, 60, 60, 1, 2)
    table = tabled.grid("q", tabled.AGREEMENT, {"a": ("One", few), "b": ("Two", few)})
    column = Column(replace(LEADERS, chart=Bars(), table=table), look, 240)
    head, *rows = heard(column)
    answers = [each.label for each in tabled.AGREEMENT[:5]]
    assert head == ["Item", *answers, "Combined: Agree"]
    assert rows == [[item, "1%", "48%", "48%", "1%", "2%", "49%"] for item in ("One", "Two")]
    scopes = [[cell.scope for cell in row.children] for row in column.nodes(Role.ROW)]
    assert scopes[0] == ["Column"] * 7
    assert scopes[1] == ["Row", *[""] * 6]


def test_what_a_chart_prints_is_the_content_of_the_cells(look: Look) -> None:
    column = Column(LEADERS, look, 340)
    boxes, (figure,) = column.boxes, column.nodes(Role.FIGURE)
    cells = {each for row in column.nodes(Role.ROW) for each in row.walk()}
    for box in boxes:
        for owner, marks in box.owners():
            for mark in marks:
                if isinstance(mark, Text) and mark.number:
                    assert owner in cells, mark.run.text
                if isinstance(mark, Shape):
                    assert owner is figure


def test_a_figure_of_nothing_but_words_keeps_a_place_of_its_own(look: Look) -> None:
    """Bars of nought are no shapes, and every word is a cell's; the figure is told of somewhere."""
    none = (0, 60, 60, 1, 2)
    table = tabled.grid("q", tabled.AGREEMENT, {"a": ("One", none), "b": ("Two", none)})
    chart = Ranked(show="strongly_agree")
    column = Column(replace(LEADERS, chart=chart, table=table), look, 240)
    (figure,) = column.nodes(Role.FIGURE)
    owners = [owner for box in column.boxes for owner, marks in box.owners() if marks]
    assert figure in owners


def test_a_chart_drawn_twice_has_one_table(look: Look) -> None:
    column = Column(LEADERS, look, 340)
    assert heard(column) == heard(column)


def test_the_data_ride_along_once_with_all_charts_of_a_table(look: Look) -> None:
    (bars,) = Column(LEADERS, look, 340).nodes(Role.FIGURE)
    number = replace(LEADERS, chart=Number(highlight="ccgs.agree"))
    (figure,) = Column(number, look, 340).nodes(Role.FIGURE)
    assert bars.files == figure.files
    assert bars.files[0].name == f"{LEADERS.table.id}.csv"
    assert number.chart.heard(number.table) is None, "its words say the figure"


@pytest.mark.parametrize(
    ("alt", "codes"),
    [
        ("how far do they agree", ["alternative-repeats"]),
        ("How far do they agree: leaders\u2019 view?", []),
        ("HOW FAR \N{EN DASH} do they\N{NO-BREAK SPACE}agree!", ["alternative-repeats"]),
        ("A word. " * 40, ["long-alternative"]),
        ("Seven in ten agree of the groups.", []),
    ],
)
def test_an_alternative_text_is_short_and_no_copy_of_the_caption(
    alt: str, codes: list[str], look: Look
) -> None:
    block = replace(LEADERS, alt=alt.strip(), paragraphs=(words("How far do they agree?"),))
    assert Column(block, look, 340).codes == codes


def test_a_copy_of_the_caption_stops_the_build_with_line_and_remedy(look: Look) -> None:
    copied = replace(
        LEADERS, alt="how far, do they agree", paragraphs=(words("How far do they agree?"),)
    )
    (fault,) = Column(copied, look, 340).diagnostics.errors
    assert (fault.where, fault.code) == (HERE, "alternative-repeats")
    assert "what the figure shows" in fault.hint


# -- decimals --------------------------------------------------------------------------------------


def test_a_chart_in_tenths_prints_tells_and_encloses_tenths(look: Look) -> None:
    block = ChartBlock(where=HERE, chart=Donut(highlight="agree"), table=tabled.AGREES)
    exact = replace(block, table=at_places(tabled.AGREES, 1))
    whole, tenths = (Column(each, look, 340) for each in (block, exact))
    assert ["Combined: Agree", "21%"] in heard(whole)
    assert ["Combined: Agree", "21.3%"] in heard(tenths)
    (figure,) = tenths.nodes(Role.FIGURE)
    assert "Agree, 21.3 per cent" in figure.alt
    assert figure.files[0].name == "q2a-1dp.csv"
    assert b"Agree,21.3,17,80" in figure.files[0].content
    printed = [mark.number for box in tenths.boxes for mark in box.marks if isinstance(mark, Text)]
    assert {each.text for each in printed if each and each.kind == "pct"} >= {"21.3%", "3.8%"}


# -- the question ----------------------------------------------------------------------------------


def test_a_question_keeps_off_labels_that_would_be_read_as_its_next_line(look: Look) -> None:
    def white(chart: Chart, table: Table) -> float:
        block = ChartBlock(where=HERE, chart=chart, table=table)
        *_, above = [
            each for each in Column(block, look, 340).pieces[:-1] if isinstance(each, Strip)
        ][:1]
        return above.gap

    usual = look.style("question").gap
    assert white(Bars(), tabled.LEADERS) == usual, "its legend comes between"
    for chart, table in ((Ranked(), tabled.multiple()), (Donut(), tabled.AGREES)):
        assert white(chart, table) >= usual + look.style("chart.label").leading / 2


def test_a_part_has_the_notes_of_its_own_marks_alone(look: Look) -> None:
    table = replace(tabled.suppress(tabled.LEADERS, 3), notes=("[c] Suppressed.", "Of everybody."))
    block = replace(LEADERS, table=table, chart=Bars(order="asked"))
    parts = block.parts(needed(LEADERS, look, 240) * 0.6, setting(look, 240))
    assert len(parts) > 1
    noted = [each for each in parts if "[c] Suppressed." in each.table.notes]
    (first,) = noted
    assert tabled.LEADERS.rows[3].id in first.chart.shown(table)  # type: ignore[attr-defined]
    assert all("Of everybody." in each.table.notes for each in parts)

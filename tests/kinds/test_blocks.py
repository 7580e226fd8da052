"""What every kind of block keeps: a new one is tried here before its author writes a test."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

import pytest

from briefing.blocks import CATALOGUE
from briefing.blocks.grid import GridCell
from briefing.blocks.listing import ItemList
from briefing.blocks.model import Listing, Setting
from briefing.blocks.notes import Called
from briefing.blocks.prose import Paragraph
from briefing.brand.model import Look
from briefing.charts import CATALOGUE as CHARTS
from briefing.charts.donut import Donut
from briefing.charts.model import UnsuitedError
from briefing.charts.ranked import Ranked
from briefing.diagnostics import Diagnostics, Source
from briefing.drawing import Link, Text
from briefing.layout.pages import Elastic, Strip
from briefing.layout.text import Span, plain
from briefing.structure import Artifact, Node, Role
from briefing.survey.declared import Disclosure
from briefing.survey.model import Comment
from tests.said import described, overlapping, said, stacked, strips_of, words, written
from tests.unit.charts import tabled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.blocks.model import Block
    from briefing.brand.model import Brand
    from briefing.charts.model import Chart
    from briefing.layout.pages import Box
    from briefing.layout.text import Words
    from briefing.tables.model import Table

UNMARKED = str.maketrans("", "", "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}")
"""Takes off the marks that a quotation is set in."""

HERE = Source("words.md", 3, 1)
LINKED = (
    Span("Half ("),
    Span("the councillors", link="#method"),
    Span(") have "),
    Span("no confidence", strong=True),
    Span(" in how plans are governed; see "),
    Span("how the survey was done", link="#method"),
    Span(", ask "),
    Span("Bwrdd Gŵyr", language="cy"),
    Span(" and "),
    Span("Caerdydd", language="cy"),
    Span(", or read what well-informed members wrote \N{EN DASH} in full."),
)
SHORT = (Span("A short one."),)
COMMENT = Comment(
    "c1",
    "r1",
    "q1",
    "We were told what had been decided, and then we were asked what we thought of it.",
    "Leader, county council",
    consent=True,
    where=Source("comments.csv", 2),
)
LISTINGS = (
    Listing("What members know", "4", "knowledge", 1),
    Listing("Who decides, and who would like to decide but was never asked", "6", "who", 2),
    Listing("Appendix A: Questionnaire", "A", "appendix-a", 2),
)
DISCLOSURES = (
    Disclosure("sponsor", "The council itself"),
    Disclosure("invited", not_published="Nobody counted who saw the form."),
)
PLACES = (("a4", "paper"), ("slide", "petrol"))
WIDTHS = (150.0, 237.5, 360.0, 504.0)
TABLES = (
    tabled.KNOWS,
    tabled.AGREES,
    tabled.ASPECTS,
    tabled.BODIES,
    tabled.BY_ENGAGEMENT,
    tabled.ranking(),
    tabled.composition(),
    tabled.multiple(),
)


@dataclass(frozen=True)
class Composed:
    """A block composed: its pieces, what owns them, what was remarked."""

    block: Block
    setting: Setting
    strips: list[Strip]

    @property
    def faults(self) -> list[str]:
        return [each.code for each in self.setting.diagnostics]

    @property
    def boxes(self) -> list[Box]:
        return stacked(self.strips)


def chart_of(kind: type[Chart], width: float, look: Look) -> tuple[Chart, Table]:
    """A chart of a table that suits it."""
    for table in TABLES:
        chart = kind(highlight=table.path(0, 0))
        try:
            chart.extent(table, width, look)
        except UnsuitedError:
            continue
        return chart, table
    raise AssertionError(f"tests/unit/charts/tabled.py has no table for a chart {kind.kind}")


NOTED = (Span("Half of them"), Span("1", link="#page.note-1", script="sup"), Span(" said so."))


def row(*cells: Words) -> tuple[GridCell, ...]:
    aligns = ("left", "right", "centre")
    return tuple(GridCell(words, HERE, align) for words, align in zip(cells, aligns, strict=True))


def listed(items: tuple[Words, ...], *below: tuple[Block, ...], ordered: bool) -> ItemList:
    return ItemList(where=HERE, items=items, below=below, ordered=ordered)


INNERMOST = listed((SHORT, SHORT), ordered=True)
INNER = listed((SHORT, LINKED), (INNERMOST,), ordered=False)
UNDER: tuple[Block, ...] = (Paragraph(where=HERE, words=NOTED), INNER)
FIGURE = (Span("1,234"),)

GIVEN: dict[str, Any] = {
    "told": (("sponsor", (Span("The council "), Span("itself"))),),
    "below": ((), UNDER, (INNERMOST,), ()),
    "start": 98,
    "delimiter": ")",
    "loose": True,
    "opens": True,
    "parts": UNDER,
    "attribution": SHORT,
    "text": "A line:  two spaces\n\n  a line that is set in, and too long for any narrow column",
    "file": "picture.png",
    "pixels": (6000, 3000),
    "press": True,
    "alt": "A hall",
    "caption": NOTED,
    "credit": SHORT,
    "head": row((), SHORT, SHORT),
    "rows": tuple(row(each, FIGURE, SHORT) for each in (SHORT, NOTED, SHORT, SHORT)),
    "called": (
        Called(9, "page.note-9", (SHORT,), HERE),
        Called(10, "page.note-10", (LINKED, SHORT), HERE),
    ),
    "beside": ("paragraph", "words"),
    "words": LINKED,
    "paragraphs": (LINKED, SHORT),
    "items": (LINKED, SHORT, LINKED, SHORT),
    "comment": COMMENT,
    "disclosures": DISCLOSURES,
    "table": tabled.AGREES,
    "level": 2,
    "anchor": "here",
    "ordered": True,
    "continued": "(continued, 2 of 3)",
    "in_line": ((Ranked(), tabled.multiple()),),
    "alongside": ((Donut(highlight="agree"), tabled.AGREES),),
    "stacked": True,
}


def samples(kind: type[Block], width: float, look: Look) -> Iterator[Block]:
    """Blocks of a kind: with all that can be given, without what need not be, each flag turned."""
    names = {each.name for each in fields(kind) if each.metadata.get("given")} - {"where"}
    unknown = names - {*GIVEN, "chart"}
    assert not unknown, f"say in GIVEN what {kind.__name__} is given as {sorted(unknown)}"
    values = {name: GIVEN[name] for name in names - {"chart"}}
    if "chart" in names:
        made = [chart_of(each, width, look) for each in CHARTS]
        plain_ones = [
            kind(**{**values, "where": HERE, "chart": chart, "table": table})
            for chart, table in made
        ]
    else:
        plain_ones = [kind(where=HERE, **values)]
    for block in plain_ones:
        yield block
        for each in fields(kind):
            if isinstance(value := getattr(block, each.name), bool):
                turned: dict[str, Any] = {each.name: not value}
                yield replace(block, **turned)
            elif each.metadata.get("given") and each.default is not MISSING:
                yield replace(block, **{each.name: each.default})


MADE: dict[tuple[type[Block], float, float], list[Composed]] = {}


def composed(kind: type[Block], brand: Brand, width: float, part: float = 0.0) -> list[Composed]:
    """The samples of a kind composed, once for all tests of this file."""
    key = (kind, width, part)
    if key not in MADE:
        MADE[key] = made(kind, brand, width, part)
    return MADE[key]


def made(kind: type[Block], brand: Brand, width: float, part: float = 0.0) -> list[Composed]:
    made = []
    for format_, scheme in PLACES:
        look = Look(brand, brand.formats[format_], brand.schemes[scheme])
        for block in samples(kind, width, look):
            setting = Setting(width, look, Node(Role.SECTION), Diagnostics(), LISTINGS)
            pieces = block.compose(setting)
            made.append(Composed(block, setting, strips_of(pieces, part)))
    return made


every_kind = pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.kind)
every_width = pytest.mark.parametrize("width", WIDTHS)


@every_kind
@every_width
def test_a_block_is_composed_without_a_fault(kind: type[Block], width: float, civic: Brand) -> None:
    for each in composed(kind, civic, width):
        assert not each.faults, (each.block, each.faults)
        assert each.strips


@every_kind
@every_width
@pytest.mark.parametrize("part", [0.0, 0.4, 1.0])
def test_no_box_leaves_the_measure_or_its_strip(
    kind: type[Block], width: float, part: float, civic: Brand
) -> None:
    for each in composed(kind, civic, width, part):
        height = sum(strip.height + strip.gap for strip in each.strips)
        for box in each.boxes:
            assert box.rect.x >= -0.01, (each.block.kinds, described(box))
            assert box.rect.right <= width + 0.01, (each.block.kinds, described(box))
            assert box.rect.y >= -0.5 * box.rect.height, (each.block.kinds, described(box))
            assert box.rect.bottom <= height + 0.5 * box.rect.height, (
                each.block.kinds,
                described(box),
            )


@every_kind
@every_width
def test_no_two_boxes_lie_on_one_another(kind: type[Block], width: float, civic: Brand) -> None:
    for each in composed(kind, civic, width):
        assert not overlapping(each.boxes), each.block.kinds


@every_kind
def test_what_is_written_has_an_owner_in_the_tree(kind: type[Block], civic: Brand) -> None:
    for each in composed(kind, civic, 237.5):
        known = set(each.setting.parent.walk())
        for box in each.boxes:
            assert isinstance(box.owner, Node | Artifact)
            if isinstance(box.owner, Node):
                assert box.owner in known, described(box)
            if any(isinstance(mark, Link) for mark in box.marks):
                assert isinstance(box.owner, Node)
                assert box.owner.role is Role.LINK


@every_kind
def test_nothing_stands_in_the_tree_that_is_not_printed(kind: type[Block], civic: Brand) -> None:
    for each in composed(kind, civic, 237.5):
        owners = {owner for box in each.boxes if box.marks for owner, _ in box.owners()}
        for node in each.setting.parent.walk():
            if node is each.setting.parent or node.role in {Role.HEAD, Role.DATA}:
                continue  # an empty cell holds its place
            assert owners & set(node.walk()), (
                each.block.kinds,
                node.role,
                each.setting.look.format.name,
            )


@every_kind
@every_width
def test_no_word_is_lost_or_changes_its_place(
    kind: type[Block], width: float, civic: Brand
) -> None:
    for each in composed(kind, civic, width):
        found = said(each.setting.parent, each.boxes).translate(UNMARKED)
        names = {field.name for field in fields(each.block) if field.metadata.get("given")}
        wanted = expected(each.block, names)
        if wanted is not None:
            assert found == wanted
        else:
            for text in hinted(each.block, names):
                assert words(text) in found, each.block


def expected(block: Any, names: set[str]) -> str | None:
    """What a block that is made of written words alone must say; None for one made of more."""
    if names & {"chart", "table", "disclosures"} or block.kind == "contents":
        return None
    return words(" ".join(written(block)))


def hinted(block: Any, names: set[str]) -> Iterator[str]:
    """What a block made of evidence must say among other things."""
    if "chart" in names:
        if block.question or block.chart.pictorial:
            yield from (plain(each) for each in block.paragraphs)
        if block.base and not block.chart.pictorial:
            yield from block.chart.base_lines(block.table)
    elif "table" in names:
        yield from (head.label for head in block.table.answers)
        if block.nets:
            yield from (head.label for head in block.table.nets)
        yield from (str(base.n) for base in block.table.bases)
    elif "disclosures" in names:
        yield from (each.text or each.not_published for each in block.disclosures)
    else:
        for each in LISTINGS:
            yield f"{each.title} {each.label}"


@every_kind
def test_an_elastic_piece_keeps_to_the_height_it_is_given(kind: type[Block], civic: Brand) -> None:
    for format_, scheme in PLACES:
        look = Look(civic, civic.formats[format_], civic.schemes[scheme])
        for block in samples(kind, 360.0, look):
            setting = Setting(360.0, look, Node(Role.SECTION), Diagnostics(), LISTINGS)
            for piece in block.compose(setting):
                if not isinstance(piece, Elastic):
                    continue
                assert 0 < piece.least <= piece.most
                for part in (0.0, 0.3, 0.7, 1.0):
                    height = piece.least + part * (piece.most - piece.least)
                    drawn = sum(strip.height for strip in piece.draw(height))
                    assert drawn <= height + 0.05, (block.kinds, height)


@every_kind
def test_a_block_composed_twice_is_the_same(kind: type[Block], civic: Brand) -> None:
    once, again = (
        [[(box.rect, box.marks) for box in each.boxes] for each in made(kind, civic, 237.5)]
        for _ in range(2)
    )
    assert once == again


@every_kind
def test_words_wider_than_their_column_are_told(kind: type[Block], civic: Brand) -> None:
    for each in composed(kind, civic, 40.0) if "chart" not in _names(kind) else ():
        if any(box.rect.right > 40.01 for box in each.boxes):
            assert "too-wide" in each.faults, each.block


@every_kind
def test_a_figure_is_never_smaller_than_the_format_allows(kind: type[Block], civic: Brand) -> None:
    for each in composed(kind, civic, 237.5):
        minimum = each.setting.look.format.minimum
        for box in each.boxes:
            for mark in box.marks:
                if isinstance(mark, Text):
                    assert mark.run.size >= minimum, (each.block, mark.run.text)


@every_kind
def test_a_kind_has_a_name_of_its_own(kind: type[Block]) -> None:
    assert sum(each.kind == kind.kind for each in CATALOGUE) == 1


def _names(kind: type[Block]) -> set[str]:
    return {each.name for each in fields(kind)}

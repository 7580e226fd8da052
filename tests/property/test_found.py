"""Publications that a soak found: small, and one law or another did not hold of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.blocks.chart import ChartBlock
from briefing.blocks.panel import Callout
from briefing.blocks.prose import Lead, Note
from briefing.blocks.sideheads import SideHeads
from briefing.blocks.table import TableBlock
from briefing.charts.number import Number
from briefing.content.publication import Publication, Sheet
from briefing.layout.text import Span
from briefing.tables.model import Head, Part
from tests.property.publishing import brand_of, where
from tests.property.test_layout import (
    all_laws_hold,
    laid_out,
    nothing_leaves_its_area_or_lies_on_anything_else,
)
from tests.unit.charts.tabled import grid, single

if TYPE_CHECKING:
    from briefing.blocks.model import Block

WORDS = (Span("what then had been decided"),)
NOTE = Note(where=where(1, 2), paragraphs=(WORDS,))


def of_one_page(format_name: str, master: str, *blocks: Block) -> Publication:
    """A publication of a page that no arrangement is asked for."""
    sheet = Sheet(
        master=master, heading=WORDS, level=1, anchor="page-1", where=where(1), blocks=blocks
    )
    return Publication(
        name="found",
        title="Found",
        language="en-GB",
        publisher="Nobody at all",
        format=format_name,
        entries=(sheet,),
    )


def side_heads(*items: tuple[str, Span]) -> SideHeads:
    told = tuple((Span(head, strong=True), Span(" "), rest) for head, rest in items)
    return SideHeads(where=where(1, 3), items=told)


@pytest.mark.parametrize(
    ("brand_name", "format_name", "master"),
    [
        ("civic", "slide", "text"),
        ("heritage", "slide", "text"),
        ("civic", "a4", "method"),
        ("heritage", "a4", "method"),
        ("heritage", "a4", "messages"),
    ],
)
@pytest.mark.parametrize("rest", [Span("and"), Span("2", script="sup"), Span("2", script="sub")])
def test_large_figures_hang_from_the_capitals_beside_them(
    brand_name: str, format_name: str, master: str, rest: Span
) -> None:
    """They are off the grid then, which a law took for a slip."""
    figures = side_heads(("9%", rest), ("10 of 16", rest))
    all_laws_hold(laid_out(of_one_page(format_name, master, figures), brand_of(brand_name)))


@pytest.mark.parametrize("brand_name", ["civic", "heritage"])
def test_large_type_stands_apart_by_more_white(brand_name: str) -> None:
    """A law took the white between rules and large words for holes, and the page for empty."""
    plain = side_heads(("Who", Span("and")), ("Plans, and then more", Span("a councillor")))
    lead = Lead(where=where(1, 1), paragraphs=(WORDS,))
    for blocks in ((plain,), (plain, plain), (lead, NOTE, plain), (lead, NOTE, plain, plain)):
        all_laws_hold(laid_out(of_one_page("slide", "text", *blocks), brand_of(brand_name)))


@pytest.mark.parametrize("brand_name", ["civic", "heritage"])
def test_a_head_with_a_small_base_is_repeated_where_a_table_goes_on(brand_name: str) -> None:
    """A law knew the names of groups alone among what stands again on a further page."""
    heads = tuple(Head(f"a{place}", f"Answer {place}", Part.ANSWER) for place in range(160))
    items = {"small": ("100%", [1] * 160), "large": ("Others", [2] * 160)}
    table = grid("q", heads, items, part=Part.GROUP, title="Found")
    small, large = table.bases
    table = replace(table, bases=(replace(small, caution=True), large))
    block = TableBlock(where=where(1, 1), table=table)
    laid = laid_out(of_one_page("a4", "method", block), brand_of(brand_name))
    assert laid.composed.lengths["page-1"] > 1, "the table goes on"
    all_laws_hold(laid)


@pytest.mark.parametrize("arrangement", ["side", "side-straw"])
def test_the_column_below_an_icon_rises_no_further_than_its_foot(arrangement: str) -> None:
    """Its place ended above the seam, which did not know of it: a short head let figures rise."""
    table = single("q", (Head("a", "Yes", Part.ANSWER), Head("b", "No", Part.ANSWER)), [3, 4])
    figures = tuple(
        ChartBlock(
            where=where(1, place),
            table=table,
            chart=Number(highlight="a"),
            paragraphs=((Span("what had been decided then " * 9),),),
        )
        for place in range(1, 4)
    )
    made = of_one_page("a4", "theme", *figures)
    (sheet,) = made.sheets
    sheet = replace(sheet, arrangement=arrangement, icon="book", number=3)
    nothing_leaves_its_area_or_lies_on_anything_else(
        laid_out(replace(made, entries=(sheet,)), brand_of("heritage"))
    )


@pytest.mark.parametrize("heads", [1, 3, 5, 8])
def test_the_white_that_steps_let_out_around_rules_is_no_hole(heads: int) -> None:
    """The rules between side heads stood just further from words than a law let white be."""
    told = side_heads(*(("Who", Span("and")) for _ in range(heads)))
    said = ((Span("and"),), (Span("and well-informed"),))
    callouts = (Callout(where=where(1, at), paragraphs=said[:at]) for at in (2, 1))
    all_laws_hold(laid_out(of_one_page("a4", "method", told, *callouts), brand_of("civic")))


def test_what_stands_between_figures_is_never_smaller_than_the_brand_allows() -> None:
    """The "of" of small figures was half as large as they are, on slides 6 points."""
    rest = Span("then we were told what had been decided and by whom, nobody knew")
    told = side_heads(*((head, rest) for head in ("10 of 16", "9%") * 8))
    all_laws_hold(laid_out(of_one_page("slide", "divider", told), brand_of("civic")))


@pytest.mark.parametrize("brand_name", ["civic", "heritage"])
def test_figures_hang_from_the_words_beside_them_not_from_those_of_the_next_column(
    brand_name: str,
) -> None:
    """Words beside figures went on at the top of a column, which a law took for their line."""
    told = side_heads(*(("10 of 16", Span("what had been decided then " * 8)),) * 4)
    all_laws_hold(laid_out(of_one_page("a4", "survey", told), brand_of(brand_name)))

"""Copyfit, type set larger where there is room, and content that goes on to further pages."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from briefing.blocks.chart import ChartBlock
from briefing.blocks.contents import Contents
from briefing.blocks.grid import GridCell
from briefing.blocks.listing import ItemList
from briefing.blocks.notes import Called, Footnotes
from briefing.blocks.prose import Lead, Note, Paragraph
from briefing.blocks.written import WrittenTable
from briefing.brand.model import Look
from briefing.charts.columns import Columns
from briefing.charts.donut import Donut
from briefing.charts.ranked import Ranked
from briefing.compose import compose, explanation
from briefing.compose.parted import first
from briefing.diagnostics import Diagnostics
from briefing.drawing import Link, Text
from briefing.layout.pages import Fragment, Strip
from briefing.layout.text import Span
from briefing.structure import Artifact, Node, Role
from briefing.tables.model import Cell, Head, Part
from tests.said import overlapping, said
from tests.unit.charts.tabled import KNOWS, multiple
from tests.unit.test_compose import (
    SENTENCE,
    at,
    composed,
    paragraph,
    publication,
    quote,
    section,
    sheet,
    text,
    well,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.blocks.model import Block
    from briefing.brand.model import Brand
    from briefing.compose import Composed
    from briefing.compose.desk import Rounds
    from briefing.content.publication import Publication, Sheet
    from briefing.drawing import Mark
    from briefing.layout.pages import Box
    from briefing.tables.model import Table

NOTE = "method.note-"
LONG = [paragraph(SENTENCE * 6, line) for line in range(2, 22)]


def sizes(made: Composed, page: int, words: str) -> set[float]:
    """The type sizes of the lines of a page that hold some words."""
    return {
        mark.run.size
        for box in made.pages.pages[page].boxes
        for mark in box.marks
        if isinstance(mark, Text) and words in mark.run.text
    }


def taken(made: Composed, area: str) -> str:
    return next(fit.copyfit for fit in made.pages.fits if fit.area == area)


# -- copyfit ---------------------------------------------------------------------------------------


def test_words_a_little_too_many_are_taken_in_by_a_step_of_the_brand(civic: Brand) -> None:
    """Sentence by sentence more words: all larger steps first, then those that take in."""
    seen = []
    for count in range(20, 70):
        words = paragraph(SENTENCE * count, 2)
        made, diagnostics = composed(civic, publication(sheet("Next", words, master="steps")))
        if diagnostics.errors:
            break
        seen.append(taken(made, "words"))
    assert diagnostics.errors, "some length is too long for any step"
    allowed = [str(each) for each in civic.formats["a4"].steps]
    tight = [allowed.index(each) for each in seen if each in allowed]
    assert tight == sorted(tight), "the more words, the further they are taken in"
    smaller = {
        place for place, each in enumerate(allowed) if "type" in each and "charts" not in each
    }
    assert set(tight) == {0} | smaller, "one paragraph gains nothing by less white between blocks"


def test_no_type_is_taken_in_below_the_brands_least(civic: Brand) -> None:
    notes = [paragraph(SENTENCE * 90, 2)]
    made, diagnostics = composed(civic, publication(sheet("Next", *notes, master="steps")))
    assert [each.code for each in diagnostics] == ["overset"]
    assert min(sizes(made, 0, "We")) >= civic.formats["a4"].minimum


def test_a_single_quotation_with_room_to_spare_is_set_larger(civic: Brand) -> None:
    few, many = quote("So it is."), quote(SENTENCE * 4)
    alone = well(civic, publication(sheet("One", few, master="quotes"), format_="slide"))
    among = well(civic, publication(sheet("One", *[many] * 4, master="quotes"), format_="slide"))
    assert max(sizes(alone, 0, "So it is")) > max(sizes(among, 0, "decided"))
    assert taken(alone, "quotes").startswith("type 1")


def test_a_call_out_is_set_larger_although_the_chart_above_is_a_little_lower(civic: Brand) -> None:
    chart = ChartBlock(where=at(2), table=many("Way", 16), chart=Ranked())
    written = sheet("Ways", chart, quote("I walk because I like it."), master="theme", number=2)
    made = well(civic, publication(replace(written, arrangement="foot")))
    assert min(sizes(made, 0, "I walk")) > civic.formats["a4"].styles["quote"].size


def test_a_side_with_little_called_out_in_it_has_it_larger_in_short_lines(civic: Brand) -> None:
    """A figure and a voice stood small in a side that was half white."""
    chart = ChartBlock(where=at(2), table=many("Way", 12), chart=Ranked())
    voice = quote("I walk because I like it, and because it costs me nothing at all.")
    designed = civic.formats["a4"].styles["quote"].size
    for count, larger in ((1, True), (3, True), (5, False)):
        written = sheet("Ways", chart, *[voice] * count, master="theme", number=2)
        made = well(civic, publication(replace(written, arrangement="side")))
        assert (min(sizes(made, 0, "I walk")) > designed) is larger


def test_words_that_go_on_anyway_keep_their_size(civic: Brand) -> None:
    """Smaller type is for words that fit by it: no heading of many pages is set smaller."""
    body = civic.formats["a4"].styles["body"].size
    taken_in = set()
    for count in range(8, 40):
        words = [paragraph(SENTENCE * 6, line) for line in range(2, count)]
        made = well(civic, publication(sheet("Method", *words)))
        used = set().union(*(sizes(made, page, "We") for page in range(len(made.pages.pages))))
        assert len(used) == 1, "one heading, one size of type"
        if len(made.pages.pages) > 1:
            assert used == {body}
        taken_in |= used
    assert min(taken_in) < body, "a page that fits by smaller type is no second page"


def test_a_word_too_wide_as_designed_stays_small_where_words_go_on(civic: Brand) -> None:
    format_ = civic.formats["slide"]
    style, arrangements = format_.styles["body"], format_.masters["text"].arrangements
    areas = [area for each in arrangements for area in each.areas if "words" in area.takes]
    room = max(area.rect.width for area in areas)
    letters = int(1.02 * room / style.run("x").width)
    words = [paragraph("x" * letters), *LONG]
    made = well(civic, publication(sheet("Text", *words, master="text"), format_="slide"))
    assert len(made.pages.pages) > 1
    assert max(sizes(made, 0, "xx")) < style.size
    assert "white" not in taken(made, "words"), "small words, close together, on half-empty pages"


# -- further pages ---------------------------------------------------------------------------------


def test_words_go_on_to_further_pages_and_none_is_lost(civic: Brand) -> None:
    made = well(civic, publication(sheet("Method", *LONG), sheet("Last", paragraph())))
    assert made.lengths == {"method": len(made.pages.pages) - 1}
    assert len(made.pages.pages) > 2
    boxes = [box for page in made.pages.pages for box in page.boxes]
    assert said(made.tree.root, boxes).count("We were told") == 6 * len(LONG)
    assert not any(overlapping(page.boxes) for page in made.pages.pages)
    assert [page.label for page in made.pages.pages] == [
        str(number + 1) for number in range(len(made.pages.pages))
    ]


def test_a_page_does_not_end_between_a_lead_in_and_its_list() -> None:
    """However high the room is: what might stand on a page is looked at with what it is kept to."""
    heights = [(10.0, False), (10.0, True), (10.0, True), (10.0, False), (10.0, False)]
    blocks = [Fragment("block", at(1), (Strip(high, (), keep=keep),)) for high, keep in heights]
    assert [len(first(blocks, room)) for room in (5.0, 15.0, 25.0, 35.0, 45.0)] == [1, 4, 4, 4, 5]


def test_a_further_page_has_its_head_again_and_is_read_without_it(civic: Brand) -> None:
    made = well(civic, publication(sheet("Method", *LONG)))
    second = made.pages.pages[1]
    heads = [text(box) for box in second.boxes if box.owner is Artifact.HEADER]
    assert "Method, continued" in [" ".join(each.split()) for each in heads]
    boxes = [box for page in made.pages.pages for box in page.boxes]
    assert "continued" not in said(made.tree.root, boxes)


@pytest.mark.parametrize("share", [0.99, 1.02, 1.2])
def test_a_head_that_is_printed_once_more_is_set_as_small_as_its_words_ask(
    share: float, civic: Brand
) -> None:
    """A long word is set smaller on the first page, or fits there without its comma alone."""
    format_ = civic.formats["slide"]
    (arrangement,) = format_.masters["appendices"].arrangements
    area = next(each for each in arrangement.areas if "heading" in each.takes)
    look = Look(civic, format_, civic.schemes[area.scheme], area.styles)
    style = look.style("headline")
    letters = int(share * area.rect.width / style.run("n").width)
    written = sheet("n" * letters, *LONG, master="appendices")
    made, _ = composed(civic, publication(written, format_="slide"))
    second = made.pages.pages[1]
    assert len(made.pages.pages) > 1
    for box in (each for each in second.boxes if each.owner is Artifact.HEADER):
        assert box.rect.right <= area.rect.right + 0.01, text(box)
    assert not overlapping(second.boxes)


def test_a_head_that_is_printed_once_more_is_as_large_as_before(civic: Brand) -> None:
    """Copyfit takes in the head that stands above a lead; its page's sister has no lead."""
    lead = Lead(where=at(2), paragraphs=((Span(SENTENCE * 3),),))
    chart = ChartBlock(
        where=at(3), table=many("A fairly long name of something", 24), chart=Ranked()
    )
    written = sheet("Most want something done about it", lead, chart, master="finding")
    made = well(civic, publication(written, format_="slide"))
    assert taken(made, "head").startswith("type 9")
    assert len(made.pages.pages) > 1
    assert len(set().union(*(sizes(made, page, "Most want") for page in range(2)))) == 1


# -- charts on further pages -----------------------------------------------------------------------


def many(name: str, count: int) -> Table:
    """A question that takes several of many answers."""
    table = multiple()
    heads = tuple(Head(f"w{n}", f"{name} {n}", Part.ANSWER) for n in range(count))
    shares = tuple(Cell(Fraction(60 - n, 80), 60 - n) for n in range(count))
    return replace(table, columns=heads, cells=(shares,))


MUCH = (
    "A name of many words that is much too long to stand on one line beside or above a bar "
    "in half a slide"
)


def pair(first: Table, civic: Brand) -> Composed:
    blocks = (
        ChartBlock(where=at(2), table=first, chart=Ranked()),
        ChartBlock(where=at(3), table=KNOWS, chart=Donut()),
    )
    return well(civic, publication(sheet("Two", *blocks, master="pair"), format_="slide"))


def widths(made: Composed, page: int) -> list[float]:
    """How wide the figures of a page are."""
    return [
        box.rect.width
        for box in made.pages.pages[page].boxes
        if isinstance(box.owner, Node) and box.owner.role is Role.FIGURE
    ]


def test_a_chart_that_is_left_alone_has_the_whole_width_of_its_page(civic: Brand) -> None:
    """The parts of the first fill both columns of the first page; the second would fill half."""
    made = pair(many("A name that is so long that it must stand above its bar " * 2, 12), civic)
    first, *others = widths(made, 0)
    assert len(others) == 1
    (alone,) = widths(made, 1)
    assert alone > 2 * first
    figures = [node for node in made.tree if node.role is Role.FIGURE]
    assert len(figures) == 3, "nothing is heard twice"
    order = [node.role for node in made.tree if node.role in (Role.FIGURE, Role.CAPTION)]
    assert order == [Role.CAPTION, Role.FIGURE] * 3


def test_charts_of_a_pair_stand_whole_below_each_other_rather_than_in_parts(civic: Brand) -> None:
    """Eight bars are too high for half a slide with their names above, not for a whole one."""
    made = pair(many(MUCH, 8), civic)
    assert [len(widths(made, page)) for page in range(len(made.pages.pages))] == [1, 1]
    assert not any("1 of 2" in text(box) for box in made.pages.pages[0].boxes)


def test_a_paragraph_over_two_pages_is_one_paragraph(civic: Brand) -> None:
    made = well(civic, publication(sheet("Method", *LONG)))
    owners = [
        {box.owner for box in page.boxes if isinstance(box.owner, Node)}
        for page in made.pages.pages
    ]
    both = owners[0] & owners[1]
    assert all(node.role is Role.PARAGRAPH for node in both)
    assert len([node for node in made.tree if node.role is Role.PARAGRAPH]) == len(LONG)


def mark(number: int) -> Span:
    return Span(str(number), link=f"#{NOTE}{number}", script="sup", title=f"Note {number}")


def note(number: int, words: str = "Of all.") -> Called:
    return Called(number, f"{NOTE}{number}", ((Span(words),),), at(30 + number))


def calling(number: int, words: str = SENTENCE * 6) -> Paragraph:
    """A paragraph that calls a note with its last word."""
    return Paragraph(where=at(number + 1), words=(Span(words), mark(number)))


def noted(*blocks: Block, notes: Sequence[Called], **more: Any) -> Sheet:
    called = Footnotes(where=notes[0].where, called=tuple(notes), beside=("paragraph",))
    return sheet("Method", *blocks, called, **more)


def pages_of(made: Composed, name: str) -> tuple[list[int], list[int]]:
    """The pages that call a note, and those that hold it, from 0."""
    calling, holding = [], []
    for place, page in enumerate(made.pages.pages):
        for box in page.boxes:
            links = [each for each in box.marks if isinstance(each, Link)]
            calling += [place for each in links if each.target == f"#{name}"]
            holding += [place] if box.anchor == name else []
    return calling, holding


@pytest.mark.parametrize(("format_", "master"), [("a4", "method"), ("slide", "text")])
@pytest.mark.parametrize("every", [1, 2, 5])
def test_each_note_stands_on_the_page_that_calls_it(
    format_: str, master: str, every: int, civic: Brand, heritage: Brand
) -> None:
    numbers = range(1, 25)
    words = [calling(n) if n % every == 0 else paragraph(SENTENCE * 6, n + 1) for n in numbers]
    notes = [note(n, SENTENCE * (n % 3 + 1)) for n in numbers if n % every == 0]
    for brand in (civic, heritage):
        written = publication(noted(*words, notes=notes, master=master), format_=format_)
        made = well(brand, written)
        assert len(made.pages.pages) > 2
        for each in notes:
            calls, holds = pages_of(made, each.anchor)
            assert calls == holds
            assert len(holds) == 1
        assert not any(overlapping(page.boxes) for page in made.pages.pages)


def test_notes_are_read_in_their_order_behind_the_words_of_their_heading(civic: Brand) -> None:
    """A paragraph over two pages is not interrupted by a note of the first."""
    words = [calling(n) for n in range(1, 12)]
    made = well(
        civic, publication(noted(*words, notes=[note(n, f"So {n}.") for n in range(1, 12)]))
    )
    boxes = [box for page in made.pages.pages for box in page.boxes]
    heard = said(made.tree.root, boxes)
    assert heard.endswith(" ".join(f"So {n}." for n in range(1, 12)))
    assert len([node for node in made.tree if node.role is Role.NOTE]) == 11


def test_a_note_called_on_two_pages_stands_on_the_first(civic: Brand) -> None:
    again = Paragraph(where=at(40), words=(Span("So it is"), mark(1)))
    made = well(civic, publication(noted(calling(1), *LONG, again, notes=[note(1)])))
    calls, holds = pages_of(made, f"{NOTE}1")
    assert calls == [0, len(made.pages.pages) - 1]
    assert holds == [0]


def test_notes_of_a_table_stand_on_the_page_of_their_row(civic: Brand) -> None:
    def row(number: int) -> tuple[GridCell, ...]:
        called = () if number % 10 else (mark(number),)
        return (GridCell((Span(f"Row {number}"), *called), at(number)), GridCell((), at(number)))

    head = (GridCell((Span("What"),), at(1)), GridCell((Span("How"),), at(1)))
    table = WrittenTable(where=at(1), head=head, rows=tuple(map(row, range(1, 191))))
    notes = [note(number) for number in range(10, 191, 10)]
    made = well(civic, publication(noted(table, notes=notes)))
    assert len(made.pages.pages) > 1
    for each in notes:
        calls, holds = pages_of(made, each.anchor)
        assert calls == holds


@pytest.mark.parametrize("before", range(8, 20))
def test_a_mark_goes_on_where_its_note_has_no_room(before: int, civic: Brand) -> None:
    """Words stand on up to the lines of the mark; it is not the whole page that moves."""
    words = [*LONG[:before], calling(1), *LONG]
    made = well(civic, publication(noted(*words, notes=[note(1, SENTENCE * 40)])))
    calls, holds = pages_of(made, f"{NOTE}1")
    assert calls == holds
    *full, _ = (fit for fit in made.pages.fits if fit.area == "words")
    short = [place for place, fit in enumerate(full) if fit.used < 0.9 * fit.room]
    assert short in ([], [calls[0] - 1]), "all pages are full but one before a mark"
    page = made.pages.pages[calls[0]]
    line = next(box for box in page.boxes if any(map(_leads_to_a_note, box.marks)))
    above = line.rect.y - dict(page.places)["words"].y
    assert not short or above < 2 * line.rect.height, "the page begins with the lines of the mark"


def _leads_to_a_note(mark: Mark) -> bool:
    return isinstance(mark, Link) and mark.target == f"#{NOTE}1"


def test_a_note_too_long_for_its_page_is_told_where_it_is_written(civic: Brand) -> None:
    made, diagnostics = composed(
        civic, publication(noted(calling(1), *LONG, notes=[note(1, SENTENCE * 200)]))
    )
    (fault,) = diagnostics
    assert (fault.code, fault.where) == ("overset", at(31))
    assert "notes is" in fault.message
    calls, holds = pages_of(made, f"{NOTE}1")
    assert calls == holds
    boxes = [box for page in made.pages.pages for box in page.boxes]
    assert said(made.tree.root, boxes).count("We were told") == 6 * len(LONG) + 6 + 200


def test_contents_and_bookmarks_count_the_further_pages(civic: Brand) -> None:
    written = publication(
        sheet("Contents", Contents(where=paragraph().where), master="contents", unlisted=True),
        section("Findings"),
        sheet("Method", *LONG, master="text", level=2),
        sheet("Last", paragraph(), master="text", level=2),
        format_="slide",
    )
    first = well(civic, written)
    assert first.lengths["method"] > 1
    again = compose_with(civic, written, first)
    page = 2 + first.lengths["method"]
    listed = [
        text(box).split() for box in again.pages.pages[0].boxes if isinstance(box.owner, Node)
    ]
    assert ["Last", str(page)] in _pairs(listed)
    anchors = [box.anchor for box in again.pages.pages[page - 1].boxes if box.anchor]
    assert "last" in anchors


def _pairs(listed: list[list[str]]) -> list[list[str]]:
    flat = [word for words in listed for word in words]
    return [flat[place : place + 2] for place in range(len(flat) - 1)]


def test_a_round_that_has_the_pages_of_an_earlier_one_makes_the_same(civic: Brand) -> None:
    chart = ChartBlock(where=at(9), table=many("Way", 16), chart=Ranked())
    written = publication(
        sheet("Contents", Contents(where=at(3)), master="contents"),
        sheet("Method", *LONG, master="text", anchor="method"),
        sheet("Ways", chart, quote("So it is."), master="text"),
        sheet("Last", paragraph(), master="text", level=2),
        format_="slide",
    )
    rounds: Rounds = {}
    first = compose(written, civic, (), Diagnostics(), rounds=rounds)
    assert first is not None
    again = compose(written, civic, (), Diagnostics(), lengths=first.lengths, rounds=rounds)
    assert again is not None
    alone = compose_with(civic, written, first)
    assert _made(again) == _made(alone)
    assert _made(again)[1] != _made(first)[1], "the contents have other page numbers"


def _made(made: Composed) -> tuple[object, object]:
    """The tree in order, and what stands on the pages with the role of its owner."""
    nodes = [(each.role, each.alt, each.title, len(each.children)) for each in made.tree]
    boxes = [
        (box.rect, box.marks, box.owner.role if isinstance(box.owner, Node) else box.owner)
        for page in made.pages.pages
        for box in page.boxes
    ]
    return nodes, boxes


def compose_with(brand: Brand, written: Publication, first: Composed) -> Composed:
    made = compose(written, brand, (), Diagnostics(), lengths=first.lengths)
    assert made is not None
    return made


def test_a_page_that_the_brand_keeps_single_tells_what_is_over(civic: Brand) -> None:
    made, diagnostics = composed(civic, publication(sheet("Next", *LONG, master="steps")))
    assert len(made.pages.pages) == 1
    assert [each.code for each in diagnostics] == ["overset"]


def test_a_piece_higher_than_any_page_is_told_once_and_ends_there(civic: Brand) -> None:
    tall = quote(SENTENCE * 60)
    made, diagnostics = composed(
        civic, publication(sheet("Voices", tall, master="quotes"), format_="slide")
    )
    assert len(made.pages.pages) == 1
    assert [each.code for each in diagnostics] == ["overset"]


def test_an_arrangement_without_faults_is_taken_where_content_goes_on(civic: Brand) -> None:
    """A word too wide for two columns goes into one, however many pages that takes."""
    words = [paragraph("x" * 42, 2), *LONG]
    made = well(civic, publication(sheet("Text", *words, master="text"), format_="slide"))
    assert {fit.arrangement for fit in made.pages.fits} == {"list"}


def test_quotations_too_high_for_columns_have_a_page_each(civic: Brand) -> None:
    long = [quote(SENTENCE * 17, line) for line in (2, 3, 4)]
    made = well(civic, publication(sheet("Voices", *long, master="quotes"), format_="slide"))
    assert len(made.pages.pages) == 3


@pytest.mark.parametrize(("master", "format_"), [("finding", "slide"), ("theme", "a4")])
@pytest.mark.parametrize("name", ["civic", "heritage"])
def test_voices_that_go_on_behind_a_chart_have_the_whole_page(
    name: str, master: str, format_: str, request: pytest.FixtureRequest
) -> None:
    """They stood in the narrow place beside the chart's, which was empty on page after page."""
    chart = ChartBlock(where=at(2), table=multiple(), chart=Ranked())
    said_of = [f"Voice {number}: {SENTENCE * 3}" for number in range(1, 17)]
    voices = [quote(words, line) for line, words in enumerate(said_of, start=5)]
    written = sheet("The halls", chart, *voices, master=master)
    made = well(request.getfixturevalue(name), publication(written, format_=format_))
    first_page, *further = made.pages.pages
    assert "chart" in dict(first_page.places)
    assert further
    for page in further:
        assert "chart" not in dict(page.places), page.arrangement
        assert not overlapping(page.boxes)
    boxes = [box for page in made.pages.pages for box in page.boxes]
    heard = said(made.tree.root, boxes)
    at_ = [heard.index(f"Voice {number}:") for number in range(1, 17)]
    assert at_ == sorted(at_)
    assert all(heard.count(f"Voice {number}:") == 1 for number in range(1, 17))


@pytest.mark.parametrize("name", ["civic", "heritage"])
def test_bars_below_a_long_headline_stay_whole_beside_it_rather_than_go_on(
    name: str, request: pytest.FixtureRequest
) -> None:
    chart = ChartBlock(where=at(2), table=many("Use of the hall", 15), chart=Ranked())
    long = "What the halls of the county are used for in winter and in summer, and by whom " * 2
    written = sheet(long.strip(), chart, master="finding")
    made = well(request.getfixturevalue(name), publication(written, format_="slide"))
    assert len(made.pages.pages) == 1


@pytest.mark.parametrize("name", ["civic", "heritage"])
def test_words_that_go_on_behind_a_chart_have_the_whole_page(
    name: str, request: pytest.FixtureRequest
) -> None:
    chart = ChartBlock(where=at(2), table=KNOWS, chart=Donut())
    written = sheet("Who was asked", chart, *LONG, master="survey")
    made = well(request.getfixturevalue(name), publication(written))
    first_page, *further = made.pages.pages
    assert "chart" in dict(first_page.places)
    assert further
    assert not any("chart" in dict(page.places) for page in further)


@pytest.mark.parametrize("name", ["civic", "heritage"])
def test_a_long_list_beside_voices_goes_on_in_two_columns(
    name: str, request: pytest.FixtureRequest
) -> None:
    """It went on in a column as wide as the first, and left the rest of its page white."""
    written = ItemList(where=at(2), items=tuple((Span(f"Entry {n} of many"),) for n in range(24)))
    voices = [quote(SENTENCE * 2, line) for line in (3, 4)]
    brand = request.getfixturevalue(name)
    made = well(
        brand,
        publication(sheet("Written in", written, *voices, master="mentions"), format_="slide"),
    )
    flows = {fit.page: fit.columns for fit in made.pages.fits if fit.area == "words"}
    assert list(flows.values()) == [1, 2]
    entries = [node for node in made.tree if node.role is Role.ITEM]
    assert len(entries) == 24


@pytest.mark.parametrize("name", ["civic", "heritage"])
def test_a_note_on_two_charts_does_not_part_them(name: str, request: pytest.FixtureRequest) -> None:
    """It took a place in their columns, so that each stood on half of a page of its own."""
    charts = [ChartBlock(where=at(line), table=KNOWS, chart=Columns()) for line in (2, 3)]
    note = Note(where=at(4), paragraphs=((Span(SENTENCE * 5),),))
    written = publication(sheet("Two", *charts, note, master="pair"), format_="slide")
    made = well(request.getfixturevalue(name), written)
    assert len(made.pages.pages) == 1
    first, second = (b.rect for b in made.pages.pages[0].boxes if _is_figure(b))
    assert first.y == pytest.approx(second.y)


def _is_figure(box: Box) -> bool:
    return isinstance(box.owner, Node) and box.owner.role is Role.FIGURE


def test_white_on_all_pages_is_weighed_where_content_goes_on(civic: Brand) -> None:
    """Two rings had half of a page each: their first page was weighed as if both were there."""
    made = pair(many(MUCH, 8), civic)
    taken = [each for each in made.tried if each.taken]
    assert all(each.cost[1] > 0 for each in taken)
    assert f"then {taken[0].cost[1]:.3f}" in explanation("report", made.tried)


# -- explained -------------------------------------------------------------------------------------


def test_every_arrangement_is_explained_and_one_is_taken(civic: Brand) -> None:
    made = well(civic, publication(sheet("One", paragraph(), master="text"), format_="slide"))
    lines = explanation("report", made.tried).splitlines()
    assert lines[0] == "report, page 1: text"
    names = {line[4:].split()[0] for line in lines[1:]}
    arrangements = civic.formats["slide"].masters["text"].arrangements
    takes = {
        each.name: {kind for area in each.areas for kind in area.takes} for each in arrangements
    }
    assert names == {name for name, kinds in takes.items() if kinds & {"words", "paragraph"}}
    assert [line.startswith("  >") for line in lines[1:]].count(True) == 1


def test_a_pin_that_the_brand_does_not_know_is_told_and_the_page_is_made(civic: Brand) -> None:
    made, diagnostics = composed(
        civic, publication(sheet("One", paragraph(), arrangement="colums"))
    )
    assert [(each.code, each.severity.value) for each in diagnostics] == [
        ("unknown-arrangement", "warning")
    ]
    assert len(made.pages.pages) == 1

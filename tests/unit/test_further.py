"""Copyfit, type set larger where there is room, and content that goes on to further pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.blocks.contents import Contents
from briefing.blocks.notes import Called, Footnotes
from briefing.blocks.prose import Paragraph
from briefing.compose import compose, explanation
from briefing.diagnostics import Diagnostics
from briefing.drawing import Text
from briefing.layout.text import Span
from briefing.structure import Artifact, Node, Role
from tests.said import overlapping, said
from tests.unit.test_compose import (
    SENTENCE,
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
    from briefing.brand.model import Brand
    from briefing.compose import Composed
    from briefing.content.publication import Publication

NOTE = "method.note-1"
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
    assert set(tight) == {0, 2, 3}, "one paragraph gains nothing by less white between blocks"


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


def test_a_further_page_has_its_head_again_and_is_read_without_it(civic: Brand) -> None:
    made = well(civic, publication(sheet("Method", *LONG)))
    second = made.pages.pages[1]
    heads = [text(box) for box in second.boxes if box.owner is Artifact.HEADER]
    assert "Method, continued" in [" ".join(each.split()) for each in heads]
    boxes = [box for page in made.pages.pages for box in page.boxes]
    assert "continued" not in said(made.tree.root, boxes)


def test_a_paragraph_over_two_pages_is_one_paragraph(civic: Brand) -> None:
    made = well(civic, publication(sheet("Method", *LONG)))
    owners = [
        {box.owner for box in page.boxes if isinstance(box.owner, Node)}
        for page in made.pages.pages
    ]
    both = owners[0] & owners[1]
    assert all(node.role is Role.PARAGRAPH for node in both)
    assert len([node for node in made.tree if node.role is Role.PARAGRAPH]) == len(LONG)


def test_notes_stand_at_the_end_of_words_that_go_on(civic: Brand) -> None:
    """The first page calls the note, the last one holds it below its words."""
    here = paragraph().where
    mark = Span("1", link=f"#{NOTE}", script="sup", title="Note 1")
    first = Paragraph(where=here, words=(Span("Called"), mark))
    called = (Called(1, NOTE, ((Span("Of all."),),), here),)
    notes = Footnotes(where=here, called=called, beside=("paragraph",))
    made = well(civic, publication(sheet("Method", first, *LONG, notes)))
    pages = made.pages.pages
    assert len(pages) > 1
    (place,) = (n for n, page in enumerate(pages) for box in page.boxes if box.anchor == NOTE)
    assert place == len(pages) - 1
    boxes = [box for page in pages for box in page.boxes]
    assert said(made.tree.root, boxes).rstrip().endswith("Of all.")


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


# -- explained -------------------------------------------------------------------------------------


def test_every_arrangement_is_explained_and_one_is_taken(civic: Brand) -> None:
    made = well(civic, publication(sheet("One", paragraph(), master="text"), format_="slide"))
    lines = explanation("report", made.tried).splitlines()
    assert lines[0] == "report, page 1: text"
    names = {line[4:].split()[0] for line in lines[1:]}
    assert names == {each.name for each in civic.formats["slide"].masters["text"].arrangements}
    assert [line.startswith("  >") for line in lines[1:]].count(True) == 1


def test_a_pin_that_the_brand_does_not_know_is_told_and_the_page_is_made(civic: Brand) -> None:
    made, diagnostics = composed(
        civic, publication(sheet("One", paragraph(), arrangement="colums"))
    )
    assert [(each.code, each.severity.value) for each in diagnostics] == [
        ("unknown-arrangement", "warning")
    ]
    assert len(made.pages.pages) == 1

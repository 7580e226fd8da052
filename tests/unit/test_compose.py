"""Pages composed: arrangements chosen, the tree in the order of the words, faults with places."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from briefing.blocks.chart import ChartBlock
from briefing.blocks.contents import Contents
from briefing.blocks.notes import Called, Footnotes
from briefing.blocks.prose import Lead, Note, Paragraph, Subheading
from briefing.blocks.quote import Quote
from briefing.blocks.rule import Rule
from briefing.blocks.table import TableBlock
from briefing.brand.masters import Area
from briefing.charts.donut import Donut
from briefing.charts.number import Number
from briefing.charts.people import People
from briefing.compose import Divider, compose
from briefing.compose.score import AIRY, HOLLOW
from briefing.compose.trial import home, homes_of
from briefing.content.publication import Publication, Section, Sheet
from briefing.diagnostics import Diagnostics, Source
from briefing.drawing import MM, Rect, Text
from briefing.layout.text import Span
from briefing.structure import Artifact, Node, Role
from briefing.survey.model import Comment
from briefing.tables.model import Part
from tests.said import overlapping, said
from tests.unit.charts.tabled import ASPECTS, KNOWS, grid

if TYPE_CHECKING:
    from briefing.blocks.model import Block
    from briefing.brand.masters import Arrangement
    from briefing.brand.model import Brand
    from briefing.compose import Composed
    from briefing.layout.pages import Box, Page

SENTENCE = "We were told what had been decided and then asked what we thought of it. "


def at(line: int) -> Source:
    return Source("words.md", line, 1)


def paragraph(text: str = "Some words.", line: int = 2, area: str = "") -> Paragraph:
    return Paragraph(where=at(line), words=(Span(text),), area=area)


def quote(text: str = SENTENCE, line: int = 5) -> Quote:
    comment = Comment("c", "r", "q", text.strip(), "A leader", consent=True, where=at(1))
    return Quote(where=at(line), comment=comment)


def sheet(
    heading: str, *blocks: Block, master: str = "method", line: int = 1, **more: object
) -> Sheet:
    made = Sheet(
        master=master,
        heading=(Span(heading),),
        level=1,
        anchor=heading.lower().replace(" ", "-"),
        where=at(line),
        blocks=blocks,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def publication(
    *entries: Sheet | Section, format_: str = "a4", title: str = "A title"
) -> Publication:
    return Publication(
        name="leaflet",
        title=title,
        language="en-GB",
        publisher="The Society",
        format=format_,
        final=True,
        entries=entries,
    )


def section(title: str, level: int = 1, line: int = 1) -> Section:
    return Section(title=title, anchor=f"part-{title.lower()}", level=level, where=at(line))


def composed(
    brand: Brand, written: Publication, *dividers: Divider
) -> tuple[Composed, Diagnostics]:
    diagnostics = Diagnostics()
    made = compose(written, brand, dividers, diagnostics)
    assert made is not None
    return made, diagnostics


def well(brand: Brand, written: Publication, *dividers: Divider) -> Composed:
    """Composed without any remark."""
    made, diagnostics = composed(brand, written, *dividers)
    assert not diagnostics.entries, [str(each) for each in diagnostics]
    return made


def faults(brand: Brand, written: Publication) -> list[tuple[str, str]]:
    _, diagnostics = composed(brand, written)
    return [(each.code, str(each.where)) for each in diagnostics]


def roles(made: Composed) -> list[str]:
    return [node.role.value for node in made.tree]


def headings(made: Composed) -> list[tuple[str, str]]:
    boxes = [box for page in made.pages.pages for box in page.boxes]
    return [
        (node.role.value, said(node, boxes))
        for node in made.tree
        if node.role in {Role.H1, Role.H2, Role.H3, Role.H4}
    ]


def text(box: Box) -> str:
    return "".join(mark.run.text for mark in box.marks if isinstance(mark, Text))


def lines_of(page: Page, owner: Artifact) -> list[Box]:
    return [box for box in page.boxes if box.owner is owner and text(box)]


# -- pages and arrangements ------------------------------------------------------------------------


def test_each_sheet_is_a_page_with_its_number(civic: Brand) -> None:
    made = well(civic, publication(sheet("One", paragraph()), sheet("Two", paragraph())))
    assert [page.label for page in made.pages.pages] == ["1", "2"]
    assert [text(box) for box in lines_of(made.pages.pages[1], Artifact.FOOTER)] == ["2", "A title"]


@pytest.mark.parametrize(("height", "white"), [(230.0, HOLLOW), (210.0, AIRY)])
def test_a_hollow_page_gives_way_to_one_that_its_words_fill_once_they_are_taken_in(
    civic: Brand, height: float, white: float
) -> None:
    """Words a line too high for the place that they fill used to stand alone in a large one."""
    a4 = civic.formats["a4"]
    master = a4.masters["steps"]
    only = replace(master.arrangements[0], seams=())

    def high(points: float) -> tuple[Area, ...]:
        """The areas with that of the words so high."""
        return tuple(
            replace(area, rect=replace(area.rect, height=points if area.name == "words" else 80.0))
            for area in only.areas
        )

    tall, low = (replace(only, name=n, areas=high(h)) for n, h in (("tall", height), ("low", 112)))
    own = replace(master, arrangements=(tall, low))
    brand = replace(civic, formats={"a4": replace(a4, masters={**a4.masters, "steps": own})})
    written = publication(sheet("Next", *[paragraph(SENTENCE)] * 5, master="steps"))
    made = well(brand, written)
    fits = made.pages.fits
    assert next(each for each in made.tried if not each.taken).trial.score.white > white
    assert {fit.arrangement for fit in fits} == {"low"}
    assert {fit.copyfit for fit in fits if fit.area == "words"} == {"white 50%"}


def test_an_arrangement_can_be_pinned(civic: Brand) -> None:
    names = [each.name for each in civic.formats["slide"].masters["quotes"].arrangements]
    for name in names:
        written = publication(
            sheet("Voices", quote(), master="quotes", arrangement=name), format_="slide"
        )
        assert {fit.arrangement for fit in well(civic, written).pages.fits} == {name}


def test_pages_of_one_kind_take_turns_among_arrangements(civic: Brand) -> None:
    pages = [sheet(f"Voices {n}", quote(), master="quotes") for n in range(3)]
    made = well(civic, publication(*pages, format_="slide"))
    assert len({fit.arrangement for fit in made.pages.fits}) > 1


def test_words_of_one_place_are_within_a_step_of_each_other(civic: Brand) -> None:
    """Short quotations were set twice as large as the long ones on the next page."""
    chart = ChartBlock(where=at(4), table=KNOWS, chart=Donut())
    short = sheet("Short", chart, *[quote("So it is.")] * 2, master="theme", number=1)
    long = sheet("Long", chart, *[quote(SENTENCE * 3)] * 3, master="theme", number=2)

    def sizes(*pages: Sheet) -> list[float]:
        pinned = [replace(each, arrangement="band") for each in pages]
        made = well(civic, publication(*pinned))
        return [each.trial.steps["quotes"].size for each in made.tried if each.taken]

    alone = sizes(short)[0]
    beside, least = sizes(short, long)
    steps = [
        1.0,
        *(
            step.size
            for step in civic.formats["a4"].masters["theme"].arrangements[0].areas[-1].larger
        ),
    ]
    assert least == 1.0
    assert alone > steps[1] >= beside


COUNTS = (10,) * sum(each.part is not Part.NET for each in ASPECTS.columns)


def test_tables_are_all_set_in_one_size(civic: Brand) -> None:
    """A short one had larger figures than the long one on the page before it."""
    few, many = (
        TableBlock(
            where=at(9),
            table=grid("t", ASPECTS.columns, {f"i{n}": (f"Item {n}", COUNTS) for n in range(rows)}),
            answers="across",
        )
        for rows in (3, 14)
    )

    def sizes(*tables: TableBlock) -> list[float]:
        pages = [
            sheet(f"Tables {place}", each, master="tables", arrangement="rows")
            for place, each in enumerate(tables)
        ]
        made = well(civic, publication(*pages, format_="slide"))
        return [each.trial.steps["rows"].size for each in made.tried if each.taken]

    assert sizes(few)[0] > 1.0
    assert sizes(few, many) == [1.0, 1.0]


def test_an_arrangement_that_holds_all_is_preferred_to_one_that_does_not(civic: Brand) -> None:
    many = [quote(SENTENCE * 2, line) for line in range(5, 8)]
    chart = ChartBlock(where=at(4), table=KNOWS, chart=Donut())
    written = publication(sheet("Known", chart, *many, master="theme", number=1))
    assert well(civic, written).pages.pages


def test_a_place_that_stays_empty_gives_its_width_to_the_one_beside_it(civic: Brand) -> None:
    """A figure stood in a corner of its band, and nothing else in the rest of it."""
    chart = ChartBlock(where=at(4), table=KNOWS, chart=Donut())
    figure = ChartBlock(where=at(5), table=KNOWS, chart=People(highlight="great_deal"))
    alone = sheet("Alone", chart, figure, master="theme", number=1, arrangement="foot-figure")
    beside = replace(alone, blocks=(chart, figure, quote()))

    def width(page: Sheet) -> float:
        trial = next(each.trial for each in well(civic, publication(page)).tried if each.taken)
        return next(area.rect.width for area, _ in trial.areas if area.name == "figure")

    assert width(alone) > 2 * width(beside)


@pytest.mark.parametrize("brand", ["civic", "heritage"])
def test_a_theme_without_voices_has_no_panel_for_them(
    brand: str, request: pytest.FixtureRequest
) -> None:
    chart = ChartBlock(where=at(4), table=KNOWS, chart=Donut())
    page = sheet("Alone", chart, master="theme", number=1)
    composed = well(request.getfixturevalue(brand), publication(page))
    assert next(each.trial for each in composed.tried if each.taken).score.panels == 0


def test_four_figures_are_a_wall_of_two_rows(heritage: Brand) -> None:
    """In three columns the fourth stood alone, below the third."""
    figures = [
        ChartBlock(where=at(4 + each), table=KNOWS, chart=Number(highlight="great_deal"))
        for each in range(4)
    ]
    composed = well(heritage, publication(sheet("Wall", *figures, master="wall")))
    trial = next(each.trial for each in composed.tried if each.taken)
    assert next(area.flow for area, has in trial.areas if len(has) == len(figures)) == 2


def test_a_block_can_name_its_area(civic: Brand) -> None:
    written = sheet("A page", paragraph("Said here.", area="words"))
    assert well(civic, publication(written)).pages.pages
    assert faults(civic, publication(sheet("A page", paragraph(area="nowhere")))) == [
        ("no-place", "words.md:2:1")
    ]


def test_grounds_reach_into_the_bleed_where_they_meet_the_trim(civic: Brand) -> None:
    made = well(civic, publication(sheet("Cover", master="cover")))
    ground = next(box for box in made.pages.pages[0].boxes if box.ground)
    assert ground.owner is Artifact.GROUND
    bleed = civic.formats["a4"].geometry.bleed
    assert (ground.rect.x, ground.rect.y) == (-bleed, -bleed)
    assert ground.rect.right == pytest.approx(210 * MM + bleed)


# -- the tree --------------------------------------------------------------------------------------


def test_reading_goes_by_the_words_wherever_they_stand(civic: Brand) -> None:
    lead = Lead(where=at(2), paragraphs=((Span("First a lead."),),))
    note = Note(where=at(4), paragraphs=((Span("Last a note."),),))
    written = publication(sheet("Known", lead, quote("A voice."), note, master="theme", number=3))
    made = well(civic, written)
    boxes = [box for page in made.pages.pages for box in page.boxes]
    voice = "\N{LEFT DOUBLE QUOTATION MARK}A voice.\N{RIGHT DOUBLE QUOTATION MARK} A leader"
    assert said(made.tree.root, boxes) == f"3 Known First a lead. {voice} Last a note."


def test_a_page_is_a_section_with_its_short_title(civic: Brand) -> None:
    made = well(civic, publication(sheet("A long heading", paragraph(), short="Short")))
    assert made.tree.root.children[0].title == "Short"
    assert roles(made)[:4] == ["Document", "Sect", "P", "H1"]


def test_a_section_s_title_is_a_heading_once_and_a_running_head_after(civic: Brand) -> None:
    made = well(
        civic,
        publication(
            section("Findings"),
            sheet("One", paragraph(), level=2),
            sheet("Two", paragraph(), level=2),
        ),
    )
    assert headings(made) == [("H1", "Findings"), ("H2", "One"), ("H2", "Two")]
    again = [box for box in made.pages.pages[1].boxes if box.owner is Artifact.HEADER]
    assert [text(box) for box in again] == ["Findings"]


def test_pages_below_a_page_stand_within_it(civic: Brand) -> None:
    made = well(
        civic,
        publication(
            sheet("Part", paragraph()),
            sheet("Detail", paragraph(), level=2),
            sheet("Next", paragraph()),
        ),
    )
    assert headings(made) == [("H1", "Part"), ("H2", "Detail"), ("H1", "Next")]
    assert [each.title for each in made.tree.root.children] == ["Part", "Next"]
    assert [(each.title, each.level) for each in made.pages.bookmarks] == [
        ("Part", 1),
        ("Detail", 2),
        ("Next", 1),
    ]


def test_a_page_named_as_its_section_makes_no_gap_among_the_headings(civic: Brand) -> None:
    made = well(
        civic,
        publication(
            section("Method"),
            sheet("Method", paragraph(), level=2),
            sheet("Detail", paragraph(), level=3),
        ),
    )
    assert headings(made) == [("H1", "Method"), ("H2", "Detail")]


def test_subheadings_step_down_from_their_page_s_heading(civic: Brand) -> None:
    deep = [
        Subheading(where=at(2), words=(Span(f"Hashes {level}"),), level=level)
        for level in (4, 2, 3, 1)
    ]
    made = well(civic, publication(section("Part"), sheet("Page", *deep, paragraph(), level=2)))
    assert headings(made) == [
        ("H1", "Part"),
        ("H2", "Page"),
        ("H3", "Hashes 4"),
        ("H3", "Hashes 2"),
        ("H3", "Hashes 3"),
        ("H3", "Hashes 1"),
    ]


def test_a_section_without_pages_is_told_and_leaves_no_empty_node(civic: Brand) -> None:
    written = publication(section("Nothing", level=2, line=7), sheet("One", paragraph()))
    made, diagnostics = composed(civic, written)
    assert [str(each.where) for each in diagnostics.warnings] == ["words.md:7:1"]
    assert "Nothing" not in [node.title for node in made.tree]
    assert "Nothing" not in [each.title for each in made.pages.bookmarks]


def test_a_section_whose_pages_are_another_s_is_told(civic: Brand) -> None:
    written = publication(
        section("Nothing", line=7), section("Findings"), sheet("One", paragraph(), level=2)
    )
    made, diagnostics = composed(civic, written)
    assert [str(each.where) for each in diagnostics] == ["words.md:7:1"]
    assert [each.title for each in made.tree.root.children] == ["Findings"]


def test_a_section_of_sections_starts_with_the_first_page_below_it(civic: Brand) -> None:
    made = well(
        civic,
        publication(
            section("Findings"), section("Knowledge", level=2), sheet("One", paragraph(), level=3)
        ),
    )
    found = [(each.title, each.anchor, each.level) for each in made.pages.bookmarks]
    assert found == [("Findings", "one", 1), ("Knowledge", "one", 2), ("One", "one", 3)]


def test_an_unlisted_page_has_no_bookmark(civic: Brand) -> None:
    made = well(civic, publication(sheet("Cover", master="cover", unlisted=True)))
    assert not made.pages.bookmarks


def test_a_heading_is_where_its_anchor_leads(civic: Brand) -> None:
    made = well(civic, publication(sheet("One", paragraph())))
    found = [box for box in made.pages.pages[0].boxes if box.anchor == "one"]
    assert [text(box) for box in found] == ["One"]


# -- contents and appendices -----------------------------------------------------------------------


def contents_of(made: Composed, page: int = 0) -> list[str]:
    boxes = [box for each in made.pages.pages for box in each.boxes]
    node = next(node for node in made.tree if node.role is Role.CONTENTS)
    assert any(box.owner in set(node.walk()) for box in made.pages.pages[page].boxes)
    return [said(entry, boxes) for entry in node.children]


def appendix(
    letter: str,
    *sizes: tuple[float, float],
    included: bool = True,
    folio: bool = True,
) -> Divider:
    where = Source("publication.toml", 9)
    return Divider(letter, "Tables", where, included=included, sizes=sizes, folio=folio)


def test_contents_list_neither_the_page_they_stand_on_nor_the_first(civic: Brand) -> None:
    written = publication(
        sheet("The title", paragraph(), master="title"),
        sheet("In this report", Contents(where=at(2)), master="contents"),
        sheet("One", paragraph(), master="text"),
        format_="slide",
    )
    assert contents_of(well(civic, written), 1) == ["One 3"]


@pytest.mark.parametrize("brand_name", ["civic", "heritage"])
@pytest.mark.parametrize(("format_", "master"), [("a4", "cover"), ("slide", "title")])
def test_a_long_title_is_set_smaller_until_it_fits(
    brand_name: str, format_: str, master: str, request: pytest.FixtureRequest
) -> None:
    brand: Brand = request.getfixturevalue(brand_name)
    scale = brand.formats[format_].scale
    sizes = []
    for title in (
        "In short",
        "Getting about in Llanfair and the valleys north of it, by bus, by train and on foot",
    ):
        made = well(brand, publication(sheet(title, paragraph(), master=master), format_=format_))
        page = made.pages.pages[0]
        heading = [box for box in page.boxes if text(box).startswith(title[:5])]
        sizes.append(next(m.run.size for m in heading[0].marks if isinstance(m, Text)))
    assert sizes[1] < sizes[0]
    assert set(sizes) <= set(scale)


def test_contents_name_pages_sections_and_appendices_with_their_labels(civic: Brand) -> None:
    written = publication(
        sheet("In this report", Contents(where=at(2)), master="contents", unlisted=True),
        section("Findings"),
        sheet("One", paragraph(), master="text", level=2),
        format_="slide",
    )
    made = well(civic, written, appendix("A", A4, A4), appendix("B", A4))
    listed = ["Findings 2", "One 2", "Appendix A: Tables 3", "Appendix B: Tables 6"]
    assert contents_of(made) == listed
    assert [page.label for page in made.pages.pages] == [str(page) for page in range(1, 8)]
    assert made.appended == {"A": range(3, 5), "B": range(6, 7)}
    assert made.lengths == {"appendix-a": 3, "appendix-b": 2}


A4, SLIDE = (210 * MM, 297 * MM), (338.67 * MM, 190.5 * MM)


def test_pages_made_elsewhere_are_held_a_place_with_the_folio_of_our_own(civic: Brand) -> None:
    written = publication(
        sheet("One", paragraph(), master="text"),
        format_="slide",
    )
    made = well(civic, written, appendix("A", SLIDE, A4))
    own = civic.formats["slide"].stamped
    slide, upright = (made.pages.pages[place] for place in made.appended["A"])
    assert {box.owner for box in (*slide.boxes, *upright.boxes)} == {Artifact.FOOTER}
    for page, number in ((slide, "3"), (upright, "4")):
        words = [text(box) for box in page.boxes]
        assert number in words
        assert "Appendix A: Tables" in words
    folio = next(box for box in slide.boxes if text(box) == "3")
    place = next(item.rect for item in own if item.text == "{page}")
    assert (folio.rect.right, folio.rect.y) == pytest.approx((place.right, place.y))
    moved = next(box for box in upright.boxes if text(box) == "4")
    assert A4[0] - moved.rect.right == pytest.approx(SLIDE[0] - place.right)
    assert A4[1] - moved.rect.y == pytest.approx(SLIDE[1] - place.y)
    ends = [(box.rect.x, box.rect.right) for box in upright.boxes]
    assert all(end <= start for (_, end), (start, _) in pairwise(ends))


def test_an_appendix_that_is_set_stands_between_merged_ones(civic: Brand) -> None:
    """With its divider, its lines of contents, its bookmarks, its kickers, its numbers."""
    written = replace(
        publication(
            sheet("In this report", Contents(where=at(2), depth=3), master="contents"),
            sheet("One", paragraph(), master="text"),
            format_="slide",
        ),
        appended={
            "appendix-b": (
                sheet("First", paragraph(), master="text", level=3),
                section("Inner", level=3),
                sheet("Second", paragraph(), master="text", level=4),
                sheet("Third", paragraph(), master="text", level=3),
            )
        },
        appendix=2,
    )
    made = well(civic, written, appendix("A", SLIDE), appendix("B"), appendix("C", SLIDE))
    assert contents_of(made) == [
        "One 2",
        "Appendix A: Tables 3",
        "Appendix B: Tables 5",
        "First 6",
        "Inner 7",
        "Third 8",
        "Appendix C: Tables 9",
    ]
    assert made.appended == {"A": range(3, 4), "B": range(5, 8), "C": range(9, 10)}
    assert [(each.title, each.level) for each in made.pages.bookmarks][2:] == [
        ("Appendix A: Tables", 2),
        ("Appendix B: Tables", 2),
        ("First", 3),
        ("Inner", 3),
        ("Second", 4),
        ("Third", 3),
        ("Appendix C: Tables", 2),
    ]
    first, second, third = (words_of(made.pages.pages[place]) for place in made.appended["B"])
    assert [each.count("Appendix B: Tables") for each in (first, second, third)] == [1, 0, 1]
    assert second.count("Inner") == 1
    assert [words.split()[-1] for words in (first, second, third)] == ["6", "7", "8"]


def words_of(page: Page) -> str:
    return " ".join(text(box) for box in page.boxes)


def test_pages_made_elsewhere_may_be_left_without_a_folio(civic: Brand) -> None:
    written = publication(sheet("One", paragraph(), master="text"), format_="slide")
    made = well(civic, written, appendix("A", A4, folio=False))
    assert [page.label for page in made.pages.pages] == ["1", "2", "3"]
    assert made.pages.pages[2].boxes == ()


def test_an_appendix_left_out_is_listed_and_has_no_page(civic: Brand) -> None:
    written = publication(
        sheet("In this report", Contents(where=at(2)), master="contents", unlisted=True),
        format_="slide",
    )
    made = well(civic, written, appendix("A", included=False))
    assert contents_of(made) == ["Appendix A: Tables screen edition only"]
    assert len(made.pages.pages) == 1
    assert made.appended == {}


# -- faults ----------------------------------------------------------------------------------------


def test_words_that_do_not_fit_are_told_with_the_block_that_is_over(civic: Brand) -> None:
    steps = [paragraph(SENTENCE * 12, line) for line in (10, 20, 30, 40)]
    _, diagnostics = composed(civic, publication(sheet("Next", *steps, master="steps")))
    (told,) = diagnostics
    assert told.code == "overset"
    assert str(told.where) == "words.md:40:1", "the last one is over"
    assert re.fullmatch(
        r"page 1: paragraph is \d+\.\d mm too high for its place 'words', \d+ words over",
        told.message,
    )


def covered(civic: Brand, publisher: str) -> tuple[str, float, Diagnostics]:
    """The publisher as a cover shows it, its size, and what was told."""
    words = replace(publication(sheet("One", paragraph(), master="cover")), publisher=publisher)
    made, diagnostics = composed(civic, words)
    (box,) = lines_of(made.pages.pages[0], Artifact.HEADER)[-1:]
    (mark,) = [each for each in box.marks if isinstance(each, Text)]
    return text(box), mark.run.size, diagnostics


def test_a_long_publisher_is_set_smaller_before_any_word_of_it_is_cut(civic: Brand) -> None:
    short, long = (
        "The Council",
        "The Joint Transport Authority of the Northern Valleys and the Coast ",
    )
    _, designed, _ = covered(civic, short)
    words, size, diagnostics = covered(civic, (long + long[:20]).strip())
    assert words == (long + long[:20]).strip()
    assert civic.formats["a4"].minimum <= size < designed
    assert not list(diagnostics)
    words, size, diagnostics = covered(civic, (long * 4).strip())
    assert words.endswith("\N{HORIZONTAL ELLIPSIS}")
    assert [each.code for each in diagnostics] == ["words-cut"]


def test_a_running_title_stays_on_its_line_and_says_that_it_goes_on(civic: Brand) -> None:
    long = "A title that goes on and on " * 4
    made = well(civic, publication(sheet("One", paragraph()), title=long))
    lines = [text(box) for box in lines_of(made.pages.pages[0], Artifact.FOOTER)]
    titles = [line for line in lines if line.startswith("A title")]
    assert len(titles) == 1
    assert titles[0].endswith("\N{HORIZONTAL ELLIPSIS}")
    assert not overlapping(lines_of(made.pages.pages[0], Artifact.FOOTER))


def test_running_words_that_end_with_dots_are_told_once_where_they_are_given(civic: Brand) -> None:
    """They were cut at the foot of every page without a word."""
    written = publication(sheet("One", paragraph()), sheet("Two", paragraph()))
    where = Source("publication.toml", 12)
    short, long = (
        replace(written, running="A foot " * count, running_where=where) for count in (2, 40)
    )
    assert not list(composed(civic, short)[1])
    (told,) = composed(civic, long)[1]
    assert (told.code, str(told.where)) == ("words-cut", "publication.toml:12")


def test_a_section_whose_name_ends_with_dots_is_told_once_where_its_heading_stands(
    civic: Brand,
) -> None:
    """The foot of every page of it ended with dots, and nobody heard of that."""
    long = section("What is said of the halls, by all who use them " * 2, line=3)
    chart = ChartBlock(where=at(5), table=KNOWS, chart=Donut())
    pages = [
        sheet(name, chart, master="finding", level=2, arrangement="wide") for name in ("One", "Two")
    ]
    _, diagnostics = composed(civic, publication(long, *pages, format_="slide"))
    (told,) = diagnostics
    assert (told.code, str(told.where)) == ("words-cut", "words.md:3:1")
    assert 'short="…"' in told.hint
    made = well(civic, publication(replace(long, short="The halls"), *pages, format_="slide"))
    feet = [text(box) for box in lines_of(made.pages.pages[-1], Artifact.FOOTER)]
    assert "The halls" in feet
    assert next(node for node in made.tree if node.role is Role.SECTION).title == long.title


def test_an_unknown_page_is_told_with_those_that_there_are(civic: Brand) -> None:
    _, diagnostics = composed(civic, publication(sheet("One", master="poster", line=8)))
    assert [(each.code, str(each.where)) for each in diagnostics] == [
        ("unknown-master", "words.md:8:1")
    ]
    assert "theme" in diagnostics.entries[0].hint


def test_an_unknown_arrangement_is_told(civic: Brand) -> None:
    written = publication(sheet("One", paragraph(), arrangement="diagonal", line=8))
    assert faults(civic, written) == [("unknown-arrangement", "words.md:8:1")]


def test_a_block_without_a_place_is_told_with_what_the_page_takes(civic: Brand) -> None:
    _, diagnostics = composed(civic, publication(sheet("One", quote(line=5), master="cover")))
    assert [(each.code, str(each.where)) for each in diagnostics] == [("no-place", "words.md:5:1")]
    assert "paragraph" in diagnostics.entries[0].hint


@pytest.mark.parametrize("brand_name", ["civic", "heritage"])
def test_what_has_no_place_beside_the_others_is_told_alone(
    brand_name: str, request: pytest.FixtureRequest
) -> None:
    """A chart page has no place for a subheading: neither its chart nor its voice is at fault."""
    brand: Brand = request.getfixturevalue(brand_name)
    chart = ChartBlock(where=at(5), table=KNOWS, chart=Donut())
    subheading = Subheading(where=at(7), words=(Span("A word"),), level=2)
    page = sheet("One", chart, subheading, quote(line=9), master="theme", number=1)
    _, diagnostics = composed(brand, publication(page))
    (told,) = diagnostics.entries
    assert (told.code, str(told.where)) == ("no-place", "words.md:7:1")
    assert "'subheading' beside its other blocks" in told.message


def test_where_blocks_have_no_place_together_pages_are_named_that_have_it(civic: Brand) -> None:
    page = sheet("One", quote(line=5), paragraph(line=7), master="method")
    _, diagnostics = composed(civic, publication(page))
    (told,) = diagnostics.entries
    (named,) = re.findall(r"Pages with a place for all of it: (.*)\.$", told.hint)
    for name in named.replace(".", "").split(", "):
        well(civic, publication(replace(page, master=name, number=1)))


def test_a_pin_without_a_place_for_a_block_says_what_it_takes(civic: Brand) -> None:
    """The page has a place for it in other arrangements, so that naming these would mislead."""
    chart = ChartBlock(where=at(5), table=KNOWS, chart=Donut())
    written = publication(sheet("One", chart, master="theme", number=1, arrangement="voices"))
    _, diagnostics = composed(civic, written)
    (told,) = diagnostics.entries
    assert "the arrangement 'voices' of the page 'theme' has no place" in told.message
    assert "chart" not in told.hint.removesuffix(".").split(", ")


def test_faults_of_several_pages_are_told_together(civic: Brand) -> None:
    written = publication(
        sheet("One", master="poster", line=1),
        sheet("Two", paragraph(), arrangement="diagonal", line=8),
        sheet("Three", quote(line=19), master="cover", line=18),
    )
    assert [code for code, _ in faults(civic, written)] == [
        "unknown-master",
        "unknown-arrangement",
        "no-place",
    ]


def test_an_unknown_format_is_told(civic: Brand) -> None:
    diagnostics = Diagnostics()
    assert compose(publication(format_="a5"), civic, (), diagnostics) is None
    assert [each.code for each in diagnostics] == ["unknown-format"]
    assert "slide" in diagnostics.entries[0].hint


def test_a_character_that_no_face_has_is_told(civic: Brand) -> None:
    written = publication(sheet("One", paragraph("Snow \N{SNOWMAN}", line=4)))
    assert faults(civic, written) == [("missing-glyph", "words.md:4:1")]


def test_an_empty_publication_has_no_pages(civic: Brand) -> None:
    made = well(civic, publication())
    assert not made.pages.pages
    assert list(made.tree) == [made.tree.root]


def test_every_owner_is_of_the_tree_it_came_with(civic: Brand) -> None:
    written = publication(sheet("One", paragraph()))
    one, other = well(civic, written), well(civic, written)
    for made, foreign in ((one, other), (other, one)):
        owners = {
            box.owner
            for page in made.pages.pages
            for box in page.boxes
            if isinstance(box.owner, Node)
        }
        assert owners <= set(made.tree)
        assert owners.isdisjoint(foreign.tree)


# -- icons -----------------------------------------------------------------------------------------


def _decorations(made: Composed) -> list[Box]:
    return [box for box in made.pages.pages[0].boxes if box.owner is Artifact.DECORATION]


def test_a_page_shows_its_icon_below_the_numeral_and_says_nothing_of_it(civic: Brand) -> None:
    plainly = sheet("Knowing", paragraph(), quote(), master="theme", number=1)
    written = replace(plainly, blocks=(quote(),))
    bare, iconed = (
        well(civic, publication(each)) for each in (written, replace(written, icon="book"))
    )
    assert _decorations(bare) == []
    (icon,) = _decorations(iconed)
    boxes = iconed.pages.pages[0].boxes
    (numeral,) = (box for box in boxes if text(box) == "1" and box.rect.width > icon.rect.width / 4)
    assert icon.rect.y >= numeral.rect.bottom
    assert icon.rect.right == pytest.approx(numeral.rect.right, abs=1)
    assert roles(bare) == roles(iconed)


@pytest.mark.parametrize("number", [1, 2, 5, 7])
def test_a_numeral_stands_with_its_ink_on_the_edge_of_its_place(
    number: int, civic: Brand, heritage: Brand
) -> None:
    for brand in (civic, heritage):
        made = well(brand, publication(sheet("Knowing", quote(), master="theme", number=number)))
        page = made.pages.pages[0]
        place = dict(page.places)["numeral"]
        ((run, x),) = (
            (mark.run, box.rect.x + mark.x)
            for box in page.boxes
            for mark in box.marks
            if isinstance(mark, Text) and mark.run.text == str(number) and mark.run.size > 60
        )
        style = brand.formats["a4"].styles["numeral"]
        ink = style.roman.ink(str(number))
        edges = {
            "left": x + ink.left * run.size / 1000 - place.x,
            "right": x + ink.right * run.size / 1000 - place.right,
        }
        align = "right" if style.align == "outer" else style.align  # page 1 is a right-hand one
        assert edges[align] == pytest.approx(0, abs=0.3)


def test_an_icon_stands_clear_of_what_a_short_heading_lets_rise(civic: Brand) -> None:
    block = ChartBlock(where=at(3), table=KNOWS, chart=Donut())
    for name in ("foot", "open"):
        page = sheet("Short", block, quote(), master="theme", number=1, icon="book")
        page = replace(page, arrangement=name, blocks=page.blocks if name == "foot" else (block,))
        made = well(civic, publication(page))
        assert len(_decorations(made)) == 1
        assert overlapping([box for box in made.pages.pages[0].boxes if not box.ground]) == []


def test_pages_without_a_place_for_icons_leave_them_out(civic: Brand) -> None:
    made = well(civic, publication(sheet("Method", paragraph(), icon="book")))
    assert _decorations(made) == []


# -- running words ---------------------------------------------------------------------------------


def words_area(brand: Brand, *takes: str) -> Arrangement:
    (first, *_) = brand.formats["a4"].masters["method"].arrangements
    areas = [Area(f"area-{kind}", Rect(0, 0, 100, 100), (kind,)) for kind in takes]
    return replace(first, areas=tuple(areas))


def test_an_area_of_words_takes_every_kind_of_them(civic: Brand) -> None:
    arrangement = words_area(civic, "chart", "words")
    for block in (paragraph(), Note(where=at(2), paragraphs=()), Rule(where=at(2))):
        area = home(block, arrangement)
        assert area is not None
        assert area.name == "area-words"
    assert home(Lead(where=at(2), paragraphs=()), arrangement) is None


def test_an_area_that_names_a_kind_comes_first(civic: Brand) -> None:
    area = home(Rule(where=at(2)), words_area(civic, "words", "rule"))
    assert area is not None
    assert area.name == "area-rule"


def test_a_place_that_is_full_leaves_the_next_blocks_to_another_of_their_kind(civic: Brand) -> None:
    page = words_area(civic, "rule", "words")
    page = replace(page, areas=(replace(page.areas[0], most=1), page.areas[1]))
    homes = homes_of([paragraph(), *(Rule(where=at(line)) for line in (2, 3, 4))], page)
    assert [area and area.name for area in homes] == [
        "area-words",
        "area-rule",
        "area-words",
        "area-words",
    ]


def test_notes_follow_the_words_that_call_them_where_nothing_takes_notes(civic: Brand) -> None:
    called = (Called(1, "a.note-1", ((Span("So."),),), at(3)),)
    block = Footnotes(where=at(3), called=called, beside=("paragraph", "words"))
    for takes, name in ((("words", "note"), "note"), (("lead", "words"), "words")):
        area = home(block, words_area(civic, *takes))
        assert area is not None
        assert area.name == f"area-{name}"


# -- pages without blocks --------------------------------------------------------------------------


def test_a_page_without_anything_below_its_heading_is_pointed_out(civic: Brand) -> None:
    _, diagnostics = composed(civic, publication(sheet("Empty", line=7)))
    (remark,) = diagnostics
    assert (remark.code, remark.severity.value) == ("empty-page", "warning")
    assert remark.where == at(7)
    assert "'Empty'" in remark.message
    assert ".cover, .back" in remark.hint


@pytest.mark.parametrize("master", ["cover", "back"])
def test_a_page_that_speaks_by_its_headline_needs_nothing_else(master: str, civic: Brand) -> None:
    well(civic, publication(sheet("Alone", master=master)))


def test_a_divider_needs_nothing_else(civic: Brand, heritage: Brand) -> None:
    for brand in (civic, heritage):
        well(brand, publication(sheet("Alone", master="divider"), format_="slide"))

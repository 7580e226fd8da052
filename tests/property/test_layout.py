"""Laws of layout: nothing is lost, nothing leaves its page, nothing lies on anything else."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.blocks.chart import ChartBlock
from briefing.blocks.grid import GridCell
from briefing.blocks.listing import ItemList, Steps
from briefing.blocks.model import Gallery
from briefing.blocks.panel import Callout, Message
from briefing.blocks.prose import Lead, Note, Paragraph, Subheading
from briefing.blocks.quotation import Quotation
from briefing.blocks.quote import Quote
from briefing.blocks.rule import Rule
from briefing.blocks.verbatim import CodeBlock
from briefing.blocks.written import WrittenTable
from briefing.brand.model import Area, Ground
from briefing.brand.read import read_brand
from briefing.charts.bars import Bars
from briefing.charts.donut import Donut
from briefing.charts.number import Number
from briefing.compose import compose
from briefing.compose.score import HOLLOW
from briefing.content.publication import Publication, Section, Sheet
from briefing.diagnostics import Diagnostics, Source
from briefing.drawing import Link, Rect, Text
from briefing.layout.fill import fill, needed
from briefing.layout.pages import Box, Elastic, Fragment, Piece, Strip
from briefing.layout.seams import settle
from briefing.layout.text import Span, plain
from briefing.structure import HEADINGS, Artifact, Node, Role
from briefing.survey.model import Comment
from briefing.tables.model import Base, Cell, Head, Part, Table
from tests.conftest import ROOT
from tests.said import described, overlapping, said, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from briefing.blocks.model import Block
    from briefing.brand.model import Brand, Format
    from briefing.compose import Composed
    from briefing.layout.text import Words

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGÀÉÎÖÜŴŶàâçéèêëîïñôöùûüŵŷßœæ"
GALLERY = Gallery()
GALLERY_IDS: dict[Table, str] = {}


PUBLICATIONS = int(os.environ.get("PUBLICATIONS", "300"))
"""How many random publications are laid out; `make soak` asks for more."""


@cache
def brand_of(name: str) -> Brand:
    brand = read_brand(ROOT / "styles" / name, Diagnostics())
    assert brand is not None
    return brand


# -- what is published -----------------------------------------------------------------------------

words_alone = st.one_of(
    st.sampled_from(
        ["and", "a", "the", "councillors", "well-informed", "Gŵyr", "21%", "\N{EN DASH}"]
    ),
    st.text(LETTERS, min_size=1, max_size=11),
)


@st.composite
def phrases(draw: st.DrawFn, most: int = 30) -> Words:
    """Words with their dress; blanks stand in the spans or between them."""
    spans = []
    for _ in range(draw(st.integers(1, 4))):
        text = " ".join(draw(st.lists(words_alone, min_size=1, max_size=max(1, most // 4))))
        dress = draw(st.sampled_from(["", "", "strong", "emphasis", "link", "language"]))
        spans.append(
            Span(
                text,
                strong=dress == "strong",
                emphasis=dress == "emphasis",
                link=draw(st.sampled_from(["#one", "https://example.org"]))
                if dress == "link"
                else "",
                language="cy" if dress == "language" else "",
            )
        )
        spans.append(Span(" "))
    return tuple(spans[:-1])


titles = phrases(most=8).map(lambda made: (Span(words(plain(made))),))
paragraphs = st.lists(phrases(), min_size=1, max_size=2).map(tuple)
items = st.lists(phrases(most=16), min_size=1, max_size=4).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    counts = draw(st.lists(st.integers(0, 40), min_size=2, max_size=5).filter(any))
    labels = draw(
        st.lists(st.text(LETTERS, min_size=3, max_size=14), min_size=5, max_size=5, unique=True)
    )
    total = sum(counts)
    table = Table(
        "q",
        "A question",
        " ".join(draw(st.lists(words_alone, min_size=1, max_size=9))),
        (Head("all", "All respondents", Part.WHOLE),),
        tuple(Head(f"a{n}", labels[n], Part.ANSWER) for n in range(len(counts))),
        (Base(total, f"{total} people who answered"),),
        (tuple(Cell(Fraction(each, total), each) for each in counts),),
    )
    name = GALLERY_IDS.setdefault(table, f"q{len(GALLERY_IDS)}")
    return replace(table, id=name)


def where(line: int) -> Source:
    return Source("words.md", line)


@st.composite
def charts(draw: st.DrawFn, kind: str, here: Source) -> Block:
    """A question's chart or a picture of one figure."""
    chart = draw(st.sampled_from([Donut(), Bars(highlight="a1")]))
    if kind == "figure":
        chart = Number(highlight="a0")
    asked = draw(paragraphs if kind == "figure" else st.one_of(st.just(()), paragraphs))
    return ChartBlock(where=here, table=draw(tables()), chart=chart, paragraphs=asked)


@st.composite
def quotes(draw: st.DrawFn, here: Source) -> Block:
    text, name = plain(draw(phrases())), plain(draw(phrases(most=4)))
    return Quote(where=here, comment=Comment("c", "r", "q", text, name, consent=True, where=here))


def blocks(kind: str, line: int) -> st.SearchStrategy[Block]:
    """Blocks of a kind that an area takes."""
    here = st.just(where(line))
    return {
        "paragraph": st.builds(Paragraph, where=here, words=phrases()),
        "lead": st.builds(Lead, where=here, paragraphs=paragraphs),
        "note": st.builds(Note, where=here, paragraphs=paragraphs),
        "message": st.builds(Message, where=here, paragraphs=paragraphs),
        "callout": st.builds(Callout, where=here, paragraphs=paragraphs),
        "list": st.builds(ItemList, where=here, items=items, ordered=st.booleans()),
        "steps": st.builds(Steps, where=here, items=items),
        "subheading": st.builds(Subheading, where=here, words=titles, level=st.integers(1, 6)),
        "quotation": st.builds(
            Quotation,
            where=here,
            parts=st.builds(Paragraph, where=here, words=phrases()).map(lambda made: (made,)),
            attribution=st.one_of(st.just(()), titles),
        ),
        "code": st.builds(
            CodeBlock, where=here, text=st.lists(words_alone, min_size=1).map("  ".join)
        ),
        "rule": st.builds(Rule, where=here),
        "grid": grids(where(line)),
        "quote": quotes(where(line)),
        "figure": charts("figure", where(line)),
        "chart": charts("chart", where(line)),
    }[kind]


@st.composite
def grids(draw: st.DrawFn, here: Source) -> Block:
    """A table that an author wrote, longer than a page now and then."""
    columns = draw(st.integers(1, 3))
    cell = phrases(most=8).map(lambda made: GridCell(made, here))
    row = st.lists(cell, min_size=columns, max_size=columns).map(tuple)
    count = draw(st.sampled_from([1, 2, 5, 60]))
    rows = draw(st.lists(row, min_size=1, max_size=3).map(lambda made: made * count))
    caption = draw(st.one_of(st.just(()), titles))
    return WrittenTable(where=here, head=draw(row), rows=tuple(rows), caption=caption)


RUNNING_WORDS = {"paragraph", "note", "list", "subheading", "quotation", "code", "rule", "grid"}
WRITTEN = {"paragraph", "lead", "note", "message", "callout", "list", "steps", "subheading"}
WRITTEN |= {"quote", "figure", "chart"} | RUNNING_WORDS


@st.composite
def sheets(draw: st.DrawFn, format_: Format, line: int) -> Sheet:
    master = format_.masters[draw(st.sampled_from(sorted(format_.masters)))]
    arrangement = draw(st.sampled_from(master.arrangements))
    named = {kind for area in arrangement.areas for kind in area.takes}
    takes = sorted((named | (RUNNING_WORDS if "words" in named else set())) & WRITTEN)
    kinds = draw(st.lists(st.sampled_from(takes), max_size=4)) if takes else []
    return Sheet(
        master=master.name,
        heading=draw(titles),
        level=draw(st.integers(1, 3)),
        anchor=f"page-{line}",
        where=where(line),
        short=draw(st.sampled_from(["", "In short"])),
        arrangement=draw(st.sampled_from(["", arrangement.name])),
        number=draw(st.sampled_from([None, line])),
        icon=draw(st.sampled_from(["", "book"])),
        blocks=tuple(draw(blocks(kind, line)) for kind in kinds),
    )


@st.composite
def publications(draw: st.DrawFn, brand: Brand, format_name: str) -> Publication:
    entries: list[Sheet | Section] = []
    for line in range(1, draw(st.integers(1, 3)) + 1):
        sheet = draw(sheets(brand.formats[format_name], line))
        if draw(st.booleans()):  # a section holds at least the page behind it
            title = plain(draw(titles))
            level = draw(st.integers(1, 2))
            entries.append(Section(title=title, anchor=f"part-{line}", level=level))
            sheet = replace(sheet, level=level + 1)
        entries.append(sheet)
    return Publication(
        name="random",
        title="Words at random",
        language="en-GB",
        publisher="Nobody at all",
        format=format_name,
        date_words="June 2024",
        entries=tuple(entries),
    )


# -- what must be said -----------------------------------------------------------------------------


@dataclass
class Expected:
    """What a screen reader must hear of a publication, page by page."""

    brand: Brand
    publication: Publication
    composed: Composed

    def words(self) -> str:
        return words(" ".join(self._pages()))

    def _pages(self) -> Iterator[str]:
        section: Section | None = None
        announced = False
        page = 1
        for entry in self.publication.entries:
            if isinstance(entry, Section):
                section, announced = entry, False
                continue
            if section and entry.level <= section.level:
                section = None
            takes = self._takes(entry, str(page))
            page += self.composed.lengths.get(entry.anchor, 1)
            if "numeral" in takes and entry.number:
                yield str(entry.number)
            kicker = section.title if section else entry.short
            repeats = kicker == plain(entry.heading) or (section is not None and announced)
            if "kicker" in takes and kicker and not repeats:
                yield kicker
            yield plain(entry.heading)
            for block in entry.blocks:
                yield from spoken(block)
            announced = True

    def _takes(self, sheet: Sheet, label: str) -> set[str]:
        chosen = next(fit.arrangement for fit in self.composed.pages.fits if fit.page == label)
        master = self.brand.formats[self.publication.format].masters[sheet.master]
        arrangement = next(each for each in master.arrangements if each.name == chosen)
        return {kind for area in arrangement.areas for kind in area.takes}


def spoken(block: Block) -> Iterator[str]:
    """What is heard of a block, in the order of reading."""
    if isinstance(block, ChartBlock):
        yield from _of_chart(block)
    elif type(block) in HEARD:
        yield from HEARD[type(block)](block)
    else:
        yield from (plain(each) for each in block.paragraphs)  # type: ignore[attr-defined]


def _of_chart(block: ChartBlock) -> Iterator[str]:
    yield from (plain(each) for each in block.paragraphs)
    if not block.chart.pictorial:
        if not block.paragraphs:
            yield block.table.question
        yield from block.chart.base_lines(block.table)


def _of_quote(block: Quote) -> Iterator[str]:
    before, behind = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"
    yield f"{before}{block.comment.text}{behind} {block.comment.attribution}"


def _of_quotation(block: Quotation) -> Iterator[str]:
    for part in block.parts:
        yield from spoken(part)
    yield plain(block.attribution)


def _of_grid(block: WrittenTable) -> Iterator[str]:
    yield plain(block.caption)
    yield from (plain(cell.words) for row in (block.head, *block.rows) for cell in row)


HEARD: dict[type[Block], Callable[[Any], Iterable[str]]] = {
    Paragraph: lambda block: (plain(block.words),),
    Subheading: lambda block: (plain(block.words),),
    ItemList: lambda block: map(plain, block.items),
    Steps: lambda block: map(plain, block.items),
    CodeBlock: lambda block: (block.text,),
    Rule: lambda _: (),
    Quote: _of_quote,
    Quotation: _of_quotation,
    WrittenTable: _of_grid,
}


@dataclass
class Laid:
    """A random publication laid out, and the lines of its words where a fault was told."""

    brand: Brand
    publication: Publication
    composed: Composed
    diagnostics: Diagnostics

    def told(self, *codes: str) -> set[int]:
        return {each.where.line for each in self.diagnostics if each.code in codes and each.where}

    def lines(self) -> list[int]:
        """For every page the line of the words that it was written in."""
        return [
            sheet.where.line
            for sheet in self.publication.sheets
            for _ in range(self.composed.lengths.get(sheet.anchor, 1))
        ]


ALLOWED = {"overset", "too-wide", "empty-page"}


def laid_out(data: st.DataObject, brand_name: str, format_name: str) -> Laid:
    brand = brand_of(brand_name)
    publication = data.draw(publications(brand, format_name))
    diagnostics = Diagnostics()
    composed = compose(publication, brand, (), diagnostics, GALLERY)
    assert composed is not None
    assert {each.code for each in diagnostics} <= ALLOWED, [str(each) for each in diagnostics]
    laid = Laid(brand, publication, composed, diagnostics)
    assert len(composed.pages.pages) == len(laid.lines())
    return laid


@pytest.mark.parametrize("format_name", ["a4", "slide"])
@pytest.mark.parametrize("brand_name", ["civic", "heritage"])
@settings(
    max_examples=PUBLICATIONS // 4, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
@given(data=st.data())
def test_the_laws_hold_of_any_publication(
    brand_name: str, format_name: str, data: st.DataObject
) -> None:
    laid = laid_out(data, brand_name, format_name)
    a_page_holds_what_is_on_it(laid)
    lines_stand_on_the_grid(laid)
    no_word_is_lost_and_none_changes_its_place(laid)
    what_is_printed_is_owned_and_what_is_owned_is_printed(laid)
    headings_go_down_one_step_at_a_time(laid)
    no_page_is_hollow_that_could_be_fuller(laid)
    no_type_is_smaller_than_the_brand_allows(laid)


def a_page_holds_what_is_on_it(laid: Laid) -> None:
    """Only grounds reach into the bleed; what does not fit has been told."""
    told = laid.told("overset", "too-wide")
    for line, page in zip(laid.lines(), laid.composed.pages.pages, strict=True):
        trim = page.geometry.trim
        for box in page.boxes:
            rect = box.rect
            if box.ground and line not in told:
                assert trim.grown(page.geometry.bleed).holds(rect)
            if box.ground and box.owner is Artifact.GROUND:
                continue
            assert rect.width >= 0
            assert rect.height >= 0
            if line not in told:
                assert trim.holds(rect), described(box)
        if line not in told:
            assert not overlapping(page.boxes)


RUNNING = {Role.PARAGRAPH, Role.BODY, Role.NOTE, Role.H1, Role.H2, Role.H3, Role.H4}


def lines_stand_on_the_grid(laid: Laid) -> None:
    """The baseline of every line of running text is a whole number of units from the top."""
    grid = laid.brand.formats[laid.publication.format].grid.baseline
    for page in laid.composed.pages.pages:
        for box in page.boxes:
            if not isinstance(box.owner, Node) or box.owner.role not in RUNNING:
                continue
            for mark in box.marks:
                if isinstance(mark, Text) and mark.run.text.strip() not in LARGE:
                    units = (box.rect.y + mark.y) / grid
                    assert units == pytest.approx(round(units), abs=0.01), described(box)


LARGE = {"\N{LEFT DOUBLE QUOTATION MARK}"}
"""Marks that hang by their capitals, whatever line they stand beside."""


def no_page_is_hollow_that_could_be_fuller(laid: Laid) -> None:
    """Another arrangement may be emptier, or nearly as empty, never much fuller."""
    pinned = {each.anchor for each in laid.publication.sheets if each.arrangement}
    starts: dict[str, str] = {}
    page = 1
    for sheet in laid.publication.sheets:
        starts[str(page)] = sheet.anchor
        page += laid.composed.lengths.get(sheet.anchor, 1)
    for each in laid.composed.tried:
        if not each.taken or starts[each.page] in pinned:
            continue
        rivals = [other for other in laid.composed.tried if other.page == each.page]
        sound = [other for other in rivals if other.trial.score.sound]
        assert each in sound or not sound, "what fits is taken before what does not"
        faultless = [other for other in rivals if not other.trial.score.faults]
        assert each in faultless or not faultless, "what has no fault before what has one"
        if each.trial.score.white <= HOLLOW:
            continue
        fuller = min(r.trial.score.white for r in rivals if r.trial.score.sound or r is each)
        assert each.trial.score.white - fuller <= ABOUT_AS_EMPTY


ABOUT_AS_EMPTY = 0.12


def no_type_is_smaller_than_the_brand_allows(laid: Laid) -> None:
    minimum = laid.brand.formats[laid.publication.format].minimum
    for page in laid.composed.pages.pages:
        for box in page.boxes:
            sizes = [mark.run.size for mark in box.marks if isinstance(mark, Text)]
            assert min(sizes, default=minimum) >= minimum - 0.001, described(box)


def no_word_is_lost_and_none_changes_its_place(laid: Laid) -> None:
    boxes = [box for page in laid.composed.pages.pages for box in page.boxes]
    heard = said(laid.composed.tree.root, boxes)
    assert heard == Expected(laid.brand, laid.publication, laid.composed).words()


def what_is_printed_is_owned_and_what_is_owned_is_printed(laid: Laid) -> None:
    known = list(laid.composed.tree)
    once = len(set(known)) == len(known)
    assert once, "a node stands twice in the tree"
    owning = set()
    for page in laid.composed.pages.pages:
        for box in page.boxes:
            linked = any(isinstance(mark, Link) for mark in box.marks)
            role = box.owner.role if isinstance(box.owner, Node) else None
            assert not linked or role is Role.LINK
            if isinstance(box.owner, Node):
                owning.add(box.owner)
    strangers = [node.role for node in owning.difference(known)]
    assert not strangers
    silent = [node.role for node in known if owning.isdisjoint(node.walk())]
    assert not silent


def headings_go_down_one_step_at_a_time(laid: Laid) -> None:
    """PDF/UA-1, 7.4.2: no level is skipped, whatever levels authors gave."""
    last = 0
    for node in laid.composed.tree:
        if node.role in HEADINGS:
            level = HEADINGS.index(node.role) + 1
            assert level <= last + 1
            last = level


# -- areas and seams -------------------------------------------------------------------------------

PAGE = Rect(0, 0, 400, 600)


def strip(height: float) -> Strip:
    return Strip(height, (Box(Artifact.DECORATION, Rect(0, 0, 10, height), ()),))


@st.composite
def fragments(draw: st.DrawFn, *, elastic: bool) -> Fragment:
    pieces: list[Piece] = [strip(draw(st.floats(1, 60))) for _ in range(draw(st.integers(1, 3)))]
    if elastic:
        least = draw(st.floats(10, 120))
        most = least + draw(st.floats(0, 300))
        pieces.append(Elastic(least, most, lambda height: (strip(height),), "chart"))
    made = tuple(pieces)
    return Fragment("block", where(1), made, draw(st.floats(0, 20)))


@st.composite
def stacks(draw: st.DrawFn) -> tuple[list[tuple[Area, tuple[Fragment, ...]]], tuple[float, float]]:
    """One to three areas side by side above a seam, as many below; some hold nothing."""
    top, bottom = draw(st.floats(200, 380)), draw(st.floats(0, 30))
    seam = (top, top + bottom)
    stocked = []
    for side in ("above", "below"):
        count = draw(st.integers(1, 3))
        elastic = draw(st.booleans())
        for place in range(count):
            x = place * 400 / count
            start = draw(st.floats(20, 120))
            rect = (
                Rect(x, start, 400 / count, seam[0] - start)
                if side == "above"
                else Rect(x, seam[1], 400 / count, 580 - start - seam[1])
            )
            area = Area(f"{side}-{place}", rect, ("block",), flow=draw(st.integers(1, 2)))
            has = draw(st.lists(fragments(elastic=elastic), max_size=2))
            stocked.append((area, tuple(has)))
    return stocked, seam


@settings(max_examples=150, deadline=None)
@given(stacks())
def test_a_seam_never_turns_an_area_inside_out(
    made: tuple[list[tuple[Area, tuple[Fragment, ...]]], tuple[float, float]],
) -> None:
    stocked, seam = made
    grounds = (Ground(Rect(0, seam[1] - 2, 400, 602 - seam[1]), "mist"),)
    settled, under = settle(stocked, grounds, [seam])
    for (area, _), (before, _) in zip(settled, stocked, strict=True):
        assert area.rect.height >= 0
        assert PAGE.holds(area.rect)
        assert (area.rect.x, area.rect.width) == (before.rect.x, before.rect.width)
    assert under[0].rect.height >= 0
    assert under[0].rect.bottom == pytest.approx(grounds[0].rect.bottom)


@settings(max_examples=150, deadline=None)
@given(stacks())
def test_a_seam_never_takes_room_that_is_needed(
    made: tuple[list[tuple[Area, tuple[Fragment, ...]]], tuple[float, float]],
) -> None:
    stocked, seam = made
    settled, _ = settle(stocked, (), [seam])
    for (area, has), (before, _) in zip(settled, stocked, strict=True):
        fitted = needed(has, before) <= before.rect.height
        if fitted:
            assert needed(has, area) <= area.rect.height + 0.01
            assert fill(has, area).overset is None
    over_before = sum(max(0.0, needed(has, area) - area.rect.height) for area, has in stocked)
    over_after = sum(max(0.0, needed(has, area) - area.rect.height) for area, has in settled)
    assert over_after <= over_before + 0.01


@settings(max_examples=150, deadline=None)
@given(stacks())
def test_areas_above_and_below_a_seam_keep_apart(
    made: tuple[list[tuple[Area, tuple[Fragment, ...]]], tuple[float, float]],
) -> None:
    stocked, seam = made
    settled, _ = settle(stocked, (), [seam])
    apart = seam[1] - seam[0]
    above = [area.rect.bottom for area, has in settled if has and area.name.startswith("above")]
    below = [area.rect.y for area, has in settled if has and area.name.startswith("below")]
    for high in above:
        for low in below:
            assert low - high == pytest.approx(apart, abs=0.01)

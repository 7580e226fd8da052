"""Publications at random: every kind of block and of chart, with whatever authors put in them."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from hypothesis import strategies as st

from briefing.blocks import CATALOGUE
from briefing.blocks.chart import ChartBlock
from briefing.blocks.contents import Contents
from briefing.blocks.disclosure import DisclosureBlock
from briefing.blocks.grid import GridCell
from briefing.blocks.listing import ItemList, Steps
from briefing.blocks.notes import Called, Footnotes
from briefing.blocks.panel import Callout, Message
from briefing.blocks.picture import PictureBlock
from briefing.blocks.prose import Lead, Note, Paragraph, Subheading
from briefing.blocks.quotation import Quotation
from briefing.blocks.quote import Quote
from briefing.blocks.rule import Rule
from briefing.blocks.sideheads import SideHeads
from briefing.blocks.table import TableBlock
from briefing.blocks.verbatim import CodeBlock
from briefing.blocks.written import WrittenTable
from briefing.brand.read import read_brand
from briefing.charts import CATALOGUE as CHARTS
from briefing.charts.columns import Columns
from briefing.content.publication import Publication, Section, Sheet
from briefing.diagnostics import Diagnostics, Source
from briefing.layout.text import Span, plain
from briefing.survey.declared import Disclosure
from briefing.survey.model import Comment
from briefing.wording.model import DISCLOSED
from tests.conftest import ROOT
from tests.property.surveys import LONG, cases
from tests.said import words

if TYPE_CHECKING:
    from briefing.blocks.model import Block
    from briefing.brand.masters import Arrangement, Format
    from briefing.brand.model import Brand
    from briefing.charts.model import Chart
    from briefing.layout.text import Words
    from briefing.tables.model import Head, Table

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGÀÉÎÖÜŴŶàâçéèêëîïñôöùûüŵŷßœæ"
PICTURE = str(ROOT / "tests" / "manuscripts" / "hall.png")
_NAMES: dict[Table, str] = {}


@cache
def brand_of(name: str) -> Brand:
    brand = read_brand(ROOT / "styles" / name, Diagnostics())
    assert brand is not None
    return brand


def where(sheet: int, block: int = 0) -> Source:
    """The place of a page's heading in the words, or of a block on it: a hundred lines a page."""
    return Source("words.md", 100 * sheet + block)


# -- words -----------------------------------------------------------------------------------------

_COMMON = (
    *("and", "a", "the", "councillors", "well-informed", "Gŵyr", "21%", "\N{EN DASH}", "of", "we"),
    *("neighbourhood", "partnership", "were", "told", "what", "had", "been", "decided,", "then"),
    *("representatives", "acknowledged", "(CCGs)", "2017\N{EN DASH}18", "10,000", "Why?", "£1.5m"),
)
words_alone = st.one_of(st.sampled_from(_COMMON), st.text(LETTERS, min_size=1, max_size=8))


SELDOM = 400
"""One text of so many has a word that no line holds: more, and no page would be without a fault."""


@st.composite
def texts(draw: st.DrawFn, most: int) -> str:
    """Up to so many words, few of them drawn; now and then one that no line holds."""
    own = draw(st.lists(words_alone, min_size=1, max_size=4))
    length = draw(st.integers(1, max(1, most)))
    stride = draw(st.integers(1, 9))
    made = [
        own[place // 3 % len(own)] if place % 3 == 0 else _COMMON[place * stride % len(_COMMON)]
        for place in range(length)
    ]
    if draw(st.integers(1, SELDOM)) == SELDOM // 3:  # at neither end, which is drawn more often
        made[-1] = LONG[: draw(st.integers(30, 200))]
    return " ".join(made)


DRESSES = ("", "", "", "strong", "emphasis", "link", "language", "script")


@st.composite
def phrases(draw: st.DrawFn, most: int = 30) -> Words:
    """Words with their dress; blanks stand in the spans or between them."""
    spans = []
    for _ in range(draw(st.integers(1, 4))):
        dress = draw(st.sampled_from(DRESSES))
        spans.append(
            Span(
                draw(texts(max(1, most // 4) if dress != "script" else 1)),
                strong=dress == "strong",
                emphasis=dress == "emphasis",
                link=draw(st.sampled_from(["#page-1", "https://example.org"]))
                if dress == "link"
                else "",
                language="cy" if dress == "language" else "",
                script=draw(st.sampled_from(["sup", "sub"])) if dress == "script" else "",
            )
        )
        spans.append(Span(" "))
    return tuple(spans[:-1])


titles = phrases(most=8).map(lambda made: (Span(words(plain(made))),))
headings = st.one_of(titles, titles, phrases(most=14).map(lambda made: (Span(words(plain(made))),)))
captions = st.one_of(st.just(()), titles)
paragraphs = st.lists(phrases(), min_size=1, max_size=2).map(tuple)

# -- charts and tables -----------------------------------------------------------------------------


@st.composite
def charts(draw: st.DrawFn, kinds: tuple[type[Chart], ...], here: Source) -> Block:
    """A chart of any of some kinds, of a table that it may be asked to show."""
    kind = draw(st.sampled_from(kinds))
    chart, table = draw(cases(kind))
    table = named(replace(table, question=draw(st.sampled_from([table.question, ""]))))
    asked = draw(st.one_of(st.just(()), paragraphs))
    if kind.pictorial and not asked:
        asked = draw(st.one_of(st.just(()), paragraphs))
    return ChartBlock(
        where=here,
        table=table,
        chart=chart,
        paragraphs=asked,
        base=draw(st.sampled_from([True, True, True, False])),
        question=draw(st.sampled_from([True, True, True, False])),
    )


def named(table: Table) -> Table:
    """The table with a name of its own, so that equal charts alone are drawn once."""
    name = _NAMES.setdefault(table, f"q{len(_NAMES)}")
    return replace(table, id=name)


def broken(table: Table) -> Table:
    """The table without words that have no end, which no column of a table can hold."""

    def heads(given: tuple[Head, ...]) -> tuple[Head, ...]:
        return tuple(
            replace(each, label=each.label[:12]) if each.label[:12] == LONG[:12] else each
            for each in given
        )

    return replace(table, rows=heads(table.rows), columns=heads(table.columns))


PICTORIAL = tuple(each for each in CHARTS if each.pictorial)
ASKED = tuple(each for each in CHARTS if not each.pictorial)
BY_KIND = {f"chart.{each.kind}": (each,) for each in CHARTS}


@st.composite
def figure_tables(
    draw: st.DrawFn, here: Source, answers: Literal["down", "across"] = "down"
) -> Block:
    """The figures of any chart's table."""
    _, table = draw(cases(draw(st.sampled_from(CHARTS))))
    return TableBlock(
        where=here,
        table=named(broken(table)),
        nets=draw(st.booleans()),
        counts=draw(st.booleans()),
        answers=answers,
    )


@st.composite
def written_tables(draw: st.DrawFn, here: Source) -> Block:
    """A table that an author wrote, longer than a page now and then."""
    columns = draw(st.integers(1, 5))
    aligns = draw(st.lists(st.sampled_from(["left", "right", "centre"]), min_size=1, max_size=3))
    cell = st.one_of(phrases(most=8), st.just((Span("1,234"),)), st.just(()))

    def row() -> tuple[GridCell, ...]:
        cells = [draw(cell) for _ in range(columns - 1)] + [draw(phrases(most=8))]
        return tuple(
            GridCell(each, here, aligns[place % len(aligns)]) for place, each in enumerate(cells)
        )

    count = draw(st.sampled_from([1, 1, 2, 5, 60]))
    rows = tuple(row() for _ in range(draw(st.integers(1, 3)))) * count
    return WrittenTable(
        where=here,
        head=row(),
        rows=rows,
        caption=draw(captions),
        heads=draw(st.sampled_from(["", "columns", "both"])),
        width=draw(st.sampled_from([1.0, 1.0, 0.6])),
    )


# -- lists, quotations, pictures -------------------------------------------------------------------


@st.composite
def lists(draw: st.DrawFn, here: Source, depth: int = 0) -> Block:
    """A list, with paragraphs and lists within it to the third level."""
    items = draw(st.lists(phrases(most=16), min_size=1, max_size=4))
    below: list[tuple[Block, ...]] = []
    for _ in items if draw(st.integers(0, 2)) == 0 else ():
        parts: list[st.SearchStrategy[Block]] = [
            st.builds(Paragraph, where=st.just(here), words=phrases(most=16)),
        ]
        if depth < 2:
            parts.append(lists(here, depth + 1))
        below.append(tuple(draw(st.lists(st.one_of(parts), max_size=2))))
    return ItemList(
        where=here,
        items=tuple(items),
        below=tuple(below),
        ordered=draw(st.booleans()),
        start=draw(st.sampled_from([1, 1, 8, 98])),
        delimiter=draw(st.sampled_from(".)")),
        loose=draw(st.booleans()),
    )


def side_headed(here: Source, *, figures: bool) -> st.SearchStrategy[Block]:
    """A list told by its side heads: figures, or words."""
    heads = st.sampled_from(
        ["9%", "100%", "10 of 16"] if figures else ["Who", "Plans, and then more"]
    )

    def item(head: str, rest: Words) -> Words:
        return (Span(head, strong=True), Span(" "), *rest)

    items = st.lists(st.builds(item, heads, phrases(most=16)), min_size=1, max_size=6)
    return items.map(lambda made: SideHeads(where=here, items=tuple(made)))


@st.composite
def quotes(draw: st.DrawFn, here: Source) -> Block:
    text, name = draw(texts(60)), draw(texts(5))
    if draw(st.booleans()):
        name = f"{name}, {draw(texts(3))}"
    return Quote(where=here, comment=Comment("c", "r", "q", text, name, consent=True, where=here))


@st.composite
def pictures(draw: st.DrawFn, here: Source) -> Block:
    """A picture of any shape: a strip, a square, a tower."""
    return PictureBlock(
        where=here,
        file=PICTURE,
        pixels=draw(st.sampled_from([(3000, 400), (3000, 2000), (2000, 2000), (1500, 3000)])),
        alt=draw(st.sampled_from(["", "A hall with its doors open"])),
        caption=draw(captions),
        credit=draw(captions),
        width=draw(st.sampled_from([1.0, 0.5, 0.2])),
    )


@st.composite
def disclosures(draw: st.DrawFn, here: Source) -> Block:
    ids = draw(st.lists(st.sampled_from(sorted(DISCLOSED)), min_size=1, max_size=8, unique=True))
    entries = [
        Disclosure(each, "" if draw(st.booleans()) else draw(texts(30)), draw(texts(8)))
        for each in ids
    ]
    return DisclosureBlock(where=here, disclosures=tuple(entries))


def _quotations(here: Source) -> st.SearchStrategy[Block]:
    part = st.builds(Paragraph, where=st.just(here), words=phrases()) | lists(here, 1)
    parts = st.lists(part, min_size=1, max_size=3).map(tuple)
    return st.builds(Quotation, where=st.just(here), parts=parts, attribution=captions)


_LINES = st.lists(texts(9) | st.sampled_from(["", "    indented by four", "a  b   c"]), min_size=1)


def blocks(kind: str, here: Source) -> st.SearchStrategy[Block]:
    """Blocks of a kind that an area takes."""
    at = st.just(here)
    items = st.lists(phrases(most=16), min_size=1, max_size=6).map(tuple)
    own: dict[str, st.SearchStrategy[Block]] = {
        "paragraph": st.builds(Paragraph, where=at, words=phrases() | phrases(200)),
        "lead": st.builds(Lead, where=at, paragraphs=paragraphs),
        "note": st.builds(Note, where=at, paragraphs=paragraphs),
        "message": st.builds(Message, where=at, paragraphs=paragraphs),
        "callout": st.builds(Callout, where=at, paragraphs=paragraphs),
        "list": lists(here),
        "steps": st.builds(Steps, where=at, items=items),
        "sideheads": side_headed(here, figures=False) | side_headed(here, figures=True),
        "sideheads.figures": side_headed(here, figures=True),
        "sideheads.words": side_headed(here, figures=False),
        "subheading": st.builds(Subheading, where=at, words=titles, level=st.integers(1, 6)),
        "quotation": _quotations(here),
        "code": st.builds(CodeBlock, where=at, text=_LINES.map("\n".join).filter(str.strip)),
        "rule": st.builds(Rule, where=at),
        "grid": written_tables(here),
        "table": figure_tables(here),
        "table.across": figure_tables(here, "across"),
        "picture": pictures(here),
        "quote": quotes(here),
        "figure": charts(PICTORIAL, here),
        "chart": charts(ASKED, here),
        "contents": st.builds(Contents, where=at, depth=st.integers(1, 3)),
        "disclosure": disclosures(here),
    }
    if kind == "chart.column":  # one tall column is a place of its own
        return charts((Columns,), here).filter(lambda block: kind in block.kinds)
    return charts(BY_KIND[kind], here) if kind in BY_KIND else own[kind]


RUNNING = frozenset(each.kind for each in CATALOGUE if each.running)
"""The kinds of running words: an area that takes ``words`` takes them all."""
HEADS = frozenset({"heading", "kicker", "numeral", "icon", "words"})
"""What areas take that no author writes as a block, and the name of all running words."""


def kinds_of(arrangement: Arrangement) -> list[str]:
    """The kinds of block that an arrangement has a place for."""
    takes = {kind for area in arrangement.areas for kind in area.takes}
    more = RUNNING if "words" in takes else frozenset({"picture"} & takes)
    return sorted((takes | more) - HEADS)


# -- pages -----------------------------------------------------------------------------------------


@st.composite
def sheets(draw: st.DrawFn, format_: Format, number: int) -> Sheet:
    master = format_.masters[draw(st.sampled_from(sorted(format_.masters)))]
    arrangement = draw(st.sampled_from(master.arrangements))
    takes = kinds_of(arrangement)
    count = draw(st.sampled_from([0, 1, 2, 3, 3, 4, 5]))
    kinds = draw(st.lists(st.sampled_from(takes), min_size=count, max_size=count)) if takes else []
    if draw(st.integers(0, 5)) == 0:
        kinds *= draw(st.integers(2, 4))  # more than a page holds
    made = [draw(blocks(kind, where(number, place))) for place, kind in enumerate(kinds, 1)]
    if draw(st.integers(0, 2)) == 0:
        made = draw(noted(made, f"page-{number}"))
    return Sheet(
        master=master.name,
        heading=draw(headings),
        level=draw(st.integers(1, 3)),
        anchor=f"page-{number}",
        where=where(number),
        short=draw(st.sampled_from(["", "In short"])),
        arrangement=draw(st.sampled_from(["", "", arrangement.name])),
        number=draw(st.sampled_from([None, number])),
        icon=draw(st.sampled_from(["", "book"])),
        unlisted=draw(st.sampled_from([False, False, True])),
        blocks=tuple(made),
    )


@st.composite
def noted(draw: st.DrawFn, made: list[Block], anchor: str) -> list[Block]:
    """The blocks with marks behind the words of some, and the notes that these call at the end."""
    called: list[Called] = []
    beside: tuple[str, ...] = ()
    marked: list[Block] = []
    for block in made:
        names = (each.name for each in fields(block) if each.name in _MARKABLE)
        field = next((name for name in names if getattr(block, name)), "")
        if not field or not draw(st.booleans()):
            marked.append(block)
            continue
        number = len(called) + 1
        name = f"{anchor}.note-{number}"
        mark = Span(str(number), link=f"#{name}", script="sup")
        marked.append(replace(block, **_with_mark(block, field, mark)))
        called.append(Called(number, name, draw(paragraphs), block.where))
        beside = beside or block.kinds
    if not called:
        return made
    return [*marked, Footnotes(where=called[0].where, called=tuple(called), beside=beside)]


_MARKABLE = ("words", "paragraphs")


def _with_mark(block: Block, field: str, mark: Span) -> dict[str, Any]:
    given = getattr(block, field)
    if field == "words":
        return {field: (*given, mark)}
    return {field: (*given[:-1], (*given[-1], mark))}


@st.composite
def publications(draw: st.DrawFn, brand: Brand, format_name: str) -> Publication:
    entries: list[Sheet | Section] = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        sheet = draw(sheets(brand.formats[format_name], number))
        if draw(st.booleans()):  # a section holds at least the page behind it
            title = plain(draw(titles))
            level = draw(st.integers(1, 2))
            entries.append(Section(title=title, anchor=f"part-{number}", level=level))
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

"""Pages and blocks made from words, with small kinds of block that stand for the catalogue's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from briefing.blocks.model import GIVEN, Block
from briefing.charts.model import Chart, Drawn, Extent
from briefing.content.bind import OWN, Manner, bind, bind_parts
from briefing.content.evidence import Evidence
from briefing.content.markdown import parse_words
from briefing.content.publication import Section, Sheet
from briefing.diagnostics import Diagnostics, Source
from briefing.layout.text import Words, plain
from briefing.survey.model import Comment
from tests.unit.claims.tabled import published

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.brand.model import Look
    from briefing.layout.pages import Piece
    from briefing.tables.model import Table


class _Kind(Block):
    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        raise AssertionError(setting)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prose(_Kind):
    kind: ClassVar[str] = "paragraph"
    words: Words = field(metadata=GIVEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head(_Kind):
    kind: ClassVar[str] = "subheading"
    words: Words = field(metadata=GIVEN)
    level: int = field(default=2, metadata=GIVEN)
    anchor: str = field(default="", metadata=GIVEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Items(_Kind):
    kind: ClassVar[str] = "list"
    items: tuple[Words, ...] = field(metadata=GIVEN)
    ordered: bool = field(default=False, metadata=GIVEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Panel(_Kind):
    kind: ClassVar[str] = "panel"
    paragraphs: tuple[Words, ...] = field(metadata=GIVEN)
    columns: int = 1
    scale: float = 1.0
    framed: bool = False
    tone: Literal["calm", "loud"] = "calm"
    title: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quote(_Kind):
    kind: ClassVar[str] = "quote"
    comment: Comment = field(metadata=GIVEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell(_Kind):
    kind: ClassVar[str] = "cell"
    table: Table = field(metadata=GIVEN)
    cell: str = field(default="", metadata=GIVEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure(_Kind):
    kind: ClassVar[str] = "chart"
    table: Table = field(metadata=GIVEN)
    chart: Chart = field(metadata=GIVEN)
    paragraphs: tuple[Words, ...] = field(default=(), metadata=GIVEN)
    alt: str = ""
    decimals: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pie(Chart):
    kind: ClassVar[str] = "pie"
    slices: int = 5

    def extent(self, table: Table, width: float, look: Look) -> Extent:
        raise AssertionError(table, width, look)

    def draw(self, table: Table, width: float, height: float, look: Look) -> Drawn:
        raise AssertionError(table, width, height, look)

    def describe(self, table: Table) -> str:
        return table.title


BLOCKS = (_Prose, _Head, _Items, _Panel, _Quote, _Cell, _Figure)
COMMENT = Comment("c1", "r1", "q1", "So it is.", "Leader", consent=True, where=Source("c.csv", 2))


def bound(text: str, faults: int = 0, **more: Any) -> tuple[Sheet | Section, ...]:
    """The entries of some words; `more` are further particulars of the manner."""
    diagnostics = Diagnostics()
    manner = Manner(("theme", "cover"), BLOCKS, (_Pie,), "per cent", **more)
    evidence = Evidence(published(), {"c1": COMMENT})
    entries = bind(parse_words(text, "w.md", diagnostics), evidence, manner, diagnostics)
    assert len(diagnostics) == faults, list(map(str, diagnostics))
    return entries


def page(text: str) -> tuple[Block, ...]:
    (sheet,) = bound(f"# Page {{.theme}}\n\n{text}\n")
    assert isinstance(sheet, Sheet)
    return sheet.blocks


def only(text: str) -> Block:
    (block,) = page(text)
    return block


def test_pages_and_sections_keep_their_order() -> None:
    entries = bound(
        "# A {.cover}\n\n## One {.section short=First}\n\n### B {.theme #b short=Bee}\n\n"
        "### C {.theme}\n\n"
        "# D {.theme .unlisted arrangement=wide}\n"
    )
    assert [each.anchor for each in entries] == ["a", "one", "b", "c", "d"]
    a, one, b, c, d = entries
    assert isinstance(one, Section)
    assert isinstance(a, Sheet)
    assert isinstance(b, Sheet)
    assert isinstance(c, Sheet)
    assert isinstance(d, Sheet)
    assert [a.number, b.number, c.number, d.number] == [1, 1, 2, 3]
    assert [a.section, b.section, c.section, d.section] == ["", "One", "One", ""]
    assert [one.short, b.short, c.short] == ["First", "Bee", ""]
    assert (d.unlisted, d.arrangement, b.level) == (True, "wide", 3)
    assert a.where == Source("w.md", 1, 1)


def test_anchors_made_from_words_are_never_the_same() -> None:
    entries = bound(
        "# A page {.theme}\n\n# A page {.theme}\n\n# X {.theme #a-page-3}\n\n# A page {.theme}\n"
    )
    assert [each.anchor for each in entries] == ["a-page", "a-page-2", "a-page-3", "a-page-4"]


def test_an_anchor_is_cut_between_words() -> None:
    (entry,) = bound("# Relationships with health & care leaders, {{ q1.base }} of them {.theme}\n")
    assert entry.anchor == "relationships-with-health-care-leaders"


def test_words_may_speak_of_pages_to_come() -> None:
    entries = bound(
        "# A {.theme}\n\nSee {{ page.b }}, {{ page.s }} and {{ page.sub }}.\n\n"
        "## S {.section #s}\n\n### B {.theme #b}\n\n#### Sub {#sub}\n"
    )
    assert isinstance(entries[0], Sheet)
    block = entries[0].blocks[0]
    assert isinstance(block, _Prose)
    assert plain(block.words) == "See 2, 2 and 2."


def test_words_may_speak_of_the_pages_of_appendices_or_of_their_letters() -> None:
    """A letter where this edition has none of the appendix's pages."""
    entries = bound(
        "# A {.theme}\n\nSee {{ page.d }}, {{ page.e }}, {{ page.f }}.\n\n# B {.theme #b}\n",
        anchors=(("d", "D"), ("e", "E"), ("f", "F")),
        lengths={"b": 3, "d": 4, "f": 0},
    )
    assert isinstance(entries[0], Sheet)
    block = entries[0].blocks[0]
    assert isinstance(block, _Prose)
    assert plain(block.words) == "See 5, 9, F."


def in_parts(own: str, behind: str, **manner: Any) -> dict[str, tuple[Sheet | Section, ...]]:
    """A document and the appendix E that is set with it, one file each."""
    diagnostics = Diagnostics()
    parts = {
        OWN: parse_words(own, "w.md", diagnostics),
        "e": parse_words(behind, "e.md", diagnostics),
    }
    kinds = Manner(("theme",), (_Prose, _Head), (), "per cent", **manner)
    made = bind_parts(parts, Evidence({}), kinds, diagnostics)
    assert [*map(str, diagnostics)] == []
    return made


def words_of(entry: Sheet | Section) -> str:
    assert isinstance(entry, Sheet)
    block = entry.blocks[0]
    assert isinstance(block, _Prose)
    return plain(block.words)


def test_an_appendix_that_is_set_has_its_pages_between_those_of_merged_ones() -> None:
    own = "# A {.theme}\n\n{{ page.d }} {{ page.e }} {{ page.x }} {{ page.z }} {{ page.f }}\n"
    behind = "# X {.theme #x}\n\nSee {{ page.a }}.\n\n# Z {.theme #z}\n\nWords.\n"
    made = in_parts(
        own,
        behind,
        anchors=(("d", "D"), ("e", "E"), ("f", "F")),
        lengths={"d": 4, "x": 2},
    )
    assert words_of(made[OWN][0]) == "2 6 7 9 10"
    assert words_of(made["e"][0]) == "See 1."


def test_whatever_stands_in_an_appendix_left_out_has_its_letter() -> None:
    own = "# A {.theme}\n\n{{ page.e }} {{ page.x }} {{ page.f }}\n"
    made = in_parts(
        own, "# X {.theme #x}\n\nWords.\n", anchors=(("e", "E"), ("f", "F")), lengths={"e": 0}
    )
    assert words_of(made[OWN][0]) == "E E 2"


def test_headings_alike_in_a_document_and_its_appendix_have_names_of_their_own() -> None:
    made = in_parts("# A {.theme}\n\nOne.\n", "# A {.theme}\n\nTwo.\n", anchors=(("e", "E"),))
    assert [each.anchor for part in made.values() for each in part] == ["a", "a-2"]


def test_plain_elements_become_blocks() -> None:
    prose, head, items = page("Words.\n\n## Below {#below}\n\n1. one\n2. two")
    assert isinstance(prose, _Prose)
    assert isinstance(head, _Head)
    assert (head.level, head.anchor, plain(head.words)) == (2, "below", "Below")
    assert isinstance(items, _Items)
    assert (items.ordered, [plain(each) for each in items.items]) == (True, ["one", "two"])
    assert items.where == Source("w.md", 7, 1)


def test_options_become_values_of_their_type() -> None:
    panel = only(
        "::: {.panel columns=2 scale=1.5 framed=yes tone=loud area=side icon=q2a--x "
        "title=\"Only {{ q2a.agree.pct }} -- 'so'\"}\nOne.\n\nTwo.\n:::"
    )
    assert isinstance(panel, _Panel)
    assert (panel.columns, panel.scale, panel.framed, panel.tone) == (2, 1.5, True, "loud")
    assert (panel.area, panel.icon) == ("side", "q2a--x")
    assert panel.title == "Only\xa021\xa0per\xa0cent\xa0\u2013 \u2018so\u2019"
    assert [plain(each) for each in panel.paragraphs] == ["One.", "Two."]


def test_an_option_of_the_wrong_type_names_the_values() -> None:
    diagnostics = Diagnostics()
    text = "# A {.theme}\n\n::: {.panel tone=lowd}\nOne.\n:::\n"
    manner = Manner(("theme",), BLOCKS, (), "per cent")
    bind(parse_words(text, "w.md", diagnostics), Evidence({}), manner, diagnostics)
    (fault,) = diagnostics
    assert (fault.code, "did you mean 'loud'" in fault.hint) == ("option-value", True)


def test_a_quotation_is_fetched() -> None:
    quote = only("::: {.quote from=c1}\n:::")
    assert isinstance(quote, _Quote)
    assert quote.comment is COMMENT


def test_a_block_of_a_cell_gets_table_and_path() -> None:
    block = only("::: {.cell of=q3.commenting.engaged}\n:::")
    assert isinstance(block, _Cell)
    assert (block.table.id, block.cell) == ("q3", "commenting.engaged")


def test_a_chart_gets_its_own_options() -> None:
    block = only("::: {.chart kind=pie of=q1 slices=3 highlight=q1.great_deal}\nHow much?\n:::")
    assert isinstance(block, _Figure)
    assert isinstance(block.chart, _Pie)
    assert (block.chart.slices, block.chart.highlight) == (3, "great_deal")
    assert plain(block.paragraphs[0]) == "How much?"


def test_a_chart_asked_for_in_tenths_has_a_table_in_tenths() -> None:
    block = only("::: {.chart kind=pie of=q1 decimals=1}\n:::")
    assert isinstance(block, _Figure)
    assert block.table.places == 1
    bound("# A {.theme}\n\n::: {.chart kind=pie of=q1 decimals=9}\n:::\n", faults=1)


def test_a_chart_of_a_cell_highlights_it() -> None:
    block = only("::: {.chart kind=pie of=q3.public.engaged}\n:::")
    assert isinstance(block, _Figure)
    assert block.chart.highlight == "public.engaged"
    assert block.paragraphs == ()


def test_one_fault_leaves_the_other_blocks_standing() -> None:
    (sheet,) = bound(
        "# A {.theme}\n\n::: {.panel columns=many}\nOne.\n:::\n\n::: {.pannel}\n:::\n\nWords.\n",
        faults=2,
    )
    assert isinstance(sheet, Sheet)
    assert [each.kind for each in sheet.blocks] == ["paragraph"]


def test_pages_of_a_format_nobody_knows_are_taken_as_they_come() -> None:
    diagnostics = Diagnostics()
    text = "# A {.poster}\n\nWords.\n\n## S {.section}\n\n### B {.unlisted .poster}\n"
    manner = Manner((), BLOCKS, (), "per cent")
    entries = bind(parse_words(text, "w.md", diagnostics), Evidence({}), manner, diagnostics)
    assert not diagnostics.entries
    assert [each.master for each in entries if isinstance(each, Sheet)] == ["poster", "poster"]


def _iconed(icons: tuple[str, ...]) -> tuple[str, Diagnostics]:
    diagnostics = Diagnostics()
    manner = Manner(("theme",), BLOCKS, (), "per cent", icons=icons)
    text = "# Page {.theme icon=bok}\n"
    entries = bind(parse_words(text, "w.md", diagnostics), Evidence({}), manner, diagnostics)
    (sheet,) = entries
    assert isinstance(sheet, Sheet)
    return sheet.icon, diagnostics


def test_a_heading_asks_for_an_icon_by_name() -> None:
    icon, diagnostics = _iconed(("bok", "map"))
    assert (icon, list(diagnostics)) == ("bok", [])


def test_an_unknown_icon_is_told_at_its_place_with_its_neighbour() -> None:
    icon, diagnostics = _iconed(("book", "map"))
    (fault,) = diagnostics
    assert (icon, fault.code, str(fault.where)) == ("", "unknown-icon", "w.md:1:21")
    assert "'book'" in fault.hint


def test_a_brand_without_icons_leaves_them_out() -> None:
    icon, diagnostics = _iconed(())
    assert (icon, list(diagnostics)) == ("", [])

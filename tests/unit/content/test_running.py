"""Running words made blocks: what each holds, which notes they call, where all of it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest

from briefing.blocks import CATALOGUE as BLOCKS
from briefing.blocks.listing import ItemList, Steps
from briefing.blocks.notes import Footnotes
from briefing.blocks.picture import PictureBlock
from briefing.blocks.prose import Lead, Paragraph
from briefing.blocks.quotation import Quotation
from briefing.blocks.rule import Rule
from briefing.blocks.verbatim import CodeBlock
from briefing.blocks.written import WrittenTable
from briefing.content.bind import Manner, bind
from briefing.content.evidence import Evidence
from briefing.content.markdown import parse_words
from briefing.content.pictures import Album
from briefing.content.publication import Sheet
from briefing.content.running import _aligned
from briefing.diagnostics import Diagnostics, Source
from briefing.layout.text import Span, plain
from tests.conftest import ROOT
from tests.unit.claims.tabled import published

if TYPE_CHECKING:
    from briefing.blocks.model import Block

Kind = TypeVar("Kind")
NO_BREAK = "\N{NO-BREAK SPACE}"
ALBUM = ROOT / "tests" / "manuscripts"


def pages(text: str) -> list[Sheet]:
    diagnostics = Diagnostics()
    manner = Manner(("theme",), BLOCKS, (), "per cent", album=Album(ALBUM, press=True))
    elements = parse_words(text, "w.md", diagnostics)
    made = bind(elements, Evidence(published()), manner, diagnostics)
    assert not diagnostics.entries, list(map(str, diagnostics))
    return [each for each in made if isinstance(each, Sheet)]


def page(text: str) -> tuple[Block, ...]:
    (sheet,) = pages(f"# Page {{.theme #p}}\n\n{text}\n")
    return sheet.blocks


def only(text: str, kind: type[Kind]) -> Kind:
    (block,) = page(text)
    assert isinstance(block, kind)
    return block


# -- blocks ----------------------------------------------------------------------------------------


def test_a_list_holds_what_stands_below_its_items() -> None:
    made = only("3) one\n\n   more\n   - a\n     1. b\n4) two\n", ItemList)
    assert (made.ordered, made.start, made.delimiter, made.loose) == (True, 3, ")", True)
    assert [plain(each) for each in made.items] == ["one", "two"]
    more, inner = made.below[0]
    assert isinstance(more, Paragraph)
    assert isinstance(inner, ItemList)
    assert isinstance(inner.below[0][0], ItemList)
    assert made.below[1] == ()
    assert only("- a\n- b\n", ItemList).below == ()


def test_steps_may_have_several_paragraphs() -> None:
    made = only("::: {.steps}\n1. One.\n\n   More.\n2. Two.\n:::", Steps)
    assert [plain(each) for each in made.items] == ["One.", "Two."]
    assert [type(each) for each in made.below[0]] == [Paragraph]


def test_a_paragraph_opens_what_follows_its_colon() -> None:
    blocks = page("So:\n\n- a\n\nSo: it is.\n\nOr:\n\n::: {.note}\nWords.\n:::")
    opens = [block.opens for block in blocks if isinstance(block, Paragraph)]
    assert opens == [True, False, True]


def test_a_quotation_has_parts_and_an_author() -> None:
    made = only("> One.\n>\n> - a\n>\n> --- The *council*", Quotation)
    assert [type(each) for each in made.parts] == [Paragraph, ItemList]
    assert plain(made.attribution) == "The council"
    assert made.attribution[-1].emphasis
    assert only("> One -- and two.", Quotation).attribution == ()


def test_code_is_left_alone() -> None:
    assert only('```\n"a" -- b...\n```', CodeBlock).text == '"a" -- b...'
    assert only("```{.literal}\nOf 81.\n```", CodeBlock).text == "Of 81."
    assert isinstance(only("***", Rule), Rule)


def test_a_picture_is_found_in_the_project() -> None:
    text = '![Our *{{ q2a.agree.pct }}*](hall.png "Of {{ q1.base }}"){width=50% credit="Me -- I"}'
    made = only(text, PictureBlock)
    assert made.file == str(ALBUM / "hall.png")
    assert (made.pixels, made.press, made.width) == ((12, 8), True, 0.5)
    assert made.alt.replace(NO_BREAK, " ") == "Our 21 per cent"
    assert plain(made.caption) == "Of\N{NO-BREAK SPACE}79"
    assert any(span.number for span in made.caption)
    assert plain(made.credit) == "Me\N{NO-BREAK SPACE}\N{EN DASH} I"
    assert plain(only('![A hall](hall.png){caption="So"}', PictureBlock).caption) == "So"
    assert only("![](hall.png){.decorative}", PictureBlock).alt == ""


def test_a_table_has_cells_with_sides_and_figures() -> None:
    made = only(
        "| Who | What | Share | So |\n|---|---|---|:--|\n"
        "| All | [81]{.literal} | {{ q2a.agree.pct }} | [5]{.literal} |\n"
        "| One | -- | n/a | [6]{.literal} |\n\n: In short {width=50% heads=both}",
        WrittenTable,
    )
    assert [cell.align for cell in made.head] == ["left", "right", "right", "left"]
    assert [cell.where for cell in made.rows[1]] == [Source("w.md", 6, at) for at in (3, 9, 14, 20)]
    (figure,) = made.rows[0][2].words
    assert figure.number is not None
    assert " " not in figure.text, "a figure is never divided"
    assert (plain(made.caption), made.width, made.heads) == ("In short", 0.5, "both")


@pytest.mark.parametrize("cell", ["one of 81 members", "Q2a and more", "see 3 below"])
def test_a_column_of_words_stays_at_the_left(cell: str) -> None:
    made = only(f"| A |\n|---|\n| [{cell}]{{.literal}} |\n", WrittenTable)
    assert made.rows[0][0].align == "left"


def test_divs_give_options_to_what_stands_in_them() -> None:
    bullets = only("::: {.list area=side}\n- a\n  - b\n:::", ItemList)
    assert (bullets.area, len(bullets.below)) == ("side", 1)
    made = only("::: {.table area=side width=40%}\n| a |\n|---|\n| b |\n:::", WrittenTable)
    assert (made.area, made.width) == ("side", 0.4)
    assert only("::: {.quotation area=side}\n> a\n:::", Quotation).area == "side"
    assert (
        only("::: {.picture area=side}\n![a](hall.png){width=50%}\n:::", PictureBlock).width == 0.5
    )


def test_running_words_ask_for_their_kind_then_for_words() -> None:
    kinds = {block.kind: block.kinds for block in page("a\n\n- a\n\n***\n\n| a |\n|---|\n| b |")}
    assert kinds == {
        "paragraph": ("paragraph", "words"),
        "list": ("list", "words"),
        "rule": ("rule", "words"),
        "grid": ("table", "words"),
    }


# -- notes -----------------------------------------------------------------------------------------


def marks(words: tuple[Span, ...]) -> list[tuple[str, str]]:
    return [(span.text, span.link) for span in words if span.script == "sup" and span.link]


@pytest.mark.parametrize(
    ("cell", "side"),
    [
        ("81", "right"),
        ("(\N{MINUS SIGN}1,234.5 %)", "right"),
        ("1 234 , 5 per cent.", "right"),
        ("\N{POUND SIGN}3 bn", "right"),
        ("8PP", "right"),
        ("2017\N{EN DASH}18", "left"),
        ("8 people", "left"),
        ("A8", "left"),
        ("8 m n", "left"),
    ],
)
def test_what_counts_as_a_figure(cell: str, side: str) -> None:
    assert _aligned([(Span(cell),)]) == side


@pytest.mark.parametrize(
    "cell",
    ["1" + "." * 20_000 + "x", "1." * 10_000 + "x", "1" * 20_000 + "x", ". " * 10_000 + "xx"],
)
def test_a_cell_of_many_signs_is_read(cell: str) -> None:
    """In one pass: a pattern that went back and forth would not come to an end."""
    assert _aligned([(Span(cell),)]) == "left"


def test_notes_are_numbered_in_the_order_of_their_marks() -> None:
    one, bullets, notes = page(
        "One[^b] two[^a].\n\n- Again[^b] and ^[new].\n\n"
        "[^a]: A.\n\n[^b]: B {{ q2a.agree.pct }}.\n\n    C."
    )
    assert isinstance(one, Paragraph)
    assert isinstance(bullets, ItemList)
    assert isinstance(notes, Footnotes)
    assert marks(one.words) == [("1", "#p.note-1"), ("2", "#p.note-2")]
    assert marks(bullets.items[0]) == [("1", "#p.note-1"), ("3", "#p.note-3")]
    assert [(each.number, each.anchor) for each in notes.called] == [
        (place, f"p.note-{place}") for place in (1, 2, 3)
    ]
    said = [plain(each).replace(NO_BREAK, " ") for each in notes.called[0].paragraphs]
    assert said == ["B 21 per cent.", "C."]
    assert any(span.number for span in notes.called[0].paragraphs[0])
    assert [each.where.line for each in notes.called] == [9, 7, 5]


def test_each_page_numbers_its_own_notes() -> None:
    first, second = pages("# A {.theme #a}\n\nOne.^[A]\n\n# B {.theme #b}\n\nTwo.^[B]\n")
    for sheet, name in ((first, "a"), (second, "b")):
        notes = sheet.blocks[-1]
        assert isinstance(notes, Footnotes)
        assert [each.anchor for each in notes.called] == [f"{name}.note-1"]


def test_marks_side_by_side_have_a_comma_between_them() -> None:
    block, _ = page("One.^[A]^[B]")
    assert isinstance(block, Paragraph)
    assert [(span.text, span.script) for span in block.words[1:]] == [
        ("1", "sup"),
        (",", "sup"),
        ("2", "sup"),
    ]


def test_notes_stand_beside_the_words_that_call_them_first() -> None:
    *_, notes = page("Words.\n\n::: {.lead}\nOne.^[A]\n:::\n\nTwo.^[B]")
    assert isinstance(notes, Footnotes)
    assert notes.beside == ("lead",)
    assert isinstance(page("::: {.lead}\nOne.^[A]\n:::")[0], Lead)


def test_a_mark_is_no_part_of_what_a_claim_says() -> None:
    block, _ = page("They are [just over^[Of all.] a fifth]{claim=q17b.confident} now.")
    assert isinstance(block, Paragraph)
    claims = {span.claim.text for span in block.words if span.claim}
    assert claims == {"just over a fifth"}


# -- words in lines --------------------------------------------------------------------------------


def test_scripts_and_titles_reach_the_words() -> None:
    block = only('H~2~O, x^*2*^ and [it](https://a.example "The plan").', Paragraph)
    dressed = [(span.text, span.script, span.emphasis, span.title) for span in block.words]
    assert ("2", "sub", False, "") in dressed
    assert ("2", "sup", True, "") in dressed
    assert ("it", "", False, "The plan") in dressed

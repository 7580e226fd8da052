from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from briefing.diagnostics import Faults
from briefing.drawing import Link, Rect, Shape, Text, circle
from briefing.layout.pages import Box, Pages
from briefing.preflight import preflight, structure_text
from briefing.profiles import SCREEN
from briefing.structure import Artifact, Node, Role, Tree
from tests.unit.pdf.documents import (
    INK,
    box,
    one_of_everything,
    opened,
    paper,
    press,
    screen,
    words,
)

if TYPE_CHECKING:
    from briefing.layout.pages import Page


def root(data: bytes) -> Any:
    return opened(data).root_object["/StructTreeRoot"]


def codes(tree: Tree, *pages: Page) -> list[str]:
    with pytest.raises(Faults) as faults:
        screen(Pages(pages), tree)
    return [each.code for each in faults.value.diagnostics]


def test_a_link_is_read_where_it_stands_in_its_sentence() -> None:
    spoken = structure_text(screen(*one_of_everything(1)))
    assert (
        """    P
      | An official word before
      Link -> #part-1: the other part
      | and one after."""
        in spoken
    )


def test_children_keep_their_declared_order_whatever_is_painted_first() -> None:
    tree = Tree("en-GB")
    first, second = tree.root.add(Role.PARAGRAPH), tree.root.add(Role.PARAGRAPH)
    page = paper(box(second, 9, words("second")), box(first, 30, words("first")))
    assert structure_text(screen(Pages((page,)), tree)) == "Document\n  P: first\n  P: second\n"


def test_a_paragraph_goes_on_over_the_page() -> None:
    tree = Tree("en-GB")
    paragraph = tree.root.add(Role.PARAGRAPH)
    pages = Pages(
        (
            paper(box(paragraph, 9, words("begins here "))),
            paper(box(paragraph, 9, words("ends there")), label="2"),
        )
    )
    assert "P: begins here ends there" in structure_text(screen(pages, tree))


def test_notes_can_be_told_apart() -> None:
    data = root(screen(*one_of_everything(2)))
    names = data["/IDTree"]["/Kids"][0]["/Names"]
    assert names[0] != names[2]
    assert names[1]["/ID"] == names[0]


def test_a_list_says_how_it_is_numbered() -> None:
    data = root(screen(*one_of_everything(1)))
    section = data["/K"][0]["/K"]
    bullets = next(each for each in section["/K"] if each["/S"] == "/L")
    assert bullets["/A"]["/ListNumbering"] == "/Decimal"


def test_a_figure_has_words_and_a_place() -> None:
    data = root(screen(*one_of_everything(1)))
    figure = next(each for each in data["/K"][0]["/K"]["/K"] if each["/S"] == "/Figure")
    assert figure["/Alt"] == "A round chart: 34 per cent"
    box = [float(value) for value in figure["/A"]["/BBox"]]
    assert box == [29.75, 199.28, 90.25, 259.78], "round what is drawn, not its place"


def test_every_sequence_leads_back_to_its_owner() -> None:
    reader = opened(screen(*one_of_everything(2)))
    nums = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    keys = [int(key) for key in nums[::2]]
    assert keys == list(range(len(keys)))
    for page in reader.pages:
        owners = nums[2 * int(page["/StructParents"]) + 1]
        assert [each["/S"] for each in owners][:2] == ["/H1", "/P"]
        annotation = page["/Annots"][0]
        assert nums[2 * int(annotation["/StructParent"]) + 1]["/S"] == "/Link"


def test_a_node_with_nothing_printed_is_reported_once_where_it_is_empty() -> None:
    tree = Tree("en-GB")
    tree.root.add(Role.SECTION).add(Role.PARAGRAPH)
    page = paper(box(tree.root.add(Role.H1), 9, words("Up")))
    assert codes(tree, page) == ["empty-node"]


def test_an_empty_cell_holds_its_place() -> None:
    tree = Tree("en-GB")
    row = tree.root.add(Role.TABLE).add(Role.ROW)
    row.add(Role.DATA)
    page = paper(box(row.add(Role.DATA), 9, words("1")))
    spoken = structure_text(screen(Pages((page,)), tree))
    assert spoken == "Document\n  Table\n    TR: TD | TD 1\n"


def test_an_owner_from_elsewhere_is_reported() -> None:
    tree = Tree("en-GB")
    page = paper(box(tree.root.add(Role.H1), 9, words("Up")), box(Node(Role.H2), 30, words("lost")))
    assert codes(tree, page) == ["owner-outside-tree"]


@pytest.mark.parametrize("owner", [Artifact.HEADER, Role.PARAGRAPH])
def test_a_link_must_belong_to_a_link(owner: Artifact | Role) -> None:
    tree = Tree("en-GB")
    node = owner if isinstance(owner, Artifact) else tree.root.add(owner)
    page = paper(
        box(tree.root.add(Role.H1), 9, words("Up"), anchor="up"),
        box(node, 30, words("up"), Link(Rect(0, 0, 9, 9), "#up", "up")),
    )
    assert codes(tree, page) == ["link-outside-node"]


@pytest.mark.parametrize("alt", ["", "  "])
def test_a_figure_without_words_is_reported(alt: str) -> None:
    tree = Tree("en-GB")
    page = paper(box(tree.root.add(Role.FIGURE, alt=alt), 9, words("34%")))
    assert codes(tree, page) == ["figure-without-alternative"]


def test_a_foreign_language_is_marked() -> None:
    tree = Tree("en-GB")
    span = tree.root.add(Role.PARAGRAPH).add(Role.SPAN, language="cy")
    page = paper(box(span, 9, words("Gŵyr")))
    assert "Span lang=cy: Gŵyr" in structure_text(screen(Pages((page,)), tree))


def test_words_in_a_box_may_be_the_cells_of_a_table() -> None:
    tree = Tree("en-GB")
    figure = tree.root.add(Role.FIGURE, alt="A bar")
    row = tree.root.add(Role.TABLE).add(Role.ROW)
    head, cell = row.add(Role.HEAD, scope="Row"), row.add(Role.DATA)
    blank = row.add(Role.DATA).add(Role.SPAN, says="5%")
    marks = (Shape(circle(5, 5, 5), INK), words("3"), words("Agree"), unseen())
    owners = ((1, cell), (2, head), (3, blank))
    page = paper(Box(figure, Rect(20, 20, 80, 20), marks, within=owners))
    data = screen(Pages((page,)), tree)
    assert structure_text(data) == (
        "Document\n  Figure alt: A bar\n  Table\n    TR: TH scope=Row Agree | TD 3 | TD 5%\n"
    )
    content = opened(data).pages[0].get_contents().get_data()
    assert content.count(b"MCID") == 4
    assert content.count(b"3 Tr") == content.count(b"0 Tr") == 1
    assert preflight(data, SCREEN) == []


def test_a_blank_that_stands_for_words_is_no_mark_of_a_press_file() -> None:
    tree = Tree("en-GB")
    node = tree.root.add(Role.PARAGRAPH)
    made = [
        press(Pages((paper(Box(node, Rect(20, 20, 80, 20), marks)),)), tree)
        for marks in ((words("A"),), (words("A"), unseen()))
    ]
    streams = [opened(each).pages[0].get_contents().get_data() for each in made]
    assert streams[0] == streams[1]


def test_an_abbreviation_says_what_it_stands_for() -> None:
    tree = Tree("en-GB")
    node = tree.root.add(Role.PARAGRAPH).add(Role.SPAN, expansion="National Health Service")
    spoken = structure_text(screen(Pages((paper(box(node, 9, words("NHS"))),)), tree))
    assert "Span stands for: National Health Service: NHS" in spoken


def unseen() -> Text:
    return replace(words(" "), unseen=True)

from __future__ import annotations

from typing import Any

import pytest

from briefing.diagnostics import Faults
from briefing.drawing import Link, Rect
from briefing.layout.pages import Bookmark, Pages
from briefing.pdf.navigation import labels
from briefing.structure import Role, Tree
from tests.unit.pdf.documents import box, one_of_everything, opened, paper, screen, words


def test_labels_that_count_up_are_one_run() -> None:
    assert labels(["i", "1", "2", "3", "D-1", "D-2", "4", "Back"]) == [
        (0, "i", None),
        (1, "", 1),
        (4, "D-", 1),
        (6, "", 4),
        (7, "Back", None),
    ]


def test_labels_are_read_back_as_written() -> None:
    tree = Tree("en-GB")
    written = ["Cover", "1", "2", "D-1", "D-2", "3", "3", "007"]
    pages = tuple(
        paper(box(tree.root.add(Role.PARAGRAPH), 9, words("x")), label=label) for label in written
    )
    assert opened(screen(Pages(pages), tree)).page_labels == written


def test_bookmarks_hang_below_each_other_by_level() -> None:
    pages, tree = one_of_everything(2)
    marks = (
        Bookmark("One", "part-1", 1),
        Bookmark("Below", "part-1", 2),
        Bookmark("Deep", "part-2", 3),
        Bookmark("Gŵyr\N{EN DASH}two", "part-2", 1),
    )
    outline = opened(screen(Pages(pages.pages, marks), tree)).outline
    assert [_titles(each) for each in outline] == [
        "One",
        ["Below", ["Deep"]],
        "Gŵyr\N{EN DASH}two",
    ]


def _titles(item: Any) -> Any:
    return [_titles(each) for each in item] if isinstance(item, list) else item["/Title"]


def test_a_link_leads_to_its_anchor() -> None:
    reader = opened(screen(*one_of_everything(2)))
    annotation = reader.pages[0]["/Annots"][0]
    assert annotation["/Contents"] == "To the other part"
    target = reader.named_destinations[str(annotation["/Dest"])]
    assert reader.get_destination_page_number(target) == 1


def test_a_web_address_is_kept() -> None:
    tree = Tree("en-GB")
    link = tree.root.add(Role.PARAGRAPH).add(Role.LINK)
    mark = Link(Rect(0, 0, 9, 9), "https://example.org/?a=(b)&c", "Example")
    reader = opened(screen(Pages((paper(box(link, 9, words("web"), mark)),)), tree))
    assert reader.pages[0]["/Annots"][0]["/A"]["/URI"] == mark.target


@pytest.mark.parametrize(
    ("anchors", "target", "bookmark", "code"),
    [
        (("here", "here"), "#here", "here", "anchor-twice"),
        (("here", ""), "#there", "here", "link-without-target"),
        (("here", ""), "#here", "there", "bookmark-without-target"),
    ],
)
def test_ways_that_lead_nowhere_stop_the_writer(
    anchors: tuple[str, str], target: str, bookmark: str, code: str
) -> None:
    tree = Tree("en-GB")
    paragraph = tree.root.add(Role.PARAGRAPH)
    link = paragraph.add(Role.LINK)
    page = paper(
        box(paragraph, 9, words("a"), anchor=anchors[0]),
        box(link, 30, words("b"), Link(Rect(0, 0, 9, 9), target, "b"), anchor=anchors[1]),
    )
    with pytest.raises(Faults) as faults:
        screen(Pages((page,), (Bookmark("B", bookmark, 1),)), tree)
    assert [each.code for each in faults.value.diagnostics] == [code]

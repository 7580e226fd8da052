"""Laws of the writer: whatever is laid out is owned, found again, and survives a merger."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from briefing.diagnostics import Diagnostics, Source
from briefing.drawing import Rect, Shape, Text, rectangle
from briefing.layout.pages import Bookmark, Box, Page, Pages
from briefing.operators import OPENING, PAINTING, operations
from briefing.pdf.append import Appendix, append
from briefing.preflight import preflight, structure_text
from briefing.profiles import PRESS, SCREEN
from briefing.structure import Artifact, Node, Role, Tree
from tests.trials import tries
from tests.unit.pdf.documents import A6, FACES, INK, SEA, holding, opened, press, screen

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ŵŷé"
ROLES = (Role.PARAGRAPH, Role.H1, Role.SPAN, Role.QUOTATION, Role.NOTE)


@dataclass(frozen=True)
class Laid:
    """A random document: pages, tree, and its words in the order of painting.

    Each line ends with a space, as layout sets it: without one, readers join words over lines.
    """

    pages: Pages
    tree: Tree
    painted: tuple[tuple[str, ...], ...]


@st.composite
def documents(draw: DrawFn, most: int = 4) -> Laid:
    tree = Tree("en-GB")
    nodes: list[Node] = []
    pages, painted = [], []
    for number in range(draw(st.integers(1, most))):
        boxes, said = [], []
        for line in range(draw(st.integers(1, 6))):
            owner = draw(st.sampled_from((*Artifact, *nodes, None)))
            if owner is None:
                parent = draw(st.sampled_from((tree.root, *nodes)))
                owner = parent.add(draw(st.sampled_from(ROLES)))
                nodes.append(owner)
            word = draw(st.text(LETTERS, min_size=1, max_size=8))
            face = FACES[draw(st.sampled_from(sorted(FACES)))]
            marks: list[Text | Shape] = [Text(0, 10, face.shape(f"{word} ", 10), INK)]
            if draw(st.booleans()):
                marks.insert(0, Shape(rectangle(Rect(0, 0, 90, 12), 3), SEA))
            boxes.append(
                Box(
                    owner, Rect(20, 20 + 30 * line, 90, 14), tuple(marks), anchor=f"{number}.{line}"
                )
            )
            said.append(word)
        pages.append(Page(str(number + 1), A6, tuple(boxes)))
        painted.append(tuple(said))
    if not nodes:
        node = tree.root.add(Role.PARAGRAPH)
        text = Text(0, 10, FACES["Source Sans 3"].shape("x ", 10), INK)
        pages[0] = Page("1", A6, (*pages[0].boxes, Box(node, Rect(20, 300, 90, 14), (text,))))
        painted[0] = (*painted[0], "x")
    bookmarks = tuple(
        Bookmark(f"Page {page.label}", f"{place}.0", 1) for place, page in enumerate(pages)
    )
    return Laid(Pages(tuple(pages), bookmarks), tree, tuple(painted))


def own(data: bytes) -> list[tuple[Counter[int], int]]:
    """For each page how often each MCID is used, and how much is painted outside sequences."""
    found = []
    for page in opened(data).pages:
        numbers: Counter[int] = Counter()
        outside = depth = 0
        for each in operations(page.get_contents().get_data()):
            if each.operator in OPENING:
                depth += 1
                match = re.search(rb"/MCID (\d+)", each.operands)
                if match:
                    numbers[int(match[1])] += 1
            elif each.operator == b"EMC":
                depth -= 1
            elif each.operator in PAINTING and depth == 0:
                outside += 1
        assert depth == 0
        found.append((numbers, outside))
    return found


@settings(max_examples=tries(25))
@given(documents())
def test_every_mark_has_one_owner(laid: Laid) -> None:
    data = screen(laid.pages, laid.tree)
    for (numbers, outside), page in zip(own(data), laid.pages.pages, strict=True):
        owned = sum(isinstance(box.owner, Node) for box in page.boxes)
        assert numbers == Counter(range(owned))
        assert outside == 0
    assert preflight(data, SCREEN) == []


@settings(max_examples=tries(25))
@given(documents())
def test_every_word_is_found_again_in_order(laid: Laid) -> None:
    for data in (screen(laid.pages, laid.tree), press(laid.pages, laid.tree)):
        seen = [
            tuple(page.get_textpage().get_text_range().split())
            for page in pypdfium2.PdfDocument(data)
        ]
        assert seen == list(laid.painted)
        read = [tuple(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]
        assert read == list(laid.painted)


@settings(max_examples=tries(15))
@given(documents())
def test_the_press_file_has_no_colour_of_the_screen(laid: Laid) -> None:
    assert preflight(press(laid.pages, laid.tree), PRESS) == []


@settings(max_examples=tries(25))
@given(documents())
def test_the_tree_speaks_all_words_and_no_decoration(laid: Laid) -> None:
    spoken = structure_text(screen(laid.pages, laid.tree))
    words = "".join(
        re.sub(r"^\s*(\w+:|\||\w+$)", "", line, count=1) for line in spoken.splitlines()
    )
    owned = [
        mark.run.text
        for page in laid.pages.pages
        for box in page.boxes
        if isinstance(box.owner, Node)
        for mark in box.marks
        if isinstance(mark, Text)
    ]
    assert Counter("".join(words.split())) == Counter("".join("".join(owned).split()))


@settings(max_examples=tries(15))
@given(documents(), st.lists(documents(2), min_size=1, max_size=2), st.data())
def test_appending_keeps_the_bodys_structure_bookmarks_labels_and_boxes(
    laid: Laid, guests: list[Laid], data: st.DataObject
) -> None:
    lettered = dict(zip("DE", guests, strict=False))
    last = len(laid.pages.pages) - 1
    apart = st.lists(st.integers(0, last), unique=True, max_size=len(lettered))
    behind = dict(zip(lettered, data.draw(apart), strict=False))  # each has a divider of its own
    counts = Counter[int]()
    for letter, place in behind.items():
        counts[place] += len(lettered[letter].pages.pages)
    body = screen(holding(laid.pages, counts), laid.tree)
    appendices, ahead = [], 0
    for letter in sorted(behind, key=lambda each: behind[each]):
        guest = lettered[letter]
        start = behind[letter] + 1 + ahead
        ahead += len(guest.pages.pages)
        places = range(start, start + len(guest.pages.pages))
        content = screen(guest.pages, guest.tree)
        appendices.append(
            Appendix(letter, f"Guest {letter}", content, places, where=Source(letter))
        )
    diagnostics = Diagnostics()
    joined = append(body, appendices, diagnostics)
    assert len(diagnostics) == 0
    assert preflight(joined, SCREEN) == []
    before, after = opened(body), opened(joined)
    assert after.page_labels == [str(page) for page in range(1, last + 2 + ahead)]
    taken = {place for each in appendices for place in each.places}
    for place, page in enumerate(before.pages):
        same = after.pages[place]
        if place not in taken:
            assert same.mediabox == page.mediabox
            assert same.get_contents().get_data() == page.get_contents().get_data()
    titles = [item["/Title"] for item in after.outline if not isinstance(item, list)]
    assert titles == [item["/Title"] for item in before.outline]
    for item, old in zip(
        (item for item in after.outline if not isinstance(item, list)), before.outline, strict=True
    ):
        target = after.get_destination_page_number(item)
        assert target == before.get_destination_page_number(old)
    assert _said(_without_guests(structure_text(joined))) == _said(structure_text(body))


def _said(spoken: str) -> list[str]:
    """Roles and words in order; an only child stands on its parent's line."""
    return re.sub(r"[:|]", " ", spoken).split()


def _without_guests(spoken: str) -> str:
    """The structure without the parts that were grafted in."""
    kept, inside = [], -1
    for line in spoken.splitlines(keepends=True):
        depth = len(line) - len(line.lstrip())
        if inside >= 0 and depth > inside:
            continue
        inside = depth if line.lstrip().startswith('Part "Guest') else -1
        if inside < 0:
            kept.append(line)
    return "".join(kept)

"""Headlines of built pages: in neither brand does one end with a single short word."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import pytest

from briefing.drawing import Text
from briefing.structure import Node, Role
from tests.laid import OTHER, OWN, PROJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.layout.pages import Box, Page
    from tests.laid import LayOut

HEADLINES = frozenset({Role.H1, Role.H2, Role.H3})
SHORT = 0.3
"""A last line of one word that is no longer than this part of the longest looks like a mistake."""


class Line(NamedTuple):
    """A line as it is printed: its page, where it stands, its words and how wide they are."""

    page: str
    top: float
    words: str
    width: float


@pytest.fixture(scope="module", params=[(p, b) for p in PROJECTS for b in (OWN, OTHER)], ids=str)
def headlines(request: pytest.FixtureRequest, lay: LayOut) -> list[list[Line]]:
    """The lines of the headlines of a project's documents."""
    found: list[list[Line]] = []
    for laid in lay(*request.param)[1]:
        found.extend(headlines_of(laid.composed.pages.pages, laid.composed.tree.root))
    assert len(found) > 8
    return found


def headlines_of(pages: Sequence[Page], root: Node) -> Iterator[list[Line]]:
    """The lines of each headline."""
    owners = {
        id(below): node for node in walk(root) if node.role in HEADLINES for below in walk(node)
    }
    boxes: dict[int, list[tuple[str, Box]]] = defaultdict(list)
    for page in pages:
        for box in page.boxes:
            node = owners.get(id(box.owner))
            if node is not None:
                boxes[id(node)].append((page.label, box))
    for each in boxes.values():
        yield list(lines_of(running(each)))


def running(boxes: Sequence[tuple[str, Box]]) -> Iterator[tuple[str, Box]]:
    """The boxes of the lines alone: not a page's numeral and kicker, which its headline owns."""
    widths: dict[float, float] = defaultdict(float)
    for _, box in boxes:
        widths[round(box.rect.height, 1)] += box.rect.width
    height = max(widths, key=lambda each: widths[each])
    return (each for each in boxes if round(each[1].rect.height, 1) == height)


def walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from walk(child)


def lines_of(boxes: Iterable[tuple[str, Box]]) -> Iterator[Line]:
    """Boxes at one height of one page are a line."""
    lines: list[Line] = []
    for page, box in boxes:
        words = "".join(mark.run.text for mark in box.marks if isinstance(mark, Text))
        if not words:
            continue
        top, width = round(box.rect.y, 1), box.rect.width
        if lines and (lines[-1].page, lines[-1].top) == (page, top):
            last = lines.pop()
            words, width = last.words + words, last.width + width
        lines.append(Line(page, top, words, width))
    yield from lines


def test_no_headline_ends_with_a_line_of_one_short_word(
    headlines: list[list[Line]],
) -> None:
    short = [lines[-1] for lines in headlines if len(lines) > 1 and lone(lines)]
    assert not short, "\n".join(f"page {each.page}: {each.words}" for each in short)


def lone(lines: Sequence[Line]) -> bool:
    """Whether the last line is one short word."""
    last = lines[-1]
    return len(last.words.split()) == 1 and last.width < SHORT * max(line.width for line in lines)

"""How words are parted over columns and pages: no line stands alone, nothing leads into nothing.

The laws read finished pages alone: where the lines of a paragraph stand, and what stands below a
heading. They know nothing of how the engine holds lines together.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.drawing import Picture, Text
from briefing.layout.units import SLIP
from briefing.structure import HEADINGS, Node, Role
from tests.said import INLINE, described

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.drawing import Rect
    from briefing.layout.pages import Box, Page

PARTED_FROM = 4
"""A paragraph of fewer lines stands whole: two lines above, two below is the least to part."""
_DIVIDED = frozenset({Role.PARAGRAPH, Role.BODY, *HEADINGS})


@dataclass
class Column:
    """The lines of one paragraph that stand in one column: their tops, and what they lie in.

    `first` is where they begin, `left` and `right` are the edges of all of them, also of those that
    a mark of a note ends.
    """

    page: int
    area: str
    place: Rect
    first: Rect
    last: Box
    tops: list[float] = field(default_factory=list)
    left: float = math.inf
    right: float = 0.0

    def takes(self, page: int, area: str, rect: Rect) -> bool:
        """Whether a line goes on where the ones before it stand: below the last, or beside it.

        Large figures begin a little lower than the words behind them, by whose capitals they hang.
        """
        last = self.last.rect
        beside = rect.x >= last.right - SLIP and rect.bottom > last.y
        return (page, area) == (self.page, self.area) and (rect.y >= last.y - SLIP or beside)


def paragraphs(root: Node, pages: Sequence[Page]) -> dict[Node, list[Column]]:
    """The columns of every paragraph, item and heading in which its lines stand, in order."""
    owners = {node: holder for holder in root.walk() for node in _inner(holder)}
    found: dict[Node, list[Column]] = {}
    for number, page in enumerate(pages):
        for box in page.boxes:
            holder = owners.get(box.owner) if isinstance(box.owner, Node) else None
            at = next((each for each in page.places if each[1].holds(box.rect, SLIP)), None)
            if holder is None or at is None or not any(map(_is_line, box.marks)):
                continue
            columns = found.setdefault(holder, [])
            if not columns or not columns[-1].takes(number, at[0], box.rect):
                columns.append(Column(number, *at, box.rect, box))
            column = columns[-1]
            if not column.tops or box.rect.y > column.tops[-1] + SLIP:
                column.tops.append(box.rect.y)
            column.last = box
            column.left = min(column.left, box.rect.x)
            column.right = max(column.right, box.rect.right)
    return found


def _inner(holder: Node) -> Iterator[Node]:
    """A paragraph, and what is set within its lines; a paragraph in an item is its own."""
    if holder.role not in _DIVIDED:
        return
    yield holder
    for child in holder.children:
        if child.role in INLINE:
            yield from child.walk()


def _is_line(mark: object) -> bool:
    return isinstance(mark, Text) and mark.run.text.strip() not in _LARGE


_LARGE = {"\N{LEFT DOUBLE QUOTATION MARK}", ""}
"""The large mark of a quotation is not a line of it."""


def no_line_stands_alone(root: Node, pages: Sequence[Page]) -> int:
    """No paragraph leaves one line at the foot of a column or sends one to the head of the next.

    How many paragraphs are parted.
    """
    parted = 0
    for node, columns in paragraphs(root, pages).items():
        counts = [len(column.tops) for column in columns]
        if len(counts) == 1 or len({column.area for column in columns}) > 1:
            continue  # whole, or a page's head: its numeral has an area of its own
        parted += 1
        told = f"{node.role.value} in {counts} lines: {described(columns[0].last)}"
        assert sum(counts) >= PARTED_FROM, told
        assert node.role not in HEADINGS, told
        assert min(counts) > 1, told
    return parted


def no_heading_stands_last(root: Node, pages: Sequence[Page]) -> int:
    """A heading within words has what it heads below it, as long as words go on behind it.

    How many headings stand near the foot of their column: such as would fail if nothing held them.
    """
    near = 0
    for node, columns in paragraphs(root, pages).items():
        if node.role not in HEADINGS:
            continue
        (column,) = columns
        behind = _behind(node, column, root, pages)
        if behind is not None:
            page, box = behind
            below = page == column.page and box.rect.y >= column.last.rect.bottom - SLIP
            told = f"a heading stands last: {described(column.last)}"
            assert below or _is_above_ornament(column, pages[column.page]), told
        lines = {round(box.rect.y, 1) for box in _below(column, pages[column.page])}
        near += 0 < len(lines) < PARTED_FROM
    return near


def _is_above_ornament(column: Column, page: Page) -> bool:
    """Whether a picture that nobody hears of stands below the last line of a column."""
    foot = column.last.rect.bottom - SLIP
    return any(
        isinstance(mark, Picture)
        for box in page.boxes
        if box.rect.y >= foot and column.place.holds(box.rect, SLIP)
        for mark in box.marks
    )


def _below(column: Column, page: Page) -> Iterator[Box]:
    """What a column holds below the last of some lines; rules and grounds are no content."""
    for box in page.boxes:
        inside = isinstance(box.owner, Node) and column.place.holds(box.rect, SLIP)
        beside = box.rect.x > column.right + _INDENTED or box.rect.right < column.left
        if inside and not beside and box.rect.y > column.last.rect.y:
            yield box


_INDENTED = 36.0
"""How far what stands below a short line may be set in behind its end, in points."""


def _behind(
    heading: Node, column: Column, root: Node, pages: Sequence[Page]
) -> tuple[int, Box] | None:
    """What comes first behind a heading in its area, wherever that goes on, and on which page.

    Notes are none of it: those of a page that goes on stand in the area of its last words.
    """
    printed: dict[Node, tuple[int, Box]] = {}
    for number in range(column.page, len(pages)):
        places = [rect for name, rect in pages[number].places if name == column.area]
        for box in pages[number].boxes:
            if isinstance(box.owner, Node) and any(rect.holds(box.rect, SLIP) for rect in places):
                printed.setdefault(box.owner, (number, box))
    order = list(root.walk())
    behind = order[order.index(heading) + sum(1 for _ in heading.walk()) :]
    notes = {node for each in order if each.role is Role.NOTE for node in each.walk()}
    return next((printed[node] for node in behind if node in printed and node not in notes), None)


def no_lead_in_stands_last(root: Node, pages: Sequence[Page]) -> int:
    """Words that announce a list stand above an item of it; how many of them do.

    They are those that stand before a list in the tree and end in a colon.
    """
    lines = paragraphs(root, pages)
    found = 0
    for parent in root.walk():
        for before, behind in pairwise(parent.children):
            if behind.role is not Role.LIST or before not in lines:
                continue
            last = lines[before][-1]
            if not described(last.last).partition("' at ")[0].rstrip().endswith(":"):
                continue
            first = next(lines[node][0] for node in behind.walk() if node in lines)
            found += 1
            told = f"a list is announced elsewhere: {described(last.last)}"
            assert last.takes(first.page, first.area, first.first), told
    return found

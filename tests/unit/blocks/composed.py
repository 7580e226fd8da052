"""Blocks composed to a measure, for tests that look into single kinds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.blocks.model import Listing, Setting
from briefing.diagnostics import Diagnostics, Source
from briefing.drawing import Text
from briefing.layout.text import Span
from briefing.structure import Node, Role
from tests.said import said, stacked, strips_of

if TYPE_CHECKING:
    from briefing.blocks.model import Block
    from briefing.brand.model import Look
    from briefing.layout.pages import Box, Piece
    from briefing.layout.text import Words

HERE = Source("words.md", 3, 1)


def words(text: str) -> Words:
    return (Span(text),)


@dataclass
class Column:
    """A block in a column of its own: its pieces, boxes, nodes and faults."""

    block: Block
    look: Look
    width: float = 240.0
    listings: tuple[Listing, ...] = ()
    diagnostics: Diagnostics = field(default_factory=Diagnostics)
    root: Node = field(default_factory=lambda: Node(Role.SECTION))
    pieces: tuple[Piece, ...] = ()

    def __post_init__(self) -> None:
        setting = Setting(self.width, self.look, self.root, self.diagnostics, self.listings)
        self.pieces = self.block.compose(setting)

    @property
    def boxes(self) -> list[Box]:
        return stacked(strips_of(self.pieces))

    @property
    def codes(self) -> list[str]:
        return [each.code for each in self.diagnostics]

    def heard(self) -> str:
        return said(self.root, self.boxes)

    def roles(self) -> list[str]:
        return [node.role.value for node in self.root.walk()][1:]

    def nodes(self, role: Role) -> list[Node]:
        return [node for node in self.root.walk() if node.role is role]


def text(box: Box) -> str:
    return "".join(mark.run.text for mark in box.marks if isinstance(mark, Text))

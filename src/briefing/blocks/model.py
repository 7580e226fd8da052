"""What every kind of block is: options as fields, composed to pieces of a column."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.brand.model import Look
    from briefing.diagnostics import Diagnostics, Source
    from briefing.layout.pages import Piece
    from briefing.layout.text import Words
    from briefing.structure import Node
    from briefing.survey.model import Comment
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a block is composed: its measure in points, the look there, and its place in the tree."""

    width: float
    look: Look
    parent: Node
    language: str
    diagnostics: Diagnostics


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(ABC):
    """A kind of block. Its fields are its options as authors write them.

    Fields whose metadata has ``given`` are filled by the reader of the words (the words themselves,
    the table that `of` names, the comment that `from` names); all others are options.
    """

    kind: ClassVar[str]
    where: Source = field(metadata={"given": True})
    area: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The names by which an area of a page can ask for it, the narrowest first."""
        return (self.kind,)

    @abstractmethod
    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Make the pieces of a column `setting.width` points wide, and the nodes that own them."""


@dataclass(frozen=True, slots=True)
class Supplies:
    """What the reader of the words can hand to a block."""

    tables: Mapping[str, Table]
    comments: Mapping[str, Comment]
    paragraphs: tuple[Words, ...] = ()

"""Running words: paragraphs, the lead under a headline, notes, and subheadings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import set_words, with_gap
from briefing.blocks.model import GIVEN, Block
from briefing.structure import HEADINGS, Role

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.layout.pages import Piece, Strip
    from briefing.layout.text import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """A plain paragraph."""

    kind: ClassVar[str] = "paragraph"
    words: Words = field(metadata=GIVEN)

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """One paragraph in the style ``body``."""
        return prose((self.words,), "body", self, setting)

    @property
    def gap_style(self) -> str:
        """Paragraphs are set as body text."""
        return "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead(Block):
    """The words under a headline that say what the finding means."""

    kind: ClassVar[str] = "lead"
    paragraphs: tuple[Words, ...] = field(metadata=GIVEN)

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Paragraphs in the style ``lead``."""
        return prose(self.paragraphs, "lead", self, setting)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Block):
    """Small print: how to read a chart, what a symbol means."""

    kind: ClassVar[str] = "note"
    paragraphs: tuple[Words, ...] = field(metadata=GIVEN)

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Paragraphs in the style ``note``."""
        return prose(self.paragraphs, "note", self, setting)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subheading(Block):
    """A heading within a page; `level` is its depth in the document."""

    kind: ClassVar[str] = "subheading"
    words: Words = field(metadata=GIVEN)
    level: int = field(default=2, metadata=GIVEN)
    anchor: str = field(default="", metadata=GIVEN)

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """A heading in the style ``subheading``, kept with what follows."""
        role = HEADINGS[min(self.level, len(HEADINGS)) - 1]
        style = setting.look.style("subheading")
        node = setting.parent.add(role)
        strips = set_words(
            self.words, style, setting, node, self.where, anchor=self.anchor, keep=True
        )
        return with_gap(strips, style.gap)


def prose(
    paragraphs: tuple[Words, ...], style_name: str, block: Block, setting: Setting
) -> tuple[Strip, ...]:
    """Paragraphs one below the other, each a ``P``, in one style."""
    style = setting.look.style(style_name)
    strips: list[Strip] = []
    for words in paragraphs:
        node = setting.parent.add(Role.PARAGRAPH)
        strips.extend(with_gap(set_words(words, style, setting, node, block.where), style.gap))
    return tuple(strips)

"""Running words: paragraphs, the lead under a headline, notes, and subheadings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import set_paragraphs, set_words, with_gap
from briefing.blocks.model import GIVEN, Block
from briefing.structure import HEADINGS

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.layout.pages import Piece
    from briefing.layout.text import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """A plain paragraph; one that `opens` what follows is not parted from it."""

    kind: ClassVar[str] = "paragraph"
    flows: ClassVar[bool] = True
    running: ClassVar[bool] = True
    words: Words = field(metadata=GIVEN)
    opens: bool = field(default=False, metadata=GIVEN)

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """One paragraph in the type style of running words where it stands."""
        strips = set_paragraphs((self.words,), setting.prose, setting, self.where)
        return (*strips[:-1], *(replace(last, keep=self.opens) for last in strips[-1:]))

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
        return set_paragraphs(self.paragraphs, "lead", setting, self.where)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Block):
    """Small print: how to read a chart, what a symbol means."""

    kind: ClassVar[str] = "note"
    flows: ClassVar[bool] = True
    running: ClassVar[bool] = True
    paragraphs: tuple[Words, ...] = field(metadata=GIVEN)

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Paragraphs in the style ``note``."""
        return set_paragraphs(self.paragraphs, "note", setting, self.where)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subheading(Block):
    """A heading within a page; `level` is its depth in the document."""

    kind: ClassVar[str] = "subheading"
    running: ClassVar[bool] = True
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

"""The head of a page: its numeral, its kicker, its headline; made by the page, not written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import set_words
from briefing.blocks.model import GIVEN, Block

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.layout.pages import Piece
    from briefing.layout.text import Words
    from briefing.structure import Owner


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Block):
    """One part of a page's head; `part` is ``numeral``, ``kicker`` or ``heading``."""

    kind: ClassVar[str] = "heading"
    part: str
    words: Words = field(metadata=GIVEN)
    owner: Owner = field(metadata=GIVEN)
    anchor: str = field(default="", metadata=GIVEN)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Each part has an area of its own."""
        return (self.part,)

    @property
    def gap_style(self) -> str:
        """The headline's type style, or the part's own."""
        return "headline" if self.part == "heading" else self.part

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """The words in the part's style, owned by the node or artifact that was made for them."""
        style = setting.look.style(self.gap_style)
        return set_words(self.words, style, setting, self.owner, self.where, anchor=self.anchor)

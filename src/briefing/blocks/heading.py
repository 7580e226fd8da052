"""The head of a page: its numeral, icon, kicker and headline; made by the page, not written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import set_words
from briefing.blocks.model import GIVEN, Block
from briefing.drawing import Rect
from briefing.layout.pages import Box, Strip
from briefing.structure import Artifact

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.brand.model import Drawing
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Icon(Block):
    """The drawing that a page's heading asks for: decoration, as high as its style's size."""

    kind: ClassVar[str] = "icon"
    drawing: Drawing = field(metadata=GIVEN)

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """One strip with the drawing, where the style's alignment puts it."""
        style = setting.look.style(self.kind)
        width = style.size * self.drawing.width / self.drawing.height
        spare = setting.width - width
        x = {"right": spare, "centre": spare / 2}.get(style.align, 0.0)
        marks = setting.look.drawn(self.drawing, Rect(0, 0, width, style.size))
        box = Box(Artifact.DECORATION, Rect(x, 0, width, style.size), marks)
        return (Strip(style.leading, (box,)),)

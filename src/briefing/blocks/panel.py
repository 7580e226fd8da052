"""Words that stand out: a key message behind a rule, a call-out on a ground of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import set_paragraphs, together
from briefing.blocks.model import GIVEN, Block
from briefing.brand.styles import nearest
from briefing.drawing import Rect, Shape, rectangle
from briefing.layout.pages import Box, Strip
from briefing.structure import Artifact

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.layout.pages import Piece
    from briefing.layout.text import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Message(Block):
    """A key message: its first words bold, a rule of the accent colour above."""

    kind: ClassVar[str] = "message"
    whole: ClassVar[bool] = True
    paragraphs: tuple[Words, ...] = field(metadata=GIVEN)

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Paragraphs in the style ``message`` under a short rule."""
        style = setting.look.style("message")
        colour = setting.look.colour("accent")
        bar = Rect(0, 0, style.size * 2.2, style.size * 0.22)
        rule = Box(
            Artifact.DECORATION, bar, (Shape(rectangle(Rect(0, 0, bar.width, bar.height)), colour),)
        )
        head = Strip(bar.height, (rule,), style.size * 0.35, keep=True)
        return together((head, *set_paragraphs(self.paragraphs, "message", setting, self.where)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Block):
    """A few words on a ground of the scheme's tint."""

    kind: ClassVar[str] = "callout"
    whole: ClassVar[bool] = True
    paragraphs: tuple[Words, ...] = field(metadata=GIVEN)

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Paragraphs in the style ``callout``, padded, on one ground that is never split."""
        style = setting.look.style("callout")
        pad = style.size * 0.9
        head = nearest(pad, style.grid)
        inner = setting.narrower(2 * pad, self.where)
        strips = set_paragraphs(self.paragraphs, "callout", inner, self.where)
        height = sum(strip.height + strip.gap for strip in strips) + 2 * head
        if strips:
            height -= strips[-1].gap
        room = Rect(0, 0, setting.width, height)
        ground = Shape(rectangle(room, style.size * 0.3), setting.look.colour("tint"))
        boxes = [Box(Artifact.GROUND, room, (ground,), ground=True)]
        y = head
        for strip in strips:
            boxes.extend(box.moved(pad, y) for box in strip.boxes)
            y += strip.height + strip.gap
        return (Strip(height, tuple(boxes)),)

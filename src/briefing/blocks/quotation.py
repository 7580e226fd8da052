"""Words quoted from a document: set in behind a rule, with the one who wrote them below."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import apart, set_words, shifted, with_gap
from briefing.blocks.model import GIVEN, Block
from briefing.drawing import Rect, Shape, rectangle
from briefing.layout.pages import Box, Strip
from briefing.structure import Artifact, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.blocks.model import Setting
    from briefing.layout.pages import Piece
    from briefing.layout.text import Words

_INDENT, _BAR = 1.3, 0.14
"""The indent, and the width of the rule, in ems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Block):
    """A passage of a document. What respondents wrote is no such thing: that is fetched by id."""

    kind: ClassVar[str] = "quotation"
    flows: ClassVar[bool] = True
    running: ClassVar[bool] = True
    parts: tuple[Block, ...] = field(metadata=GIVEN)
    attribution: Words = field(default=(), metadata=GIVEN)

    @property
    def gap_style(self) -> str:
        """A passage keeps the distance of running words, its author's name that of any."""
        return "attribution" if self.attribution else "body"

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """A ``BlockQuote`` in the style ``quotation``, the attribution held to its last line."""
        style = setting.look.style("quotation")
        indent = style.size * _INDENT
        node = setting.parent.add(Role.QUOTATION)
        inner = replace(setting.narrower(indent, self.where).under(node), prose="quotation")
        strips: list[Strip] = []
        for part in self.parts:
            strips += apart(part.compose(inner), style.gap)
        if self.attribution:
            if strips:
                strips[-1] = replace(strips[-1], keep=True)
            below = setting.look.style("attribution")
            owner = node.add(Role.PARAGRAPH)
            strips += set_words(self.attribution, below, inner, owner, self.where)
        return _ruled(shifted(strips, indent), style.size * _BAR, setting)


def _ruled(strips: Sequence[Strip], width: float, setting: Setting) -> tuple[Strip, ...]:
    """The strips behind a rule that goes on through the white space between them."""
    ruled = []
    for strip in with_gap(strips, 0.0):
        height = strip.height + strip.gap
        shape = Shape(rectangle(Rect(0, 0, width, height)), setting.look.colour("rule"))
        bar = Box(Artifact.DECORATION, Rect(0, 0, width, height), (shape,))
        ruled.append(replace(strip, height=height, gap=0.0, boxes=(bar, *strip.boxes)))
    return tuple(ruled)

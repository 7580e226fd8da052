"""A short hairline in white, between two things that do not belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.model import Block
from briefing.drawing import Rect, Shape, line
from briefing.layout.pages import Box, Strip
from briefing.structure import Artifact

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.layout.pages import Piece

_WIDTH = 0.5
_PART = 0.25
"""The part of the measure that it takes, in its middle.

As wide as the column it would be one more row of a table above it; at the left it would be the rule
above notes.
"""
_WHITE = 1.5
"""The height of its white, in lines of running words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Block):
    """A thematic break; nobody hears it."""

    kind: ClassVar[str] = "rule"
    running: ClassVar[bool] = True

    @property
    def gap_style(self) -> str:
        """A rule keeps the distance of running words."""
        return "body"

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """A hairline in the middle of its white, above what it parts from what was before."""
        height, width = _WHITE * setting.look.style("body").leading, _PART * setting.width
        shape = Shape(
            line(0, _WIDTH / 2, width, _WIDTH / 2),
            stroke=setting.look.colour("rule"),
            stroke_width=_WIDTH,
        )
        rect = Rect((setting.width - width) / 2, (height - _WIDTH) / 2, width, _WIDTH)
        return (Strip(height, (Box(Artifact.DECORATION, rect, (shape,)),), keep=True),)

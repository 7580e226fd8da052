"""A hairline across the column, between two things that do not belong together."""

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
        """A hairline in the middle of a line's height, above what it parts from what was before."""
        leading = setting.look.style("body").leading
        shape = Shape(
            line(0, _WIDTH / 2, setting.width, _WIDTH / 2),
            stroke=setting.look.colour("rule"),
            stroke_width=_WIDTH,
        )
        rect = Rect(0, (leading - _WIDTH) / 2, setting.width, _WIDTH)
        return (Strip(leading, (Box(Artifact.DECORATION, rect, (shape,)),), keep=True),)

"""A picture from the project's folder, as wide as its author says, with caption and credit."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.alternative import check_alternative
from briefing.blocks.lines import set_words, with_gap
from briefing.blocks.model import GIVEN, WORDS, Block, Percent
from briefing.drawing import Picture, Rect
from briefing.layout.pages import Box, Strip
from briefing.structure import Artifact, Role

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.layout.pages import Piece
    from briefing.layout.text import Words

GOOD, LEAST = 225, 150
"""Pixels in an inch of paper that a picture should have, and must have."""
_POINTS_IN_INCH = 72
_CAPTION = 0.6
"""The least part of the measure that the words below a picture have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBlock(Block):
    """A photograph or a drawing; one without an alternative text is an ornament.

    `file` is its path, `pixels` its width and height, `width` the part of the measure that it
    takes; for the `press` its pixels must be enough.
    """

    kind: ClassVar[str] = "picture"
    running: ClassVar[bool] = True
    file: str = field(metadata=GIVEN)
    pixels: tuple[int, int] = field(metadata=GIVEN)
    press: bool = field(default=False, metadata=GIVEN)
    alt: str = field(default="", metadata=GIVEN)
    caption: Words = field(default=(), metadata=GIVEN)
    credit: Words = field(default=(), metadata=GIVEN)
    width: Percent = 1.0

    @property
    def kinds(self) -> tuple[str, ...]:
        """It may stand where a figure does."""
        return (self.kind, "figure", WORDS)

    @property
    def gap_style(self) -> str:
        """A picture keeps the distance of running words."""
        return "body"

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """The picture in its own proportions; below it the caption, then who made it."""
        width = setting.width * self.width
        across, down = self.pixels
        self._check_resolution(across * _POINTS_IN_INCH / width, setting)
        room = Rect(0, 0, width, width * down / across)
        if self.caption or self.credit:
            setting = setting.under(setting.parent.add(Role.DIVISION))
        owner = setting.parent.add(Role.FIGURE, alt=self.alt) if self.alt else Artifact.DECORATION
        check_alternative(self.alt, (self.caption,), setting, self.where)
        box = Box(owner, room, (Picture(room, self.file),))
        below = [
            (words, name, role)
            for words, name, role in (
                (self.caption, "caption", Role.CAPTION),
                (self.credit, "note", Role.PARAGRAPH),
            )
            if words
        ]
        gap = setting.look.style("caption").gap
        strips = [Strip(room.height, (box,), gap if below else 0.0, keep=bool(below))]
        inner = replace(setting, width=max(width, setting.width * _CAPTION))
        for place, (words, name, role) in enumerate(below, start=1):
            style, node = setting.look.style(name), setting.parent.add(role)
            keep = place < len(below)
            lines = set_words(words, style, inner, node, self.where, keep=keep)
            strips += with_gap(lines, 0.0)
        return tuple(strips)

    def _check_resolution(self, ppi: float, setting: Setting) -> None:
        if not self.press or ppi >= GOOD:
            return
        report = setting.diagnostics.error if ppi < LEAST else setting.diagnostics.warning
        report(
            "picture-resolution",
            f"the picture has {ppi:.0f} pixels an inch where it is printed",
            self.where,
            f"give it {GOOD} or more: a larger file, or a smaller width=",
        )

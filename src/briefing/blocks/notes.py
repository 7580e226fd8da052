"""The notes of a page, at its foot: what the raised figures in its words lead to.

Where the words of a heading go on to further pages, each note stands on the page that calls it
first. They are read in the order of their numbers behind all words of the heading, so that no note
interrupts a paragraph that goes over a page.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import in_front, label, set_words, shifted, with_gap
from briefing.blocks.model import GIVEN, Block
from briefing.drawing import Rect, Shape, line
from briefing.layout.pages import Box, Strip
from briefing.structure import Artifact, Role

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.diagnostics import Source
    from briefing.layout.pages import Piece
    from briefing.layout.text import Words

_RULE = 0.25
"""The rule above the notes, as a part of the measure."""
_HAIRLINE = 0.5


@dataclass(frozen=True, slots=True)
class Called:
    """One note: its number on the page, the name by which its mark finds it, its paragraphs."""

    number: int
    anchor: str
    paragraphs: tuple[Words, ...]
    where: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnotes(Block):
    """All notes of a page. Nobody writes the block: it is made of the notes in the words.

    `beside` are the kinds of the block that has the first mark: where no area of the page takes
    notes, they follow it.
    """

    kind: ClassVar[str] = "notes"
    written: ClassVar[bool] = False
    called: tuple[Called, ...] = field(metadata=GIVEN)
    beside: tuple[str, ...] = field(default=(), metadata=GIVEN)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Notes stand where small print does, else with the words that call them."""
        return (self.kind, "note", *self.beside)

    @property
    def gap_style(self) -> str:
        """Notes are set as small print."""
        return "note"

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """A short rule, then each note behind its number, a ``Note`` of its own."""
        style = setting.look.style("note")
        numbers = [str(each.number) for each in self.called]
        widest = max(style.run(each).width for each in numbers)
        indent = widest + style.size * 0.5
        inner = setting.narrower(indent, self.where)
        strips = [_rule(style.size, setting)]
        for each, number in zip(self.called, numbers, strict=True):
            node = setting.parent.add(Role.NOTE)
            mark = label(number, style, setting, node.add(Role.LABEL), right_of=widest)
            lines: list[Strip] = []
            for words in each.paragraphs:
                owner = node.add(Role.PARAGRAPH)
                lines += set_words(words, style, inner, owner, each.where)
            named = in_front(replace(mark, anchor=each.anchor), shifted(lines, indent))
            strips += with_gap(named, style.gap / 2)
        return tuple(strips)


def _rule(size: float, setting: Setting) -> Strip:
    """The rule with white on both sides: what is above it may end in the middle of a block."""
    width, above = setting.width * _RULE, size / 2
    shape = Shape(
        line(0, _HAIRLINE / 2, width, _HAIRLINE / 2),
        stroke=setting.look.colour("quiet"),
        stroke_width=_HAIRLINE,
    )
    box = Box(Artifact.DECORATION, Rect(0, above, width, _HAIRLINE), (shape,))
    return Strip(above + size / 2, (box,), keep=True)

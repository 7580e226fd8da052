"""The head of a page: its numeral, icon, kicker and headline; made by the page, not written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import set_words
from briefing.blocks.model import GIVEN, Block
from briefing.drawing import Rect, Text
from briefing.fonts import MissingGlyphError
from briefing.layout.pages import Box, Strip
from briefing.layout.text import break_lines, widest_word
from briefing.signs import NO_BREAK
from briefing.structure import Artifact

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.brand.model import Drawing
    from briefing.brand.styles import TextStyle
    from briefing.drawing import Mark
    from briefing.layout.pages import Piece
    from briefing.layout.text import Words
    from briefing.structure import Owner


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Block):
    """One part of a page's head; `part` is ``numeral``, ``kicker`` or ``heading``.

    With `again` it is printed once more, on a page on which the one before goes on.
    """

    kind: ClassVar[str] = "heading"
    part: str
    words: Words = field(metadata=GIVEN)
    owner: Owner = field(metadata=GIVEN)
    anchor: str = field(default="", metadata=GIVEN)
    again: bool = field(default=False, metadata=GIVEN)

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
        designed = setting.look.style(self.gap_style)
        words = _bound(self.words, designed, setting.width) if self.again else self.words
        style = _fitting(words, designed, setting.width, again=self.again)
        strips = set_words(words, style, setting, self.owner, self.where, anchor=self.anchor)
        if self.part != "numeral":
            return strips
        return tuple(_on_edge(strip, style) for strip in strips)


def _bound(words: Words, style: TextStyle, measure: float) -> Words:
    """Words that are printed again with the last one, "continued", held to the one before it.

    They are left apart where a size smaller has no room for both on a line.
    """
    *before, last = words
    bound = (*before, replace(last, text=last.text.replace(" ", NO_BREAK)))
    try:
        return bound if widest_word(bound, style.next_smaller) <= measure else words
    except MissingGlyphError:  # told where the words are set
        return words


def _fitting(words: Words, style: TextStyle, measure: float, *, again: bool) -> TextStyle:
    """The style, smaller where a word sticks out of the measure or lines are too many.

    Words that are printed again are smaller too where their last would be alone on its line.
    """
    try:
        fitting = _in_few_lines(words, _holding(words, style, measure), measure)
        return _in_company(words, fitting, measure) if again else fitting
    except MissingGlyphError:  # told where the words are set
        return style


def _holding(words: Words, style: TextStyle, measure: float) -> TextStyle:
    """The style, or the first of its next smaller sizes that holds the widest word.

    No headline is divided, and German has words as long as a line. One that is still too wide at
    the last size is left as designed, and told.
    """
    smaller = style
    for _ in range(_SIZES + 1):
        if widest_word(words, smaller) <= measure:
            return smaller
        smaller = smaller.next_smaller
    return style


_SIZES = 2
"""So many sizes smaller a headline is one yet."""


def _in_few_lines(words: Words, style: TextStyle, measure: float) -> TextStyle:
    """The style, or its next smaller size where that spares one of too many lines.

    A headline of five lines in a narrow column is no longer read at a glance.
    """
    lines = len(break_lines(words, style, measure)) if style.lines else 0
    if lines > style.lines:
        smaller = style.next_smaller
        return smaller if len(break_lines(words, smaller, measure)) < lines else style
    return style


def _in_company(words: Words, style: TextStyle, measure: float) -> TextStyle:
    """The style, or its next smaller size where that spares the last word a line of its own.

    "continued" below a headline is the first thing that is seen of a page, and means the least.
    """
    if not _ends_alone(words, style, measure):
        return style
    smaller = style.next_smaller
    return style if _ends_alone(words, smaller, measure) else smaller


def _ends_alone(words: Words, style: TextStyle, measure: float) -> bool:
    lines = break_lines(words, style, measure)
    last = "".join(stretch.run.text for stretch in lines[-1].stretches) if len(lines) > 1 else " "
    return not {" ", NO_BREAK} & set(last)


def _on_edge(strip: Strip, style: TextStyle) -> Strip:
    """Large figures with their ink on the edge of what stands below, not their side bearing.

    At the size of a numeral that is five points of air, and looks like a slip of the hand.
    """
    marks = [mark for box in strip.boxes for mark in box.marks if isinstance(mark, Text)]
    if not marks or style.align not in ("left", "right"):
        return strip
    words = "".join(mark.run.text for mark in marks)
    air = -style.roman.ink(words[0]).left
    if style.align == "right":
        air = marks[-1].run.glyphs[-1].advance - style.roman.ink(words[-1]).right
    by = air * style.size / 1000
    boxes = (replace(box, marks=tuple(_aside(m, by) for m in box.marks)) for box in strip.boxes)
    return replace(strip, boxes=tuple(boxes))


def _aside(mark: Mark, by: float) -> Mark:
    return replace(mark, x=mark.x + by) if isinstance(mark, Text) else mark


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

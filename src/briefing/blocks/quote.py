"""A quotation: fetched by its id, verbatim, attributed by class, behind a large mark."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import in_front, set_words, shifted, together, with_gap
from briefing.blocks.model import GIVEN, Block
from briefing.drawing import Rect, Text
from briefing.fonts import MissingGlyphError
from briefing.layout.pages import Box
from briefing.layout.pieces import LINE_BREAK
from briefing.layout.quotations import marks_of, within
from briefing.layout.text import Span, baseline_of
from briefing.structure import Role

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.brand.styles import TextStyle
    from briefing.layout.pages import Piece
    from briefing.structure import Node
    from briefing.survey.model import Comment


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Block):
    """A respondent's words, which cannot be retyped, and the class that they are attributed to."""

    kind: ClassVar[str] = "quote"
    whole: ClassVar[bool] = True
    comment: Comment = field(metadata=GIVEN)

    @property
    def gap_style(self) -> str:
        """The white space between quotations is that below the attribution."""
        return "attribution"

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """A ``BlockQuote`` of the words and, below, the attribution."""
        look = setting.look
        style, below, sign = (look.style(n) for n in ("quote", "attribution", "quote.mark"))
        node = setting.parent.add(Role.QUOTATION)
        marks = marks_of(style.language)
        opening = marks.double[0]
        indent = _width(opening, sign) + sign.size * 0.14
        inner = setting.narrower(indent, self.where)
        said, written = within(self.comment.text, marks), self.comment.where
        places = ((0, written), (len(said), self.where))
        words = (Span(f"{said}{marks.inside}{marks.double[1]}", places=places),)
        owner = node.add(Role.PARAGRAPH)
        lines = set_words(words, style, inner, owner, self.where)
        named = _by_class(self.comment.attribution, below, inner.width)
        by = (Span(named, places=((0, written),)),)
        name = set_words(by, below, inner, node.add(Role.PARAGRAPH), self.where)
        whole = together((*with_gap(lines, style.gap), *with_gap(name, below.gap)))
        return in_front(_mark(opening, sign, style, setting, owner), shifted(whole, indent))


def _by_class(attribution: str, style: TextStyle, measure: float) -> str:
    """The attribution, a line for the role and one for the kind of body where one is too short.

    One without a glyph is left alone: it is told when it is set.
    """
    role, comma, body = attribution.partition(", ")
    parts = (f"{role},", body)
    try:
        fits = all(style.run(each).width <= measure for each in parts)
        whole = style.run(attribution).width <= measure
    except MissingGlyphError:
        return attribution
    return LINE_BREAK.join(parts) if comma and fits and not whole else attribution


def _width(opening: str, sign: TextStyle) -> float:
    """How wide the ink of the large mark is, in points: it has no white space of its own."""
    ink = sign.roman.ink(opening)
    return (ink.right - ink.left) * sign.size / 1000


def _mark(opening: str, sign: TextStyle, style: TextStyle, setting: Setting, said: Node) -> Box:
    """The large opening mark: its ink starts at the edge, its top is level with the capitals."""
    ink, em = sign.roman.ink(opening), sign.size / 1000
    top = baseline_of(style) - style.size * style.roman.metrics.cap_height / 1000
    text = Text(-ink.left * em, ink.top * em, sign.run(opening), setting.look.colour(sign.colour))
    return Box(said, Rect(0, top, _width(opening, sign), (ink.top - ink.foot) * em), (text,))

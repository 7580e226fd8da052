"""A list told by its side heads: what each item begins with in bold stands large beside its words.

Figures as side heads make a page that is read by its numbers: "**{{ q1.yes.pct }}** agree that …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import apart, hung, set_words, shifted, with_gap
from briefing.blocks.model import GIVEN, WORDS, Block
from briefing.brand.styles import nearest, up
from briefing.drawing import Rect, Shape, Text, line
from briefing.fonts import MissingGlyphError
from briefing.layout.pages import Box, Strip
from briefing.layout.text import baseline_of, plain, width_of
from briefing.structure import Artifact, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.blocks.model import Setting
    from briefing.brand.styles import TextStyle
    from briefing.drawing import GlyphRun
    from briefing.layout.pages import Piece
    from briefing.layout.text import Span, Words
    from briefing.structure import Node

_LEAST, _MOST = 0.2, 0.3
"""The part of the measure that side heads take: words go on in a second line, figures shrink."""
_LESS = 0.5
"""How large words between figures are beside them: the "of" in "10 of 16"."""
_APART = 1.2
"""The white space between side heads and words, in ems of the words."""
_RULE = 0.5
"""The hairline above an item, in points."""
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class SideHeads(Block):
    """A list whose items begin with strong words: these stand beside the others, below a hairline.

    Items that all begin with a figure have it as large as the numerals of steps; words are set as
    subheadings are.
    """

    kind: ClassVar[str] = "sideheads"
    running: ClassVar[bool] = True
    displays: ClassVar[bool] = True
    items: tuple[Words, ...] = field(metadata=GIVEN)
    below: tuple[tuple[Block, ...], ...] = field(default=(), metadata=GIVEN)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Figures may have another place on a page than words."""
        own = "figures" if _told([_split(each)[0] for each in self.items]) else "words"
        return (f"{self.kind}.{own}", self.kind, WORDS)

    @property
    def gap_style(self) -> str:
        """Its words are set as those of steps are."""
        return "steps"

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Words in the style ``steps`` beside ``steps.numeral`` or ``subheading``."""
        style = setting.look.style("steps")
        parts = [_split(each) for each in self.items]
        heads = [head for head, _ in parts]
        told = _told(heads)
        head, measure = _measured(heads, told=told, setting=setting)
        inner = setting.narrower(measure + style.size * _APART, self.where)
        parent = setting.parent.add(Role.LIST)
        white = _below_rule(style, 0.0 if told else baseline_of(head) - baseline_of(style))
        strips: list[Strip] = []
        for place, (first, rest) in enumerate(parts):
            body = parent.add(Role.ITEM).add(Role.BODY)
            if told:
                beside = _figure(first, head, style, setting, body)
            else:
                beside = self._head(first, head, style, replace(setting, width=measure), body)
            owner = body if told else body.add(Role.PARAGRAPH)
            lines = [*set_words(rest, style, inner, owner, self.where)]
            for block in self.below[place] if place < len(self.below) else ():
                lines = [*with_gap(lines, lines[-1].gap or style.gap)] if lines else []
                lines += apart(block.compose(inner.under(body)), style.gap)
            words = shifted(lines, setting.width - inner.width)
            row = _row(beside, _beside_tall(words, beside, style) if told else words, style)
            strips += (_rule(setting, white), *with_gap(row, style.gap))
        return tuple(strips)

    def _head(
        self, words: Words, head: TextStyle, style: TextStyle, setting: Setting, body: Node
    ) -> tuple[Box, ...]:
        """The lines of a side head of words, the first on the line of what stands beside it.

        Larger ones reach up into the white below the hairline for that.
        """
        if not words:
            return ()
        lines = set_words(words, head, setting, body.add(Role.PARAGRAPH), self.where)
        down = baseline_of(style) - baseline_of(head)
        tops = accumulate((each.height for each in lines), initial=down)
        return tuple(
            box.moved(0, top) for top, each in zip(tops, lines, strict=False) for box in each.boxes
        )


def _told(heads: Sequence[Words]) -> bool:
    """Whether all side heads are figures."""
    return all(
        _DIGIT.search(plain(head)) and not any(span.link or span.script for span in head)
        for head in heads
    )


def _split(words: Words) -> tuple[Words, Words]:
    """The strong words that an item begins with, and what follows them."""
    first = tuple(takewhile(lambda span: span.strong, words))
    rest = words[len(first) :]
    if first and rest:
        cut = len(rest[0].text) - len(rest[0].text.lstrip())
        places = tuple((max(0, at - cut), where) for at, where in rest[0].places)
        rest = (replace(rest[0], text=rest[0].text[cut:], places=places), *rest[1:])
    return tuple(replace(span, strong=False) for span in first), rest


def _measured(heads: Sequence[Words], *, told: bool, setting: Setting) -> tuple[TextStyle, float]:
    """The style of the side heads and their width: that of the widest, as far as it may be.

    Figures too wide for it take smaller sizes of the scale.
    """
    style = setting.look.style("steps.numeral" if told else "subheading")
    most = _MOST * setting.width
    try:
        if not told:
            widest = max((width_of(each, style) for each in heads), default=0.0)
            return style, max(_LEAST * setting.width, min(most, widest)) if widest else 0.0
        while True:
            widest = max(_extent(each, style, setting.look.format.minimum) for each in heads)
            if widest <= most or style.next_smaller.size == style.size:
                return style, widest
            style = style.next_smaller
    except MissingGlyphError:  # it is told where they are set
        return style, most


# -- figures ---------------------------------------------------------------------------------------


def _runs(
    words: Words, style: TextStyle, minimum: float
) -> Iterator[tuple[float, GlyphRun, Span, float]]:
    """Figures one behind the other, what stands between them in smaller type, and where each ends.

    A space is behind each: it is read on with what follows, the words beside it at last. Nothing is
    smaller than `minimum` points, the least type of the format, unless the figures are.
    """
    less = style.on_scale(style.size * _LESS)
    small = replace(style, size=max(less, min(minimum, style.size)))
    x, space = 0.0, small.run(" ").width
    for span in words:
        for part in re.findall(r"\S+\s*|\s+", span.text):
            x += space * part[0].isspace()
            if word := part.strip():
                own = style if _DIGIT.search(word) else small
                end = x + own.run(word).width
                yield x, own.run(f"{word} "), span, end
                x = end + space * part[-1].isspace()


def _extent(words: Words, style: TextStyle, minimum: float) -> float:
    """How wide a side head of figures is."""
    return max((end for *_, end in _runs(words, style, minimum)), default=0.0)


def _figure(
    words: Words, head: TextStyle, style: TextStyle, setting: Setting, body: Node
) -> tuple[Box, ...]:
    """A side head of figures on one line: it hangs from the capitals of the words beside it."""
    colour, minimum = setting.look.colour(head.colour), setting.look.format.minimum
    y = baseline_of(head)
    marks = tuple(
        Text(x, y, run, colour, span.number or span.claim)
        for x, run, span, _ in _runs(words, head, minimum)
    )
    if not marks:
        return ()
    box = Box(body, Rect(0, 0, _extent(words, head, minimum), head.leading), marks)
    return (hung(box, head, style),)


def _beside_tall(
    lines: Sequence[Strip], beside: Sequence[Box], style: TextStyle
) -> tuple[Strip, ...]:
    """Lines that are lower than the figure beside them, moved down on the grid to its middle.

    A line that hung from the figure's top would leave it standing lower than its own words.
    """
    if not (lines and beside):
        return tuple(lines)
    figure = beside[0].rect
    down_to_last = sum(each.height + each.gap for each in lines[:-1]) + baseline_of(style)
    spare = figure.bottom - down_to_last
    if spare < style.grid or figure.y >= baseline_of(style):
        return tuple(lines)
    first, by = lines[0], nearest(spare / 2, style.grid)
    boxes = tuple(box.moved(0, by) for box in first.boxes)
    return (replace(first, height=first.height + by, boxes=boxes), *lines[1:])


# -- rows ------------------------------------------------------------------------------------------


def _rule(setting: Setting, white: float) -> Strip:
    """The hairline above an item, and the white below it."""
    colour = setting.look.colour("rule")
    stroke = Shape(line(0, _RULE / 2, setting.width, _RULE / 2), stroke=colour, stroke_width=_RULE)
    box = Box(Artifact.DECORATION, Rect(0, 0, setting.width, _RULE), (stroke,))
    return Strip(white, (box,), keep=True)


def _below_rule(style: TextStyle, lift: float) -> float:
    """How far below its hairline an item begins, in points: as far as the rule is from what ends.

    Further, where side heads that stand `lift` points higher than their words would lie on it.
    """
    white = max(_RULE, nearest(style.gap, style.grid))
    return white if white >= _RULE + lift else up(_RULE + lift, style.grid)


def _row(beside: Sequence[Box], lines: Sequence[Strip], style: TextStyle) -> tuple[Strip, ...]:
    """An item: its side head before its first line, and room for it however few lines there are.

    Below one that is taller than the words is as much white as above it.
    """
    whole = list(lines) or [Strip(style.leading, ())]
    foot = max((box.rect.bottom + box.rect.y for box in beside[:1]), default=0.0)
    foot = max([foot, *(box.rect.bottom for box in beside)])
    top = 0.0
    for place, each in enumerate(whole):
        top += each.height + (each.gap if place + 1 < len(whole) else 0.0)
        if place + 1 < len(whole) and top < foot:
            whole[place] = replace(each, keep=True)
    last = whole[-1]
    whole[-1] = replace(last, height=last.height + max(0.0, up(foot - top, style.grid)))
    whole[0] = replace(whole[0], boxes=(*beside, *whole[0].boxes))
    return tuple(whole)

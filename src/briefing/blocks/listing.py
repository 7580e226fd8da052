"""Lists with bullets or numbers, as deep as they go, and lists whose numbers are large steps."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import apart, hung, in_front, label, set_words, shifted, with_gap
from briefing.blocks.model import GIVEN, Block
from briefing.drawing import Rect, Shape, line
from briefing.layout.pages import Box, Strip
from briefing.structure import Artifact, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.blocks.model import Setting
    from briefing.brand.styles import TextStyle
    from briefing.layout.pages import Piece
    from briefing.layout.text import Words
    from briefing.structure import Node

BULLETS = ("\N{BULLET}", "\N{EN DASH}", "\N{MIDDLE DOT}")
"""The bullet of each level; then they begin again."""

TIGHTER, LOOSER = 0.5, 1.4
"""What becomes of the white space between items within another list, and in a loose one."""

_RULE = 0.5
"""The hairline below an item of a ruled list, in points."""

_APART = 0.5
"""What stays of the white space between items whose numerals reach below their words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList(Block):
    """A list; an ordered one counts from `start`, in letters and roman numbers further down.

    `items` are the words beside each label; `below`, an entry for each item, what stands under
    them: further paragraphs, lists within the list. A `loose` list has more white space.
    """

    kind: ClassVar[str] = "list"
    flows: ClassVar[bool] = True
    running: ClassVar[bool] = True
    items: tuple[Words, ...] = field(metadata=GIVEN)
    ordered: bool = field(default=False, metadata=GIVEN)
    below: tuple[tuple[Block, ...], ...] = field(default=(), metadata=GIVEN)
    start: int = field(default=1, metadata=GIVEN)
    delimiter: str = field(default=".", metadata=GIVEN)
    loose: bool = field(default=False, metadata=GIVEN)

    @property
    def gap_style(self) -> str:
        """A list stands apart as paragraphs do, however close its items are."""
        return "body"

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Items in the style ``list`` behind their bullets or numbers."""
        level = setting.lists.count(self.ordered)
        style = setting.look.style("list")
        if setting.prose not in ("body", "list"):  # a list in a quotation is quoted as well
            style = replace(setting.look.style(setting.prose), gap=style.gap)
        if self.ordered:
            numbering, numeral = _NUMBERS[level % len(_NUMBERS)]
            numbers = range(self.start, self.start + len(self.items))
            labels = [f"{numeral(each)}{self.delimiter}" for each in numbers]
        else:
            numbering = "Disc"
            labels = [BULLETS[level % len(BULLETS)]] * len(self.items)
        gap = style.gap * (TIGHTER if setting.lists else 1)
        if self.loose:
            gap = max(gap * LOOSER, 0.0 if setting.lists else setting.look.style("body").gap)
        # No quotation mark hangs: it would stand in the white behind the bullet.
        own = replace(style, gap=gap, hanging=False, ruled=style.ruled and not setting.lists)
        items = _Items(self, self.items, self.below, own, style)
        return items.set(labels, setting, numbering)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Block):
    """A few things to do, each behind a large number."""

    kind: ClassVar[str] = "steps"
    items: tuple[Words, ...] = field(metadata=GIVEN)
    below: tuple[tuple[Block, ...], ...] = field(default=(), metadata=GIVEN)

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Items in the style ``steps`` behind numerals in the style ``steps.numeral``."""
        labels = [str(place) for place in range(1, len(self.items) + 1)]
        style, numeral = setting.look.style("steps"), setting.look.style("steps.numeral")
        return _Items(self, self.items, self.below, style, numeral).set(labels, setting, "Decimal")


@dataclass(frozen=True, slots=True)
class _Items:
    """The items of a list being set: words in `style`, labels in `label_style`."""

    block: Block
    items: tuple[Words, ...]
    below: tuple[tuple[Block, ...], ...]
    style: TextStyle
    label_style: TextStyle

    def set(self, labels: Sequence[str], setting: Setting, numbering: str) -> tuple[Strip, ...]:
        """The strips of all items, their words in line behind the widest label.

        Numbers end on one line; bullets and large numerals begin on one.
        """
        widest = max((self.label_style.run(each).width for each in labels), default=0.0)
        indent = widest + self.label_style.size * 0.55
        parent = setting.parent.add(Role.LIST)
        parent.numbering = numbering
        counts = numbering != "Disc"
        edge = widest if counts and self.label_style.size <= self.style.size else 0.0
        narrower = setting.narrower(indent, self.block.where)
        inner = replace(narrower, prose=self.style.name, lists=(*setting.lists, counts))
        strips: list[Strip] = []
        for place, (words, text) in enumerate(zip(self.items, labels, strict=True)):
            item = parent.add(Role.ITEM)
            mark = label(text, self.label_style, setting, item.add(Role.LABEL), right_of=edge)
            below = self.below[place] if place < len(self.below) else ()
            lines = self._body(words, below, inner, item.add(Role.BODY))
            whole = self._marked(mark, shifted(lines, indent))
            strips.extend(_ruled(whole, setting) if self.style.ruled else whole)
        return tuple(strips)

    def _body(
        self, words: Words, below: tuple[Block, ...], inner: Setting, body: Node
    ) -> tuple[Strip, ...]:
        """The words beside the label, and what stands below them, kept with their last line."""
        if not below:
            return set_words(words, self.style, inner, body, self.block.where)
        strips: list[Strip] = []
        if words:
            owner = body.add(Role.PARAGRAPH)
            lines = set_words(words, self.style, inner, owner, self.block.where)
            strips += (replace(each, keep=True) for each in lines[-1:])
            closer = below[0].kind == ItemList.kind and not inner.lists[:-1]
            gap = self.style.gap * (TIGHTER if closer else 1)
            strips = [*lines[:-1], *with_gap(strips, gap)]
        for part in below:
            strips += apart(part.compose(inner.under(body)), self.style.gap)
        return tuple(strips)

    def _marked(self, mark: Box, lines: tuple[Strip, ...]) -> tuple[Strip, ...]:
        """The strips of an item behind its label, and the white space below them.

        A numeral that reaches below its words takes of that white space, but half of it stays: the
        numerals of short items would touch.
        """
        mark = hung(mark, self.label_style, self.style)
        whole = lines or (Strip(self.style.leading, ()),)
        height = sum(each.height + each.gap for each in whole) - whole[-1].gap
        below = max(0.0, mark.rect.bottom - height)  # of the last line: white space may be cut
        whole = (*whole[:-1], replace(whole[-1], height=whole[-1].height + below))
        return with_gap(in_front(mark, whole), max(_APART * self.style.gap, self.style.gap - below))


def _ruled(item: tuple[Strip, ...], setting: Setting) -> tuple[Strip, ...]:
    """The strips of an item with a hairline in the middle of the white below it."""
    last = item[-1]
    half = last.gap / 2
    colour = setting.look.colour("rule")
    stroke = Shape(line(0, _RULE / 2, setting.width, _RULE / 2), stroke=colour, stroke_width=_RULE)
    under = Rect(0, last.height + half - _RULE, setting.width, _RULE)
    boxes = (*last.boxes, Box(Artifact.DECORATION, under, (stroke,)))
    return (*item[:-1], replace(last, height=last.height + half, gap=half, boxes=boxes))


# -- numbers ---------------------------------------------------------------------------------------


def letters(number: int) -> str:
    """A number in letters, as columns of a sheet have them: a … z, aa, ab; 0 stays a figure."""
    if number < 1:
        return str(number)
    signs = ""
    while number:
        number, rest = divmod(number - 1, 26)
        signs = chr(ord("a") + rest) + signs
    return signs


def roman(number: int) -> str:
    """A number in small roman numerals up to 3999; any other stays in figures."""
    if not 0 < number < _LARGEST_ROMAN:
        return str(number)
    return "".join(_roman(number))


def _roman(number: int) -> Iterator[str]:
    for value, signs in _ROMAN:
        yield signs * (number // value)
        number %= value


_LARGEST_ROMAN = 4000
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_NUMBERS: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("Decimal", str),
    ("LowerAlpha", letters),
    ("LowerRoman", roman),
)

"""Lists with bullets or numbers, and lists whose numbers are large steps."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import in_front, label, set_words, shifted, with_gap
from briefing.blocks.model import GIVEN, Block
from briefing.drawing import Text
from briefing.layout.text import baseline_of
from briefing.structure import Role

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.brand.model import TextStyle
    from briefing.layout.pages import Box, Piece, Strip
    from briefing.layout.text import Words

BULLET = "\N{BULLET}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList(Block):
    """A list; an ordered one counts from 1."""

    kind: ClassVar[str] = "list"
    items: tuple[Words, ...] = field(metadata=GIVEN)
    ordered: bool = field(default=False, metadata=GIVEN)

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Items in the style ``list`` behind their bullets or numbers."""
        return _listed(self, self.items, setting, "list", "list", numbered=self.ordered)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Block):
    """A few things to do, each behind a large number."""

    kind: ClassVar[str] = "steps"
    items: tuple[Words, ...] = field(metadata=GIVEN)

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Items in the style ``steps`` behind numerals in the style ``steps.numeral``."""
        return _listed(self, self.items, setting, "steps", "steps.numeral", numbered=True)


def _listed(
    block: Block,
    items: tuple[Words, ...],
    setting: Setting,
    style_name: str,
    label_name: str,
    *,
    numbered: bool,
) -> tuple[Strip, ...]:
    style, label_style = setting.look.style(style_name), setting.look.style(label_name)
    labels = [
        f"{place}." if label_name == "list" else str(place) for place in range(1, len(items) + 1)
    ]
    if not numbered:
        labels = [BULLET] * len(items)
    indent = (
        max((label_style.run(each).width for each in labels), default=0) + label_style.size * 0.55
    )
    parent = setting.parent.add(Role.LIST)
    strips: list[Strip] = []
    for words, text in zip(items, labels, strict=True):
        item = parent.add(Role.ITEM)
        mark = label(text, label_style, setting, item.add(Role.LABEL))
        body = item.add(Role.BODY)
        lines = set_words(words, style, setting.narrower(indent), body, block.where)
        mark = _hung(mark, label_style, style)
        gap = max(style.gap, mark.rect.bottom - len(lines) * style.leading)
        strips.extend(with_gap(in_front(mark, shifted(lines, indent)), gap))
    return tuple(strips)


def _hung(mark: Box, own: TextStyle, style: TextStyle) -> Box:
    """A label beside its text's first line; one larger than the text hangs from its capitals."""
    rise, beside = (each.size * each.roman.metrics.cap_height / 1000 for each in (own, style))
    if rise <= beside:
        return mark.moved(0, baseline_of(style) - baseline_of(own))
    above = baseline_of(own) - rise
    rect = replace(mark.rect, y=baseline_of(style) - beside, height=rise)
    marks = tuple(replace(each, y=each.y - above) for each in mark.marks if isinstance(each, Text))
    return replace(mark, rect=rect, marks=marks)

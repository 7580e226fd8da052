"""The contents: sections and pages with their numbers, each line a link; all or a part.

A part that goes on in a further column or page has its heading printed there again: sections
without what they are sections of look lost.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import label, set_words, with_gap
from briefing.blocks.model import Block
from briefing.diagnostics import Diagnostics
from briefing.drawing import Link, Rect, Shape, line
from briefing.layout.pages import Box, Strip
from briefing.layout.text import Span
from briefing.structure import Artifact, Role
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.blocks.model import Listing, Setting
    from briefing.brand.styles import TextStyle
    from briefing.layout.pages import Piece
    from briefing.structure import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents(Block):
    """The document's contents to `depth` levels, with the label of the page each starts on.

    `under` names the heading whose part alone is listed; appendices belong to the last part.
    """

    kind: ClassVar[str] = "contents"
    depth: int = 2
    under: str = ""

    @property
    def gap_style(self) -> str:
        """A contents list is set in its own two styles."""
        return "contents.1"

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """One line an entry, its page number at the right edge."""
        wanted = tuple(each for each in self._part(setting) if each.level <= self.depth)
        if not wanted:
            return ()
        parent = setting.parent.add(Role.CONTENTS)
        strips: list[Strip] = []
        for place, each in enumerate(wanted):
            entry = _entry(self, each, parent.add(Role.ENTRY), setting)
            below = [below.level for below in wanted[place + 1 : place + 3]]
            heads = each.level == 1 and below[:1] > [1]
            strips.extend(
                replace(
                    strip,
                    opens=each.level == 1,
                    head=heads,
                    again=_again(self, each, setting) if heads else None,
                    keep=_stays(each.level, below),
                )
                for strip in entry
            )
        return tuple(strips)

    def _part(self, setting: Setting) -> tuple[Listing, ...]:
        """What stands under a heading: the entries after it until one as high as it is."""
        listings = setting.listings
        if not self.under:
            return listings
        start = next((p for p, each in enumerate(listings) if each.anchor == self.under), None)
        if start is None:
            setting.diagnostics.error(
                "unknown-heading",
                f"no heading that the contents list is called #{self.under}",
                self.where,
                "Name a heading's #id.",
            )
            return ()
        level = listings[start].level
        below = takewhile(lambda each: each.level > level, listings[start + 1 :])
        return tuple(replace(each, level=each.level - level) for each in below)


def _stays(level: int, below: list[int]) -> bool:
    """Whether an entry stays with the next: a part with its first section, the last two of a part.

    `below` has the levels of the next two.
    """
    last = level > 1 and below[:1] == [level] and below[1:] < [level]
    return last or below[:1] > [level]


def _again(block: Contents, listing: Listing, setting: Setting) -> Strip | None:
    """The heading of a part as it is printed once more; None where that takes lines of its own."""
    style = setting.look.style("contents.1")
    words = (Span(f"{listing.title}, {wording().continued}"),)
    unheard = replace(setting, diagnostics=Diagnostics())  # its faults are told of the entry
    lines = set_words(words, style, unheard, Artifact.HEADER, block.where)
    return _ruled(lines[0].boxes, style, 0.0, setting) if len(lines) == 1 else None


def _entry(block: Block, listing: Listing, parent: Node, setting: Setting) -> tuple[Strip, ...]:
    """Title and page number as one link, a hairline below."""
    name = f"contents.{min(listing.level, 2)}"
    style = setting.look.style(name)
    indent = (listing.level - 1) * style.size
    node = parent.add(Role.LINK)
    foreign = listing.language
    said = node.add(Role.SPAN, language=foreign) if foreign else node
    page = label(f" {listing.label}", style, setting, said, right_of=setting.width)
    inner = setting.narrower(indent + page.rect.width + style.size / 2, block.where)
    title = set_words((Span(listing.title),), style, inner, node, block.where)
    if not title:
        return ()
    height = sum(strip.height for strip in title)
    boxes: list[Box] = []
    y = 0.0
    for strip in title:
        boxes.extend(box.moved(indent, y) for box in strip.boxes)
        y += strip.height
    area = Rect(0, y - height, setting.width, height)
    words = wording().titled(
        "page_link", "{title}, {page}", title=listing.title, page=listing.label
    )
    link = Link(area, f"#{listing.anchor}", words)
    first = boxes[0]
    whole = Link(area.moved(-first.rect.x, -first.rect.y), link.target, link.contents)
    boxes[0] = Box(first.owner, first.rect, (*first.marks, whole), first.ground, first.anchor)
    last = page.moved(0, height - style.leading)
    strip = _ruled((*boxes, last), style, indent, setting, height)
    return with_gap((strip,), style.gap)


def _ruled(
    boxes: Sequence[Box], style: TextStyle, indent: float, setting: Setting, height: float = 0.0
) -> Strip:
    """Lines so many points high, of one line unless more is said, with a hairline below them."""
    height = height or style.leading
    pad = style.size * 0.22
    width = setting.width - indent
    rule = Shape(line(0, 0.25, width, 0.25), stroke=setting.look.colour("rule"), stroke_width=0.5)
    under = Box(Artifact.DECORATION, Rect(indent, height + pad, width, 0.5), (rule,))
    return Strip(height + 2 * pad, (*boxes, under), gap=style.gap)

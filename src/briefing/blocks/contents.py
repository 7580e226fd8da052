"""The contents: sections and pages with their numbers, each line a link; all or a part."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import label, set_words, with_gap
from briefing.blocks.model import Block
from briefing.drawing import Link, Rect, Shape, line
from briefing.layout.pages import Box, Strip
from briefing.layout.text import Span
from briefing.structure import Artifact, Role
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.blocks.model import Listing, Setting
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
        for each, below in zip_longest(wanted, wanted[1:]):
            entry = _entry(self, each, parent.add(Role.ENTRY), setting)
            entry = (replace(entry[0], opens=each.level == 1), *entry[1:]) if entry else entry
            if below and below.level > each.level:  # a part stays with its first section
                entry = tuple(replace(strip, keep=True) for strip in entry)
            strips.extend(entry)
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
    pad = style.size * 0.22
    rule = Shape(
        line(0, 0.25, setting.width - indent, 0.25),
        stroke=setting.look.colour("rule"),
        stroke_width=0.5,
    )
    under = Box(
        Artifact.DECORATION, Rect(indent, height + pad, setting.width - indent, 0.5), (rule,)
    )
    last = page.moved(0, height - style.leading)
    return with_gap((Strip(height + 2 * pad, (*boxes, last, under)),), style.gap)

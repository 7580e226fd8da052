"""The head of a page as blocks: numeral, icon, kicker and headline, and the same printed again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.blocks.heading import Heading, Icon
from briefing.layout.text import Span
from briefing.structure import HEADINGS, Artifact, Node, Role
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.blocks.model import Block
    from briefing.brand.masters import Arrangement
    from briefing.compose.desk import Desk, InHand
    from briefing.layout.text import Words
    from briefing.structure import Owner


def head(page: InHand, node: Node, arrangement: Arrangement, desk: Desk) -> Iterator[Block]:
    """The page's numeral, icon, kicker and headline, as far as the arrangement takes them."""
    sheet, depth = page.sheet, page.depth
    takes = {kind for area in arrangement.areas for kind in area.takes}
    named = not page.section and "kicker" in takes and page.kicker
    opening = node.add(Role.PARAGRAPH) if named or ("numeral" in takes and sheet.number) else None
    if opening and "numeral" in takes and sheet.number:
        # One paragraph with the kicker, "1 Knowledge": a numeral alone would say nothing.
        owner = opening.add(Role.SPAN, says=f"{sheet.number} ") if named else opening
        yield _part(page, "numeral", (Span(str(sheet.number)),), owner)
    if "icon" in takes and sheet.icon:
        yield Icon(where=sheet.where, drawing=desk.brand.icons[sheet.icon])
    if "kicker" in takes and page.kicker:
        words = (Span(page.kicker),)
        if page.announces and page.section:
            yield _part(page, "kicker", words, node.add(_heading(depth)), page.section.anchor)
            depth += 1
        elif page.section:
            yield _part(page, "kicker", words, Artifact.HEADER)
        elif opening:
            yield _part(
                page, "kicker", words, opening.add(Role.SPAN) if opening.children else opening
            )
    yield _part(page, "heading", sheet.heading, node.add(_heading(depth)), sheet.anchor)


def again(page: InHand, arrangement: Arrangement) -> Iterator[Block]:
    """Kicker and headline of a page on which another goes on, as furniture."""
    takes = {kind for area in arrangement.areas for kind in area.takes}
    if "kicker" in takes and page.kicker:
        yield _part(page, "kicker", (Span(page.kicker),), Artifact.HEADER)
    words = (*page.sheet.heading, Span(f", {wording().continued}"))
    yield replace(_part(page, "heading", words, Artifact.HEADER), again=True)


def _part(page: InHand, part: str, words: Words, owner: Owner, anchor: str = "") -> Heading:
    return Heading(where=page.sheet.where, part=part, words=words, owner=owner, anchor=anchor)


def _heading(depth: int) -> Role:
    return HEADINGS[min(depth, len(HEADINGS) - 1)]

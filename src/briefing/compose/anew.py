"""Blocks that are set anew on a page that goes on: for another measure or ground than they had.

A place beside a chart is narrow; without the chart its voices may have the width of the page. Only
blocks that stand whole can be: of what was parted the first lines are printed already.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.blocks.model import Setting
from briefing.brand.styles import AS_DESIGNED
from briefing.compose.setting import once, opened
from briefing.diagnostics import Diagnostics
from briefing.layout.fill import column_width
from briefing.layout.pages import Strip
from briefing.structure import Node, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.blocks.model import Block
    from briefing.brand.masters import Area
    from briefing.brand.styles import Step
    from briefing.compose.desk import Desk, InHand
    from briefing.layout.pages import Fragment
    from briefing.structure import Owner


@dataclass(frozen=True, slots=True)
class Anew:
    """A block that was set anew: its fragment before, and the nodes that come in place of its."""

    before: Fragment
    nodes: tuple[Node, ...]


def block_of(page: InHand, fragment: Fragment) -> Block | None:
    """The one block of the page that a fragment was made of; None if that is not sure."""
    made_of = fragment.name, fragment.where
    same = [each for each in page.sheet.blocks if (each.kinds[0], each.where) == made_of]
    return same[0] if len(same) == 1 else None


def stands_whole(page: InHand, fragments: Sequence[Fragment]) -> bool:
    """Whether all fragments are blocks that stand whole, and none takes the room it is given."""
    blocks = [block_of(page, each) for each in fragments]
    return all(block is not None and block.whole for block in blocks) and not any(
        each.elastic for each in fragments
    )


def set_anew(
    page: InHand,
    area: Area,
    fragments: Sequence[Fragment],
    desk: Desk,
    step: Step = AS_DESIGNED,
) -> tuple[tuple[Fragment, ...], tuple[Anew, ...]] | None:
    """Whole blocks composed for another area; None if something were to be told of them there."""
    faults, made, anew = Diagnostics(), [], []
    for fragment in fragments:
        block = block_of(page, fragment)
        if block is None:
            return None
        node = Node(Role.SECTION)
        look = desk.look_of(area, step)
        setting = Setting(column_width(area), look, node, faults, desk.listings, desk.gallery)
        made.append(once(block, setting, (page.label, fragment.order, 0), desk))
        anew.append(Anew(fragment, tuple(node.children)))
    return None if faults.entries else (tuple(opened(made)), tuple(anew))


def adopt(node: Node, anew: Sequence[Anew]) -> None:
    """Put the nodes of blocks that were set anew in the places of those that they had before."""
    for each in anew:
        owners = set(_owners(each.before))
        old = [n for n, child in enumerate(node.children) if owners.intersection(child.walk())]
        node.children[old[0] : old[-1] + 1] = each.nodes


def _owners(fragment: Fragment) -> Iterator[Owner]:
    for piece in fragment.pieces:
        strips = (piece,) if isinstance(piece, Strip) else piece.draw(piece.least)
        yield from (box.owner for strip in strips for box in strip.boxes)

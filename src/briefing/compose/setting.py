"""Blocks composed to the fragments that a page places, once for all trials that ask alike."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from briefing.blocks.chart import ChartBlock
from briefing.blocks.heading import Heading
from briefing.blocks.lines import tell_missing
from briefing.blocks.listing import ItemList
from briefing.compose.desk import Made
from briefing.diagnostics import Diagnostics
from briefing.fonts import MissingGlyphError
from briefing.layout.pages import Fragment
from briefing.structure import Node, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.blocks.model import Block, Setting
    from briefing.brand.model import Look
    from briefing.compose.desk import Desk


def once(block: Block, setting: Setting, at: tuple[str, int, int], desk: Desk) -> Fragment:
    """A block composed; words that stand `at` the same place in the same measure and look once.

    Of the arrangements of a page and the steps of its copyfit most differ in a single place, and
    a document that is gone through again has most pages as they were. A page is in one tree once,
    whichever of its trials is taken, so these may share the nodes of its words. Heads belong to
    nodes that are made before them; what is drawn at a height of its trial owns cells of its own.
    """
    _, order, _ = at
    if isinstance(block, Heading | ChartBlock):
        return as_fragment(block, setting, order)
    look = setting.look
    place = (*at, setting.width, look.scheme.name, look.prefix, look.step, look.outer)
    made = desk.words.get(place)
    if made is None or made.block != block:
        node, faults = Node(Role.SECTION), Diagnostics()
        scratch = replace(setting, parent=node, diagnostics=faults)
        fragment = as_fragment(block, scratch, order)
        made = Made(block, fragment, tuple(node.children), faults)
        if not fragment.elastic:
            desk.words[place] = made
    setting.parent.children.extend(made.nodes)
    setting.diagnostics.add(made.faults)
    return made.fragment


def as_fragment(block: Block, setting: Setting, order: int = 0) -> Fragment:
    """A block composed; empty, with a fault told, where the brand lacks a style or a sign.

    `order` is its place on the page in the order of reading.
    """
    look = setting.look
    try:
        pieces = block.compose(setting)
        style = look.style(block.gap_style)
        line = look.style("body").leading if _flows(block, look) else 0.0
    except KeyError as missing:
        message = f"the brand has no type style {missing} in its format {look.format.name}"
        setting.diagnostics.error("brand-style", message, block.where)
        return Fragment(block.kind, block.where, (), order=order)
    except MissingGlyphError as fault:  # in a label or a sign that the block itself adds
        tell_missing(fault, (), block.where, setting.diagnostics)
        return Fragment(block.kind, block.where, (), order=order)
    return Fragment(block.kinds[0], block.where, pieces, style.gap, order, style.above, line)


def _flows(block: Block, look: Look) -> bool:
    """Whether a block is of running words: a list with hairlines between its items is a table."""
    ruled = isinstance(block, ItemList) and look.style(block.kind).ruled
    return block.flows and not ruled


def opened(fragments: Sequence[Fragment]) -> Iterator[Fragment]:
    """Fragments with the white below each that the next one wants above it as well."""
    for each, below in zip_longest(fragments, fragments[1:]):
        above = below.above if below else 0.0
        yield replace(each, gap=each.gap + above) if above else each

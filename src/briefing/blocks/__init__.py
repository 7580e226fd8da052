"""What authors write, one file a kind or a family; add a new kind's name to `CATALOGUE`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.blocks.chart import ChartBlock
from briefing.blocks.contents import Contents
from briefing.blocks.disclosure import DisclosureBlock
from briefing.blocks.listing import ItemList, Steps
from briefing.blocks.notes import Footnotes
from briefing.blocks.panel import Callout, Message
from briefing.blocks.picture import PictureBlock
from briefing.blocks.prose import Lead, Note, Paragraph, Subheading
from briefing.blocks.quotation import Quotation
from briefing.blocks.quote import Quote
from briefing.blocks.rule import Rule
from briefing.blocks.sideheads import SideHeads
from briefing.blocks.table import TableBlock
from briefing.blocks.verbatim import CodeBlock
from briefing.blocks.written import WrittenTable

if TYPE_CHECKING:
    from briefing.blocks.model import Block

CATALOGUE: tuple[type[Block], ...] = (
    Paragraph,
    Lead,
    Note,
    Subheading,
    ItemList,
    Steps,
    SideHeads,
    Quotation,
    CodeBlock,
    Rule,
    PictureBlock,
    WrittenTable,
    Footnotes,
    Quote,
    Message,
    Callout,
    ChartBlock,
    TableBlock,
    Contents,
    DisclosureBlock,
)

"""Laws of parting: long manuscripts over columns and pages, as a reader finds them there."""
# ruff: noqa: S311 - manuscripts at random, the same each time

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from briefing.blocks.listing import ItemList
from briefing.blocks.prose import Note, Paragraph, Subheading
from briefing.blocks.quotation import Quotation
from briefing.compose import compose
from briefing.content.publication import Publication, Sheet
from briefing.diagnostics import Diagnostics
from briefing.layout.text import Span
from tests.property.parting import (
    no_heading_stands_last,
    no_lead_in_stands_last,
    no_line_stands_alone,
)
from tests.property.publishing import brand_of, where
from tests.trials import tries

if TYPE_CHECKING:
    from briefing.blocks.model import Block
    from briefing.compose import Composed
    from briefing.layout.text import Words

MANUSCRIPTS = tries(16)
"""How many long manuscripts are laid out on each kind of page; `make soak` asks for more."""
PAGES = [
    ("civic", "a4", "method", 26),
    ("civic", "a4", "survey", 8),
    ("civic", "slide", "text", 10),
    ("heritage", "a4", "method", 26),
    ("heritage", "a4", "survey", 8),
    ("heritage", "slide", "text", 10),
]
"""Pages of words, in one column, two and three, and the most parts that are written for them.

Some go on to further pages, others share words out over the columns of one.
"""
VOCABULARY = (  # noqa: SIM905 - a text, not a list
    "we were told what had been decided and asked what we thought of it residents councillors "
    "representatives neighbourhood partnership acknowledged afterwards appointments nobody could "
    "say whether letters had arrived in time for the meeting of the board so that most answers "
    "came by telephone or were written down by somebody else who knew the street and its people"
).split()


def sentences(draw: random.Random, count: int) -> Words:
    """A paragraph of so many words."""
    text = " ".join(draw.choice(VOCABULARY) for _ in range(count))
    return (Span(f"{text.capitalize()}."),)


def part(draw: random.Random, place: int) -> list[Block]:
    """What an author writes behind a heading or between two: one block, or two that belong."""
    here = where(1, place)
    body = sentences(draw, draw.choice([8, 20, 40, 60, 90]))
    kind = draw.choice(["paragraph", "paragraph", "heading", "heading", "list", "quoted", "note"])
    if kind == "heading":
        head = Subheading(where=here, words=(Span("What comes of it"),))
        return [head, Paragraph(where=here, words=body)]
    if kind == "list":
        lead = (Span(f"{body[0].text.rstrip('.')}:"),)
        items = tuple(sentences(draw, draw.choice([3, 12, 30])) for _ in range(draw.randint(1, 5)))
        return [
            Paragraph(where=here, words=lead, opens=True),
            ItemList(where=here, items=items, loose=draw.random() < 1 / 3),
        ]
    if kind == "quoted":
        return [Quotation(where=here, parts=(Paragraph(where=here, words=body),))]
    if kind == "note":
        return [Note(where=here, paragraphs=(body,))]
    return [Paragraph(where=here, words=body)]


def manuscript(draw: random.Random, master: str, most: int) -> Sheet:
    """A page as written that fills one or a few."""
    count = draw.randint(max(2, most // 2), most)
    return Sheet(
        master=master,
        heading=(Span("How it was done"),),
        level=1,
        anchor="page-1",
        where=where(1),
        blocks=tuple(block for place in range(count) for block in part(draw, place + 1)),
    )


def laid_out(sheet: Sheet, brand: str, format_name: str) -> Composed | None:
    """The page composed; None where it has more than its areas hold, which is told."""
    publication = Publication(
        name="long",
        title="A long one",
        language="en-GB",
        publisher="Nobody",
        format=format_name,
        entries=(sheet,),
    )
    diagnostics = Diagnostics()
    composed = compose(publication, brand_of(brand), (), diagnostics)
    return composed if not diagnostics.entries else None


@pytest.mark.parametrize(("brand", "format_name", "master", "most"), PAGES)
def test_no_line_stands_alone_and_nothing_leads_into_nothing(
    brand: str, format_name: str, master: str, most: int
) -> None:
    seen: Counter[str] = Counter()
    for seed in range(MANUSCRIPTS):
        sheet = manuscript(random.Random(f"{master} {seed}"), master, most)
        composed = laid_out(sheet, brand, format_name)
        if composed is None:
            continue
        root, pages = composed.tree.root, composed.pages.pages
        seen["laid out"] += 1
        seen["pages"] += len(pages)
        seen["parted"] += no_line_stands_alone(root, pages)
        seen["near"] += no_heading_stands_last(root, pages)
        seen["announced"] += no_lead_in_stands_last(root, pages)
    assert seen["laid out"] >= MANUSCRIPTS // 2
    assert seen["parted"] > 0

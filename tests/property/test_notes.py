"""Laws of notes: each stands on the page of its first mark, in order, and none is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.blocks.grid import GridCell
from briefing.blocks.listing import ItemList
from briefing.blocks.notes import Called, Footnotes
from briefing.blocks.panel import Callout
from briefing.blocks.prose import Lead, Paragraph
from briefing.blocks.quotation import Quotation
from briefing.blocks.written import WrittenTable
from briefing.compose import compose
from briefing.content.publication import Publication, Sheet
from briefing.diagnostics import Diagnostics
from briefing.drawing import Link
from briefing.layout.text import Span, plain
from tests.property.publishing import brand_of, phrases, where
from tests.property.test_layout import ALLOWED
from tests.said import overlapping, said, words
from tests.trials import tries

if TYPE_CHECKING:
    from briefing.blocks.model import Block
    from briefing.compose import Composed
    from briefing.layout.text import Words

ANCHOR = "page.note-"
MASTERS = {"a4": ("method", "survey", "theme"), "slide": ("text", "finding", "pair", "contents")}


@dataclass
class Calling:
    """Draws words that call notes, a new one or now and then an old one."""

    draw: st.DrawFn
    notes: list[Called] = field(default_factory=list)

    def words(self, most: int = 60) -> Words:
        """A phrase, one in three with a mark somewhere in it."""
        made = self.draw(phrases(most=most)) * self.draw(st.sampled_from([1, 1, 4]))
        if self.draw(st.integers(0, 2)):
            return made
        at = self.draw(st.integers(0, len(made)))
        return (*made[:at], self._mark(), *made[at:])

    def _mark(self) -> Span:
        number = len(self.notes) + 1
        if self.notes and not self.draw(st.integers(0, 5)):
            number = self.draw(st.integers(1, len(self.notes)))
        else:
            long = self.draw(st.sampled_from([1, 1, 1, 8, 40]))
            said = self.draw(phrases(most=40)) * long
            self.notes.append(Called(number, f"{ANCHOR}{number}", (said,), where(number)))
        return Span(str(number), link=f"#{ANCHOR}{number}", script="sup", title="Note")

    def block(self, kind: str) -> Block:
        """A block of a kind."""
        here: dict[str, Any] = {"where": where(1)}
        if kind == "lead":
            return Lead(paragraphs=(self.words(),), **here)
        if kind == "callout":
            return Callout(paragraphs=(self.words(),), **here)
        if kind == "list":
            return ItemList(items=tuple(self.words() for _ in range(4)), **here)
        if kind == "quotation":
            return Quotation(parts=(Paragraph(words=self.words(), **here),), **here)
        if kind == "grid":
            rows = self.draw(st.sampled_from([2, 6, 30]))
            cells = tuple((GridCell(self.words(8), where(1)),) for _ in range(rows))
            return WrittenTable(head=cells[0], rows=cells[1:], caption=self.words(8), **here)
        return Paragraph(words=self.words(), **here)


@st.composite
def sheets(draw: st.DrawFn, format_name: str) -> Sheet:
    """A page with notes, often longer than one: kinds as far as its master takes them."""
    calling = Calling(draw)
    master = draw(st.sampled_from(MASTERS[format_name]))
    kinds = ["lead", "callout"] if master in ("theme", "finding", "pair") else ["paragraph"]
    if master in ("method", "survey", "text"):
        kinds += ["lead", "callout", "list", "quotation", "grid"]
    if master == "text":
        kinds.remove("lead")
    count = draw(st.integers(1, 14))
    blocks = [calling.block(draw(st.sampled_from(kinds))) for _ in range(count)]
    if calling.notes:
        first = next(each for each in blocks if _marks(each))
        called = tuple(calling.notes)
        blocks.append(Footnotes(where=where(1), called=called, beside=first.kinds))
    heading = (Span("Notes"),)
    return Sheet(
        master=master,
        heading=heading,
        level=1,
        anchor="page",
        where=where(1),
        blocks=tuple(blocks),
    )


def _marks(block: Block) -> bool:
    return ANCHOR in repr(block)


@pytest.mark.parametrize("format_name", ["a4", "slide"])
@pytest.mark.parametrize("brand_name", ["civic", "heritage"])
@settings(
    max_examples=tries(10),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_a_note_stands_on_the_page_of_its_mark(
    brand_name: str, format_name: str, data: st.DataObject
) -> None:
    sheet = data.draw(sheets(format_name))
    written = Publication(
        name="words",
        title="Notes",
        language="en-GB",
        publisher="Nobody",
        format=format_name,
        entries=(sheet,),
    )
    diagnostics = Diagnostics()
    made = compose(written, brand_of(brand_name), (), diagnostics)
    assert made is not None
    told = {each.code for each in diagnostics}
    if "no-place" in told:
        return
    assert told <= ALLOWED, [str(each) for each in diagnostics]
    for block in sheet.blocks:
        for note in block.called if isinstance(block, Footnotes) else ():
            first_mark_and_note_share_a_page(made, note)
    for page in made.pages.pages:
        notes_stand_in_order([box.anchor for box in page.boxes])
        assert told or not overlapping(page.boxes)
    boxes = [box for page in made.pages.pages for box in page.boxes]
    heard = said(made.tree.root, boxes)
    for block in sheet.blocks:
        for note in block.called if isinstance(block, Footnotes) else ():
            assert words(" ".join(map(plain, note.paragraphs))) in heard


def first_mark_and_note_share_a_page(made: Composed, note: Called) -> None:
    calling, holding = [], []
    for place, page in enumerate(made.pages.pages):
        for box in page.boxes:
            links = [each.target for each in box.marks if isinstance(each, Link)]
            calling += [place] * links.count(f"#{note.anchor}")
            holding += [place] * (box.anchor == note.anchor)
    assert holding == calling[:1]


def notes_stand_in_order(anchors: list[str]) -> None:
    numbers = [int(each.removeprefix(ANCHOR)) for each in anchors if each.startswith(ANCHOR)]
    assert numbers == sorted(numbers)

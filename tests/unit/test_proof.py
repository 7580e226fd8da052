"""Proofs: the making of a page drawn over it, one place marked; the page itself is left whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.blocks.prose import Lead, Paragraph
from briefing.blocks.quotation import Quotation
from briefing.compose.proof import marked, proof
from briefing.drawing import Rect, Shape, Text
from briefing.layout.text import Span
from briefing.structure import Artifact, Node, Role
from tests.unit.test_compose import SENTENCE, at, paragraph, publication, sheet, well

if TYPE_CHECKING:
    from briefing.brand.model import Brand
    from briefing.compose import Composed
    from briefing.layout.pages import Box, Page


def drawn(brand: Brand) -> tuple[Page, Page]:
    """A page, and the page as a proof shows it."""
    made = well(brand, publication(sheet("Method", paragraph(), master="method")))
    proofed = proof(made.pages, made.tree, brand.formats["a4"], brand.faces["regular"])
    assert proofed.bookmarks == made.pages.bookmarks
    return made.pages.pages[0], proofed.pages[0]


def texts(box: Box) -> list[str]:
    return [mark.run.text for mark in box.marks if isinstance(mark, Text)]


@pytest.fixture(name="method")
def the_method_page(civic: Brand) -> Page:
    made = well(civic, publication(sheet("Method", paragraph(), master="method")))
    return made.pages.pages[0]


def test_what_was_on_the_page_is_still_there_in_its_order(civic: Brand) -> None:
    page, proofed = drawn(civic)
    own = [box for box in proofed.boxes if box.owner is not Artifact.MARKS]
    assert own == list(page.boxes)


def test_the_grid_lies_below_the_words_and_above_the_grounds(civic: Brand) -> None:
    _, proofed = drawn(civic)
    grid, over = (place for place, box in enumerate(proofed.boxes) if box.owner is Artifact.MARKS)
    assert all(box.ground for box in proofed.boxes[:grid])
    assert over == len(proofed.boxes) - 1
    outlines = [m for m in proofed.boxes[grid].marks if isinstance(m, Shape) and len(m.path) == 5]
    assert len(outlines) == civic.formats["a4"].grid.columns


def test_every_area_and_the_role_of_every_box_are_named(civic: Brand) -> None:
    page, proofed = drawn(civic)
    said = texts(proofed.boxes[-1])
    assert {name for name, _ in page.places} == {"head", "words"}
    for word in ("head", "words", "H1", "P", "footer"):
        assert word in said, word
    outlined = {mark.path[0][1] for mark in proofed.boxes[-1].marks if isinstance(mark, Shape)}
    for box in page.boxes:
        assert box.ground or (box.rect.x, box.rect.y) in outlined
    assert page.arrangement == "method/columns"
    assert any("PROOF" in each and "method/columns" in each for each in said)


def crowded(brand: Brand) -> Composed:
    """Words within words, and quotations: everything that has a tag close to other words."""
    spans = (Span(SENTENCE * 2), Span("stressed words", strong=True), Span(f" and {SENTENCE * 3}"))
    words = Paragraph(where=at(2), words=spans)
    said = Quotation(where=at(5), parts=(paragraph(SENTENCE * 2),), attribution=(Span("A leader"),))
    return well(brand, publication(sheet("Method", words, said, words, said, words)))


def test_no_tag_covers_words(civic: Brand) -> None:
    made = crowded(civic)
    proofed = proof(made.pages, made.tree, civic.formats["a4"], civic.faces["regular"])
    for page, shown in zip(made.pages.pages, proofed.pages, strict=True):
        bounds = [bounds_of(m) for m in shown.boxes[-1].marks if isinstance(m, Shape) and m.fill]
        assert bounds
        words = [box.rect for box in page.boxes if not box.ground]
        assert not [(tag, each) for tag in bounds for each in words if tag.overlaps(each)]


def bounds_of(shape: Shape) -> Rect:
    points = [where for _, where in shape.path if where]
    left, top = map(min, zip(*points, strict=True))
    right, bottom = map(max, zip(*points, strict=True))
    return Rect(left, top, right - left, bottom - top)


def test_a_quotation_has_the_colour_that_the_key_gives_it(civic: Brand) -> None:
    made = crowded(civic)
    proofed = proof(made.pages, made.tree, civic.formats["a4"], civic.faces["regular"])
    (page,), over = made.pages.pages, proofed.pages[0].boxes[-1]
    key = {m.run.text: m.colour for m in over.marks if isinstance(m, Text)}
    outlined = {m.path[0][1]: m.stroke for m in over.marks if isinstance(m, Shape) and m.stroke}
    shown = [box for box in page.boxes if not box.ground]
    colours = {id(box): outlined[box.rect.x, box.rect.y] for box in shown}
    inside = {n for node in made.tree if node.role is Role.QUOTATION for n in node.walk()}
    quoted = {colours[id(box)] for box in shown if box.owner in inside}
    assert quoted == {key["quotations"]}
    said = next(box for box in shown if box.owner not in inside and "We were" in texts(box)[0])
    assert colours[id(said)] == key["paragraphs"]


def test_the_outer_margin_of_a_facing_page_is_at_its_outer_edge(heritage: Brand) -> None:
    shown = heritage.formats["a4"]
    format_ = replace(shown, grid=replace(shown.grid, left=30, right=60))
    made = well(heritage, publication(sheet("One", paragraph()), sheet("Two", paragraph())))
    lefts = []
    for page in proof(made.pages, made.tree, format_, heritage.faces["regular"]).pages:
        grid = next(box for box in page.boxes if box.owner is Artifact.MARKS)
        lefts.append(min(m.path[0][1][0] for m in grid.marks if isinstance(m, Shape)))
    assert lefts == pytest.approx([60, 30])  # the masters show left-hand pages; page 1 is a right


@pytest.mark.parametrize(
    "rect", [Rect(50, 60, 200, 300), Rect(-20, -30, 90, 40), Rect(560, 820, 200, 200)]
)
def test_a_marked_place_is_outlined_and_its_words_stay_on_the_page(
    method: Page, civic: Brand, rect: Rect
) -> None:
    shown = marked(method, rect, "overset by 12.5 mm: \u2192", civic.faces["regular"])
    *before, mark = shown.boxes
    assert before == list(method.boxes)
    outline = mark.marks[0]
    assert isinstance(outline, Shape)
    assert outline.path[0][1] == (rect.x, rect.y)
    (label,) = (each for each in mark.marks if isinstance(each, Text))
    trim = method.geometry.trim
    assert label.x >= 0
    assert label.x + label.run.width <= trim.width
    assert 0 < label.y <= trim.height


@pytest.mark.parametrize("lead", [1, 2, 3])
def test_body_text_stands_on_the_firmer_baselines(lead: int, civic: Brand) -> None:
    """They were counted from the top of the page, whatever the height of the head above words."""
    above = Lead(where=at(2), paragraphs=((Span(SENTENCE * lead),),))
    words = [above, *(paragraph(SENTENCE * 5, line) for line in range(3, 20))]
    made = well(civic, publication(sheet("Method", *words, master="survey")))
    proofed = proof(made.pages, made.tree, civic.formats["a4"], civic.faces["regular"])
    body = civic.formats["a4"].styles["body"].leading
    for page in proofed.pages:
        under = next(box for box in page.boxes if box.owner is Artifact.MARKS)
        firm = next(m for m in reversed(under.marks) if isinstance(m, Shape))
        levels = {round(numbers[1], 1) for _, numbers in firm.path if numbers}
        lines = {
            round(box.rect.y + mark.y, 1)
            for box in page.boxes
            if isinstance(box.owner, Node)
            and box.owner.role is Role.PARAGRAPH
            and box.rect.height == body
            for mark in box.marks
            if isinstance(mark, Text)
        }
        assert len(lines) > 1
        assert lines <= levels

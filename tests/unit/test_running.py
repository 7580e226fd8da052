"""Words that run over columns and pages: level feet, shared lines; tables as wide as their page."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from briefing.blocks.listing import ItemList
from briefing.blocks.prose import Subheading
from briefing.blocks.table import TableBlock
from briefing.compose.counted import GLANCE
from briefing.drawing import Text
from briefing.layout.text import Span
from briefing.structure import HEADINGS, Artifact, Node, Role
from tests.unit.charts.tabled import ASPECTS, KNOWS
from tests.unit.test_compose import SENTENCE, at, paragraph, publication, quote, sheet, text, well

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.blocks.model import Block
    from briefing.brand.model import Brand
    from briefing.compose import Composed
    from briefing.drawing import Rect
    from briefing.layout.pages import Page


@pytest.fixture(name="brand", params=["civic", "heritage"])
def each_brand(request: pytest.FixtureRequest) -> Brand:
    """Each brand in turn."""
    found: Brand = request.getfixturevalue(request.param)
    return found


def prose(count: int, line: int = 2) -> list[Block]:
    """Paragraphs of unlike length, with a heading over each fourth and a list behind each fifth."""
    made: list[Block] = []
    for place in range(count):
        at_line = line + 3 * place
        if place % 4 == 0:
            made.append(Subheading(where=at(at_line), words=(Span("What was done"),), level=2))
        made.append(paragraph(SENTENCE * (2 + 5 * place % 7), at_line + 1))
        if place % 5 == 3:
            items = ((Span(SENTENCE),), (Span(SENTENCE * 2),), (Span("All in all."),))
            made.append(ItemList(where=at(at_line + 2), items=items))
    return made


def columns_of(page: Page, area: str) -> list[list[float]]:
    """The baselines of running words in each column of a place, in points from the page's top."""
    (place,) = (rect for name, rect in page.places if name == area)
    found: dict[int, set[float]] = defaultdict(set)
    for x, y in _baselines(page, place):
        found[x].add(y)
    return [sorted(lines) for _, lines in sorted(found.items())]


def _baselines(page: Page, place: Rect) -> Iterator[tuple[int, float]]:
    """The column, by its third of the place, and the baseline of each line of words."""
    for box in page.boxes:
        words = isinstance(box.owner, Node) and box.owner.role in {
            Role.PARAGRAPH,
            Role.BODY,
            *HEADINGS,
        }
        if words and place.holds(box.rect, 0.1):
            for mark in box.marks:
                if isinstance(mark, Text):
                    middle = (box.rect.x - place.x) / place.width
                    yield int(middle * 6 + 0.2), round(box.rect.y + mark.y, 2)


def taken(made: Composed) -> list[str]:
    """The arrangements of the pages as they were written."""
    return [each.trial.arrangement.name for each in made.tried if each.taken]


# -- words over columns and pages ------------------------------------------------------------------


@pytest.mark.parametrize(("master", "arrangement"), [("method", "columns"), ("survey", "words")])
def test_words_that_go_on_fill_their_pages_down_to_a_level_foot(
    master: str, arrangement: str, civic: Brand
) -> None:
    """Pages had a fifth of white at their feet, and columns ended 45 mm apart."""
    made = well(
        civic, publication(sheet("Long", *prose(36), master=master, arrangement=arrangement))
    )
    *full, _ = made.pages.pages
    assert len(full) > 1
    for page in full:
        (place,) = (rect for name, rect in page.places if name == "words")
        feet = [lines[-1] for lines in columns_of(page, "words")]
        assert max(feet) - min(feet) <= 3 * LEADING, "a heading and its lines go on as a whole"
        assert max(feet) > place.bottom - 3 * LEADING


LEADING = 14.5
"""Of body text in A4, in both brands."""


def test_the_last_page_of_words_ends_level(brand: Brand) -> None:
    words = [paragraph(SENTENCE * 7, line) for line in range(2, 30)]
    made = well(brand, publication(sheet("Long", *words)))
    columns = columns_of(made.pages.pages[-1], "words")
    feet = [lines[-1] for lines in columns]
    assert len(columns) > 1
    assert max(feet) - min(feet) <= 2 * LEADING


def test_words_beside_each_other_stand_on_the_same_lines(brand: Brand) -> None:
    """Below a heading or a list they stood 3.6 points off those of the next column."""
    made = well(brand, publication(sheet("Long", *prose(30))))
    for page in made.pages.pages:
        first, *others = columns_of(page, "words")
        for lines in others:
            for y in lines:
                lead = (y - first[0]) / LEADING
                assert lead == pytest.approx(round(lead), abs=0.01)


def test_a_heading_is_nearer_to_its_own_words_than_to_those_above_it(brand: Brand) -> None:
    made = well(brand, publication(sheet("Long", *prose(30))))
    headed = 0
    for page in made.pages.pages:
        lines = sorted(
            (box.rect.x, box.rect.y, box.owner.role.value)
            for box in page.boxes
            if isinstance(box.owner, Node) and box.owner.role in {Role.PARAGRAPH, Role.H2}
        )
        for (x, y, role), (beside, below, _) in pairwise(lines):
            if role == Role.H2.value and beside == x:
                assert below - y == pytest.approx(LEADING)
                headed += 1
    assert headed > 2


def test_a_few_lines_are_not_torn_over_all_columns(civic: Brand) -> None:
    made = well(civic, publication(sheet("Short", paragraph(SENTENCE * 3))))
    assert len(columns_of(made.pages.pages[0], "words")) == 1


# -- tables ----------------------------------------------------------------------------------------


def wide(**options: Any) -> TableBlock:
    """A table of many answers, which no half of a page takes whole."""
    return TableBlock(where=at(9), table=ASPECTS, answers="across", counts=True, **options)


def test_a_wide_table_has_the_width_of_a_theme_page(brand: Brand) -> None:
    """In a column of half of it, it was cut in three parts below each other."""
    made = well(brand, publication(sheet("Theme", wide(), master="theme", number=1)))
    assert set(taken(made)) <= {"tables", "tables-words"}
    tables = [node for node in made.tree if node.role is Role.TABLE]
    assert len(tables) == 1
    assert not next(e.trial.score.sideways for e in made.tried if e.taken)


@pytest.mark.parametrize("first", ["words", "table", "quote"])
def test_words_stand_below_or_above_a_wide_table_as_they_were_written(
    first: str, brand: Brand
) -> None:
    words = paragraph(SENTENCE * 4) if first != "quote" else quote(SENTENCE)
    blocks = [words, wide()] if first == "words" else [wide(), words]
    made = well(brand, publication(sheet("Theme", *blocks, master="theme", number=1)))
    assert taken(made) == ["words-tables" if first == "words" else "tables-words"]


def test_nothing_stands_empty_above_a_table(brand: Brand) -> None:
    """A place for words that has none pushed a short table into the middle of its page."""
    pages = [
        sheet(f"Theme {n}", TableBlock(where=at(n), table=KNOWS), master="theme", number=n)
        for n in range(1, 5)
    ]
    made = well(brand, publication(*pages))
    assert all(not each.trial.score.holes for each in made.tried if each.taken)
    for page in made.pages.pages:
        owned = [(box.owner, box.rect.y) for box in page.boxes]
        heads = [y for owner, y in owned if isinstance(owner, Node) and owner.role is Role.HEAD]
        assert min(heads) < page.geometry.height / 2


# -- headlines -------------------------------------------------------------------------------------


def test_a_long_headline_has_no_narrow_column(civic: Brand) -> None:
    """Beside its words it took up to nine lines, and the score did not see it."""
    title = "The method of a survey of which a headline tells rather more than it had to tell"
    made = well(civic, publication(sheet(title, *prose(3), master="method")))
    assert taken(made) == ["columns"]
    page = made.pages.pages[0]
    lines = {b.rect.y for b in page.boxes if isinstance(b.owner, Node) and b.owner.role is Role.H1}
    assert len(lines) <= GLANCE


def test_continued_stands_with_the_word_before_it(civic: Brand) -> None:
    words = sheet("A table of the councils", *prose(24), master="text")
    made = well(civic, publication(words, format_="slide"))
    assert len(made.pages.pages) > 1
    for page in made.pages.pages[1:]:
        heads = [text(box) for box in page.boxes if box.owner is Artifact.HEADER]
        (last,) = (each for each in heads if "continued" in each)
        assert last.replace("\N{NO-BREAK SPACE}", " ").split()[0] != "continued"

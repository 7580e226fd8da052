"""Lists told by their side heads: figures large beside their words, read as one sentence."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from briefing.blocks.sideheads import SideHeads
from briefing.brand.model import Look
from briefing.brand.styles import Step
from briefing.drawing import Number, Text
from briefing.layout.text import Span, baseline_of
from briefing.structure import Artifact, Node, Role
from tests.unit.blocks.composed import HERE, Column, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.model import Brand
    from briefing.layout.pages import Box
    from briefing.layout.text import Words

LONG = " agree that councillors are engaged enough in it. " * 6


def told(head: str, rest: str = LONG) -> Words:
    return (Span(head, strong=True), Span(rest))


def listed(*items: Words) -> SideHeads:
    return SideHeads(where=HERE, items=items)


def written(made: Column) -> list[Box]:
    return [box for box in made.boxes if box.owner is not Artifact.DECORATION]


def sizes(made: Column) -> list[float]:
    """The sizes of type that stand at the left edge."""
    marks = [mark for box in written(made) if not box.rect.x for mark in box.marks]
    return [mark.run.size for mark in marks if isinstance(mark, Text)]


def baselines(boxes: Sequence[Box]) -> list[float]:
    """How far down each piece of words stands, in points."""
    return [box.rect.y + mark.y for box in boxes for mark in box.marks if isinstance(mark, Text)]


def test_figures_stand_as_large_as_the_numerals_of_steps(look: Look) -> None:
    made = Column(listed(told("21%"), told("9%")), look, width=400)
    assert sizes(made) == [look.style("steps.numeral").size] * 2


def test_a_figure_keeps_its_proof_and_is_read_on_with_its_words(look: Look) -> None:
    number = Number(Fraction(21, 100), "21%", "q2a", "agree")
    item = (Span("21%", strong=True, number=number), Span(" agree."))
    made = Column(listed(item), look, width=400)
    head, words = written(made)
    assert head.owner is words.owner
    assert isinstance(head.owner, Node)
    assert head.owner.role is Role.BODY
    (mark,) = head.marks
    assert isinstance(mark, Text)
    assert mark.number == number
    assert text(head) + text(words) == "21% agree."


def test_words_between_figures_are_smaller(look: Look) -> None:
    made = Column(listed(told("10 of 16")), look, width=500)
    marks = [mark for mark in written(made)[0].marks if isinstance(mark, Text)]
    large, small, again = (mark.run.size for mark in marks)
    assert large == again > small
    assert [mark.run.text for mark in marks] == ["10 ", "of ", "16 "]


def test_figures_take_smaller_sizes_where_the_column_is_narrow(look: Look) -> None:
    wide, narrow = (Column(listed(told("10 of 16")), look, width=w) for w in (500, 160))
    assert max(sizes(narrow)) < max(sizes(wide))


def test_words_go_on_below_in_a_column_of_their_own(look: Look) -> None:
    made = Column(listed(told("Plans, then partnerships"), told("Who")), look, width=300)
    beside = [box for box in written(made) if not box.rect.x]
    assert " ".join(" ".join(map(text, beside)).split()) == "Plans, then partnerships Who"
    assert max(box.rect.right for box in beside) <= 0.3 * 300 + 0.01
    words = {round(box.rect.x, 2) for box in written(made) if box.rect.x}
    assert len(words) == 1
    assert look.style("steps.numeral").size not in sizes(made)


def test_a_hairline_stands_above_every_item(look: Look) -> None:
    made = Column(listed(told("21%"), told("9%"), told("3%")), look, width=400)
    assert sum(box.owner is Artifact.DECORATION for box in made.boxes) == 3


def test_an_item_without_a_side_head_keeps_its_place_beside_the_others(look: Look) -> None:
    made = Column(listed(told("Who"), (Span(LONG),)), look, width=300)
    assert len({round(box.rect.x, 2) for box in written(made)}) == 2


def test_figures_may_have_another_place_than_words() -> None:
    assert listed(told("21%")).kinds == ("sideheads.figures", "sideheads", "words")
    assert listed(told("21%"), told("Who")).kinds == ("sideheads.words", "sideheads", "words")


def test_one_line_of_words_stands_at_the_middle_of_the_figure_beside_it(look: Look) -> None:
    """It hung from the top of the figure, which stood lower than its own words."""
    style = look.style("steps")

    def apart(rest: str) -> float:
        """How far the middle of the words is below that of the figure, in points."""
        figure, *words = written(Column(listed(told("21%", rest)), look, width=400))
        rise = style.size * style.roman.metrics.cap_height / 1000
        lines = baselines(words)
        return (lines[0] - rise + lines[-1]) / 2 - (figure.rect.y + figure.rect.bottom) / 2

    assert abs(apart(" agree.")) <= style.grid / 2 + 0.01
    assert apart(LONG) > style.grid, "words that are higher hang from its top"


def test_a_side_head_has_the_baseline_of_the_words_beside_it(civic: Brand) -> None:
    """In larger type it stood a unit of the grid lower."""
    look = Look(civic, civic.formats["slide"], civic.schemes["paper"], prefix="ledger")
    assert baseline_of(look.style("subheading")) > baseline_of(look.style("steps"))
    head, words, *_ = written(Column(listed(told("Who")), look, width=800))
    assert baselines([head]) == baselines([words])


@pytest.mark.parametrize("gap", [0.5, 0.25, 0.1])
def test_a_larger_side_head_has_it_where_white_is_tight(civic: Brand, gap: float) -> None:
    """It was half a point lower, so as not to lie on the hairline above it."""
    format_ = civic.formats["slide"]
    step = Step(size=0.85, leading=0.9, gap=gap)
    look = Look(civic, format_, civic.schemes["paper"], prefix="ledger", step=step)
    made = Column(listed(told("Who"), told("When")), look, width=800)
    head, words, *_ = written(made)
    assert baselines([head]) == baselines([words])
    (rule, _) = (box for box in made.boxes if box.owner is Artifact.DECORATION)
    assert head.rect.y >= rule.rect.bottom

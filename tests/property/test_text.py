"""Laws of lines: nothing lost, nothing wider than its column, nothing divided that must hold."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations, islice, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.brand.read import read_brand
from briefing.diagnostics import Diagnostics
from briefing.hyphens import SOFT_HYPHEN
from briefing.layout.breaks import SLIP, Manner, Stop, balanced, cost, first_fit, fits, total_fit
from briefing.layout.paragraph import Paragraph
from briefing.layout.pieces import pieces_of
from briefing.layout.spaces import LOOSEST
from briefing.layout.text import Span, bare_lines, break_lines, plain, widest_word
from tests.conftest import ROOT
from tests.trials import tries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.brand.styles import TextStyle
    from briefing.layout.text import Line, Words

NO_BREAK = "\N{NO-BREAK SPACE}"
HELD = ("21\xa0per\xa0cent", "10\xa0of\xa016", "n\xa0=\xa080", "single\u2011tier", "45\u201360")
words_alone = st.one_of(
    st.sampled_from(
        [
            "and",
            "a",
            "the",
            "representatives",
            "understanding",
            "well-informed",
            "in\u00adde\u00adpen\u00addent",
            "\u2018no\u2019",
            "\u201cWe",
            "Gŵyr",
            "official,",
            *HELD,
        ]
    ),
    st.text("abcdefghijklmnoprstuvwyéŷ", min_size=1, max_size=14),
)


@st.composite
def paragraphs(draw: st.DrawFn) -> Words:
    """Words with and without dress; a span may end within a word."""
    spans = []
    for place in range(draw(st.integers(1, 4))):
        text = " ".join(draw(st.lists(words_alone, min_size=1, max_size=12)))
        end = draw(st.sampled_from([" ", " ", " ", "", "\n"]))
        spans.append(Span(text + end, strong=place % 2 == 1))
    last = spans[-1]
    return (*spans[:-1], replace(last, text=last.text.rstrip()))


manners = st.fixed_dictionaries(
    {
        "align": st.sampled_from(["left", "right", "centre", "justify"]),
        "balanced": st.booleans(),
        "hyphens": st.sampled_from([0.0, 45.0]),
        "hanging": st.booleans(),
    }
)
measures = st.floats(24, 320)


@cache
def body() -> TextStyle:
    """Read here, not by a fixture: Hypothesis prints what a failing test was given."""
    brand = read_brand(ROOT / "styles" / "civic", Diagnostics())
    assert brand is not None
    return brand.formats["a4"].styles["body"]


def styled(manner: dict[str, object]) -> TextStyle:
    return replace(body(), language="en-GB", **manner)  # type: ignore[arg-type]


def text_of(line: Line) -> str:
    return "".join(stretch.run.text for stretch in line.stretches)


def spaces_of(line: Line) -> list[float]:
    """The widths of a line's spaces but for the one that ends it."""
    glyphs = [
        (glyph.text, glyph.advance * stretch.run.stretch * stretch.run.size / 1000)
        for stretch in line.stretches
        for glyph in stretch.run.glyphs
    ]
    if glyphs and glyphs[-1][0] == " ":
        glyphs.pop()
    return [width for text, width in glyphs if text in {" ", NO_BREAK}]


@settings(max_examples=tries(200))
@given(paragraphs(), manners, measures)
def test_the_words_of_the_lines_are_those_of_the_paragraph(
    words: Words, manner: dict[str, object], measure: float
) -> None:
    lines = break_lines(words, styled(manner), measure)
    joined = "".join(text_of(line) for line in lines).replace(SOFT_HYPHEN, "")
    assert joined.split() == plain(words).split()


@settings(max_examples=tries(200))
@given(paragraphs(), manners, measures)
def test_no_line_is_wider_than_its_column_but_for_what_cannot_be_broken(
    words: Words, manner: dict[str, object], measure: float
) -> None:
    style = styled(manner)
    slack = 0.35 if style.align == "justify" else 0.0  # a ligature may go where a word is divided
    for line in break_lines(words, style, measure):
        if widest_word(words, style) <= measure:
            assert line.width <= measure + SLIP + slack, text_of(line)


@settings(max_examples=tries(200))
@given(paragraphs(), manners, measures)
def test_no_line_ends_within_what_holds_together(
    words: Words, manner: dict[str, object], measure: float
) -> None:
    texts = [text_of(line) for line in break_lines(words, styled(manner), measure)]
    assert not any(text.endswith((NO_BREAK, "\u2011")) for text in texts)
    for one, other in pairwise(texts):
        assert not (one[-1:] in "-\u2013" and one[-2:-1].isdigit() and other[:1].isdigit())


@settings(max_examples=tries(200))
@given(paragraphs(), measures, st.sampled_from([0.0, 45.0]))
@example((Span(f"{'and ' * 7}{' '.join(HELD[:3])} caiv aabbbrsw and"),), 161.25, 0.0)
@example((Span("and aaabd"), Span("representatives", strong=True)), 56.0, 45.0)
def test_a_full_justified_line_ends_at_the_measure_or_keeps_its_own_spaces(
    words: Words, measure: float, hyphens: float
) -> None:
    style = styled({"align": "justify", "hyphens": hyphens})
    space = style.run(" ").width
    flat = (Span(plain(words).replace("\n", " ")),)
    if widest_word(flat, style) > measure:
        return
    for line in break_lines(flat, style, measure)[:-1]:
        spaces = spaces_of(line)
        if abs(line.width - measure) > 0.35:
            assert all(width == pytest.approx(space, abs=0.3) for width in spaces)
            assert measure + 3 - line.width > LOOSEST * sum(spaces), "3 points may hang"
        assert all(width < space * (LOOSEST + 1.2) for width in spaces)


@settings(max_examples=tries(200))
@given(paragraphs(), manners, measures, st.sampled_from([0.0, 0.01, 0.02, 0.05]))
def test_letters_keep_within_what_their_style_lets_them(
    words: Words, manner: dict[str, object], measure: float, expansion: float
) -> None:
    style = replace(styled(manner), expansion=expansion)
    for line in break_lines(words, style, measure):
        assert len({stretch.run.stretch for stretch in line.stretches}) <= 1
        for stretch in line.stretches:
            run = stretch.run
            assert abs(run.stretch - 1) <= expansion + 1e-9
            drawn = sum(glyph.advance for glyph in run.glyphs) * run.stretch * run.size / 1000
            assert drawn == pytest.approx(run.width)
        for one, other in pairwise(line.stretches):
            assert other.x == pytest.approx(one.x + one.run.width)


@settings(max_examples=tries(60))
@given(paragraphs(), manners, measures)
def test_the_same_words_give_the_same_lines(
    words: Words, manner: dict[str, object], measure: float
) -> None:
    style = styled(manner)
    first = break_lines(words, style, measure)
    bare_lines.cache_clear()
    pieces_of.cache_clear()
    assert break_lines(words, style, measure) == first


@settings(max_examples=tries(60))
@given(
    paragraphs(),
    manners,
    measures,
    st.fixed_dictionaries(
        {
            "name": st.sampled_from(["body", "lead"]),
            "colour": st.sampled_from(["ink", "accent"]),
            "leading": st.sampled_from([8.0, 15.0]),
            "gap": st.sampled_from([0.0, 6.0]),
            "above": st.sampled_from([0.0, 4.0]),
            "lines": st.integers(0, 3),
            "grid": st.sampled_from([0.0, 3.0]),
            "scale": st.sampled_from([(), (8.0, 12.0)]),
        }
    ),
)
def test_styles_of_another_colour_and_white_break_words_alike(
    words: Words, manner: dict[str, object], measure: float, white: dict[str, object]
) -> None:
    """What a bare style leaves out says nothing of where lines end."""
    style = replace(styled(manner), **white)  # type: ignore[arg-type]
    assert bare_lines(words, style, measure) == break_lines(words, styled(manner), measure)


@settings(max_examples=tries(60))
@given(paragraphs(), manners, measures)
def test_words_that_have_room_on_one_line_have_no_better_way(
    words: Words, manner: dict[str, object], measure: float
) -> None:
    """Other ways are not looked for where one line holds all: these would cost more."""
    style = replace(styled(manner), balanced=False)
    flat = tuple(replace(each, text=each.text.replace("\n", " ")) for each in words)
    paragraph = Paragraph(pieces_of(flat, style), flat, style)
    room = measure + sum(piece.width + piece.space for piece in paragraph.pieces)
    assert paragraph.ends(room) == [len(paragraph.pieces)]
    places, found = paragraph.stops()
    assert [places[each] for each in total_fit(found, paragraph.manner(room))] == places[-1:]


# -- the algorithm alone ---------------------------------------------------------------------------


@st.composite
def stops(draw: st.DrawFn, most: int = 60) -> tuple[Stop, ...]:
    """A paragraph as its stops: words with spaces, some of them divided."""
    made = [Stop(0.0, 0.0, 0.0)]
    reach, wide, tight = 0.0, 0.0, 0.0
    slack = draw(st.sampled_from([0.0, 1.0]))
    for _ in range(draw(st.integers(1, most))):
        reach += draw(st.floats(1, 30))
        divided = draw(st.integers(0, 4)) == 0
        give = (wide, tight)
        if not divided:
            wide, tight = wide + 1.5, tight + 1.0
        made.append(
            Stop(
                reach,
                reach + (2.0 if divided else 0.0),
                reach + (0.0 if divided else 3.0),
                give,
                (wide, tight),
                0.02 * reach * slack,
                draw(st.sampled_from([50.0, 100.0])) if divided else 0.0,
                divided,
                draw(st.integers(0, 5)) == 0,
            )
        )
        reach += 0.0 if divided else 3.0
    return tuple(made)


algorithms = st.builds(
    Manner, st.floats(30, 120), st.sampled_from([0.0, 10.0]), st.sampled_from([0.0, 4.0])
)


@settings(max_examples=tries(300))
@given(stops(), algorithms)
def test_the_lines_cost_no_more_than_those_of_filling_one_after_the_other(
    given_stops: tuple[Stop, ...], manner: Manner
) -> None:
    greedy = first_fit(given_stops, manner.measure)
    best = total_fit(given_stops, manner)
    assert cost(given_stops, manner, best) <= cost(given_stops, manner, greedy) * (1 + 1e-12)


@settings(max_examples=tries(200))
@given(stops(most=9), algorithms)
def test_no_other_lines_cost_less(given_stops: tuple[Stop, ...], manner: Manner) -> None:
    """Every way of dividing a short paragraph is tried."""
    best = cost(given_stops, manner, total_fit(given_stops, manner))
    others = [
        cost(given_stops, manner, ends)
        for ends in every_way(len(given_stops) - 1)
        if not any(
            sticks_out(given_stops, manner, start, end)
            for start, end in pairwise((0, *ends))
            if end > start + 1
        )
    ]
    assert best == pytest.approx(min(others))


@settings(max_examples=tries(100))
@given(stops(most=12), algorithms)
def test_the_best_way_comes_first_and_each_one_once(
    given_stops: tuple[Stop, ...], manner: Manner
) -> None:
    ways = list(islice(fits(given_stops, manner), 60))
    sums = [demerits for demerits, _ in ways]
    assert all(one <= other * (1 + 1e-9) for one, other in pairwise(sums))
    assert len({ends for _, ends in ways}) == len(ways)
    for demerits, ends in ways:
        assert demerits == pytest.approx(cost(given_stops, manner, ends))


def every_way(last: int) -> Iterator[tuple[int, ...]]:
    for count in range(last):
        for inner in combinations(range(1, last), count):
            yield (*inner, last)


def sticks_out(given_stops: Sequence[Stop], manner: Manner, start: int, end: int) -> bool:
    give = given_stops[end].give[1] - given_stops[start].past[1]
    give += given_stops[end].hair - given_stops[start].hair
    width = given_stops[end].end - given_stops[start].start
    return width - give > manner.measure + SLIP


@settings(max_examples=tries(200))
@given(stops(most=24), st.floats(30, 120))
def test_balanced_lines_are_the_fewest_and_as_even_as_first_fit_s(
    given_stops: tuple[Stop, ...], measure: float
) -> None:
    greedy, even = first_fit(given_stops, measure), balanced(given_stops, measure)
    assert len(even) == len(greedy)
    assert even[-1] == len(given_stops) - 1
    assert list(even) == sorted(set(even))

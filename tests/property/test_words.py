"""Laws of words: what is printed of a figure is true of it, and what is written is read again."""

from __future__ import annotations

import string
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from briefing.claims.formats import PER_CENT, SIGN, written
from briefing.claims.numerals import LARGEST, in_words, read_number
from briefing.claims.quantities import UnclearClaimError
from briefing.claims.references import Figure, WrongReferenceError, resolve
from briefing.claims.verdicts import judge, true_words
from briefing.content.elements import (
    Attributes,
    Binding,
    Div,
    Emphasis,
    Heading,
    Link,
    ListElement,
    Marked,
    Option,
    Paragraph,
    Plain,
    Strong,
)
from briefing.content.markdown import parse_words
from briefing.content.typography import dressed
from briefing.diagnostics import Diagnostics, Source
from tests.unit.claims.tabled import published

if TYPE_CHECKING:
    from briefing.content.elements import Element, Inline

TABLES = published()
NOWHERE = Source("words.md")


@st.composite
def shares(draw: st.DrawFn) -> Fraction:
    base = draw(st.integers(1, 2000))
    return Fraction(draw(st.integers(0, base)), base)


def figure(share: Fraction) -> Figure:
    return Figure("q", "a", "pct", share, "A")


def true(words: str, share: Fraction) -> bool:
    return judge(words, [figure(share)]).true


@given(shares(), st.sampled_from([PER_CENT, SIGN]), st.booleans())
@example(Fraction(1, 400), SIGN, True)  # noqa: FBT003 - the strategies' own form
@example(Fraction(399, 400), PER_CENT, False)  # noqa: FBT003 - likewise
def test_what_is_printed_of_a_share_is_true_of_it(
    share: Fraction,
    percent: str,
    first: bool,  # noqa: FBT001
) -> None:
    assert true(written(figure(share), percent, starts_sentence=first), share)


@given(shares(), st.fractions(Fraction(-1), Fraction(1), max_denominator=1000))
def test_a_printed_share_moved_by_a_point_is_refused(share: Fraction, by: Fraction) -> None:
    moved = share + by
    assume(0 <= moved <= 1 and abs(by) >= Fraction(1, 100))
    assert not true(written(figure(share)), moved)


@given(shares())
def test_words_that_are_advised_are_true(share: Fraction) -> None:
    for words in true_words(share):
        assert true(words, share), words


@given(st.integers(0, 100), shares())
def test_of_over_exactly_and_under_one_is_true(percent: int, share: Fraction) -> None:
    verdicts = [
        true(f"{hedge} {percent} per cent", share) for hedge in ("over", "exactly", "under")
    ]
    assert verdicts.count(True) == 1


@given(st.integers(0, 100), shares())
def test_a_hedge_never_says_more_than_its_wider_sister(percent: int, share: Fraction) -> None:
    for narrow, wide in (
        ("just over", "over"),
        ("just under", "under"),
        ("almost", "under"),
        ("well over", "at least"),
        ("up to", "at most"),
    ):
        if true(f"{narrow} {percent} per cent", share):
            assert true(f"{wide} {percent} per cent", share)


@given(st.integers(0, LARGEST))
def test_a_number_in_words_is_read_again(number: int) -> None:
    tokens = in_words(number).replace("-", " ").split()
    assert read_number(tokens) == (number, len(tokens))


@given(st.text(max_size=60))
def test_any_words_are_judged_or_refused_politely(words: str) -> None:
    try:
        judge(words, [figure(Fraction(1, 3))])
    except UnclearClaimError as refusal:
        assert refusal.message  # noqa: PT017 - both ways out are right


@given(st.text(alphabet=string.ascii_letters + string.digits + "._-* ()'", max_size=40))
def test_a_reference_names_cells_or_nothing(text: str) -> None:
    try:
        assert resolve(text, TABLES)
    except WrongReferenceError as refusal:
        assert refusal.code  # noqa: PT017 - both ways out are right


DRESS = {
    '"': "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}",
    "'": "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}",
    " ": "\N{NO-BREAK SPACE}",
    "-": "\N{NON-BREAKING HYPHEN}",
}
"""What may stand in the place of a typed sign."""
AS_TYPED = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{NON-BREAKING HYPHEN}": "-"})


@given(st.text(max_size=80))
def test_dressing_keeps_every_sign_in_its_place(text: str) -> None:
    dress = dressed(text)
    assert len(dress) == len(text)
    for before, after in zip(text, dress, strict=True):
        assert before == after or after in DRESS[before]


@given(st.text(max_size=200))
def test_any_file_is_read_without_falling_over(text: str) -> None:
    diagnostics = Diagnostics()
    parse_words(text.replace("\r", "\n"), "words.md", diagnostics)
    lines = text.replace("\r", "\n").count("\n") + 1
    for each in diagnostics:
        assert each.where is not None
        assert 1 <= each.where.line <= lines


# -- print and parse -------------------------------------------------------------------------------

LETTERS = st.text(alphabet="abcdeXYZ", min_size=1, max_size=6)
NAMES = st.sampled_from(["lead", "note", "theme", "a-b", "x1"])
SIGNS = st.sampled_from(list("\\*_[]{}<>#`!&\"'-.+|~:()"))
TEXTS = st.lists(LETTERS | SIGNS, min_size=1, max_size=6).map(" ".join)
OPTIONS = st.dictionaries(
    st.sampled_from(["of", "kind", "short", "claim"]),
    st.sampled_from(["q1.agree", "q3.*.engaged", "two words", 'a "quoted" one', "back\\slash"]),
    max_size=2,
)


@st.composite
def attribute_lists(draw: st.DrawFn) -> Attributes:
    options = tuple(Option(key, value, NOWHERE, NOWHERE) for key, value in draw(OPTIONS).items())
    return Attributes(NOWHERE, draw(st.just("") | NAMES), (draw(NAMES),), options)


def wrapped(inner: st.SearchStrategy[tuple[Inline, ...]]) -> st.SearchStrategy[Inline]:
    return st.one_of(
        st.builds(Strong, inner, st.just(NOWHERE)),
        st.builds(Emphasis, inner, st.just(NOWHERE)),
        st.builds(Link, st.sampled_from(["#a", "https://a.example/b"]), inner, st.just(NOWHERE)),
        st.builds(Marked, attribute_lists(), inner, st.just(NOWHERE)),
    )


PLAIN = st.builds(Plain, TEXTS, st.just(NOWHERE))
BINDING = st.builds(Binding, st.sampled_from(["q1.agree.pct", "page.x"]), st.just(NOWHERE))
LEAVES = st.tuples(PLAIN)


@st.composite
def phrases(draw: st.DrawFn) -> tuple[Inline, ...]:
    """Words with markup, text between any two of it so that delimiters do not run together."""
    words: list[Inline] = [draw(PLAIN)]
    for each in draw(st.lists(BINDING | wrapped(LEAVES), max_size=3)):
        words += [Plain(" ", NOWHERE), each, Plain(" ", NOWHERE), draw(PLAIN)]
    return tuple(words)


PARAGRAPHS = st.builds(Paragraph, phrases(), st.just(NOWHERE))
LISTS = st.builds(
    ListElement,
    st.booleans(),
    st.lists(PARAGRAPHS, min_size=1, max_size=3).map(tuple),
    st.just(NOWHERE),
)
HEADINGS = st.builds(Heading, st.integers(1, 4), phrases(), attribute_lists(), st.just(NOWHERE))


def divs(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Div]:
    children = st.lists(inner, max_size=3).map(tuple)
    return st.builds(Div, attribute_lists(), children, st.just(NOWHERE))


ELEMENTS = st.recursive(PARAGRAPHS | LISTS | HEADINGS, divs, max_leaves=6)


def printed(elements: tuple[Element, ...]) -> str:
    """Write elements as an author might, every sign of punctuation behind a backslash."""
    # Two lists in a row would be one; a comment keeps them apart.
    return "\n\n<!-- -->\n\n".join(_element(each) for each in elements)


def _element(element: Element) -> str:
    if isinstance(element, Heading):
        return f"{'#' * element.level} {_phrase(element.words)} {_attributes(element.attributes)}"
    if isinstance(element, Paragraph):
        return _phrase(element.words)
    if isinstance(element, ListElement):
        mark = "1." if element.ordered else "-"
        return "\n".join(f"{mark} {_phrase(item.words)}" for item in element.items)
    return f"::: {_attributes(element.attributes)}\n{printed(element.children)}\n:::"


def _phrase(words: tuple[Inline, ...]) -> str:
    return "".join(_inline(each) for each in words)


def _inline(inline: Inline) -> str:
    if isinstance(inline, Plain):
        return "".join(f"\\{sign}" if sign in string.punctuation else sign for sign in inline.text)
    if isinstance(inline, Binding):
        return f"{{{{ {inline.expression} }}}}"
    assert isinstance(inline, Strong | Emphasis | Link | Marked)
    inner = _phrase(inline.children)
    if isinstance(inline, Strong | Emphasis):
        # A delimiter beside punctuation may not close; a letter is always good company.
        fence = "**" if isinstance(inline, Strong) else "*"
        return f"{fence}{inner}{fence}"
    tail = f"({inline.target})" if isinstance(inline, Link) else _attributes(inline.attributes)
    return f"[{inner}]{tail}"


def _attributes(attributes: Attributes) -> str:
    parts = [f"#{attributes.id}"] if attributes.id else []
    parts += [f".{name}" for name in attributes.classes]
    for option in attributes.options:
        value = option.value.replace("\\", "\\\\").replace('"', '\\"')
        parts.append(f'{option.key}="{value}"')
    return "{" + " ".join(parts) + "}"


PLACES = {"where", "inside"}


def bare(value: Any) -> Any:
    """A value without its places, neighbouring plain words as one, what holds as it was typed."""
    if isinstance(value, tuple):
        joined: list[Any] = []
        for each in value:
            if isinstance(each, Plain) and joined and isinstance(joined[-1], str):
                joined[-1] += each.text.translate(AS_TYPED)
            else:
                plain = isinstance(each, Plain)
                joined.append(each.text.translate(AS_TYPED) if plain else bare(each))
        return joined
    if is_dataclass(value):
        named = {each.name: bare(getattr(value, each.name)) for each in fields(value)}
        return type(value).__name__, {
            name: each for name, each in named.items() if name not in PLACES
        }
    return value


@settings(max_examples=150)
@given(st.lists(ELEMENTS, min_size=1, max_size=4).map(tuple))
def test_elements_that_are_printed_are_read_again(elements: tuple[Element, ...]) -> None:
    diagnostics = Diagnostics()
    read = parse_words(printed(elements), "words.md", diagnostics)
    assert not diagnostics.entries, list(map(str, diagnostics))
    assert bare(read) == bare(elements)
    again = parse_words(printed(read), "words.md", diagnostics)
    assert bare(again) == bare(read)

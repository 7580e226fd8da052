"""Laws of Markdown: what is written is read again, nothing is lost, nothing falls over."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.blocks import CATALOGUE as BLOCKS
from briefing.charts import CATALOGUE as CHARTS
from briefing.content.bind import Manner, bind
from briefing.content.elements import Plain
from briefing.content.evidence import Evidence
from briefing.content.markdown import parse_phrase, parse_words
from briefing.content.publication import Sheet
from briefing.diagnostics import Diagnostics, Severity, Source
from briefing.layout.text import plain
from tests.property.printing import ELEMENTS, printed
from tests.said import written
from tests.trials import tries
from tests.unit.claims.tabled import published

if TYPE_CHECKING:
    from briefing.content.elements import Element

AS_TYPED = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{NON-BREAKING HYPHEN}": "-"})
PLACES = {"where", "inside", "text of a note"}


def bare(value: Any) -> Any:
    """A value without its places, neighbouring plain words as one, what holds as it was typed."""
    if isinstance(value, Source):
        return None
    if isinstance(value, tuple):
        joined: list[Any] = []
        for each in value:
            if isinstance(each, Plain) and joined and isinstance(joined[-1], str):
                joined[-1] += each.text.translate(AS_TYPED)
            else:
                plain_words = isinstance(each, Plain)
                joined.append(each.text.translate(AS_TYPED) if plain_words else bare(each))
        return joined
    if is_dataclass(value):
        named = {each.name: bare(getattr(value, each.name)) for each in fields(value)}
        return type(value).__name__, named
    return value


@settings(max_examples=tries(200))
@given(st.lists(ELEMENTS, min_size=1, max_size=4).map(tuple))
def test_elements_that_are_printed_are_read_again(elements: tuple[Element, ...]) -> None:
    diagnostics = Diagnostics()
    text = printed(elements)
    read = parse_words(text, "words.md", diagnostics)
    assert not diagnostics.entries, (text, list(map(str, diagnostics)))
    assert bare(read) == bare(elements), text
    again = parse_words(printed(read), "words.md", diagnostics)
    assert bare(again) == bare(read)


# -- nothing is lost -------------------------------------------------------------------------------

SNIPPETS = (
    *("# ", "## ", "- ", "  - ", "    - ", "1. ", "7) ", "> ", ">> ", "| ", " | ", "|---|---|\n"),
    *("*", "**", "_", "`", "``", "\n```\n", "\n~~~\n", "~~", "~", "^", "[", "](#page)", "]"),
    *("[^a]", "\n\n[^a]: ", "^[", "\n: ", "\n:::\n", "\n::: {.note}\n", "::: {.callout}\n"),
    *("{.x}", "{.literal}", "\\", "\\\n", "<b>", "<", ">", "{", "}", "    ", "\n---\n", "\n===\n"),
    *(
        "![",
        "](hall.png)",
        "&amp;",
        "&nbsp;",
        "---",
        "--",
        "...",
        '"',
        "'",
        "\n",
        "\n\n",
        "  \n",
        "!",
    ),
)


@st.composite
def manuscripts(draw: st.DrawFn) -> str:
    """Markup at random between words that occur once each."""
    pieces = draw(st.lists(st.sampled_from(SNIPPETS) | st.just(" "), min_size=1, max_size=30))
    text = "# Page {.theme}\n\n"
    for place, piece in enumerate(pieces):
        text += piece + (draw(st.sampled_from([f"zw{_letters(place)} ", ""])))
    return text + "\n"


def _letters(place: int) -> str:
    return chr(ord("a") + place // 26) + chr(ord("a") + place % 26)


@settings(max_examples=tries(400))
@given(manuscripts())
def test_every_word_is_published_or_its_loss_is_told(text: str) -> None:
    diagnostics = Diagnostics()
    manner = Manner(("theme",), BLOCKS, CHARTS, "per cent")
    entries = bind(
        parse_words(text, "words.md", diagnostics), Evidence(published()), manner, diagnostics
    )
    sheets = [each for each in entries if isinstance(each, Sheet)]
    said = " ".join(
        [plain(sheet.heading) for sheet in sheets]
        + [each for sheet in sheets for block in sheet.blocks for each in written(block)]
    )
    told = [
        each.where.line for each in diagnostics if each.severity is Severity.ERROR and each.where
    ]
    for number, line in enumerate(text.split("\n"), start=1):
        for word in re.findall(r"zw[a-z]{2}", line):
            lost = word not in said
            assert not lost or any(at <= number for at in told), (word, text)


# -- nothing falls over ----------------------------------------------------------------------------


@settings(max_examples=tries(300))
@given(st.text(max_size=200) | st.text("*_`[](){}<>!#>-|:^~\\ \nab1.&;\"'", max_size=120))
def test_any_file_is_read_without_falling_over(text: str) -> None:
    diagnostics = Diagnostics()
    manner = Manner((), BLOCKS, CHARTS, "per cent")
    elements = parse_words(text, "words.md", diagnostics)
    bind(elements, Evidence(published()), manner, diagnostics)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for each in diagnostics:
        assert each.where is not None
        assert 1 <= each.where.line <= lines
        assert each.where.column >= 1


@given(st.text(max_size=100))
def test_any_words_of_an_attribute_are_read(text: str) -> None:
    parse_phrase(text, Source("words.md", 3, 7), Diagnostics())


BOMBS = {
    "quotations": "> " * 3000 + "a",
    "lists": "- " * 3000 + "a",
    "lists going in": "".join(f"{'  ' * level}- a\n" for level in range(120)),
    "emphasis": "*a " * 3000,
    "stars": "*" * 3000 + "a" + "*" * 3000,
    "brackets": "[" * 2000 + "a" + "]{.b}" * 2000,
    "notes": "^[a" * 1000 + "]" * 1000,
    "notes without an end": "^[" * 2000,
    "scripts": "^" + "{{a}}" * 2000,
    "braces": "{.a " * 3000,
    "bars": "|a" * 2000 + "\n" + "|-" * 2000,
    "rows": "|a|b|\n|-|-|\n" + "|c|d|\n" * 2000,
    "divs": "::: {.note}\n" * 500,
    "pictures": "![" * 2000,
    "fences": "```\n" * 2001,
    "backslashes": "\\" * 10001,
    "notes defined": "[^a]: b\n" * 2000,
    "words": "word " * 50_000,
    "paragraphs": "word word\n\n" * 5000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_does_not_go_off(name: str) -> None:
    """No crash, no word swallowed in silence, and an end."""
    diagnostics = Diagnostics()
    elements = parse_words(BOMBS[name], "words.md", diagnostics)
    assert elements or diagnostics.errors

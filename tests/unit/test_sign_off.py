"""The page to be signed off: each claim beside its table, accessible, safe whatever is in it."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser

import pytest

from briefing.claims.formats import number
from briefing.claims.references import resolve, resolve_all
from briefing.claims.verdicts import proof
from briefing.diagnostics import Source
from briefing.drawing import Colour, Geometry, GlyphRun, Number, Rect, Text
from briefing.layout.pages import Box, Page, Pages
from briefing.ledger import printed_figures
from briefing.sign_off import sign_off
from briefing.structure import Artifact
from tests.unit.claims.tabled import published

TABLES = published()
HERE = Source("words.md", 3, 5)
INK = Colour("ink", (0, 0, 0))
VOID = {"meta", "input", "br"}


def figure(words: str, claim: str, sentence: str, among: str = "") -> Number:
    others = resolve_all(among, TABLES) if among else ()
    made = proof(words, resolve_all(claim, TABLES), HERE, others)
    return replace(made, sentence=sentence)


def pages(*numbers: Number, label: str = "2") -> Pages:
    run = GlyphRun("Face", 10, "x", (), 5)
    marks = tuple(Text(0, 0, run, INK, number) for number in numbers)
    box = Box(Artifact.DECORATION, Rect(0, 0, 10, 10), marks)
    return Pages((Page(label, Geometry(100, 100), (box,)),))


def page_of(*numbers: Number, title: str = "In the know", language: str = "en-GB") -> str:
    return sign_off(list(printed_figures([("briefing", pages(*numbers))])), TABLES, title, language)


class Reader(HTMLParser):
    """Reads a page as a browser does, and minds that every element is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.seen if name == tag]


CLAIM = figure("Only 21 per cent", "q2a.agree", "Only 21 per cent agree.")


def test_a_claim_stands_in_its_sentence_beside_its_row() -> None:
    text = page_of(CLAIM)
    assert '<p class="said"><mark>Only 21 per cent</mark> agree.</p>' in text
    assert "21.25 per cent, base 80" in text
    assert '<td class="claimed"><strong>21% (17)</strong></td>' in text
    assert "words.md:3:5" in text
    assert "<h2>Briefing</h2>" in text
    assert "<h3>Page 2</h3>" in text
    assert "True: the words were proved" in text


def test_what_the_author_says_that_words_mean_is_there_to_be_judged() -> None:
    told = page_of(replace(CLAIM, text="Few", means="under <25 per cent"))
    assert "said to mean: \u201cunder &lt;25 per cent\u201d" in told
    assert "the words were proved" not in told


def test_it_is_a_whole_page_that_needs_nothing_else_and_can_be_heard() -> None:
    reader = Reader(page_of(CLAIM))
    assert reader.named("html") == [{"lang": "en-GB"}]
    assert not {tag for tag, _ in reader.seen} & {"script", "link", "img", "iframe", "form"}
    assert all("src" not in given and "href" not in given for _, given in reader.seen)
    scopes = [each["scope"] for each in reader.named("th")]
    assert set(scopes) == {"col", "row"}
    assert len(reader.named("caption")) == len(reader.named("table")) == 1
    levels = [tag for tag, _ in reader.seen if re.fullmatch("h[1-6]", tag)]
    assert levels == ["h1", "h2", "h3"]
    (box,) = reader.named("input")
    assert len(reader.named("label")) == 1
    assert "Checked: " in (box["aria-label"] or ""), "each box says what it signs"
    assert all(each.get("tabindex") == "0" for each in reader.named("div"))


def test_markup_in_words_tables_and_titles_is_shown_as_it_was_written() -> None:
    hostile = "<script>alert(1)</script> & \"'>"
    table = replace(TABLES["q2a"], title=hostile, question=hostile)
    table = replace(table, columns=tuple(replace(each, label=hostile) for each in table.columns))
    number = replace(CLAIM, text=hostile, sentence=f"So {hostile} it is", where=Source(hostile, 1))
    entries = list(printed_figures([(hostile, pages(number, label=hostile))]))
    text = sign_off(entries, {"q2a": table}, hostile, hostile)
    reader = Reader(text)
    assert not reader.named("script")
    assert hostile in "".join(reader.words)
    assert "So <mark>&lt;script&gt;" in text


def test_every_cell_of_a_claim_is_marked_and_what_it_was_set_beside() -> None:
    text = page_of(figure("best", "q7.hwb.successful", "It is best.", "q7.*.successful"))
    assert text.count('class="claimed"') == 1
    assert text.count('class="beside"') == 2
    assert text.count("<dt>Set beside</dt>") == 2
    several = page_of(figure("under 25", "q17a.confident q17b.confident", "It is under 25."))
    assert several.count("<table>") == 2


@pytest.mark.parametrize(
    ("words", "claim", "among", "worked"),
    [
        (
            "rose by 25 percentage points",
            "q3.commenting.engaged q3.public.engaged",
            "",
            "35 per cent less 10 per cent is 25 percentage points",
        ),
        (
            "35 per cent, up from 10",
            "q3.commenting.engaged q3.public.engaged",
            "",
            "35 per cent less 10 per cent is 25 percentage points",
        ),
        (
            "fell by 15 points",
            "q3.public.engaged q3.shaping.engaged",
            "",
            "10 per cent less 25 per cent is \u221215 percentage points",
        ),
        (
            "two and a half times as many",
            "q3.shaping.engaged q3.public.engaged",
            "",
            "25 per cent is 2.5 times 10 per cent",
        ),
        (
            "half as many",
            "q3.public.engaged.count q3.shaping.engaged.count",
            "",
            "8 is 0.4 times 20",
        ),
        (
            "ahead of both",
            "q3.commenting.engaged q3.shaping.engaged q3.public.engaged",
            "",
            "35 per cent less the nearest of the others, 25 per cent, is 10 percentage points",
        ),
        (
            "25 points apart",
            "q3.commenting.engaged q3.shaping.engaged q3.public.engaged",
            "",
            "the highest, 35 per cent, less the lowest, 10 per cent, is 25 percentage points",
        ),
        (
            "the highest by 10 points",
            "q3.commenting.engaged",
            "q3.shaping.engaged q3.public.engaged",
            "35 per cent less the next, 25 per cent, is 10 percentage points",
        ),
        ("the highest", "q3.commenting.engaged", "q3.shaping.engaged", ""),
        ("over a third", "q3.commenting.engaged", "", ""),
        ("under half", "q3.commenting.engaged q3.shaping.engaged", "", ""),
    ],
)
def test_differences_and_multiples_are_worked_out(
    words: str, claim: str, among: str, worked: str
) -> None:
    told = page_of(figure(words, claim, f"It {words}.", among))
    assert ("<dt>Worked out</dt>" in told) is bool(worked)
    assert f"<dd>{worked}</dd>" in told or not worked


def test_a_bound_difference_is_worked_out() -> None:
    [one] = resolve("q3.commenting.engaged - q3.shaping.engaged", TABLES)
    told = page_of(replace(number(one, "10 percentage points"), sentence="By 10 points."))
    assert "<dd>35 per cent less 25 per cent is 10 percentage points</dd>" in told


def test_what_is_suppressed_is_a_symbol_here_too() -> None:
    number = figure("half", "by_type.county.yes", "In counties half do.")
    base = Number(Fraction(40), "40", "by_type", "district", "base", 40, HERE)
    text = page_of(number, replace(base, sentence="So do 40."))
    assert "<td>[c]</td>" in text
    assert "fewer" not in text
    assert "[c] suppressed to protect confidentiality" in text


def test_the_same_place_is_signed_once_and_charts_are_counted() -> None:
    chart = Number(Fraction(17, 80), "21%", "q2a", "agree", base=80)
    text = page_of(CLAIM, chart, CLAIM)
    assert text.count("<article>") == 1
    assert "from the same tables: 1." in text


def test_numerals_are_marked_as_words_of_their_own() -> None:
    number = replace(CLAIM, text="17", sentence="In 2017, all 17 agreed.")
    assert "In 2017, all <mark>17</mark> agreed." in page_of(number)


def test_words_of_another_language_say_so() -> None:
    text = page_of(CLAIM, language="cy")
    assert '<html lang="en">' in text
    assert '<p class="said" lang="cy">' in text


def test_the_same_claims_give_the_same_page() -> None:
    assert page_of(CLAIM) == page_of(CLAIM)

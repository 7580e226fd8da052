"""Quotations within running words: known to the letter, cut, misquoted, or not to be quoted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.content.evidence import Evidence
from briefing.content.markdown import parse_phrase
from briefing.content.quoted import Quotable
from briefing.content.words import Writer
from briefing.diagnostics import Diagnostics, Source
from briefing.survey.model import Comment
from tests.unit.claims.tabled import published

HERE = Source("words.md", 1, 1)
SAID = Comment(
    "q1-01",
    "r1",
    "q1",
    "Most of us read the papers \u2013 all 60 pages \u2013 and we still don\u2019t know what half "
    "of it means.",
    "Leader",
    True,  # noqa: FBT003 - as the file has it
    Source("comments.csv", 2),
)
SECRET = replace(SAID, id="q1-02", text="Nobody asked me about any of the 12 plans.", consent=False)
QUOTABLE = Quotable.of(
    (SAID, SECRET, replace(SECRET, id="q1-03", text="It depends")),
    ("Strongly agree", "One of the 3 ways?", "It depends"),
)
EVIDENCE = Evidence(published(), nouns=("councillors",), quotable=QUOTABLE)


def codes(text: str) -> list[str]:
    diagnostics = Diagnostics()
    Writer(EVIDENCE, diagnostics).words(parse_phrase(text, HERE, diagnostics))
    return [each.code for each in diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        'One says "Most of us read the papers".',
        'One says: "we still don\'t know what half of it means."',
        'One says "all 60 pages".',
        'One says "Most of us read the papers [...] what half of it means".',
        'They were asked "One of the 3 ways?"',
        'Others answer "It depends", which somebody also wrote.',
        'One councillor told us: "Most of us read the papers".',
        'One councillor told us: "[…] read the papers […]".',
        '["Strong roots"]{.literal} is what people called the plan.',
    ],
)
def test_what_was_written_is_exempt(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('One says "Most of us read the papers, and we know what half of it means".', "misquoted"),
        ('One says "Most of us have read the papers \u2013 all 60 pages".', "misquoted"),
        ('One says "most, of, us, read, the, papers".', "misquoted"),
        ('One says "Most of us reads".', "misquoted"),
        ('One says "all 60 pages [...] Most of us read".', "misquoted"),
        ('One says "what half of it means [...] Most of us read it".', "unbound-figure"),
        ('One says "all 61 pages".', "unbound-figure"),
        ('One says "Nobody asked me about any of the 12 plans".', "no-consent"),
        ('One says "most of the paper".', "unbound-figure"),
        ('One councillor said it took "all sixty pages".', "misquoted"),
        ('Others wrote of "read papers".', "misquoted"),
    ],
)
def test_what_was_not_written_is_told(text: str, code: str) -> None:
    assert code in codes(text)


def test_a_misquotation_is_told_with_what_was_said() -> None:
    diagnostics = Diagnostics()
    text = 'One says "Most of us have read the papers \u2013 all 60 pages".'
    Writer(EVIDENCE, diagnostics).words(parse_phrase(text, HERE, diagnostics))
    fault = next(each for each in diagnostics if each.code == "misquoted")
    assert "q1-01" in fault.message
    assert SAID.text in fault.hint
    assert fault.where == Source("words.md", 1, 11)


def test_words_in_quotation_marks_that_nobody_wrote_are_left_alone() -> None:
    assert codes('We call it "a partnership of equals that has yet to find its feet".') == []

"""What tells of results by the rules of `telling.toml`, and what only asks, wishes or plans."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.claims.telling import Rule, compiled, rules, told, untold
from briefing.claims.typed import answering, lowered, marked_people

NAMED = "residents?|[A-Z][a-z]+"


def said(text: str) -> list[str]:
    return [text[start:end] for start, end in sorted(set(told(text, NAMED)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("residents tend to sign.", "tend to"),
        ("trust in the council, they say, has ebbed away.", "ebbed away"),
        ("the report notes a marked improvement in punctuality.", "notes a marked improvement"),
        ("trust remained broadly stable.", "remained broadly stable"),
        ("expectations were higher than those of the board.", "were higher"),
        ("the more often people come, the happier they are.", "more often"),
        ("most potential neighbourhood problems are rare.", "most"),
        ("there is no sign of recovery.", "no sign of"),
        ("it moves straight to 3rd place.", "to 3rd place"),
        ("those aged under 30 are as happy as they were.", "as happy as they"),
    ],
)
def test_results_are_told_without_a_numeral(text: str, found: str) -> None:
    assert any(found in each for each in said(text)), said(text)


@pytest.mark.parametrize(
    "text",
    [
        "bread has ebbed away.",
        "the board meets. hall hire: higher than most.",
        "a hall was painted.",
        "their answers were made up: nothing here is true of any real place.",
    ],
)
def test_what_is_told_of_must_stand_before_it_in_the_clause(text: str) -> None:
    assert not said(text)


@pytest.mark.parametrize(
    ("text", "silent", "heard"),
    [
        ("we asked how many agree", "how many agree", ""),
        ("we will do more for most residents", "most", ""),
        ("to help us improve, most residents gave their name", "improve", "most"),
        ("we can see that most residents agree", "see", "most"),
        ("plans to build homes are less popular", "build homes", "less popular"),
        ("we asked how safe people feel and most said very", "safe", "most said"),
        ("forms were sent to all residents, and most replied", "all", "most"),
    ],
)
def test_what_asks_and_plans_tells_nothing_as_far_as_it_reaches(
    text: str, silent: str, heard: str
) -> None:
    spans = untold(text)

    def inside(words: str) -> bool:
        return any(start <= text.index(words) < end for start, end in spans)

    assert inside(silent)
    assert not heard or not inside(heard)


@pytest.mark.parametrize("text", ["the more " * 2000, "who often " * 2000, "residents " * 2000])
def test_long_words_are_told_in_time(text: str) -> None:
    assert len(list(told(text, NAMED))) >= 0
    assert len(untold(text)) >= 0


def sentences(name: str) -> str:
    text = (Path(__file__).parent / "prose" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return marked_people(lowered("\n".join(lines)), ("councillors", "residents", "councils"))


@pytest.mark.parametrize("rule", rules(answering(("residents",))), ids=lambda rule: rule.words)
def test_every_rule_is_of_use_in_prose(rule: Rule) -> None:
    prose = "quantifies-nothing.txt" if rule.part.startswith("untold") else "quantifies.txt"
    assert any(map(compiled([rule]).search, sentences(prose).splitlines())), rule.words

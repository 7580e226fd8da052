"""What tells of results without a numeral, clause by clause, and the moods in which nothing does.

The rules stand in `telling.toml`: this module makes patterns of them. A rule of results holds in a
clause that has told of something measured before, one of people where it has told of people.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from briefing.claims import inflected, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CLAUSE = re.compile(
    r"[.!?;:()\u2013\u2014]+(?:\s|$)|,\s(?=(?:and|but|while|which|so|because|although|though|with|or)\b)"
)
_REACH = 110
"""Signs behind the word for what is told of within which a rule of it holds."""
_MOOD = 90
"""Signs of a clause behind what sets its mood."""
_MOOD_ENDS = (
    r"[.!?;:,()\u2013\u2014]|$|\bthat\b|"
    r"\b(?:and|but)\s(?:most|many|few|some|all|both|nearly|almost|hardly|none|nobody|no|more|fewer|the)\b"
)
_VERB = rf"{_MOOD_ENDS}|\b(?:is|are|was|were|has|have|had)\b"
_ANY = r"[^\s.!?;:,()]+"
_BLANK = {
    "...": r"\s(?:[^\s.!?;:()]+\s){0,12}?",
    "<standing>": vocabulary.STANDS_BEHIND,
    "<end>": r"(?=[.!?;:,]|$)",
}
"""What stands between words or behind them, blanks and all."""


def told(text: str, named: str) -> Iterator[tuple[int, int]]:
    """Where a text in small letters, people marked, tells of results; `named` is who answers."""
    patterns = _patterns(named)
    for start, end in _clauses(text):
        for heads, pattern in patterns:
            begins = start
            if heads is not None:
                head = heads.search(text, start, end)
                if head is None:
                    continue
                begins = head.end()
            for match in pattern.finditer(text, begins, end):
                if heads is None or match.start() - begins <= _REACH:
                    yield match.span()


def untold(text: str) -> list[tuple[int, int]]:
    """Where a text in small letters asks, wishes or plans, and so tells of nothing."""
    return [
        (match.start(), min(match.end() + _MOOD, _next(end, text, match.end())))
        for mood, end in _moods()
        for match in mood.finditer(text)
    ]


def _next(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.search(text, at)
    return found.start() if found else len(text)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _CLAUSE.finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


@cache
def _patterns(named: str) -> tuple[tuple[re.Pattern[str] | None, re.Pattern[str]], ...]:
    """The rules, each kind with what must have been told of before."""
    kinds = _kinds() | {"named": named}
    people, results = (_compiled(f"<{each}>", kinds) for each in ("people", "results"))
    either = _compiled("<people>|<results>", kinds)
    heads = {"of_people": people, "of_results": results, "of_either": either, "anywhere": None}
    found = [(head, _any_of(_rules()[name]["rules"], kinds)) for name, head in heads.items()]
    starts = _any_of(_rules()["at_the_start"]["rules"], kinds, vocabulary.STARTS)
    return (*found, (None, starts))


@cache
def _moods() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What sets a mood, and what ends it."""
    kinds = _kinds() | {"named": vocabulary.MARKED}
    ends = {"to_the_end": _MOOD_ENDS, "to_a_verb": _VERB, "themselves": r""}
    return tuple(
        (_any_of(_rules()["untold"][name], kinds), re.compile(end)) for name, end in ends.items()
    )


def patterns_of_rules(named: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every rule with its pattern, each for itself, so that none is kept that finds nothing."""
    kinds = _kinds() | {"named": named}
    for part, lists in _rules().items():
        for rules in lists.values() if part not in ("forms", "kinds") else ():
            starts = vocabulary.STARTS if part == "at_the_start" else r"\b"
            yield from ((f"{part}: {each}", _any_of([each], kinds, starts)) for each in rules)


@cache
def _rules() -> Mapping[str, Any]:
    text = files("briefing.claims").joinpath("telling.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _kinds() -> dict[str, str]:
    """The kinds of words by their names, each the inside of a pattern."""
    forms = _rules()["forms"]
    moving = (*forms["rising"], *forms["falling"])
    own = {name: "".join(lines.split("\n")) for name, lines in _rules()["kinds"].items()}
    known = {name.lower(): value for name, value in vars(vocabulary).items() if name.isupper()}
    return (
        known
        | own
        | {
            "comparative": "|".join(inflected.comparatives(forms["adjectives"])),
            "superlative": "|".join(inflected.superlatives(forms["adjectives"])),
            "moved": "|".join(inflected.finite(moving)),
            "moves": "|".join(entry.split()[0] for entry in moving),
            "moving": "|".join(inflected.progressive(moving)),
            "plural": r"[^\W\d_]{3,}(?<!s)s",
            "any": _ANY,
        }
    )


def _any_of(rules: list[str], kinds: Mapping[str, str], starts: str = r"\b") -> re.Pattern[str]:
    return re.compile(starts + "(?:" + "|".join(_pattern(each, kinds) for each in rules) + ")")


def _compiled(rule: str, kinds: Mapping[str, str]) -> re.Pattern[str]:
    return _any_of([rule], kinds)


def _pattern(rule: str, kinds: Mapping[str, str]) -> str:
    """The pattern of one rule; words that may be missing take the blank behind them along."""
    pattern, blank = "", ""
    for word in rule.split():
        if word in _BLANK:
            pattern, blank = pattern + _BLANK[word], ""
            continue
        inside = _inside(word.strip("!*"), kinds)
        if word.startswith("!"):
            pattern += rf"(?!\s(?:{inside})\b)"
        elif word.endswith("*"):
            pattern += rf"{blank}(?:(?:{inside})\s)?"
            blank = ""
        else:
            pattern += rf"{blank}(?:{inside})\b"
            blank = r"\s"
    return pattern


def _inside(word: str, kinds: Mapping[str, str]) -> str:
    """The alternatives of a word, kinds put in for their names."""
    word = word.replace("~", r"\s")
    while (name := re.search(r"<(\w+)>", word)) is not None:
        word = word.replace(name[0], f"(?:{kinds[name[1]]})".replace("~", r"\s"))
    return word

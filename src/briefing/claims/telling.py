"""What tells of results without a numeral, clause by clause, and the moods in which nothing does.

The rules stand in `telling.toml`: this module makes patterns of them. A rule of results holds in a
clause that has told of something measured before, one of people where it has told of people, and
one of a sentence wherever the sentence tells of either.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from briefing.claims import inflected, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_CLAUSE = re.compile(
    r"[.!?;:()\u2013\u2014]+(?:\s|$)|,\s(?=(?:and|but|while|which|so|because|although|though|with|or)\b)"
)
_SENTENCE = re.compile(r"[.!?]+(?:\s|$)")
_REACH = 110
"""Signs behind the word for what is told of within which a rule of it holds."""
_MOOD = 140
"""Signs of a clause behind what sets its mood."""
_MOOD_ENDS = (
    r"[.!?;:()\u2013\u2014]|,(?!\sas\swell\sas\b|\sor\b|\ssuch\sas\b|\sincluding\b|\s[^\s,.]+,)|$|\bthat\b(?!\s(?:past|last|year|time))|"
    r"\b(?:and|but)\s(?:most|many|few|some|all|both|nearly|almost|hardly|none|nobody|no|more|fewer|the)\b"
)
_VERB = rf"{_MOOD_ENDS}|\b(?:is|are|was|were|has|have|had)\b"
_ENDS = {"untold.to_the_end": _MOOD_ENDS, "untold.to_a_verb": _VERB, "untold.themselves": ""}
"""What ends each kind of mood."""
_HEADS = {
    "of_people": "<people>",
    "of_results": "<results>",
    "of_either": "<people>|<results>",
}
"""What a clause must have told of before the rules of a part hold."""
_ANY = r"[^\s.!?;:,()]+"
_BLANK = {
    "...": r"\s(?:[^\s.!?;:()]+\s){0,12}?",
    "<standing>": vocabulary.STANDS_BEHIND,
    "<end>": r"(?=[.!?;:,]|$)",
}
"""What stands between words or behind them, blanks and all."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of `telling.toml`: the part where it stands, its words, and the pattern of these."""

    part: str
    words: str
    pattern: str


def told(text: str, named: str) -> Iterator[tuple[int, int]]:
    """Where a text in small letters, people marked, tells of results; `named` is who answers."""
    free = [_part("anywhere", named), _part("at_the_start", named)]
    headed = [(_head(head, named), _part(part, named)) for part, head in _HEADS.items()]
    for start, end in _split(_CLAUSE, text):
        for pattern in free:
            yield from (match.span() for match in pattern.finditer(text, start, end))
        for head, pattern in headed:
            found = head.search(text, start, end)
            if found is None:
                continue
            for match in pattern.finditer(text, found.end(), end):
                if match.start() - found.end() <= _REACH:
                    yield match.span()
    subject = _head("<subjects>", named)
    for start, end in _split(_SENTENCE, text):
        if subject.search(text, start, end):
            for match in _part("in_a_sentence", named).finditer(text, start, end):
                yield match.span()


def untold(text: str) -> list[tuple[int, int]]:
    """Where a text in small letters asks, wishes or plans, and so tells of nothing."""
    return [
        (match.start(), min(match.end() + _MOOD, _next(end, text, match.end())))
        for part, end in _ENDS.items()
        for match in _part(part, vocabulary.MARKED).finditer(text)
    ]


@cache
def rules(named: str) -> tuple[Rule, ...]:
    """Every rule, in a text where those who answer are `named` so."""
    kinds = _kinds() | {"named": named}
    return tuple(
        Rule(part if name == "rules" else f"{part}.{name}", words, _pattern(words, kinds))
        for part, lists in _written().items()
        if part not in ("forms", "kinds")
        for name, lines in lists.items()
        for words in lines
    )


def compiled(some: Iterable[Rule]) -> re.Pattern[str]:
    """One pattern for rules of one part."""
    listed = list(some)
    starts = vocabulary.STARTS if listed[0].part == "at_the_start" else r"\b"
    return re.compile(starts + "(?:" + "|".join(each.pattern for each in listed) + ")")


def alternatives(words: str, named: str) -> str:
    """The inside of a pattern for words as rules write them; `named` is who answers."""
    return _inside("".join(words.split("\n")), _kinds() | {"named": named})


def _next(pattern: str, text: str, at: int) -> int:
    found = re.compile(pattern).search(text, at)
    return found.start() if found else len(text)


def _split(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in pattern.finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


@cache
def _part(part: str, named: str) -> re.Pattern[str]:
    """The rules of a part as one pattern."""
    return compiled(each for each in rules(named) if each.part == part)


@cache
def _head(words: str, named: str) -> re.Pattern[str]:
    """What a clause or a sentence must tell of."""
    return re.compile(rf"\b{_pattern(words, _kinds() | {'named': named})}")


@cache
def _written() -> Mapping[str, Any]:
    text = files("briefing.claims").joinpath("telling.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _kinds() -> dict[str, str]:
    """The kinds of words by their names, each the inside of a pattern."""
    forms = _written()["forms"]
    moving = (*forms["rising"], *forms["falling"])
    own = {name: "".join(lines.split("\n")) for name, lines in _written()["kinds"].items()}
    return (
        vocabulary.lists()
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

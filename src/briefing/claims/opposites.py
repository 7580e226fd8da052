"""Words whose opposites no prefix makes: ``oppose`` of Support, ``unhappy`` of Satisfied."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Poles:
    """The two ends of a measure: words that say each of people, and the nouns of each."""

    one: tuple[str, ...]
    other: tuple[str, ...]
    noun: tuple[str, ...] = ()
    opposed: tuple[str, ...] = ()


_POLES = (
    Poles(
        ("support", "supportive", "in favour", "favour", "back"),
        ("oppose", "opposed", "against", "object", "reject", "hostile"),
        ("support", "backing"),
        ("opposition", "objections?"),
    ),
    Poles(
        ("satisfied", "happy", "content", "contented", "pleased"),
        ("dissatisfied", "unsatisfied", "unhappy", "discontented", "displeased", "disappointed"),
        ("satisfaction", "contentment", "happiness"),
        ("dissatisfaction", "discontent", "unhappiness", "displeasure"),
    ),
    Poles(("safe", "secure"), ("unsafe", "insecure", "in danger", "at risk", "threatened")),
    Poles(("agree",), ("disagree", "dispute"), ("agreement",), ("disagreement",)),
    Poles(("approve",), ("disapprove",), ("approval",), ("disapproval",)),
    Poles(("trust",), ("distrust", "mistrust"), ("trust",), ("distrust", "mistrust")),
    Poles(("good", "excellent"), ("poor", "bad", "terrible")),
    Poles(("easy", "simple"), ("difficult", "hard", "complicated")),
    Poles(("positive", "optimistic"), ("negative", "pessimistic")),
    Poles(("useful", "helpful"), ("useless", "unhelpful")),
    Poles(("clean", "tidy"), ("dirty", "filthy", "untidy")),
    Poles(("confident",), ("doubtful", "unsure", "sceptical")),
    Poles(("calm", "relaxed"), ("worried", "anxious", "concerned")),
    Poles(("accept",), ("reject",), ("acceptance",), ("rejection",)),
    Poles(("like",), ("dislike",)),
    Poles(("welcome",), ("resent", "regret")),
    Poles(("hot", "warm"), ("cold", "cool")),
    Poles(("early",), ("late",)),
    Poles(("quiet",), ("noisy", "loud")),
    Poles(("cheap", "affordable"), ("expensive", "dear", "unaffordable")),
)


@cache
def opposites(word: str) -> tuple[str, ...]:
    """The inside of patterns for what people are who are not `word`, in small letters."""
    found = [each for pair in _ends() if word in pair[0] for each in pair[1]]
    return tuple(each.replace(" ", r"\s") for each in dict.fromkeys(found))


@cache
def opposing_nouns(word: str) -> tuple[str, ...]:
    """The nouns of what people feel who are not `word`: ``opposition`` of Support."""
    found = [noun for each in opposites(word) for noun in own_nouns(each.replace(r"\s", " "))]
    return tuple(dict.fromkeys(found))


@cache
def own_nouns(word: str) -> tuple[str, ...]:
    """The nouns of what people feel who are `word`: ``opposition`` of Oppose."""
    nouns = [
        noun
        for each in _POLES
        for own, theirs in ((each.one, each.noun), (each.other, each.opposed))
        if word in own
        for noun in theirs
    ]
    return tuple(dict.fromkeys(nouns))


def _ends() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(
        sides for each in _POLES for sides in ((each.one, each.other), (each.other, each.one))
    )

"""Whether a clause tells of results or asks, plans or explains: its words are weighed.

No one word decides it. “Most people prefer the bus” tells and “most people were sent a form” does
not, so each kind of words in `weighing.toml` gives points or takes some, by what they are, by what
the clause tells of and by how its verb begins. What no rule of `telling` found is found by the
balance, and what one found in a clause that has none is passed over.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from briefing.claims.telling import alternatives

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.claims.clauses import Clause

_TWICE = 2
"""How often the words of one kind count in a clause."""


@dataclass(frozen=True, slots=True, eq=False)  # one is itself alone, which is quick to look up
class Kind:
    """Words of one kind: where in a clause they count, the points they give, their pattern.

    One that `quantifies` has words that can be pointed out as what wants a proof. The points of one
    set `by_hand` are no matter of the regression.
    """

    part: str
    name: str
    points: int
    quantifies: bool
    by_hand: bool
    pattern: re.Pattern[str]


def balance(clause: Clause, named: str, *, found: bool) -> int:
    """Points for telling a result, less what speaks against it.

    `named` is who answers; `found` says that a rule found something in the clause.
    """
    written = _written()
    points: int = written["found"] * found - written["outweigh"]
    return points + sum(kind.points * times for kind, times in counts(clause, named).items())


def counts(clause: Clause, named: str) -> dict[Kind, int]:
    """How often the words of each kind stand in their part of a clause, as far as that counts."""
    counted = {
        kind: min(_TWICE, sum(1 for _ in kind.pattern.finditer(clause.words)))
        for kind in kinds(named, "words")
    }
    within = {"subjects": clause.subject, "sentences": clause.sentence}
    for part, words in within.items():
        counted |= {kind: kind.pattern.search(words) is not None for kind in kinds(named, part)}
    begins = {"heads": clause.subject, "verbs": clause.verb, "openings": clause.opening}
    for part, words in begins.items():
        counted |= {kind: kind.pattern.match(words) is not None for kind in kinds(named, part)}
    return {kind: times for kind, times in counted.items() if times}


def quantifier(clause: Clause, named: str) -> tuple[int, int] | None:
    """Where the word stands that quantifies most in a clause with a verb."""
    for kind in _ranked(named) if clause.verb else ():
        if match := kind.pattern.search(clause.words):
            begin = clause.end - len(clause.words)
            return begin + match.start(), begin + match.end()
    return None


@cache
def _ranked(named: str) -> tuple[Kind, ...]:
    """The kinds whose words can be pointed out, those that give most first."""
    ranked = sorted(kinds(named, "words"), key=lambda kind: -kind.points)
    return tuple(kind for kind in ranked if kind.quantifies)


@cache
def kinds(named: str, part: str) -> tuple[Kind, ...]:
    """The kinds of one part of a clause, as they are written."""
    return tuple(
        Kind(
            part,
            name,
            kind["points"],
            kind.get("quantifies", False),
            kind.get("set", False),
            re.compile(rf"\b(?:{alternatives(kind['words'], named)})\b"),
        )
        for name, kind in _written()[part].items()
    )


@cache
def _written() -> Mapping[str, Any]:
    text = files("briefing.claims").joinpath("weighing.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)

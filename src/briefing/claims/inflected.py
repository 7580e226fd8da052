"""The regular forms of English words: how adjectives compare and what verbs of moving become.

Lists of words name each once; irregular forms stand behind it, as dictionaries have them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_VOWELS = "aeiou"


def comparatives(adjectives: Iterable[str]) -> tuple[str, ...]:
    """``higher``, ``happier``, ``bigger``; ``good better best`` has its own."""
    return tuple(_compared(adjectives, "er", 1))


def superlatives(adjectives: Iterable[str]) -> tuple[str, ...]:
    """``highest``, ``happiest``, ``biggest``, ``best``."""
    return tuple(_compared(adjectives, "est", 2))


def finite(verbs: Iterable[str]) -> tuple[str, ...]:
    """What stands for a verb behind its subject: ``falls``, ``fell``, ``fallen``; ``drop``."""
    found: dict[str, None] = {}
    for entry in verbs:
        verb, *irregular = entry.split()
        found |= dict.fromkeys((verb, _third(verb), *(irregular or [_ended(verb, "ed")])))
    return tuple(found)


def progressive(verbs: Iterable[str]) -> tuple[str, ...]:
    """``falling``, ``dropping``, ``rising``."""
    return tuple(_ended(entry.split()[0], "ing") for entry in verbs)


def _compared(adjectives: Iterable[str], ending: str, own: int) -> Iterator[str]:
    for entry in adjectives:
        forms = entry.split()
        yield forms[own] if len(forms) > own else _ended(forms[0], ending)


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}s"


def _ended(word: str, ending: str) -> str:
    """A word with an ending: ``rare`` and ``er``, ``busy`` and ``est``, ``thin`` and ``er``."""
    if word.endswith("e"):
        return word[:-1] + ending
    if word.endswith("y") and word[-2] not in _VOWELS and not ending.startswith("i"):
        return f"{word[:-1]}i{ending}"
    vowels = sum(1 for sign in word if sign in _VOWELS)
    if vowels == 1 and word[-2] in _VOWELS and word[-1] not in "wxyaeiou":
        return word + word[-1] + ending
    return word + ending

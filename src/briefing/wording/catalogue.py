"""The catalogues, one file a language, and what a project changes or adds in its own."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from briefing.wording.model import ENTRIES, FORMS, OTHER, Counted, Phrase, Wording, places_of
from briefing.wording.numbers import numbers_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.wording.numbers import Numbers

MODEL = "en"
"""The language of the catalogue that all others follow."""
LANGUAGES = ("cy", "de", "en", "fr")
"""The languages that have a catalogue, by the first part of a tag: each a file beside this one."""


@dataclass(frozen=True, slots=True)
class Misworded:
    """An entry of a project's own words that cannot be taken: its name, why, and what to do."""

    entry: str
    message: str
    hint: str = ""


@cache
def entries_of(language: str) -> Mapping[str, Any]:
    """The entries of a language's catalogue as its file has them; none where there is no file."""
    return tomllib.loads(text_of(language)) if language in LANGUAGES else {}


def text_of(language: str) -> str:
    """The file of a language, a BCP 47 tag; that of English where there is none."""
    name = language.partition("-")[0].lower()
    file = f"{name if name in LANGUAGES else MODEL}.toml"
    return files("briefing.wording").joinpath(file).read_text(encoding="utf-8")


@cache
def catalogue(language: str) -> Wording:
    """The words of a language, a BCP 47 tag; English ones where it has no catalogue."""
    return completed(language, {})[0]


def completed(
    language: str, own: Mapping[str, Any]
) -> tuple[Wording, tuple[Misworded, ...], tuple[str, ...]]:
    """The words of a language with a project's `own`; what is wrong with these; what is missing.

    What is missing is said in English.
    """
    faults = tuple(fault for name, value in own.items() if (fault := _fault(name, value)))
    wrong = {each.entry for each in faults}
    given = {
        **entries_of(language.partition("-")[0].lower()),
        **{name: value for name, value in own.items() if name not in wrong},
    }
    missing = tuple(name for name in ENTRIES if name not in given)
    english, numbers = entries_of(MODEL), numbers_of(language)
    theirs = numbers_of(MODEL)
    values: dict[str, Any] = {
        name: _made(kind, given[name], numbers)
        if name in given
        else _made(kind, english[name], theirs)
        for name, kind in ENTRIES.items()
    }
    return Wording(language, numbers, frozenset(missing), **values), faults, missing


def _made(kind: str, value: Any, numbers: Numbers) -> object:
    """An entry as its annotation has it."""
    if kind == "Counted":
        return Counted(dict(value) if isinstance(value, dict) else {OTHER: value}, numbers)
    if kind.startswith("tuple"):
        each = kind.removeprefix("tuple[").partition(",")[0]
        return tuple(_made(each, one, numbers) for one in value)
    return Phrase(value, numbers) if kind == "Phrase" else value


def _fault(name: str, value: Any) -> Misworded | None:
    """What is wrong with an entry, if anything: its name, its shape, its places."""
    if name not in ENTRIES:
        return Misworded(name, f"the engine says nothing that is called '{name}'")
    model = entries_of(MODEL)[name]
    patterns = _patterns(ENTRIES[name], value, model)
    if patterns is None:
        return Misworded(name, f"words.{name} must be {_shape(ENTRIES[name], model)}")
    known = {each for pattern in _texts(model) for each in places_of(pattern)}
    for pattern in patterns:
        try:
            places = places_of(pattern)
        except ValueError:
            return Misworded(
                name, f"words.{name} has a brace that opens or closes nothing", "write {{ for {"
            )
        if strange := sorted(places - known):
            return Misworded(
                name, f"words.{name} has no place {{{strange[0]}}}", _offer(sorted(known))
            )
    needed = {"count"} if ENTRIES[name] == "Counted" else set[str]()
    if lost := sorted(known - needed - {each for one in patterns for each in places_of(one)}):
        return Misworded(name, f"words.{name} lacks the place {{{lost[0]}}}", _offer(sorted(known)))
    return None


def _patterns(kind: str, value: Any, model: Any) -> tuple[str, ...] | None:
    """The patterns of an entry; None if it has not the shape of its model."""
    if kind == "Counted" and isinstance(value, dict):
        whole = OTHER in value and set(value) <= set(FORMS)
        return _all_text(value.values()) if whole else None
    if kind.startswith("tuple"):
        fits = isinstance(value, list) and len(value) == len(model)
        return _all_text(value) if fits else None
    return _all_text((value,))


def _all_text(values: Any) -> tuple[str, ...] | None:
    texts = tuple(values)
    return texts if all(isinstance(each, str) and each.strip() for each in texts) else None


def _texts(value: Any) -> tuple[str, ...]:
    """All texts of an entry of the model."""
    if isinstance(value, dict):
        return tuple(value.values())
    return tuple(value) if isinstance(value, list) else (value,)


def _shape(kind: str, model: Any) -> str:
    if kind == "Counted":
        return f"text in quotes, or a table of {', '.join(FORMS)}"
    return f"a list of {len(model)} texts" if kind.startswith("tuple") else "text in quotes"


def _offer(places: list[str]) -> str:
    return f"its places: {', '.join(f'{{{each}}}' for each in places) or 'none'}"

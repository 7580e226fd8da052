"""Abbreviations at their first use in a document: what they stand for, for whoever hears them.

A project declares them under ``[abbreviations]``. The first use that can be told apart carries its
expansion (ISO 32000-1, 14.9.5), unless the words themselves say it there: ``clinical commissioning
groups (CCGs)``. Words that are bound, proved, linked, raised or typed as code stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from briefing.content.publication import Section, Sheet
from briefing.layout.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.diagnostics import Source
    from briefing.layout.text import Words

_PLURAL = "s"
_CAPITALS = re.compile(r"(?<![\w.@/-])([A-Z]{2,6})(?:s\b|\b)(?![\w@/-])")
"""What looks like an abbreviation that ought to be explained."""
_CLOSED = re.compile(r"\s*\($")
_WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Explained:
    """The entries with their expansions, the abbreviations that they use, and unknown ones.

    Each unknown abbreviation has the place of its first use, where that is known.
    """

    entries: tuple[Sheet | Section, ...]
    used: frozenset[str]
    unknown: tuple[tuple[str, Source | None], ...]


def explained(
    entries: Sequence[Sheet | Section], known: Mapping[str, str], language: str
) -> Explained:
    """Give each abbreviation of `known` its expansion where it is used first.

    In English a plural that is not declared itself is made of the singular.
    """
    reader = _Reader(known, plurals=language.partition("-")[0] == "en")
    made = tuple(
        replace(entry, heading=reader.words(entry.heading), blocks=reader.all(entry.blocks))
        if isinstance(entry, Sheet)
        else entry
        for entry in entries
    )
    unknown = {name: at for name, at in reader.unknown.items() if name not in reader.defined}
    return Explained(made, frozenset(reader.used), tuple(unknown.items()))


@dataclass(slots=True)
class _Reader:
    """Goes through words in the order of reading."""

    known: Mapping[str, str]
    plurals: bool
    used: set[str] = field(default_factory=set)
    unknown: dict[str, Source | None] = field(default_factory=dict)
    defined: set[str] = field(default_factory=set)

    def all(self, value: Any) -> Any:
        """A value with the words inside it read: itself, where none of them changed."""
        if isinstance(value, tuple):
            if value and all(isinstance(each, Span) for each in value):
                return self.words(value)
            made = tuple(self.all(each) for each in value)
            changed = any(new is not old for new, old in zip(made, value, strict=True))
            return made if changed else value
        if not is_dataclass(value) or isinstance(value, type):
            return value
        if not type(value).__module__.startswith(_WITH_WORDS):
            return value
        new = {each.name: self.all(getattr(value, each.name)) for each in fields(value)}
        changes = {name: own for name, own in new.items() if own is not getattr(value, name)}
        return replace(value, **changes) if changes else value

    def words(self, words: Words) -> Words:
        """A phrase, its first uses of abbreviations with what they stand for."""
        made: list[Span] = []
        before = ""
        for place, span in enumerate(words):
            behind = "".join(each.text for each in words[place + 1 :])
            found = tuple(self._found(span, before, behind))
            made.append(replace(span, expansions=found) if found else span)
            before += span.text
        changed = any(new is not old for new, old in zip(made, words, strict=True))
        return tuple(made) if changed else words

    def _found(self, span: Span, before: str, behind: str) -> Iterator[tuple[str, str]]:
        """The abbreviations that a span is the first to use, each with what it stands for."""
        bound = span.number or span.claim or span.link or span.script or span.code
        if bound or span.language or span.whole:
            return
        self._look_for_unknown(span, before)
        for match in self._pattern().finditer(span.text) if self.known else ():
            name, expansion = self._meant(match[0])
            if name in self.used:
                continue
            self.used.add(name)
            around = before + span.text[: match.start()], span.text[match.end() :] + behind
            if not _says(expansion, *around):
                yield match[0], expansion

    def _pattern(self) -> re.Pattern[str]:
        names = sorted(self.known, key=len, reverse=True)
        plural = f"(?:{_PLURAL})?" if self.plurals else ""
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))}){plural}(?![\w-])")

    def _meant(self, written: str) -> tuple[str, str]:
        """The declared abbreviation that words stand for, and what these words stand for."""
        if written in self.known:
            singular = written.removesuffix(_PLURAL)
            return (singular if singular in self.known else written), self.known[written]
        name = written.removesuffix(_PLURAL)
        return name, plural(self.known[name])

    def _look_for_unknown(self, span: Span, before: str) -> None:
        if span.text.isupper():
            return
        for match in _CAPITALS.finditer(span.text):
            name = match[1]
            if name in self.known or f"{name}{_PLURAL}" in self.known:
                continue
            if _CLOSED.search(before + span.text[: match.start()]):
                self.defined.add(name)
            self.unknown.setdefault(name, span.place(match.start()))


_WITH_WORDS = ("briefing.blocks.",)
"""Where the values are made that hold words: blocks, cells, notes."""


def plural(words: str) -> str:
    """The plural of an English expansion, by its last word."""
    if re.search(r"[^aeiou]y$", words):
        return f"{words[:-1]}ies"
    return words + ("es" if re.search(r"(?:s|x|ch|sh)$", words) else "s")


def _says(expansion: str, before: str, behind: str) -> bool:
    """Whether words say in full what an abbreviation stands for, right before or behind it."""
    wanted = _bare(expansion)
    head = _CLOSED.sub("", before)
    if head != before and _bare(head).endswith(wanted):
        return True
    opened = re.match(r"\s*\(", behind)
    return opened is not None and _bare(behind[opened.end() :]).startswith(wanted)


def _bare(words: str) -> str:
    return _WHITE.sub(" ", words).casefold().strip()

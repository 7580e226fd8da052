"""The tables of a codebook while they are read: typed values out, every fault with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING, Any

from briefing.diagnostics import Source
from briefing.survey.labels import cleaned, did_you_mean, quoted
from briefing.survey.toml_lines import KeyPath, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.diagnostics import Diagnostics

_ID = re.compile(r"[a-z][a-z0-9_]*\Z")
TAKINGS = frozenset(
    {
        *("pct", "count", "base", "score", "mean", "rank", "margin"),
        *("words", "digits", "percent", "sign", "decimal", "tenths", "fraction"),
    }
)
"""Last parts of a reference in words (``q1.agree.pct``): no answer can be called so."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A TOML file being read: where it is, on which lines its keys stand, where faults go."""

    path: str
    lines: dict[KeyPath, int]
    diagnostics: Diagnostics

    def place(self, path: KeyPath) -> Source:
        """Where a key stands."""
        return Source(self.path, line_of(self.lines, path))


@dataclass(slots=True)
class Section:
    """One table: each value is asked for by key; `finish` reports the keys nobody asked for."""

    reading: Reading
    path: KeyPath
    values: Mapping[str, Any]
    asked: list[str] = field(default_factory=list)

    @property
    def where(self) -> Source:
        """Where the table starts."""
        return self.reading.place(self.path)

    @property
    def name(self) -> str:
        """What messages call the table: ``questions.q1``."""
        return ".".join(self.path)

    @property
    def id(self) -> str:
        """The last part of the table's name."""
        return self.path[-1]

    def has(self, key: str) -> bool:
        """Whether the author gave this key."""
        return key in self.values

    def at(self, key: str) -> Source:
        """Where a key of this table stands."""
        return self.reading.place((*self.path, key))

    def error(self, code: str, message: str, key: str = "", hint: str = "") -> None:
        """Report a fault of the table, or of one of its keys."""
        place = self.at(key) if key else self.where
        self.reading.diagnostics.error(code, message, place, hint)

    def text(self, key: str, default: str = "") -> str:
        """A string, cleaned."""
        value = self._typed(key, str, "text in quotes")
        return default if value is None else cleaned(str(value))

    def needed(self, key: str) -> str:
        """A string that must be there and not be empty."""
        value = self.text(key)
        if not value and (key not in self.values or self.values[key] == ""):
            self.error("codebook-missing-key", f"{self.name} needs {key}", hint=f'Add {key} = "…".')
        return value

    def whole(self, key: str, default: int = 0) -> int:
        """A whole number that is not negative."""
        value = self._typed(key, int, "a whole number")
        if value is None:
            return default
        number = int(value)
        if number < 0:
            self.error("codebook-value", f"{self.name}.{key} cannot be negative", key)
        return number

    def number(self, key: str) -> Fraction | None:
        """A number, exactly as it is written; None if absent."""
        value = self._typed(key, (int, float), "a number")
        return None if value is None else Fraction(str(value))

    def numbers(self, key: str) -> dict[str, Fraction]:
        """A table of numbers by id; empty if absent."""
        entries = self.table(key)
        found = {each: entries.number(each) for each in entries.values}
        return {each: number for each, number in found.items() if number is not None}

    def flag(self, key: str) -> bool:
        """True or false; false if absent."""
        return self._typed(key, bool, "true or false") is True

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; empty if absent."""
        value = self._typed(key, list, "a list of texts in quotes")
        if value is None:
            return ()
        if not all(isinstance(each, str) for each in value):
            self.error("codebook-value", f"{self.name}.{key} must be a list of texts", key)
            return ()
        return tuple(value)

    def choice(self, key: str, among: tuple[str, ...], default: str) -> str:
        """A word out of a closed list."""
        value = self.text(key, default)
        if value not in among:
            message = f"{self.name}.{key} cannot be {quoted(value)}"
            self.error("codebook-value", message, key, did_you_mean(value, among))
            return default
        return value

    def raw(self, key: str) -> Any:
        """A value as it stands, for the caller to judge."""
        self.asked.append(key)
        return self.values.get(key)

    def table(self, key: str) -> Section:
        """A table within this one; an empty one if absent."""
        value = self._typed(key, dict, "a table")
        return Section(self.reading, (*self.path, key), value or {})

    def tables(self, key: str) -> Iterator[Section]:
        """The tables ``[key.name]``, in order, whose names can be ids."""
        for name, value in self.table(key).values.items():
            section = Section(self.reading, (*self.path, key, name), {})
            section.check_id(name)
            if isinstance(value, dict):
                section.values = value
                yield section
            else:
                section.error("codebook-value", f"{section.name} must be a table")

    def labelled(self, key: str) -> Iterator[tuple[str, str, Section]]:
        """(id, label, further keys) of the entries ``id = "Label"`` or ``id = { label = … }``."""
        for name, value in self.table(key).values.items():
            entry = Section(self.reading, (*self.path, key, name), {})
            entry.check_id(name)
            if isinstance(value, str):
                yield name, cleaned(value), entry
            elif isinstance(value, dict):
                entry.values = value
                yield name, entry.needed("label"), entry
            else:
                entry.error("codebook-value", f"{entry.name} must be a label in quotes")

    def check_id(self, name: str) -> None:
        """Report a name that words could not refer to."""
        if not _ID.match(name):
            self.error(
                "codebook-id",
                f"{quoted(name)} cannot be an id",
                hint="An id starts with a small letter; small letters, digits and _ follow.",
            )
        elif name in TAKINGS:
            self.error(
                "codebook-id",
                f"{quoted(name)} cannot be an id: references end with it (q1.agree.{name})",
                hint="Choose another id, the label stays.",
            )

    def finish(self) -> None:
        """Report every key that has no meaning here."""
        for key in self.values:
            if key not in self.asked:
                self.error(
                    "codebook-unknown-key",
                    f"{quoted(key)} has no meaning in {self.name or 'a codebook'}",
                    key,
                    did_you_mean(key, dict.fromkeys(self.asked)),
                )

    def _typed(self, key: str, wanted: type | tuple[type, ...], called: str) -> Any:
        self.asked.append(key)
        value = self.values.get(key)
        if value is None:
            return None
        is_flag = isinstance(value, bool)
        is_nan = isinstance(value, float) and not isfinite(value)
        if not isinstance(value, wanted) or is_nan or (is_flag and wanted is not bool):
            self.error("codebook-value", f"{self.name}.{key} must be {called}", key)
            return None
        return value

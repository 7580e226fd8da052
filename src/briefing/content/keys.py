"""The keys of publication.toml: each is asked for by what it must be, the rest is a fault."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from briefing.claims.naming import meant
from briefing.diagnostics import Source
from briefing.files import beside, is_file, is_folder, within
from briefing.survey.toml_lines import KeyPath, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from briefing.diagnostics import Diagnostics

FILE = "publication.toml"
_TEXTS = "a list of texts in quotes"
_NOTHING_THERE = "no file is in that folder: correct the path, which counts from the project's"


@dataclass(slots=True)
class Keys:
    """One table of the file while it is read: each value is asked for, the rest is a fault."""

    folder: Path
    values: Mapping[str, Any]
    path: KeyPath
    lines: dict[KeyPath, int]
    diagnostics: Diagnostics
    asked: list[str] = field(default_factory=list)

    @property
    def where(self) -> Source:
        """Where the table stands."""
        return Source(FILE, line_of(self.lines, self.path))

    @property
    def name(self) -> str:
        """What the table is called."""
        return ".".join(self.path)

    def named(self, key: str) -> str:
        """What a key of the table is called."""
        return ".".join((*self.path, key))

    def at(self, key: str) -> Source:
        """Where a key stands."""
        return Source(FILE, line_of(self.lines, (*self.path, key)))

    def fault(self, code: str, message: str, key: str = "", hint: str = "") -> None:
        """Report a fault of a key, or of the table itself."""
        self.diagnostics.error(code, message, self.at(key) if key else self.where, hint)

    def value(self, key: str, wanted: type, called: str, default: Any) -> Any:
        """The value of a key if it is of the type that is wanted; else the default."""
        self.asked.append(key)
        if key not in self.values:
            return default
        value = self.values[key]
        flag = isinstance(value, bool) and wanted is not bool
        if not isinstance(value, wanted) or flag or isinstance(value, datetime):
            self.fault("project-value", f"{self.named(key)} must be {called}", key)
            return default
        return value

    def text(self, key: str, default: str = "") -> str:
        """Words on one line."""
        return " ".join(str(self.value(key, str, "text in quotes", default)).split())

    def needed(self, key: str) -> str:
        """Words that must be there."""
        text = self.text(key)
        if not text and not isinstance(self.values.get(key, ""), (int, float, list, dict)):
            self.fault("project-missing-key", f"{self.name} needs {key}", hint=f'add {key} = "…"')
        return text

    def choice(self, key: str, among: tuple[str, ...], default: str) -> str:
        """One of some words."""
        text = self.text(key, default)
        return text if self._is_among(text, key, among) else default

    def choices(self, key: str, among: tuple[str, ...]) -> tuple[str, ...]:
        """A list of some words, each of them one of those that there are."""
        return tuple(each for each in self.texts(key) if self._is_among(each, key, among))

    def _is_among(self, text: str, key: str, among: tuple[str, ...]) -> bool:
        if text in among:
            return True
        hint = meant(text, among, "values")
        self.fault("project-value", f"{self.named(key)} cannot be '{text}'", key, hint)
        return False

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        values = self.value(key, list, _TEXTS, [])
        if all(isinstance(each, str) for each in values):
            return tuple(values)
        self.fault("project-value", f"{self.named(key)} must be {_TEXTS}", key)
        return ()

    def file(self, key: str, *, needed: bool = False) -> str:
        """A path within the project to a file that is there; empty if none is named."""
        text = self.needed(key) if needed else self.text(key)
        if not text:
            return ""
        file = within(self.folder, text)
        if file is None:
            message = f"'{text}' leads out of the project's folder"
            self.fault("project-path", message, key, "copy the file into the project")
        elif is_folder(file):
            hint = "name a file in it"
            self.fault("project-file", f"'{text}' is a folder, not a file", key, hint)
        elif not is_file(file):
            siblings = [each.name for each in beside(file)]
            hint = meant(file.name, siblings, "files there") if siblings else _NOTHING_THERE
            self.fault("project-file", f"there is no file '{text}'", key, hint)
        return text

    def table(self, key: str) -> Keys:
        """A table within this one."""
        value = self.value(key, dict, "a table", {})
        return Keys(self.folder, value, (*self.path, key), self.lines, self.diagnostics)

    def tables(self) -> Iterator[Keys]:
        """Every value of this table as a table of its own."""
        return (self.table(key) for key in self.values)

    def array(self, key: str) -> Iterator[Keys]:
        """The tables of an array of tables, in order."""
        for number, value in enumerate(self.value(key, list, "an array of tables", [])):
            path = (*self.path, key, str(number))
            if isinstance(value, dict):
                yield Keys(self.folder, value, path, self.lines, self.diagnostics)
            else:
                self.fault("project-value", f"{self.named(key)} must hold tables", key)

    def finish(self) -> None:
        """Report every key that has no meaning here."""
        for key in self.values:
            if key not in self.asked:
                message = f"'{key}' has no meaning in {self.name or FILE}"
                hint = meant(key, dict.fromkeys(self.asked), "keys")
                self.fault("project-unknown-key", message, key, hint)

"""On which line of a TOML file a key stands: `tomllib` gives values, authors need places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.diagnostics import Source

if TYPE_CHECKING:
    import tomllib

    from briefing.diagnostics import Diagnostics

KeyPath = tuple[str, ...]

_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
_QUOTES = frozenset("\"'")


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line, from 1, of every key and table head of a TOML text that `tomllib` accepts.

    Keys of inline tables are found too. An entry of an array of tables is known by its number from
    0: ``("wording", "2", "text")``.
    """
    scanner = _Scanner(text)
    scanner.document()
    return scanner.lines


def line_of(lines: dict[KeyPath, int], path: KeyPath) -> int:
    """The line of a key, or of the nearest table around it; 0 if the file holds nothing of it."""
    for length in range(len(path), 0, -1):
        line = lines.get(path[:length])
        if line:
            return line
    return 0


_AT = re.compile(r" *\(at line (\d+), column (\d+)\)")
_SAID_TWICE = re.compile(r"Cannot (?:declare|overwrite|mutate)")
_TWICE = "It stands in the file twice: take one of the two out, or give it another name."
_MISSING = "Look for a missing quote, bracket or comma here or just before."


def tell_syntax(
    error: tomllib.TOMLDecodeError, path: str, code: str, diagnostics: Diagnostics
) -> None:
    """Say what `tomllib` found in a file, at the place that its words end with, and what to do."""
    said = str(error)
    at = _AT.search(said)
    where = Source(path, int(at[1]), int(at[2])) if at else Source(path)
    hint = _TWICE if _SAID_TWICE.match(said) else _MISSING
    diagnostics.error(code, f"this is no TOML: {_AT.sub('', said)}", where, hint)


@dataclass(slots=True)
class _Scanner:
    """Walks once over the text, from statement to statement."""

    text: str
    at: int = 0
    lines: dict[KeyPath, int] = field(default_factory=dict)
    counted_to: int = 0
    counted: int = 1
    entries: dict[KeyPath, int] = field(default_factory=dict)

    def document(self) -> None:
        table: KeyPath = ()
        while self._skip_blank():
            if self.text.startswith("[", self.at):
                table = self._head()
            else:
                self._pair(table)

    def _head(self) -> KeyPath:
        line, array = self._line(), self.text.startswith("[[", self.at)
        self.at += 2 if array else 1
        path = self._within_entries(self._key())
        self._skip_blank()
        self.at += 2 if array else 1
        if array:
            number = self.entries.get(path, -1) + 1
            self.entries[path] = number
            self.lines.setdefault(path, line)
            path = (*path, str(number))
        for length in range(1, len(path)):
            self.lines.setdefault(path[:length], line)
        self.lines[path] = line
        return path

    def _within_entries(self, key: KeyPath) -> KeyPath:
        """Put the number of the current entry behind each array of tables on the way."""
        path: KeyPath = ()
        for place, part in enumerate(key):
            path = (*path, part)
            if path in self.entries and place + 1 < len(key):
                path = (*path, str(self.entries[path]))
        return path

    def _pair(self, table: KeyPath) -> None:
        self._skip_blank()
        line = self._line()
        path = table
        for part in self._key():
            path = (*path, part)
            self.lines.setdefault(path, line)
        self._skip_blank()
        self.at += 1  # the equals sign
        self._value(path)

    def _key(self) -> KeyPath:
        parts: list[str] = []
        while True:
            self._skip_blank()
            parts.append(self._key_part())
            self._skip_blank()
            if not self.text.startswith(".", self.at):
                return tuple(parts)
            self.at += 1

    def _key_part(self) -> str:
        if self.text[self.at] in _QUOTES:
            start = self.at
            self._string()
            return self.text[start + 1 : self.at - 1]
        start = self.at
        while self.at < len(self.text) and self.text[self.at] in _BARE:
            self.at += 1
        return self.text[start : self.at]

    def _value(self, path: KeyPath) -> None:
        self._skip_blank()
        first = self.text[self.at]
        if first in _QUOTES:
            self._string()
        elif first == "{":
            self._inline_table(path)
        elif first == "[":
            self._array(path)
        else:
            while self.at < len(self.text) and self.text[self.at] not in ",]}#\r\n":
                self.at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self.at += 1
        while self._skip_blank() and self.text[self.at] != "}":
            if self.text[self.at] == ",":
                self.at += 1
            else:
                self._pair(path)
        self.at += 1

    def _array(self, path: KeyPath) -> None:
        self.at += 1
        number = 0
        while self._skip_blank() and self.text[self.at] != "]":
            if self.text[self.at] == ",":
                self.at += 1
            else:
                self.lines.setdefault((*path, str(number)), self._line())
                self._value((*path, str(number)))
                number += 1
        self.at += 1

    def _string(self) -> None:
        quote = self.text[self.at]
        fence = quote * 3 if self.text.startswith(quote * 3, self.at) else quote
        self.at += len(fence)
        while not self.text.startswith(fence, self.at):
            self.at += 2 if quote == '"' and self.text[self.at] == "\\" else 1
        self.at += len(fence)
        while len(fence) > 1 and self.text.startswith(quote, self.at):
            self.at += 1  # up to two quotes may stand directly before the closing fence

    def _skip_blank(self) -> bool:
        """Skip space, line ends and comments; whether anything is left."""
        while self.at < len(self.text):
            if self.text[self.at] == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            elif self.text[self.at].isspace():
                self.at += 1
            else:
                return True
        return False

    def _line(self) -> int:
        self.counted += self.text.count("\n", self.counted_to, self.at)
        self.counted_to = self.at
        return self.counted

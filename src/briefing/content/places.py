"""Where words stand in their file: an offset into the words of a block becomes line and column."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.diagnostics import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Ruler:
    """The words of a block laid along the lines of their file.

    `offsets` are where each of its lines begins in the words, `columns` where it begins in the
    file, both from 0; `line` is the first, from 1. Behind each offset in `skips` the file has one
    sign more. A `fixed` ruler stands for words in an attribute or a setting: one line, from there.
    """

    path: str
    line: int
    offsets: tuple[int, ...]
    columns: tuple[int, ...]
    skips: tuple[int, ...] = ()
    base: int = 0
    fixed: Source | None = None

    def at(self, offset: int) -> Source:
        """The place of the sign at `offset` of the words."""
        offset += self.base
        if self.fixed:
            column = self.fixed.column + offset if self.fixed.column else 0
            return replace(self.fixed, column=column)
        number = bisect_right(self.offsets, offset) - 1
        column = self.columns[number] + offset - self.offsets[number]
        column += bisect_right(self.skips, offset)
        return Source(self.path, self.line + number, column + 1)

    def inside(self, offset: int) -> Ruler:
        """The ruler of words that begin at `offset` of these."""
        return replace(self, base=self.base + offset)


@dataclass(frozen=True, slots=True)
class Places:
    """The lines of a file, or the one place at which all of its words stand."""

    path: str
    lines: tuple[str, ...]
    fixed: Source | None = None

    def block(self, token: Token) -> Source:
        """The place of a block: its first line, at the first sign that is no space.

        The signs of a quotation are passed over by what stands in it.
        """
        if self.fixed:
            return self.fixed
        line = token.map[0] if token.map else 0
        text = self.lines[line] if line < len(self.lines) else ""
        passed = None if token.type == "blockquote_open" else " >"
        return Source(self.path, line + 1, len(text) - len(text.lstrip(passed)) + 1)

    def ruler(self, token: Token, content: str) -> Ruler:
        """The ruler of words whose lines end as the file's lines do, from the token's first on."""
        if self.fixed:
            return Ruler("", 0, (0,), (0,), fixed=self.fixed)
        first = token.map[0] if token.map else 0
        offsets, columns, offset = [], [], 0
        for number, words in enumerate(content.split("\n")):
            line = self.lines[first + number] if first + number < len(self.lines) else ""
            offsets.append(offset)
            columns.append(max(line.rfind(words), 0) if words else 0)
            offset += len(words) + 1
        return Ruler(self.path, first + 1, tuple(offsets), tuple(columns))

    def piece(self, line: int, content: str) -> Ruler:
        """The ruler of a piece of one line, from 1, that nothing like it follows."""
        if self.fixed:
            return Ruler("", 0, (0,), (0,), fixed=self.fixed)
        return Ruler(self.path, line, (0,), (max(self.lines[line - 1].rfind(content), 0),))

    def cells(self, line: int, contents: Sequence[str]) -> list[Ruler]:
        """The rulers of the cells of a table's row on a line from 1, from left to right."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        rulers, start = [], 0
        for content in contents:
            raw = content.replace("|", "\\|")
            column = max(text.find(raw, start), start)
            skips = tuple(at for at, sign in enumerate(content) if sign == "|")
            rulers.append(Ruler(self.path, line, (0,), (column,), skips))
            start = _behind_bar(text, column + len(raw))
        return rulers

    def surplus(self, line: int, count: int) -> Source | None:
        """The place of the first cell beyond `count` in a table's row on a line from 1."""
        text = self.lines[line - 1].rstrip()
        lead = len(text) - len(text.lstrip(" >"))
        start = lead + text.startswith("|", lead)
        for _ in range(count):
            behind = _behind_bar(text, start)
            if behind >= len(text):
                return None
            start = behind
        return Source(self.path, line, start + len(text[start:]) - len(text[start:].lstrip()) + 1)


def _behind_bar(text: str, start: int) -> int:
    """Where a row goes on behind the next bar that no backslash holds."""
    at = text.find("|", start)
    while at > 0 and text[at - 1] == "\\":
        at = text.find("|", at + 1)
    return at + 1 if at >= 0 else len(text)

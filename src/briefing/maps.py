"""What the codes of a file's fonts say: strings as they are shown, and maps to text (9.10.3)."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, StreamObject

from briefing.reading import entry

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_LITERAL = re.compile(rb"\((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*\))*\)", re.DOTALL)
_STRING = re.compile(_HEX.pattern + rb"|(" + _LITERAL.pattern + rb")", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r\n": b"",
}
_MAP = re.compile(rb"begin(bfchar|bfrange)")
_ITEM = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[[^\[\]]*\])")


def strings(operands: bytes) -> Iterator[bytes]:
    """The strings among operands, their escapes undone."""
    for match in _STRING.finditer(operands):
        if match[1] is not None:
            digits = b"".join(match[1].split())
            yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        else:
            yield _ESCAPE.sub(_unescaped, match[2][1:-1])


def _unescaped(match: re.Match[bytes]) -> bytes:
    if match[1].isdigit():
        return bytes((int(match[1], 8) % 256,))
    return _ESCAPED.get(match[1], match[1])


@dataclass(slots=True)
class Font:
    """What the codes of a font say, and how many bytes a code has."""

    composite: bool
    says: dict[int, str] = field(default_factory=dict)

    def text(self, shown: bytes) -> str:
        """What a shown string says; a code without a meaning is U+FFFD."""
        size = 2 if self.composite else 1
        codes = (
            int.from_bytes(shown[place : place + size])
            for place in range(0, len(shown) - size + 1, size)
        )
        if self.composite or self.says:
            return "".join(self.says.get(code, "\N{REPLACEMENT CHARACTER}") for code in codes)
        return shown.decode("cp1252", "replace")


def font(dictionary: DictionaryObject) -> Font:
    """Read a font's map to text."""
    made = Font(dictionary.get("/Subtype") == "/Type0")
    mapping = entry(dictionary, "/ToUnicode", StreamObject)
    if mapping is not None:
        with suppress(PyPdfError, NotImplementedError, ValueError):  # a fault of another's file
            left = _CODES
            for kind, block in _blocks(mapping.get_data()):
                left = _read_map(kind, block, made.says, left)
    return made


def _blocks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The blocks of a map to text, up to one that is never closed."""
    for match in _MAP.finditer(data):
        end = data.find(b"endbf", match.end())
        if end < 0:
            return
        yield match[1], data[match.end() : end]


_CODES = 0x20000
"""How many codes of a font are read: twice as many as two bytes can name."""


def _read_map(kind: bytes, block: bytes, says: dict[int, str], left: int) -> int:
    """Read a block of a map; returns how many codes may still be read."""
    found = _ITEM.findall(block)
    if kind == b"bfchar":
        for (code, _), (words, _) in zip(found[::2], found[1::2], strict=False):
            says[int(code, 16)] = _words(words)
        return left
    for (first, _), (last, _), (words, several) in zip(
        found[::3], found[1::3], found[2::3], strict=False
    ):
        start = int(first, 16)
        each_its_own = [_words(each) for each in _HEX.findall(several)]
        steps = min(int(last, 16) - start + 1, 0x10000, left)
        left -= max(0, steps)
        for step in range(steps):
            if several:
                says[start + step] = each_its_own[step] if step < len(each_its_own) else ""
            else:
                says[start + step] = _stepped(_words(words), step)
    return left


def _stepped(words: str, step: int) -> str:
    """The text of a later code of a range: its last character moves up (9.10.3)."""
    return words[:-1] + chr(ord(words[-1]) + step) if words else ""


def _words(digits: bytes) -> str:
    return bytes.fromhex(b"".join(digits.split()).decode()).decode("utf-16-be", "replace")

"""A finished file opened with pypdf: entries of the kind they should be, fonts as maps to text."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pypdf.errors import PyPdfError
from pypdf.generic import (
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from briefing.operators import SHOWING, operations
from briefing.reading import (
    content_of,
    entry,
    identifier,
    inherited,
    items,
    number_of,
    property_list,
    resolved,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def elements(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every structure element below a root, each once, in no order."""
    waiting: list[object] = list(items(root, "/K"))
    seen: set[int] = set()
    while waiting:
        kid = waiting.pop()
        number = number_of(kid)
        element = resolved(kid)
        if not isinstance(element, DictionaryObject) or "/S" not in element or number in seen:
            continue
        if number is not None:
            seen.add(number)
        yield element
        waiting += items(element, "/K")


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


_ACTUAL = re.compile(rb"/ActualText\s*(<[^<>]*>|\()")


def sequences(page: object) -> dict[int, str]:
    """What each marked-content sequence of a page says, by its MCID."""
    resources = inherited(page, "/Resources", DictionaryObject)
    fonts = entry(resources, "/Font", DictionaryObject) or DictionaryObject()
    known: dict[bytes, Font] = {}
    said: dict[int, list[str]] = {}
    open_: list[int | None] = []
    silent = 0
    current = Font(composite=False)
    for each in operations(content_of(page)):
        if each.operator in {b"BDC", b"BMC"}:
            number = identifier(each.operands, resources)
            open_.append(number if number is not None else (open_[-1] if open_ else None))
            instead = _instead(each.operands, resources)
            if silent or instead is not None:
                silent += 1
            if instead is not None and silent == 1 and open_[-1] is not None:
                said.setdefault(open_[-1], []).append(instead)
        elif each.operator == b"EMC" and open_:
            open_.pop()
            silent = max(0, silent - 1)
        elif each.operator == b"Tf":
            current = _font_named(each.operands, fonts, known)
        elif each.operator in SHOWING and open_ and open_[-1] is not None and not silent:
            shown = "".join(current.text(string) for string in strings(each.operands))
            said.setdefault(open_[-1], []).append(shown)
    return {number: "".join(words) for number, words in said.items()}


def _instead(operands: bytes, resources: DictionaryObject | None) -> str | None:
    """What a sequence says in place of what it shows, if it does (14.9.4)."""
    actual = _ACTUAL.search(operands)
    if actual:
        return _text_string(next(strings(operands[actual.start(1) :]), b""))
    return entry(property_list(operands, resources), "/ActualText", TextStringObject)


def _text_string(words: bytes) -> str:
    return (
        words[2:].decode("utf-16-be", "replace")
        if words[:2] == b"\xfe\xff"
        else words.decode("latin-1")
    )


def _font_named(operands: bytes, fonts: DictionaryObject, known: dict[bytes, Font]) -> Font:
    name = operands.split()[0]
    if name not in known:
        dictionary = entry(fonts, NameObject(name.decode("latin-1")), DictionaryObject)
        known[name] = font(dictionary or DictionaryObject())
    return known[name]

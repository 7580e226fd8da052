"""A finished file read with pypdf: its elements, and what its sequences say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pypdf.generic import (
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from briefing.maps import Font, font, strings
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

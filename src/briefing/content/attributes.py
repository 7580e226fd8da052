"""The attribute list of Pandoc, ``{#id .class key=value key="two words"}``, with places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.content.elements import Attributes, Option
from briefing.diagnostics import Source

if TYPE_CHECKING:
    from collections.abc import Callable

_SPACE = re.compile(r"\s*")
_NAME = re.compile(r"([#.])([^\s{}.#=\"']+)")
_PAIR = re.compile(
    r"""([A-Za-z][\w:-]*)=(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s{}"']+))""", re.DOTALL
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class AttributesError(Exception):
    """An attribute list that is not written like one; `at` is where reading stopped."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


def _nowhere(_: int) -> Source:
    return Source("")


def read_attributes(
    text: str, start: int, place: Callable[[int], Source] = _nowhere
) -> tuple[Attributes, int]:
    """Read the list that opens at `text[start]`: its attributes and where the text goes on.

    `place` tells the source of an offset into `text`, where anybody asks for it. Raises
    `AttributesError`.
    """
    at = start + 1
    found_id = ""
    classes: list[str] = []
    options: list[Option] = []
    while True:
        at = _skip(text, at)
        if text.startswith("}", at):
            where = place(start)
            return Attributes(where, found_id, tuple(classes), tuple(options)), at + 1
        name, pair = _NAME.match(text, at), _PAIR.match(text, at)
        if name and name[1] == "#":
            if found_id:
                raise AttributesError(f"a second id, #{name[2]}", at)
            found_id, at = name[2], name.end()
        elif name:
            classes.append(name[2])
            at = name.end()
        elif pair:
            if any(each.key == pair[1] for each in options):
                raise AttributesError(f"'{pair[1]}' is given twice", at)
            group = next(each for each in (2, 3, 4) if pair[each] is not None)
            options.append(Option(pair[1], _value(pair), place(at), place(pair.start(group))))
            at = pair.end()
        else:
            raise AttributesError(_complaint(text, at), at)
        if at < len(text) and not (text[at].isspace() or text[at] == "}"):
            raise AttributesError(_complaint(text, at), at)


def opens_attributes(text: str, at: int) -> bool:
    """Whether a brace at `at` opens an attribute list: one brace, with something behind it."""
    return text.startswith("{", at) and not text.startswith("{{", at)


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _value(pair: re.Match[str]) -> str:
    if pair[4] is not None:
        return pair[4]
    return _ESCAPE.sub(r"\1", pair[2] if pair[2] is not None else pair[3])


def _complaint(text: str, at: int) -> str:
    if at >= len(text):
        return "the closing brace is missing"
    rest = text[at:].partition("}")[0].split()
    return f"'{rest[0] if rest else text[at]}' is not #id, .class or key=value"

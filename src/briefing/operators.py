"""The operators of a PDF content stream, read one after another (ISO 32000-1, 7.8.2).

The writer reads appendices by it, preflight the finished file. An operation is found by one match
of one expression, which keeps a page of fifteen kilobytes below two milliseconds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

PAINTING = frozenset(
    {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh"}
    | {b"Tj", b"TJ", b"'", b'"', b"Do", b"BI"}
)
"""Operators that put something on the page; ``BI`` stands for a whole inline picture."""

SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
"""Operators that show text."""

OPENING = frozenset({b"BMC", b"BDC"})
"""Operators that open a marked-content sequence; ``EMC`` closes it."""


class Operation(NamedTuple):
    """An operator with its operands as they are written, and where both stand in the stream."""

    operator: bytes
    operands: bytes
    start: int
    end: int


def operations(content: bytes) -> Iterator[Operation]:
    """Every operation of a stream; what cannot be understood ends the stream."""
    done = 0
    while match := _OPERATION.match(content, done):  # searching on would take forever in rubbish
        start, done = done, match.end()
        operator = match[2]
        if operator[:2] == b"BI":
            if operator == b"BI":  # a picture that never ends
                return
            if operator[2:3].isspace():
                operator = b"BI"
        yield Operation(operator, match[1], start, done)


_STRING = rb"\((?:[^\\()]++|\\.|\((?:[^\\()]++|\\.|\((?:[^\\()]++|\\.)*+\))*+\))*+\)"
_HEXADECIMAL = rb"<[0-9A-Fa-f\s]*+>"
_DICTIONARY = (
    rb"<<(?:[^<>()]++|" + _STRING + rb"|" + _HEXADECIMAL + rb"|<<(?:[^<>()]++|"
    + _STRING + rb"|" + _HEXADECIMAL + rb")*+>>)*+>>"
)  # fmt: skip
_ARRAY = rb"\[(?:[^\]()\[%]++|" + _STRING + rb")*+\]"
_NAME = rb"/[^\s()<>\[\]{}/%]*+"
_OPERANDS = rb"|".join(
    (
        rb"[\s\0]++",
        rb"[-+.0-9]++",
        _NAME,
        _STRING,
        _DICTIONARY,
        _HEXADECIMAL,
        _ARRAY,
        rb"%[^\r\n]*+",
        rb"(?:true|false|null)\b",
    )
)
_OPERATION = re.compile(
    rb"((?:" + _OPERANDS + rb")*+)(BI\s.*?\sEI(?=\s|\Z)|[A-Za-z'\"][A-Za-z0-9*]*+)", re.DOTALL
)

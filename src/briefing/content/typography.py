"""What plain typing means in print: quotation marks, dashes, dots, spaces and hyphens that hold.

Quotation marks are those of the language, double or single as the author typed them; two hyphens,
or one between spaces, are an en dash, three an em dash; a hyphen before a figure is a minus sign,
and between two of a range an en dash. No line ends before a last word of three letters or fewer,
between a figure and what it belongs to, within "10 of 16", "n = 80" or "Mr Smith" (`holding`), or
within a short compound; an address is divided behind its slashes alone. What had better hold, but
would leave half a line white where nothing else gives, is weighed where lines are broken
(`layout.penalties`): behind a word of one letter, within a name, and within a long number in words
("ninety-one per cent"), which is no figure. A space that must hold elsewhere is typed behind a
backslash, or as ``&nbsp;``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.content.holding import SMALL, holds
from briefing.content.quotations import quoted
from briefing.layout.quotations import marks_of
from briefing.signs import (
    ELLIPSIS,
    EM_DASH,
    EN_DASH,
    MINUS,
    NARROW,
    NO_BREAK,
    NO_BREAK_HYPHEN,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGER = {"---": EM_DASH, "--": EN_DASH, "-": EN_DASH, "...": ELLIPSIS}
"""Typed groups of signs that become one; a hyphen does between spaces."""

_GROUP = re.compile(rf"(?<!-)---(?!-)|(?<!-)--(?!-)|(?<=[ {NO_BREAK}])-(?=[ ])|(?<!\.)\.\.\.(?!\.)")
_GROUP_INSIDE = re.compile(
    _GROUP.pattern
    + r"|\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}(?=\S)"
    + r"|(?<=\S)\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
_SPACED = re.compile(
    r"(?P<before>[ ])(?=[;:!?\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}])"
    r"|(?<=\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK})(?P<behind>[ ])"
)
"""Where French has a narrow space that holds: its author may type a common one."""
_LONG_NUMBER = re.compile(rf"(?<![\w-])(?!(?i:{SMALL})\b(?!-))[^\W\d_][\w-]+(?={NO_BREAK}per\b)")
_MINUS = re.compile(r"(?:\A|(?<=[\s(]))-(?=\d)")
_RANGE = re.compile(r"(?<![\w.,:/+-])(\d{1,3}|[12]\d{3})-(\d{1,4})(?![\w-]|[.,:/]\d)")
_CENTURY = 100
_TIMES = re.compile(r"(?:(?<=\d[ ])|(?<=\d[ ]m[ ])|(?<=\d[ ][cmkf][mt][ ]))x(?=[ ]\d)")
_ADDRESS = re.compile(r"\w[\w+-]*(?:[.@/][\w+-]+)+")
_COMPOUND = re.compile(r"(?<![\w-])(?:\d+|[^\W\d_]+)(?:-[^\W\d_]+)+(?![\w-])")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_WHOLE = 13
"""A compound of at most as many signs is not divided: every number in words below a hundred."""


def dressed(
    text: str,
    exempt: frozenset[int] = frozenset(),
    *,
    language: str = "en",
) -> str:
    """Set quotation marks, apostrophes, no-break spaces and hyphens; none is added or lost.

    Places in `exempt` stay as they are: code, bound figures, what the author wrote with a
    backslash.
    """
    signs = list(text)
    for at, sign in _marks(text, exempt, language):
        if at not in exempt:
            signs[at] = sign
    return "".join(signs)


def _marks(text: str, exempt: frozenset[int], language: str) -> Iterator[tuple[int, str]]:
    """The places where print has another sign than was typed."""
    yield from quoted(text, exempt, language)
    yield from ((at, NO_BREAK) for at in holds(text, language))
    if marks_of(language).inside:
        yield from ((match.start(), NARROW) for match in _SPACED.finditer(text))
    yield from ((match.start(), "\N{MULTIPLICATION SIGN}") for match in _TIMES.finditer(text))
    yield from ((match.start(), MINUS) for match in _MINUS.finditer(text))
    yield from ((at, EN_DASH) for at in _ranges(text))
    yield from ((at, NO_BREAK_HYPHEN) for at in _held(text))


def _ranges(text: str) -> Iterator[int]:
    """The hyphens between two figures of which the second is higher: 18-24, 2017-18, 2017-2019.

    What may be a telephone number, a date or a score is left as it was typed.
    """
    for match in _RANGE.finditer(text):
        first, second = match.groups()
        if len(first) == _YEAR and len(second) == _YEAR // 2:
            ranges = int(second) == int(first) % _CENTURY + 1
        else:
            ranges = len(second) - len(first) in (0, 1) and int(second) > int(first)
        if ranges and len(first) + len(second) != _TELEPHONE:
            yield match.end(1)


_YEAR, _TELEPHONE = 4, 7
"""The digits of a year; so many in two groups may be a telephone number."""


def unbroken(figure: str) -> str:
    """A bound figure as it is printed: neither a number in words nor a percentage is divided.

    Only a long number in words may end a line before "per cent", as one that is typed may.
    """
    signs = list(figure.replace("per cent", f"per{NO_BREAK}cent"))
    for match in _LONG_NUMBER.finditer(figure):
        signs[match.end()] = " "
    for at in _held(figure):
        signs[at] = NO_BREAK_HYPHEN
    return "".join(signs)


def printed(text: str, language: str = "en") -> str:
    """Plain text, from a codebook or a comment, as it is printed."""
    signs = dressed(_LINE_ENDS.sub(" ", text), language=language)
    return "".join(piece for _, piece in groups(signs, language))


_LINE_ENDS = re.compile(r"\s*\n\s*")


def groups(text: str, language: str = "en") -> list[tuple[int, str]]:
    """The text in pieces with their places: dashes and ellipses are pieces of their own.

    In French so are its quotation marks, with the space that they have inside.
    """
    marks = marks_of(language)
    pattern = _GROUP_INSIDE if marks.inside else _GROUP
    pieces: list[tuple[int, str]] = []
    done = 0
    for match in pattern.finditer(text):
        if match.start() > done:
            pieces.append((done, text[done : match.start()]))
        sign = match.group()
        spaced = {marks.double[0]: sign + marks.inside, marks.double[1]: marks.inside + sign}
        pieces.append((match.start(), LONGER.get(sign) or spaced[sign]))
        done = match.end()
    if done < len(text):
        pieces.append((done, text[done:]))
    return pieces


def _held(text: str) -> Iterator[int]:
    """The places of hyphens behind which no line ends: in short compounds and in addresses."""
    for word in _COMPOUND.finditer(text):
        if len(word.group()) <= _WHOLE:
            yield from (hyphen.start() for hyphen in _HYPHEN.finditer(text, *word.span()))
    for address in _ADDRESS.finditer(text):
        yield from (hyphen.start() for hyphen in _HYPHEN.finditer(text, *address.span()))

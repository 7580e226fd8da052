"""What plain typing means in print: quotation marks, dashes, dots, spaces and hyphens that hold.

The marks are those of English: double or single quotation marks as the author typed them, an en
dash for two hyphens, an em dash for three. No line ends behind a word of one letter, before a last
word of three letters or fewer, between a figure and what it belongs to, or within a short compound;
an address is divided behind its slashes alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_BREAK = "\N{NO-BREAK SPACE}"
NO_BREAK_HYPHEN = "\N{NON-BREAKING HYPHEN}"
LEFT_DOUBLE, RIGHT_DOUBLE = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"
LEFT_SINGLE, RIGHT_SINGLE = "\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}"
EN_DASH, EM_DASH, ELLIPSIS = "\N{EN DASH}", "\N{EM DASH}", "\N{HORIZONTAL ELLIPSIS}"

LONGER = {"---": EM_DASH, "--": EN_DASH, "...": ELLIPSIS}
"""Typed groups of signs that become one."""

_OPENERS = frozenset(f" \t\n{NO_BREAK}([{{-/{EN_DASH}{EM_DASH}{LEFT_DOUBLE}{LEFT_SINGLE}")
_ELISION = re.compile(r"'(?:tis|twas|em|n|cause|round|\d\ds?)\b", re.IGNORECASE)
_GROUP = re.compile(r"(?<!-)---(?!-)|(?<!-)--(?!-)|(?<!\.)\.\.\.(?!\.)")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNIT = "%|mm|cm|m|km|kg|g|pt|ha|million|billion|thousand|pence|am|pm"
_KEPT = re.compile(
    rf"""
      (?<=\w)(?P<before_per_cent>[ ])(?=per[ ]cent\b)
    | (?<=\d)(?P<before_unit>[ ])(?=(?:{_UNIT})(?!\w))
    | (?<=\d)(?P<in_date>[ ])(?=(?:{_MONTH})\b)
    | \b(?:pages?|slides?|figure|table|theme|question|section|[Aa]ppendix|no\.)(?P<in_label>[ ])
      (?=\d|[A-Z]\b)
    | \b(?:Mr|Mrs|Ms|Dr)(?P<in_title>[ ])(?=[A-Z])
    | (?P<before_dash>[ ])(?=(?:---?|{EN_DASH}|{EM_DASH})[ ])
    | \b(?:[Oo]nly|Just|Of|To|For)(?P<before_figure>[ ])(?=\d)
    | (?<![\w.'{RIGHT_SINGLE}-])(?:a|I)(?P<behind_letter>[ ])(?=\w)
    | (?:\A|(?<=[.?!:][ ])|(?<=["'(]))A(?P<behind_article>[ ])(?=\w)
    | (?<=\w)(?P<before_last>[ ])(?=[a-z]{{1,3}}[.?!]["')]*\Z)
    """,
    re.VERBOSE,
)
_RUNNING = ("behind_letter", "behind_article")
_ADDRESS = re.compile(r"\w[\w+-]*(?:[.@/][\w+-]+)+")
_COMPOUND = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)+(?![\w-])")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_WHOLE = 13
"""A compound of at most as many signs is not divided: every number in words below a hundred."""


def dressed(text: str, exempt: frozenset[int] = frozenset(), *, running: bool = True) -> str:
    """Set quotation marks, apostrophes, no-break spaces and hyphens; none is added or lost.

    Places in `exempt` stay as they are: code, bound figures, what the author wrote with a
    backslash. Words that are not `running`, such as a label beside a chart, may have narrow room:
    there a line may end behind a word of one letter.
    """
    signs = list(text)
    for at, sign in enumerate(text):
        if at not in exempt and sign in "\"'":
            signs[at] = _quotation(text, signs, at)
    for match in _KEPT.finditer(text):
        name = match.lastgroup or ""
        at = match.start(name)
        if at not in exempt and (running or name not in _RUNNING):
            signs[at] = NO_BREAK
    for at in _held(text):
        if at not in exempt:
            signs[at] = NO_BREAK_HYPHEN
    return "".join(signs)


def unbroken(figure: str) -> str:
    """A bound figure as it is printed: a number in words is never divided."""
    return "".join(
        NO_BREAK_HYPHEN if at in set(_held(figure)) else sign for at, sign in enumerate(figure)
    )


def printed(text: str) -> str:
    """Plain text, from a codebook or a comment, as it is printed; a label ends without a stop."""
    running = text.rstrip("\"')").endswith((".", "?", "!"))
    return "".join(piece for _, piece in groups(dressed(text, running=running)))


def groups(text: str) -> list[tuple[int, str]]:
    """The text in pieces with their places: dashes and ellipses are pieces of their own."""
    pieces: list[tuple[int, str]] = []
    done = 0
    for match in _GROUP.finditer(text):
        if match.start() > done:
            pieces.append((done, text[done : match.start()]))
        pieces.append((match.start(), LONGER[match.group()]))
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


def _quotation(text: str, signs: list[str], at: int) -> str:
    before = signs[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    opens = before in _OPENERS and not after.isspace()
    if text[at] == '"':
        return LEFT_DOUBLE if opens else RIGHT_DOUBLE
    if opens and _ELISION.match(text, at):
        return RIGHT_SINGLE
    return LEFT_SINGLE if opens else RIGHT_SINGLE

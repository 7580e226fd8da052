"""What plain typing means in print: quotation marks, apostrophes, dashes, dots, no-break spaces.

The marks are those of English: double or single quotation marks as the author typed them, an en
dash for two hyphens, an em dash for three.
"""

from __future__ import annotations

import re

NO_BREAK = "\N{NO-BREAK SPACE}"
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
    """,
    re.VERBOSE,
)


def dressed(text: str, exempt: frozenset[int] = frozenset()) -> str:
    """Set quotation marks, apostrophes and no-break spaces; no character is added or lost.

    Places in `exempt` stay as they are: code, bound figures, what the author wrote with a
    backslash.
    """
    signs = list(text)
    for at, sign in enumerate(text):
        if at not in exempt and sign in "\"'":
            signs[at] = _quotation(text, signs, at)
    for match in _KEPT.finditer(text):
        at = match.start(match.lastgroup or 0)
        if at not in exempt:
            signs[at] = NO_BREAK
    return "".join(signs)


def printed(text: str) -> str:
    """Plain text, from a codebook or a comment, as it is printed."""
    return "".join(piece for _, piece in groups(dressed(text)))


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


def _quotation(text: str, signs: list[str], at: int) -> str:
    before = signs[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    opens = before in _OPENERS and not after.isspace()
    if text[at] == '"':
        return LEFT_DOUBLE if opens else RIGHT_DOUBLE
    if opens and _ELISION.match(text, at):
        return RIGHT_SINGLE
    return LEFT_SINGLE if opens else RIGHT_SINGLE

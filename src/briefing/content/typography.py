"""What plain typing means in print: quotation marks, dashes, dots, spaces and hyphens that hold.

Quotation marks are those of the language, double or single as the author typed them; two hyphens,
or one between spaces, are an en dash, three an em dash. No line ends behind a word of one letter,
before a last word of three letters or fewer, between a figure and what it belongs to, within "10 of
16", "n = 80" or "Mr Smith", or within a short compound; an address is divided behind its slashes
alone. A long number in words ("ninety-one per cent") is no figure: held whole it would leave half
a line white, so headlines and leads alone hold it, where they have the room (`layout.paragraph`).
The words by which such places are known are English. A space that must hold elsewhere, in a name
of two words say, is typed behind a backslash, or as ``&nbsp;``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.content.quotations import quoted
from briefing.layout.quotations import marks_of
from briefing.signs import (
    APOSTROPHE,
    ELLIPSIS,
    EM_DASH,
    EN_DASH,
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
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNIT = (
    "%|\N{PER MILLE SIGN}|\N{DEGREE SIGN}[CF]?|mm|cm|m|km|kg|g|t|ha|l|ml|pt|k?Wh?|[MG]W|[kMGT]B|Hz"
    "|million|billion|thousand|bn|pence|p|am|pm"
    "|miles?|years?|months?|weeks?|days?|hours?|minutes?"
)
_LABEL = (
    r"pages?|pp?\.|slides?|[Ff]ig(?:\.|ures?)|[Tt]ables?|[Tt]hemes?|[Qq]uestions?|[Ss]ections?"
    r"|[Aa]ppendi(?:x|ces)|[Cc]hapters?|[Pp]art|[Ss]tep|[Oo]ption|[Ii]tem|[Ww]ard|[Nn]os?\."
    r"|[Rr]ef(?:\.|erence)?|[Vv]ol\."
)
_TITLE = r"(?:Mrs?|Ms|Mx|Dr|Prof|Cllr|Rev|St)\.?|Miss|Sir|Dame|Lord|Lady"
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred"
_KEPT = re.compile(
    rf"""
      (?<=\d)(?P<before_per_cent>[ ])(?=per[ ]cent\b)
    | (?<![\w-])(?i:{_SMALL})(?P<before_unit_of_words>[ ])(?=per[ ]cent\b)
    | (?<=\d)(?P<before_unit>[ ])(?=(?:{_UNIT})(?!\w))
    | (?<=\d)(?P<in_date>[ ])(?=(?:{_MONTH})\b)
    | (?<=\d)(?P<in_count>[ ])(?=(?:of|x|\N{{MULTIPLICATION SIGN}})[ ]\d)
    | \b(?:{_SMALL})(?P<in_ratio>[ ])(?=in[ ](?:{_SMALL})\b)
    | \b[nN](?P<in_equation>[ ])(?=[=<>][ ]\d)
    | \b(?:{_LABEL})(?P<in_label>[ ])(?=\d|[A-Z]\b)
    | \b(?:{_TITLE})(?P<in_title>[ ])(?=[A-Z])
    | (?<![\w.])[A-Z]\.(?P<behind_initial>[ ])(?=[A-Z])
    | \b(?:e\.g|i\.e|cf|viz|vs|ca)\.(?P<behind_short>[ ])(?=\w)
    | (?P<before_dash>[ ])(?=(?:-{{1,3}}|{EN_DASH}|{EM_DASH})[ ])
    | \b(?:[Oo]nly|Just|Of|To|For)(?P<before_figure>[ ])(?=\d)
    | (?<![\w.'{APOSTROPHE}-])(?:a|I)(?P<behind_letter>[ ])(?=\w)
    | (?:\A|(?<=[.?!:][ ])|(?<=["'(\u201c\u2018]))A(?P<behind_article>[ ])(?=\w)
    | (?<=\w)(?P<before_last>[ ])(?=[a-z]{{1,3}}[.?!]["')]*\Z)
    """,
    re.VERBOSE,
)
_KEPT_TOO = re.compile(
    rf"""
      (?<=\w[ ]per)(?P<in_per_cent>[ ])(?=cent\b)
    | (?<=\d[ ]of)(?P<in_count>[ ])(?=\d)
    | (?<=\d[ ][x\N{{MULTIPLICATION SIGN}}])(?P<in_product>[ ])(?=\d)
    | \b(?:{_SMALL})[ ]in(?P<in_ratio>[ ])(?=(?:{_SMALL})\b)
    | (?<=\b[nN][ ][=<>])(?P<in_equation>[ ])(?=\d)
    """,
    re.VERBOSE,
)
"""The second space of what holds together with two."""
_SPACED = re.compile(
    r"(?P<before>[ ])(?=[;:!?\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}])"
    r"|(?<=\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK})(?P<behind>[ ])"
)
"""Where French has a narrow space that holds: its author may type a common one."""
_LONG_NUMBER = re.compile(rf"(?<![\w-])(?!(?i:{_SMALL})\b(?!-))[^\W\d_][\w-]+(?={NO_BREAK}per\b)")
_TIMES = re.compile(r"(?<=\d[ ])x(?=[ ]\d)")
_RUNNING = ("behind_letter", "behind_article")
_ADDRESS = re.compile(r"\w[\w+-]*(?:[.@/][\w+-]+)+")
_COMPOUND = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)+(?![\w-])")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_WHOLE = 13
"""A compound of at most as many signs is not divided: every number in words below a hundred."""


def dressed(
    text: str,
    exempt: frozenset[int] = frozenset(),
    *,
    running: bool = True,
    language: str = "en",
) -> str:
    """Set quotation marks, apostrophes, no-break spaces and hyphens; none is added or lost.

    Places in `exempt` stay as they are: code, bound figures, what the author wrote with a
    backslash. Words that are not `running`, such as a label beside a chart, may have narrow room:
    there a line may end behind a word of one letter.
    """
    signs = list(text)
    for at, sign in _marks(text, exempt, running=running, language=language):
        if at not in exempt:
            signs[at] = sign
    return "".join(signs)


def _marks(
    text: str, exempt: frozenset[int], *, running: bool, language: str
) -> Iterator[tuple[int, str]]:
    """The places where print has another sign than was typed."""
    yield from quoted(text, exempt, language)
    for pattern in (_KEPT, _KEPT_TOO):
        for match in pattern.finditer(text):
            name = match.lastgroup or ""
            if running or name not in _RUNNING:
                yield match.start(name), NO_BREAK
    if marks_of(language).inside:
        yield from ((match.start(), NARROW) for match in _SPACED.finditer(text))
    yield from ((match.start(), "\N{MULTIPLICATION SIGN}") for match in _TIMES.finditer(text))
    yield from ((at, NO_BREAK_HYPHEN) for at in _held(text))


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
    """Plain text, from a codebook or a comment, as it is printed; a label ends without a stop."""
    text = _LINE_ENDS.sub(" ", text)
    running = text.rstrip("\"')").endswith((".", "?", "!"))
    signs = dressed(text, running=running, language=language)
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

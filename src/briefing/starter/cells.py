"""What the cells of a column look like: numbers, dates, personal data, ticks, words."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.survey.labels import alike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")
_PHONE = re.compile(r"(?:\+\d{1,3}[ (-]{0,2}|\b0)\d[\d ()-]{7,}\d\b")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_MASKED = (_EMAIL, _PHONE, _POSTCODE)
MASK = "[…]"
"""What stands for an address or a number that tells who somebody is."""
_DATE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T].*)?|\d{1,2} [A-Z][a-z]+ \d{4}.*"
    r"|[A-Z][a-z]{2,8} \d{1,2},? \d{4}.*|\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?",
    re.IGNORECASE,
)
_DAY_CODE = re.compile(
    r"(?:(?:19|20)?\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d\d|(?:0?[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d"
)
_LINK = re.compile(r"https?://\S+|www\.\S+")
_CODE = re.compile(r"[\w-]{6,}")
_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{2,3})*,\d{3}|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?|-?\.\d+")
_COMMA = re.compile(r"-?(?:0,\d+|\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:[. \u00a0\u202f]\d{3})+,\d+)")
"""A number whose decimals stand behind a comma; three digits behind one are thousands elsewhere."""
_POINT = re.compile(r"-?\d*\.(?:\d{1,2}|\d{4,})|-?\d{1,3}(?:,\d{3})+\.\d+")
_SENTENCE = re.compile(r"[.!]['\")]?$|[.!?] [A-Z]")
_MOSTLY = 0.9
_OFTEN = 0.3
_FEW_CELLS, _SENTENCES = 5, 5
"""Of fewer cells only their length tells words of one's own from labels: so many words."""
_MOST_CLOSED, _AGAIN = 30, 4
"""Different answers of a closed question at most, and how often each is given on average."""
NO_TICKS = frozenset(
    {
        "",
        "no",
        "n",
        "nein",
        "non",
        "nicht gewählt",
        "0",
        "0.0",
        "false",
        "not selected",
        "unchecked",
        "not ticked",
    }
    | {"not mentioned", "not chosen", "not quoted", "not checked", "unselected", "not marked"}
)
_BARE_TICKS = frozenset(
    {"yes", "y", "ja", "oui", "sí", "1", "1.0", "true", "x", "selected", "checked", "ticked", "✓"}
    | {"mentioned", "chosen", "quoted", "marked"}
)


def given(cells: Iterable[str]) -> list[str]:
    """The cells that are not blank."""
    return [each for each in cells if each]


def share(cells: Sequence[str], is_so: Callable[[str], object]) -> float:
    """The share of cells of which something is so; 0 of none."""
    counts = Counter(cells)
    return sum(n for each, n in counts.items() if is_so(each)) / len(cells) if cells else 0.0


def personal(cells: Sequence[str]) -> str:
    """What kind of personal data most cells hold, if any."""
    for called, pattern in (
        ("e-mail addresses", _EMAIL),
        ("IP addresses", _IP),
        ("telephone numbers", _PHONE),
        ("postcodes", _POSTCODE),
    ):
        if share(cells, pattern.fullmatch) > _OFTEN:
            return called
    return ""


def masked(text: str) -> str:
    """Words without addresses, numbers and postcodes that tell who wrote them."""
    for pattern in _MASKED:
        text = pattern.sub(MASK, text)
    return text


DASHES = frozenset({"-", "--", "\u2013", "\u2014"})
"""Cells that hold only a dash: programs write them where nobody answered."""


def counted(cells: Sequence[str]) -> bool:
    """Whether the cells count the rows, from 0 or 1."""
    return any(all(cell == str(at) for at, cell in enumerate(cells, start)) for start in (0, 1))


def numbered(cells: Sequence[str]) -> bool:
    """Whether the cells are numbers of rows, of which some may have been left out."""
    if len(cells) < 2 or not all(re.fullmatch(r"\d{1,9}", cell) for cell in cells):  # noqa: PLR2004 - one number counts nothing
        return False
    return all(int(one) < int(two) for one, two in pairwise(cells))


def closed(cells: Sequence[str]) -> bool:
    """Whether a few answers are given again and again, which nobody's own words are."""
    distinct = len(set(map(alike, set(cells))))
    return distinct <= _MOST_CLOSED and distinct * _AGAIN <= len(cells)


def dates(cells: Sequence[str]) -> bool:
    """Whether the cells are dates or times."""
    return share(cells, _DATE.fullmatch) > _MOSTLY


def day_codes(cells: Sequence[str]) -> bool:
    """Whether the cells are days written as one number: ``190320``, ``20190320``, ``80916``."""
    return bool(cells) and all(map(_DAY_CODE.fullmatch, map(whole, cells)))


def links(cells: Sequence[str]) -> bool:
    """Whether the cells are addresses in the web, a few words beside them or none."""
    return share(cells, _LINK.search) > 0.5  # noqa: PLR2004 - more often than not


def codes(cells: Sequence[str]) -> bool:
    """Whether every cell is a long code of its own, as programs number replies."""
    return (
        len(cells) > 1
        and len(set(cells)) == len(cells)
        and all(_CODE.fullmatch(each) and any(sign.isdigit() for sign in each) for each in cells)
    )


def number(cell: str) -> float | None:
    """The number that a cell is, if it is nothing else."""
    if not _NUMBER.fullmatch(cell):
        return None
    value = float(cell.replace(",", ""))
    return value if math.isfinite(value) else None


def numbers(cells: Sequence[str]) -> list[float] | None:
    """All cells as numbers; None if one is none."""
    read = {each: number(plain) for each, plain in plain_numbers(cells).items()}
    if None in read.values():
        return None
    return [value for each in cells if (value := read[each]) is not None]


def plain_numbers(cells: Sequence[str]) -> dict[str, str]:
    """What is read for each cell: decimals behind a comma, as most languages write them, too.

    How numbers are written is told by the whole column: ``1,250`` beside ``0,75`` is one and a
    quarter.
    """
    known = dict.fromkeys(cells)
    comma = any(map(_COMMA.fullmatch, known)) and not any(map(_POINT.fullmatch, known))
    if not comma:
        return {each: each for each in known}
    return {each: _SPACED.sub("", each).replace(",", ".") for each in known}


_SPACED = re.compile(r"(?<=\d)[. \u00a0\u202f](?=\d{3}(?:\D|$))")
"""Between thousands, where decimals stand behind a comma."""


def whole(cell: str) -> str:
    """A whole number without the decimals that spreadsheets add."""
    return cell.removesuffix(".0") if cell.endswith(".0") and _WHOLE.fullmatch(cell) else cell


_WHOLE = re.compile(r"-?\d+\.0")


def wordy(cells: Sequence[str]) -> bool:
    """Whether the cells read like what people wrote themselves: mostly different, or long."""
    if closed(cells):
        return False
    distinct = set(map(alike, set(cells)))
    words = sum(len(each.split()) for each in cells) / max(1, len(cells))
    if words > 4 and share(cells, _SENTENCE.search) > 0.3:  # noqa: PLR2004 - labels are no sentences
        return True
    if len(cells) < _FEW_CELLS:
        return words > _SENTENCES
    different = len(distinct) / len(cells)
    long = words > 6  # noqa: PLR2004 - a label seldom has more
    return (different > 0.5 and (words > 1.5 or len(cells) >= 20)) or (long and different > 0.3)  # noqa: PLR2004


def sentences(cells: Sequence[str]) -> bool:
    """Whether so many cells are sentences that they are no labels."""
    return share(cells, _SENTENCE.search) > _OFTEN


def names(cells: Sequence[str]) -> bool:
    """Whether cells are short and begin with capitals, as names of places and people do."""
    return share(cells, lambda each: len(each.split()) <= 5 and each[:1].isupper()) > _MOSTLY  # noqa: PLR2004


def ticked(cell: str) -> bool:
    """Whether a cell says that an option was ticked."""
    return cell.casefold() not in NO_TICKS


def tick_or_none(declared: Sequence[str]) -> bool:
    """Whether a column has two answers, a tick and none."""
    forms = {each.casefold() for each in declared}
    return len(declared) == len(forms & _BARE_TICKS) + len(forms & NO_TICKS) == 2  # noqa: PLR2004


def tick_label(cells: Iterable[str]) -> str | None:
    """The option that a column of ticks writes into its cells: empty if they are bare ticks.

    None if the column is none of ticks.
    """
    marks = [each for each in dict.fromkeys(cells) if ticked(each)]
    forms = {each.casefold() for each in marks}
    if not marks:
        return ""
    if forms <= _BARE_TICKS:
        return ""
    return next(iter(marks)) if len(forms) == 1 else None

"""What the cells of a column look like: numbers, dates, personal data, joined answers, words."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import combinations, pairwise
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
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
_BANDS = 5
_MOST_FEW = 12
FEW = 20
"""Of fewer answers each may be the only one that ticked an option."""


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
    if len(cells) < _BANDS:
        return words > _BANDS
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


# -- joined answers --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Joined:
    """Several answers a cell: the separator and the answers of every row."""

    separator: str
    rows: tuple[tuple[str, ...], ...]


def joined(
    cells: Sequence[str], separator: str = "", options: Sequence[str] = (), *, sure: bool = False
) -> Joined | None:
    """Cells taken apart where they hold several answers that recur; None where they do not."""
    for sign in (separator,) if separator else (";", "|", ","):
        parts = _mended(tuple(_parts(cell, sign, options) for cell in cells), sign)
        rows = tuple(tuple(dict.fromkeys(row)) for row in parts)  # each option once
        few = separator == ";" and (len(given(cells)) < FEW or _recur_all(rows))
        known = [row for row in rows if row]
        told = sure or options or few or _ended(cells, sign)
        if told or _recur(known) or _of_whole(known):
            return Joined(sign, rows)
    return None


def _ended(cells: Sequence[str], separator: str) -> bool:
    """Whether every answer ends with a semicolon: one was ticked where several could have been."""
    return separator.strip() == ";" and all(each.endswith(";") for each in given(cells))


def _parts(cell: str, separator: str, options: Sequence[str]) -> tuple[str, ...]:
    if not cell:
        return ()
    forms = {alike(each): each for each in options}
    raw = cell.split(separator)
    found: list[str] = []
    at = 0
    while at < len(raw):
        for end in range(len(raw), at, -1):
            label = forms.get(alike(separator.join(raw[at:end])))
            if label:
                found.append(label)
                at = end
                break
        else:
            part, at = raw[at].strip(), at + 1
            while at < len(raw) and part.count("(") > part.count(")"):
                part, at = f"{part}{separator}{raw[at]}", at + 1
            if part:
                found.append(part)
    return tuple(found)


def _mended(rows: tuple[tuple[str, ...], ...], separator: str) -> tuple[tuple[str, ...], ...]:
    """Options that were cut at a separator of their own: the second part never stands alone.

    It begins with a small letter and always stands behind the same first part, which never stands
    without one such: ``Gym, classes`` and ``Gym, weights``; in lists that are all in small letters
    without this very one.
    """
    counts = Counter(part for row in rows for part in row)
    pairs = Counter(pair for row in rows for pair in pairwise(row))
    behind = {
        pair: count
        for pair, count in pairs.items()
        if count > 1 and count == counts[pair[1]] and pair[1][:1].islower()
    }
    heads: Counter[str] = Counter()
    for (first, _), count in behind.items():
        heads[first] += count
    joint = {
        (first, second)
        for (first, second), count in behind.items()
        if counts[first] == (heads[first] if first[:1].isupper() else count)
    }
    if not joint:
        return rows
    sign = f"{separator.rstrip()} "
    made = []
    for row in rows:
        whole: list[str] = []
        for part in row:
            if whole and any(whole[-1].endswith(a) and part == b for a, b in joint):
                whole[-1] = f"{whole[-1]}{sign}{part}"
            else:
                whole.append(part)
        made.append(tuple(whole))
    return _mended(tuple(made), separator)


def _recur_all(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether all that stands between separators is a few options, each given more than once."""
    counts = Counter(part for row in rows for part in row)
    few = len(counts) <= _MOST_FEW and min(counts.values(), default=0) > 1
    return few and any(len(row) > 1 for row in rows)


def _recur(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether what stands between separators is a set of options chosen again and again."""
    several = [row for row in rows if len(row) > 1]
    if len(several) < max(2, len(rows) // 10):
        return False
    counts = Counter(part for row in rows for part in row)
    recurring = [part for part, count in counts.items() if count > 1]
    covered = sum(counts[part] for part in recurring) / sum(counts.values())
    if share(recurring, _SENTENCE.search) > _OFTEN:
        return False
    combinations = {part: {row for row in rows if part in row} for part in recurring}
    mixed = [part for part in recurring if len(combinations[part]) > 1]
    return (
        covered > 0.8  # noqa: PLR2004 - a few write-ins are no reason against it
        and len(mixed) * 2 >= len(recurring) > 1
        and len(set(rows)) > len(recurring) / 2
        and max(len(part) for part in recurring) < 120  # noqa: PLR2004 - options are no essays
    )


_KNOWN = 0.75
"""So large a part of what stands between separators is given elsewhere too."""


def _of_whole(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether the few cells with separators hold what others give alone: ``a``, ``b``, ``a,b``."""
    whole = {row[0] for row in rows if len(row) == 1}
    several = [row for row in rows if len(row) > 1]
    counts = Counter(part for row in several for part in row)
    told = [sum(part in whole for part in row) for row in several]
    again = sum(n for part, n in counts.items() if part in whole or n > 1)
    return (
        len(several) > 1
        and all(told)
        and again >= _KNOWN * counts.total()
        and sum(told) * 2 > counts.total()
    )


def permutations(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether every answer has the same options, in an order of its own: a ranking."""
    full = [row for row in rows if row]
    return (
        len(full) > 2  # noqa: PLR2004 - fewer tell nothing
        and len({frozenset(row) for row in full}) == 1
        and len(full[0]) > 2  # noqa: PLR2004 - likewise
        and len(set(full)) > 1
    )


def in_one_order(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether options that stand together do so in one order, as a form puts them."""
    ahead = Counter((a, b) for row in rows for a, b in combinations(row, 2))
    turned = sum(min(count, ahead[b, a]) for (a, b), count in ahead.items()) / 2
    return turned <= _TURNED * ahead.total()


_TURNED = 0.1
"""So small a part of all pairs stands the other way round where nobody put them in order."""


# -- bands of numbers ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Band:
    """A band of numbers: from `low` (included) to `high` (not included)."""

    label: str
    low: float
    high: float


def bands(values: Sequence[float], sign: str = "", *, capped: bool = True) -> tuple[Band, ...]:
    """Four to six bands with round ends that part the values, the last open above.

    `sign` stands before amounts of money. Where nothing was `capped` and only one number stands in
    the last band, it is called by that.
    """
    ordered = sorted(values)
    low = ordered[int(0.05 * (len(ordered) - 1))]
    high = ordered[int(0.95 * (len(ordered) - 1))]
    step = _step((high - low) / _BANDS or 1)
    start = math.floor(low / step) * step
    ends = [start + step * place for place in range(1, _BANDS + 1)]
    ends = [end for end in ends if end <= high] or [start + step]
    if ordered[0] >= 0 and sum(value < ends[0] for value in ordered) > _MOST_IN_ONE * len(ordered):
        start, ends = 0.0, _uneven(ordered) or ends
    integral = all(value == int(value) for value in ordered) and step >= 1
    written: Callable[[float], str] = _whole if are_years(values) else _plain

    def shown(value: float) -> str:
        return f"{sign}{written(value)}"

    found = []
    if ordered[0] < start:
        found.append(Band(f"Under {shown(start)}", -math.inf, start))
    for first, last in zip([start, *ends], ends, strict=False):
        label = f"{shown(first)} to {shown(last - 1) if integral else f'under {shown(last)}'}"
        if integral and first == last - 1:
            label = shown(first)
        found.append(Band(label, first, last))
    alone = not capped and ordered[-1] == ends[-1]
    found.append(Band(shown(ends[-1]) + " or more" * (not alone), ends[-1], math.inf))
    return tuple(found)


def are_years(values: Sequence[float]) -> bool:
    """Whether whole numbers are years, a few at both ends aside."""
    ordered = sorted(values)
    ends = (ordered[int(part * (len(ordered) - 1))] for part in (0.05, 0.95))
    whole = all(value == int(value) for value in ordered)
    return whole and all(_YEARS[0] <= value <= _YEARS[1] for value in ends)


def written(value: float) -> str:
    """A number as digits that give it back."""
    return str(int(value)) if value == int(value) else repr(value)


_MOST_IN_ONE = 0.6
"""So large a part of all values in the lowest of even bands is no picture of them."""
_ROUND = tuple(figure * 10**power for power in range(-2, 9) for figure in (1, 2, 5))
_PARTS = (0.25, 0.5, 0.75, 0.9)
"""The parts of all values that lie below the ends of uneven bands, about."""


def _uneven(ordered: Sequence[float]) -> list[float]:
    """Round ends of bands that hold about as many values each, where most of these are small."""
    ends = set()
    whole = all(value == int(value) for value in ordered)
    able = [each for each in _ROUND if each >= 1 or not whole]
    for part in _PARTS:
        value = ordered[int(part * (len(ordered) - 1))]
        ends.add(min(able, key=lambda each: abs(each - value)))
    kept = sorted(end for end in ends if ordered[0] < end <= ordered[-1])
    return kept if len(kept) > 1 else []


def _step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least)) if least < 1 else 1.0
    while True:
        for step in _STEPS:
            if step * power >= least:
                return step * power
        power *= 100


_YEARS = (1900, 2100)
"""Whole numbers between these, a few at both ends aside, are years: written without a comma."""


def _whole(value: float) -> str:
    return str(round(value))


def _plain(value: float) -> str:
    rounded = round(value, 6)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:g}"

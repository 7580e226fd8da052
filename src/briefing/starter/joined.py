"""Cells that hold several answers each: taken apart where what stands between separators recurs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from briefing.starter.cells import given, sentences
from briefing.survey.labels import alike

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_FEW = 12
FEW = 20
"""Of fewer answers each may be the only one that ticked an option."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Several answers a cell: the separator and the answers of every row, each once.

    `orders` has an answer that stands in a cell twice at both its places.
    """

    separator: str
    rows: tuple[tuple[str, ...], ...]
    orders: tuple[tuple[str, ...], ...]


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
            return Joined(sign, rows, parts)
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
    if sentences(recurring):
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

"""Heads that cross: several questions asked of the same rows, their columns by turns.

``Quality: Parks``, ``Use: Parks``, ``Quality: Roads``, ``Use: Roads`` are two grids, and so are
``Q1_1a``, ``Q1_1b``, ``Q1_2a``, ``Q1_2b`` where the answers of ``a`` and ``b`` differ. Heads alone
are certain only if every question is asked of every row, in one order throughout, and the words
that change from column to column stand first. Where heads could be read either way, the answers
decide; where these are alike too, the editor is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_WORDS = re.compile(r"(?P<first>[^\[\]]{1,80}?)\s*(?::|\s[-\u2013\u2014>])\s+(?P<second>\S.*)")
_BRACKETS = re.compile(r"(?P<first>[^\[\]]*[^\[\]\s])\s*\[(?P<second>[^\[\]]+)\]")
_CODES = (
    re.compile(r"(?P<of>[A-Za-z]+\d+)[_.](?P<first>\d+)(?P<second>[A-Za-z])"),
    re.compile(r"(?P<of>[A-Za-z]+\d+)[_.](?P<first>[A-Za-z])(?P<second>\d+)"),
    re.compile(r"(?P<of>[A-Za-z]+\d+)[_.](?P<first>\d+)[_.](?P<second>\d+)"),
)
_LEAST = 2
"""Questions and rows that a crossing has at least."""
_SHARED = 0.5
"""Answers of one column that stand in another of the same scale, of those of the smaller."""


@dataclass(frozen=True, slots=True)
class Crossed:
    """What a head is as one of a crossing: the question, its row; or what is to be asked of it."""

    question: str = ""
    row: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class _Head:
    """A head taken apart; `of` is the code that all of a crossing share, if they are codes."""

    of: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class _Crossing:
    """Blocks of columns side by side: `own` differs within a block, `row` from block to block."""

    start: int
    own: tuple[str, ...]
    rows: tuple[str, ...]
    of: str
    leading: bool
    """Whether what differs within a block stands first in the heads."""

    @property
    def places(self) -> range:
        return range(self.start, self.start + len(self.own) * len(self.rows))

    def at(self, place: int) -> tuple[str, str]:
        """(what differs within the block, the row) of a column."""
        row, own = divmod(place - self.start, len(self.own))
        return self.own[own], self.rows[row]


def crossed(heads: Sequence[str | None], answers: Sequence[frozenset[str]]) -> dict[int, Crossed]:
    """By place, what heads side by side are that cross; None is a column that is no question.

    `answers` are those given in each column; none where respondents wrote words of their own.
    """
    found: dict[int, Crossed] = {}
    for crossing in _crossings([head and _taken_apart(head) for head in heads]):
        of = {crossing.at(place): answers[place] for place in crossing.places}
        certain = crossing.leading and not crossing.of
        if certain or _apart(of):
            found |= {place: _part(crossing, *crossing.at(place)) for place in crossing.places}
        elif _apart({(row, own): given for (own, row), given in of.items()}):
            turned = {place: crossing.at(place)[::-1] for place in crossing.places}
            found |= {place: _part(crossing, *names) for place, names in turned.items()}
        elif all(of.values()) and all(_alike(*pair) for pair in pairwise(of.values())):
            found[crossing.start] = Crossed(doubt=_doubt(crossing))
    return found


def _taken_apart(head: str) -> _Head | None:
    for pattern in (*_CODES, _BRACKETS, _WORDS):
        match = pattern.fullmatch(head)
        if match:
            told = match.groupdict()
            return _Head(told.get("of", ""), told["first"].strip(), told["second"].strip())
    return None


def _crossings(heads: Sequence[_Head | str | None]) -> Iterator[_Crossing]:
    place = 0
    while place < len(heads):
        found = next((each for lead in (True, False) if (each := _from(heads, place, lead))), None)
        if found:
            yield found
        place = found.places.stop if found else place + 1


def _from(heads: Sequence[_Head | str | None], start: int, leading: bool) -> _Crossing | None:  # noqa: FBT001 - which of two keys leads
    """The largest crossing that begins at a place."""
    keys: list[tuple[str, str, str]] = []
    for head in heads[start:]:
        if not isinstance(head, _Head):
            break
        pair = (head.first, head.second) if leading else (head.second, head.first)
        keys.append((head.of, *pair))
    if not keys:
        return None
    of, _, row = keys[0]
    own: list[str] = []
    for code, varying, constant in keys:
        if (code, constant) != (of, row) or varying in own:
            break
        own.append(varying)
    rows: list[str] = []
    blocks = (keys[at : at + len(own)] for at in range(0, len(keys), len(own)))
    for block in blocks:
        constant = block[0][2]
        if block != [(of, each, constant) for each in own] or constant in rows:
            break
        rows.append(constant)
    if min(len(own), len(rows)) < _LEAST:
        return None
    return _Crossing(start, tuple(own), tuple(rows), of, leading)


def _apart(of: Mapping[tuple[str, str], frozenset[str]]) -> bool:
    """Whether answers, by question and row, differ between questions and not between rows."""
    pairs = list(combinations(of.items(), 2))
    same = [_alike(one, other) for ((own, _), one), ((its, _), other) in pairs if own == its]
    others = [_alike(one, other) for ((own, _), one), ((its, _), other) in pairs if own != its]
    return all(of.values()) and all(same) and not any(others)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _SHARED * min(len(one), len(other))


def _part(crossing: _Crossing, own: str, row: str) -> Crossed:
    if not crossing.of:
        return Crossed(own, row)
    tail = f"_{own}" if own.isdigit() else own
    return Crossed(f"{crossing.of}{tail}", f"{crossing.of}_{row}")


def _doubt(crossing: _Crossing) -> str:
    own, rows = (
        ", ".join(f"“{each}”" for each in names) for names in (crossing.own, crossing.rows)
    )
    return (
        f"the heads have {own} to each of {rows}, and all have the same answers: if each of the "
        f"former is a question of its own, make {len(crossing.own)} grids of them, with the latter "
        "as their items"
    )

"""What a text tells of results, clause by clause: what rules find in each, and what it weighs.

A rule is no judge of the clause that it finds something in. What quantifies counts where the
balance of the clause is for it, and where no rule found anything a heavy clause has its own word
pointed out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.claims.clauses import Clause, clauses
from briefing.claims.telling import told, untold
from briefing.claims.weighing import balance, quantifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Found = tuple[str, int, int]
    """The kind of a figure in words, and where it starts and ends."""

QUANTIFIER = "quantifier"
"""The one kind that is weighed: a numeral counts wherever it stands."""


@dataclass(frozen=True, slots=True)
class Weighable:
    """A clause, what was found in it, and where else a word of it quantifies, if one does."""

    clause: Clause
    within: tuple[Found, ...]
    offered: tuple[int, int] | None


def weighed(found: list[Found], marked: str, named: str, *, goes_on: bool) -> list[Found]:
    """What is found, less what clauses do that tell of no result, and more what others do.

    The text is in small letters with people marked; `named` is who answers. One that `goes_on` from
    the figure above it says what that is of: ``in a hundred are very satisfied``.
    """
    left: list[Found] = []
    for each in weighable(found, marked, named, goes_on=goes_on):
        decided = not each.offered and all(kind != QUANTIFIER for kind, *_ in each.within)
        heavy = not decided and balance(each.clause, named, found=bool(each.within)) > 0
        left += (one for one in each.within if heavy or one[0] != QUANTIFIER)
        if heavy and each.offered:
            left.append((QUANTIFIER, *each.offered))
    return sorted(left, key=lambda each: each[1])


def weighable(found: list[Found], marked: str, named: str, *, goes_on: bool) -> Iterator[Weighable]:
    """The clauses of a text with what its rules found in each, before any is weighed."""
    silent = untold(marked)
    known = _with_told(found, marked, named, silent)
    for clause in clauses(marked):
        within = tuple(each for each in known if clause.start <= each[1] < clause.end)
        span = None
        if not within and not (goes_on and clause.start == 0):
            span = quantifier(clause, named)
        if span and inside(span[0], silent):
            span = None
        yield Weighable(clause, within, span)


def inside(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a place is in one of the spans."""
    return any(start <= at < end for start, end in spans)


def _with_told(
    found: list[Found], marked: str, named: str, silent: list[tuple[int, int]]
) -> list[Found]:
    """What is found outside what is silent, and what else the rules of telling find."""
    known = [each for each in found if each[0] != QUANTIFIER or not inside(each[1], silent)]
    for begins, ends in sorted(set(told(marked, named))):
        free = not any(start < ends and begins < end for _, start, end in known)
        if free and not inside(begins, silent):
            known.append((QUANTIFIER, begins, ends))
    return known

"""What is said of one cell in one breath: ``a majority, 62 per cent,``, ``most of the 16``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from briefing.claims.amounts import Quantity, Unit, read_quantity
from briefing.claims.quantifiers import Quantifier, read_quantifier
from briefing.claims.tokens import number, token, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.claims.figures import Figure
    from briefing.claims.statements import Statement


@dataclass(frozen=True, slots=True)
class Both:
    """Two statements of the same cells, each of which has to be true."""

    first: Statement
    second: Statement

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether the figures are what both say."""
        return self.first.true_of(figures) and self.second.true_of(figures)


@dataclass(frozen=True, slots=True)
class OfSoMany:
    """``of the 16``: how many the share is of, unweighted."""

    base: int

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether all figures are of so many respondents."""
        return all(each.base == self.base for each in figures)


# -- reading ---------------------------------------------------------------------------------------

_BESIDE = re.compile(
    r"(?P<front>[^,()]+?)(?:,\s(?P<after>[^,()]+)(?:,(?=\s)|,?$)|\s\((?P<within>[^()]+)\))(?P<rest>.*)"
)
_LEADING_IN = frozenset({"or", "at"})


def parted(words: str) -> tuple[str, Statement] | None:
    """``a majority, 62 per cent, agree``: the words without what is set beside, and what it says.

    It stands between commas or in brackets, and says a share or a quantifier and no more.
    """
    found = _BESIDE.fullmatch(words)
    if found is None:
        return None
    tokens = tokens_of(found["after"] or found["within"])
    start = int(token(tokens, 0) in _LEADING_IN)
    read = read_quantity(tokens, start) or read_quantifier(tokens, start)
    if read is None or read[1] < len(tokens) or not of_share(read[0]):
        return None
    return f"{found['front']}{found['rest']}", read[0]


def of_share(statement: Statement) -> TypeGuard[Quantity | Quantifier]:
    """Whether a statement is of a share: a number may be of anything."""
    if isinstance(statement, Quantity):
        return statement.amount.unit is not Unit.NUMBER
    return isinstance(statement, Quantifier)


def with_more(statement: Statement, end: int, tokens: Sequence[str]) -> tuple[Statement, int]:
    """A share with what is said of it right behind: its base, or ``a majority of 62 per cent``."""
    if not of_share(statement) or token(tokens, end) != "of":
        return statement, end
    more = _share_of_majority(statement, tokens, end + 1) or _base(tokens, end + 1)
    return (Both(statement, more[0]), more[1]) if more else (statement, end)


def _share_of_majority(
    statement: Statement, tokens: Sequence[str], at: int
) -> tuple[Statement, int] | None:
    name = statement.name if isinstance(statement, Quantifier) else ""
    if not name.endswith(("majority", "minority")):
        return None
    found = read_quantity(tokens, at)
    return found if found and of_share(found[0]) else None


def _base(tokens: Sequence[str], at: int) -> tuple[Statement, int] | None:
    at += token(tokens, at) in {"the", "those", "these", "all"}
    found, amount = number(tokens, at), read_quantity(tokens, at)
    if found is None or found[1] or amount is None or amount[1] != found[2]:
        return None
    return OfSoMany(int(found[0])), found[2]

"""Claims as authors write them, read into statements: a hand-written grammar of English quantities.

Reading looks at the words alone; whether a statement is true of a table is `verdicts`' business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.claims.amounts import Quantity, read_amount, read_quantity
from briefing.claims.comparisons import (
    Compared,
    read_as_many,
    read_change,
    read_compared,
    read_points,
)
from briefing.claims.hedging import Hedge
from briefing.claims.joined import Both, of_share, parted, with_more
from briefing.claims.likeness import read_different, read_similar
from briefing.claims.multiples import read_part_more, read_times
from briefing.claims.places import read_place
from briefing.claims.quantifiers import Quantifier, read_quantifier, states
from briefing.claims.ranges import Range, read_from, read_list, read_range
from briefing.claims.statements import UnclearClaimError
from briefing.claims.tokens import follows, number, token, tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.claims.amounts import Amount
    from briefing.claims.statements import Statement

UNDERSTOOD = (
    "amounts (21 per cent, 21%, a third, two in five, 10 of 16, all 12), hedged by over, under, at "
    "least, at most, up to, just over, just under, almost, nearly, about, around, only; between … "
    "and …; most, majority, minority, few, none, all, almost all, all but two; of several cells: "
    "every one of the four, all but one; with among=: highest, most, lowest, least, second "
    "highest, ranked second, top two; of two cells: similar, the same, varied, more … than …, "
    "fewer … than …, twice as many, 12 percentage points more, rose by 12 points, fell from … to "
    "…; of other words, such as high or poor, what you say that they mean: "
    'means="over 60 per cent"'
)
"""What a claim may say, for the author whose claim was not understood."""

_NOT = frozenset({"not", "never", "cannot", "neither", "nor", "without", "hardly", "nowhere"})
_DEGREES = frozenset(
    {
        *("far", "well", "way", "short", "shy", "off", "near", "much", "barely", "scarcely"),
        *("considerably", "significantly", "substantially", "comfortably", "vastly", "marginally"),
        *(
            "easily",
            "clearly",
            "narrowly",
            "markedly",
            "decidedly",
            "rarely",
            "seldom",
            "hugely",
            "than",
            "anything",
            "supposedly",
            "allegedly",
        ),
    }
)
"""Words right before a quantity that change it, where it is not read with them."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What an author's words state.

    `negated` says that it is stated of those who do not. `cells` is how many cells it is stated of
    where the words say so, `exceptions` how many of the cells it is not true of: ``all but one``.
    With `others` both are said of the cells behind the first: ``ahead of all three``.
    """

    statement: Statement
    negated: bool = False
    cells: int | None = None
    exceptions: int = 0
    others: bool = False


@dataclass(frozen=True, slots=True)
class _Scope:
    """``every one of the four``, ``all but one of``: where it stands, and what it says of cells.

    `some` says that it is of some of them alone, or of none.
    """

    start: int
    end: int
    cells: int | None = None
    exceptions: int = 0
    some: bool = False


def first_amount(words: str) -> Amount | None:
    """The amount with which `words` begin, if there is one."""
    found = read_quantity(tokens_of(words), 0)
    return found[0].amount if found else None


def read_claim(words: str, *, cells: int = 1, among: bool = False) -> Claim:
    """Read what `words` state of so many `cells`; raises `UnclearClaimError` if it is nothing.

    With `among` the words are read as a superlative. The statement may stand within other words
    (``most people are not engaged``), but those must not state a second one.
    """
    tokens = tokens_of(words)
    if _FOREIGN.intersection(tokens):
        raise UnclearClaimError(
            f"'{words}' is more than a quantity", f"understood are {UNDERSTOOD}"
        )
    beside = _beside(words) if cells == 1 and not among else None
    if beside is not None:
        return beside
    scope = _scope(tokens, cells) if cells > 1 and not among else None
    scoped = _of_scope(words, tokens, scope, cells) if scope else None
    if scoped is not None:
        return scoped
    claim = _read(words, tokens, cells, among=among)
    if claim is not None:
        return claim
    if among:
        raise UnclearClaimError(
            f"'{words}' says nothing of the cell's place among others",
            "with among= write highest, most, lowest, second highest, ranked second, top two",
        )
    raise UnclearClaimError(f"'{words}' cannot be checked", f"understood are {UNDERSTOOD}")


def _beside(words: str) -> Claim | None:
    """What words state of one cell twice: ``a majority, 62 per cent,``."""
    found = parted(words)
    if found is None:
        return None
    claim = _read(words, tokens_of(found[0]), 1, among=False)
    if claim is None or not of_share(claim.statement):
        return None
    return replace(claim, statement=Both(claim.statement, found[1]))


def without_only(words: str) -> tuple[str, int | None]:
    """The words of a claim without ``the only ones``, and how many these are, if that is said.

    The words are as they were where they say nothing of the kind.
    """
    found = _ONLY.search(words)
    if found is None:
        return words, None
    many = number(tokens_of(found["many"]), 0) if found["many"] else None
    rest = f"{words[: found.start()]} {words[found.end() :]}"
    return " ".join(rest.split()), int(many[0]) if many else None


_ONLY = re.compile(
    r"\bthe\sonly\s(?:(?P<many>one|two|three|four|five|six|seven|eight|nine|ten)\b|ones\b)?",
    re.IGNORECASE,
)


def _of_scope(words: str, tokens: Sequence[str], scope: _Scope, cells: int) -> Claim | None:
    """What words state of as many cells as they say; nothing if they state nothing of these."""
    inner = (*tokens[: scope.start], *tokens[scope.end :])
    claim = _read(words, inner, cells, among=False)
    if claim is None:
        return None
    of_each = isinstance(claim.statement, Quantity | Quantifier | Range)
    if scope.some and not of_each:
        return None
    if of_each:
        claim = replace(claim, statement=_reached(words, claim.statement, inner, some=scope.some))
    front = _read(words, tokens[: scope.start], cells, among=False) if not of_each else None
    others = front is not None and isinstance(front.statement, Compared)
    return replace(claim, cells=scope.cells, exceptions=scope.exceptions, others=others)


def _reached(words: str, statement: Statement, tokens: Sequence[str], *, some: bool) -> Statement:
    """``reach a third`` as at least that; what is said of `some` alone must be such an end."""
    if not isinstance(statement, Quantity) or statement.hedge is not Hedge.PLAIN:
        return statement
    if _REACH.intersection(tokens):
        return Quantity(Hedge.AT_LEAST, statement.amount)
    if some:
        raise UnclearClaimError(
            f"'{words}' does not say how the others differ", "write over, under or reach"
        )
    return statement


_REACH = frozenset({"reach", "reaches", "reached"})
_FOREIGN = frozenset("£$€/+=")


def _read(words: str, tokens: Sequence[str], cells: int, *, among: bool) -> Claim | None:
    for at in range(len(tokens)):
        for read in _readers(cells, among=among):
            found = read(tokens, at)
            if found is not None:
                statement, end = with_more(*found, tokens) if cells == 1 else found
                return _claim(words, statement, tokens[:at], tokens[end:])
    return None


def _readers(
    cells: int, *, among: bool
) -> tuple[Callable[[Sequence[str], int], tuple[Statement, int] | None], ...]:
    if among:
        return (read_place,)
    if cells == 1:
        return (read_range, read_change, read_quantity, read_quantifier)
    of_two = (
        read_times,
        read_part_more,
        read_points,
        read_similar,
        read_different,
        read_list,
        read_as_many,
        read_quantity,
        read_compared,
    )
    return (read_range, read_change, read_from, *of_two, read_quantifier)


def _claim(words: str, statement: Statement, lead: Sequence[str], rest: Sequence[str]) -> Claim:
    for part in (lead, rest):
        if any(states(part, at) for at in range(len(part))):
            raise UnclearClaimError(
                f"'{words}' states more than one thing", "claim each of them in brackets of its own"
            )
    denied = next((each for each in lead if each in _NOT), "")
    if denied:
        raise UnclearClaimError(
            f"'{words}' cannot be checked: '{denied}' stands before the quantity",
            "put 'not' behind the quantity, or claim the opposite",
        )
    turned = lead[-2:-1] if lead[-1:] in (("of",), ("but",)) else lead[-1:]
    if _DEGREES.intersection(turned):
        raise UnclearClaimError(
            f"'{words}' cannot be checked: '{turned[0]}' stands before the quantity",
            f"understood are {UNDERSTOOD}",
        )
    if any(lead[at : at + 2] == ("the", "only") for at in range(len(lead))):
        raise UnclearClaimError(
            f"'{words}' says of the others that they are not",
            'claim all of them: [only one of the six is over half]{claim="q3.*.agree"}',
        )
    negated = any(each in _NOT or each.endswith("n't") for each in rest)
    return Claim(statement, negated)


def _scope(tokens: Sequence[str], cells: int) -> _Scope | None:
    """Of how many of its cells a claim speaks, where its words say so."""
    for at, word in enumerate(tokens):
        if token(tokens, at - 1) in {"almost", "nearly", "virtually", "not"}:
            continue
        if word == "all" and token(tokens, at + 1) in {"but", "bar"}:
            found = number(tokens, at + 2)
            if found is None or found[1]:
                return None
            named, end = _of_so_many(tokens, found[2])
            return _Scope(at, end, named, int(found[0]))
        if word == "both":
            return _Scope(at, at + 1, 2)
        if word in {"all", "each", "every"} and token(tokens, at + 1) != "other":
            one = follows(tokens, at + 1, "one")
            named, end = _of_so_many(tokens, at + 1 + one)
            return _Scope(at, end, named)
        some = _of_none(tokens, at, cells) or _of_some(tokens, at, cells)
        if some is not None:
            return some
    return None


def _of_none(tokens: Sequence[str], at: int, cells: int) -> _Scope | None:
    """``none of the six``, ``neither``, ``no`` group."""
    if token(tokens, at) == "neither":
        return _Scope(at, at + 1, 2, cells, some=True)
    if token(tokens, at) == "no" and token(tokens, at + 1) not in _NO_MORE:
        return _Scope(at, at + 1, None, cells, some=True)
    one = follows(tokens, at, "not", "one")
    if not one and token(tokens, at) != "none":
        return None
    named, end = _of_so_many(tokens, at + 1 + one)
    return _Scope(at, end, named, cells, some=True)


_NO_MORE = frozenset({"more", "less", "fewer", "higher", "lower", "longer", "one"})
"""Behind ``no``, what is of no cell."""


def _of_some(tokens: Sequence[str], at: int, cells: int) -> _Scope | None:
    """``three of the six``, where so many cells are named and nothing hedges the number."""
    found = number(tokens, at)
    if found is None or found[1] or token(tokens, at - 1) not in {"", "only", "just", "in", "for"}:
        return None
    named, end = _of_so_many(tokens, found[2])
    if named != cells or token(tokens, found[2]) != "of" or not 0 < found[0] < cells:
        return None
    return _Scope(at, end, named, cells - int(found[0]), some=True)


def _of_so_many(tokens: Sequence[str], at: int) -> tuple[int | None, int]:
    """``of the four`` at a place, and where it ends; a number that is more than one alone stays."""
    end = at
    while token(tokens, end) in {"of", "the", "these", "those"}:
        end += 1
    found, amount = number(tokens, end), read_amount(tokens, end)
    alone = found is not None and amount is not None and amount[1] == found[2]
    if found is None or not alone or found[1] or found[0] < 2:  # noqa: PLR2004 - several
        return None, end
    return int(found[0]), found[2]

"""Another answer or item that is quoted by its exact label beside a figure: “Daily” of Weekly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.claims.groups import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.claims.figures import Figure
    from briefing.claims.whom import Whom

    Labels = Mapping[str, frozenset[str]]
    """The answers that each label of a table stands for: a net's are several."""

_QUOTED = re.compile(
    r"[\u201c\u2018\"](?P<label>[^\u201c\u201d\u2018\"]+?)[.,]?[\u201d\u2019\"](?!\w)"
)
_ENDS = re.compile(r"[.!?;,\u2013\u2014]|:(?!\s*$)")
_BESIDE = re.compile(
    r"\b(?:than|behind|after|before|over|ahead\sof|to|from|not|except|but|unlike|and|or|beyond|by|"
    r"against|versus|between|of)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""What leads to a label that a figure is set beside and not said of."""


def quoted_label(
    before: str, words: str, behind: str, figures: Sequence[Figure], whom: Whom
) -> tuple[str, str]:
    """The label of another answer or item that a figure's clause quotes, and its own, unnamed.

    `before` is empty where another figure may be what it tells of. A net may be told by its
    answers.
    """
    front, back = _last_clause(before), _first_clause(behind)
    quoted = [folded(each) for each in (*_labels(front), *_labels(back))]
    said = folded(_masked(f"{front} {words} {back}"))
    for own, known in _axes(figures, whom) if quoted else ():
        parts = frozenset(one for each in own for one in known.get(each, ()))
        if own.intersection(quoted) or any(_is_said(each, said) for each in own):
            continue
        for each in quoted:
            if each in known and not known[each] < parts:
                return each, next(iter(sorted(own)))
    return "", ""


def _axes(figures: Sequence[Figure], whom: Whom) -> Iterator[tuple[set[str], Labels]]:
    """What figures are of, and what is beside that in their table: items, then answers."""
    table = figures[0].table
    items = {folded(each): frozenset({folded(each)}) for each in whom.peers.get(table, ())}
    own = {folded(each.row) for each in figures if each.row and not each.group}
    if own:
        yield own, items
    yield {folded(each.answer) for each in figures if each.answer}, whom.labels.get(table, {})


_WORDS_OF_ANY = 3
"""Signs of a label at most that any sentence may say: “No” and “Yes” name nothing unquoted."""


def _is_said(label: str, clause: str) -> bool:
    """Whether a clause names a label without quoting it."""
    named = re.search(rf"(?<!\w){re.escape(label)}", clause)
    return named is not None and len(label) > _WORDS_OF_ANY


def _labels(clause: str) -> Iterator[str]:
    """What a clause quotes, unless a figure is only set beside it."""
    for found in _QUOTED.finditer(clause):
        if not _BESIDE.search(clause[: found.start()]):
            yield found["label"]


def _masked(text: str) -> str:
    """A text whose quotations end no clause, sign by sign as long."""
    return _QUOTED.sub(lambda found: "x" * len(found.group()), text)


def _first_clause(behind: str) -> str:
    found = _ENDS.search(_masked(behind))
    return behind[: found.start()] if found else behind


def _last_clause(before: str) -> str:
    ends = [found.end() for found in _ENDS.finditer(_masked(before))]
    return before[max(ends, default=0) :]

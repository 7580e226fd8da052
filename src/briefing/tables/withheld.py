"""The rows of a break as tables tell them: without what would tell what another table withholds."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from briefing.tables.breaking import breaks_of, columns_of, decided_of, told_groups
from briefing.tables.sensitive import Told, few_masked, without_answers
from briefing.tables.variables import named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.tables.breaking import Decided
    from briefing.tables.count import Counter
    from briefing.tables.model import Cell
    from briefing.tables.sensitive import Alike

    Cells = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The `cells` of the groups that tables tell of a question by a break.

    Rows that are `withheld` lack answers which the table the other way round hides, those that are
    `masked` what few gave.
    """

    decided: Decided
    cells: Cells
    withheld: frozenset[int]
    masked: frozenset[int]


def told_rows(counter: Counter, names: tuple[str, str]) -> Rows:
    """What tables tell of a question by a break, by their `names`; decided once."""
    if names not in counter.told:
        beside = _beside(counter, names)
        counter.told |= dict(zip(beside, _rows(counter, beside), strict=True))
    return counter.told[names]


def _beside(counter: Counter, names: tuple[str, str]) -> list[tuple[str, str]]:
    """The breaks of a question that have to be decided together, by their names.

    Those of a sensitive one: age in six bands and age in three. Those of most answers come first.
    """
    question, by = (named(counter, each) for each in names)
    if question.question is None or not question.question.sensitive or by.multiple:
        return [names]
    breaks = breaks_of(counter.survey.codebook, names[0])
    single = [each for each in breaks if not named(counter, each).multiple]
    single.sort(key=lambda each: -len(named(counter, each).scale.answers))
    return [(names[0], each) for each in single]


def _rows(counter: Counter, beside: Sequence[tuple[str, str]]) -> list[Rows]:
    breaks = [decided_of(counter, names) for names in beside]
    question = breaks[0].pair.question
    columns, multiple = columns_of(question), question.multiple
    turned = [
        without_answers(
            each.shown.cells, columns, _hidden_as_groups(counter, names), multiple=multiple
        )
        for names, each in zip(beside, breaks, strict=True)
    ]
    told = turned
    if question.question is not None and question.question.sensitive:
        sides = [
            Told([*each.groups, *each.parts], cells, each.rule.mask_below)
            for each, cells in zip(breaks, turned, strict=True)
        ]
        told = few_masked(sides, columns, tuple(_alike(counter, breaks)), multiple=multiple)
    return [
        Rows(each, cells, _unlike(each.shown.cells, without), _unlike(without, cells))
        for each, without, cells in zip(breaks, turned, told, strict=True)
    ]


def _unlike(these: Cells, those: Cells) -> frozenset[int]:
    pairs = enumerate(zip(these, those, strict=True))
    return frozenset(place for place, (this, that) in pairs if this != that)


def _alike(counter: Counter, breaks: Sequence[Decided]) -> Iterator[Alike]:
    """Answers of one break, and of another, that the same respondents gave, as few as there are."""
    for (at, one), (place, other) in combinations(enumerate(breaks), 2):
        inside = one.pair.question.base() & counter.everyone
        own, others = (each.pair.by.chosen[inside] for each in (one, other))
        meet = own.astype(np.int64).T @ others > 0
        ids = [[answer.id for answer in each.pair.by.scale.answers] for each in (one, other)]
        for rows, columns in _joined(meet):
            if (own[:, rows].any(axis=1) == others[:, columns].any(axis=1)).all():
                yield (
                    (at, frozenset(ids[0][each] for each in rows)),
                    (place, frozenset(ids[1][each] for each in columns)),
                )


def _joined(meet: np.ndarray) -> Iterator[tuple[list[int], list[int]]]:
    """The rows and columns of a matrix that hang together, apart from all others."""
    left = set(np.flatnonzero(meet.any(axis=1)).tolist())
    while left:
        rows = {min(left)}
        while True:
            columns = meet[sorted(rows)].any(axis=0)
            more = set(np.flatnonzero(meet[:, columns].any(axis=1)).tolist())
            if more == rows:
                break
            rows = more
        left -= rows
        yield sorted(rows), np.flatnonzero(columns).tolist()


def _hidden_as_groups(counter: Counter, names: tuple[str, str]) -> frozenset[str]:
    """The answers of a question that a table the other way round hides as groups of its own.

    Their figures are the same respondents counted, so neither table may tell them.
    """
    other = (names[1], names[0])
    told = told_groups(counter.survey.codebook, other)
    return decided_of(counter, other).hidden if told else frozenset()

"""What one question was answered, one reader a kind: its cells to variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from briefing.survey.labels import Labels
from briefing.survey.model import NO_REPLY, NOT_ASKED, TICKED, variable
from briefing.survey.personal import personal_in
from briefing.survey.question import Kind, Meaning
from briefing.survey.sheet import counted
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.survey.cells import Cells
    from briefing.survey.question import Question

    Columns = dict[str, pd.Series[str]]


def read_question(question: Question, cells: Cells) -> Columns:
    """The variables of a question, by their names: answers' ids, ranks, `TICKED`, or a state."""
    return _READERS[question.kind](question, cells)


def _read_single(question: Question, cells: Cells) -> Columns:
    labels = _labels(question)
    return {question.id: cells.answers(question.column, labels, question.id, question.unknown)}


def _read_grid(question: Question, cells: Cells) -> Columns:
    labels = _labels(question)
    columns = {}
    for item in question.items:
        name = variable(question.id, item.id)
        answers = cells.answers(item.column, labels, name, question.unknown)
        if item.reversed:
            turned = _turned(question)
            answers = answers.map(lambda each, turned=turned: turned.get(each, each))
        columns[name] = answers
    return columns


def _turned(question: Question) -> dict[str, str]:
    """Each opinion of a scale and the one at its place from the other end."""
    answers = question.scale.answers if question.scale else ()
    opinions = [each.id for each in answers if each.meaning in (Meaning.VALID, Meaning.NEUTRAL)]
    return dict(zip(opinions, reversed(opinions), strict=True))


def _read_multiple(question: Question, cells: Cells) -> Columns:
    columns: Columns = {}
    if question.separator:
        labels = _labels(question)
        ticked = cells.joined(
            question.column, question.separator, labels, question.id, question.unknown
        )
        for item in question.items:
            marks = [
                NOT_ASKED if NOT_ASKED in each else TICKED if item.id in each else NO_REPLY
                for each in ticked
            ]
            columns[variable(question.id, item.id)] = pd.Series(marks, dtype=str)
    else:
        for item in question.items:
            name = variable(question.id, item.id)
            label = Labels([(item.id, item.spellings)])
            columns[name] = cells.ticks(item.column, label, name)
        columns = _asked_together(columns)
    _remark_exclusive(question, columns, cells)
    return {**columns, **_mentions(question, cells)}


def _read_ranking(question: Question, cells: Cells) -> Columns:
    columns: Columns = {}
    if question.separator or question.placed:
        columns = _ordered(question, cells)
    else:
        for item in question.items:
            name = variable(question.id, item.id)
            columns[name] = cells.ranks(item.column, question.places, name)
    columns = _asked_together(columns)
    _remark_ranks(question, columns, cells)
    return {**columns, **_mentions(question, cells)}


def _ordered(question: Question, cells: Cells) -> Columns:
    """The ranks of items that stand in their order, in one cell or in a column for each place.

    An item that stands there twice has the better of its ranks; those behind it keep theirs.
    """
    labels = Labels((item.id, item.spellings) for item in question.items)
    if question.separator:
        orders = cells.joined(question.column, question.separator, labels, question.id)
    else:
        placed = [
            cells.answers(column, labels, f"{question.id}, place {place}").to_list()
            for place, column in enumerate(question.placed, 1)
        ]
        orders = list(zip(*placed, strict=True))
    _remark_repeated(question, orders, cells)
    columns: Columns = {}
    for item in question.items:
        ranks = []
        for order in orders:
            rank = order.index(item.id) + 1 if item.id in order else 0
            unasked = NOT_ASKED if NOT_ASKED in order else NO_REPLY
            ranks.append(str(rank) if 1 <= rank <= question.places else unasked)
        columns[variable(question.id, item.id)] = pd.Series(ranks, dtype=str)
    return columns


def _asked_together(columns: Columns) -> Columns:
    """The options of a question are asked together: one that was not asked says it for those left.

    A respondent who has an answer in any of them was asked.
    """
    cells = pd.DataFrame(columns)
    hidden = cells == NOT_ASKED
    if not hidden.to_numpy().any():
        return columns
    answered = (~hidden & (cells != NO_REPLY)).any(axis="columns")
    unasked = hidden.any(axis="columns") & ~answered
    return {
        name: column.where(column != NOT_ASKED, NO_REPLY).where(~unasked, NOT_ASKED)
        for name, column in columns.items()
    }


def _read_numeric(question: Question, cells: Cells) -> Columns:
    return {question.id: cells.numbers(question.column, question)}


def _read_open(_: Question, __: Cells) -> Columns:
    return {}


_READERS = {
    Kind.SINGLE: _read_single,
    Kind.GRID: _read_grid,
    Kind.MULTIPLE: _read_multiple,
    Kind.RANKING: _read_ranking,
    Kind.NUMERIC: _read_numeric,
    Kind.OPEN: _read_open,
}


def _labels(question: Question) -> Labels:
    answers = question.scale.answers if question.scale else ()
    return Labels((answer.id, answer.spellings) for answer in answers)


def _mentions(question: Question, cells: Cells) -> Columns:
    """What respondents wrote in the open column of a question, spaces collapsed."""
    if not question.other:
        return {}
    written = cells.sheet.rows[question.other].str.split().str.join(" ")
    told = written.map(lambda words: bool(personal_in(words)))
    if told.any():
        number = counted(int(told.sum()), "mention that tells", "mentions that tell")
        message = f"{question.other}: {number} who wrote left out"
        place = f"({cells.sheet.named(told)})"
        cells.diagnostics.warning("data-personal", f"{message} {place}", cells.sheet.first(told))
    return {question.other: written.where(~told, "")}


def _remark_exclusive(question: Question, columns: Columns, cells: Cells) -> None:
    ticked = pd.concat([column == TICKED for column in columns.values()], axis="columns")
    several = ticked.sum(axis="columns") > 1
    for each in question.exclusive:
        mask = several & (columns[variable(question.id, each)] == TICKED)
        if mask.any():
            number = counted(int(mask.sum()), "respondent")
            cells.diagnostics.warning(
                "data-exclusive",
                f"{question.id}: {number} ticked {each} together with another option "
                f"({cells.sheet.whose(mask)}); both count",
                cells.sheet.first(mask),
                f'exclusive = ["{each}"] of the question says which options stand alone; '
                "exclusive = [] that none does.",
            )
            label = next(item.label for item in question.items if item.id == each)
            told = wording().treated_exclusive(
                int(mask.sum()), answer=wording().quoted(words=label)
            )
            cells.note(question.id, told)


def _remark_repeated(question: Question, orders: Sequence[Sequence[str]], cells: Cells) -> None:
    """Say who put an item at two places; no other is moved up for it (conventions, 1.6)."""
    items = {item.id for item in question.items}
    put = [[each for each in order if each in items] for order in orders]
    mask = pd.Series([len(set(order)) < len(order) for order in put], dtype=bool)
    if mask.any():
        report = cells.diagnostics.error if question.strict else cells.diagnostics.warning
        count = "" if question.strict else "; its first place counts, the others keep theirs"
        report(
            "data-rank",
            f"{question.id}: {counted(int(mask.sum()), 'respondent')} with the same item twice "
            f"({cells.sheet.whose(mask)}){count}",
            cells.sheet.first(mask),
        )
        cells.note(question.id, wording().treated_twice(int(mask.sum())))


def _remark_ranks(question: Question, columns: Columns, cells: Cells) -> None:
    """Say whose ranks are tied or leave gaps; they are counted as they stand, if not `strict`."""
    report = cells.diagnostics.error if question.strict else cells.diagnostics.warning
    count = "" if question.strict else "; ranks count as given"
    ranks = pd.DataFrame(columns)
    given = ~ranks.isin((NO_REPLY, NOT_ASKED))
    number = given.sum(axis="columns")
    numeric = ranks.where(given, "0").astype(int)
    distinct = numeric.where(given).nunique(axis="columns")
    tied = distinct < number
    gaps = ~tied & (numeric.max(axis="columns") > number)
    for mask, fault in ((tied, "the same rank twice"), (gaps, "a rank left out")):
        if mask.any():
            people = counted(int(mask.sum()), "respondent")
            report(
                "data-rank",
                f"{question.id}: {people} with {fault} ({cells.sheet.whose(mask)}){count}",
                cells.sheet.first(mask),
            )

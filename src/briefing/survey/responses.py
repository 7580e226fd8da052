"""The sheet of responses to answers: one row a respondent, one column a variable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from briefing.survey.cells import Cells, States
from briefing.survey.codebook import question_columns
from briefing.survey.export import PLAIN, ROW, Holds
from briefing.survey.labels import Labels, did_you_mean, normalised, quoted
from briefing.survey.model import (
    NO_REPLY,
    NOT_ASKED,
    TICKED,
    WEIGHT,
    Kind,
    unit_variable,
    variable,
)
from briefing.survey.personal import is_personal, personal_in
from briefing.survey.sheet import counted
from briefing.survey.weights import read_weights
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.diagnostics import Diagnostics, Source
    from briefing.survey.export import Export
    from briefing.survey.model import Codebook, Question
    from briefing.survey.sheet import Sheet

    Columns = dict[str, pd.Series[str]]

_SHOWN = 5


@dataclass(frozen=True, slots=True, eq=False)
class Responses:
    """The answers of those who gave any, and the ids of all who stand in the file."""

    answers: pd.DataFrame
    ids: frozenset[str]
    treated: dict[str, tuple[str, ...]]
    remarks: tuple[str, ...]
    """What changes figures: by question, and of whole replies (`Survey`)."""


def read_responses(
    export: Export, codebook: Codebook, diagnostics: Diagnostics
) -> Responses | None:
    """Read all variables of the codebook; None if columns are missing or ids not unique."""
    sheet = export.sheet
    sheet = _with_known_heads(sheet, codebook, diagnostics)
    if not _has_columns(sheet, codebook, diagnostics):
        return None
    _remark_unused(sheet, export, codebook, diagnostics)
    remarks = [f"{each}." for each in export.remarks]
    earlier = _earlier(sheet, codebook, diagnostics)
    if earlier.any():
        sheet = sheet.keeping(~earlier)
        number = int(earlier.sum())
        remarks.append(wording().treated_again(number, respondents=codebook.respondents))
    _remark_times(export, sheet, diagnostics)
    ids = sheet.rows[codebook.id_column].str.strip()
    if not _sound_ids(ids, sheet, diagnostics):
        return None
    cells = Cells(sheet, diagnostics, _states(export, codebook))
    asked: Columns = {}
    for question in codebook.questions:
        asked.update(_READERS[question.kind](question, cells))
    silent = _silent(asked, sheet, diagnostics)
    _route(codebook.questions, asked, cells)
    _remark_unanswered(codebook.questions, asked, diagnostics)
    columns = {**_attributes(codebook, cells), **asked, **_units(codebook, sheet, diagnostics)}
    if codebook.weight_column:
        columns[WEIGHT] = read_weights(sheet, codebook.weight_column, diagnostics)
    answers = pd.DataFrame(columns)
    answers.index = pd.Index(ids, name=codebook.id_column)
    treated = {name: tuple(sentences) for name, sentences in cells.treated.items()}
    return Responses(answers[~silent.to_numpy()], frozenset(ids.to_list()), treated, tuple(remarks))


def _states(export: Export, codebook: Codebook) -> States:
    """What is no answer, by the codebook and by the export."""

    def words(texts: tuple[str, ...]) -> frozenset[str]:
        return frozenset(normalised(each).casefold() for each in texts)

    marks = {
        each.name: frozenset(value.text for value in each.answers)
        for each in export.columns
        if each.holds is Holds.TICK
    }
    return States(
        words(codebook.no_reply),
        words(codebook.not_asked),
        export.missing,
        export.not_asked,
        marks,
    )


def _read_single(question: Question, cells: Cells) -> Columns:
    labels = _labels(question)
    return {question.id: cells.answers(question.column, labels, question.id, question.unknown)}


def _read_grid(question: Question, cells: Cells) -> Columns:
    labels = _labels(question)
    columns = {}
    for item in question.items:
        name = variable(question.id, item.id)
        columns[name] = cells.answers(item.column, labels, name, question.unknown)
    return columns


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
    """The ranks of items that stand in their order, in one cell or in a column for each place."""
    labels = Labels((item.id, item.spellings) for item in question.items)
    if question.separator:
        orders = cells.joined(question.column, question.separator, labels, question.id)
    else:
        placed = [
            cells.answers(column, labels, f"{question.id}, place {place}").to_list()
            for place, column in enumerate(question.placed, 1)
        ]
        orders = list(zip(*placed, strict=True))
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


def _attributes(codebook: Codebook, cells: Cells) -> Columns:
    columns = {}
    for attribute in codebook.attributes:
        labels = Labels((each, (*values, label)) for each, label, values in attribute.groups)
        columns[attribute.id] = cells.answers(attribute.column, labels, attribute.id)
    return columns


def _units(codebook: Codebook, sheet: Sheet, diagnostics: Diagnostics) -> Columns:
    columns = {}
    for column, noun in codebook.units:
        cells = sheet.rows[column].str.split().str.join(" ")
        blank = cells == ""
        if blank.any():
            number = counted(int(blank.sum()), "respondent")
            message = f"{column}: {number} without a value, counted in no {noun}"
            diagnostics.warning("data-unit", message, sheet.first(blank))
        columns[unit_variable(column)] = cells
    return columns


def _needed_columns(codebook: Codebook) -> Iterable[tuple[str, str, Source | None]]:
    """(what it is for, column, place in the codebook) of every column the codebook reads."""
    yield "the id", codebook.id_column, None
    if codebook.weight_column:
        yield "the weight", codebook.weight_column, None
    for column, noun in codebook.units:
        yield noun, column, None
    for name, column, where in question_columns(codebook):
        yield name, column, where
    for attribute in codebook.attributes:
        yield attribute.id, attribute.column, attribute.where


def _with_known_heads(sheet: Sheet, codebook: Codebook, diagnostics: Diagnostics) -> Sheet:
    """The sheet with heads that differ from the codebook's columns in spelling alone put right."""
    wanted = Labels((column, ()) for _, column, _ in _needed_columns(codebook))
    spelt = Labels((column, (column,)) for _, column, _ in _needed_columns(codebook))
    renamed: dict[str, str] = {}
    for head in sheet.columns:
        match = None if wanted.find(head) else spelt.find(head)
        if match and match.id not in sheet.columns and match.id not in renamed.values():
            renamed[head] = match.id
            message = f"the column {quoted(head)} was read as {match.id}"
            diagnostics.warning("data-spelling", message, sheet.where())
    return type(sheet)(sheet.path, sheet.rows.rename(columns=renamed), sheet.lines)


def _has_columns(sheet: Sheet, codebook: Codebook, diagnostics: Diagnostics) -> bool:
    heads = sheet.columns
    complete = True
    for name, column, where in _needed_columns(codebook):
        if column in heads:
            continue
        complete = False
        diagnostics.error(
            "data-missing-column",
            f"{sheet.path} has no column {quoted(column)} for {name}",
            where or sheet.where(),
            did_you_mean(column, heads),
        )
    return complete


def _remark_unused(
    sheet: Sheet, export: Export, codebook: Codebook, diagnostics: Diagnostics
) -> None:
    """Say which columns are not read; what a program notes of each reply goes without saying."""
    known = {each.name: each.holds for each in export.columns}
    noted = () if export.program == PLAIN else (Holds.ID, Holds.TIME, Holds.ABOUT)
    used = {column for _, column, _ in _needed_columns(codebook)} | set(codebook.ignored)
    unused = [head for head in sheet.columns if head not in used and head != ROW]
    personal = [head for head in unused if is_personal(head) or known.get(head) is Holds.PERSONAL]
    if personal:
        message = f"columns that identify people: {', '.join(personal)}; they are never printed"
        hint = "Take them out of the file before it is passed on."
        diagnostics.warning("data-personal", message, sheet.where(), hint)
    others = [head for head in unused if head not in personal and known.get(head) not in noted]
    if others:
        message = f"columns that the codebook does not read: {', '.join(others)}"
        hint = "Declare them, or list them in [survey]: ignored = [...]."
        diagnostics.warning("data-unused-column", message, sheet.where(), hint)


def _earlier(sheet: Sheet, codebook: Codebook, diagnostics: Diagnostics) -> pd.Series[bool]:
    """The rows of respondents who stand in the file again, where the last is to count."""
    ids = sheet.rows[codebook.id_column].str.strip()
    earlier = ids.duplicated(keep="last") & (ids != "") & (codebook.dedupe == "last")
    if earlier.any():
        message = f"{counted(int(earlier.sum()), 'earlier row')} of respondents who answered again"
        diagnostics.warning(
            "data-id", f"{message} left out ({sheet.named(earlier)})", sheet.first(earlier)
        )
    return earlier


def _remark_times(export: Export, sheet: Sheet, diagnostics: Diagnostics) -> None:
    """Say how many replies came at the very same time: they may be one reply, stored twice.

    Where all have one time, the program was told to keep none.
    """
    times = [each.name for each in export.columns if each.holds is Holds.TIME]
    if export.program == PLAIN or not times or times[0] not in sheet.columns:
        return
    cells = sheet.rows[times[0]].str.strip()
    same = cells.duplicated() & cells.str.contains(":", regex=False)
    if same.any() and (cells != cells.iloc[0]).any():
        number = counted(int(same.sum()), "row")
        message = f"{number} with the same {times[0]} as another ({sheet.named(same)})"
        diagnostics.warning("data-same-time", message, sheet.first(same), "Are they one reply?")


def _sound_ids(ids: pd.Series[str], sheet: Sheet, diagnostics: Diagnostics) -> bool:
    blank = ids == ""
    if blank.any():
        message = f"{counted(int(blank.sum()), 'respondent')} without an id ({sheet.named(blank)})"
        diagnostics.error("data-id", message, sheet.first(blank), "Number the respondents.")
    repeated = ids.duplicated(keep=False) & ~blank
    for each in ids[repeated].unique().tolist()[:_SHOWN]:
        mask = ids == each
        message = f"the respondent {quoted(each)} stands in the file twice ({sheet.named(mask)})"
        hint = 'Keep one row a respondent, or set dedupe = "last" in [survey].'
        diagnostics.error("data-id", message, sheet.where(_last(mask)), hint)
    return not (blank.any() or repeated.any())


def _last(mask: pd.Series[bool]) -> int:
    return int(mask[mask].index[-1])


def _silent(asked: Columns, sheet: Sheet, diagnostics: Diagnostics) -> pd.Series[bool]:
    """Who answered nothing at all: counted as not having responded."""
    if not asked:
        return pd.Series(data=False, index=sheet.rows.index)
    silent = pd.Series(data=True, index=sheet.rows.index)
    for cells in asked.values():
        silent &= cells.isin((NO_REPLY, NOT_ASKED))
        if not silent.any():
            return silent
    number = counted(int(silent.sum()), "respondent")
    message = f"{number} without a single answer left out ({sheet.named(silent)})"
    diagnostics.warning("data-no-answers", message, sheet.first(silent))
    return silent


def _route(questions: tuple[Question, ...], asked: Columns, cells: Cells) -> None:
    """Mark who was not asked a routed question; an answer given all the same is left out."""
    known = {question.id: question for question in questions}
    for question in questions:
        if question.routing is None:
            continue
        by = known[question.routing.question]
        met = _gave(by, question.routing.answers, asked)
        for name in _variables(question):
            strays = ~met & ~asked[name].isin((NO_REPLY, NOT_ASKED))
            if strays.any():
                number = counted(int(strays.sum()), "answer")
                sheet = cells.sheet
                cells.diagnostics.warning(
                    "data-routing",
                    f"{name}: {number} of respondents who were not asked left out "
                    f"({sheet.named(strays)})",
                    sheet.first(strays),
                    f"Only those {question.routing.words} are in its base.",
                )
                cells.note(name, wording().treated_routing(int(strays.sum())))
            asked[name] = asked[name].where(met, NOT_ASKED)


def _gave(question: Question, answers: tuple[str, ...], asked: Columns) -> pd.Series[bool]:
    if question.kind is Kind.SINGLE:
        return asked[question.id].isin(answers)
    ticked = [asked[variable(question.id, each)] == TICKED for each in answers]
    return pd.concat(ticked, axis="columns").any(axis="columns")


def _variables(question: Question) -> tuple[str, ...]:
    if question.items:
        return tuple(variable(question.id, item.id) for item in question.items)
    return () if question.kind is Kind.OPEN else (question.id,)


def _remark_unanswered(
    questions: tuple[Question, ...], asked: Columns, diagnostics: Diagnostics
) -> None:
    for question in questions:
        names = _variables(question)
        if names and all(asked[name].isin((NO_REPLY, NOT_ASKED)).all() for name in names):
            message = f"nobody answered {question.id}: it has no figures"
            diagnostics.warning("data-no-answers", message, question.where)


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
                f"({cells.sheet.named(mask)}); both count",
                cells.sheet.first(mask),
            )


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
                f"{question.id}: {people} with {fault} ({cells.sheet.named(mask)}){count}",
                cells.sheet.first(mask),
            )

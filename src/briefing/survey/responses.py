"""The sheet of responses to answers: one row a respondent, one column a variable."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from briefing.survey.asked import read_question
from briefing.survey.cells import Cells, States
from briefing.survey.export import PLAIN, Holds
from briefing.survey.heads import has_columns, remark_unused, with_known_heads
from briefing.survey.labels import Labels, normalised, quoted
from briefing.survey.model import WEIGHT, unit_variable
from briefing.survey.routing import remark_unanswered, route, unheard
from briefing.survey.sheet import counted
from briefing.survey.weights import read_weights
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostics
    from briefing.survey.asked import Columns
    from briefing.survey.declared import Codebook
    from briefing.survey.export import Export
    from briefing.survey.sheet import Sheet

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
    sheet = with_known_heads(sheet, codebook, diagnostics)
    if not has_columns(sheet, codebook, diagnostics):
        return None
    remark_unused(sheet, export, codebook, diagnostics)
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
    sheet = replace(sheet, ids=tuple(ids))
    cells = Cells(sheet, diagnostics, _states(export, codebook))
    asked: Columns = {}
    for question in codebook.questions:
        asked.update(read_question(question, cells))
    keeps = codebook.silent == "keep"
    silent = None if keeps else unheard(asked, cells)
    route(codebook.questions, asked, cells)
    remark_unanswered(codebook.questions, asked, diagnostics)
    columns = {**_attributes(codebook, cells), **asked, **_units(codebook, sheet, diagnostics)}
    cells.unlisted.tell()
    if codebook.weight_column:
        columns[WEIGHT] = read_weights(sheet, codebook.weight_column, diagnostics)
    answers = pd.DataFrame(columns)
    answers.index = pd.Index(ids, name=codebook.id_column)
    treated = {name: tuple(sentences) for name, sentences in cells.treated.items()}
    answers = answers if silent is None else answers[~silent.to_numpy()]
    if WEIGHT in answers and (number := sum(not each for each in answers[WEIGHT])):
        remarks.append(wording().treated_weightless(number))
    return Responses(answers, frozenset(ids.to_list()), treated, tuple(remarks))


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

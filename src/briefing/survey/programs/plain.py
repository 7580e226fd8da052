"""A plain sheet: one row of heads, one row a respondent, as no survey program wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.survey.export import Column, Export, Holds
from briefing.survey.personal import is_personal
from briefing.survey.programs.model import Program
from briefing.survey.rows import collapsed, named_once, sheet_of_rows, sheet_under

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices
    from briefing.survey.rows import Rows
    from briefing.survey.sheet import Sheet

_IDS = frozenset(
    {"id", "respondent", "respondent id", "respondent_id", "respondentid", "response id"}
    | {"responseid", "response_id", "serial", "serial number", "case", "case id", "caseid"}
)
_WEIGHTS = frozenset({"weight", "weights", "wt", "weighting", "wgt"})
_AGAIN = re.compile(r"(.+) \(\d+\)")
_SECOND_HEADS = frozenset({"response", "open-ended response", "other (please specify)"})
_TIMES = frozenset({"timestamp", "date", "time", "start time", "end time", "submitted"})


def _read(rows: Rows, choices: Choices, diagnostics: Diagnostics) -> Export | None:
    if _has_further_heads(rows, diagnostics):
        return None
    if choices.name_heads and _lacks_heads(rows):
        return _without_heads(rows, diagnostics)
    sheet = sheet_of_rows(rows, diagnostics, name_heads=choices.name_heads)
    return None if sheet is None else plain_export(sheet)


_REPLIES, _AGAIN_BELOW = 20, 3
"""So many rows and heads at least tell answers that are given again from heads."""
_MOSTLY_AGAIN = 0.5
"""So large a part of a first row that is no heads is given again below, each in its column."""


def _lacks_heads(rows: Rows) -> bool:
    """Whether the first row is somebody's reply: what stands in it is answered further down too.

    The head of a tick may stand in its cells; so only columns with several answers are asked.
    """
    below = [cells for _, cells in rows.under(1)]
    if len(below) < _REPLIES:
        return False
    told = again = 0
    for place, head in enumerate(rows.heads):
        written = {cells[place] for cells in below if place < len(cells)}
        given = set(map(collapsed, written)) - {""}
        if head and len(given) > 1:
            told += 1
            again += head in given
    return again >= _AGAIN_BELOW and again >= _MOSTLY_AGAIN * told


def _without_heads(rows: Rows, diagnostics: Diagnostics) -> Export | None:
    """The rows as replies, with the numbers of their columns for heads."""
    message = "the first row reads like a reply, not like heads: it is counted with the others"
    hint = "If these are the heads, change one of them; else give the file a row of heads."
    diagnostics.warning("data-heads", message, rows.where(), hint)
    width = max(len(cells) for _, cells in rows.records)
    sheet = sheet_under(named_once([""] * width), rows.path, rows.records, diagnostics)
    return None if sheet is None else plain_export(sheet)


def _has_further_heads(rows: Rows, diagnostics: Diagnostics) -> bool:
    """Whether heads stand below the heads: those of a program whose export was touched.

    Qualtrics has three rows of heads, the last of import ids; SurveyMonkey has two, the second
    with ``Response`` where a question has one column.
    """
    for number in (1, 2):
        cells = [cell.strip() for cell in rows.head(number)]
        words = {cell.casefold() for cell in cells if cell}
        if any(cell.startswith(('{"ImportId"', "{'ImportId'")) for cell in cells):
            program, count = "Qualtrics", "three"
        elif number == 1 and words and words <= _SECOND_HEADS:
            program, count = "SurveyMonkey", "two"
        else:
            continue
        message = f"a row of heads stands among the answers: this is an export of {program}"
        hint = f"Leave its {count} rows of heads as they were exported, or keep the first alone."
        diagnostics.error("data-heads", message, rows.where(number), hint)
        return True
    return False


def plain_export(sheet: Sheet) -> Export:
    """A sheet whose heads are all that is known of its columns."""
    columns = tuple(
        Column(head, _asked(head, sheet), holds=_holds(sheet, head)) for head in sheet.columns
    )
    return Export(sheet, columns=columns)


def _asked(head: str, sheet: Sheet) -> str:
    """The head as it was written, without the number that tells it from another one alike."""
    match = _AGAIN.fullmatch(head)
    return match[1] if match and match[1] in sheet.columns else head


def _holds(sheet: Sheet, head: str) -> Holds:
    word = head.casefold()
    if word in _IDS and _tells_apart(sheet, head):
        return Holds.ID
    if is_personal(head):
        return Holds.PERSONAL
    if word in _WEIGHTS:
        return Holds.WEIGHT
    return Holds.TIME if word in _TIMES else Holds.UNKNOWN


def _tells_apart(sheet: Sheet, head: str) -> bool:
    cells = sheet.rows[head].str.strip()
    return bool(cells.is_unique and (cells != "").all())


PLAIN = Program("plain", lambda _: True, _read)

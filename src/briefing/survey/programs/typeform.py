"""Typeform: one row of heads; each option of a choice of several has a column under its label.

What was asked there the export does not say: columns side by side that hold nothing but their own
heads are one question, called by the number of its first column. "Other" ends a question, and so
does what excludes the other options; a yes is 1, a no 0.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.survey.apart import is_exclusive, is_other
from briefing.survey.export import Column, Export, Holds, Value
from briefing.survey.labels import alike
from briefing.survey.personal import is_personal
from briefing.survey.programs.looks import filled, without_tags
from briefing.survey.programs.model import Program
from briefing.survey.rows import named_once, sheet_under

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices
    from briefing.survey.rows import Rows
    from briefing.survey.sheet import Sheet

_ID = "#"
_TOKEN = re.compile(r"[0-9a-z]{20,40}")
"""How replies are called: ``odwdp4nzj1xg6m9l36odwdp4nzlv2gcw``."""
_NOTED = {
    "start date (utc)": Holds.TIME,
    "stage date (utc)": Holds.TIME,
    "submit date (utc)": Holds.TIME,
    "response type": Holds.ABOUT,
    "network id": Holds.ABOUT,
    "tags": Holds.ABOUT,
    "ending": Holds.ABOUT,
}
_CERTAIN = frozenset({"submit date (utc)", "network id"})
_SEVERAL = 2
"""So many options at least are a question."""
_YES_NO = (Value("1", "Yes"), Value("0", "No"))
_REMARK = (
    "Typeform exports the options of a choice of several without its wording: such a question is "
    "called by the number of its first column, and nothing tells two apart that follow each other"
)


def _recognises(rows: Rows) -> bool:
    heads = [head.casefold() for head in rows.heads]
    if not _CERTAIN.isdisjoint(heads):
        return True
    ids = [cells[0].strip() for _, cells in rows.under(1) if cells and cells[0].strip()]
    return heads[:1] == [_ID] and bool(ids) and all(map(_TOKEN.fullmatch, ids))


def _read(rows: Rows, _: Choices, diagnostics: Diagnostics) -> Export | None:
    heads = [without_tags(head) for head in rows.heads]
    sheet = sheet_under(named_once(heads), rows.path, rows.under(1), diagnostics)
    if sheet is None:
        return None
    asked = {place: run[0] for run in _questions(heads, sheet) for place in run}
    columns: list[Column] = []
    for place, head in enumerate(heads):
        name = sheet.columns[place]
        if place in asked:
            columns.append(_option(name, head, f"column {asked[place] + 1}", sheet))
        elif is_other(head) and columns and columns[-1].holds is Holds.UNKNOWN:
            before = columns[-1].question
            columns.append(Column(name, before, head, columns[-1].name, Holds.TEXT))
        else:
            columns.append(_alone(name, head, sheet))
    return Export(sheet, "Typeform", columns=tuple(columns), remarks=(_REMARK,) * bool(asked))


def _questions(heads: Sequence[str], sheet: Sheet) -> Iterator[list[int]]:
    """The places of the columns of each choice of several."""
    run: list[int] = []
    for place, head in enumerate([*heads, ""]):
        given = {alike(each) for each in _cells(place, sheet)}
        option = bool(head) and head.casefold() not in {*_NOTED, _ID} and given <= {alike(head)}
        option = option and (bool(given) or "?" not in head)  # nobody chose it, or nobody wrote
        known = {alike(heads[each]) for each in run}
        if not option or alike(head) in known or (run and is_exclusive(heads[run[-1]])):
            if run and not option and is_other(head):
                run.append(place)
            if sum(bool(_cells(each, sheet)) for each in run) >= _SEVERAL:
                yield run
            run = []
        if option:
            run.append(place)


def _cells(place: int, sheet: Sheet) -> list[str]:
    return filled(sheet.rows.iloc[:, place]) if place < len(sheet.columns) else []


def _option(name: str, head: str, question: str, sheet: Sheet) -> Column:
    """An option: a tick of its label, or what was written beside "Other"."""
    given = filled(sheet.rows[name])
    if given and {alike(each) for each in given} != {alike(head)}:
        return Column(name, question, head, question, Holds.TEXT)
    values = tuple(Value(each, head) for each in given)
    return Column(name, question, head, question, Holds.TICK, "", values)


def _alone(name: str, head: str, sheet: Sheet) -> Column:
    """A question of one column, or what the program notes of a reply."""
    word = head.casefold()
    if word == _ID:
        return Column(name, head, holds=Holds.ID)
    if word in _NOTED:
        return Column(name, head, holds=_NOTED[word])
    if is_personal(head):
        return Column(name, head, holds=Holds.PERSONAL)
    if set(filled(sheet.rows[name])) == {each.text for each in _YES_NO}:
        return Column(name, head, holds=Holds.ANSWER, values=_YES_NO)
    return Column(name, head)


TYPEFORM = Program("Typeform", _recognises, _read)

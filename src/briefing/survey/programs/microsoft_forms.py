"""Microsoft Forms: one row of heads, several answers in one cell with a semicolon behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.survey.export import Column, Export, Holds
from briefing.survey.programs.looks import are_orders, joined_by
from briefing.survey.programs.model import Program
from briefing.survey.rows import named_once, sheet_under

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices
    from briefing.survey.rows import Rows
    from briefing.survey.sheet import Sheet

_META = {
    "id": Holds.ID,
    "start time": Holds.TIME,
    "completion time": Holds.TIME,
    "last modified time": Holds.TIME,
    "email": Holds.PERSONAL,
    "name": Holds.PERSONAL,
    "language": Holds.ABOUT,
    "total points": Holds.ABOUT,
    "quiz feedback": Holds.ABOUT,
    "grade posted time": Holds.TIME,
}
_KNOWN_BY = ("start time", "completion time")
_SEPARATOR = ";"


def _recognises(rows: Rows) -> bool:
    heads = [head.casefold() for head in rows.heads]
    return bool(heads) and heads[0] == "id" and all(each in heads for each in _KNOWN_BY)


def _read(rows: Rows, _: Choices, diagnostics: Diagnostics) -> Export | None:
    heads = rows.heads
    names = named_once(heads)
    sheet = sheet_under(names, rows.path, rows.under(1), diagnostics)
    if sheet is None:
        return None
    columns = tuple(_column(name, head, sheet) for name, head in zip(names, heads, strict=True))
    return Export(sheet, "Microsoft Forms", columns=columns)


def _column(name: str, head: str, sheet: Sheet) -> Column:
    word = head.casefold()
    if word in _META:
        return Column(name, head, holds=_META[word])
    if head.startswith(("Points - ", "Feedback - ")):
        return Column(name, head, holds=Holds.ABOUT)
    cells = sheet.rows[name].to_list()
    if not joined_by(cells, [_SEPARATOR]):
        return Column(name, head, group=name)
    holds = Holds.RANKED if are_orders(cells, _SEPARATOR) else Holds.ANSWERS
    return Column(name, head, "", name, holds, _SEPARATOR)


MICROSOFT_FORMS = Program("Microsoft Forms", _recognises, _read)

"""Snap: names of variables as heads, and words for the questions that have no answer.

Its three kinds of missing (No Reply, Not Asked, Error) come as words where the export has labels.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.survey.export import Column, Export, Holds, Value
from briefing.survey.programs.looks import YES_NO, filled, joined_by, kind_of_group
from briefing.survey.programs.model import Program
from briefing.survey.rows import sheet_of_rows

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices
    from briefing.survey.rows import Rows
    from briefing.survey.sheet import Sheet

_META = {
    "id.name": Holds.ID,
    "id.number": Holds.ID,
    "id.id": Holds.ID,
    "serial": Holds.ID,
    "id.date": Holds.TIME,
    "id.time": Holds.TIME,
    "id.start": Holds.TIME,
    "id.endtime": Holds.TIME,
    "id.starttime": Holds.TIME,
}
_STATES = {
    "no reply": Value("No Reply", "No Reply", missing=True),
    "not asked": Value("Not Asked", "Not Asked", not_asked=True),
}
_BRACKETED = r"[(\[](?P<part>(?:[^()\[\]]|[(\[][^()\[\]]*[)\]])+)[)\]]"
"""A part in brackets, which may hold brackets of its own: ``(Football (5-a-side))``."""
_HEAD = re.compile(
    rf"(?P<name>Q\d+\w*?)(?:[._:](?P<number>\d+)|\s*{_BRACKETED})?"
    r"(?:[.:]?\s+(?P<text>\D.*))?\Z"
)

_ENDED = re.compile(rf"(?P<stem>(?P<name>Q\d+\w*)[.:]?\s+(?P<text>\D.*\S))\s*{_BRACKETED}")


def _recognises(rows: Rows) -> bool:
    heads = [head.casefold() for head in rows.heads]
    if any(head.startswith("id.") and head in _META for head in heads):
        return True
    distinct = set[str]().union(*(row for _, row in rows.records[1:]))
    cells = {cell.strip().casefold() for cell in distinct}
    return "not asked" in cells and "no reply" in cells


def _read(rows: Rows, choices: Choices, diagnostics: Diagnostics) -> Export | None:
    sheet = sheet_of_rows(rows, diagnostics, name_heads=choices.name_heads)
    if sheet is None:
        return None
    columns = tuple(_column(name, sheet) for name in sheet.columns)
    return Export(sheet, "Snap", columns=columns)


def _column(name: str, sheet: Sheet) -> Column:
    word = name.casefold()
    if word in _META or word.startswith("id."):
        return Column(name, name, holds=_META.get(word, Holds.ABOUT))
    states = tuple(
        Value(
            each,
            _STATES[each.casefold()].label,
            missing=_STATES[each.casefold()].missing,
            not_asked=_STATES[each.casefold()].not_asked,
        )
        for each in filled(sheet.rows[name])
        if each.casefold() in _STATES
    )
    found = _HEAD.match(_part_first(name, sheet))
    question = (found["text"] if found else "") or name
    group = found["name"] if found else name
    part = (found["number"] or found["part"] or "") if found else ""
    if not part:
        separator = joined_by(_answered(name, sheet), (";", ", "))
        holds = Holds.ANSWERS if separator else Holds.UNKNOWN
        return Column(name, question, "", group, holds, separator, states)
    siblings = [
        each
        for each in sheet.columns
        if (other := _HEAD.match(_part_first(each, sheet)))
        and other["name"] == group
        and (other["number"] or other["part"])
        and each != group
    ]
    return _part(Column(name, question, part, group, values=states), siblings, sheet)


def _part_first(name: str, sheet: Sheet) -> str:
    """A head with its part behind the number: ``Q2 (Crime) What worries you?``.

    Parts in brackets at the end are told from words in brackets by heads that differ in them alone.
    """
    found = _ENDED.fullmatch(name)
    alike = [
        other
        for each in sheet.columns
        if found and (other := _ENDED.fullmatch(each)) and other["stem"] == found["stem"]
    ]
    if found is None or len(alike) < len("ab"):
        return name
    return f"{found['name']} ({found['part']}) {found['text']}"


def _part(column: Column, siblings: list[str], sheet: Sheet) -> Column:
    """A column of one option or one row: a tick is told by its label, which no other column has."""
    from_cells = {each: filled(_answered(each, sheet)) for each in siblings}
    own = from_cells[column.name]
    one_word = all(len(words) <= 1 for words in from_cells.values())
    kind = kind_of_group(
        [_answered(each, sheet) for each in siblings], [""] * len(siblings), YES_NO
    )
    if not (one_word or kind is Holds.TICK):
        return _as(column, kind, column.part, column.values)
    labels = [words[0] for words in from_cells.values() if words]
    labelled = len(own) == 1 and not own[0].isdigit() and labels.count(own[0]) == 1
    part = own[0] if labelled else column.part
    ticks = tuple(Value(each, part) for each in own if each.casefold() not in YES_NO[1])
    return _as(column, Holds.TICK, part, (*ticks, *column.values))


def _as(column: Column, holds: Holds, part: str, values: tuple[Value, ...]) -> Column:
    return Column(column.name, column.question, part, column.group, holds, "", values)


def _answered(name: str, sheet: Sheet) -> list[str]:
    """The cells of a column, blank where they hold a state."""
    return ["" if cell.strip().casefold() in _STATES else cell for cell in sheet.rows[name]]


SNAP = Program("Snap", _recognises, _read)

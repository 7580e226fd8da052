"""Google Forms: a timestamp, then questions; rows of a grid stand in brackets behind theirs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.survey.export import Column, Holds
from briefing.survey.personal import is_personal
from briefing.survey.programs.looks import are_ranks, joined_by
from briefing.survey.programs.model import Program
from briefing.survey.programs.one_row import export_under

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices, Export
    from briefing.survey.rows import Rows
    from briefing.survey.sheet import Sheet

_PART = re.compile(r"(?P<question>.*\S)\s*\[(?P<part>[^\[\]]+)\]\Z")
_TIMESTAMPS = frozenset(
    {"Timestamp", "Zeitstempel", "Horodateur", "Marca temporal", "Informazioni cronologiche"}
    | {"Tijdstempel", "Carimbo de data/hora", "Sygnatura czasowa", "Tidsstempel"}
    | {"Časová značka", "Tidstämpel", "Marca de temps", "Dấu thời gian"}
    | {"ประทับเวลา", "タイムスタンプ", "타임스탬프", "时间戳记", "時間戳記", "Stempel waktu"}
)
"""The first head, in the languages of forms."""
_SEPARATORS = (";", ", ")


def _recognises(rows: Rows) -> bool:
    heads = rows.heads
    return len(heads) > 1 and heads[0] in _TIMESTAMPS


def _read(rows: Rows, _: Choices, diagnostics: Diagnostics) -> Export | None:
    return export_under(rows, "Google Forms", _column, diagnostics)


def _column(name: str, head: str, sheet: Sheet) -> Column:
    if head in _TIMESTAMPS:
        return Column(name, head, holds=Holds.TIME)
    if is_personal(head):
        return Column(name, head, holds=Holds.PERSONAL)
    if head == "Score":
        return Column(name, head, holds=Holds.ABOUT)
    cells = sheet.rows[name].to_list()
    separator = joined_by(cells, _SEPARATORS)
    holds = Holds.ANSWERS if separator else Holds.UNKNOWN
    split = _PART.match(head)
    if split is None:
        return Column(name, head, "", name, holds, separator)
    question, part = split["question"], split["part"]
    siblings = [each for each in sheet.columns if each.startswith(f"{question} [")]
    if are_ranks([sheet.rows[each].to_list() for each in siblings]):
        holds = Holds.RANK
    elif not separator:
        holds = Holds.ANSWER
    return Column(name, question, part, question, holds, separator)


GOOGLE_FORMS = Program("Google Forms", _recognises, _read)

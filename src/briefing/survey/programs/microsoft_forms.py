"""Microsoft Forms: one row of heads, several answers in one cell with a semicolon behind each.

Rows of a grid stand behind their question and a full stop, if their heads have the question at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.survey.export import Column, Holds
from briefing.survey.programs.looks import are_orders, joined_by
from briefing.survey.programs.model import Program
from briefing.survey.programs.one_row import export_under

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices, Export
    from briefing.survey.rows import Rows
    from briefing.survey.sheet import Sheet

_TIMES = (
    ("start time", "completion time"),
    ("startzeit", "fertigstellungszeit"),
    ("heure de début", "heure de fin"),
    ("hora de inicio", "hora de finalización"),
    ("ora di inizio", "ora di completamento"),
    ("begintijd", "tijd van voltooien"),
    ("hora de início", "hora de conclusão"),
)
"""The heads by which a file is known, those of when a reply was begun and sent, by language."""
_HOLDS = {
    Holds.ID: ("id",),
    Holds.TIME: (
        *("last modified time", "grade posted time", "zeit der letzten änderung"),
        *("heure de la dernière modification", "hora de la última modificación"),
        *(head for pair in _TIMES for head in pair),
    ),
    Holds.PERSONAL: (
        *("email", "e-mail", "adresse de messagerie", "correo electrónico", "posta elettronica"),
        *("name", "nom", "nombre", "nome", "naam"),
    ),
    Holds.ABOUT: ("language", "sprache", "langue", "total points", "quiz feedback"),
}
_META = {head: holds for holds, heads in _HOLDS.items() for head in heads}
_SEPARATOR = ";"
_ROW = re.compile(r"(?P<question>.*?[^\s.])\.(?P<part>[^\W\d].*)")


def _recognises(rows: Rows) -> bool:
    heads = [head.casefold() for head in rows.heads]
    return bool(heads) and heads[0] == "id" and any(set(each) <= set(heads) for each in _TIMES)


def _read(rows: Rows, _: Choices, diagnostics: Diagnostics) -> Export | None:
    return export_under(rows, "Microsoft Forms", _column, diagnostics)


def _column(name: str, head: str, sheet: Sheet) -> Column:
    word = head.casefold()
    if word in _META:
        return Column(name, head, holds=_META[word])
    if head.startswith(("Points - ", "Feedback - ")):
        return Column(name, head, holds=Holds.ABOUT)
    cells = sheet.rows[name].to_list()
    row = _ROW.fullmatch(head)
    if row and _has_rows(row["question"], sheet):
        return Column(name, row["question"], row["part"], row["question"], Holds.ANSWER)
    if not joined_by(cells, [_SEPARATOR]):
        return Column(name, head, group=name)
    holds = Holds.RANKED if are_orders(cells, _SEPARATOR) else Holds.ANSWERS
    return Column(name, head, "", name, holds, _SEPARATOR)


def _has_rows(question: str, sheet: Sheet) -> bool:
    """Whether several heads have a question in front of what is their own."""
    rows = [row["question"] for each in sheet.columns if (row := _ROW.fullmatch(each))]
    return rows.count(question) > 1


MICROSOFT_FORMS = Program("Microsoft Forms", _recognises, _read)

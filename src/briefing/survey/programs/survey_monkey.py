"""SurveyMonkey: two rows of heads, questions with blanks behind them, then options and rows.

A condensed export has one, or leaves the second blank.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.survey.export import Column, Export, Holds, Value
from briefing.survey.labels import alike
from briefing.survey.personal import is_personal
from briefing.survey.programs.looks import are_codes, filled, kind_of_group, without_tags
from briefing.survey.programs.model import Program
from briefing.survey.rows import named_once, sheet_under

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices
    from briefing.survey.rows import Rows
    from briefing.survey.sheet import Sheet

_IDS = frozenset({"respondent id", "respondentid"})
_COLLECTORS = frozenset({"collector id", "collectorid"})
_META = {
    "collector id": Holds.ABOUT,
    "collectorid": Holds.ABOUT,
    "start date": Holds.TIME,
    "startdate": Holds.TIME,
    "end date": Holds.TIME,
    "enddate": Holds.TIME,
}
_ONE = "Response"
_WORDS = ("open-ended response", "other (please specify)", "other (please describe)")
_SPECIFIED = re.compile(r"\(please (?:specify|describe)\)$")
_UNNAMED = re.compile(r"Unnamed: \d+")
"""What pandas writes for a blank head: the question goes on over it as over a blank."""
_HEADS = 2
_SEVERAL = 2
"""So many questions at least whose second head is `_ONE`; one cell may be somebody's answer."""


@dataclass(frozen=True, slots=True)
class _Head:
    question: str
    part: str
    name: str = ""
    number: int = 0
    """The place of its question among the questions."""


def _recognises(rows: Rows) -> bool:
    first = [head.casefold() for head in rows.head(0)]
    if rows.head(1).count(_ONE) >= _SEVERAL:
        return True
    if not (_IDS.isdisjoint(first) or _COLLECTORS.isdisjoint(first)):
        return True  # whoever put a column in front of them too
    return bool(first) and first[0] in _IDS and _has_parts(rows)


def _has_parts(rows: Rows) -> bool:
    """Whether a second row of heads stands below the first.

    Nobody has an empty id; where the ids were taken out, questions of one column tell it.
    """
    second = rows.head(1)
    return bool(second) and (not second[0] or second.count(_ONE) >= _SEVERAL)


def _read(rows: Rows, _: Choices, diagnostics: Diagnostics) -> Export | None:
    has_parts = _has_parts(rows)
    heads = _heads(rows.head(0), rows.head(1) if has_parts else ())
    names = [head.name for head in heads]
    sheet = sheet_under(names, rows.path, rows.under(_HEADS if has_parts else 1), diagnostics)
    if sheet is None:
        return None
    kinds, coded = {}, set[int]()
    for head in heads:
        if head.number not in kinds:
            cells, parts = _closed([each for each in heads if each.number == head.number], sheet)
            kinds[head.number] = kind_of_group(cells, parts)
            if are_codes(cells):
                coded.add(head.number)
    single = {head.number for head in heads if head.part == _ONE}
    columns = tuple(
        _column(
            head,
            kinds[head.number],
            sheet,
            written=head.number in single,
            nothing="" if head.number in coded else "0",
        )
        for head in heads
    )
    return Export(sheet, "SurveyMonkey", columns=columns)


def _closed(heads: list[_Head], sheet: Sheet) -> tuple[list[list[str]], list[str]]:
    """The columns of a question with their parts, those of respondents' own words left aside."""
    closed = [each for each in heads if not _is_written(each, sheet)]
    return [sheet.rows[each.name].to_list() for each in closed], [each.part for each in closed]


def _heads(questions: Sequence[str], parts: Sequence[str]) -> list[_Head]:
    """The heads of the columns: a question goes on over the blanks behind it."""
    width = max(len(questions), len(parts))
    first = [*questions, *[""] * (width - len(questions))]
    second = [*parts, *[""] * (width - len(parts))]
    while first and not first[-1] and not second[-1]:
        first.pop()
        second.pop()
    found: list[_Head] = []
    number, question = 0, ""
    for head, part in zip(first, second, strict=True):
        if head and not (part and _UNNAMED.fullmatch(head)):
            number, question = number + 1, without_tags(head)
        found.append(_Head(question, without_tags(part), number=number))
    names = named_once(_name(head, found) for head in found)
    return [
        _Head(head.question, head.part, name, head.number)
        for head, name in zip(found, names, strict=True)
    ]


def _name(head: _Head, heads: Sequence[_Head]) -> str:
    alone = sum(each.number == head.number for each in heads) == 1
    plain = not head.part or head.part == _ONE
    if plain or (alone and head.part.casefold() == _WORDS[0]):
        return head.question
    return f"{head.question} [{head.part}]"


def _is_written(head: _Head, sheet: Sheet) -> bool:
    """Whether a column holds respondents' own words: ``Other entity (please specify)``."""
    part = head.part.casefold()
    if part in _WORDS:
        return True
    given = filled(sheet.rows[head.name]) if _SPECIFIED.search(part) else []
    return any(not each.isdecimal() and alike(each) != alike(head.part) for each in given)


def _column(head: _Head, kind: Holds, sheet: Sheet, *, written: bool, nothing: str) -> Column:
    """A column; beside the one answer of a question is `written` what its form calls otherwise.

    `nothing` is the cell of an option that was not ticked: of codes a nought is an option's too.
    """
    word = head.question.casefold()
    if not head.part:
        holds = Holds.ID if word in _IDS else _META.get(word, Holds.UNKNOWN)
        if is_personal(head.question):
            holds = Holds.PERSONAL
        elif word.startswith("custom data"):
            holds = Holds.ABOUT
        return Column(head.name, head.question, holds=holds)
    group = head.question
    if _is_written(head, sheet) or (written and head.part != _ONE):
        part = "" if head.part.casefold() == _WORDS[0] else head.part
        return Column(head.name, head.question, part, group, Holds.TEXT)
    if head.part == _ONE:
        return Column(head.name, head.question, "", group, Holds.ANSWER)
    given = filled(sheet.rows[head.name]) if kind is Holds.TICK else []
    values = tuple(Value(each, head.part) for each in given if each != nothing)
    return Column(head.name, head.question, head.part, group, kind, "", values)


SURVEY_MONKEY = Program("SurveyMonkey", _recognises, _read)

"""Alchemer, once SurveyGizmo: one row of heads, options and rows before their question.

``Other - Write In:How do you come here?``
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.survey.export import Column, Export, Holds, Value
from briefing.survey.personal import is_personal
from briefing.survey.programs.looks import filled, joined_by, kind_of_group, without_tags
from briefing.survey.programs.model import Program
from briefing.survey.programs.replies import kept
from briefing.survey.rows import named_once, sheet_under

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices
    from briefing.survey.rows import Rows
    from briefing.survey.sheet import Sheet

_KNOWN_BY = ("time started", "date submitted", "status")
_META = {
    "response id": Holds.ID,
    "time started": Holds.TIME,
    "date submitted": Holds.TIME,
    "status": Holds.ABOUT,
    "contact id": Holds.PERSONAL,
    "legacy comments": Holds.ABOUT,
    "comments": Holds.ABOUT,
    "language": Holds.ABOUT,
    "referer": Holds.ABOUT,
    "sessionid": Holds.ABOUT,
    "user agent": Holds.ABOUT,
    "extended referer": Holds.ABOUT,
    "tags": Holds.ABOUT,
    "longitude": Holds.PERSONAL,
    "latitude": Holds.PERSONAL,
    "city": Holds.PERSONAL,
    "postal": Holds.PERSONAL,
    "state/region": Holds.ABOUT,
    "country": Holds.ABOUT,
}
_PARTIAL = "partial"
_OWN_WORDS = ("other - write in", "write in", "comments", "other word")
_SEPARATORS = (";",)


@dataclass(frozen=True, slots=True)
class _Head:
    name: str
    question: str
    part: str = ""


def _recognises(rows: Rows) -> bool:
    heads = {head.casefold() for head in rows.heads}
    return heads.issuperset(_KNOWN_BY)


def _read(rows: Rows, choices: Choices, diagnostics: Diagnostics) -> Export | None:
    written = rows.heads
    names = named_once(written)
    sheet = sheet_under(names, rows.path, rows.under(1), diagnostics)
    if sheet is None:
        return None
    status = next(name for name in names if name.casefold() == "status")
    partial = sheet.rows[status].str.strip().str.casefold() == _PARTIAL
    left = kept(sheet, choices, diagnostics, partial=partial)
    heads = _heads(names, written)
    first = next((at for at, each in enumerate(heads) if each.name.casefold() not in _META), 0)
    columns = tuple(
        Column(head.name, head.question, holds=_META[head.name.casefold()])
        if place < first
        else _column(head, [each for each in heads if each.question == head.question], left.sheet)
        for place, head in enumerate(heads)
    )
    return Export(left.sheet, "Alchemer", columns=columns, remarks=left.remarks)


def _heads(names: Sequence[str], written: Sequence[str]) -> list[_Head]:
    """Heads parted at the first colon behind which stands what another head has there too."""
    ends = Counter(end for head in written for end in {head, *_ends(head)})
    found = []
    for name, head in zip(names, written, strict=True):
        question = next((end for end in _ends(head) if ends[end] > 1), head)
        part = head.removesuffix(question).strip(" :") if question != head else ""
        found.append(_Head(name, without_tags(question), without_tags(part)))
    return found


def _ends(head: str) -> list[str]:
    """What stands behind each colon of a head, the longest first."""
    pieces = head.split(":")
    rest = (":".join(pieces[at:]).strip() for at in range(1, len(pieces)))
    return [each for each in rest if each and not each.startswith(":")]


def _column(head: _Head, group: Sequence[_Head], sheet: Sheet) -> Column:
    if is_personal(head.question):
        return Column(head.name, head.question, holds=Holds.PERSONAL)
    if _own_words(head):
        return Column(head.name, head.question, head.part, head.question, Holds.TEXT)
    closed = [each for each in group if not _own_words(each)]
    if not head.part or len(closed) == 1:
        separator = joined_by(sheet.rows[head.name].to_list(), _SEPARATORS)
        holds = Holds.ANSWERS if separator else Holds.UNKNOWN
        return Column(head.name, head.question, head.part, head.question, holds, separator)
    cells = [sheet.rows[each.name].to_list() for each in closed]
    kind = kind_of_group(cells, [each.part for each in closed])
    kind = Holds.UNKNOWN if kind is Holds.ANSWER else kind
    given = filled(sheet.rows[head.name]) if kind is Holds.TICK else []
    values = tuple(Value(each, head.part) for each in given if each != "0")
    return Column(head.name, head.question, head.part, head.question, kind, "", values)


def _own_words(head: _Head) -> bool:
    return head.part.casefold().startswith(_OWN_WORDS)


ALCHEMER = Program("Alchemer", _recognises, _read)

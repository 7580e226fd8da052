"""Qualtrics: three rows of heads, which are export tags, question texts and import ids.

Exports of before 2018 have two, see `qualtrics_before`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.survey.export import Column, Export, Holds, Value
from briefing.survey.programs.looks import (
    filled,
    joined_by,
    kind_of_group,
    shared_start,
    without_tags,
)
from briefing.survey.programs.model import Program
from briefing.survey.programs.qualtrics_before import as_later, is_before
from briefing.survey.programs.replies import kept
from briefing.survey.rows import collapsed, named_once, sheet_under

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices
    from briefing.survey.rows import Rows
    from briefing.survey.sheet import Sheet

_HEADS = 3
_META = {
    "StartDate": Holds.TIME,
    "EndDate": Holds.TIME,
    "RecordedDate": Holds.TIME,
    "Status": Holds.ABOUT,
    "Progress": Holds.ABOUT,
    "Duration (in seconds)": Holds.ABOUT,
    "Finished": Holds.ABOUT,
    "DistributionChannel": Holds.ABOUT,
    "UserLanguage": Holds.ABOUT,
    "ResponseId": Holds.ID,
    "IPAddress": Holds.PERSONAL,
    "RecipientLastName": Holds.PERSONAL,
    "RecipientFirstName": Holds.PERSONAL,
    "RecipientEmail": Holds.PERSONAL,
    "ExternalReference": Holds.PERSONAL,
    "LocationLatitude": Holds.PERSONAL,
    "LocationLongitude": Holds.PERSONAL,
}
_PREVIEWS = frozenset({"survey preview", "survey test", "offline survey preview", "1", "2", "17"})
"""Values of Status, as labels and as codes, of replies that no respondent gave."""
_SPAM = frozenset(
    {"spam", "possible spam", "survey preview spam", "imported spam", "offline spam"}
    | {"8", "9", "12", "24"}
)
"""Those of replies that the program took for a machine's."""
_UNFINISHED = frozenset({"false", "0"})
_IMPORT = re.compile(r"""\{["']ImportId["']""")
_QUESTION = re.compile(r"(?:\d+_)?QID\d+(?:#\d+)?")
_OWN_WORDS = "_TEXT"
_CHOSEN = " - Selected Choice"
_SEEN = Value("-99", "seen, not answered", missing=True)


@dataclass(frozen=True, slots=True)
class _Head:
    """The three heads of a column; `question` is the id of its question, or its tag."""

    name: str
    text: str
    question: str
    own_words: bool = False
    """Whether it holds what respondents wrote."""

    @property
    def about(self) -> bool:
        """Whether it tells the order in which options were shown."""
        return "_DO_" in self.name or self.name.endswith("_DO")


@dataclass(frozen=True, slots=True)
class _Group:
    """The columns of a question without those of respondents' own words, and what they hold."""

    heads: tuple[_Head, ...]
    holds: Holds

    @classmethod
    def of(cls, heads: Sequence[_Head], sheet: Sheet) -> _Group:
        cells = [sheet.rows[each.name].replace(_SEEN.text, "").to_list() for each in heads]
        labels = [_worded(each, heads)[1] for each in heads]
        several = len(heads) > len("a")
        return cls(tuple(heads), kind_of_group(cells, labels) if several else Holds.UNKNOWN)


def _recognises(rows: Rows) -> bool:
    return _has_imports(rows) or is_before(rows)


def _has_imports(rows: Rows) -> bool:
    """Whether the third row tells import ids; it did first in other quotation marks."""
    return any(_IMPORT.match(cell) for cell in rows.head(_HEADS - 1))


def _read(rows: Rows, choices: Choices, diagnostics: Diagnostics) -> Export | None:
    if is_before(rows):
        rows = as_later(rows, _HEADS if _has_imports(rows) else _HEADS - 1)
    tags, texts, imports = (rows.head(number) for number in range(_HEADS))
    heads = [
        _head(name, without_tags(text), code)
        for name, text, code in zip(named_once(tags), texts, imports, strict=False)
    ]
    names = [head.name for head in heads]
    sheet = sheet_under(names, rows.path, rows.under(_HEADS), diagnostics)
    if sheet is None:
        return None
    left = kept(
        sheet,
        choices,
        diagnostics,
        previews=_marked(sheet, "Status", _PREVIEWS),
        spam=_marked(sheet, "Status", _SPAM),
        partial=_marked(sheet, "Finished", _UNFINISHED),
    )
    groups: dict[str, _Group] = {}
    for head in heads:
        if head.question not in groups:
            groups[head.question] = _Group.of(_siblings(head, heads), left.sheet)
    columns = tuple(_column(head, groups[head.question], left.sheet) for head in heads)
    return Export(left.sheet, "Qualtrics", columns=columns, remarks=left.remarks)


def _head(tag: str, text: str, code: str) -> _Head:
    try:
        imported = str(json.loads(code).get("ImportId", ""))
    except (ValueError, AttributeError):
        imported = code
    found = _QUESTION.match(imported)
    own_words = tag.endswith(_OWN_WORDS) or imported.endswith(_OWN_WORDS)
    return _Head(tag, text, found[0] if found else tag, own_words)


def _marked(sheet: Sheet, column: str, values: frozenset[str]) -> pd.Series[bool] | None:
    if column not in sheet.columns:
        return None
    return sheet.rows[column].str.strip().str.casefold().isin(values)


def _siblings(head: _Head, heads: Sequence[_Head]) -> list[_Head]:
    """The columns of a question without those of respondents' own words."""
    return [
        each
        for each in heads
        if each.question == head.question and not each.own_words and not each.about
    ]


def _column(head: _Head, group: _Group, sheet: Sheet) -> Column:
    if head.name in _META:
        return Column(head.name, head.text, holds=_META[head.name])
    question, part = _worded(head, group.heads)
    name = _group_name(head, group.heads)
    if head.about or head.own_words:
        holds = Holds.ABOUT if head.about else Holds.TEXT
        return Column(head.name, question, part, name, holds)
    written = filled(sheet.rows[head.name])
    states = (_SEEN,) if _SEEN.text in written else ()
    if group.holds is Holds.TICK:
        values = tuple(Value(each, part) for each in written if each != _SEEN.text)
        return Column(head.name, question, part, name, Holds.TICK, "", (*values, *states))
    if len(group.heads) > len("a") or _CHOSEN not in head.text:
        return Column(head.name, question, part, name, group.holds, "", states)
    separator = joined_by(written, [","])
    holds = Holds.ANSWERS if separator else Holds.ANSWER
    return Column(head.name, question, part, name, holds, separator, states)


def _group_name(head: _Head, siblings: Sequence[_Head]) -> str:
    """What the tags of a question's columns have in common: ``Q5`` of ``Q5_1`` and ``Q5_4``."""
    if len(siblings) == 1:
        return siblings[0].name
    if not siblings:
        return head.name.removesuffix(_OWN_WORDS)
    if head.about:
        return ""
    stems = {each.name.rpartition("_")[0] for each in siblings}
    return stems.pop() if len(stems) == 1 else head.question


def _worded(head: _Head, siblings: Sequence[_Head]) -> tuple[str, str]:
    """The wording of a column's question, and what of it the column is for."""
    if _CHOSEN in head.text:
        question, _, part = head.text.partition(_CHOSEN)
        return question, part.removeprefix(" - ").removesuffix(" - Text")
    texts = list(dict.fromkeys([head.text, *(each.text for each in siblings)]))
    question = shared_start([text + " - " for text in texts], " - ") if len(texts) > 1 else ""
    if not question:
        return head.text, ""
    part = head.text[len(question) :].removeprefix(" - ").removesuffix(" - Text")
    return collapsed(question), collapsed(part)


QUALTRICS = Program("Qualtrics", _recognises, _read)

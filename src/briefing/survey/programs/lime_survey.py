"""LimeSurvey: heads as codes, as questions or as both; parts of a question in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.survey.export import Column, Export, Holds, Value
from briefing.survey.programs.looks import (
    YES_NO,
    filled,
    kind_of_group,
    without_tags,
)
from briefing.survey.programs.model import Program
from briefing.survey.programs.replies import kept
from briefing.survey.rows import named_once, sheet_under

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices
    from briefing.survey.rows import Rows
    from briefing.survey.sheet import Sheet

_META = {
    "id": Holds.ID,
    "response id": Holds.ID,
    "submitdate": Holds.TIME,
    "date submitted": Holds.TIME,
    "startdate": Holds.TIME,
    "date started": Holds.TIME,
    "datestamp": Holds.TIME,
    "date last action": Holds.TIME,
    "lastpage": Holds.ABOUT,
    "last page": Holds.ABOUT,
    "startlanguage": Holds.ABOUT,
    "start language": Holds.ABOUT,
    "seed": Holds.ABOUT,
    "refurl": Holds.ABOUT,
    "referrer url": Holds.ABOUT,
    "interviewtime": Holds.ABOUT,
    "total time": Holds.ABOUT,
    "token": Holds.PERSONAL,
    "access code": Holds.PERSONAL,
    "ipaddr": Holds.PERSONAL,
    "ip address": Holds.PERSONAL,
    "firstname": Holds.PERSONAL,
    "lastname": Holds.PERSONAL,
    "email": Holds.PERSONAL,
    "antwort id": Holds.ID,
    "id de la réponse": Holds.ID,
    **dict.fromkeys(
        (
            *("datum abgeschickt", "datum gestartet", "datum letzte aktivität"),
            *("date de soumission", "date de lancement", "date de la dernière action"),
        ),
        Holds.TIME,
    ),
    **dict.fromkeys(
        (
            *("letzte seite", "start-sprache", "zufallsstartwert", "verweis url"),
            *("dernière page", "langue de départ", "tête de série", "url de référence"),
        ),
        Holds.ABOUT,
    ),
    **dict.fromkeys(("ip-adresse", "adresse ip", "zugangscode", "code d'accès"), Holds.PERSONAL),
}
_SUBMITTED = ("submitdate", "date submitted", "datum abgeschickt", "date de soumission")
_KNOWN_BY = (
    ("lastpage", "startlanguage"),
    ("last page", "start language"),
    ("letzte seite", "start-sprache"),
    ("dernière page", "langue de départ"),
)
_CODE = re.compile(r"(?P<code>[A-Za-z]\w*(?:\[[\w#]+\])*)\. (?P<text>.+)\Z")
_PARTS = re.compile(r"(?P<question>[^\[]*[^\[\s])\s*(?P<parts>(?:\[[^\[\]]*\]\s*)+)\Z")
_PLACE = re.compile(r"(?:(?:Rank(?:ing)?|Rang|Platz) ?)?(\d+)\Z")
_LEAST_PARTS = 2
_TOTALS = ("interviewtime", "total time")
_TIMINGS = ("grouptime", "group time", "question time")
_OWN_WORDS = frozenset(
    {"other", "comment", "sonstiges", "kommentar", "autre", "commentaire", "otro", "comentario"}
)
_HIDDEN = Value("N/A", "not shown", not_asked=True)


@dataclass(frozen=True, slots=True)
class _Head:
    name: str
    question: str
    part: str
    group: str


def _recognises(rows: Rows) -> bool:
    heads = {_bare(head) for head in rows.heads}
    submitted = bool(heads & set(_SUBMITTED))
    return (submitted and any(set(each) & heads for each in _KNOWN_BY)) or _coded(rows.heads)


def _coded(heads: Sequence[str]) -> bool:
    """Whether heads are codes and questions, ``Q3[SQ001]. Which? [Bus]``, as no other program has.

    Whoever publishes answers leaves out the columns about the reply.
    """
    coded = [match for match in map(_CODE.match, heads) if match]
    parts = [each for each in coded if "[" in each["code"] and _PARTS.match(each["text"])]
    return len(parts) >= _LEAST_PARTS and len(coded) > len(heads) / 2


def _bare(head: str) -> str:
    """A head of the program's own without the code before it: ``id. Response ID``."""
    coded = _CODE.match(head)
    return (coded["text"] if coded else head).casefold()


def _read(rows: Rows, choices: Choices, diagnostics: Diagnostics) -> Export | None:
    written = rows.heads
    heads = [_head(name, head) for name, head in zip(named_once(written), written, strict=True)]
    names = [head.name for head in heads]
    sheet = sheet_under(names, rows.path, rows.under(1), diagnostics)
    if sheet is None:
        return None
    dates = next((name for name in names if _bare(name) in _SUBMITTED), None)
    partial = sheet.rows[dates].str.strip().isin(("", "N/A")) if dates else None
    left = kept(sheet, choices, diagnostics, partial=partial)
    kinds = {}
    for head in heads:
        if head.group not in kinds:
            group = [each for each in heads if each.group == head.group and each.part]
            kinds[head.group] = _kind(group, left.sheet)
    columns = tuple(
        Column(head.name, head.question, holds=Holds.ABOUT)
        if _is_timing(head.name, names)
        else _column(head, kinds[head.group], left.sheet)
        for head in heads
    )
    return Export(left.sheet, "LimeSurvey", columns=columns, remarks=left.remarks)


def _is_timing(name: str, names: Sequence[str]) -> bool:
    """Whether a column tells how long a page or a question took; they stand behind the whole."""
    totals = [number for number, each in enumerate(names) if _bare(each) in _TOTALS]
    timed = _bare(name).endswith("time") or _bare(name).startswith(_TIMINGS)
    return bool(totals) and names.index(name) > totals[0] and timed


def _kind(heads: Sequence[_Head], sheet: Sheet) -> Holds:
    """What the columns of a question's parts hold; ``[1]`` and ``[2]`` are places in a ranking."""
    closed = [each for each in heads if each.part.casefold() not in _OWN_WORDS]
    cells = [sheet.rows[each.name].replace(_HIDDEN.text, "").to_list() for each in closed]
    kind = kind_of_group(cells, [each.part for each in closed], YES_NO)
    places = bool(closed) and all(_PLACE.match(each.part) for each in closed)
    return Holds.PLACED if places and kind is Holds.ANSWER else kind


def _head(name: str, head: str) -> _Head:
    coded = _CODE.match(head)
    code, text = (coded["code"], coded["text"]) if coded else ("", head)
    split = _PARTS.match(text)
    question = without_tags(split["question"] if split else text)
    part = split["parts"].strip()[1:-1].replace("][", " | ") if split else ""
    group = code.partition("[")[0] if code else question
    return _Head(name, question, without_tags(part), group)


def _column(head: _Head, kind: Holds, sheet: Sheet) -> Column:
    word = _bare(head.name)
    if word in _META:
        return Column(head.name, head.question, holds=_META[word])
    own = sheet.rows[head.name].to_list()
    states = (_HIDDEN,) if "N/A" in filled(own) else ()
    if not head.part:
        return Column(head.name, head.question, "", head.group, Holds.UNKNOWN, "", states)
    if head.part.casefold() in _OWN_WORDS:
        return Column(head.name, head.question, head.part, head.group, Holds.TEXT)
    place = _PLACE.match(head.part)
    part = place[1] if place and kind is Holds.PLACED else head.part
    if kind is Holds.TICK:
        states = (*(Value(each, part) for each in filled(own) if _is_yes(each)), *states)
    return Column(head.name, head.question, part, head.group, kind, "", states)


def _is_yes(cell: str) -> bool:
    return cell.casefold() in YES_NO[0]


LIME_SURVEY = Program("LimeSurvey", _recognises, _read)

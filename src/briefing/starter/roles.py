"""The columns of an export by what they are for, and those of one question side by side."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from briefing.starter import cells as look
from briefing.starter.known import ABOUT, ID, PERSONAL, TIME, WEIGHT
from briefing.starter.names import cleaned
from briefing.survey.export import Holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.starter.model import Column as Cells
    from briefing.starter.signs import Signs
    from briefing.survey.export import Column, Export


class Role(Enum):
    """What a column is for."""

    QUESTION = "question"
    ID = "id"
    WEIGHT = "weight"
    LEFT_OUT = "left out"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the export with its cells as labels, its role and the reason for it."""

    name: str
    question: str
    part: str
    group: str
    holds: Holds
    separator: str
    declared: tuple[str, ...]
    """The labels that the export declares, in the order of the form."""
    cells: Cells
    written: Cells = ()
    """The cells as they were written, for words that may be quoted."""
    role: Role = Role.QUESTION
    reason: str = ""
    head: str = ""
    """The whole head, where `question` and `part` were only read from it."""

    @property
    def given(self) -> list[str]:
        """The cells that are not blank."""
        return look.given(self.cells)


_BRACKETS = re.compile(r"(.*\S)\s*\[([^\[\]]+)\]\s*(?:\.\d+)?")
_DASHED = re.compile(r"(.{6,}?[?:.]?)\s+(?:-|\u2013|\u2014|:|>)\s+(.+)")
_COLON = re.compile(r"(.{6,}?\?|.{6,}?:)\s*(\S.+)")
_CODED = re.compile(r"([A-Za-z]+\d+|\d+|[A-Za-z]\w{2,}?)[_.](\w+)")
_LETTERED = re.compile(r"([A-Za-z]+\d+)([a-z])")
HEADS = "heads:"
"""How the group of fields begins that only their heads put together."""


def fields(export: Export, signs: Signs) -> tuple[Field, ...]:
    """All columns of an export, cells as the labels that they stand for.

    Labels and wordings have no signs but those that can be printed.
    """
    known = {each.name: each for each in export.columns}
    found = []
    for name in export.sheet.columns:
        written = tuple(str(cell) for cell in export.sheet.rows[name].tolist())
        plain = {each: cleaned(each) for each in dict.fromkeys(written)}
        made = _field(name, known.get(name), tuple(plain[each] for each in written))
        made = replace(_with_role(made), written=written)
        found.append(_printable(made, signs) if made.role is Role.QUESTION else made)
    sizes = Counter(each.group for each in found)
    found = [each if sizes[each.group] > 1 else replace(each, group="") for each in found]
    return tuple(_in_groups(found))


def _printable(field: Field, signs: Signs) -> Field:
    labels = dict.fromkeys((*field.declared, *field.cells))
    if all(signs.covers(each) for each in (*labels, field.question, field.part)):
        return field
    shown = signs.labels(labels)
    return replace(
        field,
        question=signs.words(field.question) or field.name,
        part=signs.words(field.part),
        declared=tuple(shown[each] for each in field.declared),
        cells=tuple(shown[each] for each in field.cells),
    )


def _field(name: str, column: Column | None, raw: Cells) -> Field:
    if column is None:
        return Field(name, cleaned(name), "", "", Holds.UNKNOWN, "", (), raw, raw)
    labels = {
        cleaned(each.text): cleaned(each.label) or cleaned(each.text) for each in column.answers
    }
    missing = {cleaned(each.text) for each in column.values if each.missing or each.not_asked}
    whole = column.holds in (Holds.ANSWERS, Holds.RANKED, Holds.TICK)
    shown = (
        tuple("" if cell in missing else cell for cell in raw)
        if whole
        else tuple(
            "" if cell in missing else labels.get(look.whole(cell), labels.get(cell, cell))
            for cell in raw
        )
    )
    declared = tuple(dict.fromkeys(labels.values())) if column.holds is not Holds.TICK else ()
    return Field(
        name,
        cleaned(column.question) or cleaned(name),
        cleaned(column.part),
        column.group,
        column.holds,
        column.separator,
        declared,
        shown,
        raw,
    )


_TOLD = {
    Holds.PERSONAL: (Role.PERSONAL, "the export marks it as personal data"),
    Holds.TIME: (Role.LEFT_OUT, "a time"),
    Holds.ABOUT: (Role.LEFT_OUT, "what the program notes of a reply"),
    Holds.WEIGHT: (Role.WEIGHT, "the export marks it as the weight"),
    Holds.ID: (Role.ID, "the export marks it as the id"),
}


def _with_role(field: Field) -> Field:
    """The field with its role, by what the export says of it, its name, and its cells."""
    told = _TOLD.get(field.holds)
    role, reason = told or next(_roles(field), (Role.QUESTION, ""))
    return replace(field, role=role, reason=reason)


def _roles(field: Field) -> Iterator[tuple[Role, str]]:
    """What a field may be other than a question, the surest first, with the reason."""
    name, given = field.name.casefold().strip(), field.given
    own = (name, field.question.casefold().strip().rstrip("?:."))
    if not given:
        yield Role.LEFT_OUT, "nobody answered it"
        return
    kind = look.personal(given)
    if kind:
        yield Role.PERSONAL, f"its cells are {kind}"
    if any(PERSONAL.fullmatch(each) for each in own) and not field.declared:
        yield Role.PERSONAL, "named like personal data"
    if any(WEIGHT.fullmatch(each) for each in own) and look.numbers(given):
        yield Role.WEIGHT, "named like a weight, and of numbers"
    if ID.fullmatch(name) and len(set(given)) == len(field.cells):
        yield Role.ID, "named like an id, every cell a different one"
    if any(TIME.fullmatch(each) for each in own) or look.dates(given):
        yield Role.LEFT_OUT, "dates or times"
    if ABOUT.fullmatch(name) or ID.fullmatch(name):
        yield Role.LEFT_OUT, "named like what a program notes"
    if look.links(given):
        yield Role.LEFT_OUT, "addresses in the web"
    if look.codes(given) and not field.part:
        yield Role.LEFT_OUT, "a different code in every row"


def _in_groups(found: Sequence[Field]) -> Iterator[Field]:
    """Fields with the group of their question, where heads alone tell it."""
    stems = [_stem(each) for each in found]
    for place, (field, stem) in enumerate(zip(found, stems, strict=True)):
        if field.group or stem is None or field.role is not Role.QUESTION:
            yield field
            continue
        beside = [
            stems[other]
            for other in (place - 1, place + 1)
            if 0 <= other < len(found)
            and stems[other] is not None
            and found[other].role is Role.QUESTION
            and not found[other].group
        ]
        if any(each is not None and each[0] == stem[0] for each in beside):
            group = f"{HEADS}{stem[0]}"
            yield replace(field, group=group, question=stem[0], part=stem[1], head=field.question)
        else:
            yield field


def _stem(field: Field) -> tuple[str, str] | None:
    """(what a head shares with its neighbours, its own part)."""
    head = field.question
    for pattern in (_BRACKETS, _DASHED, _COLON):
        match = pattern.fullmatch(head)
        if match:
            return match[1].strip(" :-\u2013"), match[2]
    if head.casefold() != field.name.casefold():
        return None
    for pattern in (_CODED, _LETTERED):
        match = pattern.fullmatch(field.name)
        if match:
            part = field.name if match[2].isdigit() else match[2].replace("_", " ").strip()
            return match[1].replace("_", " "), part[:1].upper() + part[1:]
    return None


def clusters(found: Sequence[Field]) -> Iterator[tuple[Field, ...]]:
    """The fields of each question, in the order of the first."""
    seen: set[str] = set()
    for field in found:
        if field.role is not Role.QUESTION:
            continue
        if not field.group:
            yield (field,)
        elif field.group not in seen:
            seen.add(field.group)
            yield tuple(
                each for each in found if each.group == field.group and each.role is Role.QUESTION
            )

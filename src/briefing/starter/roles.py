"""The columns of an export by what they are for, and those of one question side by side."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.starter import cells as look
from briefing.starter.crossed import crossed
from briefing.starter.field import HEADS, LABEL_WORDS, Field, Role
from briefing.starter.known import ABOUT, BORN, CHECK, FIELDWORK, ID, PERSONAL, POSTED, TIME, WEIGHT
from briefing.starter.names import cleaned, parted, unstopped
from briefing.starter.negative_codes import without_negative_codes
from briefing.starter.persons import ASKED, WHO, hold_people
from briefing.starter.rounds import round_of
from briefing.starter.scales import guess_scale
from briefing.starter.scripts import unscripted
from briefing.starter.spreadsheet_dates import with_dates_asked
from briefing.starter.stems import in_groups
from briefing.starter.tongues import unknowing
from briefing.starter.user_missing import blanks, doubt_of, ways_out_of
from briefing.survey.export import PLAIN, Holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.starter.model import Column as Cells
    from briefing.starter.signs import Signs
    from briefing.survey.export import Column, Export


NA = "NA"
_SEVERAL = 3
"""In so many columns at least, before `NA` is taken for no answer."""
_SURE = 20
"""In more rows than these nobody answers with the number of the row."""
_ENDS_IN_ID = re.compile(r"[a-z]{1,8}[_ ]?(?:id|serial|key|uuid)")
_NAMELESS = re.compile(r"column \d+(?: \(\d+\))?|unnamed: \d+")
"""A head that stands for none, ours or of a program that writes tables."""
_OWN_WORDS = "_TEXT"
"""How the names of columns end that hold what respondents wrote beside an option of Qualtrics."""
_RUN_ON = re.compile(r"(?<=[a-z)]\?)(?=[A-Z0-9(])")
"""Where a form began a new line that an export left out."""


def fields(export: Export, signs: Signs) -> tuple[Field, ...]:
    """All columns of an export, cells as the labels that they stand for.

    Labels and wordings have no signs but those that can be printed.
    """
    known = {each.name: each for each in export.columns}
    blanks = marks_of_nothing(export)
    unknown = unknowing([*(each.question for each in export.columns), *export.sheet.columns])
    found = []
    for name in export.sheet.columns:
        written = tuple(str(cell) for cell in export.sheet.rows[name].tolist())
        plain = {each: "" if each.strip() in blanks else cleaned(each) for each in set(written)}
        made = _field(name, known.get(name), tuple(plain[each] for each in written))
        made = replace(_without_stops(_with_role(unscripted(made))), written=written)
        asked = made.role is Role.QUESTION
        if asked:
            made = with_dates_asked(without_negative_codes(made, unknown), export.sheet.lines)
        found.append(_masked(made) if asked else made)
    found = [
        _printable(each, signs, number) if each.role is Role.QUESTION else each
        for number, each in enumerate(_with_unticked(found), start=1)
    ]
    sizes = Counter(each.group for each in found)
    found = [each if sizes[each.group] > 1 else replace(each, group="") for each in found]
    return tuple(in_groups(_turned(found)))


def _with_unticked(found: Sequence[Field]) -> list[Field]:
    """The fields with options that nobody ticked beside others of their question that some did."""
    ticked = {each.group for each in found if each.holds is Holds.TICK and each.given}
    return [
        replace(each, role=Role.QUESTION, reason="")
        if each.holds is Holds.TICK and each.group in ticked - {""} and not each.given
        else each
        for each in found
    ]


def _masked(field: Field) -> Field:
    """The field without the addresses and numbers that respondents wrote into its cells."""
    masks = {each: look.masked(each) for each in {*field.cells} - {*field.declared}}
    if all(each == mask for each, mask in masks.items()):
        return field
    return replace(field, cells=tuple(masks.get(each, each) for each in field.cells))


def marks_of_nothing(export: Export) -> frozenset[str]:
    """Cells that stand where nobody answered: a dash, and what R writes for a missing value."""
    if export.program != PLAIN:
        return look.DASHES
    missing = (export.sheet.rows == NA).any()
    return look.DASHES | {NA} if int(missing.sum()) >= _SEVERAL else look.DASHES


def _printable(field: Field, signs: Signs, number: int) -> Field:
    labels = dict.fromkeys((*field.declared, *field.cells))
    if all(signs.covers(each) for each in (*labels, field.question, field.part)):
        return field
    shown = signs.labels(labels)
    signs.silence(field.name, field.question, labels)
    return replace(
        field,
        question=signs.words(field.question) or f"Column {number}",
        part=signs.words(field.part),
        declared=tuple(shown[each] for each in field.declared),
        cells=tuple(shown[each] for each in field.cells),
    )


def _field(name: str, column: Column | None, raw: Cells) -> Field:
    if column is None:
        asked = _asked("", cleaned(name))
        return Field(name, asked, "", "", Holds.UNKNOWN, "", (), raw, raw)
    written = column.holds is Holds.UNKNOWN and name.endswith(_OWN_WORDS)
    column = replace(column, holds=Holds.TEXT) if written else column
    labels = {
        cleaned(each.text): cleaned(each.label) or cleaned(each.text) for each in column.answers
    }
    labels |= ways_out_of(column)
    missing = blanks(column)
    whole = column.holds in (Holds.ANSWERS, Holds.RANKED, Holds.TICK)
    shown = {
        cell: cell if whole else labels.get(look.whole(cell), labels.get(cell, cell))
        for cell in set(raw)
    } | dict.fromkeys(missing, "")
    declared = tuple(dict.fromkeys(labels.values())) if column.holds is not Holds.TICK else ()
    return Field(
        name,
        _asked(cleaned(column.question), cleaned(name)),
        cleaned(column.part),
        column.group,
        column.holds,
        column.separator,
        declared,
        tuple(shown[cell] for cell in raw),
        raw,
        doubt=doubt_of(column, raw),
    )


def _asked(question: str, name: str) -> str:
    """The wording, without the marks of Markdown; a column's name stands in for it as words."""
    words = _MARKED.sub(lambda each: each["words"] or each["stressed"], question)
    words = _RUN_ON.sub(" ", words)
    return words if words and words != name else " ".join(parted(words or name))


_MARKED = re.compile(
    r"\[(?P<words>[^\[\]]+)\]\(https?://[^\s()]+\)|(?<!\w)(?P<sign>\*{1,2}|_{1,2})"
    r"(?P<stressed>\S(?:[^*_]*\S)?)(?P=sign)(?!\w)"
)
"""A link or stressed words, as programs for forms take them in Markdown."""


def _without_stops(field: Field) -> Field:
    """The field with labels that do not end in a full stop, if all of them are written so."""
    labels = set(filter(None, (*field.declared, *field.cells)))
    short = all(len(each.split()) <= LABEL_WORDS for each in labels)
    stopped = [each for each in labels if unstopped(each) != each]
    if field.separator or not (
        short and look.closed(field.given) and len(stopped) * 2 > len(labels)
    ):
        return field
    shown = {each: unstopped(each) for each in (*labels, "")}
    return replace(
        field,
        declared=tuple(shown[each] for each in field.declared),
        cells=tuple(shown[each] for each in field.cells),
        part=unstopped(field.part),
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
    if not told and round_of(field):
        return field
    role, reason = told or next(_roles(field), (Role.QUESTION, ""))
    return replace(field, role=role, reason=reason)


def _personal(field: Field, own: Sequence[str]) -> Iterator[str]:
    """What makes a field personal data, whatever it is called of its `own` names."""
    kind = look.personal(field.given)
    if kind:
        yield f"its cells are {kind}"
    if not field.declared and any(POSTED.search(each) for each in own):
        yield "its head asks for a postcode"
    if any(BORN.fullmatch(each) for each in own):
        yield "a part of a date of birth"
    named = any(PERSONAL.fullmatch(each) for each in own)
    if named and not field.declared and not look.closed(field.given):
        yield "named like personal data"
    asked = any(ASKED.fullmatch(each) for each in own)
    if asked and not (field.given and guess_scale(Counter(field.given)).ordered):
        yield "its head asks who somebody is"
    if field.declared or not any(WHO.search(each) for each in own):
        return
    if hold_people(field.given):
        yield "its cells read like names of people"


def _roles(field: Field) -> Iterator[tuple[Role, str]]:
    """What a field may be other than a question, the surest first, with the reason."""
    name, given = field.name.casefold().strip(), field.given
    own = (name, name.replace("_", " "), field.question.casefold().strip().rstrip("?:."))
    if not given or (_NAMELESS.fullmatch(name) and look.numbered(field.cells)):
        yield Role.LEFT_OUT, "the numbers of the rows" if given else "nobody answered it"
        return
    yield from ((Role.PERSONAL, why) for why in _personal(field, own))
    if any(WEIGHT.fullmatch(each) for each in own) and look.numbers(given):
        yield Role.WEIGHT, "named like a weight, and of numbers"
    counts = len(given) > _SURE and look.counted(field.cells) and not field.declared
    called = any(ID.fullmatch(each) for each in own) or (
        len(given) > _SURE and bool(_ENDS_IN_ID.fullmatch(name))
    )
    if counts or (called and len(set(given)) == len(field.cells)):
        why = "named like an id, every cell a different one"
        yield Role.ID, "it numbers the rows" if counts else why
    dated = any(re.search(r"\bdate\b", each) for each in own) and (
        look.day_codes(given) or _in_seconds(given)
    )
    if dated or any(TIME.fullmatch(each) for each in own) or look.dates(given):
        yield Role.LEFT_OUT, "dates or times"
    if ABOUT.fullmatch(name) or ID.fullmatch(name):
        yield Role.LEFT_OUT, "named like what a program notes"
    if any(CHECK.search(each) for each in (*own, field.part)):
        yield Role.LEFT_OUT, "a check that somebody reads what is asked"
    if any(FIELDWORK.fullmatch(each) for each in own):
        yield Role.LEFT_OUT, "what an interviewer notes of an interview"
    if look.links(given) and not look.closed(given):
        yield Role.LEFT_OUT, "addresses in the web"
    if look.codes(given) and not field.part:
        yield Role.LEFT_OUT, "a different code in every row"


def _in_seconds(given: Sequence[str]) -> bool:
    """Whether cells are the seconds in which programs count dates, without a format of a date."""
    values = look.numbers(given)
    return values is not None and min(values) >= _SECONDS


_SECONDS = 1_000_000_000


def _turned(found: Sequence[Field]) -> list[Field]:
    """Fields of questions that were asked by turns of the same rows, each with its question."""
    free = [each.role is Role.QUESTION and not each.group for each in found]
    heads = [each.question if own else None for each, own in zip(found, free, strict=True)]
    answers = [
        frozenset(map(str.casefold, each.given)) if own and look.closed(each.given) else frozenset()
        for each, own in zip(found, free, strict=True)
    ]
    made = list(found)
    for place, told in crossed(heads, answers).items():
        own = found[place]
        made[place] = replace(own, doubt=told.doubt or own.doubt)
        if told.question:
            group = f"{HEADS}{told.question}"
            made[place] = replace(
                own, group=group, question=told.question, part=told.row, head=own.question
            )
    return made


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

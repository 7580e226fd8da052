"""The columns of an export by what they are for, and those of one question side by side."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from briefing.starter import cells as look
from briefing.starter.crossed import crossed
from briefing.starter.known import ABOUT, ID, PERSONAL, TIME, WEIGHT
from briefing.starter.names import alike, capital, cleaned, parted, unstopped
from briefing.starter.scales import guess_scale
from briefing.survey.export import PLAIN, Holds

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
    doubt: str = ""
    """What the heads leave open of the question that begins here."""

    @property
    def given(self) -> list[str]:
        """The cells that are not blank."""
        return look.given(self.cells)


_BRACKETS = re.compile(r"(.*\S)\s*\[([^\[\]]+)\]\s*(?:\.\d+)?")
_DASHED = re.compile(r"(.{6,}?[?:.]?)\s+(?:-|\u2013|\u2014|:|>)\s+(.+)")
_COLON = re.compile(r"(.{6,}?\?|.{6,}?:)\s*(\S.+)")
_CODED = re.compile(r"([A-Za-z]+\d+|\d+|[A-Za-z]\w{2,}?)[_.](\w+)")
_LETTERED = re.compile(r"([A-Za-z]+\d+)([a-z])")
_COUNTING = re.compile(r"(?P<stem>[A-Za-z]\w*?)(?:[_.][A-Za-z]{0,3}|(?<=\d)[A-Za-z]{1,3})\d{1,3}")
"""The name of a variable that is one of several of a question: ``q2_1``, ``Q2M1``."""
_NUMBERED = re.compile(r"(?P<number>\d{1,3})(?P<letter>[a-z]?)[.)]\s+(?P<part>\S.*)")
_LABEL_WORDS = 12
"""Words of the longest label; what has more is a sentence and keeps its full stop."""
_FEW_ROWS = 3
"""So many columns at least that nothing but the start of their heads puts together."""
_AGREEMENT = "agreement"
_START, _REST = 4, 6
"""Words that such heads share at least, and that each has of its own at most."""
NA = "NA"
_SEVERAL = 3
"""In so many columns at least, before `NA` is taken for no answer."""
_SURE = 20
"""In more rows than these nobody answers with the number of the row."""
_NAMELESS = re.compile(r"column \d+(?: \(\d+\))?|unnamed: \d+")
"""A head that stands for none, ours or of a program that writes tables."""
HEADS = "heads:"
"""How the group of fields begins that only their heads put together."""


def fields(export: Export, signs: Signs) -> tuple[Field, ...]:
    """All columns of an export, cells as the labels that they stand for.

    Labels and wordings have no signs but those that can be printed.
    """
    known = {each.name: each for each in export.columns}
    blanks = marks_of_nothing(export)
    found = []
    for name in export.sheet.columns:
        written = tuple(str(cell) for cell in export.sheet.rows[name].tolist())
        plain = {each: "" if each.strip() in blanks else cleaned(each) for each in set(written)}
        made = _field(name, known.get(name), tuple(plain[each] for each in written))
        made = replace(_without_stops(_with_role(made)), written=written)
        found.append(_printable(made, signs) if made.role is Role.QUESTION else made)
    sizes = Counter(each.group for each in found)
    found = [each if sizes[each.group] > 1 else replace(each, group="") for each in found]
    return tuple(_in_groups(_turned(found)))


def marks_of_nothing(export: Export) -> frozenset[str]:
    """Cells that stand where nobody answered: a dash, and what R writes for a missing value."""
    if export.program != PLAIN:
        return look.DASHES
    missing = (export.sheet.rows == NA).any()
    return look.DASHES | {NA} if int(missing.sum()) >= _SEVERAL else look.DASHES


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
        asked = _asked("", cleaned(name))
        return Field(name, asked, "", "", Holds.UNKNOWN, "", (), raw, raw)
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
        _asked(cleaned(column.question), cleaned(name)),
        cleaned(column.part),
        column.group,
        column.holds,
        column.separator,
        declared,
        shown,
        raw,
    )


def _asked(question: str, name: str) -> str:
    """The wording, without the marks of Markdown; a column's name stands in for it as words."""
    words = _MARKED.sub(lambda each: each["words"] or each["stressed"], question)
    return words if words and words != name else " ".join(parted(words or name))


_MARKED = re.compile(
    r"\[(?P<words>[^\[\]]+)\]\(https?://[^\s()]+\)|(?<!\w)(?P<sign>\*{1,2}|_{1,2})"
    r"(?P<stressed>\S(?:[^*_]*\S)?)(?P=sign)(?!\w)"
)
"""A link or stressed words, as programs for forms take them in Markdown."""


def _without_stops(field: Field) -> Field:
    """The field with labels that do not end in a full stop, if all of them are written so."""
    labels = set(filter(None, (*field.declared, *field.cells)))
    short = all(len(each.split()) <= _LABEL_WORDS for each in labels)
    stopped = [each for each in labels if unstopped(each) != each]
    if field.separator or not (
        short and look.closed(field.given) and len(stopped) * 2 > len(labels)
    ):
        return field
    return replace(
        field,
        declared=tuple(unstopped(each) for each in field.declared),
        cells=tuple(unstopped(each) for each in field.cells),
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
    role, reason = told or next(_roles(field), (Role.QUESTION, ""))
    return replace(field, role=role, reason=reason)


def _roles(field: Field) -> Iterator[tuple[Role, str]]:
    """What a field may be other than a question, the surest first, with the reason."""
    name, given = field.name.casefold().strip(), field.given
    own = (name, field.question.casefold().strip().rstrip("?:."))
    if not given or (_NAMELESS.fullmatch(name) and look.numbered(field.cells)):
        yield Role.LEFT_OUT, "the numbers of the rows" if given else "nobody answered it"
        return
    kind = look.personal(given)
    if kind:
        yield Role.PERSONAL, f"its cells are {kind}"
    named = any(PERSONAL.fullmatch(each) for each in own)
    if named and not field.declared and not look.closed(given):
        yield Role.PERSONAL, "named like personal data"
    if any(WEIGHT.fullmatch(each) for each in own) and look.numbers(given):
        yield Role.WEIGHT, "named like a weight, and of numbers"
    counts = len(given) > _SURE and look.counted(field.cells) and not field.declared
    called = any(ID.fullmatch(each) for each in own)
    if counts or (called and len(set(given)) == len(field.cells)):
        why = "named like an id, every cell a different one"
        yield Role.ID, "it numbers the rows" if counts else why
    if any(TIME.fullmatch(each) for each in own) or look.dates(given):
        yield Role.LEFT_OUT, "dates or times"
    if ABOUT.fullmatch(name) or ID.fullmatch(name):
        yield Role.LEFT_OUT, "named like what a program notes"
    if look.links(given) and not look.closed(given):
        yield Role.LEFT_OUT, "addresses in the web"
    if look.codes(given) and not field.part:
        yield Role.LEFT_OUT, "a different code in every row"


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
        made[place] = replace(own, doubt=told.doubt)
        if told.question:
            group = f"{HEADS}{told.question}"
            made[place] = replace(
                own, group=group, question=told.question, part=told.row, head=own.question
            )
    return made


def _in_groups(found: Sequence[Field]) -> Iterator[Field]:
    """Fields with the group of their question, where heads alone tell it."""
    stems: list[tuple[str, str] | None] = [_stem(each) for each in found]
    for further in (_humped(found), _starts(found), _statements(found)):
        stems = [stem or further.get(place) for place, stem in enumerate(stems)]
    numbered = _numbers(found, stems)
    ticked = _ticked(found)
    stems = [numbered.get(place) or ticked.get(place, stem) for place, stem in enumerate(stems)]
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


def _runs(found: Sequence[Field], keys: Sequence[object]) -> Iterator[range]:
    """Places of questions side by side that no export groups, and that have the same key."""
    start = 0
    for place in range(1, len(found) + 1):
        if place < len(found) and keys[place] == keys[start]:
            continue
        own = found[start:place]
        if keys[start] and all(e.role is Role.QUESTION and not e.group for e in own):
            yield range(start, place)
        start = place


def _numbers(
    found: Sequence[Field], stems: Sequence[tuple[str, str] | None]
) -> dict[int, tuple[str, str]]:
    """Stems of heads that only a number tells apart from others: ``3. Bus``, ``3. Car``.

    With letters behind the number they may be questions of their own, unless there are several.
    """
    matches = [_NUMBERED.fullmatch(each.question) for each in found]
    keys = [each and (each["number"], bool(each["letter"])) for each in matches]
    numbered: dict[int, tuple[str, str]] = {}
    for run in _runs(found, keys):
        own = [match for match in (matches[place] for place in run) if match]
        asks = any(each["part"].endswith("?") for each in own)
        known = {stem and stem[0] for stem in (stems[place] for place in run)}
        if len(known) == 1 and None not in known:  # what they share stands in the heads
            continue
        if len(own) < 2 or (own[0]["letter"] and (asks or len(own) < _FEW_ROWS)):  # noqa: PLR2004
            continue
        numbered |= {
            place: (f"Question {each['number']}", unstopped(each["part"]))
            for place, each in zip(run, own, strict=True)
        }
    return numbered


def _ticked(found: Sequence[Field]) -> dict[int, tuple[str, str]]:
    """Stems of variables that are the options of one question, as files have them without a set.

    Their names count on, their heads are the options, and all have the same two answers, of which
    one is none. What they were asked stands in no head.
    """
    matches = [_COUNTING.fullmatch(each.name) for each in found]
    keys = [
        (match["stem"], each.declared) if match and look.tick_or_none(each.declared) else None
        for each, match in zip(found, matches, strict=True)
    ]
    stems: dict[int, tuple[str, str]] = {}
    for run in _runs(found, keys):
        key = keys[run[0]]
        if key and len(run) >= _FEW_ROWS and not any(_asks(found[place]) for place in run):
            stems |= {place: (key[0], found[place].question) for place in run}
    return stems


def _asks(field: Field) -> bool:
    return field.question.endswith("?") or len(field.question.split()) > _LABEL_WORDS


def _starts(found: Sequence[Field]) -> dict[int, tuple[str, str]]:
    """Stems of heads that begin alike and end in a name of their own, several side by side."""
    words = [each.question.split() for each in found]
    stems: dict[int, tuple[str, str]] = {}
    place = 0
    while place < len(found):
        end, shared = place + 1, words[place][:-1]
        while end < len(found) and found[end].role is Role.QUESTION and not found[end].group:
            both = _common(shared, words[end])
            if len(both) < _START or len(words[end]) - len(both) > _REST:
                break
            shared, end = both, end + 1
        run = range(place, end)
        rests = [words[each][len(shared) :] for each in run]
        alone = found[place].role is Role.QUESTION and not found[place].group
        if alone and len(run) >= _FEW_ROWS and all(0 < len(each) <= _REST for each in rests):
            stems |= {
                each: (" ".join(shared) + " \u2026", " ".join(rest).rstrip(".:?"))
                for each, rest in zip(run, rests, strict=True)
            }
        place = end
    return stems


def _statements(found: Sequence[Field]) -> dict[int, tuple[str, str]]:
    """Stems of statements side by side with which respondents agree or not, as forms list them.

    What they were asked of them stands in no head.
    """
    keys = [
        not each.question.endswith("?") and guess_scale(Counter(each.given)).family == _AGREEMENT
        for each in found
    ]
    return {
        place: ("Statements", found[place].question)
        for run in _runs(found, keys)
        if len(run) >= _FEW_ROWS
        for place in run
    }


def _humped(found: Sequence[Field]) -> dict[int, tuple[str, str]]:
    """Stems of programmers' names that begin alike, several side by side with the same answers.

    ``needsQuietStudy``, ``needsPrinters``; a second run that begins so is a question of its own.
    """
    names = [parted(each.name) for each in found]
    keys = [
        name[0] if len(name) > 1 and look.closed(own.given) else ""
        for name, own in zip(names, found, strict=True)
    ]
    stems: dict[int, tuple[str, str]] = {}
    for run in _runs(found, keys):
        for part in _of_one_scale(found, run):
            if len(part) < _FEW_ROWS:
                continue
            first = capital(names[part[0]][0])
            number = 1 + len({stem for stem, _ in stems.values() if stem.startswith(first)})
            stem = first if number == 1 else f"{first}, part {chr(ord('A') + number - 1)}"
            stems |= {place: (stem, capital(" ".join(names[place][1:]))) for place in part}
    return stems


def _of_one_scale(found: Sequence[Field], run: range) -> Iterator[range]:
    """The parts of a run whose neighbours share most of their answers."""
    start = run.start
    for place in range(run.start + 1, run.stop + 1):
        if place < run.stop and _share_answers(found[place - 1], found[place]):
            continue
        yield range(start, place)
        start = place


def _share_answers(one: Field, other: Field) -> bool:
    mine, yours = ({alike(cell) for cell in each.given} for each in (one, other))
    return len(mine & yours) * 2 > min(len(mine), len(yours))


def _common(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """The words with which both begin."""
    found = []
    for mine, yours in zip(one, other, strict=False):
        if mine.casefold() != yours.casefold():
            break
        found.append(mine)
    return found


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

"""Which columns their heads alone put together: what they share, and what each has of its own."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.starter import cells as look
from briefing.starter.field import HEADS, LABEL_WORDS, Role
from briefing.starter.mentions import hold_mentions, mention_in, mentions
from briefing.starter.names import capital, parted, unstopped
from briefing.starter.scales import guess_scale
from briefing.starter.topics import without_number
from briefing.survey.labels import alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.starter.field import Field

_BRACKETS = re.compile(r"(.*\S)\s*\[([^\[\]]+)\]\s*(?:\.\d+)?")
_SLASHED = re.compile(r"(.{6,}[?:.\u2026])\s+/\s+(\S.*)")
_DASHED = re.compile(r"(.{6,}?[?:.]?)\s+(?:-|\u2013|\u2014|:|>)\s+(.+)")
_COLON = re.compile(r"(.{6,}?\?|.{6,}?:)\s*(\S.+)")
_CODED = re.compile(
    r"([A-Za-z]+\d+|\d+|[A-Za-z]\w{2,}?|[A-Z]{2})[_.](\w[\w/-]*(?:\.[A-Za-z]{1,2})?)"
)
"""A name of a code and what is apart; behind a full stop scores are marked as turned round."""
_LETTERED = re.compile(r"([A-Za-z]+\d+)([a-z])")
_OF_ROW = re.compile(r"^(\W*q?\d{1,3})[_.]?[a-z](?=[.):]*\s)", re.IGNORECASE)
"""The number of a question with the letter of its row, before what all rows are asked."""
_COUNTING = re.compile(r"(?P<stem>[A-Za-z]\w*?)(?:[_.][A-Za-z]{0,3}|(?<=\d)[A-Za-z]{1,3})\d{1,3}")
"""The name of a variable that is one of several of a question: ``q2_1``, ``Q2M1``."""
_NUMBERED = re.compile(r"(?P<number>\d{1,3})(?P<letter>[a-z]?)[.)]\s+(?P<part>\S.*)")
_FEW_ROWS = 3
"""So many columns at least that nothing but the start of their heads puts together."""
_AGREEMENT = "agreement"
_START, _REST = 4, 6
"""Words that such heads share at least, and that each has of its own at most."""
_AROUND, _OF_ITS_OWN = 8, 10
"""The same of heads whose answers are declared and the same too."""
_INSIDE = re.compile(r"(?P<stem>.*\S) ?\((?P<part>[^()]+)\)")
"""A head that ends in brackets, as LimeSurvey labels the variables of a question."""


def in_groups(found: Sequence[Field]) -> Iterator[Field]:
    """Fields with the group of their question, where heads alone tell it."""
    stems = _shared([_stem(each) for each in found])
    ways = (_mentioned, _bracketed, _around, _humped, _starts, _statements)
    for further in (way(found) for way in ways):
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


def _shared(stems: Sequence[tuple[str, str] | None]) -> list[tuple[str, str] | None]:
    """The stems that a column beside has too; one that stands alone puts nothing together."""
    beside = zip([None, *stems[:-1]], [*stems[1:], None], strict=True)
    return [
        own if own and any(each and each[0] == own[0] for each in both) else None
        for own, both in zip(stems, beside, strict=True)
    ]


def _stem(field: Field) -> tuple[str, str] | None:
    """(what a head shares with its neighbours, its own part)."""
    head = _OF_ROW.sub(r"\1", field.question, count=1)
    for pattern in (_BRACKETS, _SLASHED, _DASHED, _COLON):
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


def _mentioned(found: Sequence[Field]) -> dict[int, tuple[str, str]]:
    """Stems of heads that count the mentions of one question: ``first choice``, ``2nd choice``."""
    free = [each.role is Role.QUESTION and not each.group for each in found]
    heads = [each.question if own else "" for each, own in zip(found, free, strict=True)]
    stems: dict[int, tuple[str, str]] = {}
    for run in mentions(heads):
        told = mention_in(heads[run[0]])
        if told and hold_mentions([found[place] for place in run]):
            stems |= {place: (told.stem, heads[place]) for place in run}
    return stems


def _bracketed(found: Sequence[Field]) -> dict[int, tuple[str, str]]:
    """Stems of labels that differ by what stands in brackets at their end, side by side.

    Their names share a code and all have the same answers: ``M_1``, ``M_2``.
    """
    matches = [_INSIDE.fullmatch(each.question) for each in found]
    codes = [each.name.rpartition("_")[0] for each in found]
    keys = [
        (inside["stem"], code, own.declared) if inside and code and own.declared else None
        for own, inside, code in zip(found, matches, codes, strict=True)
    ]
    return {
        place: (match["stem"], match["part"])
        for run in _runs(found, keys)
        for place in run
        if len(run) > 1 and (match := matches[place])
    }


def _around(found: Sequence[Field]) -> dict[int, tuple[str, str]]:
    """Stems of questions that are put of one thing after another, with the same answers to each.

    ``How about … buses? Are they good or bad?``: what comes before and behind is the same.
    """
    keys = [each.declared if len(each.declared) > 2 else None for each in found]  # noqa: PLR2004 - a scale
    words = [without_number(each.question).split() for each in found]
    stems: dict[int, tuple[str, str]] = {}
    for run in _runs(found, keys):
        start = run.start
        for end in range(run.start + 1, run.stop + 1):
            if end < run.stop and _parts_of(words[start : end + 1]):
                continue
            stems |= dict(zip(range(start, end), _parts_of(words[start:end]), strict=False))
            start = end
    return stems


def _parts_of(heads: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """(what all heads share, the words of its own) of each; nothing if they do not share enough."""
    before = after = list(heads[0])
    for each in heads[1:]:
        before = _common(before, each)
        after = _common(after[::-1], each[::-1])[::-1]
    least = min(map(len, heads))
    after = after[max(0, len(before) + len(after) - least + 1) :]
    own = [each[len(before) : len(each) - len(after)] for each in heads]
    enough = len(before) + len(after) >= _AROUND and len(heads) > 1
    if not enough or not all(0 < len(each) <= _OF_ITS_OWN for each in own):
        return []
    stem = " ".join([*before, "\u2026", *after])
    return [(stem, capital(" ".join(each).strip(" .?:;,"))) for each in own]


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
    return field.question.endswith("?") or len(field.question.split()) > LABEL_WORDS


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
            kept = _legible(shared)
            stems |= {
                each: (
                    " ".join(shared[:kept]) + " \u2026",
                    " ".join((*shared[kept:], *rest)).rstrip(".:?"),
                )
                for each, rest in zip(run, rests, strict=True)
            }
        place = end
    return stems


_LEFT_HANGING = re.compile(
    r"that|whether|if|because|who|which|he|she|they|it|we|i|you|his|her|their|its"
    r"|dass|ob|weil|wenn|er|sie|es|ich|wir|ihr|si|qu(?:e|i|'ils?|'elles?|'on)|ils?|elles?|on"
    r"|ni|bod|ei|eu"
)
"""Words that a beginning does not end in: what they begin belongs to what comes after."""


def _legible(words: Sequence[str]) -> int:
    """How many words of a shared beginning can stand alone: it is not cut within a clause.

    ``… is elected president that he`` would leave its subject without its verb.
    """
    kept = len(words)
    while kept > _START and _LEFT_HANGING.fullmatch(alike(words[kept - 1])):
        kept -= 1
    return len(words) if _LEFT_HANGING.fullmatch(alike(words[kept - 1])) else kept


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

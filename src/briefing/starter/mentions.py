"""Columns that hold a first, a second and a third answer to one question: mentions, or choices.

Their heads say which: a choice or a priority is put in an order, a mention only came to mind first.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.starter import cells as look
from briefing.starter.found import NO_WORDING, add_texts, merged, unique
from briefing.starter.names import capital
from briefing.starter.scales import guess_scale
from briefing.starter.several import Choice, add_multiple, add_placed, asks_for_order
from briefing.starter.topics import without_number
from briefing.starter.ways_out import way_out
from briefing.starter.write_ins import label_of_others, written_in
from briefing.survey.apart import is_other
from briefing.survey.export import Holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.starter.field import Field
    from briefing.starter.found import Found
    from briefing.starter.model import Column

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_WORDS = "|".join(_ORDINALS)
_PLACE = rf"(?:(?P<word>{_WORDS})|(?P<short>[1-9])(?:st|nd|rd|th))"
_CHOSEN = r"choice|preference|priority|rank(?:ed|ing)?|most [a-z]+"
_NAMED = r"mention(?:ed)?"
_LEFT_OPEN = r"answer|response|reason"
_KIND = rf"(?:(?P<chosen>{_CHOSEN})|(?P<named>{_NAMED})|(?:{_LEFT_OPEN}))"
_BEFORE = re.compile(rf"\b{_PLACE} (?:main )?{_KIND}\b", re.IGNORECASE)
_BEHIND = re.compile(rf"\b{_KIND} ?#?(?P<number>[1-9])(?=\W*$)", re.IGNORECASE)
_MOST = re.compile(r"\b(?P<chosen>most [a-z]+|main)\b", re.IGNORECASE)
"""What the first of several is called, where it has no number: ``the most important problem``."""
_ALONE = re.compile(rf"(?:the )?{_PLACE}", re.IGNORECASE)
_MOST_LABELS = 40
_SURE, _SURELY_APART = 20, 0.98
"""So many who gave several tell mentions from a rating where there are codes alone."""
_SHARED = 0.5
_LEFT_OPEN_BY_HEADS = (
    "the heads count the answers and do not say whether in an order of importance, so all count "
    "alike: was the first the most important? Then call the columns “1st choice”, “2nd choice” … "
    "in the export and start again"
)
_PLACED = (
    "its columns are numbered, hold the same answers, and nobody gave one twice, so their numbers "
    "are taken for the places of an order: did respondents put them into one?"
)
_NO_MORE = re.compile(
    r"no (?:further|other|more|second|third) (?:mention|answer|response|choice|reason)s?"
    r"|nothing (?:else|more|further)|none (?:given|mentioned)",
    re.IGNORECASE,
)
"""What is written where somebody named no more."""
_APART = 0.9
"""So large a part of those who gave several gave different ones: nobody names a thing twice."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What a head says: at which place the answer stands, of what question, and whether in order.

    `ranked` is None where the head leaves it open.
    """

    place: int
    stem: str
    ranked: bool | None


def mention_in(head: str) -> Mention | None:
    """The mention that a head speaks of; None if it speaks of none."""
    for pattern in (_BEFORE, _BEHIND, _MOST):
        match = pattern.search(head)
        if match:
            told = match.groupdict()
            ranked = bool(told["chosen"]) if told["chosen"] or told.get("named") else None
            return Mention(_place(told), _without(head, match), ranked)
    match = _ALONE.fullmatch(head)
    return Mention(_place(match.groupdict()), "", None) if match else None


def _place(told: dict[str, str]) -> int:
    if told.get("word"):
        return _ORDINALS.index(told["word"].casefold()) + 1
    return int(told.get("short") or told.get("number") or 1)


def _without(head: str, match: re.Match[str]) -> str:
    """A head without the number of the mention: what all mentions of a question share."""
    group = next((e for e in ("word", "short", "number") if match.groupdict().get(e)), "")
    if not group:
        return head
    if head[: match.start()].endswith("(") and head[match.end() :].startswith(")"):
        return capital(
            f"{head[: match.start() - 1].rstrip()} {head[match.end() + 1 :].lstrip()}".strip()
        )
    end = match.end(group) + 2 * (group == "short")
    kept = f"{head[: match.start(group)].rstrip(' #')} {head[end:].lstrip()}"
    return capital(kept.strip())


def mentions(heads: Sequence[str]) -> Iterator[range]:
    """Places of heads side by side that count the mentions of one question from the first."""
    told = [mention_in(each) for each in heads]
    start = 0
    for place in range(1, len(heads) + 1):
        first, own = told[start], told[place] if place < len(heads) else None
        counts = first and own and own.place == place - start + 1
        if counts and first and own and own.stem.casefold() == first.stem.casefold():
            continue
        if first and first.place == 1 and place - start > 1:
            yield range(start, place)
        start = place


def hold_mentions(fields: Sequence[Field]) -> bool:
    """Whether columns share labels that are on no scale, and hardly anybody gave one twice."""
    if any(each.holds not in (Holds.UNKNOWN, Holds.ANSWER) for each in fields):
        return False
    columns = [merged(each.cells) for each in map(_named, fields)]
    counts = Counter(cell for cells in columns for cell in cells if cell)
    several = [row for row in map(look.given, zip(*columns, strict=True)) if len(row) > 1]
    apart = sum(len(set(row)) == len(row) for row in several) / max(1, len(several))
    codes = all(each.isdigit() for each in counts)
    declared = [label for each in fields for label in each.declared]
    if codes and not declared:
        return len(several) >= _SURE and apart >= _SURELY_APART and len(counts) > len(fields)
    scale = guess_scale(counts, list(dict.fromkeys(declared)))
    firsts = set(columns[0])
    later = look.given(cell for cells in columns[1:] for cell in cells)
    known = look.share(later, firsts.__contains__)
    return apart >= _APART and not scale.ordered and (bool(declared) or known >= _SHARED)


def add_mentions(fields: Sequence[Field], texts: Sequence[Field], found: Found) -> bool:
    """Add a ranking or a choice of several, if the fields hold the mentions of one question."""
    heads, fields = [each.part for each in fields], [_named(each) for each in fields]
    placed = [each.strip("[] ") for each in heads] == [str(at + 1) for at in range(len(heads))]
    counted = placed or list(mentions(heads)) == [range(len(fields))]
    if not counted or not hold_mentions(fields):
        return False
    said = {True} if placed else {told.ranked for each in heads if (told := mention_in(each))}
    answers, written = _with_others(fields)
    doubts = [] if said - {None} else [_LEFT_OPEN_BY_HEADS]
    doubts += [_PLACED] if placed and not asks_for_order(fields[0].question) else []
    asked = fields[0].question
    if without_number(asked) != asked and " " not in without_number(asked):  # ``Q5 choice``
        doubts.append(NO_WORDING)
    first = replace(answers[0], doubt="; ".join(filter(None, (answers[0].doubt, *doubts))))
    answers = [first, *answers[1:]]
    labels = _labels(answers)
    if len(labels) > _MOST_LABELS:
        return False
    if True in said:
        return add_placed([_in_place(each) for each in answers], texts, found)
    rows = list(zip(*(each.cells for each in answers), strict=True))
    choice = Choice(
        tuple(unique(labels)),
        tuple(tuple("1" if label in row else "" for row in rows) for label in labels),
        f"several answers: {len(fields)} columns hold the mentions of one question",
        written,
    )
    add_multiple(answers, choice, found)
    add_texts(texts, found)
    return True


def _named(own: Field) -> Field:
    """A column without the cells that say that no more was named."""
    if not any(map(_NO_MORE.fullmatch, {*own.given, *own.declared})):
        return own
    return replace(
        own,
        cells=tuple("" if _NO_MORE.fullmatch(cell) else cell for cell in own.cells),
        declared=tuple(each for each in own.declared if not _NO_MORE.fullmatch(each)),
    )


def _labels(fields: Sequence[Field]) -> list[str]:
    """The labels of a form in its order, or by how often they were given; those of others last."""
    declared = dict.fromkeys(label for each in fields for label in each.declared)
    counts = Counter(cell for each in fields for cell in each.given)
    often = sorted(counts, key=lambda each: (bool(is_other(each) or way_out(each)), -counts[each]))
    return list(dict.fromkeys((*declared, *often)))


def _in_place(own: Field) -> Field:
    """A column of what was put at one place; who did not know put nothing there."""
    cells = tuple("" if way_out(cell) else cell for cell in own.cells)
    declared = tuple(label for label in own.declared if not way_out(label))
    return replace(own, holds=Holds.PLACED, cells=cells, declared=declared)


def _with_others(fields: Sequence[Field]) -> tuple[list[Field], Column]:
    """The columns with what respondents wrote as the answer of others, and what they wrote."""
    columns = [merged(each.cells) for each in fields]
    counts = Counter(cell for cells in columns for cell in cells if cell)
    own = written_in(counts, [label for each in fields for label in each.declared])
    other = label_of_others(counts)
    shown = [tuple(other if cell in own else cell for cell in cells) for cells in columns]
    rows = zip(*columns, strict=True)
    written = tuple(look.masked("; ".join(cell for cell in row if cell in own)) for row in rows)
    made = [replace(each, cells=cells) for each, cells in zip(fields, shown, strict=True)]
    return made, written if own else ()

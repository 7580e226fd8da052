"""Fields to questions: the kind of each, its scale or options, its cells in the clean copy."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.starter import cells as look
from briefing.starter.alone import add_alone
from briefing.starter.coded_ticks import by_codes
from briefing.starter.found import add_texts, whole_wording
from briefing.starter.mentions import add_mentions
from briefing.starter.several import add_grid, add_placed, add_ranking, add_ticks, as_one
from briefing.starter.topics import without_number
from briefing.starter.write_ins import label_of_others
from briefing.survey.apart import is_other
from briefing.survey.export import Holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.starter.field import Field
    from briefing.starter.found import Found


def add_question(fields: Sequence[Field], found: Found, *, place: float) -> None:
    """Make a question (or an attribute) of the fields that belong together; `place` is 0 to 1."""
    open_ones = [each for each in fields if len(fields) > 1 and _is_open(each, fields)]
    closed = [each for each in fields if each not in open_ones]
    strays = _strays(closed)
    if strays:
        kept = [each for each in fields if each not in strays]
        add_question(kept, found, place=place)
        _apart(strays, found, place)
        return
    if len(fields) > 1 and closed:
        around = all(_asks_of_rows(each) for each in closed)
        lettered = all(re.fullmatch(r"[A-Za-z]+\d+[a-z]", each.name) for each in closed)
        one = as_one(closed)
        if one:
            add_alone(one, found, place)
            add_texts(open_ones, found)
            return
        if len(closed) == len("a") and not _is_tick(closed[0]):
            add_question([_with_others(closed[0], open_ones)], found, place=place)
            add_texts(open_ones, found)
            return
        closed = by_codes(closed)
        kinds = [add_mentions, add_placed, add_ranking, add_grid, add_ticks]
        if lettered and not around:
            kinds.remove(add_grid)
        for kind in kinds:
            if kind(closed, open_ones, found):
                return
    if len(fields) > 1:
        _apart(fields, found, place)
        return
    add_alone(fields[0], found, place)


def _asks_of_rows(own: Field) -> bool:
    """Whether what columns share asks something, of one thing after another: no mere code."""
    if "\u2026 " in own.question:
        return bool(own.declared)
    return len(without_number(own.question).split()) >= _ASKING


_ASKING = 4


def _apart(fields: Sequence[Field], found: Found, place: float) -> None:
    """Add each field as a question of its own."""
    for each in fields:
        alone = replace(each, question=whole_wording(each), part="", group="")
        add_question((alone,), found, place=place)


def _with_others(own: Field, texts: Sequence[Field]) -> Field:
    """A column of answers with those who wrote another one beside it, where it is blank.

    SurveyMonkey leaves it so; without them the others would be shares of fewer than answered.
    """
    beside = [each for each in texts if is_other(each.part)]
    wrote = [any(cells) for cells in zip(*(each.cells for each in beside), strict=True)]
    if not any(text and not cell for text, cell in zip(wrote, own.cells, strict=False)):
        return own
    other = label_of_others((*own.declared, *own.given))
    declared = (*own.declared, other) if own.declared and other not in own.declared else ()
    filled = (
        other if text and not cell else cell for text, cell in zip(wrote, own.cells, strict=True)
    )
    return replace(own, cells=tuple(filled), declared=declared or own.declared)


def _is_tick(own: Field) -> bool:
    if own.holds is Holds.TICK:
        return True
    denied = any(not look.ticked(each) for each in set(own.given))
    return look.tick_label(own.cells) is not None and not own.declared and not denied


def _strays(closed: Sequence[Field]) -> list[Field]:
    """Columns that hold no ticks among those of the options of a question, which do."""
    others = [each for each in closed if not _is_tick(each)]
    return others if len(others) * 2 < len(closed) > len(others) + 1 else []


def _is_open(own: Field, beside: Sequence[Field]) -> bool:
    if own.holds is Holds.TEXT:
        return True
    if own.holds is not Holds.UNKNOWN or look.tick_label(own.cells) is not None:
        return False
    others = {cell for each in beside if each is not own for cell in each.given}
    if others and look.share(own.given, others.__contains__) > 0.5:  # noqa: PLR2004 - one scale
        return False
    return look.numbers(own.given) is None and (
        look.wordy(own.given) or (is_other(own.part or own.question) and len(set(own.given)) > 1)
    )

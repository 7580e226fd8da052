"""Columns side by side to one question: a ranking, a grid, a choice of several."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.starter import cells as look
from briefing.starter.found import (
    MOST_GROUPS,
    add,
    add_texts,
    filled,
    merged_together,
    part_of,
    unique,
)
from briefing.starter.model import UNASKED, GuessedAnswer, GuessedItem, GuessedScale
from briefing.starter.names import capital, id_of, ids_of
from briefing.starter.persons import nameless
from briefing.starter.ratings import runs_both_ways
from briefing.starter.scales import guess_scale
from briefing.starter.ways_out import strays
from briefing.survey.apart import is_exclusive, is_other
from briefing.survey.export import Holds
from briefing.survey.labels import alike
from briefing.survey.question import BaseRule, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.starter.field import Field
    from briefing.starter.found import Found
    from briefing.starter.model import Column

_SURE = 30
"""Of so many who answered somebody would have ticked a second option, if that had been allowed."""
_RANKED = re.compile(
    r"\brank|priorit|in order|order of|most important to least|1st|first to last", re.IGNORECASE
)


def asks_for_order(question: str) -> bool:
    """Whether the wording of a question asks to put things into an order."""
    return bool(_RANKED.search(question))


def add_ranking(fields: Sequence[Field], texts: Sequence[Field], found: Found) -> bool:
    """Add a ranking, if the fields hold ranks; `texts` are respondents' own mentions."""
    fields = _with_ranks(fields)
    ranks = [look.numbers([look.whole(cell) for cell in each.given]) for each in fields]
    hinted = all(each.holds is Holds.RANK for each in fields)
    ticked = any(each.holds is Holds.TICK for each in fields)  # perhaps by its option's number
    if not hinted and (ticked or not _looks_ranked(fields, ranks)):
        return False
    columns = {
        each: tuple(
            look.whole(cell) if re.fullmatch(r"\d{1,3}(\.0)?", cell) else "" for cell in each.cells
        )
        for each in fields
    }
    if not any(cell for cells in columns.values() for cell in cells):
        return False
    places = max(int(cell) for cells in columns.values() for cell in cells if cell)
    places = min(places, len(fields))
    name = found.name(fields[0])
    items = _items(fields)
    for item, each in zip(items, fields, strict=True):
        found.responses[f"{name}_{item.id}"] = columns[each]
    why = (
        "the export says so" if hinted else "ranks from 1 in columns side by side, each given once"
    )
    other = _mentions(name, texts, found)
    add(
        found,
        fields,
        name,
        Kind.RANKING,
        reasons=(f"ranking: {why}",),
        items=items,
        places=places,
        other=other,
    )
    add_texts(texts[1:], found)
    return True


_ORDINAL = re.compile(
    r"\[?(?:(?:rank|choice|priority|preference|place) )?#?(?P<rank>\d{1,2})(?:st|nd|rd|th)?"
    r"(?: (?:choice|priority|preference|place))?\]?"
    r"|(?P<word>first|second|third|fourth|fifth)(?: (?:choice|priority|preference|place))?",
    re.IGNORECASE,
)
"""A rank as forms without rankings name their columns: ``1st``, ``2nd choice``, ``Third``."""
_WORDS = ("first", "second", "third", "fourth", "fifth")


def _with_ranks(fields: Sequence[Field]) -> Sequence[Field]:
    """The fields with the ranks that their cells name in words, where all cells do."""
    named = {cell: _ORDINAL.fullmatch(cell) for each in fields for cell in each.given}
    ranks = {
        cell: match["rank"] or str(_WORDS.index(match["word"].casefold()) + 1)
        for cell, match in named.items()
        if match
    }
    if len(ranks) < len(named) or all(cell.isdigit() for cell in named):
        return fields
    return [
        replace(each, cells=tuple(ranks.get(cell, "") for cell in each.cells)) for each in fields
    ]


def add_placed(fields: Sequence[Field], texts: Sequence[Field], found: Found) -> bool:
    """Add a ranking whose columns are its ranks and whose cells are the items put there."""
    if not all(each.holds is Holds.PLACED for each in fields):
        return False
    declared = dict.fromkeys(label for each in fields for label in each.declared)
    given = dict.fromkeys(sorted({cell for each in fields for cell in each.given}))
    labels = tuple(declared or given)
    ids = ids_of(labels, "item")
    name = found.name(fields[0])
    for label in labels:
        found.responses[f"{name}_{ids[label]}"] = tuple(
            str(row.index(label) + 1) if label in row else ""
            for row in zip(*(each.cells for each in fields), strict=True)
        )
    add(
        found,
        fields,
        name,
        Kind.RANKING,
        reasons=("ranking: each column holds what was put at one rank",),
        items=tuple(GuessedItem(ids[label], label) for label in labels),
        places=min(len(fields), len(labels)),
    )
    add_texts(texts, found)
    return True


def _looks_ranked(fields: Sequence[Field], ranks: Sequence[list[float] | None]) -> bool:
    if len(fields) < 3 or any(each is None for each in ranks):  # noqa: PLR2004 - two are a choice
        return False
    if not all(
        1 <= rank <= len(fields) and rank == int(rank) for each in ranks for rank in each or ()
    ):
        return False
    rows = [look.given(row) for row in zip(*(each.cells for each in fields), strict=True)]
    several = [row for row in rows if len(row) > 1]
    distinct = [row for row in several if len(set(row)) == len(row)]
    sure = 0.9 if asks_for_order(fields[0].question) else 0.98
    return bool(several) and len(distinct) >= sure * len(several)


def _turned(names: Sequence[str]) -> Iterator[str]:
    """The question that items raise which are named as reversed, where others are not."""
    turned = [each for each in names if _REVERSED.search(each)]
    if turned and len(turned) < len(names):
        yield (
            f"{', '.join(turned)}: named like items that run the other way. Where their codes do, "
            "write reversed = true in the item; where only their words do, leave them as they are"
        )


_REVERSED = re.compile(r"[._ -](?:r|rev|reversed?)$|\(r(?:ev(?:ersed)?)?\)$", re.IGNORECASE)


def add_grid(fields: Sequence[Field], texts: Sequence[Field], found: Found) -> bool:
    """Add a grid, if the fields share their answers."""
    if any(each.holds in (Holds.TICK, Holds.ANSWERS, Holds.NUMBER) for each in fields):
        return False
    ticks = all(map(_may_tick, fields))
    if ticks and any(is_exclusive(part_of(e)) or not _is_yes_or_no(e) for e in fields):
        return False
    columns = merged_together([each.cells for each in fields])
    counts = Counter(cell for cells in columns for cell in cells if cell)
    declared = list(dict.fromkeys(label for each in fields for label in each.declared))
    if len(counts) > MOST_GROUPS or not counts or runs_both_ways(columns):
        return False
    if not declared and all(each.isdigit() and int(each) > _RATED for each in _top(counts)):
        return False  # codes of what they name, or amounts: no scale has so many points
    declared = filled(counts, declared, fields[0].question)
    scale = guess_scale(counts, declared, fields[0].question)
    one = len(declared) > 2 and all(set(each.declared) == set(declared) for each in fields)  # noqa: PLR2004 - a scale
    if not (scale.ordered or one or _share_labels(columns)):
        return False
    name = found.name(fields[0])
    items = _items(fields)
    for item, cells in zip(items, columns, strict=True):
        found.responses[f"{name}_{item.id}"] = cells
    reason = f"grid: {len(fields)} columns side by side share their answers"
    doubts = tuple(_turned([each.name for each in fields]))
    add(found, fields, name, Kind.GRID, reasons=(reason,), items=items, scale=scale, doubts=doubts)
    add_texts(texts, found)
    return True


def _items(fields: Sequence[Field]) -> tuple[GuessedItem, ...]:
    """What is ranked or rated in columns side by side: of each head the part that is its own."""
    labels = unique([part_of(each) for each in fields])
    ids = ids_of(labels, "item")
    return tuple(
        GuessedItem(ids[label], label, each.name)
        for label, each in zip(labels, fields, strict=True)
    )


def _may_tick(own: Field) -> bool:
    """Whether the cells may be ticks; labels that say more than a tick and none are a scale's."""
    if own.holds is Holds.TICK:
        return True
    few = len(own.declared) <= 2 or look.tick_or_none(own.declared)  # noqa: PLR2004 - a tick, none
    return few and look.tick_label(own.cells) is not None


_RATED = 10


def _top(counts: Mapping[str, int]) -> list[str]:
    """The highest of codes on a form, those that stand for no answer left out; else nothing."""
    if not all(each.isdigit() for each in counts):
        return [""]
    inner = [each for each in counts if each not in strays(counts)]
    return [max(inner, key=int)]


def _is_yes_or_no(field: Field) -> bool:
    """Whether what could be a tick is an answer, as a yes is and “Selected” is not."""
    declared = {each.casefold() for each in field.declared}
    return field.holds is Holds.ANSWER and (not declared or "yes" in declared)


def _share_labels(columns: Sequence[Column]) -> bool:
    """Whether at least half the labels of every column stand in the others too."""
    labels = [{cell for cell in cells if cell} for cells in columns]
    for place, own in enumerate(labels):
        others = set().union(*labels[:place], *labels[place + 1 :])
        if len(own & others) * 2 < len(own):
            return False
    return True


def add_ticks(fields: Sequence[Field], texts: Sequence[Field], found: Found) -> bool:
    """Add a choice of several, if the fields hold ticks."""
    labels: list[str] = []
    for each in fields:
        label = look.tick_label(each.cells)
        if not _may_tick(each):
            return False
        coded = each.part.casefold() == each.name.casefold()
        labels.append((label if coded and label else each.part) or label or each.question)
    if len(fields) + len(texts) < 2:  # noqa: PLR2004 - one column is no choice
        return False
    asked, doubts = _of_none(fields)
    choice = Choice(
        tuple(unique(labels)),
        tuple(tuple("1" if look.ticked(cell) else "" for cell in each.cells) for each in fields),
        f"several answers: {len(fields)} columns of ticks belong to one question",
        tuple(look.masked(cell) for cell in texts[0].cells) if texts else (),
        doubts,
        asked,
    )
    add_multiple(fields, choice, found)
    add_texts(texts[1:], found)
    return True


_ALL = re.compile(
    r"all that apply|as many as|select all|tick all|choose all|more than one", re.IGNORECASE
)


def asks_for_several(question: str) -> bool:
    """Whether the wording of a question invites more than one answer."""
    return bool(_ALL.search(question))


def as_one(fields: Sequence[Field]) -> Field | None:
    """The columns of the options of a question as one of its answers, if nobody ticked two."""
    labels = [each.part for each in fields]
    ticks = all(each.holds in (Holds.TICK, Holds.UNKNOWN) for each in fields)
    own = all({alike(e) for e in field.given} <= {alike(field.part)} for field in fields)
    if not ticks or not own or not all(labels) or asks_for_several(fields[0].question):
        return None
    rows = [look.given(row) for row in zip(*(each.cells for each in fields), strict=True)]
    answered = [row for row in rows if row]
    if len(answered) < _SURE or any(len(row) > 1 for row in answered):
        return None
    return replace(
        fields[0],
        name=fields[0].question,
        part="",
        group="",
        holds=Holds.ANSWER,
        declared=tuple(unique([capital(each) for each in labels])),
        cells=tuple(capital(row[0]) if row else "" for row in rows),
    )


def _of_none(fields: Sequence[Field]) -> tuple[tuple[bool, ...], tuple[str, ...]]:
    """Who was asked, if the export says so, and what is asked of those who ticked nothing.

    An export that writes of each respondent either that each option was or was not chosen, or
    nothing at all, tells who was asked: whoever publishes it counts shares of these. Where many of
    them ticked nothing they may never have come so far, which only its editor knows.
    """
    rows = list(zip(*(each.cells for each in fields), strict=True))
    asked = tuple(any(row) for row in rows)
    number = sum(1 for row in rows if any(row) and not any(map(look.ticked, row)))
    if not number:
        return (), ()
    told = all(all(row) for row, own in zip(rows, asked, strict=True) if own)
    if told and number <= _FEW_SILENT * sum(asked):
        doubt = (
            f"{number} who were asked ticked nothing, and are in the base like all who were asked: "
            "take base away if they may not have come so far"
        )
        return asked, (doubt,)
    doubt = (
        f"{number} who were asked ticked nothing and are not counted: base = “asked” counts them "
        "and all others who were asked. Is there no “None of these”?"
    )
    return (), (doubt,)


_FEW_SILENT = 0.1


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of several as it was found: options, a column of ticks for each, write-ins.

    `asked` tells of each respondent whether the question was put, where the export does.
    """

    labels: tuple[str, ...]
    columns: tuple[Column, ...]
    reason: str
    written: Column = ()
    doubts: tuple[str, ...] = ()
    asked: tuple[bool, ...] = ()

    def told(self, cells: Column) -> Column:
        """The cells of an option with who was not asked, if the export tells it."""
        if not self.asked:
            return cells
        rows = zip(cells, self.asked, strict=True)
        return tuple(cell if asked or cell else UNASKED for cell, asked in rows)

    def with_other(self) -> Choice:
        """The choice with an option for the write-ins, where the form has none.

        Where it has one, it is that of those who only wrote: they answered like everybody else.
        """
        if not look.given(self.written):
            return self
        at = next((place for place, each in enumerate(self.labels) if is_other(each)), None)
        if at is None:
            ticks = tuple("1" if cell else "" for cell in self.written)
            return replace(self, labels=(*self.labels, "Other"), columns=(*self.columns, ticks))
        rows = zip(self.written, zip(*self.columns, strict=True), strict=True)
        alone = tuple("1" if cell and not any(map(look.ticked, row)) else "" for cell, row in rows)
        own = self.columns[at]
        merged = tuple(tick or more for tick, more in zip(own, alone, strict=True))
        return replace(self, columns=(*self.columns[:at], merged, *self.columns[at + 1 :]))


def add_multiple(fields: Sequence[Field], choice: Choice, found: Found) -> None:
    """Add a choice of several; `fields` are those of its options, or the one of all of them."""
    choice = choice.with_other()
    name = found.name(fields[0])
    ids = ids_of(choice.labels, "option")
    for label, cells in zip(choice.labels, choice.columns, strict=True):
        found.responses[f"{name}_{ids[label]}"] = choice.told(cells)
    other = ""
    if look.given(choice.written):
        other = id_of(f"{name}_mentions", found.responses)
        found.responses[other] = tuple(map(nameless, choice.written))
    more = ("its write-ins are mentions of their own",) if other else ()
    add(
        found,
        fields,
        name,
        Kind.MULTIPLE,
        reasons=(choice.reason, *more),
        items=tuple(GuessedItem(ids[label], label) for label in choice.labels),
        scale=GuessedScale(tuple(GuessedAnswer(ids[each], each) for each in choice.labels)),
        exclusive=tuple(ids[label] for label in choice.labels if is_exclusive(label)),
        base=BaseRule.ASKED.value if choice.asked else "",
        other=other,
        doubts=choice.doubts,
    )


def _mentions(name: str, texts: Sequence[Field], found: Found) -> str:
    """The head under which mentions of respondents' own stand in the copy, if there are any."""
    if not texts:
        return ""
    other = id_of(f"{name}_mentions", found.responses)
    found.responses[other] = tuple(map(nameless, texts[0].cells))
    return other

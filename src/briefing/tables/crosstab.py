"""Tables of a question within groups: one break, or several side by side; small ones with care."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from briefing.survey.model import banner_names
from briefing.tables.bases import base_notes, base_of, group_base, people, weight_notes, whole_base
from briefing.tables.model import Head, Part, Table
from briefing.tables.notes import caution_note, share_notes
from briefing.tables.sensitive import few_masked, few_note
from briefing.tables.significance import lettered, letters_note, names_of
from briefing.tables.single import heads_of, rows_of, shares
from briefing.tables.small_bases import Group, published
from briefing.tables.summary import summary_notes
from briefing.tables.variables import named
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.survey.model import Banner, Crosstab
    from briefing.tables.count import Counter, Mask
    from briefing.tables.model import Base, Cell
    from briefing.tables.variables import Variable


@dataclass(frozen=True, slots=True)
class _Broken:
    """A question within the groups of one break, as it may be published."""

    heads: tuple[Head, ...]
    bases: tuple[Base, ...]
    cells: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...]
    tested: str = ""


def crosstab_table(counter: Counter, crosstab: Crosstab) -> Table:
    """Groups as rows, answers and nets as columns; counted are respondents who answered both."""
    question, by = named(counter, crosstab.question), named(counter, crosstab.by)
    both = question.base() & by.answered() & counter.everyone
    columns = _columns(question)
    broken = _broken(counter, question, by, crosstab.groups)
    who = people(counter.tally(both).n, counter.respondents)
    words = wording().who_answered_both(people=who)
    return Table(
        id=crosstab.id,
        title=crosstab.title or _title(question, (by,)),
        question=question.wording,
        rows=broken.heads,
        columns=columns,
        bases=broken.bases,
        cells=broken.cells,
        notes=_notes(counter, question, broken.bases, broken.cells, (broken,)),
        source=counter.survey.source,
        diverging=question.scale.diverging,
        multiple=question.multiple,
        overall=whole_base(counter, both, words),
        tested=broken.tested,
    )


def _title(question: Variable, breaks: Sequence[Variable]) -> str:
    words = wording().question_by(question=question.name, attribute=breaks[0].name)
    for each in breaks[1:]:
        words = wording().and_by(start=words, attribute=each.name)
    return words


def banner_tables(counter: Counter, banner: Banner) -> Iterator[Table]:
    """Each question by all breaks of a banner, everybody first, then by each of them alone.

    Everybody is who answered the question, whether or not the group that they belong to is known.
    """
    for name in banner.questions:
        question = named(counter, name)
        breaks: list[tuple[str, Variable, _Broken, str]] = []
        for by_name, groups in banner.of:
            by = named(counter, by_name)
            taken = sum(len(each.heads) for _, _, each, _ in breaks)
            broken = _broken(counter, question, by, groups, taken=taken)
            missing = counter.tally(question.base() & ~by.answered()).n
            remark = wording().not_known_break(attribute=by.name, count=missing)
            breaks.append((by_name, by, broken, remark if missing else ""))
        ids = banner_names(banner, name)
        yield _banner_table(counter, question, ids[0], breaks)
        for each, one in zip(ids[1:], breaks, strict=False):
            yield _banner_table(counter, question, each, [one])


def _banner_table(
    counter: Counter,
    question: Variable,
    name: str,
    breaks: Sequence[tuple[str, Variable, _Broken, str]],
) -> Table:
    columns = _columns(question)
    base, mask, whole = base_of(counter, question)
    total = shares(counter, question, columns, mask, whole)
    several = len(breaks) > 1
    heads = [Head("all", wording().all_respondents(respondents=counter.respondents), Part.WHOLE)]
    for by_name, by, broken, _ in breaks:
        prefix = f"{by_name.replace('.', '_')}_" if several else ""
        heads += [replace(head, id=f"{prefix}{head.id}", within=by.name) for head in broken.heads]
    bases = (base, *(each for _, _, broken, _ in breaks for each in broken.bases))
    cells = (total, *(row for _, _, broken, _ in breaks for row in broken.cells))
    return Table(
        id=name,
        title=_title(question, [by for _, by, _, _ in breaks]),
        question=question.wording,
        rows=tuple(heads),
        columns=columns,
        bases=bases,
        cells=cells,
        notes=(
            *base_notes(counter, question),
            *_notes(counter, question, bases, cells, [broken for _, _, broken, _ in breaks]),
            *(remark for _, _, _, remark in breaks if remark),
        ),
        source=counter.survey.source,
        diverging=question.scale.diverging,
        multiple=question.multiple,
        overall=base,
        tested=next((broken.tested for _, _, broken, _ in breaks if broken.tested), ""),
    )


def _columns(question: Variable) -> tuple[Head, ...]:
    return heads_of(question, question.question.last if question.question else ())


def _notes(
    counter: Counter,
    question: Variable,
    bases: Sequence[Base],
    cells: Sequence[tuple[Cell, ...]],
    breaks: Sequence[_Broken],
) -> tuple[str, ...]:
    columns = _columns(question)
    return (
        *caution_note(bases, counter.survey.codebook.caution_below),
        *dict.fromkeys(note for broken in breaks for note in broken.notes),
        *weight_notes(counter, bases),
        *share_notes(columns, cells, counter.respondents, multiple=question.multiple),
        *summary_notes(question),
    )


def _broken(
    counter: Counter, question: Variable, by: Variable, names: Sequence[str], *, taken: int = 0
) -> _Broken:
    """A question within groups: answers of the break, or nets of its answers.

    So many letters of significance are `taken` by breaks beside it.
    """
    both = question.base() & by.answered() & counter.everyone
    codebook = counter.survey.codebook
    groups = _groups(counter, question, by, names, both)
    shown = published(groups, _known_wholes(counter, by, both), codebook)
    cells, notes = shown.cells, shown.notes
    if question.question is not None and question.question.sensitive:
        cells = few_masked(cells, _columns(question), multiple=question.multiple)
        notes = notes if cells == shown.cells else (*notes, few_note())
    tested, letters = "", ("",) * len(groups)
    if codebook.significance and not by.multiple:
        letters = names_of(taken + len(groups))[taken:]
        parts = [(letter, group.of) for letter, group in zip(letters, groups, strict=True)]
        cells = lettered(cells, shown.bases, _columns(question), parts, codebook.significance)
        tested = letters_note(codebook.significance)
    heads = tuple(
        Head(name, group.label, Part.GROUP, letter=letter)
        for name, group, letter in zip(names, groups, letters, strict=True)
    )
    return _Broken(heads, shown.bases, cells, notes, tested)


def _groups(
    counter: Counter, question: Variable, by: Variable, names: Sequence[str], both: Mask
) -> list[Group]:
    """Those who gave one answer, or one of a net's answers, to the question broken by."""
    nets = {net.id: net for net in by.scale.nets}
    labels = {answer.id: answer.label for answer in by.scale.answers}
    members = [nets[name].of if name in nets else (name,) for name in names]
    named_so = [nets[name].label if name in nets else labels[name] for name in names]
    if not names:
        return []
    masks = np.column_stack([both & by.said(of) for of in members])
    tallies = counter.cross(masks, np.ones((len(both), 1), dtype=bool))
    wholes = [row[0] for row in tallies]
    rows = rows_of(counter, question, _columns(question), masks, wholes)
    return [
        Group(label, group_base(counter, masks[:, place], whole, label), row, frozenset(of))
        for place, (label, whole, row, of) in enumerate(
            zip(named_so, wholes, rows, members, strict=True)
        )
    ]


def _known_wholes(counter: Counter, by: Variable, both: Mask) -> tuple[frozenset[str], ...]:
    """What is known of a break without this table: its total, and which answers nobody gave."""
    if by.multiple:
        return ()
    answers = tuple(answer.id for answer in by.scale.answers)
    tallies = counter.tallies(by.chosen & both[:, np.newaxis])
    empty = (each for each, tally in zip(answers, tallies, strict=True) if not tally.n)
    return (frozenset(answers), *(frozenset((each,)) for each in empty))

"""Tables of a question within groups: one break, or several side by side; small ones with care."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from briefing.survey.model import banner_names
from briefing.tables.bases import base_notes, base_of, group_base, people, weight_notes, whole_base
from briefing.tables.heads import whole_head
from briefing.tables.model import Head, Part, Table
from briefing.tables.notes import caution_note, share_notes
from briefing.tables.sensitive import few_masked, few_note, without_answers
from briefing.tables.significance import lettered, letters_note, names_of
from briefing.tables.single import heads_of, rows_of, shares
from briefing.tables.small_bases import Group, Why, published, suppression_notes
from briefing.tables.summary import summary_notes
from briefing.tables.variables import named
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.survey.model import Banner, Codebook, Crosstab
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
    """What its cautions and symbols mean."""
    tested: str = ""


def crosstab_table(counter: Counter, crosstab: Crosstab) -> Table:
    """Groups as rows, answers and nets as columns; counted are respondents who answered both."""
    question, by = named(counter, crosstab.question), named(counter, crosstab.by)
    both = question.base() & by.answered() & counter.everyone
    columns = _columns(question)
    broken = _broken(counter, (crosstab.question, crosstab.by), crosstab.groups)
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
            broken = _broken(counter, (name, by_name), groups, taken=taken)
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
    heads = [whole_head(counter.respondents)]
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
    columns, codebook = _columns(question), counter.survey.codebook
    parts = sum(len(broken.bases) for broken in breaks)
    return (
        *dict.fromkeys(
            note
            for note in (
                *caution_note(bases[: len(bases) - parts], codebook.small_bases.caution_below),
                *(note for broken in breaks for note in broken.notes),
            )
        ),
        *weight_notes(counter, bases),
        *share_notes(columns, cells, counter.respondents, multiple=question.multiple),
        *summary_notes(question),
    )


def _broken(
    counter: Counter, names: tuple[str, str], wanted: Sequence[str], *, taken: int = 0
) -> _Broken:
    """A question within `wanted` groups of a break, by their `names`: answers, or nets of them.

    What may be published is decided for all groups that any table tells of the two, so that one
    table never tells what another hides. So many letters of significance are `taken` by breaks
    beside it.
    """
    question, by = (named(counter, each) for each in names)
    codebook, columns = counter.survey.codebook, _columns(question)
    rule = codebook.small_groups(names[1])
    both = question.base() & by.answered() & counter.everyone
    pair = _Pair(counter, question, by, both, rule.caution_below)
    told = _told(codebook, names, wanted)
    groups = _groups(pair, told)
    parts = [] if by.multiple else _untold(pair, groups)
    secrets = [each.of for each in parts if 0 < each.base.n < rule.suppress_below]
    wholes = () if by.multiple else _known_wholes(counter, by, both)
    shown = published(groups, wholes, rule, codebook.respondents, secrets)
    turned = without_answers(
        shown.cells, columns, _hidden_as_groups(counter, names), multiple=question.multiple
    )
    cells = turned
    if question.question is not None and question.question.sensitive:
        cells = few_masked(
            [*groups, *parts], cells, columns, few=rule.mask_below, multiple=question.multiple
        )
    places = [told.index(each) for each in wanted]
    masked = any(cells[place] != turned[place] for place in places)
    withheld = any(turned[place] != shown.cells[place] for place in places)
    shown = replace(shown, cells=cells).of(places)
    groups, cells = [groups[place] for place in places], shown.cells
    tested, letters = "", ("",) * len(groups)
    if codebook.significance and not by.multiple:
        letters = names_of(taken + len(groups))[taken:]
        marked = [(letter, group.of) for letter, group in zip(letters, groups, strict=True)]
        cells = lettered(cells, shown.bases, columns, marked, codebook.significance)
        tested = letters_note(codebook.significance)
    heads = tuple(
        Head(name, group.label, Part.GROUP, letter=letter)
        for name, group, letter in zip(wanted, groups, letters, strict=True)
    )
    notes = (
        *caution_note(shown.bases, rule.caution_below),
        *dict.fromkeys(
            (
                *suppression_notes(shown.why, rule, codebook.respondents),
                *((wording().suppressed_too,) if withheld else ()),
            )
        ),
        *((few_note(rule.mask_below),) if masked else ()),
    )
    return _Broken(heads, shown.bases, cells, notes, tested)


def _hidden_as_groups(counter: Counter, names: tuple[str, str]) -> frozenset[str]:
    """The answers of a question that a table the other way round hides as groups of its own.

    Their figures are the same respondents counted, so neither table may tell them.
    """
    codebook, other = counter.survey.codebook, (names[1], names[0])
    told = _told(codebook, other, ())
    if not told:
        return frozenset()
    question, by = (named(counter, each) for each in other)
    rule = codebook.small_groups(other[1])
    both = question.base() & by.answered() & counter.everyone
    pair = _Pair(counter, question, by, both, rule.caution_below)
    groups = _groups(pair, told)
    parts = [] if by.multiple else _untold(pair, groups)
    secrets = [each.of for each in parts if 0 < each.base.n < rule.suppress_below]
    wholes = () if by.multiple else _known_wholes(counter, by, both)
    why = published(groups, wholes, rule, codebook.respondents, secrets).why
    hidden = [each.of for each, reason in zip(groups, why, strict=True) if reason in _KEPT_BACK]
    return frozenset(answer for each in hidden for answer in each)


_KEPT_BACK = (Why.SMALL, Why.TELLING)


def _told(codebook: Codebook, names: tuple[str, str], wanted: Sequence[str]) -> list[str]:
    """The groups that tables tell of a question by a break, each once, in an order for all."""
    found: list[str] = []
    for crosstab in codebook.crosstabs:
        if (crosstab.question, crosstab.by) == names:
            found += crosstab.groups
    for banner in codebook.banners:
        if names[0] in banner.questions:
            found += [each for by, groups in banner.of if by == names[1] for each in groups]
    return list(dict.fromkeys((*found, *wanted)))


@dataclass(frozen=True, slots=True, eq=False)
class _Pair:
    """A question and its break, and who answered `both`."""

    counter: Counter
    question: Variable
    by: Variable
    both: Mask
    caution_below: int


def _groups(pair: _Pair, names: Sequence[str]) -> list[Group]:
    """Those who gave one answer, or one of a net's answers, to the question broken by."""
    counter, question, by, both = pair.counter, pair.question, pair.by, pair.both
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
    bases = [
        group_base(counter, masks[:, place], whole, label, pair.caution_below)
        for place, (label, whole) in enumerate(zip(named_so, wholes, strict=True))
    ]
    return [
        Group(label, base, row, frozenset(of))
        for label, base, row, of in zip(named_so, bases, rows, members, strict=True)
    ]


def _untold(pair: _Pair, told: Sequence[Group]) -> list[Group]:
    """The answers of a break that are no groups of their own, as groups."""
    known = {each.of for each in told}
    ids = [each.id for each in pair.by.scale.answers if frozenset((each.id,)) not in known]
    return _groups(pair, ids)


def _known_wholes(counter: Counter, by: Variable, both: Mask) -> tuple[frozenset[str], ...]:
    """What is known of a break without this table: its total, and which answers nobody gave."""
    answers = tuple(answer.id for answer in by.scale.answers)
    tallies = counter.tallies(by.chosen & both[:, np.newaxis])
    empty = (each for each, tally in zip(answers, tallies, strict=True) if not tally.n)
    return (frozenset(answers), *(frozenset((each,)) for each in empty))

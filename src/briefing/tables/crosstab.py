"""Tables of a question within groups: one break, or several side by side; small ones with care."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.survey.declared import banner_names
from briefing.tables.bases import base_notes, base_of, people, weight_notes, whole_base
from briefing.tables.breaking import columns_of
from briefing.tables.count import NOBODY
from briefing.tables.heads import whole_head
from briefing.tables.model import Head, Part, Table
from briefing.tables.notes import caution_note, share_notes
from briefing.tables.sensitive import few_note
from briefing.tables.significance import lettered, letters_note, names_of
from briefing.tables.single import shares
from briefing.tables.small_bases import suppression_notes
from briefing.tables.summary import summary_notes
from briefing.tables.variables import named
from briefing.tables.withheld import told_rows
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.survey.declared import Banner, Crosstab
    from briefing.tables.count import Counter
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
    columns = columns_of(question)
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
        notes=_notes(counter, question, broken.bases, broken.cells, (broken,), columns=columns),
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
    columns = columns_of(question)
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
            *_notes(
                counter,
                question,
                bases,
                cells,
                [broken for _, _, broken, _ in breaks],
                columns=columns,
            ),
            *(remark for _, _, _, remark in breaks if remark),
        ),
        source=counter.survey.source,
        diverging=question.scale.diverging,
        multiple=question.multiple,
        overall=base,
        tested=next((broken.tested for _, _, broken, _ in breaks if broken.tested), ""),
    )


def _notes(
    counter: Counter,
    question: Variable,
    bases: Sequence[Base],
    cells: Sequence[tuple[Cell, ...]],
    breaks: Sequence[_Broken],
    *,
    columns: Sequence[Head],
) -> tuple[str, ...]:
    codebook = counter.survey.codebook
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


def _empty(cells: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether a group of nobody stands in the table."""
    return any(cell.symbol == NOBODY for row in cells for cell in row)


def _broken(
    counter: Counter, names: tuple[str, str], wanted: Sequence[str], *, taken: int = 0
) -> _Broken:
    """A question within `wanted` groups of a break, by their `names`: answers, or nets of them.

    What may be published is decided for all groups that any table tells of the two, so that one
    table never tells what another hides. So many letters of significance are `taken` by breaks
    beside it.
    """
    rows = told_rows(counter, names)
    decided = rows.decided
    by, rule, told, groups = decided.pair.by, decided.rule, decided.told, decided.groups
    codebook, columns = counter.survey.codebook, decided.pair.columns
    places = [told.index(each) for each in wanted]
    masked, withheld = rows.masked.intersection(places), rows.withheld.intersection(places)
    shown = replace(decided.shown, cells=rows.cells).of(places)
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
                *((wording().made_nobody,) if _empty(cells) else ()),
                *((wording().suppressed_too,) if withheld else ()),
            )
        ),
        *((few_note(rows.few),) if masked else ()),
    )
    return _Broken(heads, shown.bases, cells, notes, tested)

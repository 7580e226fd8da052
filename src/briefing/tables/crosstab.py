"""Tables of a question within groups: one break, or several side by side; small ones with care."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.survey.declared import banner_names
from briefing.tables.bases import base_notes, base_of, weight_notes
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


@dataclass(frozen=True, slots=True)
class _Break:
    """One break of a question: what its groups are groups of, and how many have no known group."""

    name: str
    by: Variable
    broken: _Broken
    remark: str


def crosstab_table(counter: Counter, crosstab: Crosstab) -> Table:
    """Everybody, then groups as rows; answers and nets as columns.

    Everybody is who answered the question, also those whose group is not known or not in the table
    (conventions, 1.7).
    """
    question = named(counter, crosstab.question)
    each = _break(counter, crosstab.question, crosstab.by, crosstab.groups)
    return _table(counter, question, crosstab.id, [each], crosstab.title)


def _title(question: Variable, breaks: Sequence[Variable]) -> str:
    words = wording().question_by(question=question.name, attribute=breaks[0].name)
    for each in breaks[1:]:
        words = wording().and_by(start=words, attribute=each.name)
    return words


def banner_tables(counter: Counter, banner: Banner) -> Iterator[Table]:
    """Each question by all breaks of a banner, everybody first, then by each of them alone."""
    for name in banner.questions:
        question = named(counter, name)
        breaks: list[_Break] = []
        for by, groups in banner.of:
            taken = sum(len(each.broken.heads) for each in breaks)
            breaks.append(_break(counter, name, by, groups, taken=taken))
        ids = banner_names(banner, name)
        yield _table(counter, question, ids[0], breaks)
        for each, one in zip(ids[1:], breaks, strict=False):
            yield _table(counter, question, each, [one])


def _break(
    counter: Counter, name: str, by_name: str, groups: Sequence[str], *, taken: int = 0
) -> _Break:
    """The groups of one break of the question `name`, and who answered but is in none of them."""
    question, by = named(counter, name), named(counter, by_name)
    broken = _broken(counter, (name, by_name), groups, taken=taken)
    missing = counter.tally(question.base() & ~by.answered()).n
    remark = wording().not_known_break(attribute=by.name, count=missing) if missing else ""
    return _Break(by_name, by, broken, remark)


def _table(
    counter: Counter, question: Variable, name: str, breaks: Sequence[_Break], title: str = ""
) -> Table:
    """A question by `breaks` under a `title`, or one that says so."""
    columns = columns_of(question)
    base, mask, whole = base_of(counter, question)
    total = shares(counter, question, columns, mask, whole)
    groups = tuple(_heads(breaks))
    bases = (base, *(each for one in breaks for each in one.broken.bases))
    cells = (total, *(row for one in breaks for row in one.broken.cells))
    broken = [each.broken for each in breaks]
    return Table(
        id=name,
        title=title or _title(question, [each.by for each in breaks]),
        question=question.wording,
        rows=(_whole(counter, groups), *groups),
        columns=columns,
        bases=bases,
        cells=cells,
        notes=(
            *base_notes(counter, question),
            *_notes(counter, question, bases, cells, broken, columns=columns),
            *(each.remark for each in breaks if each.remark),
        ),
        source=counter.survey.source,
        diverging=question.scale.diverging,
        multiple=question.multiple,
        overall=base,
        tested=next((each.tested for each in broken if each.tested), ""),
    )


def _heads(breaks: Sequence[_Break]) -> Iterator[Head]:
    """The heads of all groups; those of several breaks have ids of their own."""
    for each in breaks:
        prefix = f"{each.name.replace('.', '_')}_" if len(breaks) > 1 else ""
        for head in each.broken.heads:
            yield replace(head, id=f"{prefix}{head.id}", within=each.by.name)


def _whole(counter: Counter, groups: Sequence[Head]) -> Head:
    """The head of everybody, whose id no group has."""
    head, taken = whole_head(counter.respondents), {each.id for each in groups}
    while head.id in taken:
        head = replace(head, id=f"{head.id}_of_them")
    return head


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

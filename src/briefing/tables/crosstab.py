"""The table of one question within the groups of another, small groups treated with care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tables.bases import group_base, people
from briefing.tables.heads import scale_heads
from briefing.tables.model import Base, Head, Part, Table
from briefing.tables.notes import caution_note, share_notes
from briefing.tables.single import shares
from briefing.tables.small_bases import Group, published
from briefing.tables.variables import named

if TYPE_CHECKING:
    from briefing.survey.model import Crosstab
    from briefing.tables.count import Counter, Mask
    from briefing.tables.variables import Variable


def crosstab_table(counter: Counter, crosstab: Crosstab) -> Table:
    """Groups as rows, answers and nets as columns; counted are respondents who answered both."""
    question = named(counter.survey, crosstab.question)
    by = named(counter.survey, crosstab.by)
    both = question.base() & by.answered() & counter.everyone
    groups = [_group(counter, question, by, each, both) for each in crosstab.groups]
    codebook = counter.survey.codebook
    shown = published(groups, _known_wholes(counter, by, both), codebook)
    columns = scale_heads(question.scale, question.question.last if question.question else ())
    overall = _overall(counter, both)
    return Table(
        id=crosstab.id,
        title=crosstab.title or f"{question.name} by {by.name}",
        question=question.wording,
        rows=tuple(
            Head(each, group.label, Part.GROUP)
            for each, group in zip(crosstab.groups, groups, strict=True)
        ),
        columns=columns,
        bases=shown.bases,
        cells=shown.cells,
        notes=(
            *caution_note(shown.bases, codebook.caution_below),
            *shown.notes,
            *share_notes(columns, shown.cells, counter.respondents, multiple=question.multiple),
        ),
        source=counter.survey.source,
        diverging=question.scale.diverging,
        multiple=question.multiple,
        overall=overall,
    )


def _group(counter: Counter, question: Variable, by: Variable, name: str, both: Mask) -> Group:
    """Those who gave one answer, or one of a net's answers, to the question broken by."""
    nets = {net.id: net for net in by.scale.nets}
    labels = {answer.id: answer.label for answer in by.scale.answers}
    of = nets[name].of if name in nets else (name,)
    label = nets[name].label if name in nets else labels[name]
    base = both & by.said(of)
    tally = counter.tally(base)
    columns = scale_heads(question.scale)
    return Group(
        label,
        group_base(counter, tally, label),
        shares(counter, question, columns, base, tally),
        frozenset(of),
    )


def _known_wholes(counter: Counter, by: Variable, both: Mask) -> tuple[frozenset[str], ...]:
    """What is known of a break without this table: its total, and which answers nobody gave."""
    if by.multiple:
        return ()
    answers = tuple(answer.id for answer in by.scale.answers)
    empty = (each for each in answers if not counter.tally(both & by.said((each,))).n)
    return (frozenset(answers), *(frozenset((each,)) for each in empty))


def _overall(counter: Counter, both: Mask) -> Base:
    tally = counter.tally(both)
    words = f"{people(tally.n, counter.respondents)} who answered both questions"
    return Base(tally.n, words, tally.weight if counter.weighted else None)

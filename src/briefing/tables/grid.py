"""The table of a grid: one row an item, each with its own base (conventions, 1.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.survey.question import Scale
from briefing.tables.bases import base_notes, base_of, weight_notes
from briefing.tables.heads import scale_heads
from briefing.tables.model import Head, Part, Table
from briefing.tables.notes import (
    base_varies_note,
    caution_note,
    in_quotes,
    listed,
    share_notes,
)
from briefing.tables.single import heads_of, shares
from briefing.tables.summary import summary_notes
from briefing.tables.variables import of_item
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.survey.question import Question
    from briefing.tables.count import Counter


def _turned_note(question: Question) -> tuple[str, ...]:
    """Which items have their scale turned, since it ran the other way in the data."""
    turned = [in_quotes(item.label) for item in question.items if item.reversed]
    return (wording().turned(items=listed(turned)),) if turned else ()


def grid_table(counter: Counter, question: Question) -> Table:
    """Items as rows in the order of the questionnaire, answers and nets as columns."""
    scale = question.scale or Scale(question.id, ())
    variables = [of_item(counter, question, item.id) for item in question.items]
    columns = heads_of(variables[0]) if variables else scale_heads(scale)
    bases, cells = [], []
    remarks: list[str] = []
    for item, variable in zip(question.items, variables, strict=True):
        base, mask, whole = base_of(counter, variable)
        bases.append(base)
        cells.append(shares(counter, variable, columns, mask, whole))
        remarks.extend(f"{item.label}: {note}" for note in base_notes(counter, variable))
    return Table(
        id=question.id,
        title=question.short,
        question=question.wording,
        rows=tuple(
            Head(item.id, item.label, Part.ITEM, last=item.id in question.last)
            for item in question.items
        ),
        columns=columns,
        bases=tuple(bases),
        cells=tuple(cells),
        notes=(
            *caution_note(bases, counter.survey.codebook.small_bases.caution_below),
            *base_varies_note(bases),
            *_turned_note(question),
            *remarks,
            *weight_notes(counter, bases),
            *share_notes(columns, cells, counter.respondents, multiple=False),
            *(summary_notes(variables[0]) if variables else ()),
        ),
        source=counter.survey.source,
        diverging=scale.diverging,
    )

"""Tables of one row: a single or multiple question, or an attribute, of all respondents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from briefing.tables.bases import base_notes, base_of, weight_notes
from briefing.tables.count import shares_of
from briefing.tables.heads import scale_heads, whole_head
from briefing.tables.model import Part, Table
from briefing.tables.notes import caution_note, share_notes
from briefing.tables.small_bases import NONE, suppression_notes, without
from briefing.tables.summary import Counted, summary_cell, summary_heads, summary_notes
from briefing.tables.variables import of_question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.survey.question import Question
    from briefing.tables.count import Counter, Mask, Tally
    from briefing.tables.model import Cell, Head
    from briefing.tables.small_bases import Hidden
    from briefing.tables.variables import Variable


def question_table(counter: Counter, question: Question) -> Table:
    """The table of a single question: one row, answers and nets as columns."""
    variable = of_question(counter, question)
    columns = heads_of(variable, question.last)
    return one_row(counter, question.id, question.wording, variable, columns)


def shares(
    counter: Counter, variable: Variable, columns: tuple[Head, ...], base: Mask, whole: Tally
) -> tuple[Cell, ...]:
    """One row of cells: of a base, the share that gave each answer, or one of a net's answers."""
    return rows_of(counter, variable, columns, base[:, np.newaxis], (whole,))[0]


def rows_of(
    counter: Counter,
    variable: Variable,
    columns: tuple[Head, ...],
    bases: Mask,
    wholes: Sequence[Tally],
) -> tuple[tuple[Cell, ...], ...]:
    """Rows of cells, one for each of some bases: shares first, then what they come to."""
    counted = tuple(head for head in columns if head.part is not Part.SUMMARY)
    tallies = counter.cross(bases, variable.hits(counted))
    rows = []
    for place, (parts, whole) in enumerate(zip(tallies, wholes, strict=True)):
        known = {head.id: tally for head, tally in zip(counted, parts, strict=True)}
        group = Counted(bases[:, place], whole, known)
        told = (head for head in columns if head.part is Part.SUMMARY)
        rows.append(
            (
                *shares_of(parts, whole),
                *(summary_cell(counter, variable, head, group) for head in told),
            )
        )
    return tuple(rows)


def heads_of(variable: Variable, last: tuple[str, ...] = ()) -> tuple[Head, ...]:
    """The heads of a variable's answers, of its nets, and of what they come to."""
    asked = f"{variable.question.wording} {variable.wording}" if variable.question else ""
    return (*scale_heads(variable.told, last, asked), *summary_heads(variable))


def one_row(
    counter: Counter,
    name: str,
    wording: str,
    variable: Variable,
    columns: tuple[Head, ...],
    *,
    hidden: Hidden = NONE,
) -> Table:
    """A table of one row for all respondents, without the figures of `hidden` answers."""
    base, mask, whole = base_of(counter, variable)
    cells = (without(hidden, columns, shares(counter, variable, columns, mask, whole)),)
    codebook = counter.survey.codebook
    return Table(
        id=name,
        title=variable.name,
        question=wording,
        rows=(whole_head(counter.respondents),),
        columns=columns,
        bases=(base,),
        cells=cells,
        notes=(
            *caution_note((base,), codebook.small_bases.caution_below),
            *base_notes(counter, variable),
            *weight_notes(counter, (base,)),
            *share_notes(columns, cells, counter.respondents, multiple=variable.multiple),
            *summary_notes(variable),
            *suppression_notes(
                tuple(hidden.values()), codebook.small_groups(name), counter.respondents
            ),
        ),
        source=counter.survey.source,
        diverging=variable.scale.diverging,
        multiple=variable.multiple,
    )

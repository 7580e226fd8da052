"""Tables of one row: a single or multiple question, or an attribute, of all respondents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tables.bases import base_notes, base_of
from briefing.tables.heads import counted_by, group_heads, scale_heads, whole_head
from briefing.tables.model import Table
from briefing.tables.notes import caution_note, share_notes
from briefing.tables.variables import of_attribute, of_question

if TYPE_CHECKING:
    from briefing.survey.model import Attribute, Question
    from briefing.tables.count import Counter, Mask, Tally
    from briefing.tables.model import Cell, Head
    from briefing.tables.variables import Variable


def question_table(counter: Counter, question: Question) -> Table:
    """The table of a single question: one row, answers and nets as columns."""
    variable = of_question(counter.survey, question)
    columns = scale_heads(variable.scale, question.last)
    return _one_row(counter, question.id, question.wording, variable, columns)


def attribute_table(counter: Counter, attribute: Attribute) -> Table:
    """The table of an attribute: its base is all respondents with a value."""
    variable = of_attribute(counter.survey, attribute)
    return _one_row(counter, attribute.id, "", variable, group_heads(attribute))


def shares(
    counter: Counter, variable: Variable, columns: tuple[Head, ...], base: Mask, whole: Tally
) -> tuple[Cell, ...]:
    """One row of cells: of a base, the share that gave each answer, or one of a net's answers."""
    return tuple(counter.share(variable.said(counted_by(head)), base, whole) for head in columns)


def _one_row(
    counter: Counter, name: str, wording: str, variable: Variable, columns: tuple[Head, ...]
) -> Table:
    base, mask, whole = base_of(counter, variable)
    cells = (shares(counter, variable, columns, mask, whole),)
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
            *caution_note((base,), codebook.caution_below),
            *base_notes(counter, variable),
            *share_notes(columns, cells, counter.respondents, multiple=variable.multiple),
        ),
        source=counter.survey.source,
        diverging=variable.scale.diverging,
        multiple=variable.multiple,
    )

"""The table of a multiple choice: shares of respondents, never of mentions (conventions, 1.4)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.tables.notes import in_quotes
from briefing.tables.single import question_table
from briefing.tables.variables import of_question
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.survey.question import Question
    from briefing.tables.count import Counter
    from briefing.tables.model import Table


def multiple_table(counter: Counter, question: Question) -> Table:
    """One row, options as columns; its base is who ticked any, "none of these" included."""
    table = question_table(counter, question)
    return replace(table, notes=(*table.notes, *_exclusive_notes(counter, question)))


def _exclusive_notes(counter: Counter, question: Question) -> tuple[str, ...]:
    """Say how many ticked an exclusive option together with another: both ticks are counted."""
    variable = of_question(counter, question)
    ids = tuple(item.id for item in question.items)
    notes = []
    for each in question.exclusive:
        others = variable.said(option for option in ids if option != each)
        both = counter.tally(others & variable.said((each,)) & counter.everyone).n
        if both:
            label = next(item.label for item in question.items if item.id == each)
            notes.append(wording().exclusive(count=both, answer=in_quotes(label)))
    return tuple(notes)

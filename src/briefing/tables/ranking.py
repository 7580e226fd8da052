"""The table of a ranking: mean score, ranked first, in the top few, at all (conventions, 1.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from briefing.survey.model import NOT_ASKED, variable
from briefing.survey.question import Answer, Scale
from briefing.tables.bases import base_notes, base_of, weight_notes
from briefing.tables.count import NOBODY, shares_of
from briefing.tables.heads import worded
from briefing.tables.model import Cell, Head, Measure, Part, Table
from briefing.tables.notes import caution_note, ranking_note
from briefing.tables.variables import Variable

if TYPE_CHECKING:
    from briefing.survey.model import Survey
    from briefing.survey.question import Question
    from briefing.tables.count import Counter, Mask, Points, Tally


def ranking_table(counter: Counter, question: Question) -> Table:
    """Items as rows in the order of the questionnaire; all share the base of who ranked any."""
    ranks, asked = _ranks(counter.survey, question)
    ranked = _ranked(question, ranks > 0, asked)
    base, mask, whole = base_of(counter, ranked)
    rows = tuple(
        Head(item.id, item.label, Part.ITEM, last=item.id in question.last)
        for item in question.items
    )
    return Table(
        id=question.id,
        title=question.short,
        question=question.wording,
        rows=rows,
        columns=_columns(question),
        bases=(base,) * len(rows),
        cells=tuple(
            _row(counter, question, ranks[:, place], mask, whole) for place in range(len(rows))
        ),
        notes=(
            *caution_note((base,), counter.survey.codebook.small_bases.caution_below),
            *base_notes(counter, ranked),
            *weight_notes(counter, (base,)),
            ranking_note(question.places, counter.respondents),
        ),
        source=counter.survey.source,
        multiple=True,
    )


def _ranks(survey: Survey, question: Question) -> tuple[Points, Mask]:
    """(ranks, asked): one row a respondent, one column an item, 0 where it was not ranked."""
    names = [variable(question.id, item.id) for item in question.items]
    cells = survey.answers[names].to_numpy(dtype=object)
    ranks = np.zeros(cells.shape, dtype=np.int64)
    for rank in range(1, question.places + 1):
        ranks[cells == str(rank)] = rank
    return ranks, cells[:, 0] != NOT_ASKED


def _ranked(question: Question, chosen: Mask, asked: Mask) -> Variable:
    """The ranking seen as a choice of items, for its base."""
    scale = Scale(question.id, tuple(Answer(item.id, item.label) for item in question.items))
    return Variable(question.short, question.wording, scale, chosen, asked, question)


def _columns(question: Question) -> tuple[Head, ...]:
    return (
        worded("score", "mean_score", Part.SCORE, Measure.SCORE),
        worded("first", "ranked_first", Part.ANSWER),
        worded("top", "ranked_in_top", Part.ANSWER, count=question.top),
        worded("ranked", "ranked_at_all", Part.ANSWER),
    )


def _row(
    counter: Counter, question: Question, ranks: Points, mask: Mask, whole: Tally
) -> tuple[Cell, ...]:
    """An item ranked r of M places gets M - r + 1 points, an item not ranked gets none."""
    at_all = ranks > 0
    points = np.where(at_all, question.places + 1 - ranks, 0)
    parts = np.column_stack((ranks == 1, at_all & (ranks <= question.top), at_all))
    return (
        _score(counter, points, mask, whole),
        *shares_of(counter.tallies(parts & mask[:, np.newaxis]), whole),
    )


def _score(counter: Counter, points: Points, mask: Mask, whole: Tally) -> Cell:
    if not whole.weight:
        return Cell(None, symbol=NOBODY)
    return Cell(counter.total(points, mask) / whole.weight, counter.tally((points > 0) & mask).n)

"""Tables of what respondents wrote: comments to an open question, mentions of their own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.tables.bases import people, weight_notes, whole_base
from briefing.tables.count import count_cell
from briefing.tables.heads import whole_head, worded
from briefing.tables.model import Base, Head, Measure, Part, Table
from briefing.tables.notes import capital, caution_note
from briefing.tables.single import heads_of, shares
from briefing.tables.variables import of_question
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.survey.model import Comment
    from briefing.survey.question import Question
    from briefing.tables.count import Counter

_FEW = 50
"""Of fewer who commented, figures are how many spoke of a theme (conventions, 1.12), unless the
question has a `percent_from` of its own."""


def open_table(counter: Counter, question: Question) -> Table:
    """How many commented on an open question, and how many comments there are."""
    comments = [each for each in counter.survey.comments if each.question == question.id]
    writers = len({comment.respondent for comment in comments})
    table = Table(
        id=question.id,
        title=question.short,
        question=question.wording,
        rows=(whole_head(counter.respondents),),
        columns=(
            _who("who_commented_head", counter),
            worded("comments", "comments", Part.WHOLE, Measure.COUNT),
        ),
        bases=(Base(writers, _commented(writers, counter)),),
        cells=((count_cell(writers), count_cell(len(comments))),),
        source=counter.survey.source,
    )
    return table if question.scale is None else _with_themes(counter, question, table, comments)


def _with_themes(
    counter: Counter, question: Question, table: Table, comments: Sequence[Comment]
) -> Table:
    """The table with the share of those who commented that spoke of each theme.

    A respondent counts once in a theme, however many comments speak of it.
    """
    variable = of_question(counter, question)
    columns = heads_of(variable, question.last)
    mask = variable.asked & counter.everyone
    whole = counter.tally(mask)
    cells = shares(counter, variable, columns, mask, whole)
    base = whole_base(counter, mask, _commented(whole.n, counter))
    base = replace(base, caution=0 < base.n < counter.survey.codebook.small_bases.caution_below)
    uncoded = sum(not each.themes for each in comments)
    notes = [
        *caution_note((base,), counter.survey.codebook.small_bases.caution_below),
        wording().several_themes,
        *weight_notes(counter, (base,)),
    ]
    if uncoded:
        notes.append(wording().no_theme(count=uncoded, all=len(comments)))
    numbers = tuple(replace(head, part=Part.SUMMARY) for head in table.columns)
    return replace(
        table,
        counted=0 < base.n < int(dict(question.small_bases).get("percent_from", _FEW)),
        columns=(*columns, *numbers),
        bases=(base,),
        cells=((*cells, *table.cells[0]),),
        notes=tuple(notes),
        multiple=True,
    )


def mentions_table(counter: Counter, question: Question) -> Table:
    """What was written into the open column of a question (conventions, 1.12).

    Mentions that differ by letter case alone are one; they stand in alphabetical order, since the
    order of the file would tell who wrote which.
    """
    written = counter.survey.answers[question.other][counter.everyone]
    numbers: dict[str, int] = {}
    spelt: dict[str, str] = {}
    for mention in sorted(each for each in written.to_list() if each):
        key = mention.casefold()
        spelt.setdefault(key, mention)
        numbers[key] = numbers.get(key, 0) + 1
    keys = sorted(numbers)
    total = sum(numbers.values())
    heads = tuple(
        Head(f"mention_{place}_{_slug(key)}", spelt[key], Part.ANSWER, measure=Measure.COUNT)
        for place, key in enumerate(keys, start=1)
    )
    words = wording().who_named(people=people(total, counter.respondents))
    return Table(
        id=question.other,
        title=wording().other_mentions(question=question.short),
        question=question.wording,
        rows=(whole_head(counter.respondents),),
        columns=(
            _who("with_mention", counter),
            *heads,
        ),
        bases=(Base(total, words),),
        cells=((count_cell(total), *(count_cell(numbers[key]) for key in keys)),),
        source=counter.survey.source,
        multiple=True,
    )


def _commented(number: int, counter: Counter) -> str:
    return wording().who_commented(people=people(number, counter.respondents))


def _who(entry: str, counter: Counter) -> Head:
    named = capital(counter.respondents)
    return worded("respondents", entry, Part.WHOLE, Measure.COUNT, respondents=named)


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return "_".join(re.findall(r"[a-z0-9]+", plain))[:24].strip("_")

"""Tables of what respondents wrote: comments to an open question, mentions of their own."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from briefing.tables.bases import people
from briefing.tables.count import count_cell
from briefing.tables.heads import count_head, whole_head
from briefing.tables.model import Base, Head, Measure, Part, Table

if TYPE_CHECKING:
    from briefing.survey.model import Question
    from briefing.tables.count import Counter


def open_table(counter: Counter, question: Question) -> Table:
    """How many commented on an open question, and how many comments there are."""
    comments = [each for each in counter.survey.comments if each.question == question.id]
    writers = len({comment.respondent for comment in comments})
    return Table(
        id=question.id,
        title=question.short,
        question=question.wording,
        rows=(whole_head(counter.respondents),),
        columns=(
            count_head("respondents", f"{_capital(counter.respondents)} who commented"),
            count_head("comments", "Comments"),
        ),
        bases=(Base(writers, f"{people(writers, counter.respondents)} who commented"),),
        cells=((count_cell(writers), count_cell(len(comments))),),
        source=counter.survey.source,
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
    words = f"{people(total, counter.respondents)} who named something of their own"
    return Table(
        id=question.other,
        title=f"{question.short}: other mentions",
        question=question.wording,
        rows=(whole_head(counter.respondents),),
        columns=(
            count_head("respondents", f"{_capital(counter.respondents)} with a mention"),
            *heads,
        ),
        bases=(Base(total, words),),
        cells=((count_cell(total), *(count_cell(numbers[key]) for key in keys)),),
        source=counter.survey.source,
        multiple=True,
    )


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return "_".join(re.findall(r"[a-z0-9]+", plain))[:24].strip("_")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

"""The table `survey`: how many respondents there are, and how many units they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.survey.model import unit_variable
from briefing.tables.bases import people
from briefing.tables.count import count_cell
from briefing.tables.heads import count_head, whole_head
from briefing.tables.model import Base, Table

if TYPE_CHECKING:
    from briefing.tables.count import Counter

ID = "survey"


def facts_table(counter: Counter) -> Table:
    """One row of counts: `respondents`, then one column a unit, each unit counted once."""
    survey = counter.survey
    number = len(survey.answers)
    columns = [count_head("respondents", _capital(counter.respondents))]
    cells = [count_cell(number)]
    for column, noun in survey.codebook.units:
        values = survey.answers[unit_variable(column)]
        columns.append(count_head(column, _capital(noun)))
        cells.append(count_cell(int(values[values != ""].nunique())))
    return Table(
        id=ID,
        title=survey.codebook.title,
        question="",
        rows=(whole_head(counter.respondents),),
        columns=tuple(columns),
        bases=(Base(number, f"all {people(number, counter.respondents)}"),),
        cells=(tuple(cells),),
        source=survey.source,
        notes=survey.remarks,
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

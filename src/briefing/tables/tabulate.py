"""A survey to its tables: one a question, attribute, cross-tabulation and composition."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.survey.question import Kind
from briefing.tables.attributes import attribute_table
from briefing.tables.composition import composition_table
from briefing.tables.count import Counter
from briefing.tables.crosstab import banner_tables, crosstab_table
from briefing.tables.facts import facts_table
from briefing.tables.grid import grid_table
from briefing.tables.mentions import mentions_table, open_table
from briefing.tables.multiple import multiple_table
from briefing.tables.places import at_places
from briefing.tables.prepared import prepared_table
from briefing.tables.ranking import ranking_table
from briefing.tables.rates import rate_table
from briefing.tables.single import question_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.survey.model import Survey
    from briefing.tables.model import Table

_KINDS = {
    Kind.SINGLE: question_table,
    Kind.GRID: grid_table,
    Kind.MULTIPLE: multiple_table,
    Kind.RANKING: ranking_table,
    Kind.NUMERIC: question_table,
    Kind.OPEN: open_table,
}


def tabulate(survey: Survey) -> dict[str, Table]:
    """All tables by id: the facts of the survey, then the codebook's in its order."""
    decimals = survey.codebook.decimals
    rounded = {each.id for each in survey.codebook.prepared}  # elsewhere: no place can be added
    return {
        each.id: at_places(each, decimals) if decimals and each.id not in rounded else each
        for each in _tables(Counter(survey))
    }


def _tables(counter: Counter) -> Iterator[Table]:
    codebook = counter.survey.codebook
    yield facts_table(counter)
    for question in codebook.questions:
        table = _KINDS[question.kind](counter, question)
        treated = counter.survey.treated.get(question.id, ())
        yield replace(table, notes=(*table.notes, *treated)) if treated else table
        if question.other:
            yield mentions_table(counter, question)
    for attribute in codebook.attributes:
        yield attribute_table(counter, attribute)
    for crosstab in codebook.crosstabs:
        yield crosstab_table(counter, crosstab)
    for banner in codebook.banners:
        yield from banner_tables(counter, banner)
    for rate in codebook.rates:
        yield rate_table(counter, rate)
    for composition in codebook.compositions:
        yield composition_table(counter, composition)
    for prepared in counter.survey.prepared:
        yield prepared_table(counter, prepared)

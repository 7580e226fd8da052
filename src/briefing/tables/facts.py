"""The table `survey`: how many respondents there are, and how many units they belong to."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.survey.model import unit_variable
from briefing.tables.bases import people
from briefing.tables.count import count_cell
from briefing.tables.heads import count_head, whole_head, worded
from briefing.tables.margins import margin_of, precise
from briefing.tables.model import Base, Cell, Head, Measure, Part, Table
from briefing.tables.notes import capital
from briefing.tables.rounding import decimal_text
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.tables.count import Counter

ID = "survey"


def facts_table(counter: Counter) -> Table:
    """One row of counts: `respondents`, then one column a unit, each unit counted once."""
    survey = counter.survey
    number = len(survey.answers)
    columns = [count_head("respondents", capital(counter.respondents))]
    cells = [count_cell(number)]
    for column, noun in survey.codebook.units:
        values = survey.answers[unit_variable(column)]
        columns.append(count_head(column, capital(noun)))
        cells.append(count_cell(int(values[values != ""].nunique())))
    notes = survey.remarks
    if counter.weighted:
        weights, figures = _weights(counter)
        columns += weights
        cells += figures
    if survey.codebook.poll:
        margin = _margin(counter)
        if margin is not None:
            columns.append(_number("margin", "margin_of_error", 1))
            cells.append(Cell(margin, number))
            notes = (*notes, _margin_note(margin))
    return Table(
        id=ID,
        title=survey.codebook.title,
        question="",
        rows=(whole_head(counter.respondents),),
        columns=tuple(columns),
        bases=(Base(number, wording().everybody(people=people(number, counter.respondents))),),
        cells=(tuple(cells),),
        source=survey.source,
        notes=notes,
    )


def _weights(counter: Counter) -> tuple[list[Head], list[Cell]]:
    """The effective number of respondents, and what weighting costs (conventions, 1.8)."""
    whole = counter.tally(counter.everyone)
    effective = counter.effective(counter.everyone)
    if effective is None:
        return [], []
    heads = [
        _number("effective", "effective_number", 0, respondents=counter.respondents),
        _number("design_effect", "design_effect", 2),
    ]
    return heads, [Cell(effective, whole.n), Cell(whole.n / effective, whole.n)]


def _margin(counter: Counter) -> Fraction | None:
    """The widest margin of a share of all, in points: that of one half."""
    size = precise(counter, counter.everyone)
    return None if size is None else margin_of(Fraction(1, 2), size)


def _margin_note(margin: Fraction) -> str:
    return wording().margin(points=decimal_text(margin, 1))


def _number(name: str, entry: str, decimals: int, **values: str) -> Head:
    head = worded(name, entry, Part.SUMMARY, Measure.NUMBER, **values)
    return replace(head, decimals=decimals)

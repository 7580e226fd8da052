"""The table of a sample beside its population, each unit counted once (conventions, 1.11)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.survey.model import NO_REPLY
from briefing.survey.population import units_of
from briefing.tables.attributes import kept_back
from briefing.tables.count import NOBODY
from briefing.tables.heads import group_heads
from briefing.tables.model import Base, Cell, Head, Part, Table
from briefing.tables.notes import listed, share_notes
from briefing.tables.rounding import ALL
from briefing.tables.small_bases import NONE, suppression_notes, without
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.survey.declared import Attribute, Composition
    from briefing.tables.count import Counter


def composition_table(counter: Counter, composition: Composition) -> Table:
    """Rows `sample` and `population`, columns the groups; counted unweighted.

    Where respondents are counted, the size of a group that breaks hide is not told.
    """
    survey = counter.survey
    attributes = {attribute.id: attribute for attribute in survey.codebook.attributes}
    attribute = attributes[composition.attribute]
    units = units_of(survey.answers, composition, survey.codebook).drop_duplicates("unit")
    outside = units[composition.outside_attribute].isin(composition.outside)
    values = units[~outside][attribute.id]
    counts = values[values != NO_REPLY].value_counts().to_dict()
    columns = group_heads(attribute, _left_out(composition))
    sample = [int(counts.get(head.id, 0)) for head in columns]
    population = [survey.population.get(attribute.id, {}).get(head.id, 0) for head in columns]
    each_respondent = composition.unit in ("", survey.codebook.id_column)
    hidden = kept_back(counter, attribute) if each_respondent else NONE
    cells = (without(hidden, columns, _row(sample)), _row(population))
    return Table(
        id=composition.id,
        title=attribute.label,
        question="",
        rows=(
            Head("sample", composition.sample_label, Part.GROUP),
            Head("population", composition.population_label, Part.GROUP),
        ),
        columns=columns,
        bases=(
            Base(sum(sample), wording().in_survey(units=_units(composition, sample))),
            Base(
                sum(population),
                wording().in_population(
                    units=_units(composition, population), population=composition.population_label
                ),
            ),
        ),
        cells=cells,
        notes=(
            *_outside_note(composition, attributes, int(outside.sum())),
            *share_notes(columns, cells, composition.units, multiple=False),
            *suppression_notes(
                tuple(hidden.values()),
                survey.codebook.small_groups(attribute.id),
                counter.respondents,
            ),
        ),
        source=survey.source,
    )


def standing(difference: Fraction) -> str:
    """How a share of a sample stands to that of its population, in words (conventions, 1.11).

    Judged by the unrounded difference; no sample is ever called representative.
    """
    points = abs(difference * ALL)
    if points < _IN_LINE:
        return wording().standing_alike
    words, slight = wording(), points <= _SLIGHT
    if difference > 0:
        return words.standing_slightly_over if slight else words.standing_over
    return words.standing_slightly_under if slight else words.standing_under


_IN_LINE, _SLIGHT = 5, 10
"""Percentage points below which shares are alike, and up to which they differ slightly."""


def _left_out(composition: Composition) -> tuple[str, ...]:
    """The groups that are no column, since none of the population is in them."""
    if composition.attribute == composition.outside_attribute:
        return composition.outside
    return ()


def _units(composition: Composition, counts: list[int]) -> str:
    return wording().units(count=sum(counts), units=composition.units)


def _row(counts: list[int]) -> tuple[Cell, ...]:
    whole = sum(counts)
    if not whole:
        return tuple(Cell(None, symbol=NOBODY) for _ in counts)
    return tuple(Cell(Fraction(count, whole), count) for count in counts)


def _outside_note(
    composition: Composition, attributes: dict[str, Attribute], number: int
) -> tuple[str, ...]:
    """Name those who took part and are not of the population."""
    if not number:
        return ()
    if composition.outside_note:
        return (composition.outside_note,)
    groups = attributes[composition.outside_attribute].groups
    labels = [label for each, label, _ in groups if each in composition.outside]
    return (wording().outside_population(groups=listed(labels), count=number),)

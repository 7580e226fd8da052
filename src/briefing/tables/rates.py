"""The table of a response rate: invited, answered, and the share of it (conventions, 1.11)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.survey.model import NO_REPLY, unit_variable
from briefing.tables.bases import people
from briefing.tables.count import count_cell
from briefing.tables.heads import whole_head, worded
from briefing.tables.model import Base, Cell, Head, Measure, Part, Table
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.survey.model import Rate
    from briefing.tables.count import Counter

NOBODY_INVITED = "x"
"""Of nobody there is no rate."""


def rate_table(counter: Counter, rate: Rate) -> Table:
    """Rows: all, then the groups; counted unweighted, each unit once, and never suppressed.

    Replies whose group is not known count in the row of all.
    """
    codebook = counter.survey.codebook
    attribute = next(each for each in codebook.attributes if each.id == rate.attribute)
    answers = counter.survey.answers
    frame = answers[[rate.attribute]].assign(unit=_units(counter, rate))
    once = frame[frame["unit"] != ""].drop_duplicates("unit")[rate.attribute]
    counts = once.value_counts().to_dict()
    invited = counter.survey.invited.get(rate.attribute, {})
    groups = [(each, label) for each, label, _ in attribute.groups if each in invited]
    nouns = rate.units or counter.respondents
    numbers = [
        (len(once), sum(invited.values())),
        *((int(counts.get(each, 0)), invited[each]) for each, _ in groups),
    ]
    unknown = int((once == NO_REPLY).sum())
    return Table(
        id=rate.id,
        title=wording().response_rate_by(attribute=_within(attribute.label)),
        question="",
        rows=(
            whole_head(nouns),
            *(Head(each, label, Part.GROUP) for each, label in groups),
        ),
        columns=(
            worded("invited", "invited", Part.WHOLE, Measure.COUNT),
            worded("responded", "answered", Part.WHOLE, Measure.COUNT),
            worded("rate", "response_rate", Part.ANSWER),
        ),
        bases=tuple(
            Base(count, _invited(count, nouns, label))
            for (_, count), label in zip(
                numbers, ("", *(label for _, label in groups)), strict=True
            )
        ),
        cells=tuple(
            (count_cell(count), count_cell(responded), _rate(responded, count))
            for responded, count in numbers
        ),
        notes=(
            wording().response_rate_of,
            *((wording().not_known(attribute=attribute.label, count=unknown),) if unknown else ()),
        ),
        source=counter.survey.source,
        overall=Base(numbers[0][1], _invited(numbers[0][1], nouns)),
    )


def _invited(count: int, nouns: str, group: str = "") -> str:
    who, words = people(count, nouns), wording()
    if not group:
        return words.who_were_invited(people=who)
    return words.who_were_invited_of_group(people=who, group=group)


def _within(label: str) -> str:
    """A label within a phrase; German nouns keep their capital."""
    if wording().language.startswith("de"):
        return label
    return label[:1].lower() + label[1:]


def _units(counter: Counter, rate: Rate) -> list[str]:
    """Which unit each respondent belongs to; without one each is a unit."""
    answers = counter.survey.answers
    if rate.unit and rate.unit != counter.survey.codebook.id_column:
        return [str(each) for each in answers[unit_variable(rate.unit)]]
    return [str(each) for each in answers.index]


def _rate(responded: int, invited: int) -> Cell:
    if not invited:
        return Cell(None, symbol=NOBODY_INVITED)
    return Cell(Fraction(responded, invited), responded)

"""The table of a response rate: invited, answered, and the share of it (conventions, 1.11)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.survey.model import NO_REPLY, unit_variable
from briefing.tables.attributes import kept_back
from briefing.tables.bases import people
from briefing.tables.count import count_cell
from briefing.tables.heads import whole_head, worded
from briefing.tables.model import Base, Cell, Head, Measure, Part, Table
from briefing.tables.small_bases import CONFIDENTIAL, NONE, suppression_notes
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.survey.declared import Rate
    from briefing.tables.count import Counter

NOBODY_INVITED = "x"
"""Of nobody there is no rate."""


def rate_table(counter: Counter, rate: Rate) -> Table:
    """Rows: all, then the groups; counted unweighted, each unit once.

    Where respondents are counted, how many of a group answered that breaks hide is not told.
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
    each_respondent = rate.unit in ("", codebook.id_column)
    hidden = kept_back(counter, attribute) if each_respondent else NONE
    of_groups = (None, *(hidden.get(each) for each, _ in groups))
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
            (count_cell(count), *_answered(responded, count, withheld=bool(why)))
            for (responded, count), why in zip(numbers, of_groups, strict=True)
        ),
        notes=(
            wording().response_rate_of,
            *((wording().not_known(attribute=attribute.label, count=unknown),) if unknown else ()),
            *suppression_notes(
                tuple(each for each in of_groups if each),
                codebook.small_groups(attribute.id),
                counter.respondents,
            ),
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


def _answered(responded: int, invited: int, *, withheld: bool) -> tuple[Cell, Cell]:
    """How many answered of the invited, and the share of them."""
    if withheld:
        return (Cell(None, symbol=CONFIDENTIAL),) * 2
    return count_cell(responded), _rate(responded, invited)


def _rate(responded: int, invited: int) -> Cell:
    if not invited:
        return Cell(None, symbol=NOBODY_INVITED)
    return Cell(Fraction(responded, invited), responded)

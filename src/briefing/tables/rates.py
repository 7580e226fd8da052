"""The table of a response rate: invited, answered, and the share of it (conventions, 1.11)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.survey.model import NO_REPLY, unit_variable
from briefing.tables.bases import people
from briefing.tables.count import count_cell
from briefing.tables.heads import count_head
from briefing.tables.model import Base, Cell, Head, Part, Table

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
        title=f"Response rate by {attribute.label[:1].lower()}{attribute.label[1:]}",
        question="",
        rows=(
            Head("all", f"All {nouns}", Part.WHOLE),
            *(Head(each, label, Part.GROUP) for each, label in groups),
        ),
        columns=(
            count_head("invited", "Invited"),
            count_head("responded", "Answered"),
            Head("rate", "Response rate", Part.ANSWER),
        ),
        bases=tuple(
            Base(count, f"{people(count, nouns)} invited{f' ({label})' if label else ''}")
            for (_, count), label in zip(
                numbers, ("", *(label for _, label in groups)), strict=True
            )
        ),
        cells=tuple(
            (count_cell(count), count_cell(responded), _rate(responded, count))
            for responded, count in numbers
        ),
        notes=(
            "Response rate: those who answered at least one question, of all invited.",
            *(
                (f"{attribute.label} is not known of {unknown:,}, who are in the total.",)
                if unknown
                else ()
            ),
        ),
        source=counter.survey.source,
        overall=Base(numbers[0][1], f"{people(numbers[0][1], nouns)} invited"),
    )


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

"""What figures are broken down by: attributes, cross-tabulations and compositions of a codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.survey.declared import Attribute, Banner, Composition, Crosstab, Rate
from briefing.survey.labels import Labels, did_you_mean, quoted
from briefing.survey.model import variable
from briefing.survey.question import Kind
from briefing.survey.scales import check_ids
from briefing.survey.small_bases import read_exceptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.survey.question import Question
    from briefing.survey.sections import Section

    Ways = tuple[tuple[str, ...], tuple[str, ...]]
    """The ids of what respondents can be grouped by: answers, and nets of them."""


def read_attribute(section: Section) -> Attribute:
    """Read one ``[attributes.id]``."""
    groups = []
    for each, label, entry in section.labelled("groups"):
        values = entry.texts("values") or (label,)
        entry.finish()
        groups.append((each, label, values))
    if not groups:
        section.error("codebook-missing-key", f"{section.name} has no groups", "groups")
    labels = Labels((each, values) for each, _, values in groups)
    for one, other, value in labels.ambiguous:
        message = f"{section.name}: {quoted(value)} belongs to {one} and to {other}"
        section.error("codebook-ambiguous", message, "groups")
    attribute = Attribute(
        id=section.id,
        label=section.needed("label"),
        column=section.text("column", section.id),
        where=section.where,
        groups=tuple(groups),
        small_bases=read_exceptions(section),
    )
    section.finish()
    return attribute


def choices_of(
    questions: Mapping[str, Question], attributes: Mapping[str, Attribute]
) -> Mapping[str, Ways]:
    """What can be cross-tabulated, with the ids of its answers and of its nets."""
    return {**_choices(questions), **{a.id: (_ids(a), ()) for a in attributes.values()}}


_BANDS = "Give it bands, or break by a question that has answers."


def read_crosstab(section: Section, choices: Mapping[str, Ways]) -> Crosstab | None:
    """Read one ``[crosstabs.id]`` of `choices`; None if it names what is not there."""
    question, by = section.needed("question"), section.needed("by")
    named = section.texts("groups")
    title = section.text("title")
    section.finish()
    known = True
    for key, name in (("question", question), ("by", by)):
        if name and name not in choices:
            known = False
            message = f"{section.name}.{key} names {quoted(name)}, which cannot be cross-tabulated"
            section.error("codebook-unknown-id", message, key, did_you_mean(name, choices))
    if not (known and question and by):
        return None
    answers, nets = choices[by]
    if not answers:
        section.error(
            "codebook-bands", f"{section.name}.by: {by} has no bands to break by", "by", _BANDS
        )
        return None
    check_ids(section, "groups", named, (*answers, *nets))
    groups = tuple(each for each in named if each in (*answers, *nets)) or answers
    return Crosstab(section.id, question, by, groups, section.where, title)


def read_banner(
    section: Section, questions: Mapping[str, Question], choices: Mapping[str, Ways]
) -> Banner:
    """Read one ``[banners.id]``: without ``questions`` every closed question has a table."""
    breaks, wanted = section.texts("of"), section.texts("questions")
    section.finish()
    asked = [name for name in choices if name.partition(".")[0] in questions]
    check_ids(section, "of", breaks, tuple(choices))
    known = tuple(name for name in breaks if name in choices and choices[name][0])
    if not breaks:
        section.error("codebook-missing-key", f"{section.name} needs of", hint='Add of = ["…"].')
    empty = [name for name in breaks if name in choices and not choices[name][0]]
    for name in empty:
        section.error(
            "codebook-bands", f"{section.name}.of: {name} has no bands to break by", "of", _BANDS
        )
    parts = {
        name: tuple(each for each in asked if each.partition(".")[0] == name) for name in questions
    }
    check_ids(section, "questions", wanted, (*choices, *questions))
    chosen = [
        part for name in wanted or tuple(questions) for part in parts.get(name, ()) or (name,)
    ]
    return Banner(
        section.id,
        tuple((name, choices[name][0]) for name in dict.fromkeys(known)),
        tuple(each for each in dict.fromkeys(chosen) if each in choices),
        section.where,
    )


def read_rate(section: Section, attributes: Mapping[str, Attribute]) -> Rate | None:
    """Read one ``[rates.id]``; None if its attribute is not there."""
    attribute = section.needed("attribute")
    if attribute and attribute not in attributes:
        message = f"{section.name}.attribute names no attribute: {quoted(attribute)}"
        section.error(
            "codebook-unknown-id", message, "attribute", did_you_mean(attribute, attributes)
        )
    unit = section.text("unit")
    rate = Rate(section.id, attribute, unit, section.text("units"), section.where)
    section.finish()
    return rate if attribute in attributes else None


def read_composition(section: Section, attributes: Mapping[str, Attribute]) -> Composition | None:
    """Read one ``[compositions.id]``; None if its attribute is not there."""
    attribute = section.needed("attribute")
    outside_attribute = section.text("outside_attribute", attribute)
    for key, name in (("attribute", attribute), ("outside_attribute", outside_attribute)):
        if name and name not in attributes:
            message = f"{section.name}.{key} names no attribute: {quoted(name)}"
            section.error("codebook-unknown-id", message, key, did_you_mean(name, attributes))
    outside: tuple[str, ...] = ()
    if outside_attribute in attributes:
        outside = _outside_groups(section, attributes[outside_attribute])
    composition = Composition(
        id=section.id,
        attribute=attribute,
        unit=section.text("unit"),
        units=section.needed("units"),
        sample_label=section.text("sample", "Survey"),
        population_label=section.text("population", "Population"),
        where=section.where,
        outside=outside,
        outside_attribute=outside_attribute,
        outside_note=section.text("outside_note"),
    )
    section.asked.append("outside")
    section.finish()
    return composition if attribute in attributes else None


def _outside_groups(section: Section, attribute: Attribute) -> tuple[str, ...]:
    """The groups that ``outside`` names by id, label or value."""
    spellings = Labels((each, (label, *values)) for each, label, values in attribute.groups)
    found = []
    for name in section.texts("outside"):
        match = spellings.find(name)
        if match:
            found.append(match.id)
            continue
        section.error(
            "codebook-unknown-id",
            f"{section.name}.outside names {quoted(name)}, which is no group of {attribute.id}",
            "outside",
            did_you_mean(name, spellings.labels),
        )
    return tuple(dict.fromkeys(found))


def _choices(questions: Mapping[str, Question]) -> dict[str, Ways]:
    """What respondents can be grouped by, with the ids of its answers and of its nets."""
    found = {}
    for question in questions.values():
        if question.scale is None or question.kind is Kind.OPEN:
            continue
        ids = tuple(answer.id for answer in question.scale.answers)
        nets = tuple(net.id for net in question.scale.nets)
        if question.kind is Kind.GRID:
            found.update({variable(question.id, item.id): (ids, nets) for item in question.items})
        else:
            found[question.id] = (ids, nets)
    return found


def _ids(attribute: Attribute) -> tuple[str, ...]:
    return tuple(each for each, _, _ in attribute.groups)

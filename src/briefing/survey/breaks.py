"""What figures are broken down by: attributes, cross-tabulations and compositions of a codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.survey.labels import Labels, did_you_mean, quoted
from briefing.survey.model import Attribute, Composition, Crosstab, Kind, variable
from briefing.survey.scales import check_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.survey.model import Question
    from briefing.survey.sections import Section


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
    )
    section.finish()
    return attribute


def read_crosstab(
    section: Section, questions: Mapping[str, Question], attributes: Mapping[str, Attribute]
) -> Crosstab | None:
    """Read one ``[crosstabs.id]``; None if it names what is not there."""
    question, by = section.needed("question"), section.needed("by")
    named = section.texts("groups")
    title = section.text("title")
    section.finish()
    choices = {**_choices(questions), **{a.id: (_ids(a), ()) for a in attributes.values()}}
    known = True
    for key, name in (("question", question), ("by", by)):
        if name and name not in choices:
            known = False
            message = f"{section.name}.{key} names {quoted(name)}, which cannot be cross-tabulated"
            section.error("codebook-unknown-id", message, key, did_you_mean(name, choices))
    if not (known and question and by):
        return None
    answers, nets = choices[by]
    check_ids(section, "groups", named, (*answers, *nets))
    groups = tuple(each for each in named if each in (*answers, *nets)) or answers
    return Crosstab(section.id, question, by, groups, section.where, title)


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


def _choices(
    questions: Mapping[str, Question],
) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """What respondents can be grouped by, with the ids of its answers and of its nets."""
    found = {}
    for question in questions.values():
        if question.scale is None:
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

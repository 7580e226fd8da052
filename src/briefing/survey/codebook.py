"""codebook.toml to a `Codebook`: what was asked, of whom, and how it is to be counted."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from briefing.survey.breaks import (
    choices_of,
    read_attribute,
    read_banner,
    read_composition,
    read_crosstab,
    read_rate,
)
from briefing.survey.declared import DISCLOSURES, MOST_BARS, Codebook, Disclosure, banner_names
from briefing.survey.labels import cleaned, did_you_mean
from briefing.survey.model import variable
from briefing.survey.prepared import read_prepared
from briefing.survey.question import Kind
from briefing.survey.questions import read_question
from briefing.survey.scales import read_scale
from briefing.survey.sections import Reading, Section
from briefing.survey.small_bases import read_small_bases
from briefing.survey.toml_lines import key_lines, tell_syntax

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostics, Source
    from briefing.survey.declared import Attribute, Banner, Composition, Crosstab, Prepared, Rate
    from briefing.survey.question import Question, Scale

RESERVED = ("survey", "page")
"""Names that references in words use for something else than a question's table."""

MOST_DECIMALS = 3
"""Places of a percentage that anybody can read."""
_FIELDWORK_DAYS = 2


@dataclass(slots=True)
class _Parts:
    """What has been read of a codebook so far, in the order of the file."""

    scales: dict[str, Scale] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    attributes: dict[str, Attribute] = field(default_factory=dict)
    crosstabs: list[Crosstab] = field(default_factory=list)
    compositions: list[Composition] = field(default_factory=list)
    banners: list[Banner] = field(default_factory=list)
    rates: list[Rate] = field(default_factory=list)
    prepared: list[Prepared] = field(default_factory=list)


def parse_codebook(text: str, path: str, diagnostics: Diagnostics) -> Codebook | None:
    """Read the text of a codebook; every fault goes into `diagnostics`.

    None if the text is not TOML; a codebook with faults is as complete as they allow.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        tell_syntax(error, path, "codebook-syntax", diagnostics)
        return None
    top = Section(Reading(path, key_lines(text), diagnostics), (), values)
    parts = _read_parts(top)
    disclosed = top.table("disclosure")
    codebook = _read_survey(top.table("survey"), parts, _read_disclosures(disclosed))
    codebook = replace(codebook, disclosed_at=disclosed.where)
    top.finish()
    _check_names(codebook, top)
    return codebook


def _read_parts(top: Section) -> _Parts:
    parts = _Parts()
    for section in top.tables("scales"):
        parts.scales[section.id] = read_scale(section)
        section.finish()
    for section in top.tables("questions"):
        parts.questions[section.id] = read_question(section, parts.scales, parts.questions)
    for section in top.tables("attributes"):
        parts.attributes[section.id] = read_attribute(section)
    _read_breaks(top, parts)
    parts.prepared.extend(read_prepared(section) for section in top.tables("tables"))
    return parts


def _read_breaks(top: Section, parts: _Parts) -> None:
    """What is told by groups, of what has been read before."""
    choices = choices_of(parts.questions, parts.attributes)
    for section in top.tables("crosstabs"):
        crosstab = read_crosstab(section, choices)
        if crosstab:
            parts.crosstabs.append(crosstab)
    for section in top.tables("banners"):
        parts.banners.append(read_banner(section, parts.questions, choices))
    for section in top.tables("rates"):
        rate = read_rate(section, parts.attributes)
        if rate:
            parts.rates.append(rate)
    for section in top.tables("compositions"):
        composition = read_composition(section, parts.attributes)
        if composition:
            parts.compositions.append(composition)


def _decimals(section: Section) -> int:
    """The places of all percentages: none, or as many as charts may have."""
    decimals = section.whole("decimals")
    if decimals > MOST_DECIMALS:
        message = f"survey.decimals cannot be {decimals}"
        section.error("codebook-value", message, "decimals", f"Write 0 to {MOST_DECIMALS}.")
        return 0
    return decimals


def _most_bars(section: Section) -> int:
    """The bars beyond which a chart is a table."""
    most = section.whole("most_bars", MOST_BARS)
    if most < 1:
        section.error(
            *("codebook-value", f"survey.most_bars cannot be {most}", "most_bars"),
            "Write how many bars a chart may have, 1 or more.",
        )
        return MOST_BARS
    return most


def _read_survey(section: Section, parts: _Parts, disclosures: tuple[Disclosure, ...]) -> Codebook:
    units = tuple((each, label) for each, label, _ in section.labelled("units"))
    codebook = Codebook(
        title=section.needed("title"),
        respondents=section.text("respondents", "respondents"),
        questions=tuple(parts.questions.values()),
        attributes=tuple(parts.attributes.values()),
        crosstabs=tuple(parts.crosstabs),
        compositions=tuple(parts.compositions),
        id_column=section.needed("id"),
        weight_column=section.text("weight"),
        small_bases=read_small_bases(section),
        decimals=_decimals(section),
        most_bars=_most_bars(section),
        units=units,
        ignored=section.texts("ignored"),
        no_reply=section.texts("no_reply"),
        not_asked=section.texts("not_asked"),
        dedupe=section.choice("dedupe", ("refuse", "last"), "refuse"),
        silent=section.choice("silent", ("leave_out", "keep"), "leave_out"),
        significance=_read_significance(section),
        poll=section.flag("poll"),
        population=section.whole("population"),
        population_where=section.at("population"),
        banners=tuple(parts.banners),
        rates=tuple(parts.rates),
        fieldwork=_read_fieldwork(section),
        disclosures=disclosures,
        prepared=tuple(parts.prepared),
    )
    counting = [
        *((f"compositions.{each.id}", each.unit, each.where) for each in parts.compositions),
        *((f"rates.{each.id}", each.unit, each.where) for each in parts.rates),
    ]
    for name, unit, where in counting:
        if unit and unit not in {column for column, _ in units}:
            section.reading.diagnostics.error(
                "codebook-unknown-id",
                f"{name} counts {unit}, which is no unit",
                where,
                f'Add it to [survey]: units = {{ {unit} = "…" }}',
            )
    section.finish()
    return codebook


def _read_significance(section: Section) -> str:
    """Whether figures have letters of significance: ``true``, or the correction they take."""
    wanted = section.raw("significance")
    if wanted in (None, False):
        return ""
    if wanted is True:
        return "plain"
    if wanted == "bonferroni":
        return "bonferroni"
    section.error(
        "codebook-value",
        "survey.significance is true, or the correction that tests take",
        "significance",
        'Write significance = true, or significance = "bonferroni".',
    )
    return ""


def _read_fieldwork(section: Section) -> tuple[date, date] | None:
    days = section.raw("fieldwork")
    if days is None:
        return None
    if (
        isinstance(days, list)
        and len(days) == _FIELDWORK_DAYS
        and all(type(day) is date for day in days)
        and days[0] <= days[1]
    ):
        return days[0], days[1]
    section.error(
        "codebook-value",
        "survey.fieldwork must be the first and the last day",
        "fieldwork",
        "Write fieldwork = [2017-04-06, 2017-05-11].",
    )
    return None


def _read_disclosures(section: Section) -> tuple[Disclosure, ...]:
    found = []
    for name, value in section.values.items():
        section.asked.append(name)
        if name not in DISCLOSURES:
            message = f"disclosure.{name} is nothing that a survey discloses"
            section.error("codebook-unknown-key", message, name, did_you_mean(name, DISCLOSURES))
        elif isinstance(value, str) and value.strip():
            found.append(Disclosure(name, text=cleaned(value), where=section.at(name)))
        elif isinstance(value, dict):
            entry = section.table(name)
            reason = entry.needed("not_published")
            found.append(Disclosure(name, not_published=reason, where=section.at(name)))
            entry.finish()
        else:
            section.error(
                "codebook-value",
                f"disclosure.{name} must say something",
                name,
                'Write a sentence, or { not_published = "the reason" }.',
            )
    order = {name: place for place, name in enumerate(DISCLOSURES)}
    return tuple(sorted(found, key=lambda each: order[each.id]))


def _check_names(codebook: Codebook, top: Section) -> None:
    """Every table and every column of the answers has a name of its own."""
    diagnostics = top.reading.diagnostics
    tables = [
        *((each.id, each.where) for each in codebook.questions),
        *((each.id, each.where) for each in codebook.attributes),
        *((each.id, each.where) for each in codebook.crosstabs),
        *((each.id, each.where) for each in codebook.compositions),
        *((each.id, each.where) for each in codebook.rates),
        *(
            (name, each.where)
            for each in codebook.banners
            for question in each.questions
            for name in banner_names(each, question)
        ),
        *((each.id, each.where) for each in codebook.prepared),
        *((each.other, each.where) for each in codebook.questions if each.other),
    ]
    seen: dict[str, Source] = {}
    for name, where in tables:
        if name in RESERVED:
            message = f"{name} is the name of something else in references"
            diagnostics.error("codebook-id", message, where, "Choose another id.")
        if name in seen:
            message = f"{name} is the id of two tables, also on line {seen[name].line}"
            diagnostics.error("codebook-id", message, where, "Each table needs an id of its own.")
        seen.setdefault(name, where)
    holders: dict[str, str] = {}
    for name, column, where in question_columns(codebook):
        if column in holders:
            message = f"{name} and {holders[column]} are both read from the column {column}"
            diagnostics.error("codebook-column", message, where, "Give one of them its column.")
        holders.setdefault(column, name)


def question_columns(codebook: Codebook) -> tuple[tuple[str, str, Source], ...]:
    """(variable, column of the data, place) of all that is read as an answer to a question."""
    found = []
    for question in codebook.questions:
        if question.kind is Kind.OPEN:
            continue
        if question.other:
            found.append((question.other, question.other, question.where))
        if question.placed:
            found.extend((question.id, column, question.where) for column in question.placed)
        elif question.items and not question.separator:
            found.extend(
                (variable(question.id, item.id), item.column, question.where)
                for item in question.items
            )
        else:
            found.append((question.id, question.column, question.where))
    return tuple(found)

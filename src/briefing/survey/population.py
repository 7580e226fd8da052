"""The population beside the sample: units of each group, and that the sample fits into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.survey.labels import Labels, did_you_mean, quoted
from briefing.survey.model import NO_REPLY, unit_variable

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from briefing.diagnostics import Diagnostics, Source
    from briefing.survey.declared import Attribute, Codebook, Composition
    from briefing.survey.sheet import Sheet

    Population = dict[str, dict[str, int]]

_KEYS = ("attribute", "group")
UNITS, INVITED = "units", "invited"
"""The columns of a population that hold numbers; one of them may be missing."""


def read_population(
    sheet: Sheet, codebook: Codebook, diagnostics: Diagnostics, column: str = UNITS
) -> Population:
    """Read a number of each group of each attribute, by ids: the `UNITS`, or who was `INVITED`.

    Where the other column is there a cell may be blank; a sheet without those invited has none.
    """
    if column not in sheet.columns and (column == INVITED or INVITED in sheet.columns):
        return {}
    needed = (*_KEYS, column)
    missing = [each for each in needed if each not in sheet.columns]
    for name in missing:
        message = f"{sheet.path} has no column {quoted(name)}"
        hint = did_you_mean(name, sheet.columns)
        diagnostics.error("population-missing-column", message, sheet.where(), hint)
    if missing:
        return {}
    labels = {attribute.id: _labels(attribute) for attribute in codebook.attributes}
    both = UNITS in sheet.columns and INVITED in sheet.columns
    population: Population = {}
    for row, cells in enumerate(sheet.rows[list(needed)].itertuples(index=False)):
        name, group, number = (str(cell).strip() for cell in cells)
        if both and not number:
            continue
        where = sheet.where(row)
        each = _group(name, group, labels, where, diagnostics)
        if not each:
            continue
        known = population.setdefault(name, {})
        if each in known:
            message = f"{name}: {quoted(group)} stands there twice"
            diagnostics.error("population-group", message, where)
        digits = number.replace(",", "")
        if not digits.isdecimal():
            message = f"{name}: {quoted(number)} is no number of {column}"
            diagnostics.error(f"population-{column}", message, where, "Write a whole number.")
        known[each] = int(digits) if digits.isdecimal() else 0
    return population


def _group(
    name: str, group: str, labels: dict[str, Labels], where: Source, diagnostics: Diagnostics
) -> str:
    """The id of a group of an attribute, by its label; empty, and a fault, if there is none."""
    if name not in labels:
        message = f"no attribute is called {quoted(name)}"
        hint = did_you_mean(name, labels)
        diagnostics.error("population-attribute", message, where, hint)
        return ""
    match = labels[name].find(group)
    if match is None:
        message = f"{name} has no group {quoted(group)}"
        hint = did_you_mean(group, labels[name].labels)
        diagnostics.error("population-group", message, where, hint)
    return match.id if match else ""


def check_population(
    answers: pd.DataFrame,
    codebook: Codebook,
    population: Population,
    sheet: Sheet | None,
    diagnostics: Diagnostics,
) -> None:
    """Report what keeps a sample from being compared with its population."""
    attributes = {attribute.id: attribute for attribute in codebook.attributes}
    for composition in codebook.compositions:
        attribute = attributes[composition.attribute]
        if sheet is None or attribute.id not in population:
            message = f"{composition.id} has no population: no units are given for {attribute.id}"
            hint = f"Add rows {attribute.id},<group>,<units> to population.csv."
            diagnostics.error("population-missing", message, composition.where, hint)
            continue
        units = units_of(answers, composition, codebook)
        for name in dict.fromkeys((composition.attribute, composition.outside_attribute)):
            _check_one_value(units, name, composition, diagnostics)
        told = population[attribute.id]
        for code, message, where, hint in _of_counts(units, attribute, composition, told, sheet):
            diagnostics.error(code, message, where, hint)


def check_sample(answers: pd.DataFrame, codebook: Codebook, diagnostics: Diagnostics) -> None:
    """Report a sample that is larger than what it was drawn of."""
    if codebook.population and len(answers) > codebook.population:
        diagnostics.error(
            "population-sample",
            f"{len(answers):,} answered of a population of {codebook.population:,}",
            codebook.population_where,
            "Say of how many the sample was drawn, or leave population out.",
        )


def check_invited(
    answers: pd.DataFrame,
    codebook: Codebook,
    invited: Population,
    sheet: Sheet | None,
    diagnostics: Diagnostics,
) -> None:
    """Report what keeps a response rate from being told: nobody invited, or more who answered."""
    attributes = {each.id: each for each in codebook.attributes}
    for rate in codebook.rates:
        attribute = attributes[rate.attribute]
        if rate.attribute not in invited:
            message = f"{rate.id} has no rate: it is not said who was invited by {rate.attribute}"
            hint = "Add a column “invited” to population.csv, a row for each group."
            diagnostics.error("population-missing", message, rate.where, hint)
            continue
        named = rate.unit and rate.unit != codebook.id_column
        units = answers[unit_variable(rate.unit)] if named else answers.index.to_series()
        once = answers[[rate.attribute]].assign(unit=units)
        once = once[once["unit"] != ""].drop_duplicates("unit")
        counts = once[rate.attribute].value_counts().to_dict()
        for each, label, _ in attribute.groups:
            count, asked = int(counts.get(each, 0)), invited[rate.attribute].get(each, 0)
            if count > asked:
                message = f"{rate.id}: {count} answered of {asked} invited that are {quoted(label)}"
                hint = "Correct the number invited, or the groups of the responses."
                where = _row_of(each, attribute, sheet) or rate.where
                diagnostics.error("population-invited", message, where, hint)


def _row_of(group: str, attribute: Attribute, sheet: Sheet | None) -> Source | None:
    """Where a population says how many are of a group; None if it does not."""
    if sheet is None:
        return None
    labels = _labels(attribute)
    for row, (name, told) in enumerate(sheet.rows[list(_KEYS)].itertuples(index=False)):
        match = labels.find(str(told).strip())
        if str(name).strip() == attribute.id and match and match.id == group:
            return sheet.where(row)
    return None


def units_of(answers: pd.DataFrame, composition: Composition, codebook: Codebook) -> pd.DataFrame:
    """(unit, attribute, outside attribute) of all respondents whose unit is known."""
    named = composition.unit and composition.unit != codebook.id_column
    units = answers[unit_variable(composition.unit)] if named else answers.index.to_series()
    names = dict.fromkeys((composition.attribute, composition.outside_attribute))
    frame = answers[list(names)].assign(unit=units)
    return frame[frame["unit"] != ""]


def _check_one_value(
    units: pd.DataFrame, name: str, composition: Composition, diagnostics: Diagnostics
) -> None:
    values = units[["unit", name]].drop_duplicates()
    torn = values[values["unit"].duplicated(keep=False)]
    for unit, rows in torn.groupby("unit", sort=True):
        found = ", ".join(quoted(value or "(blank)") for value in rows[name].tolist())
        diagnostics.error(
            "data-unit",
            f"{composition.unit} {unit} has more than one {name}: {found}",
            composition.where,
            "All respondents of one unit share its attributes: mend the responses.",
        )


def _of_counts(
    units: pd.DataFrame,
    attribute: Attribute,
    composition: Composition,
    population: dict[str, int],
    sheet: Sheet,
) -> Iterator[tuple[str, str, Source, str]]:
    """(code, message, place, hint) of each group that more took part of than there are."""
    inside = units[~units[composition.outside_attribute].isin(composition.outside)]
    once = inside.drop_duplicates("unit")[attribute.id]
    counts = once[once != NO_REPLY].value_counts().to_dict()
    for each, label, _ in attribute.groups:
        count, units_there = int(counts.get(each, 0)), population.get(each)
        if units_there is None and not _left_out(each, attribute, composition):
            message = f"{attribute.id}: the population does not say how many are {quoted(label)}"
            yield "population-group", message, composition.where, ""
        elif count > (units_there or 0):
            message = f"{attribute.id}: {count} took part of {units_there or 0} that are"
            where = _row_of(each, attribute, sheet) or composition.where
            hint = "Correct the population, or the groups of the responses."
            yield "population-units", f"{message} {quoted(label)}", where, hint


def _left_out(group: str, attribute: Attribute, composition: Composition) -> bool:
    return attribute.id == composition.outside_attribute and group in composition.outside


def _labels(attribute: Attribute) -> Labels:
    return Labels((each, (label, *values)) for each, label, values in attribute.groups)

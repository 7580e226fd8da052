"""The population beside the sample: units of each group, and that the sample fits into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.survey.labels import Labels, did_you_mean, quoted
from briefing.survey.model import NO_REPLY, unit_variable

if TYPE_CHECKING:
    import pandas as pd

    from briefing.diagnostics import Diagnostics
    from briefing.survey.model import Attribute, Codebook, Composition
    from briefing.survey.sheet import Sheet

    Population = dict[str, dict[str, int]]

_COLUMNS = ("attribute", "group", "units")


def read_population(sheet: Sheet, codebook: Codebook, diagnostics: Diagnostics) -> Population:
    """Read the units of each group of each attribute, by ids."""
    missing = [column for column in _COLUMNS if column not in sheet.columns]
    for column in missing:
        message = f"{sheet.path} has no column {quoted(column)}"
        hint = did_you_mean(column, sheet.columns)
        diagnostics.error("population-missing-column", message, sheet.where(), hint)
    if missing:
        return {}
    attributes = {attribute.id: attribute for attribute in codebook.attributes}
    labels = {each: _labels(attribute) for each, attribute in attributes.items()}
    population: Population = {}
    for row, cells in enumerate(sheet.rows[list(_COLUMNS)].itertuples(index=False)):
        where = sheet.where(row)
        name, group, units = (str(cell).strip() for cell in cells)
        if name not in attributes:
            message = f"no attribute is called {quoted(name)}"
            hint = did_you_mean(name, attributes)
            diagnostics.error("population-attribute", message, where, hint)
            continue
        match = labels[name].find(group)
        if match is None:
            message = f"{name} has no group {quoted(group)}"
            hint = did_you_mean(group, labels[name].labels)
            diagnostics.error("population-group", message, where, hint)
            continue
        known = population.setdefault(name, {})
        if match.id in known:
            message = f"{name}: {quoted(group)} stands there twice"
            diagnostics.error("population-group", message, where)
        if not units.isdecimal():
            message = f"{name}: {quoted(units)} is no number of units"
            diagnostics.error("population-units", message, where, "Write a whole number.")
        known[match.id] = int(units) if units.isdecimal() else 0
    return population


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
        _check_counts(units, attribute, composition, population[attribute.id], diagnostics)


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


def _check_counts(
    units: pd.DataFrame,
    attribute: Attribute,
    composition: Composition,
    population: dict[str, int],
    diagnostics: Diagnostics,
) -> None:
    inside = units[~units[composition.outside_attribute].isin(composition.outside)]
    once = inside.drop_duplicates("unit")[attribute.id]
    counts = once[once != NO_REPLY].value_counts().to_dict()
    for each, label, _ in attribute.groups:
        count, units_there = int(counts.get(each, 0)), population.get(each)
        if units_there is None and not _left_out(each, attribute, composition):
            message = f"{attribute.id}: the population does not say how many are {quoted(label)}"
            diagnostics.error("population-group", message, composition.where)
        elif count > (units_there or 0):
            diagnostics.error(
                "population-units",
                f"{attribute.id}: {count} took part of {units_there or 0} that are {quoted(label)}",
                composition.where,
                "Correct the population, or the groups of the responses.",
            )


def _left_out(group: str, attribute: Attribute, composition: Composition) -> bool:
    return attribute.id == composition.outside_attribute and group in composition.outside


def _labels(attribute: Attribute) -> Labels:
    return Labels((each, (label, *values)) for each, label, values in attribute.groups)

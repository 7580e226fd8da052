"""Rows that add up a sheet of responses: no respondent, told and left out (conventions, 3, 22)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.survey.export import Holds
from briefing.survey.labels import alike
from briefing.survey.sheet import counted
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Export

_TOTAL = re.compile(
    r"(?:grand |sub-?|overall )?totals?|sums?|gesamt(?:summe)?|summe|insgesamt"
    r"|total (?:général|general)|somme|suma|cyfanswm"
)
_NUMBER = re.compile(r"[+-]?[\d.,' \u00a0]*\d ?%?")


def without_totals(export: Export, diagnostics: Diagnostics) -> Export:
    """The export without the rows that are called a total and hold nothing but numbers.

    They are called so in the column of ids, or else in the first one.
    """
    sheet = export.sheet
    ids = [each.name for each in export.columns if each.holds is Holds.ID]
    name = next((each for each in ids if each in sheet.columns), sheet.columns[0])
    called = sheet.rows[name].map(lambda cell: bool(_TOTAL.fullmatch(alike(cell))))
    if not called.any():
        return export
    others = sheet.rows[called].drop(columns=name)
    summed = others.apply(lambda row: _are_numbers(row.tolist()), axis="columns")
    mask = called & summed.reindex(called.index, fill_value=False)
    if not mask.any():
        return export
    diagnostics.warning(
        "data-totals-row",
        f"{counted(int(mask.sum()), 'row of totals', 'rows of totals')} left out "
        f"({sheet.named(mask)})",
        sheet.first(mask),
        "Take it out of the file. If it is a respondent, give that one another id.",
    )
    told = wording().treated_totals(int(mask.sum()))
    return replace(export, sheet=sheet.keeping(~mask), remarks=(*export.remarks, told))


def _are_numbers(cells: list[str]) -> bool:
    filled = [each.strip() for each in cells if each.strip()]
    return bool(filled) and all(map(_NUMBER.fullmatch, filled))

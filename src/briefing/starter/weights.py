"""Which column of an export figures are weighted by, where there are some that may be."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.starter import cells as look
from briefing.starter.field import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.starter.field import Field
    from briefing.starter.found import Found
    from briefing.starter.model import Column

_NEAR_ONE = (0.9, 1.1)
_PLAIN = re.compile(r"weights?|weighting|wgt|wt")
_FINAL = re.compile(r"\bfinal|\boverall\b|\bcombined\b|\ball respondents\b|\bmain weight")
_ON_THE_WAY = re.compile(
    r"\bfirst[- ]stage|\bbase\b|\bdesign\b|\bselection\b|\bun-?(?:trimmed|truncated|adjusted)"
    r"|\braw\b|\bstandardi[sz]ed\b|\breplicat\w*|\binitial\b|\bstage 1\b|\bunweighted\b"
)
"""What weights are called that later steps made others of: not those of publication."""


def weights(known: Sequence[Field], responses: dict[str, Column], found: Found) -> tuple[str, str]:
    """The head of the weights and why they are used; empty where they are not.

    Of several that may be, whoever weighted a survey means the last step: the one that everybody
    has, called final or nothing but the weight. The others are named in a doubt.
    """
    able = sorted((each for each in known if each.role is Role.WEIGHT), key=_rank)
    if not able:
        return "", ""
    field = able[0]
    values = _values(field)
    if values is None:
        found.doubts.append(
            f"{field.name} is named like a weight, but has cells that are none: figures are not "
            "weighted until it is whole"
        )
        return "", ""
    mean = sum(values) / len(values)
    if not _NEAR_ONE[0] <= mean <= _NEAR_ONE[1]:
        found.doubts.append(
            f"{field.name} has a mean of {mean:g}, weights mostly have one near 1: are these "
            "weights that figures are to be counted by?"
        )
    if len(able) > 1:
        others = ", ".join(_called(each) for each in able[1:])
        found.doubts.append(
            f"there are more columns like weights ({others}): is {_called(field)} the one?"
        )
    responses["weight"] = tuple(f"{Decimal(repr(each)):f}".removesuffix(".0") for each in values)
    return "weight", f"the export's column {field.name}: {field.reason}, mean {mean:.3g}"


def _rank(field: Field) -> tuple[bool, bool, bool, bool]:
    """How near a column is to the weights of publication, the nearest first."""
    told = f"{field.name} {field.question}".casefold().replace("_", " ")
    return (
        _values(field) is None,
        bool(_ON_THE_WAY.search(told)),
        not _FINAL.search(told),
        not _PLAIN.fullmatch(field.name.casefold()),
    )


def _values(field: Field) -> list[float] | None:
    """The weights, if every respondent has one and they are not all nothing."""
    values = look.numbers(field.cells)
    whole = values is not None and all(math.isfinite(each) and each >= 0 for each in values)
    return values if whole and values and any(values) else None


def _called(field: Field) -> str:
    """A column with what the export says of it, if it says more than a name."""
    said = field.question.casefold().replace(" ", "") != field.name.casefold().replace("_", "")
    return f"{field.name}, “{field.question}”" if said else field.name
